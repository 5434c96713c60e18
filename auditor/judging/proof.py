"""Facts, laws and paths as a result shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final, Literal

from auditor.graph.derive import Derived
from auditor.graph.hop import Hop
from auditor.judging.citation_dates import contested, timed, year_if_later
from auditor.model.bilingual import Bilingual
from auditor.model.dates import first_day, last_day
from auditor.model.law import Instrument, Knowledge, LegalText
from auditor.model.materials import Materials, plain
from auditor.model.result.findings import Citation, PathStep, PlaceInFile
from auditor.model.scalars import Words
from auditor.model.vocabulary import KNOWN_ORDER, UNKNOWN, UNSETTLED, Known
from auditor.text.citations import ARTICLE, PARAGRAPH, POINT, ROMAN, SEEN
from auditor.text.grammar import bilingual, both, filled

#: Characters of a line that a result repeats: a case on one line would otherwise be repeated whole for every fact.
LONGEST_LINE: Final = 400

#: By which parts of articles of French codes are numbered.
ROMAN_FIGURES: Final = frozenset("IVX")


def place(materials: Materials, route: str) -> PlaceInFile | None:
    """Give where the fact at `route` is written; a line too long to be shown is left out."""
    spot = materials.places.find(route)
    if spot is None:
        return None
    return PlaceInFile(
        file=spot.file,
        line=spot.line,
        column=spot.column,
        width=spot.width,
        text=spot.text if len(spot.text) <= LONGEST_LINE else "",
    )


def value_words(value: Any) -> str:
    """Give a value as one line of text."""
    if isinstance(value, list):
        return ", ".join(value_words(item) for item in value)
    if isinstance(value, dict):
        return " ".join(f"{name} {part}" for name, part in value.items() if part)
    bare = plain(value)
    if isinstance(bare, Words):
        return f"{bare.fr} / {bare.en}"
    return bare if isinstance(bare, str) else "stated"


def weakest(ways: Iterable[Known]) -> Known:
    """Give the weakest of the ways in which facts are known; `assumed` when there are none."""
    return max(ways, key=KNOWN_ORDER.index, default="assumed")


def known_of_flow(materials: Materials, route: str, shown: Iterable[str], more: Iterable[str] = ()) -> Known:
    """Give the weakest way in which the flow at `route`, those of its fields that are `shown`, and `more` are known."""
    routes = (route, *(f"{route}.{name}" for name in shown), *more)
    facts = (materials.fact(address) for address in routes if not materials.says_nothing(address))
    return weakest(fact.known for fact in facts if not fact.unsettled)


def citations(materials: Materials, references: Iterable[str], instruments: Iterable[str]) -> list[Citation]:
    """Give the texts of law cited, articles spelt out, with what must be said of their time."""
    by_reference = {cited.ref: cited for one in references for cited in _texts(materials, one)}
    found = list(by_reference.values())
    for name in dict.fromkeys(instruments):
        instrument = materials.knowledge.instruments[name]
        found.append(Citation(name, both(instrument.cite), instrument.official, _mechanism(instrument)))
    return found


def _texts(materials: Materials, reference: str) -> tuple[Citation, ...]:
    """Give the text that a reference leads to on the date of the case, none where no text applied."""
    known = materials.citations.get(reference)
    if known is None:
        known = materials.citations[reference] = tuple(_dated_texts(materials, reference))
    return known


def _dated_texts(materials: Materials, reference: str) -> Iterator[Citation]:
    law, day = materials.knowledge.law, known_by(materials)
    doubts = contested(materials.knowledge, day)
    for earlier in _on_date(reference, materials):
        name, _, article = earlier.partition(".")
        if name in law:
            said = [timed(law[name], materials.as_of, day, article), *doubts.get(name, ())]
            later = year_if_later(law[name].at(article).since, materials.as_of)
            yield _citation(earlier, law[name], article, note=_together(said), later=later)


def _on_date(reference: str, materials: Materials) -> tuple[str, ...]:
    """Return the reference, or its counterpart in the earlier law if the text did not yet apply on the date of the case."""
    name, _, article = reference.partition(".")
    law = materials.knowledge.law
    if name not in law or not law[name].since or first_day(law[name].since) <= last_day(materials.as_of):
        return (reference,)
    earlier = next((older for older, text in law.items() if text.succeeded_by == name), None)
    if earlier is None:
        return (reference,)
    while article:
        if article in law[earlier].counterparts:
            return (f"{earlier}.{law[earlier].counterparts[article]}",)
        article = article.rpartition(".")[0]
    return ()


def cite(knowledge: Knowledge, reference: str) -> Citation:
    """Give a text of law as it is cited whatever the date of the facts, with where it stands now."""
    name, _, article = reference.partition(".")
    text = knowledge.law[name]
    day = knowledge.as_of
    said = [timed(text, "", day, article), *contested(knowledge, day).get(name, ())]
    return _citation(reference, text, article, _together(said))


def _together(said: Iterable[Bilingual | None]) -> Bilingual | None:
    told = [part for part in said if part is not None]
    return Bilingual(" ".join(p.fr for p in told), " ".join(p.en for p in told)) if told else None


def known_by(materials: Materials) -> str:
    """Give the last day of which something may be known."""
    return materials.knowledge_date or materials.knowledge.as_of


def _citation(
    reference: str, text: LegalText, article: str, note: Bilingual | None, later: str = ""
) -> Citation:
    short, pattern = bilingual(text.short), bilingual(text.article or "{}")
    cited = filled(ARTICLE, law=short, article=_within(pattern, article)) if article else short
    return Citation(ref=reference, cite=cited, url=text.at(article).official, note=note, later=later)


@lru_cache(maxsize=512)
def _within(pattern: Bilingual, path: str) -> Bilingual:
    """Give an article with its paragraphs and points as each language cites them."""
    first, *parts = path.split(".")
    french = [filled(_mark(part), part=part).fr for part in parts]
    english = [filled(_mark(part), part=part).en for part in parts]
    said = Bilingual(", ".join([_numbered(first), *french]), "".join([_numbered(first), *english]))
    return Bilingual(pattern.fr.replace("{}", said.fr), pattern.en.replace("{}", said.en))


def _mark(part: str) -> Bilingual:
    if part.isdigit() and len(part) < 3:
        return PARAGRAPH
    return ROMAN if set(part) <= ROMAN_FIGURES else POINT


def _numbered(article: str) -> str:
    """Put the point of French codes back: `L121-2` is cited L.121-2; in a reference, points part the levels."""
    return re.sub(r"^([LRD])([0-9])", r"\1.\2", article)


def _mechanism(law: Instrument) -> Bilingual | None:
    parts = [bilingual(text) for text in (law.mechanism or law.test,) if text]
    if law.state:
        state = bilingual(law.state)
        parts.append(filled(SEEN, day=law.state_as_of, state=state))
    return _together(parts)


def path_step(derived: Derived, hop: Hop) -> PathStep:
    """Give a step of a path, and whether the operator of the place that it reaches can read there."""
    transport = content = UNKNOWN
    if hop.flow is not None:
        transport, content = str(plain(hop.flow.transport)), str(plain(hop.flow.content))
    reads, by = _reads(derived, hop)
    known = known_of_flow(derived.estate.materials, hop.route, ("transport", "content"), by)
    return PathStep(
        flow=hop.route.partition(".")[2],
        from_=hop.a,
        to=hop.b,
        transport=transport,
        content=content,
        known=known,
        reads=reads,
    )


def _reads(derived: Derived, hop: Hop) -> tuple[Literal["yes", "possible", "no"], tuple[str, ...]]:
    """Tell whether somebody reads there what the hop brings, and the facts beyond the path that show it."""
    readings = [r for r in derived.readability.by_place.get(hop.b, ()) if r.activity == hop.activity]
    sure = next((r for r in readings if r.sure & hop.mask), None)
    if sure is not None:
        return "yes", sure.proof
    return ("possible" if any(r.maybe & hop.mask for r in readings) else "no"), ()


def unsettled(value: Any) -> bool:
    """Tell whether a written value is unknown, or a list that is open."""
    bare = plain(value)
    if isinstance(bare, list):
        return any(plain(item) in UNSETTLED for item in bare if isinstance(plain(item), str))
    return isinstance(bare, str) and bare in UNSETTLED
