#!/usr/bin/env bash
# kibom 1.9.1 (PyPI): `4,7k` and `47k` are one value, so that both resistors come into one row of its BOM; `4,7k` and `4.7k` are two.
#
# Guess, written down before it was run: `compareValues("4,7k", "47k")` is False, since a comma between digits is a decimal comma or
# keeps the texts apart.
# Seen: the comma is taken away before the number is read.
#
#   4,7k 47k   True
#   4,7k 4.7k  False
#   4k7 4.7k   True
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps kibom==1.9.1
cat > "$folder/run.py" <<'PYTHON'
import importlib.metadata
from kibom.units import compareValues

assert importlib.metadata.version("kibom") == "1.9.1"
for one, other in [("4,7k", "47k"), ("4,7k", "4.7k"), ("4k7", "4.7k")]:
    print(f"{one + ' ' + other:10} {compareValues(one, other)}")
PYTHON
seen=$(LC_ALL=C "$folder/venv/bin/python" "$folder/run.py")
echo "$seen"
[ "$seen" = "4,7k 47k   True
4,7k 4.7k  False
4k7 4.7k   True" ]
