"""`auditor bundle`: a case with its result in one file that anyone can check and give again."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from auditor.cli.main import CANNOT_JUDGE
from auditor.cli.options import CaseOptions, ExceptionOptions, Lang, LangOption, request
from auditor.cli.output import Left, leave, put
from auditor.cli.parameters import Argument, Option
from auditor.cli.reading import seen
from auditor.errors import UsageRefused

if TYPE_CHECKING:
    from auditor.model.bundle import Bundle, Verified


class Action(str, Enum):
    """What to do with a bundle."""

    create = "create"
    verify = "verify"


def run(
    *,
    action: Annotated[Action, Argument(show_default=False)],
    paths: Annotated[list[Path], Argument(show_default=False)],
    public: Annotated[bool, Option("--public")] = False,
    withheld: Annotated[list[Path], Option("--withheld", show_default=False)] = [],  # noqa: B006
    captures: Annotated[list[Path], Option("--capture", metavar="FILE", show_default=False)] = [],  # noqa: B006
    lang: LangOption = Lang.en,
    out: Annotated[Path | None, Option("--out", "--output", "-o")] = None,
    case: CaseOptions,
    excepted: ExceptionOptions,
) -> None:
    """Put a case, its result and its reports in one file (a BagIt bag), or check one: its bytes, then the result given again."""
    from auditor.api import bundle as bundles

    if action is Action.create:
        made: Bundle = bundles.create(
            request(paths, case, excepted, lang=lang), public=public, captures=captures, seen=seen(case)
        )
        file = out or Path(f"{made.name}.zip")
        put(made.data, file)
        put(bundles.told(made, lang.value, file.as_posix()))
        return
    if len(paths) != 1:
        from auditor.text.problems.bundle import ONE_AT_A_TIME

        raise UsageRefused(ONE_AT_A_TIME())
    found: Verified = bundles.verify(paths[0], withheld)
    put(bundles.told(found, lang.value))
    if found.same is None or (found.same and found.reports is None):
        raise Left(CANNOT_JUDGE)
    leave(passed=found.same and found.reports is True)
