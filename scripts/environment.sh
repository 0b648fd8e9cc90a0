#!/usr/bin/env bash
# Makes .venv and installs the pinned packages, and does nothing when that is already done.
#
#   scripts/environment.sh requirements.txt ...    the locks to install
#
# A lock counts as installed while the copy kept in .venv is the same as the lock.
# PYTHON names the interpreter to use; otherwise the first of python3, python3.14 ... 3.11 that fits.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=.venv
oldest="3.11"
fits="import sys; sys.exit(sys.version_info < (3, 11))"

choose_python() {
    local name
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if command -v "$name" >/dev/null && "$name" -c "$fits" 2>/dev/null; then
            echo "$name"
            return
        fi
    done
    echo "Python $oldest or later is needed; ${PYTHON:-python3} is" \
        "$("${PYTHON:-python3}" --version 2>/dev/null || echo 'not there')." >&2
    echo "Install it (Debian: apt-get install python3 python3-venv) and run the same command again," \
        "or name one: make run PYTHON=/path/to/python" >&2
    return 1
}

make_venv() {
    local python version
    python=$(choose_python)
    if ! "$python" -c "import ensurepip, venv" 2>/dev/null; then
        version=$("$python" -c "import sys; print('%d.%d' % sys.version_info[:2])")
        echo "This Python $version cannot make environments: its venv module is not installed." >&2
        echo "On Debian or Ubuntu: apt-get install python3-venv (or python$version-venv)," \
            "then run the same command again." >&2
        return 1
    fi
    echo "Making the environment in $venv (once; a few minutes at most)."
    "$python" -m venv --clear "$venv"
}

# An environment that was copied, half made, or whose Python has gone, is made anew.
if ! "$venv/bin/python" -c "$fits; import pip" >/dev/null 2>&1 \
    || [ "$(cat "$venv/made-in" 2>/dev/null)" != "$PWD" ]; then
    make_venv
    pwd >"$venv/made-in"
fi

changed=()
for lock in "$@"; do
    cmp -s "$lock" "$venv/installed-$lock" || changed+=("$lock")
done
[ "${#changed[@]}" -eq 0 ] && exit 0

echo "Installing ${changed[*]}"
wanted=()
for lock in "$@"; do wanted+=(-r "$lock"); done
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input "${wanted[@]}" || {
    echo "The packages could not be installed. Check the network, then run the same command again." >&2
    exit 1
}
for lock in "${changed[@]}"; do cp "$lock" "$venv/installed-$lock"; done
