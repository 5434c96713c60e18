"""Whether what people say of a document names what is in the case: told once, where they say it, before anything is made of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from auditor.errors import Problem, UsageRefused
from auditor.loading.files.document import Document, Route, read
from auditor.loading.files.regular import content
from auditor.loading.files.repository import IMPORTS
from auditor.model.imports import NOT_PERSONAL, SaidOfSource
from auditor.model.law import Knowledge
from auditor.model.vocabulary import CATEGORIES, SHARING_IDS
from auditor.text.problems import importing as words
from auditor.text.problems.hints import NEAREST

#: Where what is said may lie, by its key; of people, any end of a flow.
SECTIONS: Final[Mapping[str, tuple[str, ...]]] = {
    "by": ("organisations",),
    "for": ("activities",),
    "site": ("hosts",),
    "people": SHARING_IDS,
}
#: The option that says the same as a key.
OPTIONS: Final = {key: f"--{key}" for key in SECTIONS}
NEAR: Final = 3


def not_there(
    into: Path, name: str, said: SaidOfSource, sections: Mapping[str, Any], *, knowledge: Knowledge
) -> Iterator[Problem]:
    """Yield each word said of the document `name` that names nothing in the case, at its place in `imports.yaml`.

    Raises UsageRefused for a word that an option says.
    """
    file = into / IMPORTS
    document = read(file.as_posix(), content(file)) if file.is_file() else None
    for key, route, word, known in _said(said, sections, knowledge):
        if word in known:
            continue
        near = get_close_matches(word, sorted(known), NEAR)
        hint = NEAREST(words=", ".join(near)) if near else None
        place = ("imports", name, key, *route)
        if document is None or not _stands(document, place):
            raise UsageRefused(words.OPTION_NOT_IN_CASE(option=OPTIONS.get(key, key), word=word), hint)
        yield document.problem(place, words.NOT_IN_CASE(word=word, key=key), hint)


def _said(
    said: SaidOfSource, sections: Mapping[str, Any], knowledge: Knowledge
) -> Iterator[tuple[str, Route, str, Collection[str]]]:
    """Yield each word that must be there: its key, where it stands below that, and what there is."""
    ids = {key: set(_ids(sections, names)) for key, names in SECTIONS.items()}
    ids["by"] |= set(knowledge.organisations)
    ids["people"] |= set(knowledge.organisations)
    for key, word in (("by", said.by), ("for", said.for_), ("site", said.site)):
        if word:
            yield key, (), word, ids[key]
    for called, word in said.people.items():
        yield "people", (called,), word, ids["people"]
    categories = {NOT_PERSONAL, *CATEGORIES, *_ids(sections, ("data",))}
    for called, stated in said.data.items():
        for number, word in enumerate([stated] if isinstance(stated, str) else stated):
            yield "data", (called,) if isinstance(stated, str) else (called, number), word, categories


def _ids(sections: Mapping[str, Any], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        part = sections.get(name)
        yield from part if isinstance(part, dict) else ()


def _stands(document: Document, route: Route) -> bool:
    """Tell whether something stands at a route of a document."""
    value: Any = document.value
    for step in route:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int):
            value = value[step] if step < len(value) else None
        else:
            return False
    return value is not None
