"""Bundles: made, carried elsewhere, checked, given again; and refused with the reason where a byte is not as it was."""

from __future__ import annotations

import json
import re
import shutil
import stat
from collections.abc import Callable, Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import bagit
import pytest

from auditor.api import bundle as bundles
from auditor.api.bundle import create, verify
from auditor.api.request import Request
from auditor.errors import Refused
from auditor.loading.files import bag as reading
from auditor.rendering.bag import MANIFEST, TAG_MANIFEST, bag, manifest
from auditor.version import __version__
from tests.conftest import REFERENCE, ROOT
from tests.running import run_here

SMALL = ROOT / "flows" / "plaintext-hop"
REQUEST = Request(paths=(SMALL,))


@pytest.fixture(scope="module")
def made() -> bytes:
    return create(REQUEST).data


def unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(files: Mapping[str, bytes]) -> bytes:
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return written.getvalue()


def rebagged(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Give the bundle with its files changed by someone who writes the manifests again."""
    files = {name.partition("/")[2]: held for name, held in unpacked(data).items()}
    change(files)
    payload = {path: held for path, held in files.items() if path.startswith("data/")}
    tags = {path: files[path] for path in ("report.en.html", "report.fr.html")}
    about = dict(line.split(": ", 1) for line in files["bag-info.txt"].decode().splitlines())
    return bag("forged", payload, tags, about)


def saved(folder: Path, data: bytes) -> Path:
    file = folder / "case.zip"
    file.write_bytes(data)
    return file


def reasons(folder: Path, data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        verify(saved(folder, data))
    return "\n".join(f"{problem.path}: {problem.message.en}" for problem in refused.value.problems)


def test_carried_elsewhere_it_is_the_same(
    made: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = verify(saved(tmp_path, made))
    assert (found.same, found.reports, found.missing, found.other) == (True, True, [], [])
    files = unpacked(made)
    assert found.manifest == sha256(files[f"plaintext-hop/{MANIFEST}"]).hexdigest()
    assert found.manifest in files["plaintext-hop/report.fr.html"].decode()


def test_from_any_folder_its_bytes_are_the_same(
    made: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(SMALL, tmp_path / "plaintext-hop")
    monkeypatch.chdir(tmp_path)
    assert create(Request(paths=(Path("plaintext-hop"),))).data == made


def test_another_program_finds_it_valid(made: bytes, tmp_path: Path) -> None:
    with ZipFile(BytesIO(made)) as archive:
        archive.extractall(tmp_path)
    bagit.Bag(str(tmp_path / "plaintext-hop")).validate()


@pytest.mark.parametrize(
    "path",
    ["data/case/plaintext-hop/case.yaml", "data/result.json", MANIFEST, "report.en.html", "bag-info.txt"],
)
def test_one_byte_is_enough_to_be_refused(path: str, made: bytes, tmp_path: Path) -> None:
    files = unpacked(made)
    name = f"plaintext-hop/{path}"
    at = len(files[name]) // 2
    files[name] = files[name][:at] + bytes([files[name][at] ^ 1]) + files[name][at + 1 :]
    said = reasons(tmp_path, zipped(files))
    assert f"{path}: not as " in said


def test_any_raw_byte_of_the_archive_flipped_is_noticed(made: bytes, tmp_path: Path) -> None:
    """What a flip leaves readable and equal can only be the time or rights of an entry, which are no part of a bag."""
    for at in range(0, len(made), len(made) // 60):
        flipped = made[:at] + bytes([made[at] ^ 0x10]) + made[at + 1 :]
        try:
            found = verify(saved(tmp_path, flipped))
        except Refused:
            continue
        assert found.same
        assert unpacked(flipped) == unpacked(made)


@pytest.mark.parametrize("path", ["data/case/plaintext-hop/case.yaml", "report.en.html"])
def test_what_is_missing_or_added_is_told(path: str, made: bytes, tmp_path: Path) -> None:
    files = unpacked(made)
    kept = {name: data for name, data in files.items() if name != f"plaintext-hop/{path}"}
    assert f"{path}: missing, though" in reasons(tmp_path, zipped(kept))
    assert "data/more.yaml: there, though" in reasons(
        tmp_path, zipped({**files, "plaintext-hop/data/more.yaml": b"a: b\n"})
    )


def test_a_result_forged_with_its_manifests_is_given_away_by_giving_it_again(
    made: bytes, tmp_path: Path
) -> None:
    def forge(files: dict[str, bytes]) -> None:
        files["data/result.json"] = files["data/result.json"].replace(b'"high"', b'"low"')
        rerun = json.loads(files["data/rerun.json"])
        rerun["result"] = sha256(files["data/result.json"]).hexdigest()
        files["data/rerun.json"] = json.dumps(rerun).encode()

    found = verify(saved(tmp_path, rebagged(made, forge)))
    assert found.same is False


def test_a_forged_report_is_given_away(made: bytes, tmp_path: Path) -> None:
    def forge(files: dict[str, bytes]) -> None:
        files["report.en.html"] = files["report.en.html"].replace(b"high", b"low")

    found = verify(saved(tmp_path, rebagged(made, forge)))
    assert found.same
    assert found.reports is False


def test_an_input_forged_with_its_manifests_is_not_the_one_named(made: bytes, tmp_path: Path) -> None:
    def forge(files: dict[str, bytes]) -> None:
        files["data/case/plaintext-hop/case.yaml"] += b"# more\n"

    assert "not the file that data/rerun.json names" in reasons(tmp_path, rebagged(made, forge))


def of_version(files: dict[str, bytes], rerun: dict[str, Any], version: str) -> None:
    files["data/result.json"] = files["data/result.json"].replace(__version__.encode(), version.encode())
    rerun |= {"version": version, "result": sha256(files["data/result.json"]).hexdigest()}
    files["data/rerun.json"] = json.dumps(rerun).encode()
    files["bag-info.txt"] = files["bag-info.txt"].replace(__version__.encode(), version.encode())


def test_another_version_cannot_be_claimed_for_reports_alone(made: bytes, tmp_path: Path) -> None:
    def forge(files: dict[str, bytes]) -> None:
        rerun = json.loads(files["data/rerun.json"])
        files["data/rerun.json"] = json.dumps({**rerun, "version": "9.9.9"}).encode()
        files["report.en.html"] = b"<h1>No findings</h1>"

    assert "another version of the program than the result" in reasons(tmp_path, rebagged(made, forge))


@pytest.mark.parametrize("path", ["data/annex/statement.txt", "report.de.html"])
def test_what_lies_in_it_unnamed_is_refused(path: str, made: bytes, tmp_path: Path) -> None:
    files = {name.partition("/")[2]: held for name, held in unpacked(made).items()} | {path: b"more"}
    payload = {name: held for name, held in files.items() if name.startswith("data/")}
    beside = {name: held for name, held in files.items() if name.startswith("report.")}
    assert f"{path}: there, though data/rerun.json does not name it" in reasons(
        tmp_path, bag("forged", payload, beside, {})
    )


def test_the_files_of_the_program_cannot_be_left_unnamed(made: bytes, tmp_path: Path) -> None:
    def forge(files: dict[str, bytes]) -> None:
        rerun = json.loads(files["data/rerun.json"])
        for given in rerun["program"]:
            del files[f"data/program/{given['path']}"]
        files["data/rerun.json"] = json.dumps({**rerun, "program": []}).encode()

    assert "other files of the program" in reasons(tmp_path, rebagged(made, forge))


def test_with_other_rules_nothing_is_compared(made: bytes, tmp_path: Path) -> None:
    def older(files: dict[str, bytes]) -> None:
        path = "data/program/policies/gdpr.yaml"
        rerun = json.loads(files["data/rerun.json"])
        files[path] += b"# as it was\n"
        for given in rerun["program"]:
            if given["path"] == "policies/gdpr.yaml":
                given["sha256"] = sha256(files[path]).hexdigest()
        of_version(files, rerun, "0.0.1")

    found = verify(saved(tmp_path, rebagged(made, older)))
    assert (found.same, found.reports, found.other) == (None, None, ["policies/gdpr.yaml"])


def test_own_rules_and_exceptions_come_along(tmp_path: Path) -> None:
    case = tmp_path / "work" / "plaintext-hop"
    shutil.copytree(SMALL, case)
    (tmp_path / "work" / "exceptions.yaml").write_text("auditor: 1\nexceptions: []\n")
    own = tmp_path / "own.yaml"
    pack = (ROOT / "policies" / "gdpr-data.yaml").read_text().partition("\ntests:\n")[0]
    own.write_text(
        re.sub(r"\b[A-Z]{3}-[0-9]{3}\b", r"own/\g<0>", pack.replace("policy: gdpr-data", "policy: own"))
    )
    data = create(Request(paths=(case,), policies=(own,), today="2026-11-24")).data
    shutil.rmtree(tmp_path / "work")
    own.unlink()
    found = verify(saved(tmp_path, data))
    assert found.same
    assert b"Bagging-Date: 2026-11-24" in unpacked(data)["plaintext-hop/bag-info.txt"]


def confidential_case(folder: Path) -> Path:
    case = folder / "plaintext-hop"
    shutil.copytree(SMALL, case)
    secret = case / "case.yaml"
    secret.write_text(secret.read_text().replace("auditor: 1\n", "auditor: 1\nconfidential: true\n", 1))
    return case


def test_a_public_bundle_names_what_it_leaves_out(tmp_path: Path) -> None:
    case = confidential_case(tmp_path)
    made = create(Request(paths=(case,)), public=True)
    assert made.withheld == ["plaintext-hop/case.yaml"]
    digest = sha256((case / "case.yaml").read_bytes()).hexdigest()
    files = unpacked(made.data)
    assert digest in files["plaintext-hop/data/rerun.json"].decode()
    assert (case / "case.yaml").read_bytes() not in files.values()
    lines = [line for line in (case / "case.yaml").read_text(encoding="utf-8").splitlines() if len(line) > 30]
    assert not any(
        line.strip() in data.decode()
        for line in lines
        for name, data in files.items()
        if "/program/" not in name
    )
    file = saved(tmp_path, made.data)
    assert verify(file).missing == ["plaintext-hop/case.yaml"]
    assert verify(file).same is None
    assert verify(file, [case]).same
    assert create(Request(paths=(case,))).withheld == []


def entry(name: str, mode: int = stat.S_IFREG | 0o644) -> ZipInfo:
    made = ZipInfo(name)
    made.external_attr = mode << 16
    return made


@pytest.mark.parametrize(
    ("hostile", "reason"),
    [
        (entry("bag/../../etc/passwd"), "leads elsewhere"),
        (entry("/etc/passwd"), "leads elsewhere"),
        (entry("bag\\..\\x"), "leads elsewhere"),
        (entry("C:/x"), "leads elsewhere"),
        (entry("bag/data/\x1b[2J"), "leads elsewhere"),
        (entry("bag/data/link", stat.S_IFLNK | 0o777), "a link"),
        (entry("other/data/x"), "one folder"),
        (entry("bag/bagit.txt"), "same name"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_hostile_archives_are_refused_unread(hostile: ZipInfo, reason: str, tmp_path: Path) -> None:
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        archive.writestr(entry("bag/bagit.txt"), b"BagIt-Version: 1.0\n")
        archive.writestr(hostile, b"x")
    said = reasons(tmp_path, written.getvalue())
    assert reason in said
    assert said.isprintable() or "\n" in said


def test_bombs_are_refused_before_they_are_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_FILE", 2**16)
    monkeypatch.setattr(reading, "MAX_TOTAL", 2**17)
    monkeypatch.setattr(reading, "_bytes", lambda *_: pytest.fail("unpacked"))
    assert "when unpacked" in reasons(tmp_path, zipped({"bag/data/zeros": b"\0" * 2**17}))
    assert "when unpacked" in reasons(tmp_path, zipped({f"bag/data/{n}": b"\0" * 2**15 for n in range(5)}))
    monkeypatch.setattr(reading, "MAX_FILES", 3)
    assert "more than 3 files" in reasons(tmp_path, zipped({f"bag/data/{n}": b"" for n in range(5)}))


def test_an_archive_that_lies_about_lengths_is_refused(made: bytes, tmp_path: Path) -> None:
    with ZipFile(BytesIO(made)) as archive:
        info = archive.getinfo("plaintext-hop/data/result.json")
    true, lie = info.file_size.to_bytes(4, "little"), (10).to_bytes(4, "little")
    at = made.rindex(true, 0, made.rindex(b"plaintext-hop/data/result.json"))
    assert "not as long" in (said := reasons(tmp_path, made[:at] + lie + made[at + 4 :])) or "damaged" in said


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_bundle_is_refused(data: bytes, tmp_path: Path) -> None:
    assert reasons(tmp_path, data)


def test_a_bag_that_is_no_bundle_is_refused(tmp_path: Path) -> None:
    assert "no bundle of a case" in reasons(tmp_path, bag("other", {"data/x": b"x"}, {}, {}))


def test_the_tag_manifest_covers_every_file_beside_the_payload(made: bytes) -> None:
    files = {name.partition("/")[2]: data for name, data in unpacked(made).items()}
    beside = {
        path: data for path, data in files.items() if not path.startswith("data/") and path != TAG_MANIFEST
    }
    assert files[TAG_MANIFEST] == manifest(beside)


def test_at_the_command_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = confidential_case(tmp_path)
    done = run_here(capfd, "bundle", "create", str(case), "--public", cwd=tmp_path)
    assert done.returncode == 0
    assert "left out as confidential: plaintext-hop/case.yaml" in done.stdout
    untold = run_here(capfd, "bundle", "verify", "plaintext-hop.zip", cwd=tmp_path)
    assert untold.returncode == 2
    assert "--withheld" in untold.stdout
    given = run_here(
        capfd, "bundle", "verify", "plaintext-hop.zip", "--withheld", str(case), "--lang", "fr", cwd=tmp_path
    )
    assert given.returncode == 0
    assert "le même octet pour octet" in given.stdout
    file = tmp_path / "plaintext-hop.zip"

    def forge(files: dict[str, bytes]) -> None:
        files["report.en.html"] += b"<!-- -->"

    file.write_bytes(rebagged(file.read_bytes(), forge))
    assert (
        run_here(
            capfd, "bundle", "verify", "plaintext-hop.zip", "--withheld", str(case), cwd=tmp_path
        ).returncode
        == 1
    )
    assert run_here(capfd, "bundle", "verify", "nothing.zip", cwd=tmp_path).returncode == 2


def test_the_reference_case(tmp_path: Path) -> None:
    file = saved(tmp_path, create(Request(paths=(REFERENCE,))).data)
    found = verify(file)
    assert (found.same, found.reports) == (True, True)
    assert bundles.told(found, "fr").decode().count("\n") == 3
