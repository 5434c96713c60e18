"""The columns by which the row of an activity says what its record declares, field by field, so that importing reads it back."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text import annex
from auditor.text.papers import register

#: What a column is read back as → its head; what it holds stands one a line.
DECLARED: Final[dict[str, Bilingual]] = {
    "controller.named": Bilingual("Responsables, un par ligne", "Controllers, one a line"),
    "joint.named": Bilingual("Responsables conjoints ou séparés", "Joint or separate controllers"),
    "legal_basis.named": Bilingual("Bases légales, une par ligne", "Legal bases, one a line"),
    "special_basis.named": Bilingual("Condition de l'article 9, § 2", "Condition of article 9(2)"),
    "internal": Bilingual("Services internes, un par ligne", "Internal services, one a line"),
    "processors.named": Bilingual("Sous-traitants, un par ligne", "Processors, one a line"),
    "recipients.named": Bilingual("Autres destinataires, un par ligne", "Other recipients, one a line"),
    "transfers.named": Bilingual("Pays tiers, un par ligne", "Third countries, one a line"),
    "tool.named": Bilingual("Garanties, une par ligne", "Guarantees, one a line"),
    "locations.named": Bilingual("Pays de stockage, un par ligne", "Countries of storage, one a line"),
    "people.named": Bilingual("Personnes, une catégorie par ligne", "People, one category a line"),
    "data.named": Bilingual("Données, une catégorie par ligne", "Data, one category a line"),
    "measures.named": Bilingual("Mesures, une par ligne", "Measures, one a line"),
    "retention.whole": Bilingual("Durée pour toutes les données", "Period of all data"),
    "retentions.active": Bilingual("Durée en base active, par catégorie", "Period in use, by category"),
    "retentions.archive": Bilingual("Durée d'archivage, par catégorie", "Period in archive, by category"),
    "retentions.end": Bilingual("Sort final, par catégorie", "What becomes of it, by category"),
}
#: The fields of an activity whose values stand in such a column each as the record words it.
OF_VALUES: Final = (
    *("joint", "legal_basis", "special_basis", "processors", "recipients", "transfers", "tool", "locations"),
    "measures",
)
#: The parts of how a controller, and its officer, is reached → the end of the head.
PARTS: Final[dict[str, Bilingual]] = {
    "person": Bilingual("personne", "person"),
    "address": Bilingual("adresse", "address"),
    "postcode": Bilingual("code postal", "postcode"),
    "city": Bilingual("ville", "city"),
    "country": Bilingual("pays", "country"),
    "phone": Bilingual("téléphone", "telephone"),
    "email": Bilingual("adresse mél", "e-mail"),
}
#: Whose parts these are, by the beginning of the field, and what the head begins with.
WHOSE: Final[dict[str, Bilingual]] = {
    "contact": Bilingual("Responsable, {part}", "Controller, {part}"),
    "dpo": Bilingual("Délégué, {part}", "Officer, {part}"),
}
OF_CONTACTS: Final[dict[str, Bilingual]] = {
    f"{whose}.{part}": Bilingual(head.fr.replace("{part}", said.fr), head.en.replace("{part}", said.en))
    for whose, head in WHOSE.items()
    for part, said in PARTS.items()
    if (whose, part) != ("dpo", "person")
}
COLUMNS: Final[dict[str, Bilingual]] = {
    **DECLARED,
    **OF_CONTACTS,
    "dpo": Bilingual("Délégué, nom", "Officer, name"),
    "dpo.organisation": Bilingual("Délégué, société", "Officer, company"),
    "ids.siret": Bilingual("Responsable, SIRET", "Controller, SIRET"),
}
#: What stands before words that settle nothing, and before a name of which nobody says that it is one.
OPEN: Final = "? "
#: The column by which a row is known as one that the program wrote.
OWN: Final = annex.REGISTER_REACH
#: Columns of such a row that say again, or derive, what others declare.
SAID_AGAIN: Final = (
    annex.REGISTER_CONTROLLER,
    annex.REGISTER_DPO,
    annex.REGISTER_PEOPLE,
    annex.REGISTER_DATA,
    annex.REGISTER_SPECIAL,
    annex.REGISTER_RECIPIENTS,
    annex.REGISTER_CONTRACTS,
    annex.REGISTER_TRANSFERS,
    annex.REGISTER_REACH,
    annex.REGISTER_RETENTION,
    annex.REGISTER_SECURITY,
    annex.REGISTER_LOCATION,
    annex.REGISTER_ASSESSMENT,
    annex.REGISTER_BASIS,
    register.CONTACT,
    register.TOOL,
    register.BEYOND_ROWS["locations"],
)
