"""Files that a program made of a capture or another document: what people write goes before them, and what is edited is refused.

What was replaced stays visible. Of an entry that two imported files hold, what they agree on counts once; where they name different
operators, both are kept as versions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from auditor.errors import Problem
from auditor.loading.case.completed import FLOWS, completed, differing, is_part, said_by, sourced, whole_of
from auditor.loading.files.document import Document, Route
from auditor.loading.files.links import ENDS, named_links
from auditor.loading.files.places import CasePlaces
from auditor.model.case.activities import Activity
from auditor.model.case.hosts import Host
from auditor.model.case.organisations import Organisation
from auditor.model.case.people import People
from auditor.model.materials import Override
from auditor.model.vocabulary import UNKNOWN
from auditor.text import problems as words

if TYPE_CHECKING:
    from msgspec import Struct

Tree = dict[str, Any]
KEY: Final = "imported"
#: Sections whose imported entries complete those that people wrote, field by field; so do flows that people wrote in part. Of other
#: sections the whole entry is replaced, and a flow is that people wrote whole.
COMPLETED: Final = frozenset({"people", "organisations", "activities", "hosts"})
KINDS: Final[dict[str, type[Struct]]] = {
    "people": People,
    "organisations": Organisation,
    "activities": Activity,
    "hosts": Host,
}
#: What says something of a whole entry: of one that people wrote, they say it.
OF_THE_ENTRY: Final = frozenset({"known", "source", "also", "note", "kind"})
#: What an entry is called, which shows nothing of it.
CALLED: Final = frozenset({"title", "ref"})
#: Sections whose imported entries complete each other: a reply that is in says more than the record of the question.
MADE: Final = frozenset({"sources", "questions", "answers"})
#: What documents were read, and the words of one that are kept in a confidential file of their own.
IMPORTS: Final = "imports"
ASIDE: Final = "aside"
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
        yield document.problem((KEY,), words.imported.EDITED(), words.imported.WRITE_BESIDE(), key=True)


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
            if section in sections:
                kept = head if section in inheriting else {}
                for name, there, item in _entries(document, section, part):
                    self._entry(document, (section, name), item, there_at=there, head=kept)

    def _entry(
        self, document: Document, route: Route, item: Tree, *, there_at: Route, head: Mapping[str, str]
    ) -> None:
        section, name = str(route[0]), str(route[1])
        there = self.tree.setdefault(section, {}).get(name)
        if there is None:
            self.tree[section][name] = {**head, **item}
            self.places.put(route, document, there_at)
        elif section in COMPLETED:
            own = (section, name) in self._own
            for field, stated in item.items():
                if own and field in OF_THE_ENTRY:
                    continue
                alone = isinstance(stated, dict) and "value" in stated
                value = {**head, **stated} if alone else stated
                if own and field in sourced(KINDS[section]):
                    value, alone = said_by(stated, whole_of({**head, **item})), True
                stronger = own and not alone and there.get("known") != head.get("known")
                if field not in there:
                    if stronger and section == "activities" and field not in CALLED:
                        continue  # it says nothing of how it is known, and would pass for known as the entry is
                    self.places.put((section, name, field), document, (*there_at, field))
                self._field(there, field, value, f"{section}.{name}.{field}" if own else "")
        elif section == FLOWS and (section, name) in self._own and is_part(there):
            self._flow(document, name, {**head, **item}, there_at)
        elif section == IMPORTS and (section, name) not in self._own:
            both = [*there.get(ASIDE, []), *item.get(ASIDE, [])]
            self.tree[section][name] = {**item, **there, **({ASIDE: both} if both else {})}
        elif section in MADE and (section, name) not in self._own:
            for field in _completed(there, item):
                self.places.put((section, name, field), document, (*there_at, field))
        elif (section, name) in self._own:
            self.overrides.append(
                Override(f"{section}.{name}", document.path, _where(self.places, route), "import")
            )

    def _flow(self, document: Document, name: str, item: Tree, there_at: Route) -> None:
        """Complete a flow that people wrote in part."""
        there = self.tree[FLOWS][name]
        for field, before, now in differing(there, item, said):
            self.overrides.append(Override(f"{FLOWS}.{name}.{field}", before, now, "import"))
        self.tree[FLOWS][name], brought = completed(there, item)
        for field in brought:
            self.places.put((FLOWS, name, field), document, (*there_at, field))

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
        elif not route and all(isinstance(each, dict) and "value" in each for each in (there[field], value)):
            there[field] = _both(there[field], value)


def _completed(there: Tree, item: Tree) -> list[str]:
    """Complete an entry that a program made by what another of its files says of it, and give the fields that this changes.

    A question that was answered stays answered.
    """
    answered = said(item.get("answered", "")) == "true"
    new = [field for field in item if answered or field not in there]
    there.update({field: item[field] for field in new})
    return new


def _entries(document: Document, section: str, part: Any) -> Iterator[tuple[str, Route, Tree]]:
    """Give the entries of a section by name, each with where it stands; those of a list are named after their ends."""
    if section in ENDS:
        links = [(document, (section, number), item) for number, item in enumerate(part)]
        for name, (_, route, item) in named_links(links, section)[0].items():
            yield name, route, item
    elif isinstance(part, dict):
        for name, item in part.items():
            yield name, (section, name), item


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
    if len({said(each["value"]) for each in named}) < 2:
        return named[0] if named else first
    return {"value": UNKNOWN, "known": "inferred", "versions": named}


def _version(value: Tree) -> Tree:
    return {name: value[name] for name in ("value", "known", "source") if name in value}


def _where(places: CasePlaces, route: Route) -> str:
    placed = places.of(route)
    return placed[0].path if placed is not None else ""
