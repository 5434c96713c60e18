"""The action plan: what to do, the gravest first, with columns for people; nothing written in it changes a verdict."""

from __future__ import annotations

import json

from auditor.rendering.exports.dossier import Dossier, How
from auditor.rendering.exports.paper import Paper, csv_of, writer_of
from auditor.rendering.exports.plan import plan, plan_book, plan_table
from auditor.rendering.json import inert
from auditor.text.papers import actions as texts

#: What programs call the columns that people fill in.
HUMAN = ("owner", "due", "state", "evidence", "comment")


def plan_json(dossier: Dossier, how: How) -> bytes:
    """Give the plan for programs: a row is an object, what people wrote is under their words."""
    made = plan(dossier, how)
    rows = [
        {
            "key": action.key,
            "kind": action.kind.en,
            "severity": action.severity,
            "subject": action.subject,
            "what": action.what,
            "why": action.why,
            "lead": action.lead,
            **dict(zip(HUMAN, action.human, strict=True)),
            "since": action.since,
            "gap": action.gap,
        }
        for action in made.actions
    ]
    closed = [
        {"key": row[0], "what": row[texts.GIVEN.index(texts.WHAT)], "gone": row[-1]} for row in made.closed
    ]
    data = {"case": dossier.result.case.id, "as_of": dossier.result.as_of, "actions": rows, "closed": closed}
    return inert((json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode())


PAPER = Paper(
    writers={
        "csv": csv_of(plan_table),
        "xlsx": writer_of(plan_book, "xlsx"),
        "ods": writer_of(plan_book, "ods"),
        "json": plan_json,
    },
    takes=frozenset({"from"}),
)
