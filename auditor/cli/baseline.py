"""`auditor baseline`: what an estate has now, so that only what is new or worse fails."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from auditor.cli.language import spoken
from auditor.cli.options import CaseOptions, ExceptionOptions, Lang, LangOption, OnePath, request
from auditor.cli.output import leave, line, put
from auditor.cli.parameters import Option
from auditor.cli.reading import judge
from auditor.cli.standard_error import told
from auditor.text.command_line import BASELINE_LEFT


def run(
    *,
    path: OnePath,
    accept_new: Annotated[bool, Option("--accept-new")] = False,
    baseline: Annotated[
        Path | None,
        Option("--baseline", "--out", "--output", "-o", envvar="AUDITOR_BASELINE", show_default=False),
    ] = None,
    lang: LangOption = Lang.en,
    case: CaseOptions,
    excepted: ExceptionOptions,
) -> None:
    """Write the established findings of a case to a baseline; one that would grow is left alone unless told otherwise."""
    from auditor.api.baseline import lines, rewritten, where
    from auditor.model.result.shown import ESTABLISHED

    file = where(path, baseline)
    result = judge(request([path], case, excepted, lang=lang), case, shown=ESTABLISHED).result
    change = rewritten(result, file)
    for each in lines(change, lang.value):
        line(each)
    grows = bool(change.added) and not change.first and not accept_new
    if grows:
        told(BASELINE_LEFT(path=file.as_posix()), None, spoken())
    else:
        put(change.data, file)
    leave(passed=not grows)
