"""A starter for the CNIL's impact assessment software: what the case tells, in the answers it bears on; nothing judged.

The structure is that of the files the software exports and imports (`pia`, `answers`, `measures`, `evaluations`, `comments`);
its makers document no schema. Gauges, opinions and evaluations are left empty: they are human judgement. Every text is HTML in
the software, so every text is escaped.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any, Final

from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.model.vocabulary import UNSETTLED
from auditor.rendering.annex import impact_answers, register
from auditor.rendering.exports.paper import Paper
from auditor.rendering.json import inert
from auditor.rendering.words import pick, speaker
from auditor.text import annex as annex_texts

#: Questions of the software that findings bear on, besides those answered from the annex of a report.
LIFE_CYCLE: Final = 122
PROCESSORS: Final = 226
TRANSFERS: Final = 227
THREATS: Final = 322
SOURCES: Final = 323
BEARS_ON: Final = {"flow": LIFE_CYCLE, "document": PROCESSORS, "ownership": TRANSFERS}


def pia(result: Result, lang: str) -> bytes:
    """Give a file that the software imports, with the answers the case gives and links to the findings as comments."""
    say = speaker(lang)
    answers = [
        _answer(
            int(sheet.id), _items(sheet.rows[0].entries) or f"<p>{escape(say(annex_texts.NOT_DECLARED))}</p>"
        )
        for sheet in impact_answers(result, lang)
    ]
    answers += [_answer(THREATS, "", _threats(result, lang)), _answer(SOURCES, "", _sources(result, lang))]
    made = {
        "pia": _head(pick(result.case.title, lang)),
        "answers": answers,
        "measures": _measures(result, lang),
        "evaluations": [],
        "comments": _comments(result, lang),
    }
    return inert((json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode())


def _head(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "status": 0,
        "author_name": "",
        "evaluator_name": "",
        "validator_name": "",
        "dpo_status": 0,
        "dpo_opinion": "",
        "dpos_names": "",
        "people_names": "",
        "concerned_people_status": 0,
        "concerned_people_opinion": "",
        "concerned_people_searched_opinion": False,
        "concerned_people_searched_content": "",
        "rejection_reason": "",
        "applied_adjustments": "",
        "category": "",
        "is_example": 0,
        "is_archive": 0,
    }


def _answer(question: int, text: str, listed: Iterable[str] = ()) -> dict[str, Any]:
    return {"reference_to": question, "data": {"text": text, "gauge": None, "list": list(listed)}}


def _items(lines: Iterable[str]) -> str:
    found = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{found}</ul>" if found else ""


def _established(result: Result) -> Iterator[Finding]:
    return (f for f in result.findings if f.outcome == "established" and not f.joined)


def _threats(result: Result, lang: str) -> list[str]:
    kinds = ("gap", "exposure", "transfer", "fact")
    found = (f for f in _established(result) if f.kind in kinds)
    return [escape(f"{pick(f.title, lang)} ({f.rule}, F-{f.fingerprint})") for f in found]


def _sources(result: Result, lang: str) -> list[str]:
    """Give who holds data within reach of the law of a third State."""
    custodians = dict.fromkeys(line.custodian for line in result.exposures if line.level.max)
    return [
        escape(pick(result.names[who], lang))
        for who in custodians
        if who not in UNSETTLED and who in result.names
    ]


def _measures(result: Result, lang: str) -> list[dict[str, Any]]:
    say = speaker(lang)
    label = say(annex_texts.REGISTER_SECURITY)
    rows = (row for sheet in register(result, lang) for row in sheet.rows if row.label == label)
    lines = dict.fromkeys(entry for row in rows for entry in row.entries)
    return (
        [{"title": say(annex_texts.IMPACT_ENCRYPTION), "content": _items(lines), "placeholder": ""}]
        if lines
        else []
    )


def _comments(result: Result, lang: str) -> list[dict[str, Any]]:
    return [
        {
            "description": escape(
                f"{f.rule}: {pick(f.message, lang)} (report.{lang}.html#F-{f.fingerprint})"
            ),
            "reference_to": BEARS_ON[f.about],
            "for_measure": False,
        }
        for f in _established(result)
    ]


PAPER = Paper(writers={"json": pia})
