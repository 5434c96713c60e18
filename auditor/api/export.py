"""Papers made from a result: register, impact assessment, transfer assessment; all starters, to be completed by people."""

from __future__ import annotations

from auditor.errors import UsageRefused
from auditor.model.result.document import Result
from auditor.rendering.exports.papers import PAPERS
from auditor.text.problems import usage as words
from auditor.text.problems.hints import ONE_OF


def export(result: Result, paper: str, form: str, lang: str) -> bytes:
    """Return a paper of `PAPERS` in one of its formats, the usual one where `form` is empty. Raises UsageRefused."""
    writers = PAPERS.load(paper).writers
    chosen = form or next(iter(writers))
    if chosen not in writers:
        raise UsageRefused(words.NOT_WRITTEN_AS(paper=paper, form=chosen), ONE_OF(words=", ".join(writers)))
    return writers[chosen](result, lang)
