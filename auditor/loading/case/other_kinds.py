"""Files of another kind that lie in the folder of a case: what they are, and where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from auditor.errors import Problem
from auditor.loading.files.document import Document
from auditor.model.case.document import Case
from auditor.model.settings import Settings
from auditor.text.problems import other_kinds as words
from auditor.text.problems.template import Template

SECTIONS: Final = frozenset(Case.__struct_fields__)
SETTINGS: Final = tuple(name for name in Settings.__struct_encode_fields__ if name != "auditor")
#: The keys by which each kind is known, the type of what stands under them, what it is, and where it belongs.
KINDS: Final[tuple[tuple[tuple[str, ...], type, Template, Template], ...]] = (
    (("exceptions",), list, words.EXCEPTIONS, words.EXCEPTIONS_HINT),
    (("baseline",), list, words.BASELINE, words.BASELINE_HINT),
    (("policy",), str, words.PACK, words.PACK_HINT),
    (("rules",), list, words.PACK, words.PACK_HINT),
    (("knowledge",), str, words.KNOWLEDGE, words.KNOWLEDGE_HINT),
    (SETTINGS, object, words.SETTINGS, words.SETTINGS_HINT),
)


def of_another_kind(document: Document) -> Iterator[Problem]:
    """Give that a file is no part of a case, where it holds something else that people write, and nothing of a case."""
    value = document.value
    if not isinstance(value, dict):
        return
    for keys, holds, what, where in KINDS:
        key = next((key for key in keys if isinstance(value.get(key), holds) and key in value), None)
        if key is not None and (what is words.KNOWLEDGE or not _of_a_case(value)):
            yield document.problem((key,), what(), where(), key=True)
            return


def _of_a_case(value: dict[str, Any]) -> bool:
    """Tell whether there is a part of a case: a section of it, or a head; a baseline names its case in a word."""
    return any(name in SECTIONS and isinstance(part, dict | list) for name, part in value.items())
