"""Matches into findings: one per rule and culprit, with the best witness, its proof and its fingerprint."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from hashlib import sha256
from typing import Any, Final

from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from auditor.graph.derive import Derived
from auditor.judging.confidence_text import ASIDE, footing
from auditor.judging.finding_text import Tell, action, by_outcome, storied, teller, with_more
from auditor.judging.grouped import Grouped, by_culprit
from auditor.judging.merge_findings import join
from auditor.judging.open_points import withheld
from auditor.judging.premises import instrument_premises
from auditor.judging.proof import citations, place, weakest
from auditor.judging.worded import Worded
from auditor.model.bilingual import Bilingual
from auditor.model.materials import Materials
from auditor.model.result.findings import (
    ActionLine,
    Finding,
    Level,
    Outcome,
    PathStep,
    PointsTold,
    ProofFact,
    SubjectRef,
)
from auditor.model.result.shown import NOT_MADE, WHOLE, Shown
from auditor.model.result.telling_order import gravest_by_rule
from auditor.model.vocabulary import KNOWN_ORDER, Known, gravity
from auditor.rules.matches import Evaluation, Match, cited, formerly
from auditor.text.grammar import bilingual

#: Ways of knowing that take one step from the severity of a weighed rule.
WEAK: Final[frozenset[Known]] = frozenset({"alleged", "inferred", "assumed"})
#: How well is known what rests on nothing but what somebody says against their own interest.
OWN_WORDS: Final[Known] = "declared"
#: The words of an open point that is only counted.
UNTOLD: Final = Bilingual("", "")
#: What such a point does not list: one list for all of them, as there are thousands and nobody changes it.
UNLISTED: Final[list[Any]] = []
UNTOLD_ACTION: Final = ActionLine(UNTOLD, UNTOLD, UNTOLD)
OUTCOME_ORDER: Final[tuple[Outcome, ...]] = ("established", "hypothetical", "cannot-be-shown")


def findings(worded: Worded, evaluation: Evaluation, shown: Shown = WHOLE) -> list[Finding]:
    """Give the findings and the open points that are told, the gravest first.

    A culprit's further subjects are counted and named in its one finding. Open points that are not `shown` are counted in the tally of
    the evaluation. Of the few that are told none the less, neither the words nor the proof are worked out: they come with what could
    be done about them, where the same is to be done about a finding. Nor are they where points are told without words.
    """
    derived, matches = worded.derived, evaluation.matches
    groups = [
        group
        for (rule, key), group in by_culprit(derived, matches).items()
        if evaluation.tally.tells(rule, key, shown.points)
    ]
    acted_on = {group.witness.rule.id for group in groups if group.outcome == "established"}
    made = [
        finding(worded, group, in_full=shown.in_full)
        if group.outcome != "cannot-be-shown" or (shown.worded and _is_told(group, shown.points))
        else _point(worded, group, acted_on=group.witness.rule.id in acted_on)
        for group in groups
    ]
    found = joined(derived, matches, zip(made, groups, strict=True))
    return found if shown.in_full else _those_that_stand_in_full(worded, groups, found)


def _those_that_stand_in_full(
    worded: Worded, groups: Iterable[Grouped], found: list[Finding]
) -> list[Finding]:
    """Give findings with those told in full that may stand for their rule: the first of all, and of those that may fail a build."""
    firsts = [
        alike[0].fingerprint
        for some in (found, [finding for finding in found if finding.gate])
        for alike in gravest_by_rule(some).values()
    ]
    witnesses = {_fingerprint(group.witness): group.witness for group in groups}
    standing = {name: witnesses[name] for name in firsts}
    return [
        _in_full(worded, best, made, teller(worded, best, partial(_footing, worded, best)))
        if (best := standing.get(made.fingerprint)) is not None
        else made
        for made in found
    ]


def _is_told(group: Grouped, points_told: PointsTold) -> bool:
    return points_told == "all" or (points_told == "live" and any(match.live for match in group.matches))


def joined(
    derived: Derived, matches: Sequence[Match], made: Iterable[tuple[Finding, Grouped]]
) -> list[Finding]:
    """Give findings, each with the group that it is made of, the gravest first and those on one spot joined."""
    made = sorted(made, key=lambda each: order(each[0]))
    spots = {
        found.fingerprint: frozenset(
            spot for match in group.counted for spot in match.kind.spots(derived, match.subject)
        )
        for found, group in made
        if found.outcome != "cannot-be-shown"
    }
    joins = {match.rule.id: match.rule.joins for match in matches if match.rule.joins}
    return join([found for found, _ in made], joins, spots)


def outlines(derived: Derived, matches: Sequence[Match]) -> dict[tuple[str, str], tuple[object, ...]]:
    """Give, by rule and culprit, what each finding comes to: outcome, floor, ceiling, level and missing facts."""
    found: dict[tuple[str, str], tuple[object, ...]] = {}
    for key, group in by_culprit(derived, matches).items():
        best = group.witness
        found[key] = (
            best.established,
            group.grave.floor if best.established else "none",
            group.grave.ceiling,
            best.kind.level(best.subject),
            tuple(group.missing),
        )
    return found


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


def finding(worded: Worded, group: Grouped, *, in_full: bool = True) -> Finding:
    """Give a finding or an open point in words, with its proof; what is established may be told without what only one that stands for its rule is told with."""
    best, outcome, derived, names = group.witness, group.outcome, worded.derived, worded.names
    rule, kind, materials = best.rule, best.kind, derived.estate.materials
    rests_on = _footing(worded, best)
    confidence = _confidence((fact.fact, fact.known) for fact in rests_on)
    level = kind.level(best.subject)
    subjects = sorted({match.id for match in group.counted})
    grave = group.grave
    if rule.weighed == "true" and outcome != "cannot-be-shown" and confidence in WEAK:
        grave = grave.lowered()
    tell = teller(worded, best, lambda: rests_on)
    message = with_more(tell(rule.message), len(subjects) - 1)
    made = Finding(
        rule=rule.id,
        kind=rule.kind,
        about=rule.about,
        outcome=outcome,
        severity="none" if outcome == "cannot-be-shown" else grave.floor,
        severity_if_open=grave.ceiling,
        confidence=confidence,
        gate=outcome != "hypothetical" and _gates(materials, best, lambda: confidence),
        subject=SubjectRef(kind.name, best.id),
        culprit=best.culprit,
        level=None if level is None else Level(*level),
        title=bilingual(rule.title),
        message=by_outcome(message, outcome, rests_on, confidence=confidence, names=names),
        why=bilingual(rule.why),
        remedy=bilingual(rule.remedy),
        mistaken_when=bilingual(rule.mistaken_when),
        path=NOT_MADE,
        proof=NOT_MADE,
        missing=group.missing,
        law=NOT_MADE,
        subjects=subjects,
        more=len(subjects) - 1,
        fingerprint=_fingerprint(best),
        formerly=_formerly(group),
        place=place(materials, kind.route(best.subject)),
        live=outcome == "cannot-be-shown" and any(match.live for match in group.matches),
        withheld=_withheld(derived, group),
        headline=NOT_MADE,
        proof_sentence=NOT_MADE,
    )
    if in_full or outcome != "established":
        return _in_full(worded, best, made, tell)
    return replace(made, proof=_proof(worded, best, made, path=[]), action=action(best, worded, tell))


def _in_full(worded: Worded, match: Match, made: Finding, tell: Tell) -> Finding:
    """Give a finding with its path, its proof, its texts and its story."""
    derived, subject = worded.derived, match.subject
    path = list(map(worded.step, match.kind.path(derived, subject)))
    told = replace(
        made,
        path=path,
        proof=_proof(worded, match, made, path=path),
        law=citations(derived.estate.materials, cited(derived, match), match.kind.instruments(subject)),
    )
    return storied(told, match, worded, tell)


def _formerly(group: Grouped) -> list[str]:
    """Give the fingerprints that a finding had in earlier versions of its rule, where there are any."""
    if not group.witness.compiled.former:
        return []
    return sorted({fingerprint(*key) for match in group.matches for key in formerly(match)})


def _point(worded: Worded, group: Grouped, *, acted_on: bool) -> Finding:
    """Give an open point as it is counted, without its words and its proof; a live one with what to do, in words where that is told."""
    best, live = group.witness, any(match.live for match in group.matches)
    rule, kind = best.rule, best.kind
    gates = live and _gates(worded.derived.estate.materials, best, partial(_known, worded, best))
    return Finding(
        rule=rule.id,
        kind=rule.kind,
        about=rule.about,
        outcome=group.outcome,
        severity="none",
        severity_if_open=group.grave.ceiling,
        confidence=OWN_WORDS,
        gate=gates,
        subject=SubjectRef(kind.name, best.id),
        culprit=best.culprit,
        level=None,
        title=bilingual(rule.title),
        message=UNTOLD,
        why=UNTOLD,
        remedy=UNTOLD,
        mistaken_when=UNTOLD,
        path=UNLISTED,
        proof=UNLISTED,
        missing=group.missing,
        law=UNLISTED,
        subjects=UNLISTED,
        more=0,
        fingerprint=_fingerprint(best),
        also=UNLISTED,
        live=live,
        formerly=UNLISTED,
        action=_to_do(worded, best, told=acted_on) if live else None,
    )


def weighed(worded: Worded, group: Grouped) -> Finding:
    """Give an open point with all by which it is compared with another, without its words and its proof."""
    best, derived = group.witness, worded.derived
    materials = derived.estate.materials
    level, confidence = best.kind.level(best.subject), _known(worded, best)
    return replace(
        _point(worded, group, acted_on=False),
        confidence=confidence,
        gate=_gates(materials, best, lambda: confidence),
        level=None if level is None else Level(*level),
        subjects=sorted({match.id for match in group.counted}),
        withheld=_withheld(derived, group),
    )


def _withheld(derived: Derived, group: Grouped) -> bool:
    return any(withheld(derived.estate.materials, route) for route in group.missing)


def _to_do(worded: Worded, match: Match, *, told: bool) -> ActionLine | None:
    """Give what could be done about an open point, in words where it is `told`; none where its rule says nothing of it."""
    if not told:
        return None if isinstance(match.rule.action, UnsetType) else UNTOLD_ACTION
    return action(match, worded, teller(worded, match, partial(_footing, worded, match)))


def _footing(worded: Worded, match: Match) -> list[ProofFact]:
    """Give the premises by which a match says what it rests on."""
    return footing([*worded.premises.footing(match.shown_by()), *_instruments(worded, match)])


def _proof(worded: Worded, match: Match, made: Finding, *, path: Sequence[PathStep]) -> list[ProofFact]:
    """Give what decides a match: facts of the case, then the instruments in force; then what its subject is said to be besides.

    Premises that are not shown are told none the less where a finding stands in no file, as it is shown where the first of them
    stands; they are listed where something observed shows it, as a tag says whether a machine observed that; else they are not made.
    """
    premises, of = worded.premises, worded.premises.of
    if made.place is None:
        of = premises.told
    elif not premises.shown and "observed" not in (made.confidence, *(step.known for step in path)):
        unmade: list[ProofFact] = NOT_MADE
        return unmade
    deciding = [*of(match.proof), *_instruments(worded, match)]
    there = {fact.fact for fact in deciding}
    return [*deciding, *(fact for fact in of(match.kind.asserted(match.subject)) if fact.fact not in there)]


def _instruments(worded: Worded, match: Match) -> list[ProofFact]:
    return instrument_premises(worded.derived.estate.materials, match.kind.instruments(match.subject))


def _known(worded: Worded, match: Match) -> Known:
    """Give how the weakest of the facts is known that decide a match."""
    return _confidence((fact.fact, fact.known) for fact in worded.premises.footing(match.shown_by()))


def _confidence(facts: Iterable[tuple[str, Known]]) -> Known:
    """Give how the weakest of `facts` is known, by their addresses; neither a law nor what is claimed makes it weaker."""
    known = {how for route, how in facts if not route.startswith(ASIDE)}
    return weakest(known) if known else OWN_WORDS


def _gates(materials: Materials, match: Match, known: Callable[[], Known]) -> bool:
    """Tell whether what is found may fail a build: as the case says of its rule, or the rule itself, and `known` as well as that asks."""
    if match.rule.id in materials.case.case.gate:
        return True
    least = match.rule.gate_confidence
    return match.gates and (least is UNSET or KNOWN_ORDER.index(known()) <= KNOWN_ORDER.index(least))


def _fingerprint(match: Match) -> str:
    return fingerprint(match.rule.id, match.kind.name, match.key)


def fingerprint(rule: str, kind: str, culprit: str) -> str:
    """Identify a finding by rule and culprit, whatever the lines, the order, the language or the severity."""
    return sha256(f"{rule}\0{kind}\0{culprit}".encode()).hexdigest()[:16]
