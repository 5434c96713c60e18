"""Put the real output of commands into the guides, where they name the command; `output 12:` keeps the first 12 lines."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GUIDES = ("captures-guide.en.md", "captures-guide.fr.md")
WIDTH = 118
BLOCK = re.compile(
    r"(?P<head><!-- output ?(?P<lines>\d*): auditor (?P<command>[^\n]*) -->\n```text\n).*?(?P<foot>```\n<!-- /output -->)",
    re.DOTALL,
)


def output(command: str, lines: int) -> str:
    """Give what the command puts out, its first `lines` (all of them for 0), long lines wrapped."""
    environment = {**os.environ, "COLUMNS": str(WIDTH), "NO_COLOR": "1", "TERM": "dumb"}
    environment.pop("AUDITOR_LANG", None)
    told = (
        subprocess.run(
            [sys.executable, "-m", "auditor", *shlex.split(command)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        .stdout.rstrip()
        .splitlines()
    )
    kept = [*told[:lines], "[...]"] if 0 < lines < len(told) else told
    return "".join(f"{part}\n" for line in kept for part in wrapped(line))


def wrapped(line: str) -> list[str]:
    """Give a line in parts that fit, what goes on set in."""
    return textwrap.wrap(
        line, WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
    ) or [""]


def renewed(text: str) -> str:
    """Give a guide with every output made again."""
    return BLOCK.sub(
        lambda found: found["head"] + output(found["command"], int(found["lines"] or 0)) + found["foot"], text
    )


def main() -> None:
    """Rewrite the outputs in the guides."""
    for name in GUIDES:
        guide = ROOT / "docs" / name
        guide.write_text(renewed(guide.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
