"""What is unverified only ever makes something possible; what is not verified never fails a build by default."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from auditor.api.assess import assess
from auditor.api.read import knowledge_base
from auditor.graph.control import Control
from auditor.graph.estate import build
from auditor.judging.gate import failing
from auditor.loading.case.enrich import merge_over
from auditor.loading.case.load import load_case
from auditor.model.case.organisations import Organisation
from auditor.model.case.ownership import Ownership
from auditor.model.law import Knowledge
from auditor.model.materials import Materials
from auditor.model.result.document import Result
from tests.conftest import CASES, materials

BASE = knowledge_base()
NAMES = "abcdef"
STATUS = st.sampled_from(["verified", "secondary", "unverified"])
LINKS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES), st.integers(0, 100), STATUS, st.booleans()),
    max_size=10,
    unique_by=lambda link: link[:2],
)


def knowing(links: list[tuple[str, str, int, str, bool]]) -> Knowledge:
    organisations = {
        name: Organisation(name=name, country="FR", is_=["cloud"], source="none", status="verified")
        for name in NAMES
    }
    ownership = {
        f"{owner}>{of}": Ownership(
            owner=owner, of=of, kind="shares", shares=str(share), status=status, unchecked=["shares"] * weak
        )  # type: ignore[arg-type]
        for owner, of, share, status, weak in links
        if owner != of
    }
    return replace(BASE, organisations=organisations, ownership=ownership)


def certain(knowledge: Knowledge) -> set[tuple[str, str]]:
    hosts = {f"h-{name}": {"operator": name} for name in NAMES}
    text = json.dumps({"auditor": "1", "case": {"id": "x", "as_of": "2026-01-01"}, "hosts": hosts})
    loaded = load_case([("x.yaml", text.encode())], knowledge)
    made = Materials(loaded.case, knowledge, (), "2026-01-01", loaded.places)
    control = Control(build(made))
    return {(owner, of) for owner in NAMES for of in control.controlled(owner, certain=True)}


@given(LINKS)
@settings(max_examples=60)
def test_an_unverified_link_makes_nobody_a_certain_controller(
    links: list[tuple[str, str, int, str, bool]],
) -> None:
    vouched = [x for x in links if x[3] == "verified" or (x[3] == "secondary" and not x[4])]
    assert certain(knowing(links)) == certain(knowing(vouched))


@given(LINKS)
@settings(max_examples=30)
def test_a_better_status_never_takes_a_certain_controller_away(
    links: list[tuple[str, str, int, str, bool]],
) -> None:
    better = [(owner, of, share, "verified", False) for owner, of, share, _, _ in links]
    assert certain(knowing(links)) <= certain(knowing(better))


def weakened(status: str) -> Knowledge:
    """The base with every organisation and link of the given status at best."""
    lower = {"secondary": ("verified",), "unverified": ("verified", "secondary")}[status]

    def low(entries: dict[str, Any]) -> dict[str, Any]:
        return {n: replace(e, status=status) if e.status in lower else e for n, e in entries.items()}

    return replace(BASE, organisations=low(BASE.organisations), ownership=low(BASE.ownership))


@pytest.mark.parametrize("status", ["secondary", "unverified"])
@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_what_is_not_verified_never_fails_a_build_by_default(
    case: Path, status: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.api.read.load_base", lambda: (weakened(status), []))
    result = assess(materials([case]))
    for finding in failing(result.findings, "info", "declared"):
        assert not [
            f
            for f in finding.proof
            if f.source.startswith("knowledge:") and f.known in ("alleged", "assumed")
        ]
    for finding in result.findings:
        resting = [f for f in finding.proof if f.source.startswith("knowledge:") and f.known == "assumed"]
        assert not (resting and finding.outcome == "established" and finding.confidence != "assumed")


@pytest.mark.parametrize("name", sorted(n for n, o in BASE.organisations.items() if o.status == "unverified"))
def test_the_country_of_an_unverified_organisation_is_no_ground_for_exposure(
    name: str, judge: Callable[..., Result]
) -> None:
    tree = {
        "auditor": "1",
        "known": "documented",
        "case": {"id": "x", "as_of": "2026-01-01"},
        "people": {"customer": {}},
        "organisations": {"shop": {"country": "FR", "parent": "none"}},
        "activities": {"orders": {"people": "customer", "data": "contact", "controller": "shop"}},
        "hosts": {"cloud": {"operator": name, "keeps": "contact", "at_rest": "plain"}},
        "flows": {
            "f": {"for": "orders", "from": "customer", "to": "cloud", "transport": "tls", "content": "none"}
        },
    }
    result = judge(tree)
    exposed = [
        f
        for f in result.findings
        if f.kind == "exposure" and f.outcome == "established" and f.culprit == name
    ]
    assert [f.rule for f in exposed if f.confidence == "assumed"] == []
    lines = [line for line in result.exposures if line.custodian == name]
    assert lines
    assert all(line.level.min == 0 and f"organisations.{name}.country" in line.missing for line in lines)


def test_an_unchecked_field_counts_one_step_weaker_even_where_the_case_names_the_organisation() -> None:
    entry = replace(
        BASE.organisations["atlassian-corp"],
        status="secondary",
        also=["notices"],
        unchecked=["country"],
        as_of="2026",
    )
    known = replace(BASE, organisations={**BASE.organisations, "atlassian-corp": entry})
    tree, _ = merge_over(
        {"hosts": {"x": {"operator": "atlassian-corp"}}, "organisations": {"atlassian-corp": {"title": "A"}}},
        known,
    )
    assert {row["known"] for row in tree["organisations"]["atlassian-corp"]["country"]} == {"assumed"}
    text = json.dumps(
        {
            "auditor": "1",
            "known": "documented",
            "case": {"id": "x", "as_of": "2026"},
            "hosts": {"x": {"operator": "atlassian-corp"}},
            "organisations": {"atlassian-corp": {"title": "A"}},
        }
    )
    loaded = load_case([("x.yaml", text.encode())], known)
    made = Materials(loaded.case, known, (), "2026", loaded.places)
    assert made.fact("organisations.atlassian-corp.country").known == "assumed"
    assert build(made).country("atlassian-corp") == "US"
    assert build(made).sure_country("atlassian-corp") == "unknown"


def test_certificates_of_the_base_say_how_they_are_known() -> None:
    tree, _ = merge_over({"hosts": {"x": {"operator": "aws-emea"}}}, BASE)
    (held,) = tree["organisations"]["aws-emea"]["certified"]
    assert (held["is"], held["known"], held["source"]) == ("hds", "alleged", "knowledge:doctolib-imprint")
    assert held["also"] == ["knowledge:livi-imprint"]


def test_a_dated_list_is_known_as_its_weakest_row() -> None:
    rows = [
        {"value": "GB", "until": "2022", "known": "alleged"},
        {"value": "US", "since": "2022", "known": "documented"},
    ]
    text = {"auditor": "1", "case": {"id": "x", "as_of": "2026"}, "hosts": {"x": {"operator": "acme"}}}
    text["organisations"] = {"acme": {"country": rows, "known": "documented"}}
    loaded = load_case([("x.yaml", json.dumps(text).encode())], BASE)
    made = Materials(loaded.case, BASE, (), "2026", loaded.places)
    assert made.fact("organisations.acme.country").known == "alleged"


def test_a_case_may_gate_on_control_and_a_secondary_fact_still_fails_nothing_by_default(
    reference_tree: dict[str, Any], judge: Callable[..., Result]
) -> None:
    tree = json.loads(json.dumps(reference_tree).replace("aws-emea", "google-cloud-emea"))
    tree["case"]["gate"] = ["CTL-001"]
    result = judge(tree)
    (finding,) = [f for f in result.findings if f.rule == "CTL-001" and f.outcome == "established"]
    assert finding.gate
    assert finding.confidence == "alleged"
    assert any(f.source == "knowledge:google-genai-terms" for f in finding.proof)
    assert finding not in failing(result.findings, "info", "declared")
    assert finding in failing(result.findings, "info", "alleged")
