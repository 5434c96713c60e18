"""Certificates in their time: what covers a host, on which day, for which activities."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from auditor.graph.certificates import ACTIVITIES, V1_LAST, V2_FIRST, CertificatesOnDate
from auditor.graph.estate import build
from auditor.loading.case.load import case_of
from auditor.model.dates import first_day, last_day
from auditor.model.law import Knowledge
from auditor.model.materials import Materials, Nowhere

ALL = list(ACTIVITIES)
LAW = Knowledge()


def certified(as_of: str, certificates: Any, own: Any = "none", **host: Any) -> CertificatesOnDate:
    machines = {"kind": "data-centre", "certified": "none", "hosting": ["1", "2"], **host.pop("machines", {})}
    case, _ = case_of(
        {
            "case": {"id": "example", "as_of": as_of},
            "organisations": {
                "barn": {"certified": certificates},
                "below": {"certified": host.pop("below", "none")},
            },
            "hosts": {
                "store": {"operator": "barn", "runs_on": "none", "certified": own, "keeps": "health", **host},
                "machines": {"operator": "below", **machines},
            },
        },
        LAW,
    )
    return CertificatesOnDate(build(Materials(replace(case), LAW, (), as_of, Nowhere())))


def covered(as_of: str, certificate: dict[str, Any], **host: Any) -> bool | None:
    return certified(as_of, [certificate], **host).health_hosting("store").value


def hds(**more: Any) -> dict[str, Any]:
    return {"is": "hds", "scope": ALL, **more}


@pytest.mark.parametrize(
    ("as_of", "certificate", "value"),
    [
        ("2023-01-01", hds(since="2022-01-01", until="2024-12-31"), True),
        ("2021-12-31", hds(since="2022-01-01", until="2024-12-31"), False),
        ("2024-12-31", hds(since="2022-01-01", until="2024-12-31"), True),
        ("2025-01-01", hds(since="2022-01-01", until="2024-12-31"), False),
        ("2024", hds(since="2022-01-01", until="2024-06-30"), None),
        ("2024-03-01", hds(since="2022", until="2024"), None),
        ("2026-05-16", hds(version="1", since="2024-06-01", until="2027-05-31"), True),
        ("2026-05-17", hds(version="1", since="2024-06-01", until="2027-05-31"), False),
        ("2026-05-17", hds(version="1"), False),
        ("2024-11-15", hds(version="2"), False),
        ("2024-11-16", hds(version="2"), True),
        ("2026-05-17", hds(since="2024-06-01"), None),
        ("2026-05-17", hds(since="2026-05-17"), True),
        ("2017-01-01", {"is": "hads"}, True),
        ("2018-03-31", {"is": "hads"}, True),
        ("2018-04-01", {"is": "hads"}, None),
        ("2019-01-01", {"is": "hads"}, None),
        ("2019-01-01", {"is": "hads", "until": "2020-01-31"}, True),
        ("2020-02-01", {"is": "hads", "until": "2020-01-31"}, False),
        ("2023-01-01", {"is": "hds"}, None),
        ("2023-01-01", {"is": "iso-27001"}, False),
    ],
)
def test_a_certificate_covers_within_its_time(
    as_of: str, certificate: dict[str, Any], value: bool | None
) -> None:
    assert covered(as_of, certificate, hosting=ALL) is value


def test_each_activity_performed_needs_cover() -> None:
    narrow = {"is": "hds", "scope": ["1", "2"]}
    assert covered("2023-01-01", narrow, hosting=["1", "2"]) is True
    assert covered("2023-01-01", narrow, hosting=["1", "5"]) is False
    assert covered("2023-01-01", narrow, hosting="none") is True
    assert covered("2023-01-01", narrow) is None
    assert covered("2023-01-01", hds()) is True


def test_without_any_certificate_nothing_can_be_covered_unless_below() -> None:
    assert certified("2023-01-01", "none").health_hosting("store").value is False
    assert certified("2023-01-01", "none", runs_on="machines").health_hosting("store").value is None
    assert certified("2023-01-01", "unknown").health_hosting("store").value is None
    assert (
        certified("2023-01-01", "none", runs_on="unknown", hosting=["5"]).health_hosting("store").value
        is None
    )


def test_a_layer_below_counts_for_what_it_does() -> None:
    below = [{"is": "hds", "scope": ALL}]
    for hosting, value in ((["1"], True), (["1", "2"], True), (["5"], False)):
        found = certified("2023-01-01", "none", runs_on="machines", hosting=hosting, below=below)
        assert found.health_hosting("store").value is value


def test_a_certificate_granted_to_a_machine_is_tied_to_it_whatever_offer_it_names() -> None:
    of_machine = {"certified": [{"is": "hds", "scope": ALL, "offer": "Bare Metal"}]}
    found = certified("2023-01-01", "none", runs_on="machines", hosting=["1"], machines=of_machine)
    assert found.health_hosting("store").value is True


def test_what_a_machine_below_performs_is_asked_where_nobody_says_it() -> None:
    unsaid = {"hosting": "unknown"}
    found = certified(
        "2023-01-01", "none", runs_on="machines", hosting=["1"], below=[hds()], machines=unsaid
    ).health_hosting("store")
    assert found.value is None
    assert "hosts.machines.hosting" in found.missing


def test_an_activity_without_cover_is_shown_by_the_lists_that_name_no_certificate_for_it() -> None:
    found = certified("2023-01-01", [hds(scope=["1"])], hosting=["1", "5"]).health_hosting("store")
    assert found.value is False
    assert {"hosts.store.hosting", "hosts.store.certified", "organisations.barn.certified"} <= set(
        found.proof
    )


def test_a_qualification_is_that_of_a_service() -> None:
    of_company = [{"is": "secnumcloud"}]
    assert certified("2023-01-01", of_company).qualified("store").value is None
    assert certified("2023-01-01", [{"is": "secnumcloud", "scope": "store"}]).qualified("store").value is True
    assert (
        certified("2023-01-01", [{"is": "secnumcloud", "scope": "other offer"}]).qualified("store").value
        is False
    )
    assert certified("2023-01-01", "none", own=of_company).qualified("store").value is True
    assert (
        certified("2023-01-01", "none", runs_on="machines", below=of_company).qualified("store").value
        is False
    )


def test_an_offer_named_that_is_no_host_of_the_case_leaves_a_doubt() -> None:
    assert covered("2023-01-01", hds(scope=[*ALL, "healthcare cloud"]), hosting=["5"]) is None
    assert covered("2023-01-01", hds(scope=[*ALL, "machines"]), hosting=["5"]) is False
    assert covered("2023-01-01", hds(scope=[*ALL, "store"]), hosting=["5"]) is True


def test_days_assumed_are_told() -> None:
    found = certified("2023-01-01", [hds(since="2022-01-01")], hosting=["5"])
    assert found.assumed() == [("barn", "organisations.barn.certified.hds", "until")]


def test_versions_of_the_scheme() -> None:
    def versions(as_of: str, **more: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        found = certified(as_of, [hds(**more)]).hds_versions("store")
        return found.sure, found.maybe

    assert versions("2023-01-01") == (("1",), ())
    assert versions("2025-06-01") == ((), ("1", "2"))
    assert versions("2025-06-01", since="2024-01-01") == (("1",), ())
    assert versions("2025-06-01", since="2025-01-01") == ((), ("1", "2"))
    assert versions("2025-06-01", version="2") == (("2",), ())
    assert versions("2026-06-01", since="2026-06-01") == (("2",), ())
    assert versions("2026-06-01", version="1") == ((), ())


DAYS = st.dates(min_value=date(2016, 1, 1), max_value=date(2029, 12, 31))
PARTIAL = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))
MAYBE_DAY = st.one_of(st.just(""), st.just("unknown"), PARTIAL)
CERTIFICATE = st.fixed_dictionaries(
    {
        "is": st.sampled_from(["hds", "hads"]),
        "scope": st.lists(st.sampled_from(ALL), min_size=1, unique=True),
        "version": st.sampled_from(["1", "2", "unknown"]),
        "since": MAYBE_DAY,
        "until": PARTIAL,
    }
).filter(lambda c: first_day(c["since"]) <= last_day(c["until"]) or not c["since"][:1].isdigit())
ORDER: dict[bool | None, int] = {False: 0, None: 1, True: 2}


def written(certificate: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in certificate.items() if value != ""}


@settings(max_examples=200)
@given(
    st.lists(CERTIFICATE, min_size=1, max_size=3),
    st.lists(st.sampled_from(ALL), min_size=1, unique=True),
    DAYS,
    DAYS,
)
def test_time_past_the_last_day_never_adds_cover(certificates: Any, hosting: Any, one: Any, two: Any) -> None:
    """Once every certificate has begun, moving the date of the case on only ever takes cover away."""
    entries = [{**written(c), "since": "2015"} for c in certificates if c["version"] != "2"]
    if not entries:
        return
    first, later = sorted((one.isoformat(), two.isoformat()))
    before, after = (
        certified(day, entries, hosting=hosting).health_hosting("store").value for day in (first, later)
    )
    assert ORDER[after] <= ORDER[before]


@settings(max_examples=200)
@given(CERTIFICATE, st.lists(st.sampled_from(ALL), min_size=1, unique=True), DAYS)
def test_after_the_last_day_a_certificate_covers_nothing(certificate: Any, hosting: Any, day: Any) -> None:
    text = day.isoformat()
    value = covered(text, written(certificate), hosting=hosting)
    last = certificate["until"]
    if text[: len(last)] > last:
        assert value is False


@settings(max_examples=200)
@given(
    CERTIFICATE,
    st.lists(st.sampled_from(ALL), min_size=1, unique=True),
    DAYS,
    st.sampled_from(["scope", "until", "version"]),
)
@example(
    {"is": "hds", "scope": ["1"], "version": "1", "since": "2026-05-17", "until": "2027"},
    ["1"],
    date(2026, 6, 1),
    "version",
)
def test_a_fact_made_unknown_never_turns_a_no_into_a_yes(
    certificate: Any, hosting: Any, day: Any, field: str
) -> None:
    """Save a last day, and a version that could not be: in their place the rule of the scheme is assumed, and told.

    Version 2 was not there before its first day. Version 1 cannot begin after its last one, so that a certificate of no
    stated version that begins then is of version 2, which `test_versions_of_the_scheme` shows.
    """
    text = day.isoformat()
    entry = written(certificate)
    known = covered(text, entry, hosting=hosting)
    vague = covered(text, {**entry, field: "unknown"}, hosting=hosting)
    too_early = certificate["version"] == "2" and text < V2_FIRST
    since = certificate["since"]
    too_late = certificate["version"] == "1" and since[:1].isdigit() and first_day(since) > V1_LAST
    if known is False and field != "until" and not (field == "version" and (too_early or too_late)):
        assert vague is not True
    if known is None:
        assert vague is not False


def test_a_list_of_the_knowledge_base_is_never_complete(knowledge: Knowledge) -> None:
    listed = next(
        name for name, entry in sorted(knowledge.organisations.items()) if isinstance(entry.certified, list)
    )
    given = {
        "hosts": {"store": {"operator": listed, "runs_on": "none", "certified": "none", "hosting": ["5"]}}
    }
    case, _ = case_of({"case": {"id": "example", "as_of": "2024-01-01"}, **given}, knowledge)
    found = CertificatesOnDate(build(Materials(case, knowledge, (), "2024-01-01", Nowhere()))).health_hosting(
        "store"
    )
    assert found.value is None
    assert f"organisations.{listed}.certified.others" in found.missing


@pytest.mark.parametrize(
    ("stated", "type_1", "type_2", "asked"),
    [
        ({"version": "2020", "type": "2"}, False, True, ()),
        ({"version": "2020", "type": "1"}, True, False, ()),
        ({"version": "type-2"}, False, True, ()),
        ({"version": "type-1"}, True, False, ()),
        ({"version": "2020"}, None, None, ("organisations.barn.certified.c5.type",)),
        ({"version": "2020", "type": "unknown"}, None, None, ("organisations.barn.certified.c5.type",)),
        (
            {"type": "2", "offer": "Wolke Drive", "scope": "drive"},
            False,
            None,
            ("organisations.barn.certified.c5.scope",),
        ),
    ],
)
def test_a_report_is_of_the_type_that_is_stated_and_a_type_nobody_states_is_asked(
    stated: dict[str, str], type_1: bool | None, type_2: bool | None, asked: tuple[str, ...]
) -> None:
    report = {"is": "c5", "scope": "store", "since": "2025-01-01", "until": "2026-12-31", **stated}
    found = certified("2026-01-01", [report])
    answers = [found.attested("store", "c5", kind) for kind in ("1", "2")]
    assert [answer.value for answer in answers] == [type_1, type_2]
    assert {answer.missing for answer in answers if answer.value is None} == ({asked} if asked else set())


HOSTING, LISTS = "hosts.store.hosting", ("hosts.store.certified", "organisations.barn.certified")
HELD = "organisations.barn.certified.hds"
NOW = {"version": "2"}


@pytest.mark.parametrize(
    ("certificates", "host", "value", "facts"),
    [
        ([hds(**NOW)], {"hosting": ["1"]}, True, (HOSTING, HELD)),
        ([hds(**NOW)], {"hosting": ["1", "5"]}, True, (HOSTING, HELD)),
        ([hds(**NOW)], {"hosting": ["1", "unknown"]}, True, (HELD,)),
        ([hds(**NOW)], {}, True, (HELD,)),
        ([hds()], {"hosting": ["1"]}, None, (f"{HELD}.version",)),
        ([hds()], {"hosting": ["unknown"]}, None, (HOSTING, f"{HELD}.version")),
        ([hds()], {}, None, (HOSTING, f"{HELD}.version")),
        ([{"is": "hds", "scope": ["1"], **NOW}], {"hosting": ["1", "unknown"]}, None, (HOSTING,)),
        ([{"is": "hds", "scope": ["1"], **NOW}], {}, None, (HOSTING,)),
        ([{"is": "hds", "scope": ["1"], **NOW}], {"hosting": ["5", "unknown"]}, False, (HELD, *LISTS)),
        ([{"is": "hds", "scope": ["1"], **NOW}], {"hosting": ["1", "5"]}, False, (HOSTING, HELD, *LISTS)),
        ([{"is": "hds", "scope": "unknown", **NOW}], {"hosting": ["5"]}, None, (f"{HELD}.scope",)),
        ([hds(until="2020-01-01", **NOW)], {"hosting": ["1"]}, False, (HOSTING, HELD, *LISTS)),
        ("none", {"hosting": ["5"]}, False, (HOSTING, *LISTS)),
        ("none", {}, False, LISTS),
        ("none", {"hosting": ["1"], "runs_on": "unknown"}, None, ("hosts.store.runs_on",)),
        ("none", {"runs_on": "unknown"}, None, (HOSTING, "hosts.store.runs_on")),
        ("unknown", {"hosting": ["5"]}, None, (LISTS[1],)),
        ("unknown", {}, None, (HOSTING, LISTS[1])),
    ],
)
def test_cover_is_shown_or_asked_by_certificates_lists_and_activities(
    certificates: Any, host: dict[str, Any], value: bool | None, facts: tuple[str, ...]
) -> None:
    found = certified("2026-06-01", certificates, **host).health_hosting("store")
    assert found.value is value
    assert (found.missing if value is None else found.proof) == facts
    assert (found.proof if value is None else found.missing) == ()
