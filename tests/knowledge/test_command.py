"""`auditor knowledge`: show, search, check."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from auditor.api import knowledge as knowing
from tests.conftest import ROOT


def auditor(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "auditor", "knowledge", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def shown(
    action: str, *what: str, day: str = "", own: tuple[Path, ...] = (), form: str = "json", lang: str = "en"
) -> Any:
    if action == "check":
        data = knowing.check([Path(name) for name in what], form=form, lang=lang)
    elif action == "show":
        data = knowing.show(what, day=day, own=own, form=form, lang=lang)
    else:
        data = knowing.search(" ".join(what), day=day, own=own, form=form, lang=lang)
    return json.loads(data) if form == "json" else data.decode()


def test_an_organisation_with_its_name_on_the_day_and_who_holds_it() -> None:
    (entry,) = shown("show", "x-ie", day="2021-01-01")
    assert entry["name"]["en"] == "Twitter International Company"
    assert [(link["owner"], link["status"], link["until"]) for link in entry["above"]] == [
        ("twitter-inc", "unverified", "2023-04")
    ]
    (entry,) = shown("show", "x-ie", day="2026-06-01")
    assert entry["name"]["en"] == "X Internet Unlimited Company"
    assert [(link["depth"], link["owner"]) for link in entry["above"]] == [
        (1, "x-corp"),
        (2, "xai-holdings"),
        (3, "spacex"),
        (4, "musk"),
    ]
    assert entry["above"][3]["share"] == "votes 79 %, shares 42 %"
    assert {source["id"] for source in entry["sources"]} >= {"x-terms", "spacex-s1"}
    assert "x.com" in entry["related"]["domains"]


def test_the_country_on_the_day() -> None:
    assert [shown("show", "atlassian-corp", day=day)[0]["country"] for day in ("2020", "2024")] == [
        "GB",
        "US",
    ]


def test_whom_an_organisation_holds() -> None:
    (entry,) = shown("show", "amazon")
    assert {"aws-inc", "aws-emea", "aws-esc"} <= {link["of"] for link in entry["below"]}


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("US-SCA-2713", "instruments"),
        ("us-privacy-shield", "adequacy"),
        ("t-354-22", "law"),
        ("FR", "countries"),
        ("facebook.com", "domains"),
        ("meta-pixel", "widgets"),
        ("third-party-web", "sources"),
        ("amazon>aws-emea", "ownership"),
    ],
)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_kind_of_entry_is_shown(name: str, section: str, lang: str) -> None:
    assert [entry["section"] for entry in shown("show", name)] == [section]
    assert len(shown("show", name, form="text", lang=lang).splitlines()) > 2


def test_french_is_french() -> None:
    done = shown("show", "t-354-22", form="text", lang="fr")
    assert "frappé d'un recours" in done
    assert "Tribunal de l'Union européenne" in done
    assert "appealed" not in done


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("794598813", "doctolib"),
        ("ZXTILKJKG63JELOEG630", "amazon"),
        ("facebook ireland", "meta-ie"),
        ("DASSAULT SYSTEMES", "dassault-systemes"),
        ("systèmes", "dassault-systemes"),
        ("doubleclick.net", "google-ie"),
        ("2016/1250", "us-privacy-shield"),
        ("EU:C:2020:559", "c-311-18"),
        ("royaume-uni", "GB"),
        ("like", "facebook-button"),
    ],
)
def test_search_by_names_numbers_and_domains(text: str, found: str) -> None:
    assert found in [hit["id"] for hit in shown("search", text)]


def test_the_closest_comes_first_and_nothing_is_said() -> None:
    assert shown("search", "meta")[0]["id"] == "meta"
    assert shown("search", "zzzzzz") == []
    assert auditor("search", "zzzzzz", "--lang", "fr").stdout == "Rien trouvé.\n"


def test_an_unknown_id_gets_a_hint_and_no_success() -> None:
    done = auditor("show", "aws-emae")
    assert done.returncode == 2
    assert "did you mean aws-emea?" in done.stderr
    done = auditor("show", "aws-emea", "--as-of", "2024", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, shown("show", "aws-emea", day="2024"))
    assert auditor("show").returncode == 2
    assert auditor("search").returncode == 2
    assert auditor("shwo", "x").returncode == 2
    assert auditor("show", "ovh", "--as-of", "2019-02-30").returncode == 2


def test_check_of_the_base_counts_it() -> None:
    counts = {line["section"]: line for line in shown("check")}
    assert counts["organisations"]["count"] == 271
    assert counts["ownership"]["statuses"] == {"secondary": 75, "unverified": 22, "verified": 17}


def test_check_of_additions(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    assert auditor("check", str(own)).returncode == 3
    assert auditor("check", str(tmp_path / "no")).returncode == 2
    text = (
        "auditor: 1\nknowledge: own\nas_of: 2026-11-23\n"
        "sources: {deed: {kind: filing, title: Deed, publisher: Registry, date: 2026-01-01}}\n"
        "organisations:\n  acme: {name: Acme, country: FR, is: [cloud], source: deed, as_of: 2026-01-01, status: verified}\n"
    )
    (own / "a.yaml").write_text(text, encoding="utf-8")
    done = auditor("check", str(own), "--lang", "fr")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "Aucun problème.")
    assert [entry["id"] for entry in shown("show", "acme", own=(own,))] == ["acme"]
    (own / "b.yaml").write_text(
        text.replace("acme", "emca").replace("country: FR", "country: XX"), encoding="utf-8"
    )
    done = auditor("check", str(own))
    assert done.returncode == 2
    assert "b.yaml:4:11: error: deed is declared twice" in done.stderr


def test_nothing_shown_can_drive_a_terminal() -> None:
    assert "\x1b" not in shown("show", "amazon", form="text")
