"""A survey of many generated captures: in one process, in two, on a Dask cluster of two workers, and with something killed.

    python benchmarks/survey.py [COUNT] [--kills] [--write]

The captures are the same bytes each time. Each way is a command of its own; told are its CPU, that of all its processes together,
its wall time, the peak of memory of the process that asks, and whether all files are the same bytes. With `--kills`, a process, a worker
and the command itself are killed once half is done; the command is then given again. `--write` puts the table into docs/scale.md.

On a machine that does other things as well, CPU tells more than wall time: efficiency by CPU is that of one process over that of
two workers, which would be 1 if sharing the work cost nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from measure import ENVIRONMENT, ROOT

#: Hosts that sites call, some of which the knowledge base names.
CALLED = (
    "www.google-analytics.com",
    "connect.facebook.net",
    "fonts.googleapis.com",
    "cdn.jsdelivr.net",
    "bat.bing.com",
    "static.hotjar.com",
    "ib.adnxs.com",
    "js.stripe.com",
    "cdn.cookielaw.org",
    "px.ads.linkedin.com",
    "www.youtube.com",
    "analytics.tiktok.com",
)
#: What may be killed: one of the processes that judge, or the one that asks.
PROCESS, WORKER, ASKING = "a process", "a worker", "the command"


class Way(NamedTuple):
    """How a survey is asked for, and what is killed once half is done."""

    options: tuple[str, str]
    workers: int
    killed: str = ""


WAYS = (
    Way(("--workers", "1"), 1),
    Way(("--workers", "2"), 2),
    Way(("--cluster", "local:2"), 2),
)
KILLED = (
    WAYS[1]._replace(killed=PROCESS),
    WAYS[2]._replace(killed=WORKER),
    WAYS[1]._replace(killed=ASKING),
)
#: How many captures are surveyed to tell what starting takes.
FEW = 4
JOURNAL = "survey.journal"
PAGE = ROOT / "docs" / "scale.md"
BEGIN, END = "<!-- measured: python benchmarks/survey.py 10000 --kills --write -->", "<!-- /measured -->"


def entry(number: int, url: str, site: str) -> dict[str, object]:
    """A request as a browser records it, without its content."""
    return {
        "pageref": "page_1",
        "startedDateTime": f"2026-03-01T10:{number // 60:02}:{number % 60:02}.000Z",
        "time": 12,
        "request": {
            "method": "GET",
            "url": url,
            "httpVersion": "h2",
            "headers": [{"name": "Referer", "value": site}],
            "queryString": [{"name": "cid", "value": f"{number:032x}"}],
            "cookies": [],
            "headersSize": -1,
            "bodySize": 0,
        },
        "response": {
            "status": 200,
            "statusText": "OK",
            "httpVersion": "h2",
            "headers": [],
            "cookies": [],
            "content": {"size": 1024, "mimeType": "text/javascript"},
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": 1024,
        },
        "cache": {},
        "timings": {"send": 0, "wait": 9, "receive": 3},
        "serverIPAddress": "203.0.113.7",
    }


def capture(number: int) -> dict[str, object]:
    """The visit of one site: its own files, two to nine known hosts, and sometimes one that nobody knows."""
    site = f"https://www.site-{number}.example/"
    hosts = [CALLED[(number * step + step * step) % len(CALLED)] for step in range(1, 3 + number % 8)]
    hosts += [f"t.tracker-{number % 997}.example"] if number % 3 == 0 else []
    urls = [f"{site}{name}" for name in ("", "style.css", "app.js")]
    urls += [f"https://{host}/collect/{turn}?cid={number}" for host in hosts for turn in range(2)]
    page = {"id": "page_1", "title": site, "startedDateTime": "2026-03-01T10:00:00.000Z"}
    entries = [entry(at, url, site) for at, url in enumerate(urls)]
    creator = {"name": "benchmark", "version": "1"}
    return {"log": {"version": "1.2", "creator": creator, "pages": [page], "entries": entries}}


def generate(folder: Path, count: int) -> None:
    """Write captures, a thousand a folder, a notice beside each tenth."""
    for number in range(count):
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"site-{number:06}.har").write_text(json.dumps(capture(number)), encoding="utf-8")
        if number % 10 == 0:
            notice = f"auditor: 1\nnotices:\n  privacy: {{by: unknown, for: visits-site-{number}-example, recipients: [google-ie]}}\n"
            (place / f"site-{number:06}.yaml").write_text(notice, encoding="utf-8")


def ask(captures: str, out: str, *way: str) -> None:
    """Run the command in this process, wait for all it started, and tell its own peak of memory."""
    from auditor.cli.app import call

    call(["survey", captures, "--out", out, "--quiet", "--fail-on", "never", "--parquet", *way])
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


@dataclass(frozen=True)
class Run:
    """What one way took, and the hash of all that was written; `kept` lines were there when the command was killed."""

    wall: float
    cpu: float
    memory: float
    digest: str
    kept: int = 0


def run(captures: Path, out: Path, way: Way) -> Run:
    """Survey in one way, and kill what it says once half is done."""
    command = [sys.executable, __file__, "ask", str(captures), str(out), *way.options]
    half = sum(1 for _ in captures.rglob("*.har")) // 2
    if way.killed == ASKING:
        kept = _killed(command, out / JOURNAL, half)
        return replace(run(captures, out, way._replace(killed="")), kept=kept)
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    with subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as asking:
        if way.killed:
            _wait(asking, out / JOURNAL, half)
            os.kill(_judging(asking.pid)[0], signal.SIGKILL)
        told = asking.communicate()[0]
    if asking.returncode:
        sys.exit(f"{' '.join(way.options)} ended with {asking.returncode}")
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - began
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    whole = sha256()
    for file in sorted(out.iterdir()):
        whole.update(f"{file.name}\0".encode() + file.read_bytes())
    return Run(wall, cpu, float(told.split()[-1]), whole.hexdigest())


def _killed(command: list[str], journal: Path, half: int) -> int:
    """Kill the command once half is done, wait until its processes have ended too, and give how many lines it kept."""
    with subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL) as asking:
        _wait(asking, journal, half)
        judging = _judging(asking.pid)
        asking.kill()
        asking.wait()
    while any(Path(f"/proc/{each}").exists() for each in judging):
        time.sleep(0.1)
    return _lines(journal)


def _wait(asking: subprocess.Popen[str], journal: Path, lines: int) -> None:
    while asking.poll() is None and _lines(journal) < lines:
        time.sleep(0.1)


def _lines(journal: Path) -> int:
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def _judging(asking: int) -> list[int]:
    """Give the processes that judge for the one that asks."""
    threads = Path(f"/proc/{asking}/task").glob("*/children")
    children = sorted(int(each) for thread in threads for each in thread.read_text().split())
    return [
        each for each in children if b"multiprocessing.spawn" in Path(f"/proc/{each}/cmdline").read_bytes()
    ]


def table(count: int, found: Mapping[Way, Run], start: Mapping[Way, Run]) -> str:
    """Give what was measured, as a table."""
    one = found[WAYS[0]]
    lines = [
        "| way | CPU, s | ms each | to start, s | wall, s | memory, MB | efficiency by CPU | start left out | files |",
        "|---|--:|--:|--:|--:|--:|--:|--:|---|",
    ]
    for way, each in found.items():
        own, begun = start[way._replace(killed="")], start[WAYS[0]]
        efficient = ("", "")
        if way.workers > 1 and not way.killed:
            efficient = (
                f"{one.cpu / each.cpu:.2f}",
                f"{(one.cpu - begun.cpu) / (each.cpu - own.cpu):.2f}",
            )
        cells = (
            f"`{' '.join(way.options)}`" + (f", {way.killed} killed" if way.killed else ""),
            f"{each.cpu:.0f}" + (f" after {each.kept:,} were kept" if each.kept else ""),
            "" if each.kept else f"{each.cpu / count * 1000:.1f}",
            f"{own.cpu:.1f}",
            f"{each.wall:.0f}",
            f"{each.memory:.0f}",
            *efficient,
            "the same bytes" if each.digest == one.digest else "**other bytes**",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def block(count: int, measured: str, machine: str) -> str:
    """Give what docs/scale.md tells between its marks."""
    return f"{BEGIN}\n{count:,} captures; {machine}.\n\n{measured}\n{END}"


def put_in(page: str, told: str) -> str:
    """Give a page with what was measured in the place of what it told."""
    before, _, rest = page.partition(BEGIN)
    return before + told + rest.partition(END)[2]


def main() -> None:
    if sys.argv[1:2] == ["ask"]:
        ask(*sys.argv[2:])
        return
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    parser.add_argument("--kills", action="store_true")
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    machine = (
        f"Python {platform.python_version()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.0f}"
    )
    with tempfile.TemporaryDirectory() as folder:
        captures, few = Path(folder) / "captures", Path(folder) / "few"
        generate(captures, given.count)
        generate(few, FEW)
        run(few, Path(folder) / "first", WAYS[0])  # writes the bytecode
        start = {way: run(few, Path(folder) / f"start-{at}", way) for at, way in enumerate(WAYS)}
        found: dict[Way, Run] = {}
        for at, way in enumerate((*WAYS, *(KILLED if given.kills else ()))):
            found[way] = run(captures, Path(folder) / f"out-{at}", way)
            print(way, found[way], file=sys.stderr, flush=True)
    told = block(given.count, table(given.count, found, start), machine)
    print(told)
    if given.write:
        PAGE.write_text(put_in(PAGE.read_text("utf-8"), told), "utf-8")


if __name__ == "__main__":
    main()
