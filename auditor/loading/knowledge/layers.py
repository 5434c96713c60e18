"""The knowledge base: who is who, who controls whom, which law is in force when; each fact with source and status.

It is read in layers. Within a layer an entry may stand once; in a later one it takes the place of the entry of the earlier,
and what it changes is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any, Final

from msgspec import Struct, convert, field, to_builtins

from auditor.errors import Problem, Refused, at_file
from auditor.graph.holdings import DEPENDENCY
from auditor.loading.files.convert import MOST
from auditor.loading.files.convert import convert as shaped
from auditor.loading.files.document import Document, Route, collector_paused, read
from auditor.loading.files.links import Placed, kind_of, named_links, where
from auditor.loading.knowledge.checks import broken, unused
from auditor.loading.knowledge.entry import PlacedEntry
from auditor.model.case.organisations import Organisation
from auditor.model.case.ownership import Ownership
from auditor.model.case.sources import Source
from auditor.model.law import Adequacy, Bridge, ConsentAge, Instrument, Knowledge, LegalText, ProblematicLaw
from auditor.model.materials import Override
from auditor.model.participation import Participation
from auditor.model.scalars import Date, Id, Text
from auditor.model.web import Domain, Product, Widget
from auditor.text.problems.hints import FIRST_IN
from auditor.text.problems.shape import DECLARED_TWICE, MORE, VERSION

Country = str


class KnowledgeFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the knowledge base."""

    auditor: str
    knowledge: Id
    as_of: Date
    sources: dict[Id, Source] = {}
    organisations: dict[Id, Organisation] = {}
    ownership: list[Ownership] = []
    dpf: dict[Id, list[Participation]] = {}
    instruments: dict[str, Instrument] = {}
    adequacy: dict[Id, Adequacy] = {}
    problematic: dict[Id, ProblematicLaw] = {}
    bridges: dict[Id, Bridge] = {}
    law: dict[Id, LegalText] = {}
    consent_ages: dict[Country, ConsentAge] = {}
    eu: dict[Country, Date] = {}
    eea: dict[Country, Date] = {}
    left: dict[Country, Date] = {}
    parts: dict[Country, Country] = {}
    countries: dict[Country, Text] = {}
    domains: dict[str, Domain] = {}
    widgets: dict[Id, Widget] = {}
    products: dict[Id, Product] = {}


MERGED: Final = tuple(
    n for n in KnowledgeFile.__struct_fields__ if n not in ("auditor", "knowledge", "as_of", "ownership")
)
#: A file that links of the base are said to stand in when they are named anew together with added ones.
BASE: Final = Document(path="knowledge", data=b"", value=None)


class _Read(Struct):
    """One layer as it is read."""

    problems: list[Problem] = field(default_factory=list)
    as_of: str = ""
    sections: dict[str, dict[str, Any]] = field(default_factory=lambda: {name: {} for name in MERGED})
    places: dict[tuple[str, str], tuple[Document, Route]] = field(default_factory=dict)
    links: list[Placed] = field(default_factory=list)
    held: list[PlacedEntry] = field(default_factory=list)


def load_knowledge(files: Sequence[tuple[str, bytes]]) -> Knowledge:
    """Give the knowledge of all `files` together, as one layer. Raises Refused with every problem."""
    return add_knowledge(Knowledge(), files)[0]


def add_knowledge(
    base: Knowledge, files: Sequence[tuple[str, bytes]], *, whole: bool = False
) -> tuple[Knowledge, tuple[Override, ...]]:
    """Give `base` with the layer of `files` laid over it, and what that changes of it. Raises Refused with every problem.

    Where the knowledge is said to be `whole`, a source on which nothing rests is a problem too.
    """
    with collector_paused():
        layer = _Read()
        for path, data in files:
            _file(layer, read(path, data))
        named, repeated = named_links(layer.links, "ownership")
        layer.problems.extend(repeated)
        if layer.problems:
            raise Refused(layer.problems)
        ownership, changed = _links(base, named)
        merged = {name: {**getattr(base, name), **layer.sections[name]} for name in MERGED}
        known = Knowledge(as_of=max(base.as_of, layer.as_of), ownership=ownership, **merged)
        found = chain(broken(layer.held, known), unused(layer.held, known) if whole else ())
        problems = list(islice(found, MOST))
        problems += [at_file("", MORE(count=MOST))] if next(found, None) else []
        if problems:
            raise Refused(problems)
    return known, (*_changes(base, layer), *changed)


def _file(layer: _Read, document: Document) -> None:
    layer.problems.extend(document.problems)
    if document.value is None or document.problems:
        return
    typed, wrong = shaped(document.value, KnowledgeFile)
    layer.problems.extend(document.place(each) for each in wrong)
    if typed is None:
        return
    if typed.auditor != "1":
        layer.problems.append(document.problem(("auditor",), VERSION(version=typed.auditor)))
    layer.as_of = max(layer.as_of, typed.as_of)
    for name in MERGED:
        for key, entry in getattr(typed, name).items():
            route = (name, key)
            if route in layer.places:
                hint = FIRST_IN(place=where(*layer.places[route]))
                layer.problems.append(document.problem(route, DECLARED_TWICE(name=key), hint, key=True))
                continue
            layer.places[route] = (document, route)
            layer.sections[name][key] = entry
            for steps, raw in _entries(route, document.value[name][key]):
                layer.held.append(_placed(document, steps, key, raw, day=typed.as_of))
    for number, raw in enumerate(document.value.get("ownership", [])):
        at = ("ownership", number)
        layer.links.append((document, at, raw))
        layer.held.append(_placed(document, at, f"{raw['owner']}>{raw['of']}", raw, day=typed.as_of))


def _entries(route: Route, raw: Any) -> Iterator[tuple[Route, dict[str, Any]]]:
    """Give the mapping that stands at `route`, or each of the list that does, with its own route."""
    rows = (
        [((), raw)]
        if isinstance(raw, dict)
        else [((n,), row) for n, row in enumerate(raw)]
        if isinstance(raw, list)
        else []
    )
    yield from (((*route, *steps), row) for steps, row in rows)


def _placed(document: Document, route: Route, key: str, raw: dict[str, Any], *, day: str) -> PlacedEntry:
    return PlacedEntry(document=document, route=route, section=str(route[0]), key=key, entry=raw, day=day)


def _links(base: Knowledge, added: dict[str, Placed]) -> tuple[dict[str, Ownership], list[Override]]:
    """Merge links: an added holding replaces every holding between the same two organisations, a licence every licence."""
    if not added:
        return base.ownership, []
    theirs = {_same(item): item for _, _, item in added.values()}
    kept: list[Placed] = []
    changes: list[Override] = []
    for name, link in base.ownership.items():
        plain: dict[str, Any] = to_builtins(link)
        new = theirs.get(_same(plain))
        if new is None:
            kept.append((BASE, (), plain))
        else:
            changes.extend(_differences(f"ownership.{name}", plain, new))
    named, _ = named_links([*kept, *added.values()], "ownership")
    return {name: convert(item, Ownership) for name, (_, _, item) in named.items()}, changes


def _same(link: dict[str, Any]) -> tuple[str, str, str]:
    kind = kind_of(link)
    return link["owner"], link["of"], kind if kind in (*DEPENDENCY, "veto") else "holding"


def _changes(base: Knowledge, layer: _Read) -> Iterator[Override]:
    for name, section in layer.sections.items():
        before = getattr(base, name)
        for key in sorted(section.keys() & before.keys()):
            yield from _differences(f"{name}.{key}", to_builtins(before[key]), to_builtins(section[key]))


def _differences(route: str, old: Any, new: Any) -> Iterator[Override]:
    if not isinstance(old, dict) or not isinstance(new, dict):
        if old != new:
            yield Override(route, words(old), words(new), "knowledge")
        return
    for name in sorted((old.keys() | new.keys()) - {"note", "also"}):
        if old.get(name) != new.get(name):
            yield Override(f"{route}.{name}", words(old.get(name)), words(new.get(name)), "knowledge")


def words(value: Any) -> str:
    """Give a plain value as one line."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {words(part)}" for name, part in value.items())
    if isinstance(value, list):
        return "; ".join(words(item) for item in value)
    return "" if value is None else str(value)
