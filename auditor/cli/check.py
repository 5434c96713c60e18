"""`auditor check`: judge a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.options import (
    AsOf,
    CheckFormat,
    Colour,
    Confidence,
    FailOn,
    KnowledgeOption,
    Lang,
    LangOption,
    Paths,
    Policies,
    read,
)
from auditor.cli.output import destinations, leave, show
from auditor.cli.progress import working

if TYPE_CHECKING:
    from auditor.model.vocabulary import Known


def run(
    paths: Paths,
    form: Annotated[CheckFormat, typer.Option("--format", help="How to show the result.")] = CheckFormat.text,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="Exit 1 from this severity on.")] = FailOn.high,
    min_confidence: Annotated[
        Confidence, typer.Option("--min-confidence", help="How a finding must be known to fail.")
    ] = Confidence.declared,
    lang: LangOption = Lang.en,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
    rule: Annotated[list[str], typer.Option("--rule", help="Only this rule; may be repeated.", show_default=False)] = [],  # noqa: B006
    output: Annotated[
        list[str],
        typer.Option(
            "--output",
            metavar="[FORMAT:]FILE",
            help="Write a format to a file, besides what is shown; FILE alone: write what would be shown. May be repeated.",
            show_default=False,
        ),
    ] = [],  # noqa: B006
    sarif_accepted: Annotated[
        bool, typer.Option("--sarif-accepted", help="Keep accepted findings in SARIF, as suppressed results.")
    ] = False,
    color: Annotated[Colour, typer.Option("--color", help="When to colour the text.")] = Colour.auto,
) -> None:
    """Judge a case and show findings, open points and claims; exit 1 if the gate is not passed."""
    from auditor.api.assess import assess

    wanted = destinations(form.value, output)
    known: Known = min_confidence.value
    with working("reading"):
        materials = read(paths, as_of, policy, knowledge, rule)
    with working("judging"):
        result = assess(materials, fail_on=fail_on.value, min_confidence=known)
    with working("writing"):
        show(result, wanted, lang.value, paths, colour=color.value, accepted=sarif_accepted)
    leave(passed=result.summary.gate.passed)
