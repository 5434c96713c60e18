"""Who answers for the hosts that a site's own lists name: what the case says, else our knowledge of domains, else a brand."""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import Any, Final

from auditor.loading.captures.attributed import is_of_customer
from auditor.loading.captures.hosts import domain_of, is_address
from auditor.loading.files.folder import shipped
from auditor.loading.importing.elements import Elements
from auditor.loading.importing.format import Tree
from auditor.loading.importing.organisations import brand, has_form, named
from auditor.loading.knowledge.brands import load_brands
from auditor.model.brands import Attribution, attribute, suffixes
from auditor.model.vocabulary import UNKNOWN
from auditor.model.web import Domain
from auditor.text import lists as words

#: What of a visitor is known to reach whoever is called; what else goes along is not.
SURE: Final = ("device",)


class Web:
    """Gives the ends of flows of a site, and writes the brands and hosts that the case lacks."""

    def __init__(self, elements: Elements) -> None:
        self.elements = elements
        self.asked = elements.asked
        self._ends: dict[str, str] = {}
        self._people = ""

    @cached_property
    def _domains(self) -> dict[str, Domain]:
        from auditor.loading.knowledge.layers import add_knowledge

        known, _ = add_knowledge(self.asked.knowledge, shipped("knowledge/web"))
        return known.domains

    @cached_property
    def _hosts(self) -> dict[str, str]:
        """The hosts of the case by the domains that people wrote of them."""
        return {
            domain: name
            for name, entry in self.asked.own.get("hosts", {}).items()
            if isinstance(entry, dict)
            for domain in entry.get("domains", [])
        }

    # whose it is

    def is_own(self, host: str) -> bool:
        """Tell whether a host is one of the pages that a list speaks of, or of the domain of whoever declares it."""
        by = self.asked.own.get("organisations", {}).get(self.asked.said.by, {})
        own = by.get("domains", []) if isinstance(by, dict) else []
        return self._hosts.get(host, "") == self.asked.said.site != "" or host in own

    def lies_in_own(self, host: str) -> bool:
        """Tell whether a host is, or lies below, a domain of whoever declares a list."""
        by = self.asked.said.by
        return self.is_own(host) or (by != "" and self.elements.companies.of_domain(host) == by)

    def party(self, host: str, place: str, *, title: str = "") -> str:
        """Give who is called at a host: an organisation, else a host whose operator is not known, else a brand named by its domain."""
        elements = self.elements
        domain = domain_of(host)
        known = elements.same(host, domain) or next(
            (self._hosts[each] for each in suffixes(host) if each in self._hosts), ""
        )
        if known:
            return known
        if is_address(host) or self.lies_in_own(host):
            return self.host(host, place)
        known = elements.companies.of_domain(host)
        if known:
            return known
        found = attribute(host, self._domains, load_brands)
        if found is not None and (entry := found.entry) is not None:
            if is_of_customer(entry, found.host, found.domain, entry.serves(found.host)):
                return self.host(host, place, note=words.of_a_customer(found.domain))
            return entry.organisation
        return self._brand(host, place, title, found)

    def _brand(self, host: str, place: str, title: str, found: Attribution | None) -> str:
        domain = domain_of(host)
        if domain not in self._ends:
            self._warn(domain, place)
            elements = self.elements
            name = self._ends[domain] = elements.own("organisations", domain, place)
            listed = found.brand if found is not None else None
            called = elements.words(title, place) if title else listed.name if listed is not None else domain
            at = elements.at(place)
            entry = {**named(called, at), "domains": [domain]}
            if not title or not has_form(called):
                entry = brand(called, at, (domain,))
                elements.ask(f"organisations.{name}.name", place, "which-company", called)
            if listed is not None:
                entry["note"] = words.known_as(listed.name, listed.source, listed.as_of)
            elements.add("organisations", name, entry)
        return self._ends[domain]

    def _warn(self, domain: str, place: str) -> None:
        """Tell of a name that mixes scripts, as it may imitate another."""
        if "xn--" not in domain:
            return
        try:
            shown = domain.encode("ascii").decode("idna")
        except UnicodeError:
            shown = domain
        scripts = {
            unicodedata.name(sign, "?").split()[0] for sign in shown.rpartition(".")[0] if sign.isalpha()
        }
        if len(scripts) > 1:
            self.elements.leave(place, "mixed-scripts", domain)

    def company(self, name: str, place: str) -> str:
        """Give the organisation that a list names by a word that is no host; unknown where the word names nobody."""
        return self.elements.company(name, place) or UNKNOWN

    def host(self, host: str, place: str, *, note: Any = None) -> str:
        """Give a host of which nothing says who operates it."""
        known = self._hosts.get(host, "") or self.elements.same(host)
        if known:
            return known
        key = f"host {host}"
        if key not in self._ends:
            elements = self.elements
            name = self._ends[key] = elements.own("hosts", host, place)
            domains = [] if is_address(host) else [host]
            entry: Tree = {"title": host, "operator": UNKNOWN, "domains": domains, "note": note}
            elements.add("hosts", name, {**entry, "source": elements.at(place)})
        return self._ends[key]

    # flows

    def visitors(self) -> str:
        """Give the people who visit the pages: those that are said to be, else people of this import."""
        if not self._people:
            elements = self.elements
            self._people = elements.people("user")
            if not self._people:
                elements.say("people", "user")
                self._people = elements.own("people", "visitors", "")
                elements.add("people", self._people, {"title": words.VISITORS})
        return self._people

    def flow(self, called: str, to: str, place: str, **fields: Any) -> str:
        """Write what goes from visitors of the pages to somebody; `data` of `fields` comes beside what reaches anybody who is called."""
        elements = self.elements
        site = elements.asked.said.site
        if not site:
            elements.say("site")
        name = elements.own("flows", called, place)
        entry: Tree = {
            "title": fields.pop("title", ""),
            "for": elements.activity(),
            "from": self.visitors(),
            "to": to,
            "embedded_in": site,
            "data": [*dict.fromkeys([*SURE, *fields.pop("data", ())]), UNKNOWN],
        }
        elements.add("flows", name, {**entry, **fields, "source": elements.at(place)})
        elements.ask(f"flows.{name}.data", place, "what-else")
        return name

    def called(self, to: str) -> str:
        """Give what an end is called within this import: its id without that of the import."""
        return to.removeprefix(f"{self.elements.name}-")
