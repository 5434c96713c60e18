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
WIDTH = 118
#: How many findings are shown, how one begins, and the first question that is not shown.
SHOWN = 2
FINDING = re.compile(r"(critical|high|medium|low|info)\b.*\[[A-Z]+-\d+\] ")
QUESTION = "  Q3 "
BLOCK = re.compile(r"(<!-- output: [^\n]* -->\n```text\n).*?(\n```\n<!-- /output -->)", re.DOTALL)


def shortened() -> str:
    """Give the first findings, the first questions and the counts of the output, long lines cut."""
    text = publish(assess(read(Request(paths=(CASE,)))), "text", "en", given=[CASE]).decode()
    lines = text.splitlines()
    findings = [n for n, line in enumerate(lines) if FINDING.match(line)]
    asked, left = (
        next(n for n, line in enumerate(lines) if line.startswith(f)) for f in ("To ask ", QUESTION)
    )
    counts = next(n for n, line in enumerate(lines) if line.startswith("Decided "))
    kept = [*lines[: findings[SHOWN]], "[...]", "", *lines[asked:left], "  [...]", "", *lines[counts:]]
    return "\n".join(line if len(line) <= WIDTH else f"{line[: WIDTH - 6]} [...]" for line in kept)


def main() -> None:
    """Rewrite the block between the two comments of the README."""
    readme = ROOT / "README.md"
    output = shortened()
    readme.write_text(
        BLOCK.sub(lambda found: found[1] + output + found[2], readme.read_text("utf-8")), "utf-8"
    )


if __name__ == "__main__":
    main()
