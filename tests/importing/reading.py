"""Reading a document of a format in this process, without the command: what it becomes, and what is told of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from auditor.api.import_formats import FORMATS
from auditor.api.read import knowledge_base
from auditor.loading.importing.format import Asked, Document, Imported
from auditor.model.imports import SaidOfSource
from tests.importing import models

Tree = dict[str, Any]


def imported(
    form: str,
    value: Tree | str | bytes,
    *,
    name: str = "m.json",
    folder: Path | None = None,
    own: Tree | None = None,
    beside: str = "",
    keeper: str = "",
    **said: Any,
) -> Imported:
    """Give what a document of a format becomes in a case of a club, with the sections `own` of that case laid over its own."""
    text = json.dumps(value) if isinstance(value, dict) else value
    document = Document(name=name, data=text if isinstance(text, bytes) else text.encode(), folder=folder)
    asked = Asked(
        name="m",
        keeper=keeper,
        said=SaidOfSource(**said),
        own={**yaml.safe_load(models.CASE), **(own or {})},
        others={},
        earlier={},
        knowledge=knowledge_base(),
        beside=Document(name="string.txt", data=beside.encode()) if beside else None,
    )
    chosen = FORMATS.load(form)
    assert chosen.recognises(document)
    return chosen.read(document, asked)


def read(form: str, value: Tree | str | bytes, **asked: Any) -> Tree:
    """Give what a document becomes that all may see."""
    return imported(form, value, **asked).tree


def told(tree: Tree, field: str) -> list[tuple[str, str, str]]:
    """Give what is told of a source in one list of its record: where, what, and the words."""
    listed = tree["imports"]["m"].get(field, [])
    return [(each["at"].partition("#")[2], each["what"], each.get("words", "")) for each in listed]


def flows(tree: Tree) -> list[tuple[str, str, Any]]:
    """Give who sends what to whom."""
    return sorted(
        (flow["from"].removeprefix("m-"), flow["to"].removeprefix("m-"), flow["data"])
        for flow in tree.get("flows", {}).values()
    )
