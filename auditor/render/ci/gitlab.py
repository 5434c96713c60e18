"""GitLab code quality: one entry per established finding, each with a fingerprint of its own."""

from __future__ import annotations

import json
from typing import Final

from auditor.model.vocabulary import Severity
from auditor.render.ci.report import Report

SEVERITIES: Final[dict[Severity, str]] = {
    "critical": "blocker",
    "high": "critical",
    "medium": "major",
    "low": "minor",
    "info": "info",
}


def gitlab(report: Report) -> bytes:
    """Give what is established, and nobody accepted, as a GitLab code quality report."""
    entries = [
        {
            "description": f"{report.pick(finding.title)}: {report.pick(finding.message)}",
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
    return (json.dumps(entries, ensure_ascii=False, indent=2) + "\n").encode()
