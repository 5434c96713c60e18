"""What an import would write, in words or as data: what was read, what is kept, what must be asked, what changes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from auditor.model.case.imported import ImportRecord
from auditor.model.comparison import Difference
from auditor.model.imports import AskedOf, FactChange, PlannedDocument, Renamed
from auditor.rendering.difference import render_difference
from auditor.rendering.imported_elements import element_lines, element_rest, listed, to_fill_in
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
    command: str
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
    lines += _paste(plans, say)
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
        if plan.first:
            lines += [say(words.NEVER_IMPORTED), f"  {plan.command}"]
        elif plan.changes or plan.said_changed:
            lines += [say(words.TAKE_OVER), f"  {plan.command}"]
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
        command=plan.command,
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
    for _, group in groupby(_beside_names(plan), _together):
        yield _together_in_words(list(group), say)
    for each in plan.renamed:
        yield say(words.MAYBE_RENAMED, before=each.before, after=each.after)
        if each.called:
            called = json.dumps(each.called, ensure_ascii=False)
            line = f"same: {{{called}: {each.before.partition('.')[2]}}}"
            yield f"  {say(words.KEEP_ID, name=plan.name, line=line)}"


def _beside_names(plan: PlannedDocument) -> Iterator[FactChange]:
    """Give the changes that are more than a new name of what was perhaps renamed."""
    entries = {entry for each in plan.renamed for entry in (each.before, each.after)}
    names = {each.before.partition(".")[2]: each.after.partition(".")[2] for each in plan.renamed}
    for change in plan.changes:
        named = ", ".join(names.get(word, word) for word in change.before.split(", "))
        if change.fact.rpartition(".")[0] not in entries and named != change.after:
            yield change


def _together(change: FactChange) -> tuple[str, ...]:
    """Give what changes have in common that are told in one line: facts of one entry that came, or that went."""
    if change.before and change.after:
        return (change.fact,)
    came = "" if change.before else "came"
    return (change.fact.rpartition(".")[0], came)


def _together_in_words(changes: list[FactChange], say: Say) -> str:
    first = changes[0]
    if first.before and first.after:
        said = say(words.CHANGED, fact=first.fact, before=first.before, after=first.after)
        return _placed(said, first, say)
    heading = words.GONE if first.before else words.CAME
    if len(changes) == 1:
        return _placed(say(heading, fact=f"{first.fact}: {first.after or first.before}"), first, say)
    entry, one_place = first.fact.rpartition(".")[0], len({(each.was_at, each.at) for each in changes}) == 1
    facts = []
    for each in changes:
        fact = f"{each.fact.rpartition('.')[2]}: {each.after or each.before}"
        facts.append(fact if one_place else _placed(fact, each, say))
    said = say(heading, fact=f"{entry} · {' · '.join(facts)}")
    return _placed(said, first, say) if one_place else said


def _paste(plans: Sequence[PlannedDocument], say: Say) -> Iterator[str]:
    """Give the lines of `imports.yaml` by which documents are found again, and what they are for."""
    pasted = [plan for plan in plans if plan.paste]
    if pasted:
        begins = pasted[0].begins
        yield say(words.BEGIN_SAYINGS if begins else words.ADD_SAYINGS, path=pasted[0].sayings)
        yield from ("  auditor: 1", "  imports:") if begins else ()
        for plan in pasted:
            yield from (f"  {line}" for line in plan.paste.splitlines())
            yield from (f"      {line}" for line in to_fill_in(plan.record))
        yield ""


def _placed(said: str, change: FactChange, say: Say) -> str:
    """Give a change with where the source says so, and where it said so before, if that was elsewhere."""
    if change.was_at and change.at and change.was_at != change.at:
        return say(words.PLACES, said=said, before=change.was_at, after=change.at)
    place = change.at or change.was_at
    return say(words.PLACE, said=said, place=place) if place else said
