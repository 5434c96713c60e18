"""What to say of a word that is not among those that exist: which was meant, which are near, or which there are."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from auditor.model.bilingual import Bilingual
from auditor.model.vocabulary import ACTIVITY_TERMS, CATEGORIES
from auditor.text.near_names import FEW, MEANT, WHOLE, Near, NearNames
from auditor.text.problems.hints import (
    DID_YOU_MEAN,
    DID_YOU_MEAN_NAMED,
    NEAREST,
    ONE_OF,
    SCHEMA_LISTS,
    TOGETHER,
)
from auditor.text.synonyms import category_named, term_named, values_named


def suggestion(word: str, names: NearNames, *, closed: bool = False) -> Bilingual | None:
    """Give the hint for `word`, None where nothing helps; the words of a `closed` vocabulary are shown in any case."""
    near = names.meant(word)
    best = near[0] if near and near[0].likeness >= MEANT else None
    said = None if best is None else _meant(best)
    if best is not None and not closed:
        return said
    few = names.whole(FEW) or ([] if near else names.whole(WHOLE if closed else FEW))
    if few:
        listed = ONE_OF(words=_words(few))
    elif near and best is None:
        listed = NEAREST(words=_words([_shown(each) for each in near]))
    else:
        return SCHEMA_LISTS() if closed and best is None else said
    return listed if said is None else TOGETHER(first=said, second=listed)


def nearest(word: str, among: Collection[str]) -> Bilingual | None:
    """Give the hint for `word` among names that have no other names."""
    return suggestion(word, NearNames(among))


def allowed(word: str, words: tuple[str, ...]) -> Bilingual | None:
    """Give the hint for `word` where one of a closed vocabulary was expected, in either language."""
    return suggestion(word, _closed(words), closed=True)


def category(word: str) -> Bilingual | None:
    """Give the hint for `word` where a built-in category of data was expected."""
    return suggestion(word, _categories(), closed=True)


def term(word: str) -> Bilingual | None:
    """Give the hint for `word` where a word for what an organisation is was expected."""
    return suggestion(word, _terms(), closed=True)


@lru_cache(maxsize=256)
def _closed(words: tuple[str, ...]) -> NearNames:
    return NearNames(words, values_named)


@lru_cache(maxsize=1)
def _categories() -> NearNames:
    return NearNames(CATEGORIES, category_named)


@lru_cache(maxsize=1)
def _terms() -> NearNames:
    return NearNames(ACTIVITY_TERMS, term_named)


def _meant(near: Near) -> Bilingual:
    if near.through:
        return DID_YOU_MEAN_NAMED(word=near.name, name=near.through)
    return DID_YOU_MEAN(word=near.name)


def _shown(near: Near) -> str:
    return f"{near.name} ({near.through})" if near.through else near.name


def _words(words: list[str]) -> Bilingual:
    text = ", ".join(words)
    return Bilingual(text, text)
