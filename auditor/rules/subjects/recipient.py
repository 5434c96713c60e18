"""`recipient`: an organisation that receives data of an activity, or is declared to.

Each is a subject once for every controller of the activity: each of them owes people a notice that names it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cache, reduce
from operator import or_
from typing import Any, Final, get_args

from auditor.graph.derive import Derived
from auditor.graph.recipient import Disclosure, Recipient
from auditor.graph.recipients import Observed
from auditor.model.bilingual import Bilingual
from auditor.model.evidence import Choice, FieldValue, Selection, answer, distinct, perhaps, settled
from auditor.model.materials import several
from auditor.model.vocabulary import UNKNOWN, UNSETTLED
from auditor.rules.subjects.base import YES_NO, Field, Side, Subject, attributes, termed
from auditor.text.grammar import both
from auditor.text.names import Names

Lists = list[tuple[str, Mapping[str, Any]]]
AUTHORITY: Final = "public-authority"
#: Kinds of organisations that a public authority may be recorded as.
MAYBE_AN_AUTHORITY: Final = frozenset(
    {"public-body", "state", "international-organisation", "class", "unknown"}
)
OBSERVED: Final = tuple(status for status in get_args(Observed) if status != UNKNOWN)


def _each(derived: Derived) -> Iterable[Disclosure]:
    return derived.recipients.disclosures


def _told(derived: Derived, disclosure: Disclosure) -> FieldValue:
    del derived
    told = disclosure.told
    if told.value is None:
        return perhaps(told.missing)
    return answer(yes=told.value, proof=distinct((*told.proof, disclosure.route)))


def _controller(derived: Derived, disclosure: Disclosure) -> FieldValue:
    del derived
    route = f"activities.{disclosure.activity}.controller"
    if not disclosure.controller:
        return Choice(anything=True, missing=(route,))
    return Choice(options=(disclosure.controller,), proof=(route,))


def _controllers(derived: Derived) -> Callable[[Sequence[Disclosure]], list[str]]:
    del derived
    return lambda disclosures: [disclosure.standing.controller or UNKNOWN for disclosure in disclosures]


def _data(derived: Derived, recipient: Recipient) -> FieldValue:
    sheet = derived.estate.sheets[recipient.activity]
    sure, proof = sheet.names(recipient.mask), (recipient.route, *recipient.standing.attributed)
    if not recipient.maybe:
        return Selection(sure=sure, proof=proof)
    missing = distinct(route for hop in recipient.hops if hop.mask & recipient.maybe for route in hop.doubt)
    return Selection(sure=sure, maybe=sheet.names(recipient.maybe), proof=proof, missing=missing)


def _declared(derived: Derived, recipient: Recipient) -> FieldValue:
    del derived
    declared = recipient.declared
    if declared.value is None:
        return perhaps(declared.missing)
    return answer(yes=declared.value, proof=distinct((*declared.proof, recipient.route)))


def _is(derived: Derived, recipient: Recipient) -> FieldValue:
    case = derived.estate.case
    if recipient.who in case.hosts or recipient.who == UNKNOWN:
        return Selection(missing=recipient.doubt, open=True)
    if recipient.who not in case.organisations:
        return Selection(sure=(recipient.who,), proof=(recipient.route,))
    return termed(derived.estate.terms(recipient.who), f"organisations.{recipient.who}.is")


def _inquiry(derived: Derived, recipient: Recipient) -> FieldValue:
    """Tell whether every sending to it answers a particular inquiry of a public authority, which is then no recipient (art. 4(9)).

    Where only a record names somebody: whoever acts for the controller makes no inquiry, and of others it is first asked what they are.
    """
    if not _may_inquire(derived, recipient.who):
        return answer(yes=False, proof=(recipient.route,))
    entry = derived.estate.case.organisations.get(recipient.who)
    stated = derived.estate.terms(recipient.who)
    terms = stated or frozenset()
    described = any(hop.flow is not None for hop in recipient.hops)
    if not described and AUTHORITY not in terms and entry is not None and entry.kind == UNKNOWN:
        what = f"organisations.{recipient.who}.is"
        if recipient.role.settled == "processor":
            return answer(yes=False, proof=(recipient.route,))
        return perhaps((what,)) if stated is None else answer(yes=False, proof=(what,))
    routes = tuple(f"{hop.route}.inquiry" for hop in recipient.hops)
    said = [derived.estate.said(hop, "inquiry") for hop in recipient.hops]
    if "false" in said or not said:
        return answer(yes=False, proof=routes)
    missing = distinct(route for route, value in zip(routes, said, strict=True) if value in UNSETTLED)
    return perhaps(missing) if missing else answer(yes=True, proof=routes)


def _group_abroad(derived: Derived, recipient: Recipient) -> FieldValue:
    if recipient.who not in derived.estate.case.organisations:
        return perhaps(recipient.doubt) if recipient.doubt else answer(yes=False)
    return settled(derived.affiliates.abroad(recipient.who))


def _kept_in_eea(derived: Derived, recipient: Recipient) -> FieldValue:
    return settled(derived.affiliates.kept(recipient.who, recipient.activity))


def _role(derived: Derived, recipient: Recipient) -> FieldValue:
    del derived
    return recipient.role


def _modelled(derived: Derived, recipient: Recipient) -> FieldValue:
    del derived
    modelled = recipient.standing.modelled
    if modelled.value is None:
        return perhaps(modelled.missing)
    return answer(yes=modelled.value, proof=(recipient.route,))


def _mapped(derived: Derived, recipient: Recipient) -> FieldValue:
    del derived
    return answer(yes=recipient.standing.mapped, proof=(recipient.route,))


def _observed(derived: Derived, recipient: Recipient) -> FieldValue:
    status, missing = derived.recipients.observed(recipient)
    if status == UNKNOWN:
        return Choice(options=("undeclared", "declared-observed"), proof=(recipient.route,), missing=missing)
    return Choice(options=(status,), proof=(recipient.route,))


def _gives(derived: Derived, activity: str) -> Lists:
    told = derived.recipients.notices.get(activity, [])
    return [(f"notices.{name}.gives", notice.gives) for name, notice in told]


def _needs(derived: Derived, activity: str) -> Lists:
    return [(f"activities.{activity}.needs", derived.estate.sheets[activity].processing.needs)]


def _beyond(lists: Callable[[Derived, str], Lists]) -> Callable[[Derived, Recipient], FieldValue]:
    """Give what a recipient gets beyond the categories that `lists` gives it, by its name or by what it is."""

    def read(derived: Derived, recipient: Recipient) -> FieldValue:
        estate = derived.estate
        sheet = estate.sheets[recipient.activity]
        given = lists(derived, recipient.activity)
        if not any(table for _, table in given):
            return Selection(maybe=sheet.names(recipient.mask), missing=_unsaid(given, recipient))
        words = derived.recipients.declarations.words(recipient.who)
        stated = [
            (f"{route}.{who}", listed)
            for route, table in given
            for who, listed in table.items()
            if who in words
        ]
        routes = tuple(route for route, _ in stated)
        unsaid = [route for route, listed in stated if any(item in UNSETTLED for item in several(listed))]
        if not stated or unsaid:
            return Selection(
                maybe=sheet.names(recipient.mask), missing=tuple(unsaid) or _unsaid(given, recipient)
            )
        allowed = {item for _, listed in stated for item in several(listed)}
        extra = [
            c for c in sheet.names(recipient.mask | recipient.maybe) if estate.above(c).isdisjoint(allowed)
        ]
        shown = sheet.names(reduce(or_, (hop.mask for hop in recipient.hops if not hop.doubt), 0))
        sure = tuple(c for c in extra if c in shown and not any(c in estate.above(item) for item in allowed))
        doubt = distinct(route for hop in recipient.hops for route in hop.doubt)
        return Selection(
            sure=sure,
            maybe=tuple(c for c in extra if c not in sure),
            proof=(*routes, recipient.route),
            missing=(*doubt, *routes),
        )

    return read


def _unsaid(given: Lists, recipient: Recipient) -> tuple[str, ...]:
    """Return the facts to ask for: the table of recipients if none is written, else the missing line of this recipient."""
    routes = tuple(f"{route}.{recipient.who}" if table else route for route, table in given)
    return routes or (f"activities.{recipient.activity}.notice",)


def _more(name: str) -> Callable[[Derived, Names, Disclosure], Bilingual]:
    def word(derived: Derived, names: Names, recipient: Disclosure) -> Bilingual:
        found = RECIPIENT.fields[name].read(derived, recipient)
        return names.data(found.sure or found.maybe) if isinstance(found, Selection) else both("—")

    return word


def _where(derived: Derived, names: Names, recipient: Recipient) -> Bilingual:
    del derived
    section, _, rest = recipient.route.partition(".")
    return names.within(section, rest.partition(".")[0])


def _standing(derived: Derived) -> Callable[[Sequence[Disclosure]], list[Hashable]]:
    """Tell by one number all that is said of each recipient, as that is kept once for those of whom the same is said."""
    del derived
    return lambda recipients: [id(recipient.standing) for recipient in recipients]


def _who(derived: Derived) -> Callable[[Sequence[Disclosure]], list[Hashable]]:
    """Tell who receives; nothing of whom no organisation is described, or who may be an authority that inquires."""
    organisations = derived.estate.case.organisations

    @cache
    def named(who: str) -> Hashable:
        return who if who in organisations and not _may_inquire(derived, who) else None

    return lambda recipients: [named(recipient.who) for recipient in recipients]


def _may_inquire(derived: Derived, who: str) -> bool:
    entry = derived.estate.case.organisations.get(who)
    terms = derived.estate.terms(who) or frozenset()
    return AUTHORITY in terms or (entry is not None and entry.kind in MAYBE_AN_AUTHORITY)


def _received(derived: Derived) -> Callable[[Sequence[Disclosure]], list[Hashable]]:
    """Tell what each recipient gets in an activity; nothing where that is open, was observed, or is held against a list of what it may get.

    Where it is held against no list, the same facts would tell whether it gets more.
    """
    seen = derived.recipients.seen

    @cache
    def held_against_none(activity: str) -> bool:
        given = (*_gives(derived, activity), *_needs(derived, activity))
        return activity not in seen and not any(table for _, table in given)

    def told(recipients: Sequence[Disclosure]) -> list[Hashable]:
        each = zip(recipients, [recipient.standing.activity for recipient in recipients], strict=True)
        return [
            (activity, recipient.mask) if held_against_none(activity) and not recipient.maybe else None
            for recipient, activity in each
        ]

    return told


RECIPIENT: Subject[Disclosure] = Subject(
    name="recipient",
    each=_each,
    id=lambda r: f"{r.who}:{r.activity}",
    route=lambda r: r.route,
    activities=lambda derived, r: (r.activity,),
    fields={
        "declared": Field("answer", _declared, YES_NO),
        "told": Field("answer", _told, YES_NO),
        "controller": Field("party", _controller, by=attributes("activity", "controller"), word=_controllers),
        "data": Field("category", _data, shown_by_entry=lambda r: bool(r.hops)),
        "is": Field("term", _is),
        "inquiry": Field("answer", _inquiry, YES_NO),
        "group_abroad": Field("answer", _group_abroad, YES_NO),
        "kept_in_eea": Field("answer", _kept_in_eea, YES_NO),
        "role": Field("word", _role, ("processor", "third-party")),
        "who": Field(
            "party",
            lambda derived, r: Choice(options=(r.who,)),
            word=lambda _: lambda recipients: [r.who for r in recipients],
        ),
        "modelled": Field("answer", _modelled, YES_NO),
        "mapped": Field("answer", _mapped, YES_NO),
        "observed": Field("word", _observed, OBSERVED),
        "gets_more": Field("category", _beyond(_gives), by=_received),
        "needs_more": Field("category", _beyond(_needs), by=_received),
    },
    slots={
        "who": lambda derived, names, r: (
            names.of(r.who)
            if r.who in derived.estate.case.organisations or r.who in derived.estate.case.hosts
            else names.within("terms", r.who)
        ),
        "activity": lambda derived, names, r: names.within("activities", r.activity),
        "controller": lambda derived, names, r: names.of(r.controller or UNKNOWN),
        "data": lambda derived, names, r: names.data(derived.estate.sheets[r.activity].names(r.mask)),
        "gets_more": _more("gets_more"),
        "needs_more": _more("needs_more"),
        "where": _where,
    },
    path=lambda derived, r: r.hops[:1],
    sides={
        "standing": Side(("declared", "told", "role", "modelled", "mapped"), _standing),
        "who": Side(("is", "inquiry", "group_abroad"), _who),
        "received": Side(("data", "gets_more", "needs_more", "observed"), _received),
    },
)
