"""What lies in the folder of a registry is offered, complete and described; what is forgotten is named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from auditor.cli.arguments import app
from auditor.errors import UsageRefused
from auditor.model.bilingual import Bilingual
from auditor.model.result.document import Result
from auditor.rendering.drawing.notation import Notation
from auditor.rendering.drawing.notations import NOTATIONS
from auditor.rendering.exports.paper import Paper
from auditor.rendering.exports.papers import PAPERS
from auditor.rendering.format import Format, Presentation
from auditor.rendering.formats import FORMATS
from auditor.rendering.registry import Registry
from auditor.text import formats
from tests.conftest import ROOT


def test_every_format_has_its_line_in_text_and_in_the_documentation() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    described = {name: formats.FORMATS.get(name) for name in FORMATS.names()}
    assert [name for name, words in described.items() if not isinstance(words, Bilingual)] == []
    assert [name for name in formats.FORMATS if name not in FORMATS.names()] == []
    assert [name for name in FORMATS.names() if f"\n| `{name}` |" not in page] == [], "run make docs"


@pytest.mark.parametrize("name", FORMATS.names())
def test_every_format_is_declared_and_renders_in_the_languages_it_says(name: str, reference: Result) -> None:
    form = FORMATS.load(name)
    assert isinstance(form, Format)
    assert "/" in form.media_type
    assert form.suffix.startswith(".")
    french, english = (form.render(reference, Presentation(lang=lang)) for lang in ("fr", "en"))
    assert (french == english) is form.both_languages
    assert french == form.render(reference, Presentation(lang="fr"))


@pytest.mark.parametrize(
    ("command", "parameter", "registry"),
    [("check", "form", FORMATS), ("graph", "form", NOTATIONS), ("export", "paper", PAPERS)],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_the_command_offers_what_lies_in_the_folder(
    command: str, parameter: str, registry: Registry[object]
) -> None:
    found = next(each for each in app([command]).commands[command].params if each.name == parameter)  # type: ignore[attr-defined]
    assert tuple(found.type.choices) == registry.names()


@pytest.mark.parametrize("name", NOTATIONS.names())
def test_every_notation_is_declared(name: str) -> None:
    notation = NOTATIONS.load(name)
    assert isinstance(notation, Notation)
    assert "/" in notation.media_type
    assert notation.suffix.startswith(".")


@pytest.mark.parametrize("name", PAPERS.names())
def test_every_paper_is_declared(name: str) -> None:
    paper = PAPERS.load(name)
    assert isinstance(paper, Paper)
    assert paper.writers


def test_the_export_command_names_every_format_of_a_paper() -> None:
    forms = {form for name in PAPERS.names() for form in PAPERS.load(name).writers}
    option = next(each for each in app(["export"]).commands["export"].params if each.name == "form")  # type: ignore[attr-defined]
    assert option.metavar == f"<{'|'.join(sorted(forms))}>"


def test_a_file_in_the_folder_is_all_a_registry_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "shapes_of_test"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    (package / "round.py").write_text("SHAPE = 'round'\n", encoding="utf-8")
    (package / "square.py").write_text("raise RuntimeError('imported without need')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    shapes: Registry[str] = Registry("shapes_of_test", str(package / "__init__.py"), "SHAPE", "NO_FORMAT")
    assert shapes.names() == ("round", "square")
    assert shapes.load("round") == "round"
    with pytest.raises(UsageRefused, match="no such format: flat"):
        shapes.load("flat")


@pytest.mark.parametrize("registry", [FORMATS, NOTATIONS, PAPERS], ids=["formats", "notations", "papers"])
def test_a_name_that_no_file_has_is_refused_in_both_languages(registry: Registry[object]) -> None:
    with pytest.raises(UsageRefused, match="flat") as refused:
        registry.load("flat")
    assert "flat" in refused.value.message.fr
    assert refused.value.hint is not None
    assert registry.names()[0] in refused.value.hint.en


def test_naming_the_formats_imports_none_of_them() -> None:
    program = (
        "import sys; from auditor.rendering.formats import FORMATS; FORMATS.names();"
        "print(*(m for m in sys.modules if m.startswith('auditor.rendering.formats.') or m == 'msgspec'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.split() == []
