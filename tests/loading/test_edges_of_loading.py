"""At the edges of loading: what an import brings to a flow, domains of two imports, where a reply stands, and where a wrong word does."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from auditor.errors import Refused
from auditor.loading import schema
from auditor.loading.case import completed
from auditor.loading.case.imported import digest
from auditor.loading.case.load import load_case
from auditor.loading.importing.format import Document
from auditor.loading.replies.read import reply_in
from auditor.loading.replies.workbook import _Reader
from auditor.loading.replies.written import of_json
from auditor.model.case.agreements import MANDATORY
from auditor.model.forms import Told
from auditor.model.law import Knowledge
from auditor.model.materials import fact_of
from auditor.model.scalars import COUNTRY_PATTERN

Tree = dict[str, Any]
HEAD = "auditor: 1\ncase: {id: one, as_of: 2024-01-01}\nsources: {plan: {}}\n"


def test_an_import_brings_facts_to_a_flow_and_not_how_it_knows_them() -> None:
    own = {"content": "none"}
    theirs = {"for": "sale", "to": "shop", "known": "declared", "source": "plan"}
    made, brought = completed.completed(own, theirs)
    assert brought == ["for", "to"]
    assert made["content"]["value"] == "none"


def made_by_import(**sections: Tree) -> bytes:
    """A file as an import writes it."""
    body = yaml.safe_dump({"known": "inferred", "source": "plan", **sections}, sort_keys=False)
    text = f"auditor: 1\nimported: {'0' * 64}\n{body}"
    return text.replace("0" * 64, digest(text)).encode()


def test_domains_of_a_host_that_two_imports_name_are_all_of_both_in_order(knowledge: Knowledge) -> None:
    first, second = ["c.example", "a.example"], ["b.example", "a.example"]
    files = [
        (f"{name}.yaml", made_by_import(hosts={"web": {"domains": domains, "operator": "unknown"}}))
        for name, domains in (("one", first), ("two", second))
    ]
    loaded = load_case([("case.yaml", HEAD.encode()), *files], knowledge)
    assert loaded.case.hosts["web"].domains == ["a.example", "b.example", "c.example"]


def answered(**fields: Any) -> Document:
    answer = {"route": "hosts.shop.location", "number": 2, "digest": "0" * 12, **fields}
    by = dict.fromkeys(("name", "function", "organisation", "on", "printed", "consent"), "")
    first = {"route": "hosts.shop.erased", "number": 1, "digest": "0" * 12, "values": ["true"]}
    reply = {
        "format": "auditor.answers/1",
        "form": "form",
        "case": "one",
        "sha256": "0" * 64,
        "to": "shop",
        "questions": 2,
        "by": by,
        "answers": [first, answer],
        "papers": [],
    }
    return Document(name="reply.json", data=json.dumps(reply).encode())


def test_an_answer_of_a_page_stands_at_its_place_in_the_file() -> None:
    reply = of_json(answered(values=["Germany"]))
    assert [(each.route, each.at) for each in reply.answers] == [
        ("hosts.shop.erased", "/answers/0"),
        ("hosts.shop.location", "/answers/1"),
    ]


@pytest.mark.parametrize(
    ("field", "column"),
    [
        ("special_basis: {value: article-9, known: declared}", 1),
        ("retention: {value: 3 yeers, known: declared}", 1),
    ],
)
def test_a_word_that_is_wrong_is_shown_where_it_stands_though_it_says_how_it_is_known(
    knowledge: Knowledge, field: str, column: int
) -> None:
    sheet = f"activities: {{sale: {{people: client, data: contact, {field}}}}}\n"
    text = f"{HEAD}people: {{client: {{}}}}\n{sheet}"
    with pytest.raises(Refused) as caught:
        load_case([("case.yaml", text.encode())], knowledge)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (5, sheet.index("value: ") + len("value: ") + column)


def test_the_first_answer_on_an_agreement_makes_it_one_between_both(knowledge: Knowledge) -> None:
    case = {
        "auditor": "1",
        "case": {"id": "one", "as_of": "2024-01-01"},
        "organisations": {"shop": {"country": "FR"}, "cloud": {"country": "FR"}},
        "answers": {
            "form": {
                "facts": {"agreements.shop>cloud.signed": {"value": "true"}},
            }
        },
    }
    loaded = load_case([("case.yaml", json.dumps(case).encode())], knowledge)
    assert loaded.case.agreements["shop>cloud"].between == ["shop", "cloud"]
    assert fact_of(loaded.case, "agreements.shop>cloud.signed").value == "true"


def refused(knowledge: Knowledge, text: str) -> list[tuple[int, str]]:
    """The line and the message of each problem of a case."""
    with pytest.raises(Refused) as caught:
        load_case([("case.yaml", f"{HEAD}{text}".encode())], knowledge)
    return [(problem.line, problem.message.en) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("points", "complete", "named"),
    [
        (dict.fromkeys(MANDATORY, "true") | {"duration": "false"}, "true", "duration"),
        (dict.fromkeys(MANDATORY, "true"), "false", "28(3)"),
    ],
)
def test_a_contract_that_says_otherwise_of_its_points_than_of_itself_is_refused_with_the_point(
    knowledge: Knowledge, points: Tree, complete: str, named: str
) -> None:
    agreement = {"between": ["shop", "desk"], "is": "processing", "complete": complete, "points": points}
    text = f"organisations: {{shop: {{}}, desk: {{}}}}\nagreements: [{json.dumps(agreement)}]\n"
    ((_, message),) = refused(knowledge, text)
    assert message.endswith(f": {named}")


def test_a_day_on_which_an_organisation_ends_is_a_day(knowledge: Knowledge) -> None:
    text = "organisations:\n  old: {country: FR, ends: 2023-13}\n"
    assert refused(knowledge, text) == [(5, "no such day: 2023-13")]


def test_an_import_completes_an_organisation_that_people_wrote_and_says_nothing_against_them(
    knowledge: Knowledge,
) -> None:
    text = f"{HEAD}known: documented\norganisations: {{shop: {{country: FR}}}}\n"
    made = made_by_import(organisations={"shop": {"country": "DE", "is": "cloud", "name": "Shop SAS"}})
    loaded = load_case([("case.yaml", text.encode()), ("made.yaml", made)], knowledge)
    country, term = (fact_of(loaded.case, f"organisations.shop.{name}") for name in ("country", "is"))
    assert (country.value, country.known, country.source) == ("FR", "documented", "")
    assert (term.value, term.known, term.source) == ("cloud", "inferred", "plan")
    assert [(line.route, line.knowledge, line.case) for line in loaded.overrides] == [
        ("organisations.shop.country", "DE", "FR")
    ]


def test_the_code_of_norway_may_be_what_yaml_makes_of_it() -> None:
    country = schema._scalar({"type": "string", "pattern": COUNTRY_PATTERN})
    assert [each["const"] for each in country["anyOf"] if "const" in each] == [False]
    assert schema._scalar({"type": "string", "pattern": "x"}) == {"type": "string", "pattern": "x"}


@pytest.mark.parametrize("field", ["other", "state", "paper", "page"])
def test_signs_that_no_file_of_a_case_may_hold_are_taken_out_of_a_reply(field: str) -> None:
    odd = "\x1b[2JGer\u202emany"
    document = answered(values=[odd], **{field: odd})
    reply = reply_in(document)
    (_, answer) = reply.answers
    assert (answer.values, getattr(answer, field)) == (["[2JGermany"], "[2JGermany")
    papers = [{"number": "1\u202e", "title": odd}]
    whole = json.dumps({**json.loads(document.data), "papers": papers}).encode()
    (paper,) = reply_in(Document(name="reply.json", data=whole)).papers
    assert (paper.number, paper.title) == ("1", "[2JGermany")


@pytest.mark.parametrize(("calculates", "told"), [(True, [Told("formula")]), (False, [])])
def test_a_workbook_that_calculates_somewhere_is_told_to(*, calculates: bool, told: list[Told]) -> None:
    marks = dict.fromkeys(("form", "case", "to", "sha256"), "x")
    opened: Any = SimpleNamespace(calculates=calculates, sheets=[])
    assert _Reader(opened, marks, []).reply().told == told


def test_facts_of_an_import_that_another_completes_say_each_how_they_are_known(knowledge: Knowledge) -> None:
    one = made_by_import(hosts={"web": {"operator": "unknown"}})
    two = made_by_import(hosts={"web": {"location": "FR", "keeps": {"value": "none", "known": "observed"}}})
    loaded = load_case([("case.yaml", HEAD.encode()), ("one.yaml", one), ("two.yaml", two)], knowledge)
    location, keeps = (fact_of(loaded.case, f"hosts.web.{name}") for name in ("location", "keeps"))
    assert (location.value, location.known, location.source) == ("FR", "inferred", "plan")
    assert (keeps.value, keeps.known) == ("none", "observed")
    assert loaded.case.hosts["web"].location == "FR"


def test_a_record_of_an_import_that_people_wrote_stands_and_that_of_another_import_is_completed(
    knowledge: Knowledge,
) -> None:
    def record(*words: str, **more: str) -> bytes:
        aside = [{"at": f"plan#A{number}", "words": each} for number, each in enumerate(words)]
        whole = {"kind": "register", "format": "row-per-activity", "file": "r.csv", "sha256": "a" * 64}
        return made_by_import(imports={"m": {**whole, "aside": aside, **more}})

    two = [("one.yaml", record("a", version="2")), ("two.yaml", record("b"))]
    loaded = load_case([("case.yaml", HEAD.encode()), *two], knowledge)
    assert [each.words for each in loaded.case.imports["m"].aside] == ["a", "b"]
    assert loaded.case.imports["m"].version == "2"
    whole = f"kind: register, format: row-per-activity, file: own.csv, sha256: {'b' * 64}"
    text = f"{HEAD}imports: {{m: {{{whole}}}}}\n"
    own = load_case([("case.yaml", text.encode()), *two[:1]], knowledge)
    assert own.case.imports["m"].file == "own.csv"
    assert [line.route for line in own.overrides] == ["imports.m"]
