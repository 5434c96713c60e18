"""The page: inert whatever the names, one policy, no request, the same in both languages."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from jinja2 import UndefinedError
from msgspec.structs import replace

from auditor.api.publish import publish
from auditor.api.report import page as rendered
from auditor.api.report import report
from auditor.model.report import Report
from auditor.model.result.document import Result
from auditor.rendering.html.environment import environment, safelink
from auditor.rendering.html.page import NAVIGATION, context
from auditor.rendering.markup import safe
from auditor.rendering.words import pick, printable
from auditor.rules.language.wording_lint import overclaims
from tests.conftest import ROOT, materials, tree_of
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


#: The ids that printed links and other pages rely on, in the order of the page.
SECTIONS = [
    "result",
    "known",
    "claims",
    "diagram",
    "findings",
    "actions",
    "questions",
    "open",
    "flows",
    "control",
    "method",
    "annexes",
    "proofs",
    "unstated",
    "rules",
    "sources",
    "assumed",
    "reproduce",
    "texts",
    "glossary",
]


def test_sections_have_their_fixed_ids_in_order(page: str) -> None:
    ids = re.findall(r'<(?:section|details|div)\b[^>]* id="([^"]+)"', page)
    assert [identity for identity in ids if identity in SECTIONS] == SECTIONS


def test_what_the_contents_name_is_there_in_that_order(page: str) -> None:
    (contents,) = re.findall(r"<nav .*?</nav>", page, re.DOTALL)
    linked = re.findall(r'href="#([^"]+)"', contents)
    assert linked == [section for section, _ in NAVIGATION if f'id="{section}"' in page]
    assert [page.index(f'id="{section}"') for section in linked] == sorted(
        page.index(f'id="{section}"') for section in linked
    )


def test_every_badge_of_the_drawing_has_its_row(page: str) -> None:
    (drawing,) = re.findall(r"<figure.*?</figure>", page, re.DOTALL)
    numbers = set(
        re.findall(r'<text class="t-no"[^>]*>(\d+)</text>', drawing.partition('<ul class="legend">')[0])
    )
    assert numbers
    assert all(f'id="flow-{number}"' in page for number in numbers)


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
        beside = re.fullmatch(r"[a-z]+\.(?:csv|xlsx)", address) or ".html" in address
        assert address == "data:," or address.startswith("#") or "|safelink" in address or beside, address


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
        assert len(publish(reference, "html", lang)) <= 150_000


def test_what_a_rule_says_is_told_once(reference: Result) -> None:
    """Why it matters, what to do and the texts stand in the card of the rule, however many findings it has."""
    page = publish(reference, "html", "en").decode()
    several = [
        found
        for rule in {f.rule for f in reference.findings}
        if len(found := [f for f in reference.findings if f.rule == rule and f.outcome == "established"]) > 1
    ]
    assert several
    for found in several:
        assert page.count(f"<p>{escape(found[0].why.en, quote=False)}</p>") == 1
        assert all(f'id="F-{finding.fingerprint}"' in page for finding in found)


def test_letters_questions_flows_and_sources_are_links_that_land(page: str) -> None:
    ids = set(re.findall(r'\bid="([^"]+)"', page))
    for kind in (r"[A-Z]{1,2}", r"Q\d+", r"flow-\d+", r"S-[^\"]+", r"F-[0-9a-f]{16}", r"P-[A-Z]+"):
        linked = set(re.findall(rf'href="#({kind})"', page))
        assert linked, kind
        assert linked <= ids, kind


def test_a_former_id_still_lands_on_the_finding(reference: Result) -> None:
    first = next(f for f in reference.findings if f.outcome == "established" and not f.joined)
    taken = reference.findings[-1].fingerprint
    renamed = replace(first, formerly=["0123456789abcdef", taken])
    result = replace(reference, findings=[renamed if f is first else f for f in reference.findings])
    page = publish(result, "html", "en").decode()
    assert page.count('id="F-0123456789abcdef"') == 1
    assert page.count(f'id="F-{taken}"') <= 1
    assert page.index('id="F-0123456789abcdef"') > page.index(f'id="F-{first.fingerprint}"')


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_page_is_the_same_bytes_each_time(reference: Result, lang: str) -> None:
    assert publish(reference, "html", lang) == publish(reference, "html", lang)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_result_in_short_is_short(reference: Result, lang: str) -> None:
    """Four rows of at most sixty words, whatever the case."""
    page = publish(reference, "html", lang).decode()
    (short,) = re.findall(r'<dl class="short">(.*?)</dl>', page, re.DOTALL)
    rows = [Page(row).text.split() for row in re.findall(r"<dd>(.*?)</dd>", short, re.DOTALL)]
    assert len(rows) == 4
    assert all(0 < len(row) <= 60 for row in rows), rows


PROSE = re.compile(r"\(\s*\)|\s[,.](?:\s|$)|,\s*\.|\.\.(?!\.)|;\s*[.;]|\{\w+")


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    "case", ["doctolib-2019", "hospital-eu-only", "transfer-three-dates", "search-words"]
)
def test_sentences_are_whole(case: str, lang: str) -> None:
    """No empty parentheses, no space before a comma, no double stop, nothing left of a template."""
    page = rendered(report(materials([ROOT / "flows" / case])), lang).decode()
    body = re.sub(r"<(style|script|svg|pre)\b.*?</\1>", "", page, flags=re.DOTALL)
    for block in re.findall(
        r"<(?:p|li|dd|h1|h2|h3|h4|caption|summary)\b[^>]*>(.*?)(?=</?(?:p|li|dd|h1|h2|h3|h4|caption|summary|ul|ol)\b)",
        body,
        re.DOTALL,
    ):
        text = " ".join(
            unescape(re.sub(r"<[^>]+>", "", block)).replace("\u202f", "~").replace("\u00a0", "~").split()
        )
        assert not PROSE.search(text), text


def test_what_is_quoted_in_the_other_language_says_so(judge: Callable[..., Result]) -> None:
    tree = tree_of(ROOT / "flows" / "doctolib-2019")
    tree["claims"]["owns-nothing"]["quote"] = "ne garde rien de ce qui est dit"
    tree["sources"]["reflets-2019"]["title"] = "La privatisation d'une partie du parcours de santé"
    result = judge(tree)
    english, french = (publish(result, "html", lang).decode() for lang in ("en", "fr"))
    assert '<q lang="fr">ne garde rien de ce qui est dit</q>' in english
    assert "<q>ne garde rien de ce qui est dit</q>" in french
    assert '<span lang="fr">La privatisation' in english
    assert '<span lang="fr">La privatisation' not in french


def test_nothing_established_is_said_at_once_with_what_was_not_looked_at() -> None:
    for lang, said in (("en", "Nothing is established"), ("fr", "Rien n'est établi")):
        page = rendered(report(materials([ROOT / "flows" / "small-firm-register"])), lang).decode()
        (title,) = re.findall(r"<h1>(.*?)</h1>", page)
        assert title.startswith(said)
        result = report(materials([ROOT / "flows" / "small-firm-register"])).result
        head = page[: page.index("</header>")]
        for line in result.not_looked_at:
            assert escape(pick(line.message, lang).replace("`", ""), quote=False) in head.replace(
                "&#34;", '"'
            )
        assert "<article" not in page


def test_a_single_finding_needs_no_letter_in_running_text(reference: Result) -> None:
    first = next(
        f for f in reference.findings if f.outcome == "established" and f.severity != f.severity_if_open
    )
    rest = [f for f in reference.findings if f.outcome == "cannot-be-shown"]
    page = publish(replace(reference, findings=[first, *rest]), "html", "en").decode()
    known = page[page.index('id="known"') : page.index('id="claims"')]
    assert page.count("<article") == 1
    assert 'class="letter' not in page[: page.index('id="diagram"')]
    assert '<span class="letter">' not in page
    assert "The finding falls if" in known
    assert "The finding may rise" in known


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
    for text in ("ink", "soft", "link", "bad", "warn", "ok", "control"):
        for ground in ("paper", "tint"):
            assert contrast(palette[text], palette[ground]) >= 4.5, (text, ground)
    for text, ground in (("bad", "badbg"), ("warn", "warnbg"), ("paper", "ink"), ("paper", "bad")):
        assert contrast(palette[text], palette[ground]) >= 4.5, (text, ground)
    for ground in ("box", "host", "band"):
        assert contrast(palette["ink"], palette[ground]) >= 4.5, ground
    for line in ("tls", "sealed", "warn", "bad", "unsure", "control", "edge"):
        for ground in ("box", "band", "paper", "host"):
            assert contrast(palette[line], palette[ground]) >= 3, (line, ground)


def test_every_colour_of_the_style_has_a_name_whose_contrast_is_held() -> None:
    """A colour written elsewhere than in a palette would escape the test above."""
    style = (ROOT / "auditor" / "rendering" / "html" / "page.css").read_text(encoding="utf-8")
    outside = re.sub(r":root\{[^}]*\}", "", style)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[;}\s,)])", outside) == []
    assert set(re.findall(r"var\(--(\w+)\)", outside)) <= set(palettes()[0])


def test_texts_of_the_page_are_escaped_with_what_is_put_into_them() -> None:
    made = environment("en").from_string('{{ t("left_out", profile=x, findings=1, questions=2, claims=3) }}')
    said = made.render(x='<b>"')
    assert said.startswith("View “&lt;b&gt;&#34;”; not shown")


def test_every_name_that_templates_use_is_given(reference: Result) -> None:
    given = set(context(Report(reference), "en"))
    used = set()
    for template in TEMPLATES:
        used.update(
            re.findall(
                r"\b(first|claims|flows|findings|questions|control|method|words|result|report)\.",
                template.read_text(encoding="utf-8"),
            )
        )
    assert used <= given


def test_what_is_put_into_a_text_of_the_page_contracts_and_is_escaped_once() -> None:
    template = '{{ t("to_addressee", who=who) }} {{ t("claims_of", who=t("people")) }}'
    said = environment("fr").from_string(template).render(who="les « A & B »")
    assert said == "Aux « A &amp; B » Ce que dit Personnes, ce que disent les faits"


def test_what_cannot_be_seen_never_reaches_a_page() -> None:
    made = environment("en").from_string('{{ x }} {{ t("claims_of", who=x) }}').render(x="a\u202eb\x1b")
    assert made == "a\ufffdb\ufffd What a\ufffdb\ufffd says, and what the facts say"
