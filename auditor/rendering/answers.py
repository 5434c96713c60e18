"""What reading forms that came back comes to, in words or as data; and how far forms that were sent are answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from auditor.model.answers_taken import AnsweredFact, AskedOf, Became, TakenReply
from auditor.model.forms import Told
from auditor.model.vocabulary import UNSETTLED
from auditor.rendering.json import as_json
from auditor.rendering.markup import safe
from auditor.rendering.words import Say, speaker
from auditor.text import answers as words

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


def render_status(forms: Sequence[AskedOf], form: str, lang: str) -> bytes:
    """Give how far each form is answered, as lines of text or as JSON."""
    if form == "json":
        return as_json(list(forms))
    say = speaker(lang)
    lines = [_status(each, say) for each in forms]
    return "".join(f"{safe(line)}\n" for line in lines or [say(words.NO_FORM)]).encode()


def _status(form: AskedOf, say: Say) -> str:
    counted = {name: str(getattr(form, name)) for name in AskedOf.__struct_fields__}
    dated = form.asked not in UNSETTLED
    asked = say(words.STATUS_ASKED, day=form.asked) if dated else say(words.STATUS_NOT_DATED)
    return say(words.STATUS, **{**counted, "asked": asked})


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
        said = " ".join(each.words.split())
        shown = said if len(said) <= SHOWN else f"{said[:SHOWN]}…"
        yield "  ! " + " · ".join(filter(None, (each.at, each.route, say(words.TOLD[each.what]), shown)))
    for file in reply.files:
        yield say(words.UNCHANGED if file.unchanged else words.WRITTEN, path=file.path)
