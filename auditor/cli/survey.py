"""`auditor survey`: many cases and captures judged side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

from auditor.cli.main import CANNOT_JUDGE
from auditor.cli.options import (
    CaseOptions,
    ExceptionOptions,
    GateOptions,
    Lang,
    LangOption,
    Paths,
    Rules,
    State,
    request,
)
from auditor.cli.output import Left, leave, line
from auditor.cli.parameters import Option
from auditor.cli.progress import counting
from auditor.cli.standard_error import in_language, say
from auditor.text import command_line as words

if TYPE_CHECKING:
    from auditor.model.survey import Survey

#: Of how many that were not judged the reason is said at the end.
FIRST: Final = 5


def run(
    *,
    paths: Paths,
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    out: Annotated[Path, Option("--out", "--output", "-o", metavar="FOLDER")] = Path("survey"),
    since: Annotated[Path | None, Option("--since", metavar="FOLDER", show_default=False)] = None,
    state: Annotated[State, Option("--state", show_default=False)] = State.unknown,
    sites: Annotated[list[str], Option("--site", metavar="SITE", show_default=False)] = [],  # noqa: B006
    workers: Annotated[
        int | None, Option("--workers", metavar="NUMBER", least=1, most=1000, show_default=False)
    ] = None,
    cluster: Annotated[str, Option("--cluster", metavar="ADDRESS", show_default=False)] = "",
    case_seconds: Annotated[int, Option("--case-seconds", metavar="NUMBER", least=1, most=86_400)] = 60,
    parquet: Annotated[bool, Option("--parquet")] = False,
    case: CaseOptions,
    gate: GateOptions,
    excepted: ExceptionOptions,
) -> None:
    """Judge many cases and captures side by side; exit 1 if a gate is not passed, 2 if none failed and one was not judged."""
    import gc

    from auditor.api.surveying.processes import usual_workers
    from auditor.api.surveying.survey import PAGE, TABLE, Asked, survey

    gc.enable()  # this command runs for hours where others run for a second
    asked = Asked(
        paths=tuple(paths),
        request=request([], case, excepted, gate, rules=rules, lang=lang),
        out=out,
        state=state.value,
        earlier=since,
        workers=workers or usual_workers(),
        cluster=cluster,
        seconds=case_seconds,
        sites=tuple(sites),
        parquet=parquet,
    )
    with counting(quiet=case.quiet) as told:
        found = survey(asked, lambda progress: told(progress.done, progress.items))
    line((out / PAGE).as_posix())
    _leave(found, (out / TABLE).as_posix(), lang.value, quiet=case.quiet)


def _leave(found: Survey, table: str, lang: str, *, quiet: bool) -> NoReturn:
    """Say how it went, and end the command: what was not judged never passes."""
    totals = found.totals
    left = totals.cases - totals.judged
    if not quiet:
        counts = {"cases": totals.cases, "judged": totals.judged, "failing": totals.failing}
        say(f"auditor: {words.SURVEYED.said(lang, **{name: str(count) for name, count in counts.items()})}")
    for row in found.not_judged[:FIRST]:
        why = "" if row.reason is None else in_language(row.reason, lang)
        say(f"auditor: {words.NOT_JUDGED_AS.said(lang, case=row.case, why=why)}")
    if left:
        say(f"auditor: {words.NOT_JUDGED.said(lang, count=str(left), path=table)}")
    if totals.failing:
        leave(passed=False)
    if left:
        raise Left(CANNOT_JUDGE)
    leave(passed=True)
