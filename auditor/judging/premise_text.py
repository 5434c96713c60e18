"""Facts told as clauses, in French and in English: what a premise says, for readers without the files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from msgspec import UNSET

from auditor.model.bilingual import Bilingual
from auditor.model.case.agreements import Agreement
from auditor.model.case.claims import Claim
from auditor.model.case.flows import Flow
from auditor.model.case.ownership import Ownership
from auditor.model.case.questions import Question
from auditor.model.materials import Fact, Materials, plain, several
from auditor.model.scalars import Share
from auditor.model.vocabulary import CATEGORIES, UNSETTLED
from auditor.rules.questions import kind_of
from auditor.text.grammar import at, bilingual, both, filled, listed, of
from auditor.text.names import Names
from auditor.text.vocabulary import ORGANISATIONS, VALUES

#: Kind of fact → clause; `{it}` is the entity, `{it:de}` the same after `de` in French, `{value}` the value in words. A key may end
#: with `=` and one value that has a clause of its own.
CLAUSES: Final[dict[str, Bilingual]] = {
    "hosts": Bilingual("le dossier décrit {it}", "the case describes {it}"),
    "hosts.operator": Bilingual("l'exploitant {it:de} est {value}", "the operator of {it} is {value}"),
    "hosts.runs_on": Bilingual(
        "les machines sous {it} sont celles {value:de}", "the machines below {it} are those of {value}"
    ),
    "hosts.runs_on=none": Bilingual(
        "{it} ne fonctionne sur les machines de personne d'autre", "{it} runs on nobody else's machines"
    ),
    "hosts.location": Bilingual("le lieu {it:de} est : {value}", "the location of {it} is {value}"),
    "hosts.keeps": Bilingual(
        "les données que garde {it} sont : {value}", "the data that {it} keeps is {value}"
    ),
    "hosts.at_rest=encrypted": Bilingual(
        "ce que garde {it} est chiffré au repos", "what {it} keeps is encrypted at rest"
    ),
    "hosts.at_rest": Bilingual(
        "ce que garde {it} n'est pas chiffré au repos", "what {it} keeps is not encrypted at rest"
    ),
    "hosts.keys": Bilingual(
        "les détenteurs des clés de ce que garde {it} sont : {value}",
        "the holders of the keys to what {it} keeps are {value}",
    ),
    "hosts.about": Bilingual(
        "les pages {it:de} ont trait à : {value}", "the pages of {it} are about {value}"
    ),
    "flows.transport": Bilingual(
        "le transport du flux « {it} » est protégé par {value}",
        'the transport of the flow "{it}" is protected by {value}',
    ),
    "flows.transport=none": Bilingual(
        "le transport du flux « {it} » n'est pas protégé", 'the transport of the flow "{it}" is not protected'
    ),
    "flows.content": Bilingual(
        "le contenu du flux « {it} » est {value}", 'the content of the flow "{it}" is {value}'
    ),
    "flows.content=none": Bilingual(
        "le contenu du flux « {it} » n'est pas protégé au-delà du transport",
        'the content of the flow "{it}" is not protected beyond the transport',
    ),
    "flows.keys": Bilingual(
        "les détenteurs des clés du flux « {it} » sont : {value}",
        'the holders of the keys of the flow "{it}" are {value}',
    ),
    "flows.network": Bilingual(
        "le réseau du flux « {it} » est {value}", 'the network of the flow "{it}" is {value}'
    ),
    "flows.loads": Bilingual(
        "le chargement de « {it} » se fait ainsi : {value}", 'the loading of "{it}" happens so: {value}'
    ),
    "flows.trigger": Bilingual(
        "le déclencheur du flux « {it} » est {value}", 'the trigger of the flow "{it}" is {value}'
    ),
    "flows.consent_first=true": Bilingual(
        "un consentement est recueilli avant le flux « {it} »", 'consent is taken before the flow "{it}"'
    ),
    "flows.consent_first": Bilingual(
        "aucun consentement n'est recueilli avant le flux « {it} »",
        'no consent is taken before the flow "{it}"',
    ),
    "flows.to": Bilingual("le flux « {it} » va vers {value}", 'the flow "{it}" goes to {value}'),
    "flows.from": Bilingual("le flux « {it} » part {value:de}", 'the flow "{it}" leaves from {value}'),
    "organisations": Bilingual("le dossier décrit {it}", "the case describes {it}"),
    "organisations.country": Bilingual(
        "le pays dont relève {it} est : {value}", "the country under whose law {it} exists is {value}"
    ),
    "organisations.parent": Bilingual("la société mère {it:de} est {value}", "the parent of {it} is {value}"),
    "organisations.parent=none": Bilingual(
        "les seuls détenteurs {it:de} sont ceux qui sont listés", "the only holders of {it} are those listed"
    ),
    "organisations.is": Bilingual("{it} est {value}", "{it} is {value}"),
    "organisations.presence": Bilingual(
        "les pays où {it} a un établissement sont : {value}",
        "the countries where {it} has an establishment are {value}",
    ),
    "activities": Bilingual(
        "le dossier décrit l'activité « {it} »", 'the case describes the activity "{it}"'
    ),
    "activities.controller": Bilingual(
        "le responsable de « {it} » est {value}", 'the controller of "{it}" is {value}'
    ),
    "activities.processors": Bilingual(
        "les sous-traitants de « {it} » sont : {value}", 'the processors of "{it}" are {value}'
    ),
    "activities.recipients": Bilingual(
        "les destinataires inscrits au registre pour « {it} » sont : {value}",
        'the recipients that the record names for "{it}" are {value}',
    ),
    "activities.legal_basis": Bilingual(
        "la base légale de « {it} » est {value}", 'the legal basis of "{it}" is {value}'
    ),
    "activities.scale=large": Bilingual("« {it} » est à grande échelle", '"{it}" is on a large scale'),
    "activities.scale": Bilingual("« {it} » n'est pas à grande échelle", '"{it}" is not on a large scale'),
    "activities.people": Bilingual(
        "les personnes concernées par « {it} » sont : {value}", 'the people "{it}" concerns are {value}'
    ),
    "activities.consent.by": Bilingual(
        "l'accord à « {it} » est donné par {value}", 'the agreement to "{it}" is given by {value}'
    ),
    "activities.consent.how": Bilingual(
        "l'accord à « {it} » s'exprime par {value}", 'the agreement to "{it}" is expressed by {value}'
    ),
    "activities.consent.bundled=true": Bilingual(
        "l'accord à « {it} » est lié à autre chose", 'the agreement to "{it}" is bundled with something else'
    ),
    "activities.consent.bundled": Bilingual(
        "l'accord à « {it} » n'est lié à rien d'autre", 'the agreement to "{it}" is bundled with nothing else'
    ),
    "activities.consent.refusal": Bilingual(
        "le refus de « {it} » est : {value}", 'refusing "{it}" is {value}'
    ),
    "notices": Bilingual("« {it} » informe les personnes", '"{it}" informs people'),
    "notices.by": Bilingual("l'auteur de « {it} » est {value}", 'the author of "{it}" is {value}'),
    "notices.recipients": Bilingual(
        "les destinataires que nomme « {it} » sont : {value}", 'the recipients that "{it}" names are {value}'
    ),
    "notices.data": Bilingual(
        "les données que nomme « {it} » sont : {value}", 'the data that "{it}" names is {value}'
    ),
    "scenarios": Bilingual("l'hypothèse est : « {it} »", 'the hypothesis is: "{it}"'),
}
OTHERWISE: Final = Bilingual("le fait {route} est : {value}", "the fact {route} is: {value}")


class Teller:
    """Tells the facts of one case."""

    def __init__(self, materials: Materials, names: Names) -> None:
        self.materials = materials
        self.names = names

    def tell(self, route: str) -> Bilingual:
        """Give the fact at `route` as a clause without a full stop."""
        section, _, rest = route.partition(".")
        name, _, field = rest.partition(".")
        if section == "instruments":
            law = self.materials.knowledge.instruments[name]
            title = bilingual(law.title)
            return Bilingual(
                f"le texte invoqué est : {title.fr}", f"the instrument relied upon is: {title.en}"
            )
        entity = getattr(self.materials.case, section, {}).get(name)
        tell = WHOLE.get(section)
        if tell is not None and entity is not None and (not field or section in SPOKEN):
            return tell(self, name, entity)
        return self._clause(self.materials.fact(route), section, name, field)

    def _clause(self, fact: Fact, section: str, name: str, field: str) -> Bilingual:
        kind = f"{section}.{field}" if field else section
        word = fact.value if isinstance(fact.value, str) else ""
        template = (
            CLAUSES.get(f"{kind}={word}")
            or CLAUSES.get(kind)
            or CLAUSES.get(kind_of(fact.route))
            or OTHERWISE
        )
        it, value = self.names.within(section, name), self.value(fact.value, field)
        return filled(template, it=it, value=value, route=both(fact.route))

    def value(self, value: Any, field: str = "") -> Bilingual:
        """Give a value in words: names for ids, words for the closed vocabulary, countries by their names."""
        if isinstance(value, list):
            return listed(self.value(plain(item), field) for item in value)
        word = str(plain(value))
        case, countries = self.materials.case, self.materials.knowledge.countries
        if word in case.organisations or word in case.hosts or word in case.people:
            return self.names.of(word)
        if word in case.data or word in CATEGORIES:
            return self.names.within("data", word)
        if word in countries:
            return bilingual(countries[word])
        if field in ("is", "recipients") and word in ORGANISATIONS:
            return ORGANISATIONS[word].in_sentence
        return VALUES[word].in_sentence if word in VALUES else both(word)

    def _flow(self, name: str, flow: Flow) -> Bilingual:
        it = self.names.within("flows", name)
        start, ends = self.names.all(several(flow.from_)), self.names.all(several(flow.to))
        relays = (
            self.names.all([flow.through] if isinstance(flow.through, str) else flow.through)
            if flow.through
            else None
        )
        by = Bilingual(f", par {relays.fr}", f", through {relays.en}") if relays else both("")
        return Bilingual(
            f"le flux « {it.fr} » va {of(start.fr)} vers {ends.fr}{by.fr}",
            f'the flow "{it.en}" goes from {start.en} to {ends.en}{by.en}',
        )

    def _ownership(self, name: str, link: Ownership) -> Bilingual:
        del name
        owner, owned, share = self.names.of(link.owner), self.names.of(link.of), share_words(link)
        since = Bilingual(f", depuis {link.since}", f", since {link.since}") if link.since else both("")
        return Bilingual(
            f"{owner.fr} détient {share.fr} {of(owned.fr)}{since.fr}",
            f"{owner.en} holds {share.en} of {owned.en}{since.en}",
        )

    def _agreement(self, name: str, agreement: Agreement) -> Bilingual:
        del name
        between = self.names.all(agreement.between)
        kind = self.value(agreement.is_)
        return Bilingual(
            f"un accord lie {between.fr} ({kind.fr})", f"an agreement binds {between.en} ({kind.en})"
        )

    def _claim(self, name: str, claim: Claim) -> Bilingual:
        del name
        by, quote = self.names.of(claim.by), bilingual(claim.quote)
        day = Bilingual(f" (le {claim.date})", f" (on {claim.date})") if claim.date else both("")
        return Bilingual(f"{by.fr} affirme{day.fr} : « {quote.fr} »", f'{by.en} states{day.en}: "{quote.en}"')

    def _question(self, name: str, question: Question) -> Bilingual:
        to, text = self.names.of(question.to), bilingual(question.text or name)
        answered = plain(question.answered)
        if answered in UNSETTLED:
            state = Bilingual(
                "dont on ne sait pas si elle a eu une réponse",
                "of which it is not known whether it was answered",
            )
        elif answered == "true":
            state = Bilingual("qui a eu une réponse", "which was answered")
        else:
            day = self.materials.as_of
            state = Bilingual(f"restée sans réponse à la date du {day}", f"without an answer on {day}")
        asked = question.asked
        return Bilingual(
            f"la question « {text.fr} », posée {at(to.fr)} ({asked}), est une question {state.fr}",
            f'the question "{text.en}", put to {to.en} ({asked}), is one {state.en}',
        )


def share_words(link: Ownership) -> Bilingual:
    """Give what a link says of how much is held."""
    of_what = (
        Bilingual("des votes", "the votes")
        if link.votes is not UNSET
        else Bilingual("des parts", "the shares")
    )
    stated = link.votes if link.votes is not UNSET else link.shares
    if isinstance(stated, Share):
        if not stated.value:
            low, high = stated.min or "0", stated.max or "100"
            return Bilingual(f"de {low} à {high} % {of_what.fr}", f"from {low} to {high} % of {of_what.en}")
        stated = stated.value
    if isinstance(stated, str):
        if stated in WORDED:
            return Bilingual(f"{WORDED[stated].fr} {of_what.fr}", f"{WORDED[stated].en} of {of_what.en}")
        return Bilingual(f"{stated} % {of_what.fr}", f"{stated} % of {of_what.en}")
    return KINDS.get(link.kind if isinstance(link.kind, str) else "", KINDS[""])


WORDED: Final = {
    "majority": Bilingual("la majorité", "the majority"),
    "minority": Bilingual("une minorité", "a minority"),
    "none": Bilingual("aucune part", "no part"),
    "unknown": Bilingual("une part inconnue", "an unknown part"),
    "not-produced": Bilingual("une part demandée et non produite", "a part asked for and not produced"),
}
KINDS: Final = {
    "": Bilingual("une part inconnue", "an unknown part"),
    "consolidated": Bilingual(
        "le contrôle comptable (consolidation)", "control in the accounts (consolidation)"
    ),
    "board": Bilingual("la nomination du conseil", "the appointment of the board"),
    "contract": Bilingual("le contrôle par contrat", "control by contract"),
    "minority": Bilingual("une part minoritaire", "a minority part"),
    "veto": Bilingual("un droit de veto au sein", "a veto within"),
    "licence": Bilingual("une licence utile à l'activité", "a licence that serves the activity"),
    "keys": Bilingual("des clés", "keys"),
    "officers": Bilingual("des dirigeants communs avec ceux", "officers in common with those"),
    "operations": Bilingual("l'exploitation technique", "the technical operations"),
}
#: Entries that are told whole, and those of them that are told whole whichever of their fields is asked for.
WHOLE: Final[dict[str, Callable[[Teller, str, Any], Bilingual]]] = {
    "flows": Teller._flow,  # noqa: SLF001
    "ownership": Teller._ownership,  # noqa: SLF001
    "agreements": Teller._agreement,  # noqa: SLF001
    "claims": Teller._claim,  # noqa: SLF001
    "questions": Teller._question,  # noqa: SLF001
}
SPOKEN: Final = frozenset({"ownership", "agreements", "claims", "questions"})
