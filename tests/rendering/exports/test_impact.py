"""The impact assessment as the CNIL's software imports it: one file per activity, answers by facts alone, every text as it is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from auditor.model.bilingual import Bilingual
from auditor.rendering.exports.dossier import Dossier
from auditor.rendering.exports.impact.contexts import listed, markup, plain
from auditor.text.vocabulary.rights_of_people import RIGHTS_OF_PEOPLE
from tests.rendering.exports.papers import assessments
from tests.rendering.exports.test_stated import LIBRARY

Judge = Callable[..., Dossier]
LANGS = ("fr", "en")
HOSTILE = "<img src=x onerror=alert(1)>, &amp; 'a', b"
#: The questions of the software by its own numbers: texts, lists, gauges.
TEXTS = {111, 112, 113, 121, 122, 123, 211, 212, 213, 214, 215, 221, 222, 223, 224, 225, 226, 227}
LISTS = {321, 322, 323, 324, 331, 332, 333, 334, 341, 342, 343, 344}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T00:00:00\.000Z$"}
DATED = {"created_at": MOMENT, "updated_at": MOMENT}
TEXT = {"type": "string"}


def closed(**properties: Any) -> dict[str, Any]:
    every = {**DATED, **properties}
    return {"type": "object", "properties": every, "required": list(every), "additionalProperties": False}


#: What the software imports, as its example shows it: the lists that it iterates over must be there.
SCHEMA = {
    "type": "object",
    "required": ["pia", "answers", "measures", "evaluations", "comments"],
    "additionalProperties": False,
    "properties": {
        "pia": closed(
            **dict.fromkeys(
                (
                    *("author_name", "evaluator_name", "validator_name", "dpo_opinion", "dpos_names"),
                    *("people_names", "concerned_people_opinion", "concerned_people_searched_content"),
                    *("rejection_reason", "applied_adjustments", "category"),
                ),
                TEXT,
            ),
            name={"type": "string", "minLength": 1},
            status={"const": 0},
            is_example={"const": 0},
            is_archive={"const": 0},
            dpo_status={"type": "null"},
            concerned_people_status={"type": "null"},
            concerned_people_searched_opinion={"type": "null"},
        ),
        "answers": {
            "type": "array",
            "items": closed(
                reference_to={"enum": sorted(TEXTS | LISTS)},
                data={
                    "type": "object",
                    "additionalProperties": False,
                    "required": ["text", "gauge", "list"],
                    "properties": {
                        "text": TEXT,
                        "gauge": {"type": "null"},
                        "list": {"type": "array", "items": TEXT},
                    },
                },
            ),
        },
        "measures": {"type": "array", "items": closed(title=TEXT, content=TEXT, placeholder=TEXT)},
        "evaluations": {"type": "array", "maxItems": 0},
        "comments": {
            "type": "array",
            "items": closed(
                description=TEXT, reference_to={"enum": sorted(TEXTS | LISTS)}, for_measure={"const": False}
            ),
        },
    },
}


def hostile_library() -> dict[str, Any]:
    tree = deepcopy(LIBRARY)
    tree["organisations"]["printer"]["name"] = HOSTILE
    tree["data"] = {"loan": {"is": "personal", "title": HOSTILE}}
    tree["activities"]["loans"].update(data=["loan"], measures=[HOSTILE, "backup"], title=HOSTILE)
    return tree


@pytest.mark.parametrize("lang", LANGS)
def test_a_file_for_each_activity_is_what_the_software_imports(reference: Dossier, lang: str) -> None:
    made = assessments(reference, lang)
    assert set(made) == {line.id for line in reference.result.activities}
    for file in made.values():
        Draft202012Validator(SCHEMA).validate(file)
        numbers = [answer["reference_to"] for answer in file["answers"]]
        assert len(set(numbers)) == len(numbers)


def test_the_schema_refuses_what_the_software_does_not_import(reference: Dossier) -> None:
    made = next(iter(assessments(reference, "fr").values()))
    for broken in ({**made, "answers": None}, {**made, "pia": {**made["pia"], "created_at": "undefined"}}):
        assert list(Draft202012Validator(SCHEMA).iter_errors(broken))


def test_no_answer_says_that_nothing_is_declared_and_a_comment_says_what_is_open(judge: Judge) -> None:
    tree = deepcopy(LIBRARY)
    tree["activities"]["loans"] = {"people": "reader", "data": "identity", "controller": "library"}
    file = assessments(judge(tree), "en")["loans"]
    answered = {answer["reference_to"] for answer in file["answers"]}
    assert not {111, 211, 212, 214, 215, 222, 225} & answered
    assert "not declared" not in json.dumps(file["answers"])
    told = {comment["reference_to"]: comment["description"] for comment in file["comments"]}
    assert "On which legal basis" in told[212]
    assert "What are the purposes" in told[211] or "purpose" in told[211]


RIGHTS = {
    223: ("access", "portability"),
    224: ("rectification", "erasure"),
    225: ("restriction", "objection"),
}


@pytest.mark.parametrize("number", RIGHTS)
@pytest.mark.parametrize("lang", LANGS)
def test_how_each_right_is_exercised_answers_its_question_and_is_asked_where_nobody_says(
    judge: Judge, number: int, lang: str
) -> None:
    tree = deepcopy(LIBRARY)
    tree["hosts"] = {}
    tree["flows"] = {}
    silent = assessments(judge(tree), lang)["loans"]
    assert number not in {answer["reference_to"] for answer in silent["answers"]}
    asked = next(each["description"] for each in silent["comments"] if each["reference_to"] == number)
    for right in RIGHTS[number]:
        assert getattr(RIGHTS_OF_PEOPLE[right].name, lang) in asked
    tree["activities"]["loans"]["rights"] = {
        RIGHTS[number][0]: {"value": f"By e-mail {HOSTILE}", "known": "declared"},
        RIGHTS[number][1]: "false",
    }
    told = assessments(judge(tree), lang)["loans"]
    Draft202012Validator(SCHEMA).validate(told)
    [text] = [each["data"]["text"] for each in told["answers"] if each["reference_to"] == number]
    assert "By e-mail &lt;img src=x" in text
    assert ("non" if lang == "fr" else "no") in text.rpartition(":")[2]
    assert number not in {each["reference_to"] for each in told["comments"]}


def test_what_is_stated_answers_and_what_only_another_activity_states_does_not(judge: Judge) -> None:
    tree = deepcopy(LIBRARY)
    tree["activities"]["loans"]["purposes"] = {"count": {"title": "Count loans", "legal_basis": "consent"}}
    tree["activities"]["loans"]["retentions"] = {"identity": {"active": "2 years", "end": "erased"}}
    tree["activities"]["visits"] = {"people": "reader", "data": "image", "controller": "library"}
    made = assessments(judge(tree), "en")
    told = {answer["reference_to"]: answer["data"]["text"] for answer in made["loans"]["answers"]}
    assert "Count loans" in told[111]
    assert "Legal basis of &quot;Count loans&quot;: consent" in told[212]
    assert "identity, 2 years, erased" in told[215]
    assert "Archive" in told[226]
    assert "religious" in told[121]
    other = {answer["reference_to"]: answer["data"]["text"] for answer in made["visits"]["answers"]}
    assert "Archive" not in json.dumps(other)
    assert "image" in other[121]


def test_measures_bear_the_titles_that_lists_take_word_for_word(judge: Judge) -> None:
    file = assessments(judge(hostile_library()), "en")["loans"]
    titles = {measure["title"] for measure in file["measures"]}
    lists = {answer["reference_to"]: answer["data"]["list"] for answer in file["answers"]}
    assert lists[344] == ["backups"]
    assert {title for question in (324, 334, 344) for title in lists.get(question, [])} <= titles
    (backups,) = [measure for measure in file["measures"] if measure["title"] == "backups"]
    assert backups["placeholder"] == "knowledge_base.slugs.PIA_SEC_BKP.placeholder"
    assert any(measure["placeholder"] == "measures.default_placeholder" for measure in file["measures"])


@pytest.mark.parametrize("lang", LANGS)
def test_each_text_is_written_for_where_it_is_shown(judge: Judge, lang: str) -> None:
    file = assessments(judge(hostile_library()), lang)["loans"]
    for shown in (*(a["data"]["text"] for a in file["answers"]), *(m["content"] for m in file["measures"])):
        assert set(re.findall(r"<(/?\w+)", shown)) <= {"ul", "/ul", "li", "/li"}
        assert "<img" not in shown
    for entry in (
        *(each for a in file["answers"] for each in a["data"]["list"]),
        *(m["title"] for m in file["measures"]),
    ):
        assert not set("<>&,") & set(entry)
    assert not [c for c in file["comments"] if "&#x27;" in c["description"] or "&lt;" in c["description"]]
    assert "&#x27;" not in file["pia"]["name"]


@given(st.text())
def test_markup_is_our_own_whatever_the_text(text: str) -> None:
    inside = markup([text]).removeprefix("<ul><li>").removesuffix("</li></ul>")
    assert not set("<>\"'") & set(inside)


@given(st.text())
def test_a_list_entry_holds_no_sign_of_markup_and_no_comma(text: str) -> None:
    assert not set("<>&,\n\t") & set(listed(text, "and"))


@pytest.mark.parametrize("key", ["pia.title", "knowledge_base.slugs.X.placeholder", " a.b "])
def test_a_text_that_is_a_key_of_the_software_is_not_left_bare(key: str) -> None:
    assert plain(key) != key.strip()
    assert plain("A sentence. Another.") == "A sentence. Another."


def test_only_the_named_activity_is_written(reference: Dossier) -> None:
    assert set(assessments(reference, "fr", activities=("booking",))) == {"booking"}


def test_findings_become_comments_on_the_question_they_bear_on(reference: Dossier) -> None:
    told = [c["description"] for file in assessments(reference, "en").values() for c in file["comments"]]
    established = [f for f in reference.result.findings if f.outcome == "established" and not f.joined]
    on_flows = [f for f in established if f.subject.kind not in ("claim", "organisation", "question")]
    assert on_flows
    for finding in on_flows:
        assert any(finding.fingerprint in each for each in told)


def test_names_reach_no_markup_unescaped(reference: Dossier) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    names = {name: Bilingual(hostile, hostile) for name in reference.result.names}
    made = assessments(replace(reference, result=replace(reference.result, names=names)), "en")
    shown = [a["data"]["text"] for file in made.values() for a in file["answers"]]
    assert any("&lt;img" in each for each in shown)
    assert not [each for each in shown if "<img" in each]
