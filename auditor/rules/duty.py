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

    def keys_of_each(
        self, alike: SubjectTable, culprit: str, group: tuple[str, ...]
    ) -> list[tuple[str, ...]]:
        """Give what tells apart the findings about each of some subjects, one for each who bears the duty; who that is, is not worked out.

        It is empty where the subject itself tells them apart.
        """
        if self._single in ("", NONE) or any(alike.pages):
            return keys_of(self.of_each(alike, culprit, group))
        who = list(map(_bearers, alike.column(culprit))) if culprit else [("",)] * len(alike)
        by = [list(map(word_of, alike.column(field))) for field in group]
        if set(map(len, who)) == {1}:
            return list(zip(_keys([bearer for (bearer,) in who], *by)))
        each = zip(who, *by, strict=True)
        return [tuple([_key(bearer, *words) for bearer in bearers]) for bearers, *words in each]

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


def keys_of(borne: Iterable[Bearing]) -> list[tuple[str, ...]]:
    """Give what tells apart the findings about each of some subjects, by who bears the duty."""
    return [tuple([put.key for put in put_to]) for put_to in borne]


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


def _keys(*columns: Sequence[str]) -> Iterable[str]:
    """Give the keys of findings, the words of which stand in columns."""
    if len(columns) == 1:
        return columns[0]
    said = zip(*columns, strict=True)
    return map("+".join, said) if all(map(all, columns)) else starmap(_key, said)


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
