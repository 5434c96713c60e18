"""The environment all templates are rendered in: everything escaped and printable, nothing undefined, one policy per page.

`select_autoescape` would leave `.html.j2` unescaped, so escaping is on for everything. A page allows exactly the style
sheet and the script it holds, by the hashes of their texts, and no request at all.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from auditor.rendering.drawing.style import style_sheet
from auditor.rendering.words import Say, pick, printable, speaker
from auditor.text.page import TEXTS

SCHEMES: Final = frozenset({"http", "https", "mailto"})


@cache
def environment(lang: str) -> Environment:
    """Give the environment of the templates in `lang`."""
    made = Environment(
        loader=FunctionLoader(text),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    say = speaker(lang)
    made.filters["printable"] = printable
    made.filters["safelink"] = safelink
    made.globals.update(
        lang=lang,
        other="en" if lang == "fr" else "fr",
        t=_teller(say),
        word=say.word,
        pick=lambda words: printable(pick(words, lang)),
    )
    return made


def _shown(value: object) -> object:
    """Give what a template puts in, escaped, without what cannot be seen; markup is ours, and was made of such text."""
    return _escaped(printable(value)) if isinstance(value, str) and not isinstance(value, Markup) else value


def _teller(say: Say) -> Callable[..., Markup]:
    """Give the function that says a text of the page by its key, what is put in escaped: it is text, never markup."""
    typeset = {key: _escaped(say(text)) for key, text in TEXTS.items()}

    def tell(key: str, **slots: object) -> Markup:
        texts = {name: _plain(slot) for name, slot in slots.items()}
        return typeset[key].format(**say.fitted(texts)) if slots else typeset[key]

    return tell


def _plain(slot: object) -> object:
    """Give what is put into a text before it is escaped: a text that can be seen, or a value as it is."""
    if isinstance(slot, Markup):
        return slot.unescape()
    return printable(slot) if isinstance(slot, str) else slot


def _escaped(said: str) -> Markup:
    """Escape a text for HTML, but keep apostrophes readable: our templates quote attributes with double quotes only."""
    return Markup(str(escape(said)).replace("&#39;", "'"))  # noqa: S704  escaped


def text(name: str) -> str:
    """Give the text of a file beside this module."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def frame() -> dict[str, object]:
    """Give the style sheet and the script of the report, with their policy."""
    return framed(text("page.css") + style_sheet(), text("page.js"))


def framed(style: str, script: str) -> dict[str, object]:
    """Give a style sheet and a script of ours, and the policy that allows exactly these two."""
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    constants = {"style": Markup(style), "script": Markup(script)}  # noqa: S704  our own, whose hashes are in the policy
    return {**constants, "policy": policy}


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


def safelink(url: str) -> str:
    """Give `url` if it may be followed (http, https, mailto, nothing odd in it), else an empty text."""
    if not url or any(c.isspace() or not c.isprintable() for c in url):
        return ""
    try:
        return url if urlsplit(url).scheme.lower() in SCHEMES else ""
    except ValueError:
        return ""
