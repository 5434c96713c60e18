"""Files that a program made of a capture or another document: what people write goes before them, and what is edited is refused.

What was replaced stays visible. Of an entry that two imported files hold, what they agree on counts once; where they name different
operators, both are kept as versions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

from auditor.errors import Problem
from auditor.loading.files.document import Document, Route
from auditor.loading.files.places import CasePlaces
from auditor.model.materials import Override
from auditor.model.vocabulary import UNKNOWN
from auditor.text.problems import imported as words

Tree = dict[str, Any]
KEY: Final = "imported"
#: Sections whose imported entries complete those that people wrote, field by field; of other sections the whole entry is replaced.
COMPLETED: Final = frozenset({"people", "organisations", "activities", "hosts"})
#: What imported files share: each states it, and one statement is enough.
SHARED: Final = COMPLETED


def digest(text: str) -> str:
    """Give the SHA-256 of what follows the line of a file that says it was imported; lines may end in any way."""
    lines = text.replace("\r\n", "\n").splitlines(keepends=True)
    for number, line in enumerate(lines):
        if line.startswith(f"{KEY}:"):
            return sha256("".join(lines[number + 1 :]).encode()).hexdigest()
    return ""


def is_imported(document: Document) -> bool:
    """Tell whether a file says of itself that a program made it."""
    return isinstance(document.value, dict) and KEY in document.value


def edited(document: Document) -> Iterator[Problem]:
    """Give what is wrong with an imported file that is no longer as the program made it."""
    if is_imported(document) and document.value[KEY] != digest(document.text):
        yield document.problem((KEY,), words.EDITED(), words.WRITE_BESIDE(), key=True)


class Beneath:
    """Lays imported files under what people wrote."""

    def __init__(self, tree: Tree, places: CasePlaces) -> None:
        self.tree = tree
        self.places = places
        self.overrides: list[Override] = []
        self._own = {
            (section, name)
            for section, part in tree.items()
            if isinstance(part, dict) and section != "case"
            for name in part
        }

    def lay(self, document: Document, sections: Sequence[str], inheriting: Sequence[str]) -> None:
        """Lay one imported file under the tree."""
        head = {name: document.value[name] for name in ("known", "source") if name in document.value}
        for section, part in document.value.items():
            if section in sections and isinstance(part, dict):
                for name, item in part.items():
                    self._entry(document, (section, name), item, head if section in inheriting else {})

    def _entry(self, document: Document, route: Route, item: Tree, head: Mapping[str, str]) -> None:
        section, name = str(route[0]), str(route[1])
        there = self.tree.setdefault(section, {}).get(name)
        if there is None:
            self.tree[section][name] = {**head, **item}
            self.places.put(route, document, route)
        elif section in COMPLETED:
            own = (section, name) in self._own
            for field, value in item.items():
                self._field(there, field, value, f"{section}.{name}.{field}" if own else "")
        elif (section, name) in self._own:
            self.overrides.append(
                Override(f"{section}.{name}", document.path, _where(self.places, route), "import")
            )

    def _field(self, there: Tree, field: str, value: Any, route: str) -> None:
        """Complete an entry by an imported field; `route` is empty where the entry is an imported one itself."""
        if field not in there:
            there[field] = value
        elif said(there[field]) == said(value):
            return
        elif route and field != "title":
            self.overrides.append(Override(route, said(value), said(there[field]), "import"))
        elif not route and field == "domains":
            there[field] = sorted({*there[field], *value})
        elif not route and isinstance(value, dict) and "value" in value:
            there[field] = _both(there[field], value)


def said(value: Any) -> str:
    """Give a value as it is written, in one line, without the word on how it is known."""
    if isinstance(value, dict):
        return said(value["value"]) if "value" in value else ", ".join(said(each) for each in value.values())
    return ", ".join(said(each) for each in value) if isinstance(value, list) else str(value)


def _both(first: Tree, second: Tree) -> Tree:
    """Give what two imported files say of one fact: each as a version, none of them shown."""
    versions = first.get("versions") or [_version(first)]
    versions = [*versions, _version(second)]
    named = [each for each in versions if each["value"] != UNKNOWN]
    if len({each["value"] for each in named}) < 2:
        return named[0] if named else first
    return {"value": UNKNOWN, "known": "inferred", "versions": named}


def _version(value: Tree) -> Tree:
    return {name: value[name] for name in ("value", "known", "source") if name in value}


def _where(places: CasePlaces, route: Route) -> str:
    placed = places.of(route)
    return placed[0].path if placed is not None else ""
