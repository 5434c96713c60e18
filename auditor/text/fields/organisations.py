"""One row per field of an organisation."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, Without, aside, each, says, yes_no
from auditor.text.fields.common import ALSO, AS_OF, KNOWN, NOTE, SOURCE, STATUS, TITLE, UNCHECKED
from auditor.text.fields.contacts import ROWS as CONTACTS

SECTIONS: Final[dict[str, Rows]] = {
    "organisations": {
        "title": TITLE,
        "name": Row(
            doc=Bilingual("le nom exact", "the exact name"),
            question=Bilingual(
                "Quelles sociétés précises {it} désigne-t-il (nom, adresse, contact) ?",
                "Which precise companies does {it} stand for (name, address, contact)?",
            ),
            clause=says(("le nom exact {it:de} est : {value}", "the exact name of {it} is {value}")),
            whose="organisation",
        ),
        "kind": Row(
            doc=Bilingual("le genre d'organisation", "the kind of organisation"),
            question=Bilingual(
                "Quelle personne morale du groupe {it} est en cause ?",
                "Which legal person of the group {it} is concerned?",
            ),
            clause=says(
                (
                    "{it} est une organisation de ce genre : {value}",
                    "{it} is an organisation of this kind: {value}",
                ),
                {
                    "international-organisation": (
                        "{it} est une organisation internationale",
                        "{it} is an international organisation",
                    )
                },
            ),
            whose="organisation",
        ),
        "country": Row(
            doc=Bilingual("le pays", "the country"),
            question=Bilingual("De quel pays relève {it} ?", "Under which country's law does {it} exist?"),
            clause=says(
                (
                    "le pays dont relève {it} est : {value}",
                    "the country under whose law {it} exists is {value}",
                ),
                {"none": ("{it} ne relève du droit d'aucun pays", "{it} exists under the law of no country")},
            ),
            whose="organisation",
        ),
        "run_from": Row(
            doc=Bilingual("le pays d'où elle agit", "the country from which it acts"),
            question=Bilingual(
                "De quel pays {it} agit-elle (personnel, administration, accès) ?",
                "From which country does {it} act (staff, administration, access)?",
            ),
            clause=says(
                ("{it} agit depuis : {value}", "{it} acts from {value}"),
                {"none": ("{it} n'agit depuis aucun pays", "{it} acts from no country")},
            ),
            whose="organisation",
        ),
        "parent": Row(
            doc=Bilingual("la société mère", "the parent"),
            question=Bilingual(
                "Qui détient {it}, jusqu'aux bénéficiaires effectifs, et avec quelle part des votes ?",
                "Who owns {it}, up to the beneficial owners, and with which share of the votes?",
            ),
            clause=says(
                ("la société mère {it:de} est {value}", "the parent of {it} is {value}"),
                {
                    "none": (
                        "les seuls détenteurs {it:de} sont ceux qui sont listés",
                        "the only holders of {it} are those listed",
                    )
                },
            ),
            whose="organisation",
        ),
        "branch_of": Row(
            doc=Bilingual(
                "la personne morale dont elle est une succursale", "the legal person of which it is a branch"
            ),
            question=Bilingual(
                "De quelle personne morale {it} est-elle une succursale ?",
                "Of which legal person is {it} a branch?",
            ),
            clause=says(("{it} est une succursale {value:de}", "{it} is a branch of {value}")),
            whose="organisation",
        ),
        "is": Row(
            doc=Bilingual("la nature", "what it is"),
            question=Bilingual("Quels services fournit {it} ?", "Which services does {it} provide?"),
            clause=says(
                ("{it} est {value}", "{it} is {value}"),
                {
                    "none": (
                        "{it} ne fournit aucun des services classés",
                        "{it} provides none of the services that have a name here",
                    )
                },
            ),
            whose="organisation",
        ),
        "presence": Row(
            doc=Bilingual("les pays d'établissement", "the countries of establishment"),
            question=Bilingual(
                "Dans quels pays {it} dispose d'un établissement ?",
                "In which countries does {it} have an establishment?",
            ),
            clause=says(
                (
                    "les pays où {it} a un établissement sont : {value}",
                    "the countries where {it} has an establishment are {value}",
                ),
                {
                    "none": (
                        "{it} n'a d'établissement dans aucun autre pays",
                        "{it} has an establishment in no other country",
                    )
                },
            ),
            whose="organisation",
        ),
        "former": Row(
            doc=Bilingual("les anciens noms", "the earlier names"),
            question=Without("an earlier name is looked up, nobody is asked for it"),
            clause=Without("an earlier name says what to call it, and is no premise"),
            whose="organisation",
        ),
        "ids": Row(
            doc=Bilingual("les identifiants officiels", "the official identifiers"),
            question=Bilingual(
                "Sous quels identifiants officiels {it} est-elle inscrite ?",
                "Under which official identifiers is {it} registered?",
            ),
            clause=says(
                (
                    "les identifiants officiels {it:de} sont : {value}",
                    "the official identifiers of {it} are {value}",
                )
            ),
            whose="organisation",
        ),
        "domains": Row(
            doc=Bilingual("les noms de domaine", "the domain names"),
            question=Bilingual(
                "Quels noms de domaine {it} détient-elle ?", "Which domain names does {it} hold?"
            ),
            clause=says(
                ("les noms de domaine {it:de} sont : {value}", "the domain names of {it} are {value}")
            ),
            whose="organisation",
        ),
        "dpo": Row(
            doc=Bilingual(
                "le délégué à la protection des données (une adresse, publiée)",
                "the data protection officer (an address, as published)",
            ),
            question=Bilingual(
                "Comment joindre le délégué à la protection des données {it:de} (art. 37 RGPD) ?",
                "How can the data protection officer of {it} be reached (GDPR art. 37)?",
            ),
            clause=says(
                (
                    "le délégué à la protection des données {it:de} se joint ainsi : {value}",
                    "the data protection officer of {it} is reached so: {value}",
                ),
                {
                    "none": (
                        "{it} n'a pas de délégué à la protection des données",
                        "{it} has no data protection officer",
                    )
                },
            ),
            whose="organisation",
        ),
        "representative": Row(
            doc=Bilingual("le représentant dans l'Union", "the representative in the Union"),
            question=Bilingual(
                "Qui représente {it} dans l'Union (art. 27 RGPD) ?",
                "Who represents {it} in the Union (GDPR art. 27)?",
            ),
            clause=says(
                (
                    "le représentant {it:de} dans l'Union est : {value}",
                    "the representative of {it} in the Union is {value}",
                ),
                {
                    "none": (
                        "{it} n'a désigné aucun représentant dans l'Union",
                        "{it} designated no representative in the Union",
                    )
                },
            ),
            whose="organisation",
        ),
        **CONTACTS,
        "record": Row(
            doc=Bilingual("la tenue d'un registre", "keeping a record of processing"),
            question=Bilingual(
                "{it} tient-elle un registre des activités de traitement (art. 30 RGPD) ?",
                "Does {it} keep a record of processing activities (GDPR art. 30)?",
            ),
            clause=each(
                {
                    "kept": ("{it} tient un registre des traitements", "{it} keeps a record of processing"),
                    "none": (
                        "le registre des traitements n'est pas tenu par {it}",
                        "{it} does not keep a record of processing",
                    ),
                    "exempt": (
                        "l'article 30, § 5, dispense {it} de registre",
                        "article 30(5) exempts {it} from keeping a record",
                    ),
                }
            ),
            whose="organisation",
        ),
        "jurisdiction_published": Row(
            doc=Bilingual(
                "la publication du droit dont relève l'infrastructure",
                "publishing which law the infrastructure is under",
            ),
            question=Bilingual(
                "{it} publie-t-elle de quel droit relève l'infrastructure de chaque service et les mesures contre l'accès d'États tiers (règlement sur les données, art. 28) ?",
                "Does {it} publish which law the infrastructure of each service is under, and its measures against access by third States (Data Act art. 28)?",
            ),
            clause=yes_no(
                (
                    "{it} publie le droit dont relève son infrastructure et ses mesures contre l'accès d'États tiers",
                    "{it} publishes which law its infrastructure is under and its measures against access by third States",
                ),
                (
                    "{it} ne publie pas le droit dont relève son infrastructure, ou pas ses mesures contre l'accès d'États tiers",
                    "{it} does not publish which law its infrastructure is under, or not its measures against access by third States",
                ),
            ),
            whose="organisation",
        ),
        "duties": Row(
            doc=Bilingual("les obligations particulières", "the special duties"),
            question=Bilingual(
                "Quelles obligations particulières la loi de son État impose-t-elle {it:à} pour l'hébergement de ses données (données sensibles de l'État, données de santé d'un organisme de soins ou d'une caisse) ?",
                "Which special duties does the law of its State lay on {it} for the hosting of its data (sensitive data of the State, health data of a provider of care or an insurance fund)?",
            ),
            clause=each(
                {
                    "sren-31": (
                        "l'article 31 de la loi 2024-449 oblige {it}",
                        "art. 31 of French Act 2024-449 binds {it}",
                    ),
                    "sgb-v-393": (
                        "le § 393 du code social allemand, livre V, oblige {it}",
                        "§ 393 of the German Social Code, Book V, binds {it}",
                    ),
                    "none": ("aucune obligation particulière ne pèse sur {it}", "no special duty binds {it}"),
                }
            ),
            whose="organisation",
        ),
        "ends": Row(
            doc=Bilingual("le jour de sa fin", "the day on which it ended"),
            question=Bilingual("Quand {it} a-t-elle pris fin ?", "When did {it} end?"),
            clause=says(("{it} a pris fin : {value}", "{it} ended: {value}")),
            whose="organisation",
        ),
        "succeeded_by": Row(
            doc=Bilingual("qui lui succède", "its successor"),
            question=Bilingual("Qui succède {it:à} ?", "Who succeeds {it}?"),
            clause=says(
                ("l'organisation qui succède {it:à} est {value}", "the successor of {it} is {value}")
            ),
            whose="organisation",
        ),
        "dpf": Row(
            doc=Bilingual(
                "l'inscription au Data Privacy Framework", "being on the Data Privacy Framework list"
            ),
            question=Bilingual(
                "{it} figure-t-elle, comme entité exacte, sur la liste du Data Privacy Framework, et depuis quand ?",
                "Is {it}, as that exact entity, on the Data Privacy Framework list, and since when?",
            ),
            clause=yes_no(
                (
                    "{it} figure sur la liste du Data Privacy Framework",
                    "{it} is on the Data Privacy Framework list",
                ),
                (
                    "{it} ne figure pas sur la liste du Data Privacy Framework",
                    "{it} is not on the Data Privacy Framework list",
                ),
            ),
            whose="organisation",
        ),
        "dpf_covers": Row(
            doc=Bilingual(
                "ce que couvre l'inscription au Data Privacy Framework",
                "what the Data Privacy Framework entry covers",
            ),
            question=Bilingual(
                "Quelles données (RH, autres) et quels services couvre l'inscription {it:de} au Data Privacy Framework ?",
                "Which data (HR, other) and which services does the Data Privacy Framework entry of {it} cover?",
            ),
            clause=says(
                (
                    "l'inscription {it:de} au Data Privacy Framework couvre : {value}",
                    "the Data Privacy Framework entry of {it} covers {value}",
                ),
                {
                    "hr": (
                        "l'inscription {it:de} au Data Privacy Framework couvre les données des salariés",
                        "the Data Privacy Framework entry of {it} covers data of employees",
                    ),
                    "non-hr": (
                        "l'inscription {it:de} au Data Privacy Framework couvre les données autres que celles des salariés",
                        "the Data Privacy Framework entry of {it} covers data other than that of employees",
                    ),
                    "designated-services": (
                        "l'inscription {it:de} au Data Privacy Framework ne couvre que les services qu'elle désigne",
                        "the Data Privacy Framework entry of {it} covers only the services that it designates",
                    ),
                },
            ),
            whose="organisation",
        ),
        "privacy_shield": Row(
            doc=Bilingual("l'inscription au Privacy Shield", "having been on the Privacy Shield list"),
            question=Bilingual(
                "{it} figurait-elle sur la liste du Privacy Shield ?", "Was {it} on the Privacy Shield list?"
            ),
            clause=yes_no(
                ("{it} figurait sur la liste du Privacy Shield", "{it} was on the Privacy Shield list"),
                (
                    "{it} ne figurait pas sur la liste du Privacy Shield",
                    "{it} was not on the Privacy Shield list",
                ),
            ),
            whose="organisation",
        ),
        "in_scope": Row(
            doc=Bilingual(
                "l'appartenance au champ de la décision d'adéquation",
                "being inside the scope of the adequacy decision",
            ),
            question=Bilingual(
                "{it} entre-t-elle dans le champ de la décision d'adéquation de son pays ?",
                "Is {it} inside the scope of the adequacy decision on its country?",
            ),
            clause=yes_no(
                (
                    "{it} entre dans le champ de la décision d'adéquation de son pays",
                    "{it} is inside the scope of the adequacy decision on its country",
                ),
                (
                    "{it} n'entre pas dans le champ de la décision d'adéquation de son pays",
                    "{it} is outside the scope of the adequacy decision on its country",
                ),
            ),
            whose="organisation",
        ),
        "access_from": Row(
            doc=Bilingual(
                "les pays d'où elle peut atteindre les données",
                "the countries from which it can reach the data",
            ),
            question=Bilingual(
                "De quels pays les établissements ou sociétés liées {it:de} peuvent-ils atteindre les données ?",
                "From which countries can the establishments or affiliates of {it} reach the data?",
            ),
            clause=says(
                (
                    "les pays d'où les établissements ou sociétés liées {it:de} peuvent atteindre les données sont : {value}",
                    "the countries from which the establishments or affiliates of {it} can reach the data are {value}",
                ),
                {
                    "none": (
                        "aucun établissement ni société liée {it:de} ne peut atteindre les données depuis un autre pays",
                        "no establishment nor affiliate of {it} can reach the data from another country",
                    )
                },
            ),
            whose="organisation",
        ),
        "certified": Row(
            doc=Bilingual("les certificats et agréments", "the certificates and accreditations"),
            question=Bilingual(
                "Quels sont les certificats ou agréments {it:de}, avec quel périmètre et jusqu'à quand ?",
                "Which certificates or accreditations does {it} hold, with which scope and until when?",
            ),
            clause=says(
                (
                    "{it} détient ces certificats ou agréments : {value}",
                    "{it} holds these certificates or accreditations: {value}",
                ),
                {
                    "none": (
                        "{it} ne détient aucun certificat ni agrément",
                        "{it} holds no certificate nor accreditation",
                    )
                },
            ),
            whose="organisation",
        ),
        "regime": Row(
            doc=Bilingual("le régime de protection des données", "the regime of data protection"),
            question=Bilingual(
                "Le RGPD s'applique-t-il {it:à} pour ce traitement (art. 3) ?",
                "Does the GDPR apply to {it} for this processing (art. 3)?",
            ),
            clause=each(
                {
                    "gdpr": (
                        "le RGPD s'applique {it:à} pour ce traitement",
                        "the GDPR applies to {it} for this processing",
                    ),
                    "eudpr": (
                        "le règlement des institutions de l'Union s'applique {it:à} pour ce traitement",
                        "the regulation of the Union's institutions applies to {it} for this processing",
                    ),
                    "none": (
                        "ni le RGPD ni le règlement des institutions de l'Union ne s'applique {it:à} pour ce traitement",
                        "neither the GDPR nor the regulation of the Union's institutions applies to {it} for this processing",
                    ),
                }
            ),
            whose="organisation",
        ),
        "known": KNOWN,
        "source": SOURCE,
        "also": ALSO,
        "unchecked": UNCHECKED,
        "as_of": AS_OF,
        "status": STATUS,
        "note": NOTE,
    },
    "organisations.former": {
        "name": aside(
            "l'ancien nom", "the earlier name", "an earlier name says what to call it, and is no premise"
        ),
        "until": aside(
            "le dernier jour où il a été vu",
            "the last day on which it was seen",
            "an earlier name says what to call it, and is no premise",
        ),
    },
}
