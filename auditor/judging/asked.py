"""The questions that were put to someone before, as a result lists them."""

from __future__ import annotations

from msgspec import UNSET

from auditor.model.materials import Materials, plain
from auditor.model.result.tables import AskedLine
from auditor.model.vocabulary import UNKNOWN
from auditor.text.grammar import bilingual


def asked(materials: Materials) -> list[AskedLine]:
    """Give the questions that were put to someone, the oldest first."""
    found = [
        AskedLine(
            id=name,
            to=question.to,
            text=bilingual(question.text or name),
            asked=question.asked,
            answered=UNKNOWN if question.answered is UNSET else str(plain(question.answered)),
            source=materials.fact(f"questions.{name}").source,
        )
        for name, question in materials.case.questions.items()
    ]
    return sorted(found, key=lambda line: (line.asked, line.id))
