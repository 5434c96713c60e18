"""What is generated and committed is what would be generated now."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    return script("generate")


def test_the_output_in_the_readme_is_real(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert script("update_readme").shortened() in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["captures-guide.en.md", "captures-guide.fr.md"])
def test_the_outputs_in_the_guides_are_real(name: str) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    guides = script("update_guides")
    assert len(guides.BLOCK.findall(text)) >= 2
    assert guides.renewed(text) == text


def test_pages(generate: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    stale = [path for path, text in generate.pages() if (ROOT / path).read_text(encoding="utf-8") != text]
    assert stale == [], "run make docs"


def test_the_gallery_of_set_ups(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    gallery = script("setups")
    made = dict(gallery.pages())
    stale = [path for path, text in made.items() if (ROOT / path).read_text(encoding="utf-8") != text]
    assert stale == [], "run make docs"
    assert set(gallery.ORDER) == {path.parent.name for path in (ROOT / "flows/setups").rglob("case.yaml")}
    english, french = (text.splitlines() for text in made.values())
    assert [line[:2] for line in english if line[:1] in "#<"] == [
        line[:2] for line in french if line[:1] in "#<"
    ]


def test_published_reports(generate: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    made = dict(generate.reports())
    stale = [path for path, data in made.items() if (ROOT / path).read_bytes() != data]
    assert stale == [], "run make reports"
    there = {p.relative_to(ROOT).as_posix() for p in (ROOT / "reports").rglob("*") if p.is_file()}
    assert there == set(made)
