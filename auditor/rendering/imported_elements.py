"""A source made of elements in words: what was read, left out, not understood, and what is left to say or to ask."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.case.imported import AsideElement, ImportRecord
from auditor.model.imports import PlannedDocument
from auditor.rendering.words import Say
from auditor.text import elements as words
from auditor.text import registers
from auditor.text.questions import TIMES

#: How many of each are told in words; JSON has all.
SHOWN: Final = 20
SHOWN_OF_EACH: Final = 5


def element_lines(plan: PlannedDocument, say: Say) -> Iterator[str]:
    """Give the head and the counts of a source made of elements."""
    record = plan.record
    dated = say(words.DATED, day=plan.date) if plan.date else ""
    kind = say(registers.KINDS[record.kind].name)
    yield say(
        words.HEAD,
        kind=f"{kind[:1].upper()}{kind[1:]}",
        title=plan.title,
        file=record.file,
        form=words.FORMATS.get(record.format, record.format),
        date=dated,
        sha=record.sha256,
    )
    yield say(words.READ, what=", ".join(_counted(plan, say)))


def element_rest(plan: PlannedDocument, say: Say) -> Iterator[str]:
    """Give what became no fact and why, and what is left to say or to ask."""
    record = plan.record
    yield from listed(say, words.LEFT_OUT, _aside(record.left_out, say), words.LEFT_OUT_NOTHING)
    yield from listed(
        say, words.NOT_UNDERSTOOD, _aside(record.not_understood, say), words.NOT_UNDERSTOOD_NOTHING
    )
    yield from listed(say, words.IMPORTER, _to_say(record, say), words.IMPORTER_NOTHING)
    yield from _asks(plan, say)
    beside = [f"{each.fact} · {each.at} · {each.words}" for each in record.beside]
    yield from listed(say, words.BESIDE, beside)
    yield from listed(say, words.LEAVES_OPEN, [f"{each.at} · {each.words}" for each in record.leaves_open])
    yield from listed(say, words.DECISIONS, [f"{each.at} · {each.words}" for each in record.decisions])


def listed(
    say: Say, head: Bilingual, lines: Iterable[str], nothing: Bilingual | None = None
) -> Iterator[str]:
    """Give a head with its count and the lines below it, the first of many; `nothing` where there are none."""
    every = [" ".join(line.split()) for line in lines]
    if every:
        yield say(head, count=str(len(every)))
        yield from (f"  {line}" for line in every[:SHOWN])
        if every[SHOWN:]:
            yield f"  {say(registers.MORE, count=str(len(every) - SHOWN))}"
    elif nothing is not None:
        yield say(nothing)


def _counted(plan: PlannedDocument, say: Say) -> Iterator[str]:
    for section, (one, several) in words.COUNTED.items():
        count = plan.counts.get(section, 0)
        if count:
            said = say(one) if count == 1 else say(several, count=str(count))
            ways = [
                say(words.ON_THE_WAY[way], count=str(plan.ways[way]))
                for way in words.ON_THE_WAY
                if way in plan.ways
            ]
            shown = section == "flows" and ways
            yield say(words.PARENTHESIS, counted=said, what=", ".join(ways)) if shown else said


def _aside(elements: Iterable[AsideElement], say: Say) -> Iterator[str]:
    """Give each element and why; those of which the same is said are one line, with the place of the first."""
    alike: dict[tuple[str, str], list[str]] = {}
    for each in elements:
        alike.setdefault((each.what, each.words), []).append(each.at)
    for (what, said), places in alike.items():
        often = f" ({say(TIMES, count=str(len(places)))})" if len(places) > 1 else ""
        yield f"{places[0]} · {say(words.ASIDE[what].name)} · {said}".rstrip(" ·") + often


def _to_say(record: ImportRecord, say: Say) -> Iterator[str]:
    for each in record.to_say:
        yield say(words.TO_SAY[each.what], words=" · ".join(each.words))


def to_fill_in(record: ImportRecord) -> Iterator[str]:
    """Give lines of `imports.yaml` for what only people can say, as comments that they complete: none says anything as it stands."""
    for each in record.to_say:
        blank = words.TO_FILL_IN.get(each.what)
        if blank is not None and each.what in words.OF_WORDS:
            said = ", ".join(
                f"{json.dumps(word, ensure_ascii=False)}: {blank}" for word in each.words[:SHOWN]
            )
            yield f"# {each.what}: {{{said}}}"
        elif blank is not None:
            yield f"# {each.what}: {blank}"


def _asks(plan: PlannedDocument, say: Say) -> Iterator[str]:
    """Give how much must be asked, and the first questions to each addressee."""
    asked = [
        f"{each.fact} · {each.at} · {say(registers.WHY[each.why].name)}"
        + (f" · {say(registers.QUOTED, words=each.words)}" if each.words else "")
        for each in plan.record.to_ask
    ]
    count = len(asked) + sum(len(each.questions) for each in plan.asks)
    nothing = words.ASK_TELLS if plan.too_many_to_ask else words.OPEN_NOTHING
    yield say(words.OPEN, count=str(count)) if count else say(nothing)
    for each in plan.asks:
        often = Counter(say(question) for question in each.questions)
        first = list(islice(often.items(), SHOWN_OF_EACH))
        shown = [
            f"{question} ({say(TIMES, count=str(times))})" if times > 1 else question
            for question, times in first
        ]
        rest = len(each.questions) - sum(times for _, times in first)
        shown += [say(registers.MORE, count=str(rest))] if rest else []
        yield f"  {say(words.OF_SOMEBODY, name=say(each.title), questions=' · '.join(shown))}"
    yield from (f"  {line}" for line in asked[:SHOWN])
    if asked[SHOWN:]:
        yield f"  {say(registers.MORE, count=str(len(asked) - SHOWN))}"
