"""`auditor rules`: the list of rules."""

from __future__ import annotations

import sys
from typing import Annotated

from auditor.cli.options import Format, Lang, LangOption, Policies
from auditor.cli.output import put
from auditor.cli.parameters import Option


def run(
    *,
    form: Annotated[Format, Option("--format", "-f")] = Format.text,
    lang: LangOption = Lang.en,
    policies: Policies = [],  # noqa: B006
) -> None:
    """List the rules."""
    from auditor.api.rules import listing

    put(listing(form.value, lang.value, policies, table=form is Format.text and sys.stdout.isatty()))
