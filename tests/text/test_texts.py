"""The texts: both languages, the same slots, each in its language and typeset; each is used, and each key that is used is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from jinja2 import Environment, nodes

from auditor.model.bilingual import Bilingual
from auditor.model.comparison import Cause, Part, Status
from auditor.model.policy import FindingKind
from auditor.model.result.document import OverrideLine
from auditor.model.result.findings import BaselineStatus, Outcome, PathStep
from auditor.model.result.gate import ExceptionState
from auditor.model.result.tables import Verdict
from auditor.model.vocabulary import ACTIVITY_TERMS, CATEGORIES, KNOWN_ORDER, SEVERITY_ORDER, Known, Severity
from auditor.rendering.drawing.network import Edge
from auditor.rendering.drawing.scene import LineKind
from auditor.rendering.html.page import NAVIGATION
from auditor.rendering.words import pick, speaker
from auditor.rules.language.wording_lint import overclaims
from auditor.text import console, difference, drawing, findings, gate, page, story
from auditor.text.grammar import how
from auditor.text.result import NOTHING
from auditor.text.vocabulary import DATA, ORGANISATIONS, RESULTS, VALUES, WORDS
from tests.conftest import ROOT
from tests.text.languages import ENGLISH, FRENCH, pairs

PAIRS = dict(pairs())
#: What is put in, and how: after the word it contracts with (`{who:à}`), as an ending (`{who:e}`), as words that agree (`{who:is/are}`).
SLOT = re.compile(r"(?<!\{)\{(\w+)(?::([^{}]+))?\}")
#: Texts that quote words of the format, which are English in either language: errors of input and the starter, whose comments
#: tests/api/test_starter.py reads.
QUOTING = ("problems.", "starter.")
#: Said alike in both languages, or quoted in the other one: names, abbreviations, words of the program.
FOREIGN = re.compile(r"--\w+|`[^`]*`|\b(?:what-if|no-config)\b")
#: The program and what writes its reference pages.
CODE = {
    path: ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted([*(ROOT / "auditor").rglob("*.py"), *(ROOT / "docs").glob("*.py")])
}
TEMPLATES = sorted((ROOT / "auditor").rglob("*.j2"))


def test_the_collection_is_found() -> None:
    assert {name.partition(".")[0] for name in PAIRS} >= {"page", "console", "letters", "vocabulary", "annex"}


def test_every_pair_has_both_languages() -> None:
    assert [where for where, text in PAIRS.items() if not (text.fr and text.en) and text != NOTHING] == []


def specs(text: str) -> Iterator[str]:
    """How the slots of a text are put in, where it is not as they are."""
    return (spec for _, spec in SLOT.findall(text) if spec)


def spelt(text: str) -> str:
    """A text without its slots, with all words that agree with one."""
    return SLOT.sub(lambda found: (found[2] or "").replace("/", " ") if "/" in (found[2] or "") else "", text)


def test_both_languages_have_the_same_slots() -> None:
    named = {
        w: tuple({name for name, _ in SLOT.findall(said)} for said in (t.fr, t.en)) for w, t in PAIRS.items()
    }
    assert [w for w, (french, english) in named.items() if french != english] == []


def test_slots_are_put_in_as_the_language_does() -> None:
    assert [w for w, t in PAIRS.items() if not all(map(how, specs(t.fr)))] == []
    assert [w for w, t in PAIRS.items() for s in specs(t.en) if "/" not in s and s.lower() != "on"] == []
    assert [w for w, t in PAIRS.items() for s in specs(t.en) if not how(s)] == []


def test_what_is_put_in_is_found() -> None:
    text = "{who} {who:is/are} {what:e}, {day:on}; {{left}}"
    assert SLOT.findall(text) == [("who", ""), ("who", "is/are"), ("what", "e"), ("day", "on")]
    assert list(specs(text)) == ["is/are", "e", "on"]
    assert spelt(text) == " is are , ; {{left}}"


def test_neither_language_speaks_the_other() -> None:
    said = {
        w: (FOREIGN.sub("", spelt(t.fr)), FOREIGN.sub("", spelt(t.en)))
        for w, t in PAIRS.items()
        if not w.startswith(QUOTING)
    }
    assert [w for w, (french, _) in said.items() if ENGLISH.search(french)] == []
    assert [w for w, (_, english) in said.items() if FRENCH.search(english)] == []
    assert [w for w, t in PAIRS.items() if re.search(r"[àâçéèêëîïôœùû«»]", t.en)] == []


def test_french_is_typeset() -> None:
    loose = re.compile(r" [;!?»:]| %|« ")
    assert [w for w, t in PAIRS.items() if loose.search(pick(t, "fr"))] == []
    assert pick(Bilingual("« a » : b ; 5 %", ""), "fr") == "«\u202fa\u202f»\u00a0: b\u202f; 5\u202f%"


def test_no_text_overclaims() -> None:
    told = {
        w: t for w, t in PAIRS.items() if not w.startswith("problems.")
    }  # which speak of files, not of parties
    assert [w for w, t in told.items() if list(overclaims(f"{t.en} {t.fr}"))] == []


def module(path: Path) -> str:
    """The name of a module of texts below `auditor.text`, empty for other modules."""
    below = path.relative_to(ROOT).with_suffix("").parts
    texts = below[:2] == ("auditor", "text")
    return ".".join(part for part in below[2:] if part != "__init__") if texts else ""


def defined() -> Iterator[tuple[str, str]]:
    """The module and the name of every constant of the collection."""
    for path, tree in CODE.items():
        for node in tree.body if module(path) else ():
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                yield module(path), node.target.id


def read(path: Path, tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The constants of the collection that a module reads: its own, imported ones, and attributes of modules of texts."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "auditor.text":
            known.update({alias.asname or alias.name: alias.name for alias in node.names})
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("auditor.text."):
            below = str(node.module).removeprefix("auditor.text.")
            known.update({alias.asname or alias.name: f"{below}.{alias.name}" for alias in node.names})
            yield from ((below, alias.name) for alias in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier():
            yield (
                "problems.usage",
                node.value,
            )  # a registry names its refusal, to load it only where it refuses
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield module(path), node.id
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            first, *rest = ast.unparse(node.value).split(".")
            if first in known:
                yield ".".join((known[first], *rest)), node.attr


#: Of a module of rows, found by the name of its section or subject; tests/words/test_fields.py and
#: tests/rules/test_sentence.py tell that each row has its field.
ROWS = {"SECTIONS", "FIELDS", "NAME"}


def test_every_text_is_used() -> None:
    used = {pair for path, tree in CODE.items() for pair in read(path, tree)}
    used |= {(where, name) for where, name in defined() if where.startswith("fields.") and name in ROWS}
    assert sorted(set(defined()) - used) == []


def allowed(struct: type, field: str) -> tuple[str, ...]:
    """The words that a field may hold."""
    return get_args(get_type_hints(struct)[field])


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        (story.KNOWN, KNOWN_ORDER),
        (drawing.LINES, get_args(LineKind)),
        (drawing.CONTROLS, [known for known in KNOWN_ORDER if known != "documented"]),
        (drawing.LINKS, [kind for kind in allowed(Edge, "kind") if kind != "flow"]),
        (difference.PARTS, get_args(Part)),
        (difference.STATUSES, get_args(Status)),
        (difference.CAUSES, allowed(Cause, "how")),
        (findings.STANDINGS, get_args(BaselineStatus)),
        (findings.READS, [reads for reads in allowed(PathStep, "reads") if reads != "no"]),
        (story.READS, [reads for reads in allowed(PathStep, "reads") if reads != "no"]),
        (gate.STATES, get_args(ExceptionState)),
        (console.OVERRIDDEN_BY, allowed(OverrideLine, "by")),
    ],
)
def test_a_table_holds_what_may_be_asked_of_it(table: dict[str, Bilingual], keys: Iterable[str]) -> None:
    assert set(table) == set(keys)


def asked(text: str, function: str) -> Iterator[tuple[str, bool]]:
    """The keys that a template asks `function` for, each with whether it is only the head of one."""
    for call in Environment(autoescape=True).parse(text).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == function:
            given = call.args[0]
            choices = [given.expr1, given.expr2] if isinstance(given, nodes.CondExpr) else [given]
            for choice in choices:
                if isinstance(choice, nodes.Const):
                    yield choice.value, False
                elif isinstance(choice, nodes.Concat) and isinstance(choice.nodes[0], nodes.Const):
                    yield choice.nodes[0].value, True


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_what_a_template_asks_for_is_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for key, head in asked(text, "t"):
        assert any(known.startswith(key) for known in page.TEXTS) if head else key in page.TEXTS, key
    assert {key for key, _ in asked(text, "word")} <= WORDS.keys()


def test_every_text_of_the_page_is_asked_for() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in TEMPLATES) + repr(NAVIGATION)
    heads = tuple(key for key, head in asked(text, "t") if head)
    assert [
        key for key in page.TEXTS if not key.startswith(heads) and not re.search(rf"[\"']{key}[\"']", text)
    ] == []


def test_templates_hold_no_sentence() -> None:
    for path in TEMPLATES:
        bare = re.sub(
            r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>|<pre>.*?</pre>",
            " ",
            path.read_text(encoding="utf-8"),
            flags=re.DOTALL,
        )
        assert not ENGLISH.search(bare), path.name
        assert not FRENCH.search(bare), path.name


def test_every_closed_word_has_one_entry() -> None:
    for closed in (Severity, Known, Outcome, Verdict, FindingKind):
        assert set(get_args(closed)) <= WORDS.keys()
    assert VALUES.keys().isdisjoint(RESULTS)
    assert DATA.keys() == CATEGORIES.keys()
    assert ORGANISATIONS.keys() == ACTIVITY_TERMS.keys()


def test_words_said_literally_are_words() -> None:
    said = {
        node.args[0].value
        for tree in CODE.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", "") == "word"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert said
    assert said <= WORDS.keys()


def test_a_word_without_an_entry_is_said_as_it_is() -> None:
    assert speaker("fr").word("no-such-word") == "no-such-word"
    assert speaker("en").word("footer") == "footer"
    assert set(SEVERITY_ORDER) <= WORDS.keys()
