"""What ended on an unknown day, or into the unknown, is told as that: no former name as today's, no lapsed law as gone or in force."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.api.read import knowledge_base
from auditor.model.case.document import Case
from auditor.model.case.head import CaseHead
from auditor.model.case.organisations import Former, Organisation
from auditor.model.materials import plain
from auditor.model.result.document import Result
from auditor.text.legal_forms import without_form
from auditor.text.names import Names

BASE = knowledge_base()
OPEN_ENDED = sorted(
    (name, former.name)
    for name, entry in BASE.organisations.items()
    for former in entry.former
    if former.until == "unknown"
)


def printed(entry: Organisation, as_of: str) -> str:
    case = Case(case=CaseHead(id="x", as_of=as_of), organisations={"it": entry})
    return Names(case, as_of).of("it").en


def test_names_that_ended_on_an_unknown_day_are_in_the_base() -> None:
    assert {"Online SAS", "Cybot A/S", "Oath (EMEA) Limited"} <= {former for _, former in OPEN_ENDED}


@pytest.mark.parametrize(("name", "former"), OPEN_ENDED)
@pytest.mark.parametrize("as_of", ["2015-01-01", "2019-06-01", "2026-11-26"])
def test_a_name_whose_end_is_unknown_is_never_printed_as_the_current_one(
    name: str, former: str, as_of: str
) -> None:
    said = printed(BASE.organisations[name], as_of)
    assert str(plain(BASE.organisations[name].name)).startswith(said)
    assert without_form(said) == without_form(former) or not former.startswith(said)


def test_a_name_whose_end_is_known_is_printed_until_that_day() -> None:
    entry = Organisation(name="New", former=[Former(name="Old", until="2020-05-01")])
    assert [printed(entry, day) for day in ("2020-05-01", "2020-05-02")] == ["Old", "New"]


def exposed(as_of: str, *, provider: bool = True) -> dict[str, Any]:
    return {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "x", "as_of": as_of, "about": "shop"},
        "people": {"customer": {"country": "DE"}},
        "organisations": {
            "shop": {"country": "DE", "parent": "none"},
            "inc": {"country": "US", "parent": "none", "is": ["cloud"] if provider else ["bank"]},
        },
        "activities": {
            "orders": {
                "people": "customer",
                "data": "contact",
                "controller": "shop",
                "processors": "inc",
                "scale": "small",
            }
        },
        "hosts": {"store": {"operator": "inc", "keeps": "contact", "at_rest": "plain", "location": "DE"}},
        "flows": {
            "a": {"for": "orders", "from": "shop", "to": "store", "transport": "tls", "content": "none"}
        },
    }


@pytest.mark.parametrize(
    ("as_of", "low"), [("2026-06-11", 4), ("2026-06-12", 0), ("2026-11-26", 0), ("2027-06-01", 0)]
)
def test_a_law_that_lapsed_into_the_unknown_stays_possible(
    as_of: str, low: int, judge: Callable[..., Result]
) -> None:
    result = judge(exposed(as_of))
    lines = {line.instrument: line for line in result.exposures if line.custodian == "inc"}
    assert (lines["US-FISA-702"].level.min, lines["US-FISA-702"].level.max) == (low, 4)
    assert lines["US-SCA-2713"].level.min == 4


def test_it_is_told_as_it_is_and_shows_nothing(judge: Callable[..., Result]) -> None:
    (finding,) = [f for f in judge(exposed("2026-11-26")).findings if f.rule == "CTL-002"]
    assert "lapsed on 12 June 2026; what holds since then is not known" in finding.message.en
    assert "arrivé à terme le 12 juin 2026 ; ce qui vaut depuis n'est pas connu" in finding.message.fr
    assert [fact.fact for fact in finding.proof if fact.fact == "instruments.US-FISA-702"] == []
    (note,) = [law.note for law in finding.law if law.ref == "US-FISA-702"]
    assert note is not None
    assert "March 2027" in note.en
    assert "mars 2027" in note.fr


def test_before_its_last_day_nothing_is_said_of_the_lapse(judge: Callable[..., Result]) -> None:
    (finding,) = [f for f in judge(exposed("2025-01-01")).findings if f.rule == "CTL-002"]
    assert "lapsed" not in finding.message.en
    assert "instruments.US-FISA-702" in {fact.fact for fact in finding.proof}


def abroad(as_of: str, **flow: str) -> dict[str, Any]:
    """Hosted health data reached from India."""
    return {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "x", "as_of": as_of, "about": "clinic"},
        "people": {"patient": {"country": "FR"}},
        "organisations": {
            "clinic": {"country": "FR", "parent": "none"},
            "host": {"country": "FR", "parent": "none"},
            "desk": {"country": "IN", "parent": "none"},
        },
        "activities": {
            "care": {
                "people": "patient",
                "data": "health",
                "controller": "clinic",
                "processors": ["host", "desk"],
                "care": True,
            }
        },
        "hosts": {"store": {"operator": "host", "location": "FR", "keeps": "health"}},
        "flows": {"help": {"for": "care", "from": "store", "to": "desk", "access": "remote", **flow}},
    }


@pytest.mark.parametrize(
    ("as_of", "flow", "outcome"),
    [
        ("2026-09-25", {"tool": "none", "derogation": "a"}, None),
        ("2026-09-26", {"tool": "none", "derogation": "a"}, "established"),
        ("2026-11-26", {"tool": "scc"}, None),
        ("2026-11-26", {}, "cannot-be-shown"),
    ],
)
def test_hosted_health_data_leaves_on_no_derogation_from_its_day_on(
    as_of: str, flow: dict[str, str], outcome: str | None, judge: Callable[..., Result]
) -> None:
    found = [f for f in judge(abroad(as_of, **flow)).findings if f.rule == "SPC-008"]
    assert [f.outcome for f in found] == ([outcome] if outcome else [])
    cites = {law.ref.partition(".")[0] for f in found for law in f.law}
    assert not found or BASE.law["decret-2026-209"].status == "secondary"
    assert not found or {"csp", "decret-2026-209", "gdpr"} <= cites


def test_no_foreign_hospital_is_held_to_it(judge: Callable[..., Result]) -> None:
    tree = abroad("2026-11-26", tool="none", derogation="a")
    tree["organisations"]["clinic"]["country"] = tree["organisations"]["host"]["country"] = "DE"
    assert [f for f in judge(tree).findings if f.rule == "SPC-008"] == []
