"""What a change of a case brings, on small cases: look-alikes of organisations, what begins later, what a finding is about."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.graph.estate import build
from auditor.judging.beginnings import beginning, begins_later
from auditor.judging.finding_scope import concerns, entries
from auditor.judging.look_alikes import look_alikes
from auditor.judging.stated_before import stated_before
from auditor.judging.survey_row import recipients
from auditor.model.materials import Materials
from auditor.text.names import Names
from auditor.text.result import NOTHING
from tests.own_rules import held, one, result, rule

Tree = dict[str, Any]
MAILER: Tree = {"mailer": {"name": "Courrier du Large SAS", "country": "FR"}}


def organisations(**entered: Tree) -> Materials:
    return held({"organisations": entered}, rule())


@pytest.mark.parametrize(
    ("new", "entry", "alike"),
    [
        ("mailer-2", {"name": "Courrier du Large", "country": "US"}, True),
        ("other", {"name": "Courrier du Large Inc.", "country": "US"}, True),
        ("other", {"name": "Couriers du Large", "country": "US"}, True),
        ("other", {"name": "C\u043eurrier du Large", "country": "US"}, True),
        ("mailer-two", {"name": "unknown", "country": "US"}, True),
        ("other", {"name": "Courrier du Large", "country": "FR"}, False),
        ("other", {"name": "Courant d'air", "country": "US"}, False),
        ("other", {"name": "Port du Vent", "country": "US"}, False),
        ("other", {"name": "du", "country": "US"}, False),
    ],
)
def test_a_new_organisation_is_a_look_alike_where_its_words_are_those_of_one_in_another_country(
    new: str, entry: Tree, *, alike: bool
) -> None:
    then, now = organisations(**MAILER), organisations(**MAILER, **{new: entry})
    found = [(line.new, line.country, line.known, line.known_country) for line in look_alikes(then, now)]
    assert found == ([(new, str(entry["country"]), "mailer", "FR")] if alike else [])


def test_a_look_alike_of_one_whose_country_nobody_says_is_not_of_another_country() -> None:
    then = organisations(mailer={"name": "Courrier du Large SAS", "country": "unknown"})
    now = organisations(
        mailer={"name": "Courrier du Large SAS", "country": "unknown"},
        other={"name": "Courrier du Large", "country": "US"},
    )
    assert list(look_alikes(then, now)) == []


def test_a_look_alike_of_several_is_told_once_and_those_of_its_own_country_are_passed_over() -> None:
    known = {
        "mailer-at-home": {"name": "Courrier du Large", "country": "US"},
        "mailer-b": {"name": "Courrier du Large SAS", "country": "FR"},
        "mailer-c": {"name": "Courrier du Large SARL", "country": "BE"},
    }
    now = organisations(**known, other={"name": "Courrier du Large", "country": "US"})
    found = [(line.new, line.known) for line in look_alikes(organisations(**known), now)]
    assert found == [("other", "mailer-b")]


def test_an_organisation_that_was_there_before_is_no_look_alike() -> None:
    both = {**MAILER, "other": {"name": "Courrier du Large", "country": "US"}}
    assert list(look_alikes(organisations(**both), organisations(**both))) == []


# what begins after the date of the case


def starting(since: str) -> Materials:
    return held(
        {
            "organisations": {"shop": {"country": "FR"}},
            "hosts": {"store": {"operator": "shop", "since": since}},
        },
        rule(),
    )


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("2020-01-01", "2024-06-01", {"hosts.store.since": "2024-06-01"}),
        ("2024-06-01", "2024-06-01", {}),
        ("2020-01-01", "2024-01-01", {}),
        ("2020-01-01", "2024-01-02", {"hosts.store.since": "2024-01-02"}),
        ("2020-01-01", "2025", {"hosts.store.since": "2025"}),
        ("2020-01-01", "unknown", {}),
    ],
)
def test_what_begins_after_the_date_of_the_case_is_told_unless_it_was_before(
    before: str, after: str, told: Tree
) -> None:
    assert begins_later(starting(before), starting(after)).changed == told


CASE: Tree = {
    "people": {"people": {"country": "FR"}},
    "data": {"letters": {"is": "contact", "about": "people"}},
    "organisations": {
        "shop": {"name": "Shop", "country": "FR", "parent": "house"},
        "house": {"name": "House", "country": "FR"},
        "cloud": {"name": "Cloud", "country": "IE", "is": "cloud"},
    },
    "activities": {"sales": {"people": "people", "data": "letters", "controller": "shop"}},
    "hosts": {
        "store": {"operator": "cloud", "keeps": "letters", "runs_on": "rack"},
        "rack": {"operator": "shop"},
    },
    "flows": {"f": {"for": "sales", "from": "people", "to": "store", "content": "none"}},
}


def test_a_finding_is_about_its_entries_and_all_that_these_refer_to() -> None:
    finding = one(CASE, rule(forbid={"content": "none"}))
    made = held(CASE, rule(forbid={"content": "none"})).case
    assert entries(finding, made) == {
        "flows.f",
        "activities.sales",
        "hosts.store",
        "hosts.rack",
        "organisations.cloud",
        "organisations.shop",
        "organisations.house",
        "data.letters",
    }


def test_a_finding_concerns_the_data_of_its_flow_and_the_parties_at_its_ends() -> None:
    finding = one(CASE, rule(forbid={"content": "none"}))
    made = held(CASE, rule(forbid={"content": "none"})).case
    assert concerns(finding, made) == {
        "data letters",
        "data contact",
        'organisations.cloud.name ["Cloud"]',
        'organisations.cloud.country ["IE"]',
        'organisations.cloud.is ["cloud"]',
    }


def test_a_finding_on_an_activity_concerns_its_data() -> None:
    finding = one(CASE, rule(about="document", for_="activity", require={"legal_basis": "consent"}))
    made = held(CASE, rule()).case
    assert {"data letters", "data contact"} <= concerns(finding, made)
    assert "flows.f" not in entries(finding, made)


def test_what_begins_is_told_with_the_findings_that_rest_on_it() -> None:
    finding = one(CASE, rule(forbid={"content": "none"}))
    told = beginning(["flows.f.since", "hosts.rack.since", "organisations.house.since"], [finding])
    assert told == {"flows.f.since": (f"F-{finding.fingerprint}",)}


# what was stated until a day that is not known


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ([{"value": "cloud", "until": "unknown"}], "Stated before: Cloud, until"),
    ],
)
def test_what_was_stated_until_an_unknown_day_is_told_by_name(stated: Any, words: str) -> None:
    case = {**CASE, "hosts": {**CASE["hosts"], "rack": {"operator": stated}}}
    materials = build(held(case, rule())).materials
    names = Names(materials.case, materials.as_of)
    said = stated_before(materials, "hosts.rack.operator", names)
    assert words in said.en
    assert stated_before(materials, "hosts.store.operator", names) == NOTHING


# what lies outside of the date


def left_out(**entry: str) -> Any:
    case = {**CASE, "hosts": {**CASE["hosts"], "old": {"operator": "shop", **entry}}}
    lines = result(case, rule()).not_looked_at
    (line,) = [line for line in lines if line.kind == "host"]
    return line.why, line.first, line.last, line.try_as_of


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"until": "2023"}, ("ended", "", "2023", "2022")),
        ({"until": "2023-06"}, ("ended", "", "2023-06", "2023-05")),
        ({"until": "2023-01"}, ("ended", "", "2023-01", "2022-12")),
        ({"until": "2023-03-01"}, ("ended", "", "2023-03-01", "2023-02-28")),
        ({"since": "2023-03-01", "until": "2023-03-02"}, ("ended", "2023-03-01", "2023-03-02", "2023-03-01")),
        ({"since": "2025-02"}, ("not-begun", "2025-02", "", "2025-02")),
    ],
)
def test_a_date_to_try_is_one_on_which_what_was_left_out_holds(
    entry: dict[str, str], told: tuple[str, ...]
) -> None:
    assert left_out(**entry) == told


# how a recipient is called across cases


def test_of_a_recipient_whose_owners_nobody_says_it_is_unknown_who_controls_it() -> None:
    (line,) = [each for each in recipients(result(CASE, rule()), ()) if each.name.en == "Cloud"]
    assert (line.countries, line.perhaps) == ([], ["unknown"])


def test_a_recipient_with_no_owner_is_of_its_own_country() -> None:
    case = {
        **CASE,
        "organisations": {
            **CASE["organisations"],
            "cloud": {"name": "Cloud", "country": "IE", "parent": "none"},
        },
    }
    (line,) = [each for each in recipients(result(case, rule()), ()) if each.name.en == "Cloud"]
    assert (line.countries, line.perhaps) == (["IE"], [])
