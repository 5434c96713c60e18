"""A change touches the kinds of subjects that look at what it changes, and no others: in every case and every example of a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from msgspec.structs import replace

from auditor.api import assess as judging
from auditor.api.examples import materials_of
from auditor.api.read import all_policies
from auditor.graph.derive import Derived, derive
from auditor.graph.estate import build
from auditor.judging.findings import outlines
from auditor.loading.case.load import case_of
from auditor.model.case.document import Case
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, Nowhere
from auditor.model.policy import Policy
from auditor.rules.evaluate import evaluate, matches_of
from auditor.rules.readers import Readers, SubjectFields
from auditor.rules.rule_sets import Rules
from auditor.rules.subjects import SUBJECTS
from auditor.rules.touched import LOOKING_AT, touched
from tests.conftest import CASES, REFERENCE, materials

#: Findings about scenarios follow from what those change, which is judged beside them.
KINDS = sorted(SUBJECTS.keys() - {"scenario"})
#: Sections of which something follows for some kinds of subjects and nothing for others.
SECTIONS = ("ownership", "notices", "claims", "questions")


class LookedAt(Exception):
    """Somebody looked at what must not be looked at."""


class Hidden:
    """A section of a case at which nobody may look, not even to see whether anything is in it."""

    def __getattr__(self, name: str) -> NoReturn:
        raise LookedAt(name)

    def _refuse(self, *given: object) -> NoReturn:
        raise LookedAt(given)

    __iter__ = __len__ = __bool__ = __contains__ = __getitem__ = _refuse


def without(made: Materials, section: str) -> Derived:
    """What is derived from a case, one section of which is hidden once the case stands on its day."""
    estate = build(made)

    def hiding(case: Case) -> Case:
        return replace(case, **{section: Hidden()})

    estate.case = hiding(estate.case)
    known = hiding(estate.materials._as_known)
    estate.materials = replace(estate.materials, case=hiding(estate.materials.case))
    estate.materials.__dict__["_as_known"] = known
    estate.day = replace(estate.day, case=estate.materials.case)
    return derive(estate)


def look(name: str, derived: Derived) -> None:
    """Hold the rules about a kind against its subjects and read all that is said of them."""
    kind = SUBJECTS[name]
    evaluation = evaluate(derived, Rules(derived.estate), {name}, compared={name})
    outlines(derived, evaluation.matches)
    readers = Readers(kind, derived)
    for subject in kind.each(derived):
        fields = SubjectFields(readers, subject)
        for field in kind.fields:
            fields[field]
        for told in (kind.activities, kind.parties, kind.spots, kind.path):
            told(derived, subject)


@pytest.fixture(scope="module")
def seen(knowledge: Knowledge) -> dict[str, set[str]]:
    """The kinds that look at each section, in the published cases and in the examples of the rules."""

    def every() -> Iterator[Materials]:
        for folder in CASES:
            yield materials([folder])
        for policy in all_policies():
            for example in policy.tests:
                yield materials_of(policy, example.given, knowledge)

    found: dict[str, set[str]] = {section: set() for section in LOOKING_AT}
    for made in every():
        for section, kinds in found.items():
            for name in KINDS:
                if name not in kinds:
                    try:
                        look(name, without(made, section))
                    except LookedAt:
                        kinds.add(name)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("section", LOOKING_AT)
def test_kinds_look_at_a_section_as_it_is_declared(section: str, seen: dict[str, set[str]]) -> None:
    assert seen[section] == LOOKING_AT[section]


def _removed(made: Materials, section: str, name: str) -> Materials:
    entries = {key: entry for key, entry in getattr(made.case, section).items() if key != name}
    return replace(made, case=replace(made.case, **{section: entries}), scenarios={})


@pytest.mark.slow
@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
@pytest.mark.parametrize("section", SECTIONS)
def test_rules_about_what_a_change_does_not_touch_come_to_the_same(folder: Path, section: str) -> None:
    made = materials([folder])
    now = derive(build(made))
    for name in list(getattr(made.case, section))[:1]:
        then = derive(build(_removed(made, section, name)))
        others = set(KINDS) - set(touched(now.estate, then.estate))
        assert others
        before, after = (
            outlines(state, evaluate(state, Rules(state.estate), others, compared=others).matches)
            for state in (now, then)
        )
        assert after == before


GIVEN: dict[str, Any] = {
    "people": {"buyer": {}},
    "organisations": {"shop": {"country": "FR"}, "lab": {"country": "US"}, "gone": {"country": "FR"}},
    "ownership": [{"owner": "lab", "of": "shop", "votes": "30"}],
    "activities": {"orders": {"people": "buyer", "data": "contact", "controller": "shop"}},
    "hosts": {"store": {"operator": "shop", "keeps": "contact", "location": "FR"}},
    "flows": {"f": {"for": "orders", "from": "shop", "to": "store", "transport": "none"}},
    "claims": {"all-safe": {"by": "shop", "says": "nothing-checkable", "quote": "All is safe."}},
}


@pytest.mark.parametrize(
    ("scenario", "kinds"),
    [
        ({"set": {"ownership.lab>shop.votes": "51"}}, LOOKING_AT["ownership"]),
        ({"remove": ["claims.all-safe"]}, LOOKING_AT["claims"]),
        (
            {"set": {"ownership.lab>shop.votes": "51"}, "remove": ["claims.all-safe"]},
            LOOKING_AT["ownership"] | LOOKING_AT["claims"],
        ),
        ({"set": {"flows.f.transport": "tls"}}, SUBJECTS.keys()),
        ({"set": {"ownership.lab>shop.votes": "51", "hosts.store.location": "US"}}, SUBJECTS.keys()),
        ({"remove": ["adequacy.us-dpf"]}, SUBJECTS.keys()),
    ],
)
def test_a_scenario_has_the_rules_held_that_it_touches(
    scenario: dict[str, Any], kinds: set[str], knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = _held(scenario, knowledge, monkeypatch, materials([REFERENCE]).policies)
    assert [subjects for name, subjects in held if name == "other"] == [set(kinds)]


def test_a_scenario_of_which_no_rule_speaks_is_not_judged(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    policies = [
        policy
        for policy in materials([REFERENCE]).policies
        if all(rule.for_ != "scenario" for rule in policy.rules)
    ]
    held = _held({"set": {"flows.f.transport": "tls"}}, knowledge, monkeypatch, tuple(policies))
    assert [name for name, _ in held] == [""]


def _held(
    scenario: dict[str, Any],
    knowledge: Knowledge,
    monkeypatch: pytest.MonkeyPatch,
    policies: tuple[Policy, ...],
) -> list[tuple[str, set[str]]]:
    """The kinds whose rules are held against the case and against its scenario, each with the name of the latter."""
    case, scenarios = case_of({**GIVEN, "scenarios": {"other": scenario}}, knowledge)
    held: list[tuple[str, set[str]]] = []

    def noting(judged: Callable[..., Any]) -> Callable[..., Any]:
        def noted(derived: Derived, rules: Rules, *subjects: Any, **asked: Any) -> Any:
            held.append((derived.estate.materials.hypothesis, set(*subjects)))
            return judged(derived, rules, *subjects, **asked)

        return noted

    monkeypatch.setattr(judging, "evaluate", noting(evaluate))
    monkeypatch.setattr(judging, "matches_of", noting(matches_of))
    judging.judged(Materials(case, knowledge, policies, "2024-01-01", Nowhere(), scenarios=scenarios))
    return held


@pytest.mark.slow
@pytest.mark.parametrize("folder", CASES, ids=lambda folder: folder.name)
def test_matches_that_are_not_counted_are_those_that_are(folder: Path) -> None:
    derived = derive(build(materials([folder])))
    rules = Rules(derived.estate)
    counted = evaluate(derived, rules).matches
    told = [
        (match.rule.id, match.key, match.id, match.established, match.grave, match.missing)
        for match in counted
    ]
    assert told == [
        (match.rule.id, match.key, match.id, match.established, match.grave, match.missing)
        for match in matches_of(derived, rules, SUBJECTS.keys())
    ]
