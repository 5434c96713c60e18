"""Which host of a case the hosts of a capture are, and who answers for each: by what people wrote, else by what is known."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.loading.captures.attributed import is_of_customer
from auditor.loading.captures.ends import Ends, Known, id_of
from auditor.model.capture import Cloaking, Operator, Recipient
from auditor.model.web import Domain


def recipient(host: str = "a.t.example", **more: Any) -> Recipient:
    told: dict[str, Any] = {
        "page": 1, "host": host, "domain": "t.example", "site": "t.example", "party": "third", "requests": 1, "sent": 1,
        "attempted": 0, "failed": 0, "first": 0, "last": 0, "pointer": "#x", **more,
    }  # fmt: skip
    return Recipient(**told)


def operator(**more: Any) -> Operator:
    told: dict[str, Any] = {
        "layer": "organisations",
        "name": "Tracker",
        "domain": "t.example",
        "organisation": "tracker",
        "source": "list",
        "as_of": "2026-01-01",
        **more,
    }
    return Operator(**told)


@pytest.mark.parametrize(
    ("text", "name"), [("A.t.example", "a-t-example"), ("..", "unnamed"), ("a--b.", "a-b")]
)
def test_an_id_reads_as_its_text(text: str, name: str) -> None:
    assert id_of(text) == name


def test_a_host_that_people_wrote_is_that_of_the_longest_domain() -> None:
    ends = Ends(Known(hosts={"t.example": "broad", "b.t.example": "narrow"}))
    assert ends.recipient(recipient("a.b.t.example")) == "narrow"
    assert ends.recipient(recipient("c.t.example")) == "broad"
    assert ends.own == {"b.t.example": "narrow", "t.example": "broad"}
    assert ends.hosts == {}


def test_a_recipient_of_nobody_known_is_one_host_for_its_domain() -> None:
    ends = Ends(Known())
    assert ends.recipient(recipient("a.t.example")) == ends.recipient(recipient("b.t.example")) == "t-example"
    assert ends.hosts == {
        "t-example": {
            "title": "t.example",
            "domains": ["t.example"],
            "operator": {"value": "unknown", "known": "inferred"},
        }
    }


def test_a_recipient_of_a_known_organisation_is_operated_by_it_with_its_source() -> None:
    ends = Ends(Known())
    ends.recipient(recipient(operator=operator()))
    assert ends.hosts["t-example"]["operator"] == {
        "value": "tracker",
        "known": "inferred",
        "source": "knowledge:list",
        "as_of": "2026-01-01",
    }


def test_a_brand_names_no_company_and_is_noted() -> None:
    ends = Ends(Known())
    ends.recipient(recipient(operator=operator(layer="brands", organisation="")))
    stated = ends.hosts["t-example"]["operator"]
    assert (stated["value"], stated["known"], stated["source"]) == ("unknown", "inferred", "knowledge:list")
    assert all("Tracker" in said for said in stated["note"].values())


def test_an_operator_without_a_source_names_none() -> None:
    ends = Ends(Known())
    ends.recipient(recipient(operator=operator(source="", as_of="")))
    assert ends.hosts["t-example"]["operator"] == {"value": "tracker", "known": "inferred"}


def test_who_people_wrote_a_domain_of_goes_before_what_is_known_of_it() -> None:
    ends = Ends(Known(organisations={"t.example": "ours"}))
    ends.recipient(recipient(operator=operator()))
    assert ends.hosts["t-example"]["operator"] == {"value": "ours", "known": "inferred"}


def test_a_part_of_a_domain_that_is_attributed_by_itself_is_a_host_of_its_own() -> None:
    ends = Ends(Known())
    assert (
        ends.recipient(recipient("x.cdn.t.example", operator=operator(domain="cdn.t.example")))
        == "cdn-t-example"
    )
    assert ends.recipient(recipient("a.t.example", operator=operator(domain="other.example"))) == "t-example"


def test_what_is_a_customer_s_runs_on_the_host_of_whoever_serves_it() -> None:
    ends = Ends(Known())
    found = ends.recipient(recipient("shop.t.example", operator=operator(customers=True)))
    assert (found, set(ends.hosts)) == ("shop-t-example", {"t-example", "shop-t-example"})
    ends = Ends(Known())
    found = ends.recipient(
        recipient(
            "shop.github.io",
            domain="github.io",
            site="shop.github.io",
            operator=operator(domain="github.io", customers=True),
        )
    )
    assert found == "shop-github-io"
    assert set(ends.hosts) == {"github-io", "shop-github-io"}
    own = ends.hosts["shop-github-io"]
    assert own["domains"] == ["shop.github.io"]
    assert (own["operator"]["value"], own["operator"]["known"]) == ("unknown", "inferred")
    assert own["runs_on"] == {"value": "github-io", "known": "inferred", "source": "knowledge:list"}
    assert ends.hosts["github-io"]["operator"]["value"] == "tracker"


def test_a_host_of_the_site_that_may_be_somebody_else_s_is_of_nobody_known() -> None:
    suspected = recipient(
        "s.clinic.example",
        domain="clinic.example",
        party="first",
        cloaking=[Cloaking("dns", "z.example"), Cloaking("address", "y.example")],
    )
    ends = Ends(Known())
    assert ends.recipient(suspected) == "s-clinic-example"
    stated = ends.hosts["s-clinic-example"]["operator"]
    assert (stated["value"], stated["known"]) == ("unknown", "inferred")
    assert all("y.example, z.example" in said for said in stated["note"].values())
    third = Ends(Known())
    assert (
        third.recipient(
            recipient("s.clinic.example", domain="clinic.example", cloaking=[Cloaking("dns", "z.example")])
        )
        == "clinic-example"
    )


def test_a_page_is_operated_by_whoever_people_wrote_its_domain_of() -> None:
    ends = Ends(Known(organisations={"clinic.example": "clinic"}))
    assert ends.page("www.clinic.example", title="Clinic") == "www-clinic-example"
    assert ends.hosts["www-clinic-example"] == {
        "title": "Clinic",
        "domains": ["www.clinic.example"],
        "operator": {"value": "clinic", "known": "inferred"},
    }
    ends = Ends(Known())
    ends.page("www.clinic.example")
    assert ends.hosts["www-clinic-example"] == {
        "title": "www.clinic.example",
        "domains": ["www.clinic.example"],
    }
    assert Ends(Known(hosts={"clinic.example": "pages"})).page("www.clinic.example") == "pages"


def test_an_application_is_a_device() -> None:
    ends = Ends(Known())
    assert ends.application("org.app") == "org-app-app"
    assert ends.hosts == {"org-app-app": {"title": "org.app", "kind": "device"}}


def test_an_id_that_stands_for_something_else_is_told_apart_by_its_domain() -> None:
    for known in (Known(taken=frozenset({"t-example"})), Known(imported={"t-example": ("other.example",)})):
        ends = Ends(known)
        name = ends.recipient(recipient())
        assert name.startswith("t-example-")
        assert len(name) == len("t-example-") + 6
    again = Ends(Known(imported={"t-example": ("t.example",)}))
    assert again.recipient(recipient()) == "t-example"
    twice = Ends(Known())
    first = twice.recipient(recipient(domain="a-b.example"))
    second = twice.recipient(recipient(domain="a.b.example"))
    assert first == "a-b-example"
    assert second.startswith("a-b-example-")


@pytest.mark.parametrize(
    ("customers", "host", "roles", "hosts", "of_customer"),
    [
        ("false", "shop.t.example", (), {}, False),
        ("true", "shop.t.example", (), {}, True),
        ("true", "t.example", (), {}, False),
        ("some", "shop.t.example", (), {}, True),
        ("some", "cdn.t.example", ("cdn",), {"cdn.t.example": "cdn"}, False),
        ("some", "x.cdn.t.example", ("cdn",), {"cdn.t.example": "cdn"}, False),
        ("some", "cdn.t.example", ("hosting",), {"cdn.t.example": "hosting"}, True),
        ("some", "cdn.t.example", ("cdn",), {"cdn.t.example/path": "cdn"}, True),
        ("true", "cdn.t.example", ("cdn",), {"cdn.t.example": "cdn"}, True),
    ],
)
def test_what_lies_below_a_domain_is_a_customer_s_unless_it_has_a_role_of_its_own(
    customers: Any, host: str, roles: Any, hosts: Any, *, of_customer: bool
) -> None:
    entry = Domain(organisation="tracker", roles=["hosting"], customers=customers, hosts=hosts)
    assert is_of_customer(entry, host, "t.example", roles) is of_customer
