"""Explaining: a rule in full, or the proof of a finding told step by step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from auditor.api.assess import judged
from auditor.api.examples import materials_of
from auditor.api.gate import Judged
from auditor.api.read import all_policies, knowledge_base
from auditor.errors import Refused, UsageRefused
from auditor.graph.on_the_day import on_its_date
from auditor.judging.proof import cite
from auditor.judging.told_facts import teller_of
from auditor.loading.files.folder import openable
from auditor.model.bilingual import Bilingual
from auditor.model.law import Knowledge
from auditor.model.materials import Materials
from auditor.model.policy import Policy, Rule
from auditor.model.result.document import Result
from auditor.model.result.findings import Citation, Finding, RuleWords
from auditor.rendering.explanation import render_rule
from auditor.rendering.story import render_choice, render_finding
from auditor.rules.language.read_back import gate_sentence, grouping_sentence, sentence, severity_sentence
from auditor.rules.questions import fact_route, kind_of, question, question_on
from auditor.text import result as result_texts
from auditor.text.grammar import bilingual
from auditor.text.problems import usage as words
from auditor.text.problems.suggestion import nearest
from auditor.text.vocabulary import VALUES


def refuse_path_first(what: str, paths: Sequence[Path]) -> None:
    """Raise UsageRefused where a path stands where a rule or a finding is named, with both in their order."""
    if Path(what).exists() and not any(path.exists() for path in paths):
        meant = str(paths[0]) if paths else "F-…"
        raise UsageRefused(words.NAMES_A_PATH(path=what), words.FINDING_FIRST(what=meant, path=what))


def rule(rule_id: str, lang: str, own: Sequence[Path] = ()) -> bytes:
    """Explain the rule: its sentences, why, law, remedy, when it may be mistaken, questions, examples. Raises UsageRefused."""
    packs = all_policies(own)
    found = {r.id: (r, policy) for policy in packs for r in policy.rules}
    if rule_id not in found:
        hint = nearest(rule_id, found)
        raise UsageRefused(words.NO_RULE(rule=rule_id), hint or words.RULES_LISTED())
    chosen, policy = found[rule_id]
    return render_rule(chosen, policy, words_of(chosen, policy, knowledge_base()), lang)


def words_of(rule: Rule, policy: Policy, knowledge: Knowledge) -> RuleWords:
    """Give all that is told of a rule beyond its own texts: sentences, law, and the questions that its tests show it to ask."""
    return RuleWords(
        sentence=sentence(rule, policy.lists),
        severity=severity_sentence(rule, policy.lists),
        gate=gate_sentence(rule, policy.lists),
        grouping=grouping_sentence(rule),
        law=[_identified(knowledge, reference) for reference in (*rule.law, *rule.law_when)],
        questions=[question_on(kind) for kind in sorted(set(_kinds_asked(rule, policy, knowledge)))],
    )


def _identified(knowledge: Knowledge, reference: str) -> Citation:
    """Give a citation with the official identifier of the text, and how far it was checked."""
    name, _, article = reference.partition(".")
    text = knowledge.law[name]
    cited = text.at(article)
    title, note, status = bilingual(text.title), bilingual(text.note), VALUES[cited.status].in_sentence
    french = [title.fr, cited.id, status.fr, note.fr]
    english = [title.en, cited.id, status.en, note.en]
    told_of = Bilingual(
        " ; ".join(part for part in french if part), "; ".join(part for part in english if part)
    )
    return replace(cite(knowledge, reference), note=told_of)


def _kinds_asked(rule: Rule, policy: Policy, knowledge: Knowledge) -> Iterator[str]:
    """Give the kinds of fact that the rule misses in the examples of its pack."""
    alone = replace(policy, rules=[rule])
    for example in policy.tests:
        if rule.id not in (*example.expect, *example.unknown):
            continue
        try:
            made = materials_of(alone, example.given, knowledge)
        except Refused:
            continue
        for match in judged(made)[1].matches:
            yield from (kind_of(fact_route(route)) for route in match.missing)


def finding(case: Judged, what: str, lang: str, given: Sequence[Path] = ()) -> bytes:
    """Tell the proof of the finding whose id begins so, or of the findings of a rule. Raises UsageRefused."""
    materials, result = case.materials, case.result
    found = _of_rule(materials, result, what)
    if found is None:
        wanted = what.removeprefix("F-")
        found = [f for f in result.findings if f.is_named(wanted)]
        if len(found) != 1:
            problem = words.SEVERAL_FINDINGS if found else words.NO_FINDING
            raise UsageRefused(problem(finding=what), words.CHECK_SHOWS_IDS())
    if len(found) > 1:
        return render_choice(found, lang)
    return told(materials, result=result, chosen=found[0], lang=lang, given=given)


def _of_rule(materials: Materials, result: Result, what: str) -> list[Finding] | None:
    if all(rule.id != what for policy in materials.policies for rule in policy.rules):
        return None
    found = [f for f in result.findings if f.rule == what]
    if not found:
        raise UsageRefused(words.NO_FINDING_OF(rule=what), words.RULE_ALONE())
    return found


def told(
    materials: Materials, result: Result, chosen: Finding, lang: str, given: Sequence[Path] = ()
) -> bytes:
    """Tell one finding of `result`."""
    materials = on_its_date(materials)
    teller = teller_of(materials)
    names = teller.names
    routes = {fact.fact for fact in chosen.proof}
    for line in result.control:
        for link in (*line.holders, *(link for controller in line.controllers for link in controller.chain)):
            parent = link.kind == "parent"
            routes.add(f"organisations.{link.of}.parent" if parent else f"ownership.{link.owner}>{link.of}")
    clauses = {route: teller.tell(route) for route in routes}
    clauses.update({f"?{route}": question(route, names) for route in chosen.missing})
    countries = {line.country for line in result.control}
    countries |= {controller.country for line in result.control for controller in line.controllers}
    known = materials.knowledge.countries
    clauses.update({f"countries.{code}": bilingual(known[code]) for code in countries if code in known})
    by_id = {rule.id: sentence(rule, policy.lists) for policy in materials.policies for rule in policy.rules}
    said = by_id.get(chosen.rule, result_texts.NOTHING)
    return render_finding(result, finding=chosen, told=clauses, rule=said, lang=lang, where=openable(given))
