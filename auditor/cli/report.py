"""`auditor report`: write the pages of a case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.options import AsOf, KnowledgeOption, Lang, Paths, Policies, read
from auditor.cli.output import put
from auditor.cli.progress import working


def run(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help="The folder to write to.")] = Path("report"),
    lang: Annotated[Lang | None, typer.Option("--lang", help="One language instead of both.")] = None,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
) -> None:
    """Write the report of a case as one self-contained page per language."""
    from auditor.api.assess import assess
    from auditor.api.publish import publish

    with working("judging"):
        result = assess(read(paths, as_of, policy, knowledge, []))
    for language in [lang] if lang else [Lang.fr, Lang.en]:
        file = out / f"report.{language.value}.html"
        put(publish(result, "html", language.value), file)
        print(file.as_posix())
