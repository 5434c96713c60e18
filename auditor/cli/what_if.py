"""`auditor what-if`: what a scenario would change."""

from __future__ import annotations

from typing import Annotated

from auditor.cli.options import (
    CaseOptions,
    ExceptionOptions,
    Format,
    FormatOption,
    Lang,
    LangOption,
    OnePath,
    OutOption,
    Rules,
    request,
)
from auditor.cli.output import put
from auditor.cli.parameters import Argument
from auditor.cli.reading import read
from auditor.text.cleaned import one_line


def run(
    *,
    path: OnePath,
    scenario: Annotated[str, Argument()] = "",
    form: FormatOption = Format.text,
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    out: OutOption = None,
    case: CaseOptions,
    excepted: ExceptionOptions,
) -> None:
    """Show what a scenario of the case would change; always hypothetical."""
    from auditor.api import what_if as supposing

    materials = read(request([path], case, excepted, rules=rules), case)
    if not scenario:
        titles = supposing.scenarios(materials)
        listed = [one_line(f"{name}: {title.fr if lang is Lang.fr else title.en}") for name, title in titles]
        put("".join(f"{line}\n" for line in listed).encode(), out)
        return
    put(supposing.publish(supposing.what_if(materials, scenario), form.value, lang.value), out)
