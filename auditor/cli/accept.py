"""`auditor accept`: except a finding, for a time."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.options import AsOf, KnowledgeOption, Policies, asked
from auditor.cli.output import put


def run(
    finding: Annotated[
        str, typer.Argument(help="The id of the finding, F-… as a check shows it.", show_default=False)
    ],
    path: Annotated[Path, typer.Argument(help="The case: its folder, or a YAML file.", show_default=False)],
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
            help="The file to write to, instead of the one a check would read.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
) -> None:
    """Add an exception for a finding to the file of exceptions, keeping what is there; it is still to be reviewed."""
    from auditor.api import accept
    from auditor.api.gate import held
    from auditor.api.request import Request
    from auditor.api.sources import day

    materials = held([path], asked(policy, knowledge, no_exceptions=True), Request(as_of))
    file = exceptions or accept.where(path)
    approval = accept.Approval(reason, by, day(on), day(until))
    put(accept.accepting(materials, finding, approval, file), file)
    print(file.as_posix())
