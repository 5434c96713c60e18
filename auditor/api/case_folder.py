"""The folder of a case and the documents given with it, as a command that writes into the case reads them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from auditor.errors import NothingToCheck, Refused, at_file
from auditor.loading.case.imported import edited
from auditor.loading.files.document import Document, read
from auditor.loading.files.folder import is_empty, yaml_files
from auditor.loading.files.regular import MAX_BYTES, content
from auditor.loading.files.repository import ASIDE, leads_out
from auditor.text.problems import yaml as file_words
from auditor.text.problems.files import LEADS_OUT
from auditor.text.problems.system import system_says


def case_files(into: Path) -> dict[str, bytes]:
    """Give the files of the case by their path as cited; none where the folder is empty or not there yet. Raises Refused for a link out."""
    if leads_out(into):
        raise Refused([at_file(into.as_posix(), LEADS_OUT())])
    if not into.exists():
        return {}
    try:
        return dict(yaml_files([into], ASIDE))
    except NothingToCheck:
        return {}


def documents_in(files: Mapping[str, bytes]) -> list[Document]:
    """Give the files of a case that hold sections, by path. Raises Refused where one is broken, and where one a program made was edited."""
    documents = [read(path, data) for path, data in sorted(files.items()) if not is_empty(data)]
    problems = [problem for each in documents for problem in (*each.problems, *edited(each))]
    if problems:
        raise Refused(problems)
    return [each for each in documents if isinstance(each.value, dict)]


def content_of(path: Path) -> bytes:
    """Give the bytes of a document. Raises Refused where it cannot be read, is too large, or a link leads out."""
    if leads_out(path):
        raise Refused([at_file(path.as_posix(), LEADS_OUT())])
    try:
        data = content(path)
    except OSError as error:
        raise Refused([at_file(path.as_posix(), system_says(error))]) from None
    if len(data) > MAX_BYTES:
        raise Refused([at_file(path.as_posix(), file_words.TOO_LARGE(limit=MAX_BYTES // 1024 // 1024))])
    return data
