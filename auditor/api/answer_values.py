"""What stands in one row of a form, as values of the field that was asked for: words of its list, names, texts; what is none of them stays words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

from auditor.api.form_lists import Lists
from auditor.api.forms import bare
from auditor.loading.case.spellings import special_basis
from auditor.loading.importing.register.cells import Countries
from auditor.model.answerable import Answerable
from auditor.model.forms import Answer, State
from auditor.model.numbers import age
from auditor.model.vocabulary import NONE, SPECIAL_BASES, UNSETTLED
from auditor.text import forms as words

#: How old somebody may be who gives consent, and how many votes there are.
WHOLE: Final = 100.0
_NUMBER: Final = re.compile(r"([0-9]{1,3}(?:[.,][0-9]{1,6})?)\s*%?")
STATES: Final[Mapping[str, State]] = {
    bare(text): state for state, told in words.STATES.items() for text in (told.fr, told.en, state)
}
OTHERS: Final = frozenset(map(bare, (words.AND_OTHERS.fr, words.AND_OTHERS.en)))


class Value(Struct, frozen=True, kw_only=True):
    """One row as it is understood: its values, whether there are more, which are no word of the list, which name somebody new."""

    state: State | None
    values: list[str]
    partly: bool = False
    unread: list[str] = []
    newcomers: list[str] = []
    odd_state: str = ""

    @property
    def is_said(self) -> bool:
        """Tell whether there is anything that a field takes."""
        return bool(self.values or self.newcomers)


class Values:
    """Reads rows of forms of one case."""

    def __init__(self, lists: Lists, countries: Mapping[str, object]) -> None:
        self._lists = lists
        self._countries = Countries(countries)
        self._labels: dict[str, dict[str, str]] = {}

    def read(self, answer: Answer, way: Answerable) -> Value:
        """Give what one row says."""
        state = STATES.get(bare(answer.state))
        listed = self._labelled(answer.route, way)
        found: list[str] = []
        unread: list[str] = []
        newcomers: list[str] = []
        partly = state == "partly"
        for text in self._texts(answer, way, listed):
            if bare(text) in OTHERS:
                partly = True
                continue
            word = self._word(text, way, listed)
            if word:
                found.append(word)
            elif "organisations" in way.refs:
                newcomers.append(text)
            else:
                unread.append(text)
        return Value(
            state=state,
            values=list(dict.fromkeys(found)),
            partly=partly,
            unread=unread,
            newcomers=list(dict.fromkeys(newcomers)),
            odd_state=answer.state if answer.state and state is None else "",
        )

    def _labelled(self, route: str, way: Answerable) -> Mapping[str, str]:
        key = self._lists.key(route, way)
        if key and key not in self._labels:
            options = self._lists.options(key)
            labels = {bare(text): each.word for each in options for text in (each.label.fr, each.label.en)}
            self._labels[key] = {bare(each.word): each.word for each in options} | labels
        return self._labels.get(key, {})

    def _texts(self, answer: Answer, way: Answerable, listed: Mapping[str, str]) -> Iterator[str]:
        """Give the values of a row one by one; in one cell they may be parted by semicolons."""
        for text in answer.values:
            if way.several and ";" in text and bare(text) not in listed:
                yield from (part for each in text.split(";") if (part := each.strip()))
            else:
                yield text

    def _word(self, text: str, way: Answerable, listed: Mapping[str, str]) -> str:
        """Give a value as the field has it, empty where it is none."""
        if way.in_words:
            return ""
        found = listed.get(bare(text), "")
        if found or bare(text) in _NOBODY:
            return found or NONE
        if way.votes:
            return _votes(text)
        if "countries" in way.refs:
            return self._countries.code(text)
        if way.number:
            return "" if age(text) is None else text
        if way.vocabulary == "special-basis":
            letter = special_basis(text)
            return letter if letter in SPECIAL_BASES else ""
        if way.refs or way.words:
            return ""
        return "" if text in UNSETTLED else text


_NOBODY: Final = frozenset(map(bare, (words.NOBODY.fr, words.NOBODY.en)))


def _votes(text: str) -> str:
    found = _NUMBER.fullmatch(text.strip())
    number = found[1].replace(",", ".") if found is not None else ""
    return number if number and float(number) <= WHOLE else ""
