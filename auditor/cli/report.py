"""`auditor report`: write the pages of one case, or of several with a page that ranks them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.options import AsOf, KnowledgeDate, KnowledgeOption, Lang, Paths, Policies, read
from auditor.cli.output import put
from auditor.errors import UsageRefused

if TYPE_CHECKING:
    from auditor.model.report import Report


def run(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help="The folder to write to.")] = Path("report"),
    lang: Annotated[Lang | None, typer.Option("--lang", help="One language instead of both.")] = None,
    since: Annotated[
        Path | None, typer.Option("--since", help="An earlier result (JSON); the page lists what changed since.")
    ] = None,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
    knowledge_date: KnowledgeDate = "",
) -> None:
    """Write the report of a case as one self-contained page per language; of several folders, a report each and an index."""
    from auditor.api.report import overview, report

    languages = [lang] if lang else [Lang.fr, Lang.en]
    if len(paths) < 2 or not all(path.is_dir() for path in paths):
        _write(report(read(paths, as_of, policy, knowledge, [], knowledge_date), since), out, languages)
        return
    if since is not None:
        raise UsageRefused("--since goes with one case", "give one case, or leave --since out")
    made: dict[str, Report] = {}
    for path in paths:
        one = report(read([path], as_of, policy, knowledge, [], knowledge_date))
        name = one.result.case.id
        if name in made:
            raise UsageRefused(f"two cases have the id {name}", "each report needs a folder of its own")
        made[name] = one
    for name, one in made.items():
        _write(one, out / name, languages)
    for language in languages:
        file = out / f"index.{language.value}.html"
        put(overview(list(made.items()), language.value), file)
        print(file.as_posix())


def _write(made: Report, folder: Path, languages: list[Lang]) -> None:
    from auditor.api.report import page

    for language in languages:
        file = folder / f"report.{language.value}.html"
        put(page(made, language.value), file)
        print(file.as_posix())
