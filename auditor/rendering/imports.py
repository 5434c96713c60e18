"""What an import would write, in words or as data: what was read, what is kept, what must be asked, what changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from auditor.model.case.imported import ImportRecord
from auditor.model.comparison import Difference
from auditor.model.imports import AskedOf, FactChange, PlannedDocument, Renamed
from auditor.rendering.difference import render_difference
from auditor.rendering.imported_elements import element_lines, element_rest, listed
from auditor.rendering.json import as_json
from auditor.rendering.markup import safe
from auditor.rendering.words import Say, speaker
from auditor.text import registers as words


class FileOfImport(Struct, frozen=True):
    """A file that an import would write, as data."""

    path: str
    text: str
    unchanged: bool
    removed: bool


class DocumentOfImport(Struct, frozen=True, kw_only=True):
    """One document read, as data."""

    id: str
    record: ImportRecord
    counts: dict[str, int]
    ways: dict[str, int]
    asks: list[AskedOf]
    too_many_to_ask: bool
    changes: list[FactChange]
    renamed: list[Renamed]
    source_changed: bool
    assumed_day: str
    files: list[FileOfImport]


class ImportsRead(Struct, frozen=True, kw_only=True):
    """What `auditor import --format json` gives."""

    documents: list[DocumentOfImport]
    written: bool = False
    missing: list[str] = []
    unnamed: list[str] = []
    difference: Difference | None = None


def render_imports(plans: Sequence[PlannedDocument], form: str, lang: str, *, written: bool) -> bytes:
    """Give what would be written, or was, as lines of text or as JSON."""
    if form == "json":
        return as_json(ImportsRead(written=written, documents=[_data(plan) for plan in plans]))
    say = speaker(lang)
    lines = [line for plan in plans for line in (*_lines(plan, say, written=written), "")]
    if not written and any(not file.unchanged for plan in plans for file in plan.files):
        lines.append(say(words.NOT_WRITTEN))
    return "".join(f"{safe(line)}\n" for line in lines).encode()


def render_changes(
    plans: Sequence[PlannedDocument],
    form: str,
    lang: str,
    *,
    missing: Sequence[str],
    unnamed: Sequence[str],
    difference: Difference | None,
) -> bytes:
    """Give what differs from the last import, and what that would make of findings, as lines of text or as JSON."""
    if form == "json":
        documents = [_data(plan) for plan in plans]
        return as_json(
            ImportsRead(
                documents=documents, missing=list(missing), unnamed=list(unnamed), difference=difference
            )
        )
    say = speaker(lang)
    lines = []
    for plan in plans:
        changed = list(_changed(plan, say))
        if changed or plan.first:
            lines += [say(words.OF_IMPORT, name=plan.name, file=plan.record.file), *changed]
        lines += [say(words.WOULD, path=file.path) for file in plan.files if plan.first]
    lines += [say(words.NOT_LOOKED_AT, path=path) for path in missing]
    lines += [say(words.NOT_NAMED, name=name) for name in unnamed]
    told = "".join(f"{safe(line)}\n" for line in lines).encode()
    return told if difference is None else b"\n".join([told, render_difference(difference, form, lang)])


def _data(plan: PlannedDocument) -> DocumentOfImport:
    return DocumentOfImport(
        id=plan.name,
        record=plan.record,
        counts=plan.counts,
        ways=plan.ways,
        asks=plan.asks,
        too_many_to_ask=plan.too_many_to_ask,
        changes=plan.changes,
        renamed=plan.renamed,
        source_changed=plan.source_changed,
        assumed_day=plan.assumed_day,
        files=[
            FileOfImport(file.path, (file.data or b"").decode(), file.unchanged, file.data is None)
            for file in plan.files
        ],
    )


def _lines(plan: PlannedDocument, say: Say, *, written: bool) -> Iterator[str]:
    of_elements = plan.record.kind != "register"
    yield from element_lines(plan, say) if of_elements else _cell_lines(plan, say)
    if plan.assumed_day:
        yield say(words.ASSUMED_DATE, day=plan.assumed_day)
    yield from _changed(plan, say)
    yield from element_rest(plan, say) if of_elements else _cell_rest(plan.record, say)
    for file in plan.files:
        said = words.UNCHANGED if file.unchanged else words.WRITTEN if written else words.WOULD
        yield say(words.REMOVED if file.data is None else said, path=file.path)
        if not written and not file.unchanged and file.data is not None:
            yield from (f"  {line}" for line in file.data.decode().splitlines())
    if plan.paste:
        yield say(words.PASTE, path="imports.yaml")
        yield from (f"  {line}" for line in plan.paste.splitlines())


def _cell_lines(plan: PlannedDocument, say: Say) -> Iterator[str]:
    record = plan.record
    kind, form = say(words.KINDS[record.kind].name), say(words.FORMATS[record.format])
    keeper = say(words.KEEPERS[record.keeper].name)
    yield say(words.HEAD, kind=kind, file=record.file, form=form, keeper=keeper, sha=record.sha256)
    yield say(
        words.READ, **{name: str(plan.counts[name]) for name in ("activities", "organisations", "people")}
    )
    yield say(
        words.COUNTS,
        cells=record.cells,
        facts=record.facts,
        questions=record.questions,
        kept=record.kept_words,
        left=record.left_words,
        labels=record.labels,
    )


def _cell_rest(record: ImportRecord, say: Say) -> Iterator[str]:
    kept = [f"{each.at} {each.label}: {each.words}" for each in record.kept]
    yield from listed(say, words.KEPT, kept)
    asked = [
        f"{each.fact} · {each.at} · {say(words.WHY[each.why].name)}"
        + (f" · {say(words.QUOTED, words=each.words)}" if each.words else "")
        + (f" · {say(words.MAYBE, what=each.suggest)}" if each.suggest else "")
        for each in record.to_ask
    ]
    yield from listed(say, words.ASKED, asked)
    left = [
        f"{each.at} · {say(words.LEFT[each.what].name)} · {each.words}".rstrip(" ·") for each in record.left
    ]
    yield from listed(say, words.LEFT_ASIDE, left)


def _changed(plan: PlannedDocument, say: Say) -> Iterator[str]:
    if plan.source_changed and not plan.changes:
        yield say(words.SOURCE_ONLY)
    if plan.said_changed:
        yield say(words.SAID_CHANGED)
    for change in plan.changes:
        if not change.before:
            said = say(words.CAME, fact=f"{change.fact}: {change.after}")
        elif not change.after:
            said = say(words.GONE, fact=f"{change.fact}: {change.before}")
        else:
            said = say(words.CHANGED, fact=change.fact, before=change.before, after=change.after)
        yield _placed(said, change, say)
    for each in plan.renamed:
        yield say(words.MAYBE_RENAMED, before=each.before, after=each.after)


def _placed(said: str, change: FactChange, say: Say) -> str:
    """Give a change with where the source says so, and where it said so before, if that was elsewhere."""
    if change.was_at and change.at and change.was_at != change.at:
        return say(words.PLACES, said=said, before=change.was_at, after=change.at)
    place = change.at or change.was_at
    return say(words.PLACE, said=said, place=place) if place else said
