"""What every field of every subject cites: addresses of facts that the case can hold, and for what is open, what would settle it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditor.api.assess import judged
from auditor.api.examples import materials_of
from auditor.api.read import all_policies, knowledge_base
from auditor.errors import Refused
from auditor.graph.derive import Derived
from auditor.model.evidence import Choice, FieldValue, Selection
from auditor.model.materials import Materials
from auditor.model.policy import Policy
from auditor.model.result.document import Result
from auditor.rules.subjects import SUBJECTS
from auditor.text.fields.table import find
from tests.conftest import CASES, materials

POLICIES = all_policies()
#: Sections of the knowledge base, entries of which are cited by name.
OF_THE_BASE = ("adequacy", "problematic", "countries")
#: Open with nothing to ask: whose duty it is where no activity is concerned, and the role of who runs no host nobody names.
NOTHING_TO_ASK = ("controller", "role")


def values(derived: Derived) -> Iterator[tuple[str, str, FieldValue]]:
    """Every field of every subject of a case: whose, which, and what it holds."""
    for kind in SUBJECTS.values():
        for subject in kind.each(derived):
            for name, field in kind.fields.items():
                yield f"{kind.name} {kind.id(subject)}", name, field.read(derived, subject)


def of_pack(policy: Policy) -> Iterator[Materials]:
    knowledge = knowledge_base()
    for example in policy.tests:
        try:
            yield materials_of(policy, example.given, knowledge)
        except Refused:
            continue


def is_an_address(route: str, made: Materials) -> bool:
    """Whether something stands at the address, or may be stated there."""
    section, _, rest = route.partition(".")
    if section in OF_THE_BASE:
        return any(rest == name or rest.startswith(f"{name}.") for name in getattr(made.knowledge, section))
    held = getattr(made.case, section, {})
    if section == "case":
        return hasattr(held, rest)
    if section == "agreements":
        held = {*held, *(f"{a}>{b}" for a in made.case.organisations for b in made.case.organisations)}
    return any(
        rest == name or is_a_field(section, rest.removeprefix(f"{name}."))
        for name in held
        if rest.startswith(name)
    )


def is_a_field(section: str, path: str) -> bool:
    try:
        return bool(path) and bool(find(section, path))
    except KeyError:
        return False


def is_open(value: FieldValue) -> bool:
    if isinstance(value, Choice):
        return value.anything or len(value.options) > 1
    if isinstance(value, Selection):
        return value.open or bool(value.maybe)
    return value.low != value.high


def unfounded(made: Materials) -> list[str]:
    """What is cited and is no address of the case."""
    cited = {
        (whose, name, route)
        for whose, name, value in values(judged(made)[0])
        for route in (*value.proof, *value.missing)
    }
    known = {route: is_an_address(route, made) for route in {route for *_, route in cited}}
    return sorted(f"{whose}, {name}: {route!r}" for whose, name, route in cited if not known[route])


def unasked(made: Materials) -> list[str]:
    """What is open and says of no fact that it would settle it."""
    return [
        f"{whose}, {name}: {value}"
        for whose, name, value in values(judged(made)[0])
        if is_open(value) and not value.missing and name not in NOTHING_TO_ASK
    ]


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_a_case_cites_only_facts_it_can_hold(folder: Path) -> None:
    assert unfounded(materials([folder])) == []


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.policy)
def test_the_examples_of_a_pack_cite_only_facts_they_can_hold(policy: Policy) -> None:
    assert [wrong for made in of_pack(policy) for wrong in unfounded(made)] == []


@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_what_is_open_in_a_case_says_what_would_settle_it(folder: Path) -> None:
    assert unasked(materials([folder])) == []


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: policy.policy)
def test_what_is_open_in_the_examples_of_a_pack_says_what_would_settle_it(policy: Policy) -> None:
    assert [wrong for made in of_pack(policy) for wrong in unasked(made)] == []


def test_whom_a_keeper_of_data_of_no_activity_serves_is_asked_by_what_it_keeps(
    judge: Callable[..., Result],
) -> None:
    result = judge(
        {
            "auditor": "1",
            "known": "documented",
            "case": {"id": "c", "as_of": "2024-01-01", "about": "shop"},
            "people": {"customer": {}},
            "organisations": {
                "shop": {"country": "FR"},
                "cloud": {"country": "US", "parent": "none", "is": "cloud"},
            },
            "activities": {"orders": {"people": "customer", "data": "contact", "controller": "shop"}},
            "hosts": {"store": {"operator": "cloud", "keeps": "health"}},
        }
    )
    missing = {route for found in result.findings if found.rule == "CTL-005" for route in found.missing}
    assert missing == {"hosts.store.keeps"}


def test_who_keeps_a_copy_where_a_flow_may_end_is_asked_by_a_fact_of_the_case(tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text(
        "auditor: 1\n"
        "known: documented\n"
        "case: {id: c, as_of: 2024-01-01, about: shop}\n"
        "people: {customer: {}}\n"
        "organisations: {shop: {country: FR}}\n"
        "activities: {orders: {people: customer, data: contact, controller: none, processors: none}}\n"
        "hosts: {back: {operator: unknown, keeps: none}}\n"
        "flows:\n"
        "  f: {for: orders, from: customer, to: [customer, back]}\n"
        "  g: {for: orders, from: customer, to: [customer, unknown], rights: access}\n",
        encoding="utf-8",
    )
    made = materials([file])
    roles = [value for whose, name, value in values(judged(made)[0]) if whose == "copy g" and name == "role"]
    assert [value.missing for value in roles] == [("hosts.back.operator",)]
    assert unfounded(made) == []
