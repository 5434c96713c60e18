"""What stands below the layout of the regulators: further facts that are stated, and what follows from the flows, told as derived."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from auditor.model.case.activities import Consent
from auditor.model.materials import WRITTEN
from auditor.model.result.tables import ActivityLine, RecipientLine
from auditor.model.vocabulary import PERSONAL, UNSETTLED
from auditor.rendering.annex.told import Told as Derived
from auditor.rendering.exports.record.blocks import periods, retention_in_a_row, told_below
from auditor.rendering.exports.stated import Stated, joined, listed
from auditor.text.papers import register as texts
from auditor.text.vocabulary.rights_of_people import RIGHTS_OF_PEOPLE

#: Fields that stand in a place of their own on the sheet, or that tell of other facts how they are known.
PLACED: Final = frozenset(
    {
        *("title", "ref", "purpose", "purposes", "people", "data", "controller", "processors", "recipients"),
        *("transfers", "tool", "legal_basis", "special_basis", "legal_text", "interest", "measures"),
        *("interest_assessment", "internal", "retentions", "entry", "known", "source"),
    }
)
Labelled = tuple[str, str]


def stated_beside(stated: Stated, name: str) -> Iterator[Labelled]:
    """Give each further fact that is stated of an activity, under its label."""
    entry = stated.case.activities[name]
    for field, label in texts.BEYOND_ROWS.items():
        if field != "retention" or not retention_in_a_row(stated, name):
            sensitive = field == "declares_special"
            found = stated.sensitive(name) if sensitive else stated.lines("activities", name, field)
            yield from ((stated.say(label), words) for words in found)
    yield from _none(stated, name)
    for category in entry.retentions:
        if category == PERSONAL:
            for label, period in zip(texts.PERIODS, periods(stated, entry, PERSONAL), strict=True):
                if period:
                    yield stated.say(label), period
        elif category not in listed(entry.data):
            told = joined(filter(None, periods(stated, entry, category)))
            yield (
                _keyed(stated, stated.label("activities", "retentions"), stated.named("data", category)),
                told,
            )
    for field in entry.__struct_fields__:
        if field not in PLACED and field not in texts.BEYOND_ROWS:
            yield from _any(stated, name, field)


def _none(stated: Stated, name: str) -> Iterator[Labelled]:
    """Give that an activity has no recipients of a kind, or in which words, where the record says so."""
    for label, field in (
        (texts.INTERNAL_NONE, "internal"),
        (texts.PROCESSORS_NONE, "processors"),
        (texts.RECIPIENTS, "recipients"),
        (texts.OUTSIDE[0], "transfers"),
    ):
        for each in stated.values("activities", name, field):
            if told_below(stated, field, each):
                yield stated.say(label), each.words


def _any(stated: Stated, name: str, field: str) -> Iterator[Labelled]:
    """Give a field of an activity under what it is called, each of its own where it has some."""
    entry = stated.case.activities[name]
    value = getattr(entry, WRITTEN.get(field, field))
    label = stated.label("activities", field)
    if field == "consent" and isinstance(value, Consent):
        for part in value.__struct_fields__:
            if part not in ("known", "source"):
                told = joined(each.words for each in stated.of(part, getattr(value, part), value.source))
                if told:
                    yield _keyed(stated, label, stated.label("activities.consent", part).lower()), told
    elif field == "rights":
        for key, exercised in value.items():
            told = ", ".join(each.words for each in stated.of(field, exercised, entry.source))
            if told:
                yield _keyed(stated, label, stated.say(RIGHTS_OF_PEOPLE[key].name)), told
    elif isinstance(value, dict):
        for key, needed in value.items():
            told = ", ".join(each.words for each in stated.of("data", needed, entry.source))
            yield _keyed(stated, label, stated.party(key)), told
    elif field == "note":
        if value:
            yield label, stated.text(value)
    else:
        told = joined(stated.lines("activities", name, field))
        if told:
            yield label, told


def _keyed(stated: Stated, label: str, key: str) -> str:
    return stated.say(texts.FIELD_OF, field=label, key=key)


def further(
    stated: Stated, derived: Derived, line: ActivityLine, reached: tuple[str, ...]
) -> Iterator[Labelled]:
    """Give what follows from flows and contracts: recipients that the sheet does not name, places, papers, laws that reach them."""
    say, hosts = stated.say, derived.hosts(line)
    found = [
        f"{derived.party(each.recipient)} ({derived.role(each.role)})"
        if each.role
        else derived.party(each.recipient)
        for each in found_in_flows(derived, line)
    ]
    places = [f"{derived.name(host.id)} ({_where(derived, host.location)})" for host in hosts]
    contracts = [
        f"{derived.name(who)} · {derived.papers(who)}"
        for who, role in derived.parties(line)
        if role == "processor"
    ]
    abroad = [f"{derived.importer(each)} ({derived.where(each)})" for each in derived.transfers[line.id]]
    for label, entries in (
        (texts.FOUND, found),
        (texts.PLACES, places),
        (texts.CONTRACTS, contracts),
        (texts.PROTECTION, list(derived.security(derived.flows[line.id], hosts))),
        (texts.ABROAD, abroad),
        (texts.REACH, list(reached)),
    ):
        if entries:
            yield say(label), joined(entries)


def found_in_flows(derived: Derived, line: ActivityLine) -> list[RecipientLine]:
    """Give the recipients that data reaches and that the sheet does not name."""
    named = {*line.processors, *line.recipients, *line.controller}
    return [each for each in derived.recipients[line.id] if each.recipient not in named]


def _where(derived: Derived, location: str) -> str:
    if not location or location in UNSETTLED:
        return derived.say(texts.PLACE_OPEN)
    return ", ".join(derived.country(code) for code in location.split(", "))
