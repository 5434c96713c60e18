"""Hosts that nobody is said to operate are named by their domains; nothing is judged by it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from auditor.api import bundle
from auditor.api.assess import assess
from auditor.api.report import page, report
from auditor.api.request import Request
from auditor.loading.knowledge import brands as packed
from auditor.model.brands import Brand
from auditor.model.result.document import Result
from auditor.text.names import Names
from tests.cli.test_imports import modules_of
from tests.conftest import REFERENCE, materials

CASE = {
    "auditor": "1",
    "known": "documented",
    "source": "file",
    "case": {
        "id": "calls",
        "title": {"fr": "Des appels", "en": "Calls"},
        "as_of": "2026-11-01",
        "policies": ["gdpr", "sovereignty", "third-parties", "transfers"],
    },
    "sources": {"file": {"kind": "capture", "title": "Capture", "date": "2026-10-01"}},
    "people": {"visitor": {"title": {"fr": "Visiteurs", "en": "Visitors"}}},
    "organisations": {
        "hospital": {"name": "Hospital F", "country": "FR", "parent": "none", "is": "care-provider"}
    },
    "activities": {
        "site": {
            "people": "visitor",
            "data": "device",
            "controller": "hospital",
            "processors": "none",
            "recipients": "none",
        }
    },
}
CITED = packed.load_brands().cited
KNOWN = f"known as LiveIntent (list {CITED}), company not identified"
CONNU = f"connu sous le nom de LiveIntent (liste {CITED}), société non identifiée"


def written(folder: Path, hosts: dict[str, Any], **more: Any) -> Path:
    flows = {
        name: {
            "for": "site",
            "from": "visitor",
            "to": name,
            "transport": "tls",
            "content": "none",
            "known": "observed",
        }
        for name in hosts
    }
    folder.mkdir(exist_ok=True)
    (folder / "case.yaml").write_text(
        json.dumps({**CASE, "hosts": hosts, "flows": flows, **more}), encoding="utf-8"
    )
    return folder


def names(folder: Path, **hosts: Any) -> dict[str, tuple[str, str]]:
    read = materials([written(folder, hosts)])
    said = Names(read.case, read.as_of)
    return {name: (said.of(name).fr, said.of(name).en) for name in hosts}


def test_a_brand_is_said_in_both_languages_with_its_list(tmp_path: Path) -> None:
    title = {"fr": "le bouton", "en": "the button"}
    found = names(
        tmp_path,
        button={"title": title, "operator": "unknown", "domains": ["i.liadm.com"]},
        bare={"domains": ["i.liadm.com", "b.liadm.com"]},
        refused={"operator": {"value": "not-produced"}, "domains": ["liadm.com"]},
    )
    assert found == {
        "button": (f"le bouton ({CONNU})", f"the button ({KNOWN})"),
        "bare": (f"bare ({CONNU})", f"bare ({KNOWN})"),
        "refused": (f"refused ({CONNU})", f"refused ({KNOWN})"),
    }


def test_an_organisation_that_goes_by_the_name_is_only_asked_about(tmp_path: Path) -> None:
    ((_, english),) = names(tmp_path, pictures={"domains": ["i.scdn.co"]}).values()
    assert english == (f"pictures (known as Spotify (list {CITED}), company not identified: is it Spotify?)")


def test_our_own_knowledge_goes_first(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        pixel={"domains": ["connect.facebook.net"]},
        cloud={"domains": ["d31qbv1cthcecs.cloudfront.net"]},
    )
    assert found["pixel"][1] == (
        "pixel (Meta Platforms Ireland answers for facebook.net (knowledge base, May 2026))"
    )
    assert "a customer of Amazon Web Services EMEA at cloudfront.net" in found["cloud"][1]
    assert "known as Alexa" in found["cloud"][1]


def test_an_own_addition_goes_before_the_list(tmp_path: Path) -> None:
    own = {
        "auditor": "1",
        "knowledge": "own",
        "as_of": "2026-10-01",
        "sources": {
            "page": {
                "kind": "own-document",
                "title": "Terms",
                "publisher": "LiveIntent",
                "date": "2026-10-01",
            }
        },
        "organisations": {
            "liveintent": {
                "name": "LiveIntent, Inc.",
                "country": "unknown",
                "is": "data-broker",
                "source": "page",
                "as_of": "2026-10-01",
                "status": "verified",
            }
        },
        "domains": {
            "liadm.com": {
                "organisation": "liveintent",
                "roles": ["ads"],
                "source": "page",
                "as_of": "2026-10-01",
                "status": "verified",
            }
        },
    }
    (tmp_path / "own.yaml").write_text(json.dumps(own), encoding="utf-8")
    folder = written(tmp_path / "case", {"x": {"domains": ["i.liadm.com"]}})
    read = materials([folder], knowledge=(tmp_path / "own.yaml",))
    said = Names(read.case, read.as_of).of("x").en
    assert said == "x (LiveIntent answers for liadm.com (knowledge base, 1 October 2026))"
    assert packed.PACKED not in [given.path for given in read.inputs], "the list was not asked"


def test_a_host_keeps_its_name_where_somebody_operates_it_or_nobody_is_known(tmp_path: Path) -> None:
    found = names(
        tmp_path,
        own={"operator": "hospital", "domains": ["i.liadm.com"]},
        stranger={"domains": ["tracker.invalid"]},
        nowhere={},
    )
    assert {name: english for name, (_, english) in found.items()} == {name: name for name in found}


def without_names(result: Result) -> Any:
    """What is judged: everything but words, and the places and hashes of files."""

    def bare(node: Any) -> Any:
        if isinstance(node, dict):
            if node.keys() == {"fr", "en"}:
                return None
            return {key: bare(part) for key, part in node.items() if key not in ("inputs", "place")}
        return [bare(part) for part in node] if isinstance(node, list) else node

    return bare(msgspec.to_builtins(result))


@pytest.mark.parametrize("domain", ["i.liadm.com", "i.scdn.co", "mc.yandex.com", "connect.facebook.net"])
def test_nothing_is_judged_by_the_name(tmp_path: Path, domain: str) -> None:
    """Neither a country nor a holder comes from it: findings and questions are those of a host without a known domain."""
    with_name = assess(materials([written(tmp_path / "a", {"x": {"domains": [domain]}})]))
    without = assess(materials([written(tmp_path / "b", {"x": {"domains": ["tracker.invalid"]}})]))
    assert without_names(with_name) == without_names(without)
    assert any("hosts.x.operator" in str(msgspec.to_builtins(point)) for point in with_name.questions)


def test_a_scenario_that_says_who_operates_the_host_is_not_second_guessed(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        {"x": {"domains": ["i.liadm.com"]}},
        scenarios={"told": {"title": "Told", "set": {"hosts.x.operator": "hospital"}}},
    )
    read = materials([folder])
    assert KNOWN in Names(read.case, read.as_of).of("x").en
    assert Names(read.scenarios["told"], read.as_of).of("x").en == "x"


def test_a_name_listed_later_was_not_known(tmp_path: Path) -> None:
    read = materials([written(tmp_path, {"x": {"domains": ["i.liadm.com"]}})], knowledge_date="2026-04-30")
    assert Names(read.case, read.as_of).of("x").en == "x"


def test_the_files_that_named_it_are_among_the_inputs_and_in_the_bundle(tmp_path: Path) -> None:
    folder = written(tmp_path / "case", {"x": {"domains": ["i.liadm.com"]}})
    paths = [given.path for given in materials([folder]).inputs]
    assert {packed.PACKED, "knowledge/web/domains.yaml"} <= set(paths)
    assert len(paths) == len(set(paths))
    made = bundle.create(Request(paths=(folder,)))
    file = tmp_path / "bundle.zip"
    file.write_bytes(made.data)
    assert bundle.verify(file).same is True


def test_a_hostile_name_does_nothing_in_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evil = "<script>alert(1)</script> [bold]{it} $(id) `x` |"
    listed = packed.load_brands()
    brands = {evil: Brand("ad", domains=["evil.example"])}
    monkeypatch.setattr(packed, "load_brands", lambda: msgspec.structs.replace(listed, brands=brands))
    read = materials([written(tmp_path, {"x": {"domains": ["evil.example"]}})])
    assert f"known as {evil} (list" in Names(read.case, read.as_of).of("x").en
    for lang in ("fr", "en"):
        shown = page(report(read), lang)
        assert b"<script>alert" not in shown
        assert b"&lt;script&gt;alert(1)" in shown


@pytest.mark.slow
def test_a_check_reads_the_list_only_for_a_host_that_nobody_operates(tmp_path: Path) -> None:
    unread = modules_of("check", str(REFERENCE), "--fail-on", "never")
    assert (
        not {"auditor.model.brands", "auditor.loading.knowledge.brands", "auditor.loading.case.unattributed"}
        & unread
    )
    folder = written(tmp_path, {"x": {"domains": ["i.liadm.com"]}})
    assert "auditor.loading.knowledge.brands" in modules_of("check", str(folder), "--fail-on", "never")
