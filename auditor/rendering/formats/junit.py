"""JUnit XML: a suite per rule; a pass is a test case too, or an empty file would read as green."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from auditor.model.result import Finding, PlaceInFile, Result, RuleLine
from auditor.rendering.ci_view import CiView
from auditor.rendering.format import Format, Presentation

#: Characters XML 1.0 cannot hold.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(result: Result, presentation: Presentation) -> bytes:
    """Give the result as JUnit XML.

    What is established is a failure, what was accepted is skipped with its reason, what cannot be shown is an error: it could
    not be judged. A rule that met nothing is a test that passed. What else makes the gate fail has a suite of its own,
    and so has the number of findings that are not known well enough to fail: skipped.
    """
    report = CiView.of(result, presentation)
    root = Element("testsuites", name=_clean(f"auditor {report.result.case.id}"))
    totals = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    found = _by_rule(report)
    for rule in sorted(report.result.rules, key=lambda line: line.id):
        counts = _suite(report, root, rule, found.get(rule.id, []))
        for name, count in counts.items():
            totals[name] += count
    reasons = report.reasons()
    if reasons:
        _gate(report, root, reasons)
        totals["tests"] += len(reasons)
        totals["failures"] += len(reasons)
    if report.unsure():
        suite = SubElement(root, "testsuite", name="unsure", tests="1", failures="0", errors="0", skipped="1")
        case = SubElement(suite, "testcase", classname="gate", name=_clean(report.unsure()))
        SubElement(case, "skipped", message=_clean(report.unsure()))
        totals["tests"] += 1
        totals["skipped"] += 1
    for name, count in totals.items():
        root.set(name, str(count))
    indent(root)
    body: bytes = tostring(root, encoding="utf-8")
    return b"<?xml version='1.0' encoding='utf-8'?>\n" + body + b"\n"


def _gate(report: CiView, root: Element, reasons: list[tuple[str, PlaceInFile | None]]) -> None:
    """Add what makes the gate fail besides findings: exceptions that hold no more, rules loosened."""
    count = str(len(reasons))
    suite = SubElement(root, "testsuite", name="gate", tests=count, failures=count, errors="0", skipped="0")
    for words, place in reasons:
        case = SubElement(
            suite, "testcase", classname="gate", name=_clean(words), file=_clean(report.uri(place))
        )
        SubElement(case, "failure", type="gate", message=_clean(words))


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
            name=_clean(f"{finding.culprit} F-{finding.fingerprint}"),
            file=_clean(report.uri(report.place(finding))),
            line=str(report.line(finding)),
        )
        message = _clean(report.pick(finding.message))
        if finding.accepted is not None:
            counts["skipped"] += 1
            words = f"{finding.accepted.by}, {finding.accepted.until}: {finding.accepted.reason}"
            SubElement(case, "skipped", message=_clean(words))
        elif finding.outcome == "cannot-be-shown":
            counts["errors"] += 1
            SubElement(case, "error", type=rule.id, message=message).text = _clean(", ".join(finding.missing))
        else:
            counts["failures"] += 1
            failure = SubElement(case, "failure", type=rule.id, message=message)
            failure.text = _clean(
                "\n".join(report.hop(hop) for hop in finding.path) or report.pick(finding.why)
            )
    for name, count in counts.items():
        suite.set(name, str(count))
    return counts


def _clean(text: str) -> str:
    return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


FORMAT = Format(render=junit, media_type="application/xml", suffix=".xml")
