"""`auditor graph`: each format can be read by its readers, and no name becomes syntax."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from auditor.api.graph import graph
from auditor.model.result.document import Result
from auditor.rendering.drawing.notations import NOTATIONS
from tests.conftest import ROOT, tree_of
from tests.running import run_here

HOSTILE = (
    '"]; click n0 "javascript:alert(1)"',
    "</text><script>alert(2)</script>",
    "<b>bold</b>",
    'a" -> n1 [URL="javascript:alert(3)"]; "',
    "back\\slash\\",
    "]] --> n9 %%{init: {}}%% `md` ; #quot;",
    "<![CDATA[ & ]]>",
)


@pytest.fixture(scope="module")
def hostile(judge: Callable[..., Result]) -> Result:
    tree: dict[str, Any] = tree_of(ROOT / "flows" / "doctolib-2019")
    for entry, name in zip(("doctolib", "practices"), HOSTILE[:2], strict=True):
        tree["organisations"][entry]["title"] = name
    for entry, name in zip(("platform", "coreye", "azn", "aws"), HOSTILE[2:6], strict=True):
        tree["hosts"][entry]["title"] = name
    tree["people"]["patient"]["title"] = HOSTILE[6]
    return judge(tree)


def test_svg_holds_names_as_text(hostile: Result) -> None:
    drawn = graph(hostile, "svg", "en").decode()
    assert "<script" not in drawn
    assert "<b>" not in drawn
    assert "javascript:" not in re.sub(r">[^<]*<", "><", drawn)
    assert drawn.startswith("<svg ")


def test_graphml_reads_back_with_every_name(hostile: Result) -> None:
    network = nx.read_graphml(BytesIO(graph(hostile, "graphml", "en")))
    labels = {
        data["label"].removesuffix(" (FR)").removesuffix(" (LU)") for _, data in network.nodes(data=True)
    }
    assert set(HOSTILE) <= labels
    assert {data["kind"] for *_, data in network.edges(data=True)} >= {"flow", "operates", "control"}


def test_json_names_every_end(reference: Result) -> None:
    found = json.loads(graph(reference, "json", "en"))
    ids = {node["id"] for node in found["nodes"]}
    assert found["schema"] == "auditor.graph/1"
    assert {end for edge in found["edges"] for end in (edge["from"], edge["to"])} <= ids
    assert {edge["number"] for edge in found["edges"] if edge["kind"] == "flow"} == {
        f.number for f in reference.flows
    }


def test_dot_is_only_quoted_names_between_its_own_words(hostile: Result) -> None:
    text = graph(hostile, "dot", "en").decode()
    node = r'n\d+ \[label="(?:[^"\\]|\\.)*", shape=\w+\];'
    edge = r'n\d+ -> n\d+ \[label="(?:[^"\\]|\\.)*", style=\w+\];'
    for line in text.strip().splitlines()[2:-1]:
        assert re.fullmatch(rf"  (?:{node}|{edge})", line), line
    assert 'label="<' not in text


def test_mermaid_is_only_encoded_names_between_its_own_words(hostile: Result) -> None:
    lines = graph(hostile, "mermaid", "en").decode().strip().splitlines()
    label = r'"(?:[\w .,\-]|#\d+;)*"'
    assert lines[0] == "flowchart LR"
    for line in lines[1:]:
        assert re.fullmatch(rf"  n\d+(?:\[{label}\]| (?:-->|-\.->)\|{label}\| n\d+)", line), line


@pytest.mark.parametrize("form", NOTATIONS.names())
def test_same_bytes_each_time(reference: Result, form: str) -> None:
    assert graph(reference, form, "fr") == graph(reference, form, "fr")


def test_the_command_writes_a_file_or_speaks(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    case = str(ROOT / "flows" / "plaintext-hop")
    out = tmp_path / "below" / "graph.dot"
    assert run_here(capfd, "graph", case, "--format", "dot", "--out", str(out)).returncode == 0
    assert out.read_bytes().startswith(b"digraph case {")
    assert ">en clair</text>" in run_here(capfd, "graph", case, "--format", "svg", "--lang", "fr").stdout


@pytest.mark.parametrize(("lang", "words"), [("fr", "(pays inconnu)"), ("en", "(country not known)")])
@pytest.mark.parametrize("form", ["dot", "mermaid", "graphml"])
def test_a_country_that_is_not_known_is_said_so(
    judge: Callable[..., Result], form: str, lang: str, words: str
) -> None:
    tree = tree_of(ROOT / "flows" / "doctolib-2019")
    tree["hosts"]["platform"]["operator"] = "unknown"
    made = graph(judge(tree), form, lang).decode()
    assert "(unknown)" not in made.replace("#40;", "(").replace("#41;", ")")
    assert words in made.replace("#40;", "(").replace("#41;", ")")
