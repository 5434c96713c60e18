"""A bag in an archive that anyone may have made: every fault is told with the file it is in, and nothing else is read."""

from __future__ import annotations

import io
import stat
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Final
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipInfo

import pytest

from auditor.errors import Refused
from auditor.loading.files.bag import MAX_FILE, MAX_FILES, read_bag

DECLARED: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
FILES: Final = {"data/case.yaml": b"case\n", "data/report.html": b"<p>\n"}


def line(path: str, data: bytes) -> str:
    return f"{sha256(data).hexdigest()}  {path}\n"


def bag(**changed: bytes | None) -> dict[str, bytes]:
    """The files of a sound bag, with some changed, added, or taken away."""
    files = {"bagit.txt": DECLARED, **FILES}
    files["manifest-sha256.txt"] = "".join(line(*each) for each in FILES.items()).encode()
    names = ("bagit.txt", "manifest-sha256.txt")
    files["tagmanifest-sha256.txt"] = "".join(line(name, files[name]) for name in names).encode()
    for name, data in changed.items():
        if data is None:
            del files[name]
        else:
            files[name] = data
    return files


def packed(
    files: dict[str, bytes], *, folder: str = "bag/", method: int = ZIP_DEFLATED, kind: int = 0
) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            entry = ZipInfo(f"{folder}{name}", (1980, 1, 1, 0, 0, 0))
            entry.external_attr = kind << 16
            archive.writestr(entry, data, method)
    return made.getvalue()


def faults(folder: Path, data: bytes) -> list[str]:
    file = folder / "b.zip"
    file.write_bytes(data)
    try:
        read_bag(file)
    except Refused as refused:
        return [
            f"{each.path.removeprefix(f'{folder.as_posix()}/')}: {each.message.en}"
            for each in refused.problems
        ]
    return []


@pytest.mark.parametrize("method", [ZIP_STORED, ZIP_DEFLATED])
@pytest.mark.parametrize("kind", [0, stat.S_IFREG])
def test_a_sound_bag_gives_its_files_by_their_path(method: int, kind: int, tmp_path: Path) -> None:
    file = tmp_path / "b.zip"
    file.write_bytes(packed(bag(), method=method, kind=kind))
    assert read_bag(file) == bag()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"data/case.yaml": b"other\n"}, ["b.zip:data/case.yaml"]),
        ({"data/case.yaml": None}, ["b.zip:data/case.yaml"]),
        ({"data/more.txt": b""}, ["b.zip:data/more.txt"]),
        ({"more.txt": b""}, ["b.zip:more.txt"]),
        ({"bagit.txt": b"BagIt-Version: 0.97\n"}, ["b.zip:bagit.txt"]),
        ({"bagit.txt": None}, ["b.zip:bagit.txt"]),
        ({"tagmanifest-sha256.txt": None}, ["b.zip:tagmanifest-sha256.txt"]),
        ({"data/a": b"", "data/b": b""}, ["b.zip:data/a", "b.zip:data/b"]),
    ],
)
def test_what_a_bag_does_not_hold_as_its_manifests_say_is_told(
    changed: dict[str, bytes | None], told: list[str], tmp_path: Path
) -> None:
    assert [
        each.rpartition(": ")[0].partition(": ")[0] for each in faults(tmp_path, packed(bag(**changed)))
    ] == told


def relisted(manifest: str) -> dict[str, bytes]:
    """A bag with another manifest of its payload, listed as it is."""
    files = bag(**{"manifest-sha256.txt": manifest.encode()})
    names = ("bagit.txt", "manifest-sha256.txt")
    files["tagmanifest-sha256.txt"] = "".join(line(name, files[name]) for name in names).encode()
    return files


SOUND: Final = "".join(line(*each) for each in FILES.items())


@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        (SOUND, []),
        (SOUND + "no line\n", ["b.zip:manifest-sha256.txt: line 3"]),
        (SOUND.replace("  data/case", " data/case"), ["b.zip:data/case.yaml: ", "b.zip:manifest-sha256.txt: line 1"]),
        (SOUND.upper(), ["b.zip:data/case.yaml: ", "b.zip:data/report.html: ", "b.zip:manifest-sha256.txt: line 1", "b.zip:manifest-sha256.txt: line 2"]),
        (SOUND + line("data/case.yaml", b"case\n"), ["b.zip:data/case.yaml: manifest-sha256.txt lists it twice"]),
        (SOUND + line("data/gone", b""), ["b.zip:data/gone: "]),
    ],
)  # fmt: skip
def test_each_line_of_a_manifest_is_a_digest_and_a_path_once(
    manifest: str, told: list[str], tmp_path: Path
) -> None:
    found = sorted(faults(tmp_path, packed(relisted(manifest))))
    assert len(found) == len(told), found
    for said, wanted in zip(found, told, strict=True):
        path, _, words = wanted.partition(": ")
        assert said.startswith(f"{path}: ")
        assert words in said


def test_without_a_manifest_of_what_it_carries_a_bag_is_not_read(tmp_path: Path) -> None:
    files = bag(**{"manifest-sha256.txt": None})
    files["tagmanifest-sha256.txt"] = line("bagit.txt", DECLARED).encode()
    assert faults(tmp_path, packed(files)) == ["b.zip:manifest-sha256.txt: this manifest is missing"]


@pytest.mark.parametrize(
    "name",
    ["../x", "a/../x", "./x", "a//x", "a\\x", "c:x", "a\nx", "a/..", "a\x7f"],
)
def test_a_path_that_could_lead_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    assert any("bag/" in each for each in faults(tmp_path, packed(bag(**{name: b""}))))


@pytest.mark.parametrize("name", ["data/..x", "data/x..", "data/...", "data/.x", "data/a b"])
def test_a_path_with_dots_that_lead_nowhere_is_one_of_a_file(name: str, tmp_path: Path) -> None:
    files = relisted(SOUND + line(name, b""))
    assert faults(tmp_path, packed({**files, name: b""})) == []


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_a_link_and_a_special_file_are_refused(kind: int, tmp_path: Path) -> None:
    found = faults(tmp_path, packed(bag(), kind=kind))
    assert len(found) == len(bag())
    assert all("a link or a special file" in each for each in found)


def test_a_folder_as_an_entry_is_refused(tmp_path: Path) -> None:
    (found,) = faults(tmp_path, packed(bag(**{"data/sub/": b""})))
    assert "a link or a special file" in found


def test_what_is_packed_otherwise_is_refused(tmp_path: Path) -> None:
    assert len(faults(tmp_path, packed(bag(), method=ZIP_BZIP2))) == len(bag())


def test_what_is_encrypted_is_refused(tmp_path: Path) -> None:
    data = bytearray(packed({"x": b"secret"}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    found = faults(tmp_path, bytes(data))
    assert any("it is encrypted" in each for each in found)


@pytest.mark.parametrize("folder", ["", "bag/"])
def test_all_files_lie_in_one_folder(folder: str, tmp_path: Path) -> None:
    whole = bag()
    some = {f"{folder}{name}": data for name, data in whole.items()}
    other = {f"other/{name}": data for name, data in whole.items()} if folder else {}
    assert len(faults(tmp_path, packed({**some, **other}, folder=""))) == 1


def test_two_entries_of_one_name_are_refused(tmp_path: Path) -> None:
    data = packed({"aaa": b"1", "aab": b"2"}).replace(b"aab", b"aaa")
    assert "b.zip: two files have the same name" in faults(tmp_path, data)


def test_more_files_than_the_limit_are_refused(tmp_path: Path) -> None:
    many = {f"data/{number}": b"" for number in range(MAX_FILES)}
    assert faults(tmp_path, packed({**many, "bagit.txt": b""})) == [f"b.zip: more than {MAX_FILES} files"]
    assert not any("more than" in each for each in faults(tmp_path, packed(many)))


@pytest.mark.parametrize(("size", "large"), [(MAX_FILE, False), (MAX_FILE + 1, True)])
def test_a_file_that_says_it_is_larger_than_the_limit_is_not_unpacked(
    size: int, *, large: bool, tmp_path: Path
) -> None:
    data = bytearray(packed({"x": b"1"}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = size.to_bytes(4, "little")
    assert any("more than 32 MiB" in each for each in faults(tmp_path, bytes(data))) is large


def test_a_file_of_another_length_than_the_archive_says_is_refused(tmp_path: Path) -> None:
    data = bytearray(packed({"x": b"12345"}, method=ZIP_STORED))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (9).to_bytes(4, "little")
    assert faults(tmp_path, bytes(data)) != []


@pytest.mark.parametrize("data", [b"", b"no archive", packed(bag())[:-30]])
def test_what_is_no_archive_is_refused_as_one(data: bytes, tmp_path: Path) -> None:
    (found,) = faults(tmp_path, data)
    assert found.startswith("b.zip: ")


def test_bytes_that_are_of_no_file_are_told(tmp_path: Path) -> None:
    (found,) = faults(tmp_path, b"before" + packed(bag()))
    assert found.startswith("b.zip: ")


def test_an_archive_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        read_bag(tmp_path / "none.zip")
