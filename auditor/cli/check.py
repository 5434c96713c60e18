"""`auditor check`: judge a case."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, NoReturn

from auditor.cli.options import (
    CaseOptions,
    Colour,
    ExceptionOptions,
    GateOptions,
    KnownOptions,
    Lang,
    LangOption,
    Paths,
    ProfileOption,
    Reader,
    Rules,
    request,
)
from auditor.cli.output import Destination, Display, destinations, leave, put, show, shown
from auditor.cli.parameters import Option
from auditor.cli.progress import working
from auditor.cli.reading import judge, judge_across
from auditor.errors import UsageRefused
from auditor.rendering.formats import FORMATS
from auditor.text import command_line as words

if TYPE_CHECKING:
    from auditor.api.request import Request


def run(
    *,
    paths: Paths,
    form: Annotated[
        str,
        Option(
            "--format",
            "-f",
            choices=FORMATS.names(),
        ),
    ] = "text",
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    profile: ProfileOption = Reader.dpo,
    output: Annotated[
        list[str], Option("--output", "--out", "-o", metavar="[FORMAT:]FILE", show_default=False)
    ] = [],  # noqa: B006
    sarif_accepted: Annotated[bool, Option("--sarif-accepted")] = False,
    color: Annotated[Colour, Option("--color")] = Colour.auto,
    case: CaseOptions,
    gate: GateOptions,
    known: KnownOptions,
    excepted: ExceptionOptions,
) -> None:
    """Judge a case and show findings, open points and claims; exit 1 if the gate is not passed, on any of several dates."""
    wanted = destinations(form, output)
    asked = request(paths, case, excepted, gate, known, rules=rules, lang=lang, profile=profile)
    if len(asked.as_of) > 1:
        _across(asked, wanted, case)
    with working(words.JUDGING, quiet=case.quiet):
        result = judge(asked, case, shown=shown(wanted)).result
    view = Display(asked.lang, coloured=color.value, accepted=sarif_accepted, profile=asked.profile)
    with working(words.WRITING, quiet=case.quiet):
        show(result, wanted, paths, view)
    leave(passed=result.summary.gate.passed)


def _across(asked: "Request", wanted: Sequence[Destination], case: CaseOptions) -> NoReturn:
    """Show what changes between several dates, and end the command. Raises UsageRefused for a format that shows one date."""
    from auditor.rendering.across_dates import FORMS, WITH_SENTENCES, render_across

    single = next((form for form, _ in wanted if form not in FORMS), None)
    if single is not None:
        from auditor.text.problems.hints import ONE_OF
        from auditor.text.problems.usage import FORMAT_ONE_DATE

        raise UsageRefused(FORMAT_ONE_DATE(form=single), ONE_OF(words=", ".join(FORMS)))
    with working(words.JUDGING, quiet=case.quiet):
        found = judge_across(asked, case, sentences=any(form in WITH_SENTENCES for form, _ in wanted))
    for form, path in wanted:
        put(render_across(found.table, form, asked.lang), path)
    leave(passed=found.table.passed)
