"""The proof of a finding as a story: complete, in both languages alike, readable without the program or the files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor.api.assess import assess
from auditor.api.explain import finding as explain_finding
from auditor.api.explain import rule as explain_rule
from auditor.api.explain import told
from auditor.api.gate import Judged
from auditor.api.publish import publish
from auditor.api.read import all_policies
from auditor.errors import UsageRefused
from auditor.judging.premise_text import Teller
from auditor.model.bilingual import Bilingual
from auditor.model.materials import Materials
from auditor.model.result.document import Result
from auditor.model.result.findings import Finding
from auditor.model.vocabulary import KNOWN_ORDER
from auditor.rendering.words import pick, speaker
from auditor.rules.questions import question
from auditor.text import findings as finding_texts
from auditor.text import story as story_texts
from auditor.text.names import Names
from tests.conftest import REFERENCE, ROOT, materials

RULES = [rule.id for policy in all_policies() for rule in policy.rules]
#: No-break spaces, as plain ones.
BREAKS = {0x202F: " ", 0xA0: " "}


def spoken(said: Bilingual, lang: str) -> str:
    return speaker(lang)(said).translate(BREAKS)


PARTS = (
    story_texts.FOUND,
    story_texts.RULE,
    story_texts.FACTS,
    story_texts.LAW,
    story_texts.CHANGE,
    story_texts.REMEDY,
    finding_texts.REPLIES,
)


@pytest.fixture(scope="module")
def made() -> Materials:
    return materials([REFERENCE])


@pytest.fixture(scope="module")
def result(made: Materials) -> Result:
    return assess(made)


def stories(made: Materials, result: Result, lang: str) -> Iterator[tuple[Finding, str]]:
    for finding in result.findings:
        yield finding, told(made, result, finding, lang).decode().translate(BREAKS)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_finding_has_every_part_and_every_premise_its_source_and_place(
    made: Materials, result: Result, lang: str
) -> None:
    titles = {source.id: source.title for source in result.sources}
    names = Names(made.case, made.as_of, made.knowledge.sources, made.knowledge.countries)
    for finding, story in stories(made, result, lang):
        assert f"F-{finding.fingerprint} ({finding.rule})" in story
        wanted = [part is not story_texts.FACTS or bool(finding.proof) for part in PARTS]
        assert [spoken(part, lang) in story for part in PARTS] == wanted, finding.rule
        assert finding.proof or finding.outcome == "cannot-be-shown"
        for number, fact in enumerate(finding.proof, 1):
            assert re.search(rf"^  {number}\. ", story, re.MULTILINE)
            if fact.source.partition("#")[0] in titles:
                assert spoken(names.source(fact.source), lang) in story
            if fact.place is not None:
                assert f"{fact.place.file}:{fact.place.line}" in story
            if fact.source.partition("#")[0] in titles:
                assert getattr(titles[fact.source.partition("#")[0]], lang) in story
        for law in finding.law:
            assert law.url in story
        asked = {pick(question(route, names), lang).translate(BREAKS) for route in finding.missing}
        assert all(f"- {words}" in story for words in asked)
        assert len(re.findall(r"^  \d+\. .* \((?:flux|flow) ", story, re.MULTILINE)) == len(finding.path)


def test_both_languages_have_the_same_lines(made: Materials, result: Result) -> None:
    french, english = dict(counts(made, result, "fr")), dict(counts(made, result, "en"))
    assert french == english


def counts(made: Materials, result: Result, lang: str) -> Iterator[tuple[str, int]]:
    for finding, story in stories(made, result, lang):
        yield finding.fingerprint, len(story.splitlines())


def test_no_sentence_on_a_fact_of_the_reference_case_has_its_address(made: Materials, result: Result) -> None:
    teller = Teller(made, Names(made.case, made.as_of))
    for finding in result.findings:
        for fact in finding.proof:
            said = teller.tell(fact.fact)
            assert fact.fact not in said.fr, finding.rule
            assert fact.fact not in said.en, finding.rule
            assert not re.search(r"[a-z]+\.[a-z_>-]+\.[a-z_]+", said.en), said.en


VERBS = {
    "observed": "a witness saw",
    "declared": "the party concerned says that",
    "alleged": "according to",
    "inferred": "we could not check it",
    "assumed": "nobody to vouch for it",
}


def verbs_told(made: Materials) -> Iterator[str]:
    """How each premise is known that has a verb of its own, once its line is seen to have that verb."""
    for finding, story in stories(made, assess(made), "en"):
        if not finding.proof:
            continue
        lines = story.splitlines()
        start = lines.index("The facts, and how each is known")
        for number, fact in enumerate(finding.proof, 1):
            line = next(line for line in lines[start:] if line.startswith(f"  {number}. "))
            if fact.known in VERBS and not fact.fact.startswith(("claims.", "instruments.", "scenarios.")):
                assert VERBS[fact.known].lower() in line.lower(), (fact, line)
                yield fact.known


def test_the_verb_follows_how_the_fact_is_known() -> None:
    assert set(VERBS) < set(KNOWN_ORDER)
    met = {
        known
        for name in ("doctolib-2019", "doctolib-2021")
        for known in verbs_told(materials([ROOT / "flows" / name]))
    }
    assert {"observed", "declared", "alleged", "assumed"} <= met


@pytest.mark.parametrize("known", VERBS)
def test_each_way_of_knowing_has_its_verb(tmp_path: Path, known: str) -> None:
    tree = {
        "auditor": "1",
        "case": {"id": "verbs", "as_of": "2024-01-01", "policies": ["gdpr"]},
        "known": "documented",
        "people": {"patient": {}},
        "organisations": {"clinic": {"country": "FR"}},
        "activities": {"care": {"people": "patient", "data": "health", "controller": "clinic"}},
        "hosts": {"page": {"operator": "clinic"}},
        "flows": {
            "form": {
                "for": "care",
                "from": "patient",
                "to": "page",
                "network": "public",
                "transport": "none",
                "content": {"value": "none", "known": known},
            }
        },
    }
    (tmp_path / "case.yaml").write_text(json.dumps(tree), encoding="utf-8")
    assert known in set(verbs_told(materials([tmp_path])))


def test_the_chain_of_control_is_told_share_by_share(made: Materials, result: Result) -> None:
    (finding,) = [f for f in result.findings if f.rule == "CTL-001" and f.outcome == "established"]
    french = told(made, result, finding, "fr").decode().translate(BREAKS)
    assert "Amazon.com, Inc. (États-Unis) la contrôle, par :" in french
    assert "1. Amazon.com détient le contrôle comptable (consolidation) d'Amazon Web Services EMEA" in french
    assert (
        "premier jour inconnu et supposé antérieur (rapporté par un tiers ; la base de connaissances)"
        in french
    )


def test_each_missing_fact_is_asked_about_its_own_entity(made: Materials, result: Result) -> None:
    (finding,) = [f for f in result.findings if f.rule == "TPS-001"]
    french = told(made, result, finding, "fr").decode().translate(BREAKS)
    assert "Qui sont les sous-traitants de « Icônes sociales » ?" in french
    assert "Si ces faits étaient montrés en ce sens, la gravité serait : élevée." in french


def test_a_finding_is_found_by_its_id_or_its_rule(made: Materials, result: Result) -> None:
    (finding,) = [f for f in result.findings if f.rule == "CLM-001"]
    case = Judged(made, result)
    by_id = explain_finding(case, f"F-{finding.fingerprint[:6]}", "en")
    assert by_id == explain_finding(case, "CLM-001", "en") == explain_finding(case, finding.fingerprint, "en")
    several = explain_finding(case, "TRP-001", "fr").decode()
    assert (
        len(re.findall(r"F-[0-9a-f]{16}", several)) == sum(f.rule == "TRP-001" for f in result.findings) > 1
    )
    quiet = next(rule for rule in RULES if rule not in {f.rule for f in result.findings})
    for wrong in ("F-", "", "F-ffffffffff", quiet, "XXX-999"):
        with pytest.raises(UsageRefused):
            explain_finding(case, wrong, "en")


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained_with_law_questions_and_examples(rule: str, lang: str) -> None:
    said = explain_rule(rule, lang).decode().translate(BREAKS)
    assert said.startswith(f"{rule} · ")
    parts = (story_texts.RULE_SENTENCE, story_texts.LAW, story_texts.RULE_EXAMPLES)
    for part in (*parts, finding_texts.WHY, finding_texts.REMEDY, finding_texts.MISTAKEN):
        assert spoken(part, lang) in said, part
    assert "http" in said
    assert said.count(" → ") >= 2


def test_rules_that_can_miss_a_fact_say_what_they_would_ask() -> None:
    asking = [rule for rule in RULES if story_texts.RULE_QUESTIONS.en in explain_rule(rule, "en").decode()]
    with_unknown = {rule for policy in all_policies() for example in policy.tests for rule in example.unknown}
    assert set(asking) >= with_unknown


def test_names_contract_with_the_word_before_them(tmp_path: Path) -> None:
    tree = {
        "auditor": "1",
        "case": {"id": "names", "as_of": "2024-01-01", "policies": ["gdpr"]},
        "known": "documented",
        "people": {"patient": {}},
        "organisations": {
            "third": {"title": {"fr": "le tiers de confiance", "en": "the trusted third party"}}
        },
        "activities": {"care": {"people": "patient", "data": "health", "controller": "third"}},
        "hosts": {
            "shop": {
                "title": {"fr": "la boutique", "en": "the shop"},
                "operator": "third",
                "runs_on": "server",
            },
            "server": {"title": {"fr": "le serveur", "en": "the server"}, "operator": "third"},
        },
        "flows": {"form": {"for": "care", "from": "patient", "to": "server"}},
        "questions": {"q": {"to": "third", "text": "?"}},
    }
    (tmp_path / "case.yaml").write_text(json.dumps(tree), encoding="utf-8")
    case = materials([tmp_path])
    names = Names(case.case, case.as_of)
    teller = Teller(case, names)
    assert teller.tell("hosts.shop.runs_on").fr == "les machines sous la boutique sont celles du serveur"
    assert teller.tell("hosts.server.operator").fr == "l'exploitant du serveur est le tiers de confiance"
    assert ", posée au tiers de confiance à une date inconnue" in teller.tell("questions.q").fr
    assert question("hosts.server.about", names).fr == "De quoi parlent les pages du serveur ?"
    assert question("agreements.third>third.needs_clear", names).fr.startswith(
        "Le service que le tiers de confiance rend au tiers "
    )


def test_french_quotes_claims_in_its_own_marks(result: Result) -> None:
    french, english = (publish(result, "text", lang).decode() for lang in ("fr", "en"))
    assert "Doctolib, «\u202fn'a accès à rien\u202f» (" in french
    assert "“" not in french
    assert "Doctolib, “" in english
