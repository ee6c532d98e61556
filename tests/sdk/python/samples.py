"""Writes the Python samples of a README into a file, one after the other, as a reader would try them.

    samples.py README OUT
"""

import re
import sys

readme, out = sys.argv[1:]
with open(readme, encoding="utf-8") as file:
    samples = re.findall(r"^```python\n(.*?)^```", file.read(), re.M | re.S)
if len(samples) < 6:
    sys.exit(f"{readme}: only {len(samples)} samples")
with open(out, "w", encoding="utf-8") as file:
    file.write("\n".join(samples))
