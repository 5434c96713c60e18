"""A list of processors: who they are, whether a contract is signed, and what is said of them in passing."""

from __future__ import annotations

from auditor.loading.importing.format import Tree
from auditor.loading.importing.register.cells import day, is_placeholder
from auditor.loading.importing.register.labels import vocabulary
from auditor.loading.importing.register.ledger import Ledger
from auditor.loading.importing.register.parties_named import Named
from auditor.loading.importing.register.said import Entry, Said
from auditor.model.vocabulary import UNKNOWN


class Vendors:
    """Makes agreements of a list of processors; where they work says nothing of where machines are, and is asked."""

    def __init__(self, ledger: Ledger, named: Named, language: str) -> None:
        self.ledger = ledger
        self.named = named
        self.language = language
        self.agreements: list[Tree] = []

    def take(self, entry: Entry, about: str) -> None:
        """Take one processor of the list; `about` is who entrusts the data."""
        who = ""
        agreement: Tree = {}
        for said in entry.said:
            if is_placeholder(said.words):
                self.ledger.leave(said, "untouched")
            elif said.field == "processors":
                who = self.named.organisation(said)
                self.ledger.fact(said)
            elif said.field == "processors.contract" and about and who:
                agreement = self._signed(said, about, who)
            elif said.field == "processors.signed" and agreement:
                self._since(said, agreement)
            elif said.field in ("locations", "contact.country", "transfers") and who:
                self._where(said, who)
            elif said.field == "transfers.tool" and who:
                self._tool(said, about, who)
            else:
                self.ledger.keep(said)
        if agreement:
            self.agreements.append(agreement)

    def _signed(self, said: Said, about: str, who: str) -> Tree:
        words = vocabulary()
        made: Tree = {"between": [about, who], "is": "processing"}
        source = {"source": self.ledger.source(said.at), "quote": said.words}
        if words.is_("yes", said.words) or words.is_("no", said.words):
            self.ledger.fact(said)
            made["signed"] = {"value": "true" if words.is_("yes", said.words) else "false", **source}
        else:
            why = "pending" if words.is_("pending", said.words) else "reserve"
            self.ledger.ask(f"agreements.{about}>{who}.signed", said, why)  # type: ignore[arg-type]
            made["signed"] = {"value": UNKNOWN, **source}
        return {**made, "source": self.ledger.source(said.at)}

    def _since(self, said: Said, agreement: Tree) -> None:
        found = day(said.cell, self.language)
        if found:
            self.ledger.fact(said)
            agreement["since"] = found
        else:
            route = ">".join(agreement["between"])
            self.ledger.ask(f"agreements.{route}.since", said, "not-a-date")

    def _where(self, said: Said, who: str) -> None:
        found = self.named.countries.within(said.words) or [self.named.countries.code(said.words)]
        suggest = ", ".join(filter(None, found))
        self.ledger.ask(f"organisations.{who}.country", said, "which-country", suggest=suggest)

    def _tool(self, said: Said, about: str, who: str) -> None:
        tool = vocabulary().settles("tool", said.words)
        if tool and tool not in ("ask", "adequacy") and about:
            self.ledger.fact(said)
            self.agreements.append(
                {"between": [about, who], "is": tool, "source": self.ledger.source(said.at)}
            )
        elif "dpf" in said.words.lower() or "data privacy framework" in said.words.lower():
            self.ledger.ask(f"organisations.{who}.dpf", said, "which-company")
        else:
            self.ledger.ask(f"agreements.{about}>{who}", said, "annulled" if tool else "not-a-word")
