"""What a cell says of a place, a date or safeguards, and whether it says one thing only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from auditor.loading.importing.lists.words import bare, has_word, is_word, listed
from auditor.loading.importing.register.cells import Countries, day
from auditor.loading.importing.sheets import Cell
from auditor.model.dates import is_day

LIST: Final = "subprocessors"
_APART: Final = re.compile(r"[,;/\n&]|\bet\b|\band\b")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_NUMBERS: Final = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})\Z")


def countries_of(text: str, countries: Countries) -> list[str]:
    """Give the countries that a cell names and nothing else; none where anything in it names no country."""
    outside = _BRACKETS.sub("", text).strip()
    within = [code for found in _BRACKETS.findall(text) for code in countries.within(found)]
    parts = list(filter(None, map(str.strip, _APART.split(outside))))
    codes = [_code(part, countries) for part in (parts if not _code(outside, countries) else [outside])]
    if not codes or "" in codes or any(code not in codes for code in within):
        return []
    return list(dict.fromkeys(codes))


def _code(text: str, countries: Countries) -> str:
    return "" if is_word(LIST, "no_country", text) else countries.code(text)


class Safeguards(Struct, frozen=True):
    """What a cell says of safeguards: tools, whether the Data Privacy Framework is named, whether nothing is said by it.

    `denied` tells that the words say no of something, and so not which safeguards there are.
    """

    tools: list[str]
    dpf: bool
    nothing: bool
    no_ground: bool
    denied: bool


def safeguards_of(text: str) -> Safeguards:
    """Give the safeguards for transfers that a cell names, searched as whole words."""
    named = [word for word, words in listed(LIST)["safeguards"].items() if has_word(words, text)]
    tools = [word for word in named if word != "dpf"]
    return Safeguards(
        tools=tools,
        dpf="dpf" in named,
        nothing=not bare(text) or is_word(LIST, "nothing", text),
        no_ground=not named and has_word(listed(LIST)["no_ground"], text),
        denied=bool(named) and has_word(listed(LIST)["denying"], text),
    )


class Days:
    """Reads the days of one list: day first, unless a number above twelve shows that the month is."""

    def __init__(self, texts: Iterable[str]) -> None:
        numbers = [found for text in texts if (found := _NUMBERS.match(text.strip()))]
        self._month_first = any(int(found[2]) > 12 for found in numbers)
        self._day_first = any(int(found[1]) > 12 for found in numbers)

    def of(self, text: str) -> str:
        """Give the day, month or year that a text states, empty where it is not certain."""
        found = _NUMBERS.match(text.strip())
        if found is None:
            return day(Cell(" ".join(text.split())), "fr")
        first, second, year = int(found[1]), int(found[2]), found[3]
        ambiguous = first <= 12 and second <= 12 and first != second
        if ambiguous and self._month_first and self._day_first:
            return ""
        month_first = second > 12 or (first <= 12 and self._month_first)
        month, number = (first, second) if month_first else (second, first)
        made = f"{year}-{month:02d}-{number:02d}"
        return made if is_day(made) else ""


def dated(lines: Iterable[str]) -> str:
    """Give the day on which a list says that it was last changed, empty where no line says so."""
    for line in lines:
        text = bare(line)
        start = next((word for word in _starts() if text.startswith(f"{word} ")), "")
        if start:
            stated = text[len(start) :].strip()
            numbers = re.search(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}", line)
            found = Days([]).of(numbers[0] if numbers else re.sub(r"\A(?:le|on|at|of|du|au) ", "", stated))
            found = found or _american(stated)
            if found:
                return found
    return ""


def _american(text: str) -> str:
    """Give the day of `october 12 2026`."""
    found = re.search(r"(?<![a-z])([a-z]+) ([0-9]{1,2}) ([0-9]{4})\Z", text)
    return day(Cell(f"{found[2]} {found[1]} {found[3]}"), "en") if found else ""


def _starts() -> list[str]:
    return sorted((bare(word) for word in listed(LIST)["updated"]), key=len, reverse=True)
