"""A form as a letter in a document, for those who send and answer letters: a table of questions, with room for each answer."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model.forms import Form, FormQuestion
from auditor.model.profile import ProfileName
from auditor.rendering.exports.docx import Part, as_docx
from auditor.rendering.words import Say, pick, speaker
from auditor.text import console as console_texts
from auditor.text import forms as words
from auditor.text import letters as letter_texts


def as_document(form: Form, lang: str, profile: ProfileName) -> bytes:
    """Give a form as DOCX in `lang`, in the tone of `profile`. Raises UsageRefused where python-docx is not installed."""
    say = speaker(lang)
    opening = say(letter_texts.OPENINGS[profile], title=pick(form.title, lang), as_of=form.as_of)
    closing = [
        say(words.LETTER_NUMBERS),
        *([say(words.BEFORE, day=form.before)] if form.before else []),
        *say(letter_texts.CLOSINGS[profile]).split("\n"),
        say(console_texts.FOOTER, as_of=form.as_of),
    ]
    held = [asked for asked in form.questions if asked.held]
    parts = [
        Part("", tuple(line for line in opening.split("\n") if line), _table(form.asked_for, say, lang)),
        *([Part("", (say(words.ALSO_HELD),), _table(held, say, lang))] if held else []),
        Part("", tuple(closing)),
    ]
    return as_docx(say(words.LETTER, form=form.id, who=pick(form.name, lang)), parts)


def _table(questions: Sequence[FormQuestion], say: Say, lang: str) -> tuple[tuple[str, ...], ...]:
    heads = (words.NUMBER, words.QUESTION, words.READ, words.ANSWER_OF)
    rows = [
        (
            str(asked.number),
            pick(asked.question, lang),
            "\n".join(pick(line, lang) for line in asked.read),
            "",
        )
        for asked in questions
    ]
    return (tuple(say(head) for head in heads), *rows) if rows else ()
