"""What is written in free words where a closed word, or a period, was plainly meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from msgspec import UNSET

from auditor.errors import Wrong
from auditor.model.bilingual import Bilingual
from auditor.model.case.document import Case
from auditor.model.materials import plain
from auditor.model.period import PERIODS, misspelt
from auditor.model.scalars import Value
from auditor.model.vocabulary import MEASURES, NONE, SPECIAL_BASES, UNSETTLED
from auditor.text import problems as words
from auditor.text import vocabulary

if TYPE_CHECKING:
    from auditor.text.near_names import NearNames

Route = tuple[str | int, ...]
#: From which likeness a text made of words and dashes is a misspelt measure.
MISSPELT: Final = 0.85


def slips(case: Case) -> Iterator[Wrong]:
    """Give the conditions of art. 9(2) that are none, and the periods and measures that are misspelt."""
    for name, sheet in case.activities.items():
        for route, text in _texts(("activities", name, "special_basis"), sheet.special_basis):
            if text not in (*SPECIAL_BASES, *UNSETTLED, NONE):
                yield Wrong(
                    route, words.case.NOT_A_SPECIAL_BASIS(text=text), words.hints.ONE_OF(words=_bases())
                )
        for route, text in _texts(("activities", name, "measures"), sheet.measures):
            meant = _measure_meant(text) if "-" in text and " " not in text and text not in MEASURES else ""
            if meant:
                hint = words.case.MISSPELT_HINT(word=meant)
                yield Wrong(route, words.case.MISSPELT_MEASURE(text=text), hint)
    for section, field in PERIODS:
        for name, stated in _stating(getattr(case, section), field):
            for route, text in _texts((section, name, field), stated):
                meant = misspelt(text)
                if meant:
                    yield Wrong(
                        route, words.case.MISSPELT_PERIOD(text=text), words.case.MISSPELT_HINT(word=meant)
                    )


def _measure_meant(text: str) -> str:
    """Give the measure that a text of words and dashes misspells; empty where it is none."""
    near = _measures().meant(text)
    return near[0].name if near and near[0].likeness >= MISSPELT else ""


@cache
def _measures() -> NearNames:
    from auditor.text.near_names import NearNames

    return NearNames(MEASURES)


def _stating(entries: Mapping[str, Any], field: str) -> list[tuple[str, Any]]:
    """Give the names of the entries that state a field, each with what it states: of thousands, hardly any does."""
    return [(name, value) for name, entry in entries.items() if (value := getattr(entry, field)) is not UNSET]


def _texts(route: Route, value: Any) -> Iterator[tuple[Route, str]]:
    """Give each text that a value holds, with where it stands; of sources that differ, what each says."""
    if isinstance(value, Value):
        yield from _texts((*route, "value"), value.value)
        for number, version in enumerate(value.versions):
            yield from _texts((*route, "versions", number, "value"), version.value)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts((*route, number), plain(item))
    elif value is not UNSET:
        yield route, str(value)


def _bases() -> Bilingual:
    """Give the letters of art. 9(2) with what each is about."""
    said = {letter: word.name for letter, word in vocabulary.SPECIAL_BASES.items()}
    return Bilingual(
        ", ".join(f"{letter} ({text.fr.partition(' : ')[2]})" for letter, text in said.items()),
        ", ".join(f"{letter} ({text.en.partition(': ')[2]})" for letter, text in said.items()),
    )
