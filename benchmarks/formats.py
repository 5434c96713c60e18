"""CPU seconds that each format takes for a result of many findings, on top of the check that found them.

    python benchmarks/formats.py [FINDINGS]

The findings are those of the reference case, repeated under ids of their own.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from msgspec.structs import replace

from auditor.api.assess import assess
from auditor.api.publish import publish
from auditor.api.read import read
from auditor.api.request import Request
from auditor.model.result.document import Result
from auditor.rendering.formats import FORMATS

CASE = Path("flows/doctolib-2019")


def many(result: Result, count: int) -> Result:
    """Give the result with `count` established findings."""
    shown = [
        finding for finding in result.findings if finding.outcome == "established" and not finding.joined
    ]
    findings = [
        replace(shown[n % len(shown)], fingerprint=f"{n:016x}", culprit=f"culprit-{n}") for n in range(count)
    ]
    return replace(result, findings=findings)


def main() -> None:
    """Measure and print a table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    result = many(assess(read(Request(paths=(CASE,)))), count)
    print(f"{count} findings\n{'format':12} {'CPU s':>6} {'MB':>6}")
    for form in FORMATS.names():
        publish(result, form, "en", given=[CASE])
        start = time.process_time()
        made = publish(result, form, "en", given=[CASE])
        print(f"{form:12} {time.process_time() - start:6.2f} {len(made) / 1e6:6.1f}")


if __name__ == "__main__":
    main()
