"""Settings from `auditor.yaml`, or from `[tool.auditor]` in pyproject.toml."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from msgspec import structs

from auditor.errors import Problem, Refused, UsageRefused, Wrong, at_file
from auditor.loading.files.convert import convert
from auditor.loading.files.document import read
from auditor.loading.files.folder import one_file
from auditor.loading.files.repository import TABLE, git_root, leads_out
from auditor.model.settings import Settings
from auditor.text.problems import settings as words
from auditor.text.problems.files import LEADS_OUT
from auditor.text.problems.hints import READER_SAYS, TOO_DEEP


def load_settings(path: Path) -> Settings:
    """Give the settings in a file, its paths as they open from here. Raises Refused with every problem and its place."""
    shown = Path(os.path.relpath(path)).as_posix()
    data = one_file(path)[1]
    settings = _toml(shown, data) if path.suffix == ".toml" else _yaml(shown, data)
    wrong = [name for name in _paths(settings) if not _inside(name, path.parent)]
    if wrong:
        raise Refused([at_file(shown, words.PATH_LEADS_OUT(name=name), words.PATHS_HINT()) for name in wrong])
    here = Path(os.path.relpath(path.parent))
    return structs.replace(
        settings,
        policies=[(here / name).as_posix() for name in settings.policies],
        knowledge=[(here / name).as_posix() for name in settings.knowledge],
        exceptions=(here / settings.exceptions).as_posix() if settings.exceptions else "",
        baseline=(here / settings.baseline).as_posix() if settings.baseline else "",
    )


def _paths(settings: Settings) -> list[str]:
    named = [*settings.policies, *settings.knowledge, settings.exceptions, settings.baseline]
    return [name for name in named if name]


def _inside(name: str, folder: Path) -> bool:
    root = (git_root(folder) or folder).resolve()
    target = (folder / name).resolve()
    if Path(name).is_absolute() or not target.is_relative_to(root):
        return False
    return not any(part.startswith(".") for part in target.relative_to(root).parts)


def _yaml(shown: str, data: bytes) -> Settings:
    document = read(shown, data)
    if document.problems:
        raise Refused(document.problems)
    typed, wrong = convert(document.value if data.strip() else {}, Settings)
    if typed is None:
        raise Refused([document.place(_hinted(each)) for each in wrong])
    return typed


def _toml(shown: str, data: bytes) -> Settings:
    import tomllib

    try:
        text = data.decode()
        tool = tomllib.loads(text).get("tool", {})
        table = _texts(tool.get("auditor", {}) if isinstance(tool, dict) else tool)
    except RecursionError:
        raise Refused([at_file(shown, words.NOT_TOML(error=TOO_DEEP()))]) from None
    except ValueError as error:
        raise Refused([at_file(shown, words.NOT_TOML(error=READER_SAYS(words=str(error))))]) from None
    typed, wrong = convert(table, Settings)
    if typed is None:
        raise Refused([_placed(shown, text, _hinted(each)) for each in wrong])
    return typed


def _hinted(wrong: Wrong) -> Wrong:
    """Give what is wrong; of a tree that is audited and would choose what is written, why no setting does."""
    return wrong._replace(hint=words.WRITING()) if wrong.key and wrong.route == ("output",) else wrong


def _texts(value: Any) -> Any:
    """Give whole numbers as texts: `auditor = 1` is what people write."""
    if isinstance(value, dict):
        return {name: _texts(part) for name, part in value.items()}
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _placed(shown: str, text: str, wrong: Wrong) -> Problem:
    """Place a problem at the line of its key below the table; TOML is read without places."""
    lines = text.splitlines()
    start = next((n for n, line in enumerate(lines) if TABLE.match(line.encode())), 0)
    key = str(wrong.route[0]) if wrong.route else ""
    nowhere = Problem(
        path=shown,
        line=start + 1,
        column=1,
        message=wrong.message,
        hint=wrong.hint,
        text=lines[start] if lines else "",
    )
    for number, line in enumerate(lines[start:], start + 1):
        found = re.match(rf"\s*([\"']?)({re.escape(key)})\1\s*=", line)
        if found and key:
            column = found.start(2) + 1
            return nowhere._replace(line=number, column=column, text=line, width=len(key))
    return nowhere


def named(path: Path) -> Settings:
    """Give the settings in the file that a request names. Raises UsageRefused where there is none, Refused for a link out."""
    if leads_out(path):
        raise Refused([at_file(path.as_posix(), LEADS_OUT())])
    if not path.is_file():
        raise UsageRefused(words.NO_SUCH_FILE(path=path.as_posix()))
    return load_settings(path)
