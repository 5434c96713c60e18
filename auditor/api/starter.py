"""A starter case: commented, small, and passing its own check."""

from __future__ import annotations

from auditor.text.starter import BODY, STARTER


def files(lang: str) -> dict[str, bytes]:
    """Give the files of a starter case by name: the case, in `lang`, and the schema that editors complete it with."""
    from auditor.api.schema import schema

    words = {key: text.fr if lang == "fr" else text.en for key, text in STARTER.items()}
    return {"case.yaml": BODY.substitute(words).encode(), "case.schema.json": schema("case")}
