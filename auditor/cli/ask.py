"""`auditor ask`: the open questions, what an answer would decide, the letters that ask, and forms to be filled in."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from auditor.cli.options import (
    CaseOptions,
    ExceptionOptions,
    Lang,
    LangOption,
    OutOption,
    Paths,
    ProfileOption,
    Reader,
    Rules,
    request,
)
from auditor.cli.output import line, put
from auditor.cli.parameters import Option
from auditor.cli.progress import working
from auditor.cli.reading import judge
from auditor.errors import UsageRefused
from auditor.text import command_line as words

if TYPE_CHECKING:
    from auditor.api.gate import Judged
    from auditor.api.request import Request


class FormKind(str, Enum):
    """As what the forms are written, one per addressee."""

    text = "text"
    docx = "docx"
    xlsx = "xlsx"
    html = "html"
    skeleton = "reply-skeleton"


class AskFormat(str, Enum):
    """How the questions are written."""

    text = "text"
    json = "json"


def run(
    *,
    paths: Paths,
    form: Annotated[AskFormat, Option("--format", "-f")] = AskFormat.text,
    dormant: Annotated[bool, Option("--all")] = False,
    kind: Annotated[FormKind | None, Option("--as", show_default=False)] = None,
    to: Annotated[list[str], Option("--to", metavar="ID", show_default=False)] = [],  # noqa: B006
    number: Annotated[str, Option("--number", metavar="NUMBER", show_default=False)] = "",
    on: Annotated[str, Option("--on", metavar="DAY", show_default=False)] = "",
    before: Annotated[str, Option("--before", metavar="DAY", show_default=False)] = "",
    held: Annotated[bool, Option("--held")] = False,
    record: Annotated[Path | None, Option("--record", metavar="DIR", show_default=False)] = None,
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    profile: ProfileOption = Reader.dpo,
    out: OutOption = None,
    case: CaseOptions,
    excepted: ExceptionOptions,
) -> None:
    """Write the open questions, the gravest first, what an answer would decide, letters and forms ready to send."""
    from auditor.api.ask import asking
    from auditor.api.publish import questions

    asked = request(paths, case, excepted, rules=rules, lang=lang, profile=profile)
    if kind is not None:
        how = {
            "number": number,
            "on": on,
            "before": before,
            "to": tuple(to),
            "dormant": dormant,
            "held": held,
        }
        _forms(judge(asked, case), asked, kind=kind.value, how=how, out=out, record=record)
        return
    if to or number or on or before or held or record:
        from auditor.text.problems.answers import SAY_AS

        raise UsageRefused(SAY_AS())
    with working(words.ASKING, quiet=case.quiet):
        found = asking(judge(asked, case), dormant=dormant)
    put(questions(found, form.value, asked.lang, asked.profile), out)


def _forms(
    judged: Judged,
    asked: Request,
    *,
    kind: str,
    how: dict[str, object],
    out: Path | None,
    record: Path | None,
) -> None:
    """Write a form for each addressee into the folder `out`, letters to standard output where none is named."""
    from auditor.api import sent
    from auditor.api.forms import forms, sending
    from auditor.text.problems import answers as problems

    made = forms(judged, sending(how))
    if record is not None and not how["on"]:
        raise UsageRefused(problems.SAY_DAY())
    if out is not None:
        files = sent.put(made, kind, asked.lang, profile=asked.profile, into=out, cases=asked.paths)
    elif kind == "text":
        put(b"\n".join(sent.letter(form, asked.lang, asked.profile) for form in made))
        files = []
    else:
        raise UsageRefused(problems.SAY_FOLDER())
    if record is not None:
        files += sent.record(made, judged.materials.case, record)
    for file in files:
        line(file.as_posix())
