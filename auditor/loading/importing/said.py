"""What people say of the documents of a case, in `imports.yaml` beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from auditor.errors import Refused, at_file
from auditor.loading.files.convert import convert
from auditor.loading.files.document import read
from auditor.loading.files.regular import content
from auditor.loading.files.repository import IMPORTS, leads_out
from auditor.model.imports import SaidOfSources
from auditor.text.problems.files import LEADS_OUT

NOTHING: Final = SaidOfSources()


def said_of_sources(case: Path) -> SaidOfSources:
    """Give what `imports.yaml` in the folder of a case says; nothing where there is none. Raises Refused with every problem."""
    file = case / IMPORTS
    if leads_out(file):
        raise Refused([at_file(file.as_posix(), LEADS_OUT())])
    if not file.is_file():
        return NOTHING
    document = read(file.as_posix(), content(file))
    if document.problems:
        raise Refused(list(document.problems))
    said, wrong = convert(document.value, SaidOfSources)
    if said is None:
        raise Refused([document.place(each) for each in wrong])
    return said
