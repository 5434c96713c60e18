"""One door: a capture given to `auditor import` becomes what `auditor capture import` makes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.importing import lists
from tests.importing.conftest import Desk

HAR = Path(__file__).parent.parent / "captures" / "small.har"
HOW = ("--for", "site", "--people", "visitor", "--state", "refused")


def captured(desk: Desk, *command: str) -> dict[str, bytes]:
    desk.hand("case.yaml", lists.CASE)
    desk.put("small.har", HAR.read_bytes())
    desk.run(*command, "small.har", "--into", "case", "--write", *HOW, code=0)
    made = desk.files()
    for name in made:
        (desk.case / name).unlink()
    return made


def test_a_capture_gives_the_same_files_by_either_door(desk: Desk) -> None:
    by_import = captured(desk, "import")
    assert by_import == captured(desk, "capture", "import") == captured(desk, "import", "capture")
    assert "captures/small.yaml" in by_import


def test_a_capture_is_shown_first_and_written_only_with_write(desk: Desk) -> None:
    desk.hand("case.yaml", lists.CASE)
    desk.put("small.har", HAR.read_bytes())
    desk.run("import", "small.har", "--into", "case", *HOW, code=0)
    assert list(desk.files()) == ["case.yaml"]


STRING = "CQrnRUAQrnRUAEsACBENGcFoALIAAEKAAAqIAHAA0ADQAEAA.IAHgA-A.YAAAAAAAAAAA\n"


@pytest.mark.parametrize(("lang", "told"), [("en", "alone names nobody"), ("fr", "seule ne nomme personne")])
def test_a_consent_string_alone_is_no_list_of_hosts(desk: Desk, lang: str, told: str) -> None:
    desk.hand("case.yaml", lists.CASE)
    desk.put("string.txt", STRING.encode())
    for options in ((), ("--site", "quai.example")):
        done = desk.run("import", "string.txt", "--into", "case", *options, "--lang", lang, code=2)
        assert told in done.stderr
        assert "tc_string" in done.stderr


def test_a_plain_list_of_hosts_is_a_capture_and_a_list_of_sellers_is_none(desk: Desk) -> None:
    desk.hand("case.yaml", lists.CASE)
    desk.put("hosts.txt", b"www.quai.example\nt.partner.example\n")
    desk.put("ads.txt", b"a.example, 1, DIRECT\nb.example, 2, RESELLER\n")
    desk.run("import", "hosts.txt", "--into", "case", "--site", "quai.example", "--write", code=0)
    desk.run("import", "ads.txt", "--into", "case", "--by", "shop", "--write", code=0)
    assert {"captures/hosts.yaml", "imports/ads.yaml"} <= set(desk.files())


@pytest.mark.parametrize(
    ("files", "options", "said"),
    [
        (("small.har", "tags.json"), (), "small.har is a capture"),
        (("small.har",), ("--by", "shop"), "--by is not for captures"),
        (("small.har",), ("--as", "x"), "--as is not for captures"),
        (("tags.json",), ("--state", "refused"), "--state is for captures only"),
        (("tags.json",), ("--people", "visitor"), "KEY=ID"),
    ],
)
def test_what_holds_for_one_of_the_two_is_refused_for_the_other(
    desk: Desk, files: tuple[str, ...], options: tuple[str, ...], said: str
) -> None:
    desk.hand("case.yaml", lists.CASE)
    desk.put("small.har", HAR.read_bytes())
    desk.put("tags.json", b'{"tag": [{"tagId": "1", "type": "googtag", "firingTriggerId": ["2147479553"]}]}')
    assert said in desk.run("import", *files, "--into", "case", *options, code=2).stderr


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"{\n", b"PK\x03\x04broken", b"\x1f\x8bbroken"])
def test_what_is_neither_is_refused(desk: Desk, data: bytes) -> None:
    desk.hand("case.yaml", lists.CASE)
    desk.put("thing", data)
    desk.run("import", "thing", "--into", "case", code=2)


ALIASES = "www.quai.example CNAME quai.tracker.example\n"


def test_a_capture_takes_aliases_and_gives_data_by_either_door(desk: Desk) -> None:
    desk.hand("case.yaml", lists.CASE)
    desk.put("small.har", HAR.read_bytes())
    desk.put("names.txt", ALIASES.encode())
    options = ("small.har", "--into", "case", *HOW, "--dns", "names.txt", "--format", "json")
    made = [
        json.loads(desk.run(*door, *options, code=0).stdout) for door in (("import",), ("capture", "import"))
    ]
    assert made[0] == made[1]
    (capture,) = made[0]["captures"]
    assert capture["state"] == "refused"
    assert capture["files"][-1]["path"] == "case/captures/small.yaml"
    assert "captures:" in capture["files"][-1]["text"]
    assert made[0]["written"] is False
    assert list(desk.files()) == ["case.yaml"]


@pytest.mark.parametrize("door", [("import",), ("capture", "import")])
def test_a_capture_begins_a_case_that_is_not_there(desk: Desk, door: tuple[str, ...]) -> None:
    desk.put("small.har", HAR.read_bytes())
    shown = desk.run(*door, "small.har", "--into", "new", code=0).stdout
    assert "new/case.yaml" in shown
    assert not (desk.folder / "new").exists()
    desk.run(*door, "small.har", "--into", "new", "--write", code=0)
    head = (desk.folder / "new" / "case.yaml").read_text(encoding="utf-8")
    assert "id: new" in head
    assert "as_of: '20" in head or "as_of: 20" in head
    assert desk.run("check", "new").returncode in (0, 1)
    before = head
    desk.run(*door, "small.har", "--into", "new", "--write", code=0)
    assert (desk.folder / "new" / "case.yaml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("lang", "told"), [("en", "the case is assumed as of"), ("fr", "le dossier est supposé au")]
)
def test_a_capture_without_a_date_begins_a_case_of_a_day_that_is_told(
    desk: Desk, lang: str, told: str
) -> None:
    desk.put("hosts.txt", b"www.quai.example\nt.partner.example\n")
    options = ("import", "hosts.txt", "--into", "new", "--site", "quai.example")
    assert told in desk.run(*options, "--lang", lang, code=0).stdout
    assert told not in desk.run(*options, "--as-of", "2026-02-03", "--write", "--lang", lang, code=0).stdout
    assert "2026-02-03" in (desk.folder / "new" / "case.yaml").read_text(encoding="utf-8")


def test_a_head_is_never_written_over_what_people_keep_in_its_file(desk: Desk) -> None:
    desk.hand("case.yaml", "auditor: 1\norganisations: {quai: {name: Quai SAS, country: FR}}\n")
    before = desk.files()["case.yaml"]
    desk.put("small.har", HAR.read_bytes())
    desk.run("import", "small.har", "--into", "case", "--write", code=0)
    assert desk.files()["case.yaml"] == before
    assert "case:" in desk.files()["case-head.yaml"].decode()


@pytest.mark.parametrize("options", [(), ("--site", "quai.example")])
def test_a_consent_string_is_no_list_of_hosts_for_the_door_of_captures_either(
    desk: Desk, options: tuple[str, ...]
) -> None:
    desk.hand("case.yaml", lists.CASE)
    desk.put("string.txt", STRING.encode())
    done = desk.run("capture", "import", "string.txt", "--into", "case", *options, code=2)
    assert "alone names nobody" in done.stderr
    assert "tc_string" in done.stderr
    assert desk.run("capture", "show", "string.txt").returncode == 2


def test_aliases_are_for_captures_only(desk: Desk) -> None:
    desk.hand("case.yaml", lists.CASE)
    desk.put("names.txt", ALIASES.encode())
    desk.put("tags.json", b'{"tag": [{"tagId": "1", "type": "googtag", "firingTriggerId": ["2147479553"]}]}')
    done = desk.run("import", "tags.json", "--into", "case", "--dns", "names.txt", code=2)
    assert "--dns is for captures only" in done.stderr
