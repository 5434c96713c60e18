#!/bin/sh
# Install the program of this checkout for the Python named by the first argument, with what uv.lock pins, each file by its hash.
# Bytecode is made now, as whoever runs the program may not write beside it.
# Python is isolated: it is called in the folder of strangers, where a module called pip would otherwise be run.
set -eu
here=$(dirname "$0")
pip() { "$python" -I -m pip install --quiet --disable-pip-version-check --compile "$@"; }
python=$1
pip --require-hashes --only-binary :all: --requirement "$here/requirements.txt"
pip --no-index --no-deps --no-build-isolation "$here/.."
