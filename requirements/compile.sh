#!/bin/sh
# Writes the locks anew from pyproject.toml, for every platform and Python, with hashes.
#
#   sh requirements/compile.sh [--upgrade | --upgrade-package NAME]
set -eu
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
.venv/bin/python -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv

# Runs with the arguments that both locks share; no index is written into a lock.
compile() {
    "$tools/bin/uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
        --extra sqlite --extra html pyproject.toml "$@"
}

compile "$@" --output-file requirements/serve.lock
compile "$@" --group develop --constraint requirements/serve.lock --output-file requirements/develop.lock
