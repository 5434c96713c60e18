"""Letters that look like others: accents, letters of other scripts, figures; as names are forged with them.

The pairs are those of Unicode's table of confusables (UTS 39) that readers of Latin script do not tell apart, in small letters
(of Cherokee in capitals, to which its letters are folded). A letter may look like one that looks like a third.
"""

from __future__ import annotations

import unicodedata
from typing import Final

#: Letters, and below each the one that it looks like: Cyrillic, Greek, Armenian and Cherokee, Latin ones and figures.
PAIRS: Final = (
    ("авсԁеһіјкӏмнорԛгѕтуѵԝхьԍαβ", "abcdehijklmhopqrstyvwxbgab"),
    ("εηικνορτυχωցօ", "enikvoptuxwgo"),
    ("հոᏀᏟᎻᎷᏢᏚᎥᏦᏞᎪᎬᎠᎡᎢᎳᏴᏙᏃɑɡɢ", "hngchmpsiklaedrtwbvzagg"),
    ("ıłøđħŧ0135i|", "ilodhtolesll"),
)
#: Letters that look like another together.
TOGETHER: Final = (("rn", "m"), ("vv", "w"), ("lvl", "m"), ("cl", "d"))
LATIN: Final = {ord(a): b for strange, looks in PAIRS for a, b in zip(strange, looks, strict=True)}


def skeleton(text: str) -> str:
    """Give `text` in small Latin letters as far as its letters look like such, without accents: for comparing names only."""
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    seen = (c for c in apart if not (unicodedata.combining(c) or unicodedata.category(c) == "Cf"))
    looks = "".join(seen).translate(LATIN).translate(LATIN)
    for several, one in TOGETHER:
        looks = looks.replace(several, one)
    return looks
