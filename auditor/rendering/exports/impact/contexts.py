"""How each text of the CNIL's impact assessment software is shown there, and so how it is written: markup, a list, or plain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from auditor.rendering.words import printable

#: A text that the software would take for the key of one of its own translations.
KEY: Final = re.compile(r"\s*[\w-]+(?:\.[\w-]+)+\s*\Z")
#: Signs of markup that a list shows as they are, and that its preview reads.
SIGNS: Final = {"<": "\u2039", ">": "\u203a", ",": ";"}


def markup(lines: Iterable[str]) -> str:
    """Give lines as the software trusts them to be markup: a list of our own making, every text escaped."""
    found = "".join(f"<li>{escape(printable(line), quote=True)}</li>" for line in lines)
    return f"<ul>{found}</ul>" if found else ""


def listed(text: str, conjunction: str) -> str:
    """Give an entry of a list, which is plain text in a form and is joined by commas into markup in the preview."""
    shown = " ".join(printable(text).split())
    for sign, other in SIGNS.items():
        shown = shown.replace(sign, other)
    return plain(shown.replace("&", conjunction))


def plain(text: str) -> str:
    """Give a text that is shown as it is; one that reads as a key of the software's translations is put in quotes."""
    shown = printable(text).strip()
    return f"\u201c{shown}\u201d" if KEY.match(shown) else shown
