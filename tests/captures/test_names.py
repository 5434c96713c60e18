"""Names of parameters and cookies: which are shown, which are masked, where each stands, how much is read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from auditor.loading.captures.names import (
    MOST_NAMES,
    cookies_sent,
    cookies_set,
    in_body,
    in_path,
    in_query,
    shown,
)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("user_id", "user_id"),
        ("a.b[c]:d", "a.b[c]:d"),
        ("$utm~x!*", "$utm~x!*"),
        ("", "*"),
        ("1234", "1234"),
        ("12345", "*"),
        ("user.12345.name", "user.*.name"),
        ("deadbeefcafe1", "*"),
        ("deadbeefcaff", "deadbeefcaff"),
        ("Ab1Ab1Ab1Ab1Ab1Ab1Ab", "*"),
        ("gh1gh1gh1gh1gh1gh1gh", "gh1gh1gh1gh1gh1gh1gh"),
        ("x" * 32, "x" * 32),
        ("x" * 33, "*"),
        ("zoe@clinic.example", "*"),
        ("@context", "@context"),
        ("x@y", "*"),
        ("<b>", "*"),
        ("a b", "a b"),
        ("word " * 12 + "word", "word " * 12 + "word"),
        ("word " * 12 + "words", "*"),
        (".".join(["abc"] * 128), ".".join(["abc"] * 128)),
        (".".join(["abc"] * 128) + ".ab", "*"),
    ],
)  # fmt: skip
def test_a_name_is_shown_step_by_step_unless_a_step_looks_like_a_value(name: str, told: str) -> None:
    assert shown(name) == told


def found(items: Any) -> list[tuple[str, str, str, str]]:
    return [(each.place, each.name, each.value, each.at) for each in items]


@pytest.mark.parametrize(
    ("query", "listed", "names"),
    [
        ("a=1&b=2", None, [("query", "a", "1", "/url"), ("query", "b", "2", "/url")]),
        ("a+b=c%20d", None, [("query", "a b", "c d", "/url")]),
        ("token", None, [("query", "*", "", "/url")]),
        ("a=", None, [("query", "a", "", "/url")]),
        ("=1", None, [("query", "*", "1", "/url")]),
        ("&&a=1", None, [("query", "a", "1", "/url")]),
        ("", None, []),
        ("a=1", [{"name": "b", "value": "2"}], [("query", "b", "2", "/queryString/0")]),
        ("a=1", [5, {"name": 5}, {"name": "b"}], [("query", "*", "", "/queryString/2")]),
        ("b=", [{"name": "b", "value": ""}], [("query", "b", "", "/queryString/0")]),
        ("b=1", [{"name": "b", "value": 7}], [("query", "b", "", "/queryString/0")]),
        ("a=1", [{"name": "c%20d", "value": "2"}], [("query", "c d", "2", "/queryString/0")]),
        ("a=1", [{"name": "c+d", "value": "2"}], [("query", "c+d", "2", "/queryString/0")]),
        ("a=1", "b", [("query", "a", "1", "/url")]),
    ],
)  # fmt: skip
def test_parameters_of_a_query_are_those_listed_else_those_of_the_address(
    query: str, listed: Any, names: list[Any]
) -> None:
    assert found(in_query(query, listed)) == names


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/a/b", []),
        ("/a;v=1/b", [("path", "v", "1/b", "/url")]),
        ("/a;v=1;w%20x=a+b", [("path", "v", "1", "/url"), ("path", "w x", "a b", "/url")]),
        ("/a;bare;v=1", [("path", "v", "1", "/url")]),
    ],
)
def test_parameters_of_a_path_stand_after_semicolons_with_a_value(path: str, names: list[Any]) -> None:
    assert found(in_path(path)) == names


TEXT = "/postData/text"


@pytest.mark.parametrize(
    ("posted", "names"),
    [
        (None, []),
        ([], []),
        (5, []),
        ({}, []),
        ({"text": ""}, []),
        ({"text": 5}, []),
        ("a=1", [("body", "a", "1", TEXT)]),
        ({"text": "  a=1"}, [("body", "a", "1", TEXT)]),
        ({"params": [{"name": "a", "value": "1"}, 5, {"name": "b", "value": 2}]},
         [("body", "a", "1", "/postData/params/0"), ("body", "b", "", "/postData/params/2")]),
        ({"params": [], "text": "a=1"}, [("body", "a", "1", TEXT)]),
        ({"text": '{"a": {"b": [1, {"c": "x"}]}, "d": null}'},
         [("body", "a.b[]", "1", TEXT), ("body", "a.b[].c", "x", TEXT), ("body", "d", "", TEXT)]),
        ({"text": "[1, 2]"}, [("body", "[]", "1", TEXT), ("body", "[]", "2", TEXT)]),
        ({"text": '{"a": 1}\n{"b": 2}\nno json'}, [("body", "a", "1", TEXT), ("body", "b", "2", TEXT)]),
        ({"text": '{"a": 1', "mimeType": "application/json"}, []),
        ({"text": '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1', "mimeType": "Multipart/Form-Data"},
         [("body", "a", "", TEXT)]),
        ({"text": '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1', "mimeType": "text/plain"}, []),
        ({"text": "a word", "mimeType": "application/x-www-form-urlencoded"}, [("body", "*", "", TEXT)]),
        ({"text": "a word", "mimeType": "text/plain"}, []),
    ],
)  # fmt: skip
def test_parameters_of_a_body_are_those_listed_else_those_of_its_shape(posted: Any, names: list[Any]) -> None:
    assert found(in_body(posted)) == names


def test_no_more_names_of_one_request_are_taken_than_the_limit() -> None:
    many = range(MOST_NAMES + 5)
    query = "&".join(f"a{number}=1" for number in many)
    listed = [{"name": f"a{number}", "value": "1"} for number in many]
    assert len(list(in_query(query, None))) == len(list(in_query("", listed))) == MOST_NAMES
    assert len(list(in_path("/x" + "".join(f";a{number}=1" for number in many)))) == MOST_NAMES
    assert len(list(in_body({"params": listed}))) == len(list(in_body(query))) == MOST_NAMES
    assert len(list(in_body(json.dumps({f"a{number}": 1 for number in many})))) == MOST_NAMES
    assert len(cookies_sent(listed, "", "/h")) == len(cookies_sent("; ".join(query.split("&")), "", "/h"))
    assert len(cookies_sent(None, "; ".join(query.split("&")), "/h")) == MOST_NAMES


def test_of_a_list_in_json_the_first_twenty_are_read_and_no_deeper_than_the_limit() -> None:
    assert len(list(in_body(json.dumps({"a": list(range(30))})))) == 20
    deep: Any = "x"
    for _ in range(12):
        deep = {"a": deep}
    assert found(in_body(json.dumps(deep))) == [("body", ".".join("a" * 12), "x", TEXT)]
    assert found(in_body(json.dumps({"a": deep}))) == [("body", ".".join("a" * 12), "", TEXT)]


@pytest.mark.parametrize(
    ("listed", "header", "names"),
    [
        ([{"name": "a"}, {"name": ""}, {"name": 5}, 7], "b=1", [("a", "/cookies/0")]),
        ({"a": "1", "b": "2"}, "", [("a", "/cookies"), ("b", "/cookies")]),
        ("a=1; b=2; bare", "", [("a", "/cookies"), ("b", "/cookies")]),
        (None, "a=1; b=2 ; ; c", [("a", "/h"), ("b", "/h"), ("c", "/h")]),
        ([], "zoe@clinic.example=1", [("*", "/h")]),
        (5, "", []),
    ],
)
def test_names_of_cookies_sent_are_those_listed_else_those_of_the_header(
    listed: Any, header: str, names: list[Any]
) -> None:
    assert cookies_sent(listed, header, "/h") == names


@pytest.mark.parametrize(
    ("listed", "headers", "names"),
    [
        ([{"name": "a"}], [("b=1; Path=/", "/h/0")], [("a", "/cookies/0")]),
        (None, [("b=1; Path=/", "/h/0"), ("c = 2", "/h/1")], [("b", "/h/0"), ("c", "/h/1")]),
        (None, [("b=1\nc=2; Secure\nSecure", "/h/0")], [("b", "/h/0"), ("c", "/h/0")]),
        (None, [("Secure", "/h/0")], []),
    ],
)
def test_names_of_cookies_set_are_those_listed_else_those_of_each_header(
    listed: Any, headers: list[tuple[str, str]], names: list[Any]
) -> None:
    assert cookies_set(listed, headers) == names
