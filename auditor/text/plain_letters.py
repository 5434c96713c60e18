"""Letters of French and its neighbours that stay special when accents are taken off, and what is written for them in an id."""

from __future__ import annotations

from typing import Final

#: Letters and signs that no decomposition makes plain.
LETTERS: Final = str.maketrans(
    {
        "’": "'",
        "\u00a0": " ",
        "œ": "oe",
        "Œ": "Oe",
        "æ": "ae",
        "Æ": "Ae",
        "ß": "ss",
        "ø": "o",
        "Ø": "O",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
    }
)
