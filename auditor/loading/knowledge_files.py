"""The knowledge base: who is who, who controls whom, which law is in force when; each fact with source and status."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec import Struct, convert

from auditor.errors import Problem, Refused
from auditor.loading.document import Document, Route, collector_paused, read
from auditor.loading.links import named_links
from auditor.loading.shape import convert as shaped
from auditor.loading.shape import nearest
from auditor.model.case import Organisation, Ownership, Source
from auditor.model.law import Adequacy, Bridge, Instrument, Knowledge, LegalText, ProblematicLaw, Watched
from auditor.model.scalars import Date, Id, Text

VOUCHING: Final = frozenset({"own-document", "filing", "decision", "judgment", "law"})
Country = str


class KnowledgeFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the knowledge base."""

    auditor: str
    knowledge: Id
    as_of: Date
    sources: dict[Id, Source] = {}
    organisations: dict[Id, Organisation] = {}
    ownership: list[Ownership] = []
    instruments: dict[str, Instrument] = {}
    adequacy: dict[Id, Adequacy] = {}
    problematic: dict[Id, ProblematicLaw] = {}
    bridges: dict[Id, Bridge] = {}
    watch: dict[Id, Watched] = {}
    law: dict[Id, LegalText] = {}
    eu: dict[Country, Date] = {}
    eea: dict[Country, Date] = {}
    left: dict[Country, Date] = {}
    countries: dict[Country, Text] = {}


MERGED: Final = (
    "sources",
    "organisations",
    "instruments",
    "adequacy",
    "problematic",
    "bridges",
    "watch",
    "law",
    "eu",
    "eea",
    "left",
    "countries",
)


def load_knowledge(files: Sequence[tuple[str, bytes]]) -> Knowledge:
    """Give the knowledge of all `files` together; a later folder may add entries, not repeat them. Raises Refused."""
    with collector_paused():
        documents = [read(path, data) for path, data in files]
        problems = [problem for document in documents for problem in document.problems]
        merged: dict[str, Any] = {name: {} for name in MERGED}
        links: list[tuple[Document, Route, dict[str, Any]]] = []
        as_of = ""
        for document in documents:
            if document.value is None or document.problems:
                continue
            typed, wrong = shaped(document.value, KnowledgeFile)
            problems.extend(document.problem(route, message, hint) for route, message, hint in wrong)
            if typed is not None:
                as_of = max(as_of, typed.as_of)
                problems.extend(_merge(document, typed, merged))
                links.extend((document, ("ownership", n), item) for n, item in enumerate(document.value.get("ownership", [])))
        named, repeated = named_links(links, "ownership")
        problems.extend(repeated)
        if not problems:
            problems.extend(_checks(documents, merged))
        if problems:
            raise Refused(problems)
        ownership = {name: convert(item, Ownership) for name, (_, _, item) in named.items()}
    return Knowledge(as_of=as_of, ownership=ownership, **merged)


def _merge(document: Document, typed: KnowledgeFile, merged: dict[str, Any]) -> Iterator[Problem]:
    for name in MERGED:
        for key, entry in getattr(typed, name).items():
            if key in merged[name]:
                yield document.problem((name, key), f"{key} is in the knowledge base already", key=True)
            merged[name][key] = entry


def _checks(documents: Sequence[Document], merged: dict[str, Any]) -> Iterator[Problem]:
    sources = merged["sources"]
    for document in documents:
        for key, watched in document.value.get("watch", {}).items():
            if watched["adequacy"] not in merged["adequacy"]:
                hint = nearest(watched["adequacy"], merged["adequacy"])
                yield document.problem(("watch", key, "adequacy"), f"no such decision: {watched['adequacy']}", hint)
    for document in documents:
        for section in ("organisations", "ownership"):
            entries = document.value.get(section, {})
            for key, entry in entries.items() if isinstance(entries, dict) else enumerate(entries):
                yield from _entry(document, (section, key), entry, sources, merged["organisations"])


def _entry(
    document: Document, route: Route, entry: dict[str, Any], sources: dict[str, Source], organisations: dict[str, Any]
) -> Iterator[Problem]:
    for name in ("source", "as_of", "status"):
        if name not in entry:
            yield document.problem(route, f"{name} is missing")
    source, status = entry.get("source", ""), entry.get("status", "")
    for name in (source, *entry.get("also", [])):
        if name not in sources:
            yield document.problem(route, f"no such source: {name}", nearest(name, sources))
    if source in sources and status == "verified" and sources[source].kind not in VOUCHING:
        yield document.problem(route, f"verified, but its source is of kind {sources[source].kind}")
    if (source == "none") != (status == "unverified"):
        yield document.problem(route, "what is unverified has the source none, and nothing else has")
    for name in ("owner", "of", "parent", "branch_of", "succeeded_by"):
        other = entry.get(name)
        if isinstance(other, str) and other not in organisations and other not in ("none", "unknown"):
            yield document.problem((*route, name), f"no such organisation: {other}", nearest(other, organisations))
