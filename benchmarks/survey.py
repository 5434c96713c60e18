"""A survey of many generated captures in one process, in two, and on a Dask cluster of two workers of this machine.

`python benchmarks/survey.py [COUNT]`: the captures are the same bytes each time. Each way is a command of its own; its wall time
and the CPU time of all its processes are told, the peak of memory of the process that asks, and whether all tables are the
same bytes. On a machine that does other things as well, CPU time tells more: efficiency by CPU is that of one process over that
of two workers, which would be 1 if sharing the work cost nothing.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

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
WAYS = (("--workers", "1"), ("--workers", "2"), ("--cluster", "local:2"))


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


def run(captures: Path, out: Path, way: tuple[str, str]) -> tuple[float, float, float, str]:
    """Give wall time, CPU time of all processes, megabytes of the one that asks, and the hash of all that was written."""
    command = [sys.executable, __file__, "ask", str(captures), str(out), *way]
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - began
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    whole = sha256()
    for file in sorted(out.iterdir()):
        whole.update(f"{file.name}\0".encode() + file.read_bytes())
    return wall, cpu, float(done.stdout.split()[-1]), whole.hexdigest()


def ask(captures: str, out: str, *way: str) -> None:
    """Run the command in this process, wait for all it started, and tell its own peak of memory."""
    from auditor.cli.app import call

    call(["survey", captures, "--out", out, "--quiet", "--fail-on", "never", "--parquet", *way])
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    if sys.argv[1:2] == ["ask"]:
        ask(*sys.argv[2:])
        return
    count = int(sys.argv[1]) if len(sys.argv) == 2 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        captures = Path(folder) / "captures"
        generate(captures, count)
        print(f"{count} captures, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
        found = {}
        for number, way in enumerate(WAYS):
            wall, cpu, memory, digest = found[way] = run(captures, Path(folder) / f"out-{number}", way)
            print(
                f"{' '.join(way):18} {wall:7.1f} s wall  {cpu:7.1f} s CPU  {cpu / count * 1000:5.1f} ms each  {memory:4.0f} MB  {digest[:12]}"
            )
        one = found[WAYS[0]]
        for way in WAYS[1:]:
            wall, cpu, _, digest = found[way]
            same = "same bytes" if digest == one[3] else "OTHER BYTES"
            print(
                f"{' '.join(way):18} efficiency {one[0] / wall / 2:.2f} by wall, {one[1] / cpu:.2f} by CPU; {same}"
            )


if __name__ == "__main__":
    main()
