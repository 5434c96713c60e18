"""Any case with contracts, joint control, own uses, records and ties between companies is judged without an error."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.model.result.document import Result
from tests.reference.test_any_case import CASES, ORGANISATIONS, many, record, stated

pytestmark = pytest.mark.slow

ANSWER = ("true", "false")
AGREEMENT = record(
    between=st.lists(st.sampled_from(ORGANISATIONS), min_size=2, max_size=2, unique=True),
    **{"is": st.sampled_from(["processing", "hosting", "joint"])},
    signed=stated(ANSWER),
    complete=stated(ANSWER),
    needs_clear=stated(ANSWER),
    allows_own_use=stated(ANSWER),
    authorised=stated(ANSWER),
    exit_clause=stated(ANSWER),
)
SHEET = record(
    joint=stated(("joint", "separate")),
    own_use=stated(many(ORGANISATIONS)),
    recorded=stated(ANSWER),
    purpose=stated(("care",)),
    transfers=stated(many(("US", "CH"))),
    measures=stated(("locks",)),
)
COMPANY = record(
    access_from=stated(many(("FR", "US"))),
    in_scope=stated(ANSWER),
    presence=stated(many(("US", "CN"))),
    run_from=stated(("FR", "US")),
)
TIE = record(
    owner=st.sampled_from(ORGANISATIONS[:2]),
    of=st.sampled_from(ORGANISATIONS[2:]),
    kind=st.sampled_from(["licence", "operations", "veto", "board", "shares", "votes"]),
    votes=st.one_of(st.none(), st.sampled_from(["45", "30", "60"])),
    shares=st.one_of(st.none(), st.sampled_from(["20", "30"])),
    decides=stated(ANSWER),
)
MORE = st.fixed_dictionaries(
    {
        "agreements": st.lists(AGREEMENT, max_size=4, unique_by=lambda a: (tuple(a["between"]), a["is"])),
        "activities": st.fixed_dictionaries({"care": SHEET, "web": SHEET}),
        "organisations": st.fixed_dictionaries(dict.fromkeys(ORGANISATIONS, COMPANY)),
        "ownership": st.lists(TIE, max_size=3, unique_by=lambda link: (link["owner"], link["of"])),
    }
)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(CASES, MORE)
def test_any_case_with_roles_is_judged(
    judge: Callable[..., Result], case: dict[str, Any], more: dict[str, Any]
) -> None:
    tree = {**case, "agreements": more["agreements"], "ownership": more["ownership"]}
    for section in ("activities", "organisations"):
        tree[section] = {
            name: {**entry, **more[section].get(name, {})} for name, entry in case[section].items()
        }
    result = judge(tree)
    leads = {f.fingerprint: f for f in result.findings}
    for finding in result.findings:
        assert "{" not in finding.message.fr + finding.message.en
        assert finding.outcome != "cannot-be-shown" or finding.missing, finding.rule
        assert (
            finding.rule != "PRC-001"
            or finding.outcome != "established"
            or any(".signed" in p.fact or ".complete" in p.fact for p in finding.proof)
        )
        if finding.joined:
            assert finding.fingerprint in {reason.fingerprint for reason in leads[finding.joined].also}
    for exposure in result.exposures:
        assert exposure.level.min == exposure.level.max or exposure.missing
