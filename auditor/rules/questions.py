"""The question that settles each kind of fact, and whom to ask.

Facts are addressed by route; a kind of fact is its section and its field (`hosts.keys`).
"""

from __future__ import annotations

from typing import Final

from auditor.model.case import Case
from auditor.model.materials import plain, several
from auditor.model.result import Bilingual
from auditor.model.vocabulary import UNSETTLED
from auditor.rules.names import Names

#: Question per kind of fact; `{it}` is the name of the entity, `{of}` of what it concerns.
QUESTIONS: Final[dict[str, Bilingual]] = {
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
    "hosts.about": Bilingual("De quoi parlent les pages de {it} ?", "What are the pages of {it} about?"),
    "hosts.backup": Bilingual("S'agit-il, pour {it}, d'une sauvegarde ?", "Is {it} a backup?"),
    "flows.transport": Bilingual(
        "Comment le transport du flux « {it} » est-il protégé ?", 'How is the transport of the flow "{it}" protected?'
    ),
    "flows.content": Bilingual(
        "Le contenu du flux « {it} » est-il chiffré avant l'envoi, au-delà du transport ?",
        'Is the content of the flow "{it}" encrypted before it is sent, beyond the transport?',
    ),
    "flows.keys": Bilingual(
        "Qui détient les clés du contenu du flux « {it} » ?", 'Who holds the keys of the content of the flow "{it}"?'
    ),
    "flows.network": Bilingual("Par quel réseau passe le flux « {it} » ?", 'Over which network does the flow "{it}" go?'),
    "flows.embedded_in": Bilingual(
        "Dans quelle page l'élément « {it} » est-il intégré ?", 'In which page is the element "{it}" embedded?'
    ),
    "flows.loads": Bilingual(
        "Les éléments « {it} » se chargent-ils à l'ouverture de la page, ou seulement après un clic ?",
        'Do the elements "{it}" load when the page opens, or only after a click?',
    ),
    "flows.trigger": Bilingual("Qu'est-ce qui déclenche le flux « {it} » ?", 'What triggers the flow "{it}"?'),
    "flows.consent_first": Bilingual(
        "Un consentement est-il recueilli avant le flux « {it} » ?", 'Is consent taken before the flow "{it}"?'
    ),
    "flows.from": Bilingual("D'où part le flux « {it} » ?", 'Where does the flow "{it}" start?'),
    "flows.to": Bilingual("Vers qui va le flux « {it} » ?", 'To whom does the flow "{it}" go?'),
    "organisations.parent": Bilingual(
        "Qui détient {it}, jusqu'aux bénéficiaires effectifs, et avec quelle part des votes ?",
        "Who owns {it}, up to the beneficial owners, and with which share of the votes?",
    ),
    "organisations.country": Bilingual("De quel pays relève {it} ?", "Under which country's law does {it} exist?"),
    "organisations.is": Bilingual("Quels services fournit {it} ?", "Which services does {it} provide?"),
    "organisations.presence": Bilingual(
        "Dans quels pays {it} dispose d'un établissement ?", "In which countries does {it} have an establishment?"
    ),
    "ownership.votes": Bilingual(
        "Quelle part des votes et du capital de {owned} est détenue par {owner} ?",
        "Which share of the votes and of the capital of {owned} does {owner} hold?",
    ),
    "activities.controller": Bilingual(
        "Qui est responsable du traitement « {it} » (art. 4, § 7, RGPD) ?", 'Who is the controller of "{it}" (GDPR art. 4(7))?'
    ),
    "activities.processors": Bilingual("Qui sont les sous-traitants de « {it} » ?", 'Who are the processors of "{it}"?'),
    "activities.recipients": Bilingual(
        "Quels destinataires le registre indique-t-il pour « {it} » ?", 'Which recipients does the record name for "{it}"?'
    ),
    "activities.notice": Bilingual(
        "Quelle information est donnée aux personnes sur « {it} » ?", 'Which notice tells people about "{it}"?'
    ),
    "activities.legal_basis": Bilingual(
        "Sur quelle base légale (art. 6 RGPD) repose « {it} » ?", 'On which legal basis (GDPR art. 6) does "{it}" rest?'
    ),
    "activities.scale": Bilingual(
        "Combien de personnes sont concernées par « {it} » ?", 'How many people does "{it}" concern?'
    ),
    "activities.people": Bilingual("Quelles personnes sont concernées par « {it} » ?", 'Which people does "{it}" concern?'),
    "activities.purpose": Bilingual("Quelle est la finalité de « {it} » ?", 'What is the purpose of "{it}"?'),
    "activities.consent": Bilingual(
        "Par qui, par quel geste et pour quoi le consentement à « {it} » est-il donné ?",
        'By whom, by which gesture and for what is consent to "{it}" given?',
    ),
    "notices.recipients": Bilingual(
        "Quelle est la liste complète des destinataires, ou catégories de destinataires, déclarés par « {it} » ?",
        'What is the complete list of recipients, or categories of recipients, declared by "{it}"?',
    ),
    "notices.data": Bilingual("Quelles données sont déclarées par « {it} » ?", 'Which data does "{it}" declare?'),
    "agreements": Bilingual("Quel contrat lie {it} ?", "Which agreement binds {it}?"),
    "questions.asked": Bilingual("Quand la question « {it} » a-t-elle été posée ?", 'When was the question "{it}" asked?'),
    "questions.answered": Bilingual("La question « {it} » a-t-elle reçu une réponse ?", 'Was the question "{it}" answered?'),
    "claims": Bilingual("Quels faits montreraient ce qu'affirme « {it} » ?", 'Which facts would show what "{it}" claims?'),
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
    if section in ("agreements", "claims"):
        return section
    return f"{section}.{field}"


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
    return Bilingual(
        template.fr.format(it=it.fr, route=route, owner=first.fr, owned=second.fr),
        template.en.format(it=it.en, route=route, owner=first.en, owned=second.en),
    )


def addressee(route: str, case: Case) -> str:
    """Give whom to ask: who was asked before, the owned organisation itself, else whom the case is about."""
    for asked in case.questions.values():
        if route in asked.settles:
            return asked.to
    section, _, rest = route.partition(".")
    name = rest.partition(".")[0]
    if section == "organisations":
        return name
    if section == "ownership":
        return name.partition(">")[2].partition("~")[0]
    if section == "notices" and name in case.notices:
        return case.notices[name].by
    if case.case.about:
        return case.case.about
    return _controller(case) or ""


def _controller(case: Case) -> str:
    named = {c for a in case.activities.values() for c in several(plain(a.controller)) if c not in UNSETTLED}
    return min(named, default="")
