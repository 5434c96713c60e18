"""The library face: light to import, typed, and shown by a page whose examples run."""

from __future__ import annotations

import ast
import gc
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import auditor
from auditor.api import assess as judging
from auditor.errors import UsageRefused
from auditor.version import __version__
from tests.conftest import REFERENCE, ROOT

PAGE = ROOT / "docs" / "python.md"


def test_importing_the_library_loads_nothing_else() -> None:
    program = "import sys; before = set(sys.modules); import auditor; print(*set(sys.modules) - before)"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert set(done.stdout.split()) <= {"auditor", "auditor.version", "__future__"}


def test_every_name_of_the_library_is_there_and_documented() -> None:
    assert set(auditor.__all__) <= set(dir(auditor))
    for name in auditor.__all__:
        found = getattr(auditor, name)
        assert found is __version__ or (found.__doc__ or "").strip(), name
    with pytest.raises(AttributeError, match="no attribute 'judge'"):
        auditor.judge  # type: ignore[attr-defined]  # noqa: B018


def names_for_type_checkers() -> set[str]:
    tree = ast.parse((ROOT / "auditor" / "__init__.py").read_text(encoding="utf-8"))
    imports = [
        node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module != "__future__"
    ]
    return {alias.name for node in imports if node.module != "importlib" for alias in node.names}


def test_type_checkers_see_the_same_names() -> None:
    assert names_for_type_checkers() == set(auditor.__all__)


def imports_the_face(file: Path) -> bool:
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    return any(isinstance(node, ast.ImportFrom) and node.module == "auditor" for node in nodes) or any(
        alias.name == "auditor" for node in nodes if isinstance(node, ast.Import) for alias in node.names
    )


def test_no_module_inside_imports_the_face() -> None:
    inside = sorted((ROOT / "auditor").rglob("*.py"))
    assert [file.relative_to(ROOT).as_posix() for file in inside if imports_the_face(file)] == []


def examples() -> list[str]:
    return re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_examples_of_the_page_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "flows").symlink_to(ROOT / "flows")
    monkeypatch.chdir(tmp_path)
    shared: dict[str, Any] = {}
    for example in examples():
        exec(compile(example, PAGE.name, "exec"), shared)  # noqa: S102
    assert shared["established"]
    assert shared["grave"]
    assert "platform" in shared["graph"]
    assert Path("audit.html").read_bytes().startswith(b"<!doctype html>")
    assert Path("gravest.html").read_bytes().startswith(b"<!doctype html>")


def test_the_page_shows_every_function_of_the_library() -> None:
    shown = "\n".join(examples())
    functions = [name for name in auditor.__all__ if callable(getattr(auditor, name)) and name.islower()]
    assert [name for name in functions if f"{name}(" not in shown] == []


@pytest.mark.parametrize(("form", "lang"), [("pdf", "en"), ("text", "de")])
def test_a_format_or_language_that_does_not_exist_is_refused(form: str, lang: str) -> None:
    result = auditor.assess(auditor.read(REFERENCE))
    with pytest.raises(UsageRefused):
        auditor.render(result, form, lang)


def test_the_graph_of_a_case_is_a_copy() -> None:
    materials = auditor.read(REFERENCE)
    auditor.graph_of(materials).clear()
    graph = auditor.graph_of(materials)
    assert {data["kind"] for _, _, data in graph.edges(data=True)} == {
        "hop",
        "holding",
        "operates",
    }
    assert graph.nodes["doctolib"] == {
        "kind": "organisation",
        "name_en": "Doctolib SAS",
        "name_fr": "Doctolib SAS",
    }


@pytest.mark.parametrize("running", [True, False])
def test_the_collector_rests_while_a_case_is_judged_and_is_then_as_it_was(
    monkeypatch: pytest.MonkeyPatch, running: bool
) -> None:
    seen: list[bool] = []
    evaluate, verdict = judging.evaluate, judging.verdict

    def evaluated(*given: Any, **more: Any) -> Any:
        seen.append(gc.isenabled())
        return evaluate(*given, **more)

    def told(*given: Any, **more: Any) -> Any:
        seen.append(gc.isenabled())
        return verdict(*given, **more)

    monkeypatch.setattr(judging, "evaluate", evaluated)
    monkeypatch.setattr(judging, "verdict", told)
    before = gc.isenabled()
    (gc.enable if running else gc.disable)()
    try:
        auditor.assess(auditor.read(REFERENCE))
        assert gc.isenabled() == running
        monkeypatch.setattr(judging, "derive", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            auditor.assess(auditor.read(REFERENCE))
        assert gc.isenabled() == running
    finally:
        (gc.enable if before else gc.disable)()
    assert seen
    assert not any(seen)
