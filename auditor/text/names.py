"""What readers see instead of ids, in both languages, on the date of the case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from msgspec import UNSET

from auditor.model.bilingual import Bilingual
from auditor.model.case.document import Case
from auditor.model.case.organisations import Organisation
from auditor.model.case.sources import Source
from auditor.model.dates import last_day
from auditor.model.materials import plain
from auditor.model.scalars import Text, Value, Words
from auditor.model.vocabulary import CATEGORIES, OF_KNOWLEDGE, UNKNOWN, UNSETTLED
from auditor.text.grammar import Agreement, agreement, bilingual, both, filled, listed
from auditor.text.legal_forms import without_form
from auditor.text.sources import AT_FRAGMENT, BY_KIND, CAPTURE_NAMED, CLAIM, HOP, TITLED, UNNAMED
from auditor.text.vocabulary import DATA, VALUES

#: The kind of a document that a machine wrote while it watched.
CAPTURE: Final = "capture"
#: How many categories a sentence names before it falls back to the broader ones.
FEW: Final = 3
#: What stands before where a document was read, after its publisher: the list of sources says it, no sentence does.
SEEN: Final = ", seen "


class Names:
    """Names of everything in a case; `shared` are the documents of the knowledge base, `countries` the names of States."""

    def __init__(
        self,
        case: Case,
        as_of: str,
        shared: Mapping[str, Source] | None = None,
        countries: Mapping[str, Text] | None = None,
    ) -> None:
        self.case = case
        self.as_of = as_of
        self.shared = shared or {}
        self.countries = countries or {}
        self._ends: dict[str, Bilingual] = {}

    def of(self, name: str) -> Bilingual:
        """Give the name of an end of flows (people, an organisation or a host), else its id."""
        found = self._ends.get(name)
        if found is None:
            found = self._ends[name] = self._end(name)
        return found

    def _end(self, name: str) -> Bilingual:
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

    def culprit(self, identity: str) -> Bilingual:
        """Give whom a finding is of: a claim by its words, a hop (`flow:from>to`) by its flow and its ends, else by its name."""
        if identity in self.case.claims:
            return filled(CLAIM, quote=bilingual(self.case.claims[identity].quote))
        flow, _, ends = identity.partition(":")
        if ends:
            start, _, end = ends.partition(">")
            return filled(HOP, flow=self.culprit(flow), start=self.of(start), end=self.of(end))
        for section in ("flows", "activities", "data"):
            if identity in getattr(self.case, section):
                return self.within(section, identity)
        return self.of(identity)

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

    def full(self, name: str) -> Bilingual:
        """Give the name of an organisation with its legal form, as a register or a letter needs it."""
        entry = self.case.organisations.get(name)
        if entry is None or entry.name is UNSET:
            return self.of(name)
        borne = self._borne(entry, name)
        return self.of(name) if borne.en == name else borne

    def source(self, cited: str) -> Bilingual:
        """Give how a sentence calls a document and the place in it: by its short name, its kind and publisher, or its title."""
        name, _, fragment = cited.partition("#")
        label = self.document(name)
        return filled(AT_FRAGMENT, document=label, fragment=fragment) if fragment else label

    def is_capture(self, cited: str) -> bool:
        """Tell whether a document is a capture of traffic, not the account of a person."""
        source = self.case.sources.get(cited.partition("#")[0])
        return source is not None and source.kind == CAPTURE

    def document(self, name: str) -> Bilingual:
        """Give how a sentence calls a document."""
        bare = name.removeprefix(OF_KNOWLEDGE)
        source = self.case.sources.get(name) if bare == name else self.shared.get(bare)
        if source is None:
            return UNNAMED
        if source.short:
            return bilingual(source.short)
        if source.publisher and source.kind in BY_KIND:
            publisher = source.publisher.partition(SEEN)[0]
            if source.kind == CAPTURE and self._captures[source.publisher] > 1:
                return filled(CAPTURE_NAMED, name=name.removeprefix(f"{CAPTURE}-"), publisher=publisher)
            return filled(BY_KIND[source.kind], publisher=publisher)
        return filled(TITLED, title=bilingual(source.title)) if source.title else UNNAMED

    @cached_property
    def _captures(self) -> Counter[str]:
        """Count the captures of the case by publisher."""
        return Counter(each.publisher for each in self.case.sources.values() if each.kind == CAPTURE)

    @cached_property
    def agreements(self) -> Mapping[str, Agreement]:
        """How names agree in sentences where the case declares it, by their text in either language."""
        case = self.case
        entries = (
            entry
            for section in (case.people, case.hosts, case.organisations, case.data, case.activities)
            for entry in section.values()
        )
        declared = (entry.title for entry in entries if isinstance(entry.title, Words))
        return {
            text: _agreement(words, text)
            for words in declared
            if (words.gender, words.number) != (UNSET, UNSET)
            for text in (words.fr, words.en)
        }

    def _organisation(self, entry: Organisation, name: str) -> Bilingual:
        if entry.title:
            return bilingual(entry.title)
        borne = self._borne(entry, name)
        short = without_form(borne.fr)
        return both(short) if self._short_names[short] == 1 else borne

    @cached_property
    def _short_names(self) -> Counter[str]:
        """How many organisations each name without legal form could mean."""
        organisations = self.case.organisations.items()
        return Counter(without_form(self._borne(entry, name).fr) for name, entry in organisations)

    def _borne(self, entry: Organisation, name: str) -> Bilingual:
        dated = [former for former in entry.former if former.until not in ("", UNKNOWN)]
        borne = [former for former in dated if self.as_of <= last_day(former.until)]
        if borne:
            return both(min(borne, key=lambda former: last_day(former.until)).name)
        stated = plain(entry.name) if isinstance(entry.name, (str, Value)) else ""
        if isinstance(entry.name, Value) and entry.name.until == UNKNOWN and entry.name.versions:
            stated = entry.name.versions[0].value
        return both(stated if stated and stated not in UNSETTLED else name)


def _agreement(words: Words, text: str) -> Agreement:
    shown = agreement(text)
    return Agreement(
        feminine=shown.feminine if words.gender is UNSET else words.gender == "feminine",
        plural=shown.plural if words.number is UNSET else words.number == "plural",
    )
