"""A broken or hostile file is refused with a reason, or read with a stated loss; never a traceback, never exit 0 for nothing."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.errors import Refused
from auditor.loading.captures.read import Context, read_capture
from tests.captures.making import entry, har
from tests.captures.malformed import LOSSY, REFUSED
from tests.captures.oddities import T, zipped
from tests.running import run_here


def written(folder: Path, data: bytes) -> Path:
    file = folder / "capture"
    file.write_bytes(data)
    return file


def test_there_are_many_malformed_files() -> None:
    assert len(REFUSED) + len(LOSSY) >= 35


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_malformed_file_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    data, why = REFUSED[name]
    with pytest.raises(Refused) as refused:
        read_capture(written(tmp_path, data), Context())
    said = refused.value.problems[0].message
    assert why in said.en
    assert said.fr


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_the_command_says_it_cannot_judge(
    name: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    done = run_here(capfd, "capture", "show", str(written(tmp_path, REFUSED[name][0])))
    assert (done.returncode, done.stdout) == (2, "")
    assert REFUSED[name][1] in done.stderr


@pytest.mark.parametrize("name", sorted(LOSSY))
def test_a_loss_is_counted(name: str, tmp_path: Path) -> None:
    data, requests, skipped = LOSSY[name]
    capture = read_capture(written(tmp_path, data), Context())
    assert (capture.requests, capture.skipped) == (requests, skipped)


@pytest.mark.parametrize("data", [har(), har(None), har({"request": {}}, {"request": {}}), har(entries={})])
def test_a_capture_in_which_nothing_is_readable_is_shown_and_exits_2(
    data: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    done = run_here(capfd, "capture", "show", str(written(tmp_path, data)))
    assert (done.returncode, "Nothing in it is readable." in done.stdout) == (2, True)
    assert "nothing readable" in done.stderr


def test_every_cut_of_a_capture_is_refused_or_told(tmp_path: Path) -> None:
    whole = har(entry(), entry(T), entry(T))
    for length in range(1, len(whole) - 1, 37):
        file = written(tmp_path, whole[:length])
        try:
            capture = read_capture(file, Context())
        except Refused:
            continue
        assert capture.cut is not None
        assert capture.requests == capture.cut > 0


def test_every_file_that_is_wrong_is_told_at_once(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    one, other = tmp_path / "one.har", tmp_path / "other.har"
    one.write_bytes(b"")
    other.write_bytes(b"[]")
    done = run_here(capfd, "capture", "show", str(one), str(other), str(tmp_path / "none.har"))
    assert done.returncode == 2
    assert all(name in done.stderr for name in ("one.har", "other.har", "none.har"))


def test_the_pointer_to_a_string_that_is_too_long_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.loading.captures.streamed.MOST_STRING", 300_000)
    data = har(entry(), entry(T), entry(T, response__content={"text": "a\\" * 200_000, "size": 1}), entry(T))
    with pytest.raises(Refused) as refused:
        read_capture(written(tmp_path, data), Context())
    assert "/log/entries/2/response/content/text" in refused.value.problems[0].message.en


@pytest.mark.parametrize("packed", [gzip.compress, lambda data: zipped(har__har=data)])
def test_an_archive_that_unpacks_without_end_is_refused(
    packed: Callable[[bytes], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.loading.captures.opened.MOST_UNPACKED", 1024 * 1024)
    bomb = packed(har(*[entry(T)] * 2000))
    assert len(bomb) < 100_000
    with pytest.raises(Refused, match="unpacks to more than 1 MB"):
        read_capture(written(tmp_path, bomb), Context())


def test_more_hosts_than_are_kept_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.loading.captures.gathered.MOST_HOSTS", 3)
    with pytest.raises(Refused, match="more than 3 hosts"):
        read_capture(written(tmp_path, har(*(entry(f"https://h{n}.example/") for n in range(4)))), Context())
