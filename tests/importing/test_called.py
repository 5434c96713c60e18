"""Whom a tag calls: hosts that people described go before what a domain says of who operates it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from tests.importing import models
from tests.importing.reading import Tree, read
from tests.importing.test_small_lists import EVENT, ON_LOAD, SAID, of_tags, served

URL = "https://px.partner.example/p"
SERVER = "https://tags.club.example"


def called(own: Tree | None = None, *, url: str = URL, server: str = SERVER, **more: Any) -> tuple[str, str]:
    """Whom an image of a served container calls, and through whose server a tag of Google sends."""
    image = {"function": "__img", "vtp_url": url}
    settings = ["list", ["map", "parameter", "server_container_url", "parameterValue", server]]
    google = {"function": "__googtag", "vtp_settingsTable": settings}
    text = served(image, google, macros=[EVENT], predicates=[ON_LOAD], rules=[[["if", 0], ["add", 0, 1]]])
    given: Tree = {**SAID, **more}
    case = given["own"] = {**given.get("own", {})}
    case["hosts"] = {**yaml.safe_load(models.CASE).get("hosts", {}), **case.get("hosts", {}), **(own or {})}
    found = of_tags(read("gtm", text, **given))
    return found["0"]["to"], found["1"]["to"]


def at(*domains: str) -> Tree:
    return {"tagger": {"title": "Tagger", "domains": [*domains]}}


@pytest.mark.parametrize(
    ("own", "image", "server"),
    [
        ({}, "m-partner-example", "m-tags-club-example"),
        (at("tags.club.example"), "m-partner-example", "tagger"),
        (at("px.partner.example"), "tagger", "m-tags-club-example"),
        (at("partner.example"), "tagger", "m-tags-club-example"),
        (at("partner.example", "tags.club.example"), "tagger", "tagger"),
        (at("artner.example"), "m-partner-example", "m-tags-club-example"),
        (at("a.px.partner.example"), "m-partner-example", "m-tags-club-example"),
    ],
)
def test_a_host_that_people_described_by_its_domain_is_called(own: Tree, image: str, server: str) -> None:
    assert called(own) == (image, server)


def test_a_host_that_is_said_to_be_one_of_the_case_is_called() -> None:
    hosts = at("elsewhere.example")
    assert called(hosts, same={"tags.club.example": "tagger"}) == ("m-partner-example", "tagger")
    assert called(hosts, same={"px.partner.example": "tagger"}) == ("tagger", "m-tags-club-example")
    assert called(hosts, same={"partner.example": "tagger"}) == ("tagger", "m-tags-club-example")


def test_an_address_of_numbers_is_a_host_of_nobody() -> None:
    image, _ = called(url="https://203.0.113.7/p")
    assert image == "m-203-0-113-7"
