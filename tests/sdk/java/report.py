"""Counts what the tests did, from their own records.

    report.py SUREFIRE_REPORTS OUT
"""

import glob
import json
import sys
import xml.etree.ElementTree as ElementTree

records, out = sys.argv[1:]
SURFACES = ("rekey", "boomi", "entrust", "wristband", "zitadel")
paths = {surface: [0, 0] for surface in SURFACES}
others = [0, 0]
for record in glob.glob(f"{records}/TEST-*.xml"):
    for case in ElementTree.parse(record).getroot().iter("testcase"):
        if case.get("classname").endswith(".SnippetsTest"):
            continue  # the stand-in counts these
        passed = not any(case.find(bad) is not None for bad in ("failure", "error", "skipped"))
        surface = next((s for s in SURFACES if case.get("name").startswith(s)), None)
        in_paths = case.get("classname").endswith(".ResetPathsTest")
        count = paths[surface] if in_paths else others
        count[0] += passed
        count[1] += 1
rows = [{"surface": s, "label": "Java: reset paths driven, each to a login", "done": done, "of": of}
        for s, (done, of) in paths.items()]
rows.append({"surface": "", "label": "Java: errors, retries, redaction, pages, unknown values, README", "done": others[0], "of": others[1]})
with open(out, "w", encoding="utf-8") as file:
    json.dump({"title": "SDK for Java", "command": "make sdk/java", "rows": rows,
               "notes": ["The jar is built and used from another project."]}, file, indent=1)
