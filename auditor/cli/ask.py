"""`auditor ask`: the open questions as letters."""

from __future__ import annotations

from auditor.cli.options import (
    CaseOptions,
    ExceptionOptions,
    Lang,
    LangOption,
    OutOption,
    Paths,
    Rules,
    request,
)
from auditor.cli.output import put
from auditor.cli.reading import judge


def run(
    *,
    paths: Paths,
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    out: OutOption = None,
    case: CaseOptions,
    excepted: ExceptionOptions,
) -> None:
    """Write the open questions, per addressee, ready to send."""
    from auditor.api.publish import questions

    asked = request(paths, case, excepted, rules=rules, lang=lang)
    put(questions(judge(asked, case).result, asked.lang), out)
