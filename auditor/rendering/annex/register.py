"""The register of processing: one sheet per activity, with what GDPR art. 30(1) asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.model.result.document import Result
from auditor.model.result.tables import ActivityLine, PlaceLine
from auditor.model.vocabulary import UNSETTLED
from auditor.rendering.annex.rows import Sheet
from auditor.rendering.annex.told import Told
from auditor.rendering.words import pick, printable
from auditor.text import annex as annex_texts
from auditor.text.vocabulary import MEASURES, SPECIAL_BASES


def register(result: Result, lang: str) -> list[Sheet]:
    """Give one sheet per activity, with what GDPR art. 30(1) asks for."""
    return _Register(result, lang).register()


class _Register(Told):
    def register(self) -> list[Sheet]:
        """Give one sheet per activity."""
        return [self._sheet(activity) for activity in self.result.activities]

    def _sheet(self, activity: ActivityLine) -> Sheet:
        flows = self.flows[activity.id]
        hosts = self.hosts(activity)
        rows = (
            self.row(annex_texts.REGISTER_PURPOSE, *self._purposes(activity)),
            self.row(annex_texts.REGISTER_CONTROLLER, *self.names(activity.controller)),
            self.row(annex_texts.REGISTER_DPO, *self._officers(activity)),
            self.row(annex_texts.REGISTER_PEOPLE, *self.names(activity.people)),
            self.row(annex_texts.REGISTER_DATA, *self.names(activity.data, "data.")),
            self.follows(annex_texts.REGISTER_SPECIAL, *self.names(activity.special, "data.")),
            self.follows(annex_texts.REGISTER_RECIPIENTS, *self._recipients(activity)),
            self.row(annex_texts.REGISTER_CONTRACTS, *self._contracts(activity)),
            self.follows(
                annex_texts.REGISTER_TRANSFERS, *self._third(activity), *self.unplaced_of(activity, hosts)
            ),
            self.follows(annex_texts.REGISTER_REACH, *self._reached(activity)),
            self.row(annex_texts.REGISTER_RETENTION, *self._periods(activity)),
            self.row(annex_texts.REGISTER_SECURITY, *self._measures(activity), *self.security(flows, hosts)),
            self.row(annex_texts.REGISTER_LOCATION, *self._locations(hosts)),
            self.row(
                annex_texts.REGISTER_BASIS,
                *(word for base in (activity.legal_basis, *activity.bases) for word in self.word(base)),
                *(self.among(SPECIAL_BASES, base) for base in self.word(activity.special_basis)),
            ),
            self.row(annex_texts.REGISTER_ASSESSMENT, *self.word(activity.assessment)),
        )
        return Sheet(activity.id, self.name(f"activities.{activity.id}"), rows)

    def _purposes(self, activity: ActivityLine) -> Iterator[str]:
        for purpose in (activity.purpose, *activity.purposes):
            yield from self.free(pick(purpose, self.lang))

    def _periods(self, activity: ActivityLine) -> Iterator[str]:
        """Give how long data is kept: the one period, then that of each category with what follows it."""
        yield from self.free(activity.retention)
        for kept in activity.retentions:
            stages = (
                (annex_texts.KEPT_IN_USE, self.free(kept.active)),
                (annex_texts.KEPT_IN_ARCHIVE, self.free(kept.archive)),
                (annex_texts.KEPT_NO_MORE, self.word(kept.end)),
            )
            told = [self.say(text, value=value) for text, values in stages for value in values]
            if told:
                yield self.say(annex_texts.KEPT_OF, data=self.name(f"data.{kept.data}"), what=", ".join(told))

    def _recipients(self, activity: ActivityLine) -> Iterator[str]:
        for service in activity.internal:
            if service not in UNSETTLED and service != "none":
                yield self.say(annex_texts.INTERNAL, who=printable(service))
        for who, role in self.parties(activity):
            yield f"{self.party(who)} ({self.role(role)})" if role else self.party(who)
        yield from self.stated_none(activity.recipients)

    def _officers(self, activity: ActivityLine) -> Iterator[str]:
        """Give how to reach the data protection officer of each controller, as stated."""
        stated = {who: contact for who, contact in activity.dpo.items() if contact not in UNSETTLED}
        for who, contact in stated.items():
            told = printable(self.say.word(contact))
            alone = len(activity.controller) == 1
            yield told if alone else self.say(annex_texts.DPO_OF, who=self.name(who), contact=told)

    def _measures(self, activity: ActivityLine) -> Iterator[str]:
        for measure in activity.measures:
            if measure not in UNSETTLED:
                yield self.among(MEASURES, measure)

    def _contracts(self, activity: ActivityLine) -> Iterator[str]:
        """Give the contracts with processors of an activity; each processor without one is named as such."""
        for who, role in self.parties(activity):
            if role == "processor":
                yield f"{self.name(who)} · {self.papers(who)}"
        yield from self.stated_none(activity.processors)

    def _third(self, activity: ActivityLine) -> Iterator[str]:
        for line in self.transfers[activity.id]:
            yield f"{self.name(line.importer)} ({self.where(line)}{'' if line.certain else ', ' + self.say.word('possible')})"
        yield from self.stated_none(activity.transfers)
        for code in activity.transfers:
            if code != "none" and code not in UNSETTLED:
                yield self.say(annex_texts.AS_STATED, value=self.country(code))

    def _reached(self, activity: ActivityLine) -> Iterator[str]:
        operators = {
            self.places[end].operator
            for flow in self.flows[activity.id]
            for end in (*flow.through, *flow.to)
            if end in self.places
        }
        named = {who for who, _ in self.parties(activity) if who in self.control}
        for who in sorted((operators | named) - {""}):
            line = self.control.get(who)
            if line is not None and line.reach:
                yield self.say(annex_texts.REACHED, who=self.name(who), reach=self.reach(line))
            elif line is None or not line.owners_known or line.country in UNSETTLED:
                yield self.say(annex_texts.CONTROL_OPEN, who=self.name(who))

    def _locations(self, hosts: Iterable[PlaceLine]) -> Iterator[str]:
        for host in hosts:
            if host.location not in UNSETTLED:
                yield f"{self.name(host.id)} ({', '.join(self.country(code) for code in host.location.split(', '))})"
