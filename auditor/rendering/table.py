"""Tables for a terminal; what goes to a file or a log stays plain lines."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console
from rich.table import Table

from auditor.model.policy import Policy
from auditor.rendering.markup import safe
from auditor.rendering.rules import said
from auditor.rendering.words import speaker
from auditor.text import findings as finding_texts


def rules_table(policies: Iterable[Policy], lang: str) -> bytes:
    """Give the rules as a table as wide as the terminal."""
    say = speaker(lang)
    table = Table(box=None, pad_edge=False)
    for heading in (finding_texts.RULE, finding_texts.PACK, finding_texts.KIND, finding_texts.TITLE):
        table.add_column(say(heading), no_wrap=heading is not finding_texts.TITLE)
    rows = sorted(
        (rule.id, policy.policy, say.word(rule.kind), said(rule.title, lang))
        for policy in policies
        for rule in policy.rules
    )
    for row in rows:
        table.add_row(*map(safe, row))
    buffer = StringIO()
    Console(file=buffer, force_terminal=True, markup=False, highlight=False).print(table)
    return buffer.getvalue().encode()
