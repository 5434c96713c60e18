"""Forms of a small clinic and of the reference case, filled in as people do, and read back."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl

from auditor.api import answers, gate, sent
from auditor.api.forms import Sending, forms
from auditor.api.request import Request
from auditor.model.answers_taken import TakenReply, Taking
from auditor.model.forms import CORRECT, FIRST, OTHER, PAGE, PAPER, ROUTE, STATE, Form
from auditor.model.materials import Materials
from tests.conftest import materials

CLINIC = """\
auditor: 1
known: documented
source: file
case:
  id: clinic
  title: {fr: Rendez-vous de la clinique, en: Appointments of the clinic}
  as_of: 2026-01-01
  about: clinic
sources:
  file: {title: File}
people:
  patients: {title: Patients}
organisations:
  clinic: {name: Clinique du Lac SAS, country: FR}
  cloud: {name: Nuage SARL, country: FR}
  mailer: {name: Courrier Secret SAS, country: FR}
activities:
  care:
    title: {fr: prise de rendez-vous, en: booking of appointments}
    purpose: booking
    people: patients
    data: health
    controller: clinic
    processors: [cloud, unknown]
    retention: unknown
hosts:
  server:
    title: {fr: le serveur, en: the server}
    operator: cloud
    location: unknown
    keeps: health
    keys: unknown
    at_rest: unknown
flows:
  booking:
    title: {fr: la réservation, en: the booking}
    from: patients
    to: server
    for: care
    data: health
    transport: unknown
"""
CELLS = {"other": OTHER, "state": STATE, "paper": PAPER, "page": PAGE, "correct": CORRECT}
NUMBER = "2026-03"


def clinic(folder: Path, text: str = CLINIC) -> Path:
    """Write the clinic as a case below a folder."""
    case = folder / "clinic"
    case.mkdir(exist_ok=True)
    (case / "case.yaml").write_text(text, encoding="utf-8")
    return case


def sent_to(case: Path, to: str, *, dormant: bool = True) -> Form:
    """The form to one addressee."""
    judged = gate.judge(Request(paths=(case,)))
    return next(each for each in forms(judged, Sending(number=NUMBER, dormant=dormant)) if each.to == to)


def workbook(form: Form, lang: str = "en") -> bytes:
    return sent.workbook(form, lang, "dpo")


def filled(
    data: bytes, said: Mapping[str, Mapping[str, Any]], also: Mapping[str, Mapping[str, str]] | None = None
) -> bytes:
    """A workbook with its answers typed in, saved by another program; `also` are further cells by sheet and place."""
    book = openpyxl.load_workbook(BytesIO(data))
    left = dict(said)
    for sheet in book.worksheets:
        if sheet["A1"].value != "route":
            continue
        for row in range(2, sheet.max_row + 1):
            answer = left.pop(str(sheet.cell(row, ROUTE + 1).value), {})
            for number, value in enumerate(answer.get("values", ())):
                sheet.cell(row, FIRST + number + 1).value = value
            for name, column in CELLS.items():
                if name in answer:
                    sheet.cell(row, column + 1).value = answer[name]
    assert not left, left
    for name, cells in (also or {}).items():
        for place, value in cells.items():
            book[name][place] = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def read(case: Path, data: bytes, *, name: str = "back.xlsx", write: bool = True, **how: Any) -> TakenReply:
    """Read a file into a case, and write what it makes."""
    file = case.parent / name
    file.write_bytes(data)
    taking = Taking(by="Jane Doe, DPO", on="2026-03-09", **how)
    [reply] = answers.taken([file], case, taking, case)
    if write:
        answers.put_in([reply])
    return reply


def told(reply: TakenReply) -> set[str]:
    return {each.what for each in reply.told}


def facts(case: Path) -> Materials:
    return materials([case])
