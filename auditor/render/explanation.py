"""A rule in full, and the proof of a finding told step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.model.policy import Policy, Rule
from auditor.model.result import Bilingual, Citation, Finding, ProofFact, Result
from auditor.render.rules import said
from auditor.render.text import safe
from auditor.render.words import label, pick, speaker


def render_rule(rule: Rule, policy: Policy, sentence: Bilingual, law: Sequence[Citation], lang: str) -> bytes:
    """Give everything a rule says of itself, in `lang`."""
    return ("\n".join(safe(line) for line in _rule(rule, policy, sentence, law, lang)) + "\n").encode()


def _rule(rule: Rule, policy: Policy, sentence: Bilingual, law: Sequence[Citation], lang: str) -> Iterator[str]:
    say = speaker(lang)
    yield f"{rule.id} · {said(rule.title, lang)}"
    yield f"{say(rule.kind)} · {said(policy.title, lang)}"
    yield ""
    yield f"{label(say, 'rule_sentence', lang)} {pick(sentence, lang)}"
    yield ""
    yield f"{label(say, 'why', lang)} {said(rule.why, lang)}"
    yield f"{label(say, 'remedy', lang)} {said(rule.remedy, lang)}"
    yield f"{label(say, 'mistaken', lang)} {said(rule.mistaken_when, lang)}"
    yield f"{label(say, 'law', lang)} {'; '.join(pick(text.cite, lang) for text in law)}"
    yield from (f"  {pick(text.cite, lang)}: {text.url}" for text in law)
    rungs = rule.severity if isinstance(rule.severity, str) else " > ".join(say(name) for name in rule.severity)
    yield f"{label(say, 'rule_severity', lang)} {say(rungs)}"
    yield f"{label(say, 'rule_gate', lang)} {say('no' if rule.gate == 'false' else 'yes')}"
    yield ""
    yield say("rule_examples")
    for example in policy.tests:
        for outcome, named in (("established", example.expect), ("cannot-be-shown", example.unknown)):
            if rule.id in named:
                yield f"  {said(example.name, lang)} → {say(outcome)}: {', '.join(named[rule.id])}"
        if rule.id in example.silent:
            yield f"  {said(example.name, lang)} → {say('silent')}"


def render_finding(result: Result, finding: Finding, lang: str) -> bytes:
    """Tell what a finding rests on, premise by premise, with its sources."""
    return ("\n".join(safe(line) for line in _finding(result, finding, lang)) + "\n").encode()


def _finding(result: Result, finding: Finding, lang: str) -> Iterator[str]:
    say = speaker(lang)
    yield f"F-{finding.fingerprint} · {finding.rule} · {say(finding.outcome)}, {say(finding.severity)}"
    yield pick(finding.title, lang)
    yield ""
    yield pick(finding.message, lang)
    yield ""
    yield say("story_rests")
    sources = {source.id: source for source in result.sources}
    for number, fact in enumerate(finding.proof, 1):
        yield from _premise(number, fact, lang)
        source = sources.get(fact.source.partition("#")[0])
        if source is not None:
            parts = (pick(source.title, lang), source.author, source.publisher, source.date, source.url)
            yield f"     {', '.join(part for part in parts if part)}"
    if finding.missing:
        yield ""
        yield say("story_missing")
        asked = {point.fact: point for point in result.questions}
        for route in finding.missing:
            point = asked.get(route)
            yield f"  ? {route}" + (f": {pick(point.question, lang)}" if point is not None else "")
    yield ""
    yield f"{label(say, 'law', lang)}"
    for law in finding.law:
        note = f" ({pick(law.note, lang)})" if law.note is not None else ""
        yield f"  {pick(law.cite, lang)}: {law.url}{note}"
    yield f"{label(say, 'mistaken', lang)} {pick(finding.mistaken_when, lang)}"
    yield ""
    yield say("footer", as_of=result.as_of)


def _premise(number: int, fact: ProofFact, lang: str) -> Iterator[str]:
    say = speaker(lang)
    place = f" · {fact.place.file}:{fact.place.line}" if fact.place is not None else ""
    yield f"  {number}. {fact.fact} = {', '.join(say(word) for word in fact.value.split(', '))} ({say(fact.known)}) · {fact.source or say('story_no_source')}{place}"
