"""The commands by name, and what they have in common before any of them is imported."""

from __future__ import annotations

from typing import Final

#: Each command and the module whose `run` it is, imported when it is called or listed; a test names a module left out here.
COMMANDS: Final = {
    name: f"auditor.cli.{name.replace('-', '_')}"
    for name in (
        *(
            "check",
            "report",
            "explain",
            "ask",
            "answers",
            "what-if",
            "diff",
            "accept",
            "baseline",
            "bundle",
            "capture",
            "export",
            "survey",
        ),
        *("import", "graph", "rules", "test", "knowledge", "schema", "init", "version"),
    )
}

#: What asks for help.
HELP: Final = ("-h", "--help")
#: Set where a shell asks what may follow.
COMPLETING: Final = "_AUDITOR_COMPLETE"
