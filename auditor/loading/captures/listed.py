"""Lists of hosts: the privacy report of iOS, the report of TrackerControl, a plain list; they name hosts and little else."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Any, Final

from auditor.loading.captures.gathered import Gathered
from auditor.loading.captures.hosts import host_like, is_address, named_host
from auditor.loading.captures.moments import seconds
from auditor.loading.captures.pages import Pages
from auditor.model.capture import CapturePage

#: The columns by which the report of TrackerControl is known.
TRACKER_CONTROL: Final = frozenset({"daddr", "time", "tracker", "package"})
#: The kinds of lines of the privacy report of iOS.
IOS: Final = frozenset({"networkActivity", "access"})


class Applications:
    """Applications as pages, in order of their names."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def key(self, name: Any) -> str | None:
        """Give the key of an application by its package or bundle."""
        if not isinstance(name, str) or not name or len(name) > 200:
            return None
        self._names.add(name)
        return name

    def pages(self) -> Pages:
        """Give the applications as pages; none has a site."""
        ordered = sorted(self._names)
        pages = [CapturePage(number=n, application=name) for n, name in enumerate(ordered, 1)]
        return Pages(pages, {name: n for n, name in enumerate(ordered, 1)})


def add_ios(gathered: Gathered, applications: Applications, number: int, line: dict[str, Any]) -> None:
    """Take a line of the privacy report of iOS; `hits` are the times that a domain was called."""
    gathered.entries += 1
    if line.get("type") != "networkActivity":
        gathered.noise["not-a-request"] += 1
        return
    domain = line.get("domain")
    host = named_host(domain) if isinstance(domain, str) else ""
    if not host:
        gathered.skipped["not-a-host"] += 1
        return
    called = gathered.of(applications.key(line.get("bundleID")), host, number, f"/{number}/domain")
    hits = line.get("hits")
    if isinstance(hits, int) and 1 < hits < 10**9:
        called.requests += hits - 1
    for each in ("firstTimeStamp", "timeStamp"):
        gathered.at(seconds(line.get(each)), called)


def is_tracker_control(first: str) -> bool:
    """Tell whether the first line is the head of a report of TrackerControl."""
    names = next(csv.reader([first]), [])
    return {name.strip().lower() for name in names} >= TRACKER_CONTROL


def add_rows(gathered: Gathered, applications: Applications, lines: Iterable[str]) -> None:
    """Take the rows of a report of TrackerControl; the time is in milliseconds since 1970."""
    rows = csv.reader(lines)
    head = [name.strip().lower() for name in next(rows, [])]
    for number, row in enumerate(_sound(rows)):
        if not row:
            continue
        gathered.entries += 1
        cells = dict(zip(head, row, strict=False))
        host = named_host(cells.get("daddr", ""))
        if not host or len(row) < len(head):
            gathered.skipped["not-a-host" if len(row) >= len(head) else "other-line"] += 1
            continue
        key = applications.key(cells.get("package"))
        called = gathered.of(key, host, number, f"/{number + 1}/daddr")
        time = cells.get("time", "")
        if time.isdecimal() and len(time) < 16:
            gathered.at(int(time) / 1000, called)


def _sound(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    while True:
        try:
            yield next(rows)
        except StopIteration:
            return
        except csv.Error:
            yield ["?"]


def is_host_list(lines: list[str]) -> bool:
    """Tell whether every line that says anything begins with a host or an address, as far as `lines` go."""
    said = [line for line in map(str.strip, lines) if line and not line.startswith("#")]
    return bool(said) and all(listed_host(line) for line in said)


def add_listed(gathered: Gathered, lines: Iterable[str]) -> None:
    """Take the hosts of a plain list, one a line; what follows a comma, a semicolon or a space is left aside."""
    for number, line in enumerate(lines):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        gathered.entries += 1
        host = listed_host(text)
        if host:
            gathered.of(None, host, number, f"/{number}")
        else:
            gathered.skipped["not-a-host"] += 1


def listed_host(line: str) -> str:
    """Give the host or address that a line begins with, empty where it begins with none."""
    first = next(iter(line.replace(";", ",").partition(",")[0].split()), "")
    return first if is_address(first) else host_like(first)
