"""Settings of a tag: whom they name, which data, and whether the address of the page goes along."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.loading.importing.lists.tag_values import (
    paired,
    permitted,
    take,
    take_html,
    take_kind,
    take_url,
    texts_in,
)
from auditor.loading.importing.lists.tags import Tag

CONSTANTS = {"Server": "https://tags.quai.example", "Bare": "tags.quai.example", "Pixel": "px.example"}


def tag() -> Tag:
    return Tag(number="1", at="/x", title="T")


@pytest.mark.parametrize(
    ("entry", "settings"),
    [
        ({"parameter": "em", "parameterValue": "{{Mail}}"}, [("em", "{{Mail}}", True)]),
        ({"fieldName": "a", "value": "1"}, [("a", "1", True)]),
        ({"name": "a", "value": "1"}, [("a", "1", True)]),
        ({"key": "a", "value": "1"}, [("a", "1", True)]),
        ({"parameter": "em", "value": "1"}, [("parameter", "em", False), ("value", "1", False)]),
        ({"name": "a"}, [("name", "a", False)]),
        ({}, []),
    ],
)
def test_a_row_of_a_table_names_a_setting_of_the_site_or_is_settings_itself(
    entry: dict[str, str], settings: list[Any]
) -> None:
    assert list(paired(entry)) == settings


@pytest.mark.parametrize(
    ("name", "stated", "host", "variable"),
    [
        ("server_container_url", "https://tags.example", "tags.example", ""),
        ("transport_url", "tags.example/path", "tags.example", ""),
        ("transportUrl", "{{Server}}", "tags.quai.example", ""),
        ("server_container_url", "{{ Bare }}", "tags.quai.example", ""),
        ("server_container_url", "no server", "", ""),
    ],
)
def test_a_server_that_a_tag_sends_through_is_a_host_or_what_variables_hold(
    name: str, stated: str, host: str, variable: str
) -> None:
    made = tag()
    take(made, [(name, stated, True)], CONSTANTS)
    ((found_host, found_variable),) = [(each.host, each.variable) for each in made.servers]
    assert (found_host, found_variable.removeprefix("{{").removesuffix("}}")) == (host, variable)
    assert (made.parameters, made.own_parameters) == ([], [])


def test_parameters_are_those_that_hold_data_and_those_that_the_site_names() -> None:
    made = tag()
    take(made, [("em", "x", True), ("em", "y", False), ("colour", "x", True), ("size", "x", False)], {})
    take(made, [("ph", "x", False), ("colour", "y", True), ("", "y", True)], {})
    assert (made.parameters, made.own_parameters) == (["em", "ph"], ["colour"])
    assert made.servers == []


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("{{Page URL}}", True),
        ("a={{ Page Path }}", True),
        ("{{REFERRER}}", True),
        ("{{Page}}", False),
        ("Page URL", False),
    ],
)
def test_the_address_of_the_page_goes_along_where_a_setting_holds_it_and_is_never_forgotten(
    text: str, *, page: bool
) -> None:
    by_setting, by_address, by_page = tag(), tag(), tag()
    take(by_setting, [("x", text, False)], {})
    take_url(by_address, f"https://px.example/?u={text}", {})
    take_html(by_page, f"<script src='https://px.example/?u={text}'></script>", {})
    assert [made.page for made in (by_setting, by_address, by_page)] == [page] * 3
    take(by_setting, [("x", "plain", False)], {})
    take_url(by_address, "https://px.example/", {})
    take_html(by_page, "<p>", {})
    assert [made.page for made in (by_setting, by_address, by_page)] == [page] * 3


@pytest.mark.parametrize(
    ("text", "host", "variable"),
    [
        ("https://px.example/p?u=1", "px.example", ""),
        ("//{{Pixel}}/p", "px.example", ""),
        ("{{Elsewhere}}", "", "Elsewhere"),
        ("words", "", ""),
    ],
)
def test_an_address_of_a_tag_is_a_host_or_what_its_first_variable_holds(
    text: str, host: str, variable: str
) -> None:
    made = tag()
    take_url(made, text, CONSTANTS)
    assert [(each.host, each.variable) for each in made.addresses] == [(host, variable)]


def test_a_piece_of_a_page_names_hosts_functions_and_data() -> None:
    made = tag()
    text = "<script src='//{{Pixel}}/l.js'></script><script>fbq('init', '1', {em: x, size: 2}); own('y')</script>"
    take_html(made, text, CONSTANTS)
    assert [each.host for each in made.addresses] == ["px.example"]
    assert made.functions == {"fbq": "connect.facebook.net"}
    assert made.parameters == ["em"]


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("googtag", {"google": True}),
        ("lcl", {"left": ("nobody-called", "lcl")}),
        ("ccd_x", {"left": ("nobody-called", "ccd_x")}),
        ("brand_new", {"unknown_type": "brand_new"}),
        ("bb", {"named": "Bizrate Insights"}),
        ("ela", {"named": "Eulerian Analytics"}),
    ],
)
def test_a_kind_of_tag_is_google_s_calls_nobody_is_a_vendor_s_or_is_not_known(
    kind: str, told: dict[str, Any]
) -> None:
    made = tag()
    take_kind(made, kind)
    stated = {
        "google": made.google,
        "left": made.left,
        "unknown_type": made.unknown_type,
        "named": made.named,
    }
    assert {name: value for name, value in stated.items() if value} == told
    assert bool(made.vendor) is ("named" in told)
    assert made.addresses == []


def test_a_kind_of_tag_of_a_vendor_with_a_host_calls_it() -> None:
    made = tag()
    take_kind(made, "hjtc")
    assert [each.host for each in made.addresses] == ["static.hotjar.com"]
    assert made.named == ""
    assert made.vendor.startswith("Hotjar Tracking Code (hjtc, ")


@pytest.mark.parametrize(
    ("pattern", "host", "scheme", "variable"),
    [
        ("https://*.example.org/*", "example.org", "https", ""),
        ("//*.example.org/", "example.org", "", ""),
        ("https://px.example/*", "px.example", "https", ""),
        ("anything", "", "", "anything"),
        ("x" * 120, "", "", "x" * 100),
    ],
)
def test_a_template_may_call_what_its_pattern_names(
    pattern: str, host: str, scheme: str, variable: str
) -> None:
    found = permitted(pattern)
    assert (found.host, found.scheme, found.variable) == (host, scheme, variable)


def test_every_text_of_a_value_is_given_in_its_order() -> None:
    assert [*texts_in({"a": ["1", {"b": "2", "c": 3}, None], "d": "4"})] == ["1", "2", "4"]
    assert [*texts_in("x")] == ["x"]
    assert [*texts_in(5)] == []
