"""Whatever an addition says, it is taken or refused with its problems; nothing else ever happens."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.api.knowledge import _entries, whole
from auditor.errors import Problem, Refused
from auditor.loading.files.document import read
from auditor.loading.files.folder import shipped
from auditor.loading.knowledge.layers import MERGED, add_knowledge
from auditor.model.law import Knowledge
from auditor.rendering.knowledge import render_entries

BASE = whole(())
FILES = {path: read(path, data).value for path, data in [*shipped("knowledge"), *shipped("knowledge/web")]}
ENTRIES = [
    (section, key, entry)
    for value in FILES.values()
    for section in (*MERGED, "ownership")
    for key, entry in (
        value.get(section, {}).items()
        if isinstance(value.get(section), dict)
        else enumerate(value.get(section, []))
    )
    if isinstance(entry, dict)
]
ANYTHING = st.recursive(
    st.sampled_from(
        [
            "",
            "unknown",
            "none",
            "2019",
            "2019-02-31",
            "x",
            "FR",
            "ovh",
            "51",
            "-1",
            "verified",
            "https://x",
            "é",
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["value", "fr", "since", "is", "min"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@given(st.data())
@settings(max_examples=80)
def test_any_change_of_an_entry_is_taken_or_refused(data: st.DataObject) -> None:
    section, key, entry = data.draw(st.sampled_from(ENTRIES))
    changed: dict[str, Any] = dict(entry)
    for field in data.draw(
        st.lists(st.sampled_from(sorted({*entry, "certified", "parent", "history"})), min_size=1, max_size=2)
    ):
        if data.draw(st.booleans()):
            changed.pop(field, None)
        else:
            changed[field] = data.draw(ANYTHING)
    part = [changed] if section == "ownership" else {key: changed}
    text = json.dumps(
        {"auditor": "1", "knowledge": "own", "as_of": "2026-11-23", section: part}, ensure_ascii=False
    )
    known, problems = _added(text)
    assert all(p.path == "own/a.yaml" and p.line for p in problems)
    if known is None:
        assert problems
        return
    name = key if section != "ownership" else changed["owner"]
    for form in ("text", "json"):
        assert render_entries(_entries(known, str(name), "2024-01-01"), form, "fr")


def _added(text: str) -> tuple[Knowledge | None, list[Problem]]:
    try:
        return add_knowledge(BASE, [("own/a.yaml", text.encode())])[0], []
    except Refused as refused:
        return None, refused.problems
