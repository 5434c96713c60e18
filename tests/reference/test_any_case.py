"""Any case that loads is judged without an error, and unknown never hides a finding in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.model.result.document import Result
from auditor.model.vocabulary import gravity

pytestmark = pytest.mark.slow

ORGANISATIONS = ("north", "south", "east", "west")
HOSTS = ("front", "back", "store")
CATEGORIES = ("contact", "health", "reason", "device")


def stated(values: Any) -> Any:
    """A value as people may write it: bare, unknown, or with how it is known; or left out."""
    bare = st.sampled_from(values) if isinstance(values, (tuple, list)) else values
    known = st.sampled_from(["documented", "declared", "inferred", "assumed"])
    worded = st.builds(lambda v, k: {"value": v, "known": k}, bare, known)
    return st.one_of(bare, st.just("unknown"), worded, st.none())


def some(values: tuple[str, ...]) -> Any:
    return st.lists(st.sampled_from([*values, "unknown"]), min_size=1, max_size=3, unique=True)


def many(values: tuple[str, ...]) -> Any:
    return st.one_of(
        st.just("none"), st.lists(st.sampled_from([*values, "unknown"]), min_size=1, max_size=3, unique=True)
    )


def record(**fields: Any) -> Any:
    return st.fixed_dictionaries(fields).map(lambda d: {k: v for k, v in d.items() if v is not None})


ENDS = ("people", *HOSTS, *ORGANISATIONS)
KEPT = {
    "kept_for": stated(("3 months", "5 years after leaving", "as long as needed", "unlimited", "none")),
    "erased": stated(("true", "false")),
    "rights": stated(many(("access", "rectification", "erasure", "return"))),
}
FLOW = record(
    **{
        "for": st.sampled_from(["care", "web"]),
        "from": st.sampled_from([*ENDS, "unknown"]),
        "to": some(ENDS),
        "through": st.one_of(st.none(), st.sampled_from(HOSTS)),
        "data": st.one_of(st.none(), some(CATEGORIES)),
        "transport": stated(("none", "tls", "tls-1.0")),
        "content": stated(("none", "encrypted", "end-to-end")),
        "keys": stated(many(ORGANISATIONS)),
        "network": stated(("public", "same-machine")),
        "embedded_in": st.one_of(st.none(), st.sampled_from(HOSTS)),
        "loads": stated(("at-once", "click")),
        "consent_first": stated(("true", "false")),
        "trigger": stated(("load", "click")),
        "access": st.sampled_from(["push", "remote"]),
        "arranged_by": stated((*ORGANISATIONS, "none")),
        "tool": stated(("none", "scc", "adequacy")),
        "derogation": stated(("none", "a")),
        "refusal": stated(("free", "harder", "bars-service")),
        "reads_terminal": stated(("true", "false")),
        "exempt": stated(("none", "strictly-necessary")),
        "step": stated(("booking", "browsing")),
        "identifier": stated(("true", "false")),
        "referrer": stated(("sent", "stripped")),
        "attempted": stated(("true", "false")),
        "purpose": stated(("training", "care")),
        "compatible": stated(("true", "false")),
        **KEPT,
        "paid": stated(("true", "false", "for-a-service")),
    }
)
CERTIFICATE = record(
    **{
        "is": st.sampled_from(["hds", "hads", "secnumcloud"]),
        "scope": st.one_of(
            st.none(), st.lists(st.sampled_from(["1", "5", "store", "offer"]), min_size=1, unique=True)
        ),
        "version": st.one_of(st.none(), st.sampled_from(["1", "2", "unknown"])),
        "since": st.one_of(st.none(), st.sampled_from(["2020", "2024-01", "2024-11-16"])),
        "until": st.one_of(st.none(), st.sampled_from(["2024", "2026-05-16", "2027"])),
    }
)
CERTIFIED = st.one_of(
    st.none(), st.sampled_from(["none", "unknown"]), st.lists(CERTIFICATE, min_size=1, max_size=2)
)
HOST = record(
    certified=CERTIFIED,
    hosting=stated(many(("1", "2", "5"))),
    transparency=stated(("published", "partial", "qualified-sentence")),
    runs_on=st.one_of(st.none(), st.sampled_from(["none", "unknown"])),
    operator=stated(ORGANISATIONS),
    keeps=stated(many(CATEGORIES)),
    at_rest=stated(("none", "encrypted")),
    keys=stated(many(ORGANISATIONS)),
    about=stated(many(CATEGORIES)),
    location=stated(many(("FR", "US"))),
    isolation=stated(("attested", "none")),
    kind=st.sampled_from(["application", "mailbox", "device"]),
    **KEPT,
)
ORGANISATION = record(
    country=stated(("FR", "US", "CH", "IE")),
    parent=stated(("none",)),
    dpf=stated(("true", "false")),
    kind=st.sampled_from(["company", "international-organisation"]),
    certified=CERTIFIED,
    duties=stated(many(("sren-31",))),
    **{"is": stated(many(("cloud", "bank", "social-network")))},
)
ACTIVITY = record(
    people=st.just("people"),
    data=some(CATEGORIES),
    controller=stated(many(ORGANISATIONS)),
    processors=stated(many(ORGANISATIONS)),
    recipients=stated(many(ORGANISATIONS)),
    legal_basis=stated(("consent", "contract")),
    scale=stated(("large", "small")),
    consent=st.one_of(
        st.none(),
        record(
            by=stated(("people", "north")),
            how=stated(("pre-ticked", "opt-in")),
            own=stated(("true", "false")),
            age=stated(("12", "14", "16")),
            parental=stated(("true", "false")),
            refusal=stated(("free", "bars-service")),
        ),
    ),
    purpose=stated(("care", "sale")),
    retention=stated(("3 months", "1 year", "while needed", "none")),
    needs=st.dictionaries(
        st.sampled_from([*ORGANISATIONS, "bank"]), stated(many(CATEGORIES)).filter(bool), max_size=2
    ),
    on_by_default=stated(("true", "false")),
    necessary=stated(("true", "false")),
    for_children=stated(("true", "false")),
    care=stated(("true", "false")),
    alone=stated(("true", "false")),
    dpia=stated(("true", "false", "incomplete")),
    special_basis=stated(("none", "health-care")),
    sren_sensitive=stated(("true", "false")),
    sren_derogation=stated(("true", "false")),
)
LINK = record(
    owner=st.sampled_from(ORGANISATIONS[:2]),
    of=st.sampled_from(ORGANISATIONS[2:]),
    votes=st.sampled_from(["51", "30", "minority", "unknown", "majority"]),
)
CLAIM = st.one_of(
    st.builds(
        lambda o, c: {"cannot-read": {"who": o, "data": c}},
        st.sampled_from(ORGANISATIONS),
        st.sampled_from(CATEGORIES),
    ),
    st.builds(lambda o: {"only-recipients": {"who": o, "data": "health"}}, st.sampled_from(ORGANISATIONS)),
    st.just({"not-exposed-to": {"country": "US"}}),
    st.just({"not-exposed-to": {"country": "US", "imposed": "true"}}),
    st.builds(
        lambda o: {"certified": {"who": o, "is": "hds", "scope": ["5"]}}, st.sampled_from(ORGANISATIONS)
    ),
    st.just({"certified": {"who": "north", "is": "secnumcloud", "host": "store"}}),
    st.just({"encrypted-at-rest": {}}),
    st.just({"encrypted-in-transit": {}}),
    st.just({"end-to-end": {}}),
    st.just({"hosted-in": {"only": "FR"}}),
    st.just({"hosted-in": {"outside": "adequate"}}),
    st.just({"processed-in": {"only": ["EU", "GB"]}}),
    st.just({"no-transfer": {}}),
    st.just({"no-transfer": {"to": "US", "data": "contact"}}),
    st.just({"never-to": {"who": ["ads", "south"]}}),
    st.just({"anonymous": {"data": "reason"}}),
    st.just({"not-exposed-to": {"outside": "EEA"}}),
    st.just({"exposed-to": {"country": "US"}}),
    st.builds(lambda o: {"controlled-from": {"who": o, "only": "FR"}}, st.sampled_from(ORGANISATIONS)),
)
CASES = st.fixed_dictionaries(
    {
        "auditor": st.just("1"),
        "case": st.builds(
            lambda day: {"id": "any", "as_of": day, "about": "north"},
            st.sampled_from(["2024-01-01", "2026-05-17", "2026"]),
        ),
        "known": st.sampled_from(["documented", "observed", "declared"]),
        "people": st.fixed_dictionaries({"people": record(country=stated(("FR", "BE")))}),
        "data": st.fixed_dictionaries(
            {
                "reason": record(
                    re_identifiable=stated(("true", "false")),
                    hashed=stated(("true", "false")),
                    aggregated=stated(("true", "false")),
                ).map(lambda more: {"is": "health", **more})
            }
        ),
        "organisations": st.fixed_dictionaries(dict.fromkeys(ORGANISATIONS, ORGANISATION)),
        "hosts": st.fixed_dictionaries(dict.fromkeys(HOSTS, HOST)),
        "activities": st.fixed_dictionaries({"care": ACTIVITY, "web": ACTIVITY}),
        "flows": st.dictionaries(st.sampled_from(["f1", "f2", "f3", "f4"]), FLOW, max_size=4),
        "ownership": st.lists(LINK, max_size=2, unique_by=lambda link: (link["owner"], link["of"])),
        "agreements": st.just(
            [
                {"between": ["north", "south"], "is": "hosting"},
                {"between": ["north", "east"], "is": "scc", "assessment": "none", "measures": "none"},
            ]
        ),
        "notices": st.fixed_dictionaries(
            {},
            optional={
                "told": record(
                    by=st.just("north"),
                    **{"for": st.sampled_from(["care", ["care", "web"]])},
                    recipients=stated(many((*ORGANISATIONS, "bank", "cdn"))),
                    gives=st.dictionaries(
                        st.sampled_from([*ORGANISATIONS, "cloud"]),
                        stated(many(CATEGORIES)).filter(bool),
                        max_size=2,
                    ),
                    purposes=stated(("care", "training")),
                    transfers=stated(("true", "false")),
                    retention=stated(("true", "false")),
                    kept_for=stated(("3 months", "2 years", "none")),
                )
            },
        ),
        "claims": st.dictionaries(
            st.sampled_from(["c1", "c2"]),
            st.builds(lambda s: {"by": "north", "quote": "so", "says": s}, CLAIM),
            max_size=2,
        ),
    }
)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(CASES)
def test_any_case_is_judged(judge: Callable[..., Result], case: dict[str, Any]) -> None:
    result = judge(case)
    for finding in result.findings:
        assert (finding.outcome == "hypothetical") == (finding.kind == "what-if")
        assert finding.outcome != "cannot-be-shown" or finding.missing
        assert finding.message.fr
        assert "{" not in finding.message.fr + finding.message.en
        assert not (finding.gate and finding.outcome == "hypothetical")
        open_ = finding.outcome == "cannot-be-shown"
        assert (finding.severity == "none") is open_
        assert gravity(finding.severity) <= gravity(finding.severity_if_open)
        assert finding.missing or finding.severity == finding.severity_if_open
        assert open_ or not finding.live
        assert finding.kind not in ("exposure", "transfer", "question") or finding.severity != "critical"
    for exposure in result.exposures:
        assert 0 <= exposure.level.min <= exposure.level.max <= 4
        assert exposure.level.min == exposure.level.max or exposure.missing
    assert len({f.fingerprint for f in result.findings}) == len(result.findings)
