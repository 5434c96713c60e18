"""`auditor accept`: except a finding, for a time."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.options import CaseOptions, Lang, LangOption, OnePath, request
from auditor.cli.output import line, put
from auditor.cli.reading import read


def run(
    *,
    finding: Annotated[
        str, typer.Argument(help="The id of the finding, F-… as a check shows it.", show_default=False)
    ],
    path: OnePath,
    until: Annotated[
        str,
        typer.Option("--until", metavar="DAY", help="Its last day, at most a year on.", show_default=False),
    ],
    reason: Annotated[
        str, typer.Option("--reason", help="Why it is acceptable until then.", show_default=False)
    ],
    by: Annotated[str, typer.Option("--by", help="Who approved it.", show_default=False)],
    on: Annotated[str, typer.Option("--on", metavar="DAY", help="When it was approved.", show_default=False)],
    exceptions: Annotated[
        Path | None,
        typer.Option(
            "--exceptions",
            "--out",
            "--output",
            "-o",
            envvar="AUDITOR_EXCEPTIONS",
            help="The file to write to, instead of the one a check would read.",
            show_default=False,
        ),
    ] = None,
    lang: LangOption = Lang.en,
    case: CaseOptions,
) -> None:
    """Add an exception for a finding to the file of exceptions, keeping what is there; it is still to be reviewed."""
    from auditor.api import accept
    from auditor.api.sources import day

    materials = read(request([path], case, no_exceptions=True, lang=lang), case)
    file = exceptions or accept.where(path)
    approval = accept.Approval(reason, by, day(on), day(until))
    put(accept.accepting(materials, finding, approval, file), file)
    line(file.as_posix())
