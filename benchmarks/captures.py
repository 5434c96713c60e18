"""Time and memory of reading a capture of 200 MB, against the reader of JSON of Python: `python benchmarks/captures.py [MB]`.

Each is run in a process of its own, so that its peak of memory is its own. The capture is generated: the same bytes each time.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

#: How many entries make a megabyte: about 50 kB each, as pages with scripts and pictures have.
BODY = '<p class="a">text é</p>' * 2000


def entry(number: int) -> dict[str, object]:
    headers = [{"name": f"X-Header-{n}", "value": "v" * 40} for n in range(15)]
    headers.append({"name": "Referer", "value": "https://www.clinic.example/appointments/12"})
    return {
        "pageref": "page_1",
        "startedDateTime": f"2026-03-01T10:{number // 60 % 60:02}:{number % 60:02}.000Z",
        "time": 12.5,
        "request": {
            "method": "GET",
            "url": f"https://t{number % 70}.tracker{number % 78}.example/a/b?x={number}&uid=abcdef{number}",
            "httpVersion": "h2",
            "headers": headers,
            "queryString": [
                {"name": "x", "value": str(number)},
                {"name": "uid", "value": f"abcdef{number}"},
            ],
            "cookies": [{"name": "uid", "value": "x"}],
            "headersSize": -1,
            "bodySize": 0,
        },
        "response": {
            "status": 200,
            "statusText": "OK",
            "httpVersion": "h2",
            "headers": headers,
            "cookies": [],
            "content": {"size": len(BODY), "mimeType": "text/html", "text": BODY},
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": -1,
        },
        "cache": {},
        "timings": {"send": 0, "wait": 1.5, "receive": 2},
        "serverIPAddress": "203.0.113.7",
    }


def generate(file: Path, megabytes: int) -> None:
    pages = [
        {"id": "page_1", "title": "https://www.clinic.example/", "startedDateTime": "2026-03-01T10:00:00Z"}
    ]
    head = {"version": "1.2", "creator": {"name": "benchmark", "version": "1"}, "pages": pages}
    with file.open("w", encoding="utf-8") as stream:
        stream.write(json.dumps({"log": head})[:-2] + ', "entries": [\n')
        number = 0
        while stream.tell() < megabytes * 1_000_000:
            stream.write((",\n" if number else "") + json.dumps(entry(number), indent=1, ensure_ascii=False))
            number += 1
        stream.write("]}}\n")


def run(way: str, file: Path) -> None:
    if way == "show":
        from auditor.loading.captures.read import Context, read_capture
    before = time.process_time()
    if way == "json.load":
        with file.open(encoding="utf-8") as stream:
            count = len(json.load(stream)["log"]["entries"])
    else:
        count = read_capture(file, Context()).requests
    spent = time.process_time() - before
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{way:10} {count:6} entries  {spent:5.2f} s CPU  {peak:5.0f} MB at most")


def main() -> None:
    if len(sys.argv) == 3:
        run(sys.argv[1], Path(sys.argv[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "big.har"
        generate(file, int(sys.argv[1]) if len(sys.argv) == 2 else 200)
        print(f"{file.stat().st_size / 1e6:.0f} MB, longest string {len(BODY.encode()) / 1e6:.2f} MB")
        for way in ("json.load", "show"):
            subprocess.run([sys.executable, __file__, way, str(file)], check=True)


if __name__ == "__main__":
    main()
