"""Makes a class of the README's Java samples, a method each, in the order of the page.

    samples.py README OUT
"""

import re
import sys

readme, out = sys.argv[1:]
with open(readme, encoding="utf-8") as file:
    samples = re.findall(r"^```java\n(.*?)^```", file.read(), re.M | re.S)
if len(samples) < 5:
    sys.exit(f"{readme}: only {len(samples)} samples")
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
