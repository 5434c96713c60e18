"""Organisations that a change brings in or renames and whose id or name is close to one known before, in another country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import chain
from typing import Final

from msgspec import Struct

from auditor.model.case.organisations import Organisation
from auditor.model.materials import Materials, plain
from auditor.model.vocabulary import UNSETTLED
from auditor.text.look_alike_letters import skeleton
from auditor.text.near_names import EMPTY_WORDS, LONGEST

#: From which likeness two names are taken for one another, how long a word must be to tell, how many names one is held against.
ALIKE: Final = 0.85
TELLING: Final = 3
COMPARED: Final = 40
_EMPTY: Final = frozenset(map(skeleton, EMPTY_WORDS))


class LookAlike(Struct, frozen=True):
    """A new organisation and the known one it looks like, each with its country."""

    new: str
    country: str
    known: str
    known_country: str


def look_alikes(then: Materials, now: Materials) -> Iterator[LookAlike]:
    """Give the organisations of a case that were not there before, or not by that name, and look like a known one of another country.

    Known are those that the case had and those of the knowledge base. Each is held against a bounded number of names that
    share a word or their first letters with it.
    """
    known: dict[str, Organisation] = {**now.knowledge.organisations, **then.case.organisations}
    spelt = {name: _spellings(name, organisation) for name, organisation in sorted(known.items())}
    by_piece = _by_piece(spelt)
    for new, organisation in sorted(now.case.organisations.items()):
        if new in known and organisation.name == known[new].name:
            continue
        country = str(plain(organisation.country))
        spellings = _spellings("" if new in known else new, organisation)
        for name in _near(spellings, by_piece):
            other = str(plain(known[name].country))
            if name == new or other == country or other in UNSETTLED:
                continue
            if any(_alike(a, b) for a in spellings for b in spelt[name]):
                yield LookAlike(new, country, name, other)
                break


def _near(spellings: list[tuple[str, ...]], by_piece: Mapping[str, list[str]]) -> list[str]:
    """Give the names that share most with `spellings`: those of a piece that few have first."""
    pieces = {piece for words in spellings for piece in _pieces(words)}
    shared = sorted((by_piece[piece] for piece in sorted(pieces) if piece in by_piece), key=len)
    return list(dict.fromkeys(chain.from_iterable(shared)))[:COMPARED]


def _by_piece(spelt: Mapping[str, list[tuple[str, ...]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, spellings in spelt.items():
        for piece in {piece for words in spellings for piece in _pieces(words)}:
            found[piece].append(name)
    return found


def _spellings(name: str, organisation: Organisation) -> list[tuple[str, ...]]:
    """Give the words of an id and of a name, as they look, without legal forms and articles."""
    called = str(plain(organisation.name))
    texts = [name] if called in UNSETTLED else [name, called]
    return [words for text in texts if (words := _words(text[:LONGEST]))]


def _words(text: str) -> tuple[str, ...]:
    letters = "".join(c if c.isalnum() else " " for c in skeleton(text))
    return tuple(word for word in letters.split() if word not in _EMPTY)


def _pieces(words: tuple[str, ...]) -> list[str]:
    return [*words, f"{''.join(words)[:TELLING]}…"]


def _alike(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    fewer, more = sorted((set(first), set(second)), key=len)
    if fewer <= more and any(len(word) >= TELLING for word in fewer):
        return True
    letters = SequenceMatcher(None, "".join(first), "".join(second), autojunk=False)
    return letters.quick_ratio() >= ALIKE and letters.ratio() >= ALIKE
