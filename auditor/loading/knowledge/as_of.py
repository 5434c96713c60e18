"""The knowledge base as it stood on a day: what was recorded later is not known.

A fact counts as recorded on the day its source speaks for (`as_of`), else on the day it begins; a link whose source is later but
which names an earlier one counts as read in that, at second hand. Where only the month or the
year is known, the fact may have been known from the first day of it on.
"""

from __future__ import annotations

from typing import Any, TypeVar

from msgspec import UNSET
from msgspec.structs import replace

from auditor.model.case.organisations import Organisation
from auditor.model.case.ownership import Ownership
from auditor.model.dates import first_day, last_day
from auditor.model.law import Adequacy, Instrument, Knowledge, LegalText
from auditor.model.participation import Participation

T = TypeVar("T")


def known_on(knowledge: Knowledge, day: str) -> Knowledge:
    """Give what of `knowledge` may have been known on `day`.

    Links, certificates, adequacy decisions and decisions of courts or authorities recorded later are left out, and so is how a
    decision fared later. Statutes stay: a citation says that they came after the facts. Organisations stay, since a case may
    name them; what was recorded of them later counts as assumed.
    """
    return replace(
        knowledge,
        as_of=min(knowledge.as_of, day),
        organisations={name: _organisation(entry, day) for name, entry in knowledge.organisations.items()},
        ownership=_links(knowledge, day),
        dpf={name: _seen(periods, day) for name, periods in knowledge.dpf.items()},
        instruments={name: _instrument(law, day) for name, law in _begun(knowledge.instruments, day).items()},
        adequacy={
            name: _adequacy(decision, day) for name, decision in _begun(knowledge.adequacy, day).items()
        },
        problematic={
            name: replace(law, until="") if later(law.until, day) else law
            for name, law in _begun(knowledge.problematic, day).items()
        },
        bridges=_begun(knowledge.bridges, day),
        law={name: _text(text, day) for name, text in knowledge.law.items() if not _decided_later(text, day)},
        domains=_told(knowledge.domains, day),
        widgets=_told(knowledge.widgets, day),
        products=_told(knowledge.products, day),
    )


def later(date: str, day: str) -> bool:
    """Tell whether `date` lies after `day` for certain."""
    return date not in ("", "unknown") and first_day(date) > last_day(day)


def _recorded(entry: Any) -> str:
    return str(entry.as_of or entry.since)


def _told(entries: dict[str, T], day: str) -> dict[str, T]:
    return {name: entry for name, entry in entries.items() if not later(_recorded(entry), day)}


def _links(knowledge: Knowledge, day: str) -> dict[str, Ownership]:
    """Give the links recorded by `day`; one whose source is later stands on an earlier one of its sources, where it has any."""
    found: dict[str, Ownership] = {}
    for name, link in knowledge.ownership.items():
        if not later(_recorded(link), day):
            found[name] = link
            continue
        dated = {other: knowledge.sources[other].date for other in link.also if other in knowledge.sources}
        earlier = {other: date for other, date in dated.items() if date and not later(date, day)}
        begun = {other: date for other, date in earlier.items() if not later(link.since, last_day(date))}
        if begun:
            best = max(begun, key=lambda other: (last_day(begun[other]), other))
            found[name] = replace(
                link,
                source=best,
                as_of=begun[best],
                status="secondary",
                verified_since="",
                also=[x for x in earlier if x != best],
            )
    return found


def _begun(entries: dict[str, T], day: str) -> dict[str, T]:
    return {name: entry for name, entry in entries.items() if not later(getattr(entry, "since", ""), day)}


def _organisation(entry: Organisation, day: str) -> Organisation:
    certified = entry.certified
    if isinstance(certified, list):
        certified = [held for held in certified if not later(held.as_of or held.since, day)] or UNSET
    kept = replace(entry, certified=certified)
    if later(entry.ends, day):
        kept = replace(kept, ends="", succeeded_by="")
    return replace(kept, status="unverified", also=[], unchecked=[]) if later(entry.as_of, day) else kept


def _seen(periods: list[Participation], day: str) -> list[Participation]:
    """Give the periods that had begun by `day`: what was first seen before was there to be read, up to that day."""
    begun = (period for period in periods if not later(period.since, day))
    return [
        replace(
            period,
            as_of=day if later(period.as_of, day) else period.as_of,
            until=day if later(period.until, day) else period.until,
        )
        for period in begun
    ]


def _instrument(law: Instrument, day: str) -> Instrument:
    kept = replace(law, state="", state_as_of="") if later(law.state_as_of, day) else law
    return replace(kept, until="") if later(law.until, day) else kept


def _adequacy(decision: Adequacy, day: str) -> Adequacy:
    kept = replace(decision, invalid="", judgment="", note="") if later(decision.invalid, day) else decision
    return replace(
        kept,
        amended=[act for act in kept.amended if not later(act.date, day)],
        watch=[item for item in kept.watch if not later(item.date, day)],
    )


def _decided_later(text: LegalText, day: str) -> bool:
    return bool(text.court or text.reference) and later(text.since, day)


def _text(text: LegalText, day: str) -> LegalText:
    return replace(text, history=[step for step in text.history if not later(step.since, day)])
