"""One result, several formats: a dispatch by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec

from auditor.model.result import Result

#: The formats of a check, in the order they are offered.
FORMATS: Final = ("text", "concise", "json", "sarif", "junit", "github", "gitlab", "markdown")


def render(
    result: Result,
    form: str,
    lang: str,
    *,
    colour: bool = False,
    accepted: bool = False,
    where: Callable[[str], str] = str,
) -> bytes:
    """Give `result` as one of `FORMATS` or as `html`, in `lang` (fr or en); JSON holds both languages.

    `where` turns the path of a file as it is cited into the path that is shown. `accepted` keeps accepted findings in SARIF.
    """
    if form == "json":
        return as_json(result)
    if form == "html":
        from auditor.model.report import Report
        from auditor.rendering.html.page import page

        return page(Report(result), lang)
    if form == "text":
        from auditor.rendering.text import text

        return text(result, lang, colour=colour, where=where)
    if form == "concise":
        from auditor.rendering.concise import concise

        return concise(result, lang, where)
    return _for_machines(result, form, lang, where, accepted=accepted)


def _for_machines(
    result: Result, form: str, lang: str, where: Callable[[str], str], *, accepted: bool
) -> bytes:
    from auditor.rendering.ci.view import CiView

    report = CiView(result, lang, where)
    if form == "sarif":
        from auditor.rendering.ci.sarif import sarif

        return sarif(report, accepted=accepted)
    if form == "junit":
        from auditor.rendering.ci.junit import junit

        return junit(report)
    if form == "github":
        from auditor.rendering.ci.github import github

        return github(report)
    if form == "gitlab":
        from auditor.rendering.ci.gitlab import gitlab

        return gitlab(report)
    from auditor.rendering.ci.markdown import markdown

    return markdown(report)


def as_json(result: object) -> bytes:
    """Give a result or a comparison as JSON: two spaces, keys in the order of the types, a last newline."""
    return msgspec.json.format(msgspec.json.encode(result), indent=2) + b"\n"
