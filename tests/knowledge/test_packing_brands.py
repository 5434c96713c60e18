"""`make brands`: from a package to the packed list and the notice."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from auditor.loading.knowledge.brands import Unfit, load_brands, load_table
from tests.conftest import ROOT
from tests.test_generated import script

TOLD = {"name": "third-party-web", "version": "9.9.9", "license": "MIT"}


@pytest.fixture(scope="module")
def brands() -> ModuleType:
    return script("brands")


def package(folder: Path) -> Path:
    """A package with everything that the table has read, and nothing else."""
    table, _ = load_table()
    names = [{"name": name, "category": "ad", "domains": []} for name in table.entities]
    domains = [f"*.{domain}" for domain in table.domains]
    (folder / "dist").mkdir()
    (folder / "dist" / "entities-nostats.json").write_text(
        json.dumps([*names, {"name": "All", "category": "ad", "domains": domains}]), encoding="utf-8"
    )
    notice = (ROOT / "NOTICE").read_text("utf-8")
    start = notice.index("Copyright (c) 2019")
    text = notice[start : notice.index("Names of address-block")]
    (folder / "LICENSE").write_text("\n".join(line.strip() for line in text.splitlines()), encoding="utf-8")
    return folder


def test_a_package_of_the_version_that_is_there_keeps_its_month(brands: ModuleType, tmp_path: Path) -> None:
    told = {**TOLD, "version": load_brands().version}
    made = msgspec.json.decode(brands.packed(package(tmp_path), told, ""))
    assert (made["as_of"], made["copyright"]) == (load_brands().as_of, "Copyright (c) 2019 Patrick Hulce")
    assert made["read"] == load_table()[1]


def test_a_new_version_needs_its_month(brands: ModuleType, tmp_path: Path) -> None:
    folder = package(tmp_path)
    with pytest.raises(Unfit, match="say when third-party-web 9"):
        brands.packed(folder, TOLD, "")
    assert msgspec.json.decode(brands.packed(folder, TOLD, "2027-01"))["as_of"] == "2027-01"


@pytest.mark.parametrize("told", [{**TOLD, "license": "GPL-3.0"}, {**TOLD, "name": "third-party-webs"}])
def test_another_package_or_licence_is_not_taken(
    brands: ModuleType, tmp_path: Path, told: dict[str, str]
) -> None:
    with pytest.raises(Unfit):
        brands.packed(package(tmp_path), told, "2027-01")


def test_the_notice_follows_the_version_and_holds_the_licence(brands: ModuleType, tmp_path: Path) -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8")
    folder = package(tmp_path)
    renewed = brands.noticed(notice, folder, "9.9.9")
    assert renewed == notice.replace(load_brands().cited, "third-party-web 9.9.9") != notice
    licence = folder / "LICENSE"
    licence.write_text(
        licence.read_text("utf-8").replace("without restriction", "with restrictions"), encoding="utf-8"
    )
    with pytest.raises(Unfit, match="NOTICE does not hold the licence"):
        brands.noticed(notice, folder, "9.9.9")
