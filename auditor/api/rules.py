"""The rules, listed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditor.api.read import all_policies
from auditor.render.rules import render_rules


def listing(form: str, lang: str, own: Sequence[Path] = ()) -> bytes:
    """Give every rule, as text or json."""
    return render_rules(all_policies(own), form, lang)
