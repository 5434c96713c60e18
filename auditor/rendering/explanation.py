"""A rule in full: what it says, why, by which law, what it asks and how its tests show it."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.policy import Policy, Rule
from auditor.model.result.findings import RuleWords
from auditor.rendering.markup import safe
from auditor.rendering.rules import said
from auditor.rendering.words import pick, speaker
from auditor.text import findings as finding_texts
from auditor.text import story as story_texts


def render_rule(rule: Rule, policy: Policy, words: RuleWords, lang: str) -> bytes:
    """Give everything a rule says of itself, in `lang`."""
    return ("\n".join(safe(line) for line in _rule(rule, policy, words, lang)) + "\n").encode()


def _rule(rule: Rule, policy: Policy, words: RuleWords, lang: str) -> Iterator[str]:
    say = speaker(lang)
    yield f"{rule.id} · {said(rule.title, lang)}"
    yield f"{say.word(rule.kind)} · {said(policy.title, lang)}"
    yield ""
    yield f"{say.label(story_texts.RULE_SENTENCE)} {pick(words.sentence, lang)}"
    for text in (words.severity, words.grouping, words.gate):
        if text.en:
            yield pick(text, lang)
    yield ""
    yield f"{say.label(finding_texts.WHY)} {said(rule.why, lang)}"
    yield f"{say.label(finding_texts.REMEDY)} {said(rule.remedy, lang)}"
    yield f"{say(finding_texts.MISTAKEN)} {said(rule.mistaken_when, lang)}"
    yield ""
    yield say(story_texts.LAW)
    for law in words.law:
        note = f" ({pick(law.note, lang)})" if law.note is not None else ""
        yield f"  - {pick(law.cite, lang)}{note}"
        yield f"    {law.url}"
    if words.questions:
        yield ""
        yield say(story_texts.RULE_QUESTIONS)
        yield from (f"  ? {pick(question, lang)}" for question in words.questions)
    yield ""
    yield say(story_texts.RULE_EXAMPLES)
    for example in policy.tests:
        for outcome, named in (("established", example.expect), ("cannot-be-shown", example.unknown)):
            if rule.id in named:
                yield f"  - {said(example.name, lang)} → {say.word(outcome)} ({', '.join(named[rule.id])})"
        if rule.id in example.silent:
            yield f"  - {said(example.name, lang)} → {say.word('silent')}"
