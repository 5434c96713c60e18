"""`auditor check`: judge a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.options import (
    AsOf,
    Colour,
    Confidence,
    FailOn,
    Format,
    KnowledgeDate,
    KnowledgeOption,
    Lang,
    LangOption,
    Paths,
    Policies,
    read,
)
from auditor.cli.output import coloured, leave, put

if TYPE_CHECKING:
    from auditor.model.vocabulary import Known


def run(
    paths: Paths,
    form: Annotated[Format, typer.Option("--format", help="How to show the result.")] = Format.text,
    fail_on: Annotated[FailOn, typer.Option("--fail-on", help="Exit 1 from this severity on.")] = FailOn.high,
    min_confidence: Annotated[
        Confidence, typer.Option("--min-confidence", help="How a finding must be known to fail.")
    ] = Confidence.declared,
    lang: LangOption = Lang.en,
    as_of: AsOf = "",
    policy: Policies = [],  # noqa: B006
    knowledge: KnowledgeOption = [],  # noqa: B006
    knowledge_date: KnowledgeDate = "",
    rule: Annotated[list[str], typer.Option("--rule", help="Only this rule; may be repeated.", show_default=False)] = [],  # noqa: B006
    output: Annotated[Path | None, typer.Option("--output", help="Write there instead of standard output.")] = None,
    color: Annotated[Colour, typer.Option("--color", help="When to colour the text.")] = Colour.auto,
) -> None:
    """Judge a case and show findings, open points and claims; exit 1 if the gate is not passed."""
    from auditor.api.assess import assess
    from auditor.api.publish import publish

    known: Known = min_confidence.value
    result = assess(read(paths, as_of, policy, knowledge, rule, knowledge_date), fail_on=fail_on.value, min_confidence=known)
    shown = publish(result, form.value, lang.value, colour=output is None and coloured(color.value), given=paths)
    put(shown, output)
    leave(passed=result.summary.gate.passed)
