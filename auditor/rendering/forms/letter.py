"""A form as a letter, for those who answer in writing: its number, that of each question, the last day for an answer."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.forms import Form, FormQuestion
from auditor.model.profile import ProfileName
from auditor.rendering.markup import safe
from auditor.rendering.words import pick, speaker
from auditor.text import console as console_texts
from auditor.text import forms as words
from auditor.text import letters as letter_texts


def as_letter(form: Form, lang: str, profile: ProfileName) -> bytes:
    """Give a form as the text of a letter in `lang`, in the tone of `profile`."""
    return "".join(f"{line}\n" for line in _lines(form, lang, profile)).encode()


def _asked(asked: FormQuestion, lang: str) -> Iterator[str]:
    yield safe(f"{asked.number}. {pick(asked.question, lang)}")
    yield from (safe(f"   ({pick(line, lang)})") for line in asked.read)


def _lines(form: Form, lang: str, profile: ProfileName) -> Iterator[str]:
    say = speaker(lang)
    yield safe(f"### {say(words.LETTER, form=form.id, who=pick(form.name, lang))}")
    yield ""
    title = safe(pick(form.title, lang))
    yield from say(letter_texts.OPENINGS[profile], title=title, as_of=form.as_of).split("\n")
    yield ""
    for asked in form.asked_for:
        yield from _asked(asked, lang)
    held = [asked for asked in form.questions if asked.held]
    if held:
        yield ""
        yield say(words.ALSO_HELD)
        for asked in held:
            yield from _asked(asked, lang)
    yield ""
    yield say(words.LETTER_NUMBERS)
    if form.before:
        yield say(words.BEFORE, day=form.before)
    yield say(letter_texts.CLOSINGS[profile])
    yield ""
    yield say(console_texts.FOOTER, as_of=form.as_of)
    yield ""
