"""`auditor ask`: the open questions, what an answer would decide, and the letters that ask."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

import typer

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
from auditor.cli.output import put
from auditor.cli.progress import working
from auditor.cli.reading import judge
from auditor.text import command_line as words


class AskFormat(str, Enum):
    """How the questions are written."""

    text = "text"
    json = "json"


def run(
    *,
    paths: Paths,
    form: Annotated[AskFormat, typer.Option("--format", "-f")] = AskFormat.text,
    dormant: Annotated[bool, typer.Option("--all")] = False,
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    profile: ProfileOption = Reader.dpo,
    out: OutOption = None,
    case: CaseOptions,
    excepted: ExceptionOptions,
) -> None:
    """Write the open questions, the gravest first, what an answer would decide, and letters ready to send."""
    from auditor.api.ask import asking
    from auditor.api.publish import questions

    asked = request(paths, case, excepted, rules=rules, lang=lang, profile=profile)
    with working(words.ASKING, quiet=case.quiet):
        found = asking(judge(asked, case), dormant=dormant)
    put(questions(found, form.value, asked.lang, asked.profile), out)
