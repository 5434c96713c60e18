"""Own additions to the knowledge base: they add, and what they change of it stays visible."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from auditor.api.assess import assess
from auditor.api.publish import publish
from auditor.api.read import knowledge_base, knowledge_with
from auditor.errors import Refused
from auditor.loading.files.folder import yaml_files
from auditor.loading.knowledge.layers import add_knowledge
from tests.conftest import REFERENCE, materials

HEAD = "auditor: 1\nknowledge: own\nas_of: 2026-11-23\n"
DEED = "sources: {deed: {kind: filing, title: Deed, publisher: Registry, date: 2026-01-01}}\n"
AWS = (
    "organisations:\n  aws-emea: {name: Amazon Web Services EMEA SARL, country: DE, is: [cloud], "
    "source: deed, as_of: 2026-01-01, status: verified}\n"
)
SOLD = (
    "ownership:\n  - {owner: amazon, of: aws-emea, kind: consolidated, until: 2018, "
    "source: deed, as_of: 2026-01-01, status: verified}\n"
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "a.yaml").write_text(HEAD + DEED + AWS + SOLD, encoding="utf-8")
    return folder


def test_an_entry_of_an_addition_replaces_that_of_the_base_and_says_so(own: Path) -> None:
    result = assess(materials([REFERENCE], knowledge=[own]))
    said = {line.fact: (line.knowledge, line.case) for line in result.overrides if line.by == "knowledge"}
    assert said["organisations.aws-emea.country"] == ("LU", "DE")
    assert said["ownership.amazon>aws-emea.until"] == ("", "2018")
    assert said["ownership.amazon>aws-emea.source"] == ("aws-privacy", "deed")
    assert any(line.by == "case" for line in result.overrides)
    assert any(file.path == "own/a.yaml" for file in result.inputs)
    (line,) = [c for c in result.control if c.organisation == "aws-emea"]
    assert line.country == "DE"
    assert [c.id for c in line.controllers if c.certain] == []


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "by an addition to the base"), ("fr", "par un ajout à la base")]
)
def test_overrides_are_shown_in_text_and_page(own: Path, lang: str, words: str) -> None:
    result = assess(materials([REFERENCE], knowledge=[own]))
    text = publish(result, "text", lang).decode()
    assert re.search(r"`organisations.aws-emea.country`\s?: `LU` → `DE`", text)
    assert words in text
    page = publish(result, "html", lang).decode()
    assert "<code>organisations.aws-emea.country</code> — <code>LU</code> → <code>DE</code>" in page
    assert words in page


def test_a_later_addition_goes_before_an_earlier_one(own: Path, tmp_path: Path) -> None:
    later = tmp_path / "later"
    later.mkdir()
    (later / "b.yaml").write_text(HEAD + AWS.replace("DE", "IE"), encoding="utf-8")
    known, _, changes = knowledge_with([yaml_files([own]), yaml_files([later])])
    assert known.organisations["aws-emea"].country == "IE"
    countries = [(o.knowledge, o.case) for o in changes if o.route == "organisations.aws-emea.country"]
    assert countries == [("LU", "DE"), ("DE", "IE")]


def test_a_repeat_within_one_addition_is_an_error_with_both_places(own: Path) -> None:
    (own / "b.yaml").write_text(HEAD + AWS, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        knowledge_with([yaml_files([own])])
    (problem,) = refused.value.problems
    assert (problem.path, problem.line) == ("own/b.yaml", 5)
    assert "own/a.yaml:6:3" in str(problem.hint)


def test_a_link_of_another_kind_is_added_beside_that_of_the_base() -> None:
    text = SOLD.replace("consolidated, until: 2018", "licence")
    known, changes = add_knowledge(knowledge_base(), [("own/a.yaml", (HEAD + DEED + text).encode())])
    assert {"amazon>aws-emea~consolidated", "amazon>aws-emea~licence"} <= set(known.ownership)
    assert changes == ()


def test_a_share_that_was_read_replaces_a_majority_that_was_assumed() -> None:
    text = SOLD.replace("kind: consolidated, until: 2018", "shares: 30")
    known, changes = add_knowledge(knowledge_base(), [("own/a.yaml", (HEAD + DEED + text).encode())])
    assert [
        link.shares for link in known.ownership.values() if (link.owner, link.of) == ("amazon", "aws-emea")
    ] == ["30"]
    assert {(o.route, o.knowledge, o.case) for o in changes} >= {
        ("ownership.amazon>aws-emea.kind", "consolidated", ""),
        ("ownership.amazon>aws-emea.shares", "", "30"),
    }


def test_an_addition_may_change_an_instrument() -> None:
    text = "instruments:\n  US-FISA-702: {country: US, title: FISA 702, cite: 50 U.S.C. 1881a, kind: access, until: 2028-01-01}\n"
    known, changes = add_knowledge(knowledge_base(), [("own/a.yaml", (HEAD + text).encode())])
    assert known.instruments["US-FISA-702"].until == "2028-01-01"
    assert ("2026-06-12", "2028-01-01") in {(o.knowledge, o.case) for o in changes}


def test_an_addition_may_speak_of_domains_and_widgets_of_the_base(own: Path) -> None:
    text = (
        "domains: {acme.com: {organisation: ovh, roles: [cdn], source: deed, as_of: 2026, status: verified}}\n"
        "widgets: {w: {name: {fr: W, en: W}, kind: social, organisation: meta-ie, load: [request], "
        "via: [www.facebook.com/w, acme.com/w.js], source: deed, as_of: 2026, status: verified}}\n"
    )
    (own / "w.yaml").write_text(HEAD + text, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        knowledge_with([yaml_files([own])])
    assert [p.message.en for p in refused.value.problems] == [
        "acme.com/w.js is of ovh, the widget of meta-ie"
    ]
    (own / "w.yaml").write_text(HEAD + text.replace(", acme.com/w.js", ""), encoding="utf-8")
    assert "w" in knowledge_with([yaml_files([own])])[0].widgets
