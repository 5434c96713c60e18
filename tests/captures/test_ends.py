"""Which host of a case each host of a capture is: by what people wrote, by the part that is attributed, and whom it only may be."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.loading.captures.ends import Ends, Known
from auditor.model.capture import Cloaking, Operator, Recipient


def called(host: str, *, domain: str = "", party: Any = "third", **more: Any) -> Recipient:
    """A host that a page called."""
    counts = {"requests": 1, "sent": 1, "attempted": 0, "failed": 0, "first": 0, "last": 0, "pointer": "/0"}
    return Recipient(
        page=0, host=host, domain=domain or host, site=domain or host, party=party, **counts, **more
    )


def operator(domain: str, **more: Any) -> Operator:
    return Operator(layer="organisations", name="Ads", domain=domain, organisation="ads", **more)


def test_a_host_lies_in_the_longest_domain_that_people_wrote_and_is_told_to_do_so() -> None:
    ends = Ends(
        Known(hosts={"shop.example": "site", "media.shop.example": "media", "other.example": "other"})
    )
    assert ends.recipient(called("a.media.shop.example")) == "media"
    assert ends.recipient(called("www.shop.example")) == "site"
    assert ends.page("shop.example") == "site"
    assert ends.own == {"media.shop.example": "media", "shop.example": "site"}
    assert ends.hosts == {}


@pytest.mark.parametrize(
    ("attributed", "domains"),
    [
        ("ads.example", ["ads.example"]),
        ("px.ads.example", ["px.ads.example"]),
        ("example", ["ads.example"]),
        ("other.example", ["ads.example"]),
    ],
)
def test_a_recipient_is_its_registrable_domain_or_the_part_of_it_that_is_attributed_by_itself(
    attributed: str, domains: list[str]
) -> None:
    ends = Ends(Known())
    name = ends.recipient(called("a.px.ads.example", domain="ads.example", operator=operator(attributed)))
    assert ends.hosts[name]["domains"] == domains
    assert ends.hosts[name]["operator"]["value"] == "ads"


def test_whose_a_host_of_the_site_is_that_shares_an_address_is_unknown_and_noted_with_whom() -> None:
    ends = Ends(Known())
    cloaking = [Cloaking("address", "b.tracker.example"), Cloaking("dns", "a.tracker.example")]
    name = ends.recipient(called("m.shop.example", domain="shop.example", party="first", cloaking=cloaking))
    said = ends.hosts[name]["operator"]
    assert (said["value"], said["known"]) == ("unknown", "inferred")
    assert "a.tracker.example, b.tracker.example" in said["note"]["en"]
    assert "a.tracker.example, b.tracker.example" in said["note"]["fr"]
    assert ends.hosts[name]["domains"] == ["m.shop.example"]
