"""Categories of data: those that everybody knows and those of a case, each with the broader ones above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from auditor.model.case.data import Data
from auditor.model.vocabulary import CATEGORIES, ancestors


class Taxonomy:
    """The categories of a case; `unplaced` are those of which nobody says what they are."""

    def __init__(self, data: Mapping[str, Data]) -> None:
        self.broader = {**CATEGORIES, **{name: own.broader for name, own in data.items()}}
        self.unplaced = frozenset(name for name, own in data.items() if own.unplaced)
        self._above: dict[str, frozenset[str]] = {}

    def __contains__(self, category: str) -> bool:
        return category in self.broader

    def above(self, category: str) -> frozenset[str]:
        """Give `category` and every broader one."""
        found = self._above.get(category)
        if found is None:
            found = self._above[category] = ancestors(category, self.broader)
        return found

    def spelt_out(self, broad: Iterable[str], narrow: Iterable[str]) -> set[str]:
        """Give those of `narrow` that are below one of `broad` or one of these, and those of `broad` that none is below."""
        wanted = set(broad)
        found: set[str] = set()
        left = set(wanted)
        for name in narrow:
            under = wanted & self.above(name)
            if under:
                found.add(name)
                left -= under
        return found | left
