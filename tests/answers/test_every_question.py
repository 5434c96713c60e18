"""Every field that a question can name takes an answer at its address: in a file of a case, and where it has a source, from a form."""

from __future__ import annotations

import copy
import json
from functools import cache
from pathlib import Path
from typing import Any, Final, get_args, get_type_hints

import pytest
from msgspec import Meta, to_builtins
from msgspec.structs import replace

from auditor.api import gate
from auditor.api.ask import asking
from auditor.api.assess import judged
from auditor.api.read import all_policies
from auditor.api.request import Request
from auditor.loading.case.load import load_case
from auditor.loading.files.convert import convert
from auditor.model.answerable import answerable, words_in
from auditor.model.answers import (
    OF_ENDS,
    closed_words,
    holds_parties,
    parts,
    type_at,
    with_answer,
    words_of,
)
from auditor.model.case.document import Case
from auditor.model.materials import Materials, fact_of, plain
from auditor.model.scalars import DATE_PATTERN, Share
from auditor.model.vocabulary import NONE
from auditor.text.fields.entries import ASKED, ENTRIES
from auditor.text.fields.table import questions
from tests.conftest import Tree
from tests.rules.rich_case import KNOWLEDGE, RICH

#: An entry of each section, with what it cannot be without.
ENTRY: Final[dict[str, tuple[str, Tree]]] = {
    "people": ("patient", {}),
    "data": ("samples", {"is": "health"}),
    "organisations": ("clinic", {}),
    "activities": ("care", {}),
    "hosts": ("app", {}),
    "flows": ("booking", {"for": "care", "from": "patient", "to": "app"}),
    "notices": ("site", {"by": "clinic", "for": "care"}),
    "claims": (
        "promise",
        {"by": "soft", "quote": "We never sell.", "says": {"never-to": {"who": "ads"}}},
    ),
    "questions": ("asked", {"to": "soft"}),
    "ownership": ("big>cloud", {"owner": "big", "of": "cloud"}),
    "agreements": ("clinic>soft", {"between": ["clinic", "soft"], "is": "processing"}),
}
#: What is asked and is answered by an entry that is not there yet, or by the knowledge base: kind of question → what answers it.
BY_AN_ENTRY: Final[dict[str, Tree]] = {
    "activities.notice": {"notices": {"poster": {"by": "clinic", "for": "care"}}},
    "agreements.joint": {"agreements": [{"between": ["clinic", "soft"], "is": "joint"}]},
    "countries.access_laws": {},
}
#: Mappings whose entries have fields of their own: the key of one.
KEYS: Final = {"activities.purposes": "billing", "activities.retentions": "health"}


def sample(hint: Any) -> Any:
    """A value that a field of this type may hold."""
    every = tuple(parts(hint))
    words = closed_words(hint)
    if words:
        return words[0]
    if Share in every:
        return "51"
    for part in every:
        extra = part.extra or {} if isinstance(part, Meta) else {}
        if isinstance(part, Meta) and part.pattern == DATE_PATTERN:
            return "2024-01-01"
        if "ref" in extra:
            named = {"organisations": "cloud", "hosts": "app", "people": "patient", "data": "health"}
            named |= {"activities": "care", "countries": "FR", "terms": "cloud"}
            return next(named[section] for section in extra["ref"] if section in named)
        if extra.get("scalar") == "number":
            return "16"
    return "health" if "category" in str(every) else "some words"


@cache
def base() -> Case:
    """The rich case with an entry of every section that is asked about."""
    tree = copy.deepcopy(RICH)
    for section, (name, needed) in ENTRY.items():
        if section in OF_ENDS:
            listed = tree.setdefault(section, [])
            listed += [] if any(needed.items() <= each.items() for each in listed) else [needed]
        else:
            tree.setdefault(section, {}).setdefault(name, needed)
    return load_case([("case.yaml", json.dumps(tree).encode())], KNOWLEDGE).case


def paths() -> list[tuple[str, str]]:
    """Section and path of every field that a question is worded for; of a part, within the entry that holds it."""
    found = []
    for kind in questions():
        section = kind.partition(".")[0]
        held = next((each for each in KEYS if kind.startswith(f"{each}.")), "")
        if held:
            found.append((section, f"{held.partition('.')[2]}.{KEYS[held]}.{kind.removeprefix(f'{held}.')}"))
        elif section in ENTRY and kind not in ENTRIES and kind not in BY_AN_ENTRY:
            found.append((section, kind.partition(".")[2]))
    return found


def stated(section: str, path: str, value: Any) -> Tree:
    """The rich case with one more fact, which an entry of the section states in a file."""
    tree = copy.deepcopy(RICH)
    name, needed = ENTRY[section]
    tree.setdefault("ownership", [])
    there = tree.setdefault(section, {})
    if isinstance(there, list):
        entry = dict(needed)
        there[:] = [e for e in there if e.get("between") != needed.get("between", ...)]
        there.append(entry)
    else:
        entry = there.setdefault(name, dict(needed))
    *above, field = path.split(".")
    for step in above:
        entry = entry.setdefault(step, {})
    entry[field] = value
    return tree


#: What one field cannot hold without another, or holds in a shape of its own.
SHAPES: Final[dict[str, Any]] = {
    "activities.consent": {"by": "patient"},
    "activities.needs": {"soft": "health"},
    "activities.rights": {"access": "By e-mail to the desk"},
    "activities.purposes": {"billing": {"title": "billing"}},
    "activities.retentions": {"health": {"active": "5 years"}},
    "agreements.points": {"audits": "true"},
    "agreements.between": ["clinic", "soft"],
    "claims.says": {"never-to": {"who": "ads"}},
    "claims.quote": "We never sell.",
    "data.is": "health",
    "flows.embedded_in": "page",
    "hosts.certified": [{"is": "hds"}],
    "organisations.certified": [{"is": "hds"}],
    "notices.gives": {"soft": "health"},
    "organisations.branch_of": "big",
    "organisations.succeeded_by": "soft",
    "organisations.domains": ["clinic.example"],
    "hosts.domains": ["app.example"],
    "organisations.ids": {"lei": "1"},
    "organisations.parent": "big",
    "hosts.runs_on": "racks",
    "ownership.owner": "big",
    "ownership.of": "cloud",
    "data.about": "patient",
    "activities.special_basis": "h",
}


@pytest.mark.parametrize(("section", "path"), paths())
def test_a_file_of_a_case_takes_an_answer_where_the_question_asks(section: str, path: str) -> None:
    route = f"{section}.{ENTRY[section][0]}.{path}"
    hint = type_at(base(), route)
    assert hint is not None, f"{route} is asked and no field takes it"
    value = SHAPES.get(f"{section}.{path}", sample(hint))
    case = load_case([("case.yaml", json.dumps(stated(section, path, value)).encode())], KNOWLEDGE).case
    assert fact_of(case, route).stated


@pytest.mark.parametrize(("section", "path"), paths())
def test_a_form_that_came_back_states_an_answer_where_the_question_asks(section: str, path: str) -> None:
    route = f"{section}.{ENTRY[section][0]}.{path}"
    way = answerable(base(), route)
    if way.in_words or way.votes:
        return
    value = SHAPES.get(f"{section}.{path}", sample(type_at(base(), route)))
    fact = {"value": value, "known": "declared", "source": "file#G12"}
    tree = stated(section, path, "unknown")
    tree["answers"] = {"form-1": {"form": "form-1", "facts": {route: fact}}}
    case = load_case([("case.yaml", json.dumps(tree).encode())], KNOWLEDGE).case
    assert value in words_in(fact_of(case, route).value)


@pytest.mark.parametrize(("section", "path"), paths())
def test_a_trial_of_an_answer_makes_a_case_that_could_have_been_written(section: str, path: str) -> None:
    route = f"{section}.{ENTRY[section][0]}.{path}"
    if path == "between":
        return  # the two ends are the name of an agreement, which no question leaves open
    answers = words_of(base(), route) or ((NONE, "cloud") if holds_parties(base(), route) else ())
    for answer in answers:
        made = with_answer(base(), route, answer)
        twice = with_answer(made, route, answer) if made is not None else None
        for case in filter(None, (made, twice)):
            entry = getattr(case, section)[ENTRY[section][0]]
            kind = get_args(get_type_hints(Case)[section])[1]
            assert convert(to_builtins(entry), kind)[1] == []


def test_a_trial_fills_the_period_of_which_nothing_is_said_and_leaves_the_others() -> None:
    tree = copy.deepcopy(RICH)
    tree["hosts"]["app"]["at_rest"] = [
        {"value": "plain", "until": "2023-12-31"},
        {"value": "unknown", "since": "2024-01-01"},
    ]
    case = load_case([("case.yaml", json.dumps(tree).encode())], KNOWLEDGE).case
    made = with_answer(case, "hosts.app.at_rest", "encrypted")
    assert made is not None
    assert [(each.value, each.since) for each in made.hosts["app"].at_rest] == [
        ("plain", ""),
        ("encrypted", "2024-01-01"),
    ]


def test_what_each_answer_would_decide_is_tried_for_a_kind_that_nobody_states(tmp_path: Path) -> None:
    tree = record_alone()
    tree["organisations"]["shop"] |= {"kind": "unknown", "dpo": "none", "is": "unknown"}
    tree["organisations"]["brand"] = {"kind": "unknown"}
    tree["activities"]["sales"]["recipients"].append("brand")
    tree["questions"] = {"q": {"to": "brand", "text": "?", "asked": "2023-01-01", "answered": "false"}}
    (tmp_path / "case.json").write_text(json.dumps(tree), encoding="utf-8")
    (tmp_path / "case.json").rename(tmp_path / "case.yaml")
    case = gate.judge(Request(paths=(tmp_path,)))
    asked = [each for each in asking(case, dormant=True, tried=1000).questions if each.worst is not None]
    assert any(each.question.field == "organisations.kind" for each in asked)


def test_what_no_field_takes_is_listed_with_what_answers_it() -> None:
    assert {f"{section}.{name}" for section, rows in ASKED.items() for name in rows} == set(BY_AN_ENTRY)


def missing(tree: Tree) -> set[str]:
    """Every fact that a rule waits for in a case."""
    loaded = load_case([("case.yaml", json.dumps(tree).encode())], KNOWLEDGE)
    made = Materials(loaded.case, KNOWLEDGE, (), str(plain(loaded.case.case.as_of)), loaded.places)
    made = replace(made, policies=tuple(all_policies()))
    return {route for match in judged(made)[1].matches for route in match.unsettled}


def record_alone(**also: Any) -> Tree:
    """A case of which only the record speaks: an authority, somebody abroad, nobody's flow."""
    return {
        "auditor": "1",
        "known": "declared",
        "case": {"id": "record", "as_of": "2024-06-01", "about": "shop"},
        "people": {"client": {}},
        "organisations": {
            "shop": {"country": "FR", "kind": "company", "parent": "none"},
            "office": {"country": "FR", "is": "public-authority"},
            "far": {"country": "IN", "parent": "none"},
        },
        "activities": {
            "sales": {
                "people": "client",
                "data": "contact",
                "controller": ["shop", "far"],
                "recipients": ["office", "far"],
                **also,
            }
        },
        "notices": {"told": {"by": "shop", "for": "sales", "recipients": "none"}},
    }


def test_every_fact_that_a_rule_waits_for_where_the_record_alone_speaks_has_its_field() -> None:
    waiting = missing(record_alone())
    assert {"activities.sales.inquiry", "activities.sales.derogation"} <= waiting
    without = {
        route
        for route in waiting
        if (section := route.partition(".")[0]) in ENTRY
        and (path := route.partition(".")[2].partition(".")[2])
        and f"{section}.{path}" not in BY_AN_ENTRY
        and type_at(base(), f"{section}.{ENTRY[section][0]}.{path}") is None
    }
    assert without == set()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("inquiry", "false"),
        ("inquiry", "true"),
        ("derogation", "none"),
        ("derogation", "a"),
        ("regular", "false"),
    ],
)
def test_an_answer_for_what_the_record_alone_sends_settles_the_question(field: str, value: str) -> None:
    assert f"activities.sales.{field}" not in missing(record_alone(**{field: value}))


def test_whoever_arranges_what_the_record_alone_sends_is_the_sender() -> None:
    asked = "activities.sales.arranged_by"
    assert asked in missing(record_alone())
    assert asked not in missing(record_alone(arranged_by="shop"))
