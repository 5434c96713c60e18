"""`auditor report`: write the pages of one case, or of several with a page that ranks them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.options import (
    AsOf,
    Exempting,
    ExemptingFrom,
    KnowledgeDate,
    KnowledgeOption,
    Lang,
    NotExempting,
    Paths,
    Policies,
    ProfileOption,
    Reader,
    Today,
    asked,
    reference_day,
)
from auditor.cli.output import put
from auditor.cli.progress import working
from auditor.errors import UsageRefused

if TYPE_CHECKING:
    from auditor.model.report import Report


def run(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help="The folder to write to.")] = Path("report"),
    lang: Annotated[Lang | None, typer.Option("--lang", help="One language instead of both.")] = None,
    since: Annotated[
        Path | None,
        typer.Option("--since", help="An earlier result (JSON); the page lists what changed since."),
    ] = None,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
    knowledge_date: KnowledgeDate = "",
    exceptions: Exempting = None,
    no_exceptions: NotExempting = False,
    exceptions_from: ExemptingFrom = "",
    today: Today = "",
    profile: ProfileOption = Reader.dpo,
) -> None:
    """Write the report of a case as one self-contained page per language; of several folders, a report each and an index."""
    from auditor.api.gate import held
    from auditor.api.report import overview, report
    from auditor.api.request import Request

    named = asked(policy, knowledge, exceptions, no_exceptions, exceptions_from)
    request = Request(as_of, knowledge_date, reference_day(today))
    languages = [lang] if lang else [Lang.fr, Lang.en]
    if len(paths) < 2 or not all(path.is_dir() for path in paths):
        with working("judging"):
            single = report(held(paths, named, request), since)
        _write(single, out, languages, profile)
        return
    from auditor.text.problems import usage as words

    if since is not None:
        raise UsageRefused(words.SINCE_ONE_CASE(), words.ONE_CASE_HINT())
    made: dict[str, Report] = {}
    for path in paths:
        with working(f"judging {path.name}"):
            one = report(held([path], named, request))
        name = one.result.case.id
        if name in made:
            raise UsageRefused(words.TWO_CASES(name=name), words.OWN_FOLDER())
        made[name] = one
    for name, one in made.items():
        _write(one, out / name, languages, profile)
    for language in languages:
        file = out / f"index.{language.value}.html"
        put(overview(list(made.items()), language.value), file)
        print(file.as_posix())


def _write(made: Report, folder: Path, languages: list[Lang], profile: Reader) -> None:
    from auditor.api.report import page

    for language in languages:
        file = folder / f"report.{language.value}.html"
        put(page(made, language.value, profile.value), file)
        print(file.as_posix())
