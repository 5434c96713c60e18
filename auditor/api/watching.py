"""What is pending: appeals, inquiries and proposals that may end or change what the knowledge base holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from auditor.api.knowledge import whole
from auditor.api.read import day_of
from auditor.loading.knowledge.as_of import known_on
from auditor.model.knowledge_entry import Watched
from auditor.model.law import Knowledge
from auditor.rendering.knowledge import render_watched
from auditor.text.grammar import bilingual, filled
from auditor.text.knowledge import PENDING


def watch(*, day: str, own: Sequence[Path], form: str, lang: str) -> bytes:
    """Give what was pending on `day`, the latest first, each with the day on which it was looked at. Raises Refused."""
    known = whole(own)
    date = day_of(day)
    found = _pending(known_on(known, date) if date else known)
    return render_watched(sorted(found, key=lambda w: (w.since, w.id), reverse=True), form, lang)


def _pending(known: Knowledge) -> Iterator[Watched]:
    for name, text in known.law.items():
        if text.open:
            step = text.history[-1]
            yield Watched(
                id=name,
                what=filled(PENDING, short=bilingual(text.short), title=bilingual(text.title)),
                standing=step.status,
                since=step.since,
                seen=text.seen or known.as_of,
                mark=text.status,
                bears_on=text.bears_on,
            )
    for name, decision in known.adequacy.items():
        for number, item in enumerate(decision.watch, start=1):
            yield Watched(
                id=f"{name}.watch.{number}",
                what=bilingual(item.what),
                standing=item.status,
                since=item.date,
                seen=known.as_of,
                mark=item.mark,
                bears_on=[name],
            )
