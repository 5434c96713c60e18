"""`claim`: what someone says about the system, and what the facts modelled say of it."""

from __future__ import annotations

from msgspec import UNSET

from auditor.graph.claims.part import VERDICT_ORDER, Checked, Part
from auditor.graph.derive import Derived
from auditor.graph.hop import Hop
from auditor.model.case.claim_meaning import NotExposedTo, Says
from auditor.model.evidence import Choice, FieldValue, Selection, answer, distinct, perhaps
from auditor.rules.claim_sentences import claim_words, disputed
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.text.grammar import bilingual
from auditor.text.vocabulary import VALUES

#: What a claim says that speaks against its own author.
ADMISSION = "exposed-to"
#: Why a claim is unproven though every fact agrees with it.
RESTING = "rests-on-words"


def gravest(checked: Checked) -> Part | None:
    """Give the part that decides the verdict."""
    return min(checked.parts, key=lambda p: VERDICT_ORDER.index(p.verdict)) if checked.parts else None


def _verdict(derived: Derived, checked: Checked) -> FieldValue:
    """Give the verdict; an unproven claim is open where facts are missing, not where a party's word alone bears it out."""
    del derived
    part = gravest(checked)
    proof = (f"claims.{checked.id}", *(part.proof if part else ()))
    open_parts = [p for p in checked.parts if p.verdict == "unproven" and p.because != RESTING]
    if checked.verdict == "unproven" and (open_parts or not checked.parts):
        missing = distinct(route for p in open_parts for route in p.missing)
        return Choice(
            options=("contradicted", "inconsistent", "supported"),
            proof=proof,
            missing=missing or (f"claims.{checked.id}",),
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
    hosts = sorted({name for part in checked.parts for name in part.at if name in derived.estate.case.hosts})
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


def _reached_from(derived: Derived, checked: Checked) -> FieldValue:
    """Give the States whose law is shown to reach the data, against the claim."""
    del derived
    shown = [part for part in checked.parts if part.verdict == "contradicted"]
    return Selection(
        sure=distinct(country for part in shown for country in part.countries),
        proof=distinct(route for part in shown for route in part.proof),
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
        "says": Field("word", lambda derived, c: Choice(options=(c.says,), proof=(f"claims.{c.id}",))),
        "verdict": Field("word", _verdict, VERDICT_ORDER),
        "data": Field(
            "category",
            lambda derived, c: Selection(
                sure=tuple(sorted({a for p in c.parts for a in p.data if a in derived.estate.taxonomy}))
            ),
        ),
        "reached_from": Field("country", _reached_from),
        "imposed": Field("answer", _imposed, YES_NO),
        "admitted": Field(
            "answer", lambda derived, c: answer(yes=c.says == ADMISSION, proof=(f"claims.{c.id}",)), YES_NO
        ),
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
        "source": lambda derived, names, c: names.source(
            derived.estate.materials.fact(f"claims.{c.id}").source
        ),
        "parts": claim_words,
        "disputed": disputed,
        "verdict": lambda derived, names, c: VALUES[c.verdict].in_sentence,
    },
    path=_path,
    parties=lambda derived, c: (derived.estate.case.claims[c.id].by,),
    asserted=lambda c: tuple(route for part in c.parts for route in part.proof),
    spots=lambda derived, c: tuple(
        f"{p.who}@{place}" for p in c.parts if p.verdict == c.verdict for place in p.at
    ),
)
