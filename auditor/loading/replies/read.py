"""A form that came back, read by what its file begins with: a workbook, the file of the page, a reply that somebody entered."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import astuple, replace

from auditor.loading.files.document import UNSAFE
from auditor.loading.importing.format import Document
from auditor.loading.importing.guard import OLE, ZIP
from auditor.loading.replies.workbook import of_workbook
from auditor.loading.replies.written import of_json, of_yaml
from auditor.model.forms import Paper, Reply


def reply_in(document: Document) -> Reply:
    """Give what a file holds of a form. Raises Refused where nothing of it is ours, and with every problem of what is."""
    if document.data.startswith((ZIP, OLE)):
        found = of_workbook(document)
    elif document.data.lstrip()[:1] == b"{":
        found = of_json(document)
    else:
        found = of_yaml(document)
    return _sound(found)


def _sound(reply: Reply) -> Reply:
    """Give a reply without signs that no file of a case may hold."""
    text = msgspec.json.encode(reply).decode()
    if re.search(UNSAFE, text) is None:
        return reply
    answers = [
        replace(each, **{name: _text(getattr(each, name)) for name in ("other", "state", "paper", "page")})
        for each in reply.answers
    ]
    answers = [replace(each, values=[_text(value) for value in each.values]) for each in answers]
    papers = [Paper(*(_text(part) for part in astuple(paper))) for paper in reply.papers]
    by, on, printed = map(_text, (reply.by, reply.on, reply.printed))
    return replace(reply, answers=answers, papers=papers, by=by, on=on, printed=printed)


def _text(text: str) -> str:
    return re.sub(UNSAFE, "", text)
