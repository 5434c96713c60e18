"""The closed words of cases and rules, as readers see them in French and in English.

No id stands in a sentence for a reader: what has no word here is a defect that a test of the collection shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

#: Word → (French, English), for words that stand alone.
VALUES: Final[dict[str, tuple[str, str]]] = {
    "none": ("aucun", "none"),
    "unknown": ("inconnu", "unknown"),
    "not-produced": ("demandé et non produit", "asked for and not produced"),
    "true": ("oui", "yes"),
    "false": ("non", "no"),
    "stated": ("énoncé", "stated"),
    # transport, content, storage
    "tls": ("TLS", "TLS"),
    "tls-1.0": ("TLS 1.0", "TLS 1.0"),
    "tls-1.1": ("TLS 1.1", "TLS 1.1"),
    "tls-1.2": ("TLS 1.2", "TLS 1.2"),
    "tls-1.3": ("TLS 1.3", "TLS 1.3"),
    "ssl": ("SSL", "SSL"),
    "self-signed": ("un certificat invérifiable", "a certificate that cannot be verified"),
    "opportunistic": ("un chiffrement opportuniste", "opportunistic encryption"),
    "mtls": ("TLS mutuel", "mutual TLS"),
    "vpn": ("un tunnel chiffré", "an encrypted tunnel"),
    "post": ("la poste", "post"),
    "encrypted": ("chiffré", "encrypted"),
    "end-to-end": ("chiffré de bout en bout", "encrypted end to end"),
    "plain": ("en clair", "in clear"),
    "public": ("public", "public"),
    "private": ("privé", "private"),
    "same-machine": ("interne à une machine", "within one machine"),
    "push": ("envoi", "sending"),
    "remote": ("accès à distance", "remote access"),
    # loading and consent
    "at-once": ("d'emblée", "at once"),
    "load": ("le chargement de la page", "the page loading"),
    "click": ("un clic", "a click"),
    "consent": ("le consentement", "consent"),
    "never": ("jamais", "never"),
    "submit": ("l'envoi d'un formulaire", "submitting a form"),
    "schedule": ("un horaire", "a schedule"),
    "opt-in": ("un acte positif", "an affirmative act"),
    "pre-ticked": ("une case cochée d'avance", "a pre-ticked box"),
    "silence": ("le silence", "silence"),
    "free": ("libre", "free"),
    "bars-service": ("prive du service", "bars the service"),
    "harder": ("plus difficile que d'accepter", "harder than accepting"),
    # legal bases, roles, agreements, regimes
    "contract": ("le contrat", "contract"),
    "pre-contract": ("des mesures précontractuelles", "steps before a contract"),
    "legal-obligation": ("une obligation légale", "a legal obligation"),
    "vital-interest": ("des intérêts vitaux", "vital interests"),
    "public-task": ("une mission d'intérêt public", "a public task"),
    "legitimate-interest": ("l'intérêt légitime", "legitimate interest"),
    "controller": ("responsable du traitement", "controller"),
    "processor": ("sous-traitant", "processor"),
    "third-party": ("tiers", "third party"),
    "processing": ("sous-traitance", "processing"),
    "hosting": ("hébergement", "hosting"),
    "joint": ("responsabilité conjointe", "joint control"),
    "scc": ("clauses contractuelles types", "standard contractual clauses"),
    "bcr": ("règles d'entreprise contraignantes", "binding corporate rules"),
    "code-of-conduct": ("code de conduite", "code of conduct"),
    "certification": ("certification", "certification"),
    "ad-hoc": ("clauses autorisées par une autorité", "clauses authorised by an authority"),
    "gdpr": ("RGPD", "GDPR"),
    "eudpr": ("règlement des institutions de l'Union", "regulation of the Union's institutions"),
    # kinds of things
    "company": ("société", "company"),
    "person": ("personne physique", "natural person"),
    "state": ("État", "State"),
    "public-body": ("organisme public", "public body"),
    "fund": ("fonds", "fund"),
    "foundation": ("fondation", "foundation"),
    "association": ("association", "association"),
    "group": ("groupe", "group"),
    "class": ("ensemble traité comme un tout", "class treated as one"),
    "application": ("application", "application"),
    "data-centre": ("centre de données", "data centre"),
    "mailbox": ("boîte aux lettres", "mailbox"),
    "desk": ("poste de travail", "desk"),
    "device": ("appareil", "device"),
    # ownership
    "shares": ("parts", "shares"),
    "votes": ("votes", "votes"),
    "board": ("nomination du conseil", "appointment of the board"),
    "consolidated": ("consolidation comptable", "accounting consolidation"),
    "minority": ("participation minoritaire", "minority stake"),
    "majority": ("majorité", "majority"),
    "veto": ("droit de veto", "veto"),
    "licence": ("licence", "licence"),
    "keys": ("garde de clés", "custody of keys"),
    "officers": ("dirigeants communs", "common officers"),
    "operations": ("exploitation", "operations"),
    "parent": ("société mère", "parent"),
    # what is derived
    "direct": ("directe", "direct"),
    "control": ("par contrôle", "by control"),
    "presence": ("par présence", "by presence"),
    "dependency": ("par dépendance", "by dependency"),
    "unnamed": ("par un propriétaire que nul ne nomme", "by an owner nobody names"),
    "operator": ("exploitant", "operator"),
    "machine": ("machine sous-jacente", "machine below"),
    "customer": ("client", "customer"),
    "end": ("destinataire", "recipient"),
    "use": ("en service", "in use"),
    "key": ("par la clé", "by the key"),
    "large": ("grande", "large"),
    "small": ("petite", "small"),
    "contradicted": ("contredite", "contradicted"),
    "inconsistent": ("non cohérente avec ce qui est déclaré", "not consistent with what is declared"),
    "unproven": ("non démontrée", "unproven"),
    "supported": ("étayée", "supported"),
    "not-checkable": ("non vérifiable", "not checkable"),
    "verified": ("vérifié", "verified"),
    "secondary": ("d'après une source secondaire", "from a secondary source"),
    "unverified": ("non vérifié", "not verified"),
    # what claims say
    "cannot-read": ("un accès impossible aux données", "no access to the data"),
    "encrypted-in-transit": ("un chiffrement en transit", "encryption in transit"),
    "encrypted-at-rest": ("un chiffrement au repos", "encryption at rest"),
    "anonymous": ("l'anonymat", "anonymity"),
    "hosted-in": ("un lieu d'hébergement", "a place of hosting"),
    "not-exposed-to": ("une absence d'exposition au droit d'un État", "no exposure to the law of a State"),
    "only-recipients": ("une liste close de destinataires", "a closed list of recipients"),
    "certified": ("une certification", "a certification"),
    "controlled-from": ("un contrôle depuis un pays", "control from a country"),
    "nothing-checkable": ("rien de vérifiable", "nothing checkable"),
    # ways of knowing
    "documented": ("documenté", "documented"),
    "observed": ("observé", "observed"),
    "declared": ("déclaré", "declared"),
    "alleged": ("allégué", "alleged"),
    "inferred": ("déduit", "inferred"),
    "assumed": ("supposé", "assumed"),
    # sections that a scenario changes
    "organisations": ("des organisations", "organisations"),
    "ownership": ("la détention", "ownership"),
    "activities": ("des activités", "activities"),
    "hosts": ("des hôtes", "hosts"),
    "flows": ("des flux", "flows"),
    "agreements": ("des contrats", "agreements"),
    "notices": ("l'information des personnes", "notices"),
    "claims": ("des affirmations", "claims"),
}

#: Category of data → (French plural without article, English), as they stand in the sentence of a rule.
CATEGORY_WORDS: Final[dict[str, tuple[str, str]]] = {
    "personal": ("données personnelles", "personal data"),
    "contact": ("coordonnées", "contact details"),
    "identity": ("données d'identité", "identity data"),
    "national-id": ("numéros d'identification nationaux", "national identification numbers"),
    "device": ("données de l'appareil", "device data"),
    "page-address": ("adresses de pages", "page addresses"),
    "public-profile": ("données de profil public", "public profile data"),
    "opinion": ("opinions", "opinions"),
    "location": ("données de localisation", "location data"),
    "anonymous": ("données anonymes", "anonymous data"),
    "financial": ("données financières", "financial data"),
    "employment": ("données professionnelles", "employment data"),
    "image": ("images", "images"),
    "criminal": ("données sur des infractions ou des condamnations", "data on offences or convictions"),
    "special": ("données sensibles (art. 9)", "special categories of data (art. 9)"),
    "health": ("données de santé", "health data"),
    "genetic": ("données génétiques", "genetic data"),
    "biometric": ("données biométriques", "biometric data"),
    "ethnic-origin": ("données sur l'origine ethnique", "data on ethnic origin"),
    "political-opinion": ("opinions politiques", "political opinions"),
    "religious-belief": ("convictions religieuses", "religious beliefs"),
    "trade-union": ("données d'appartenance syndicale", "trade-union membership data"),
    "sex-life": ("données sur la vie sexuelle", "data on sex life"),
}

#: What an organisation is or does → (French, English), with its article.
TERM_WORDS: Final[dict[str, tuple[str, str]]] = {
    "provider": ("un fournisseur de services numériques", "a provider of digital services"),
    "hosting-provider": ("un hébergeur", "a hosting provider"),
    "cloud": ("un fournisseur d'informatique en nuage", "a cloud provider"),
    "hosting": ("un hébergeur de sites ou de serveurs", "a host of sites or servers"),
    "health-hosting": ("un hébergeur de données de santé", "a host of health data"),
    "colocation": ("un hébergeur de baies", "a colocation provider"),
    "paas": ("un fournisseur de plateforme", "a platform provider"),
    "storage": ("un service de stockage", "a storage service"),
    "cdn": ("un réseau de diffusion de contenu", "a content delivery network"),
    "dns": ("un service de noms de domaine", "a domain name service"),
    "security": ("un service de sécurité", "a security service"),
    "e-mail": ("un service de courriel", "an e-mail service"),
    "e-mail-delivery": ("un service d'envoi de courriels", "an e-mail delivery service"),
    "mailing": ("un service de listes de diffusion", "a mailing service"),
    "sms": ("un service de SMS", "an SMS service"),
    "push": ("un service de notifications", "a push notification service"),
    "messaging": ("une messagerie", "a messaging service"),
    "telephony": ("un service de téléphonie", "a telephony service"),
    "telecom": ("un opérateur de télécommunications", "a telecom operator"),
    "video-hosting": ("un hébergeur de vidéos", "a video host"),
    "video-call": ("un service de visioconférence", "a video call service"),
    "teleconsultation": ("un service de téléconsultation", "a video consultation service"),
    "audio": ("un service audio", "an audio service"),
    "collaboration": ("un service de travail en commun", "a collaboration service"),
    "code-hosting": ("un hébergeur de code", "a code host"),
    "website-builder": ("un service de création de sites", "a website builder"),
    "crm": ("un service de relation client", "a customer relations service"),
    "marketing-automation": ("un service d'automatisation commerciale", "a marketing automation service"),
    "customer-data": ("une plateforme de données clients", "a customer data platform"),
    "support": ("un service d'assistance", "a support service"),
    "chat": ("un service de discussion", "a chat service"),
    "analytics": ("un service de mesure d'audience", "an analytics service"),
    "session-replay": ("un service d'enregistrement de sessions", "a session replay service"),
    "a-b-testing": ("un service de tests comparatifs", "an A/B testing service"),
    "tag-manager": ("un gestionnaire de balises", "a tag manager"),
    "monitoring": ("un service de supervision", "a monitoring service"),
    "error-tracking": ("un service de suivi d'erreurs", "an error tracking service"),
    "forms": ("un service de formulaires", "a form service"),
    "survey": ("un service d'enquêtes", "a survey service"),
    "scheduling": ("un service de planification", "a scheduling service"),
    "appointment-booking": ("un service de prise de rendez-vous", "an appointment booking service"),
    "health-software": ("un éditeur de logiciels de santé", "a health software vendor"),
    "signature": ("un service de signature", "a signature service"),
    "hr": ("un service de ressources humaines", "a human resources service"),
    "payroll": ("un service de paie", "a payroll service"),
    "accounting": ("un service de comptabilité", "an accounting service"),
    "ai": ("un service d'intelligence artificielle", "an artificial intelligence service"),
    "social-network": ("un réseau social", "a social network"),
    "social": ("un service social en ligne", "a social service"),
    "search": ("un moteur de recherche", "a search engine"),
    "maps": ("un service de cartes", "a map service"),
    "fonts": ("un service de polices", "a font service"),
    "captcha": ("un service de captcha", "a captcha service"),
    "consent": ("un service de recueil du consentement", "a consent management service"),
    "comments": ("un service de commentaires", "a comment service"),
    "reviews": ("un service d'avis", "a review service"),
    "e-commerce": ("un commerce en ligne", "an online shop"),
    "ads": ("une régie publicitaire", "an advertising service"),
    "payments": ("un prestataire de paiement", "a payment provider"),
    "paywall": ("un service de paiement d'accès", "a paywall service"),
    "identity-graph": ("un graphe d'identités", "an identity graph"),
    "data-broker": ("un courtier de données", "a data broker"),
    "health-devices": ("un fabricant d'appareils de santé", "a maker of health devices"),
    "care-provider": ("un prestataire de soins", "a care provider"),
    "encryption": ("un service de chiffrement", "an encryption service"),
    "bpo": ("un prestataire d'externalisation", "an outsourcing provider"),
    "it-services": ("un prestataire informatique", "an IT service provider"),
    "group": ("un groupe", "a group"),
    "holding": ("une société de portefeuille", "a holding company"),
    "investor": ("un investisseur", "an investor"),
    "state-holding": ("une participation d'État", "a State holding"),
    "holder": ("un porteur de parts", "a holder of shares"),
    "public-authority": ("une autorité publique", "a public authority"),
    "accountant": ("un expert-comptable", "an accountant"),
    "bank": ("une banque", "a bank"),
    "insurer": ("un assureur", "an insurer"),
    "employer": ("un employeur", "an employer"),
    "association": ("une association", "an association"),
    "publisher": ("un éditeur", "a publisher"),
    "school": ("un établissement d'enseignement", "a school"),
}

_VOWEL: Final = re.compile(r"^[aeiouyàâéèêîôhAEIOUYÀÉÈÊÎ]")


def of(noun: str) -> str:
    """Give a French noun after `de`: `du`, `des`, `d'` where they are said."""
    return _contracted(noun, "du ", "des ") or (f"d'{noun}" if _VOWEL.match(noun) else f"de {noun}")


def at(noun: str) -> str:
    """Give a French noun after `à`: `au`, `aux` where they are said."""
    return _contracted(noun, "au ", "aux ") or f"à {noun}"


def that(clause: str) -> str:
    """Give a French clause after `que`, or `qu'` where it is said."""
    return f"qu'{clause}" if _VOWEL.match(clause) else f"que {clause}"


def _contracted(noun: str, one: str, many: str) -> str:
    for article, said in (("le ", one), ("les ", many)):
        if noun.startswith(article):
            return said + noun.removeprefix(article)
    return ""


_AFTER: Final = {"de": of, "à": at, "que": that}


class French(str):
    """A text that a French template may ask for after a word it contracts with: `{it:de}`, `{who:à}`, `{end:À}`, `{clause:que}`."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """Give the text, after the word that `spec` names, with its capital where it has one."""
        if not spec:
            return str(self)
        said = _AFTER[spec.lower()](self)
        return said if spec.islower() else f"{said[0].upper()}{said[1:]}"


def enumerated(words: Iterable[str], last: str) -> str:
    """Give words as one phrase: `a, b or c` for the last word `or`."""
    found = list(words)
    return f"{', '.join(found[:-1])} {last} {found[-1]}" if len(found) > 1 else "".join(found)
