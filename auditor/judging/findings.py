"""Matches into findings: one per rule and culprit, with the best witness, its proof and its fingerprint."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from hashlib import sha256
from typing import Final

from msgspec import UNSET

from auditor.graph.derive import Derived
from auditor.judging.confidence_text import ASIDE, basis, joined
from auditor.judging.merge_findings import join
from auditor.judging.proof import citations, instrument_premises, path_lines, place, premises, weakest
from auditor.model.bilingual import Bilingual
from auditor.model.result import Finding, Level, Outcome, SubjectRef
from auditor.model.vocabulary import KNOWN_ORDER, SEVERITY_ORDER, Known
from auditor.rules.evaluate import Match, lowered
from auditor.rules.questions import fact_route
from auditor.text import result as result_texts
from auditor.text.grammar import French, bilingual, filled
from auditor.text.names import Names

#: A slot of a message, which French may ask for after `de`, `à` or `que`: `{at:à}`.
SLOT: Final = re.compile(r"\{([a-z_]+)(?::(de|à|que))?\}")
#: Ways of knowing that take one step from the severity of a weighed rule.
WEAK: Final[frozenset[Known]] = frozenset({"alleged", "inferred", "assumed"})
OUTCOME_ORDER: Final[tuple[Outcome, ...]] = ("established", "hypothetical", "cannot-be-shown")


def findings(
    derived: Derived, matches: Sequence[Match], names: Names, asked: Collection[str]
) -> list[Finding]:
    """Give the findings, the gravest first; a culprit's further subjects are counted and named in its one finding.

    What cannot be shown is left out where it hangs on none of the facts that are `asked`: on unstated fields alone, which
    are counted field by field, with their rules.
    """
    kept = list(_kept(matches, asked).values())
    made = [_finding(derived, group, names) for group in kept]
    spots = {
        finding.fingerprint: frozenset(
            spot for m in _counted(group) for spot in m.kind.spots(derived, m.subject)
        )
        for finding, group in zip(made, kept, strict=True)
    }
    joins = {match.rule.id: match.rule.joins for match in matches if match.rule.joins}
    return join(sorted(made, key=order), joins, spots)


def outlines(
    derived: Derived, matches: Sequence[Match], asked: Collection[str]
) -> dict[tuple[str, str], tuple[object, ...]]:
    """Give, by rule and culprit, what each finding comes to: severity, that which is shown, level and missing facts."""
    found: dict[tuple[str, str], tuple[object, ...]] = {}
    for key, group in _kept(matches, asked).items():
        best = _witness(derived, _counted(group))
        shown = best.shown if best.truth.value else None
        found[key] = (best.severity, shown, best.kind.level(best.subject), _missing(best))
    return found


def _kept(matches: Sequence[Match], asked: Collection[str]) -> dict[tuple[str, str], list[Match]]:
    groups: dict[tuple[str, str], list[Match]] = defaultdict(list)
    for match in matches:
        groups[match.rule.id, match.key].append(match)
    return {key: group for key, group in groups.items() if _shown_or_asked(group, asked)}


def _counted(group: list[Match]) -> list[Match]:
    """Give the matches a finding is about: those shown where any is."""
    return [match for match in group if match.truth.value is True] or group


def _shown_or_asked(group: list[Match], asked: Collection[str]) -> bool:
    if any(match.truth.value for match in group):
        return True
    return any(fact_route(route) in asked for match in group for route in match.truth.missing)


def order(finding: Finding) -> tuple[int, int, str, str]:
    """Sort by outcome, severity, rule and fingerprint."""
    severity = SEVERITY_ORDER.index(finding.severity)
    return (OUTCOME_ORDER.index(finding.outcome), -severity, finding.rule, finding.culprit)


def _finding(derived: Derived, group: list[Match], names: Names) -> Finding:
    counted = _counted(group)
    best = _witness(derived, counted)
    rule, kind, materials = best.rule, best.kind, derived.estate.materials
    outcome = _outcome(derived, best)
    instruments = kind.instruments(best.subject)
    deciding = [*premises(materials, best.truth.proof), *instrument_premises(materials, instruments)]
    said = premises(materials, kind.asserted(best.subject))
    level = kind.level(best.subject)
    subjects = sorted({match.id for match in counted})
    confidence = weakest(fact for fact in deciding if not fact.fact.startswith(ASIDE))
    severity, shown = best.severity, best.shown
    if rule.weighed == "true" and outcome != "cannot-be-shown" and confidence in WEAK:
        shown = lowered(shown, best.spare if shown == severity else 0)
        severity = lowered(severity, best.spare)
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        about=rule.about,
        outcome=outcome,
        severity=severity,
        severity_if_shown=best.severity
        if best.truth.value is None
        else (shown if shown != severity else None),
        confidence=confidence,
        gate=outcome == "established" and (_gates(best, confidence) or rule.id in materials.case.case.gate),
        subject=SubjectRef(kind.name, best.id),
        culprit=best.culprit,
        level=None if level is None else Level(*level),
        title=bilingual(rule.title),
        message=_worded(
            _message(derived, best, names, len(subjects) - 1), outcome, basis(deciding, confidence)
        ),
        why=bilingual(rule.why),
        remedy=bilingual(rule.remedy),
        mistaken_when=bilingual(rule.mistaken_when),
        path=path_lines(derived, kind.path(derived, best.subject)),
        proof=[*deciding, *(fact for fact in said if fact not in deciding)],
        missing=_missing(best),
        law=citations(materials, best.law, instruments),
        subjects=subjects,
        more=len(subjects) - 1,
        fingerprint=fingerprint(rule.id, kind.name, best.key),
        formerly=sorted({fingerprint(*key) for match in group for key in match.former}),
        place=place(materials, kind.route(best.subject)),
    )


def _gates(match: Match, confidence: Known) -> bool:
    least = match.rule.gate_confidence
    return match.gates and (least is UNSET or KNOWN_ORDER.index(confidence) <= KNOWN_ORDER.index(least))


def fingerprint(rule: str, kind: str, culprit: str) -> str:
    """Identify a finding by rule and culprit, whatever the lines, the order, the language or the severity."""
    return sha256(f"{rule}\0{kind}\0{culprit}".encode()).hexdigest()[:16]


def _witness(derived: Derived, group: list[Match]) -> Match:
    if len(group) == 1:
        return group[0]

    def key(match: Match) -> tuple[int, int, str]:
        known = (derived.estate.materials.fact(route) for route in match.truth.proof)
        confidence = max(
            (KNOWN_ORDER.index(f.known) for f in known if not f.unsettled), default=len(KNOWN_ORDER)
        )
        return (-SEVERITY_ORDER.index(match.severity), confidence, match.id)

    return min(group, key=key)


def _outcome(derived: Derived, match: Match) -> Outcome:
    if match.rule.kind == "what-if":
        return "hypothetical"
    if match.truth.value is None:
        return "cannot-be-shown"
    return "hypothetical" if derived.estate.materials.hypothesis else "established"


def _worded(message: Bilingual, outcome: Outcome, rests_on: Bilingual) -> Bilingual:
    if outcome == "cannot-be-shown":
        return joined(result_texts.WOULD_READ, message)
    if outcome == "hypothetical":
        return joined(result_texts.BY_HYPOTHESIS, message)
    return joined(message, rests_on)


def _missing(match: Match) -> list[str]:
    routes = match.truth.missing if match.truth.value is None else match.rung_missing
    return list(dict.fromkeys(fact_route(route) for route in routes))


def _message(derived: Derived, match: Match, names: Names, more: int) -> Bilingual:
    text = bilingual(match.rule.message)
    slots = {
        name: match.kind.slots[name](derived, names, match.subject)
        for name in sorted({found[1] for words in (text.fr, text.en) for found in SLOT.finditer(words)})
    }
    french = SLOT.sub(lambda found: format(French(slots[found[1]].fr), found[2] or ""), text.fr)
    english = SLOT.sub(lambda found: slots[found[1]].en, text.en)
    if more:
        others = filled(result_texts.MORE if more > 1 else result_texts.ONE_MORE, count=str(more))
        french, english = f"{french} {others.fr}", f"{english} {others.en}"
    return Bilingual(french[:1].upper() + french[1:], english[:1].upper() + english[1:])
