"""The page: inert whatever the names, one policy, no request, the same in both languages."""

from __future__ import annotations

import re
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest

from auditor.model.result import Result
from auditor.render.formats import render
from auditor.render.html.page import environment, link
from auditor.render.text import safe
from tests.conftest import ROOT, tree_of
from tests.rules.test_collection import FORBIDDEN

HOSTILE = (
    "</script><img src=x onerror=alert(1)>",
    '"><svg/onload=alert(2)>',
    "{{ 7*7 }}",
    "</style><script>alert(3)</script>",
    "javascript:alert(4)",
)


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def hostile(judge: Callable[..., Result]) -> Result:
    tree: dict[str, Any] = tree_of(ROOT / "flows" / "doctolib-2019")
    tree["case"]["title"] = HOSTILE[0]
    tree["organisations"]["practices"]["title"] = HOSTILE[1]
    tree["hosts"]["platform"]["title"] = HOSTILE[2]
    tree["claims"]["nothing-accessible"]["quote"] = HOSTILE[3]
    tree["sources"]["reflets-2019"]["url"] = HOSTILE[4]
    tree["replies"] = [{"by": "doctolib", "text": HOSTILE[0], "to": ["CLM-001"]}]
    return judge(tree)


@pytest.fixture(scope="module", params=["fr", "en"])
def page(request: pytest.FixtureRequest, hostile: Result) -> str:
    return render(hostile, "html", request.param).decode()


def test_hostile_names_are_text(page: str) -> None:
    parsed = Page(page)
    names = [tag for tag, _ in parsed.tags]
    assert "script" not in names
    assert "img" not in names
    assert "svg" not in names
    for _, attributes in parsed.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        for name in ("href", "src"):
            target = attributes.get(name) or "#"
            assert re.match(r"(#|https?:|mailto:|report\.(fr|en)\.html$|data:,$)", target), target
    for text in HOSTILE:
        assert text in parsed.text


def test_one_policy_that_allows_only_our_style(page: str) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    allowed = policy.replace("&#39;", "'")
    assert allowed == f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    assert page.index("Content-Security-Policy") < page.index("<title>")


def test_ids_are_unique_and_links_inside_lead_somewhere(page: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)
    for wanted in ("result", "reading", "findings", "questions", "flows", "control", "method", "inputs", "glossary"):
        assert wanted in ids


def test_everything_is_escaped_and_nothing_undefined() -> None:
    assert environment().autoescape is True
    template = (ROOT / "auditor" / "render" / "html" / "page.html.j2").read_text(encoding="utf-8")
    assert "|safe" not in template
    assert "<script" not in template
    assert not re.findall(r"=\{\{", template)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        " https://a",
        "https://a b",
        "file:///x",
        "http://[",
        "",
        "https://a\n",
    ],
)
def test_links_that_may_not_be_followed(url: str) -> None:
    assert link(url) == ""


def test_links_that_may() -> None:
    assert link("https://example.org/a?b=c") == "https://example.org/a?b=c"


def test_the_page_of_the_reference_case_is_small(reference: Result) -> None:
    for lang in ("fr", "en"):
        assert len(render(reference, "html", lang)) <= 150_000


def test_json_reads_back_as_the_result(reference: Result) -> None:
    data = render(reference, "json", "en")
    assert msgspec.json.decode(data, type=Result) == reference
    assert data.endswith(b"}\n")


def test_json_follows_its_published_schema(reference: Result) -> None:
    import json

    import jsonschema

    from auditor.loading.schema import schema

    jsonschema.Draft202012Validator(schema("result")).validate(json.loads(render(reference, "json", "en")))


def test_text_holds_no_control_character_of_a_name() -> None:
    assert safe("a\x1b[31mb\u202ec") == "a\ufffd[31mb\ufffdc"


def test_text_is_coloured_only_when_asked(reference: Result) -> None:
    assert b"\x1b" not in render(reference, "text", "fr")
    assert b"\x1b[31m" in render(reference, "text", "fr", colour=True)


def test_no_word_that_overclaims_reaches_a_page(reference: Result) -> None:
    for lang in ("fr", "en"):
        assert FORBIDDEN.findall(Page(render(reference, "html", lang).decode()).text) == []


def test_every_finding_of_the_result_is_on_the_page(reference: Result) -> None:
    for lang in ("fr", "en"):
        text = render(reference, "html", lang).decode()
        assert all(f'id="F-{finding.fingerprint}"' in text for finding in reference.findings)


BROWSER = shutil.which("chromium")


@pytest.mark.skipif(BROWSER is None, reason="no browser on this machine")
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_browser_asks_for_nothing_and_says_nothing(tmp_path: Path, hostile: Result, lang: str) -> None:
    assert BROWSER is not None
    file = tmp_path / f"report.{lang}.html"
    file.write_bytes(render(hostile, "html", lang))
    log = tmp_path / "net.json"
    done = subprocess.run(
        [
            BROWSER,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            f"--user-data-dir={tmp_path / 'profile'}",
            f"--log-net-log={log}",
            "--enable-logging=stderr",
            "--dump-dom",
            f"file://{file}",
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert "<main>" in done.stdout
    assert "CONSOLE" not in done.stderr
    requested = set(re.findall(r'"url":"https?://([^/"]*)', log.read_text(encoding="utf-8")))
    named = set(re.findall(r'href="https?://([^/"]*)', file.read_text(encoding="utf-8")))
    assert named
    assert requested & named == set()
