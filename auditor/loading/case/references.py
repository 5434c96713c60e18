"""References between facts: which fields name what, and those that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final, get_args, get_origin

from auditor.loading.files.convert import nearest
from auditor.loading.files.structs import fields, is_struct
from auditor.model.case.claim_meaning import PLACES
from auditor.model.case.document import Case
from auditor.model.vocabulary import ACTIVITY_TERMS, CATEGORIES, NONE, UNSETTLED

Route = tuple[str | int, ...]
Dangling = tuple[Route, str, str]
FREE: Final = frozenset({*UNSETTLED, NONE, ""})
WHAT: Final = {
    "organisations": "organisation",
    "hosts": "host",
    "people": "people",
    "data": "category of data",
    "activities": "activity",
    "sources": "source",
    "countries": "country (ISO 3166-1, as in FR)",
    "places": "place (EU, EEA, adequate)",
    "terms": "word for what an organisation is",
}


@cache
def _referring(kind: type) -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    """Give the fields of a struct that refer to something: name, sections, whether a fragment may follow."""
    found = []
    for name, annotation in fields(kind).items():
        extra = _reference(annotation)
        if extra is not None:
            found.append((name, tuple(extra["ref"]), bool(extra.get("fragment"))))
    return tuple(found)


@cache
def _mapping(kind: type) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """Give the fields of a struct that map one reference to others: name, sections of the keys and of the values."""
    found = []
    for name, annotation in fields(kind).items():
        if get_origin(annotation) is dict:
            keys, values = map(_reference, get_args(annotation))
            if keys is not None and values is not None:
                found.append((name, tuple(keys["ref"]), tuple(values["ref"])))
    return tuple(found)


def _reference(annotation: Any) -> dict[str, Any] | None:
    """Give what an annotation says of a reference: in itself, in a branch, in the items of a list, in a value with its own source."""
    for meta in getattr(annotation, "__metadata__", ()):
        extra: dict[str, Any] = getattr(meta, "extra", None) or {}
        if "ref" in extra:
            return extra
    if is_struct(annotation) and not get_args(annotation):
        return _reference(fields(annotation).get("value"))
    if get_origin(annotation) is dict:
        return None
    return next((found for part in get_args(annotation) if (found := _reference(part)) is not None), None)


class References:
    """What may be referred to in a case."""

    def __init__(self, case: Case, countries: Mapping[str, Any]) -> None:
        self.case = case
        self.known: dict[str, Mapping[str, Any]] = {
            "organisations": case.organisations,
            "hosts": case.hosts,
            "people": case.people,
            "data": {**CATEGORIES, **case.data},
            "activities": case.activities,
            "sources": case.sources,
            "terms": ACTIVITY_TERMS,
            "countries": countries,
            "places": dict.fromkeys(PLACES),
        }

    def dangling(self) -> Iterator[Dangling]:
        """Give every reference that leads nowhere as (route, message, hint)."""
        yield from self._entity(("case",), self.case.case)
        for section in self.case.__struct_fields__[1:]:
            for name, entity in getattr(self.case, section).items():
                yield from self._entity((section, name), entity)

    def _entity(self, route: Route, entity: Any) -> Iterator[Dangling]:
        kind: Any = type(entity)
        for name, sections, fragment in _referring(kind):
            value = getattr(entity, name)
            written = name.rstrip("_")
            for item in _items(value):
                if item in FREE or any(item in self.known[section] for section in sections):
                    continue
                if fragment and (
                    item.partition("#")[0] in self.known["sources"] or item.startswith("knowledge:")
                ):
                    continue
                yield self._nowhere((*route, written), item, sections)
        for name, keys, values in _mapping(kind):
            for key, value in getattr(entity, name).items():
                if not any(key in self.known[section] for section in keys):
                    yield self._nowhere((*route, name, key), key, keys)
                for item in _items(value):
                    if item not in FREE and not any(item in self.known[section] for section in values):
                        yield self._nowhere((*route, name, key), item, values)
                yield from (
                    self._entity((*route, name, key), value) if hasattr(value, "__struct_fields__") else ()
                )
        for name in entity.__struct_fields__:
            value = getattr(entity, name)
            for nested in value if isinstance(value, list) else [value]:
                if hasattr(nested, "__struct_fields__"):
                    yield from self._entity(
                        (
                            *route,
                            name.rstrip("_").replace("_", "-") if route[-1] == "says" else name.rstrip("_"),
                        ),
                        nested,
                    )

    def _nowhere(self, route: Route, item: str, sections: Iterable[str]) -> Dangling:
        listed = list(sections)
        what = " or ".join(WHAT[section] for section in listed)
        words = [word for section in listed for word in self.known[section]]
        return route, f"no such {what}: {item}", nearest(item.partition("#")[0], words)


def _items(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _items(item)
    elif hasattr(value, "value"):
        yield from _items(value.value)
        yield from (
            version.value for version in getattr(value, "versions", ()) if isinstance(version.value, str)
        )
