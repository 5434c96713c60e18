"""Settings from `auditor.yaml`, or from `[tool.auditor]` in pyproject.toml."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any, Final

from msgspec import structs

from auditor.errors import Problem, Refused, UsageRefused
from auditor.loading.files.convert import convert
from auditor.loading.files.document import read
from auditor.loading.files.folder import one_file
from auditor.loading.files.repository import LEADS_OUT, TABLE, git_root, leads_out
from auditor.model.settings import Settings

#: A tree that is audited must not choose what is written, so no setting does.
WRITING: Final = "what is written is named on the command line: --output FORMAT:FILE"


def load_settings(path: Path) -> Settings:
    """Give the settings in a file, its paths as they open from here. Raises Refused with every problem and its place."""
    shown = Path(os.path.relpath(path)).as_posix()
    data = one_file(path)[1]
    settings = _toml(shown, data) if path.suffix == ".toml" else _yaml(shown, data)
    wrong = [name for name in _paths(settings) if not _inside(name, path.parent)]
    if wrong:
        hint = "paths in settings are relative to their file and stay inside the repository, out of hidden folders"
        raise Refused(
            [Problem(shown, 0, 0, f"a path that leads out of the repository: {name}", hint) for name in wrong]
        )
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
        raise Refused(
            [
                document.problem(route, text, _hint(text, hint), key=text.startswith("unknown key"))
                for route, text, hint in wrong
            ]
        )
    return typed


def _toml(shown: str, data: bytes) -> Settings:
    import tomllib

    try:
        text = data.decode()
        table = tomllib.loads(text).get("tool", {}).get("auditor", {})
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Refused([Problem(shown, 0, 0, f"this is not TOML: {error}")]) from None
    typed, wrong = convert(_texts(table), Settings)
    if typed is None:
        raise Refused(
            [_placed(shown, text, route, message, _hint(message, hint)) for route, message, hint in wrong]
        )
    return typed


def _hint(message: str, hint: str) -> str:
    return WRITING if message == "unknown key: output" else hint


def _texts(value: Any) -> Any:
    """Give whole numbers as texts: `auditor = 1` is what people write."""
    if isinstance(value, dict):
        return {name: _texts(part) for name, part in value.items()}
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _placed(shown: str, text: str, route: tuple[str | int, ...], message: str, hint: str) -> Problem:
    """Place a problem at the line of its key below the table; TOML is read without places."""
    lines = text.splitlines()
    start = next((n for n, line in enumerate(lines) if TABLE.match(line.encode())), 0)
    key = str(route[0]) if route else ""
    for number, line in enumerate(lines[start:], start + 1):
        found = re.match(rf"\s*([\"']?)({re.escape(key)})\1\s*=", line)
        if found and key:
            return Problem(shown, number, found.start(2) + 1, message, hint, line, len(key))
    return Problem(shown, start + 1, 1, message, hint, lines[start] if lines else "")


def named(path: Path) -> Settings:
    """Give the settings in the file that a request names. Raises UsageRefused where there is none, Refused for a link out."""
    if leads_out(path):
        raise Refused([Problem(path.as_posix(), 0, 0, LEADS_OUT)])
    if not path.is_file():
        raise UsageRefused(f"no such file of settings: {path.as_posix()}")
    return load_settings(path)
