"""Which of the names that exist somebody may have meant: by id, by title in either language, by former name.

One pass over the names makes an index; each look-up reads a bounded part of it, whatever the number of names.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from heapq import nsmallest
from itertools import islice
from typing import Final

from msgspec import Struct

#: Up to how many words a closed vocabulary is shown whole, and how many near ones are shown of a longer one.
FEW: Final = 12
MOST: Final = 5
#: A closed vocabulary of which nothing is near is still shown whole up to this many words.
WHOLE: Final = 30
#: Longest name compared, names indexed by their letters, names read for one piece, and names compared letter by letter.
LONGEST: Final = 64
INDEXED: Final = 20_000
POSTINGS: Final = 400
COMPARED: Final = 40
#: Up to how many names all are compared.
SMALL: Final = 120
#: What a piece counts that one name alone has; a piece of many names counts less.
RAREST: Final = 100_000
#: From which likeness a name is offered as what was meant, and from which as near.
MEANT: Final = 0.75
NEAR: Final = 0.5
#: From which likeness two words count as the same once a negation is taken off one of them.
OPPOSED: Final = 0.85
#: The least likeness of two names with the same letters in another order.
SWAPPED: Final = 0.9
#: Legal forms and articles say nothing about who is meant.
EMPTY_WORDS: Final = frozenset(
    [
        "inc",
        "ltd",
        "limited",
        "llc",
        "gmbh",
        "sas",
        "sarl",
        "sa",
        "plc",
        "bv",
        "ag",
        "co",
        "corp",
        "corporation",
        "se",
        "the",
        "of",
        "and",
        "de",
        "la",
        "le",
        "les",
        "du",
        "des",
        "un",
        "une",
        "a",
        "an",
        "d",
        "l",
    ]
)
NEGATION: Final = r"^(?:not|no|non|never|without|sans|pas|un|dis)[-_ ]?(?=.)|^(?:not|no|non)(?=[-_ ])"
OPPOSITES: Final = tuple(
    frozenset(pair)
    for pair in (
        *(("in", "out"), ("min", "max"), ("before", "after"), ("since", "until"), ("with", "without")),
        *(("least", "most"), ("first", "last"), ("on", "off"), ("from", "to"), ("public", "private")),
        *(("any", "all"), ("all", "none"), ("forbid", "require"), ("true", "false"), ("allow", "deny")),
        *(("older", "newer"), ("above", "below"), ("include", "exclude")),
    )
)


class Near(Struct, frozen=True):
    """A name that exists, the other name by which it was found (else empty), and how like it is, from 0 to 1."""

    name: str
    through: str
    likeness: float


def folded(text: str) -> str:
    """Give `text` without case, accents and signs, its words apart by one space."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split()) or text.strip()


def opposite(one: str, other: str) -> bool:
    """Tell whether two words say the reverse of each other: `exposed-to` and `not-exposed-to`, `opt-in` and `opt-out`."""
    ours, theirs = folded(one), folded(other)
    bare = re.sub(NEGATION, "", ours), re.sub(NEGATION, "", theirs)
    if (bare[0] == ours) != (bare[1] == theirs) and _alike(*bare) >= OPPOSED:
        return True
    apart = set(ours.split()) ^ set(theirs.split())
    return frozenset(apart) in OPPOSITES


class NearNames:
    """Names that may be meant, each with its other names; the index is made when it is first asked."""

    def __init__(
        self, names: Collection[str], others: Callable[[str], Iterable[str]] = lambda name: ()
    ) -> None:
        self._names = names
        self._others = others
        self._rows: list[tuple[str, str, str]] = []
        self._pieces: dict[str, list[int]] = defaultdict(list)
        self._exact: dict[str, list[int]] = defaultdict(list)

    def whole(self, most: int) -> list[str]:
        """Give all the names in their order, where they are `most` at most; else none."""
        first = list(islice(self._names, most + 1))
        return first if len(first) <= most else []

    def meant(self, word: str) -> list[Near]:
        """Give what may be meant by `word`, the likeliest first, at most five."""
        if not self._rows:
            self._read()
        wanted = folded(word[:LONGEST])
        found: dict[str, Near] = {}
        for row in self._likely(wanted):
            name, through, spelt = self._rows[row]
            likeness = _likeness(wanted, spelt)
            if likeness < NEAR or opposite(word, name) or (through and opposite(word, through)):
                continue
            if name not in found or likeness > found[name].likeness:
                found[name] = Near(name, "" if spelt == wanted else through, likeness)
        return nsmallest(MOST, found.values(), key=lambda near: (-near.likeness, near.name))

    def _read(self) -> None:
        for name in self._names:
            spellings = {folded(name): ""}
            for other in self._others(name):
                spellings.setdefault(folded(other[:LONGEST]), other)
            for spelt, through in spellings.items():
                row = len(self._rows)
                self._rows.append((name, through, spelt))
                self._exact[spelt].append(row)
                if row < INDEXED:
                    for piece in _pieces(spelt):
                        self._pieces[piece].append(row)

    def _likely(self, wanted: str) -> list[int]:
        """Give the rows worth comparing: those that share the most and the rarest pieces with what is wanted."""
        if len(self._rows) <= SMALL:
            return list(range(len(self._rows)))
        shared: dict[int, int] = defaultdict(int)
        for row in self._exact.get(wanted, ())[:COMPARED]:
            shared[row] = RAREST * RAREST
        for piece in _pieces(wanted):
            rows = self._pieces.get(piece, ())
            for row in rows[:POSTINGS]:
                shared[row] += RAREST // len(rows)
        return nsmallest(COMPARED, shared, key=lambda row: (-shared[row], len(self._rows[row][2]), row))


def _pieces(spelt: str) -> Iterator[str]:
    """Give the words of a name, its pairs of letters, and its letters in order, by which swapped ones are found; each once."""
    close = spelt.replace(" ", "")
    yield from {
        *(f"{word} " for word in spelt.split()),
        *(close[at : at + 2] for at in range(len(close) - 1)),
        f"={''.join(sorted(close))}",
    }


def _alike(one: str, other: str) -> float:
    """Give how like two texts are, letter by letter, from 0 to 1."""
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other).ratio()


def _likeness(wanted: str, spelt: str) -> float:
    """Give how like two folded names are: by letters, or by the words of one that the other holds."""
    if wanted == spelt:
        return 1.0
    close, other = wanted.replace(" ", ""), spelt.replace(" ", "")
    letters = _alike(close, other)
    if sorted(close) == sorted(other):
        return SWAPPED + (1 - SWAPPED) * letters / 2
    ours = {word for word in wanted.split() if word not in EMPTY_WORDS}
    theirs = {word for word in spelt.split() if word not in EMPTY_WORDS}
    common = ours & theirs
    if not common:
        return letters
    if ours == theirs:
        return 0.95
    share = len(common) / max(len(ours), len(theirs))
    return max(letters, 0.5 + 0.25 * share)
