"""An imported file as YAML: the same facts, the same bytes."""

from __future__ import annotations

from typing import Any, Final

import yaml

from auditor.loading.case.imported import KEY, digest
from auditor.text.imports import HEAD

_Dumper: Final[Any] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Plain(_Dumper):  # type: ignore[misc]
    """Writes what occurs twice twice: an alias would tie facts of different entries."""

    def ignore_aliases(self, data: Any) -> bool:
        """Tell that nothing is written as an alias."""
        del data
        return True


def imported_file(tree: dict[str, Any], source: str) -> bytes:
    """Give the bytes of an imported file: its head with the SHA-256 of what follows, then its facts, known by observation."""
    body = yaml.dump(
        {"known": "observed", "source": source, **tree},
        Dumper=_Plain,
        sort_keys=False,
        allow_unicode=True,
        width=1000,
        default_flow_style=False,
    )
    head = f"# {HEAD}\nauditor: 1\n{KEY}: "
    text = f"{head}{'0' * 64}\n{body}"
    return f"{head}{digest(text)}\n{body}".encode()
