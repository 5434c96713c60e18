"""The whole result of an audit from what is derived and matched."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import UNSET
from msgspec.structs import asdict, replace

from auditor.graph.captured import JOINTS
from auditor.graph.derive import Derived
from auditor.judging import tables
from auditor.judging.asked import asked
from auditor.judging.assumptions import held_on
from auditor.judging.baseline_status import placed
from auditor.judging.doubtful import less_known
from auditor.judging.exceptions import excepted, failing
from auditor.judging.findings import findings
from auditor.judging.gate import Counted, Threshold, summary
from auditor.judging.judged import judged_by_rule, judged_in_all, rule_lines, share_decided
from auditor.judging.made_tables import made_tables
from auditor.judging.not_looked_at import not_looked_at
from auditor.judging.open_points import open_questions
from auditor.judging.points_counted import points_counted
from auditor.judging.sources import source_lines
from auditor.judging.worded import Worded
from auditor.model.bilingual import Bilingual
from auditor.model.case.document import Case
from auditor.model.materials import Materials, several
from auditor.model.result.document import (
    CaseLine,
    CountedResult,
    InputFile,
    OverrideLine,
    ReplyLine,
    Result,
    Tool,
)
from auditor.model.result.findings import Finding, OpenQuestion
from auditor.model.result.gate import ExceptionLine, NoLongerShown, WeakenedFact
from auditor.model.result.shown import NOT_MADE, WHOLE, Shown
from auditor.model.scalars import Value
from auditor.model.vocabulary import Known
from auditor.rules.matches import Evaluation
from auditor.text.grammar import bilingual
from auditor.text.names import Names
from auditor.text.vocabulary import DATA
from auditor.version import __version__


def verdict(
    derived: Derived, evaluation: Evaluation, threshold: Threshold, *, shown: Shown = WHOLE
) -> Result:
    """Give the result, everything sorted, with the tables that are shown; open points that are not told are counted, with one fact of a question in words."""
    materials = derived.estate.materials
    worded = Worded.of(derived, premises_shown=shown.premises)
    names = worded.names
    found, exceptions = _findings(evaluation, worded, threshold, shown)
    threshold = _with_less_known(threshold, found, materials)
    claims, taken_away = tables.claims(worded), _taken_away(found, materials, threshold)
    counted = Counted(
        findings=found,
        points=points_counted(evaluation.tally, materials, shown.points),
        questions=_questions(evaluation, worded, None if shown.points == "all" else found),
        claims=claims,
        judged=judged_in_all(evaluation),
        decided=share_decided(evaluation, threshold.before),
        no_longer_shown=taken_away[0],
        weakened_facts=taken_away[1],
        stale=failing(exceptions),
        policies=materials.policies,
    )
    made = Result(
        schema="auditor.result/2",
        tool=_tool(materials),
        case=_head(materials),
        as_of=materials.as_of,
        inputs=[InputFile(i.path, i.sha256) for i in sorted(materials.inputs, key=lambda i: i.path)],
        summary=summary(counted, threshold),
        findings=found,
        questions=counted.questions,
        claims=claims,
        not_analysed=tables.not_analysed(derived),
        replies=_replies(materials.case),
        overrides=_overrides(materials),
        sources=source_lines(materials, names),
        names=_names(derived, names, found, shown),
        asked=asked(materials),
        rules=rule_lines(materials.policies, evaluation.judged),
        judged=judged_by_rule(evaluation),
        exceptions=exceptions,
        loosened=[] if threshold.before is None else list(threshold.before.loosened),
        no_longer_shown=taken_away[0],
        weakened_facts=taken_away[1],
        today=materials.today,
        not_looked_at=not_looked_at(derived),
        **made_tables(worded, found, shown.tables),
    )
    return made if shown.points == "all" else CountedResult(**asdict(made), counted=counted.points)


def _findings(
    evaluation: Evaluation, worded: Worded, threshold: Threshold, shown: Shown
) -> tuple[list[Finding], list[ExceptionLine]]:
    """Give the findings and the open points that are told, with what is accepted and what was known before, and the exceptions."""
    materials = worded.derived.estate.materials
    made = findings(worded, evaluation, shown)
    marked, exceptions = excepted(made, materials)
    return placed(marked, threshold.before, materials.case), exceptions


def _questions(evaluation: Evaluation, worded: Worded, told: Sequence[Finding] | None) -> list[OpenQuestion]:
    """Give the questions; where not all points are told, with the facts that those `told` wait for."""
    if told is None:
        return open_questions(worded, evaluation.tally.facts)
    listed = {route for finding in told for route in finding.missing}
    return open_questions(worded, evaluation.tally.facts, points_told=False, listed=listed)


def _taken_away(
    found: Sequence[Finding], materials: Materials, threshold: Threshold
) -> tuple[list[NoLongerShown], list[WeakenedFact]]:
    """Give the findings that a change no longer shows, and the facts that it took away or weakened; none without a change."""
    if threshold.before is None:
        return [], []
    from auditor.judging.no_longer_shown import no_longer_shown
    from auditor.judging.weakened_facts import weakened_facts

    return no_longer_shown(found, materials, threshold), weakened_facts(threshold.before, found)


def _replies(case: Case) -> list[ReplyLine]:
    return [
        ReplyLine(reply.by, reply.date, bilingual(reply.text), sorted(reply.to))
        for _, reply in sorted(case.replies.items())
    ]


def _overrides(materials: Materials) -> list[OverrideLine]:
    return [
        OverrideLine(line.route, line.knowledge, line.case, line.by)
        for line in sorted(materials.overrides, key=lambda line: (line.route, line.by))
    ]


def _with_less_known(threshold: Threshold, found: Sequence[Finding], materials: Materials) -> Threshold:
    """Add to `loosened` the findings that stopped gating because their confidence fell."""
    before = threshold.before
    if before is None:
        return threshold
    fell = less_known(
        found,
        policies=materials.policies,
        before=before,
        fail_on=threshold.fail_on,
        min_confidence=threshold.min_confidence,
    )
    return replace(threshold, before=replace(before, loosened=(*before.loosened, *fell)))


def _tool(materials: Materials) -> Tool:
    packs = sorted(policy.policy for policy in materials.policies)
    return Tool(
        name="auditor",
        version=__version__,
        knowledge_as_of=materials.knowledge.as_of,
        policies=packs,
        knowledge_date=materials.knowledge_date,
    )


def _head(materials: Materials) -> CaseLine:
    head = materials.case.case
    note = getattr(head.as_of, "note", "") or head.note
    title = bilingual(head.title or head.id)
    return CaseLine(
        id=head.id,
        title=title,
        about=head.about,
        note=bilingual(note),
        hypothesis=materials.hypothesis,
        later=held_on(materials),
        as_of_known=_known(head.as_of),
    )


def _known(day: str | Value[str]) -> Known:
    """Give how the date of a case is known: whoever writes it knows it, unless they say otherwise."""
    said = getattr(day, "known", UNSET)
    return "documented" if said is UNSET else said


def _named_flows(case: Case, found: Sequence[Finding], shown: Shown) -> Collection[str]:
    """Give the flows whose names are shown: all where a table shows flows, else those that findings are about or whose path they are on."""
    if "flows" in shown.tables:
        return case.flows
    told = {step.flow for finding in found if finding.path is not NOT_MADE for step in finding.path}
    for finding in found:
        told.update(word for spot in (finding.culprit, finding.subject.id) for word in JOINTS.split(spot))
    return told & case.flows.keys()


def _names(derived: Derived, names: Names, told: Sequence[Finding], shown: Shown) -> dict[str, Bilingual]:
    """Give the names of what is shown: of instruments, where exposures are."""
    case, knowledge = derived.estate.case, derived.estate.materials.knowledge
    found = {
        name: names.of(name) for section in (case.people, case.hosts, case.organisations) for name in section
    }
    found.update({f"organisations.{name}": names.full(name) for name in case.organisations})
    for section, entries in (
        ("activities", case.activities),
        ("flows", _named_flows(case, told, shown)),
        ("scenarios", case.scenarios),
    ):
        found.update({f"{section}.{name}": names.within(section, name) for name in entries})
    for item in derived.estate.day.left_out:
        if item.title:
            found[f"{item.section}.{item.name}"] = bilingual(item.title)
    found.update({f"data.{name}": names.within("data", name) for name in (*DATA, *case.data)})
    for country in {derived.estate.country(name) for name in case.organisations} | _located(derived):
        if country in knowledge.countries:
            found[f"countries.{country}"] = bilingual(knowledge.countries[country])
    instruments = {e.instrument for e in derived.exposures.all} if "exposures" in shown.tables else set()
    for name in instruments & knowledge.instruments.keys():
        found[f"instruments.{name}"] = bilingual(knowledge.instruments[name].title)
    return {name: found[name] for name in sorted(found)}


def _located(derived: Derived) -> set[str]:
    """Give the countries where hosts stand, and those to which sheets of the record say that data goes."""
    case = derived.estate.case
    stated = [
        *(host.location for host in case.hosts.values()),
        *(a.transfers for a in case.activities.values()),
    ]
    return {country for value in stated for country in several(value)}
