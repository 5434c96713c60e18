"""Documents that facts and laws were read in."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.case.sources import Source
from auditor.model.materials import Materials
from auditor.model.result.document import SourceLine
from auditor.model.vocabulary import OF_KNOWLEDGE
from auditor.text.grammar import bilingual
from auditor.text.names import Names

UNLABELLED: Final = Bilingual("", "")


def source_lines(materials: Materials, names: Names) -> list[SourceLine]:
    """Give the documents of the case, then those of the knowledge base that its entities were read in, each sorted by name."""
    own = [
        source_line(name, source, names.document(name))
        for name, source in sorted(materials.case.sources.items())
    ]
    used = {
        entity.source.removeprefix(OF_KNOWLEDGE)
        for section in (materials.case.organisations, materials.case.ownership)
        for entity in section.values()
        if entity.source.startswith(OF_KNOWLEDGE)
    }
    shared = materials.knowledge.sources
    cited = [name for name in sorted(used) if name in shared]
    named = ((f"{OF_KNOWLEDGE}{name}", shared[name]) for name in cited)
    return own + [source_line(name, source, names.document(name)) for name, source in named]


def source_line(name: str, source: Source, label: Bilingual = UNLABELLED) -> SourceLine:
    """Give a document that facts or laws were read in, under the name by which they cite it; `label` is how sentences call it."""
    return SourceLine(
        id=name,
        kind=source.kind,
        title=bilingual(source.title),
        author=source.author,
        publisher=source.publisher,
        date=source.date,
        url=source.url,
        label=label,
    )
