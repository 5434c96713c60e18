"""`notice`: what is declared to people about activities."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from auditor.graph.derive import Derived
from auditor.model.bilingual import Bilingual
from auditor.model.case.notices import Notice
from auditor.model.evidence import Choice, answer, distinct, perhaps, word
from auditor.model.materials import plain
from auditor.model.vocabulary import UNSETTLED
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.text.grammar import listed
from auditor.text.slots.notice import RETENTION, TRANSFERS


class Told(Struct, frozen=True):
    """A notice in force, under its id."""

    id: str
    notice: Notice

    @property
    def activities(self) -> tuple[str, ...]:
        """The activities it is about."""
        about = self.notice.for_
        return (about,) if isinstance(about, str) else tuple(about)


def _each(derived: Derived) -> Iterator[Told]:
    for name, notice in sorted(derived.estate.case.notices.items()):
        yield Told(name, notice)


def transfers_exist(derived: Derived, told: Told) -> Choice:
    """Tell whether data of the activities that a notice is about are transferred to a third country."""
    found = [transfer for transfer in derived.transfers.all if transfer.hop.activity in told.activities]
    certain = next((transfer for transfer in found if not transfer.missing), None)
    if certain is not None:
        return answer(yes=True, proof=(certain.hop.route, *certain.proof))
    sheets = derived.estate.sheets
    ends = [
        f"{hop.route}.to"
        for name in told.activities
        if name in sheets
        for hop in sheets[name].hops
        if hop.open_end
    ]
    missing = distinct([*ends, *(route for transfer in found for route in transfer.missing)])
    return perhaps(missing) if missing else answer(yes=False)


def _retention(derived: Derived, told: Told) -> Choice:
    del derived
    notice = told.notice
    if plain(notice.retention) in UNSETTLED and plain(notice.kept_for) not in UNSETTLED:
        return answer(yes=plain(notice.kept_for) != "none", proof=(f"notices.{told.id}.kept_for",))
    return word(f"notices.{told.id}.retention", notice.retention)


def _silent_on(derived: Derived, told: Told) -> Bilingual:
    """Say what the notice is silent on: first what is certain, else all that may be."""
    retention = _retention(derived, told)
    speaks, exist = word("", told.notice.transfers), transfers_exist(derived, told)
    sure = [RETENTION] if retention.options == ("false",) else []
    if speaks.options == ("false",) and exist.options == ("true",):
        sure.append(TRANSFERS)
    return listed(sure or [RETENTION, TRANSFERS])


NOTICE: Subject[Told] = Subject(
    name="notice",
    each=_each,
    id=lambda told: told.id,
    route=lambda told: f"notices.{told.id}",
    activities=lambda derived, told: told.activities,
    fields={
        "transfers": Field(
            "answer",
            lambda derived, told: word(f"notices.{told.id}.transfers", told.notice.transfers),
            YES_NO,
        ),
        "transfers_exist": Field("answer", transfers_exist, YES_NO),
        "retention": Field("answer", _retention, YES_NO),
        "by": Field("party", lambda derived, told: Choice(options=(told.notice.by,))),
    },
    slots={
        "notice": lambda derived, names, told: names.within("notices", told.id),
        "silent_on": lambda derived, names, told: _silent_on(derived, told),
        "by": lambda derived, names, told: names.of(told.notice.by),
    },
)
