"""What is kept of a capture: kinds by rule, who made whom be called, cookies, referrers, suspicion of cloaking; its pointers open."""

from __future__ import annotations

import json
import re
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import publicsuffixlist
import pytest

from auditor.api.capture import captured, compare, open_pointer
from auditor.errors import Refused, UsageRefused
from auditor.loading.captures.hosts import domain_of, site_of
from auditor.loading.files.regular import hashed
from auditor.model.capture import Capture, Parameter, Recipient
from tests.captures.making import SITE, entry, har
from tests.captures.oddities import INSPECTION, T, lines
from tests.running import run_here


def read(folder: Path, *entries: Any, dns: str = "", **changed: Any) -> Capture:
    file = folder / "capture.har"
    file.write_bytes(har(entry(), *entries, **changed))
    aliases = folder / "dns"
    aliases.write_text(dns, encoding="utf-8")
    return captured([file], dns=aliases if dns else None)[0]


def only(capture: Capture) -> Recipient:
    (found,) = capture.third_parties
    return found


def kinds(parameters: list[Parameter]) -> dict[str, list[str]]:
    return {f"{each.place}:{each.name}": sorted({kind.kind for kind in each.kinds}) for each in parameters}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("uid", "abcdef12", ["identifier"]),
        ("uid", "1", []),
        ("email", "a@b.example", ["contact"]),
        ("x", "a@b.example", ["contact"]),
        ("udff[em]", "a" * 64, ["hashed-contact"]),
        ("udff[em]", "unset", []),
        ("x", f"{SITE}appointment?id=1", ["page-address"]),
        ("x", SITE, ["page-origin"]),
        ("x", "https://elsewhere.example/a", []),
        ("dt", "Clinic", ["title"]),
        ("sr", "1920x1080", ["device"]),
        ("lat", "48.85", ["position"]),
        ("lat", "north", []),
        ("q", "shoes", ["search-words"]),
        ("x", "rendez-vous diabète", ["health-words"]),
        ("x", "chimiotherapie", ["health-words"]),
        ("x", "https://b.example/GYN%C3%89COLOGIE", ["health-words"]),
        ("x", "https://hepatite.example/", []),
        ("x", "https://diabetes.example/", []),
        ("x", "1", []),
    ],
)
def test_a_name_and_the_shape_of_its_value_say_what_it_carries(
    name: str, value: str, said: list[str], tmp_path: Path
) -> None:
    query = [{"name": name, "value": value}]
    found = only(read(tmp_path, entry(f"{T}?{name}={value}", request__queryString=query)))
    assert kinds(found.parameters) == {f"query:{name}": said}


def test_each_kind_has_its_rule_and_date(tmp_path: Path) -> None:
    found = only(read(tmp_path, entry(f"{T}?uid=abcdef12")))
    assert [(each.rule, each.as_of) for each in found.parameters[0].kinds] == [
        ("identifier-google-analytics", "2026-11-27"),
        ("identifier-plain", "2026-11-27"),
    ]


@pytest.mark.parametrize(
    ("posted", "names"),
    [
        ({"mimeType": "application/json", "text": '{"user": {"email": "a@b.example"}, "n": [{"uid": "abcdef12"}]}'}, {"body:user.email": ["contact"], "body:n[].uid": ["identifier"]}),
        ({"mimeType": "application/x-www-form-urlencoded", "text": "udff%5Bem%5D=x&uid=abcdef12"}, {"body:udff[em]": [], "body:uid": ["identifier"]}),
        ({"params": [{"name": "udff%5Bem%5D", "value": "a" * 32}]}, {"body:udff[em]": ["hashed-contact"]}),
        ({"mimeType": "multipart/form-data; boundary=x", "text": '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na\r\n--x--'}, {"body:email": []}),
        ({"mimeType": "text/plain", "text": '{"uid":"abcdef12"}\n{"q":"shoes"}'}, {"body:uid": ["identifier"], "body:q": ["search-words"]}),
    ],
)  # fmt: skip
def test_bodies_are_read_for_names(
    posted: dict[str, Any], names: dict[str, list[str]], tmp_path: Path
) -> None:
    found = only(read(tmp_path, entry(T, request__method="POST", request__postData=posted)))
    assert (kinds(found.parameters), found.bodies) == (names, 1)


def test_paths_hold_parameters_and_names_that_look_like_values_are_masked(tmp_path: Path) -> None:
    found = only(read(tmp_path, entry(f"{T};u=1;~oref=x?123456=1&bare&a=1")))
    assert {f"{each.place}:{each.name}" for each in found.parameters} == {
        "path:u", "path:~oref", "query:*", "query:a",
    }  # fmt: skip


def test_who_sent_on_and_who_made_be_called_is_kept(tmp_path: Path) -> None:
    to = "https://b.other.example/x?y=1"
    capture = read(
        tmp_path,
        entry(T, response__status=302, response__headers=[{"name": "Location", "value": to}]),
        entry(to, _initiator={"type": "script", "url": f"{SITE}a.js"}, request__headers=[]),
    )
    found = {each.host: each for each in capture.third_parties}["b.other.example"]
    assert found.redirected_from == ["a.tracker.example"]
    assert [(each.kind, each.host) for each in found.initiators] == [("script", "www.clinic.example")]
    assert found.referrer == {"unknown": 1}
    assert {each.host: each.referrer for each in capture.third_parties}["a.tracker.example"] == {"origin": 1}


def test_a_host_of_the_site_that_shares_an_address_is_suspected(tmp_path: Path) -> None:
    own = "https://stats.clinic.example/"
    capture = read(
        tmp_path, entry(own, serverIPAddress="8.8.8.8"), entry(T, serverIPAddress="8.8.8.8"), entry("https://c.example3/", serverIPAddress="8.8.4.4")
    )  # fmt: skip
    suspected = {each.host: [(why.by, why.host) for why in each.cloaking] for each in capture.recipients}
    assert suspected["stats.clinic.example"] == [("address", "a.tracker.example")]
    assert suspected["www.clinic.example"] == []


def test_an_address_of_a_proxy_makes_nobody_suspected(tmp_path: Path) -> None:
    urls = [SITE, T, "https://b.example2/", "https://c.example3/"]
    capture = read(tmp_path, *(entry(url, serverIPAddress="8.8.8.8") for url in urls))
    assert [each.cloaking for each in capture.recipients if each.cloaking] == []
    private = read(tmp_path, entry(SITE, serverIPAddress="10.0.0.1"), entry(T, serverIPAddress="10.0.0.1"))
    assert [each.cloaking for each in private.recipients if each.cloaking] == []


@pytest.mark.parametrize(
    "line", ["www.clinic.example a.tracker.example", "www.clinic.example. 300 IN CNAME a.tracker.example."]
)
def test_a_dns_file_tells_aliases(line: str, tmp_path: Path) -> None:
    capture = read(tmp_path, entry(T), dns=f"# looked up\n{line}\n")
    assert [(each.by, each.host) for each in capture.recipients[0].cloaking] == [("dns", "a.tracker.example")]
    with pytest.raises(Refused, match="line 1: no alias"):
        read(tmp_path, dns="nonsense\n")


def test_what_a_browser_does_by_itself_makes_no_flow(tmp_path: Path) -> None:
    capture = read(
        tmp_path,
        entry("https://update.googleapis.com/x", request__headers=[{"name": "A", "value": "b"}]),
        entry("http://ocsp.ca.example/"),
        entry("https://a.tracker.example/favicon.ico"),
        entry("https://accounts.google.com/gsi/client"),
    )
    flows = {each.host: (dict(each.noise), each.flows) for each in capture.third_parties}
    assert flows == {
        "update.googleapis.com": ({"browser": 1}, False),
        "ocsp.ca.example": ({"ocsp": 1}, False),
        "a.tracker.example": ({"favicon": 1}, False),
        # a page asked for it
        "accounts.google.com": ({}, True),
    }


def test_operators_are_of_the_knowledge_base_and_customers_are_told(tmp_path: Path) -> None:
    capture = read(
        tmp_path, entry("https://x1.cloudfront.net/a.js"), entry("https://fonts.googleapis.com/css"), entry(T)
    )
    found = {each.host: each.operator for each in capture.third_parties}
    place, fonts = found["x1.cloudfront.net"], found["fonts.googleapis.com"]
    assert place is not None
    assert fonts is not None
    assert (place.customers, place.layer, fonts.customers, fonts.organisation) == (
        True,
        "organisations",
        False,
        "google-ie",
    )
    assert found["a.tracker.example"] is None


def test_every_pointer_opens(tmp_path: Path) -> None:
    capture = read(
        tmp_path,
        entry(
            f"{T}?uid=abcdef12", request__queryString=[{"name": "uid", "value": "abcdef12"}], request__cookies=[{"name": "c", "value": "1"}],
            request__method="POST", request__postData={"text": "a=1"}, response__headers=[{"name": "Set-Cookie", "value": "s=1"}],
        ),
    )  # fmt: skip
    found = only(capture)
    pointers = [
        found.pointer,
        *(each.pointer for each in (*found.parameters, *found.cookies_sent, *found.cookies_set)),
    ]
    opened = [open_pointer(each, [tmp_path / "capture.har"]) for each in pointers]
    assert [each.value for each in opened] == [f"{T}?uid=abcdef12", "a=1", "abcdef12", "1", "s=1"]
    assert opened[2].names == ["name", "value"]
    with pytest.raises(UsageRefused, match="none of the files"):
        open_pointer(f"sha256:{'0' * 64}#/log", [tmp_path / "capture.har"])
    with pytest.raises(UsageRefused, match="no pointer"):
        open_pointer("/log/entries/0", [tmp_path / "capture.har"])
    with pytest.raises(Refused, match="leads nowhere"):
        open_pointer(found.pointer.replace("/1/", "/9/"), [tmp_path / "capture.har"])


def test_a_pointer_into_a_list_opens_whatever_lies_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "repository"
    (folder / ".git").mkdir(parents=True)
    listed = b"uid,daddr\n1000,a.tracker.example\n\nlast," + b"x" * 200_000
    (tmp_path / "outside.csv").write_bytes(listed)
    (folder / "a.zip").write_bytes(b"PK\x03\x04 and no archive")
    (folder / "b.csv").symlink_to(tmp_path / "outside.csv")
    (folder / "c.csv").write_bytes(b"nobody may read this")
    (folder / "d.csv").write_bytes(listed)

    def allowed(file: Path) -> str:
        if file.name == "c.csv":
            raise PermissionError
        return hashed(file)

    monkeypatch.setattr("auditor.loading.captures.pointer.hashed", allowed)
    sha = f"sha256:{sha256(listed).hexdigest()}#"
    opened = [open_pointer(f"{sha}{at}", [folder]) for at in ("/1", "/1/daddr", "/3")]
    assert [each.value for each in opened] == ["1000,a.tracker.example"] * 2 + ["last," + "x" * 200_000]
    assert {each.file for each in opened} == {f"{folder.as_posix()}/d.csv"}
    for nowhere in ("/2", "/4", "/1/daddr/0"):
        with pytest.raises(Refused, match="leads nowhere"):
            open_pointer(sha + nowhere, [folder])


def test_a_redacted_copy_keeps_positions(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    capture = read(
        tmp_path,
        entry(f"{T}?uid=abcdef12&url={SITE}", request__queryString=[{"name": "uid", "value": "abcdef12"}]),
    )
    copy = tmp_path / "copy.har"
    assert (
        run_here(capfd, "capture", "redact", str(tmp_path / "capture.har"), "--out", str(copy)).returncode
        == 0
    )
    made = captured([copy])[0]
    old, new = capture.files[0].sha256, made.files[0].sha256
    assert "values" in made.cannot_show
    assert str(made.recipients).replace(new, old) == str(capture.recipients)
    again = tmp_path / "again.har"
    run_here(capfd, "capture", "redact", str(tmp_path / "capture.har"), "--out", str(again))
    assert again.read_bytes() == copy.read_bytes()
    done = run_here(capfd, "capture", "redact", str(copy), "--out", str(copy))
    assert (done.returncode, "would replace the capture" in done.stderr) == (2, True)


def test_a_folder_is_one_visit(tmp_path: Path) -> None:
    folder = tmp_path / "visit"
    folder.mkdir()
    (folder / "a.har").write_bytes(har(entry(), entry(T)))
    inspection = {
        **INSPECTION,
        "hosts": {
            "requests": {
                "first_party": ["www.clinic.example"],
                "third_party": ["b.other.example", "a.tracker.example"],
            }
        },
    }
    (folder / "inspection.json").write_text(json.dumps(inspection), encoding="utf-8")
    (folder / "log").write_bytes(
        lines(
            {
                "message": {
                    "type": "TrackingRequest",
                    "url": "https://c.third.example/",
                    "stack": [{"fileName": SITE}],
                }
            }
        )
    )
    (folder / "cookies.json").write_text(
        json.dumps({"browser_cookies": [{"name": "uid", "domain": ".tracker.example"}]}), encoding="utf-8"
    )
    (folder / "report.md").write_text("# Report\n\nwords\n", encoding="utf-8")
    (capture,) = captured([folder])
    assert {each.domain for each in capture.third_parties} == {
        "tracker.example",
        "other.example",
        "third.example",
    }
    assert [cookie.name for each in capture.third_parties for cookie in each.cookies_set] == ["uid"]
    assert (capture.sites, len(capture.files), capture.cookies_recorded) == (["clinic.example"], 4, True)
    (folder / "b.har").write_bytes(har(entry())[:40])
    with pytest.raises(Refused, match="breaks off"):
        captured([folder])
    shutil.copy(folder / "a.har", folder / "b.har")
    with pytest.raises(Refused, match="several captures"):
        captured([folder])


def test_runs_are_compared_by_how_many_saw_a_thing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    files = []
    for number in range(5):
        file = tmp_path / f"run-{number}.har"
        file.write_bytes(
            har(entry(), entry(f"{T}?uid=abcdef12"), *([entry("https://b.other.example/")] * (number < 2)))
        )
        files.append(file)
    told = compare(captured(files))
    assert [(each.what, each.name, each.seen) for each in told.differing] == [
        ("domain", "other.example", [0, 1]),
        ("host", "b.other.example", [0, 1]),
    ]
    assert told.why == ["cache", "chance"]
    assert [(each.domain, len(each.seen)) for each in told.recipients] == [
        ("tracker.example", 5),
        ("other.example", 2),
    ]
    said = run_here(capfd, "capture", "diff", *map(str, files)).stdout
    assert re.search(r"^tracker\.example +unknown +5 of 5$", said, re.MULTILINE)
    assert re.search(r"^other\.example +unknown +2 of 5$", said, re.MULTILINE)
    assert "b.other.example: seen in 2 of 5" in said
    french = run_here(capfd, "capture", "diff", *map(str, files), "--lang", "fr").stdout
    assert re.search(r"^other\.example +inconnu +2 sur 5$", french, re.MULTILINE)
    two = run_here(capfd, "capture", "diff", str(files[0]), str(files[4])).stdout
    assert "b.other.example: not seen in run-4.har" in two
    assert "gone" not in two.replace("not necessarily gone", "")
    alone = run_here(capfd, "capture", "diff", str(files[0]))
    assert (alone.returncode, "two captures or more" in alone.stderr) == (2, True)


def test_what_one_kind_of_file_cannot_show_is_no_difference(tmp_path: Path) -> None:
    one, other = tmp_path / "one.har", tmp_path / "hosts.txt"
    one.write_bytes(har(entry(), entry(f"{T}?uid=abcdef12")))
    other.write_text("a.tracker.example\nwww.clinic.example\n", encoding="utf-8")
    told = compare(captured([one, other], sites=["clinic.example"]))
    assert (told.differing, told.common["domain"]) == ([], 1)


def test_json_holds_third_parties_by_domain(capfd: pytest.CaptureFixture[str]) -> None:
    done = run_here(capfd, "capture", "show", "tests/captures/small.har", "--format", "json")
    told = json.loads(done.stdout)
    assert [(each["domain"], each["requests"], each["insecure"]) for each in told["third_parties"]] == [
        ("tracker.example", 1, 0),
        ("googleapis.com", 1, 1),
    ]
    assert (told["requests"], told["sites"], told["insecure"]) == (3, ["clinic.example"], 1)


def test_a_site_that_is_none_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    done = run_here(capfd, "capture", "show", "tests/captures/small.har", "--site", "not a site")
    assert (done.returncode, "neither a site nor a host" in done.stderr) == (2, True)


def test_a_site_is_the_same_as_by_the_whole_list_of_public_suffixes() -> None:
    whole, icann = publicsuffixlist.PublicSuffixList(), publicsuffixlist.PublicSuffixList(only_icann=True)
    rules = Path(publicsuffixlist.PSLFILE).read_text(encoding="utf-8").split("\n")
    for rule in (line for line in rules if line and not line.startswith("//")):
        name = rule.lstrip("*.!").encode("idna").decode()
        for host in (name, f"a.{name}", f"a.b.{name}"):
            assert site_of(host) == (whole.privatesuffix(host) or host)
            assert domain_of(host) == (icann.privatesuffix(host) or host)
