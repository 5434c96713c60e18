"""The rules, listed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditor.api.read import all_policies
from auditor.rendering.rules import render_rules


def listing(form: str, lang: str, own: Sequence[Path] = (), *, table: bool = False) -> bytes:
    """Give every rule, as text (a table where somebody looks at a terminal) or as json."""
    if table:
        from auditor.rendering.table import rules_table

        return rules_table(all_policies(own), lang)
    return render_rules(all_policies(own), form, lang)
