"""The lists that a form offers to choose from, each word under a label that no other word of the list has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from auditor.model.answerable import Answerable
from auditor.model.bilingual import Bilingual
from auditor.model.forms import Option
from auditor.model.materials import Materials
from auditor.model.vocabulary import CATEGORIES, NONE
from auditor.rules.questions import parted
from auditor.text import forms as words
from auditor.text.grammar import bilingual, both, filled
from auditor.text.names import Names
from auditor.text.vocabulary import MEASURES, ORGANISATIONS, SPECIAL_BASES, VALUES, WORDS_OF_FIELD, Word

#: How much of a name a list shows.
LONGEST: Final = 80
VOCABULARIES: Final[Mapping[str, Mapping[str, Word]]] = {
    "measure": MEASURES,
    "special-basis": SPECIAL_BASES,
}


class Lists:
    """The lists of one case, made when first asked for."""

    def __init__(self, materials: Materials, names: Names) -> None:
        self._case = materials.case
        self._names = names
        self._countries = materials.knowledge.countries
        self._made: dict[str, list[Option]] = {}
        self._words: dict[str, tuple[str, tuple[str, ...]]] = {}

    def key(self, route: str, way: Answerable) -> str:
        """Give the name of the list for a fact; empty where there is nothing to choose from."""
        if way.in_words:
            return ""
        if way.refs:
            return "+".join(way.refs)
        if way.vocabulary in VOCABULARIES:
            return way.vocabulary
        if not way.words:
            return ""
        field = parted(route)[2].rpartition(".")[2]
        named = field if field in words.OPTIONS_OF_FIELD or field in WORDS_OF_FIELD else ""
        key = ":".join((named, ",".join(way.words)))
        self._words[key] = (named, way.words)
        return key

    def options(self, key: str, shown: frozenset[str] | None = None) -> list[Option]:
        """Give a list; of organisations and hosts, only those `shown`, where that is limited."""
        if key not in self._made:
            self._made[key] = _apart(self._options(key))
        made = self._made[key]
        if shown is None:
            return made
        apart = {*self._case.organisations, *self._case.hosts} - shown
        return [option for option in made if option.word not in apart]

    def _options(self, key: str) -> list[Option]:
        if key in self._words:
            field, listed = self._words[key]
            return [Option(word, option_label(word, field)) for word in listed]
        if key in VOCABULARIES:
            found = [Option(word, told.name) for word, told in VOCABULARIES[key].items()]
        else:
            found = [option for section in key.split("+") for option in self._entries(section)]
        return [*found, Option(NONE, words.NOBODY)]

    def _entries(self, section: str) -> Iterable[Option]:
        made: Mapping[str, Callable[[], Iterable[Option]]] = {
            "countries": lambda: (Option(code, bilingual(name)) for code, name in self._countries.items()),
            "organisations": lambda: (
                Option(name, self._names.full(name)) for name in self._case.organisations
            ),
            "terms": lambda: (Option(word, told.name) for word, told in ORGANISATIONS.items()),
            "data": lambda: (
                Option(name, self._names.within("data", name)) for name in {**CATEGORIES, **self._case.data}
            ),
        }
        entries = made.get(section)
        if entries is not None:
            return sorted(entries(), key=lambda option: (option.label.en.casefold(), option.word))
        return (Option(name, self._names.within(section, name)) for name in getattr(self._case, section))


def option_label(word: str, field: str) -> Bilingual:
    """Give how a closed word reads in a list of answers."""
    own = words.OPTIONS_OF_FIELD.get(field, {}).get(word) or words.OPTIONS.get(word)
    if own is not None:
        return own
    told = WORDS_OF_FIELD.get(field, {}).get(word) or VALUES.get(word)
    return told.name if told is not None else both(word)


def _apart(options: list[Option]) -> list[Option]:
    """Give each label as long as a list shows it, with the word itself behind where two would read alike."""
    cut = [Option(each.word, Bilingual(_short(each.label.fr), _short(each.label.en))) for each in options]
    french = Counter(option.label.fr.casefold() for option in cut)
    english = Counter(option.label.en.casefold() for option in cut)
    return [
        Option(each.word, filled(words.APART, label=each.label, word=both(each.word)))
        if french[each.label.fr.casefold()] > 1 or english[each.label.en.casefold()] > 1
        else each
        for each in cut
    ]


def _short(label: str) -> str:
    line = " ".join(label.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
