"""The annex for a data protection officer: register rows, answers of an impact assessment, transfers to assess.

Everything is labelled rows of text, so that a page shows it and an export writes it alike. What nobody stated says so;
nothing is filled in by guess, and exposure to a third country's law is kept apart from transfers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.result import (
    ActivityLine,
    AgreementLine,
    ControlLine,
    FlowLine,
    PlaceLine,
    RecipientLine,
    Result,
    TransferLine,
)
from auditor.model.vocabulary import UNSETTLED
from auditor.rendering.words import pick, printable, speaker
from auditor.text import annex as annex_texts
from auditor.text import findings as finding_texts
from auditor.text import parties as party_texts

#: What is no measure of security: not known, or none.
UNMET: Final = UNSETTLED | {"none", "plain"}
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


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its entries; none where nothing is stated, or where nothing follows from what is (`derived`)."""

    label: str
    entries: tuple[str, ...]
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A titled list of rows; `id` is unique within its list."""

    id: str
    title: str
    rows: tuple[Row, ...]


def register(result: Result, lang: str) -> list[Sheet]:
    """Give one sheet per activity, with what GDPR art. 30(1) asks for."""
    return _Annex(result, lang).register()


def impact_answers(result: Result, lang: str) -> list[Sheet]:
    """Give answers 121, 122, 123, 226 and 227 of the CNIL's impact-assessment model, as one row of entries each."""
    return _Annex(result, lang).impact_answers()


def transfer_starters(result: Result, lang: str) -> list[Sheet]:
    """Give one sheet per exporter and importer in a third country, to start a transfer assessment from."""
    return _Annex(result, lang).transfer_starters()


def transfers(result: Result, lang: str) -> dict[str, list[tuple[str, str, str]]]:
    """Give the transfers of each activity that has some: the importer, where it is, and on what ground."""
    known = _Annex(result, lang)
    return {
        activity: [(known.importer(line), known.where(line), pick(line.ground, lang)) for line in lines]
        for activity, lines in known.transfers.items()
    }


def unplaced(result: Result, lang: str) -> list[str]:
    """Return the recipients and hosts of unknown location; for them it is not established whether data leaves the EEA."""
    return _Annex(result, lang).unplaced()


class _Annex:
    def __init__(self, result: Result, lang: str) -> None:
        self.result = result
        self.lang = lang
        self.say = speaker(lang)
        self.places = {place.id: place for place in result.places}
        self.control = {line.organisation: line for line in result.control}
        self.signed: dict[str, list[AgreementLine]] = defaultdict(list)
        for paper in result.agreements:
            for party in paper.between if paper.signed != "no" else ():
                self.signed[party].append(paper)
        self.flows: dict[str, list[FlowLine]] = defaultdict(list)
        for flow in result.flows:
            self.flows[flow.activity].append(flow)
        self.transfers: dict[str, list[TransferLine]] = defaultdict(list)
        for transfer in result.transfers:
            self.transfers[transfer.activity].append(transfer)
        self.recipients: dict[str, list[RecipientLine]] = defaultdict(list)
        for line in result.recipients:
            self.recipients[line.activity].append(line)

    def name(self, identity: str) -> str:
        if identity in UNSETTLED or identity == "none":
            return self.say.word(identity)
        known = self.result.names.get(identity)
        return (
            printable(pick(known, self.lang)) if known is not None else printable(identity.rpartition(".")[2])
        )

    def names(self, identities: Iterable[str], section: str = "") -> tuple[str, ...]:
        return tuple(self.name(section + identity) for identity in identities if identity not in UNSETTLED)

    def word(self, value: str) -> tuple[str, ...]:
        return () if not value or value in UNSETTLED else (self.say.word(value),)

    def role(self, line: RecipientLine) -> str:
        return self.say(party_texts.ROLE_UNKNOWN) if line.role == "unknown" else self.say.word(line.role)

    def row(self, label: Bilingual, *entries: str) -> Row:
        return Row(self.say(label), tuple(dict.fromkeys(entries)))

    def follows(self, label: Bilingual, *entries: str) -> Row:
        return Row(self.say(label), tuple(dict.fromkeys(entries)), derived=True)

    def country(self, code: str) -> str:
        return (
            self.name(f"countries.{code}")
            if code and code not in UNSETTLED
            else self.say(party_texts.COUNTRY_UNKNOWN)
        )

    def register(self) -> list[Sheet]:
        return [self._sheet(activity) for activity in self.result.activities]

    def _sheet(self, activity: ActivityLine) -> Sheet:
        flows = self.flows[activity.id]
        hosts = self._hosts(activity)
        rows = (
            self.row(annex_texts.REGISTER_PURPOSE, *self.word(pick(activity.purpose, self.lang))),
            self.row(annex_texts.REGISTER_CONTROLLER, *self.names(activity.controller)),
            self.row(annex_texts.REGISTER_DPO),
            self.row(annex_texts.REGISTER_PEOPLE, *self.names(activity.people)),
            self.row(annex_texts.REGISTER_DATA, *self.names(activity.data, "data.")),
            self.follows(annex_texts.REGISTER_SPECIAL, *self.names(activity.special, "data.")),
            self.follows(annex_texts.REGISTER_RECIPIENTS, *self._recipients(activity)),
            self.row(annex_texts.REGISTER_CONTRACTS, *self._contracts(activity)),
            self.follows(
                annex_texts.REGISTER_TRANSFERS, *self._third(activity), *self._unplaced(activity, hosts)
            ),
            self.follows(annex_texts.REGISTER_REACH, *self._reached(flows)),
            self.row(annex_texts.REGISTER_RETENTION, *self.word(activity.retention)),
            self.row(annex_texts.REGISTER_SECURITY, *self._security(flows, hosts)),
            self.row(annex_texts.REGISTER_LOCATION, *self._locations(hosts)),
            self.row(
                annex_texts.REGISTER_BASIS,
                *self.word(activity.legal_basis),
                *self.word(activity.special_basis),
            ),
            self.row(annex_texts.REGISTER_ASSESSMENT, *self.word(activity.assessment)),
        )
        return Sheet(activity.id, self.name(f"activities.{activity.id}"), rows)

    def _recipients(self, activity: ActivityLine) -> Iterator[str]:
        for line in self.recipients[activity.id]:
            yield f"{self.name(line.recipient)} ({self.role(line)})"

    def _contracts(self, activity: ActivityLine) -> Iterator[str]:
        """Give the contracts with processors of an activity; each processor without one is named as such."""
        for line in self.recipients[activity.id]:
            if line.role == "processor":
                yield f"{self.name(line.recipient)} · {self._papers(line.recipient)}"

    def _third(self, activity: ActivityLine) -> Iterator[str]:
        for line in self.transfers[activity.id]:
            yield f"{self.name(line.importer)} ({self.where(line)}{'' if line.certain else ', ' + self.say.word('possible')})"

    def _unplaced(self, activity: ActivityLine, hosts: Iterable[PlaceLine]) -> Iterator[str]:
        """Give each recipient of an activity, and each host of its data, of which nobody states where it is."""
        for line in self.recipients[activity.id]:
            place = self.places.get(line.recipient)
            if place is None or place.country in UNSETTLED:
                yield self.say(annex_texts.COUNTRY_OPEN, who=self.name(line.recipient))
        for host in hosts:
            if host.location in UNSETTLED:
                yield self.say(annex_texts.LOCATION_OPEN, host=self.name(host.id))
        if not UNSETTLED.isdisjoint(activity.recipients):
            yield self.say(annex_texts.RECIPIENTS_OPEN)

    def unplaced(self) -> list[str]:
        """Give what stands in the way of telling whether there is a transfer, each once."""
        found = (
            entry
            for activity in self.result.activities
            for entry in self._unplaced(activity, self._hosts(activity))
        )
        return list(dict.fromkeys(found))

    def _hosts(self, activity: ActivityLine) -> list[PlaceLine]:
        ends = {end for flow in self.flows[activity.id] for end in (*flow.through, *flow.to)}
        return [
            self.places[end] for end in sorted(ends) if end in self.places and self.places[end].kind == "host"
        ]

    def importer(self, line: TransferLine) -> str:
        """Give who receives in a third country, and that this is only possible where it is."""
        return (
            self.name(line.importer)
            if line.certain
            else f"{self.name(line.importer)} ({self.say.word('possible')})"
        )

    def where(self, line: TransferLine) -> str:
        """Give the country of a transfer, or that it goes to an international organisation."""
        return (
            self.country(line.country) if line.country else self.say(annex_texts.INTERNATIONAL_ORGANISATION)
        )

    def _reached(self, flows: Iterable[FlowLine]) -> Iterator[str]:
        operators = {
            self.places[end].operator
            for flow in flows
            for end in (*flow.through, *flow.to)
            if end in self.places
        }
        for who in sorted(operators):
            line = self.control.get(who)
            if line is not None and line.reach:
                yield self.say(annex_texts.REACHED, who=self.name(who), reach=self._reach(line))
            elif line is None or not line.owners_known or line.country in UNSETTLED:
                yield self.say(annex_texts.CONTROL_OPEN, who=self.name(who))

    def _reach(self, line: ControlLine) -> str:
        return "; ".join(
            f"{self.country(state)}, {' / '.join(self.say.word(word) for word in words)}"
            for state, words in line.reach.items()
        )

    def _security(self, flows: Iterable[FlowLine], hosts: Iterable[PlaceLine]) -> Iterator[str]:
        for flow in flows:
            told = [self.say(text, value=self.say.word(value)) for text, value in self._protection(flow)]
            if told:
                yield f"{self.say(annex_texts.FLOW_NUMBER, number=flow.number)} · {', '.join(told)}"
        for host in hosts:
            if host.at_rest not in UNMET:
                yield self.say(
                    annex_texts.PROTECTED_AT_REST, host=self.name(host.id), value=self.say.word(host.at_rest)
                )

    def _protection(self, flow: FlowLine) -> Iterator[tuple[Bilingual, str]]:
        for text, value in (
            (annex_texts.PROTECTED_IN_TRANSPORT, flow.transport),
            (annex_texts.PROTECTED_CONTENT, flow.content),
        ):
            if value not in UNMET:
                yield text, value

    def _locations(self, hosts: Iterable[PlaceLine]) -> Iterator[str]:
        for host in hosts:
            if host.location not in UNSETTLED:
                yield f"{self.name(host.id)} ({', '.join(self.country(code) for code in host.location.split(', '))})"

    def impact_answers(self) -> list[Sheet]:
        answers = (
            ("121", self._data_entries()),
            ("122", self._cycle_entries()),
            ("123", self._asset_entries()),
            ("226", self._processor_entries()),
            ("227", self._outside_entries()),
        )
        return [
            Sheet(
                number,
                self.say(annex_texts.IMPACT_QUESTIONS[number]),
                (self.follows(annex_texts.IMPACT_ANSWER, *entries),),
            )
            for number, entries in answers
        ]

    def _data_entries(self) -> Iterator[str]:
        special = {category for activity in self.result.activities for category in activity.special}
        for activity in self.result.activities:
            for category in activity.data:
                mark = f" ({self.say(annex_texts.IMPACT_SPECIAL)})" if category in special else ""
                yield f"{self.name(f'data.{category}')}{mark}"

    def _cycle_entries(self) -> Iterator[str]:
        for flow in self.result.flows:
            way = " → ".join(self.name(end) for end in (*flow.from_.split(", "), *flow.through))
            ends = ", ".join(self.name(end) for end in flow.to)
            yield f"{flow.number} · {way} → {ends} ({', '.join(self.names(flow.data, 'data.'))})"

    def _asset_entries(self) -> Iterator[str]:
        for place in self.result.places:
            if place.kind == "host":
                operator = (
                    self.name(place.operator) if place.operator else self.say(party_texts.OPERATOR_UNKNOWN)
                )
                yield f"{self.name(place.id)} ({operator}, {self.country(place.country)})"

    def _processor_entries(self) -> Iterator[str]:
        for line in self.result.recipients:
            if line.role in ("processor", "unknown"):
                yield f"{self.name(line.recipient)} ({self.role(line)}) · {self._papers(line.recipient)}"

    def _papers(self, party: str) -> str:
        return ", ".join(self._paper(paper, party) for paper in self.signed[party]) or self.say(
            annex_texts.IMPACT_NO_PAPER
        )

    def _paper(self, paper: AgreementLine, party: str) -> str:
        others = ", ".join(self.name(other) for other in paper.between if other != party)
        told = self.say(
            annex_texts.IMPACT_PAPER,
            kind=self.say.word(paper.kind),
            who=others,
            source=self._source(paper.source),
        )
        return told if paper.signed == "yes" else f"{told}, {self.say(annex_texts.SIGNATURE_OPEN)}"

    def _outside_entries(self) -> Iterator[str]:
        numbers = {flow.id: str(flow.number) for flow in self.result.flows}
        for line in self.result.transfers:
            number = numbers.get(line.flow, "—")
            told = {"number": number, "who": self.name(line.importer), "where": self.where(line)}
            yield self.say(annex_texts.IMPACT_THIRD, **told, ground=pick(line.ground, self.lang))
        for exposed in self.result.exposures:
            if exposed.state not in UNSETTLED:
                yield self.say(
                    annex_texts.IMPACT_EXPOSED,
                    host=self.name(exposed.host),
                    who=self.name(exposed.custodian),
                    where=self.country(exposed.state),
                    reach=" / ".join(self.say.word(word) for word in exposed.reach),
                    instrument=self.name(f"instruments.{exposed.instrument}"),
                    level=f"E{exposed.level.min}"
                    if exposed.level.min == exposed.level.max
                    else f"E{exposed.level.min}–E{exposed.level.max}",
                )

    def _source(self, source: str) -> str:
        return printable(source) or self.say(finding_texts.NO_SOURCE)

    def transfer_starters(self) -> list[Sheet]:
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
            self.row(annex_texts.TRANSFER_FORMAT, *self._security(flows, ())),
            self.row(
                annex_texts.TRANSFER_PURPOSE,
                *(entry for purpose in purposes for entry in self.word(pick(purpose, self.lang))),
            ),
            self.row(annex_texts.TRANSFER_FLOWS, *(str(flow.number) for flow in flows)),
            self.row(annex_texts.TRANSFER_TOOL, *(pick(line.ground, self.lang) for line in lines)),
            self.follows(
                annex_texts.TRANSFER_LAW,
                *((self._reach(control),) if control is not None and control.reach else ()),
            ),
            self.row(annex_texts.TRANSFER_FREQUENCY),
            self.row(
                annex_texts.TRANSFER_ONWARD,
                *(self.name(line.importer) for line in self.result.transfers if self._onward(line, first)),
            ),
            self.row(annex_texts.TRANSFER_MEASURES),
            self.row(annex_texts.TRANSFER_REVIEW),
        )
        doubt = "" if all(line.certain for line in lines) else f" ({self.say.word('possible')})"
        title = f"{self.name(first.exporter)} → {self.name(first.importer)}{doubt}"
        return Sheet(f"{first.exporter}-{first.importer}", title, rows)

    def _onward(self, line: TransferLine, first: TransferLine) -> bool:
        return line.onward and line.sender == first.importer
