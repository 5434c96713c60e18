"""One row per field of a host: a place where data is kept or processed."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.base import Row, Rows, each, says, yes_no
from auditor.text.fields.common import KNOWN, NOTE, SOURCE, TITLE

SECTIONS: Final[dict[str, Rows]] = {
    "hosts": {
        "title": TITLE,
        "kind": Row(
            doc=Bilingual("le genre de lieu", "the kind of place"),
            question=Bilingual("Quel genre de lieu est {it} ?", "What kind of place is {it}?"),
            clause=says(("{it} est un lieu de ce genre : {value}", "{it} is a place of this kind: {value}")),
            whose="operator",
        ),
        "operator": Row(
            doc=Bilingual("l'exploitant", "the operator"),
            question=Bilingual("Qui exploite {it} ?", "Who operates {it}?"),
            clause=says(
                ("l'exploitant {it:de} est {value}", "the operator of {it} is {value}"),
                {"none": ("{it} n'a pas d'exploitant", "{it} has no operator")},
            ),
            whose="operator",
        ),
        "runs_on": Row(
            doc=Bilingual("les machines au-dessous", "the machines below"),
            question=Bilingual(
                "Sur les machines de qui fonctionne {it}, et qui en assure l'exploitation ?",
                "On whose machines does {it} run, and who operates them?",
            ),
            clause=says(
                (
                    "les machines sous {it} sont celles {value:de}",
                    "the machines below {it} are those of {value}",
                ),
                {
                    "none": (
                        "{it} ne fonctionne sur les machines de personne d'autre",
                        "{it} runs on nobody else's machines",
                    )
                },
            ),
            whose="operator",
        ),
        "location": Row(
            doc=Bilingual("le lieu", "the location"),
            question=Bilingual("Dans quels pays se trouve {it} ?", "In which countries is {it} located?"),
            clause=says(
                ("le lieu {it:de} est : {value}", "the location of {it} is {value}"),
                {"none": ("{it} ne se trouve dans aucun pays", "{it} is in no country")},
            ),
            whose="operator",
        ),
        "keeps": Row(
            doc=Bilingual("les données gardées", "the data kept"),
            question=Bilingual("Quelles données garde {it} ?", "Which data does {it} keep?"),
            clause=says(
                ("les données que garde {it} sont : {value}", "the data that {it} keeps is {value}"),
                {"none": ("{it} ne garde aucune donnée", "{it} keeps no data")},
            ),
            whose="operator",
        ),
        "at_rest": Row(
            doc=Bilingual("la protection au repos", "the protection at rest"),
            question=Bilingual(
                "Les données gardées par {it} sont-elles chiffrées au repos, et à quel niveau ?",
                "Is the data kept by {it} encrypted at rest, and at which layer?",
            ),
            clause=each(
                {
                    "encrypted": (
                        "ce que garde {it} est chiffré au repos",
                        "what {it} keeps is encrypted at rest",
                    ),
                    "none": (
                        "ce que garde {it} n'est pas chiffré au repos",
                        "what {it} keeps is not encrypted at rest",
                    ),
                    "plain": (
                        "ce que garde {it} n'est pas chiffré au repos",
                        "what {it} keeps is not encrypted at rest",
                    ),
                }
            ),
            whose="operator",
        ),
        "keys": Row(
            doc=Bilingual("les détenteurs des clés", "the holders of the keys"),
            question=Bilingual(
                "Qui peut déchiffrer ce que garde {it} (qui crée, détient et peut employer les clés) ?",
                "Who can decrypt what {it} keeps (who makes, holds and can use the keys)?",
            ),
            clause=says(
                (
                    "les détenteurs des clés de ce que garde {it} sont : {value}",
                    "the holders of the keys to what {it} keeps are {value}",
                ),
                {
                    "none": (
                        "personne ne détient de clés de ce que garde {it}",
                        "nobody holds keys to what {it} keeps",
                    )
                },
            ),
            whose="operator",
        ),
        "about": Row(
            doc=Bilingual("le sujet des pages", "what the pages are about"),
            question=Bilingual("De quoi parlent les pages {it:de} ?", "What are the pages of {it} about?"),
            clause=says(
                ("les pages {it:de} ont trait à : {value}", "the pages of {it} are about {value}"),
                {
                    "none": (
                        "les pages {it:de} n'ont trait à rien de sensible",
                        "the pages of {it} are about nothing sensitive",
                    )
                },
            ),
            whose="operator",
        ),
        "domains": Row(
            doc=Bilingual("les noms de domaine", "the domain names"),
            question=Bilingual(
                "Sous quels noms de domaine {it} répond-il ?", "Under which domain names does {it} answer?"
            ),
            clause=says(
                ("les noms de domaine {it:de} sont : {value}", "the domain names of {it} are {value}")
            ),
            whose="operator",
        ),
        "isolation": Row(
            doc=Bilingual("l'isolement", "the isolation"),
            question=Bilingual(
                "Qui exploite la machine peut-il voir ce qui fonctionne sur {it}, et qui atteste qu'il ne le peut pas ?",
                "Can whoever runs the machine see what runs on {it}, and who attests that they cannot?",
            ),
            clause=each(
                {
                    "attested": (
                        "il est attesté que qui exploite la machine ne peut voir ce qui fonctionne sur {it}",
                        "it is attested that whoever runs the machine cannot see what runs on {it}",
                    ),
                    "none": (
                        "rien n'isole ce qui fonctionne sur {it} de qui exploite la machine",
                        "nothing shuts off what runs on {it} from whoever runs the machine",
                    ),
                }
            ),
            whose="operator",
        ),
        "backup": Row(
            doc=Bilingual("le fait d'être une sauvegarde", "being a backup"),
            question=Bilingual("S'agit-il, pour {it}, d'une sauvegarde ?", "Is {it} a backup?"),
            clause=yes_no(
                ("{it} est une sauvegarde", "{it} is a backup"),
                ("{it} n'est pas une sauvegarde", "{it} is no backup"),
            ),
            whose="operator",
        ),
        "kept_for": Row(
            doc=Bilingual("la durée de conservation", "the period of retention"),
            question=Bilingual(
                "Combien de temps {it} garde-t-il les données (une durée, telle que 3 mois), sauvegardes comprises ?",
                "How long does {it} keep the data (a period, such as 3 months), backups included?",
            ),
            clause=says(
                (
                    "{it} garde les données pendant cette durée : {value}",
                    "{it} keeps the data for this period: {value}",
                ),
                {
                    "none": ("rien ne reste en {it}", "nothing stays at {it}"),
                    "unlimited": (
                        "{it} garde les données sans limite de durée",
                        "{it} keeps the data without a limit in time",
                    ),
                },
            ),
            whose="operator",
        ),
        "erased": Row(
            doc=Bilingual("l'effacement effectif au terme", "being in fact erased at the end"),
            question=Bilingual(
                "Ce que garde {it} est-il effectivement effacé au terme de la durée ?",
                "Is what {it} keeps in fact erased when the period ends?",
            ),
            clause=yes_no(
                (
                    "ce que garde {it} est effectivement effacé au terme de la durée",
                    "what {it} keeps is in fact erased when the period ends",
                ),
                (
                    "ce que garde {it} n'est pas effacé au terme de la durée",
                    "what {it} keeps is not erased when the period ends",
                ),
            ),
            whose="operator",
        ),
        "rights": Row(
            doc=Bilingual("les droits qui l'atteignent", "the rights that reach it"),
            question=Bilingual(
                "Par quelle voie l'accès, la rectification, l'effacement et la restitution atteignent-ils ce que garde {it} ?",
                "By which path do access, rectification, erasure and return reach what {it} keeps?",
            ),
            clause=says(
                (
                    "les droits qui atteignent ce que garde {it} sont : {value}",
                    "the rights that reach what {it} keeps are {value}",
                ),
                {
                    "none": (
                        "aucun droit des personnes n'atteint ce que garde {it}",
                        "no right of people reaches what {it} keeps",
                    )
                },
            ),
            whose="operator",
        ),
        "certified": Row(
            doc=Bilingual("les certificats et agréments", "the certificates and accreditations"),
            question=Bilingual(
                "Quels certificats ou agréments couvrent {it}, pour quelles activités, depuis quand et jusqu'à quand ?",
                "Which certificates or accreditations cover {it}, for which activities, and from when to when?",
            ),
            clause=says(
                (
                    "ces certificats ou agréments couvrent {it} : {value}",
                    "these certificates or accreditations cover {it}: {value}",
                ),
                {
                    "none": (
                        "aucun certificat ni agrément ne couvre {it}",
                        "no certificate nor accreditation covers {it}",
                    )
                },
            ),
            whose="operator",
        ),
        "hosting": Row(
            doc=Bilingual(
                "les activités d'hébergement de données de santé", "the activities of hosting health data"
            ),
            question=Bilingual(
                "Quelles activités d'hébergement de l'article R.1111-9 du code de la santé publique (1 à 6) sont assurées en {it} ?",
                "Which hosting activities of article R.1111-9 of the French Public Health Code (1 to 6) are performed at {it}?",
            ),
            clause=says(
                (
                    "les activités d'hébergement de l'article R.1111-9 assurées en {it} sont : {value}",
                    "the hosting activities of article R.1111-9 performed at {it} are {value}",
                ),
                {
                    "none": (
                        "aucune activité d'hébergement de l'article R.1111-9 n'est assurée en {it}",
                        "no hosting activity of article R.1111-9 is performed at {it}",
                    )
                },
            ),
            whose="operator",
        ),
        "for_source": Row(
            doc=Bilingual(
                "l'hébergement pour qui a produit ou recueilli les données, ou pour le patient",
                "hosting for whoever produced or collected the data, or for the patient",
            ),
            question=Bilingual(
                "Les données que garde {it} y sont-elles hébergées pour qui les a produites ou recueillies, ou pour le patient ?",
                "Is the data that {it} keeps hosted for whoever produced or collected it, or for the patient?",
            ),
            clause=yes_no(
                (
                    "{it} héberge les données pour qui les a produites ou recueillies, ou pour le patient",
                    "{it} hosts the data for whoever produced or collected it, or for the patient",
                ),
                (
                    "{it} n'héberge les données ni pour qui les a produites ou recueillies, ni pour le patient",
                    "{it} hosts the data neither for whoever produced or collected it nor for the patient",
                ),
            ),
            whose="operator",
        ),
        "short_task": Row(
            doc=Bilingual("la remise pour une courte période", "being handed the data for a short time"),
            question=Bilingual(
                "Les données sont-elles confiées à {it} pour une courte période, par qui les a produites ou recueillies, en vue de leur saisie, mise en forme, impression ou numérisation ?",
                "Is the data handed to {it} for a short time, by who produced or collected it, to be entered, formatted, printed or digitised?",
            ),
            clause=yes_no(
                (
                    "les données sont confiées à {it} pour une courte période, en vue de leur saisie, mise en forme, impression ou numérisation",
                    "the data is handed to {it} for a short time, to be entered, formatted, printed or digitised",
                ),
                (
                    "les données ne sont pas confiées à {it} pour une courte tâche de saisie ou de numérisation",
                    "the data is not handed to {it} for a short task of entry or digitising",
                ),
            ),
            whose="operator",
        ),
        "transparency": Row(
            doc=Bilingual(
                "la publication sur les accès de pays tiers", "the publication on access from third countries"
            ),
            question=Bilingual(
                "Où sont publiés, pour {it}, la cartographie des transferts, les accès distants, les lois de pays tiers et le risque résiduel ?",
                "Where are the map of transfers, remote access, third-country laws and residual risk published for {it}?",
            ),
            clause=each(
                {
                    "published": (
                        "la publication sur les accès de pays tiers {it:à} est complète",
                        "the publication on access from third countries to {it} is complete",
                    ),
                    "partial": (
                        "la publication sur les accès de pays tiers {it:à} est partielle",
                        "the publication on access from third countries to {it} is partial",
                    ),
                    "none": (
                        "la publication sur les accès de pays tiers {it:à} n'a pas été trouvée",
                        "the publication on access from third countries to {it} was not found",
                    ),
                    "qualified-sentence": (
                        "la phrase prévue pour un service qualifié est publiée pour {it}",
                        "the sentence set for a qualified service is published for {it}",
                    ),
                    "no-transfer-sentence": (
                        "la phrase prévue sans transfert est publiée pour {it}",
                        "the sentence set where there is no transfer is published for {it}",
                    ),
                }
            ),
            whose="operator",
        ),
        "access_measures": Row(
            doc=Bilingual(
                "les mesures contre l'accès d'États tiers aux données non personnelles",
                "measures against access by third States to non-personal data",
            ),
            question=Bilingual(
                "Quelles mesures empêchent, pour {it}, l'accès d'autorités de pays tiers aux données non personnelles (règlement sur les données, art. 32) ?",
                "Which measures prevent access by third-country authorities to the non-personal data at {it} (Data Act art. 32)?",
            ),
            clause=yes_no(
                (
                    "des mesures empêchent, pour {it}, l'accès d'autorités de pays tiers aux données non personnelles",
                    "measures prevent access by third-country authorities to the non-personal data at {it}",
                ),
                (
                    "aucune mesure n'empêche, pour {it}, l'accès d'autorités de pays tiers aux données non personnelles",
                    "no measure prevents access by third-country authorities to the non-personal data at {it}",
                ),
            ),
            whose="operator",
        ),
        "since": Row(
            doc=Bilingual("le premier jour", "the first day"),
            question=Bilingual("Depuis quand {it} est-il en service ?", "Since when is {it} in use?"),
            clause=says(("{it} est en service depuis : {value}", "{it} is in use since {value}")),
            whose="operator",
        ),
        "until": Row(
            doc=Bilingual("le dernier jour", "the last day"),
            question=Bilingual(
                "{it} est-il encore en service à la date du cas, ou depuis quand ne l'est-il plus ?",
                "Is {it} still in use on the date of the case, or since when is it not?",
            ),
            clause=says(("le dernier jour {it:de} est : {value}", "the last day of {it} is {value}")),
            whose="operator",
        ),
        "known": KNOWN,
        "source": SOURCE,
        "note": NOTE,
    },
}
