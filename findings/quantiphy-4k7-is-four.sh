#!/usr/bin/env bash
# quantiphy 2.23 (PyPI): the component value `4k7` is the number 4 with the unit `k7`, and `6V3` is 6 with the unit `V3`.
#
# Guess, written down before it was run: `Quantity("4k7")` is 4700, or is refused as no number.
# Seen: the letter and the digit behind it are taken for a unit, so that three quarters of a kilohm and the factor itself are gone.
#
#   4k7   4.0     k7
#   6V3   6.0     V3
#   4.7k  4700.0
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check quantiphy==2.23
cat > "$folder/run.py" <<'PYTHON'
import importlib.metadata
from quantiphy import Quantity

assert importlib.metadata.version("quantiphy") == "2.23"
for text in ["4k7", "6V3", "4.7k"]:
    quantity = Quantity(text)
    print(f"{text:5} {quantity.real:<7} {quantity.units}".rstrip())
PYTHON
seen=$("$folder/venv/bin/python" "$folder/run.py")
echo "$seen"
[ "$seen" = "4k7   4.0     k7
6V3   6.0     V3
4.7k  4700.0" ]
