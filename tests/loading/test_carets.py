"""The caret stands under what is wrong: the element, not its list; the key where the key is wrong, else the value."""

from __future__ import annotations

import pytest

from auditor.errors import Problem, Refused
from auditor.loading.case.load import load_case
from auditor.loading.files.document import read
from auditor.model.law import Knowledge

HEAD = "auditor: 1\ncase: {id: one, as_of: 2024-01-01}\npeople: {user: {}}\norganisations: {city: {}}\n"


def problems(knowledge: Knowledge, text: str) -> list[Problem]:
    with pytest.raises(Refused) as refused:
        load_case([("case.yaml", f"{HEAD}{text}\n".encode())], knowledge)
    return refused.value.problems


def marked(problem: Problem) -> str:
    return problem.text[problem.column - 1 : problem.column - 1 + problem.width]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("activities: {a: {people: user, data: [contact, helth]}}", "helth"),
        (
            "activities: {a: {people: user, needs: {city: {value: [contact, helth]}}}}",
            "helth",
        ),
        ("notices: {n: {by: city, for: [b], recipients: city}}", "b"),
        ("notices: {n: {by: city, for: [], gives: {nobody: [contact]}}}", "nobody"),
        ("notices: {n: {by: city, for: [], gives: {city: [contact, helth]}}}", "helth"),
        ("data: {x: {is: [health, helth]}}", "helth"),
        ("organisations: {a: {is: [hosting, hostnig]}}", "hostnig"),
        ("organisations: {a: {country: [{value: FR, since: 2020}, {value: FX, since: 2021}]}}", "FX"),
        ("organisations: {a: {country: {value: FX, known: declared}}}", "FX"),
        ("hosts: {a: {operater: city}}", "operater"),
        ("hosts: {a: {operator: 'no body'}}", "'no body'"),
        ("claims: {c: {by: city, quote: q, says: {is-exposed: {country: US}}}}", "is-exposed"),
        ("claims: {c: {by: city, quote: q, says: {hosted-in: {only: [FR, FX]}}}}", "FX"),
        ("questions: {q: {to: city, settles: [organisations.city.country, hosts.x.keys]}}", "hosts.x.keys"),
        ("ownership: [{owner: city, of: city, votes: 51}]", "city"),
        ("agreements: [{between: [city, nobody], is: scc}]", "nobody"),
        ("hosts: {a: {at_rest: wet}}", "wet"),
        ("hosts: {A: {}}", "A"),
        ("scenarios: {s: {set: {hosts.b.keys: x}}}", "hosts.b.keys"),
    ],
)
def test_what_is_wrong_is_marked(knowledge: Knowledge, text: str, wrong: str) -> None:
    text = (
        text.replace("organisations: {", "organisations: {city: {}, ")
        if "organisations: {a" in text
        else text
    )
    head = (
        HEAD if "organisations: {city: {}, a" not in text else HEAD.replace("organisations: {city: {}}\n", "")
    )
    with pytest.raises(Refused) as refused:
        load_case([("case.yaml", f"{head}{text}\n".encode())], knowledge)
    assert wrong in [marked(problem) for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("a: {en: about 2,000 doctors}", '{en: "about 2,000 doctors"}'),
        ("a: {en: 2,000 doctors, and 3,000 nurses, fr: x}", '{en: "2,000 doctors, and 3,000 nurses", fr: x}'),
        ("a: {fr: environ 2,000 médecins}", '{fr: "environ 2,000 médecins"}'),
        ("title: Act: a note", 'title: "Act: a note"'),
        ("  - note: see: here # why", '- note: "see: here" # why'),
        ("list: @eea", 'list: "@eea"'),
    ],
)
def test_a_text_without_quotes_is_shown_with_them(text: str, better: str) -> None:
    (problem,) = read("x", f"{text}\n".encode()).problems
    assert problem.hint is not None
    assert problem.hint.en == f"quote this text: {better}"
    assert read("x", f"{better}\n".encode()).problems == []


def test_a_torn_text_is_told_once_and_its_pieces_are_no_keys(knowledge: Knowledge) -> None:
    (problem,) = problems(knowledge, "hosts: {a: {title: {en: about 2,000 doctors, and 3,000 nurses}}}")
    assert problem.message.en == "this text holds a comma and is not quoted"
    assert marked(problem) == "about 2,000 doctors, and 3,000 nurses"


@pytest.mark.parametrize("before", ["", "z: 1\nz: 2\n"])
def test_a_piece_of_a_torn_text_that_comes_twice_is_no_key_given_twice(before: str) -> None:
    found = read("x", f"{before}a: {{en: 2,000 nurses,000 nurses}}\n".encode()).problems
    assert [each.message.en for each in found if each.line == 1 + before.count("\n")] == [
        "this text holds a comma and is not quoted"
    ]


@pytest.mark.parametrize("text", ["a: {b, c: 2}", "a: {b: 1, c: }", "a: {b: [1, 2], c}", "a: {b: 'x', c}"])
def test_a_key_without_a_value_is_no_torn_text(text: str) -> None:
    (problem,) = read("x", f"{text}\n".encode()).problems
    assert problem.message.en == "a value is missing here"


def test_problems_are_worded_up_to_a_number(knowledge: Knowledge) -> None:
    hosts = ", ".join(f"h{n}: {{operator: nobody-{n}}}" for n in range(1_000))
    found = problems(knowledge, f"hosts: {{{hosts}}}")
    assert len(found) == 201
    assert [each.message.en for each in found if not each.path] == [
        "more than 200 problems: those after are not told"
    ]


def test_problems_have_one_order_whatever_order_they_are_found_in() -> None:
    found = [each for text in ("a: {b: 1, b: 2, c: 3, c: 4}",) for each in read("x", text.encode()).problems]
    assert Refused(found).problems == Refused(found[::-1]).problems == Refused([*found, *found]).problems
