"""`notice`: what is declared to people about activities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, get_args

from msgspec import UNSET, Struct

from auditor.graph.derive import Derived
from auditor.model.bilingual import Bilingual
from auditor.model.case.notices import Notice, NoticePoint
from auditor.model.evidence import (
    Answer,
    Choice,
    Selection,
    answer,
    disjunction,
    distinct,
    perhaps,
    word,
    words,
    yes_or_no,
)
from auditor.model.materials import plain
from auditor.model.vocabulary import NONE, UNSETTLED
from auditor.rules.subjects.base import YES_NO, Field, Subject
from auditor.text.grammar import listed
from auditor.text.slots.notice import RETENTION, TRANSFERS
from auditor.text.vocabulary import VALUES

#: The points of GDPR arts 13 and 14 that a notice may leave out.
POINTS: Final = tuple(point for point in get_args(NoticePoint) if point not in (*UNSETTLED, NONE))


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


#: On which basis of processing a point of a notice is due (GDPR arts 13(1)(d), 13(2)(c)).
DUE_ON: Final = {"interests": "legitimate-interest", "withdrawal": "consent"}


def _due(derived: Derived, told: Told, point: str) -> Answer:
    """Tell whether a notice owes a point: the officer where there is one, interests and withdrawal by the basis, the source by art. 14."""
    if point == "source":
        return yes_or_no(f"notices.{told.id}.indirect", told.notice.indirect)
    if point == "dpo":
        route = f"organisations.{told.notice.by}.dpo"
        entry = derived.estate.case.organisations.get(told.notice.by)
        stated = str(plain(UNSET if entry is None else entry.dpo))
        if stated in UNSETTLED:
            return Answer(value=None, missing=(route,))
        return Answer(value=stated != NONE, proof=(route,))
    if point not in DUE_ON:
        return Answer(value=True)
    answers = []
    for name in told.activities:
        if name in derived.estate.sheets:
            basis = word(f"activities.{name}.legal_basis", derived.estate.case.activities[name].legal_basis)
            value = None if basis.anything else basis.settled == DUE_ON[point]
            answers.append(Answer(value=value, proof=basis.proof, missing=basis.missing))
    return disjunction(answers) if answers else Answer(value=None, missing=(f"notices.{told.id}.for",))


def lacks(derived: Derived, told: Told) -> Selection:
    """Give the points of GDPR arts 13 and 14 that a notice leaves out; those of which nobody says, or whether they are due, as possible."""
    stated = words(f"notices.{told.id}.leaves_out", told.notice.leaves_out)
    proof, missing = [*stated.proof], [*stated.missing]
    sure, maybe = [], []
    for point in POINTS if stated.open else stated.sure:
        due = _due(derived, told, point)
        if due.value and point in stated.sure:
            sure.append(point)
            proof.extend(due.proof)
        elif due.value is not False:
            maybe.append(point)
            missing.extend(due.missing)
    if plain(told.notice.purposes) == NONE and "purposes" not in sure:
        sure.append("purposes")
        proof.append(f"notices.{told.id}.purposes")
    return Selection(
        sure=tuple(sure),
        maybe=tuple(point for point in maybe if point not in sure),
        proof=distinct(proof),
        missing=distinct(missing),
    )


def _lacking_words(derived: Derived, told: Told) -> Bilingual:
    found = lacks(derived, told)
    return listed(VALUES[point].in_sentence for point in found.sure or found.maybe)


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
        "lacks": Field("word", lacks, POINTS),
        "indirect": Field(
            "answer",
            lambda derived, told: word(f"notices.{told.id}.indirect", told.notice.indirect),
            YES_NO,
        ),
        "by": Field("party", lambda derived, told: Choice(options=(told.notice.by,))),
    },
    slots={
        "notice": lambda derived, names, told: names.within("notices", told.id),
        "silent_on": lambda derived, names, told: _silent_on(derived, told),
        "lacking": lambda derived, names, told: _lacking_words(derived, told),
        "by": lambda derived, names, told: names.of(told.notice.by),
    },
)
