"""A workbook as a paper lays it out, whatever file it becomes: pages of cells that are text, with lists to choose from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from auditor.rendering.words import printable

#: How many characters a cell of a workbook holds, and a name of a page.
LONGEST: Final = 32_767
LONGEST_TITLE: Final = 31
#: What a text that was cut ends with.
CUT: Final = " […]"
#: What stands in the name of a page in the place of signs that none may have.
_TITLE: Final = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
#: A name that spreadsheets keep for themselves.
_KEPT: Final = "history"
Row = list[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """The words to choose from in a column, from one row to another."""

    first: int
    last: int
    column: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """A column in which people write days, from one row to another, and what is said where something else is written."""

    first: int
    last: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its rows of texts; `heads` are rows said in bold, `links` lead from a cell to a page, by its title.

    Where `open_columns` are given, the page is protected and people write in these alone; `filtered` is the row of heads by whose
    columns rows may be filtered; `coloured` gives a column whose words colour their cell.
    """

    title: str
    rows: list[Row]
    heads: frozenset[int] = frozenset()
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    widths: tuple[int, ...] = ()
    frozen: tuple[int, int] = (0, 0)
    choices: tuple[Choice, ...] = ()
    days: tuple[Days, ...] = ()
    open_columns: tuple[int, ...] = ()
    filtered: int | None = None
    coloured: tuple[int, dict[str, str]] | None = None
    whole_title: str = ""

    @property
    def called(self) -> str:
        """What the page is called where its name need not be cut."""
        return self.whole_title or self.title


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its pages, and what stands at the head of each on paper."""

    pages: list[Page]
    header: str = ""


def fitted(text: str) -> str:
    """Give a text as a cell holds it: without characters that cannot be seen, cut where it is too long, and told so."""
    shown = printable(text)
    return shown if len(shown) <= LONGEST else shown[: LONGEST - len(CUT)] + CUT


class Titles:
    """Gives names to pages: as they are wanted, as far as a workbook takes them, no two alike."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, wanted: str) -> str:
        """Give a name that no page has yet."""
        bare = " ".join(printable(wanted).translate(_TITLE).split()).strip("'") or "-"
        name, number = bare[:LONGEST_TITLE].strip(" '"), 1
        while name.casefold() in {*self._taken, _KEPT}:
            number += 1
            end = f" ({number})"
            name = bare[: LONGEST_TITLE - len(end)].strip(" '") + end
        self._taken.add(name.casefold())
        return name
