"""Results of one case on several dates, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from auditor.model.across_dates import AcrossDates, Cell, OnDate, Row, Standing
from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.model.result.shown import NOT_MADE
from auditor.model.vocabulary import SEVERITY_ORDER
from auditor.text.grammar import both

#: The rule, the culprit and the fingerprint of a finding.
Key = tuple[str, str, str]
NOTHING = Cell("nothing", None, both(""))


def across_dates(results: Sequence[Result], *, sentences: bool = True) -> AcrossDates:
    """Return the table of `results`, of which there is at least one, all of the same case; the gravest changes come first.

    Without `sentences`, what a finding says on each date is not made, and cannot be written.
    """
    first = results[0]
    found = [_by_key(result) for result in results]
    keys = sorted({key for one in found for key in one})
    times = Counter(key[:2] for key in keys)
    rows = [_row(key, found, results, apart=times[key[:2]] > 1) for key in keys]
    return AcrossDates(
        schema="auditor.dates/1",
        tool=first.tool,
        case=first.case.id,
        title=first.case.title,
        dates=[_on(result) for result in results],
        rows=sorted(rows if sentences else map(_without_sentences, rows), key=_order),
        passed=all(result.summary.gate.passed for result in results),
    )


def _by_key(result: Result) -> dict[Key, Finding]:
    """Give what is found and what is worth asking on a date; of a dormant point nothing is said on any."""
    return {
        (finding.rule, finding.culprit, finding.fingerprint): finding
        for finding in result.findings
        if finding.outcome != "cannot-be-shown" or finding.live
    }


def _on(result: Result) -> OnDate:
    return OnDate(
        as_of=result.as_of,
        established=result.summary.established,
        cannot_be_shown=result.summary.cannot_be_shown,
        questions=result.summary.questions,
        gate=result.summary.gate,
        not_looked_at=result.not_looked_at,
    )


def _row(key: Key, found: Sequence[Mapping[Key, Finding]], results: Sequence[Result], *, apart: bool) -> Row:
    shown = next(one[key] for one in reversed(found) if key in one)
    cells = [_cell(one.get(key)) for one in found]
    return Row(
        rule=shown.rule,
        culprit=shown.culprit,
        title=shown.title,
        name=_name(shown, [result.names for result in reversed(results)], apart=apart),
        cells=cells,
        changes=len({(cell.standing, cell.severity) for cell in cells}) > 1,
    )


def _without_sentences(row: Row) -> Row:
    return replace(row, cells=[replace(cell, message=NOT_MADE) for cell in row.cells])


def _cell(finding: Finding | None) -> Cell:
    if finding is None:
        return NOTHING
    accepted = finding.outcome == "established" and finding.accepted is not None
    standing: Standing = "accepted" if accepted else finding.outcome
    severity = finding.severity_if_open if finding.severity == "none" else finding.severity
    return Cell(standing, severity, finding.message)


def _name(finding: Finding, names: Sequence[Mapping[str, Bilingual]], *, apart: bool) -> Bilingual:
    """Return the name of who or what a finding is about, as the latest result that knows it has it.

    The subject is named too where that tells `apart` findings of one rule about the same.
    """
    ids = [*finding.culprit.split("+"), *([finding.subject.id] if apart else [])]
    parts = [_one(part, finding, names) for part in ids]
    return Bilingual(" + ".join(part.fr for part in parts), " + ".join(part.en for part in parts))


def _one(part: str, finding: Finding, names: Sequence[Mapping[str, Bilingual]]) -> Bilingual:
    keys = (part, f"flows.{part}", f"activities.{part}", f"{finding.subject.kind}s.{part}")
    known = (name[key] for name in names for key in keys if key in name)
    return next(known, both(part))


def _order(row: Row) -> tuple[bool, int, str, str]:
    """Rank what changes first, then the gravest on any date."""
    worst = max(SEVERITY_ORDER.index(cell.severity) for cell in row.cells if cell.severity is not None)
    return (not row.changes, -worst, row.rule, row.culprit)
