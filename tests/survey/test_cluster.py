"""Surveys on a cluster of Dask on this machine: the same files as in processes, whatever ends a worker."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.api.surveying import cluster
from auditor.api.surveying.survey import survey
from auditor.errors import UsageRefused
from auditor.loading.survey_files import rows
from tests.cli.test_imports import modules_of
from tests.survey.making import Here, asked, case, files, har, put
from tests.survey.work import work

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]


def test_a_cluster_gives_the_same_files_though_a_worker_is_killed(
    here: Here, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path / "s", once__case_yaml=case(), bad_har="{")
    for number in range(10):
        put(folder, **{f"site-{number}_har": har(f"site-{number}.example", "connect.facebook.net")})
    here.survey(folder, out=tmp_path / "here")
    monkeypatch.undo()
    monkeypatch.setattr(cluster, "work_through", work)
    survey(asked(folder, out=tmp_path / "out", cluster="local:2"), lambda _: None)
    assert (folder / "was-killed").exists()
    assert files(tmp_path / "out") == files(tmp_path / "here")


def test_a_case_that_ends_its_workers_is_the_row_that_it_is_in_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = put(tmp_path / "s", a__case_yaml=case(), kills__case_yaml=case("b"))
    monkeypatch.setattr(cluster, "work_through", work)
    survey(asked(folder, out=tmp_path / "out", cluster="local:1"), lambda _: None)
    assert [(row.case, row.state) for row in rows(tmp_path / "out" / "survey.jsonl")] == [
        ("s/a", "judged"),
        ("s/kills", "failed"),
    ]


def test_an_address_at_which_nothing_answers_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", "1s")
    folder = put(tmp_path / "s", a__case_yaml=case())
    wanted = asked(folder, out=tmp_path / "out", cluster="tcp://127.0.0.1:9")
    with pytest.raises(UsageRefused, match="no scheduler answers at tcp"):
        survey(wanted, lambda _: None)


@pytest.mark.parametrize(
    "address", ["", "local:0", "local:-1", "local:two", "http://x", "x", "tcp://x", "a b:1"]
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(UsageRefused, match="--cluster wants"):
        cluster.sound(address)


@pytest.mark.parametrize(
    "address", ["local", "local:4", "tcp://scheduler:8786", "tls://10.0.0.1:8786", "[::1]:8786"]
)
def test_what_is_an_address_is_none_the_worse_for_it(address: str) -> None:
    cluster.sound(address)


def test_without_its_package_a_cluster_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda _: None)
    with pytest.raises(UsageRefused, match="distributed"):
        cluster.sound("local")


def test_nothing_of_a_cluster_is_imported_without_one(tmp_path: Path) -> None:
    folder = put(tmp_path / "s", a__case_yaml=case())
    modules = modules_of("survey", str(folder), "--out", str(tmp_path / "out"), "--workers", "1")
    assert "auditor.api.surveying.survey" in modules
    assert (tmp_path / "out" / "index.html").exists()
    roots = {name.partition(".")[0] for name in modules}
    assert roots.isdisjoint({"distributed", "dask", "tornado", "pyarrow"})
    assert "auditor.api.surveying.cluster" not in modules
