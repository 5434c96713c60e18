"""The list of rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from auditor.model.law import CitedText
from auditor.model.policy import Policy
from auditor.model.scalars import Text
from auditor.rendering.json import as_json
from auditor.rendering.markup import safe
from auditor.rendering.words import speaker
from auditor.text.typography import spaced


def said(text: Text, lang: str) -> str:
    """Give a text of a policy in `lang`."""
    if isinstance(text, str):
        return text
    return spaced(text.fr or text.en) if lang == "fr" else text.en or text.fr


def render_rules(
    policies: Iterable[Policy], form: str, lang: str, texts: Mapping[str, CitedText] = MappingProxyType({})
) -> bytes:
    """Give every rule, as `text` in `lang` or as `json`, there with what `texts` tell of those it cites."""
    say = speaker(lang)
    pairs = ((rule.id, policy.policy, rule) for policy in policies for rule in policy.rules)
    rows = sorted(pairs, key=lambda row: row[:2])
    if form == "json":
        listed = [
            {
                "id": rule.id,
                "policy": name,
                "kind": rule.kind,
                "about": rule.about,
                "for": rule.for_,
                "gate": rule.gate != "false",
                "title": rule.title,
                "law": [texts[reference] for reference in (*rule.law, *rule.law_when)],
            }
            for _, name, rule in rows
        ]
        return as_json(listed)
    lines = [
        safe(f"{identity}  {name:14}  {say.word(rule.kind):13}  {said(rule.title, lang)}")
        for identity, name, rule in rows
    ]
    return ("\n".join(lines) + "\n").encode()
