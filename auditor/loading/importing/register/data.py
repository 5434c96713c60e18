"""Categories of data as a record words them: those of the program, else categories of the case below personal data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from auditor.loading.importing.format import Tree
from auditor.loading.importing.ids import RESERVED, Ids
from auditor.loading.importing.register.cells import items, slug
from auditor.loading.importing.register.labels import as_label, compared, vocabulary
from auditor.loading.importing.register.ledger import Ledger
from auditor.loading.importing.register.said import Said
from auditor.model.vocabulary import CATEGORIES, PERSONAL

#: Labels of rows of a form that are no category of the program.
OWN_ROWS: Final = frozenset({"data.private-life", "data.social"})


class DataWords:
    """Gives the category of each item, and the entries of those that are the case's own."""

    def __init__(self, own: Mapping[str, Any], ledger: Ledger) -> None:
        self.ledger = ledger
        self.entries: dict[str, Tree] = {}
        self._own = own.get("data", {})
        self._ids = Ids(RESERVED)
        self._by_words: dict[str, str] = {}

    def category(self, words: str, said: Said, route: str) -> str:
        """Give the category of an item of a list; one that nobody knows is the case's own, below personal data."""
        known = vocabulary().settles("data", words)
        if known:
            return known
        for each in vocabulary().within("watch", words):
            self.ledger.ask(f"{route}.data", said, "is-it-processed", suggest=each)
        return self._added(words, said)

    def named(self, words: str, said: Said) -> str:
        """Give the category that a paper of the program calls by its name: one of the program, else one of the case under this title."""
        return vocabulary().settles("data", words) or self._added(compared(words) or words, said, title=words)

    def of_row(self, said: Said) -> tuple[str, list[str]]:
        """Give the category that the label of a row of a form is, and those that its words narrow it to."""
        name = said.within.partition(".")[2]
        found = [vocabulary().settles("data", each) for each in items(said.words, commas=True)]
        if found and all(found):
            return name if name in found else found[0], list(dict.fromkeys(found))
        row = (
            name
            if name in CATEGORIES
            else self._added(as_label(said.label) or "data", said, title=said.label)
        )
        return row, [row]

    def _added(self, words: str, said: Said, *, title: str = "") -> str:
        bare = compared(words)
        if bare not in self._by_words:
            wanted = slug(words, "data")
            name = wanted if wanted in self._own else self._ids.free(wanted)
            self._by_words[bare] = name
            if name not in self._own:
                self.entries[name] = {
                    "is": PERSONAL,
                    "title": " ".join((title or words).split()),
                    "source": self.ledger.source(said.at),
                }
        return self._by_words[bare]
