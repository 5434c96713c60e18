"""What readers see instead of ids, in both languages, on the date of the case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.case.document import Case
from auditor.model.case.organisations import Organisation
from auditor.model.dates import last_day
from auditor.model.materials import plain
from auditor.model.scalars import Text, Value
from auditor.model.vocabulary import CATEGORIES, UNKNOWN, UNSETTLED
from auditor.text.grammar import bilingual, both, listed
from auditor.text.vocabulary import DATA, VALUES

#: How many categories a sentence names before it falls back to the broader ones.
FEW: Final = 3
NO_COUNTRY: Final[Mapping[str, Text]] = {}


class Names:
    """Names of everything in a case, and of the countries of `countries`."""

    def __init__(self, case: Case, as_of: str, countries: Mapping[str, Text] = NO_COUNTRY) -> None:
        self.case = case
        self.as_of = as_of
        self.countries = countries

    def of(self, name: str) -> Bilingual:
        """Give the name of an end of flows (people, an organisation or a host), else its id."""
        if name in UNSETTLED:
            return VALUES["unknown"].name
        if name in self.case.organisations:
            return self._organisation(self.case.organisations[name], name)
        return self.within("hosts" if name in self.case.hosts else "people", name)

    def within(self, section: str, name: str) -> Bilingual:
        """Give the name of an entry of a section of the case (`activities`, `flows`, `data` …), else its id."""
        if section == "organisations":
            return self.of(name)
        if section == "countries":
            return bilingual(self.countries.get(name, name))
        entries = getattr(self.case, section, {})
        entry = entries.get(name) if isinstance(entries, dict) else None
        title = getattr(entry, "title", "")
        if title:
            return bilingual(title)
        return DATA[name].name if section == "data" and name in DATA else both(name)

    def word(self, word: str) -> Bilingual:
        """Give the name of an end or of a category of data, what a closed word reads as in a sentence, else the word itself."""
        if word in self.case.organisations or word in self.case.hosts or word in self.case.people:
            return self.of(word)
        if word in self.case.data or word in DATA:
            return self.within("data", word)
        return VALUES[word].in_sentence if word in VALUES else both(word)

    def all(self, names: Iterable[str]) -> Bilingual:
        """Give the names of ends as one phrase, without repetition, in the order given."""
        return listed(self.of(name) for name in dict.fromkeys(names))

    def data(self, categories: Iterable[str]) -> Bilingual:
        """Give categories as one short phrase: where they are many, by the built-in categories they fall under."""
        found = list(dict.fromkeys(categories))
        if len(found) <= FEW:
            return listed(self.within("data", name) for name in found)
        taxonomy = {name: data.broader for name, data in self.case.data.items()}
        broad: dict[str, None] = {}
        for name in found:
            current = name
            while current in taxonomy and current not in CATEGORIES:
                current = taxonomy[current][0]
            broad[current] = None
        return listed(self.within("data", name) for name in broad)

    def _organisation(self, entry: Organisation, name: str) -> Bilingual:
        if entry.title:
            return bilingual(entry.title)
        dated = [former for former in entry.former if former.until not in ("", UNKNOWN)]
        borne = [former for former in dated if self.as_of <= last_day(former.until)]
        if borne:
            return both(min(borne, key=lambda former: last_day(former.until)).name)
        stated = plain(entry.name) if isinstance(entry.name, (str, Value)) else ""
        if isinstance(entry.name, Value) and entry.name.until == UNKNOWN and entry.name.versions:
            stated = entry.name.versions[0].value
        return both(stated if stated and stated not in UNSETTLED else name)
