"""The network as JSON, `auditor.graph/1`."""

from __future__ import annotations

from auditor.model.result.document import Result
from auditor.rendering.drawing.network import network
from auditor.rendering.drawing.notation import Notation
from auditor.rendering.json import as_json


def json(result: Result, _: str) -> bytes:
    """Return the network; every name holds both languages."""
    return as_json(network(result))


NOTATION = Notation(render=json, media_type="application/json", suffix=".json")
