#!/usr/bin/env bash
# Prints the path of a Chromium for the browser tests, and installs one first where it may.
#
#   scripts/browser.sh           find it, or install it with apt-get, or say how and exit 1
#   scripts/browser.sh --find    only find it; exit 1 without a word if there is none
#
# SCRUTINY_CHROMIUM, if set, is the one to use and no other is looked for.
set -euo pipefail

find_browser() {
    if [ -n "${SCRUTINY_CHROMIUM:-}" ]; then
        [ -x "$SCRUTINY_CHROMIUM" ] && printf '%s\n' "$SCRUTINY_CHROMIUM"
        return
    fi
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return
    done
    for name in "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        "$HOME/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        [ -x "$name" ] && printf '%s\n' "$name" && return
    done
    return 1
}

as_root() { # how to become root without a question; empty when we are
    if [ "$(id -u)" -eq 0 ]; then
        echo env
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        echo "sudo -n"
    else
        return 1
    fi
}

install_browser() {
    local root
    command -v apt-get >/dev/null || return 1
    root=$(as_root) || return 1
    echo "No Chromium found: installing Debian's." >&2
    # $root is one or two words on purpose. Fonts are named because nothing else brings them.
    # shellcheck disable=SC2086
    {
        $root apt-get -qq -o Acquire::Retries=3 update ||
            echo "apt-get update failed; trying the lists there are" >&2
        $root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o Acquire::Retries=3 install \
            --no-install-recommends chromium fonts-liberation
    } >/dev/null
}

find_browser && exit 0
[ "${1:-}" = "--find" ] && exit 1

if [ -n "${SCRUTINY_CHROMIUM:-}" ]; then
    echo "SCRUTINY_CHROMIUM is $SCRUTINY_CHROMIUM, which is no program. Mend or unset it." >&2
    exit 1
fi
install_browser && find_browser && exit 0

cat >&2 <<'HOW'
The browser tests need Chromium or Google Chrome, and none was found or could be installed.
  Debian     sudo apt-get install chromium
  Fedora     sudo dnf install chromium
  macOS      brew install --cask google-chrome
Or set SCRUTINY_CHROMIUM to the program to use. Then run the same command again.
HOW
exit 1
