"""What the rows of a survey come to: totals, and counts of cases by recipient, by who controls, by country and by rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.survey import RANKS, RankKind, RankLine, SurveyRow, SurveyTotals
from auditor.model.vocabulary import SEVERITY_ORDER, gravity
from auditor.text.grammar import both

#: How many rows are kept to be shown, of those judged and of those that were not.
SHOWN: Final = 500
SHOWN_NOT_JUDGED: Final = 100


class Counts:
    """Counts over rows, which are told one by one; of the rows themselves only the first in order of gravity are held."""

    def __init__(self) -> None:
        self.cases = 0
        self.judged = 0
        self.failing = 0
        self.severity: Counter[str] = Counter()
        self.not_judged: list[SurveyRow] = []
        self.names: dict[str, Bilingual] = {}
        self._sure: dict[RankKind, Counter[str]] = {kind: Counter() for kind in RANKS}
        self._perhaps: dict[RankKind, Counter[str]] = {kind: Counter() for kind in RANKS}

    def gravest(self, rows: Iterable[SurveyRow]) -> list[SurveyRow]:
        """Count all of `rows`, and give the gravest: by the gravest severity, then how many are of each, then by name."""
        return nsmallest(SHOWN, self._judged(rows), key=_place)

    def totals(self) -> SurveyTotals:
        """Give how many cases there are, were judged and did not pass, and how many have which gravest severity."""
        by_severity = {each: self.severity[each] for each in (*reversed(SEVERITY_ORDER), "none")}
        return SurveyTotals(
            cases=self.cases, judged=self.judged, failing=self.failing, by_severity=by_severity
        )

    def ranks(self, names: Mapping[str, Bilingual]) -> dict[RankKind, list[RankLine]]:
        """Give each rank, most cases first; `names` are those of rules and countries, by id."""
        known = {**names, **self.names}
        return {kind: list(self._rank(kind, known)) for kind in RANKS}

    def _rank(self, kind: RankKind, names: Mapping[str, Bilingual]) -> Iterator[RankLine]:
        sure, perhaps = self._sure[kind], self._perhaps[kind]
        for key in sorted({*sure, *perhaps}, key=lambda each: (-sure[each], -perhaps[each], each)):
            yield RankLine(key=key, name=names.get(key) or both(key), cases=sure[key], perhaps=perhaps[key])

    def _judged(self, rows: Iterable[SurveyRow]) -> Iterator[SurveyRow]:
        for row in rows:
            self.cases += 1
            if row.state == "judged":
                self.judged += 1
                self.failing += not row.passed
                self.severity[row.severity] += 1
                self._count(row)
                yield row
            elif len(self.not_judged) < SHOWN_NOT_JUDGED:
                self.not_judged.append(row)

    def _count(self, row: SurveyRow) -> None:
        self._add(
            "recipients", (r.key for r in row.recipients if r.received), (r.key for r in row.recipients)
        )
        parents = [(r, each) for r in row.recipients for each in r.parents]
        self._add(
            "parents",
            (each.key for r, each in parents if r.received and each.certain),
            (each.key for _, each in parents),
        )
        self._add(
            "countries",
            (country for r in row.recipients if r.received for country in r.countries),
            (country for r in row.recipients for country in (*r.countries, *r.perhaps)),
        )
        self._add("rules", row.rules, row.open)
        for r in row.recipients:
            self.names.setdefault(r.key, r.name)
            for each in r.parents:
                self.names.setdefault(each.key, each.name)

    def _add(self, kind: RankKind, sure: Iterable[str], perhaps: Iterable[str]) -> None:
        """Count a case once for each thing that is sure in it, and once for each that is not sure but may be."""
        certain = set(sure)
        self._sure[kind].update(certain)
        self._perhaps[kind].update(set(perhaps) - certain)


def _place(row: SurveyRow) -> tuple[object, ...]:
    counts = (-row.established.get(each, 0) for each in reversed(SEVERITY_ORDER))
    return (-gravity(row.severity), *counts, row.case.split("/"))
