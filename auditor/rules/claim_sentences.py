"""The sentences on a claim: why each of its parts has its verdict, with names."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from auditor.graph.claims.part import Checked, Part
from auditor.graph.derive import Derived
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import SHOWN, distinct
from auditor.model.vocabulary import UNKNOWN
from auditor.text.grammar import bilingual, both, filled, listed
from auditor.text.names import Names
from auditor.text.slots.claim import (
    ABOUT,
    BECAUSE,
    DISPUTED,
    FLOW,
    LEADS,
    NOT_CHECKABLE,
    PLACE,
    PLAIN,
    RECORDED,
    UNTITLED_FLOW,
)
from auditor.text.vocabulary import ORGANISATIONS

#: Reasons whose words say by themselves how well they are known.
SELF_SAID: Final = frozenset({"rests-on-words", "reach-to-document"})
NOTHING: Final = both("")
#: Kinds of organisations that a sentence names before it leaves the rest.
FEW: Final = 2


def part_words(derived: Derived, names: Names, claim: str, part: Part) -> Bilingual:
    """Say why a part has its verdict, as one sentence that says how well its facts are known."""
    sources = _sources(derived, names, part)
    clause = filled(_template(part), **_slots(derived, names, claim, part), sources=sources)
    lead = PLAIN if part.known in SHOWN or part.because in SELF_SAID or not part.proof else LEADS[part.known]
    said = filled(lead, clause=clause, sources=sources)
    return Bilingual(said.fr[:1].upper() + said.fr[1:], said.en[:1].upper() + said.en[1:])


def claim_words(derived: Derived, names: Names, checked: Checked) -> Bilingual:
    """Say the verdict on a whole claim in a sentence for each of its parts, the gravest first."""
    if not checked.parts:
        return NOT_CHECKABLE
    said = distinct(part_words(derived, names, checked.id, part) for part in together(checked.parts))
    return Bilingual(" ".join(words.fr for words in said), " ".join(words.en for words in said))


def together(parts: tuple[Part, ...]) -> list[Part]:
    """Give the parts with those of one reason taken as one, where the same party does the same at several places."""
    merged: dict[tuple[object, ...], Part] = {}
    for part in parts:
        key = (part.verdict, part.because, part.known, part.who, part.countries, part.terms)
        first = merged.get(key)
        merged[key] = (
            part
            if first is None
            else replace(
                first,
                data=distinct((*first.data, *part.data)),
                at=distinct((*first.at, *part.at)),
                flows=distinct((*first.flows, *part.flows)),
                proof=distinct((*first.proof, *part.proof)),
                missing=distinct((*first.missing, *part.missing)),
            )
        )
    return list(merged.values())


def _template(part: Part) -> Bilingual:
    """Give the clause of a reason, in the form for nobody named or for no country, where it has one."""
    if part.because == "rests-on-words":
        return BECAUSE[part.because if part.known == "declared" else f"{part.because}:others"]
    if part.who in ("", UNKNOWN) and not part.terms and f"{part.because}:unnamed" in BECAUSE:
        return BECAUSE[f"{part.because}:unnamed"]
    if not [country for country in part.countries if country != "none"]:
        return BECAUSE.get(f"{part.because}:nowhere", BECAUSE[part.because])
    return BECAUSE[part.because]


def _slots(derived: Derived, names: Names, claim: str, part: Part) -> dict[str, Bilingual]:
    at = [place for place in part.at if place != part.who]
    places = listed(names.of(place) for place in part.at)
    flows = [_flow(derived, names, flow) for flow in part.flows]
    of = [*flows, *(names.of(place) for place in part.at)]
    countries = derived.estate.materials.knowledge.countries
    terms = listed(
        ORGANISATIONS[term].in_sentence if term in ORGANISATIONS else both(term) for term in part.terms[:FEW]
    )
    return {
        "who": names.of(part.who) if part.who else terms,
        "by": names.of(derived.estate.case.claims[claim].by),
        "data": names.data(part.data or ("personal",)),
        "at": places,
        "where": filled(PLACE, at=listed(names.of(place) for place in at)) if at else NOTHING,
        "flow": listed(flows),
        "of": filled(ABOUT, of=listed(of)) if of else NOTHING,
        "countries": listed(bilingual(countries.get(country, country)) for country in part.countries),
        "terms": terms,
    }


def _flow(derived: Derived, names: Names, name: str) -> Bilingual:
    flow = derived.estate.case.flows.get(name)
    if flow is None:
        return filled(RECORDED, title=names.within("activities", name))
    if flow.title:
        return filled(FLOW, title=bilingual(flow.title))
    hops = [hop for sheet in derived.estate.sheets.values() for hop in sheet.hops if hop.flow is flow]
    starts, ends = distinct(h.a for h in hops), distinct(h.b for h in hops)
    first = [place for place in starts if place not in ends] or list(starts)
    last = [place for place in ends if place not in starts] or list(ends)
    return filled(UNTITLED_FLOW, start=names.all(first), end=names.all(last))


def _sources(derived: Derived, names: Names, part: Part) -> Bilingual:
    fact = derived.estate.materials.fact
    facts = [fact(route) for route in part.missing or part.proof]
    weakest = [one for one in facts if one.known == part.known] or facts
    return listed(names.source(cited) for cited in sorted({one.source for one in weakest if one.source}))


def disputed(derived: Derived, names: Names, checked: Checked) -> Bilingual:
    """Name in brackets, after a space, the data of the parts that have the verdict of a claim; nothing where they name none."""
    data = distinct(
        category
        for part in checked.parts
        if part.verdict == checked.verdict
        for category in part.data
        if category in derived.estate.taxonomy
    )
    return filled(DISPUTED, data=names.data(data)) if data else NOTHING
