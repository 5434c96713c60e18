"""The vocabularies of a case: all words have their French and English, are documented, and are enums of the JSON Schema."""

from __future__ import annotations

from typing import Any, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from auditor.loading.schema import schema
from auditor.model.vocabulary import ACTIVITY_TERMS, CATEGORIES, MEASURES, SPECIAL_BASES
from auditor.text import elements, registers, vocabulary
from auditor.text.captures import BLIND, KINDS, KINDS_OF_FILE
from auditor.text.received import STATES
from auditor.text.vocabulary import WORDS
from auditor.text.vocabulary.documented import CLOSED, VOCABULARIES
from tests.conftest import ROOT
from tests.words.test_fields import OF_A_CASE, literals

PAGE = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
#: Points of a text that are written by their number or letter.
POINTS = {("Host", "hosting"), ("Flow", "derogation"), ("Activity", "derogation")}
#: Words of captures and of imports, each in the table of its field.
OF_CAPTURES = {
    ("ImportRecord", "kind"): registers.KINDS,
    ("ImportRecord", "keeper"): registers.KEEPERS,
    ("AskedWords", "why"): registers.WHY,
    ("LeftWords", "what"): registers.LEFT,
    ("AsideElement", "what"): elements.ASIDE,
    ("ToSay", "what"): elements.TO_SAY,
    ("CaptureRecord", "kind"): KINDS_OF_FILE,
    ("CaptureRecord", "cannot_show"): BLIND,
    ("CaptureRecord", "state"): STATES,
    ("SeenKind", "kind"): KINDS,
}
CASE = Draft202012Validator(schema("case"))
HEAD = {"auditor": 1, "case": {"id": "one", "as_of": "2024-01-01"}}


def test_built_in_words_have_their_words_in_both_languages() -> None:
    assert vocabulary.MEASURES.keys() == MEASURES.keys()
    assert vocabulary.SPECIAL_BASES.keys() == set(SPECIAL_BASES)
    for table in (CATEGORIES, ACTIVITY_TERMS, MEASURES):
        assert {broad for above in table.values() for broad in above} <= table.keys()


def test_every_closed_word_of_a_case_has_its_words() -> None:
    missing = {
        f"{kind.__name__}.{name}: {word}"
        for kind in OF_A_CASE
        for name, hint in get_type_hints(kind, include_extras=True).items()
        for word in literals(hint)
        if word not in OF_CAPTURES.get((kind.__name__, name), WORDS) and (kind.__name__, name) not in POINTS
    }
    assert missing == set()


def tables() -> list[tuple[str, str, str, str]]:
    rows = [
        (
            word,
            said.name.en,
            said.name.fr,
            ", ".join(f"`{one}`" for one in shown.broader.get(word, ())) or "—",
        )
        for name, shown in VOCABULARIES.items()
        if name != "recipient"
        for word, said in shown.words.items()
    ]
    return rows + [
        (word, said.name.en, said.name.fr, "—") for _, listed in CLOSED for word, said in listed.items()
    ]


def test_the_page_has_a_row_per_word() -> None:
    for word, english, french, broader in tables():
        assert f"| `{word}` | {english} | {french} | {broader} |" in PAGE


def case(**parts: Any) -> dict[str, Any]:
    return {**HEAD, **parts}


def activity(**fields: Any) -> dict[str, Any]:
    return case(activities={"canteen": fields})


@pytest.mark.parametrize(
    "tree",
    [
        *(activity(data=word) for word in CATEGORIES),
        *(activity(special_basis=word) for word in (*SPECIAL_BASES, "none", "unknown", "9.2.h")),
        *(activity(measures=[word, "two keys at the door"]) for word in MEASURES),
        *(case(organisations={"a": {"is": word}}) for word in (*ACTIVITY_TERMS, "unknown")),
        activity(data=["own-category", "health"]),
        activity(measures="AES and badges"),
        activity(recipients=["bank", "some-firm"]),
        activity(recipients={"value": ["bank"], "known": "declared"}),
        case(data={"marks": {"is": ["identity", "own-category"]}}),
        case(organisations={"a": {"is": ["cloud", "crm"], "dpo": "dpo@a.example"}}),
    ],
    ids=lambda tree: str(tree)[60:],
)
def test_an_editor_accepts_built_in_words_and_those_of_the_case(tree: dict[str, Any]) -> None:
    assert [error.message for error in CASE.iter_errors(tree)] == []


@pytest.mark.parametrize(
    "tree",
    [
        case(organisations={"a": {"is": "librarian"}}),
        case(organisations={"a": {"is": ["cloud", "librarian"]}}),
        activity(data="Not An Id"),
        activity(recipients=["Some Firm"]),
        activity(legal_basis="banana"),
    ],
    ids=lambda tree: str(tree)[60:],
)
def test_an_editor_refuses_what_is_in_no_closed_vocabulary(tree: dict[str, Any]) -> None:
    assert not CASE.is_valid(tree)


def enums(node: Any) -> list[list[str]]:
    if isinstance(node, list):
        return [found for part in node for found in enums(part)]
    if not isinstance(node, dict):
        return []
    own = [node["enum"]] if "enum" in node else []
    return own + [found for part in node.values() for found in enums(part)]


def test_the_schema_has_one_enum_per_vocabulary_with_its_words() -> None:
    definitions = schema("case")["$defs"]
    for name, shown in VOCABULARIES.items():
        (listed,) = enums(definitions[name])
        assert listed == list(shown.words)
    category = next(part for part in definitions["category"]["anyOf"] if "enum" in part)
    assert "health: health data / données de santé" in category["description"].splitlines()


def test_no_pattern_of_a_schema_is_written_for_python_only() -> None:
    for kind in ("case", "policy", "exceptions", "baseline", "config", "result", "diff"):
        assert r"\Z" not in str(schema(kind))  # type: ignore[arg-type]
