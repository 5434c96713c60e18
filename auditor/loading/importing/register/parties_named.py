"""Organisations that a record names: one id each, whether it is known which company is meant, what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from auditor.loading.importing.format import Asked, Tree
from auditor.loading.importing.ids import RESERVED, Ids
from auditor.loading.importing.register.cells import Company, Countries, company, slug
from auditor.loading.importing.register.labels import compared
from auditor.loading.importing.register.ledger import Ledger
from auditor.loading.importing.register.said import Said
from auditor.model.materials import plain
from auditor.model.vocabulary import SHARING_IDS, UNKNOWN

#: A day after all that is known of who joined a union of States, or left it.
LAST_DAY: Final = "9999-12-31"


class Detail(NamedTuple):
    """One detail of how somebody is reached, and the cell it stands in."""

    words: str
    at: str


class Named:
    """The organisations and the people that a document names, as entries of the case."""

    def __init__(self, asked: Asked, ledger: Ledger, countries: Countries) -> None:
        self.ledger = ledger
        self.countries = countries
        self.organisations: dict[str, Tree] = {}
        self.confidential: dict[str, Tree] = {}
        self.people: dict[str, Tree] = {}
        self.used: set[str] = set()
        self._asked = asked
        self._own = asked.own
        self._by_words: dict[str, str] = {}
        self._described = _described(asked.own)
        self._imported = _described(asked.others)
        self._known = {
            compared(str(plain(o.name))): name for name, o in asked.knowledge.organisations.items()
        }
        own = {
            name
            for section in SHARING_IDS
            for part in (asked.own, asked.others)
            for name in part.get(section, {})
        }
        self._ids = Ids({*RESERVED, *own, *asked.knowledge.organisations})

    def abroad(self, text: str) -> list[str]:
        """Give the countries named somewhere in a text that are no members of the EEA, or left it."""
        known = self._asked.knowledge
        return [code for code in self.countries.within(text) if not known.in_eea(code, LAST_DAY)]

    def organisation(self, said: Said, words: str = "", *, controller: bool = False) -> str:
        """Give the id of who a text names, and note what it says of them; `controller`: the record gives it as a name."""
        found = company(words or said.words)
        known = self._id(found.name)
        shared = "" if known else self._imported.get(compared(found.name), "")
        if known in self.organisations or known in self._by_words.values():
            self._rest(known, found, said)
            return known
        name = known or shared or self._ids.free(slug(found.name, "organisation"))
        self._by_words[compared(found.name)] = name
        if known and name not in self._own.get("organisations", {}):
            return name  # the knowledge base describes it
        entry: Tree = {}
        if not known:
            entry = {"title": found.name}
            entry["kind"] = "company" if found.formed else "unknown"
            if found.formed or controller:
                entry["name"] = {"value": found.name, "source": self.ledger.source(said.at)}
            elif not found.acronym:
                entry["name"] = {"value": UNKNOWN, "source": self.ledger.source(said.at), "quote": found.name}
                self.ledger.ask(f"organisations.{name}.name", said, "which-company", suggest=found.name)
            entry["source"] = self.ledger.source(said.at)
            self.organisations[name] = entry
        self._rest(name, found, said)
        return name

    def _id(self, words: str) -> str:
        bare = compared(words)
        same = self._asked.said.same
        found = next((name for each, name in same.items() if compared(each) == bare), "")
        if found:
            self.used.add(bare)
            return found
        return self._by_words.get(bare) or self._described.get(bare) or self._known.get(bare, "")

    def _rest(self, name: str, found: Company, said: Said) -> None:
        """Keep what is said besides; a country named there is suggested, never taken for the law it exists under."""
        if not found.rest:
            return
        self.ledger.keep(said)
        for code in self.countries.within(found.rest)[:1]:
            self.ledger.ask(f"organisations.{name}.country", said, "which-country", suggest=code)

    def detail(self, name: str, field: str, value: Any) -> None:
        """Note a field of an organisation, unless something is noted there."""
        self.organisations.setdefault(name, {}).setdefault(field, value)

    def contact(self, name: str, whose: str, details: Mapping[str, Detail]) -> None:
        """Note contact details, which are confidential; what a second place says otherwise of one is kept as a remark."""
        entry = self.confidential.setdefault(name, {}).setdefault(whose, {}) if details else {}
        for field, detail in details.items():
            if field not in entry:
                entry[field] = detail.words
            elif entry[field] == detail.words or detail.words in entry.get("note", "").split(" · "):
                continue
            else:
                entry["note"] = " · ".join(filter(None, [entry.get("note", ""), detail.words]))
            places = dict.fromkeys(
                [entry.get("source", ""), *entry.get("also", []), self.ledger.source(detail.at)]
            )
            entry["source"], *also = [place for place in places if place]
            if also:
                entry["also"] = also

    def person(self, said: Said, words: str) -> str:
        """Give the id of a kind of people that a text names."""
        bare = compared(words)
        stated = next((name for each, name in self._asked.said.people.items() if compared(each) == bare), "")
        if stated:
            self.used.add(bare)
            return stated
        key = f"people {bare}"
        if key not in self._by_words:
            wanted = slug(words.split("\n", maxsplit=1)[0].split("(", maxsplit=1)[0], "people")
            described = wanted in self._own.get("people", {})
            there = described or wanted in self._asked.others.get("people", {})
            name = wanted if there else self._ids.free(wanted)
            self._by_words[key] = name
            if not described:
                self.people[name] = {"title": " ".join(words.split("\n", maxsplit=1)[0].split())}
        self.ledger.fact(said)
        return self._by_words[key]


def _described(sections: Mapping[str, Any]) -> dict[str, str]:
    """Give the organisations of a case by what they are called."""
    parts = sections.get("organisations", {})
    return {compared(words): name for name, entry in parts.items() for words in _names(entry)}


def _names(entry: Any) -> Iterable[str]:
    if isinstance(entry, dict):
        for field in ("name", "title"):
            value = entry.get(field, "")
            value = value.get("value", value.get("fr", "")) if isinstance(value, dict) else value
            if isinstance(value, str) and value and value != UNKNOWN:
                yield value
