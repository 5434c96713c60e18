"""Which regime applies: none judges nothing and is told, that of Union institutions is cited article by article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from auditor.errors import Refused
from auditor.model.result.document import Result
from tests.duty.small_case import Tree, case, put_to

Judge = Callable[..., Result]


def tracked(country: str, of: str, **more: str) -> Tree:
    """A page whose element reads the device before any consent, of a body of `country`, for people of `of`."""
    return case(
        {"body": {"country": country, **more}, "net": {"country": "US", "is": "ads"}},
        {
            "visits": {
                "people": "client",
                "data": "device",
                "controller": "body",
                "processors": "none",
                "recipients": "none",
            }
        },
        people={"client": {"country": of}},
        hosts={"page": {"operator": "body", "about": "health"}},
        flows={
            "pixel": {
                "for": "visits",
                "from": "client",
                "to": "net",
                "embedded_in": "page",
                "loads": "at-once",
                "consent_first": "false",
                "reads_terminal": "true",
                "exempt": "none",
                "transport": "none",
                "content": "none",
                "referrer": "sent",
                "identifier": "true",
            }
        },
        notices={"told": {"by": "body", "for": "visits", "recipients": "none", "retention": "false"}},
    )


@pytest.mark.parametrize(("country", "of"), [("US", "US"), ("CA", "CA"), ("BR", "AR")])
def test_where_nothing_ties_an_activity_to_the_union_nothing_is_judged_and_it_is_said(
    judge: Judge, country: str, of: str
) -> None:
    result = judge(tracked(country, of))
    assert not result.findings
    assert [item.subject.id for item in result.not_analysed if item.subject.kind == "regime"] == ["visits"]
    assert result.flows
    assert result.recipients


@pytest.mark.parametrize(
    "tree",
    [
        tracked("US", "DE"),
        tracked("DE", "US"),
        tracked("US", "US", presence="IE"),
        tracked("US", "US", regime="gdpr"),
    ],
)
def test_one_tie_to_the_union_is_enough_to_judge(judge: Judge, tree: Tree) -> None:
    assert put_to(judge(tree), "CON-002") == ["body"]


@pytest.mark.parametrize("where", ["case", "organisation"])
def test_a_regime_stated_as_none_judges_nothing(judge: Judge, where: str) -> None:
    tree = tracked("FR", "FR")
    (tree["case"] if where == "case" else tree["organisations"]["body"])["regime"] = "none"
    assert not judge(tree).findings


def test_a_union_institution_is_held_to_its_own_regulation(judge: Judge) -> None:
    tree = tracked("BE", "BE", kind="public-body")
    tree["case"]["regime"] = "eudpr"
    found = {f.rule: {law.ref for law in f.law} for f in judge(tree).findings if f.outcome == "established"}
    cited = set().union(*found.values())
    assert not [reference for reference in cited if reference.startswith("gdpr.")]
    assert found["TPS-002"] >= {"eudpr.15.1.d", "eudpr.16.1.e", "eudpr.3.13"}
    assert found["CON-002"] >= {"eprivacy.5.3", "eudpr.37", "eudpr.3.15"}
    assert found["TRN-001"] == {"eudpr.4.1.f", "eudpr.33.1.a"}


def test_only_who_is_under_the_other_regime_is_held_to_it(judge: Judge) -> None:
    tree = tracked("BE", "BE")
    tree["organisations"]["agency"] = {"country": "PL", "regime": "eudpr"}
    tree["activities"]["visits"]["controller"] = ["body", "agency"]
    tree["notices"]["also"] = {"by": "agency", "for": "visits", "recipients": "none"}
    laws = {f.culprit: {law.ref for law in f.law} for f in judge(tree).findings if f.rule == "TPS-002"}
    assert "gdpr.13.1.e" in laws["body"]
    assert "eudpr.15.1.d" in laws["agency"]


@pytest.mark.parametrize("country", ["GB", "CH", "US"])
def test_a_controller_abroad_whose_people_are_nobody_says_where_is_asked_and_never_found_at_fault(
    judge: Judge, country: str
) -> None:
    tree = tracked(country, country)
    for unsaid in ({}, {"country": "unknown"}):
        tree["people"]["client"] = unsaid
        result = judge(tree)
        assert [f.rule for f in result.findings if f.outcome not in ("cannot-be-shown", "hypothetical")] == []
        found = [f for f in result.findings if f.rule == "CON-002"]
        assert found
        assert all("organisations.body.regime" in finding.missing for finding in found)
        (question,) = [q for q in result.questions if q.field == "organisations.regime"]
        assert "Does the GDPR apply to" in question.question.en
        assert "Le RGPD s'applique-t-il" in question.question.fr


@pytest.mark.parametrize(
    ("known", "found"),
    [
        ({"people": {"client": {"country": "FR"}}}, True),
        ({"people": {"client": {"country": "GB"}}}, False),
        ({"regime": "gdpr"}, True),
        ({"regime": "eudpr"}, True),
        ({"regime": "none"}, False),
        ({"presence": "IE"}, True),
        ({"as_of": "2020-12-31"}, True),
    ],
)
def test_each_answer_settles_whether_a_british_controller_is_judged(
    judge: Judge, known: Tree, found: bool
) -> None:
    tree = tracked("GB", "GB", **{k: v for k, v in known.items() if k in ("regime", "presence")})
    tree["people"] = known.get("people", {"client": {}})
    tree["case"]["as_of"] = known.get("as_of", tree["case"]["as_of"])
    assert put_to(judge(tree), "CON-002") == (["body"] if found else [])


@pytest.mark.parametrize("country", ["GB", "CH"])
def test_british_and_swiss_processing_alone_is_told_as_outside_with_the_law_that_may_apply(
    judge: Judge, country: str
) -> None:
    result = judge(tracked(country, country))
    assert not result.findings
    (item,) = [item for item in result.not_analysed if item.subject.kind == "regime"]
    assert "UK GDPR" in item.reason.en
    assert "Swiss" in item.reason.en
    assert "RGPD britannique" in item.reason.fr
    assert "suisse" in item.reason.fr


@pytest.mark.parametrize("word", ["uk-gdpr", "fadp"])
def test_the_law_of_a_third_country_is_not_taken_for_the_gdpr(judge: Judge, word: str) -> None:
    tree = tracked("GB", "GB", regime=word)
    with pytest.raises(Refused) as refused:
        judge(tree)
    (problem,) = refused.value.problems
    assert problem.hint is not None
    assert "did you mean none?" in problem.hint.en
