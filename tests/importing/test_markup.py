"""Pages that anyone may have written, as tags and texts: where each ends, what attributes say, what a reader sees."""

from __future__ import annotations

import pytest

from auditor.loading.importing.lists.markup import LONGEST_TAG, Piece, Seen, pieces
from auditor.loading.importing.lists.scripts import page_addresses


def of(text: str) -> list[tuple[str, str]]:
    return [(piece.name, piece.text) for piece in pieces(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("a", [("", "a")]),
        ("a<b>c</B>d", [("", "a"), ("b", ""), ("", "c"), ("/b", ""), ("", "d")]),
        ("&lt;b&gt;&amp;&#33;", [("", "<b>&!")]),
        ("1 < 2", [("", "1 "), ("", "<"), ("", " 2")]),
        ("a<", [("", "a"), ("", "<")]),
        ("a<!-- b -->c", [("", "a"), ("", "c")]),
        ("a<!-->b-->c", [("", "a"), ("", "b-->c")]),
        ("a<!--->b", [("", "a"), ("", "b")]),
        ("a<!--b", [("", "a")]),
        ("<!doctype html>a", [("", "a")]),
        ("<?xml x?>a", [("", "a")]),
        ("<!x", []),
        ("<?x", []),
        ("<a title='>'>b", [("a", ""), ("", "b")]),
        ('<a title=">">b', [("a", ""), ("", "b")]),
        ("<a title='\">'>b", [("a", ""), ("", "b")]),
        ('<a title="\'>">b', [("a", ""), ("", "b")]),
        ("<a", [("a", "")]),
        ("<a '>b", [("a", ""), ("", "b")]),
        ("<script>a<b></script>c", [("script", ""), ("script#", "a<b>"), ("/script", ""), ("", "c")]),
        ("<SCRIPT>a</Script>", [("script", ""), ("script#", "a"), ("/script", "")]),
        ("<style>a", [("style", ""), ("style#", "a")]),
        ("<title>a<b></title>", [("title", ""), ("title#", "a<b>"), ("/title", "")]),
        ("<br/>a", [("br", ""), ("", "a")]),
    ],
)
def test_a_page_is_tags_and_texts_in_their_order(text: str, found: list[tuple[str, str]]) -> None:
    assert of(text) == found


@pytest.mark.parametrize(
    "name", ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]
)
def test_what_stands_in_an_element_without_markup_is_no_tag(name: str) -> None:
    assert of(f"<{name}><p></{name}><p>") == [(name, ""), (f"{name}#", "<p>"), (f"/{name}", ""), ("p", "")]


def test_each_piece_knows_where_it_begins() -> None:
    assert [piece.start for piece in pieces("ab<c>d<script>e</script>")] == [0, 2, 5, 6, 14, 15]


def test_a_tag_that_does_not_end_is_looked_at_no_further_than_may_be() -> None:
    text = "<a '" + "x" * LONGEST_TAG + ">b"
    assert of(text) == [("a", ""), ("", "b")]


@pytest.mark.parametrize(
    ("attributes", "name", "value"),
    [
        (" src='a'", "src", "a"),
        (' src = "a"', "src", "a"),
        (" src=a>", "src", "a"),
        (" SRC=a", "src", "a"),
        (" hidden", "hidden", "hidden"),
        (" hidden=''", "hidden", "hidden"),
        (" title='&amp;'", "title", "&"),
        (" data-src=a", "src", ""),
        (" a=1 b=2", "b", "2"),
        (" a=1 a=2", "a", "1"),
        ("", "a", ""),
    ],
)
def test_an_attribute_says_what_stands_beside_its_name(attributes: str, name: str, value: str) -> None:
    assert Piece("p", "", attributes, 0).attribute(name) == value


def shown(text: str) -> list[tuple[str, bool, bool]]:
    """Each text of a page, whether it is hidden, and whether it is struck through."""
    seen, found = Seen(), []
    for piece in pieces(text):
        seen.take(piece)
        if not piece.name:
            found.append((piece.text, seen.hidden > 0, seen.struck > 0))
    return found


@pytest.mark.parametrize(
    ("text", "hidden", "struck"),
    [
        ("<p>x", False, False),
        ("<p hidden>x", True, False),
        ("<p style='display: none'>x", True, False),
        ("<p style='DISPLAY:NONE'>x", True, False),
        ("<p style='visibility : hidden'>x", True, False),
        ("<p style='display: block'>x", False, False),
        ("<template>x", True, False),
        ("<div hidden><p>x", True, False),
        ("<div hidden></div>x", False, False),
        ("<div hidden><p></div>x", False, False),
        ("<s>x", False, True),
        ("<strike>x", False, True),
        ("<del>x", False, True),
        ("<p style='text-decoration: line-through'>x", False, True),
        ("<p style='text-decoration-line: underline line-through'>x", False, True),
        ("<p style='text-decoration: none; color: red'>x", False, False),
        ("<s></s>x", False, False),
        ("<s><p></s>x", False, False),
        ("</s>x", False, False),
        ("<br hidden>x", False, False),
        ("<table><tr hidden><td></tr><tr><td>x", False, False),
        ("<table><tr hidden><tr><td>x", False, False),
        ("<table><tr><td hidden><td>x", False, False),
        ("<table><tr><th hidden><td>x", False, False),
        ("<table><tr hidden><td><td>x", True, False),
        ("<ul><li hidden><li>x", False, False),
        ("<ul hidden><li><li>x", True, False),
        ("<table hidden><tr><td><tr><td>x", True, False),
    ],
)
def test_a_reader_sees_what_no_open_element_hides_or_strikes_through(
    text: str, *, hidden: bool, struck: bool
) -> None:
    assert shown(text)[-1] == ("x", hidden, struck)


@pytest.mark.parametrize(
    "name",
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"],
)
def test_an_element_without_an_end_hides_nothing_after_it(name: str) -> None:
    assert shown(f"<{name} hidden>x") == [("x", False, False)]


# whom a page calls


@pytest.mark.parametrize(
    ("tag", "attribute"),
    [
        ("script", "src"),
        ("img", "src"),
        ("iframe", "src"),
        ("embed", "src"),
        ("audio", "src"),
        ("video", "src"),
        ("source", "src"),
        ("track", "src"),
        ("input", "src"),
        ("frame", "src"),
        ("object", "data"),
    ],
)
def test_a_tag_that_fetches_calls_what_its_attribute_names(tag: str, attribute: str) -> None:
    assert [each.host for each in page_addresses(f"<{tag} {attribute}='https://a.example/x'>")] == [
        "a.example"
    ]
    other = "data" if attribute == "src" else "src"
    assert [*page_addresses(f"<{tag} {other}='https://a.example/x'>")] == []


@pytest.mark.parametrize(
    "rel",
    [
        "stylesheet",
        "preload",
        "modulepreload",
        "prefetch",
        "prerender",
        "preconnect",
        "dns-prefetch",
        "icon",
        "manifest",
        "STYLESHEET",
        "alternate stylesheet",
    ],
)
def test_a_link_that_fetches_calls_what_it_names(rel: str) -> None:
    assert [each.host for each in page_addresses(f"<link rel='{rel}' href='https://a.example/x'>")] == [
        "a.example"
    ]


@pytest.mark.parametrize(
    "piece",
    [
        "<link rel=canonical href='https://a.example/x'>",
        "<a href='https://a.example/x'>",
        "<p>https://a.example/x</p>",
    ],
)
def test_what_a_page_only_names_it_does_not_call(piece: str) -> None:
    assert [*page_addresses(piece)] == []


@pytest.mark.parametrize(
    ("kind", "run"),
    [
        ("", True),
        ("module", True),
        ("text/javascript", True),
        ("application/javascript", True),
        ("application/x-javascript", True),
        ("text/ecmascript", True),
        ("text/gtmscript", True),
        ("application/json", False),
        ("application/ld+json", False),
        ("text/template", False),
    ],
)
def test_a_script_is_run_by_its_kind(kind: str, *, run: bool) -> None:
    found = page_addresses(f"<script type='{kind}'>a('https://a.example/x')</script>")
    assert [each.host for each in found] == (["a.example"] if run else [])
