"""What the sheets of an annex tell of a result in one language: names, parties, places, protection, papers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.model.result.tables import (
    ActivityLine,
    AgreementLine,
    ControlLine,
    FlowLine,
    PlaceLine,
    RecipientLine,
    TransferLine,
)
from auditor.model.vocabulary import UNSETTLED
from auditor.rendering.annex.rows import Row
from auditor.rendering.words import legal_name, pick, printable, speaker
from auditor.text import annex as annex_texts
from auditor.text import findings as finding_texts
from auditor.text import parties as party_texts
from auditor.text.vocabulary import ORGANISATIONS, Word

#: What is no measure of security: not known, or none.
UNMET: Final = UNSETTLED | {"none", "plain"}
#: What stands for a text where there is none, or for a period without end.
WITHOUT_PERIOD: Final = frozenset({"none", "unlimited"})


class Told:
    """A result as the sheets of its annex tell it."""

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
        """Give what readers see instead of an id."""
        if identity in UNSETTLED or identity == "none":
            return self.say.word(identity)
        known = legal_name(self.result.names, identity)
        return (
            printable(pick(known, self.lang)) if known is not None else printable(identity.rpartition(".")[2])
        )

    def names(self, identities: Iterable[str], section: str = "") -> tuple[str, ...]:
        """Give the names of those that are known; ids of `section` where one is given."""
        return tuple(self.name(section + identity) for identity in identities if identity not in UNSETTLED)

    def word(self, value: str) -> tuple[str, ...]:
        """Give a closed word by its name, and nothing where it is not known."""
        return () if not value or value in UNSETTLED else (self.say.word(value),)

    def free(self, text: str) -> tuple[str, ...]:
        """Give free words as they are, `none` and `unlimited` by their words, and nothing where nothing is stated."""
        if text in UNSETTLED or text in WITHOUT_PERIOD:
            return self.word(text)
        return (printable(text),) if text else ()

    def among(self, words: Mapping[str, Word], value: str) -> str:
        """Give a word of one vocabulary by its name; what is no word of it is said as it is."""
        return pick(words[value].name, self.lang) if value in words else printable(self.say.word(value))

    def party(self, identity: str) -> str:
        """Give whom a sheet names: an organisation, or a kind of them."""
        named = identity in self.result.names or identity not in ORGANISATIONS
        return self.name(identity) if named else self.among(ORGANISATIONS, identity)

    def role(self, role: str) -> str:
        """Give a role in words."""
        return self.say(party_texts.ROLE_UNKNOWN) if role == "unknown" else self.say.word(role)

    def row(self, label: Bilingual, *entries: str) -> Row:
        """Give a row of what is stated."""
        return Row(self.say(label), tuple(dict.fromkeys(entries)))

    def follows(self, label: Bilingual, *entries: str) -> Row:
        """Give a row of what follows from what is stated."""
        return Row(self.say(label), tuple(dict.fromkeys(entries)), derived=True)

    def country(self, code: str) -> str:
        """Give a country by its name."""
        return (
            self.name(f"countries.{code}")
            if code and code not in UNSETTLED
            else self.say(party_texts.COUNTRY_UNKNOWN)
        )

    def parties(self, activity: ActivityLine) -> Iterator[tuple[str, str]]:
        """Give each recipient of an activity with its role: whom data reaches, then whom the sheet names besides."""
        roles = {line.recipient: line.role for line in self.recipients[activity.id]}
        named = {**dict.fromkeys(activity.recipients, ""), **dict.fromkeys(activity.processors, "processor")}
        yield from roles.items()
        for who in sorted(named.keys() - roles.keys() - UNSETTLED - {"none"}):
            yield who, named[who]

    def stated_none(self, stated: Iterable[str]) -> Iterator[str]:
        """Give that a sheet states none, where it does: what is stated is told, whatever the flows show."""
        if "none" in stated:
            yield self.say(annex_texts.AS_STATED, value=self.say.word("none"))

    def placed(self, party: str) -> str:
        """Give the country of a recipient, as far as it is stated."""
        place, line = self.places.get(party), self.control.get(party)
        found = "" if place is None else place.country
        return line.country if line is not None and (not found or found in UNSETTLED) else found

    def unplaced_of(self, activity: ActivityLine, hosts: Iterable[PlaceLine]) -> Iterator[str]:
        """Give each recipient of an activity, and each host of its data, of which nobody states where it is."""
        for who, _ in self.parties(activity):
            country = self.placed(who)
            if not country or country in UNSETTLED:
                yield self.say(annex_texts.COUNTRY_OPEN, who=self.party(who))
        for host in hosts:
            if host.location in UNSETTLED:
                yield self.say(annex_texts.LOCATION_OPEN, host=self.name(host.id))
        if not UNSETTLED.isdisjoint(activity.recipients):
            yield self.say(annex_texts.RECIPIENTS_OPEN)

    def hosts(self, activity: ActivityLine) -> list[PlaceLine]:
        """Give the hosts that data of an activity leaves, passes or reaches, and the machines that they run on."""
        ends = {
            end
            for flow in self.flows[activity.id]
            for end in (*flow.from_.split(", "), *flow.through, *flow.to)
        }
        todo = sorted(ends)
        while todo:
            below = self.places[place].runs_on if (place := todo.pop()) in self.places else ""
            if below and below not in ends:
                ends.add(below)
                todo.append(below)
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

    def reach(self, line: ControlLine) -> str:
        """Give which laws reach an organisation, and by what."""
        return "; ".join(
            f"{self.country(state)}, {' / '.join(self.say.word(word) for word in words)}"
            for state, words in line.reach.items()
        )

    def security(self, flows: Iterable[FlowLine], hosts: Iterable[PlaceLine]) -> Iterator[str]:
        """Give how flows and hosts are protected, as far as that is stated."""
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

    def papers(self, party: str) -> str:
        """Give the contracts that an organisation signed, or that none was found."""
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

    def _source(self, source: str) -> str:
        return printable(source) or self.say(finding_texts.NO_SOURCE)
