"""What a result says of findings and of what is derived, as closed words; no fact of a case has these values."""

from __future__ import annotations

from typing import Final

from auditor.text.vocabulary.word import Word, word

RESULTS: Final[dict[str, Word]] = {
    # how grave a finding is
    "critical": word("critique", "critical"),
    "high": word("élevée", "high"),
    "medium": word("moyenne", "medium"),
    "low": word("faible", "low"),
    "info": word("pour information", "for information"),
    # how far a finding is shown
    "established": word("établi", "established"),
    "cannot-be-shown": word("point en suspens", "open point"),
    "hypothetical": word("hypothèse", "hypothesis"),
    # what kind of finding it is
    "gap": word("écart", "gap"),
    "transfer": word("transfert", "transfer"),
    "exposure": word("exposition", "exposure"),
    "contradiction": word("contradiction", "contradiction"),
    "fact": word("fait", "fact"),
    "question": word("question", "question"),
    "what-if": word("et si", "what if"),
    # what a rule says of an example
    "silent": word("rien à dire", "nothing to say"),
    # what is derived
    "yes": word("oui", "yes"),
    "no": word("non", "no"),
    "possible": word("possible", "possible"),
    # a recipient, as declared against as observed
    "undeclared": word("observé, non déclaré", "observed, not declared"),
    "declared-observed": word("déclaré et observé", "declared and observed"),
    "declared-not-observed": word("déclaré, non observé", "declared, not observed"),
    "attempted": word("tenté", "attempted"),
    "unattributed": word("non attribué", "not attributed"),
    # within whose reach
    "provider": word("à portée", "within reach"),
}
