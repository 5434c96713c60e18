"""Exports of tag containers: whom each tag calls, what sets it off, and why some become no flow."""

from __future__ import annotations

import json
from typing import Any

import pytest

from auditor.loading.importing.lists.tag_export import is_export, permissions_in, read_export
from tests.importing.lists import html, parameter, tag
from tests.importing.test_small_lists import export


def container(*tags: Any, **sections: Any) -> Any:
    return read_export(export(*tags, **sections))[0]


def one(made: Any, **sections: Any) -> Any:
    (found,) = container(made, **sections).tags
    return found


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        ({"containerVersion": {"tag": [{"tagId": "1", "type": "html"}]}}, True),
        ({"tag": [{"tagId": "1", "type": "html"}]}, True),
        ({"containerVersion": {"tag": []}}, True),
        ({"containerVersion": {"tag": [{"tagId": "1"}]}}, False),
        ({"containerVersion": {"tag": [{"type": "html"}]}}, False),
        ({"containerVersion": {"tag": ["x"]}}, False),
        ({"containerVersion": {"tag": {}}}, False),
        ({"containerVersion": []}, False),
        ([], False),
    ],
)
def test_an_export_lists_tags_with_a_number_and_a_type(value: Any, *, is_one: bool) -> None:
    assert is_export(value) is is_one


def test_a_container_is_called_by_its_number_and_its_name_and_dated_by_its_export() -> None:
    made = export(tag("1", "googtag"))
    assert (read_export(made)[0].title, read_export(made)[0].day) == ("GTM-X, x", "")
    made["exportTime"] = "2025-11-20 09:00:00"
    assert read_export(made)[0].day == "2025-11-20"
    made["exportTime"] = "soon"
    assert read_export(made)[0].day == ""


@pytest.mark.parametrize(
    ("contexts", "server", "odd"),
    [
        (["WEB"], False, []),
        (["web"], False, []),
        (["SERVER"], True, []),
        (["server"], True, []),
        (["WEB", "MOON"], False, ["MOON"]),
        ([], False, []),
    ],
)
def test_a_container_runs_where_its_contexts_say(contexts: list[str], server: bool, odd: list[str]) -> None:
    made = container(container={"publicId": "GTM-X", "usageContext": contexts})
    assert (made.server, list(made.odd)) == (server, odd)


def test_containers_that_a_container_loads_are_its_zones() -> None:
    zones = [{"childContainer": [{"publicId": "GTM-A"}, {"publicId": "GTM-B"}]}, {"childContainer": []}]
    assert list(container(zone=zones).zones) == ["GTM-A", "GTM-B"]


TRIGGER = {"triggerId": "9", "name": "link", "type": "LINK_CLICK"}


@pytest.mark.parametrize(
    ("changes", "sections", "left"),
    [
        ({}, {}, None),
        ({"paused": True}, {}, ("switched-off", "a.example")),
        ({"paused": False}, {}, None),
        ({"fires": ""}, {}, ("switched-off", "a.example")),
        ({"fires": "9"}, {"trigger": [TRIGGER]}, None),
        ({"scheduleEndMs": "0"}, {}, None),
    ],
)
def test_a_tag_that_nothing_sets_off_is_switched_off(
    changes: dict[str, Any], sections: dict[str, Any], left: Any
) -> None:
    made = one(tag("1", "html", html("<script src='https://a.example/x'></script>"), **changes), **sections)
    assert made.left == left


@pytest.mark.parametrize(
    ("end", "over"),
    [
        ("1763510400000", True),
        ("1763596800000", False),
        ("1763683200000", False),
        ("soon", False),
        ("1" * 16, False),
    ],
)
def test_a_tag_whose_time_is_over_is_switched_off(end: str, *, over: bool) -> None:
    """1763510400000 is 2025-11-19, a day before the export."""
    made = export(tag("1", "html", html("<p>"), scheduleEndMs=end))
    made["exportTime"] = "2025-11-20 09:00:00"
    (found,) = read_export(made)[0].tags
    assert (found.left is not None) is over


@pytest.mark.parametrize(
    ("kind", "trigger"),
    [
        ("PAGEVIEW", "load"),
        ("DOM_READY", "load"),
        ("WINDOW_LOADED", "load"),
        ("INIT", "load"),
        ("CLICK", "click"),
        ("LINK_CLICK", "click"),
        ("FORM_SUBMISSION", "submit"),
    ],
)
def test_what_sets_off_a_tag_is_told_by_the_kind_of_its_trigger(kind: str, trigger: str) -> None:
    made = one(tag("1", "html", html("<p>"), fires="9"), trigger=[{**TRIGGER, "type": kind}])
    assert [(each.word, each.kind) for each in made.triggers] == [(trigger, kind)]
    assert made.missing == []


def test_a_trigger_that_is_not_in_the_file_is_missing_and_one_of_google_is_not() -> None:
    made = one(tag("1", "html", html("<p>"), fires="404"))
    assert (made.missing, [each.kind for each in made.triggers]) == (["404"], ["404"])
    made = one(tag("1", "html", html("<p>")))
    assert (made.missing, [each.word for each in made.triggers]) == ([], ["load"])


def test_the_event_of_a_trigger_is_told_without_the_words_of_its_filter() -> None:
    condition = {
        "type": "EQUALS",
        "parameter": [
            parameter("arg0", "{{_event}}"),
            parameter("arg1", "accepted"),
            {"type": "BOOLEAN", "key": "negate", "value": "true"},
        ],
    }
    trigger = {**TRIGGER, "type": "CUSTOM_EVENT", "customEventFilter": [condition]}
    (found,) = one(tag("1", "html", html("<p>"), fires="9"), trigger=[trigger]).triggers
    assert found.event == "accepted"


def test_what_holds_a_tag_back_is_told_by_name() -> None:
    made = one(tag("1", "html", html("<p>"), blockingTriggerId=["9", "404"]), trigger=[TRIGGER])
    assert made.held_back == ["link", "404"]


@pytest.mark.parametrize(
    ("settings", "consents"),
    [
        (
            {
                "consentStatus": "NEEDED",
                "consentType": {"type": "LIST", "list": [{"type": "TEMPLATE", "value": "ad_storage"}]},
            },
            ["ad_storage"],
        ),
        (
            {
                "consentStatus": "needed",
                "consentType": {"type": "list", "list": [{"type": "template", "value": "ad_storage"}]},
            },
            ["ad_storage"],
        ),
        ({"consentStatus": "NEEDED"}, ["?"]),
        ({"consentStatus": "NOT_NEEDED"}, []),
        ({"consentStatus": "NOT_SET"}, []),
        ({}, []),
    ],
)
def test_a_tag_needs_the_kinds_of_consent_that_its_settings_name(
    settings: dict[str, Any], consents: list[str]
) -> None:
    assert one(tag("1", "html", html("<p>"), consentSettings=settings)).consents == consents


@pytest.mark.parametrize("kind", ["setupTag", "teardownTag"])
def test_a_tag_that_another_sets_off_is_set_off_by_what_sets_off_that(kind: str) -> None:
    first = tag("1", "html", html("<p>"), fires="9", **{kind: [{"tagName": "tag 2"}]})
    second = tag("2", "html", html("<script src='https://a.example/x'></script>"), fires="")
    tags = container(first, second, trigger=[TRIGGER]).tags
    assert [(each.left, [t.word for t in each.triggers]) for each in tags] == [(None, ["click"])] * 2
    tags = container({**first, "paused": True}, second, trigger=[TRIGGER]).tags
    assert tags[1].left == ("switched-off", "a.example")


def template(number: str = "7", container_id: str = "1", **key: Any) -> dict[str, str]:
    stated = [
        {
            "instance": {
                "key": {"publicId": "inject_script", **key},
                "param": [{"value": "https://a.example/*"}],
            }
        }
    ]
    data = f'___INFO___\n\n{{"id": "cvt_LINK"}}\n\n___WEB_PERMISSIONS___\n\n{json.dumps(stated)}\n\n___TESTS___\n'
    return {"templateId": number, "containerId": container_id, "templateData": data}


@pytest.mark.parametrize(
    ("kind", "host", "variable"),
    [
        ("cvt_1_7", "a.example", ""),
        ("cvt_2_7", "a.example", ""),
        ("cvt_LINK", "a.example", ""),
        ("cvt_1_8", "", "cvt_1_8"),
    ],
)
def test_a_tag_of_a_template_calls_what_the_template_may(kind: str, host: str, variable: str) -> None:
    made = one(tag("1", kind), customTemplate=[template()])
    assert made.by_permission
    assert [(each.host, each.variable) for each in made.addresses] == [(host, variable)]


def test_a_tag_of_a_template_that_may_call_nobody_is_told() -> None:
    made = one(tag("1", "cvt_1_7"), customTemplate=[template(publicId="get_cookies")])
    assert made.left == ("no-permission", "cvt_1_7")


@pytest.mark.parametrize(
    ("stated", "hosts"),
    [
        (
            [
                {
                    "instance": {
                        "key": {"publicId": "send_pixel"},
                        "param": [{"value": "https://a.example/*"}, "//b.example/"],
                    }
                }
            ],
            ["a.example", "b.example"],
        ),
        ([{"instance": {"key": {"publicId": "inject_hidden_iframe"}, "param": []}}], [""]),
        ([{"instance": {"key": {"publicId": "get_cookies"}, "param": ["https://a.example/"]}}], []),
        ([{"instance": {"key": "send_pixel"}}, {"instance": 5}, 5], []),
        ({}, []),
        ("words", []),
    ],
)
def test_a_template_may_call_what_its_permissions_name(stated: Any, hosts: list[str]) -> None:
    data = f"___WEB_PERMISSIONS___\n\n{json.dumps(stated)}\n\n___TESTS___\n"
    assert [each.host for each in permissions_in(data)] == hosts
    assert [*permissions_in("___INFO___\n\nwords\n")] == []


def test_variables_that_always_hold_the_same_are_put_in_and_others_are_named() -> None:
    variables = [
        {"name": "Fixed", "type": "c", "parameter": [parameter("value", "a.example")]},
        {"name": "Chat", "type": "jsm", "parameter": [parameter("value", "b.example")]},
    ]
    text = "<script src='//{{Fixed}}/x'></script><script src='//{{Chat}}/x'></script>"
    made = one(tag("1", "html", html(text)), variable=variables)
    assert [(each.host, each.variable) for each in made.addresses] == [("a.example", ""), ("", "Chat")]


def test_settings_in_tables_and_in_tables_of_tables_are_read() -> None:
    row = {"type": "MAP", "map": [parameter("parameter", "em"), parameter("parameterValue", "{{Mail}}")]}
    table = {"type": "LIST", "key": "settings", "list": [row]}
    nested = {
        "type": "LIST",
        "key": "more",
        "list": [{"type": "MAP", "map": [parameter("key", "ph"), parameter("value", "x"), table]}],
    }
    assert one(tag("1", "googtag", table)).parameters == ["em"]
    assert set(one(tag("1", "googtag", nested)).parameters) == {"em", "ph"}


@pytest.mark.parametrize(("url", "host"), [("https://a.example/p", "a.example"), ("words", "")])
def test_a_picture_calls_its_address(url: str, host: str) -> None:
    made = one(tag("1", "img", parameter("url", url)))
    assert [each.host for each in made.addresses] == [host]
