"""CTL-005 names the criterion that is met, and gives stakes as they are stated, never a number nobody stated."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from tests.conftest import Tree

Judge = Callable[..., Result]
FUND = {"owner": "fund", "of": "cloud"}


def said(judge: Judge, cloud: dict[str, Any], links: list[dict[str, Any]], **hosts: Tree) -> Bilingual:
    tree = {
        "auditor": "1",
        "case": {"id": "criteria", "as_of": "2024-01-01", "policies": ["sovereignty"]},
        "known": "documented",
        "people": {"customer": {}},
        "organisations": {
            "shop": {"country": "FR", "parent": "none"},
            "cloud": {"name": "Cloud", "country": "FR", "parent": "none", "is": "cloud", **cloud},
            "fund": {"name": "Fund", "country": "US", "parent": "none"},
            "other": {"name": "Other", "country": "US", "parent": "none"},
        },
        "ownership": links,
        "activities": {"orders": {"people": "customer", "data": "contact", "controller": "shop"}},
        "hosts": {"store": {"operator": "cloud", "keeps": "contact", "at_rest": "plain"}, **hosts},
    }
    (finding,) = [f for f in judge(tree).findings if f.rule == "CTL-005" and f.culprit == "cloud"]
    return finding.message


@pytest.mark.parametrize(
    ("links", "french", "english"),
    [
        ([{**FUND, "kind": "consolidated"}], "Fund (contrôle)", "Fund (control)"),
        ([{**FUND, "votes": "majority"}], "Fund (contrôle)", "Fund (control)"),
        ([{**FUND, "votes": "60"}], "Fund (60 %)", "Fund (60 %)"),
        ([{**FUND, "votes": {"min": "60"}}], "Fund (au moins 60 %)", "Fund (at least 60 %)"),
        (
            [{**FUND, "votes": "30"}, {"owner": "other", "of": "cloud", "votes": {"max": "15"}}],
            "Other (de 0 à 15 %, part non connue)",
            "Other (0 to 15 %, share not known)",
        ),
        (
            [{**FUND, "votes": "80"}, {"owner": "other", "of": "cloud", "votes": {"min": "20", "max": "30"}}],
            "Other (de 20 à 30 %, part non connue)",
            "Other (20 to 30 %, share not known)",
        ),
        ([{**FUND, "votes": "unknown"}], "Fund (part non connue)", "Fund (share not known)"),
    ],
)
def test_stakes_are_told_as_stated(
    judge: Judge, links: list[dict[str, Any]], french: str, english: str
) -> None:
    message = said(judge, {}, links)
    assert f"(détention par {french})" in message.fr or f", {french})" in message.fr
    assert f"(stakes of {english})" in message.en or f", {english})" in message.en


def test_two_majorities_are_both_control(judge: Judge) -> None:
    links = [{**FUND, "kind": "consolidated"}, {"owner": "other", "of": "cloud", "votes": "majority"}]
    assert "(stakes of Fund (control), Other (control))." in said(judge, {}, links).en


@pytest.mark.parametrize(
    ("cloud", "links", "hosts", "french", "english"),
    [
        (
            {"country": "US"},
            [],
            {},
            "siège ou administration hors de l'Union européenne (États-Unis)",
            "seat or administration outside the European Union (United States)",
        ),
        (
            {"run_from": "NO"},
            [],
            {},
            "siège ou administration hors de l'Union européenne (Norvège)",
            "seat or administration outside the European Union (Norway)",
        ),
        (
            {},
            [{**FUND, "kind": "veto"}],
            {},
            "veto ou nomination de la majorité d'un organe, hors de l'Union européenne (Fund)",
            "a veto or the naming of a board's majority, from outside the European Union (Fund)",
        ),
        (
            {},
            [],
            {
                "rack": {"operator": "fund"},
                "store": {"operator": "cloud", "keeps": "contact", "runs_on": "rack"},
            },
            "tiers hors de l'Union européenne en mesure technique d'obtenir des données (Fund)",
            "a third party outside the European Union with the technical possibility to obtain data (Fund)",
        ),
    ],
)
def test_the_criterion_that_is_met_is_named(
    judge: Judge, cloud: Tree, links: list[dict[str, Any]], hosts: Tree, french: str, english: str
) -> None:
    message = said(judge, cloud, links, **hosts)
    assert f"§ 19.6 de SecNumCloud 3.2 ({french}" in message.fr
    assert f"§ 19.6 of SecNumCloud 3.2 ({english}" in message.en
    assert "no holder known" not in message.en
