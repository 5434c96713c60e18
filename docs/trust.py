"""Writes docs/trust.md: what hostile inputs come to. Run by `make trust`; a test runs every row and holds it to the table."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.hostile.inputs import HEADING, INPUTS, row  # noqa: E402

TABLE = ROOT / "docs" / "trust.md"


def main() -> None:
    """Measure each input and write the table."""
    lines = []
    for hostile in INPUTS:
        with tempfile.TemporaryDirectory() as folder:
            lines.append(row(hostile, Path(folder)))
    TABLE.write_text("\n".join([HEADING, *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
