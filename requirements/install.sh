#!/bin/sh
# Makes an environment from a bare Python and installs the named locks into it, if they changed.
#
#   sh requirements/install.sh serve [develop]
#   VENV=.venv-oldest sh requirements/install.sh oldest
#
# uv installs where it is found, which takes seconds; pip does everywhere else. A lock counts as
# installed when its copy lies in the environment, and the copy is made last: when something
# interrupts an installation, the next run does it again.
set -eu
cd "$(dirname "$0")/.."
venv=${VENV:-.venv}

stop() {
    echo "make: $*" >&2
    exit 1
}

recent() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# Every locked package has been built for these; a newer Python may have to compile some.
proven() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' >/dev/null 2>&1
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        recent "$PYTHON" || stop "PYTHON names $PYTHON, which is not a Python 3.11 or newer"
        echo "$PYTHON"
        return
    fi
    for suits in proven recent; do
        for name in python3 python3.13 python3.12 python3.11 python3.14 python; do
            if $suits "$name"; then
                echo "$name"
                return
            fi
        done
    done
    found=$(python3 --version 2>/dev/null || echo "no python3")
    stop "Byline needs Python 3.11 or newer, and found $found:" \
        "install one (https://www.python.org/downloads/) or name yours with PYTHON=/path/to/python3 make ..."
}

apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    root=
    if [ "$(id -u)" != 0 ]; then
        sudo -n true >/dev/null 2>&1 || return 1
        root="sudo -n"
    fi
    echo "make: installing $* ..." >&2
    $root apt-get update -qq >&2 &&
        $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
            -o Dpkg::Use-Pty=0 --no-install-recommends "$@" >&2
}

# Debian and Ubuntu keep Python's own ensurepip in a package of its own.
ensure_venv_module() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1 && return
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    apt_install "$package" && "$1" -c 'import ensurepip, venv' >/dev/null 2>&1 ||
        stop "$1 cannot make virtual environments: install the package $package first" \
            "(Debian, Ubuntu: sudo apt-get install $package)"
}

ensure_venv() {
    if recent "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        return
    fi
    python=$(find_python)
    ensure_venv_module "$python"
    "$python" -m venv --clear "$venv" ||
        stop "$python -m venv $venv failed: remove $venv and try again, or name another Python with PYTHON="
}

# pip also tries after uv: it may know an index or a certificate that uv has not been given.
install_packages() {
    if command -v uv >/dev/null 2>&1; then
        uv pip install --quiet --python "$venv/bin/python" --no-deps --require-hashes -r "$1" && return
        echo "make: uv could not install $1; trying pip ..." >&2
    fi
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
        --no-deps --require-hashes -r "$1"
}

install_lock() {
    lock=requirements/$1.lock
    cmp -s "$lock" "$venv/$1.lock" && return
    ensure_venv
    echo "make: installing $lock ..." >&2
    install_packages "$lock" ||
        stop "the packages of $lock could not be installed; what pip says about it is above"
    cp "$lock" "$venv/$1.lock"
}

# A copy of the lock proves nothing about an environment whose Python has gone.
recent "$venv/bin/python" || rm -f "$venv"/*.lock
for name in "$@"; do
    install_lock "$name"
done
