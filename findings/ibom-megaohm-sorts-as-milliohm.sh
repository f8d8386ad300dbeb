#!/usr/bin/env bash
# InteractiveHtmlBom 2.12.0 (PyPI): the value of a resistor `1M` is 0.001 Ω, and `1M5` is 0.0015 Ω.
#
# Guess, written down before it was run: `componentValue("1M", "R1")` is one megaohm, above `10k`, and `1m` alone is a milliohm.
# Seen: both letters are milli, so that a megaohm stands before one ohm where components are put in the order of their values.
#
#   1M    0.001000000000000
#   1m    0.001000000000000
#   1M5   0.001500000000000
#   1k    1000.000000000000000
#   1R    1.000000000000000
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps InteractiveHtmlBom==2.12.0
cat > "$folder/run.py" <<'PYTHON'
import importlib.metadata
import importlib.util

assert importlib.metadata.version("InteractiveHtmlBom") == "2.12.0"
# The module of units by itself: the package around it wants a PCB editor.
place = importlib.metadata.distribution("InteractiveHtmlBom").locate_file("InteractiveHtmlBom/core/units.py")
spec = importlib.util.spec_from_file_location("units", place)
units = importlib.util.module_from_spec(spec)
spec.loader.exec_module(units)
for text in ["1M", "1m", "1M5", "1k", "1R"]:
    print(f"{text:5} {units.componentValue(text, 'R1')[0]}")
PYTHON
seen=$("$folder/venv/bin/python" "$folder/run.py")
echo "$seen"
[ "$seen" = "1M    0.001000000000000
1m    0.001000000000000
1M5   0.001500000000000
1k    1000.000000000000000
1R    1.000000000000000" ]
