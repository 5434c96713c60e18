"""`auditor answers`: forms that came back, into a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from auditor.cli.options import Confidence, Format, FormatOption, Lang, LangOption
from auditor.cli.output import leave, put
from auditor.cli.parameters import Argument, Option
from auditor.errors import UsageRefused

if TYPE_CHECKING:
    from auditor.model.answers_taken import Taking


def run(
    *,
    files: Annotated[list[Path], Argument(metavar="FILE...", show_default=False)] = [],  # noqa: B006
    case: Annotated[Path | None, Option("--case", metavar="CASE", show_default=False)] = None,
    by: Annotated[str, Option("--by", metavar="WHO", show_default=False)] = "",
    on: Annotated[str, Option("--on", metavar="DAY", show_default=False)] = "",
    into: Annotated[Path | None, Option("--into", metavar="DIR", show_default=False)] = None,
    out: Annotated[Path | None, Option("--out", metavar="DIR", show_default=False)] = None,
    known: Annotated[Confidence | None, Option("--known", show_default=False)] = None,
    take_stale: Annotated[bool, Option("--take-stale")] = False,
    supersedes: Annotated[str, Option("--supersedes", metavar="FORM", show_default=False)] = "",
    papers: Annotated[list[str], Option("--attach", metavar="N=FILE", show_default=False)] = [],  # noqa: B006
    strict: Annotated[bool, Option("--strict")] = False,
    status: Annotated[bool, Option("--status")] = False,
    review: Annotated[bool, Option("--review")] = False,
    form: FormatOption = Format.text,
    lang: LangOption = Lang.en,
) -> None:
    """Read forms that came back into a case: each becomes a file of facts with the reply as their source."""
    from auditor.api import answers
    from auditor.model.answers_taken import Taking
    from auditor.text.problems import answers as words

    here = case or (files[0] if len(files) == 1 and (status or files[0].is_dir()) else None)
    if status and (here is None or by or on or into or out):
        raise UsageRefused(words.STATUS_ALONE())
    if here is not None and (status or (review and (not files or here in files))):
        put((answers.status if status else answers.to_settle)(here, form.value, lang.value))
        return
    if case is None:
        raise UsageRefused(words.NEED_CASE())
    if not files:
        raise UsageRefused(words.NO_FILE())
    if not review and (not by.strip() or not on):
        raise UsageRefused(words.NEED_BY())
    how = Taking(
        by=by.strip(),
        on=on,
        known=known.value if known else "",
        take_stale=take_stale,
        supersedes=supersedes,
        attached=answers.attached(papers),
    )
    if review:
        put(answers.told_before(answers.reviewed(files, case, how), form.value, lang.value))
        return
    _take(files, case, how, answers.folder_of(case, into, out), shown=(form.value, lang.value), strict=strict)


def _take(
    files: list[Path], case: Path, how: Taking, folder: Path, *, shown: tuple[str, str], strict: bool
) -> None:
    """Write what the forms make into a folder, and say it."""
    from auditor.api import answers

    replies = answers.taken(files, case, how, folder)
    answers.put_in(replies)
    put(answers.told(replies, *shown))
    leave(passed=not strict or all(reply.is_whole for reply in replies))
