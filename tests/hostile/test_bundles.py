"""Bundles that strangers made: every byte is of a file that the manifests list, and odd contents end without a crash."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pytest

from auditor.api.bundle import create, verify
from auditor.api.request import Request
from auditor.errors import AuditorError, Refused
from auditor.rendering.bag import TAG_MANIFEST, manifest
from tests.conftest import ROOT

Files = dict[str, bytes]
NAME = "plaintext-hop"


@pytest.fixture(scope="module")
def made() -> bytes:
    return create(Request(paths=(ROOT / "flows" / NAME,))).data


def files_of(data: bytes) -> Files:
    with ZipFile(BytesIO(data)) as archive:
        return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}


def archived(files: Files, *, signed: bool = True) -> bytes:
    """Give the archive of `files`; `signed`: with manifests that list them as they are."""
    files = dict(files)
    if signed:
        files["manifest-sha256.txt"] = manifest({p: d for p, d in files.items() if p.startswith("data/")})
        beside = {p: d for p, d in files.items() if not p.startswith("data/") and p != TAG_MANIFEST}
        files[TAG_MANIFEST] = manifest(beside)
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for path, held in files.items():
            entry = ZipInfo(f"{NAME}/{path}")
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, held)
    return written.getvalue()


def refused(folder: Path, data: bytes) -> str:
    file = folder / "case.zip"
    file.write_bytes(data)
    with pytest.raises(Refused) as found:
        verify(file)
    return "\n".join(f"{problem.path}: {problem.message.en}" for problem in found.value.problems)


def test_written_again_with_the_same_files_it_is_the_same(made: bytes, tmp_path: Path) -> None:
    file = tmp_path / "case.zip"
    file.write_bytes(archived(files_of(made)))
    assert verify(file).same is True


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("bag-info.txt", "Bag-Software-Agent: auditor 0.1.0\nContact-Name: The Authority\n"),
        ("bag-info.txt", ""),
        ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n"),
        ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nApproved-By: CNIL\n"),
    ],
)
def test_what_a_bundle_says_of_itself_cannot_be_rewritten(
    made: bytes, tmp_path: Path, path: str, text: str
) -> None:
    said = refused(tmp_path, archived({**files_of(made), path: text.encode()}))
    assert f"case.zip:{path}: it says something else than a bundle says of itself" in said


@pytest.mark.parametrize(
    "path",
    ["tagmanifest-md5.txt", "manifest-md5.txt", "fetch.txt", "report.de.html", "tagmanifest-sha512.txt"],
)
def test_what_lies_beside_and_is_none_of_its_files_is_refused(made: bytes, tmp_path: Path, path: str) -> None:
    said = refused(tmp_path, archived({**files_of(made), path: b"x"}))
    assert f"case.zip:{path}: there, though data/rerun.json does not name it" in said


@pytest.mark.parametrize("listing", ["manifest-sha256.txt", TAG_MANIFEST])
def test_a_manifest_that_lists_a_file_twice_is_refused(made: bytes, tmp_path: Path, listing: str) -> None:
    files = files_of(made)
    path = files[listing].split(b"\n")[0].partition(b"  ")[2]
    files[listing] = b"0" * 64 + b"  " + path + b"\n" + files[listing]
    if listing != TAG_MANIFEST:
        beside = {p: d for p, d in files.items() if not p.startswith("data/") and p != TAG_MANIFEST}
        files[TAG_MANIFEST] = manifest(beside)
    assert f"{path.decode()}: {listing} lists it twice" in refused(tmp_path, archived(files, signed=False))


@pytest.mark.parametrize("where", ["before", "after", "comment", "between", "extra", "remark"])
def test_bytes_around_the_files_of_the_archive_are_refused(made: bytes, tmp_path: Path, where: str) -> None:
    hidden = b"#!/bin/sh\n"
    data = {"before": hidden + made, "after": made + hidden}.get(where, made)
    if where == "comment":
        data = made[:-2] + len(hidden).to_bytes(2, "little") + hidden
    if where in ("between", "extra", "remark"):
        written = BytesIO()
        with ZipFile(written, "w") as archive:
            for path, held in files_of(made).items():
                entry = ZipInfo(f"{NAME}/{path}")
                if where == "extra":
                    entry.extra = b"\xfe\xca\x02\x00hi"
                if where == "remark":
                    entry.comment = hidden
                archive.writestr(entry, held)
                if where == "between" and archive.fp is not None:
                    archive.fp.write(hidden)
                    archive.start_dir = archive.fp.tell()
        data = written.getvalue()
    said = refused(tmp_path, data)
    assert "bytes of the archive are of none of its files" in said or "no ZIP archive" in said


@pytest.mark.parametrize("name", ["../", f"{NAME}/../../etc/", f"{NAME}/data/", "other/"])
def test_entries_of_folders_are_refused(made: bytes, tmp_path: Path, name: str) -> None:
    written = BytesIO(made)
    with ZipFile(written, "a") as archive:
        archive.writestr(ZipInfo(name), b"")
    assert "a link or a special file" in refused(tmp_path, written.getvalue())


def of_rerun(change: Callable[[dict[str, object]], None]) -> Callable[[Files], None]:
    def changed(files: Files) -> None:
        rerun = json.loads(files["data/rerun.json"])
        change(rerun)
        files["data/rerun.json"] = json.dumps(rerun).encode()

    return changed


def not_utf_8(files: Files) -> None:
    path = next(path for path in files if path.startswith("data/case/"))
    files[path] = b"\xff\xfe\x00" + files[path]
    rerun = json.loads(files["data/rerun.json"])
    rerun["case"][0]["sha256"] = sha256(files[path]).hexdigest()
    files["data/rerun.json"] = json.dumps(rerun).encode()


ODD: dict[str, Callable[[Files], None]] = {
    "a case that is not UTF-8": not_utf_8,
    "a rerun.json that is not UTF-8": lambda files: files.update({"data/rerun.json": b'{"version": "\xff"}'}),
    "a result that is not UTF-8": lambda files: files.update({"data/result.json": b'{"tool": "\xff"}'}),
    "a deep rerun.json": lambda files: files.update({"data/rerun.json": b'{"a":' * 100_000}),
    "a deep result": lambda files: files.update({"data/result.json": b'{"a":' * 100_000}),
    "no date": of_rerun(lambda rerun: rerun.update(as_of="yesterday")),
    "no day": of_rerun(lambda rerun: rerun.update(today="yes\nterday")),
    "no day of knowledge": of_rerun(lambda rerun: rerun.update(knowledge_date="2024-02-31")),
    "no files": of_rerun(lambda rerun: rerun.update(case=[])),
    "a folder as a file": of_rerun(
        lambda rerun: rerun.update(case=[{"path": "x", "sha256": "", "at": "data"}])
    ),
    "itself as a part of the case": of_rerun(
        lambda rerun: rerun.update(policies=[{"path": "x", "sha256": "", "at": "data/rerun.json"}])
    ),
    "another version": of_rerun(lambda rerun: rerun.update(version="\x1b[31m")),
    "paths that are none": of_rerun(
        lambda rerun: rerun.update(case=[{**rerun["case"][0], "path": "../\x1b[2J\n::error::x"}])  # type: ignore[index]
    ),
}


@pytest.mark.parametrize("odd", ODD)
def test_odd_contents_signed_by_whoever_wrote_them_end_without_a_crash(
    made: bytes, tmp_path: Path, odd: str
) -> None:
    files = files_of(made)
    ODD[odd](files)
    file = tmp_path / "case.zip"
    file.write_bytes(archived(files))
    try:
        found = verify(file)
    except AuditorError:
        return
    assert not (found.same and found.reports)
