"""What a case states, in the words of a paper: of an imported record its own words, else those of the vocabulary."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

from msgspec import UNSET, Struct

from auditor.model.case.activities import Activity
from auditor.model.case.imported import AskedWords, Words
from auditor.model.materials import WRITTEN, Fact, fact_of, plain
from auditor.model.scalars import Text, Value
from auditor.model.scalars import Words as InLanguages
from auditor.model.vocabulary import NONE, NOT_PRODUCED, UNKNOWN, UNSETTLED
from auditor.rendering.exports.dossier import Dossier
from auditor.rendering.words import pick, printable, speaker
from auditor.text.fields.table import doc_of
from auditor.text.forms import OPTIONS_OF_FIELD
from auditor.text.grammar import bilingual
from auditor.text.papers import register as texts
from auditor.text.vocabulary import MEASURES, ORGANISATIONS, SPECIAL_BASES, VALUES, Word

#: Fields of an activity by what their words are; those of all others are closed words.
PARTIES: Final = frozenset(
    {"controller", "processors", "own_use", "recipients", "clients", "by", "arranged_by"}
)
COUNTRIES: Final = frozenset({"transfers", "locations", "country"})
FREE: Final = frozenset(
    {
        *("purpose", "retention", "ref", "service", "software", "legal_text", "interest", "internal"),
        *("operations", "active", "archive", "since", "until", "age", "title", "measures", "rights"),
    }
)
#: What is said as in a sentence: "yes", where a case writes "true".
YES_OR_NO: Final = ("true", "false")
#: Fields that state a period, which may be without end.
PERIODS: Final = frozenset({"retention", "active", "archive"})
#: The fields of the program's own vocabularies.
WORDED: Final = {"special_basis": SPECIAL_BASES, "measures": MEASURES}
BETWEEN: Final = " · "
#: The kinds of imported documents whose words are those of the record itself.
RECORDS: Final[frozenset[str]] = frozenset({"register"})
#: Why words are asked about that stand in the very cell of the field.
OWN_CELL: Final = frozenset(
    {
        *("pending", "refers", "ambiguous", "reserve", "no-object", "initials", "several", "contradicts"),
        *("not-a-word", "no-period", "not-a-date", "annulled", "who-is-it", "differs"),
    }
)
_ROW: Final = re.compile(r"(?<![0-9])([0-9]+)\Z")


class Told(Struct, frozen=True):
    """One value in words; `at` is the place of the source that states it, `value` the word of the case where there is one."""

    words: str
    at: str = ""
    value: str = ""


class Stated:
    """Says in one language what a case states; what nobody states is said by nothing."""

    def __init__(self, dossier: Dossier, lang: str) -> None:
        self.dossier = dossier
        self.case = dossier.case
        self.lang = lang
        self.say = speaker(lang)
        self.forms = {
            name for name, record in self.case.imports.items() if record.format == "sheet-per-activity"
        }
        self._records = {name for name, record in self.case.imports.items() if record.kind in RECORDS}
        self.asked: dict[str, list[AskedWords]] = {}
        self.kept: dict[str, Words] = {}
        self._beside: dict[str, list[Words]] = defaultdict(list)
        self.places: dict[str, str] = {}
        for record in self.case.imports.values():
            for asked in record.to_ask:
                self.asked.setdefault(asked.fact, []).append(asked)
            for kept in record.kept:
                self.kept.setdefault(kept.at, kept)
                self._beside[row_of(kept.at)].append(kept)
            self.places.update(record.places)

    # names

    def party(self, identity: str) -> str:
        """Give an organisation by its name in full, or a kind of them by its word."""
        if identity in self.case.organisations:
            return printable(pick(self.dossier.names.full(identity), self.lang))
        known = ORGANISATIONS.get(identity)
        return printable(identity) if known is None else pick(known.name, self.lang)

    def is_named(self, identity: str) -> bool:
        """Tell whether somebody says what an organisation is called, and not only how it is spoken of."""
        entry = self.case.organisations.get(identity)
        return entry is not None and plain(entry.name) not in UNSETTLED

    def named(self, section: str, identity: str) -> str:
        """Give an entry of a section by its name."""
        return printable(pick(self.dossier.names.within(section, identity), self.lang))

    def text(self, text: Text) -> str:
        """Give a text in the language of the paper."""
        return printable(pick(bilingual(text), self.lang)) if text else ""

    def date(self, day: str) -> str:
        """Give a date as people of the language write it in a table."""
        if day in ("", UNKNOWN):
            return ""
        parts = day.split("-")
        return "/".join(reversed(parts)) if self.lang == "fr" and len(parts) == 3 else day

    def one(self, field: str, value: Any) -> str:
        """Give one value of a field in words."""
        if isinstance(value, InLanguages):
            return self.text(value)
        if value in YES_OR_NO:
            return pick(VALUES[value].in_sentence, self.lang)
        if value in UNSETTLED or value == NONE or (value == "unlimited" and field in PERIODS):
            return self.say.word(value)
        if field in PARTIES:
            return self.party(value)
        if field in COUNTRIES:
            return self.named("countries", value)
        if field == "data":
            return self.named("data", value)
        worded: dict[str, Word] = WORDED.get(field, {})
        if value in worded:
            return pick(worded[value].name, self.lang)
        lettered = OPTIONS_OF_FIELD.get(field, {})
        if value in lettered:
            return pick(lettered[value], self.lang)
        return printable(value) if field in FREE else self.say.word(value)

    # values

    def values(self, section: str, name: str, field: str) -> list[Told]:
        """Give what is stated of a field of an entry, value by value."""
        entry = getattr(self.case, section)[name]
        found = self.of(field, getattr(entry, WRITTEN.get(field, field)), entry.source)
        return found or [
            Told(each.words, each.at)
            for each in self.asked.get(f"{section}.{name}.{field}", [])
            if each.words and each.why in OWN_CELL
        ]

    def lines(self, section: str, name: str, field: str) -> list[str]:
        """Give what is stated of a field of an entry, in words alone, each once."""
        return list(dict.fromkeys(each.words for each in self.values(section, name, field)))

    def of(self, field: str, value: Any, source: str = "") -> list[Told]:
        """Give what a value states, where its words come from `source` if it has none of its own."""
        if value is UNSET or value in ("", [], {}):
            return []
        if isinstance(value, list):
            return [told for each in value for told in self.of(field, each, source)]
        if not isinstance(value, Value):
            return [] if value == UNKNOWN else [Told(self.one(field, value), value=_word(value))]
        at = value.source or source
        if value.versions:
            told = [
                Told(
                    self._quoted(version.quote, version.source) or self.one(field, version.value),
                    version.source or at,
                    _word(version.value),
                )
                for version in value.versions
            ]
            return list({each.words: each for each in told}.values())
        return self._sourced(field, value, at)

    def _sourced(self, field: str, value: Value[Any], at: str) -> list[Told]:
        items = value.value if isinstance(value.value, list) else [value.value]
        places = [at, *value.also]
        quote = self.text(value.quote)
        if items == [UNKNOWN]:
            return [Told(quote, at, UNKNOWN)] if quote else []
        if items == [NOT_PRODUCED]:
            return [Told(quote or self.say.word(NOT_PRODUCED), at)]
        if items == [NONE] and quote and self.imported(at):
            return [Told(quote, at, NONE)]
        parts = quote.split(BETWEEN) if quote and self.imported(at) else []
        if parts and field not in FREE and field not in COUNTRIES and len(parts) == len(places):
            words = items if len(items) == len(parts) else [""] * len(parts)
            return [
                Told(part, place, _word(word)) for part, place, word in zip(parts, places, words, strict=True)
            ]
        aligned = places if len(places) == len(items) else [at] * len(items)
        return [
            Told(self.one(field, item), place, _word(item))
            for item, place in zip(items, aligned, strict=True)
            if item != UNKNOWN
        ] + self._pending(field, value, items)

    def _pending(self, field: str, value: Value[Any], items: list[Any]) -> list[Told]:
        """Give the words of cells among others that settle nothing."""
        if UNKNOWN not in items:
            return []
        places = {value.source, *value.also}
        return [
            Told(each.words, each.at)
            for asked in self.asked.values()
            for each in asked
            if each.words and each.why in OWN_CELL and each.at in places and each.fact.endswith(f".{field}")
        ]

    def imported(self, source: str) -> bool:
        """Tell whether a source is a record that was imported: its words are the controller's own."""
        return source.partition("#")[0] in self._records

    def _quoted(self, quote: Text, source: str) -> str:
        return self.text(quote) if quote and self.imported(source) else ""

    def in_form(self, place: str) -> bool:
        """Tell whether a place is a cell of an imported sheet of one activity, whose rows say what belongs together."""
        return place.partition("#")[0] in self.forms

    def beside(self, place: str) -> list[str]:
        """Give the words kept of other cells of the row in which a place of an imported record stands."""
        return (
            [each.words for each in self._beside.get(row_of(place), []) if each.at != place] if place else []
        )

    def fact(self, route: str) -> Fact:
        """Give a fact with how it is known and its source."""
        return fact_of(self.case, route)

    # fields

    def label(self, section: str, field: str) -> str:
        """Give what a field is, to stand before its value."""
        said = pick(doc_of(section, field), self.lang)
        bare = _without_article(said)
        return bare[:1].upper() + bare[1:]

    def sensitive(self, name: str) -> list[str]:
        """Give what the record of an activity says itself of sensitive data: yes or no, as where it lists data it says that there."""
        listed_at = set(self.places.values())
        found = [
            each for each in self.values("activities", name, "declares_special") if each.at not in listed_at
        ]
        yes_no = {"true": self.say(texts.YES), "false": self.say(texts.NO)}
        return list(dict.fromkeys(yes_no.get(each.value, each.words) for each in found))

    def missing(self, name: str) -> list[str]:
        """Give the fields of GDPR art. 30 that are not stated of an activity."""
        entry = self.case.activities[name]
        return [field for field in asked_of(entry) if not self._stated(name, entry, field)]

    def _stated(self, name: str, entry: Activity, field: str) -> bool:
        if field == "retention":
            return bool(self.values("activities", name, field)) or bool(entry.retentions)
        if field == "recipients":
            return any(
                self.values("activities", name, each) for each in ("recipients", "processors", "internal")
            )
        if field in ("people", "data"):
            return bool(set(_listed(getattr(entry, field))) - UNSETTLED)
        return bool(self.values("activities", name, field))


def asked_of(entry: Activity) -> tuple[str, ...]:
    """Give the fields that the record of an activity holds, by the role in which it is done."""
    if plain(entry.clients) != UNKNOWN:
        return ("clients", "operations", "transfers", "measures")
    return (
        *("purpose", "controller", "people", "data", "recipients", "transfers", "retention", "measures"),
        "legal_basis",
    )


def row_of(place: str) -> str:
    """Give the row in which a cell stands: `register#Sheet!12`."""
    found = _ROW.search(place)
    return f"{place.rpartition('!')[0]}!{found[1]}" if found else place


def listed(value: Any) -> list[str]:
    """Give one or several words as a list, without those that say nothing."""
    return [word for word in _listed(value) if word not in UNSETTLED]


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def _word(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _without_article(text: str) -> str:
    for article in ("le ", "la ", "les ", "l'", "the ", "a ", "an ", "un ", "une "):
        if text.startswith(article):
            return text.removeprefix(article)
    return text


def joined(parts: Iterable[str]) -> str:
    """Give parts as one cell, a line each, each once."""
    return "\n".join(dict.fromkeys(part for part in parts if part))
