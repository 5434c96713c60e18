"""What reading forms that came back comes to, in words or as data; and how far forms that were sent are answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from auditor.model.answers_taken import AnsweredFact, AskedOf, Became, ReviewedAnswer, TakenReply, ToSettle
from auditor.model.forms import Told
from auditor.model.vocabulary import UNSETTLED
from auditor.rendering.json import as_json
from auditor.rendering.markup import safe
from auditor.rendering.words import Say, pick, printable, speaker
from auditor.text import answers as words

#: How wide a column of a table is at most.
WIDEST = 60
#: How much of the words of an answer one line shows.
SHOWN = 200


class FileOfReply(Struct, frozen=True):
    """A file that a reply makes, as data."""

    path: str
    unchanged: bool


class ReplyRead(Struct, frozen=True, kw_only=True):
    """One form that came back, as data."""

    form: str
    source: str
    file: str
    sha256: str
    to: str
    questions: int
    counts: dict[Became, int]
    facts: list[AnsweredFact]
    told: list[Told]
    files: list[FileOfReply]


def render_answers(replies: Sequence[TakenReply], form: str, lang: str) -> bytes:
    """Give what became of each question, as lines of text or as JSON."""
    if form == "json":
        return as_json([_data(reply) for reply in replies])
    say = speaker(lang)
    return "".join(f"{safe(line)}\n" for reply in replies for line in _lines(reply, say)).encode()


class ReplyReviewed(Struct, frozen=True, kw_only=True):
    """One form as it would be taken, as data."""

    form: str
    file: str
    to: str
    questions: int
    counts: dict[Became, int]
    answers: list[ReviewedAnswer]
    told: list[Told]


def render_review(replies: Sequence[TakenReply], form: str, lang: str) -> bytes:
    """Give what would become of each answer, as a table or as JSON."""
    if form == "json":
        return as_json(
            [
                ReplyReviewed(**{name: getattr(reply, name) for name in ReplyReviewed.__struct_fields__})
                for reply in replies
            ]
        )
    say = speaker(lang)
    return "".join(f"{safe(line)}\n" for reply in replies for line in _review(reply, say, lang)).encode()


def _review(reply: TakenReply, say: Say, lang: str) -> Iterator[str]:
    yield say(words.REVIEWED, file=reply.file, form=reply.form, count=str(reply.questions))
    heads = [say(head) for head in words.REVIEW_HEADS]
    rows = [[_short(cell) for cell in _reviewed(each, say, lang)] for each in reply.answers]
    yield from _table([heads, *rows])
    for each in reply.told:
        if each.route not in {answer.route for answer in reply.answers}:
            yield _told(each, say)
    yield say(words.REVIEW_EMPTY, count=str(reply.counts.get("empty", 0)))


def _reviewed(each: ReviewedAnswer, say: Say, lang: str) -> list[str]:
    value = ", ".join(say.word(word) for word in each.value.split(", "))
    stated = f"{value} ({say.word(each.known)})" if each.value else "—"
    aside = [say(words.TOLD[what]) for what in each.told if not (each.kept and what == "in-words")]
    held = [say(words.HELD, value=each.held)] if each.held else []
    kept = [say(words.KEPT, words=each.kept)] if each.kept else []
    told = " ; ".join([*held, *kept, *aside]) or "—"
    return [
        str(each.number),
        pick(each.question, lang),
        each.answer,
        say(words.BECAME[each.became]),
        stated,
        told,
    ]


def _short(cell: str) -> str:
    line = " ".join(printable(cell).split())
    return line if len(line) <= WIDEST else f"{line[: WIDEST - 1]}…"


def _table(rows: list[list[str]]) -> Iterator[str]:
    """Give rows as lines of columns of one width, the heads underlined."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for number, row in enumerate(rows):
        yield " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        if number == 0:
            yield "-+-".join("-" * width for width in widths)


def render_to_settle(found: Sequence[ToSettle], form: str, lang: str) -> bytes:
    """Give the answers in words that a person has to settle, as lines of text or as JSON."""
    if form == "json":
        return as_json(list(found))
    say = speaker(lang)
    lines = []
    for each in found:
        lines.append(say(words.TO_SETTLE, question=pick(each.question, lang), route=each.route))
        lines.append(
            f"  {say(words.SAID, words=each.words, who=pick(each.name, lang), day=each.on)} ({each.at})"
        )
    return "".join(f"{safe(line)}\n" for line in lines or [say(words.NOTHING_TO_SETTLE)]).encode()


def render_status(forms: Sequence[AskedOf], form: str, lang: str) -> bytes:
    """Give how far each form is answered, as lines of text or as JSON."""
    if form == "json":
        return as_json(list(forms))
    say = speaker(lang)
    lines = [_status(each, say) for each in forms]
    return "".join(f"{safe(line)}\n" for line in lines or [say(words.NO_FORM)]).encode()


def _status(form: AskedOf, say: Say) -> str:
    counted = {name: str(getattr(form, name)) for name in AskedOf.__struct_fields__}
    due = say(words.STATUS_LATE if form.late else words.STATUS_DUE, day=form.due) if form.due else ""
    dated = form.asked not in UNSETTLED
    asked = say(words.STATUS_ASKED, day=form.asked) if dated else say(words.STATUS_NOT_DATED)
    told = say(words.STATUS, **{**counted, "asked": asked})
    return f"{told} · {due}" if due else told


def _data(reply: TakenReply) -> ReplyRead:
    files = [FileOfReply(file.path, file.unchanged) for file in reply.files]
    same = {name: getattr(reply, name) for name in ReplyRead.__struct_fields__ if name != "files"}
    return ReplyRead(**same, files=files)


def _lines(reply: TakenReply, say: Say) -> Iterator[str]:
    yield say(words.HEAD, file=reply.file, form=reply.form, count=str(reply.questions), by=reply.by)
    for became, told in words.BECAME.items():
        if reply.counts.get(became):
            yield f"  {say.label(told)} {reply.counts[became]}"
    for fact in reply.facts:
        yield f"  {say(words.FACT, route=fact.route, value=fact.value, became=say(words.BECAME[fact.became]))}"
    for each in reply.told:
        yield _told(each, say)
    for file in reply.files:
        yield say(words.UNCHANGED if file.unchanged else words.WRITTEN, path=file.path)


def _told(each: Told, say: Say) -> str:
    said = " ".join(each.words.split())
    shown = said if len(said) <= SHOWN else f"{said[:SHOWN]}…"
    return "  ! " + " · ".join(filter(None, (each.at, each.route, say(words.TOLD[each.what]), shown)))
