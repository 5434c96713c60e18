"""The rights of people over an activity (GDPR arts 12 to 22), as questions and papers name them."""

from __future__ import annotations

from typing import Final

from auditor.text.vocabulary.word import Word, word

RIGHTS_OF_PEOPLE: Final[dict[str, Word]] = {
    "information": word("le droit d'être informé (art. 13 et 14)", "the right to be informed (arts 13, 14)"),
    "access": word("le droit d'accès (art. 15)", "the right of access (art. 15)"),
    "rectification": word("le droit de rectification (art. 16)", "the right to rectification (art. 16)"),
    "erasure": word("le droit à l'effacement (art. 17)", "the right to erasure (art. 17)"),
    "restriction": word("le droit à la limitation (art. 18)", "the right to restriction (art. 18)"),
    "portability": word("le droit à la portabilité (art. 20)", "the right to portability (art. 20)"),
    "objection": word("le droit d'opposition (art. 21)", "the right to object (art. 21)"),
    "human-review": word(
        "le droit à une intervention humaine (art. 22, § 3)", "the right to human intervention (art. 22(3))"
    ),
}
