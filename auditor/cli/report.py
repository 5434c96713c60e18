"""`auditor report`: write the pages of one case, or of several with a page that lists them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from auditor.cli.options import (
    CaseOptions,
    ExceptionOptions,
    GateOptions,
    KnownOptions,
    Lang,
    Paths,
    ProfileOption,
    Reader,
    Rules,
    request,
)
from auditor.cli.output import line, put
from auditor.cli.parameters import Option
from auditor.cli.progress import working
from auditor.cli.reading import judge, judge_across
from auditor.errors import UsageRefused
from auditor.text.command_line import JUDGING_CASE

if TYPE_CHECKING:
    from auditor.api.request import Request
    from auditor.model.comparison import Comparison
    from auditor.model.profile import ProfileName
    from auditor.model.report import Report


def run(
    *,
    paths: Paths,
    rules: Rules = [],  # noqa: B006
    lang: Annotated[Lang | None, Option("--lang")] = None,
    profile: ProfileOption = Reader.dpo,
    earlier: Annotated[Path | None, Option("--earlier")] = None,
    out: Annotated[Path, Option("--out", "--output", "-o")] = Path("report"),
    case: CaseOptions,
    gate: GateOptions,
    known: KnownOptions,
    excepted: ExceptionOptions,
) -> None:
    """Write the report of a case as one self-contained page per language; of several folders, a report each and an index."""
    from auditor.api.report import overview
    from auditor.text.problems import usage as words

    if known.since.endswith(".json"):
        raise UsageRefused(words.SINCE_IS_REVISION(), words.RESULT_WITH_EARLIER())
    languages = [lang] if lang else [Lang.fr, Lang.en]

    def asked(*some: Path) -> Request:
        return request(list(some), case, excepted, gate, known, rules=rules, profile=profile)

    if len(paths) < 2 or not all(path.is_dir() for path in paths):
        _write(_made(asked(*paths), case, earlier), out, languages, asked().profile)
        return
    if earlier is not None:
        raise UsageRefused(words.EARLIER_ONE_CASE(), words.EARLIER_HINT())
    made: dict[str, Report] = {}
    for path in paths:
        one = _made(asked(path), case)
        name = one.result.case.id
        if name in made:
            from auditor.text.problems import usage as words

            raise UsageRefused(words.TWO_CASES(name=name), words.OWN_FOLDER())
        made[name] = one
    for name, one in made.items():
        _write(one, out / name, languages, asked().profile)
    for language in languages:
        for name, content in overview(list(made.items()), language.value).items():
            put(content, out / name)
            line((out / name).as_posix())


def _made(asked: Request, case: CaseOptions, earlier: Path | None = None) -> Report:
    from msgspec.structs import replace

    from auditor.api.report import report
    from auditor.api.what_if import telling

    scenarios: list[Comparison] = []
    with working(JUDGING_CASE, quiet=case.quiet, name=asked.paths[0].name):
        if len(asked.as_of) > 1:
            across = judge_across(asked, case, sentences=False, supposing=telling(scenarios))
            found, dates = across.last, across.table
        else:
            found, dates = judge(asked, case, supposing=telling(scenarios)), None
        made = report(found.materials, earlier, result=found.result, scenarios=scenarios)
        return replace(made, dates=dates)


def _write(made: Report, folder: Path, languages: list[Lang], profile: ProfileName) -> None:
    from auditor.api.report import page

    for language in languages:
        file = folder / f"report.{language.value}.html"
        put(page(made, language.value, profile), file)
        line(file.as_posix())
