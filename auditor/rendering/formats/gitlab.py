"""GitLab code quality: one entry per established finding, each with a fingerprint of its own."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, Final

from auditor.model.result.document import Result
from auditor.model.result.findings import PlaceInFile
from auditor.model.result.shown import ESTABLISHED
from auditor.model.vocabulary import Floor
from auditor.rendering.ci_view import CiView
from auditor.rendering.format import Format, Presentation
from auditor.rendering.json import as_json

SEVERITIES: Final[dict[Floor, str]] = {
    "critical": "blocker",
    "high": "critical",
    "medium": "major",
    "low": "minor",
    "info": "info",
    "none": "info",
}


def gitlab(result: Result, presentation: Presentation) -> bytes:
    """Give what is established, and nobody accepted, as a GitLab code quality report; what else makes the gate fail comes last."""
    report = CiView.of(result, presentation)
    entries = [
        {
            "description": f"{report.headline(finding)}: {report.message(finding)}",
            "check_name": finding.rule,
            "fingerprint": finding.fingerprint,
            "severity": SEVERITIES[finding.severity],
            "location": {
                "path": report.uri(report.place(finding)),
                "lines": {"begin": report.line(finding)},
            },
        }
        for finding in report.established()
    ]
    entries += [_reason(report, words, place) for words, place in report.reasons()]
    entries += [
        {**_reason(report, words, place), "severity": SEVERITIES["low"]} for words, place in report.told()
    ]
    entries += [
        {**_reason(report, words, None), "check_name": "not-looked-at", "severity": SEVERITIES["info"]}
        for words in report.not_looked_at()
    ]
    remarks = (report.unsure(), report.undecided())
    entries += [
        {**_reason(report, words, None), "severity": SEVERITIES["info"]} for words in remarks if words
    ]
    return as_json(entries)


def _reason(report: CiView, words: str, place: PlaceInFile | None) -> dict[str, Any]:
    return {
        "description": words,
        "check_name": "gate",
        "fingerprint": sha256(words.encode()).hexdigest()[:16],
        "severity": SEVERITIES["high"],
        "location": {"path": report.uri(place), "lines": {"begin": place.line if place else 1}},
    }


FORMAT = Format(render=gitlab, media_type="application/json", suffix=".json", shown=ESTABLISHED)
