"""The spaces of French typography, which whoever writes a text need not think of."""

from __future__ import annotations

from typing import Final

NARROW: Final = "\u202f"
NO_BREAK: Final = "\u00a0"


def spaced(text: str) -> str:
    """Put no-break spaces where French typography wants them: a full one before a colon, narrow ones elsewhere."""
    for mark in (";", "!", "?", "»"):
        text = text.replace(f" {mark}", f"{NARROW}{mark}")
    return text.replace(" %", f"{NARROW}%").replace(" :", f"{NO_BREAK}:").replace("« ", f"«{NARROW}")
