"""What puts a result into words: the names of the case, whom to ask, and what findings rest on, each looked up once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from auditor.graph.derive import Derived
from auditor.graph.hop import Hop
from auditor.judging.confidence_text import joined
from auditor.judging.premises import Premises
from auditor.judging.proof import path_step, place
from auditor.judging.stated_before import asked_of_period, may_have_ended, stated_before
from auditor.model.bilingual import Bilingual
from auditor.model.result.findings import OpenFact, PathStep, VersionLine
from auditor.rules.addressees import Addressees
from auditor.rules.own_facts import Entries
from auditor.rules.questions import parted, question
from auditor.text import result as result_texts
from auditor.text.grammar import filled, listed
from auditor.text.names import Names

#: The words of a fact that is only counted.
UNWORDED: Final = Bilingual("", "")


class Worded(Struct, frozen=True):
    """Puts what is found and what is asked into words."""

    derived: Derived
    names: Names
    whom: Addressees
    premises: Premises
    #: Gives the step of a path that a hop is; many findings may lead along the same.
    step: Callable[[Hop], PathStep]

    @classmethod
    def of(cls, derived: Derived, *, premises_shown: bool = True) -> Worded:
        """Give what puts the result of an estate into words."""
        materials = derived.estate.materials
        names = Names(
            materials.case, materials.as_of, materials.knowledge.sources, materials.knowledge.countries
        )
        return cls(
            derived=derived,
            names=names,
            whom=Addressees(derived.estate.case),
            premises=Premises(materials, shown=premises_shown),
            step=cache(partial(path_step, derived)),
        )

    def answering(self, route: str) -> Bilingual:
        """Give the name of whom to ask for the fact at `route`."""
        return self.names.of(self.whom.of(route))

    def told(self, fact: OpenFact) -> OpenFact:
        """Give a fact in words: of what it is a fact, whom to ask, and the question."""
        return self.asked(self.named(fact))

    def named(self, fact: OpenFact) -> OpenFact:
        """Give a fact with the name of the entry that it is a fact of, and whom to ask."""
        return replace(fact, subject=self.entry(fact.fact), to=self.whom.of(fact.fact))

    def entry(self, route: str) -> Bilingual:
        """Give the name of the entry that the fact at `route` is one of."""
        section, name, _ = parted(route)
        return self._entry(section, name)

    def names_of(self, entries: Entries) -> set[Bilingual | str]:
        """Give the different names of some entries, each as one text where it is the same in both languages."""
        titles = [getattr(entry, "title", "") for entry in entries.each]
        found: set[Bilingual | str] = {title for title in titles if title and type(title) is str}
        named = zip(entries.names, titles, strict=True)
        others = (name for name, title in named if not title or type(title) is not str)
        return found.union(_as_one(self._entry(entries.section, name)) for name in others)

    def name_of(self, route: str) -> Bilingual | str:
        """Give the name of the entry that the fact at `route` is one of, in the same way."""
        return _as_one(self.entry(route))

    def _entry(self, section: str, name: str) -> Bilingual:
        owner, pair, owned = name.partition(">")
        if pair:
            return listed([self.names.of(owner), self.names.of(owned.partition("~")[0])])
        return self.names.within(section, name)

    def asked(self, fact: OpenFact) -> OpenFact:
        """Give a fact with the question that settles it and with its place; as it is where it has them."""
        if fact.question is not UNWORDED:
            return fact
        materials, route = self.derived.estate.materials, fact.fact
        asked = joined(
            _asked(self.derived, route, self.names),
            _aside(self.derived, route, self.names, fact.versions),
        )
        return replace(fact, question=asked, place=place(materials, route))


def _as_one(name: Bilingual) -> Bilingual | str:
    return name.en if name.fr == name.en else name


def _asked(derived: Derived, route: str, names: Names) -> Bilingual:
    return asked_of_period(derived.estate.materials, route, names) or question(route, names)


def _aside(derived: Derived, route: str, names: Names, lines: Sequence[VersionLine]) -> Bilingual:
    """Say what was stated of the fact and does not settle it, and what sources say, where they differ."""
    materials = derived.estate.materials
    before = stated_before(materials, route, names)
    return joined(before, _differing(names, lines[1:] if may_have_ended(materials, route) else lines))


def _differing(names: Names, lines: Sequence[VersionLine]) -> Bilingual:
    """Say side by side what the sources say, each with its words; which of them is right is not for us to tell."""
    if not lines:
        return result_texts.NOTHING
    said = [
        filled(
            result_texts.VERSION_QUOTED if line.quote.en else result_texts.VERSION,
            value=names.all(line.value.split(", ")),
            source=names.source(line.source),
            quote=line.quote,
        )
        for line in lines
    ]
    versions = Bilingual(" ; ".join(text.fr for text in said), "; ".join(text.en for text in said))
    return filled(result_texts.DOCUMENTS_DIFFER, versions=versions)
