"""The points of a notice to people (GDPR arts 13 and 14) that it may leave out."""

from __future__ import annotations

from typing import Final

from auditor.text.vocabulary.word import Word, word

NOTICE_POINTS: Final[dict[str, Word]] = {
    "identity": word(
        "l'identité et les coordonnées du responsable", "identity and contact details of the controller"
    ),
    "dpo": word("le délégué à la protection des données", "the data protection officer"),
    "purposes": word("les finalités", "the purposes"),
    "legal-basis": word("la base légale", "the legal basis"),
    "interests": word("les intérêts poursuivis", "the interests pursued"),
    "rights": word("les droits des personnes", "the rights of people"),
    "withdrawal": word("le droit de retirer son consentement", "the right to withdraw consent"),
    "complaint": word(
        "le droit de réclamation auprès d'une autorité", "the right to complain to an authority"
    ),
    "source": word("la source des données", "the source of the data"),
}
