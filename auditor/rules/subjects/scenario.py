"""`scenario`: a what-if, with the findings that would appear in it. Some are built in: without a decision that is in doubt."""

from __future__ import annotations

from typing import Final

from auditor.graph.derive import Derived
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import FieldValue, Selection, answer, perhaps
from auditor.model.vocabulary import UNKNOWN
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.text.grammar import bilingual, both, filled, side_by_side
from auditor.text.names import Names
from auditor.text.slots.scenario import FINDING, NO_FINDING, NOTHING_PENDING, PENDING, WITHOUT_DECISION

#: How a built-in scenario is named: `without-us-dpf`.
WITHOUT: Final = "without-"
#: Fields of organisations and hosts that hold a certificate, or a place on the list of an adequacy decision.
CERTIFICATES: Final = frozenset({"certified", "dpf", "dpf_covers", "privacy_shield", "in_scope"})


def decision_of(derived: Derived, name: str) -> str:
    """Give the adequacy decision that a built-in scenario takes away; nothing for a scenario of the case."""
    return "" if name in derived.estate.case.scenarios else name.removeprefix(WITHOUT)


def _routes(derived: Derived, name: str) -> tuple[str, ...]:
    scenario = derived.estate.case.scenarios.get(name)
    return (
        (f"adequacy.{decision_of(derived, name)}",) if scenario is None else (*scenario.set, *scenario.remove)
    )


def _proof(derived: Derived, name: str) -> tuple[str, ...]:
    decision = decision_of(derived, name)
    return (
        (f"scenarios.{name}",)
        if not decision
        else (f"adequacy.{decision}", *derived.grounds.relied[decision])
    )


def _changes(derived: Derived, name: str) -> FieldValue:
    scenario = derived.estate.case.scenarios.get(name)
    added = set() if scenario is None else set(scenario.add)
    sections = {route.partition(".")[0] for route in _routes(derived, name)} | added
    return Selection(sure=tuple(sorted(sections)), proof=_proof(derived, name))


def _loses(derived: Derived, name: str) -> FieldValue:
    found = set()
    for route in _routes(derived, name):
        section, _, rest = route.partition(".")
        if section == "adequacy":
            found.add("adequacy")
        elif section in ("organisations", "hosts") and rest.partition(".")[2] in CERTIFICATES:
            found.add("certificate")
    return Selection(sure=tuple(sorted(found)), proof=_proof(derived, name))


def _decisions_on(derived: Derived, name: str) -> FieldValue:
    """Give the countries of the adequacy decisions that the scenario takes away."""
    known = derived.estate.materials.knowledge.adequacy
    gone = {route.split(".")[1] for route in _routes(derived, name) if route.startswith("adequacy.")}
    found = sorted({known[decision].country for decision in gone if decision in known})
    return Selection(sure=tuple(found), proof=_proof(derived, name))


def _worsens(derived: Derived, name: str) -> FieldValue:
    """Tell whether findings would appear; while nobody says who operates a host, it may be whom the change is about."""
    proof = _proof(derived, name)
    estate = derived.estate
    nobody = tuple(
        f"hosts.{host}.operator" for host in sorted(estate.case.hosts) if estate.operator(host) == UNKNOWN
    )
    if not derived.effects[name].worsens and nobody:
        return perhaps(nobody, proof)
    return answer(yes=derived.effects[name].worsens, proof=proof)


def _unsettles(derived: Derived, name: str) -> FieldValue:
    return answer(yes=bool(derived.effects[name].asks), proof=_proof(derived, name))


def _named(names: Names, findings: tuple[tuple[Bilingual, str], ...]) -> Bilingual:
    """Name findings by the titles of their rules, each with whom it would be of."""
    of: dict[Bilingual, list[Bilingual]] = {}
    for title, culprit in findings:
        parts = [names.culprit(part) for part in culprit.split("+")]
        of.setdefault(title, []).append(
            Bilingual(" + ".join(part.fr for part in parts), " + ".join(part.en for part in parts))
        )
    if not of:
        return NO_FINDING
    return side_by_side(filled(FINDING, title=title, of=side_by_side(who)) for title, who in of.items())


def _title(derived: Derived, names: Names, name: str) -> Bilingual:
    known = derived.estate.materials.knowledge.adequacy
    decision = known.get(decision_of(derived, name))
    if decision is None:
        return names.within("scenarios", name)
    title = bilingual(decision.title) if decision.title else both(decision.country)
    return filled(WITHOUT_DECISION, decision=decision.decision, title=title)


def _watched(derived: Derived, names: Names, name: str) -> Bilingual:
    """Say what is pending about the decision, each event with its date."""
    del names
    known = derived.estate.materials.knowledge.adequacy
    gone = sorted({route.split(".")[1] for route in _routes(derived, name) if route.startswith("adequacy.")})
    watch = [item for decision in gone if decision in known for item in known[decision].watch]
    if not watch:
        return NOTHING_PENDING
    said = [filled(PENDING, event=bilingual(item.what), date=item.date) for item in watch]
    return Bilingual("; ".join(one.fr for one in said), "; ".join(one.en for one in said))


SCENARIO: Subject[str] = Subject(
    name="scenario",
    each=lambda derived: sorted(derived.effects),
    id=lambda name: name,
    route=lambda name: f"scenarios.{name}",
    fields={
        "changes": Field("word", _changes),
        "loses": Field("word", _loses, ("adequacy", "certificate")),
        "decisions_on": Field("country", _decisions_on),
        "worsens": Field("answer", _worsens, YES_NO),
        "unsettles": Field("answer", _unsettles, YES_NO),
    },
    slots={
        "scenario": _title,
        "appearing": lambda derived, names, name: _named(names, derived.effects[name].appears),
        "changing": lambda derived, names, name: _named(names, derived.effects[name].changes),
        "asking": lambda derived, names, name: _named(names, derived.effects[name].asks),
        "count": lambda derived, names, name: both(str(len(derived.effects[name].appears))),
        "changed": lambda derived, names, name: both(str(len(derived.effects[name].changes))),
        "watched": _watched,
    },
)
