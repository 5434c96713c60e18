"""A list of cookies as facts: what a site tells its visitors about who reads their devices, in one notice, with a flow for each reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from msgspec import Struct, field

from auditor.errors import UsageRefused
from auditor.loading.captures.hosts import host_like
from auditor.loading.importing.elements import Elements, of
from auditor.loading.importing.lists.web import Web
from auditor.loading.importing.lists.words import has_word, listed
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.organisations import has_form
from auditor.model.case.imported import WhyAside
from auditor.model.vocabulary import UNKNOWN
from auditor.text import lists as words
from auditor.text.problems import importing as problems

LIST: Final = "cookies"


class Reader(Struct, kw_only=True):
    """Somebody who reads cookies, as a list names them: a host or a company, where, under which categories."""

    named: str
    at: str
    title: str = ""
    categories: list[str] = field(default_factory=list)


class CookieList(Struct, kw_only=True):
    """A list: its title, its number, who reads, who is named besides, and the cookies whose reader it does not tell.

    `cookies` are those of a reader, by who is named; `empty` are groups without any, `columns` headings
    that no fact is made of, `hidden` rows that the page hides, `root` the whole of a list whose values have keys,
    `aside` how many cells are known to be of no use, by their headings.
    """

    title: Any
    number: str = ""
    notice: Any = ""
    readers: dict[str, Reader] = field(default_factory=dict)
    vendors: list[Reader] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    cookies: dict[str, list[str]] = field(default_factory=dict)
    empty: list[tuple[str, str]] = field(default_factory=list)
    columns: list[tuple[str, str]] = field(default_factory=list)
    hidden: list[tuple[str, str]] = field(default_factory=list)
    root: Node | None = None
    aside: Counter[str] = field(default_factory=Counter)

    def read_by(self, named: str, at: str, *, title: str = "", category: str = "") -> None:
        """Note a reader, once, and the category that is listed."""
        found = self.readers.setdefault(named, Reader(named=named, at=at, title=title))
        if category and category not in found.categories:
            found.categories.append(category)


def write(elements: Elements, cookies: CookieList) -> None:
    """Write the flows and the notice of a list. Raises UsageRefused where nobody says whose list it is."""
    if not elements.asked.said.by:
        raise UsageRefused(problems.WHOSE_LIST(), problems.SAY_BY())
    web = Web(elements)
    recipients: list[str] = []
    unread: list[str] = []
    asides: tuple[tuple[WhyAside, list[tuple[str, str]]], ...] = (
        ("says-nothing", cookies.empty),
        ("no-such-key", cookies.columns),
        ("not-shown", cookies.hidden),
        ("unnamed", cookies.unread),
    )
    for why, places in asides:
        for place, name in places:
            elements.leave(place, why, name)
    for reader in cookies.readers.values():
        to = _end(web, reader)
        if not to:
            unread += cookies.cookies.get(reader.named, [reader.named])
        elif to not in recipients:
            recipients.append(to)
    unread += [name for _, name in cookies.unread]
    recipients += [
        web.company(vendor.named, vendor.at)
        for vendor in cookies.vendors
        if not elements.left_out(vendor.at, vendor.named)
    ]
    notice(elements, recipients, title=cookies.notice, note=words.unread(unread) if unread else None)
    for heading, count in cookies.aside.items():
        elements.count(heading, count)
    if cookies.root is not None:
        elements.unknown_keys(cookies.root)


def notice(
    elements: Elements, recipients: Sequence[str], *, title: Any, note: Any = None, at: str = ""
) -> None:
    """Write what a site tells visitors of recipients; where one of them is not told, so the list is open."""
    known = [each for each in recipients if each != UNKNOWN]
    every = [*known, UNKNOWN] if note is not None or len(known) < len(recipients) or not known else known
    if UNKNOWN in every:
        elements.ask(f"notices.{elements.name}.recipients", at, "which-others")
    entry = {"by": elements.asked.said.by, "for": elements.activity(), "recipients": of(every), "note": note}
    elements.add("notices", elements.name, {"title": title, **entry, "source": at})


def _end(web: Web, reader: Reader) -> str:
    """Write the flow to a reader of cookies, and give who it is; empty where the site itself, a program or nobody is named."""
    elements = web.elements
    named = elements.words(reader.named, reader.at)
    if elements.left_out(reader.at, named):
        return ""
    host = "" if has_form(named) else host_like(named.removeprefix("."))
    if host and web.lies_in_own(host):
        elements.leave(reader.at, "own-pages", named)
        return ""
    if not host and has_word(listed(LIST)["self_hosted"], named):
        elements.leave(reader.at, "program", named)
        return ""
    to = web.party(host, reader.at, title=reader.title) if host else web.company(named, reader.at)
    note = words.listed_under(reader.categories) if reader.categories else None
    web.flow(host or named, to, reader.at, title=named, reads_terminal="true", note=note)
    return to
