"""References between facts: which fields name what, and those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, get_args, get_origin

from msgspec import UNSET, Struct

from auditor.errors import Wrong
from auditor.loading.case.entries import Sections, columns_of, way_to
from auditor.model.brief import kind_of
from auditor.model.case.claim_meaning import PLACES
from auditor.model.case.document import Case
from auditor.model.law import Knowledge
from auditor.model.structs import fields, parts, reference, referring
from auditor.model.vocabulary import ACTIVITY_TERMS, CATEGORIES, NONE, OF_KNOWLEDGE, UNSETTLED
from auditor.text import problems as words

if TYPE_CHECKING:
    from auditor.text.near_names import NearNames

Route = tuple[str | int, ...]
Item = tuple[Route, str]
#: A field that refers to something: its name, the sections, whether a fragment may follow, and all that it may say.
_Field = tuple[str, tuple[str, ...], bool, frozenset[str]]
#: Fields that must lead to something, and the words that lead to nothing.
NEEDED: Final = frozenset({"for_"})
NOTHING: Final = frozenset({NONE, ""})
FREE: Final = frozenset({*UNSETTLED, *NOTHING})


@cache
def _mapping(kind: type) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Give the fields of a struct that map one reference to others: name, sections of the keys and of the values."""
    found = []
    for name, annotation in fields(kind).items():
        if get_origin(annotation) is dict:
            keys, values = map(reference, get_args(annotation))
            if keys is not None and values is not None:
                found.append((name, tuple(keys["ref"]), tuple(values["ref"])))
    return tuple(found)


class References:
    """What may be referred to in a case; organisations of the knowledge base that a case names are in the case."""

    def __init__(self, case: Case, knowledge: Knowledge) -> None:
        self.case = case
        self.known: dict[str, Mapping[str, Any]] = {
            "organisations": case.organisations,
            "hosts": case.hosts,
            "people": case.people,
            "data": {**CATEGORIES, **case.data},
            "activities": case.activities,
            "sources": case.sources,
            "terms": ACTIVITY_TERMS,
            "countries": knowledge.countries,
            "places": dict.fromkeys(PLACES, ""),
        }
        self._offered = {
            **self.known,
            "organisations": {**knowledge.organisations, **case.organisations},
            "data": {**dict.fromkeys(CATEGORIES, ""), **case.data},
        }
        self._near: dict[tuple[str, ...], NearNames] = {}
        self._leading: dict[tuple[str, ...], frozenset[str]] = {}
        self._fields: dict[type, tuple[_Field, ...]] = {}

    def dangling(self, sections: Sections) -> Iterator[Wrong]:
        """Give every reference of these entries that leads nowhere."""
        for section, entries in sections.items():
            for name in self._doubtful(section, entries):
                yield from self._entity(way_to(section, name), entries[name])

    def _doubtful(self, section: str, entries: Mapping[str, Any]) -> Iterable[str]:
        """Give the entries that hold more than words, or all where a word of any leads nowhere."""
        kind = next(map(kind_of, entries.values()), None)
        if kind is None:
            return ()
        words, beyond, _ = columns_of(self.case, section, entries)
        for name, _, fragment, leading in self._referring(kind):
            lost = words[name] - leading
            if lost and not (fragment and all(map(self._quotes, lost))):
                return entries
        return beyond

    def _entity(self, route: Route, entity: Any) -> Iterator[Wrong]:
        kind: Any = type(entity)
        for name, sections, fragment, leading in self._referring(kind):
            stated = getattr(entity, name)
            if stated is UNSET or _all_lead(stated, leading):
                continue
            for at, item in _items((*route, name.rstrip("_")), stated):
                if item not in leading and not (fragment and self._quotes(item)):
                    yield self._nowhere(at, item, sections)
        for name, keys, values in _mapping(kind):
            for key, value in getattr(entity, name).items():
                at = (*route, name, key)
                if not any(key in self.known[section] for section in keys):
                    yield self._nowhere(at, key, keys, key=True)
                for inside, item in _items(at, value):
                    if not self._leads(item, values):
                        yield self._nowhere(inside, item, values)
                yield from self._entity(at, value) if hasattr(value, "__struct_fields__") else ()
        for name, value in parts(entity):
            written = name.rstrip("_").replace("_", "-") if route[-1] == "says" else name.rstrip("_")
            if isinstance(value, list):
                for position, nested in enumerate(value):
                    if isinstance(nested, Struct):
                        yield from self._entity((*route, written, position), nested)
            elif isinstance(value, Struct):
                yield from self._entity((*route, written), value)

    def _referring(self, kind: type) -> tuple[_Field, ...]:
        """Give the fields of a struct that refer to something, each with what it may say here."""
        found = self._fields.get(kind)
        if found is None:
            found = self._fields[kind] = tuple(
                (
                    name,
                    sections,
                    fragment,
                    self._leading_from(sections) - (NOTHING if name in NEEDED else set()),
                )
                for name, sections, fragment in referring(kind)
            )
        return found

    def _leads(self, item: str, sections: tuple[str, ...]) -> bool:
        return item in self._leading_from(sections)

    def _leading_from(self, sections: tuple[str, ...]) -> frozenset[str]:
        """Give the words by which a field that refers to `sections` leads somewhere, or says that it leads nowhere."""
        found = self._leading.get(sections)
        if found is None:
            found = self._leading[sections] = FREE.union(*(self.known[section] for section in sections))
        return found

    def _quotes(self, item: str) -> bool:
        return item.partition("#")[0] in self.known["sources"] or item.startswith(OF_KNOWLEDGE)

    def _nowhere(self, route: Route, item: str, sections: tuple[str, ...], *, key: bool = False) -> Wrong:
        near = self._near.get(sections)
        if near is None:
            near = words.references.near_entries([(section, self._offered[section]) for section in sections])
            self._near[sections] = near
        closed = all(section in words.references.CLOSED for section in sections)
        hint = words.suggestion.suggestion(item.partition("#")[0], near, closed=closed)
        return Wrong(route, words.references.no_such(item, *sections), hint, key=key)


def _all_lead(stated: Any, leading: frozenset[str]) -> bool:
    """Tell whether what is stated is a word, or plain words, that lead somewhere: of most fields there is no more to be said."""
    if type(stated) is list:
        return all(type(item) is str and item in leading for item in stated)
    return type(stated) is str and stated in leading


def _items(route: Route, value: Any) -> Iterator[Item]:
    """Give each reference that a value holds, with where in it that stands."""
    if isinstance(value, str):
        yield route, value
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from _items((*route, position), item)
    elif hasattr(value, "value"):
        yield from _items((*route, "value"), value.value)
        for number, version in enumerate(getattr(value, "versions", ())):
            if isinstance(version.value, str):
                yield (*route, "versions", number, "value"), version.value
