"""The rows of a survey as Parquet, for programs: columns named in English, numbers as numbers, lists as lists.

The package that writes it comes with the extra `parquet` and is imported only here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from tempfile import TemporaryFile
from typing import Any, Final

from auditor.model.survey import SurveyRow
from auditor.model.vocabulary import SEVERITY_ORDER
from auditor.rendering.exports.long_sheets import CHUNK
from auditor.rendering.words import pick

#: How many rows are written at a time.
GROUP: Final = 1_000


def as_parquet(rows: Iterable[SurveyRow], lang: str) -> Iterator[bytes]:
    """Yield the rows as Parquet, texts in `lang`; what was not judged has no figures."""
    from pyarrow import Table
    from pyarrow.parquet import ParquetWriter

    schema = _schema()
    coming = iter(rows)
    with TemporaryFile() as stream:
        with ParquetWriter(stream, schema, compression="zstd") as writer:
            while group := [_plain(row, lang) for row in islice(coming, GROUP)]:
                writer.write_table(Table.from_pylist(group, schema=schema))
        stream.seek(0)
        while chunk := stream.read(CHUNK):
            yield chunk


def _schema() -> Any:
    import pyarrow as pa

    texts = ("case", "kind", "state", "reason", "id", "title", "as_of", "severity", "story")
    numbers = (*SEVERITY_ORDER, "points", "questions", "decided")
    lists = (
        "recipients",
        "recipient_keys",
        "not_seen",
        "parents",
        "countries",
        "countries_perhaps",
        "rules",
        "open",
    )
    return pa.schema(
        [
            *((name, pa.string()) for name in texts),
            ("passed", pa.bool_()),
            *((name, pa.int32()) for name in numbers),
            *((name, pa.list_(pa.string())) for name in lists),
        ]
    )


def _plain(row: SurveyRow, lang: str) -> dict[str, object]:
    """Give a row as plain values by column; a missing one is null."""
    found: dict[str, object] = {"case": row.case, "kind": row.kind, "state": row.state}
    if row.state != "judged":
        return {**found, "reason": None if row.reason is None else pick(row.reason, lang)}
    received = [each for each in row.recipients if each.received]
    parents = {pick(each.name, lang) for r in received for each in r.parents if each.certain}
    return {
        **found,
        "id": row.id,
        "title": pick(row.title, lang),
        "as_of": row.as_of,
        "severity": row.severity,
        "story": pick(row.story, lang),
        "passed": row.passed,
        **{each: row.established.get(each, 0) for each in SEVERITY_ORDER},
        "points": row.points,
        "questions": row.questions,
        "decided": row.decided,
        "recipients": [pick(each.name, lang) for each in received],
        "recipient_keys": [each.key for each in received],
        "not_seen": [pick(each.name, lang) for each in row.recipients if not each.received],
        "parents": sorted(parents),
        "countries": sorted({country for each in received for country in each.countries}),
        "countries_perhaps": sorted({country for each in row.recipients for country in each.perhaps}),
        "rules": row.rules,
        "open": row.open,
    }
