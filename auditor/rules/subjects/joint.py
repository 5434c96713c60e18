"""`joint`: two organisations that decide together, for an activity or for what an element in a page collects and sends."""

from __future__ import annotations

from auditor.graph.derive import Derived
from auditor.graph.joint_controllers import Pair
from auditor.model.bilingual import Bilingual
from auditor.rules.language.values import FieldValue, Many, One, answer, perhaps, word
from auditor.rules.subjects.base import YES_NO, Field, Subject

SCOPES = {
    "activity": Bilingual("pour l'activité", "for the activity"),
    "collection": Bilingual(
        "pour la collecte et la transmission seulement", "for collection and transmission only"
    ),
}


def _jointly(derived: Derived, pair: Pair) -> FieldValue:
    del derived
    return (
        perhaps(pair.missing, pair.proof)
        if pair.jointly is None
        else answer(yes=pair.jointly, proof=pair.proof)
    )


def _arrangement(derived: Derived, pair: Pair) -> FieldValue:
    value, proof, missing = derived.joint.arrangement(pair)
    return perhaps(missing) if value is None else answer(yes=value, proof=proof)


def _loads(derived: Derived, pair: Pair) -> FieldValue:
    del derived
    if not pair.hops or pair.hops[0].flow is None:
        return One(("none",))
    return word(f"{pair.hops[0].route}.loads", pair.hops[0].flow.loads)


def _data(derived: Derived, pair: Pair) -> FieldValue:
    sheet = derived.estate.sheets[pair.activity]
    mask = 0
    for hop in pair.hops:
        mask |= hop.mask
    return Many(sheet.names(mask) if pair.hops else tuple(sheet.categories), (), pair.proof[:1])


JOINT: Subject[Pair] = Subject(
    name="joint",
    each=lambda derived: derived.joint.all,
    id=lambda pair: f"{pair.first}+{pair.second}:{pair.activity}",
    route=lambda pair: pair.hops[0].route if pair.hops else f"activities.{pair.activity}.controller",
    fields={
        "jointly": Field("answer", _jointly, YES_NO),
        "arrangement": Field("answer", _arrangement, YES_NO),
        "scope": Field("word", lambda derived, pair: One((pair.scope,), pair.proof[:1]), tuple(SCOPES)),
        "loads": Field("word", _loads, ("at-once", "click", "consent", "never")),
        "data": Field("category", _data),
        "first": Field("party", lambda derived, pair: One((pair.first,))),
        "second": Field("party", lambda derived, pair: One((pair.second,))),
    },
    slots={
        "first": lambda derived, names, pair: names.of(pair.first),
        "second": lambda derived, names, pair: names.of(pair.second),
        "activity": lambda derived, names, pair: names.within("activities", pair.activity),
        "scope": lambda derived, names, pair: SCOPES[pair.scope],
    },
    path=lambda derived, pair: pair.hops[:1],
)
