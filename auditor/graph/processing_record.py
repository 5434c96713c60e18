"""The record of processing (GDPR art. 30(1)): which points an entry leaves out, and where record, notice and flows differ.

Purposes are compared word for word, as people write them, periods by what they last. A notice on several activities may name
the purposes of each.

An entry counts as the register's own only where the case says so (`recorded`): what it leaves out is then left out of the
register. Otherwise a missing point is only missing from the file.
"""

from __future__ import annotations

from typing import Any, Final

from msgspec import UNSET

from auditor.graph.estate import Estate
from auditor.graph.hop import ActivityIndex
from auditor.graph.recipient import Recipient
from auditor.graph.recipients import Recipients
from auditor.model.case.notices import Notice
from auditor.model.evidence import Selection, distinct
from auditor.model.materials import plain, several, spellings
from auditor.model.period import longer, period
from auditor.model.vocabulary import UNSETTLED

#: Points of art. 30(1) and the field of an activity that states each.
POINTS: Final = {
    "controller": "controller",
    "purpose": "purpose",
    "people": "people",
    "data": "data",
    "recipients": "recipients",
    "transfers": "transfers",
    "retention": "retention",
    "measures": "measures",
}


def lacks(estate: Estate, sheet: ActivityIndex) -> Selection:
    """Give the points that the entry leaves out or writes as unknown, and as possible those of which it says only a part.

    Third countries are due only where the entry's data goes to one.
    """
    left_out, unknown = [], []
    for point, name in POINTS.items():
        value = getattr(sheet.processing, name)
        if point == "retention" and _left_out(value):
            value = _periods_by_category(sheet) or value
        if point == "transfers" and _left_out(value) and not _leaves_the_eea(estate, sheet):
            continue
        if _left_out(value):
            left_out.append(point)
        elif any(item in UNSETTLED for item in several(value)):
            unknown.append(point)
    route = f"activities.{sheet.id}"
    return Selection(
        sure=tuple(left_out),
        maybe=tuple(unknown),
        proof=(f"{route}.recorded",),
        missing=tuple(f"{route}.{POINTS[point]}" for point in unknown),
    )


def _periods_by_category(sheet: ActivityIndex) -> list[str]:
    """Give the periods that an entry states for categories of data, `unknown` among them where it does not say one."""
    stages = [stage for each in sheet.processing.retentions.values() for stage in (each.active, each.archive)]
    return [str(plain(stage)) for stage in stages if stage is not UNSET]


def _left_out(value: Any) -> bool:
    """Tell whether an entry of the record, complete as produced, says nothing of a point."""
    said = plain(value)
    return said in ("", []) or (isinstance(said, str) and said in UNSETTLED)


def _leaves_the_eea(estate: Estate, sheet: ActivityIndex) -> bool:
    """Tell whether an organisation sends the data to another that certainly exists under the law of a third country."""
    knowledge = estate.materials.knowledge
    for hop in sheet.hops:
        sender, receiver = estate.operator(hop.a), estate.operator(hop.b)
        country = estate.sure_country(receiver)
        apart = (
            sender in estate.case.organisations
            and estate.head(sender) != estate.head(receiver)
            and not hop.doubt
        )
        if apart and country not in (*UNSETTLED, "none") and not knowledge.in_eea(country, estate.as_of):
            return True
    return False


def differences(estate: Estate, recipients: Recipients, sheet: ActivityIndex) -> Selection:
    """Give who receives the data and is not in the record, or is in one of record and notice and not in the other."""
    route = f"activities.{sheet.id}"
    record = (*several(sheet.processing.recipients), *several(sheet.processing.processors))
    if _left_out(sheet.processing.recipients):
        return Selection()
    sure, maybe, missing = dict[str, None](), dict[str, None](), dict[str, None]()
    proof: dict[str, None] = {f"{route}.recipients": None}
    listed, open_record = frozenset(record), not UNSETTLED.isdisjoint(record)

    def note(name: str, *, doubt: bool, facts: tuple[str, ...], asks: tuple[str, ...]) -> None:
        if doubt:
            maybe[name] = None
            missing.update(dict.fromkeys(asks))
        else:
            sure[name] = None
            proof.update(dict.fromkeys(facts))

    for found in (r for r in recipients.by_activity[sheet.id] if r.who in estate.case.organisations):
        if not _covers(estate, listed, found.who):
            doubt = open_record or found.role.anything or all(hop.doubt for hop in found.hops)
            asks = (f"{route}.recipients",) if open_record else _asks(found)
            note(found.who, doubt=doubt, facts=tuple(hop.route for hop in found.hops[:1]), asks=asks)
    for name, notice in recipients.notices[sheet.id]:
        told = frozenset(several(notice.recipients))
        open_notice = not UNSETTLED.isdisjoint(told)
        at = f"notices.{name}.recipients"
        controllers = {estate.head(c) for c in several(sheet.processing.controller)}
        for who in (
            x
            for x in several(notice.recipients)
            if x in estate.case.organisations and estate.head(x) not in controllers
        ):
            if not _covers(estate, listed, who):
                note(who, doubt=open_record, facts=(at,), asks=(f"{route}.recipients",))
        for who in (x for x in record if x in estate.case.organisations):
            if not _covers(estate, told, who):
                doubt = open_notice or (
                    estate.terms(who) is None and any(x not in estate.case.organisations for x in told)
                )
                note(
                    who, doubt=doubt, facts=(at,), asks=(at,) if open_notice else (f"organisations.{who}.is",)
                )
    return Selection(
        sure=tuple(sorted(sure)),
        maybe=tuple(sorted(set(maybe) - set(sure))),
        proof=tuple(proof),
        missing=tuple(missing),
    )


def announced(estate: Estate, recipients: Recipients, sheet: ActivityIndex) -> Selection:
    """Give the points, purpose and retention, on which the entry and a notice on the activity differ."""
    found: list[tuple[str, bool | None, tuple[str, str]]] = []
    for name, notice in recipients.notices[sheet.id]:
        told = f"notices.{name}"
        purposes = (f"activities.{sheet.id}.purpose", f"{told}.purposes")
        periods = (f"activities.{sheet.id}.retention", f"{told}.kept_for")
        found.append(("purpose", _purposes_differ(estate, sheet, notice), purposes))
        found.append(("retention", _periods_differ(sheet.processing.retention, notice.kept_for), periods))
    sure = {point for point, differs, _ in found if differs}
    maybe = {point for point, differs, _ in found if differs is None} - sure
    proof = dict.fromkeys(route for _, differs, routes in found if differs is not None for route in routes)
    unclear = [
        route for point, differs, routes in found if differs is None and point in maybe for route in routes
    ]
    unsettled = [route for route in unclear if _unclear(estate, route)]
    return Selection(
        sure=tuple(sorted(sure)),
        maybe=tuple(sorted(maybe)),
        proof=tuple(proof),
        missing=distinct(unsettled or unclear),
    )


def _unclear(estate: Estate, route: str) -> bool:
    """Tell whether a purpose or a period is what nobody says, or a period in words that cannot be compared."""
    fact = estate.materials.fact(route)
    compared = route.endswith((".retention", ".kept_for"))
    return fact.unsettled or (compared and period(str(fact.value)) is None)


def _purposes_differ(estate: Estate, sheet: ActivityIndex, notice: Notice) -> bool | None:
    """Tell whether the entry has a purpose that the notice leaves out, or the notice one of no activity it is about."""
    record = several(sheet.processing.purpose)
    if not record or _left_out(sheet.processing.purpose):
        return False
    others = [notice.for_] if isinstance(notice.for_, str) else notice.for_
    entries = [
        item
        for name in others
        if name in estate.sheets
        for item in several(estate.case.activities[name].purpose)
    ]
    told = several(notice.purposes)
    if not UNSETTLED.isdisjoint((*record, *told)) or not UNSETTLED.isdisjoint(others):
        return None
    announced = frozenset[str]().union(*map(spellings, told))
    if any(announced.isdisjoint(spellings(item)) for item in record):
        return True
    left = announced - frozenset[str]().union(*map(spellings, entries))
    return bool(left) and (None if not UNSETTLED.isdisjoint(entries) else True)


def _periods_differ(record: Any, notice: Any) -> bool | None:
    """Tell whether the entry and the notice state different periods; a period absent from the entry is missing, not different."""
    first, second = str(plain(record)), str(plain(notice))
    if _left_out(record) or spellings(first) == spellings(second):
        return False
    one, other = period(first), period(second)
    if first in UNSETTLED or second in UNSETTLED or one is None or other is None:
        return None
    answers = {longer(one, other), longer(other, one)}
    return True if True in answers else None if None in answers else False


def _covers(estate: Estate, listed: frozenset[str], who: str) -> bool:
    """Tell whether a list names `who`, its legal person or a category it falls under."""
    words = {who, estate.head(who)} | (estate.terms(who) or frozenset())
    return not words.isdisjoint(listed)


def _asks(found: Recipient) -> tuple[str, ...]:
    return distinct((*found.declared.missing, *(route for hop in found.hops for route in hop.doubt)))
