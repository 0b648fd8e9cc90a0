#!/usr/bin/env bash
# Installs the sign-in service that the browser tests start, once; needs Node 20 or later with npm.
#
#   scripts/provider.sh           install it unless that is done; without Node say so, and fail only in CI
#   scripts/provider.sh --find    only look; exit 1 without a word if it is not installed
set -euo pipefail
cd "$(dirname "$0")/../tests/browser/provider"

installed() {
    command -v node >/dev/null && cmp -s package-lock.json node_modules/.installed
}

fits() { # true where Node is there and new enough
    command -v npm >/dev/null && node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' 2>/dev/null
}

installed && exit 0
[ "${1:-}" = "--find" ] && exit 1

if ! fits; then
    cat >&2 <<'HOW'
****************************************************************************************
The tests of signing in need Node 20 or later with npm, and it was not found:
THEY ARE SKIPPED, and nothing shows that signing in works.
  Debian     sudo apt-get install nodejs npm
  macOS      brew install node
****************************************************************************************
HOW
    [ "${CI:-}" = "true" ] && exit 1
    exit 0
fi

echo "Installing the sign-in service of the browser tests"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null || {
    echo "The sign-in service could not be installed. Check the network, then run the same command again." >&2
    exit 1
}
cp package-lock.json node_modules/.installed
