"""Lists of cookies by the shape they have: of OneTrust, of Cookiebot, or any table with a column of cookies and one of providers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from auditor.loading.importing.lists.cookies import LIST, CookieList, Reader
from auditor.loading.importing.lists.markup import pieces
from auditor.loading.importing.lists.scripts import read_script
from auditor.loading.importing.lists.table import Row, Table, Tables, filled, shown
from auditor.loading.importing.lists.words import columns, headings, listed
from auditor.loading.importing.nodes import Node
from auditor.text import lists as words

HEADS_WITHIN: Final = 30
COOKIEBOT: Final = re.compile(r"CookieConsentDialog\.(cookieTable\w+)\s*=\s*(?=\[)")
#: What the texts of a row of Cookiebot are, in their order.
COLUMNS: Final = ("name", "provider", "purpose", "expiry", "type", "number")
_TOKEN: Final = re.compile(r"\"(\d+)\"|([\[\]])")


# OneTrust


def is_onetrust(value: Any) -> bool:
    """Tell whether a value is what OneTrust serves to a banner."""
    domain = value.get("DomainData") if isinstance(value, dict) else None
    return isinstance(domain, dict) and isinstance(domain.get("Groups"), list)


def of_onetrust(value: Any) -> CookieList:
    """Give the list of a banner by OneTrust."""
    root = Node(value).whole()
    domain = root.get("DomainData")
    language = domain.get("Language").get("Culture").text()
    found = CookieList(
        title=f"OneTrust ({language})" if language else "OneTrust",
        notice=words.ONETRUST,
        number=domain.get("cctId").text(),
        root=root,
    )
    for group in domain.get("Groups").items():
        name = group.get("GroupName", "OptanonGroupId").text()
        hosts, own = list(group.get("Hosts").items()), list(group.get("FirstPartyCookies").items())
        if not hosts and not own:
            found.empty.append((group.at, name))
        for cookie in own:
            found.unread.append((cookie.at, cookie.get("Name").text()))
        for host in hosts:
            called = host.get("HostName").text()
            if called:
                found.read_by(called, host.at, title=_title(host, called), category=name)
            else:
                found.unread.append((host.at, host.get("DisplayName").text()))
    for vendor in domain.get("GeneralVendors").items():
        if vendor.get("Name").text():
            found.vendors.append(Reader(named=vendor.get("Name").text(), at=vendor.at))
    return found


def _title(host: Node, called: str) -> str:
    shown = host.glance("DisplayName")
    return "" if shown == called else shown


# Cookiebot


def of_cookiebot(text: str) -> CookieList:
    """Give the lists that a script of Cookiebot holds."""
    found = CookieList(title="Cookiebot", notice=words.COOKIEBOT)
    for start in COOKIEBOT.finditer(text):
        if start[1] not in listed(LIST)["cookiebot_tables"]:
            continue
        category = start[1].removeprefix("cookieTable")
        first = text.count("\n", 0, start.end())
        for line, row in _rows(_array(text, start.end())):
            name, provider = (_plain(each) for each in (*row, "", "")[:2])
            at = f"L{first + line}"
            found.aside.update(
                called for called, text in zip(COLUMNS, row, strict=False) if text and called != "provider"
            )
            if provider:
                found.read_by(provider, at, category=category)
            elif name:
                found.unread.append((at, name))
    return found


def _array(text: str, start: int) -> str:
    """Give the array that begins at a place, up to the next statement of its kind."""
    following = text.find("CookieConsentDialog.", start)
    return text[start : following if following >= 0 else len(text)]


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows of texts of an array of arrays, each with the line of its first text."""
    script = read_script(text)
    depth, line = 0, 0
    row: list[str] = []
    for token in _TOKEN.finditer(script.code):
        if token[2] == "[":
            depth += 1
            row = []
        elif token[2] == "]":
            depth -= 1
            if row:
                yield line, row
            row = []
            if depth <= 0:
                return
        elif depth == 2:
            literal = script.literals[int(token[1])]
            line = line if row else literal.line
            row.append(literal.text)


def _plain(text: str) -> str:
    """Give a text of a page without its tags."""
    return " ".join("".join(piece.text for piece in pieces(text) if not piece.name).split())


# any table


def cookie_tables(tables: Tables) -> list[tuple[dict[str, int], Table, int]]:
    """Give the tables of cookies: columns by field, the table, and the number of the row of its headings."""
    return [found for table in tables.tables if (found := _headed(table)) is not None]


def _headed(table: Table) -> tuple[dict[str, int], Table, int] | None:
    for number, row in enumerate(table.rows[:HEADS_WITHIN]):
        named = columns([cell.text for cell in row.cells], LIST)
        speaks = any("cookie" in cell.text.lower() for cell in row.cells)
        if {"name", "provider"} <= named.keys() and speaks and table.rows[number + 1 :]:
            return named, table, number
    return None


def of_tables(tables: Tables, title: str) -> CookieList:
    """Give the list that tables of cookies hold."""
    found = CookieList(title=tables.title or title)
    for named, table, number in cookie_tables(tables):
        heads = table.rows[number]
        known = set(named.values())
        rows = table.rows[number + 1 :]
        found.columns += [
            (heads.at, f"{cell.text} ({filled(rows, at)})")
            for at, cell in enumerate(heads.cells)
            if cell.text and at not in known
        ]
        for field in named.keys() - {"provider"}:
            found.aside[heads.cell(named[field]).text] += filled(rows, named[field])
        for row in rows:
            if row.hidden:
                found.hidden.append((row.at, shown(row)))
            else:
                _take(row, named, found)
    return found


def _take(row: Row, named: dict[str, int], found: CookieList) -> None:
    text = {
        field: " ".join(row.cell(named[field]).text.split())
        for field in set(headings(LIST).values()) & named.keys()
    }
    if text["provider"]:
        found.read_by(text["provider"], row.at, category=text.get("category", ""))
        if text["name"]:
            found.cookies.setdefault(text["provider"], []).append(text["name"])
    elif text["name"]:
        found.unread.append((row.at, text["name"]))
