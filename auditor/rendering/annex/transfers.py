"""The transfers of a result, and what a transfer assessment starts from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from auditor.model.result.document import Result
from auditor.model.result.tables import TransferLine
from auditor.model.vocabulary import UNSETTLED
from auditor.rendering.annex.rows import Sheet
from auditor.rendering.annex.told import Told
from auditor.rendering.words import pick
from auditor.text import annex as annex_texts

#: Fields of the starter of a transfer assessment.
STARTER: Final = (
    annex_texts.TRANSFER_EXPORTER,
    annex_texts.TRANSFER_IMPORTER,
    annex_texts.TRANSFER_ROLE,
    annex_texts.TRANSFER_DATA,
    annex_texts.REGISTER_SPECIAL,
    annex_texts.TRANSFER_FORMAT,
    annex_texts.TRANSFER_PURPOSE,
    annex_texts.TRANSFER_FLOWS,
    annex_texts.TRANSFER_TOOL,
    annex_texts.TRANSFER_LAW,
    annex_texts.TRANSFER_FREQUENCY,
    annex_texts.TRANSFER_ONWARD,
    annex_texts.TRANSFER_MEASURES,
    annex_texts.TRANSFER_REVIEW,
)


def transfer_starters(result: Result, lang: str) -> list[Sheet]:
    """Give one sheet per exporter and importer in a third country, to start a transfer assessment from."""
    return _Starters(result, lang).transfer_starters()


def transfers(result: Result, lang: str) -> dict[str, list[tuple[str, str, str]]]:
    """Give the transfers of each activity that has some: the importer, where it is, and on what ground."""
    known = Told(result, lang)
    return {
        activity: [(known.importer(line), known.where(line), pick(line.ground, lang)) for line in lines]
        for activity, lines in known.transfers.items()
    }


def unplaced(result: Result, lang: str) -> list[str]:
    """Give the recipients and hosts of which nobody states where they are: whether data leaves is not established for them."""
    return _Starters(result, lang).unplaced()


class _Starters(Told):
    def transfer_starters(self) -> list[Sheet]:
        """Give one sheet per exporter and importer."""
        groups: dict[tuple[str, str], list[TransferLine]] = {}
        for line in self.result.transfers:
            groups.setdefault((line.exporter, line.importer), []).append(line)
        return [self._starter(lines) for _, lines in sorted(groups.items())]

    def _starter(self, lines: list[TransferLine]) -> Sheet:
        first = lines[0]
        special = {category for activity in self.result.activities for category in activity.special}
        data = list(dict.fromkeys(category for line in lines for category in line.data))
        roles = {line.role for line in self.result.recipients if line.recipient == first.importer} - UNSETTLED
        activities = {line.activity for line in lines}
        purposes = [a.purpose for a in self.result.activities if a.id in activities]
        flows = [flow for flow in self.result.flows if flow.id in {line.flow for line in lines}]
        control = self.control.get(first.importer)
        rows = (
            self.row(annex_texts.TRANSFER_EXPORTER, *self.names([first.exporter])),
            self.row(annex_texts.TRANSFER_IMPORTER, f"{self.name(first.importer)} ({self.where(first)})"),
            self.row(annex_texts.TRANSFER_ROLE, *(self.say.word(role) for role in sorted(roles))),
            self.row(annex_texts.TRANSFER_DATA, *self.names(data, "data.")),
            self.follows(
                annex_texts.REGISTER_SPECIAL, *self.names((c for c in data if c in special), "data.")
            ),
            self.row(annex_texts.TRANSFER_FORMAT, *self.security(flows, ())),
            self.row(
                annex_texts.TRANSFER_PURPOSE,
                *(entry for purpose in purposes for entry in self.free(pick(purpose, self.lang))),
            ),
            self.row(annex_texts.TRANSFER_FLOWS, *(str(flow.number) for flow in flows)),
            self.row(annex_texts.TRANSFER_TOOL, *(pick(line.ground, self.lang) for line in lines)),
            self.follows(
                annex_texts.TRANSFER_LAW,
                *((self.reach(control),) if control is not None and control.reach else ()),
            ),
            self.row(annex_texts.TRANSFER_FREQUENCY),
            self.row(
                annex_texts.TRANSFER_ONWARD,
                *(self.name(line.importer) for line in self.result.transfers if self._onward(line, first)),
            ),
            self.row(annex_texts.TRANSFER_MEASURES, *self._supplements(first)),
            self.row(annex_texts.TRANSFER_REVIEW),
        )
        doubt = "" if all(line.certain for line in lines) else f" ({self.say.word('possible')})"
        title = f"{self.name(first.exporter)} → {self.name(first.importer)}{doubt}"
        return Sheet(f"{first.exporter}-{first.importer}", title, rows)

    def _supplements(self, line: TransferLine) -> Iterator[str]:
        """Give what is stated of the agreements between exporter and importer: the assessment and the measures."""
        for paper in self.signed[line.importer]:
            if line.exporter in paper.between:
                yield from self.word(paper.measures)
                for assessed in self.word(paper.assessment):
                    yield self.say(annex_texts.ASSESSED, value=assessed)

    def _onward(self, line: TransferLine, first: TransferLine) -> bool:
        return line.onward and line.sender == first.importer

    def unplaced(self) -> list[str]:
        """Give what stands in the way of telling whether there is a transfer, each once."""
        found = (
            entry
            for activity in self.result.activities
            for entry in self.unplaced_of(activity, self.hosts(activity))
        )
        return list(dict.fromkeys(found))
