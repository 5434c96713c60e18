"""SARIF 2.1.0 as code scanning reads it: rules with help, regions, stable fingerprints, the path as a code flow.

What is established becomes a result; accepted findings are left out unless asked for, since a reader that ignores
suppressions would open them again. Open points are counted in the properties of the run, never listed as alerts.
"""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote

from auditor.model.result.document import Result
from auditor.model.result.findings import BaselineStatus, Finding, PlaceInFile, ProofFact
from auditor.model.result.shown import Shown
from auditor.model.vocabulary import KNOWN_ORDER, Floor, Known, gravity
from auditor.rendering.ci_view import CiView, by_rule, end_column, places
from auditor.rendering.format import Format, Presentation
from auditor.rendering.json import as_json
from auditor.rendering.markup import escaped
from auditor.text import findings as finding_texts

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS: Final[dict[Floor, str]] = {
    "critical": "error",
    "high": "error",
    "medium": "warning",
    "low": "note",
    "info": "note",
    "none": "none",
}
#: Scores as code scanning cuts them: above 9.0 critical, from 7.0 high, from 4.0 medium, below low.
SCORES: Final[dict[Floor, str]] = {
    "critical": "9.5",
    "high": "8.0",
    "medium": "5.5",
    "low": "2.0",
    "info": "0.5",
    "none": "0.0",
}
PRECISION: Final[dict[Known, str]] = {
    "documented": "very-high",
    "observed": "very-high",
    "declared": "high",
    "alleged": "medium",
    "inferred": "low",
    "assumed": "low",
}
PROBLEMS: Final = {"error": "error", "warning": "warning", "note": "recommendation"}
BASELINE_STATES: Final[dict[BaselineStatus, str]] = {"new": "new", "worse": "updated", "known": "unchanged"}
LONGEST_DESCRIPTION: Final = 1024
MOST_TAGS: Final = 10
#: A reader shows this many steps of a path, and takes no more than ten times as many.
MOST_STEPS: Final = 1000


def sarif(result: Result, presentation: Presentation) -> bytes:
    """Return the result as one SARIF run, with accepted findings as suppressed results where they are to be kept."""
    report = CiView.of(result, presentation)
    findings = [*report.established(), *(report.accepted() if presentation.keep_accepted else ())]
    rules = dict(by_rule(findings))
    index = {rule: n for n, rule in enumerate(rules)}
    run = {
        "tool": {"driver": _driver(report, rules)},
        "automationDetails": {"id": f"auditor/{result.case.id}/"},
        "columnKind": "unicodeCodePoints",
        "language": report.lang,
        "invocations": [_invocation(report)],
        "results": [_result(report, f, index[f.rule]) for f in findings],
        "properties": _properties(report),
    }
    return as_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(report: CiView, rules: dict[str, list[Finding]]) -> dict[str, Any]:
    """Return the program, with the rules that have results."""
    tool = report.result.tool
    return {
        "name": tool.name,
        "version": tool.version,
        "semanticVersion": tool.version,
        "rules": [_rule(report, rule, of) for rule, of in rules.items()],
    }


def _invocation(report: CiView) -> dict[str, Any]:
    """Return as notifications what makes the gate fail besides findings, and what a change took away."""
    leveled = [("error", *reason) for reason in report.reasons()]
    leveled += [("warning", *told) for told in report.told()]
    return {
        "executionSuccessful": True,
        "toolConfigurationNotifications": [
            {
                "level": level,
                "message": {"text": _unlinked(words)},
                "locations": [_location(report, place)],
            }
            for level, words, place in leveled
        ],
    }


def _properties(report: CiView) -> dict[str, Any]:
    """Return the dates, the gate and the counts of what stays open."""
    result, summary = report.result, report.result.summary
    unsure = {"unsure": summary.gate.unsure, "unsureText": report.unsure()} if summary.gate.unsure else {}
    return {
        "asOf": result.as_of,
        **({"notLookedAt": report.not_looked_at()} if result.not_looked_at else {}),
        "knowledgeAsOf": result.tool.knowledge_as_of,
        "gatePassed": summary.gate.passed,
        **unsure,
        "cannotBeShown": summary.cannot_be_shown,
        "questions": summary.questions,
        "judged": {
            "applicable": summary.judged.applicable,
            "decided": summary.judged.decided,
            "live": summary.judged.live,
            "dormant": summary.judged.dormant,
            "waitsFor": summary.judged.waits_for,
        },
        "undecided": summary.gate.undecided,
        "gateText": report.gate(),
        "judgedText": report.judged(),
    }


def _rule(report: CiView, rule: str, findings: list[Finding]) -> dict[str, Any]:
    first = findings[0]
    worst = max((f.severity for f in findings), key=gravity)
    weakest = max((f.confidence for f in findings), key=KNOWN_ORDER.index)
    title, why = report.pick(first.title), report.pick(first.why)
    areas = sorted({c.ref.partition(".")[0] for c in first.law})
    return {
        "id": rule,
        "shortDescription": {"text": title},
        "fullDescription": {"text": (why or title)[:LONGEST_DESCRIPTION]},
        "help": _help(report, first),
        "defaultConfiguration": {"level": LEVELS[worst]},
        "properties": {
            "tags": ["privacy", first.kind, first.about, *areas][:MOST_TAGS],
            "precision": PRECISION[weakest],
            "security-severity": SCORES[worst],
            "problem.severity": PROBLEMS[LEVELS[worst]],
        },
    }


def _help(report: CiView, finding: Finding) -> dict[str, str]:
    """Return what the rule of a finding says, plain and in Markdown."""
    say, pick = report.say, report.pick
    title, why, remedy, mistaken = map(
        pick, (finding.title, finding.why, finding.remedy, finding.mistaken_when)
    )
    law = [(pick(citation.cite), citation.url) for citation in finding.law if citation.url]
    plain = (
        why,
        f"{say(finding_texts.REMEDY)}: {remedy}" if remedy else "",
        f"{say(finding_texts.MISTAKEN)} {mistaken}" if mistaken else "",
        f"{say(finding_texts.LAW)}: {'; '.join(cite for cite, _ in law)}" if law else "",
    )
    links = "; ".join(f"[{escaped(cite)}](<{url}>)" for cite, url in law)
    marked = (
        f"**{escaped(title)}**",
        escaped(why),
        f"**{say(finding_texts.REMEDY)}** {escaped(remedy)}" if remedy else "",
        f"**{say(finding_texts.MISTAKEN)}** {escaped(mistaken)}" if mistaken else "",
        f"**{say(finding_texts.LAW)}** {links}" if law else "",
    )
    return {"text": "\n\n".join(filter(None, plain)), "markdown": "\n\n".join(filter(None, marked))}


def _result(report: CiView, finding: Finding, index: int) -> dict[str, Any]:
    message = _unlinked(f"{report.headline(finding)}. {report.message(finding)}")
    made: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "kind": "fail",
        "level": LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [_location(report, report.place(finding))],
        "partialFingerprints": {
            "auditor/v1": finding.fingerprint,
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
        },
        "properties": {
            "severity": finding.severity,
            "severityIfOpen": finding.severity_if_open,
            "security-severity": SCORES[finding.severity],
            "confidence": finding.confidence,
            "precision": PRECISION[finding.confidence],
            "culprit": finding.culprit,
            "gate": finding.gate,
            "missing": finding.missing,
        },
    }
    if finding.level is not None:
        made["properties"]["exposure"] = f"E{finding.level.min}-E{finding.level.max}"
    flow = _code_flow(report, finding)
    if flow:
        made["codeFlows"] = [flow]
    related = [_related(report, n, fact) for n, fact in enumerate(finding.proof) if fact.place is not None]
    if related:
        made["relatedLocations"] = related
    if finding.accepted is not None:
        made["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": finding.accepted.reason}
        ]
    if finding.standing is not None:
        made["baselineState"] = BASELINE_STATES[finding.standing]
    return made


def _unlinked(text: str) -> str:
    """Give a plain message in which nothing reads as an embedded link (SARIF 2.1.0, § 3.11.6)."""
    return text.replace("](", "] (")


def _location(report: CiView, place: PlaceInFile | None, words: str = "") -> dict[str, Any]:
    region = {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 2}
    if place is not None:
        region = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.line,
            "endColumn": end_column(place),
        }
    physical = {"artifactLocation": {"uri": quote(report.uri(place))}, "region": region}
    return {"physicalLocation": physical} | ({"message": {"text": _unlinked(words)}} if words else {})


def _code_flow(report: CiView, finding: Finding) -> dict[str, Any]:
    if not finding.path:
        return {}
    written = places(finding)
    steps = [
        {
            "location": _location(
                report, written.get(f"flows.{hop.flow}", report.place(finding)), report.hop(hop)
            ),
            "executionOrder": order,
        }
        for order, hop in enumerate(finding.path[:MOST_STEPS], 1)
    ]
    return {"threadFlows": [{"locations": steps}]}


def _related(report: CiView, number: int, fact: ProofFact) -> dict[str, Any]:
    return {"id": number, **_location(report, fact.place, report.premise(fact))}


FORMAT = Format(
    render=sarif,
    media_type="application/sarif+json",
    suffix=".sarif",
    shown=Shown(tables=frozenset({"clauses"})),
)
