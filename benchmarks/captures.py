"""Time and memory of reading a capture of 200 MB, against the reader of JSON of Python: `python benchmarks/captures.py [MB]`.

Each is run in a process of its own, so that its peak of memory is its own. The capture is generated: the same bytes each time.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from measure import BUILD, Used, medians

WAYS = ("json.load", "show")
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
    if way == "json.load":
        with file.open(encoding="utf-8") as stream:
            json.load(stream)
    else:
        from auditor.loading.captures.read import Context, read_capture

        read_capture(file, Context())


def read(megabytes: int, rounds: int) -> dict[str, Used]:
    """Measure both ways to read a capture of so many megabytes, whole processes with their start."""
    file = BUILD / "captures" / f"{megabytes}.har"
    file.parent.mkdir(parents=True, exist_ok=True)
    generate(file, megabytes)
    try:
        return medians({way: [sys.executable, __file__, way, str(file)] for way in WAYS}, rounds)
    finally:
        file.unlink()


def main() -> None:
    if len(sys.argv) == 3:
        run(sys.argv[1], Path(sys.argv[2]))
        return
    for way, taken in read(int(sys.argv[1]) if len(sys.argv) == 2 else 200, 1).items():
        print(f"{way:10} {taken.cpu:5.2f} s CPU  {taken.memory / 1e6:5.0f} MB at most")


if __name__ == "__main__":
    main()
