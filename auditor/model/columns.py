"""What many entries of one kind hold, field by field: what is true of a word is asked once, not for each entry that states it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from msgspec import UNSET
from msgspec.structs import astuple, force_setattr

from auditor.model.brief import kind_of
from auditor.model.structs import WHOLE, plural, recurring

if TYPE_CHECKING:
    from msgspec import Struct

Value = TypeVar("Value", bound=Hashable)
#: From how many entries on it pays to look at columns.
MANY: Final = 64
#: How many entries are turned into columns at a time, so that these take no memory to speak of.
BLOCK: Final = 256
_WORDS: Final = frozenset({str})
_UNSTATED: Final = (UNSET,)


class Columns(NamedTuple):
    """The distinct words in some fields of entries of one kind, alone or in lists, and the entries that hold more than words anywhere.

    `unstated` are the fields that none of the entries states, as far as that was looked at.
    """

    words: Mapping[str, set[str]]
    beyond: tuple[str, ...]
    unstated: frozenset[str] = frozenset()


def columns(entries: Mapping[str, Struct], fields: Collection[str]) -> Columns:
    """Give the words in `fields`, and the names of the entries in which any field holds a struct, a mapping, or a list of such.

    Few entries are looked at one by one: all of them are beyond.
    """
    if len(entries) < MANY:
        return Columns({field: set() for field in fields}, tuple(entries))
    words: dict[str, set[str]] = {field: set() for field in fields}
    beyond: set[str] = set()
    unstated = {
        field
        for entry in islice(entries.values(), 1)
        for field in kind_of(entry).__struct_fields__
        if getattr(entry, field) is UNSET
    }
    for names, field, column in _blocks(entries):
        distinct = _distinct(column)
        if distinct == _UNSTATED:
            continue
        unstated.discard(field)
        kinds = set(map(type, distinct))
        if str in kinds and field in fields:
            words[field].update(distinct if kinds == _WORDS else filter(_is_word, distinct))
        if not kinds <= WHOLE:
            lists = [value for value in distinct if type(value) is list and _is_words(value)]
            if field in fields:
                words[field].update(word for value in lists for word in value)
            if len(lists) < len(distinct):
                beyond.update(name for name, value in zip(names, column, strict=True) if _is_more(value))
    in_order = tuple(name for name in entries if name in beyond) if beyond else ()
    return Columns(words, in_order, frozenset(unstated))


def recurring_columns(entries: Mapping[str, Struct]) -> Columns:
    """Give the columns of the fields whose words recur: those that refer to something, and dates."""
    kind: Any = next(map(kind_of, entries.values()), None)
    return Columns({}, ()) if kind is None else columns(entries, recurring(kind))


class ColumnsOfSections(dict[str, Columns]):
    """The columns of the fields of each section whose words recur, told once for a section, when they are first asked for."""

    def __init__(self, sections: Mapping[str, Mapping[str, Struct]]) -> None:
        super().__init__()
        self._sections = sections

    def __missing__(self, section: str) -> Columns:
        found = self[section] = recurring_columns(self._sections[section])
        return found


def stating(entries: Mapping[str, Any], words: Mapping[str, Collection[str]]) -> set[str]:
    """Give the names of the entries that state one of some words in a field, by itself or in a list."""
    return {
        name
        for field, wanted in words.items()
        if wanted
        for name, entry in entries.items()
        if any(word in wanted for word in _words(getattr(entry, field)))
    }


def words_among(entries: Mapping[str, Struct], wanted: frozenset[str]) -> set[str]:
    """Give those of some words that any of the entries states anywhere, by themselves."""
    found: set[str] = set()
    for _, _, column in _blocks(entries):
        distinct = _distinct(column)
        if WHOLE.issuperset(map(type, distinct)):
            found |= wanted.intersection(distinct)
        else:
            found.update(word for value in distinct for word in _every_word(value) if word in wanted)
    return found


def keep_lists_once(entries: Mapping[str, Struct]) -> None:
    """Let many entries of one kind that were just made hold equal lists of words as one object: thousands of them state the same."""
    kept: dict[tuple[str, ...], list[str]] = {}
    if len(entries) < BLOCK:
        return
    for _, structs in _alike([*entries], [*entries.values()]):
        for field in plural(type(structs[0])):
            last: list[str] = []
            for entry, value in zip(structs, map(attrgetter(field), structs), strict=True):
                if type(value) is not list:
                    continue
                if value != last:
                    if not _is_words(value):
                        continue
                    last = kept.setdefault((*value,), value)
                if value is not last:
                    force_setattr(entry, field, last)


def rows_by_value(column: Sequence[Value]) -> Mapping[Value, Sequence[int]]:
    """Give the rows of a column in which each of its values stands; of most columns one value stands in all."""
    if column and column.count(column[0]) == len(column):
        return {column[0]: range(len(column))}
    rows: dict[Value, list[int]] = defaultdict(list)
    for row, value in enumerate(column):
        rows[value].append(row)
    return rows


def _words(value: Any) -> list[str]:
    if type(value) is list:
        return [item for item in value if type(item) is str]
    return [value] if type(value) is str else []


def _every_word(value: Any) -> Iterator[str]:
    """Give the words of a value, in lists and further in too."""
    if type(value) is str:
        yield value
    elif type(value) is list:
        for part in value:
            yield from _every_word(part)
    elif hasattr(value, "__struct_fields__"):
        yield from _every_word([*astuple(value)])


def _distinct(column: tuple[Any, ...]) -> tuple[Any, ...]:
    """Give what a column holds: of most columns one value stands in all."""
    return column[:1] if column.count(column[0]) == len(column) else column


def _is_word(value: Any) -> bool:
    return type(value) is str


def _is_words(value: list[Any]) -> bool:
    return _WORDS.issuperset(map(type, value))


def _is_more(value: Any) -> bool:
    kind = type(value)
    return kind not in WHOLE and bool(value) and (kind is not list or not _is_words(value))


def _blocks(entries: Mapping[str, Struct]) -> Iterator[tuple[list[str], str, tuple[Any, ...]]]:
    """Give some of the entries at a time: their names, and each field with what they hold in it."""
    names, rest = iter(entries), iter(entries.values())
    while block := [*islice(rest, BLOCK)]:
        for named, structs in _alike([*islice(names, BLOCK)], block):
            held = zip(*map(astuple, structs), strict=True)
            for field, column in zip(structs[0].__struct_fields__, held, strict=True):
                yield named, field, column


def _alike(names: list[str], entries: list[Struct]) -> Iterator[tuple[list[str], list[Struct]]]:
    """Give the entries that have the same fields together, those that are brief apart from the others: their names, and them."""
    kinds = dict.fromkeys(map(type, entries))
    if len(kinds) == 1:
        yield names, entries
        return
    for kind in kinds:
        found = [(name, entry) for name, entry in zip(names, entries, strict=True) if type(entry) is kind]
        yield [name for name, _ in found], [entry for _, entry in found]
