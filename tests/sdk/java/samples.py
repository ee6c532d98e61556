"""Makes of a README what the tests of the SDK use: of its Java samples a class, with a method each in the order of the
page, and of the dependency that it tells a part of the project.

    samples.py README CLASS PROJECT
"""

import re
import sys

readme, out, project = sys.argv[1:]
with open(readme, encoding="utf-8") as file:
    text = file.read()


def blocks(language, least):
    found = re.findall(rf"^```{language}\n(.*?)^```", text, re.M | re.S)
    if len(found) < least:
        sys.exit(f"{readme}: only {len(found)} samples of {language}")
    return found


with open(project, encoding="utf-8") as file:
    told = re.sub("<!-- here .*? -->", lambda _: blocks("xml", 1)[0], file.read())
with open(project, "w", encoding="utf-8") as file:
    file.write(told)
samples = blocks("java", 6)
imports, methods = set(), []
for number, sample in enumerate(samples, 1):
    imports |= set(re.findall(r"^import .*;$", sample, re.M))
    body = re.sub(r"^import .*;\n", "", sample, flags=re.M)
    methods.append(f"  static void sample{number}() throws Exception {{\n{body}  }}\n")
with open(out, "w", encoding="utf-8") as file:
    file.write("package com.rekeyhq.sdk.test;\n\n" + "\n".join(sorted(imports)) + "\n\nclass ReadmeSamples {\n")
    file.write("\n".join(methods))
    calls = "".join(f"    sample{n}();\n" for n in range(1, len(samples) + 1))
    file.write(f"\n  static int runAll() throws Exception {{\n{calls}    return {len(samples)};\n  }}\n}}\n")
