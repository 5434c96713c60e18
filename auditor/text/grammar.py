"""How words join in a sentence: contraction, elision, agreement, lists, templates with slots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple, Self

from auditor.model.bilingual import Bilingual
from auditor.model.scalars import Text
from auditor.model.vocabulary import UNKNOWN
from auditor.text.days import in_words

#: What parts the nouns of a list.
_JOINS: Final = re.compile(r"(, | et )")
_VOWEL: Final = re.compile(r"^[aeiouyàâéèêîôhAEIOUYÀÉÈÊÎ]")


def of(noun: str) -> str:
    """Give a French noun after `de`: `du`, `des`, `d'` where they are said."""
    return _contracted(noun, "du ", "des ") or (f"d'{noun}" if _VOWEL.match(noun) else f"de {noun}")


def at(noun: str) -> str:
    """Give a French noun after `à`: `au`, `aux` where they are said."""
    return _contracted(noun, "au ", "aux ") or f"à {noun}"


def that(clause: str) -> str:
    """Give a French clause after `que`, or `qu'` where it is said."""
    return f"qu'{clause}" if _VOWEL.match(clause) else f"que {clause}"


def some(noun: str) -> str:
    """Give a French plural, or each of a list of plurals, after `des`; a singular, or what has an article already, as it is."""
    parts = _parts(noun)
    if not all(_plural(part) for part in parts[::2]):
        return noun
    return "".join(part if number % 2 else f"des {part}" for number, part in enumerate(parts))


def _parts(noun: str) -> list[str]:
    """Give the nouns of a list, and between each two what joins them, outside of brackets."""
    parts = [""]
    for number, piece in enumerate(noun.split("(")):
        bracketed, closed, outside = piece.rpartition(")")
        first, *others = _JOINS.split(outside)
        parts[-1] += ("(" if number else "") + bracketed + closed + first
        parts += others
    return parts


def _plural(noun: str) -> bool:
    first = noun.partition(" ")[0]
    return first[-1:] in ("s", "x") and first not in ("les", "des", "ses")


def on(date: str) -> str:
    """Give a French date in words as the time of something: `le 1er novembre 2019`, `en juillet 2019`."""
    if date == UNKNOWN:
        return "à une date inconnue"
    return f"le {date}" if _DAY.match(date) else f"en {date}"


def as_of(date: str) -> str:
    """Give a French date in words after `à`: `au 1er novembre 2019`, `à juillet 2019`."""
    return f"au {date}" if _DAY.match(date) else f"à {date}"


def since(date: str) -> str:
    """Give a French date in words as a beginning: `depuis le 1er novembre 2019`, `depuis juillet 2019`."""
    if date == UNKNOWN:
        return "depuis une date inconnue"
    return f"depuis le {date}" if _DAY.match(date) else f"depuis {date}"


def dated(date: str) -> str:
    """Give a French date in words after `de`: `du 1er novembre 2019`, `de juillet 2019`."""
    return f"du {date}" if _DAY.match(date) else of(date)


def on_day(date: str) -> str:
    """Give an English date in words as the time of something: `on 1 November 2019`, `in July 2019`."""
    if date == UNKNOWN:
        return "on a day not known"
    return f"on {date}" if _DAY.match(date) else f"in {date}"


def _contracted(noun: str, one: str, many: str) -> str:
    for article, said in (("le ", one), ("les ", many)):
        if noun.startswith(article):
            return said + noun.removeprefix(article)
    return ""


#: A date in words that has a day.
_DAY: Final = re.compile(r"^\d{1,2}(?:er)? \w")
_AFTER: Final = {
    "de": of,
    "des": some,
    "à": at,
    "que": that,
    "le": on,
    "au": as_of,
    "du": dated,
    "depuis": since,
}
#: The same of English: dates only.
_AFTER_ENGLISH: Final = {"on": on_day}
#: A slot of a template: its name, and how the text is put in (`{at:à}`, `{who:garde/gardent}`, `contrôlé{who:e}`).
SLOT: Final = re.compile(r"\{([a-z_]+)(?::([^{}:]+))?\}")
#: What a participle takes on, by gender and number.
_ENDINGS: Final = ("", "e", "s", "es")


class Agreement(NamedTuple):
    """The gender and the number of a noun, by which articles, verbs and participles agree with it."""

    feminine: bool = False
    plural: bool = False


@lru_cache(maxsize=65_536)
def agreement(noun: str) -> Agreement:
    """Give the gender and number that a phrase shows: by its French article, as it names several things, or as a count."""
    if noun.isdecimal():
        return Agreement(plural=noun.lstrip("0") not in ("", "1"))
    bracketed, closed, after = noun.rpartition(")")
    outside = re.sub(r"\([^)]*\)", "", bracketed + closed) + after
    several = " et " in outside or " and " in outside
    return Agreement(feminine=noun.startswith("la "), plural=several or noun.startswith(("les ", "des ")))


def how(spec: str) -> bool:
    """Tell whether a slot may be put in so: after a word that contracts, as an ending, or as one of two or four words."""
    return (
        spec.lower() in _AFTER or spec.lower() in _AFTER_ENGLISH or spec == "e" or spec.count("/") in (1, 3)
    )


class Spoken(str):
    """A text that a template may ask what agrees with it: `{who:keeps/keep}`; four words are said by gender and number."""

    __slots__ = ("declared",)
    declared: Agreement | None

    def __new__(cls, text: str | int, agrees: Agreement | None = None) -> Self:
        """Take a text, and its gender and number where they are declared."""
        made = super().__new__(cls, text)
        made.declared = agrees
        return made

    def shown(self) -> Agreement:
        """Give how the text agrees by itself; in English, none are several."""
        return Agreement(plural=True) if self == "0" else agreement(str(self))

    def __format__(self, spec: str) -> str:
        """Give the text, or the word of `spec` that agrees with it."""
        if not spec:
            return str(self)
        if spec.lower() in _AFTER_ENGLISH:
            return _cased(_AFTER_ENGLISH[spec.lower()](str(self)), spec)
        feminine, plural = self.declared or self.shown()
        words = _ENDINGS if spec == "e" else tuple(spec.split("/"))
        return words[2 * plural + feminine] if len(words) > 2 else words[plural]


class French(Spoken):
    """A text that a French template may also ask for after a word it contracts with: `{it:de}`, `{who:à}`, `{clause:que}`, `{day:le}`."""

    __slots__ = ()

    def shown(self) -> Agreement:
        """Give how the text agrees by itself; in French, none is one."""
        return agreement(str(self))

    def __format__(self, spec: str) -> str:
        """Give the text, after the word that `spec` names, with its capital where it has one, or the word that agrees with it."""
        if spec.lower() not in _AFTER:
            return super().__format__(spec)
        return _cased(_AFTER[spec.lower()](self), spec)


def _cased(said: str, spec: str) -> str:
    """Give words with a capital where the slot that they fill has one."""
    return said if spec.islower() else f"{said[0].upper()}{said[1:]}"


def enumerated(words: Iterable[str], last: str) -> str:
    """Give words as one phrase: `a, b or c` for the last word `or`."""
    found = list(words)
    return f"{', '.join(found[:-1])} {last} {found[-1]}" if len(found) > 1 else "".join(found)


def bilingual(text: Text) -> Bilingual:
    """Give `text` in both languages; where one is missing, the other stands for it."""
    if isinstance(text, str):
        return Bilingual(text, text)
    return Bilingual(text.fr or text.en, text.en or text.fr)


def both(word: str) -> Bilingual:
    """Give a word that is the same in both languages."""
    return Bilingual(word, word)


def filled(template: Bilingual, /, **slots: Bilingual | str) -> Bilingual:
    """Give `template` with its slots filled; they contract and agree as it asks for (`{it:de}`, `{it:is/are}`); dates are in words."""
    texts = {slot: spoken(text) for slot, text in slots.items()}
    return Bilingual(
        template.fr.format(**{slot: French(text.fr) for slot, text in texts.items()}),
        template.en.format(**{slot: Spoken(text.en) for slot, text in texts.items()}),
    )


def spoken(text: Bilingual | str) -> Bilingual:
    """Give what fills a slot in both languages; a date in words."""
    if isinstance(text, str):
        return in_words(text)
    return in_words(text.en) if text.fr == text.en else text


@cache
def slots_of(text: Bilingual) -> tuple[str, ...]:
    """Give the names of the slots of a template of a rule, sorted."""
    return tuple(sorted({found[1] for words in (text.fr, text.en) for found in SLOT.finditer(words)}))


def agreeing(text: Bilingual, declared: Mapping[str, Agreement]) -> tuple[French, Spoken]:
    """Give what fills a slot in each language, dates in words; `declared` is how names agree, by their text."""
    text = spoken(text)
    return (
        French(text.fr, declared.get(text.fr)),
        Spoken(text.en, declared.get(text.en) or _several(text)),
    )


def sentence(template: Bilingual, slots: Mapping[str, tuple[French, Spoken]]) -> Bilingual:
    """Give the sentence of a rule: its template filled, with a capital."""
    return Bilingual(_put(template.fr, slots, 0), _put(template.en, slots, 1))


def _several(text: Bilingual) -> Agreement | None:
    """Give the number of an English name that only its French one shows: `the servers`, as they are `les serveurs`."""
    return Agreement(plural=True) if text.fr != text.en and agreement(text.fr).plural else None


def _put(template: str, slots: Mapping[str, tuple[French, Spoken]], language: int) -> str:
    first, *others = _cut(template)
    said = [first]
    for name, spec, text in others:
        filling = slots[name][language]
        said += (format(filling, spec) if spec else filling, text)
    sentence = "".join(said)
    return sentence[:1].upper() + sentence[1:]


@cache
def _cut(template: str) -> tuple[str, *tuple[tuple[str, str, str], ...]]:
    """Give what a template of a rule begins with, then each slot: its name, how it is put in, and the text after it."""
    first, *others = SLOT.split(template)
    slots = zip(others[::3], others[1::3], others[2::3], strict=True)
    return first, *((name, spec or "", text) for name, spec, text in slots)


def listed(items: Iterable[Bilingual]) -> Bilingual:
    """Give the items as a phrase: `a, b and c`."""
    found = list(items)
    return Bilingual(_joined([i.fr for i in found], "et"), _joined([i.en for i in found], "and"))


def side_by_side(items: Iterable[Bilingual]) -> Bilingual:
    """Give the items one after the other, parted by semicolons."""
    found = list(items)
    return Bilingual(" ; ".join(i.fr for i in found), "; ".join(i.en for i in found))


def _joined(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else "—"
