"""What producers do differently is read all the same: the same site, the same third parties, each loss counted."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from auditor.errors import Refused
from auditor.loading.captures.read import Context, read_capture
from auditor.model.capture import Capture
from tests.captures.making import SITE, entry, har
from tests.captures.oddities import ODDITIES, PARTLY, T


def read(folder: Path, data: bytes, **context: object) -> Capture:
    file = folder / "capture"
    file.write_bytes(data)
    return read_capture(file, Context(**context))  # type: ignore[arg-type]


def third(capture: Capture) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for each in capture.third_parties:
        counts[each.domain] += each.requests
    return dict(counts)


def test_there_are_many_oddities() -> None:
    assert len(ODDITIES) >= 60


@pytest.mark.parametrize("name", sorted(set(ODDITIES) - PARTLY))
def test_an_oddity_is_read(name: str, tmp_path: Path) -> None:
    odd = ODDITIES[name]
    capture = read(tmp_path, odd.data)
    assert third(capture) == odd.third
    assert {field: getattr(capture, field) for field in odd.told} == odd.told


def test_a_packed_file_that_breaks_off_keeps_what_was_read(tmp_path: Path) -> None:
    capture = read(tmp_path, ODDITIES["gzip that breaks off"].data)
    assert capture.cut is not None
    assert 0 < capture.requests == capture.cut < 4000


def test_a_file_that_breaks_before_its_first_entry_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="breaks off before the first readable entry"):
        read(tmp_path, ODDITIES["broken after two entries"].data)


@pytest.mark.parametrize("shift", range(8))
def test_a_long_string_may_hold_json_wherever_chunks_of_the_file_end(shift: int, tmp_path: Path) -> None:
    inner = json.dumps({"events": [{"name": "a", "value": "b"}] * 20_000})
    text = json.dumps({"inner": inner})
    data = har(entry(comment="x" * shift), entry(T, request__method="POST", request__postData={"text": text}))
    capture = read(tmp_path, data)
    assert (third(capture), capture.third_parties[0].bodies) == ({"tracker.example": 1}, 1)


def test_what_is_replaced_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, ODDITIES["bad UTF-8"].data).files[0].replaced == 4
    assert read(tmp_path, ODDITIES["plain"].data).files[0].replaced == 0


@pytest.mark.parametrize("name", ["utf-16 with a mark", "gzip", "zip of Playwright", "byte order mark"])
def test_the_way_of_packing_changes_nothing_else(name: str, tmp_path: Path) -> None:
    packed, plain = read(tmp_path, ODDITIES[name].data), read(tmp_path, ODDITIES["plain"].data)
    assert packed.files[0].sha256 != plain.files[0].sha256
    told = [str(each).replace(packed.files[0].sha256, plain.files[0].sha256) for each in packed.recipients]
    assert told == [str(each) for each in plain.recipients]


def test_a_given_site_goes_first(tmp_path: Path) -> None:
    capture = read(tmp_path, ODDITIES["no pages"].data, sites=("www.clinic.example",))
    assert (capture.sites, third(capture)) == (["clinic.example"], {"tracker.example": 1})
    both = read(tmp_path, ODDITIES["no pages"].data, sites=("clinic.example", "tracker.example"))
    assert third(both) == {}


def test_without_a_site_candidates_are_told_by_where_requests_come_from(tmp_path: Path) -> None:
    capture = read(tmp_path, har(entry(T), entry(T), entry(SITE), pages=[]))
    assert [(each.site, each.requests, each.referred) for each in capture.candidates] == [
        ("clinic.example", 1, 3),
        ("tracker.example", 2, 0),
    ]


def test_the_same_bytes_give_the_same_capture(tmp_path: Path) -> None:
    data = ODDITIES["several pages of several sites"].data
    assert read(tmp_path, data) == read(tmp_path, data)
