"""What the pages on the gate show is what the program takes."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from auditor.api.read import all_policies
from auditor.cli.arguments import app
from auditor.cli.commands import COMMANDS
from auditor.loading.exception_files import load_exceptions
from auditor.loading.files.convert import convert
from auditor.loading.files.document import read
from auditor.model.settings import Settings
from tests.conftest import ROOT

PAGES = [ROOT / "docs" / "gate.md", ROOT / "docs" / "exceptions.fr.md"]
RULES = frozenset(rule.id for policy in all_policies() for rule in policy.rules)


def blocks(page: Path, kind: str) -> list[str]:
    return re.findall(rf"```yaml\n(# {kind}\n.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_exceptions_shown_are_valid(page: Path) -> None:
    (shown,) = blocks(page, "exceptions")
    assert load_exceptions([(page.name, shown.encode())], RULES)


def test_the_settings_shown_are_valid_and_all_there_are() -> None:
    (shown,) = blocks(PAGES[0], "settings")
    settings, wrong = convert(read("auditor.yaml", shown.encode()).value, Settings)
    assert wrong == []
    assert settings is not None
    assert set(Settings.__struct_encode_fields__) - set(read("x", shown.encode()).value) == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_commands_shown_exist_with_their_options(page: Path) -> None:
    text = page.read_text(encoding="utf-8").replace("\\\n", " ")
    shown = [
        shlex.split(line, comments=False)
        for line in re.findall(r"(?:^|`)(auditor [a-z][^`\n]*)", text, re.MULTILINE)
    ]
    commands = app().commands
    assert shown
    for _, name, *arguments in shown:
        assert name in COMMANDS
        options = {option for parameter in commands[name].params for option in parameter.opts}
        assert {word for word in arguments if word.startswith("--")} <= options
