"""`auditor export`: the record of processing, assessments, vendors, actions, who got what in captures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from auditor.cli.options import (
    CaseOptions,
    ExceptionOptions,
    Lang,
    LangOption,
    OutOption,
    Paths,
    Rules,
    request,
)
from auditor.cli.output import line, put
from auditor.cli.parameters import Argument, Option
from auditor.cli.reading import judge
from auditor.errors import UsageRefused
from auditor.rendering.exports.papers import PAPERS


def run(
    *,
    paper: Annotated[
        str,
        Argument(choices=PAPERS.names(), show_default=False),
    ],
    paths: Paths,
    form: Annotated[str, Option("--format", "-f", metavar="<csv|docx|json|ods|xlsx>")] = "",
    activities: Annotated[list[str], Option("--activity", metavar="ID", show_default=False)] = [],  # noqa: B006
    of: Annotated[str, Option("--of", metavar="ID", show_default=False)] = "",
    blank: Annotated[bool, Option("--blank")] = False,
    since: Annotated[str, Option("--since", metavar="PATH|REV", show_default=False)] = "",
    earlier: Annotated[Path | None, Option("--from", metavar="FILE", show_default=False)] = None,
    rules: Rules = [],  # noqa: B006
    lang: LangOption = Lang.en,
    out: OutOption = None,
    case: CaseOptions,
    excepted: ExceptionOptions,
) -> None:
    """Write a paper that data protection officers keep, as far as the case tells; what it does not tell stays undeclared."""
    from auditor.api import export as door
    from auditor.rendering.exports.dossier import How

    asked = request(paths, case, excepted, rules=rules, lang=lang)
    judged = judge(asked, case)
    before, changes = door.before(since, judged, asked)
    how = How(
        lang=asked.lang,
        blank=blank,
        of=of,
        activities=activities,
        earlier=door.earlier(earlier),
        today=asked.today,
        since=before,
        changes=changes,
    )
    made = door.export(door.dossier(judged), paper, form, how)
    if isinstance(made, bytes):
        put(made, out)
    elif len(made) == 1 and out is None:
        put(next(iter(made.values())))
    else:
        _files(made, paper, out)


def _files(made: dict[str, bytes], paper: str, out: Path | None) -> None:
    from auditor.text.problems import usage as words

    if out is None:
        raise UsageRefused(words.SEVERAL_FILES(paper=paper, count=len(made)), words.NAME_FOLDER())
    for name, data in made.items():
        put(data, out / name)
        line((out / name).as_posix())
