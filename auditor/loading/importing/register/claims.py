"""What several cells say of one fact, brought together: equal, in part, or at odds."""

from __future__ import annotations

from typing import Any, Final

from msgspec import Struct

from auditor.loading.importing.format import Tree, texts
from auditor.loading.importing.register.ledger import Ledger
from auditor.loading.importing.register.said import Said
from auditor.model.vocabulary import NONE, UNKNOWN


class Claim(Struct, frozen=True):
    """One value that a cell states; `quote` tells to keep its words, where these are not the value."""

    value: str
    said: Said
    quote: bool = False


#: Fields of an activity that hold a list.
LISTS: Final = frozenset(
    {
        *("controller", "processors", "recipients", "transfers", "measures", "internal", "tool", "locations"),
        *("collected_from", "clients", "operations"),
    }
)


class Claims:
    """The facts of one entry as they are stated, field by field, in the order of their cells."""

    def __init__(self, route: str, ledger: Ledger) -> None:
        self.route = route
        self.ledger = ledger
        self._stated: dict[str, list[Claim]] = {}

    def state(self, field: str, value: str, said: Said, *, quote: bool = False, first: bool = False) -> None:
        """Note a value of a field, before the others where it is to come `first`."""
        self.ledger.fact(said)
        stated = self._stated.setdefault(field, [])
        stated.insert(0 if first else len(stated), Claim(value, said, quote))

    def cells(self, field: str) -> list[Said]:
        """Give the cells that state a field."""
        return [each.said for each in self._stated.get(field, [])]

    def unknown(self, field: str, said: Said) -> None:
        """Note that a cell is there for a field and does not settle it."""
        self._stated.setdefault(field, []).append(Claim(UNKNOWN, said, quote=True))

    def values(self, field: str) -> list[str]:
        """Give the values of a field that are stated so far."""
        return [each.value for each in self._stated.get(field, []) if each.value != UNKNOWN]

    def tree(self) -> Tree:
        """Give the fields as they are written in a case."""
        return {field: self.value(field) for field in self._stated}

    def value(self, field: str) -> Any:
        """Give one field as it is written: its value with its source, or each version where cells differ."""
        claims = self._stated[field]
        return self._list(field, claims) if field in LISTS else self._single(field, claims)

    def _single(self, field: str, claims: list[Claim]) -> Tree:
        settled = [each for each in claims if each.value != UNKNOWN] or claims
        if len({each.value for each in settled}) > 1:
            if len({each.said.at for each in settled}) > 1:
                self.ledger.ask(f"{self.route}.{field}", settled[-1].said, "differs")
            return self.versions(settled)
        return self._written(settled[0].value, settled)

    def _list(self, field: str, claims: list[Claim]) -> Tree:
        values = list(dict.fromkeys(each.value for each in claims))
        if NONE in values and len(values) > 1:
            settled = [each for each in claims if each.value != NONE]
            none = [each for each in claims if each.value == NONE]
            self.ledger.ask(f"{self.route}.{field}", none[0].said, "differs")
            return {**self.versions([*none, *settled]), "source": self.ledger.source(none[0].said.at)}
        written = self._written(values[0], claims)
        return {**written, "value": texts(values) if values not in ([NONE], [UNKNOWN]) else values[0]}

    def versions(self, claims: list[Claim]) -> Tree:
        """Give a value on which cells differ: unknown, with what each says."""
        made: list[Tree] = []
        for each in claims:
            version = {
                "value": each.value,
                "source": self.ledger.source(each.said.at),
                "quote": each.said.words,
            }
            if not any((there["value"], there["quote"]) == (each.value, each.said.words) for there in made):
                made.append(version)
        return {"value": UNKNOWN, "versions": made}

    def _written(self, value: str, claims: list[Claim]) -> Tree:
        places = list(dict.fromkeys(self.ledger.source(each.said.at) for each in claims))
        made: Tree = {"value": value, "source": places[0]}
        if places[1:]:
            made["also"] = places[1:]
        quotes = list(dict.fromkeys(each.said.words for each in claims if each.quote))
        if quotes and quotes != [value]:
            made["quote"] = " · ".join(quotes)
        return made
