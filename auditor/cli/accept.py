"""`auditor accept`: except a finding, for a time."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from auditor.cli.options import CaseOptions, Lang, LangOption, OnePath, request
from auditor.cli.output import line, put
from auditor.cli.parameters import Argument, Option
from auditor.cli.reading import read


def run(
    *,
    finding: Annotated[str, Argument(show_default=False)],
    path: OnePath,
    until: Annotated[str, Option("--until", metavar="DAY", show_default=False)],
    reason: Annotated[str, Option("--reason", show_default=False)],
    by: Annotated[str, Option("--by", show_default=False)],
    on: Annotated[str, Option("--on", metavar="DAY", show_default=False)],
    exceptions: Annotated[
        Path | None,
        Option("--exceptions", "--out", "--output", "-o", envvar="AUDITOR_EXCEPTIONS", show_default=False),
    ] = None,
    lang: LangOption = Lang.en,
    case: CaseOptions,
) -> None:
    """Add an exception for a finding to the file of exceptions, keeping what is there; it is still to be reviewed."""
    from auditor.api import accept
    from auditor.api.sources import day

    file = accept.where(path, exceptions)
    materials = read(request([path], case, no_exceptions=True, lang=lang), case)
    approval = accept.Approval(reason, by, day(on), day(until))
    put(accept.accepting(materials, finding, approval, file), file)
    line(file.as_posix())
