"""JUnit XML: a suite per rule that met something; a pack that met nothing is a test that passed."""

from __future__ import annotations

import re
from typing import Final
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding, PlaceInFile
from auditor.model.result.shown import Shown
from auditor.model.result.tables import RuleLine
from auditor.rendering.ci_view import CiView
from auditor.rendering.format import Format, Presentation
from auditor.text.cleaned import one_line

COUNTED: Final = ("tests", "failures", "errors", "skipped")
#: Characters XML 1.0 cannot hold.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(result: Result, presentation: Presentation) -> bytes:
    """Return the result as JUnit XML.

    What is established is a failure, what was accepted is skipped with its reason, what cannot be shown is an error: it could
    not be judged. A rule that only met hypotheses is a test that passed, and so is a pack of rules that met nothing. What
    else makes the gate fail has a suite of its own, and so have, skipped, what was not looked at, what a change took away and the
    number of findings that are not known well enough to fail. Properties of the first suite say how far the case could be judged.
    """
    report = CiView.of(result, presentation)
    root = Element("testsuites", name=_clean(f"auditor {result.case.id}"))
    found = _by_rule(report)
    outside = report.not_looked_at()
    suites = [_skipped(root, "not-looked-at", outside, of="not-looked-at")] if outside else []
    suites += [_suite(report, root, rule, found.get(rule.id, [])) for rule in result.rules]
    suites += [_passed(report, root, pack) for pack in _quiet(result)]
    reasons = report.reasons()
    if reasons:
        suites.append(_gate(report, root, reasons))
    if report.told():
        suites.append(_skipped(root, "since", [words for words, _ in report.told()]))
    if report.unsure():
        suites.append(_skipped(root, "unsure", [report.unsure()]))
    for first in root[:1]:
        first.insert(0, _properties(report))
    for name in COUNTED:
        root.set(name, str(sum(counts.get(name, 0) for counts in suites)))
    indent(root)
    body: bytes = tostring(root, encoding="utf-8")
    return b"<?xml version='1.0' encoding='utf-8'?>\n" + body + b"\n"


def _quiet(result: Result) -> list[str]:
    """Return the packs of rules that were applied and met nothing."""
    met = {rule.policy for rule in result.rules}
    return [pack for pack in result.tool.policies if pack not in met]


def _counted(suite: Element, **counts: int) -> dict[str, int]:
    """Write the counts of a suite on it and return them."""
    for name in COUNTED:
        suite.set(name, str(counts.get(name, 0)))
    return counts


def _passed(report: CiView, root: Element, pack: str) -> dict[str, int]:
    """Add a pack that met nothing as a test that passed, or an empty file would read as if nothing had been run."""
    suite = SubElement(root, "testsuite", name=_clean(pack))
    SubElement(suite, "testcase", classname=_clean(pack), name=report.result.case.id)
    return _counted(suite, tests=1)


def _properties(report: CiView) -> Element:
    """Return how far the case could be judged, and what the gate says."""
    judged = report.result.summary.judged
    properties = Element("properties")
    for name in judged.__struct_fields__:
        SubElement(properties, "property", name=f"judged.{name}", value=str(getattr(judged, name)))
    SubElement(properties, "property", name="judged", value=_clean(report.judged()))
    SubElement(properties, "property", name="gate", value=_clean(report.gate()))
    return properties


def _skipped(root: Element, name: str, lines: list[str], of: str = "gate") -> dict[str, int]:
    """Add what fails nothing and must be known, a line each, as tests that were skipped."""
    suite = SubElement(root, "testsuite", name=name)
    for words in lines:
        case = SubElement(suite, "testcase", classname=of, name=_clean(words))
        SubElement(case, "skipped", message=_clean(words))
    return _counted(suite, tests=len(lines), skipped=len(lines))


def _gate(report: CiView, root: Element, reasons: list[tuple[str, PlaceInFile | None]]) -> dict[str, int]:
    """Add what makes the gate fail besides findings: exceptions that hold no more, rules loosened."""
    suite = SubElement(root, "testsuite", name="gate")
    for words, place in reasons:
        case = SubElement(
            suite, "testcase", classname="gate", name=_clean(words), file=_clean(report.uri(place))
        )
        SubElement(case, "failure", type="gate", message=_clean(words))
    return _counted(suite, tests=len(reasons), failures=len(reasons))


def _by_rule(report: CiView) -> dict[str, list[Finding]]:
    found: dict[str, list[Finding]] = {}
    for finding in (*report.established(), *report.joined(), *report.accepted(), *report.open()):
        found.setdefault(finding.rule, []).append(finding)
    return found


def _suite(report: CiView, root: Element, rule: RuleLine, findings: list[Finding]) -> dict[str, int]:
    suite = SubElement(root, "testsuite", name=_clean(f"{rule.id} {report.pick(rule.title)}"))
    counts = {"tests": max(len(findings), 1), "failures": 0, "errors": 0, "skipped": 0}
    if not findings:
        SubElement(suite, "testcase", classname=rule.id, name=report.result.case.id)
    for finding in findings:
        case = SubElement(
            suite,
            "testcase",
            classname=rule.id,
            name=_clean(f"{report.culprit(finding)} F-{finding.fingerprint}"),
            file=_clean(report.uri(report.place(finding))),
            line=str(report.line(finding)),
        )
        message = _clean(f"{report.headline(finding)}. {report.pick(finding.message)}")
        if finding.accepted is not None:
            counts["skipped"] += 1
            words = f"{finding.accepted.by}, {finding.accepted.until}: {finding.accepted.reason}"
            SubElement(case, "skipped", message=_clean(words))
        elif finding.outcome == "cannot-be-shown":
            counts["errors"] += 1
            SubElement(case, "error", type=rule.id, message=message).text = _clean(report.questions(finding))
        else:
            counts["failures"] += 1
            failure = SubElement(case, "failure", type=rule.id, message=message)
            failure.text = _clean(
                "\n".join(report.hop(hop) for hop in finding.path) or report.pick(finding.why)
            )
    return _counted(suite, **counts)


def _clean(text: str) -> str:
    return "\n".join(one_line(line) for line in NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text).split("\n"))


FORMAT = Format(
    render=junit, media_type="application/xml", suffix=".xml", shown=Shown(tables=frozenset(), premises=False)
)
