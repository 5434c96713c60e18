"""The knowledge base as it comes with the program, from the form made beforehand where that is still of the same YAML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from auditor.loading.files.folder import File, aside, inputs, shipped
from auditor.loading.made_form import hashes, lines
from auditor.model.law import Knowledge
from auditor.model.materials import Input

MADE: Final = "knowledge/base.json"


class _Made(msgspec.Struct, frozen=True):
    """The made form: of which files, and what they say."""

    files: dict[str, str]
    knowledge: Knowledge


def load_base() -> tuple[Knowledge, tuple[Input, ...]]:
    """Give the knowledge that comes with the program, and the files it is written in. Raises Refused."""
    files = shipped("knowledge")
    read = inputs(files)
    found = _made(read)
    if found is None:
        from auditor.loading.knowledge.layers import load_knowledge

        found = load_knowledge(files)
    return found, read


def _made(files: Sequence[Input]) -> Knowledge | None:
    data = aside(MADE)
    try:
        made = msgspec.json.decode(data, type=_Made) if data else None
    except msgspec.MsgspecError:
        return None
    return None if made is None or made.files != hashes(files) else made.knowledge


def make(files: Sequence[File]) -> bytes:
    """Give the made form of `files`, an entry a line, so that changes of it can be read. Raises Refused."""
    from auditor.loading.knowledge.layers import load_knowledge

    knowledge = msgspec.to_builtins(load_knowledge(files))
    parts = [f'"{name}":{lines(part)}' for name, part in knowledge.items()]
    text = f'{{"files":{lines(hashes(inputs(files)))},"knowledge":{{\n{("," + chr(10)).join(parts)}\n}}}}\n'
    return text.encode()
