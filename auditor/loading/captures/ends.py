"""Which hosts of a case the hosts of a capture are: those that people wrote, else one for each registrable domain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, Final

from msgspec import Struct

from auditor.loading.captures.hosts import site_of
from auditor.model.brands import suffixes
from auditor.model.capture import Operator, Recipient
from auditor.model.vocabulary import OF_KNOWLEDGE
from auditor.text import imports as words

Tree = dict[str, Any]
NOT_OF_AN_ID: Final = re.compile(r"[^a-z0-9]+")


class Known(Struct, frozen=True, kw_only=True):
    """What a case holds so far: hosts and organisations by the domains that people wrote of them, and the ids that are taken.

    `imported` are the hosts of earlier imports, each with its domains; `people` and `activities` are those that people wrote.
    """

    hosts: Mapping[str, str] = {}
    organisations: Mapping[str, str] = {}
    taken: frozenset[str] = frozenset()
    imported: Mapping[str, tuple[str, ...]] = {}
    people: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()


def id_of(text: str) -> str:
    """Give an id that reads as `text`."""
    return NOT_OF_AN_ID.sub("-", text.lower()).strip("-") or "unnamed"


class Ends:
    """Gives the host of the case that each host of a capture is, and what an import has to state of it."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.hosts: dict[str, Tree] = {}
        #: Each host of the case that stands for a domain: what people wrote of it goes first.
        self.own: dict[str, str] = {}
        self._names: dict[str, str] = {}

    def page(self, host: str, *, title: str = "") -> str:
        """Give the host of the case that a page is on; who operates it is for people to say, of a host or of the domains of an organisation."""
        own = self._own(host)
        if own:
            return own
        stated = next((who for each in suffixes(host) if (who := self.known.organisations.get(each))), "")
        operated = {"operator": {"value": stated, "known": "inferred"}} if stated else {}
        return self._stated(host, {"domains": [host], **operated}, title=title)

    def application(self, name: str) -> str:
        """Give the host of the case that an application on a device is."""
        return self._stated(f"{name}.app", {"kind": "device"}, title=name)

    def recipient(self, recipient: Recipient) -> str:
        """Give the host of the case that a recipient is."""
        own = self._own(recipient.host)
        if own:
            return own
        if recipient.cloaking and recipient.party == "first":
            return self._stated(
                recipient.host, {"domains": [recipient.host], "operator": _suspected(recipient)}
            )
        operator = recipient.operator
        if operator is not None and operator.customers:
            zone = self._stated(operator.domain, self._attributed(operator.domain, operator))
            place = site_of(recipient.host)
            place = recipient.host if place == operator.domain else place
            of_customer = {
                "domains": [place],
                "operator": _of_customer(operator),
                "runs_on": _runs_on(zone, operator),
            }
            return self._stated(place, of_customer)
        domain = recipient.domain if operator is None else _of(operator, recipient)
        return self._stated(domain, self._attributed(domain, operator))

    def _own(self, host: str) -> str:
        """Give the host that people wrote with the longest domain that `host` lies in."""
        domain = next((each for each in suffixes(host) if each in self.known.hosts), "")
        if not domain:
            return ""
        self.own[domain] = self.known.hosts[domain]
        return self.known.hosts[domain]

    def _attributed(self, domain: str, operator: Operator | None) -> Tree:
        stated = self.known.organisations.get(domain)
        if stated:
            return {"domains": [domain], "operator": {"value": stated, "known": "inferred"}}
        return {"domains": [domain], "operator": _operator(operator)}

    def _stated(self, domain: str, entry: Tree, title: str = "") -> str:
        name = self._names.get(domain)
        if name is None:
            name = self._names[domain] = self._free(domain, tuple(entry.get("domains", ())))
            self.hosts[name] = {"title": title or domain, **entry}
        return name

    def _free(self, domain: str, domains: Iterable[str]) -> str:
        """Give an id that stands for nothing else, here or in an earlier import."""
        name = id_of(domain)
        other = self.known.imported.get(name, tuple(domains))
        if (
            name in self.known.taken
            or name in self.hosts
            or (not {*other} & {*domains} and tuple(other) != tuple(domains))
        ):
            return f"{name}-{sha256(domain.encode()).hexdigest()[:6]}"
        return name


def _of(operator: Operator, recipient: Recipient) -> str:
    """Give the domain that stands for a recipient: its registrable one, or the part of it that is attributed by itself."""
    return operator.domain if operator.domain.endswith(f".{recipient.domain}") else recipient.domain


def _operator(operator: Operator | None) -> Tree:
    """Give who answers for a host: inferred, from the entry that named it; a brand names no company."""
    if operator is None:
        return {"value": "unknown", "known": "inferred"}
    said = {"known": "inferred", "source": f"{OF_KNOWLEDGE}{operator.source}", "as_of": operator.as_of}
    said = {name: word for name, word in said.items() if word and word != OF_KNOWLEDGE}
    if operator.layer == "brands":
        return {"value": "unknown", **said, "note": words.brand(operator.name)}
    return {"value": operator.organisation, **said}


def _of_customer(operator: Operator) -> Tree:
    return {"value": "unknown", "known": "inferred", "note": words.of_a_customer(operator.domain)}


def _runs_on(zone: str, operator: Operator) -> Tree:
    return {"value": zone, "known": "inferred", "source": f"{OF_KNOWLEDGE}{operator.source}"}


def _suspected(recipient: Recipient) -> Tree:
    others = ", ".join(sorted({each.host for each in recipient.cloaking}))
    return {"value": "unknown", "known": "inferred", "note": words.suspected(others)}
