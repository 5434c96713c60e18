"""Who bears the duty that a rule is about, and under which regime of data protection.

One finding for each who bears it: two controllers, two findings. Under no regime a rule has nothing to say. A rule cites the
GDPR; to whom the regulation on Union institutions applies, its counterparts are cited instead, article by article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, repeat, starmap
from typing import Final

from msgspec import Struct

from auditor.graph.derive import Derived
from auditor.graph.regimes import GDPR
from auditor.model.evidence import Choice, FieldValue, Selection, distinct
from auditor.model.law import Knowledge
from auditor.model.vocabulary import NONE, UNKNOWN
from auditor.rules.subject_table import SubjectTable

REGIME: Final = "regime"
#: What tells findings on what captures show apart, besides the page: the state in which it was seen.
APART: Final = frozenset({"consent_state"})

#: How many of those who bear duties are kept for further subjects: of tens of thousands of recipients each is told once.
MOST_BEARERS: Final = 1 << 12


class Duty(Struct, frozen=True):
    """Who bears a duty, empty where the rule names no field for it, and under which regime."""

    who: str
    regime: str


class PutTo(Struct, frozen=True):
    """Who bears a duty, as whom that is told, and what tells the findings of the rule apart; nothing where the subject itself does."""

    duty: Duty
    culprit: str
    key: str


#: Each who bears a duty for a subject; nobody where no regime applies.
Bearing = tuple[PutTo, ...]


class Keys(Struct, frozen=True):
    """What tells apart the findings of a rule about some subjects, one for each who bears its duty.

    `rows` are those of the subject of each key, and `subjects` those of all subjects that have any.
    """

    each: Sequence[str]
    rows: Sequence[int]
    subjects: Sequence[int]

    @classmethod
    def of(cls, told: Sequence[Sequence[str]], ids: Sequence[str]) -> Keys:
        """Give the keys that are `told` of each subject; where one is empty, the subject itself tells its finding apart."""
        each = [key or id_ for of_one, id_ in zip(told, ids, strict=True) for key in of_one]
        if set(map(len, told)) == {1}:
            return cls.one_each(each)
        rows = [row for row, of_one in enumerate(told) for _ in of_one]
        return cls(each, rows, [row for row, of_one in enumerate(told) if of_one])

    @classmethod
    def one_each(cls, each: Sequence[str]) -> Keys:
        """Give the keys of as many subjects."""
        rows = range(len(each))
        return cls(each, rows, rows)


#: What tells them: whom a field names, by what the rule groups, the regime, and the page that alone shows the subject.
_Asked = tuple[tuple[str, ...], tuple[str, ...], str, str]


class Bearers(dict[_Asked, Bearing]):
    """Who bears the duties of rules in an estate: found by what the fields hold that tell it, as that is the same for most subjects."""

    def __init__(self, derived: Derived) -> None:
        super().__init__()
        self._derived = derived
        self._single = derived.regimes.single

    def of_each(self, alike: SubjectTable, culprit: str, group: tuple[str, ...]) -> list[Bearing]:
        """Give each who bears a duty for each of some subjects, unless no regime applies to them.

        A rule names the field that tells them, and those by which it groups. On what only captures show, there is one finding for each
        page.
        """
        count = len(alike)
        if self._single == NONE:
            return [()] * count
        who = map(_bearers, alike.column(culprit)) if culprit else repeat(("",), count)
        regimes = repeat(self._single, count) if self._single else map(_shared, alike.column(REGIME))
        words = [map(word_of, alike.column(field)) for field in group]
        by = list(zip(*words, strict=True)) if group else [()] * count
        if any(alike.pages):
            apart = [field in APART for field in group]
            each = zip(by, alike.pages, strict=True)
            by = [tuple(compress(told, apart)) if page else told for told, page in each]
        return [self[asked] for asked in zip(who, by, regimes, alike.pages, strict=True)]

    def keys_of_each(self, alike: SubjectTable, culprit: str, group: tuple[str, ...]) -> Keys:
        """Give what tells apart the findings about some subjects; who bears the duty is not worked out."""
        if self._single in ("", NONE) or any(alike.pages):
            return keys_of(self.of_each(alike, culprit, group), alike)
        by = [_words(alike, field) for field in group]
        who = alike.words(culprit) if culprit else ()
        if who is None:
            bearers = list(map(_bearers, alike.column(culprit)))
            if set(map(len, bearers)) != {1}:
                each = zip(bearers, *by, strict=True)
                return Keys.of(
                    [[_key(one, *words) for one in several] for several, *words in each], alike.ids
                )
            who = [bearer for (bearer,) in bearers]
        return Keys.one_each(_keys([words for words in (who, *by) if any(words)], alike))

    def __missing__(self, asked: _Asked) -> Bearing:
        if len(self) >= MOST_BEARERS:
            self.clear()
        found = self[asked] = tuple(self._each(*asked))
        return found

    def _each(self, bearers: tuple[str, ...], by: tuple[str, ...], shared: str, page: str) -> Iterator[PutTo]:
        for bearer in bearers:
            own = "" if self._single or not bearer else self._derived.regimes.own(bearer)
            duty = Duty(bearer, own or shared)
            if duty.regime == NONE:
                continue
            who = self._not_called(bearer) if page else bearer
            seen_from = ("captured", page) if page else ()
            key = _key(*seen_from, who, *by)
            yield PutTo(duty, who or page or key, key)

    def _not_called(self, who: str) -> str:
        """Give who bears a duty without those that captures alone show."""
        return "+".join(each for each in who.split("+") if not self._derived.captured.is_called(each))


def keys_of(borne: Iterable[Bearing], alike: SubjectTable) -> Keys:
    """Give what tells apart the findings about some subjects, by who bears the duty for each."""
    return Keys.of([[put.key for put in put_to] for put_to in borne], alike.ids)


def under(regime: str, references: tuple[str, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """Give the texts cited, each as the law of `regime` has it; what has no counterpart there is left out."""
    if regime == GDPR:
        return references
    texts = {name: text for name, text in knowledge.law.items() if text.regime == regime}
    return distinct(
        found
        for reference in references
        for found in next(
            (
                _counterpart(name, text.counterparts, reference.partition(".")[2])
                for name, text in texts.items()
                if text.stands_for == reference.partition(".")[0]
            ),
            (reference,),
        )
    )


def word_of(value: FieldValue) -> str:
    """Give the value of a field as it stands in a key: one word, the elements of a list, or `unknown`."""
    if isinstance(value, Choice):
        return value.options[0] if len(value.options) == 1 else UNKNOWN
    return ",".join(value.sure) if isinstance(value, Selection) else f"{value.low:g}"


def _words(alike: SubjectTable, field: str) -> Sequence[str]:
    """Give the word of a field of each of some subjects."""
    words = alike.words(field)
    return list(map(word_of, alike.column(field))) if words is None else words


def _keys(columns: Sequence[Sequence[str]], alike: SubjectTable) -> Sequence[str]:
    """Give the keys of findings about some subjects, the words of which stand in columns; a subject without any stands for itself."""
    if all(map(all, columns)):
        return list(map("+".join, zip(*columns, strict=True))) if columns else alike.ids
    keys = starmap(_key, zip(*columns, strict=True))
    return [key or id_ for key, id_ in zip(keys, alike.ids, strict=True)]


def _key(*words: str) -> str:
    return "+".join(filter(None, words))


def _bearers(value: FieldValue) -> tuple[str, ...]:
    if isinstance(value, Selection):
        return value.sure or (UNKNOWN,)
    return (word_of(value),)


def _shared(value: FieldValue) -> str:
    """Give the regime where all agree, else the GDPR, unless none of them is under it."""
    options = value.options if isinstance(value, Choice) else ()
    return options[0] if len(options) == 1 or (options and GDPR not in options) else GDPR


def _counterpart(name: str, counterparts: dict[str, str], article: str) -> tuple[str, ...]:
    """Give the article of `name` for one of the law that it stands for, or for the paragraph above."""
    while article:
        if article in counterparts:
            return (f"{name}.{counterparts[article]}",)
        article = article.rpartition(".")[0]
    return ()
