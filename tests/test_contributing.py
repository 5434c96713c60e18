"""What CONTRIBUTING shows as examples works, and the places it and the page on architecture name exist."""

from __future__ import annotations

import re
from typing import Any

import pytest
from msgspec.structs import replace

from auditor.api.read import knowledge_base
from auditor.cli.commands import COMMANDS
from auditor.loading.policy_files import load_policies
from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.model.result.gate import PolicyChange
from auditor.rendering.format import Format, Presentation
from auditor.rules.language.validate import problems
from tests.conftest import ROOT

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def example(heading: str, language: str) -> str:
    section = PAGE.partition(f"### Example: {heading}\n")[2].partition("\n### ")[0]
    return section.partition(f"```{language}\n")[2].partition("```")[0]


def test_the_rule_shown_is_a_rule() -> None:
    pack = f"auditor: 1\npolicy: own\ntitle: {{fr: À soi, en: Own}}\nrules:\n{example('a rule', 'yaml')}"
    (policy,) = load_policies([("own.yaml", pack.encode())], knowledge_base(), problems)
    assert len(policy.rules) == 1


def test_the_format_shown_is_a_format_that_tells_what_fails(reference: Result) -> None:
    made: dict[str, Any] = {}
    exec(compile(example("an output format", "python"), "counts.py", "exec"), made)  # noqa: S102
    form = made["FORMAT"]
    assert isinstance(form, Format)
    loosened = replace(reference, loosened=[PolicyChange("TRN-009", Bilingual("supprimée", "taken away"))])
    assert b"taken away (TRN-009)" in form.render(loosened, Presentation(lang="en"))
    assert b"CLM-001 " in form.render(reference, Presentation(lang="fr"))


def test_every_command_is_two_files() -> None:
    missing = [
        name for name in COMMANDS if not (ROOT / "auditor" / "cli" / f"{name.replace('-', '_')}.py").is_file()
    ]
    assert missing == []


#: What stands for any name in a path.
ANY = re.compile(r"SECTION|SUBJECT|NAME|PACK")
NAMED = {
    page: sorted(set(re.findall(r"(?<![\w/.-])(?:auditor|docs|tests|policies|flows)/[\w./*-]+\w", text)))
    for page, text in (
        (page, ANY.sub("*", (ROOT / page).read_text(encoding="utf-8")))
        for page in ("CONTRIBUTING.md", "docs/architecture.md", "docs/texts.md")
    )
}


@pytest.mark.parametrize(("page", "path"), [(page, path) for page, paths in NAMED.items() for path in paths])
def test_a_path_that_is_named_exists(page: str, path: str) -> None:
    # a decision is named by its number
    assert list(ROOT.glob(path)) or list(ROOT.glob(f"{path}-*.md")), f"{page} names {path}"


def test_paths_are_found() -> None:
    assert all(len(paths) > 3 for paths in NAMED.values())
    assert "auditor/cli/main.py" in NAMED["docs/architecture.md"]
