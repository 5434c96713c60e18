"""Cases from files: merging, references, sense, scenarios, the knowledge base."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from auditor.errors import Refused
from auditor.loading.case.load import load_case
from auditor.loading.schema import schema
from auditor.model.law import Knowledge
from tests.conftest import CASES, ROOT, tree_of

HEAD = "auditor: 1\ncase: {id: one, as_of: 2024-01-01}\n"


def load(knowledge: Knowledge, *texts: str) -> Any:
    return load_case([(f"{n}.yaml", text.encode()) for n, text in enumerate(texts)], knowledge)


def refused(knowledge: Knowledge, *texts: str) -> list[str]:
    with pytest.raises(Refused) as caught:
        load(knowledge, *texts)
    return [
        f"{p.path}:{p.line}:{p.column} {p.message.en} | {p.hint and p.hint.en}" for p in caught.value.problems
    ]


def test_files_merge_in_any_order(knowledge: Knowledge) -> None:
    parts = (HEAD, "auditor: 1\nhosts: {a: {operator: ovh}}\n", "auditor: 1\nhosts: {b: {operator: ovh}}\n")
    assert load(knowledge, *parts).case == load(knowledge, *reversed(parts)).case


def test_declared_twice_shows_both_places(knowledge: Knowledge) -> None:
    (line,) = refused(knowledge, HEAD, "auditor: 1\nhosts: {a: {}}\n", "auditor: 1\nhosts:\n  a: {}\n")
    assert line == "2.yaml:3:3 hosts.a is declared twice | first in 1.yaml:2:9"


def test_what_several_files_declare_is_shown_with_the_first_of_them(knowledge: Knowledge) -> None:
    lines = refused(knowledge, HEAD + "hosts: {a: {}}\n", *[HEAD + "hosts: {b: {}, a: {}}\n"] * 2)
    assert [line.partition(" | ")[2] for line in lines if "hosts.a" in line] == ["first in 0.yaml:3:9"] * 2
    assert [line.partition(" | ")[2] for line in lines if "hosts.b" in line] == ["first in 1.yaml:3:9"]
    assert [line.partition(" | ")[2] for line in lines if " case is" in line] == ["first in 0.yaml:2:1"] * 2


def test_one_id_space_for_ends(knowledge: Knowledge) -> None:
    (line,) = refused(knowledge, HEAD + "people: {a: {}}\nhosts: {a: {}}\n")
    assert "share their ids" in line


def test_every_dangling_reference_at_once(knowledge: Knowledge) -> None:
    text = HEAD + (
        "people: {patient: {}}\norganisations: {clinic: {country: FX, is: hospitl}}\n"
        "activities: {care: {people: patiant, data: helth, controller: clinik}}\n"
        "hosts: {desk: {operator: clinc}}\n"
        "flows: {f: {for: cure, from: patient, to: desc, source: nowhere}}\n"
    )
    lines = refused(knowledge, text)
    wanted = ("FX", "hospitl", "patiant", "helth", "clinik", "clinc", "cure", "desc", "nowhere")
    assert [word for word in wanted if not any(f": {word}" in line for line in lines)] == []
    assert any("did you mean patient?" in line for line in lines)
    assert any("did you mean health?" in line for line in lines)
    assert any("did you mean desk?" in line for line in lines)
    assert all(line[0] == "0" for line in lines)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hosts: {a: {runs_on: b}, b: {runs_on: a}}", "runs on itself"),
        ("data: {x: {is: y}, y: {is: x}}", "would fall under itself"),
        ("organisations: {a: {country: FR}}\nownership: [{owner: a, of: a, votes: 51}]", "cannot own itself"),
        ("organisations: {a: {}, b: {}}\nownership: [{owner: a, of: b, votes: 151}]", "more than 100"),
        ("organisations: {a: {}}\nclaims: {c: {by: a, quote: q, says: {}}}", "exactly one"),
        (
            "organisations: {a: {}}\nquestions: {q: {to: a, settles: [hosts.nowhere.keys]}}",
            "nothing at hosts.nowhere.keys",
        ),
        ("hosts: {a: {}}\nscenarios: {s: {set: {hosts.b.keys: unknown}}}", "nothing at hosts.b.keys"),
        ("hosts: {a: {}}\nscenarios: {s: {set: {hosts.a.keis: unknown}}}", "did you mean keys?"),
        ("hosts: {a: {}}\nscenarios: {s: {set: {hosts.a.at_rest: wet}}}", "in the scenario"),
        ("hosts: {unknown: {}}", "cannot be an id"),
        ("organisations: {a: {ends: 2023-02-30}}", "no such day"),
    ],
)
def test_nonsense(knowledge: Knowledge, text: str, said: str) -> None:
    assert any(said in line for line in refused(knowledge, HEAD + text))


def test_a_file_that_is_no_yaml_hides_no_problem_of_the_others(knowledge: Knowledge) -> None:
    lines = refused(knowledge, HEAD, "auditor: 1\nhosts: [", "auditor: 1\nhosts: {a: {operater: b}}\n")
    assert any("1.yaml" in line and "not YAML" in line for line in lines)
    assert any("2.yaml" in line and "operater" in line for line in lines)


def test_known_and_source_are_inherited_inwards(knowledge: Knowledge) -> None:
    from auditor.model.materials import fact_of

    text = HEAD + (
        "known: documented\nsource: plan\nsources: {plan: {}, talk: {}}\n"
        "hosts: {a: {operator: ovh, keys: {value: ovh, known: declared, source: talk}}, b: {source: talk}}\n"
    )
    case = load(knowledge, text).case
    assert (fact_of(case, "hosts.a.operator").known, fact_of(case, "hosts.a.operator").source) == (
        "documented",
        "plan",
    )
    assert (fact_of(case, "hosts.a.keys").known, fact_of(case, "hosts.a.keys").source) == ("declared", "talk")
    assert (fact_of(case, "hosts.b").known, fact_of(case, "hosts.b").source) == ("documented", "talk")
    assert not fact_of(case, "hosts.b.keys").stated


def test_the_case_overrides_the_knowledge_base_visibly(knowledge: Knowledge) -> None:
    text = HEAD + (
        "organisations: {aws-emea: {country: FR}}\nownership: [{owner: amazon, of: aws-emea, votes: unknown}]\n"
        "hosts: {a: {operator: aws-emea}}\n"
    )
    loaded = load(knowledge, text)
    assert {o.route: (o.knowledge, o.case) for o in loaded.overrides} == {
        "organisations.aws-emea.country": ("LU", "FR"),
        "ownership.amazon>aws-emea": ("kind consolidated", "votes unknown"),
    }
    assert "amazon" in loaded.case.organisations
    assert "microsoft" not in loaded.case.organisations


def test_a_fact_that_only_changes_its_source_says_so(knowledge: Knowledge) -> None:
    link = (
        "ownership: [{owner: amazon, of: aws-emea, kind: consolidated, known: documented, source: order}]\n"
    )
    (line,) = load(knowledge, HEAD + "sources: {order: {}}\n" + link).overrides
    assert line.route == "ownership.amazon>aws-emea"
    assert line.knowledge == "kind consolidated known documented source knowledge:aws-privacy"
    assert line.case == "kind consolidated known documented source order"


def test_places_of_facts(knowledge: Knowledge) -> None:
    text = (
        HEAD
        + "organisations: {a: {}, b: {}}\nownership:\n  - {owner: a, of: b, votes: 51}\nhosts:\n  x:\n    keys: a\n"
    )
    places = load(knowledge, text).places
    spot = places.find("hosts.x.keys")
    assert (spot.file, spot.line, spot.column, spot.text.strip()) == ("0.yaml", 8, 5, "keys: a")
    assert places.find("ownership.a>b.votes").line == 5
    assert places.find("hosts.x.nothing").line == 7
    assert places.find("organisations.aws-emea.country") is None


def test_two_agreements_between_the_same_ends_have_names_of_their_own(knowledge: Knowledge) -> None:
    text = (
        HEAD
        + "organisations: {a: {}, b: {}}\nagreements: [{between: [a, b], is: processing}, {between: [a, b], is: scc}]\n"
    )
    assert set(load(knowledge, text).case.agreements) == {"a>b~processing", "a>b~scc"}


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_our_own_cases_pass_the_published_schema_as_editors_read_them(case: Path) -> None:
    validator = jsonschema.Draft202012Validator(schema("case"))
    for file in sorted(case.glob("*.yaml")):
        value = json.loads(json.dumps(yaml.safe_load(file.read_text(encoding="utf-8")), default=str))
        assert [f"{file.name}: {e.json_path}: {e.message}"[:200] for e in validator.iter_errors(value)] == []


@pytest.mark.parametrize("pack", sorted((ROOT / "policies").glob("*.yaml")), ids=lambda p: p.stem)
def test_our_own_policies_pass_the_published_schema(pack: Any) -> None:
    validator = jsonschema.Draft202012Validator(schema("policy"))
    value = json.loads(json.dumps(yaml.safe_load(pack.read_text(encoding="utf-8")), default=str))
    assert [f"{e.json_path}: {e.message}"[:200] for e in validator.iter_errors(value)] == []


def test_the_schema_refuses_what_loading_refuses() -> None:
    validator = jsonschema.Draft202012Validator(schema("case"))
    tree = tree_of(ROOT / "flows" / "plaintext-hop")
    assert validator.is_valid(tree)
    tree["flows"]["results"]["transprot"] = "none"
    assert not validator.is_valid(tree)
