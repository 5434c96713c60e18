"""`auditor init`: a starter case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli.options import Lang, LangOption
from auditor.cli.output import line, put


def run(
    folder: Annotated[Path, typer.Argument(show_default=False)],
    lang: LangOption = Lang.en,
) -> None:
    """Write a commented starter case that passes its own check."""
    from auditor.api.starter import files
    from auditor.errors import UsageRefused
    from auditor.text.problems.usage import EXISTS, NEW_FOLDER

    made = files(lang.value)
    there = [name for name in made if (folder / name).exists()]
    if there:
        raise UsageRefused(EXISTS(path=(folder / there[0]).as_posix()), NEW_FOLDER())
    for name, data in made.items():
        put(data, folder / name)
        line((folder / name).as_posix())
