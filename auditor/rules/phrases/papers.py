"""Phrases of what is written and said: activities, notices, contracts, claims, questions, scenarios."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.rules.phrases.base import ROLES, SCALE, Clause, Phrase, contains, flag, worded

PHRASES: Final[dict[str, Phrase]] = {
    # activity
    "activity.legal_basis": Clause(
        ("la base légale", "est"),
        ("the legal basis", "is", "is not"),
        whole={
            "none": flag(
                ("la base légale est indiquée comme inexistante", "the legal basis is stated as missing"),
                ("une base légale est indiquée", "a legal basis is stated"),
            )
        },
    ),
    "activity.scale": SCALE,
    "activity.consent_how": Clause(
        ("le consentement", "s'exprime par"),
        ("consent", "is expressed by", "is not expressed by"),
        whole={
            "none": flag(
                ("aucun consentement n'est recueilli", "no consent is taken"),
                ("un consentement est recueilli", "consent is taken"),
            )
        },
    ),
    "activity.consent_bundled": flag(
        ("le consentement est lié à autre chose", "consent is bundled with something else"),
        ("le consentement n'est lié à rien d'autre", "consent is bundled with nothing else"),
    ),
    "activity.consent_refusal": Clause(
        ("le refus", "est"),
        ("refusal", "is", "is not"),
        whole={
            "bars-service": flag(
                ("le refus prive du service", "refusing bars the service"),
                ("le refus ne prive pas du service", "refusing does not bar the service"),
            )
        },
    ),
    "activity.consent_by_people": flag(
        ("le consentement vient de la personne concernée", "consent comes from the person concerned"),
        (
            "le consentement vient d'un autre que la personne concernée",
            "consent comes from someone other than the person concerned",
        ),
    ),
    "activity.data": contains("les données traitées", "the data processed"),
    # claim
    "claim.says": Clause(
        ("l'affirmation", "porte sur"),
        ("the claim", "is about", "is not about"),
        values={"end-to-end": Bilingual("un chiffrement de bout en bout", "encryption from end to end")},
    ),
    "claim.verdict": Clause(
        ("le résultat du contrôle", "est"),
        ("the verdict", "is", "is not"),
        whole={
            "contradicted": flag(
                (
                    "des faits documentés ou observés la contredisent",
                    "documented or observed facts contradict it",
                ),
                (
                    "aucun fait documenté ou observé ne la contredit",
                    "no documented or observed fact contradicts it",
                ),
            ),
            "inconsistent": flag(
                (
                    "elle ne s'accorde pas avec ce que son auteur déclare",
                    "it is not consistent with what its author declares",
                ),
                (
                    "elle s'accorde avec ce que son auteur déclare",
                    "it is consistent with what its author declares",
                ),
            ),
        },
    ),
    "claim.data": contains("les données en cause", "the data concerned"),
    # question
    "question.asked": flag(
        ("la question a été posée à une date connue", "the question was asked on a known date"),
        ("la question n'a pas été posée à une date connue", "the question was not asked on a known date"),
    ),
    "question.answered": flag(
        ("une réponse a été donnée", "an answer was given"),
        ("aucune réponse n'a été donnée", "no answer was given"),
    ),
    # scenario
    "scenario.changes": Clause(("l'hypothèse", "change"), ("the hypothesis", "changes", "does not change")),
    "scenario.worsens": flag(
        ("de nouveaux constats apparaîtraient", "new findings would appear"),
        ("aucun constat nouveau n'apparaîtrait", "no new finding would appear"),
    ),
    # activity, continued: consent, defaults, the register, health
    "activity.consent_own": flag(
        ("la case est celle de la personne concernée", "the box is the data subject's own"),
        ("la case est celle d'un autre", "the box is someone else's"),
    ),
    "activity.consent_represented": flag(
        (
            "un représentant légal donne l'accord de la personne",
            "a legal representative consents for the person",
        ),
        (
            "aucun représentant légal ne donne l'accord de la personne",
            "no legal representative consents for the person",
        ),
    ),
    "activity.consent_too_young": flag(
        (
            "l'enfant donne seul son accord avant l'âge légal",
            "the child consents alone below the age the law sets",
        ),
        (
            "l'enfant ne donne pas seul son accord avant l'âge légal",
            "the child does not consent alone below the age the law sets",
        ),
    ),
    "activity.consent_parental": flag(
        (
            "un titulaire de l'autorité parentale se joint au consentement",
            "a holder of parental authority joins in the consent",
        ),
        (
            "aucun titulaire de l'autorité parentale ne se joint au consentement",
            "no holder of parental authority joins in the consent",
        ),
    ),
    "activity.people_country": Clause(
        ("les personnes", "vivent sur le territoire"),
        ("the people", "live in the territory", "do not live in the territory"),
    ),
    "activity.on_by_default": flag(
        ("l'activité est activée par défaut", "the activity is on by default"),
        ("l'activité n'est pas activée par défaut", "the activity is not on by default"),
    ),
    "activity.necessary": flag(
        ("l'activité est nécessaire à la finalité", "the activity is necessary for the purpose"),
        ("l'activité n'est pas nécessaire à la finalité", "the activity is not necessary for the purpose"),
    ),
    "activity.for_children": flag(
        ("le service est offert directement à des enfants", "the service is offered directly to children"),
        (
            "le service n'est pas offert directement à des enfants",
            "the service is not offered directly to children",
        ),
    ),
    "activity.recorded": flag(
        ("la fiche est celle du registre produit", "the sheet is the record's own entry"),
        ("la fiche n'est pas celle d'un registre produit", "the sheet is not a record's own entry"),
    ),
    "activity.period_set": flag(
        ("une durée de conservation est fixée", "a period of retention is set"),
        ("aucune durée de conservation n'est fixée", "no period of retention is set"),
    ),
    "activity.lacks": Clause(
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
    "activity.differs_on": Clause(
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
    "activity.differs": Clause(
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
    "activity.special_basis": Clause(
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
    ),
    "activity.dpia": Clause(
        ("l'analyse d'impact", "est"),
        ("the impact assessment", "is", "is not"),
        values=worded(
            true=("faite", "done"),
            false=("indiquée comme non faite", "stated as not done"),
            incomplete=("incomplète", "incomplete"),
        ),
    ),
    "activity.alone": flag(
        ("un professionnel exerce seul", "a professional practises alone"),
        ("il ne s'agit pas d'un professionnel exerçant seul", "it is not a professional practising alone"),
    ),
    # notice
    "notice.transfers": flag(
        ("l'information parle des transferts", "the notice speaks of transfers"),
        ("l'information ne parle pas des transferts", "the notice does not speak of transfers"),
    ),
    "notice.transfers_exist": flag(
        ("un destinataire est hors de l'EEE", "a recipient is outside the EEA"),
        ("aucun destinataire décrit n'est hors de l'EEE", "no recipient described is outside the EEA"),
    ),
    "notice.retention": flag(
        ("l'information dit la durée de conservation", "the notice tells the period of retention"),
        (
            "l'information ne dit pas la durée de conservation",
            "the notice does not tell the period of retention",
        ),
    ),
    # processor, joint controllers
    "processor.role": Clause(("l'organisation", "est"), ("the organisation", "is", "is not"), values=ROLES),
    "processor.tier": Clause(
        ("sa place dans la chaîne", "est celle"),
        ("its place in the chain", "is that", "is not that"),
        values=worded(
            first=("d'un sous-traitant direct", "of a direct processor"),
            direct=("d'un sous-traitant direct", "of a direct processor"),
            processor=("d'un sous-traitant direct", "of a direct processor"),
            sub=("d'un sous-traitant ultérieur", "of a sub-processor"),
        ),
    ),
    "processor.contract": flag(
        (
            "un contrat au sens de l'article 28 est au dossier",
            "a contract in the sense of article 28 is on file",
        ),
        (
            "le dossier dit que l'article 28 n'est couvert par nul contrat",
            "the file says that article 28 is covered by none",
        ),
    ),
    "processor.authorised": flag(
        ("le responsable l'a autorisé", "the controller authorised it"),
        ("le responsable ne l'a pas autorisé", "the controller did not authorise it"),
    ),
    "processor.identity": flag(
        ("son nom et son pays sont énoncés", "its name and country are stated"),
        ("son nom ou son pays n'est pas énoncé", "its name or country is not stated"),
    ),
    "processor.exit_clause": flag(
        (
            "une clause règle la sortie et le changement de contrôle",
            "a clause settles exit and change of control",
        ),
        (
            "le dossier dit que sortie et changement de contrôle n'y sont pas réglés",
            "the file says that exit and change of control are not settled",
        ),
    ),
    "processor.needs_clear": flag(
        ("son service suppose les données en clair", "its service needs clear data"),
        ("son service ne suppose pas les données en clair", "its service does not need clear data"),
    ),
    "processor.own_use": flag(
        ("il s'en sert pour son propre compte", "it uses the data for itself"),
        ("il ne s'en sert pas pour son propre compte", "it does not use the data for itself"),
    ),
    "processor.allowed_use": flag(
        ("cet usage est permis par écrit", "that use is allowed in writing"),
        ("cet usage n'est pas permis par écrit", "that use is not allowed in writing"),
    ),
    "processor.data": contains("les données confiées", "the data entrusted"),
    "joint.jointly": flag(
        (
            "les deux décident ensemble des fins et des moyens",
            "the two decide together on purposes and means",
        ),
        (
            "les deux ne décident pas ensemble des fins et des moyens",
            "the two do not decide together on purposes and means",
        ),
    ),
    "joint.arrangement": flag(
        (
            "un accord au sens de l'article 26 est au dossier",
            "an arrangement in the sense of article 26 is on file",
        ),
        (
            "le dossier dit que l'article 26 n'est couvert par nul accord",
            "the file says that article 26 is covered by none",
        ),
    ),
    "joint.scope": Clause(
        ("la portée", "est"),
        ("the scope", "is", "is not"),
        values=worded(
            activity=("toute l'activité", "the whole activity"),
            collection=("la collecte et la transmission", "collection and transmission"),
        ),
    ),
    "joint.loads": Clause(
        ("l'élément", "se charge"),
        ("the element", "loads", "does not load"),
        values=worded(
            at_once=("d'emblée", "at once"),
            click=("au clic", "on a click"),
            consent=("après un consentement", "after consent"),
            never=("sans aucune requête", "without any request"),
        ),
    ),
    "joint.data": contains("les données en cause", "the data concerned"),
    "claim.imposed": flag(
        ("la phrase est imposée à un service qualifié", "the sentence is imposed on a qualified service"),
        ("la phrase n'est imposée par aucun référentiel", "the sentence is imposed by no scheme"),
    ),
    "scenario.loses": Clause(
        ("l'hypothèse", "retire"),
        ("the hypothesis", "takes away", "does not take away"),
        values=worded(
            adequacy=("une décision d'adéquation", "an adequacy decision"),
            certificate=("un certificat", "a certificate"),
        ),
    ),
    "scenario.unsettles": flag(
        ("de nouvelles questions apparaîtraient", "new questions would appear"),
        ("aucune question nouvelle n'apparaîtrait", "no new question would appear"),
    ),
}
