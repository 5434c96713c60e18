"""Put the real output of the reference case into the README, shortened where lines say [...]."""

from __future__ import annotations

import re
from pathlib import Path

from auditor.api.assess import assess
from auditor.api.publish import publish
from auditor.api.read import read
from auditor.api.request import Request

ROOT = Path(__file__).resolve().parent.parent
CASE = Path("flows/doctolib-2019")
#: The finding after the last one shown in full, and the first question that is not shown.
NEXT_FINDING = "B  "
NEXT_QUESTION = "  Q3 "
BLOCK = re.compile(r"(<!-- output: [^\n]* -->\n```text\n).*?(\n```\n<!-- /output -->)", re.DOTALL)


def shortened() -> str:
    """Give the first screen, the first finding, the first questions and the counts of the output."""
    text = publish(assess(read(Request(paths=(CASE,)))), "text", "en", given=[CASE]).decode()
    lines = text.splitlines()
    second, asked, left, counts = (
        next(n for n, line in enumerate(lines) if line.startswith(first))
        for first in (NEXT_FINDING, "What to ask", NEXT_QUESTION, "The rules apply")
    )
    return "\n".join([*lines[:second], "[...]", "", *lines[asked:left], "  [...]", "", *lines[counts:]])


def main() -> None:
    """Rewrite the block between the two comments of the README."""
    readme = ROOT / "README.md"
    output = shortened()
    readme.write_text(
        BLOCK.sub(lambda found: found[1] + output + found[2], readme.read_text("utf-8")), "utf-8"
    )


if __name__ == "__main__":
    main()
