"""Writes a plan whose outside texts are hostile: hostile.py PLAN.json OUTPUT.json"""
import json
import sys

TEXT = '<script>document.title="taken"</script>"\'><img src=x onerror=document.title="taken">\u202egnp 😀' + "长" * 200

plan = json.load(open(sys.argv[1], encoding="utf-8"))
plan["title"] = {"english": TEXT, "chinese": TEXT}
line = plan["lines"][0]
for key in ("mpn", "maker", "package"):
    line[key] = TEXT
line["slots"] = [TEXT]
line["name"] = {"english": TEXT, "chinese": TEXT}
line["buys"][0]["stall"] = line["buys"][0]["offer"] = TEXT
line["fallback"].update(insteadOf=TEXT, stall=TEXT, name={"english": TEXT, "chinese": TEXT})
walk = plan["walks"][0]
walk["buyer"] = TEXT
visit = walk["visits"][0]
visit["stall"] = TEXT
visit["name"] = {"english": TEXT, "chinese": TEXT}
visit["place"]["counter"] = TEXT
json.dump(plan, open(sys.argv[2], "w", encoding="utf-8"), ensure_ascii=False)
