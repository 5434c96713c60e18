"""Which set of standard contractual clauses two parties signed, and whether contracts on it still stand on a day.

The sets of Decisions 2001/497/EC, 2004/915/EC and 2010/87/EU could be signed until 27 September 2021, and contracts on them stood until
27 December 2022 (Decision (EU) 2021/914, art. 4). That of 2021 can be signed since 27 June 2021. What nobody says is told by
the dates as far as they tell it: clauses of 2018 are none of 2021, and whether others took their place is asked.
"""

from __future__ import annotations

from typing import Final

from auditor.model.case.agreements import Agreement
from auditor.model.dates import first_day
from auditor.model.evidence import Choice, Routes
from auditor.model.materials import plain
from auditor.model.vocabulary import NONE, UNKNOWN, UNSETTLED

NEW: Final = "2021/914"
OLD: Final = ("2001/497", "2004/915", "2010/87")
SETS: Final = (*OLD, NEW)
#: From which day on the new set can be signed, until when the old ones could be, and until when contracts on those stood.
NEW_FROM: Final = "2021-06-27"
OLD_SIGNED_UNTIL: Final = "2021-09-27"
OLD_UNTIL: Final = "2022-12-27"
SCC: Final = "scc"


def clauses_of(name: str, agreement: Agreement, day: str) -> Choice:
    """Give the set that the standard clauses of `agreement` may be, as stated, else as far as its date and `day` tell."""
    route = f"agreements.{name}.clauses"
    stated = str(plain(agreement.clauses))
    if stated not in UNSETTLED:
        return Choice(options=(stated,), proof=(route,))
    signed = agreement.since if agreement.since not in ("", UNKNOWN) else ""
    if signed and first_day(signed) <= OLD_SIGNED_UNTIL and first_day(day) >= NEW_FROM:
        return Choice(options=SETS, proof=(f"agreements.{name}",), missing=(route,))
    return possible_on(day, proof=(f"agreements.{name}",), missing=(route,))


def possible_on(day: str, proof: Routes, missing: Routes) -> Choice:
    """Give the sets on which a contract may stand on `day`: only that of 2021 since the older ones ended."""
    if first_day(day) > OLD_UNTIL:
        return Choice(options=(NEW,), proof=proof)
    return Choice(options=OLD if first_day(day) < NEW_FROM else SETS, proof=proof, missing=missing)


def standing(name: str, agreement: Agreement, day: str) -> Choice:
    """Give what the standard clauses of `agreement` are worth as a tool on `day`: `scc`, `none` where they ended, or either."""
    found = clauses_of(name, agreement, day)
    ended = first_day(day) > OLD_UNTIL
    if not ended or found.settled == NEW:
        return Choice(options=(SCC,), proof=(f"agreements.{name}",))
    if found.settled:
        return Choice(options=(NONE,), proof=found.proof)
    return Choice(options=(SCC, NONE), proof=found.proof, missing=found.missing)
