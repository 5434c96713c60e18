"""Words of the fields of `activity`: what each is, and how a condition on it reads."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.fields.subjects.accountability import FIELDS as ACCOUNTABILITY
from auditor.text.fields.subjects.base import NAMED, SCALE, Clause, FieldWords, contains, flag, worded
from auditor.text.fields.table import doc_of
from auditor.text.vocabulary import SPECIAL_BASES

NAME: Final = Bilingual("activité de traitement", "processing activity")
FIELDS: Final[dict[str, FieldWords]] = {
    **ACCOUNTABILITY,
    "legal_basis": FieldWords(
        doc=doc_of("activities", "legal_basis"),
        phrase=Clause(
            ("la base légale", "est"),
            ("the legal basis", "is", "is not"),
            whole={
                "none": flag(
                    ("la base légale est indiquée comme inexistante", "the legal basis is stated as missing"),
                    ("une base légale est indiquée", "a legal basis is stated"),
                )
            },
        ),
    ),
    "scale": FieldWords(doc=doc_of("activities", "scale"), phrase=SCALE),
    "care": FieldWords(
        doc=doc_of("activities", "care"),
        phrase=flag(
            ("les données sont recueillies à l'occasion de soins", "the data is collected in care"),
            ("les données ne viennent pas de soins", "the data does not come from care"),
        ),
    ),
    "consent_how": FieldWords(
        doc=doc_of("activities.consent", "how"),
        phrase=Clause(
            ("le consentement", "s'exprime par"),
            ("consent", "is expressed by", "is not expressed by"),
            whole={
                "none": flag(
                    ("aucun consentement n'est recueilli", "no consent is taken"),
                    ("un consentement est recueilli", "consent is taken"),
                )
            },
        ),
    ),
    "consent_bundled": FieldWords(
        doc=doc_of("activities.consent", "bundled"),
        phrase=flag(
            ("le consentement est lié à autre chose", "consent is bundled with something else"),
            ("le consentement n'est lié à rien d'autre", "consent is bundled with nothing else"),
        ),
    ),
    "beyond_service": FieldWords(
        doc=Bilingual("le lien au service", "the link to the service"),
        phrase=flag(
            (
                "le consentement porte sur ce dont le service n'a pas besoin",
                "the consent is about what the service does not need",
            ),
            (
                "le consentement porte sur ce dont le service a besoin",
                "the consent is about what the service needs",
            ),
        ),
    ),
    "consent_refusal": FieldWords(
        doc=doc_of("activities.consent", "refusal"),
        phrase=Clause(
            ("le refus", "est"),
            ("refusal", "is", "is not"),
            whole={
                "bars-service": flag(
                    ("le refus prive du service", "refusing bars the service"),
                    ("le refus ne prive pas du service", "refusing does not bar the service"),
                )
            },
        ),
    ),
    "consent_by_people": FieldWords(
        doc=Bilingual("le consentement donné par la personne", "consent given by the person"),
        phrase=flag(
            ("le consentement vient de la personne concernée", "consent comes from the person concerned"),
            (
                "le consentement vient d'un autre que la personne concernée",
                "consent comes from someone other than the person concerned",
            ),
        ),
    ),
    "consent_own": FieldWords(
        doc=doc_of("activities.consent", "own"),
        phrase=flag(
            ("la case est celle de la personne concernée", "the box is the data subject's own"),
            ("la case est celle d'un autre", "the box is someone else's"),
        ),
    ),
    "consent_represented": FieldWords(
        doc=Bilingual("le consentement d'un représentant légal", "a legal representative consenting"),
        phrase=flag(
            (
                "un représentant légal donne l'accord de la personne",
                "a legal representative consents for the person",
            ),
            (
                "aucun représentant légal ne donne l'accord de la personne",
                "no legal representative consents for the person",
            ),
        ),
    ),
    "consent_too_young": FieldWords(
        doc=Bilingual("un âge inférieur au seuil légal", "an age below the one the law sets"),
        phrase=flag(
            (
                "l'enfant donne seul son accord avant l'âge légal",
                "the child consents alone below the age the law sets",
            ),
            (
                "l'enfant ne donne pas seul son accord avant l'âge légal",
                "the child does not consent alone below the age the law sets",
            ),
        ),
    ),
    "calls_anonymous": FieldWords(
        doc=Bilingual("des données dites anonymes", "data called anonymous"),
        phrase=flag(
            ("des données sont dites anonymes", "data is called anonymous"),
            ("aucune donnée n'est dite anonyme", "no data is called anonymous"),
        ),
    ),
    "found_again": FieldWords(
        doc=Bilingual(
            "la possibilité de retrouver des personnes dans ce qui est dit anonyme",
            "whether people can be found again in what is called anonymous",
        ),
        phrase=flag(
            (
                "des personnes peuvent être retrouvées dans ce qui est dit anonyme",
                "people can be found again in what is called anonymous",
            ),
            (
                "nul ne peut être retrouvé dans ce qui est dit anonyme",
                "nobody can be found again in what is called anonymous",
            ),
        ),
    ),
    "people_country": FieldWords(
        doc=Bilingual("le pays des personnes", "the country the people live in"),
        phrase=Clause(
            ("les personnes", "vivent sur le territoire"),
            ("the people", "live in the territory", "do not live in the territory"),
        ),
    ),
    "consent_parental": FieldWords(
        doc=doc_of("activities.consent", "parental"),
        phrase=flag(
            (
                "un titulaire de l'autorité parentale se joint au consentement",
                "a holder of parental authority joins in the consent",
            ),
            (
                "aucun titulaire de l'autorité parentale ne se joint au consentement",
                "no holder of parental authority joins in the consent",
            ),
        ),
    ),
    "on_by_default": FieldWords(
        doc=doc_of("activities", "on_by_default"),
        phrase=flag(
            ("l'activité est activée par défaut", "the activity is on by default"),
            ("l'activité n'est pas activée par défaut", "the activity is not on by default"),
        ),
    ),
    "necessary": FieldWords(
        doc=doc_of("activities", "necessary"),
        phrase=flag(
            ("l'activité est nécessaire à la finalité", "the activity is necessary for the purpose"),
            (
                "l'activité n'est pas nécessaire à la finalité",
                "the activity is not necessary for the purpose",
            ),
        ),
    ),
    "for_children": FieldWords(
        doc=doc_of("activities", "for_children"),
        phrase=flag(
            (
                "le service est offert directement à des enfants",
                "the service is offered directly to children",
            ),
            (
                "le service n'est pas offert directement à des enfants",
                "the service is not offered directly to children",
            ),
        ),
    ),
    "data": FieldWords(
        doc=doc_of("activities", "data"), phrase=contains("les données traitées", "the data processed")
    ),
    "recorded": FieldWords(
        doc=doc_of("activities", "recorded"),
        phrase=flag(
            ("la fiche est celle du registre produit", "the sheet is the record's own entry"),
            ("la fiche n'est pas celle d'un registre produit", "the sheet is not a record's own entry"),
        ),
    ),
    "period_set": FieldWords(
        doc=Bilingual("une durée de conservation fixée", "a period of retention being set"),
        phrase=flag(
            ("une durée de conservation est fixée", "a period of retention is set"),
            ("aucune durée de conservation n'est fixée", "no period of retention is set"),
        ),
    ),
    "lacks": FieldWords(
        doc=Bilingual("les points de l'article 30 laissés de côté", "points of article 30 left out"),
        phrase=Clause(
            ("les points que la fiche laisse de côté", "comprennent"),
            ("the points that the sheet leaves out", "include", "do not include"),
            values=worded(
                purpose=("la finalité", "the purpose"),
                people=("les personnes", "the people"),
                data=("les données", "the data"),
                recipients=("les destinataires", "the recipients"),
                transfers=("les transferts", "the transfers"),
                retention=("la durée", "the period"),
                measures=("les mesures", "the measures"),
                controller=("le responsable", "the controller"),
            ),
            whole={
                "none": flag(
                    (
                        "la fiche ne laisse de côté aucun point de l'article 30",
                        "the sheet leaves out no point of article 30",
                    ),
                    (
                        "la fiche laisse de côté des points de l'article 30",
                        "the sheet leaves out points of article 30",
                    ),
                )
            },
        ),
    ),
    "differs": FieldWords(
        doc=Bilingual(
            "les destinataires qui diffèrent entre registre, information et flux",
            "recipients that differ between record, notice and flows",
        ),
        phrase=Clause(
            ("les destinataires qui diffèrent", "comprennent"),
            ("the recipients that differ", "include", "do not include"),
            whole={
                "none": flag(
                    (
                        "registre, information et flux s'accordent sur les destinataires",
                        "record, notice and flows agree on the recipients",
                    ),
                    (
                        "registre, information et flux diffèrent sur les destinataires",
                        "record, notice and flows differ on the recipients",
                    ),
                )
            },
        ),
    ),
    "differs_on": FieldWords(
        doc=Bilingual(
            "les points où registre et information diffèrent", "points on which record and notice differ"
        ),
        phrase=Clause(
            ("les points où registre et information diffèrent", "comprennent"),
            ("the points on which record and notice differ", "include", "do not include"),
            values=worded(
                purpose=("la finalité", "the purpose"),
                retention=("la durée de conservation", "the period of retention"),
            ),
            whole={
                "none": flag(
                    (
                        "registre et information s'accordent sur finalités et durées",
                        "record and notice agree on purposes and periods",
                    ),
                    (
                        "registre et information diffèrent sur une finalité ou une durée",
                        "record and notice differ on a purpose or a period",
                    ),
                )
            },
        ),
    ),
    "controller": FieldWords(doc=doc_of("activities", "controller"), phrase=NAMED),
    "special_basis": FieldWords(
        doc=doc_of("activities", "special_basis"),
        phrase=Clause(
            ("la condition de l'article 9, § 2, invoquée", "est"),
            ("the condition of art. 9(2) relied upon", "is", "is not"),
            whole={
                "none": flag(
                    (
                        "la condition de l'article 9, § 2, est indiquée comme inexistante",
                        "the condition of art. 9(2) is stated as missing",
                    ),
                    ("une condition de l'article 9, § 2, est indiquée", "a condition of art. 9(2) is stated"),
                )
            },
            values={letter: said.in_sentence for letter, said in SPECIAL_BASES.items()},
        ),
    ),
    "dpia": FieldWords(
        doc=doc_of("activities", "dpia"),
        phrase=Clause(
            ("l'analyse d'impact", "est"),
            ("the impact assessment", "is", "is not"),
            values=worded(
                true=("faite", "done"),
                false=("indiquée comme non faite", "stated as not done"),
                incomplete=("incomplète", "incomplete"),
            ),
        ),
    ),
    "alone": FieldWords(
        doc=doc_of("activities", "alone"),
        phrase=flag(
            ("un professionnel exerce seul", "a professional practises alone"),
            (
                "il ne s'agit pas d'un professionnel exerçant seul",
                "it is not a professional practising alone",
            ),
        ),
    ),
}
