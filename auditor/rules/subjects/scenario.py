"""`scenario`: a what-if, with the findings that would appear in it."""

from __future__ import annotations

from auditor.graph.derive import Derived
from auditor.model.result import Bilingual
from auditor.model.vocabulary import UNKNOWN
from auditor.rules.names import Names, both
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.rules.values import FieldValue, Many, answer, perhaps


def _changes(derived: Derived, name: str) -> FieldValue:
    scenario = derived.estate.case.scenarios[name]
    sections = {route.partition(".")[0] for route in (*scenario.set, *scenario.remove)} | set(scenario.add)
    return Many(tuple(sorted(sections)), (), (f"scenarios.{name}",))


def _worsens(derived: Derived, name: str) -> FieldValue:
    """Tell whether findings would appear; while nobody says who operates a host, it may be whom the change is about."""
    proof = (f"scenarios.{name}",)
    estate = derived.estate
    nobody = tuple(f"hosts.{host}.operator" for host in sorted(estate.case.hosts) if estate.operator(host) == UNKNOWN)
    if not derived.effects.get(name) and nobody:
        return perhaps(nobody, proof)
    return answer(yes=bool(derived.effects.get(name)), proof=proof)


def _appearing(derived: Derived, names: Names, name: str) -> Bilingual:
    del names
    effects = derived.effects.get(name, ())
    return both("; ".join(effects)) if effects else Bilingual("aucun", "none")


def _count(derived: Derived, names: Names, name: str) -> Bilingual:
    del names
    return both(str(len(derived.effects.get(name, ()))))


SCENARIO: Subject[str] = Subject(
    name="scenario",
    doc=Bilingual("scénario", "scenario"),
    each=lambda derived: sorted(derived.effects),
    id=lambda name: name,
    route=lambda name: f"scenarios.{name}",
    fields={
        "changes": Field("word", Bilingual("ce qui change", "what changes"), _changes),
        "worsens": Field("answer", Bilingual("l'apparition de constats", "findings appearing"), _worsens, YES_NO),
    },
    slots={
        "scenario": lambda derived, names, name: names.within("scenarios", name),
        "appearing": _appearing,
        "count": _count,
    },
)
