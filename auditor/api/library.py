"""What Python programs and notebooks call: read a case, judge it, show the result, take its network."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.api import assess as judging
from auditor.api import read as door
from auditor.api.publish import publish
from auditor.api.request import Request
from auditor.errors import UsageRefused
from auditor.model.materials import Materials
from auditor.model.result.document import Result
from auditor.model.vocabulary import Known
from auditor.text.problems import usage as words
from auditor.text.problems.suggestion import allowed

if TYPE_CHECKING:
    from auditor.graph.network import Network

StrPath = str | os.PathLike[str]
LANGUAGES = ("en", "fr")


def read(case: Request | StrPath | Sequence[StrPath]) -> Materials:
    """Read a case and everything it is held against; nothing is judged yet.

    `case` is the folder of the case, or its YAML files (docs/vocabulary.md says what they hold), or a `Request` that says more:
    dates as `2019`, `2019-07` or `2019-07-14`, own packs of rules, own additions to the knowledge base, only some rules, a file
    of accepted findings. Without one, the case is judged on its own date against all rules of its packs, with the nearest
    `exceptions.yaml` beside or above it. What may fail is said to `assess`: the threshold of a `Request` is that of the commands,
    and so is what was known before.

    Raises `auditor.errors.Refused` with every problem of the input at once, each with its file, line and column;
    `auditor.errors.NothingToCheck` where there is no case; `auditor.errors.UsageRefused` for a date, pack or rule that does not
    exist. All three are an `AuditorError`.
    """
    if isinstance(case, Request):
        return door.read(case)
    given = [case] if isinstance(case, (str, os.PathLike)) else case
    return door.read(Request(paths=tuple(Path(path) for path in given)))


def assess(
    materials: Materials,
    *,
    fail_on: str = "high",
    min_confidence: Known = "declared",
    fail_on_open: str = "never",
    min_decided: int = 0,
) -> Result:
    """Judge a case and return the result: findings with their proof, open questions, verdicts on claims, tables and the gate.

    `result.summary.gate.passed` is false where a finding at least as grave as `fail_on` (`info`, `low`, `medium`, `high`,
    `critical`, or `never`) is known at least as well as `min_confidence` (`documented`, `observed`, `declared`, `alleged`,
    `inferred` or `assumed`, from strong to weak), or where a live open point could be at least as grave as `fail_on_open`, or
    less than `min_decided` percent is decided. Facts that are missing are never held against anybody: they are in
    `result.questions`, and `result.summary.judged` says how much waits for them. Exposure levels are E0 to E4, given as the numbers 0 to 4. Every finding names the
    articles it rests on in `law`, the facts in `proof`, each with its source and place.

    The same materials give the same result; no file is read and no clock looked at.
    """
    return judging.assess(
        materials,
        fail_on=fail_on,
        min_confidence=min_confidence,
        fail_on_open=fail_on_open,
        min_decided=min_decided,
    )


def render(result: Result, format: str = "text", lang: str = "en") -> bytes:  # noqa: A002  what callers call it
    """Return `result` in one of the formats of docs/formats.md, in English (`en`) or French (`fr`), encoded in UTF-8.

    Paths of files are shown as the result cites them. Raises `auditor.errors.UsageRefused` for a format or language that does
    not exist.
    """
    if lang not in LANGUAGES:
        raise UsageRefused(words.NO_LANGUAGE(word=lang), allowed(lang, tuple(LANGUAGES)))
    return publish(result, format, lang)


def graph_of(materials: Materials) -> Network:
    """Return the network of a case on its date as a networkx graph of its own, which callers may change.

    Nodes are people, organisations and hosts by their ids; each has `kind` and, in both languages, `name_en` and `name_fr`.
    Edges have the `kind` `hop` (a step of a flow, with `flow`, `activity` and `data`), `holding` (ownership), `operates` or
    `runs-on` (who runs a host, on what). Only what holds on the date of the case is there.
    """
    from auditor.graph.network import network

    return network(materials)
