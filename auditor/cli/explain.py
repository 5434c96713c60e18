"""`auditor explain`: a rule in full, or the proof of a finding."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from auditor.cli.options import (
    CaseOptions,
    ExceptionOptions,
    Lang,
    LangOption,
    OutOption,
    Rules,
    request,
)
from auditor.cli.output import put
from auditor.cli.parameters import Argument
from auditor.cli.reading import judge


def run(
    *,
    what: Annotated[str, Argument(show_default=False)],
    paths: Annotated[list[Path], Argument(show_default=False)] = [],  # noqa: B006
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    out: OutOption = None,
    case: CaseOptions,
    excepted: ExceptionOptions,
) -> None:
    """Explain a rule; with a case, tell the proof of a finding, or of the findings of a rule, with its sources."""
    from auditor.api import explain as explaining

    explaining.refuse_path_first(what, paths)
    asked = request(paths, case, excepted, rules=rules, lang=lang)
    if paths:
        put(explaining.finding(judge(asked, case), what, asked.lang, paths), out)
        return
    put(explaining.rule(what, asked.lang, asked.policies), out)
