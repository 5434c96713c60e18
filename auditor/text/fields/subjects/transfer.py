"""Words of the fields of `transfer`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.base import (
    NAMED,
    ROLES,
    SCALE,
    Clause,
    FieldWords,
    contains,
    flag,
    worded,
)
from auditor.text.fields.table import doc_of

NAME: Final = Bilingual("transfert", "transfer")
FIELDS: Final[dict[str, FieldWords]] = {
    "carries": FieldWords(
        doc=Bilingual("les données transférées", "the data transferred"),
        phrase=contains("les données transférées", "the data transferred"),
    ),
    "scale": FieldWords(doc=Bilingual("l'échelle", "the scale"), phrase=SCALE),
    "exporter": FieldWords(doc=Bilingual("l'exportateur", "the exporter"), phrase=NAMED),
    "importer": FieldWords(doc=Bilingual("l'importateur", "the importer"), phrase=NAMED),
    "country": FieldWords(
        doc=Bilingual("le pays de l'importateur", "the importer's country"),
        phrase=Clause(
            ("l'importateur", "relève du droit"), ("the importer", "is under the law", "is not under the law")
        ),
    ),
    "clauses": FieldWords(
        doc=Bilingual("la décision des clauses types", "the decision of the standard clauses"),
        phrase=Clause(
            ("les clauses types", "sont de la décision"),
            ("the standard clauses", "are of Decision", "are not of Decision"),
            values=worded(none=("aucune : l'outil est un autre", "none: the tool is another")),
        ),
    ),
    "rests_on": FieldWords(
        doc=Bilingual("ce sur quoi repose le premier transfert", "what the first transfer rests on"),
        phrase=Clause(
            ("le premier transfert", "repose sur"),
            ("the first transfer", "rests on", "does not rest on"),
            values=worded(
                framework=("le cadre de protection UE-États-Unis", "the EU-US Data Privacy Framework"),
                tool=("un outil de l'article 46", "a tool of article 46"),
                other=("autre chose", "something else"),
                none=("rien : c'est le premier", "nothing: it is the first"),
            ),
        ),
    ),
    "passed_on_by_contract": FieldWords(
        doc=Bilingual("le contrat avec le destinataire ultérieur", "the contract with the further recipient"),
        phrase=flag(
            ("un contrat lie le destinataire ultérieur", "a contract binds the further recipient"),
            (
                "le dossier dit que nul contrat ne lie le destinataire ultérieur",
                "the file says that the further recipient is bound by none",
            ),
        ),
    ),
    "exporting_as": FieldWords(
        doc=Bilingual("le rôle de l'exportateur", "the exporter's role"),
        phrase=Clause(("l'exportateur", "est"), ("the exporter", "is", "is not"), values=ROLES),
    ),
    "denied": FieldWords(
        doc=Bilingual("le démenti du registre", "the record stating the opposite"),
        phrase=flag(
            (
                "le registre dit qu'aucune donnée ne va vers un pays tiers",
                "the record says that no data goes to a third country",
            ),
            (
                "le registre ne dit pas qu'aucune donnée ne va vers un pays tiers",
                "the record does not say that no data goes to a third country",
            ),
        ),
    ),
    "regular": FieldWords(
        doc=doc_of("flows", "regular"),
        phrase=flag(
            ("l'envoi est répété ou systématique", "the sending is repeated or systematic"),
            ("l'envoi n'est ni répété ni systématique", "the sending is neither repeated nor systematic"),
        ),
    ),
    "care": FieldWords(
        doc=doc_of("activities", "care"),
        phrase=flag(
            ("les données sont recueillies à l'occasion de soins", "the data is collected in care"),
            ("les données ne viennent pas de soins", "the data does not come from care"),
        ),
    ),
    "in_france": FieldWords(
        doc=Bilingual("le champ du droit français", "being in the scope of French law"),
        phrase=flag(
            (
                "le transfert est dans le champ du droit français",
                "the transfer is in the scope of French law",
            ),
            (
                "le transfert est hors du champ du droit français",
                "the transfer is out of the scope of French law",
            ),
        ),
    ),
    "decision": FieldWords(
        doc=Bilingual("la décision d'adéquation", "the adequacy decision"),
        phrase=Clause(
            ("la décision d'adéquation", "est"),
            ("the adequacy decision", "is", "is not"),
            values=worded(
                whole=("en vigueur pour tout le pays", "in force for the whole country"),
                partial=("en vigueur pour une partie du pays", "in force for part of the country"),
                void=("expirée ou invalidée", "expired or invalidated"),
            ),
            whole={
                "none": flag(
                    (
                        "aucune décision d'adéquation ne vise ce pays",
                        "no adequacy decision is about that country",
                    ),
                    ("une décision d'adéquation vise ce pays", "an adequacy decision is about that country"),
                )
            },
        ),
    ),
    "listed": FieldWords(
        doc=Bilingual(
            "la présence sur la liste de la décision partielle", "being on the list of the partial decision"
        ),
        phrase=Clause(
            ("l'inscription sur la liste de la décision", "est"),
            ("being on the list of the decision", "is", "is not"),
            whole={
                "true": flag(
                    (
                        "l'importateur est sur la liste de la décision",
                        "the importer is on the list of the decision",
                    ),
                    (
                        "l'importateur n'est pas sur la liste de la décision",
                        "the importer is not on the list of the decision",
                    ),
                ),
                "false": flag(
                    (
                        "l'importateur n'est pas sur la liste de la décision",
                        "the importer is not on the list of the decision",
                    ),
                    (
                        "l'importateur est sur la liste de la décision",
                        "the importer is on the list of the decision",
                    ),
                ),
            },
        ),
    ),
    "covered": FieldWords(
        doc=Bilingual(
            "les données que couvre l'inscription de l'importateur au Data Privacy Framework",
            "what the importer's Data Privacy Framework entry covers",
        ),
        phrase=Clause(
            ("la couverture par l'inscription au Data Privacy Framework", "est"),
            ("being covered by the Data Privacy Framework entry", "is", "is not"),
            whole={
                "false": flag(
                    (
                        "l'inscription de l'importateur au Data Privacy Framework ne couvre pas ces données",
                        "the importer's Data Privacy Framework entry does not cover this data",
                    ),
                    (
                        "l'inscription de l'importateur au Data Privacy Framework couvre ces données",
                        "the importer's Data Privacy Framework entry covers this data",
                    ),
                )
            },
        ),
    ),
    "listing_read": FieldWords(
        doc=Bilingual("qui dit l'importateur inscrit", "who says that the importer is listed"),
        phrase=Clause(
            ("l'inscription de l'importateur", "est tirée"),
            ("the importer's entry", "is taken", "is not taken"),
            values=worded(
                list=("de la liste elle-même", "from the list itself"),
                own_statement=("de sa seule déclaration", "from its own statement alone"),
                others=("de ce qu'en disent d'autres", "from what others say"),
                none=("de rien", "from nothing"),
            ),
        ),
    ),
    "in_scope": FieldWords(
        doc=Bilingual("l'appartenance au champ de la décision", "being inside the scope of the decision"),
        phrase=flag(
            (
                "l'importateur est dans le champ de la décision",
                "the importer is inside the scope of the decision",
            ),
            (
                "l'importateur est hors du champ de la décision",
                "the importer is outside the scope of the decision",
            ),
        ),
    ),
    "adequate": FieldWords(
        doc=Bilingual("la couverture par une décision d'adéquation", "being covered by an adequacy decision"),
        phrase=flag(
            ("une décision d'adéquation couvre le transfert", "an adequacy decision covers the transfer"),
            (
                "aucune décision d'adéquation ne couvre le transfert",
                "no adequacy decision covers the transfer",
            ),
        ),
    ),
    "tool": FieldWords(
        doc=Bilingual("l'outil de transfert", "the transfer tool"),
        phrase=Clause(
            ("le transfert", "s'appuie sur"),
            ("the transfer", "relies on", "does not rely on"),
            values=worded(
                adequacy=("une décision d'adéquation", "an adequacy decision"),
                scc=("des clauses contractuelles types", "standard contractual clauses"),
                bcr=("des règles d'entreprise contraignantes", "binding corporate rules"),
                code_of_conduct=("un code de conduite", "a code of conduct"),
                certification=("une certification", "a certification"),
                ad_hoc=("des clauses autorisées par une autorité", "clauses authorised by an authority"),
            ),
            whole={
                "none": flag(
                    (
                        "le transfert ne s'appuie sur aucun outil énoncé",
                        "the transfer relies on no tool stated",
                    ),
                    ("le transfert s'appuie sur un outil", "the transfer relies on a tool"),
                )
            },
        ),
    ),
    "derogation": FieldWords(
        doc=Bilingual("la dérogation de l'article 49", "the derogation of art. 49"),
        phrase=Clause(
            ("la dérogation de l'article 49", "est celle du point"),
            ("the derogation of art. 49", "is that of point", "is not that of point"),
            values={letter: Bilingual(f"{letter})", f"({letter})") for letter in "abcdefg"},
            whole={
                "none": flag(
                    ("aucune dérogation de l'article 49 n'est énoncée", "no derogation of art. 49 is stated"),
                    ("une dérogation de l'article 49 est énoncée", "a derogation of art. 49 is stated"),
                )
            },
        ),
    ),
    "readable": FieldWords(
        doc=Bilingual("la lecture possible par l'importateur", "being readable by the importer"),
        phrase=flag(
            ("l'importateur peut lire les données", "the importer can read the data"),
            ("l'importateur ne peut pas lire les données", "the importer cannot read the data"),
        ),
    ),
    "problematic_law": FieldWords(
        doc=Bilingual(
            "un droit dont il est établi qu'il prive l'outil d'effet", "a law shown to defeat the tool"
        ),
        phrase=flag(
            (
                "il est établi que le droit du pays prive l'outil d'effet",
                "the law of the country is shown to defeat the tool",
            ),
            (
                "il n'est pas montré que le droit du pays prive l'outil d'effet",
                "the law of the country is not shown to defeat the tool",
            ),
        ),
    ),
    "measures": FieldWords(
        doc=Bilingual("les mesures complémentaires", "the supplementary measures"),
        phrase=Clause(
            ("les mesures supplémentaires", "sont"),
            ("the supplementary measures", "are", "are not"),
            values=worded(
                effective=("efficaces", "effective"), insufficient=("insuffisantes", "insufficient")
            ),
            whole={
                "none": flag(
                    (
                        "le dossier dit qu'aucune mesure supplémentaire n'est prise",
                        "the file says that no supplementary measure is taken",
                    ),
                    ("des mesures supplémentaires sont prises", "supplementary measures are taken"),
                )
            },
        ),
    ),
    "assessment": FieldWords(
        doc=Bilingual("l'évaluation du transfert", "the transfer assessment"),
        phrase=Clause(
            ("l'évaluation du transfert", "est"),
            ("the assessment of the transfer", "is", "is not"),
            values=worded(
                done=("faite", "done"),
                law_not_applied=(
                    "concluante : ce droit n'est pas appliqué en pratique",
                    "one that concludes that this law is not applied in practice",
                ),
                insufficient=("défavorable", "unfavourable"),
            ),
            whole={
                "none": flag(
                    (
                        "le dossier dit que le transfert n'a pas été évalué",
                        "the file says that the transfer was not assessed",
                    ),
                    ("le transfert a été évalué", "the transfer was assessed"),
                )
            },
        ),
    ),
    "access": FieldWords(
        doc=Bilingual("le mode d'accès", "the kind of access"),
        phrase=Clause(
            ("le transfert", "se fait par"),
            ("the transfer", "happens by", "does not happen by"),
            values=worded(push=("envoi", "sending"), remote=("accès à distance", "remote access")),
        ),
    ),
    "declared": FieldWords(
        doc=Bilingual(
            "la déclaration aux personnes ou au registre", "being declared in a notice or the record"
        ),
        phrase=flag(
            ("l'information ou le registre le déclare", "notice or record declares it"),
            ("ni l'information ni le registre ne le déclare", "neither notice nor record declares it"),
        ),
    ),
    "onward": FieldWords(
        doc=Bilingual("le fait d'être ultérieur", "being an onward transfer"),
        phrase=flag(
            ("le transfert est ultérieur", "the transfer is an onward one"),
            ("le transfert est le premier", "the transfer is the first one"),
        ),
    ),
    "placed": FieldWords(
        doc=Bilingual("un pays de destination établi", "a country of destination that is established"),
        phrase=flag(
            ("le pays de destination est établi", "the country of destination is shown"),
            ("le pays de destination n'est pas montré", "the country of destination is not shown"),
        ),
    ),
}
