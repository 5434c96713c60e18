"""Forms as the files that are sent, and the record of having asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from msgspec import UNSET, to_builtins

from auditor.api.writing import writable, write
from auditor.errors import UsageRefused
from auditor.loading.case.imported import is_imported
from auditor.loading.files.document import read
from auditor.loading.files.overlooked import SUFFIXES
from auditor.loading.files.repository import real
from auditor.loading.importing.written import commented, imported_file
from auditor.model.answers import type_at
from auditor.model.bilingual import Bilingual
from auditor.model.case.document import OF_ENDS, Case
from auditor.model.forms import ANSWERS, Form
from auditor.model.profile import ProfileName
from auditor.rules.questions import parted
from auditor.text import forms as words
from auditor.text.grammar import both, filled
from auditor.text.problems import answers as problems

Tree = dict[str, Any]


def workbook(form: Form, lang: str, profile: ProfileName) -> bytes:
    """Give a form as a workbook."""
    del profile
    from auditor.rendering.forms.workbook import as_workbook

    return as_workbook(form, lang)


def page(form: Form, lang: str, profile: ProfileName) -> bytes:
    """Give a form as a page."""
    del profile
    from auditor.rendering.forms.page import as_page

    return as_page(form, lang)


def letter(form: Form, lang: str, profile: ProfileName) -> bytes:
    """Give a form as a letter."""
    from auditor.rendering.forms.letter import as_letter

    return as_letter(form, lang, profile)


def document(form: Form, lang: str, profile: ProfileName) -> bytes:
    """Give a form as a letter in a document. Raises UsageRefused where python-docx is not installed."""
    from auditor.rendering.forms.document import as_document

    return as_document(form, lang, profile)


def skeleton(form: Form, lang: str, profile: ProfileName) -> bytes:
    """Give a file in which whoever receives a reply in writing enters it."""
    del profile
    tree: dict[Any, Any] = {
        "format": ANSWERS,
        "form": form.id,
        "case": form.case,
        "sha256": form.digest,
        "to": form.to,
        "questions": len(form.asked_for),
        "by": dict.fromkeys(("name", "function", "organisation", "on", "printed", "consent"), ""),
        "answers": [
            {
                "number": each.number,
                "asks": _in(each.question, lang),
                "route": each.route,
                "digest": each.digest,
                "says": "",
                "state": "",
                "paper": "",
                "page": "",
                **({"held": "true"} if each.held else {}),
            }
            for each in form.questions
        ],
        "papers": [],
    }
    states = ", ".join(words.STATES)
    head = filled(words.SKELETON, form=both(form.id), states=both(states))
    return commented(tree, _in(head, lang))


#: How a form is written, by its name: how its file ends, and what writes it.
KINDS: Final[Mapping[str, tuple[str, Callable[[Form, str, ProfileName], bytes]]]] = {
    "text": (".txt", letter),
    "docx": (".docx", document),
    "xlsx": (".xlsx", workbook),
    "html": (".html", page),
    "reply-skeleton": (".yaml", skeleton),
}


def put(
    forms: Iterable[Form], kind: str, lang: str, *, profile: ProfileName, into: Path, cases: Iterable[Path]
) -> list[Path]:
    """Write each form into a folder, and give where. Raises NotWritten, and UsageRefused where a file would be read as part of a case."""
    ending, writer = KINDS[kind]
    if ending.endswith(SUFFIXES) and any(real(into).is_relative_to(real(case)) for case in cases):
        raise UsageRefused(problems.SKELETON_OUTSIDE(path=into.as_posix()), problems.OTHER_FOLDER())
    files = [(into / f"{form.id}{ending}", writer(form, lang, profile)) for form in forms]
    for file, data in files:
        write(file, data)
    return [file for file, _ in files]


def record(forms: Iterable[Form], case: Case, into: Path) -> list[Path]:
    """Write into a folder of the case that each question was asked. Raises UsageRefused where something else is there, NotWritten."""
    made = [(into / f"questions-{form.id}.yaml", _recorded(form, case)) for form in forms]
    for file, data in made:
        if writable(file).exists() and file.read_bytes() != data and not _is_ours(file):
            raise UsageRefused(problems.NOT_OURS(path=file.as_posix()))
    for file, data in made:
        write(file, data)
    return [file for file, _ in made]


def _is_ours(file: Path) -> bool:
    return is_imported(read(file.as_posix(), file.read_bytes()))


def _recorded(form: Form, case: Case) -> bytes:
    source = f"{form.id}-sent"
    title = filled(words.RECORDED, form=both(form.id), who=form.name)
    sent: Tree = {"kind": "questionnaire", "title": to_builtins(title)}
    if form.asked:
        sent["date"] = form.asked
    to = form.to or case.case.about
    asked: Tree = {}
    for each in form.asked_for if to else ():
        entry: Tree = {"to": to, "text": to_builtins(each.question), "asked": form.asked or "unknown"}
        if form.before:
            entry["due"] = form.before
        entry["answered"] = "false"
        if is_field(case, each.route):
            entry["settles"] = [each.route]
        asked[f"{form.id}-{each.number}"] = {**entry, "source": f"{source}#{each.number}"}
    return imported_file({"sources": {source: sent}, "questions": asked}, source, words.MADE_BY, "documented")


def is_field(case: Case, route: str) -> bool:
    """Tell whether a field of the case stands at a route, so that an answer can settle it."""
    section, name, _ = parted(route)
    there = name in getattr(case, section, {}) or section in OF_ENDS
    return there and type_at(case, route) not in (None, UNSET)


def _in(text: Bilingual, lang: str) -> str:
    return text.fr if lang == "fr" else text.en
