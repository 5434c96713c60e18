"""JSON Schemas for editors and other programs, made from the very types that loading and rendering use."""

from __future__ import annotations

from typing import Any, Final, Literal

import msgspec

from auditor.loading.knowledge.layers import KnowledgeFile
from auditor.loading.replies.written import WrittenReply
from auditor.model.baseline import BaselineFile
from auditor.model.case.document import CaseFile
from auditor.model.case.flows import Flow
from auditor.model.comparison import Difference
from auditor.model.exceptions import ExceptionFile
from auditor.model.policy import Policy
from auditor.model.result.document import Result
from auditor.model.scalars import (
    AGE_PATTERN,
    COUNT_OR_NONE_PATTERN,
    COUNT_PATTERN,
    COUNTRY_PATTERN,
    DATE_PATTERN,
    MILLISECONDS_PATTERN,
    NUMBER_PATTERN,
    VOTES_PATTERN,
)
from auditor.model.settings import Settings
from auditor.text.fields.structs import SECTION_OF
from auditor.text.fields.table import doc_of, rows
from auditor.text.vocabulary.documented import VOCABULARIES, Vocabulary

SchemaName = Literal[
    "case", "policy", "exceptions", "baseline", "config", "knowledge", "answers", "result", "diff"
]
TYPES: Final[dict[str, Any]] = {
    "case": CaseFile,
    "policy": Policy,
    "exceptions": ExceptionFile,
    "baseline": BaselineFile,
    "config": Settings,
    "knowledge": KnowledgeFile,
    "answers": WrittenReply,
    "result": Result,
    "diff": Difference,
}
#: Whose fields refer to the vocabularies, and are those of a case.
WORDED: Final = frozenset({"case", "knowledge"})
#: What the program writes and nobody types.
WRITTEN: Final = frozenset({"result", "diff"})
NUMERIC: Final = frozenset({AGE_PATTERN, NUMBER_PATTERN, VOTES_PATTERN})
COUNTS: Final = frozenset({COUNT_PATTERN, COUNT_OR_NONE_PATTERN})
BOOLEAN: Final = frozenset({"true", "false"})


def schema(kind: SchemaName) -> dict[str, Any]:
    """Give the JSON Schema (2020-12) of what people write (a case, a policy, exceptions …) or of a result.

    Editors read YAML with types, so a year, a version, a share or a yes may stand unquoted. They see one file: what a flow lacks may
    stand in an import that it completes, so that no field of it is required; loading sees all files and says what is missing.
    """
    (reference,), definitions = msgspec.json.schema_components([TYPES[kind]], ref_template="#/$defs/{name}")
    made: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:dataflow-auditor:schema:{kind}:1",
        "title": f"auditor {kind}",
        **reference,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }
    if kind in WORDED:
        made["$defs"] = dict(sorted({**made["$defs"], **_vocabularies()}.items()))
    if kind == "case":
        del made["$defs"][Flow.__name__]["required"]
    made = _portable(made if kind in WRITTEN else _loosened(made))
    if kind in WORDED:
        _describe(made["$defs"])
    return made


def _vocabularies() -> dict[str, Any]:
    """Give the definitions of the vocabularies with built-in words: as an enum where they are closed, else beside a text."""
    made: dict[str, Any] = {}
    for name, vocabulary in VOCABULARIES.items():
        listed = {"enum": list(vocabulary.words), "description": _listed(vocabulary)}
        made[name] = listed if vocabulary.others is None else {"anyOf": [listed, vocabulary.others]}
    return made


def _listed(vocabulary: Vocabulary) -> str:
    """Give each word of a vocabulary with what it means in English and in French, a line each."""
    return "\n".join(f"{word}: {said.name.en} / {said.name.fr}" for word, said in vocabulary.words.items())


def _portable(node: Any) -> Any:
    """Give the schema with patterns as other languages than Python write them, where `$` is the end of the text."""
    if isinstance(node, list):
        return [_portable(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {name: _portable(part) for name, part in node.items()}
    if isinstance(made.get("pattern"), str):
        made["pattern"] = made["pattern"].replace(r"\Z", "$")
    return made


def _describe(definitions: dict[str, Any]) -> None:
    """Add to each field of a case what it is in both languages, for the help of editors; call a value what it is, not how it is typed."""
    sections = {struct.__name__: section for struct, section in SECTION_OF.items()}
    for name, definition in definitions.items():
        if "title" in definition:
            definition["title"] = definition["title"].partition("[")[0]
        section = "file" if name == CaseFile.__name__ else sections.get(name)
        for field, property_ in definition.get("properties", {}).items():
            if section is not None and field in rows(section):
                said = doc_of(section, field)
                property_.setdefault("description", f"{said.en} / {said.fr}")


def _loosened(node: Any) -> Any:
    if isinstance(node, list):
        return [_loosened(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {name: _loosened(part) for name, part in node.items()}
    if made.get("type") == "string" and "pattern" in made:
        return _scalar(made)
    if "enum" in made:
        return _words(made)
    return made


def _scalar(made: dict[str, Any]) -> dict[str, Any]:
    if made["pattern"] in NUMERIC:
        return {"anyOf": [made, {"type": "number", "minimum": 0}]}
    if made["pattern"] in COUNTS:
        return {"anyOf": [made, {"type": "integer", "minimum": 0}]}
    if made["pattern"] == MILLISECONDS_PATTERN:
        return {"anyOf": [made, {"type": "integer"}]}
    if made["pattern"] == DATE_PATTERN:
        return {"anyOf": [made, {"type": "integer", "minimum": 1000, "maximum": 9999}]}
    if made["pattern"] == COUNTRY_PATTERN:
        return {"anyOf": [made, {"const": False, "description": "NO, which YAML 1.1 reads as false"}]}
    return made


def _words(made: dict[str, Any]) -> dict[str, Any]:
    words = made["enum"]
    if set(words) >= BOOLEAN:
        return {"anyOf": [made, {"type": "boolean"}]}
    numbers = [int(word) for word in words if word.isdigit()]
    if numbers:
        return {"anyOf": [made, {"const": 1} if words == ["1"] else {"enum": numbers}]}
    return made
