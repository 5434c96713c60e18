"""`claim`: what someone says about the system, and what the facts modelled say of it."""

from __future__ import annotations

from msgspec import UNSET
from msgspec.structs import replace

from auditor.graph.claims import VERDICT_ORDER, Checked, PartVerdict
from auditor.graph.derive import Derived
from auditor.graph.estate import Hop
from auditor.model.bilingual import Bilingual
from auditor.model.case.claim_meaning import NotExposedTo, Says
from auditor.model.evidence import Choice, FieldValue, Selection, answer, perhaps
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.text.grammar import bilingual, both, filled, side_by_side
from auditor.text.names import Names
from auditor.text.slots.claim import BECAUSE, REASON, VERDICT_WORDS


def part_words(derived: Derived, names: Names, part: PartVerdict) -> Bilingual:
    """Say why a part has its verdict, with names."""
    template = BECAUSE[part.because]
    about, who, at = names.data(part.about), names.of(part.who), names.of(part.at)
    found = {derived.estate.materials.fact(route).source for route in part.missing or part.proof}
    sources = ", ".join(sorted(source for source in found if source)) or "—"
    return filled(template, who=who, about=about, at=at, sources=sources)


def claim_words(derived: Derived, names: Names, checked: Checked) -> Bilingual:
    """Say the verdict on a whole claim, part by part, the gravest first."""
    if not checked.parts:
        return VERDICT_WORDS[checked.verdict]
    return side_by_side(
        [
            filled(REASON, verdict=VERDICT_WORDS[p.verdict], why=part_words(derived, names, p))
            for p in _together(checked.parts)
        ]
    )


def _together(parts: tuple[PartVerdict, ...]) -> list[PartVerdict]:
    """Give the parts with those of one verdict, reason and place taken as one."""
    merged: dict[tuple[str, str, str, str], PartVerdict] = {}
    for part in parts:
        key = (part.verdict, part.because, part.who, part.at)
        first = merged.get(key)
        merged[key] = part if first is None else replace(first, about=(*first.about, *part.about))
    return list(merged.values())


def gravest(checked: Checked) -> PartVerdict | None:
    """Give the part that decides the verdict."""
    return min(checked.parts, key=lambda p: VERDICT_ORDER.index(p.verdict)) if checked.parts else None


def _verdict(derived: Derived, checked: Checked) -> FieldValue:
    del derived
    part = gravest(checked)
    proof = (f"claims.{checked.id}", *(part.proof if part else ()))
    if checked.verdict == "unproven":
        return Choice(
            options=("contradicted", "inconsistent", "supported"),
            proof=proof,
            missing=checked.missing or (f"claims.{checked.id}",),
        )
    return Choice(options=(checked.verdict,), proof=proof)


def _imposed(derived: Derived, checked: Checked) -> FieldValue:
    """Tell whether the words are those that HDS requirement 31 imposes on a service with a SecNumCloud qualification."""
    says = derived.estate.case.claims[checked.id].says
    meaning = says.not_exposed_to if isinstance(says, Says) else UNSET
    route = f"claims.{checked.id}"
    if not isinstance(meaning, NotExposedTo) or meaning.imposed == "false":
        return answer(yes=False, proof=(route,))
    if meaning.imposed != "true":
        return perhaps((route,))
    hosts = sorted(
        {name for part in checked.parts for name in part.about if name in derived.estate.case.hosts}
    )
    qualified = [derived.certificates.qualified(name) for name in hosts]
    if any(found.value is False for found in qualified):
        return answer(
            yes=False, proof=tuple(r for found in qualified if found.value is False for r in found.proof)
        )
    missing = tuple(r for found in qualified for r in found.missing)
    return (
        perhaps(missing)
        if missing
        else answer(yes=True, proof=(route, *(r for found in qualified for r in found.proof)))
    )


def _path(derived: Derived, checked: Checked) -> tuple[Hop, ...]:
    del derived
    part = gravest(checked)
    return part.path if part else ()


CLAIM: Subject[Checked] = Subject(
    name="claim",
    each=lambda derived: derived.claims.all,
    id=lambda c: c.id,
    route=lambda c: f"claims.{c.id}",
    fields={
        "says": Field("word", lambda derived, c: Choice(options=(c.says,))),
        "verdict": Field("word", _verdict, VERDICT_ORDER),
        "data": Field(
            "category",
            lambda derived, c: Selection(
                sure=tuple(sorted({a for p in c.parts for a in p.about if a in derived.estate.taxonomy}))
            ),
        ),
        "imposed": Field("answer", _imposed, YES_NO),
        "by": Field(
            "party",
            lambda derived, c: Choice(
                options=(derived.estate.case.claims[c.id].by,), proof=(f"claims.{c.id}",)
            ),
        ),
    },
    slots={
        "who": lambda derived, names, c: names.of(derived.estate.case.claims[c.id].by),
        "quote": lambda derived, names, c: bilingual(derived.estate.case.claims[c.id].quote),
        "source": lambda derived, names, c: both(
            derived.estate.materials.fact(f"claims.{c.id}").source or "—"
        ),
        "parts": claim_words,
        "verdict": lambda derived, names, c: VERDICT_WORDS[c.verdict],
    },
    path=_path,
    asserted=lambda c: tuple(route for part in c.parts for route in part.proof),
    spots=lambda derived, c: tuple(f"{p.who}@{p.at}" for p in c.parts if p.verdict == c.verdict and p.at),
)
