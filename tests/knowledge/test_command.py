"""`auditor knowledge`: show, search, check."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from auditor.api import knowledge as knowing
from auditor.api.knowledge_search import search
from auditor.api.knowledge_stale import stale as stale_on
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
        data = search(" ".join(what), day=day, own=own, form=form, lang=lang)
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
    assert counts["organisations"]["count"] == 353
    assert counts["ownership"]["statuses"] == {"secondary": 111, "unverified": 19, "verified": 32}


def test_check_tells_how_well_the_links_that_decide_are_known() -> None:
    (line,) = [line for line in shown("check") if line["section"] == "deciding_links"]
    assert sum(line["statuses"].values()) == line["count"]
    shares = {status: round(100 * count / line["count"]) for status, count in line["statuses"].items()}
    assert line["shares"] == shares
    for lang, words in (("en", "verified"), ("fr", "vérifié")):
        assert f"{line['statuses']['verified']} {words} ({shares['verified']} %)" in shown(
            "check", form="text", lang=lang
        )


def test_check_refuses_a_reference_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(
        "auditor: 1\nknowledge: own\nas_of: 2026-11-26\n"
        "sources: {deed: {kind: filing, title: Deed, publisher: Registry, date: 2026-01-01}}\n"
        "ownership: [{owner: amazon, of: aws-emae, kind: consolidated, source: deed, as_of: 2026-01-01, status: verified}]\n",
        encoding="utf-8",
    )
    done = auditor("check", str(tmp_path / "own.yaml"))
    assert done.returncode == 2
    assert "did you mean aws-emea?" in done.stderr


@pytest.mark.parametrize(
    ("asked", "domain", "roles"),
    [
        ("px.ads.linkedin.com", "linkedin.com", ["pixel"]),
        ("PX.ADS.LinkedIn.com.", "linkedin.com", ["pixel"]),
        ("https://www.facebook.com/tr?id=1", "facebook.com", ["pixel"]),
        ("http://user@www.facebook.com:443/", "facebook.com", ["widget", "pixel", "social"]),
        ("deep.below.doubleclick.net", "doubleclick.net", ["ads"]),
    ],
)
def test_a_host_is_answered_by_the_longest_domain_above_it(asked: str, domain: str, roles: list[str]) -> None:
    (entry,) = shown("show", asked)
    assert (entry["section"], entry["id"], entry["asked"], entry["roles"]) == (
        "domains",
        domain,
        asked,
        roles,
    )
    assert entry["answers"]
    assert entry["above"]


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "y répond : LinkedIn Ireland"), ("en", "answered for by: LinkedIn Ireland")]
)
def test_who_answers_for_a_host_is_said_by_name(lang: str, said: str) -> None:
    assert said in shown("show", "px.ads.linkedin.com", form="text", lang=lang).replace(
        "\u00a0", " "
    ).replace("\u202f", " ")


def test_a_host_that_only_ends_alike_is_not_answered() -> None:
    done = auditor("show", "notlinkedin.com")
    assert done.returncode == 2
    assert "linkedin.com" in done.stderr


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("microsoft azure", "microsoft-ie"),
        ("azure microsoft", "microsoft-azure"),
        ("appnexus", "xandr"),
        ("Sendinblue", "brevo"),
        ("gmail amazon s3", ""),
        ("amazon s3", "aws-emea"),
        ("PREMI3NS", "s3ns"),
        ("px.ads.linkedin.com", "linkedin.com"),
    ],
)
def test_search_finds_brands_former_names_and_products(text: str, found: str) -> None:
    ids = [hit["id"] for hit in shown("search", text)]
    assert (found in ids) if found else ids == []


def test_a_search_that_finds_nothing_says_what_is_near() -> None:
    assert (
        shown("search", "mircosoft azzure", form="text") == "Nothing found.\ndid you mean Microsoft Azure?\n"
    )


def stale(day: str, **more: Any) -> Any:
    asked = {"today": day, "epoch": "", "own": (), "form": "json", "lang": "en"} | more
    data = stale_on(**asked)
    return json.loads(data) if asked["form"] == "json" else data.decode()


def test_stale_tells_what_was_not_seen_what_ends_and_what_is_pending() -> None:
    rows = {(row["why"], row["id"]) for row in stale("2026-11-26")}
    assert {("ended", "us-fisa-702"), ("pending", "c-703-25"), ("not-seen", "oracle-america")} <= rows
    assert ("ends", "scalingo") not in rows
    ending = {(row["why"], row["id"]) for row in stale("2028-01-15")}
    assert {("ends", "scalingo"), ("ends", "s3ns")} <= ending


def test_what_is_looked_at_again_goes_by_the_day_it_was_looked_at_and_not_by_that_of_its_source() -> None:
    def unseen(day: str, name: str, **more: Any) -> bool:
        return any(row["id"] == name and row["why"] == "not-seen" for row in stale(day, **more))

    link = knowing.whole(()).ownership["microsoft>microsoft-ie"]
    assert link.as_of == "2017-06-30"
    a_year_on = ("2027-11-26", "2027-11-27")
    assert [unseen(day, "microsoft>microsoft-ie") for day in a_year_on] == [False, True]
    assert [unseen(day, "com-2025-837") for day in ("2027-06-18", "2027-06-19")] == [False, True]
    plain = [row for row in stale("2026-11-27") if row["why"] == "not-seen" and not row["what"]["en"]]
    assert {row["section"] for row in plain} <= {"law"}
    assert all(knowing.whole(()).law[row["id"]].seen == row["date"] < "2025-11-27" for row in plain)


def test_an_own_addition_is_as_old_as_the_day_it_speaks_for(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(
        "auditor: 1\nknowledge: own\nas_of: 2026-11-26\n"
        "sources: {memo: {kind: note, title: Memo, publisher: Us, date: 2024-03}}\n"
        "organisations: {tiny: {name: Tiny, country: FR, is: cloud, source: memo, as_of: 2024-03, status: secondary}}\n"
    )
    days = ("2025-03-31", "2025-04-01")
    assert [any(row["id"] == "tiny" for row in stale(day, own=(file,))) for day in days] == [False, True]


def test_a_pending_decision_of_a_later_day_is_not_yet_there() -> None:
    assert not [row for row in stale("2025-10-30") if row["id"] == "c-703-25"]


def test_stale_needs_a_day_and_says_it_in_both_languages() -> None:
    done = auditor("stale", "--lang", "fr")
    assert (done.returncode, "à quel jour" in done.stderr) == (2, True)
    assert auditor("stale", "--today", "2026-02-30").returncode == 2
    assert stale("2026-11-26", form="text", lang="fr").startswith("A pris fin depuis un an au plus (2)")
    assert stale("2026-11-26", form="text").startswith("Ended within the past year (2):")


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
