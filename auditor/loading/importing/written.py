"""An imported file as YAML: the same facts, the same bytes; its head says what made it, and the SHA-256 of what follows."""

from __future__ import annotations

from typing import Any, Final

import yaml

from auditor.loading.case.imported import KEY, digest
from auditor.model.vocabulary import Known

_Dumper: Final[Any] = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


class _Plain(_Dumper):  # type: ignore[misc]
    """Writes what occurs twice twice: an alias would tie facts of different entries."""

    def ignore_aliases(self, data: Any) -> bool:
        """Tell that nothing is written as an alias."""
        del data
        return True


def imported_file(
    tree: dict[str, Any], source: str, head: str, known: Known, *, confidential: bool = False
) -> bytes:
    """Give the bytes of an imported file: a comment, the SHA-256 of what follows, then its facts, known in one way from one source."""
    kept = {"confidential": "true"} if confidential else {}
    body = _yaml({**kept, "known": known, "source": source, **tree})
    first = f"# {head}\nauditor: 1\n{KEY}: "
    sha = digest(f"{first}\n{body}")
    return f"{first}{sha}\n{body}".encode()


def plain_file(tree: dict[str, Any]) -> bytes:
    """Give the bytes of a file of a case that people go on with."""
    return f"auditor: 1\n{_yaml(tree)}".encode()


def commented(tree: dict[Any, Any], head: str) -> bytes:
    """Give the bytes of a file that people fill in, under a comment."""
    return f"# {head}\n{_yaml(tree)}".encode()


def _yaml(tree: dict[Any, Any]) -> str:
    made: str = yaml.dump(
        tree, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=1000, default_flow_style=False
    )
    return made
