"""Which match stands for all of one rule and culprit.

It is one of the gravest; of those, one to which the fewest facts are missing; of those, the one that is shown best, and the first of them by id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, Protocol, TypeVar

from msgspec import Struct

from auditor.model.evidence import Routes
from auditor.model.materials import Materials
from auditor.model.vocabulary import KNOWN_ORDER, gravity
from auditor.rules.patterns import Pattern, parts
from auditor.rules.readers import SubjectFields

#: How weakly a fact is known that is not settled, and so shows nothing.
SETTLES_NOTHING: Final = -1


class ShownBy(Protocol):
    """A match with a subject, and the facts that show it."""

    @property
    def id(self) -> str:
        """The subject."""

    def shown_by(self) -> Sequence[Routes]:
        """Give the facts that show it, field by field."""


class OpenMatch(ShownBy, Protocol):
    """A match of which it is open whether it breaks its rule."""

    @property
    def pattern(self) -> Pattern:
        """What the rule comes to for it."""

    @property
    def open(self) -> Sequence[Routes]:
        """The facts that would settle it, as each of its fields names them."""


Shown = TypeVar("Shown", bound=ShownBy)
#: How grave a match is, the gravest first, and how many facts are missing to it.
Order = tuple[int, int]


class Candidate(Struct, frozen=True, eq=False):
    """An open match with a subject of a class, as far as it takes to tell whether it stands for others."""

    id: str
    pattern: Pattern
    fields: SubjectFields
    open: Sequence[Routes]

    def shown_by(self) -> Sequence[Routes]:
        """Give the facts that show it, field by field."""
        return parts(self.pattern.truth.proof, self.fields.__getitem__)


class Weakness(dict[str, int]):
    """How weakly each fact is known, as its place in the order of ways of knowing; nothing of one that is not settled."""

    def __init__(self, materials: Materials) -> None:
        super().__init__()
        self._materials = materials

    def __missing__(self, route: str) -> int:
        fact = self._materials.fact(route)
        found = self[route] = SETTLES_NOTHING if fact.unsettled else KNOWN_ORDER.index(fact.known)
        return found

    def of(self, match: ShownBy) -> int:
        """Give how weakly the weakest fact is known that shows a match; weakest of all is what no settled fact shows."""
        found = max(map(self.__getitem__, chain.from_iterable(match.shown_by())), default=SETTLES_NOTHING)
        return len(KNOWN_ORDER) if found == SETTLES_NOTHING else found


class Foremost:
    """The open matches that may stand for others of their rule and key: all to which as few facts are missing as to any of the gravest."""

    def __init__(self) -> None:
        self._of_key: dict[tuple[str, str], tuple[Order, list[OpenMatch]]] = {}

    def add(self, rule: str, key: str, match: OpenMatch) -> None:
        """Add a match, unless another comes before it."""
        order = -gravity(match.pattern.grave.ceiling), len(set(chain.from_iterable(match.open)))
        first = self._of_key.get((rule, key))
        if first is None or order < first[0]:
            self._of_key[rule, key] = order, [match]
        elif order == first[0]:
            first[1].append(match)

    def witnesses(self, weakness: Weakness) -> Iterator[tuple[str, str, OpenMatch]]:
        """Give the rules and keys, each with the match that stands for all."""
        for (rule, key), (_, matches) in self._of_key.items():
            yield rule, key, shown_best(matches, weakness)


def shown_best(matches: Iterable[Shown], weakness: Weakness) -> Shown:
    """Give the match that is shown best, and the first of them by id."""
    first, *others = sorted(matches, key=lambda match: match.id)
    found, weakest = first, weakness.of(first)
    for match in others if weakest else ():
        weak = weakness.of(match)
        if weak < weakest:
            found, weakest = match, weak
        if not weak:
            break
    return found
