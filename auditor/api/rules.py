"""The rules, listed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditor.api.read import all_policies, knowledge_base
from auditor.judging.proof import cite
from auditor.model.law import CitedText, Knowledge
from auditor.model.policy import Policy
from auditor.rendering.rules import render_rules


def listing(form: str, lang: str, own: Sequence[Path] = (), *, table: bool = False) -> bytes:
    """Give every rule, as text (a table where somebody looks at a terminal) or as json, there with the texts it cites."""
    packs = all_policies(own)
    if table:
        from auditor.rendering.table import rules_table

        return rules_table(packs, lang)
    return render_rules(packs, form, lang, texts_of(packs, knowledge_base()) if form == "json" else {})


def texts_of(packs: Sequence[Policy], knowledge: Knowledge) -> dict[str, CitedText]:
    """Give the texts that the rules of `packs` cite, by reference: what each is, how far it was checked, and its time."""
    rules = [rule for policy in packs for rule in policy.rules]
    references = {reference for rule in rules for reference in (*rule.law, *rule.law_when)}
    return {reference: _text(knowledge, reference) for reference in sorted(references)}


def _text(knowledge: Knowledge, reference: str) -> CitedText:
    name, _, article = reference.partition(".")
    text = knowledge.law[name]
    cited, found = cite(knowledge, reference), text.at(article)
    return CitedText(
        ref=reference,
        cite=cited.cite,
        id=found.id or found.official,
        status=found.status,
        since=found.since or (text.history[0].since if text.history else ""),
        until=found.until,
        applies_in=text.applies_in,
        url=cited.url,
        note=cited.note,
    )
