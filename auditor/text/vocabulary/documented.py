"""The vocabularies of a case as the reference and the JSON Schema show them: words, what they mean, what else may stand there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.model.case.agreements import AgreementKind, Assessment, Measures, Tool
from auditor.model.case.flows import Exempt
from auditor.model.case.record import LegalBasis
from auditor.model.case.rights import Right
from auditor.model.scalars import ID_PATTERN
from auditor.model.vocabulary import ACTIVITY_TERMS, CATEGORIES, MEASURES, NONE, NOT_PRODUCED, UNKNOWN, Known
from auditor.text.vocabulary import measures
from auditor.text.vocabulary.data import DATA
from auditor.text.vocabulary.organisations import ORGANISATIONS
from auditor.text.vocabulary.special_bases import DEROGATIONS, SPECIAL_BASES
from auditor.text.vocabulary.values import VALUES
from auditor.text.vocabulary.word import Word

_UNSTATED: Final = {name: VALUES[name] for name in (NONE, UNKNOWN, NOT_PRODUCED)}


#: Roles follow from the chain of contracts (GDPR art. 4(7), 4(8), 4(10) and 26): nobody writes them.
_ROLES: Final = ("controller", "joint", "processor", "third-party")


def _worded(closed: object) -> dict[str, Word]:
    """Give the words of a closed type with what they mean."""
    return {word: VALUES[word] for word in get_args(closed)}


class Vocabulary(Struct, frozen=True, kw_only=True):
    """Words that a case may use for one thing, and under which broader word each falls.

    `others` is the JSON Schema of what may stand beside the words; None where the vocabulary is closed.
    """

    title: Bilingual
    words: Mapping[str, Word]
    broader: Mapping[str, tuple[str, ...]] = {}
    others: Mapping[str, Any] | None = None


#: By the name of its definition in the JSON Schema of a case.
VOCABULARIES: Final[dict[str, Vocabulary]] = {
    "category": Vocabulary(
        title=Bilingual("Catégories de données", "Categories of data"),
        words=DATA,
        broader=CATEGORIES,
        others={
            "type": "string",
            "pattern": ID_PATTERN,
            "description": "a category that the case declares under `data`",
        },
    ),
    "organisation-kind": Vocabulary(
        title=Bilingual("Ce qu'est une organisation", "What an organisation is or does"),
        words={**ORGANISATIONS, **_UNSTATED},
        broader=ACTIVITY_TERMS,
    ),
    "recipient": Vocabulary(
        title=Bilingual("Destinataires par genre", "Recipients by kind"),
        words={**ORGANISATIONS, **_UNSTATED},
        broader=ACTIVITY_TERMS,
        others={"type": "string", "pattern": ID_PATTERN, "description": "the id of an organisation"},
    ),
    "measure": Vocabulary(
        title=Bilingual("Mesures de sécurité", "Measures of security"),
        words={**measures.MEASURES, **_UNSTATED},
        broader=MEASURES,
        others={"type": "string", "description": "a measure in words of its own"},
    ),
    "special-basis": Vocabulary(
        title=Bilingual("Conditions de l'article 9, § 2", "Conditions of art. 9(2)"),
        words={**SPECIAL_BASES, **_UNSTATED},
        others={
            "type": "string",
            "description": "the same in another usual writing, such as 9.2.h, art. 9(2)(h) or health-care",
        },
    ),
}

#: Closed vocabularies that the schema lists where they stand.
CLOSED: Final[tuple[tuple[Bilingual, Mapping[str, Word]], ...]] = (
    (Bilingual("Bases légales (`legal_basis`)", "Legal bases (`legal_basis`)"), _worded(LegalBasis)),
    (Bilingual("Accords (`agreements.is`)", "Agreements (`agreements.is`)"), _worded(AgreementKind)),
    (Bilingual("Outils de transfert (`tool`)", "Tools of transfer (`tool`)"), _worded(Tool)),
    (
        Bilingual("Dérogations (`derogation`)", "Derogations (`derogation`)"),
        {**DEROGATIONS, **_UNSTATED},
    ),
    (
        Bilingual(
            "Évaluation du droit du pays (`assessment`)", "Assessment of the country's law (`assessment`)"
        ),
        _worded(Assessment),
    ),
    (
        Bilingual(
            "Effet des mesures supplémentaires (`measures`)", "Effect of supplementary measures (`measures`)"
        ),
        _worded(Measures),
    ),
    (
        Bilingual("Exemptions de consentement (`exempt`)", "Exemptions from consent (`exempt`)"),
        _worded(Exempt),
    ),
    (Bilingual("Droits (`rights`)", "Rights (`rights`)"), {**_worded(Right), **_UNSTATED}),
    (Bilingual("Rôles (déduits)", "Roles (derived)"), {name: VALUES[name] for name in _ROLES}),
    (Bilingual("Manières de savoir (`known`)", "Ways of knowing (`known`)"), _worded(Known)),
)
