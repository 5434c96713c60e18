"""What each command loads: nothing before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from auditor.cli.commands import COMMANDS
from tests.conftest import REFERENCE, ROOT

THIRD_PARTY = (
    "typer",
    "click",
    "rich",
    "yaml",
    "networkx",
    "jinja2",
    "msgspec",
    "ijson",
    "python_calamine",
    "publicsuffixlist",
    "pydantic",
    "numpy",
)


def loaded_by(*arguments: str) -> set[str]:
    return {name.partition(".")[0] for name in modules_of(*arguments)} & set(THIRD_PARTY)


def modules_of(*arguments: str) -> set[str]:
    program = (
        "import os, sys\n"
        "def leave(code=0):\n"
        "    print(*sorted(sys.modules), file=sys.stderr, flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
        "os._exit = sys.exit = leave\n"
        f"sys.argv = ['auditor', *{list(arguments)!r}]\n"
        "from auditor.cli.main import main; main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False
    )
    return set(done.stderr.split())


def test_the_version_loads_no_third_party_module() -> None:
    assert loaded_by("--version") == set()


def test_help_loads_only_the_command_line() -> None:
    assert loaded_by("--help") <= {"typer"}


@pytest.mark.parametrize("asked", ["-h", "--help"])
def test_the_help_of_the_program_imports_no_command(asked: str) -> None:
    assert modules_of(asked).isdisjoint(COMMANDS.values())


def test_a_check_imports_no_other_command_and_no_room_of_another() -> None:
    loaded = modules_of("check", str(REFERENCE), "--fail-on", "never")
    assert loaded & set(COMMANDS.values()) == {"auditor.cli.check"}
    others = (
        "auditor.loading.importing",
        "auditor.loading.replies",
        "auditor.loading.captures",
        "auditor.api.surveying",
        "auditor.rendering.captures",
        "auditor.rendering.forms",
        "auditor.rendering.survey",
        "auditor.judging.weighed",
    )
    assert [name for name in sorted(loaded) if name.startswith(others)] == []
    assert loaded.isdisjoint(
        ("json", "random", "dask", "distributed", "xlsxwriter", "pyarrow", "multiprocessing")
    )


def test_a_check_of_sound_files_loads_nothing_that_words_their_errors() -> None:
    loaded = modules_of("check", str(REFERENCE), "--fail-on", "never")
    errors = {"auditor.loading.files.torn_text", "auditor.loading.files.yaml_words", "difflib"}
    assert loaded.isdisjoint(errors)
    assert loaded.isdisjoint({"threading", "string"})
    assert loaded.isdisjoint({"auditor.text.near_names", "auditor.text.synonyms"})
    said = {name for name in loaded if name.startswith("auditor.text.problems.")}
    assert said == {"auditor.text.problems.other_kinds", "auditor.text.problems.template"}


def test_a_check_loads_no_template_engine_no_graph_library_and_nothing_for_show() -> None:
    assert loaded_by("check", str(REFERENCE), "--fail-on", "never") <= {"yaml", "msgspec"}


def test_a_capture_alone_loads_what_reads_captures() -> None:
    assert {"ijson", "publicsuffixlist"} <= loaded_by("capture", "show", "tests/captures/small.har")


def test_workbooks_alone_load_what_opens_them() -> None:
    assert "python_calamine" not in loaded_by("import", "tests/importing/small.csv", "--into", "build/none")


def test_listing_rules_does_not_load_the_graph() -> None:
    assert "networkx" not in loaded_by("rules")


def test_a_check_loads_the_texts_of_its_own_surface() -> None:
    texts = {name for name in modules_of("check", str(REFERENCE), "--fail-on", "never") if ".text." in name}
    assert "auditor.text.console" in texts
    others = (
        "page",
        "story",
        "annex",
        "drawing",
        "letters",
        "knowledge",
        "comparison",
        "difference",
        "bundle",
    )
    assert texts.isdisjoint(f"auditor.text.{name}" for name in others)
