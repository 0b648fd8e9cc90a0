#!/usr/bin/env bash
# Compiles the two locks. They name versions only: no index, no address, no folder of this machine.
set -euo pipefail
cd "$(dirname "$0")/.."

export CUSTOM_COMPILE_COMMAND="make lock"
for lock in requirements requirements-dev; do
    .venv/bin/python -m piptools compile --quiet --strip-extras --no-emit-options \
        --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
        --output-file "$lock.txt" "$lock.in"
done
