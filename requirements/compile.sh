#!/bin/sh
# Writes the locks anew from pyproject.toml, for every platform and Python, with hashes.
#
#   sh requirements/compile.sh [--upgrade | --upgrade-package NAME]
set -eu
cd "$(dirname "$0")/.."
uv=$(command -v uv) || {
    tools=$(mktemp -d)
    trap 'rm -rf "$tools"' EXIT
    .venv/bin/python -m venv "$tools"
    "$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv
    uv=$tools/bin/uv
}

# Runs with the arguments that all locks share; no index is written into a lock.
compile() {
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
        --extra sqlite --extra html pyproject.toml "$@"
}

# Adds what the tests need.
compile_all() {
    compile --extra postgresql --group develop "$@"
}

compile "$@" --output-file requirements/serve.lock
compile_all "$@" --constraint requirements/serve.lock --output-file requirements/develop.lock
# The oldest releases that pyproject.toml allows; of what those need, the newest.
compile_all "$@" --resolution lowest-direct --output-file requirements/oldest.lock
