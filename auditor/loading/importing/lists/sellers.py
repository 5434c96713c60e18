"""Who may sell the advertising space of a site, as it declares in `ads.txt`, or as a network does in `sellers.json`."""

from __future__ import annotations

import re
from typing import Final

from auditor.loading.captures.hosts import host_of
from auditor.loading.importing.elements import Elements
from auditor.loading.importing.lists.web import Web
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.organisations import has_form

_LINE: Final = re.compile(r"\s*([^,#\s]+)\s*,\s*([^,#\s]+)\s*,\s*(DIRECT|RESELLER)\b", re.IGNORECASE)
_VARIABLE: Final = re.compile(r"\s*([A-Z]+)\s*=\s*([^#\s]+)", re.IGNORECASE)
#: Variables of `ads.txt` that name a domain of whoever owns or manages the space.
OWNERS: Final = frozenset({"OWNERDOMAIN", "MANAGERDOMAIN"})
FEWEST: Final = 2
#: What follows the domain on a line, which names nobody.
FIELDS: Final = ("account", "relationship", "certification id")


def is_ads_txt(text: str) -> bool:
    """Tell whether a text declares sellers: two lines or more of the form."""
    return sum(_LINE.match(line) is not None for line in text.splitlines()) >= FEWEST


def write_ads_txt(elements: Elements, text: str) -> None:
    """Write the organisations that lines name; nothing says that data goes to them, and so it is asked."""
    web = Web(elements)
    named: dict[str, None] = {}
    for number, line in enumerate(text.splitlines(), 1):
        at, stated = f"L{number}", line.partition("#")[0]
        seller, variable = _LINE.match(stated), _VARIABLE.match(stated)
        host = host_of(seller[1]) if seller else ""
        if host and "." in host:
            for called, value in zip(FIELDS, stated.split(",")[1:], strict=False):
                elements.count(called, int(bool(value.strip())))
            if host not in named and not elements.left_out(at, host):
                web.party(host, at)
            named[host] = None
        elif variable and variable[1].upper() in OWNERS:
            _owner(elements, at, f"{variable[1].upper()} {variable[2]}")
        elif variable and variable[1].upper() == "CONTACT":
            elements.leave(at, "persons", "CONTACT")
        elif stated.strip():
            elements.leave(at, "no-such-word", stated)
    elements.say("bid-requests", *named)


def _owner(elements: Elements, at: str, said: str) -> None:
    """Tell who owns or manages the space, beside what the case says of who operates the pages."""
    site = elements.asked.said.site
    if site:
        elements.beside(f"hosts.{site}.operator", at, said)
    else:
        elements.leave(at, "prose", said)


def write_sellers(elements: Elements, root: Node) -> None:
    """Write the organisations that a network names; those whose names it withholds are counted."""
    web = Web(elements)
    withheld = 0
    named: dict[str, None] = {}
    for seller in root.get("sellers").items():
        seller.knows(
            "name", "seller_id", "is_passthrough", "comment", "ext", "seller_type", "is_confidential"
        )
        name, host = seller.glance("name"), host_of(seller.get("domain").text())
        if not host and not has_form(name):
            withheld += 1
        elif not elements.left_out(seller, *filter(None, [host, name])):
            title = name if has_form(name) else ""
            found = web.party(host, seller.at, title=title) if host else web.company(name, seller.at)
            if not host or elements.sections["organisations"].get(found, {}).get("name") == name:
                seller.get("name").read()
            named[host or name] = None
    if withheld:
        elements.leave("/sellers", "no-company", str(withheld))
    for key in ("contact_email", "contact_address"):
        if root.get(key).value is not None:
            elements.leave(root.get(key).whole(), "persons", key)
    root.knows("version", "identifiers", "ext")
    elements.unknown_keys(root)
    elements.say("bid-requests", *named)
