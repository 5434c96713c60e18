"""Documents into a case: which files an import would write, what changes, all checked with the case before anything is written."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from auditor.api.case_folder import case_files, content_of, documents_in
from auditor.api.import_changes import COMPARED, changes, renamed, under_new_names, ways
from auditor.api.import_formats import recognised
from auditor.api.import_head import head_of
from auditor.api.import_ids import ids_of
from auditor.api.import_said import not_there
from auditor.api.read import knowledge_base
from auditor.api.writing import remove, write
from auditor.errors import NothingToCheck, Problem, Refused, UsageRefused
from auditor.loading.case.imported import KEY, is_imported
from auditor.loading.case.load import load_case
from auditor.loading.files.document import Document, read
from auditor.loading.files.folder import base
from auditor.loading.files.overlooked import SUFFIXES
from auditor.loading.files.regular import content
from auditor.loading.files.repository import EXCEPTIONS, IMPORTS, leads_out
from auditor.loading.importing.format import Asked, Imported
from auditor.loading.importing.format import Document as Given
from auditor.loading.importing.said import said_of_sources
from auditor.loading.importing.written import imported_file, plain_file
from auditor.model.bilingual import Bilingual
from auditor.model.case.imported import ImportRecord
from auditor.model.comparison import Difference
from auditor.model.imports import (
    LocationMeans,
    PlannedDocument,
    PlannedFile,
    SaidOfSource,
    SaidOfSources,
)
from auditor.model.law import Knowledge
from auditor.rendering.imports import render_changes, render_imports
from auditor.text.problems import importing as words
from auditor.text.registers import MADE_BY

FOLDER: Final = "imports"
#: What stands in an imported file before its facts.
_OF_A_FILE: Final = ("auditor", "known", "source")
Tree = dict[str, Any]


class How(Struct, frozen=True, kw_only=True):
    """How documents are imported: as which format, under which id, kept by whom, in which encoding, with which sheets.

    `as_of` is the date of a case that has no head yet. `by`, `activity`, `site`, `people` and `location_means` are said of a document as
    `imports.yaml` says them.
    """

    form: str = "auto"
    name: str = ""
    keeper: str = ""
    encoding: str = ""
    as_of: str = ""
    sheets: Sequence[str] = ()
    by: str = ""
    activity: str = ""
    site: str = ""
    location_means: LocationMeans | Literal[""] = ""
    people: Mapping[str, str] = {}


def planned(paths: Sequence[Path], into: Path, how: How) -> list[PlannedDocument]:
    """Give what importing the documents at `paths` into the case at `into` would write; nothing is written.

    Raises Refused where a document cannot be read, is of no known format, where an earlier import was edited, and where the case with
    the new files would be refused; NothingToCheck where a document is recognised and holds nothing; UsageRefused for options that
    contradict `imports.yaml`, ids that are none, and files that no import made.
    """
    for path in paths:
        _outside(path, into)
    desk = _Desk(into, knowledge_base())
    names = ids_of(paths, how.name, into, desk.said)
    plans = desk.all([(path, name, how) for path, name in zip(paths, names, strict=True)])
    if any(plan.record.kind != "register" for plan in plans):
        from auditor.api.import_asks import with_questions

        return with_questions(plans, desk.files)
    return plans


class Checked(Struct, frozen=True, kw_only=True):
    """What importing every source anew would change, and what the changes would make of findings.

    `missing` are sources that are not there, `unnamed` imports of which `imports.yaml` names no source.
    """

    plans: list[PlannedDocument]
    missing: list[str]
    unnamed: list[str] = []
    difference: Difference | None = None

    @property
    def passed(self) -> bool:
        """Whether the imports say what their sources say."""
        return not any(plan.changes or plan.first or plan.said_changed for plan in self.plans)


def checked(into: Path) -> Checked:
    """Give what importing every source of `imports.yaml` anew would change, and the sources that are missing.

    Raises as `planned` does, and UsageRefused where there is nothing to look at, or where another version of the program wrote a file.
    """
    said = said_of_sources(into)
    if not said.imports:
        raise UsageRefused(
            words.NO_SOURCES(path=(into / IMPORTS).as_posix()), words.SAY_SOURCES(into=into.as_posix())
        )
    sources = [(name, entry, into / entry.file) for name, entry in sorted(said.imports.items())]
    for _, entry, path in sources:
        if entry.file:
            _outside(path, into)
    desk = _Desk(into, knowledge_base())
    before = dict(desk.files)
    there = [(name, entry, path) for name, entry, path in sources if entry.file and path.is_file()]
    missing = [entry.file or name for name, entry, path in sources if not (entry.file and path.is_file())]
    plans = desk.all([(path, name, How(form=entry.format or "auto")) for name, entry, path in there])
    stale = [file.path for plan in plans for file in plan.files if _is_stale(plan) and not file.unchanged]
    if stale:
        raise UsageRefused(words.OLDER(path=stale[0]), words.WRITE_AGAIN())
    for plan in plans:
        before.update(_under_new_names(plan, before, desk.files))
    changed = before and before != desk.files and any(plan.changes for plan in plans)
    return Checked(
        plans=plans,
        missing=missing,
        unnamed=desk.unnamed(),
        difference=_difference(before, desk.files) if changed else None,
    )


def _difference(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Difference:
    """Give what the case would find otherwise: judged as it stands, and with all that an import would write."""
    from auditor.api.diff import State, states
    from auditor.api.request import Request
    from auditor.api.sources import Sources

    base, head = (
        State(label=label, commit="", sources=Sources(case=sorted(files.items())))
        for label, files in (("imports", before), ("sources", after))
    )
    return states(base, head, Request())


def _under_new_names(
    plan: PlannedDocument, before: Mapping[str, bytes], after: Mapping[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Give the files of an import as they were, with what was perhaps renamed under its new name: a name alone finds nothing otherwise."""
    paths = [file.path for file in plan.files if plan.renamed and file.path in before and file.path in after]
    for path in paths:
        old, new = (read(path, files[path]).value for files in (before, after))
        tree = under_new_names(old, new, plan.renamed)
        secret = tree.pop("confidential", "") == "true"
        for key in (*_OF_A_FILE, KEY):
            tree.pop(key, None)
        yield path, imported_file(tree, plan.name, MADE_BY, "declared", confidential=secret)


def _is_stale(plan: PlannedDocument) -> bool:
    """Tell whether nothing accounts for a file that differs but another version of the importer."""
    return not (plan.first or plan.changes or plan.source_changed or plan.said_changed)


def put_in(plans: Iterable[PlannedDocument], into: Path) -> None:
    """Write what was planned into the case at `into`, and remove what an import no longer makes. Raises NotWritten, UsageRefused."""
    for plan in plans:
        for file in plan.files:
            path = base(into) / file.path
            if file.data is None:
                remove(path)
            elif not file.unchanged:
                write(path, file.data)


def told(plans: Sequence[PlannedDocument], form: str, lang: str, *, written: bool) -> bytes:
    """Say what would be written or was, what became of each cell or element, and what changes."""
    return render_imports(plans, form, lang, written=written)


def told_changes(found: Checked, form: str, lang: str) -> bytes:
    """Say what changes against the last import, nothing of what does not, and what the changes would make of findings."""
    return render_changes(
        found.plans,
        form,
        lang,
        missing=found.missing,
        unnamed=found.unnamed,
        difference=found.difference,
    )


def _completed(documents: Sequence[Document], gone: set[tuple[str, str]]) -> Iterator[Problem]:
    """Give where people describe by hand what leaves an import."""
    for each in documents:
        if not is_imported(each):
            for section, name in sorted(gone):
                if name in (each.value.get(section) or ()):
                    said = words.NAMED_BY_HAND(name=f"{section}.{name}")
                    yield each.problem((section, name), said, words.TAKE_OUT_FIRST(), key=True)


def _excepted(file: Path, gone: set[str]) -> Iterator[Problem]:
    """Give where an exception of the case is limited to what leaves an import."""
    if not gone or leads_out(file) or not file.is_file():
        return
    document = read(file.as_posix(), content(file))
    entries = document.value.get("exceptions") if isinstance(document.value, dict) else None
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        scope = entry.get("scope") if isinstance(entry, dict) else None
        for key, ids in scope.items() if isinstance(scope, dict) else ():
            for name in sorted(gone.intersection([ids] if isinstance(ids, str) else ids)):
                said = words.NAMED_BY_HAND(name=name)
                yield document.problem(("exceptions", number, "scope", key), said, words.TAKE_OUT_FIRST())


class _Desk:
    """A case into which documents are imported one after the other."""

    def __init__(self, into: Path, knowledge: Knowledge) -> None:
        self.into = into
        self.knowledge = knowledge
        self.cited = Path(os.path.abspath(into)).name  # noqa: PTH100  links keep their own name
        self.files = case_files(into)
        self.said: SaidOfSources = said_of_sources(into)

    def take(self, files: Mapping[str, bytes | None]) -> None:
        """Take the files of an import as those of the case."""
        for path, data in files.items():
            if data is None:
                self.files.pop(path, None)
            else:
                self.files[path] = data

    def unnamed(self) -> list[str]:
        """Give the imports of the case of which `imports.yaml` names no source."""
        names = {
            name
            for each in documents_in(self.files)
            if is_imported(each) and isinstance(each.value.get("imports"), dict)
            for name in each.value["imports"]
        }
        return sorted(names - {name for name, entry in self.said.imports.items() if entry.file})

    def all(self, documents: Sequence[tuple[Path, str, How]]) -> list[PlannedDocument]:
        """Give what importing each document would write. Raises as `planned` does, for all documents at once."""
        plans: list[PlannedDocument] = []
        problems: list[Problem] = []
        empty: list[NothingToCheck] = []
        for path, name, how in documents:
            try:
                plan, files = self.planned(path, name, how)
            except Refused as refused:
                problems += refused.problems
            except NothingToCheck as nothing:
                empty.append(nothing)
            else:
                self.take(files)
                plans.append(plan)
        if problems:
            raise Refused(problems)
        if empty:
            told = [words.LEAVE_IT_OUT(told=each.where) if plans else each.where for each in empty]
            raise NothingToCheck(
                Bilingual("\n".join(each.fr for each in told), "\n".join(each.en for each in told))
            )
        if plans:
            load_case(sorted(self.files.items()), self.knowledge)
        return plans

    def planned(self, path: Path, name: str, how: How) -> tuple[PlannedDocument, dict[str, bytes | None]]:
        """Give what importing one document would write, and its files by path."""
        said = _agreed(self.said.imports.get(name, SaidOfSource()), how)
        document = given(path, said)
        form = recognised(document, how.form if how.form != "auto" else said.format or "auto")
        documents = documents_in(self.files)
        target = f"{self.cited}/{FOLDER}/{name}.yaml"
        secret = f"{self.cited}/{FOLDER}/{name}-contacts.yaml"
        mine = {each.path: each for each in documents if each.path in (target, secret)}
        for each in mine.values():
            if not is_imported(each):
                raise UsageRefused(words.NOT_OURS(path=each.path), words.OTHER_NAME())
        earlier = [mine[each].value for each in (target, secret) if each in mine]
        asked = Asked(
            name=name,
            keeper=said.keeper,
            said=said,
            own=_together(each.value for each in documents if not is_imported(each)),
            others=_together(each.value for each in documents if is_imported(each) and each.path not in mine),
            earlier=_together(earlier),
            knowledge=self.knowledge,
            beside=self._beside(said),
        )
        imported = form.read(document, asked)
        there = _together([*(each.value for each in documents), imported.tree])
        wrong = list(not_there(self.into, name, said, there, knowledge=self.knowledge))
        if wrong:
            raise Refused(wrong)
        imported.tree["imports"][name]["said"] = _digest(said)
        self._named_by_hand(documents, earlier, imported)
        files: dict[str, bytes | None] = {}
        files[target] = imported_file(imported.tree, name, MADE_BY, "declared")
        if imported.confidential:
            files[secret] = imported_file(imported.confidential, name, MADE_BY, "declared", confidential=True)
        elif secret in mine:
            files[secret] = None
        assumed = self._head(imported, how, documents, files)
        return self._plan(name, path, imported, said, files=files, earlier=earlier, assumed=assumed), files

    def _beside(self, said: SaidOfSource) -> Given | None:
        """Give the consent string that goes with a list of vendors, as people say."""
        if not said.tc_string:
            return None
        return given(self.into / said.tc_string)

    def _named_by_hand(
        self, documents: Sequence[Document], earlier: Sequence[Tree], imported: Imported
    ) -> None:
        """Refuse to remove what people complete or except by hand. Raises Refused with each place."""
        after = _together([imported.tree, imported.confidential])
        gone = {
            (section, name)
            for tree in earlier
            for section in COMPARED
            for name in (tree.get(section, {}) if isinstance(tree.get(section), dict) else ())
            if name not in after.get(section, {})
        }
        excepted = _excepted(self.into / EXCEPTIONS, {name for _, name in gone})
        problems = [*excepted, *_completed(documents, gone)]
        if problems:
            raise Refused(problems)

    def _plan(
        self,
        name: str,
        path: Path,
        imported: Imported,
        said: SaidOfSource,
        *,
        files: Mapping[str, bytes | None],
        earlier: Sequence[Tree],
        assumed: str,
    ) -> PlannedDocument:
        record = msgspec.convert(imported.tree["imports"][name], ImportRecord)
        before = _together(earlier)
        after = _together([imported.tree, imported.confidential])
        paste = "" if name in self.said.imports else _paste(name, path, self.into, said)
        return PlannedDocument(
            name=name,
            record=record,
            title=str(imported.tree["sources"][name]["title"]),
            date=imported.date,
            ways=ways(imported.tree),
            counts={section: len(imported.tree.get(section, {})) for section in COMPARED},
            files=[
                PlannedFile(path=each, data=data, unchanged=self.files.get(each) == data)
                for each, data in files.items()
            ],
            changes=list(changes(before, after)) if earlier else [],
            renamed=list(renamed(before, after)) if earlier else [],
            said_changed=bool(earlier)
            and before.get("imports", {}).get(name, {}).get("said", "") != record.said,
            first=not earlier,
            source_changed=bool(earlier) and _hashes(before) != _hashes(after),
            assumed_day=assumed,
            command=f"auditor import {quoted(path, self.into)} --as {name} --write",
            paste=paste if not earlier else "",
            sayings=(self.into / IMPORTS).as_posix(),
            begins=not (self.into / IMPORTS).is_file(),
        )

    def _head(
        self, imported: Imported, how: How, documents: Sequence[Document], files: dict[str, bytes | None]
    ) -> str:
        """Add a head for a case that has none; give the day that is assumed for want of any."""
        dates = (imported.date, how.as_of)
        about = {"about": imported.about}
        head = head_of(self.cited, documents, dates=dates, knowledge_as_of=self.knowledge.as_of, about=about)
        if head is None:
            return ""
        files[head.path] = head.data
        return head.assumed_day


def _outside(path: Path, into: Path) -> None:
    """Refuse a document that would itself be read as a part of the case."""
    way = Path(os.path.relpath(path, into))
    inside = not any(part.startswith(".") for part in way.parts)
    if inside and not way.is_absolute() and way.name.endswith(SUFFIXES):
        raise UsageRefused(words.IN_THE_CASE(path=path.as_posix()), words.KEEP_OUTSIDE())


def given(path: Path, said: SaidOfSource | None = None) -> Given:
    """Give the document at a path, with what people say of it. Raises Refused where it cannot or may not be read."""
    said = said or SaidOfSource()
    return Given(
        name=path.name, data=content_of(path), encoding=said.encoding, labels=said.labels, folder=path.parent
    )


def quoted(path: Path, into: Path) -> str:
    """Give a file and the case it goes into, as a shell takes them."""
    return shlex.join([Path(os.path.normpath(path)).as_posix(), "--into", into.as_posix()])


def _agreed(said: SaidOfSource, how: How) -> SaidOfSource:
    """Give what is said of a document by `imports.yaml` and by options, which must not differ. Raises UsageRefused."""
    for option, given, there in (
        ("--encoding", how.encoding, said.encoding),
        ("--role", how.keeper, said.keeper if said.file else ""),
        ("--sheet", ", ".join(how.sheets), ", ".join(said.sheets)),
        ("--by", how.by, said.by),
        ("--for", how.activity, said.for_),
        ("--site", how.site, said.site),
        ("--location-means", how.location_means, said.location_means),
        *(("--people", f"{key}={name}", _pair(key, said.people)) for key, name in how.people.items()),
    ):
        if given and there and given != there:
            raise UsageRefused(
                words.DIFFERS_FROM_OPTION(option=option, given=given, said=there), words.ONE_OF_THEM()
            )
    return replace(
        said,
        encoding=how.encoding or said.encoding,
        keeper=how.keeper or said.keeper,
        sheets=list(how.sheets) or said.sheets,
        by=how.by or said.by,
        for_=how.activity or said.for_,
        site=how.site or said.site,
        location_means=how.location_means or said.location_means,
        people={**said.people, **how.people},
    )


def _pair(key: str, said: Mapping[str, str]) -> str:
    return f"{key}={said[key]}" if key in said else ""


def _hashes(tree: Tree) -> dict[str, str]:
    """Give the SHA-256 of each source that an import rests on: the document, its parts, what goes with it."""
    sources = tree.get("sources", {})
    return {name: str(entry.get("sha256", "")) for name, entry in sources.items() if isinstance(entry, dict)}


def _together(trees: Iterable[Tree]) -> Tree:
    """Give the sections of several files as one tree, entries of one name together."""
    made: Tree = {}
    for tree in trees:
        for section, part in tree.items():
            if isinstance(part, dict):
                there = made.setdefault(section, {})
                for name, entry in part.items():
                    both = isinstance(entry, dict) and isinstance(there.get(name), dict)
                    there[name] = {**there[name], **entry} if both else entry
            elif isinstance(part, list):
                made.setdefault(section, []).extend(part)
    return made


def _digest(said: SaidOfSource) -> str:
    """Give the SHA-256 of what people say of a document, wherever it lies."""
    return sha256(msgspec.json.encode(replace(said, file="", format=""), order="sorted")).hexdigest()


def _paste(name: str, path: Path, into: Path, said: SaidOfSource) -> str:
    """Give the lines of `imports.yaml` by which the document is found and read alike again: those below `imports`."""
    way = Path(os.path.relpath(path, into)).as_posix()
    entry = msgspec.to_builtins(replace(said, file=way))
    return plain_file({"imports": {name: entry}}).decode().partition("imports:\n")[2]
