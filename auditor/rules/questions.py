"""The question that settles each kind of fact.

Facts are addressed by route; a kind of fact is its section and its field (`hosts.keys`).
"""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.dates import STILL_THERE
from auditor.text.grammar import both, filled
from auditor.text.names import Names

#: Question per kind of fact; `{it}` is the name of the entity, `{it:de}` the same after `de` in French.
QUESTIONS: Final[dict[str, Bilingual]] = {
    **{f"{section}.until": asked for section, asked in STILL_THERE.items()},
    "case.as_of": Bilingual(
        "À quel jour précis le cas se rapporte-t-il ?", "For which exact day does the case speak?"
    ),
    "hosts.operator": Bilingual("Qui exploite {it} ?", "Who operates {it}?"),
    "hosts.runs_on": Bilingual(
        "Sur les machines de qui fonctionne {it}, et qui en assure l'exploitation ?",
        "On whose machines does {it} run, and who operates them?",
    ),
    "hosts.location": Bilingual("Dans quels pays se trouve {it} ?", "In which countries is {it} located?"),
    "hosts.keeps": Bilingual("Quelles données garde {it} ?", "Which data does {it} keep?"),
    "hosts.at_rest": Bilingual(
        "Les données gardées par {it} sont-elles chiffrées au repos, et à quel niveau ?",
        "Is the data kept by {it} encrypted at rest, and at which layer?",
    ),
    "hosts.keys": Bilingual(
        "Qui peut déchiffrer ce que garde {it} (qui crée, détient et peut employer les clés) ?",
        "Who can decrypt what {it} keeps (who makes, holds and can use the keys)?",
    ),
    "hosts.about": Bilingual("De quoi parlent les pages {it:de} ?", "What are the pages of {it} about?"),
    "hosts.hosting": Bilingual(
        "Quelles activités d'hébergement de l'article R.1111-9 du code de la santé publique (1 à 6) sont assurées en {it} ?",
        "Which hosting activities of article R.1111-9 of the French Public Health Code (1 to 6) are performed at {it}?",
    ),
    "hosts.certified": Bilingual(
        "Quels certificats ou agréments couvrent {it}, pour quelles activités, depuis quand et jusqu'à quand ?",
        "Which certificates or accreditations cover {it}, for which activities, and from when to when?",
    ),
    "hosts.transparency": Bilingual(
        "Où sont publiés, pour {it}, la carte des transferts, les accès distants, les lois de pays tiers et le risque résiduel ?",
        "Where are the map of transfers, remote access, third-country laws and residual risk published for {it}?",
    ),
    "hosts.backup": Bilingual("S'agit-il, pour {it}, d'une sauvegarde ?", "Is {it} a backup?"),
    "flows.transport": Bilingual(
        "Comment le transport du flux « {it} » est-il protégé ?",
        'How is the transport of the flow "{it}" protected?',
    ),
    "flows.content": Bilingual(
        "Le contenu du flux « {it} » est-il chiffré avant l'envoi, au-delà du transport ?",
        'Is the content of the flow "{it}" encrypted before it is sent, beyond the transport?',
    ),
    "flows.keys": Bilingual(
        "Qui détient les clés du contenu du flux « {it} » ?",
        'Who holds the keys of the content of the flow "{it}"?',
    ),
    "flows.network": Bilingual(
        "Par quel réseau passe le flux « {it} » ?", 'Over which network does the flow "{it}" go?'
    ),
    "flows.embedded_in": Bilingual(
        "Dans quelle page l'élément « {it} » est-il intégré ?",
        'In which page is the element "{it}" embedded?',
    ),
    "flows.loads": Bilingual(
        "Les éléments « {it} » se chargent-ils à l'ouverture de la page, ou seulement après un clic ?",
        'Do the elements "{it}" load when the page opens, or only after a click?',
    ),
    "flows.trigger": Bilingual(
        "Qu'est-ce qui déclenche le flux « {it} » ?", 'What triggers the flow "{it}"?'
    ),
    "flows.consent_first": Bilingual(
        "Un consentement est-il recueilli avant le flux « {it} » ?",
        'Is consent taken before the flow "{it}"?',
    ),
    "flows.arranged_by": Bilingual(
        "Qui organise l'envoi « {it} » (quel responsable fait envoyer l'appareil des personnes) ?",
        'Who arranges the sending "{it}" (which controller makes people\'s devices send)?',
    ),
    "flows.tool": Bilingual(
        "Sur quel fondement (art. 45 ou 46 RGPD : adéquation, clauses types, BCR…) le flux « {it} » sort-il de l'EEE ?",
        'On which ground (GDPR art. 45 or 46: adequacy, standard clauses, BCR …) does the flow "{it}" leave the EEA?',
    ),
    "flows.derogation": Bilingual(
        "Une dérogation de l'article 49, § 1, RGPD est-elle invoquée pour le flux « {it} », et laquelle ?",
        'Is a derogation of GDPR art. 49(1) relied on for the flow "{it}", and which one?',
    ),
    "activities.tool": Bilingual(
        "Sur quel fondement (art. 45 ou 46 RGPD) les données de « {it} » sortent-elles de l'EEE ?",
        'On which ground (GDPR art. 45 or 46) does the data of "{it}" leave the EEA?',
    ),
    "activities.derogation": Bilingual(
        "Une dérogation de l'article 49, § 1, RGPD est-elle invoquée pour « {it} », et laquelle ?",
        'Is a derogation of GDPR art. 49(1) relied on for "{it}", and which one?',
    ),
    "activities.arranged_by": Bilingual(
        "Qui organise l'envoi des données de « {it} » ?", 'Who arranges that the data of "{it}" is sent?'
    ),
    "flows.refusal": Bilingual(
        "Refuser le flux « {it} » est-il aussi simple que l'accepter, et le service reste-t-il ouvert ?",
        'Is refusing the flow "{it}" as easy as accepting it, and does the service stay open?',
    ),
    "flows.reads_terminal": Bilingual(
        "Le flux « {it} » écrit-il ou lit-il quelque chose sur le terminal de la personne (cookie, stockage local, SDK, pixel) ?",
        'Does the flow "{it}" store on or read from the person\'s device (cookie, local storage, SDK, pixel)?',
    ),
    "flows.exempt": Bilingual(
        "À quel titre le traceur du flux « {it} » serait-il exempté de consentement ?",
        'On what ground would the tracker of the flow "{it}" be exempt from consent?',
    ),
    "flows.step": Bilingual(
        "Que fait la personne sur la page lorsque part le flux « {it} » (rendez-vous, recherche, compte, simple lecture) ?",
        'What is the person doing on the page when the flow "{it}" leaves (booking, search, account, browsing)?',
    ),
    "flows.identifier": Bilingual(
        "Un identifiant accompagne-t-il le flux « {it} » ?",
        'Does an identifier go along with the flow "{it}"?',
    ),
    "flows.referrer": Bilingual(
        "L'adresse complète de la page accompagne-t-elle le flux « {it} », ou le référent est-il réduit ?",
        'Does the full page address go along with the flow "{it}", or is the referrer stripped?',
    ),
    "flows.attempted": Bilingual(
        "La requête du flux « {it} » a-t-elle abouti, ou seulement été tentée ?",
        'Did the request of the flow "{it}" go through, or was it only attempted?',
    ),
    "flows.data": Bilingual(
        "Quelles données transporte le flux « {it} » ?", 'Which data does the flow "{it}" carry?'
    ),
    "flows.purpose": Bilingual(
        "Quelle est la finalité du flux « {it} » ?", 'What is the purpose of the flow "{it}"?'
    ),
    "flows.compatible": Bilingual(
        "Une analyse de compatibilité est-elle documentée pour la finalité du flux « {it} » ?",
        'Is a compatibility test documented for the purpose of the flow "{it}"?',
    ),
    "flows.kept_for": Bilingual(
        "Combien de temps le destinataire du flux « {it} » garde-t-il ce qu'il reçoit (une durée, telle que 3 mois) ?",
        'How long does the recipient of the flow "{it}" keep what it gets (a period, such as 3 months)?',
    ),
    "flows.erased": Bilingual(
        "Le destinataire du flux « {it} » efface-t-il effectivement sa copie au terme ?",
        'Does the recipient of the flow "{it}" in fact erase its copy at the end?',
    ),
    "flows.rights": Bilingual(
        "Par quelle voie l'accès, la rectification, l'effacement et la restitution atteignent-ils la copie du destinataire de « {it} » ?",
        'By which path do access, rectification, erasure and return reach the copy of the recipient of "{it}"?',
    ),
    "hosts.kind": Bilingual("Quel genre de lieu est {it} ?", "What kind of place is {it}?"),
    "hosts.kept_for": Bilingual(
        "Combien de temps {it} garde-t-il les données (une durée, telle que 3 mois), sauvegardes comprises ?",
        "How long does {it} keep the data (a period, such as 3 months), backups included?",
    ),
    "hosts.erased": Bilingual(
        "Ce que garde {it} est-il effectivement effacé au terme de la durée ?",
        "Is what {it} keeps in fact erased when the period ends?",
    ),
    "hosts.rights": Bilingual(
        "Par quelle voie l'accès, la rectification, l'effacement et la restitution atteignent-ils ce que garde {it} ?",
        "By which path do access, rectification, erasure and return reach what {it} keeps?",
    ),
    "people.country": Bilingual(
        "Dans quel pays vivent les personnes « {it} » ?", 'In which country do the people "{it}" live?'
    ),
    "flows.paid": Bilingual(
        "Le destinataire du flux « {it} » paie-t-il l'émetteur pour les données, ou pour un service ?",
        'Does the recipient of the flow "{it}" pay the sender for the data, or for a service?',
    ),
    "flows.from": Bilingual("D'où part le flux « {it} » ?", 'Where does the flow "{it}" start?'),
    "flows.to": Bilingual("Vers qui va le flux « {it} » ?", 'To whom does the flow "{it}" go?'),
    "organisations.parent": Bilingual(
        "Qui détient {it}, jusqu'aux bénéficiaires effectifs, et avec quelle part des votes ?",
        "Who owns {it}, up to the beneficial owners, and with which share of the votes?",
    ),
    "organisations.country": Bilingual(
        "De quel pays relève {it} ?", "Under which country's law does {it} exist?"
    ),
    "organisations.is": Bilingual("Quels services fournit {it} ?", "Which services does {it} provide?"),
    "organisations.certified": Bilingual(
        "Quels certificats ou agréments {it} détient-il, avec quel périmètre et jusqu'à quand ?",
        "Which certificates or accreditations does {it} hold, with which scope and until when?",
    ),
    "organisations.duties": Bilingual(
        "L'article 31 de la loi 2024-449 (SREN) oblige-t-il {it} ?",
        "Does art. 31 of French Act 2024-449 (SREN) bind {it}?",
    ),
    "organisations.presence": Bilingual(
        "Dans quels pays {it} dispose d'un établissement ?",
        "In which countries does {it} have an establishment?",
    ),
    "organisations.run_from": Bilingual(
        "De quel pays {it} agit-elle (personnel, administration, accès) ?",
        "From which country does {it} act (staff, administration, access)?",
    ),
    "organisations.kind": Bilingual(
        "Quelle personne morale du groupe {it} est en cause ?",
        "Which legal person of the group {it} is concerned?",
    ),
    "organisations.regime": Bilingual(
        "Le RGPD s'applique-t-il {it:à} pour ce traitement (art. 3) ?",
        "Does the GDPR apply to {it} for this processing (art. 3)?",
    ),
    "organisations.dpf": Bilingual(
        "{it} figure-t-elle, comme entité exacte, sur la liste du Data Privacy Framework, et depuis quand ?",
        "Is {it}, as that exact entity, on the Data Privacy Framework list, and since when?",
    ),
    "organisations.dpf_covers": Bilingual(
        "Quelles données couvre l'inscription {it:de} au Data Privacy Framework (RH, autres) ?",
        "Which data does the Data Privacy Framework entry of {it} cover (HR, other)?",
    ),
    "organisations.privacy_shield": Bilingual(
        "{it} figurait-elle sur la liste du Privacy Shield ?", "Was {it} on the Privacy Shield list?"
    ),
    "organisations.name": Bilingual(
        "Quelles sociétés précises {it} désigne-t-il (nom, adresse, contact) ?",
        "Which precise companies does {it} stand for (name, address, contact)?",
    ),
    "organisations.in_scope": Bilingual(
        "{it} entre-t-elle dans le champ de la décision d'adéquation de son pays ?",
        "Is {it} inside the scope of the adequacy decision on its country?",
    ),
    "organisations.access_from": Bilingual(
        "De quels pays les établissements ou sociétés liées {it:de} peuvent-ils atteindre les données ?",
        "From which countries can the establishments or affiliates of {it} reach the data?",
    ),
    "countries.access_laws": Bilingual(
        "Quelles lois de l'État {it} permettent à ses autorités d'exiger des données de qui elles atteignent, et à quelles conditions ?",
        "Which laws of the State {it} let its authorities demand data from whom they reach, and on which conditions?",
    ),
    "ownership.decides": Bilingual(
        "{owner}, qui détient plus de 40 % des votes {owned:de} sans porteur plus important, y décide-t-il en fait (C. com., "
        "art. L.233-3, II) ?",
        "Does {owner}, with more than 40 % of the votes of {owned} and no larger holder, decide there in fact (French Commercial "
        "Code, art. L.233-3 II)?",
    ),
    "ownership.votes": Bilingual(
        "Quelle part des votes et du capital {owned:de} est détenue par {owner} ?",
        "Which share of the votes and of the capital of {owned} does {owner} hold?",
    ),
    "activities.controller": Bilingual(
        "Qui est responsable du traitement « {it} » ?", 'Who is the controller of "{it}"?'
    ),
    "activities.processors": Bilingual(
        "Qui sont les sous-traitants de « {it} » ?", 'Who are the processors of "{it}"?'
    ),
    "activities.recipients": Bilingual(
        "Quels destinataires le registre indique-t-il pour « {it} » ?",
        'Which recipients does the record name for "{it}"?',
    ),
    "activities.joint": Bilingual(
        "Les responsables de « {it} » en décident-ils ensemble, ou chacun pour soi ?",
        'Do the controllers of "{it}" decide together, or each for itself?',
    ),
    "activities.own_use": Bilingual(
        "Qui emploie aussi les données de « {it} » pour son propre compte (amélioration, statistiques, évaluations, "
        "entraînement), et sur quelle instruction ?",
        'Who else uses the data of "{it}" for purposes of its own (improvement, statistics, ratings, training), and on whose '
        "instruction?",
    ),
    "activities.recorded": Bilingual(
        "La fiche « {it} » est-elle l'entrée complète du registre ?",
        'Is the sheet "{it}" the complete entry of the record?',
    ),
    "activities.retention": Bilingual(
        "Combien de temps les données de « {it} » sont-elles gardées (une durée, telle que 5 ans après le départ) ?",
        'How long is the data of "{it}" kept (a period, such as 5 years after leaving)?',
    ),
    "activities.transfers": Bilingual(
        "Quels pays tiers le registre indique-t-il pour « {it} » ?",
        'Which third countries does the record name for "{it}"?',
    ),
    "activities.measures": Bilingual(
        "Quelles mesures de sécurité (art. 32 RGPD) valent pour « {it} » ?",
        'Which security measures (GDPR art. 32) hold for "{it}"?',
    ),
    "activities.notice": Bilingual(
        "Quelle information est donnée aux personnes sur « {it} » ?",
        'Which notice tells people about "{it}"?',
    ),
    "activities.legal_basis": Bilingual(
        "Sur quelle base légale repose « {it} » ?", 'On which legal basis does "{it}" rest?'
    ),
    "activities.special_basis": Bilingual(
        "Quelle condition de l'article 9, § 2, du RGPD permet « {it} » ?",
        'Which condition of GDPR art. 9(2) allows "{it}"?',
    ),
    "activities.dpia": Bilingual(
        "Une analyse d'impact (art. 35 RGPD) couvre-t-elle « {it} », et est-elle complète ?",
        'Is there an impact assessment (GDPR art. 35) of "{it}", and is it complete?',
    ),
    "activities.care": Bilingual(
        "Les données de « {it} » sont-elles recueillies à l'occasion de prévention, de diagnostic, de soins ou de suivi social ?",
        'Is the data of "{it}" collected in prevention, diagnosis, care or social follow-up?',
    ),
    "activities.alone": Bilingual(
        "Le responsable de « {it} » est-il un professionnel exerçant seul ?",
        'Is the controller of "{it}" a professional practising alone?',
    ),
    "activities.sren_sensitive": Bilingual(
        "Les données de « {it} » remplissent-elles les deux critères de l'article 31 de la loi 2024-449 (nature, gravité d'une atteinte) ?",
        'Does the data of "{it}" meet both tests of art. 31 of French Act 2024-449 (kind of data, gravity of a breach)?',
    ),
    "activities.sren_derogation": Bilingual(
        "Une dérogation à l'article 31 de la loi 2024-449 a-t-elle été accordée pour « {it} », et jusqu'à quand ?",
        'Was a derogation from art. 31 of French Act 2024-449 granted for "{it}", and until when?',
    ),
    "activities.scale": Bilingual(
        "Combien de personnes sont concernées par « {it} » ?", 'How many people does "{it}" concern?'
    ),
    "activities.data": Bilingual("Quelles données concerne « {it} » ?", 'Which data does "{it}" concern?'),
    "activities.people": Bilingual(
        "Quelles personnes sont concernées par « {it} » ?", 'Which people does "{it}" concern?'
    ),
    "activities.purpose": Bilingual("Quelle est la finalité de « {it} » ?", 'What is the purpose of "{it}"?'),
    "activities.consent": Bilingual(
        "Par qui, par quel geste et pour quoi le consentement à « {it} » est-il donné ?",
        'By whom, by which gesture and for what is consent to "{it}" given?',
    ),
    "activities.needs": Bilingual(
        "De quelles données chaque destinataire de « {it} » a-t-il besoin, selon le responsable du traitement ?",
        'Which data does each recipient of "{it}" need, as the controller declares?',
    ),
    "activities.on_by_default": Bilingual(
        "« {it} » est-il actif sans que la personne l'ait choisi ?",
        'Is "{it}" on without the person having chosen it?',
    ),
    "activities.necessary": Bilingual(
        "« {it} » est-il nécessaire à la finalité, et où est-ce documenté ?",
        'Is "{it}" necessary for the purpose, and where is that documented?',
    ),
    "activities.for_children": Bilingual(
        "« {it} » est-il un service en ligne proposé directement à des enfants ?",
        'Is "{it}" an online service offered directly to children?',
    ),
    "notices.gives": Bilingual(
        "Quelles données « {it} » déclare-t-elle pour chaque destinataire ?",
        'Which data does "{it}" declare for each recipient?',
    ),
    "notices.purposes": Bilingual(
        "Quelles finalités sont déclarées par « {it} » ?", 'Which purposes does "{it}" declare?'
    ),
    "notices.retention": Bilingual(
        "« {it} » indique-t-elle la durée de conservation, ou ce qui la détermine ?",
        'Does "{it}" state the period of retention, or what determines it?',
    ),
    "notices.kept_for": Bilingual(
        "Quelle durée de conservation annonce « {it} » (une durée, telle que 3 mois) ?",
        'Which period of retention does "{it}" announce (a period, such as 3 months)?',
    ),
    "notices.recipients": Bilingual(
        "Quelle est la liste complète des destinataires, ou catégories de destinataires, déclarés par « {it} » ?",
        'What is the complete list of recipients, or categories of recipients, declared by "{it}"?',
    ),
    "notices.data": Bilingual(
        "Quelles données sont déclarées par « {it} » ?", 'Which data does "{it}" declare?'
    ),
    "agreements.assessment": Bilingual(
        "Le droit du pays de destination a-t-il été évalué pour le transfert entre {owner} et {owned}, et avec quelle conclusion ?",
        "Was the law of the country of destination assessed for the transfer between {owner} and {owned}, and to what end?",
    ),
    "agreements.measures": Bilingual(
        "Quelles mesures complètent l'outil de transfert entre {owner} et {owned}, et sont-elles efficaces ?",
        "Which measures supplement the transfer tool between {owner} and {owned}, and are they effective?",
    ),
    "notices.transfers": Bilingual(
        "« {it} » annonce-t-elle des transferts hors de l'EEE ?",
        'Does "{it}" announce transfers outside the EEA?',
    ),
    "agreements.signed": Bilingual(
        "Un contrat de sous-traitance (art. 28 RGPD) lie-t-il {owner} et {owned} ?",
        "Does a processing contract (GDPR art. 28) bind {owner} and {owned}?",
    ),
    "agreements.complete": Bilingual(
        "Le contrat entre {owner} et {owned} comporte-t-il les mentions obligatoires de l'article 28, § 3 ?",
        "Does the contract between {owner} and {owned} have the mandatory points of article 28(3)?",
    ),
    "agreements.authorised": Bilingual(
        "Le responsable du traitement a-t-il autorisé par écrit le recours {owned:à} par {owner} ?",
        "Has the controller authorised in writing that {owner} engages {owned}?",
    ),
    "agreements.exit_clause": Bilingual(
        "Le contrat entre {owner} et {owned} prévoit-il la sortie et le changement de contrôle ?",
        "Does the contract between {owner} and {owned} provide for exit and change of control?",
    ),
    "agreements.needs_clear": Bilingual(
        "Le service que {owned} rend {owner:à} suppose-t-il les données en clair ?",
        "Does the service of {owned} for {owner} need the data in clear?",
    ),
    "agreements.allows_own_use": Bilingual(
        "{owner} permet-elle par écrit que {owned} emploie les données pour son propre compte, et pour quoi ?",
        "Does {owner} allow in writing that {owned} uses the data for itself, and for what?",
    ),
    "agreements.joint": Bilingual(
        "Un accord de responsabilité conjointe (art. 26 RGPD) lie-t-il {owner} et {owned} ?",
        "Does a joint controllers' arrangement (GDPR art. 26) bind {owner} and {owned}?",
    ),
    "agreements": Bilingual("Quel contrat lie {it} ?", "Which agreement binds {it}?"),
    "questions.asked": Bilingual(
        "Quand la question « {it} » a-t-elle été posée ?", 'When was the question "{it}" asked?'
    ),
    "questions.answered": Bilingual(
        "La question « {it} » a-t-elle reçu une réponse ?", 'Was the question "{it}" answered?'
    ),
    "claims": Bilingual(
        "Quels faits montreraient ce qu'affirme « {it} » ?", 'Which facts would show what "{it}" claims?'
    ),
}
GENERAL: Final = Bilingual("Que vaut le fait « {route} » ?", 'What is the fact "{route}"?')
#: Fields of an ownership link that the one question on votes settles.
VOTING: Final = frozenset({"", "votes", "shares", "kind"})


def kind_of(route: str) -> str:
    """Give the kind of fact at `route`: section and field, `ownership.votes` for any fact on a holding."""
    section, _, rest = route.partition(".")
    field = rest.partition(".")[2].partition(".")[0]
    if section == "ownership" and field in VOTING:
        return "ownership.votes"
    kind = f"{section}.{field}"
    if kind == "claims.until":
        return kind
    if section == "claims" or (section == "agreements" and kind not in QUESTIONS):
        return section
    if section == "case":
        return route
    return kind


def fact_route(route: str) -> str:
    """Give the address under which an open point is listed: a holding's votes stand for the whole link."""
    section, _, rest = route.partition(".")
    if section == "ownership" and "." not in rest:
        return f"{route}.votes"
    return route


def question(route: str, names: Names) -> Bilingual:
    """Give the question that settles the fact at `route`."""
    template = QUESTIONS.get(kind_of(route), GENERAL)
    name = route.split(".")[1] if "." in route else route
    owner, _, owned = name.partition(">")
    it = names.within(route.partition(".")[0], name)
    first, second = names.of(owner), names.of(owned.partition("~")[0])
    return filled(template, it=it, route=both(route), owner=first, owned=second)
