"""The points of a contract with a processor (GDPR art. 28), as a vendor sheet and questions name them."""

from __future__ import annotations

from typing import Final

from auditor.text.vocabulary.word import Word, word

POINTS: Final[dict[str, Word]] = {
    "guarantees": word("des garanties suffisantes (art. 28, § 1)", "sufficient guarantees (art. 28(1))"),
    "authorised": word(
        "l'autorisation écrite des sous-traitants ultérieurs (art. 28, § 2 et 4)",
        "written authorisation of sub-processors (art. 28(2), (4))",
    ),
    "subject": word("l'objet du traitement (art. 28, § 3)", "the subject-matter (art. 28(3))"),
    "duration": word("la durée du traitement (art. 28, § 3)", "the duration (art. 28(3))"),
    "nature": word("la nature du traitement (art. 28, § 3)", "the nature of the processing (art. 28(3))"),
    "purpose": word("la finalité du traitement (art. 28, § 3)", "the purpose (art. 28(3))"),
    "data": word("le type de données (art. 28, § 3)", "the type of personal data (art. 28(3))"),
    "people": word("les catégories de personnes (art. 28, § 3)", "the categories of people (art. 28(3))"),
    "rights-and-duties": word(
        "les droits et obligations du responsable (art. 28, § 3)",
        "the rights and duties of the controller (art. 28(3))",
    ),
    "documented-instructions": word(
        "les instructions documentées, transferts compris (art. 28, § 3, a)",
        "documented instructions, transfers included (art. 28(3)(a))",
    ),
    "confidentiality": word(
        "l'engagement de confidentialité (art. 28, § 3, b)", "confidentiality (art. 28(3)(b))"
    ),
    "security": word("la sécurité (art. 28, § 3, c)", "security (art. 28(3)(c))"),
    "sub-processors": word(
        "les conditions de la sous-traitance ultérieure (art. 28, § 3, d)",
        "the conditions for sub-processors (art. 28(3)(d))",
    ),
    "assistance-rights": word(
        "l'aide pour les droits des personnes (art. 28, § 3, e)", "help with people's rights (art. 28(3)(e))"
    ),
    "assistance-security": word(
        "l'aide pour la sécurité, les violations et les analyses d'impact (art. 28, § 3, f)",
        "help with security, breaches and impact assessments (art. 28(3)(f))",
    ),
    "end": word(
        "l'effacement ou la restitution à la fin (art. 28, § 3, g)",
        "deletion or return at the end (art. 28(3)(g))",
    ),
    "audits": word(
        "les informations et les audits (art. 28, § 3, h)", "information and audits (art. 28(3)(h))"
    ),
    "instruction-warning": word(
        "l'alerte sur une instruction contraire au droit (art. 28, § 3)",
        "warning of instructions that go against the law (art. 28(3))",
    ),
}
