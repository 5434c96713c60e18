"""What facts of one activity answer of the questions of the CNIL's impact assessment software."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

from msgspec import UNSET

from auditor.model.case.contacts import Contact
from auditor.model.case.hosts import Host
from auditor.model.case.record import RightOfPeople
from auditor.model.materials import certificate_words, plain, several
from auditor.model.result.tables import ActivityLine
from auditor.model.vocabulary import NONE, UNSETTLED
from auditor.rendering.annex.told import Told as Derived
from auditor.rendering.exports.record.blocks import periods
from auditor.rendering.exports.record.listing import contact_words
from auditor.rendering.exports.stated import Stated, listed
from auditor.rendering.words import pick
from auditor.text.papers import impact as texts
from auditor.text.vocabulary.rights_of_people import RIGHTS_OF_PEOPLE

#: By the number that the software gives a question: the fields of an activity whose question is asked where nothing answers it.
ASKS: Final[dict[int, tuple[str, str]]] = {
    111: ("activities", "purpose"),
    112: ("activities", "controller"),
    121: ("activities", "data"),
    211: ("activities", "purpose"),
    212: ("activities", "legal_basis"),
    213: ("activities", "necessary"),
    214: ("activities", "collected_from"),
    215: ("activities", "retention"),
    221: ("activities", "informed"),
    222: ("activities", "consent"),
    226: ("activities", "processors"),
    227: ("activities", "transfers"),
}
#: The rights that a question asks about, where no fact tells how they are exercised.
RIGHTS_ASKED: Final[dict[int, tuple[RightOfPeople, RightOfPeople]]] = {
    223: ("access", "portability"),
    224: ("rectification", "erasure"),
    225: ("restriction", "objection"),
}
Answer = Callable[["Answers"], Iterable[str]]


class Answers:
    """Answers for one activity, in one language; each is lines of text, none where no fact answers."""

    def __init__(self, stated: Stated, derived: Derived, line: ActivityLine) -> None:
        self.stated = stated
        self.derived = derived
        self.line = line
        self.case = stated.case
        self.name = line.id
        self.entry = stated.case.activities[line.id]
        self.say = stated.say
        self.hosts = {place.id: self.case.hosts[place.id] for place in derived.hosts(line)}
        self.flows = derived.flows[line.id]

    def all(self) -> dict[int, list[str]]:
        """Give the lines of each answer by the number of its question."""
        return {number: list(dict.fromkeys(answer(self))) for number, answer in QUESTIONS.items()}

    def _line(self, label: str, value: str, **slots: str) -> str:
        return self.say(texts.LINE, label=self.say(texts.LABELS[label], **slots), value=value)

    def _field(self, label: str, field: str) -> Iterator[str]:
        for words in self.stated.lines("activities", self.name, field):
            yield self._line(label, words)

    def _party(self, identity: str) -> str:
        return self.stated.party(identity)

    def _of(self, field: str, value: Any, source: str = "") -> list[str]:
        return [each.words for each in self.stated.of(field, value, source)]

    # what it is

    def overview(self) -> Iterator[str]:
        """111: the processing, its purposes, where and how large it is."""
        if not any((self.stated.lines("activities", self.name, "purpose"), self.entry.purposes)):
            return
        yield self._line("activity", self.stated.named("activities", self.name))
        yield from self._purposes()
        for label in ("controller", "service", "software", "scale"):
            yield from self._field(label, label)
        if self.entry.since and self.entry.since not in UNSETTLED:
            yield self._line("since", self.stated.date(self.entry.since))

    def _purposes(self) -> Iterator[str]:
        yield from self._field("purpose", "purpose")
        for purpose in self.entry.purposes.values():
            yield self._line("further", self.stated.text(purpose.title))

    def responsibilities(self) -> Iterator[str]:
        """112: controllers, processors as declared and as found, officers, representatives."""
        yield from self._field("controller", "controller")
        yield from self._field("joint", "joint")
        yield from self._field("client", "clients")
        for told in self.stated.values("activities", self.name, "processors"):
            yield self._line("processor", told.words)
        declared = set(self.line.processors)
        for who, role in self.derived.parties(self.line):
            if role == "processor" and who not in declared:
                yield self._line("processor", f"{self._party(who)} ({self.say(FOUND)})")
        for who in several(self.entry.controller):
            if who in self.case.organisations:
                yield from self._officers(who)

    def _officers(self, who: str) -> Iterator[str]:
        entry = self.case.organisations[who]
        for label, field, contact in (
            ("officer", "dpo", entry.dpo_contact),
            ("representative", "representative", entry.representative_contact),
        ):
            told = contact_words(self.stated, contact) or ", ".join(self._of(field, getattr(entry, field)))
            if told:
                yield self._line(label, told)

    def standards(self) -> Iterator[str]:
        """113: certificates held, codes of conduct signed, the regime."""
        parties = [*self.line.controller, *(who for who, _ in self.derived.parties(self.line))]
        holders: list[tuple[str, Any]] = [
            (self._party(who), self.case.organisations[who].certified)
            for who in dict.fromkeys(parties)
            if who in self.case.organisations
        ]
        holders += [(self.stated.named("hosts", name), host.certified) for name, host in self.hosts.items()]
        for holder, held in holders:
            for certificate in held if isinstance(held, list) else []:
                yield self._line("certificate", f"{holder}, {certificate_words(certificate)}")
        for agreement in self.case.agreements.values():
            if agreement.is_ == "code-of-conduct" and set(agreement.between) & set(parties):
                yield self._line("conduct", " / ".join(map(self._party, agreement.between)))
        if isinstance(self.case.case.regime, str):
            yield self._line("regime", self.say.word(self.case.case.regime))

    # data

    def data(self) -> Iterator[str]:
        """121: each category with its mark, then people, recipients and how long each is kept."""
        for category in listed(self.entry.data):
            mark = f" ({self.say(texts.SPECIAL)})" if category in self.line.special else ""
            kept = [each for each in periods(self.stated, self.entry, category) if each]
            end = f" · {', '.join(kept)}" if kept else ""
            yield f"{self.stated.named('data', category)}{mark}{end}"
        if not listed(self.entry.data):
            return
        for identity in self.line.people:
            yield self._line("people", self.stated.named("people", identity))
        for field in ("internal", "processors", "recipients"):
            yield from self._field("recipients", field)
        yield from self._field("kept", "retention")

    def cycle(self) -> Iterator[str]:
        """122: the flows in order, how long copies are kept, what becomes of them."""
        for flow in self.flows:
            start = " → ".join(self.derived.name(end) for end in (*flow.from_.split(", "), *flow.through))
            end = ", ".join(self.derived.name(end) for end in flow.to)
            data = ", ".join(self.derived.names(flow.data, "data."))
            said = self.say(texts.TO_WHOM, start=start, end=end, data=data)
            yield self._line("flow", said, number=str(flow.number))
        if self.flows:
            yield from self._copies("kept_at", "kept_for")
        for category in self.entry.retentions:
            end = periods(self.stated, self.entry, category)[2]
            if end:
                yield self._line("end", f"{self.stated.named('data', category)}, {end}")

    def _copies(self, label: str, field: str) -> Iterator[str]:
        """Give what is stated of each copy: of hosts, and of what organisations named as ends do with theirs."""
        for name, host in self.hosts.items():
            for words in self._of(
                field if field != "kept_for" else "retention", getattr(host, field), host.source
            ):
                yield self._line(label, words, who=self.stated.named("hosts", name))
        for line in self.flows:
            flow = self.case.flows.get(line.id)
            if flow is not None:
                for words in self._of(
                    field if field != "kept_for" else "retention", getattr(flow, field), flow.source
                ):
                    yield self._line(label, words, who=", ".join(map(self.derived.name, line.to)))

    def assets(self) -> Iterator[str]:
        """123: the hosts with their kind, operator, place, protection and backup; software."""
        for name, host in self.hosts.items():
            yield self._line("host", ", ".join([self.stated.named("hosts", name), *self._asset(host)]))
        yield from self._field("software", "software")

    def _asset(self, host: Host) -> Iterator[str]:
        yield self.say.word(host.kind)
        for field, kind in (("operator", "by"), ("location", "country"), ("at_rest", ""), ("keys", "by")):
            label = self.stated.label("hosts", field)
            for words in self._of(kind or field, getattr(host, field), host.source):
                yield self.say(texts.LINE, label=label, value=words)
        for words in self._of("backup", host.backup, host.source):
            yield self.say(texts.LINE, label=self.stated.label("hosts", "backup"), value=words)

    # principles

    def purposes(self) -> Iterator[str]:
        """211: the purposes as the record, notices and flows state them, side by side; not whether they are legitimate."""
        yield from self._purposes()
        for notice in self.case.notices.values():
            if self.name in _names(notice.for_):
                for words in self._of("purpose", notice.purposes, notice.source):
                    yield self._line("in_notice", words)
        for line in self.flows:
            flow = self.case.flows.get(line.id)
            if flow is not None:
                for words in self._of("purpose", flow.purpose, flow.source):
                    yield self._line("in_flows", words)

    def grounds(self) -> Iterator[str]:
        """212: the legal basis of each purpose, its text, the interest, the condition of art. 9."""
        yield from self._field("basis", "legal_basis")
        for purpose in self.entry.purposes.values():
            for words in self._of("legal_basis", purpose.legal_basis, purpose.source):
                yield self._line("basis_of", words, of=self.stated.text(purpose.title))
        for label in ("legal_text", "interest", "interest_assessment"):
            yield from self._field(label, label)
        yield from self._field("condition", "special_basis")

    def minimisation(self) -> Iterator[str]:
        """213: what is needed, and what flows carry beyond it."""
        yield from self._field("necessary", "necessary")
        for who, needed in self.entry.needs.items():
            names = [each for each in several(needed) if each not in UNSETTLED]
            if names:
                said = ", ".join(self.stated.named("data", each) for each in names)
                yield self._line("needs", said, who=self._party(who))
                sent = {each for flow in self.flows if who in flow.to for each in flow.data}
                more = ", ".join(self.stated.named("data", each) for each in sorted(sent - set(names)))
                if more:
                    yield self._line("beyond", more, who=self._party(who))

    def accuracy(self) -> Iterator[str]:
        """214: where the data comes from, and which copies can be rectified."""
        yield from self._field("collected_from", "collected_from")
        yield from self._right("rectification")

    def retention(self) -> Iterator[str]:
        """215: the periods of the record, those of each copy, and whether copies are erased."""
        yield from self._field("kept", "retention")
        for category in self.entry.retentions:
            kept = ", ".join(filter(None, periods(self.stated, self.entry, category)))
            if kept:
                yield self._line("kept", f"{self.stated.named('data', category)}, {kept}")
        yield from self._copies("kept_at", "kept_for")
        yield from self._copies("erased", "erased")

    # rights

    def information(self) -> Iterator[str]:
        """221: the notices on the activity, and what they declare."""
        for name, notice in self.case.notices.items():
            if self.name in _names(notice.for_):
                told = [self.stated.named("notices", name), self._party(notice.by)]
                told += [self.stated.date(notice.since)] if notice.since else []
                for field, kind in (("data", ""), ("recipients", "recipients"), ("kept_for", "retention")):
                    words = self._of(kind or field, getattr(notice, field), notice.source)
                    if words:
                        label = self.stated.label("notices", field)
                        told.append(self.say(texts.LINE, label=label, value=", ".join(words)))
                yield self._line("notice", " · ".join(told))

    def consent(self) -> Iterator[str]:
        """222: how consent is taken, where it is the basis and somebody says so."""
        basis = {plain(self.entry.legal_basis), *(plain(p.legal_basis) for p in self.entry.purposes.values())}
        given = self.entry.consent
        if "consent" not in basis or given is UNSET:
            return
        for field in ("by", "own", "how", "bundled", "refusal", "age", "parental"):
            for words in self._of(field, getattr(given, field), self.entry.source):
                label = self.stated.label("activities.consent", field)
                yield self.say(texts.LINE, label=label, value=words)

    def access(self) -> Iterator[str]:
        """223: how access and portability are exercised, and the copies that a path reaches for access."""
        yield from self._exercised("access", "portability")
        yield from self._right("access")

    def erasure(self) -> Iterator[str]:
        """224: how rectification and erasure are exercised, and the copies that a path reaches for them."""
        yield from self._exercised("rectification", "erasure")
        yield from self._right("rectification")
        yield from self._right("erasure")

    def objection(self) -> Iterator[str]:
        """225: how restriction and objection are exercised."""
        yield from self._exercised("restriction", "objection")

    def _exercised(self, *rights: RightOfPeople) -> Iterator[str]:
        for right in rights:
            for words in self._of("rights", self.entry.rights.get(right, UNSET), self.entry.source):
                label = self.say(RIGHTS_OF_PEOPLE[right].name)
                yield self.say(texts.LINE, label=label[:1].upper() + label[1:], value=words)

    def _right(self, right: str) -> Iterator[str]:
        for name, host in self.hosts.items():
            if right in several(host.rights):
                yield self._line(right, self.stated.named("hosts", name))
        for line in self.flows:
            flow = self.case.flows.get(line.id)
            if flow is not None and right in several(flow.rights):
                yield self._line(right, ", ".join(map(self.derived.name, line.to)))

    def processors(self) -> Iterator[str]:
        """226: the contracts with each processor, as declared or found; their sub-processors."""
        found = {
            who: role
            for who, role in self.derived.parties(self.line)
            if role in ("processor", "unknown") and who != NONE and who not in UNSETTLED
        }
        for who, role in sorted(found.items()):
            doubt = f" ({self.derived.role(role)})" if role == "unknown" else ""
            yield self._line("agreement", f"{self.derived.papers(who)}{doubt}", who=self._party(who))
            for agreement in self.case.agreements.values():
                if agreement.between[0] == who and agreement.is_ == "processing":
                    yield self._line("sub_processor", self._party(agreement.between[1]), who=self._party(who))

    def transfers(self) -> Iterator[str]:
        """227: transfers as stated and as derived, then exposure, which is none."""
        for field in ("transfers", "tool"):
            yield from self._field("transfer", field)
        for line in self.derived.transfers[self.name]:
            where = f"{self.derived.importer(line)}, {self.derived.where(line)}"
            yield self._line("transfer", f"{where}. {pick(line.ground, self.stated.lang)}")
        for exposed in self.stated.dossier.result.exposures:
            if exposed.host in self.hosts and exposed.state not in UNSETTLED and exposed.level.max:
                where = f"{self.derived.name(exposed.host)}, {self.derived.name(exposed.custodian)}"
                law = f"{self.derived.country(exposed.state)}, E{exposed.level.min}–E{exposed.level.max}"
                yield self._line("exposure", f"{where}, {law}")


def _names(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def officers(stated: Stated, line: ActivityLine) -> str:
    """Give the names of the data protection officers of the controllers of an activity."""
    contacts = [
        stated.case.organisations[who].dpo_contact
        for who in line.controller
        if who in stated.case.organisations
    ]
    return ", ".join(each.person for each in contacts if isinstance(each, Contact) and each.person)


FOUND: Final = texts.FOUND_IN_FLOWS
QUESTIONS: Final[dict[int, Answer]] = {
    111: Answers.overview,
    112: Answers.responsibilities,
    113: Answers.standards,
    121: Answers.data,
    122: Answers.cycle,
    123: Answers.assets,
    211: Answers.purposes,
    212: Answers.grounds,
    213: Answers.minimisation,
    214: Answers.accuracy,
    215: Answers.retention,
    221: Answers.information,
    222: Answers.consent,
    223: Answers.access,
    224: Answers.erasure,
    225: Answers.objection,
    226: Answers.processors,
    227: Answers.transfers,
}
