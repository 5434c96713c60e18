"""Errors are told in the language asked for, wherever it is asked, before anything else can fail."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from auditor.cli.language import asked_language
from tests.cli.test_fail_closed import GOOD, SITUATIONS, Situation
from tests.running import run_here

HEAD = "auditor: 1\nknown: documented\ncase: {id: one, as_of: 2024-01-01}\n"
#: Words of English that any sentence of ours has one of.
ENGLISH = re.compile(
    r"\b(the|is|are|not|no such|unknown (key|field|operator)|error|did you mean|one of|problems?|reached|cannot|"
    r"missing|must|was|were|of|nothing|nearest|write|given|expected|found)\b"
)
#: What a message repeats of the input, of the system or of the language of rules and cases.
REPEATED = re.compile(
    r"«[^»]*»|(?<=vouliez-vous dire )\S+|(?<=l'un de\u00a0:).*|(?<=les plus proches\u00a0:).*|\([^()]*\)|one_of|`[^`]*`|is-not|any_of|as_of|[\w-]+\.yaml|--[\w-]+|F-…"
)
BROKEN = {
    "mapping values": "a: b: c\n",
    "unclosed quote": 'a: "b\n',
    "unclosed list": "a: [b\nc: d\n",
    "tab": "a:\n\tb: c\n",
    "odd sign": "a: @b\n",
    "bad escape": 'a: "\\q"\n',
    "margin": "a:\n  b: c\n d: e\n",
    "dash": "a: b\n- c\n",
    "control": "a: \x01\n",
    "key twice": f"{HEAD}hosts: {{a: {{}}}}\nhosts: {{}}\n",
    "tag": "a: !!x b\n",
    "alias": "a: *b\n",
    "merge": "a: {<<: b}\n",
    "complex key": "? [a]\n: b\n",
    "two documents": "a: b\n---\nc: d\n",
    "deep": f"a: {'[' * 60}{']' * 60}\n",
    "empty value": f"{HEAD}hosts: {{a: {{operator: }}}}\n",
    "torn text": f"{HEAD}hosts: {{a: {{title: {{en: about 2,000 doctors}}}}}}\n",
    "no version": "case: {id: one, as_of: 2024-01-01}\n",
    "other version": "auditor: 2\ncase: {id: one, as_of: 2024-01-01}\n",
    "no case": "auditor: 1\nhosts: {a: {}}\n",
    "a list": "- a\n",
    "unknown key": f"{HEAD}hosts: {{a: {{operater: b}}}}\n",
    "not a mapping": f"{HEAD}hosts: [a]\n",
    "not a list": f"{HEAD}agreements: {{a: b}}\n",
    "not a text": f"{HEAD}hosts: {{a: {{operator: [b]}}}}\n",
    "not a word": f"{HEAD}hosts: {{a: {{at_rest: wet}}}}\n",
    "not an id": f"{HEAD}hosts: {{A b: {{}}}}\n",
    "not a date": f"{HEAD}people: {{p: {{}}}}\nflows: {{f: {{from: p, to: p, since: autumn}}}}\n",
    "no such day": f"{HEAD}organisations: {{a: {{ends: 2023-02-30}}}}\n",
    "dangling": f"{HEAD}hosts: {{a: {{operator: nobody}}}}\nflows: {{f: {{from: x, to: y, data: helth, source: z}}}}\n",
    "country": f"{HEAD}organisations: {{a: {{country: FX, is: hospitl}}}}\n",
    "reserved": f"{HEAD}hosts: {{unknown: {{}}}}\n",
    "shared": f"{HEAD}people: {{a: {{}}}}\nhosts: {{a: {{}}}}\n",
    "circle": f"{HEAD}hosts: {{a: {{runs_on: b}}, b: {{runs_on: a}}}}\n",
    "category": f"{HEAD}data: {{x: {{is: y}}, y: {{is: x}}, z: {{is: xyzzy}}}}\n",
    "shares": f"{HEAD}organisations: {{a: {{}}}}\nownership: [{{owner: a, of: a, votes: 151}}]\n",
    "claim": f"{HEAD}organisations: {{a: {{}}}}\nclaims: {{c: {{by: a, quote: q, says: {{}}}}}}\n",
    "question": f"{HEAD}organisations: {{a: {{}}}}\nquestions: {{q: {{to: a, settles: [hosts.x.keys]}}}}\n",
    "scenario": f"{HEAD}hosts: {{a: {{}}}}\nscenarios: {{s: {{set: {{hosts.b.keys: unknown, hosts.a.keis: x}}}}}}\n",
    "in a scenario": f"{HEAD}hosts: {{a: {{}}}}\nscenarios: {{s: {{set: {{hosts.a.at_rest: wet}}}}}}\n",
}
USAGE: dict[str, tuple[str, ...]] = {
    "no such command": ("chekc", "case"),
    "no such option": ("check", "case", "--fial-on", "low"),
    "no argument": ("check",),
    "bad choice": ("check", "case", "--fail-on", "hihg"),
    "no value": ("check", "case", "--fail-on"),
    "empty value": ("check", "case", "--exceptions="),
    "exclusive": ("check", "case", "--baseline", "b", "--since", "main"),
    "no finding": ("explain", "F-0000000000000000", "case"),
    "no rule": ("explain", "TRN-999"),
    "no scenario": ("what-if", "xyzzy", "case"),
    "no entry": ("knowledge", "show", "facebok"),
    "no paper": ("check", "case", "--as-of", "yesterday"),
}


def written(folder: Path, situation: Situation) -> None:
    for name, text in situation.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if name.endswith("/"):
            path.mkdir(exist_ok=True)
        else:
            path.write_bytes(text.encode("utf-8", "surrogateescape"))


def own_words(err: str) -> str:
    """Give what is said, without the lines of the input and what is repeated of it."""
    said = [line for line in err.splitlines() if not re.match(r"^ +\d* \| ", line)]
    return "\n".join(REPEATED.sub(" ", line) for line in said)


def french(err: str) -> None:
    assert err
    assert ENGLISH.findall(own_words(err)) == []


@pytest.mark.parametrize("name", BROKEN)
def test_broken_input_answers_in_french(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "case.yaml").write_text(BROKEN[name], encoding="utf-8")
    done = run_here(capfd, "check", "--lang", "fr", "case.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert "erreur" in done.stderr
    french(done.stderr)
    english = run_here(capfd, "check", "case.yaml", cwd=tmp_path).stderr
    assert ENGLISH.search(own_words(english))
    assert len(english.splitlines()) == len(done.stderr.splitlines())


@pytest.mark.parametrize("name", SITUATIONS)
def test_every_situation_answers_in_french(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    situation = SITUATIONS[name]
    written(tmp_path, situation)
    done = run_here(capfd, "check", *situation.arguments, cwd=tmp_path, AUDITOR_LANG="fr")
    assert done.returncode == situation.code
    french(done.stderr)


@pytest.mark.parametrize("name", USAGE)
def test_a_request_is_refused_in_french(name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, Situation(0, "", {"case/case.yaml": GOOD}))
    done = run_here(capfd, *USAGE[name], cwd=tmp_path, AUDITOR_LANG="fr")
    assert done.returncode == 2
    french(done.stderr)


def test_settings_set_the_language_of_what_comes_after_them(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    files = {"case/case.yaml": "a: [", "case/auditor.yaml": "auditor: 1\nlang: fr\n"}
    written(tmp_path, Situation(2, "", files))
    assert "erreur" in run_here(capfd, "check", "case", cwd=tmp_path).stderr
    assert "error" in run_here(capfd, "check", "case", "--lang", "en", cwd=tmp_path).stderr


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, ""),
        ([], {"AUDITOR_LANG": "fr"}, "fr"),
        (["check", "--lang", "fr"], {}, "fr"),
        (["--lang=fr", "check"], {"AUDITOR_LANG": "en"}, "fr"),
        (["check", "--lang", "fr", "--lang", "en"], {}, "en"),
        (["check", "--lang", "de"], {"AUDITOR_LANG": "fr"}, "fr"),
        (["check", "--lang"], {}, ""),
        (["check", "--", "--lang", "fr"], {}, ""),
        ([], {"AUDITOR_LANG": "\x1b[31m"}, ""),
    ],
)
def test_where_the_language_is_asked(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert asked_language(arguments, environment) == language


def test_a_broken_pack_answers_in_french(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rule = {
        "id": "x",
        "title": "t",
        "kind": "gap",
        "about": "flow",
        "for": "hop",
        "severity": {"grave": {"network": "public"}},
        "message": "{xyzzy}",
        "why": "illegal",
        "law": ["gdrp.5"],
        "group": ["none-such"],
        "forbid": {"transprot": "none", "transport": {"nto": "tls"}, "any_of": "x"},
        "require": {"not": "x"},
    }
    pack = {"policy": "own", "title": "t", "rules": [rule], "tests": []}
    files = {"case/case.yaml": GOOD, "own.yaml": json.dumps(pack)}
    written(tmp_path, Situation(2, "", files))
    done = run_here(capfd, "check", "case", "--policy", "own.yaml", "--lang", "fr", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("erreur") >= 8
    french(done.stderr)
