"""What names of parameters, shapes of values, hosts and moments say by the dated rules, one row for each."""

from __future__ import annotations

import pytest

from auditor.loading.captures.hosts import host_like, host_of, is_address, lies_in, named_host, parted
from auditor.loading.captures.moments import seconds, told
from auditor.loading.captures.rules import noise_of, parameter_rules

TOKEN, HASH = "abcdef", "a" * 32


@pytest.mark.parametrize(
    ("name", "value", "kinds"),
    [
        ("uid", TOKEN, {"identifier"}),
        ("uid", "abcde", set()),
        ("uid", "", set()),
        ("UID", TOKEN, {"identifier"}),
        ("user.uid", TOKEN, {"identifier"}),
        ("user:uid", TOKEN, {"identifier"}),
        ("users[].uid", TOKEN, {"identifier"}),
        ("uid[]", TOKEN, {"identifier"}),
        ("uid.x", TOKEN, set()),
        ("email", "x", {"contact"}),
        ("email", HASH, {"contact", "hashed-contact"}),
        ("em", HASH, {"hashed-contact"}),
        ("em", "a" * 40, {"hashed-contact"}),
        ("em", "a" * 64, {"hashed-contact"}),
        ("em", "a" * 33, set()),
        ("em", "g" * 32, set()),
        ("ud[em]", HASH, {"hashed-contact"}),
        ("x", "zoe@b.example", {"contact"}),
        ("x", "zoe%40b.example", {"contact"}),
        ("x", "zoe@b", set()),
        ("x", "@b.example", set()),
        ("lat", "48.85", {"position"}),
        ("lat", "-48", {"position"}),
        ("lat", "48.", set()),
        ("lat", "north", set()),
        ("city", "Rennes", {"position"}),
        ("ua", "Mozilla", {"device"}),
        ("dt", "A page", {"title"}),
        ("x", "diabete", {"health-words"}),
        ("x", "Diabète", {"health-words"}),
        ("x", "antidiabete", set()),
        ("x", "https://diabete.example/x", set()),
        ("x", "https://b.example/diabete", {"health-words"}),
        ("x", "di%61bete", {"health-words"}),
        ("x", "word", set()),
    ],
)
def test_a_name_or_the_shape_of_its_value_says_what_it_seems_to_carry(
    name: str, value: str, kinds: set[str]
) -> None:
    assert {each.kind for each in parameter_rules().kinds(name, value, "t.example")} == kinds


def test_each_kind_is_told_with_the_rule_that_says_so() -> None:
    found = parameter_rules().kinds("lat", "48", "t.example")
    assert [(each.kind, each.rule, each.as_of) for each in found] == [
        ("position", "position-plain", "2026-11-27")
    ]
    address = parameter_rules().address
    assert address is not None
    assert (address.id, address.shape) == ("address-by-value", "address")


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("https://A.example:443/x?y#z", ("https", "a.example", "/x", "y")),
        ("HTTP://a.example", ("http", "a.example", "", "")),
        ("https://user:pass@a.example/", ("https", "a.example", "/", "")),
        ("https://[2001:DB8::1]:8443/x", ("https", "2001:db8::1", "/x", "")),
        ("https://a.example?q", ("https", "a.example", "", "q")),
        ("data:text/plain,x", ("data", "", "text/plain,x", "")),
        ("https://a_b.example/", ("https", "a_b.example", "/", "")),
        ("https://été.example/", ("https", "xn--t-9fab.example", "/", "")),
        ("https://a%2eexample/", ("https", "a.example", "/", "")),
        ("https://a.example./", ("https", "a.example", "/", "")),
        ("https://a b/", ("https", "", "/", "")),
        ("https://[x]/", ("https", "", "/", "")),
    ],
)
def test_a_url_has_a_scheme_a_host_a_path_and_a_query(url: str, parts: tuple[str, ...]) -> None:
    assert tuple(parted(url) or ()) == parts


@pytest.mark.parametrize("text", ["words", "", "//a.example", "a.example"])
def test_a_text_without_a_scheme_is_no_url(text: str) -> None:
    assert parted(text) is None


@pytest.mark.parametrize(("size", "sound"), [(253, True), (254, False)])
def test_a_host_is_no_longer_than_may_be(size: int, *, sound: bool) -> None:
    host = ".".join(["a" * 49] * 5)
    host += "." + "b" * (size - len(host) - 1)
    assert bool(host_of(host)) is sound


@pytest.mark.parametrize(
    ("host", "address"),
    [("203.0.113.7", True), ("2001:db8::1", True), ("a.example", False), ("1.2.3", False), ("", False)],
)
def test_a_host_is_an_address_by_its_numbers(host: str, *, address: bool) -> None:
    assert is_address(host) is address


@pytest.mark.parametrize(
    ("host", "domain", "within"),
    [
        ("a.example", "a.example", True),
        ("b.a.example", "a.example", True),
        ("ba.example", "a.example", False),
        ("a.example", "b.a.example", False),
    ],
)
def test_a_host_lies_in_a_domain_at_a_dot(host: str, domain: str, *, within: bool) -> None:
    assert lies_in(host, domain) is within


@pytest.mark.parametrize(
    ("text", "named", "like"),
    [
        ("a.example", "a.example", "a.example"),
        (" A.example ", "a.example", "a.example"),
        ("word", "word", ""),
        ("a@b.example", "", ""),
        ("a.example/x", "", ""),
        ("a b.example", "", ""),
        ("https://a.example/x", "", "a.example"),
        ("ftp://a.example/x", "", ""),
        ("1.2.3", "1.2.3", ""),
    ],
)
def test_a_text_names_a_host_by_itself_or_as_an_address(text: str, named: str, like: str) -> None:
    assert (named_host(text), host_like(text)) == (named, like)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("1970-01-01T00:00:01Z", 1.0),
        ("1970-01-01T01:00:00+01:00", 0.0),
        ("1970-01-01T00:00:02", 2.0),
        ("1970-01-01", 0.0),
        ("yesterday", None),
        ("", None),
        (5, None),
        (None, None),
    ],
)
def test_a_moment_is_told_in_seconds_and_without_a_zone_is_in_utc(text: object, moment: float | None) -> None:
    assert seconds(text) == moment


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (1.0, "1970-01-01T00:00:01.000Z"),
        (0.0015, "1970-01-01T00:00:00.001Z"),
        (None, ""),
        (1e18, ""),
        (float("nan"), ""),
    ],
)
def test_seconds_are_a_moment_in_utc_to_the_millisecond(moment: float | None, text: str) -> None:
    assert told(moment) == text


@pytest.mark.parametrize(
    ("host", "noise"),
    [
        ("203.0.113.7", ""),
        ("t.example", ""),
        ("ocsp.digicert.com", "ocsp"),
        ("detectportal.firefox.com", "browser"),
    ],
)
def test_a_browser_calls_some_hosts_of_its_own_accord(host: str, noise: str) -> None:
    assert noise_of(host) == noise
