"""Rows of a form: data with how long it is kept, people, recipients by kind, measures with their detail, transfers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from auditor.loading.importing.register.cells import is_placeholder, items
from auditor.loading.importing.register.entry import EntryFacts
from auditor.loading.importing.register.labels import compared, vocabulary
from auditor.loading.importing.register.said import Said
from auditor.model.vocabulary import NONE

#: The field of an activity by the kind of recipient that a row states.
RECIPIENTS: Final = {
    "internal": "internal",
    "processor": "processors",
    "partner": "recipients",
    "third-country": "recipients",
    "other": "recipients",
}
#: The kinds that the field of an activity says by itself.
SAID_BY_FIELD: Final = frozenset({"internal", "processor", "partner"})
#: What becomes of data after its use, by the head of the column that says so.
LATER: Final = {"retention.archive": "archive", "retention.end": "end"}


class Rows:
    """Takes the rows of the blocks of one form."""

    def __init__(self, entry: EntryFacts, *, rows_of_data: int) -> None:
        self.entry = entry
        self.ledger = entry.ledger
        self._alone = rows_of_data == 1
        self._how: dict[str, Callable[[dict[str, Said]], None]] = {
            "data.row": self._data,
            "special.row": self._data,
            "people.row": self._people,
            "recipients.row": self._recipient,
            "measures.row": self._measure,
            "transfers.row": self._transfer,
        }

    def take(self, said: Said) -> None:
        """Take one row."""
        cells = {}
        for name, each in said.beside.items():
            if is_placeholder(each.words):
                self.ledger.leave(each, "untouched")
            else:
                cells[name] = each
        if cells:
            self._how[said.field](cells)

    def _data(self, cells: dict[str, Said]) -> None:
        words, entry = vocabulary(), self.entry
        told = cells.get("detail")
        row = ""
        if told is not None:
            if words.is_("no", told.words) or words.is_("none", told.words):
                self.ledger.leave(told, "negative-row")
                self._keep_rest(cells, "detail")
                return
            if any(words.is_(why, told.words) for why in ("pending", "refers", "ambiguous")):
                name = told.within.partition(".")[2]
                self.ledger.ask(f"{entry.route}.data", told, "is-it-processed", suggest=name)
                self._keep_rest(cells, "detail")
                return
            row, found = entry.data_words.of_row(told)
            for each in found:
                entry.add_data(each, told)
            self.ledger.keep(told)
        self._retention(row, cells)
        self._keep_rest(cells, "detail", "retention", *LATER)

    def _retention(self, row: str, cells: dict[str, Said]) -> None:
        for name, stage in LATER.items():
            later = cells.get(name)
            if later is None:
                continue
            if "detail" not in cells:
                self.ledger.keep(later)
            elif stage == "end":
                self.entry.end_of(row, later)
            else:
                self.entry.keep_for(row, stage, later)
        kept = cells.get("retention")
        if kept is None:
            return
        if "detail" not in cells:
            self.ledger.keep(kept)
        elif self._alone:
            self.entry.take(kept)
        else:
            self.entry.keep_for(row, "active", kept)

    def _people(self, cells: dict[str, Said]) -> None:
        told, more = cells.get("detail"), cells.get("more")
        if told is None and more is None:
            return
        if told is not None and compared(told.words).split(" ")[0] in ("autre", "autres", "other", "others"):
            self.ledger.fact(told) if more else self.ledger.ask(
                f"{self.entry.route}.people", told, "not-a-word"
            )
            told, more = more, None
        named = told or more
        if named is not None:
            for each in items(named.words, commas=True):
                self.entry.add_people(each, named)
        if told is not None and more is not None:
            self.ledger.keep(more)
        self._keep_rest(cells, "detail", "more")

    def _recipient(self, cells: dict[str, Said]) -> None:
        kind, told = cells.get("recipients.kind"), cells.get("detail")
        field = RECIPIENTS.get(
            vocabulary().settles("recipient_kind", kind.words) if kind else "", "recipients"
        )
        if told is None:
            if kind is not None:
                self.entry.doubt(field, kind, "no-object")
        elif self._unsettled(field, told):
            self._note(kind)
        else:
            self._kind(kind)
            for each in items(told.words):
                who = each if field == "internal" else self.entry.named.organisation(told, each)
                self.entry.claims.state(field, who, told, quote=field != "internal")
        self._keep_rest(cells, "recipients.kind", "detail")

    def _kind(self, kind: Said | None) -> None:
        """Note the kind of a recipient; one that the field does not say is kept in words."""
        self._note(kind)
        if kind is not None and vocabulary().settles("recipient_kind", kind.words) not in SAID_BY_FIELD:
            self.ledger.keep(kind)

    def _measure(self, cells: dict[str, Said]) -> None:
        kind, told = cells.get("measures.kind"), cells.get("detail")
        word = vocabulary().settles("measure", kind.words) if kind else ""
        if kind is not None and word and word != "words":
            self.entry.claims.state("measures", word, kind, quote=True)
        elif kind is not None and told is None:
            self.entry.own_measure(kind)
        elif kind is not None:
            self.ledger.fact(kind)
        if told is not None and not self._unsettled("measures", told):
            self.entry.own_measure(told)
        self._keep_rest(cells, "measures.kind", "detail")

    def _transfer(self, cells: dict[str, Said]) -> None:
        entry, words = self.entry, vocabulary()
        who, where = cells.get("recipients"), cells.get("contact.country")
        tool, paper = cells.get("transfers.tool"), cells.get("transfers.document")
        abroad = who is not None and bool(entry.named.abroad(who.words))
        if who is not None and where is None and words.is_("none", who.words) and not abroad:
            if len(entry.claims.values("transfers")) == 0:
                entry.claims.state("transfers", NONE, who, quote=True)
            else:
                self.ledger.leave(who, "negative-row")
        elif who is not None and where is None and _says_no(who.words):
            suggest = ", ".join(entry.countries.within(who.words))
            entry.doubt("transfers", who, "differs", suggest=suggest)
            entry.doubt("locations", who, "reserve", suggest=suggest)
        elif who is not None and not self._unsettled("recipients", who):
            entry.claims.state("recipients", entry.named.organisation(who), who, quote=True)
        if where is not None:
            code = entry.countries.code(where.words)
            if code:
                entry.claims.state("transfers", code, where, quote=True)
            else:
                entry.doubt("transfers", where, "not-a-word")
        if tool is not None:
            entry.take(Said(field="transfers.tool", at=tool.at, cell=tool.cell, label=tool.label))
        if paper is not None:
            self.ledger.ask("agreements", paper, "paper")
        self._keep_rest(cells, "recipients", "contact.country", "transfers.tool", "transfers.document")

    def _unsettled(self, field: str, said: Said) -> bool:
        for why in ("pending", "refers", "ambiguous"):
            if vocabulary().is_(why, said.words):
                self.entry.doubt(field, said, why)
                return True
        if vocabulary().is_("none", said.words):
            self.ledger.leave(said, "negative-row")
            return True
        return False

    def _note(self, said: Said | None) -> None:
        if said is not None:
            self.ledger.fact(said)

    def _keep_rest(self, cells: dict[str, Said], *taken: str) -> None:
        for name, each in cells.items():
            if name not in taken:
                self.ledger.keep(each)


def states_data(said: Said) -> bool:
    """Tell whether a row of a form states data: not where it says that there is none, nor where nothing is written."""
    told = said.beside.get("detail") if said.field in ("data.row", "special.row") else None
    words = vocabulary()
    return told is not None and not (
        is_placeholder(told.words) or words.is_("no", told.words) or words.is_("none", told.words)
    )


def _says_no(text: str) -> bool:
    return vocabulary().is_("no", compared(text).split(" ")[0])
