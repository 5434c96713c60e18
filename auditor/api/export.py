"""Papers made from a case: the record of processing, assessments, vendors, actions; what a person must judge is left to people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from auditor.api.gate import Judged
from auditor.api.request import Request
from auditor.errors import UsageRefused
from auditor.graph.on_the_day import on_its_date
from auditor.model.comparison import FactChange
from auditor.rendering.exports.dossier import Dossier, How
from auditor.rendering.exports.papers import PAPERS
from auditor.text.names import Names
from auditor.text.problems import usage as words
from auditor.text.problems.hints import ONE_OF
from auditor.text.problems.suggestion import allowed

Sheets = Mapping[str, Sequence[Sequence[str]]]


def dossier(judged: Judged) -> Dossier:
    """Return what papers are made from: the case on its date, what it comes to, the names of everything in it."""
    materials = on_its_date(judged.materials)
    knowledge = materials.knowledge
    names = Names(materials.case, materials.as_of, knowledge.sources, knowledge.countries)
    return Dossier(judged.result, materials.case, names)


def export(made: Dossier, paper: str, form: str, how: How) -> bytes | dict[str, bytes]:
    """Return a paper of `PAPERS` in one of its formats, the usual one where `form` is empty: one file, or several by name.

    Raises UsageRefused for a format or an option that the paper does not have, and for activities and organisations that the
    case does not have.
    """
    declared = PAPERS.load(paper)
    writers = declared.writers
    chosen = form or next(iter(writers))
    if chosen not in writers:
        raise UsageRefused(words.NOT_WRITTEN_AS(paper=paper, form=chosen), ONE_OF(words=", ".join(writers)))
    given = {
        "activity": how.activities,
        "of": how.of,
        "blank": how.blank,
        "from": how.earlier,
        "since": how.since,
    }
    for option, value in given.items():
        if value and option not in declared.takes:
            raise UsageRefused(words.NOT_OF_PAPER(option=f"--{option}", paper=paper))
    for name in how.activities:
        if name not in made.case.activities:
            raise UsageRefused(words.NO_ACTIVITY(name=name), allowed(name, tuple(made.case.activities)))
    if how.of and how.of not in made.case.organisations:
        raise UsageRefused(
            words.NO_ORGANISATION(name=how.of), allowed(how.of, tuple(made.case.organisations))
        )
    return writers[chosen](made, how)


def before(since: str, judged: Judged, request: Request) -> tuple[str, Sequence[FactChange]]:
    """Return the date of an earlier state of a case, a folder or a revision, and what it stated otherwise; nothing where none is named.

    Raises as `api.diff.difference` does.
    """
    if not since:
        return "", ()
    from auditor.api.diff import facts_since

    found = facts_since(since, judged.materials, request)
    return found.as_of, found.changes


def earlier(path: Path | None) -> Sheets:
    """Return the sheets of a paper that people filled in, by their title, each as rows of texts. Raises Refused."""
    if path is None:
        return {}
    from auditor.api.case_folder import content_of
    from auditor.loading.importing.format import Document
    from auditor.loading.importing.sheets import book

    sheets = book(Document(name=path.as_posix(), data=content_of(path))).sheets
    return {
        sheet.name: [
            [sheet.text(row, column) for column in range(max(sheet.row(row)) + 1)] for row in sheet.rows()
        ]
        for sheet in sheets
        if not sheet.hidden
    }
