"""`joint`: two organisations that decide together, for an activity or for what an element in a page collects and sends."""

from __future__ import annotations

from typing import Final

from auditor.graph.derive import Derived
from auditor.graph.joint_controllers import Pair
from auditor.model.evidence import Choice, FieldValue, Selection, answer, distinct, perhaps, settled, word
from auditor.model.vocabulary import UNKNOWN
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.text.slots.joint import SCOPES

#: Kinds of organisation whose duties Union or Member State law may share out (GDPR art. 26(1)).
MAYBE_PUBLIC: Final = frozenset({"public-body", "state", "unknown"})


def _jointly(derived: Derived, pair: Pair) -> FieldValue:
    del derived
    return settled(pair.jointly)


def _arrangement(derived: Derived, pair: Pair) -> FieldValue:
    return settled(derived.joint.arrangement(pair))


def _essence(derived: Derived, pair: Pair) -> FieldValue:
    """Tell whether the essence of the arrangement that binds the pair is made available to people."""
    bound = derived.joint.arrangement(pair)
    if not bound.value:
        return perhaps(bound.missing or bound.proof)
    (route,) = bound.proof
    return word(f"{route}.essence", derived.estate.case.agreements[route.partition(".")[2]].essence)


def _duties_by_law(derived: Derived, pair: Pair) -> FieldValue:
    """Tell whether law determines the duties of the two: where nobody says, it may where one of them is a public body."""
    route = f"activities.{pair.activity}.duties_by_law"
    stated = word(route, derived.estate.sheets[pair.activity].processing.duties_by_law)
    if not stated.anything:
        return stated
    entries = [derived.estate.case.organisations.get(who) for who in (pair.first, pair.second)]
    if any(entry is None or entry.kind in MAYBE_PUBLIC for entry in entries):
        return perhaps((route,))
    return answer(yes=False, proof=())


def _loads(derived: Derived, pair: Pair) -> FieldValue:
    del derived
    if not pair.hops or pair.hops[0].flow is None:
        return Choice(options=("none",))
    return word(f"{pair.hops[0].route}.loads", pair.hops[0].flow.loads)


def _data(derived: Derived, pair: Pair) -> FieldValue:
    sheet = derived.estate.sheets[pair.activity]
    mask = 0
    for hop in pair.hops:
        mask |= hop.mask
    return Selection(
        sure=sheet.names(mask) if pair.hops else tuple(sheet.categories), proof=pair.jointly.proof[:1]
    )


def _affiliate(derived: Derived, pair: Pair) -> str:
    """Give which of the two belongs to a group of a third country, the second where neither does."""
    ends = (pair.second, pair.first)
    answers = [derived.affiliates.abroad(who).value for who in ends]
    wanted = True if True in answers else None if None in answers else answers[0]
    return ends[answers.index(wanted)]


def _group_abroad(derived: Derived, pair: Pair) -> FieldValue:
    who = _affiliate(derived, pair)
    if who == UNKNOWN:
        return perhaps(distinct(route for hop in pair.hops for route in hop.doubt) or pair.jointly.missing)
    return settled(derived.affiliates.abroad(who))


JOINT: Subject[Pair] = Subject(
    name="joint",
    each=lambda derived: derived.joint.all,
    id=lambda pair: f"{pair.first}+{pair.second}:{pair.activity}",
    route=lambda pair: pair.hops[0].route if pair.hops else f"activities.{pair.activity}.controller",
    activities=lambda derived, pair: (pair.activity,),
    fields={
        "jointly": Field("answer", _jointly, YES_NO),
        "arrangement": Field("answer", _arrangement, YES_NO),
        "essence": Field("answer", _essence, YES_NO),
        "duties_by_law": Field("answer", _duties_by_law, YES_NO),
        "scope": Field(
            "word",
            lambda derived, pair: Choice(options=(pair.scope,), proof=pair.jointly.proof[:1]),
            tuple(SCOPES),
        ),
        "loads": Field("word", _loads, ("at-once", "click", "consent", "never")),
        "data": Field("category", _data),
        "affiliate": Field("party", lambda derived, pair: Choice(options=(_affiliate(derived, pair),))),
        "group_abroad": Field(
            "answer",
            _group_abroad,
            YES_NO,
        ),
        "kept_in_eea": Field(
            "answer",
            lambda derived, pair: settled(derived.affiliates.kept(_affiliate(derived, pair), pair.activity)),
            YES_NO,
        ),
        "first": Field("party", lambda derived, pair: Choice(options=(pair.first,))),
        "parties": Field("party", lambda derived, pair: Choice(options=(pair.parties,))),
        "activity": Field("word", lambda derived, pair: Choice(options=(pair.activity,))),
        "second": Field("party", lambda derived, pair: Choice(options=(pair.second,))),
    },
    slots={
        "first": lambda derived, names, pair: names.of(pair.first),
        "second": lambda derived, names, pair: names.of(pair.second),
        "affiliate": lambda derived, names, pair: names.of(_affiliate(derived, pair)),
        "parties": lambda derived, names, pair: names.all((pair.first, pair.second)),
        "activity": lambda derived, names, pair: names.within("activities", pair.activity),
        "scope": lambda derived, names, pair: SCOPES[pair.scope],
    },
    path=lambda derived, pair: pair.hops[:1],
)
