"""What is shown of a result: of what nobody is shown, neither words nor tables are made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Literal, NoReturn, get_args

from msgspec import Struct

from auditor.model.result.findings import PointsTold

POINTS_TOLD: Final[tuple[PointsTold, ...]] = get_args(PointsTold)
#: The tables of a result that grow with the case; all else of a result is always there.
Table = Literal[
    "exposures", "control", "recipients", "transfers", "flows", "assumptions", "clauses", "places", "activities",
    "agreements", "captures",
]  # fmt: skip
TABLES: Final[frozenset[Table]] = frozenset(get_args(Table))


class Shown(Struct, frozen=True):
    """Which open points are told, which tables of a result are read, whether it is read what each premise says and where, and which findings are told in full.

    Of premises that are not shown it is told at most how they are known, and from which source. The table of clauses, which puts
    them into sentences, is made only along with them, and so are the sentence, the path and the proof of each part of a claim. Open
    points come `worded`, or with all that counts and no words. Findings come `in_full`, or only those do that may stand for their rule:
    further ones have neither a headline nor what shows them, a path or texts of law.
    """

    points: PointsTold = "all"
    tables: frozenset[Table] = TABLES
    premises: bool = True
    worded: bool = True
    in_full: bool = True


#: A result that is written, or that anything may be asked of.
WHOLE: Final = Shown()
#: All findings, open points and questions, and what is established alone: where nothing else of a result is looked at.
TOLD: Final = Shown(tables=frozenset())
ESTABLISHED: Final = Shown("none", frozenset(), premises=False)


def in_any(wanted: Iterable[Shown]) -> Shown:
    """Give what is shown where each of `wanted` shows a part of one result."""
    parts = list(wanted)
    points: PointsTold = min((part.points for part in parts), key=POINTS_TOLD.index, default="none")
    tables = frozenset[Table]().union(*(part.tables for part in parts))
    return Shown(
        points,
        tables,
        premises=any(part.premises for part in parts),
        worded=any(part.worded for part in parts),
        in_full=any(part.in_full for part in parts),
    )


class NotMade:
    """What is not shown. It cannot be read, nor taken for something empty, nor written: who reads it has to ask for it."""

    def __bool__(self) -> NoReturn:
        """Raise TypeError, as any other reading of it does."""
        raise TypeError("this part of the result was not asked for")

    def __str__(self) -> NoReturn:
        """Raise TypeError, as no sentence may hold it."""
        raise TypeError("this part of the result was not asked for")


#: Stands in the place of any part of a result, whatever that is made of.
NOT_MADE: Final[Any] = NotMade()
