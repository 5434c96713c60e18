"""What is refused in own knowledge, one fault each, and what beside it is not."""

from __future__ import annotations

import pytest
from msgspec.structs import astuple

from auditor.api.read import knowledge_base
from auditor.errors import Refused
from auditor.loading.knowledge.check_ownership import lei, siren
from auditor.loading.knowledge.entry import listed
from auditor.loading.knowledge.layers import add_knowledge
from auditor.model.law import Knowledge

HEAD = "auditor: 1\nknowledge: own\nas_of: 2026-11-23\n"
DEED = "  deed: {kind: filing, title: Deed, publisher: Registry, date: 2026-01-01}\n"
SEEN = "source: deed, as_of: 2026-01-01, status: verified"


def problems(body: str, *others: str) -> list[tuple[str, str, str]]:
    """The messages, hints and texts of the problems of one or more files of knowledge over that of the program."""
    files = [("own/a.yaml", (HEAD + "sources:\n" + DEED + body).encode())]
    files += [(f"own/{number}.yaml", (HEAD + text).encode()) for number, text in enumerate(others)]
    try:
        add_knowledge(knowledge_base(), files)
    except Refused as refused:
        return [(p.message.en, p.hint.en if p.hint else "", p.text) for p in refused.problems]
    return []


def firm(**fields: str) -> str:
    given = {"name": "Firm Ltd", "country": "FR", "is": "[cloud]", **fields}
    told = ", ".join(f"{name}: {value}" for name, value in given.items())
    return f"organisations:\n  own-firm: {{{told}, {SEEN}}}\n"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, ""),
        ({"country": "XX"}, "XX"),
        ({"run_from": "XX"}, "XX"),
        ({"run_from": "DE"}, ""),
        ({"is": "[cloudy]"}, "cloudy"),
        ({"is": "[]"}, "what it is"),
        ({"former": "[{name: Old, until: unknown}]"}, ""),
        ({"former": "[{name: Old, until: 2020-01-01}]"}, ""),
        ({"former": "[{name: Old, until: 2020-02-31}]"}, "2020-02-31"),
        ({"ids": "{siren: '732829320'}"}, ""),
        ({"ids": "{siren: '732829321'}"}, "732829321"),
    ],
)
def test_an_organisation_is_refused_for_each_fault(fields: dict[str, str], said: str) -> None:
    found = problems(firm(**fields))
    assert len(found) == (1 if said else 0), found
    assert said in " ".join(found[0] if found else ())


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("732829320", True),
        ("732829321", False),
        ("000000000", True),
        ("73282932", False),
        ("x32829320", False),
    ],
)
def test_the_check_digit_of_a_french_company_number(number: str, *, valid: bool) -> None:
    """By Luhn, from the last figure of 732829320 on: 0+4+3+9+2+7+2+6+7 is 40, a multiple of ten."""
    assert siren(number) is valid


@pytest.mark.parametrize(
    ("number", "valid"),
    [("HWUPKR0MPOU8FGXBT394", True), ("HWUPKR0MPOU8FGXBT395", False), ("HWUPKR0MPOU8FGXBT39", False)],
)
def test_the_check_digits_of_a_legal_entity_identifier(number: str, *, valid: bool) -> None:
    assert lei(number) is valid


TWO = firm().replace("Firm Ltd", "Firm One") + (
    f"  own-other: {{name: Firm Two, country: FR, is: [cloud], {SEEN}}}\n"
)


def holding(**fields: str) -> str:
    given = {"owner": "own-other", "of": "own-firm", **fields}
    return f"  - {{{', '.join(f'{name}: {value}' for name, value in given.items())}, {SEEN}}}\n"


@pytest.mark.parametrize(
    ("links", "count"),
    [
        ([{"shares": "30"}], 0),
        ([{"shares": "30", "until": "2020-01-01"}, {"shares": "40", "since": "2020-01-01"}], 0),
        ([{"shares": "30", "until": "2021-01-01"}, {"shares": "40", "since": "2020-01-01"}], 1),
        ([{"verified_since": "2025-01-01"}], 1),
        ([{"verified_since": "2025-01-01", "also": "[deed]"}], 0),
        ([{"verified_since": "2026-02-01", "also": "[deed]"}], 1),
        ([{"of": "own-other"}], 1),
        ([{"owner": "nobody-at-all"}], 1),
    ],
)
def test_a_holding_is_refused_for_each_fault(links: list[dict[str, str]], count: int) -> None:
    body = TWO + "ownership:\n" + "".join(holding(**link) for link in links)
    assert len(problems(body)) == count, problems(body)


@pytest.mark.parametrize(
    ("country", "votes", "version", "refused"),
    [
        ("US", "30", "3.2", True),
        ("US", "24", "3.2", False),
        ("FR", "30", "3.2", False),
        ("unknown", "30", "3.2", False),
        ("US", "30", "3.1", False),
    ],
)
def test_who_is_qualified_cannot_be_held_from_outside_the_union_beyond_the_cap(
    country: str, votes: str, version: str, *, refused: bool
) -> None:
    paper = f"[{{is: secnumcloud, version: '{version}', {SEEN}}}]"
    body = firm(certified=paper) + (
        f"  own-other: {{name: Holder, country: {country}, is: [holding], {SEEN}}}\n"
        "ownership:\n" + holding(votes=votes, kind="votes")
    )
    found = problems(body)
    assert bool(found) is refused, found


def test_each_key_given_in_two_files_is_told_with_the_first() -> None:
    found = problems(TWO, TWO)
    assert len(found) == 2, found
    for name, (message, hint, _) in zip(("own-firm", "own-other"), found, strict=True):
        assert name in message
        assert "own/a.yaml" in hint


def test_what_an_addition_changes_is_told_by_the_address_of_each_field() -> None:
    body = f"organisations:\n  aws-emea: {{name: Amazon Web Services EMEA SARL, country: DE, is: [cloud], {SEEN}}}\n"
    _, changes = add_knowledge(
        knowledge_base(), [("own/a.yaml", (HEAD + "sources:\n" + DEED + body).encode())]
    )
    told = {change[0]: change[1:] for change in map(astuple, changes)}
    assert told["organisations.aws-emea.country"][:2] == ("LU", "DE")
    assert all(route.startswith("organisations.aws-emea.") for route in told)


@pytest.mark.parametrize(
    ("entry", "count"),
    [
        ("{organisation: aws-emea, roles: [cdn], is: x}", 1),
        ("{organisation: nobody-at-all, roles: [cdn], SEEN}", 1),
        ("{organisation: aws-emea, roles: [], SEEN}", 1),
        ("{organisation: aws-emea, roles: [cdn], SEEN}", 0),
        ("{organisation: aws-emea, roles: [cdn], was: nobody-at-all, SEEN}", 1),
    ],
)
def test_a_domain_is_of_an_organisation_that_is_there(entry: str, count: int) -> None:
    body = f"domains:\n  own.example: {entry.replace('SEEN', SEEN)}\n"
    found = problems(body)
    assert (len(found) >= 1) is bool(count), found


def test_words_are_listed_in_order() -> None:
    assert listed(frozenset({"c", "a", "b"})) == "a, b, c"


def unused(body: str) -> list[str]:
    try:
        add_knowledge(Knowledge(), [("a.yaml", (HEAD + "sources:\n" + DEED + body).encode())], whole=True)
    except Refused as refused:
        return [problem.message.en for problem in refused.problems]
    return []


def test_a_source_on_which_nothing_rests_is_told_where_the_knowledge_is_whole() -> None:
    countries = "countries: {FR: {fr: France, en: France}}\n"
    assert unused(countries + firm()) == []
    (said,) = unused(countries)
    assert "deed" in said


def test_what_stands_for_no_source_at_all_may_be_of_no_use() -> None:
    countries = "countries: {FR: {fr: France, en: France}}\n"
    none = "  none: {kind: filing, title: None, publisher: Nobody, date: 2026-01-01}\n"
    assert unused(none + countries + firm()) == []


def test_an_entry_without_a_source_is_told_to_have_none_and_nothing_else() -> None:
    bare = "organisations:\n  own-firm: {name: Firm Ltd, country: FR, is: [cloud], as_of: 2026-01-01, status: verified}\n"
    ((message, _, _),) = problems(bare)
    assert "source" in message


@pytest.mark.parametrize("section", ["problematic", "bridges"])
@pytest.mark.parametrize(
    ("country", "said"), [("XX", ["no such country (ISO 3166-1, as in FR): XX"]), ("US", [])]
)
def test_a_period_of_a_law_is_of_a_country_that_there_is(section: str, country: str, said: list[str]) -> None:
    title = "title: {fr: Loi, en: Law}, cite: C-1/26, official: 'https://eur-lex.europa.eu/x'"
    entry = f"{{country: {country}, since: 2020-01-01, until: 2021-01-01, {title}, status: verified}}"
    assert [message for message, _, _ in problems(f"{section}:\n  own: {entry}\n")] == said


def test_problems_stand_where_they_are() -> None:
    ((message, _, text),) = problems(firm(country="XX"))
    assert "XX" in message
    assert "country: XX" in text


@pytest.mark.parametrize(
    ("periods", "count"),
    [
        ((("2015-01-01", "2019-12-31"), ("2020-01-01", "2022-12-31")), 0),
        ((("2020-01-01", "2022-12-31"), ("2015-01-01", "2019-12-31")), 0),
        ((("2020-01-01", "2022-12-31"), ("2015-01-01", "2020-06-30")), 1),
    ],
)
def test_holdings_of_one_pair_follow_each_other_in_time_whatever_their_order_in_the_file(
    periods: tuple[tuple[str, str], ...], count: int
) -> None:
    links = "".join(holding(votes="60", kind="votes", since=since, until=until) for since, until in periods)
    found = problems(TWO + "ownership:\n" + links)
    assert len(found) == count, found


def test_a_step_of_a_decision_on_a_day_that_there_is_not_is_told_at_its_line() -> None:
    text = """law:
  own-case:
    title: {fr: Affaire, en: Case}
    short: {fr: affaire, en: case}
    official: https://court.example/1
    court: Court
    since: 2026-01-01
    status: verified
    history:
      - status: pending
        source: deed
        since: 2026-02-31
"""
    found = problems(text)
    assert "        since: 2026-02-31" in [line for _, _, line in found], found
