"""How the words of one field of a subject of rules are declared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Without


class Flag(Struct, frozen=True):
    """A field that is a yes or a no: the clause for each."""

    yes: Bilingual
    no: Bilingual


class Clause(Struct, frozen=True):
    """What a field is: French subject and verb, English subject, verb and negated verb; what follows the verb is the value.

    `values` words values otherwise than the closed vocabulary does; `whole` gives the whole clause of a value, and its
    contrary.
    """

    fr: tuple[str, str]
    en: tuple[str, str, str]
    values: Mapping[str, Bilingual] | None = None
    whole: Mapping[str, Flag] | None = None


class Amount(Struct, frozen=True):
    """A number: what is counted, and how the number is written."""

    name: Bilingual
    unit: str = "{}"


Phrase = Flag | Clause | Amount


class FieldWords(Struct, frozen=True, kw_only=True):
    """One field of a subject: `doc` is what it is, as a noun; `phrase` how a condition on it reads.

    A condition on a field without phrase still reads, as the answer to its `doc`.
    """

    doc: Bilingual
    phrase: Phrase | Without


def flag(yes: tuple[str, str], no: tuple[str, str]) -> Flag:
    """Give the clauses of a yes and of a no, each in French and in English."""
    return Flag(Bilingual(*yes), Bilingual(*no))


def contains(fr: str, en: str) -> Clause:
    """Give the clause of a list of categories that something (a plural in French) includes."""
    return Clause((fr, "comprennent"), (en, "includes", "does not include"))


def worded(**values: tuple[str, str]) -> dict[str, Bilingual]:
    """Give the words of values, whose dashes are written as underscores."""
    return {name.replace("_", "-"): Bilingual(*pair) for name, pair in values.items()}


#: Of a field that rules group by, compare or name, and whose values no rule affirms.
NAMED: Final = Without("rules group by it or compare it with another field, which its noun says")
LEVEL: Final = Amount(
    Bilingual("le niveau d'exposition, de 0 à 4,", "the exposure level, from 0 to 4,"), "{}"
)
SCALE: Final = Clause(
    ("l'échelle du traitement", "est"),
    ("the scale of the processing", "is", "is not"),
    whole={
        "large": flag(
            ("le traitement est à grande échelle", "the processing is on a large scale"),
            ("le traitement n'est pas à grande échelle", "the processing is not on a large scale"),
        )
    },
)
ROLES: Final = worded(
    controller=("le responsable du traitement", "the controller"),
    processor=("un sous-traitant", "a processor"),
    third_party=("un tiers", "a third party"),
    none=("une personne sans rôle", "somebody without a role"),
)

#: Of a party that may pass data on within its group.
GROUP_ABROAD: Final[dict[str, FieldWords]] = {
    "group_abroad": FieldWords(
        doc=Bilingual("un groupe d'un pays tiers", "a group of a third country"),
        phrase=flag(
            (
                "une société d'un pays tiers la contrôle",
                "a company of a third country controls it",
            ),
            (
                "aucune société d'un pays tiers ne la contrôle",
                "no company of a third country controls it",
            ),
        ),
    ),
    "kept_in_eea": FieldWords(
        doc=Bilingual("le maintien des données dans l'EEE", "the data staying in the EEA"),
        phrase=flag(
            (
                "nul, depuis un pays tiers, n'accède par elle aux données, ou ce flux est décrit",
                "nobody in a third country reaches the data through it, or that flow is described",
            ),
            (
                "on y accède par elle depuis un pays tiers, sans qu'un flux soit décrit",
                "the data is reached through it from a third country, and no flow is described",
            ),
        ),
    ),
}
