"""Hostile inputs, each as the folder of a case it is put in, and how a row of the table of them reads."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.hostile.measure import measured
from tests.hostile.shapes import FIRM, FLOW, HEAD, SHAPES

HEADING: Final = """# Hostile inputs

A gate reads what strangers wrote. Each row is an input that is made again by a test (`tests/hostile`), with the exit code that
it must end in (0 passed, 1 findings, 2 cannot judge, 3 nothing to check; never 4, an error of the program), and a class of the
time and memory that it takes as a process of its own. This page is written by `make trust`.

| input | exit | CPU seconds | memory |
|---|---|---|---|"""
#: Classes of CPU seconds and of megabytes; a row is in the first that it is below.
SECONDS: Final = (5, 10)
MEGABYTES: Final = (150, 300, 500)

Made = Callable[[Path], object]


@dataclass(frozen=True, slots=True)
class Input:
    """A hostile input in words, the exit code that `auditor check x` must end in, and what writes it below the folder `x`."""

    words: str
    code: int
    made: Made


def _text(text: str) -> Made:
    return lambda folder: (folder / "case.yaml").write_text(text, encoding="utf-8", newline="")


def _bytes(data: bytes) -> Made:
    return lambda folder: (folder / "case.yaml").write_bytes(data)


def _shape(name: str) -> Made:
    return lambda folder: (folder / "case.yaml").write_text(SHAPES[name][1](), encoding="utf-8")


def _linked(to: str) -> Made:
    return lambda folder: (folder / "case.yaml").symlink_to(to)


WORK: Final = (
    "activities: {work: {people: people, data: results, controller: firm}}\nhosts: {h0: {operator: firm}}\n"
)
SOUND: Final = HEAD + FIRM + WORK
#: The shapes that are refused, and what is said; all others end with a verdict.
REFUSED: Final = {
    "long ladder": "more than 3000000 facts are open or sealed",
    "scenarios": "scenarios on a case of",
    "many stacked": "hosts run on more than 1000000 hosts in all",
    "unknown ends": "more than 5000 ways are possible",
    "astray": "more problems in x/case.yaml",
    "keys twice": "19979 more problems in x/case.yaml",
    "anchors": "more problems in x/case.yaml",
    "NUL": "no verdict was reached",
    "unseen": "no verdict was reached",
    "wrong words": "181 more problems in x/case.yaml",
    "long line": "181 more problems in x/case.yaml",
    "empties": "more problems in x/case.yaml",
    "controllers": "more than 100000 pairs that may decide together",
    "certified": "more than 500000 certificates may cover a host",
    "claims": "4000 claims on a case of 8000 hosts and flows have more than 200000 weighed",
}
ODD: Final = (
    Input("an empty folder", 3, lambda _: None),
    Input("an empty file", 3, _text("")),
    Input("a file of comments only", 3, _text("# nothing\n")),
    Input("a mark of byte order and a comment", 3, _text("\ufeff# nothing\n")),
    Input("bytes that are not UTF-8", 2, _bytes(b"auditor: 1\n\xff")),
    Input("UTF-16", 2, _bytes("auditor: 1\n".encode("utf-16"))),
    Input("a list 100,000 deep", 2, _text(f"auditor: 1\nhosts: {'[' * 100_000}")),
    Input(
        "aliases that would spell out to a thousand million values",
        2,
        _text(
            "a0: &a0 [x]\n"
            + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
        ),
    ),
    Input(
        "a tag that asks Python for something",
        2,
        _text(f"{SOUND}flows: !!python/object/apply:os.system [id]\n"),
    ),
    Input("a line separator in a comment", 2, _text(f"{SOUND}# reviewed\u2028known: assumed\n")),
    Input("a lone carriage return in a comment", 2, _text(f"{SOUND}# reviewed\rknown: assumed\n")),
    Input("a turn of the direction in a name", 2, _text(SOUND.replace("Firm", "Fi\u202erm"))),
    Input(
        "an escape sequence, escaped", 0, _text(SOUND.replace("{name: Firm", '{name: "Fi\\e[31mrm"') + FLOW)
    ),
    Input("a flow for an unknown activity", 0, _text(SOUND + FLOW.replace("for: work", "for: unknown"))),
    Input("a flow for none", 2, _text(SOUND + FLOW.replace("for: work", "for: none"))),
    Input(
        "a notice for one activity and an unknown one",
        0,
        _text(f"{SOUND}{FLOW}notices: {{n: {{by: firm, for: [work, unknown]}}}}\n"),
    ),
    Input("two documents", 2, _text(f"{SOUND}---\nauditor: 1\n")),
    Input("a pipe", 2, lambda folder: os.mkfifo(folder / "case.yaml")),
    Input("a link to an endless device", 2, _linked("/dev/zero")),
    Input("a link to nowhere", 2, _linked("nowhere.yaml")),
    Input("a link to itself", 2, _linked("case.yaml")),
    Input("a name in capitals", 2, lambda folder: (folder / "case.YAML").write_text(SOUND, encoding="utf-8")),
    Input(
        "a hidden part of the case",
        2,
        lambda folder: (folder / ".case.yaml").write_text(SOUND, encoding="utf-8"),
    ),
    Input(
        "settings 5,000 deep",
        2,
        lambda folder: (folder / "pyproject.toml").write_text(
            f"[tool.auditor]\na = {'[' * 5000}", encoding="utf-8"
        ),
    ),
    Input(
        "settings with a number of 5,000 digits",
        2,
        lambda folder: (folder / "pyproject.toml").write_text(
            f"[tool.auditor]\nauditor = {'9' * 5000}", encoding="utf-8"
        ),
    ),
    Input(
        "an age of 5,000 digits",
        2,
        _text(SOUND.replace("controller: firm", f'controller: firm, consent: {{age: "{"1" * 5000}"}}')),
    ),
    Input("a name of 5,000 digits", 0, _text(SOUND.replace("name: Firm", f'name: "{"1" * 5000}"') + FLOW)),
    Input(
        "a period of 20,000 years, one after the other",
        0,
        _text(SOUND.replace("controller: firm", f'controller: firm, retention: "{"1 year, " * 20_000}"')),
    ),
    Input(
        "a title of 300,000 open brackets",
        0,
        _text(SOUND.replace("title: S,", f'title: "{"(" * 300_000}",') + FLOW),
    ),
    Input(
        "a part of the case under another ending, below a megabyte of comments",
        2,
        lambda folder: (folder / "case.yaml.txt").write_text(f"{'#' * 2**20}\n{SOUND}", encoding="utf-8"),
    ),
)
INPUTS: Final = (
    *ODD,
    *(Input(words, 2 if name in REFUSED else 0, _shape(name)) for name, (words, _) in SHAPES.items()),
)


def row(hostile: Input, folder: Path) -> str:
    """Give the row of an input, measured in an empty folder."""
    (folder / "x").mkdir()
    hostile.made(folder / "x")
    found = measured(folder, "check", "x", "--fail-on", "never")
    seconds, memory = _class(found.seconds, SECONDS, "s"), _class(found.megabytes, MEGABYTES, "MB")
    return f"| {hostile.words} | {found.code} | {seconds} | {memory} |"


def _class(found: float, limits: tuple[int, ...], unit: str) -> str:
    limit = next((limit for limit in limits if found < limit), None)
    return f"over {limits[-1]} {unit}" if limit is None else f"under {limit} {unit}"
