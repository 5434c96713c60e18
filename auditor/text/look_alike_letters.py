"""Letters that look like others: accents, letters of other scripts, figures; as names are forged with them.

The pairs are those of Unicode's table of confusables (UTS 39) that readers of Latin script do not tell apart, in small letters.
"""

from __future__ import annotations

import unicodedata
from typing import Final

PAIRS: Final = (
    *(
        "аa",
        "вb",
        "сc",
        "ԁd",
        "еe",
        "һh",
        "іi",
        "јj",
        "кk",
        "ӏl",
        "мm",
        "нh",
        "оo",
        "рp",
        "ԛq",
        "гr",
        "ѕs",
        "тt",
    ),
    *("уy", "ѵv", "ԝw", "хx", "ьb", "ɑa", "ɡg", "ıi", "łl", "øo", "đd", "ħh", "ŧt"),
    *("αa", "βb", "εe", "ηn", "ιi", "κk", "νv", "οo", "ρp", "τt", "υu", "χx", "ωw"),
    *("0o", "1l", "3e", "5s"),
)
LATIN: Final = {ord(strange): latin for strange, latin in PAIRS}


def skeleton(text: str) -> str:
    """Give `text` in small Latin letters as far as its letters look like such, without accents: for comparing names only."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c)).translate(LATIN)
