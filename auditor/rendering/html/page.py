"""One self-contained page per language: no request, a strict content security policy, everything readable without a script."""

from __future__ import annotations

from typing import Final

from auditor.model.report import Report
from auditor.rendering.across_dates import cell_words, gate_words
from auditor.rendering.html.environment import environment, frame
from auditor.rendering.html.view.captures import captures
from auditor.rendering.html.view.claims import Claims, claims
from auditor.rendering.html.view.control import control
from auditor.rendering.html.view.findings import findings
from auditor.rendering.html.view.first import first
from auditor.rendering.html.view.flows import flows
from auditor.rendering.html.view.method import method
from auditor.rendering.html.view.questions import questions
from auditor.rendering.html.view.wording import Wording
from auditor.text.grammar import enumerated
from auditor.text.page import CLAIMS_COUNTED, TEXTS
from auditor.text.telling import AND

#: The sections that a reader may go to, and the key of their name, in the order of the page.
NAVIGATION: Final = (
    ("captures", "nav_captures"),
    ("known", "nav_known"),
    ("claims", "nav_claims"),
    ("diagram", "nav_drawing"),
    ("findings", "nav_findings"),
    ("actions", "nav_actions"),
    ("questions", "nav_questions"),
    ("flows", "nav_flows"),
    ("control", "nav_control"),
    ("since", "nav_since"),
    ("method", "nav_method"),
    ("annexes", "nav_annexes"),
)


def page(report: Report, lang: str) -> bytes:
    """Give `report` in `lang` (fr or en) as one HTML page."""
    template = environment(lang).get_template("page.html.j2")
    return (template.render(context(report, lang), **frame()).rstrip() + "\n").encode()


def context(report: Report, lang: str) -> dict[str, object]:
    """Give the names that templates use: what each section shows, and the words of the report."""
    words = Wording(report, lang)
    say = words.say
    opening, said, how, told = first(words), claims(words), method(words), findings(words)
    absent = {
        *(("captures",) if report.result.captures is None else ()),
        *(("claims",) if not said.card and not said.rows else ()),
        *(("actions",) if not opening.todo else ()),
        *(("known",) if not (opening.edge.known or opening.edge.unknown or opening.edge.change) else ()),
        *(("since",) if report.since is None else ()),
    }
    return {
        "report": report,
        "result": report.result,
        "captures": captures(report.result, lang),
        "words": words,
        "first": opening,
        "claims": said,
        "claim_columns": [say(TEXTS[f"way_{way}"]) for way in said.columns],
        "claim_counts": _counted(words, said),
        "flows": flows(words),
        "findings": told,
        "questions": questions(words),
        "control": control(words),
        "method": how,
        "absent": absent,
        "navigation": [(section, key) for section, key in NAVIGATION if section not in absent],
        "source_anchors": {f"S-{source.id}" for source in how.sources},
        "on_date": lambda cell: cell_words(cell, say),
        "gate_on": lambda date: gate_words(date, say),
    }


def _counted(words: Wording, said: Claims) -> str:
    """Say how many claims have each verdict."""
    parts = (words.say(CLAIMS_COUNTED[verdict], count=count) for verdict, count in said.counts)
    return enumerated(parts, words.say(AND))
