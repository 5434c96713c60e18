"""`recipient`: an organisation that receives data of an activity, or is declared to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from operator import or_
from typing import Any, Final, get_args

from auditor.graph.derive import Derived
from auditor.graph.recipients import Observed, Recipient
from auditor.model.bilingual import Bilingual
from auditor.model.materials import several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rules.language.values import FieldValue, Many, One, answer, perhaps
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.text.grammar import both
from auditor.text.names import Names

Lists = list[tuple[str, Mapping[str, Any]]]
OBSERVED: Final = tuple(status for status in get_args(Observed) if status != UNKNOWN)


def _each(derived: Derived) -> Iterator[Recipient]:
    yield from derived.recipients.all
    yield from derived.recipients.without_flow


def _declared(derived: Derived, recipient: Recipient) -> FieldValue:
    del derived
    if recipient.declared == UNKNOWN:
        return perhaps(recipient.missing)
    return answer(
        yes=recipient.declared == "yes", proof=tuple(dict.fromkeys((*recipient.proof, recipient.route)))
    )


def _is(derived: Derived, recipient: Recipient) -> FieldValue:
    if recipient.who not in derived.estate.case.organisations and recipient.who != UNKNOWN:
        return Many((recipient.who,), (), (recipient.route,))
    terms = derived.estate.terms(recipient.who)
    route = f"organisations.{recipient.who}.is"
    return Many((), (), (), (route,)) if terms is None else Many(tuple(sorted(terms)), (), (route,))


def _role(derived: Derived, recipient: Recipient) -> FieldValue:
    del derived
    if recipient.role == UNKNOWN:
        return One((), (), recipient.missing, anything=True)
    return One((recipient.role,), recipient.proof)


def _modelled(derived: Derived, recipient: Recipient) -> FieldValue:
    del derived
    if recipient.modelled == UNKNOWN:
        return perhaps(recipient.missing)
    return answer(yes=recipient.modelled == "yes", proof=(recipient.route,))


def _observed(derived: Derived, recipient: Recipient) -> FieldValue:
    status, missing = derived.recipients.observed(recipient)
    if status == UNKNOWN:
        return One(("undeclared", "declared-observed"), (recipient.route,), missing)
    return One((status,), (recipient.route,))


def _gives(derived: Derived, recipient: Recipient) -> Lists:
    told = derived.recipients.notices.get(recipient.activity, [])
    return [(f"notices.{name}.gives", notice.gives) for name, notice in told]


def _needs(derived: Derived, recipient: Recipient) -> Lists:
    sheet = derived.estate.sheets[recipient.activity]
    return [(f"activities.{sheet.id}.needs", sheet.processing.needs)]


def _beyond(lists: Callable[[Derived, Recipient], Lists]) -> Callable[[Derived, Recipient], FieldValue]:
    """Give what a recipient gets beyond the categories that `lists` gives it, by its name or by what it is."""

    def read(derived: Derived, recipient: Recipient) -> FieldValue:
        estate = derived.estate
        sheet = estate.sheets[recipient.activity]
        given = lists(derived, recipient)
        if not any(table for _, table in given):
            return Many((), sheet.names(recipient.mask), (), _unsaid(given, recipient))
        words = derived.recipients.words(recipient.who)
        stated = [
            (f"{route}.{who}", listed)
            for route, table in given
            for who, listed in table.items()
            if who in words
        ]
        routes = tuple(route for route, _ in stated)
        unsaid = [route for route, listed in stated if any(item in UNSETTLED for item in several(listed))]
        if not stated or unsaid:
            return Many((), sheet.names(recipient.mask), (), tuple(unsaid) or _unsaid(given, recipient))
        allowed = {item for _, listed in stated for item in several(listed)}
        extra = [c for c in sheet.names(recipient.mask) if estate.above(c).isdisjoint(allowed)]
        shown = sheet.names(reduce(or_, (hop.mask for hop in recipient.hops if not hop.doubt), 0))
        sure = tuple(c for c in extra if c in shown and not any(c in estate.above(item) for item in allowed))
        doubt = tuple(dict.fromkeys(route for hop in recipient.hops for route in hop.doubt))
        return Many(
            sure, tuple(c for c in extra if c not in sure), (*routes, recipient.route), (*doubt, *routes)
        )

    return read


def _unsaid(given: Lists, recipient: Recipient) -> tuple[str, ...]:
    """Give what must be asked: the table where nobody wrote one, the line of the recipient where it is the one missing."""
    routes = tuple(f"{route}.{recipient.who}" if table else route for route, table in given)
    return routes or (f"activities.{recipient.activity}.notice",)


def _more(name: str) -> Callable[[Derived, Names, Recipient], Bilingual]:
    def word(derived: Derived, names: Names, recipient: Recipient) -> Bilingual:
        found = RECIPIENT.fields[name].read(derived, recipient)
        return names.data(found.sure or found.maybe) if isinstance(found, Many) else both("—")

    return word


def _where(derived: Derived, names: Names, recipient: Recipient) -> Bilingual:
    del derived
    section, _, rest = recipient.route.partition(".")
    return names.within(section, rest.partition(".")[0])


RECIPIENT: Subject[Recipient] = Subject(
    name="recipient",
    each=_each,
    id=lambda r: f"{r.who}:{r.activity}",
    route=lambda r: r.route,
    fields={
        "declared": Field("answer", _declared, YES_NO),
        "data": Field(
            "category",
            lambda derived, r: Many(derived.estate.sheets[r.activity].names(r.mask), (), (r.route,)),
        ),
        "is": Field("term", _is),
        "role": Field("word", _role, ("processor", "third-party")),
        "who": Field("party", lambda derived, r: One((r.who,))),
        "modelled": Field("answer", _modelled, YES_NO),
        "observed": Field("word", _observed, OBSERVED),
        "gets_more": Field("category", _beyond(_gives)),
        "needs_more": Field("category", _beyond(_needs)),
    },
    slots={
        "who": lambda derived, names, r: (
            names.of(r.who) if r.who in derived.estate.case.organisations else names.within("terms", r.who)
        ),
        "activity": lambda derived, names, r: names.within("activities", r.activity),
        "data": lambda derived, names, r: names.data(derived.estate.sheets[r.activity].names(r.mask)),
        "gets_more": _more("gets_more"),
        "needs_more": _more("needs_more"),
        "where": _where,
    },
    path=lambda derived, r: r.hops[:1],
)
