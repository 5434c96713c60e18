"""What becomes of each filled cell: a fact, a question, kept words, something told. Nothing is lost, and the counts add up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from auditor.loading.importing.register.said import Laid, Said
from auditor.loading.importing.sheets import Cell
from auditor.model.case.imported import Left, Why

#: From what counts most to what counts least, where a cell comes to several.
ORDER: Final = ("questions", "facts", "kept_words", "left_words", "labels")


class Ledger:
    """Keeps what becomes of cells; `name` is the source that their places belong to."""

    def __init__(self, name: str, laid: Laid) -> None:
        self.name = name
        self.laid = laid
        self.asked: list[dict[str, str]] = []
        self.kept: list[dict[str, str]] = []
        self.left: list[dict[str, str]] = [_left(self.source(n.at), n.what, n.words) for n in laid.told]
        self.places: dict[str, str] = {}
        self._questions: set[tuple[str, ...]] = set()
        self._told: set[tuple[str, ...]] = set()
        self._outcome: dict[str, str] = dict.fromkeys(laid.left, "left_words")
        self._outcome.update(dict.fromkeys(laid.labels, "labels"))
        self._outcome.update(dict.fromkeys(laid.left, "left_words"))

    def source(self, at: str) -> str:
        """Give a place as the source of a fact: `register#Fiche 3!B12`."""
        return f"{self.name}#{at}" if at else self.name

    def fact(self, said: Said) -> None:
        """Note that a cell became a fact."""
        self._note(said.at, "facts")
        if said.cell.kind == "number" and said.cell.text not in ("0", "1"):
            self._tell(said.at, "number-as-text", said.words)
        if said.cell.unsound:
            self._tell(said.at, "cut", "")

    def ask(self, fact: str, said: Said, why: Why, *, suggest: str = "", secret: bool = False) -> None:
        """Note that what a cell says does not settle `fact`."""
        self._note(said.at, "questions")
        entry = {"fact": fact, "at": self.source(said.at), "why": why, "words": "" if secret else said.words}
        entry["suggest"] = suggest
        made = {key: value for key, value in entry.items() if value}
        question = tuple(value for key, value in made.items() if key != "at")
        if question not in self._questions:
            self._questions.add(question)
            self.asked.append(made)

    def keep(self, said: Said) -> None:
        """Keep the words of a cell, as no field takes them."""
        self._note(said.at, "kept_words")
        entry = {"at": self.source(said.at), "label": said.label, "words": said.words}
        made = {key: value for key, value in entry.items() if value}
        if tuple(made.values()) not in self._told:
            self._told.add(tuple(made.values()))
            self.kept.append(made)

    def leave(self, said: Said, what: Left, *, secret: bool = False) -> None:
        """Leave a cell aside, and say why."""
        self._note(said.at, "left_words")
        self._tell(said.at, what, "" if secret else said.words)

    def rest(self) -> None:
        """Keep the words of every cell that nothing became of."""
        for at, cell in self.laid.cells.items():
            if at not in self._outcome:
                label = self.laid.over.get(at, "")
                self.keep(Said(field="", at=at, cell=cell, label=label))

    def counts(self) -> dict[str, int]:
        """Give how many filled cells there are, and how many came to each."""
        found = dict.fromkeys(ORDER, 0)
        for at in self.laid.cells:
            found[self._outcome[at]] += 1
        return {"cells": len(self.laid.cells), **found}

    def aside(self, texts: Iterable[str], is_said: Callable[[Cell, str], bool]) -> Iterator[dict[str, str]]:
        """Give the words of cells that are none of the `texts` of the import, each once.

        Left out are cells of which the import says the same otherwise, by what became of them, and pages that say others again.
        """
        again = {note.at.rpartition("!")[0] for note in self.laid.told if note.what == "repeated"}
        known = {*map(_plain, texts), ""}
        for at, cell in self.laid.cells.items():
            words = _plain(cell.text)
            if (
                words not in known
                and not is_said(cell, self._outcome[at])
                and at.rpartition("!")[0] not in again
            ):
                known.add(words)
                label = self.laid.over.get(at, "")
                yield {"at": self.source(at), **({"label": label} if label else {}), "words": cell.text}

    def record(self) -> dict[str, Any]:
        """Give what is kept of the document in the case, empty parts left out."""
        counts = {name: str(count) for name, count in self.counts().items() if count}
        parts = {"places": self.places, "kept": self.kept, "to_ask": self.asked, "left": self.left}
        return {**counts, **{name: part for name, part in parts.items() if part}}

    def _note(self, at: str, outcome: str) -> None:
        there = self._outcome.get(at)
        if there is None or ORDER.index(outcome) < ORDER.index(there):
            self._outcome[at] = outcome

    def _tell(self, at: str, what: Left, words: str) -> None:
        made = _left(self.source(at), what, words)
        if tuple(made.values()) not in self._told:
            self._told.add(tuple(made.values()))
            self.left.append(made)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(" :")


def _left(at: str, what: Left, words: str) -> dict[str, str]:
    made: dict[str, str] = {"at": at, "what": what, "words": words}
    return {key: value for key, value in made.items() if value}
