"""Rules read back as sentences: every rule and every word of every field, in both languages, with nothing left as an id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from auditor.api.read import all_policies
from auditor.model.bilingual import Bilingual
from auditor.model.policy import Policy, Rule
from auditor.model.vocabulary import ACTIVITY_TERMS, CATEGORIES
from auditor.rules.language.read_back import gate_sentence, grouping_sentence, sentence, severity_sentence
from auditor.rules.subjects import SUBJECTS
from auditor.text.fields.base import Without
from auditor.text.fields.subjects.base import Flag
from auditor.text.fields.subjects.table import own, words
from auditor.text.rule_sentences import STATES
from auditor.text.vocabulary import DATA, ORGANISATIONS, VALUES

RULES = [(rule, policy) for policy in all_policies() for rule in policy.rules]
#: Words that a text in the other language never holds, as whole words.
IDS = sorted(
    {word for table in (VALUES, DATA, ORGANISATIONS) for word in table}
    | set(CATEGORIES)
    | set(ACTIVITY_TERMS)
)
FRENCH = {
    part
    for table in (VALUES, DATA, ORGANISATIONS)
    for word in table.values()
    for part in word.in_sentence.fr.split()
}
ENGLISH = [
    word
    for word in IDS
    if "-" in word or (word in VALUES and VALUES[word].in_sentence.en == word and word not in FRENCH)
]


def told(rule: Rule, policy: Policy) -> Iterator[Bilingual]:
    for give in (sentence, severity_sentence, gate_sentence):
        yield give(rule, policy.lists)
    yield grouping_sentence(rule)


def used(subject: str, condition: Any) -> Iterator[tuple[str, Any]]:
    """The fields of `subject` that a condition speaks of, with what it wants of them."""
    for name, wanted in condition.items() if isinstance(condition, dict) else ():
        if name in SUBJECTS[subject].fields:
            yield name, wanted
        for inner in wanted if isinstance(wanted, list) else [wanted]:
            yield from used(subject, inner)


def conditions_of(rule: Rule) -> Iterator[Any]:
    yield from (rule.when, rule.forbid, rule.require, rule.unless)
    yield from (
        (wanted for wanted in rule.severity.values() if wanted != "else")
        if isinstance(rule.severity, dict)
        else ()
    )
    yield from (*rule.law_when.values(), rule.gate)


def compared(wanted: Any) -> bool:
    """Whether a field is only held against another one or against a date, where its name alone is said."""
    inner = wanted["not"] if isinstance(wanted, dict) and set(wanted) == {"not"} else wanted
    return isinstance(inner, dict) and set(inner) <= {"same_as", "from", "before"}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_field_of_a_subject_has_its_row_and_every_row_its_field(subject: str) -> None:
    assert set(own(subject)) <= set(SUBJECTS[subject].fields)
    missing = []
    for name in SUBJECTS[subject].fields:
        try:
            words(subject, name)
        except KeyError:
            missing.append(f"{subject}.{name}: no row in auditor/text/fields/subjects/{subject}.py")
    assert missing == []


def test_every_field_that_a_shipped_rule_speaks_of_has_a_phrase() -> None:
    speaks = [
        ((rule.for_, name), rule.id)
        for rule, _ in RULES
        for condition in conditions_of(rule)
        for name, wanted in used(rule.for_, condition)
        if not compared(wanted)
    ]
    assert len({name for name, _ in speaks}) > 100
    assert [(name, rule) for name, rule in speaks if isinstance(words(*name).phrase, Without)] == []


def made(subject: str, **conditions: Any) -> Rule:
    given = {"forbid": {}, **conditions}
    return Rule("TST-001", "t", "gap", "flow", subject, "low", "m", "w", [], **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(("rule", "policy"), RULES, ids=lambda x: getattr(x, "id", ""))
def test_every_rule_reads_in_both_languages_with_nothing_left_as_an_id(rule: Rule, policy: Policy) -> None:
    for text in told(rule, policy):
        assert (not text.fr and not text.en) or text.fr != text.en
        for said in (text.fr, text.en):
            assert not re.search(r"[«»\"@{}_]", said), said
            assert not re.search(r"\b(de le|de les|à le|à les|si il|que il|lorsque il)\b", said), said
        for word in ENGLISH:
            assert not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text.fr), (word, text.fr)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_word_a_field_can_hold_is_worded_in_both_languages(subject: str) -> None:
    missing = []
    for name, field in SUBJECTS[subject].fields.items():
        known = words(subject, name).phrase
        held = {"category": tuple(CATEGORIES), "term": tuple(ACTIVITY_TERMS)}.get(field.kind, field.words)
        for word in held:
            for wanted in (word, {"not": word}, {"only": word}):
                if isinstance(known, Flag) and wanted != word and "only" in wanted:
                    continue
                said = sentence(made(subject, forbid={name: wanted}))
                quoted = f"« {word} »" in said.fr or f'"{word}"' in said.en
                if quoted:
                    missing.append((subject, name, word))
    assert not missing, "add these words to auditor/text/vocabulary.py or auditor/text/fields/subjects"


def test_the_dated_lists_of_states_are_worded() -> None:
    assert {"@eu", "@eea", "@adequate"} <= set(STATES)


@pytest.mark.parametrize(
    ("subject", "conditions", "french", "english"),
    [
        (
            "hop",
            {
                "when": {"carries": "personal"},
                "forbid": {"transport": "none"},
                "unless": {"network": "same-machine"},
            },
            "Pour chaque étape d'un flux, lorsque les données transportées comprennent des données personnelles, un écart est "
            "relevé si le transport n'est pas protégé, sauf si le réseau est interne à une machine.",
            "For every hop of a flow, when the data carried includes personal data, a gap is reported if the transport is not "
            "protected, unless the network is within one machine.",
        ),
        (
            "hop",
            {"forbid": {"to_role": {"not": ["processor", "controller"]}}},
            "Pour chaque étape d'un flux, un écart est relevé si le destinataire n'est ni un sous-traitant ni le responsable du "
            "traitement.",
            "For every hop of a flow, a gap is reported if the recipient is neither a processor nor the controller.",
        ),
        (
            "host",
            {"forbid": {"location": {"not": "@eea"}}},
            "Pour chaque hôte, un écart est relevé si l'hôte ne se trouve pas sur le territoire d'un État de l'Espace économique "
            "européen (EEE).",
            "For every host, a gap is reported if the host is not in the territory of a State of the European Economic Area (EEA).",
        ),
        (
            "host",
            {"forbid": {"keeps": {"not": "health"}, "level": {"not": {"at_least": "3"}}}},
            "Pour chaque hôte, un écart est relevé si les données gardées ne comprennent pas de données de santé et le niveau "
            "d'exposition, de 0 à 4, n'atteint pas 3.",
            "For every host, a gap is reported if the data kept does not include health data and the exposure level, from 0 to 4, is below 3.",
        ),
        (
            "host",
            {"forbid": {"not": {"backup": "true", "at_rest": "encrypted"}}},
            "Pour chaque hôte, un écart est relevé si l'hôte n'est pas une sauvegarde, ou si le stockage n'est pas chiffré.",
            "For every host, a gap is reported if the host is no backup, or if the storage is not encrypted.",
        ),
        (
            "recipient",
            {"forbid": {"data": {"only": ["contact", "device"]}}},
            "Pour chaque destinataire, un écart est relevé si les données reçues ne comprennent que des coordonnées ou des données "
            "de l'appareil.",
            "For every recipient, a gap is reported if the data received includes only contact details or device data.",
        ),
        (
            "hop",
            {
                "forbid": {
                    "any_of": [{"content": "none", "any_of": [{"network": "public"}, {"embedded": "true"}]}],
                    "transport": "none",
                }
            },
            "Pour chaque étape d'un flux, un écart est relevé si le contenu n'est pas protégé au-delà du transport, le transport "
            "n'est pas protégé et soit le réseau est public, soit l'envoi vient d'un élément intégré à une page.",
            "For every hop of a flow, a gap is reported if the content is not protected beyond the transport, the transport is not "
            "protected and either the network is public, or the sending comes from an element embedded in a page.",
        ),
        (
            "exposure",
            {"forbid": {"custodian": {"same_as": "host"}}},
            "Pour chaque exposition, un écart est relevé si le dépositaire et l'hôte sont identiques.",
            "For every exposure, a gap is reported if the custodian and the host are the same.",
        ),
    ],
)
def test_conditions_as_sentences(subject: str, conditions: dict[str, Any], french: str, english: str) -> None:
    said = sentence(made(subject, **conditions))
    assert said.fr == french
    assert said.en == english


def test_what_is_required_is_said_as_the_exception() -> None:
    rule = Rule(
        "TST-001",
        "t",
        "gap",
        "flow",
        "hop",
        "low",
        "m",
        "w",
        [],
        require={"transport": "tls"},
        unless={"network": "private"},
    )
    assert sentence(rule).en == (
        "For every hop of a flow, a gap is reported, unless the transport is protected by TLS, or unless the network is private."
    )
    assert sentence(rule).fr == (
        "Pour chaque étape d'un flux, un écart est relevé, sauf si le transport est protégé par TLS, ou sauf si le réseau est privé."
    )


def test_lists_of_a_pack_are_spelt_out() -> None:
    said = sentence(made("hop", forbid={"transport": "@weak"}), {"weak": ["ssl", "tls-1.0"]})
    assert "protected by SSL or TLS 1.0" in said.en
    assert "protégé par SSL ou TLS 1.0" in said.fr
