"""A list of sub-processors as facts: who, for what, where, under which safeguards, as the vendor who publishes it declares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec import Struct

from auditor.errors import UsageRefused
from auditor.loading.importing.elements import Elements, of
from auditor.loading.importing.format import Asked, Document, Imported, Tree, texts
from auditor.loading.importing.lists.places import LIST, Days, countries_of, dated, safeguards_of
from auditor.loading.importing.lists.table import Cell, Row, Table, Tables, filled, shown
from auditor.loading.importing.lists.words import columns, has_word, listed
from auditor.loading.importing.organisations import brand
from auditor.loading.importing.register.cells import Countries, company
from auditor.model.vocabulary import UNKNOWN
from auditor.text import lists as said
from auditor.text.models import between
from auditor.text.problems import importing as words

#: How far down a table its headings are looked for.
HEADS_WITHIN: Final = 30
#: The columns that facts are made of; a website is none of them.
USED: Final = frozenset({"company", "purpose", "place", "seat", "either", "safeguards", "data", "since"})
_FORMULA: Final = re.compile(r"=\s*HYPERLINK\s*\(.*[;,]\s*\"([^\"]*)\"\s*\)\s*\Z", re.IGNORECASE | re.DOTALL)
#: Signs between the names of two companies in one cell; `A/S` is a legal form, `d/b/a` and `c/o` name one.
_SEVERAL: Final = re.compile(r"\s[+/]\s|(?<!\bA)(?<!\bd)(?<!\bb)(?<!\bc)/(?!S\b|b/a\b|a\b|o\b)")


class Found(Struct, frozen=True):
    """A table that is a list of companies: its columns by field, its headings, and the rows below them."""

    table: Table
    columns: dict[str, int]
    heads: Row
    rows: Sequence[Row]


def lists_of(tables: Tables) -> list[Found]:
    """Give the tables that are lists of companies: one heading names companies, another a purpose or a place."""
    return [found for table in tables.tables if (found := _found(table)) is not None]


def _found(table: Table) -> Found | None:
    for number, row in enumerate(table.rows[:HEADS_WITHIN]):
        named = columns([cell.text for cell in row.cells], LIST)
        if (
            "company" in named
            and named.keys() & {"purpose", "place", "seat", "either"}
            and table.rows[number + 1 :]
        ):
            return Found(table, named, row, table.rows[number + 1 :])
    return None


def imported(document: Document, tables: Tables, asked: Asked) -> Imported:
    """Give the facts of a list. Raises Refused, NothingToCheck, UsageRefused where nobody says whose list it is."""
    if not asked.said.by:
        raise UsageRefused(words.WHOSE_LIST(), words.SAY_BY())
    return _List(document, tables, asked).made()


class _List:
    """Makes the facts of one list."""

    def __init__(self, document: Document, tables: Tables, asked: Asked) -> None:
        self.elements = Elements(document, asked, "subprocessor-list", "table")
        self.asked = asked
        self.by = asked.said.by
        self.tables = tables
        self.countries = Countries(asked.knowledge.countries)
        self.processors: list[str] = []
        self._unparted: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self.elements.source(title=tables.title, date=dated(tables.lines))
        self.title: Any = tables.title or said.subprocessors_of(self.elements.companies.called(self.by))

    def made(self) -> Imported:
        """Give the trees."""
        elements = self.elements
        found = lists_of(self.tables)
        lists = {each.table.at for each in found}
        for table in self.tables.tables:
            if table.rows and table.at not in lists and len(self.tables.tables) > 1:
                cells = sum(filled([row], at) for row in table.rows for at in range(len(row.cells)))
                elements.leave(table.at, "not-of-the-case", f"{shown(table.rows[0])} ({cells})")
        for name in self.tables.hidden:
            elements.leave("", "not-shown", name)
        for each in found:
            self._unread(each)
        days = Days(
            row.cell(each.columns["since"]).text
            for each in found
            for row in each.rows
            if "since" in each.columns
        )
        activity = f"imported-{elements.name}"
        elements.sections["activities"][activity] = {}
        for each in found:
            for row in each.rows:
                self._row(row, each, days, activity)
        processors = of([self.by, *self.processors])
        entry = {"controller": UNKNOWN, "processors": processors, "recipients": [UNKNOWN]}
        elements.add("activities", activity, {"title": self.title, **entry})
        return elements.made(said.SUBPROCESSORS_TITLE)

    def _unread(self, found: Found) -> None:
        """Tell the columns that no fact is made of."""
        used = {number for field, number in found.columns.items() if field in USED}
        heads = found.heads.cells
        texts = [head.text for head in heads]
        for number, head in enumerate(heads):
            first = texts.index(head.text)
            same = first < number and all(row.cell(first).text == row.cell(number).text for row in found.rows)
            if head.text and number not in used and not same:
                count = filled(found.rows, number)
                self.elements.leave(found.heads.at, "no-such-key", f"{head.text} ({count})")

    def _row(self, row: Row, found: Found, days: Days, activity: str) -> None:
        cell = row.cell(found.columns["company"])
        if self._is_aside(row, cell):
            return
        for each in row.cells:
            if each.unsound:
                self.elements.leave(row.at, "hidden-signs", each.text)
            if each.struck:
                self.elements.leave(row.at, "struck-out", each.struck)
        called, title = self._called(cell, row)
        if self.elements.left_out(row.at, called, title):
            return
        who = self._organisation(called, row)
        purpose = _line(row, found, "purpose")
        self._titles[who] = f"{called}: {purpose}" if purpose else called
        place = self._place(who, row, found)
        self._flow(who, place, row, found, days=days, activity=activity)
        if who not in (*self.processors, self.by):
            self.processors.append(who)
            self.elements.agreements.append(
                {
                    "between": [self.by, who],
                    "is": "processing",
                    "signed": UNKNOWN,
                    "source": self.elements.at(row.at),
                }
            )

    def _is_aside(self, row: Row, cell: Cell) -> bool:
        if not cell.text and cell.struck:
            self.elements.leave(row.at, "struck-out", f"{cell.struck} · {shown(row)}".rstrip(" ·"))
        elif not cell.text:
            self.elements.leave(row.at, "unnamed", shown(row))
        elif row.hidden:
            self.elements.leave(row.at, "not-shown", shown(row))
        return not cell.text or row.hidden

    def _called(self, cell: Cell, row: Row) -> tuple[str, str]:
        """Give who a cell names, and all that it says in one line; of a link made by a formula the words that are shown."""
        formula = _FORMULA.match(cell.text)
        if formula:
            self.elements.leave(row.at, "formula", cell.text)
        text = formula[1] if formula else cell.text
        first = text.split("\n")[0].strip() or text
        found = company(first)
        title = self.elements.words(text, row.at)
        known = self.elements.companies.described(found.name)
        if (found.formed or known) and not _several(text):
            if title != found.name:
                self.elements.leave(row.at, "prose", title)
            return self.elements.words(found.name, row.at), title
        return title, title

    def _organisation(self, called: str, row: Row) -> str:
        if not _several(called) or self.elements.companies.described(called):
            return self.elements.company(called, row.at)
        self.elements.leave(row.at, "several", called)
        if called not in self._unparted:
            name = self._unparted[called] = self.elements.own("organisations", called, row.at)
            entry = {**brand(called, self.elements.at(row.at)), "name": _unknown(said.SEVERAL)}
            self.elements.add("organisations", name, entry)
            self.elements.ask(f"organisations.{name}.name", row.at, "several", called)
        return self._unparted[called]

    # the place and the flow

    def _place(self, who: str, row: Row, found: Found) -> str:
        elements = self.elements
        name = elements.own("hosts", f"{self._own(who)}-place", row.at)
        entry: Tree = {"title": self._titles[who], "operator": who}
        means = "place" if "place" in found.columns else self._means(found)
        stated = _line(row, found, "place") or _line(row, found, "either")
        if stated and means != "seat":
            entry["location"] = (
                self._location(stated, row) if means == "place" else _unknown(said.list_says(stated))
            )
        elements.add("hosts", name, {**entry, "source": elements.at(row.at)})
        self._seat(who, row, found)
        return name

    def _means(self, found: Found) -> str:
        """Give what a column that says "location" means, as people say; empty where they do not."""
        if "either" not in found.columns:
            return ""
        stated = self.asked.said.location_means
        if not stated:
            self.elements.say("location_means", found.heads.cell(found.columns["either"]).text)
        return {"processing": "place", "seat": "seat"}.get(stated, "")

    def _location(self, stated: str, row: Row) -> Any:
        codes = countries_of(stated, self.countries)
        if codes:
            return texts(codes)
        self.elements.leave(row.at, "no-such-word", stated)
        return _unknown(said.list_says(stated))

    def _seat(self, who: str, row: Row, found: Found) -> None:
        """Note the country of an organisation that this import writes: from a column that says seat, never from another."""
        entry = self.elements.sections["organisations"].get(who)
        if entry is None or entry["country"] != UNKNOWN:
            return
        stated = _line(row, found, "seat")
        if stated or self._means(found) == "seat":
            stated = stated or _line(row, found, "either")
            codes = countries_of(stated, self.countries)
            entry["country"] = (
                codes[0] if len(codes) == 1 else _unknown(said.list_says(stated)) if stated else UNKNOWN
            )
        elif "either" in found.columns and (stated := _line(row, found, "either")):
            head = found.heads.cell(found.columns["either"]).text
            entry["country"] = _unknown(said.list_says(f"{head}: {stated}"))

    def _flow(self, who: str, place: str, row: Row, found: Found, *, days: Days, activity: str) -> None:
        elements = self.elements
        name = elements.own("flows", self._own(who), row.at)
        title = between(elements.companies.called(self.by), self._titles[who])
        entry: Tree = {"title": title, "for": activity, "from": self.by, "to": place, "data": UNKNOWN}
        carried = _line(row, found, "data")
        if carried:
            entry["note"] = said.list_says(carried)
        entry.update(self._safeguards(who, row, found))
        if has_word(listed(LIST)["remote"], _line(row, found, "purpose")):
            entry["access"] = "remote"
        stated = _line(row, found, "since")
        since = days.of(stated) if stated else ""
        if stated and not since:
            elements.leave(row.at, "no-such-word", stated)
        elements.add("flows", name, {**entry, "since": since, "source": elements.at(row.at)})

    def _safeguards(self, who: str, row: Row, found: Found) -> Iterator[tuple[str, Any]]:
        stated = _line(row, found, "safeguards")
        if not stated:
            return
        read = safeguards_of(stated)
        if read.nothing:
            self.elements.leave(row.at, "says-nothing", stated)
        elif read.denied or len(read.tools) > 1 or not (read.tools or read.dpf):
            self.elements.leave(row.at, "no-such-word", stated)
            if not read.no_ground:
                yield "tool", _unknown(said.list_says(stated))
        elif read.tools:
            yield "tool", read.tools[0]
        entry = self.elements.sections["organisations"].get(who)
        if read.dpf and not read.denied and entry is not None:
            entry["dpf"] = {"value": "true", "source": self.elements.at(row.at)}
        elif read.dpf and not read.denied:
            self.elements.beside(f"organisations.{who}.dpf", row.at, stated)

    def _own(self, who: str) -> str:
        """Give what an organisation is called within an import: its id there, else in the case."""
        return who.removeprefix(f"{self.elements.name}-")


def _several(text: str) -> bool:
    """Tell whether a cell names more than one company: they are not parted, but asked about."""
    found = company(text.split("\n", maxsplit=1)[0])
    forms = sum(company(part).formed for part in re.split(r"\n|;|, (?=[A-Z])", text))
    return _SEVERAL.search(text) is not None or (found.formed and company(found.rest).formed) or forms > 1


def _line(row: Row, found: Found, field: str) -> str:
    """Give what a row says under a heading, in one line; of a list of items each begins after a semicolon."""
    text = row.cell(found.columns[field]).text if field in found.columns else ""
    if field == "purpose":
        return " ".join(text.split())
    return "; ".join(line for each in text.split("\n") if (line := each.strip(" \t;")))


def _unknown(note: Any) -> Tree:
    return {"value": UNKNOWN, "note": note}
