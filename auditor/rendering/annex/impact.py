"""Answers of the CNIL's impact-assessment model."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.result.document import Result
from auditor.model.vocabulary import UNSETTLED
from auditor.rendering.annex.rows import Sheet
from auditor.rendering.annex.told import Told
from auditor.rendering.words import pick
from auditor.text import annex as annex_texts
from auditor.text import parties as party_texts


def impact_answers(result: Result, lang: str) -> list[Sheet]:
    """Give answers 121, 122, 123, 226 and 227 of the CNIL's impact-assessment model, as one row of entries each."""
    return _Impact(result, lang).impact_answers()


class _Impact(Told):
    def impact_answers(self) -> list[Sheet]:
        """Give the answers, one sheet each."""
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
        for activity in self.result.activities:
            for who, role in self.parties(activity):
                if role in ("processor", "unknown"):
                    yield f"{self.party(who)} ({self.role(role)}) · {self.papers(who)}"

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
