"""Matches into findings: one per rule and culprit, with the best witness, its proof and its fingerprint."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from msgspec import UNSET

from auditor.graph.derive import Derived
from auditor.judging.confidence_text import ASIDE
from auditor.judging.finding_text import by_outcome, storied, teller, with_more
from auditor.judging.merge_findings import join
from auditor.judging.open_points import withheld
from auditor.judging.proof import citations, instrument_premises, path_lines, place, premises, weakest
from auditor.model.evidence import distinct
from auditor.model.result.findings import Finding, Level, Outcome, SubjectRef
from auditor.model.vocabulary import KNOWN_ORDER, SEVERITY_ORDER, Known, gravity
from auditor.rules.addressees import Addressees
from auditor.rules.evaluate import Match
from auditor.rules.questions import fact_route
from auditor.rules.severity import SeverityRange
from auditor.text.grammar import bilingual
from auditor.text.names import Names

#: Ways of knowing that take one step from the severity of a weighed rule.
WEAK: Final[frozenset[Known]] = frozenset({"alleged", "inferred", "assumed"})
#: How well is known what rests on nothing but what somebody says against their own interest.
OWN_WORDS: Final[Known] = "declared"
OUTCOME_ORDER: Final[tuple[Outcome, ...]] = ("established", "hypothetical", "cannot-be-shown")


def findings(derived: Derived, matches: Sequence[Match], names: Names) -> list[Finding]:
    """Give the findings and the open points, the gravest first.

    A culprit's further subjects are counted and named in its one finding.
    """
    groups = list(_by_culprit(matches).values())
    whom = Addressees(derived.estate.case)
    made = [_finding(derived, group, names, whom) for group in groups]
    spots = {
        finding.fingerprint: frozenset(
            spot for m in _counted(group) for spot in m.kind.spots(derived, m.subject)
        )
        for finding, group in zip(made, groups, strict=True)
        if finding.outcome != "cannot-be-shown"
    }
    joins = {match.rule.id: match.rule.joins for match in matches if match.rule.joins}
    return join(sorted(made, key=order), joins, spots)


def outlines(derived: Derived, matches: Sequence[Match]) -> dict[tuple[str, str], tuple[object, ...]]:
    """Give, by rule and culprit, what each finding comes to: outcome, floor, ceiling, level and missing facts."""
    found: dict[tuple[str, str], tuple[object, ...]] = {}
    for key, group in _by_culprit(matches).items():
        best = _witness(derived, _counted(group))
        grave = _range(group)
        found[key] = (
            best.truth.value,
            "none" if best.truth.value is None else grave.floor,
            grave.ceiling,
            best.kind.level(best.subject),
            tuple(_missing(derived, group)),
        )
    return found


def _by_culprit(matches: Sequence[Match]) -> dict[tuple[str, str], list[Match]]:
    groups: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in matches:
        groups[match.rule.id, match.key].append(match)
    return groups


def _counted(group: list[Match]) -> list[Match]:
    """Give the matches a finding is about: those shown where any is."""
    return [match for match in group if match.truth.value is True] or group


def _range(group: list[Match]) -> SeverityRange:
    """Give how grave a finding is: the floor of what is shown, the ceiling of all that could be."""
    counted = _counted(group)
    floor = max(counted, key=lambda match: SEVERITY_ORDER.index(match.grave.floor)).grave
    ceiling = max(group, key=lambda match: SEVERITY_ORDER.index(match.grave.ceiling)).grave
    return SeverityRange(
        floor=floor.floor,
        ceiling=ceiling.ceiling,
        floor_spare=floor.floor_spare,
        ceiling_spare=ceiling.ceiling_spare,
    )


def order(finding: Finding) -> tuple[int, bool, int, int, str, str]:
    """Sort by outcome, live before dormant, ceiling, floor, rule and culprit."""
    return (
        OUTCOME_ORDER.index(finding.outcome),
        finding.outcome == "cannot-be-shown" and not finding.live,
        -gravity(finding.severity_if_open),
        -gravity(finding.severity),
        finding.rule,
        finding.culprit,
    )


def _finding(derived: Derived, group: list[Match], names: Names, whom: Addressees) -> Finding:
    counted = _counted(group)
    best = _witness(derived, counted)
    rule, kind, materials = best.rule, best.kind, derived.estate.materials
    outcome = _outcome(derived, best)
    instruments = kind.instruments(best.subject)
    deciding = [*premises(materials, best.truth.proof), *instrument_premises(materials, instruments)]
    said = premises(materials, kind.asserted(best.subject))
    level = kind.level(best.subject)
    subjects = sorted({match.id for match in counted})
    telling = [fact for fact in deciding if not fact.fact.startswith(ASIDE)]
    confidence = weakest(telling) if telling else OWN_WORDS
    grave = _range(group)
    if rule.weighed == "true" and outcome != "cannot-be-shown" and confidence in WEAK:
        grave = grave.lowered()
    missing = _missing(derived, group)
    tell = teller(derived, best, names, deciding)
    message = with_more(tell(rule.message), len(subjects) - 1)
    made = Finding(
        rule=rule.id,
        kind=rule.kind,
        about=rule.about,
        outcome=outcome,
        severity="none" if outcome == "cannot-be-shown" else grave.floor,
        severity_if_open=grave.ceiling,
        confidence=confidence,
        gate=outcome != "hypothetical" and (_gates(best, confidence) or rule.id in materials.case.case.gate),
        subject=SubjectRef(kind.name, best.id),
        culprit=best.culprit,
        level=None if level is None else Level(*level),
        title=bilingual(rule.title),
        message=by_outcome(message, outcome, deciding, confidence=confidence, names=names),
        why=bilingual(rule.why),
        remedy=bilingual(rule.remedy),
        mistaken_when=bilingual(rule.mistaken_when),
        path=path_lines(derived, kind.path(derived, best.subject)),
        proof=[*deciding, *(fact for fact in said if fact not in deciding)],
        missing=missing,
        law=citations(materials, best.law, instruments),
        subjects=subjects,
        more=len(subjects) - 1,
        fingerprint=fingerprint(rule.id, kind.name, best.key),
        formerly=sorted({fingerprint(*key) for match in group for key in match.former}),
        place=place(materials, kind.route(best.subject)),
        live=outcome == "cannot-be-shown" and any(match.live for match in group),
        withheld=any(withheld(derived, route) for route in missing),
        headline=bilingual(rule.title),
    )
    return storied(made, match=best, names=names, whom=whom, tell=tell)


def _gates(match: Match, confidence: Known) -> bool:
    least = match.rule.gate_confidence
    return match.gates and (least is UNSET or KNOWN_ORDER.index(confidence) <= KNOWN_ORDER.index(least))


def fingerprint(rule: str, kind: str, culprit: str) -> str:
    """Identify a finding by rule and culprit, whatever the lines, the order, the language or the severity."""
    return sha256(f"{rule}\0{kind}\0{culprit}".encode()).hexdigest()[:16]


def _witness(derived: Derived, group: list[Match]) -> Match:
    if len(group) == 1:
        return group[0]

    def key(match: Match) -> tuple[int, int, int, str]:
        known = (derived.estate.materials.fact(route) for route in match.truth.proof)
        confidence = max(
            (KNOWN_ORDER.index(f.known) for f in known if not f.unsettled), default=len(KNOWN_ORDER)
        )
        shown = match.truth.value is True
        severity = match.grave.floor if shown else match.grave.ceiling
        return (-SEVERITY_ORDER.index(severity), 0 if shown else len(match.missing), confidence, match.id)

    return min(group, key=key)


def _outcome(derived: Derived, match: Match) -> Outcome:
    if match.rule.kind == "what-if":
        return "hypothetical"
    if match.truth.value is None:
        return "cannot-be-shown"
    return "hypothetical" if derived.estate.materials.hypothesis else "established"


def _missing(derived: Derived, group: list[Match]) -> list[str]:
    """Give the facts that decide: whether the open point with the fewest of them holds, or how grave a finding is."""
    counted = _counted(group)
    if counted[0].truth.value is None:
        return list(distinct(fact_route(route) for route in _witness(derived, counted).missing))
    floor = SEVERITY_ORDER.index(_range(group).floor)
    graver = [match for match in group if SEVERITY_ORDER.index(match.grave.ceiling) > floor]
    return list(distinct(fact_route(route) for match in graver for route in match.missing))
