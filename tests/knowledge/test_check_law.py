"""What is refused in own knowledge of law, of the web and of services: one fault each, and what beside it is not."""

from __future__ import annotations

import pytest

from auditor.api.read import knowledge_base
from auditor.errors import Refused
from auditor.loading.knowledge.layers import add_knowledge
from tests.knowledge.test_small_checks import SEEN, firm, problems

TITLES = "title: {fr: Loi, en: Law}, short: {fr: loi, en: law}"
EURLEX = "official: 'https://eur-lex.europa.eu/x'"


def entry(section: str, name: str, *parts: str) -> list[str]:
    body = f"{section}:\n  {name}: {{{', '.join(part for part in parts if part)}}}\n"
    return [message for message, _, _ in problems(body)]


def of_file(text: str) -> list[tuple[str, str]]:
    """The messages and hints of the problems of one file of own knowledge."""
    try:
        add_knowledge(knowledge_base(), [("own/a.yaml", text.encode())])
    except Refused as refused:
        return [(each.message.en, each.hint.en if each.hint else "") for each in refused.problems]
    return []


def law(*parts: str, official: str = EURLEX) -> list[str]:
    return entry("law", "own-law", TITLES, official, "since: 2020-01-01", "status: verified", *parts)


STEP = "{since: 2020-01-01, status: pending, source: deed}"


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ((), ""),
        (("also_in: [FR, DE]",), ""),
        (("also_in: [FR, XX]",), "XX"),
        (("applies_in: FR",), ""),
        (("applies_in: XX",), "XX"),
        (("bears_on: [gdpr]",), ""),
        (("bears_on: [gdpr, gdrp]",), "gdrp"),
        (("court: Court",), "history"),
        ((f"court: Court, history: [{STEP}]",), ""),
        ((f"court: Court, history: [{STEP.replace('2020-01-01', '2020-02-31')}]",), "2020-02-31"),
        ((f"court: Court, history: [{STEP.replace('deed', 'dead')}]",), "dead"),
        ((f"court: Court, history: [{STEP.replace('deed', 'none')}]",), ""),
        ((f"court: Court, history: [{STEP}, {STEP.replace('2020-01-01', '2019-12-31')}]",), "order"),
        ((f"court: Court, history: [{STEP}, {STEP}]",), ""),
        ((f"court: Court, history: [{STEP}, {STEP.replace('2020-01-01', '2020')}]",), ""),
    ],
)
def test_a_text_of_law_is_refused_for_each_fault(parts: tuple[str, ...], said: str) -> None:
    found = law(*parts)
    assert len(found) == bool(said), found
    assert said in "".join(found) or said in ("history", "order")


@pytest.mark.parametrize(
    ("address", "refused"),
    [
        ("https://x.example", False),
        ("http://x.example", False),
        ("ftp://x.example", True),
        ("x.example", True),
    ],
)
def test_the_official_address_of_a_text_is_one_of_the_web(address: str, *, refused: bool) -> None:
    assert bool(law(official=f"official: '{address}'")) is refused


@pytest.mark.parametrize(
    ("section", "said"),
    [("problematic", 1), ("bridges", 1)],
)
def test_a_period_names_the_text_it_rests_on(section: str, said: int) -> None:
    parts = (
        "country: US",
        "since: 2020-01-01",
        "until: 2021-01-01",
        "title: {fr: L, en: L}",
        EURLEX,
        "status: verified",
    )
    assert len(entry(section, "own", *parts)) == said
    assert entry(section, "own", *parts, "cite: C-1/26") == []


DECISION = ("decision: '2020/1'", "since: 2020-01-01", "title: {fr: D, en: D}", "status: verified")


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("country: US",), []),
        (("country: unknown",), []),
        (("country: XX",), ["XX"]),
        ((), [""]),
        (("country: US", "organisation: aws-emea", "whole: 'false'"), [""]),
        (("organisation: aws-emea", "whole: 'false'"), []),
        (("organisation: aws-emea",), [""]),
        (("organisation: nobody-at-all", "whole: 'false'"), ["nobody-at-all"]),
        (("country: US", "invalid: 2021-01-01"), [""]),
        (("country: US", "invalid: 2021-01-01", "judgment: C-1/21"), []),
    ],
)
def test_a_decision_of_adequacy_is_refused_for_each_fault(parts: tuple[str, ...], said: list[str]) -> None:
    found = entry("adequacy", "own-decision", *DECISION, *parts)
    assert len(found) == len(said), found
    assert all(word in message for word, message in zip(said, found, strict=True))


@pytest.mark.parametrize(
    ("parts", "count"),
    [
        (("name: {fr: Plan, en: Map}", "kind: map"), 0),
        (("name: {fr: Plan}", "kind: map"), 1),
        (("name: Plan", "kind: map"), 1),
        (("name: {fr: Plan, en: Map}", "kind: 'Map of'"), 1),
    ],
)
def test_a_piece_of_pages_has_two_names_and_a_kind(parts: tuple[str, ...], count: int) -> None:
    found = entry("widgets", "own-map", "organisation: aws-emea", "load: [request]", SEEN, *parts)
    assert len(found) == count, found


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ("organisation: own, load: [request]", 0),
        ("organisation: unknown, load: [request]", 0),
        ("organisation: nobody-at-all, load: [request]", 1),
        ("organisation: own, load: [page]", 1),
        ("organisation: own, load: [request], via: [nobody-answers.example]", 0),
        ("organisation: aws-emea, load: [request], via: [nobody-answers.example]", 0),
    ],
)
def test_a_piece_of_pages_sends_a_request_to_somebody_who_is_there(fields: str, count: int) -> None:
    found = entry("widgets", "own-map", "name: {fr: Plan, en: Map}", "kind: map", fields, SEEN)
    assert len(found) == count, found


def test_a_service_that_people_know_has_names_and_somebody_who_offers_it() -> None:
    sound = ("organisation: aws-emea", "names: [Own Cloud]", SEEN)
    assert entry("products", "own-service", *sound) == []
    assert len(entry("products", "own-service", sound[0], "names: []", SEEN)) == 1
    (said,) = entry("products", "own-service", "organisation: nobody-at-all", *sound[1:])
    assert "nobody-at-all" in said


@pytest.mark.parametrize(
    ("name", "hosts", "count"),
    [
        ("own.example", "", 0),
        ("own", "", 1),
        ("own_x.example", "", 1),
        ("-own.example", "", 1),
        ("own.example", "cdn.own.example: cdn", 0),
        ("own.example", "own.example: cdn", 0),
        ("own.example", "own.example/path: cdn", 0),
        ("own.example", "other.example: cdn", 1),
        ("own.example", "notown.example: cdn", 1),
    ],
)
def test_a_domain_is_one_and_its_hosts_lie_below_it(name: str, hosts: str, count: int) -> None:
    parts = ("organisation: aws-emea", "roles: [cdn]", SEEN)
    without = entry("domains", name, *parts)
    assert bool(without) is (count == 1 and not hosts)
    if hosts:
        found = entry("domains", name, *parts, f"hosts: {{{hosts}}}")
        assert len(found) == count, found


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"since": "2020-01-01", "until": "2019-12-31"}, 1),
        ({"since": "2020-01-01", "until": "2020-01-01"}, 0),
        ({"since": "2020-02-31"}, 1),
        ({"since": "unknown"}, 0),
        ({"since": "2026-01-02"}, 1),
        ({"since": "2026-01-01"}, 0),
    ],
)
def test_the_dates_of_an_entry_are_days_that_follow_each_other(fields: dict[str, str], count: int) -> None:
    given = (f"{name}: {value}" for name, value in fields.items())
    found = entry("domains", "own.example", "organisation: aws-emea", "roles: [cdn]", SEEN, *given)
    assert len(found) == count, found


def test_what_is_unchecked_of_an_entry_is_a_field_that_it_has() -> None:
    assert problems(firm(unchecked="[country]")) == []
    ((message, _, _),) = problems(firm(unchecked="[colour]"))
    assert "colour" in message


DATED = "the day of the document, or the last on which it was seen"


@pytest.mark.parametrize(
    ("changed", "said", "hint"),
    [
        ({}, "", ""),
        ({"title": ""}, "title is missing", ""),
        ({"publisher": ""}, "publisher is missing", ""),
        ({"date": ""}, "date is missing", DATED),
        ({"kind": "rumour"}, "unknown kind of source: rumour", "filing"),
        ({"kind": ""}, "unknown kind of source: ", "filing"),
        ({"url": "https://x.example"}, "", ""),
        ({"url": "http://x.example"}, "", ""),
        ({"url": "ftp://x.example"}, "not a web address: ftp://x.example", ""),
        ({"url": "x.example"}, "not a web address: x.example", ""),
    ],
)
def test_a_source_has_a_title_a_publisher_a_day_a_known_kind_and_an_address_of_the_web(
    changed: dict[str, str], said: str, hint: str
) -> None:
    stated = {"title": "Letter", "publisher": "Registry", "date": "2026-01-01", "kind": "filing", **changed}
    fields = ", ".join(f"{name}: '{text}'" for name, text in stated.items() if text)
    body = f"sources:\n  letter: {{{fields}}}\n" + firm().replace("source: deed", "source: letter")
    head = "auditor: 1\nknowledge: own\nas_of: 2026-11-23\n"
    found = [each for each in of_file(head + body) if not each[0].startswith("verified, but its source")]
    assert [message for message, _ in found] == ([said] if said else [])
    assert all(hint in told and bool(told) is bool(hint) for _, told in found)


@pytest.mark.parametrize("name", ["Own.example", "https://own.example", "own.example/path"])
def test_what_is_no_domain_is_refused_with_how_one_is_written(name: str) -> None:
    body = f"domains:\n  '{name}': {{organisation: aws-emea, roles: [cdn], {SEEN}}}\n"
    hints = [hint for _, hint, _ in problems(body)]
    assert hints == ["lower case, without scheme and path"]
