"""The page: inert whatever the names, one policy, no request, the same in both languages."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from jinja2 import UndefinedError

from auditor.api.publish import publish
from auditor.model.report import Report
from auditor.model.result.document import Result
from auditor.rendering.html.environment import environment, safelink
from auditor.rendering.html.page_model import page_model
from auditor.rendering.markup import safe
from auditor.rendering.words import printable
from auditor.rules.language.wording_lint import overclaims
from tests.conftest import ROOT
from tests.rendering.conftest import HOSTILE


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


@pytest.fixture(scope="module", params=["fr", "en"])
def page(request: pytest.FixtureRequest, hostile: Result) -> str:
    return publish(hostile, "html", request.param).decode()


def test_hostile_names_are_text(page: str) -> None:
    parsed = Page(page)
    names = [tag for tag, _ in parsed.tags]
    assert names.count("script") == 1
    assert not {"img", "iframe", "object", "embed", "a:href", "image", "use", "foreignobject"} & set(names)
    for tag, attributes in parsed.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag
        for name in ("href", "src", "xlink:href", "action"):
            target = attributes.get(name) or "#"
            assert re.match(r"(#|https?:|mailto:|report\.(fr|en)\.html$|data:,$)", target), target
    for text in HOSTILE:
        assert printable(text) in parsed.text


def test_one_policy_that_allows_only_our_style_and_script(page: str) -> None:
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = [b64encode(sha256(text.encode()).digest()).decode() for text in (style, script)]
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy.replace("&#39;", "'") == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    assert page.index("Content-Security-Policy") < page.index("<title>")


def test_ids_are_unique_and_links_inside_lead_somewhere(page: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


VOID = {"meta", "link", "input", "br"}
BLOCKS = {
    "p",
    "ul",
    "ol",
    "dl",
    "div",
    "table",
    "section",
    "article",
    "figure",
    "blockquote",
    "pre",
    "details",
    "form",
}


def test_every_tag_is_closed_in_its_turn_and_no_block_stands_in_a_paragraph(page: str) -> None:
    open_tags: list[str] = []
    for closing, tag, rest in re.findall(
        r"<(/?)([a-z][a-z0-9]*)\b((?:[^<>\"]|\"[^\"]*\")*)>",
        re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL),
    ):
        if tag in VOID or rest.endswith("/"):
            continue
        if closing:
            assert open_tags.pop() == tag
        else:
            assert tag not in BLOCKS or "p" not in open_tags, (tag, open_tags)
            open_tags.append(tag)
    assert open_tags == []


SECTIONS = [
    "result",
    "reading",
    "findings",
    "questions",
    "diagram",
    "flows",
    "control",
    "dpo",
    "method",
    "reproduce",
    "glossary",
]


def test_sections_have_their_fixed_ids_in_order(page: str) -> None:
    assert re.findall(r'<section id="([^"]+)"', page) == SECTIONS


def test_every_badge_of_the_drawing_has_its_row(page: str) -> None:
    (drawing,) = re.findall(r"<figure.*?</figure>", page, re.DOTALL)
    badges = "".join(re.findall(r'<g class="bt-[^>]*>.*?</g>', drawing))
    numbers = set(re.findall(r">(\d+)</text>", badges))
    assert numbers
    assert all(f'<tr id="flow-{number}">' in page for number in numbers)


TEMPLATES = sorted((ROOT / "auditor" / "rendering" / "html").glob("*.j2"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_leave_nothing_unescaped_and_nothing_unquoted(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert "|safe" not in text.replace("|safelink", "")
    assert "| safe" not in text
    assert "xmlattr" not in text
    assert "autoescape" not in text
    assert re.findall(r"<script[^>]*>", text) in ([], ["<script>"])
    bare = re.sub(r"\{%.*?%\}", "", text)
    for tag in re.findall(r"<[a-zA-Z](?:[^<>{]|\{\{.*?\}\})*>", bare):
        outside = re.sub(r'="(?:[^"{]|\{\{.*?\}\})*"', "", tag)
        assert "{{" not in re.sub(r"^<\{\{ heading \}\}", "", outside), tag
    for address in re.findall(r'(?:href|src)="([^"]*)"', text):
        assert (
            address == "data:," or address.startswith("#") or "|safelink" in address or ".html" in address
        ), address


def test_everything_is_escaped_and_nothing_undefined() -> None:
    for lang in ("fr", "en"):
        assert environment(lang).autoescape is True
        with pytest.raises(UndefinedError):
            environment(lang).from_string("{% if nothing.here %}{% endif %}").render()
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "auditor" / "rendering").rglob("*.py")]
    assert sum(text.count("Markup(") for text in sources) == 6


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
    assert safelink(url) == ""


def test_links_that_may() -> None:
    assert safelink("https://example.org/a?b=c") == "https://example.org/a?b=c"


def test_the_page_of_the_reference_case_is_small(reference: Result) -> None:
    for lang in ("fr", "en"):
        assert len(publish(reference, "html", lang)) <= 155_000


def test_what_the_filter_folds_holds_findings(reference: Result) -> None:
    """A group without a finding would be hidden whatever is asked for."""
    for part in publish(reference, "html", "en").decode().split('class="group')[1:]:
        assert "<article" in part.partition("</section>")[0]
    folded = publish(reference, "html", "en").decode().split("<details><summary>")
    assert any(part.startswith("More questions") for part in folded)
    assert any(part.startswith("Dormant") for part in folded)


def test_reasons_are_told_once_and_led_to(reference: Result) -> None:
    page = publish(reference, "html", "en").decode()
    told = [f for f in reference.findings if f.rule == "TRP-001" and not f.joined]
    assert len(told) > 1
    assert page.count(escape(told[0].remedy.en, quote=True).replace("&#x27;", "&#39;")) == 1
    assert page.count(f'as for <a href="#F-{told[0].fingerprint}">') == len(told) - 1


def test_json_reads_back_as_the_result(reference: Result) -> None:
    data = publish(reference, "json", "en")
    assert msgspec.json.decode(data, type=Result) == reference
    assert data.endswith(b"}\n")


def test_json_follows_its_published_schema(reference: Result) -> None:
    import json

    import jsonschema

    from auditor.loading.schema import schema

    jsonschema.Draft202012Validator(schema("result")).validate(json.loads(publish(reference, "json", "en")))


def test_text_holds_no_control_character_of_a_name() -> None:
    assert safe("a\x1b[31mb\u202ec") == "a\ufffd[31mb\ufffdc"


def test_text_is_coloured_only_when_asked(reference: Result) -> None:
    assert b"\x1b" not in publish(reference, "text", "fr")
    assert b"\x1b[31m" in publish(reference, "text", "fr", colour=True)


def test_no_word_that_overclaims_reaches_a_page(reference: Result) -> None:
    for lang in ("fr", "en"):
        assert list(overclaims(Page(publish(reference, "html", lang).decode()).text)) == []


def test_every_finding_and_every_live_open_point_is_on_the_page(reference: Result) -> None:
    for lang in ("fr", "en"):
        text = publish(reference, "html", lang).decode()
        for finding in reference.findings:
            dormant = finding.outcome == "cannot-be-shown" and not finding.live
            assert (f'id="F-{finding.fingerprint}"' in text) is not dormant


def luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def palettes() -> list[dict[str, str]]:
    style = (ROOT / "auditor" / "rendering" / "html" / "page.css").read_text(encoding="utf-8")
    found = []
    for block in re.findall(r":root\{([^}]*)\}", style):
        colours = {
            k: v if len(v) == 7 else "#" + "".join(c * 2 for c in v[1:])
            for k, v in re.findall(r"--(\w+):(#\w+)", block)
        }
        found.append({**(found[0] if found else {}), **colours})
    return found


@pytest.mark.parametrize("palette", palettes(), ids=["light", "dark", "print"])
def test_every_colour_can_be_told_from_what_it_stands_on(palette: dict[str, str]) -> None:
    for text in ("ink", "soft", "link", "critical", "high", "medium", "low", "info"):
        for ground in ("paper", "tint"):
            assert contrast(palette[text], palette[ground]) >= 4.5, (text, ground)
    for ground in ("box", "host", "band"):
        assert contrast(palette["ink"], palette[ground]) >= 4.5, ground
    assert contrast(palette["high"], palette["paper"]) >= 4.5
    for line in ("tls", "sealed", "medium", "high", "unsure", "control", "edge"):
        for ground in ("box", "band", "paper", "host"):
            assert contrast(palette[line], palette[ground]) >= 3, (line, ground)


def test_texts_of_the_page_are_escaped_with_what_is_put_into_them() -> None:
    made = environment("en").from_string('{{ t("left_out", profile=x, findings=1, questions=2, claims=3) }}')
    said = made.render(x='<b>"')
    assert said.startswith("View &#34;&lt;b&gt;&#34;&#34;; not shown")


def test_no_two_parts_of_the_page_give_the_same_name(reference: Result) -> None:
    model = page_model(Report(reference), "en")
    parts = [getattr(model, field) for field in model.__struct_fields__]
    own = [
        name
        for part in parts
        if type(part).__module__ == page_model.__module__
        for name in part.__struct_fields__
    ]
    assert len(own) == len(set(own)) == len(model.context()) - 3


def test_what_is_put_into_a_text_of_the_page_contracts_and_is_escaped_once() -> None:
    template = (
        '{{ t("to_whom", who=who, count=1) }} {{ t("to_whom", who=t("whom_it_may_concern"), count=1) }}'
    )
    said = environment("fr").from_string(template).render(who="les « A & B »")
    assert said == "Aux « A &amp; B » (1) À qui de droit (1)"
