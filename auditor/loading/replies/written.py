"""A form that came back as the file of its page, or as the file in which somebody entered a reply: data of one shape, nothing else taken."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec import Struct, field

from auditor.errors import Refused, at_file
from auditor.loading.files.convert import convert
from auditor.loading.files.document import read
from auditor.loading.importing.format import Document
from auditor.loading.importing.sheets import text_cell
from auditor.loading.replies.workbook import MOST_ROWS, is_yes, written_by
from auditor.model.forms import ANSWERS, Answer, AskedInForm, Paper, Reply, Told
from auditor.model.numbers import in_latin_digits
from auditor.text.problems import answers as words


class WrittenBy(Struct, frozen=True, forbid_unknown_fields=True):
    """Who replies, for whom, on which day, and what may be printed."""

    name: str = ""
    function: str = ""
    organisation: str = ""
    on: str = ""
    printed: str = ""
    consent: str = ""


class WrittenAnswer(Struct, frozen=True, forbid_unknown_fields=True):
    """One answer: the fact, the number of its question, the digest of what was stated of it, and what is said.

    `held` tells that the case states the fact already, so that `values` correct it. `says` is how somebody enters the words of a letter, `asks` repeats the question for them.
    """

    route: str
    number: int | str
    digest: str = ""
    values: list[str] = []
    says: str | list[str] = ""
    other: str = ""
    state: str = ""
    paper: str = ""
    page: str = ""
    asks: str = ""
    held: bool | Literal["true", "false"] = False


class WrittenReply(Struct, frozen=True, forbid_unknown_fields=True):
    """The file: `auditor.answers/1`."""

    format: Literal["auditor.answers/1"]
    form: str
    case: str
    sha256: str
    questions: int | str
    answers: list[WrittenAnswer]
    to: str = ""
    by: WrittenBy = field(default_factory=WrittenBy)
    papers: list[Paper] = []


def of_json(document: Document) -> Reply:
    """Give what the file of a page holds. Raises Refused where it is none, or holds anything else."""
    try:
        tree = msgspec.json.decode(document.data)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise Refused([at_file(document.name, words.NO_FORM(), words.AS_SENT())]) from error
    if not isinstance(tree, dict) or tree.get("format") != ANSWERS:
        raise Refused([at_file(document.name, words.NO_FORM(), words.AS_SENT())])
    written, wrong = convert(tree, WrittenReply)
    if written is None:
        raise Refused(
            [at_file(document.name, words.NOT_AN_ANSWER(why=each.message), each.hint) for each in wrong]
        )
    return _reply(written, document.name)


def of_yaml(document: Document) -> Reply:
    """Give what somebody entered of a reply in writing. Raises Refused with every problem."""
    found = read(document.name, document.data)
    if found.problems:
        raise Refused(list(found.problems))
    if not isinstance(found.value, dict) or found.value.get("format") != ANSWERS:
        raise Refused([at_file(document.name, words.NO_FORM(), words.AS_SENT())])
    written, wrong = convert(found.value, WrittenReply)
    if written is None:
        raise Refused([found.place(each) for each in wrong])
    return _reply(written, document.name)


def _reply(written: WrittenReply, name: str) -> Reply:
    if len(written.answers) > MOST_ROWS:
        raise Refused([at_file(name, words.TOO_MANY(count=MOST_ROWS))])
    told: list[Told] = []
    answers = [_answer(each, position, told) for position, each in enumerate(written.answers)]
    asked = [
        AskedInForm(_whole(each.number), each.route, each.digest, held=each.held in (True, "true"))
        for each in written.answers
    ]
    by = written.by
    return Reply(
        form=written.form,
        case=written.case,
        to=written.to,
        digest=written.sha256,
        questions=_whole(written.questions),
        asked=asked,
        answers=answers,
        papers=[_paper(paper) for paper in written.papers],
        by=_seen(written_by(by.name, by.function, by.organisation)),
        on=by.on,
        printed=_seen(by.printed) if is_yes(by.consent) else "",
        told=told,
    )


def _whole(number: int | str) -> int:
    """Give a number as it is written in JSON or in YAML, 0 where it is none."""
    text = str(number)
    return int(text) if text.isdecimal() and len(text) < len(str(MOST_ROWS)) + 2 else 0


def _answer(each: WrittenAnswer, position: int, told: list[Told]) -> Answer:
    said = each.says if isinstance(each.says, list) else [each.says]
    at = f"/answers/{position}"

    def seen(text: str) -> str:
        cell = text_cell(text)
        if cell.unsound:
            told.append(Told("cut", at, each.route))
        return cell.text

    return Answer(
        route=each.route,
        number=_whole(each.number),
        at=at,
        values=[text for value in (*each.values, *said) if (text := seen(value))],
        other=seen(each.other),
        state=seen(each.state),
        paper=in_latin_digits(seen(each.paper)),
        page=seen(each.page),
    )


def _paper(paper: Paper) -> Paper:
    return msgspec.structs.replace(paper, number=in_latin_digits(paper.number), title=_seen(paper.title))


def _seen(text: str) -> str:
    return text_cell(text).text
