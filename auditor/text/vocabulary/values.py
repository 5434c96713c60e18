"""What a fact of a case may be, and what follows from facts, as closed words."""

from __future__ import annotations

from typing import Final

from auditor.text.vocabulary.word import Word, word

VALUES: Final[dict[str, Word]] = {
    "none": word("aucun", "none"),
    "unknown": word("inconnu", "unknown"),
    "not-produced": word(
        "non produit", "not produced", in_sentence=("demandé et non produit", "asked for and not produced")
    ),
    "true": word("oui", "true", in_sentence=("oui", "yes")),
    "false": word("non", "false", in_sentence=("non", "no")),
    "stated": word("énoncé", "stated"),
    # transport, content, storage
    "tls": word("TLS", "TLS"),
    "tls-1.0": word("TLS 1.0", "TLS 1.0"),
    "tls-1.1": word("TLS 1.1", "TLS 1.1"),
    "tls-1.2": word("TLS 1.2", "TLS 1.2"),
    "tls-1.3": word("TLS 1.3", "TLS 1.3"),
    "ssl": word("SSL", "SSL"),
    "self-signed": word("un certificat invérifiable", "a certificate that cannot be verified"),
    "opportunistic": word("un chiffrement opportuniste", "opportunistic encryption"),
    "mtls": word("TLS mutuel", "mutual TLS"),
    "vpn": word("un tunnel chiffré", "an encrypted tunnel"),
    "post": word("la poste", "post"),
    "encrypted": word("chiffré", "encrypted"),
    "end-to-end": word(
        "de bout en bout", "end to end", in_sentence=("chiffré de bout en bout", "encrypted end to end")
    ),
    "plain": word("en clair", "plain", in_sentence=("en clair", "in clear")),
    "public": word("public", "public"),
    "private": word("privé", "private"),
    "same-machine": word("interne à une machine", "within one machine"),
    "push": word("envoi", "sending"),
    "remote": word("accès à distance", "remote access"),
    # loading and consent
    "at-once": word("d'emblée", "at once"),
    "load": word("le chargement de la page", "the page loading"),
    "click": word("au clic", "on a click", in_sentence=("un clic", "a click")),
    "consent": word("consentement", "consent", in_sentence=("le consentement", "consent")),
    "never": word("jamais", "never"),
    "submit": word("l'envoi d'un formulaire", "submitting a form"),
    "schedule": word("un horaire", "a schedule"),
    "opt-in": word("acte positif", "opt-in", in_sentence=("un acte positif", "an affirmative act")),
    "pre-ticked": word(
        "coché d'avance", "pre-ticked", in_sentence=("une case cochée d'avance", "a pre-ticked box")
    ),
    "silence": word("le silence", "silence"),
    "free": word("libre", "free"),
    "bars-service": word("prive du service", "bars the service"),
    "harder": word("plus difficile que d'accepter", "harder than accepting"),
    # rights, and what an entry of a list covers
    "access": word("accès", "access", in_sentence=("l'accès", "access")),
    "rectification": word(
        "rectification", "rectification", in_sentence=("la rectification", "rectification")
    ),
    "erasure": word("effacement", "erasure", in_sentence=("l'effacement", "erasure")),
    "return": word("restitution", "return", in_sentence=("la restitution", "return")),
    "hr": word(
        "données des salariés",
        "data of employees",
        in_sentence=("les données des salariés", "data of employees"),
    ),
    "non-hr": word(
        "autres données que celles des salariés",
        "data other than that of employees",
        in_sentence=("les données autres que celles des salariés", "data other than that of employees"),
    ),
    # legal bases, roles, agreements, regimes
    "contract": word("contrat", "contract", in_sentence=("le contrat", "contract")),
    "pre-contract": word("des mesures précontractuelles", "steps before a contract"),
    "legal-obligation": word("une obligation légale", "a legal obligation"),
    "vital-interest": word("des intérêts vitaux", "vital interests"),
    "public-task": word("une mission d'intérêt public", "a public task"),
    "legitimate-interest": word("l'intérêt légitime", "legitimate interest"),
    "controller": word("responsable du traitement", "controller"),
    "processor": word("sous-traitant", "processor"),
    "third-party": word("tiers", "third party"),
    "processing": word("sous-traitance", "processing"),
    "hosting": word("hébergement", "hosting"),
    "joint": word("responsabilité conjointe", "joint control"),
    "scc": word("clauses contractuelles types", "standard contractual clauses"),
    "bcr": word("règles d'entreprise contraignantes", "binding corporate rules"),
    "code-of-conduct": word("code de conduite", "code of conduct"),
    "certification": word("certification", "certification"),
    "ad-hoc": word("clauses autorisées par une autorité", "clauses authorised by an authority"),
    "gdpr": word("RGPD", "GDPR"),
    "eudpr": word("règlement des institutions de l'Union", "regulation of the Union's institutions"),
    # kinds of things
    "company": word("société", "company"),
    "person": word("personne physique", "natural person"),
    "state": word("État", "State"),
    "public-body": word("organisme public", "public body"),
    "fund": word("fonds", "fund"),
    "foundation": word("fondation", "foundation"),
    "association": word("association", "association"),
    "group": word("groupe", "group"),
    "class": word("ensemble traité comme un tout", "class treated as one"),
    "application": word("application", "application"),
    "data-centre": word("centre de données", "data centre"),
    "mailbox": word("boîte aux lettres", "mailbox"),
    "desk": word("poste de travail", "desk"),
    "device": word("appareil", "device"),
    # ownership
    "shares": word("parts", "shares"),
    "votes": word("votes", "votes"),
    "board": word("conseil", "board", in_sentence=("nomination du conseil", "appointment of the board")),
    "consolidated": word(
        "consolidé", "consolidated", in_sentence=("consolidation comptable", "accounting consolidation")
    ),
    "minority": word("minoritaire", "minority", in_sentence=("participation minoritaire", "minority stake")),
    "majority": word("majorité", "majority"),
    "veto": word("veto", "veto", in_sentence=("droit de veto", "veto")),
    "licence": word("licence", "licence"),
    "keys": word("clés", "keys", in_sentence=("garde de clés", "custody of keys")),
    "officers": word("dirigeants", "officers", in_sentence=("dirigeants communs", "common officers")),
    "operations": word("exploitation", "operations"),
    "parent": word("société mère", "parent"),
    # what is derived
    "direct": word("directe", "direct"),
    "control": word("par contrôle", "by control"),
    "presence": word("par présence", "by presence"),
    "dependency": word("par dépendance", "by dependency"),
    "unnamed": word(
        "propriétaire inconnu",
        "owner not known",
        in_sentence=("par un propriétaire que nul ne nomme", "by an owner nobody names"),
    ),
    "operator": word("exploitant", "operator"),
    "machine": word("machine sous-jacente", "machine below"),
    "customer": word("client", "customer"),
    "vendor": word("exploitant pour autrui", "runs systems for another"),
    "transit": word("au passage", "in passing"),
    "end": word("destinataire", "recipient"),
    "use": word("en service", "in use"),
    "key": word("par la clé", "by the key"),
    "large": word("grande", "large"),
    "small": word("petite", "small"),
    "contradicted": word("contredite", "contradicted"),
    "inconsistent": word(
        "non cohérente",
        "inconsistent",
        in_sentence=("non cohérente avec ce qui est déclaré", "not consistent with what is declared"),
    ),
    "unproven": word("non démontrée", "unproven"),
    "supported": word("étayée", "supported"),
    "not-checkable": word("non vérifiable", "not checkable"),
    "verified": word("vérifié", "verified"),
    "secondary": word(
        "de seconde main",
        "secondary",
        in_sentence=("d'après une source secondaire", "from a secondary source"),
    ),
    "unverified": word("non vérifié", "unverified", in_sentence=("non vérifié", "not verified")),
    # what claims say
    "cannot-read": word("un accès impossible aux données", "no access to the data"),
    "encrypted-in-transit": word("un chiffrement en transit", "encryption in transit"),
    "encrypted-at-rest": word("un chiffrement au repos", "encryption at rest"),
    "anonymous": word("l'anonymat", "anonymity"),
    "hosted-in": word("un lieu d'hébergement", "a place of hosting"),
    "not-exposed-to": word(
        "une absence d'exposition au droit d'un État", "no exposure to the law of a State"
    ),
    "exposed-to": word(
        "une exposition admise au droit d'un État", "an admitted exposure to the law of a State"
    ),
    "processed-in": word("un lieu de traitement", "a place of processing"),
    "no-transfer": word("une absence de transfert", "an absence of transfers"),
    "only-recipients": word("une liste close de destinataires", "a closed list of recipients"),
    "never-to": word("une exclusion de certains destinataires", "an exclusion of certain recipients"),
    "certified": word("une certification", "a certification"),
    "controlled-from": word("un contrôle depuis un pays", "control from a country"),
    "nothing-checkable": word("rien de vérifiable", "nothing checkable"),
    # how a host is isolated from the machine below
    "attested": word("attesté", "attested"),
    # ways of knowing
    "documented": word("documenté", "documented"),
    "observed": word("observé", "observed"),
    "declared": word("déclaré", "declared"),
    "alleged": word("allégué", "alleged"),
    "inferred": word("déduit", "inferred"),
    "assumed": word("supposé", "assumed"),
    # sections that a scenario changes
    "organisations": word("des organisations", "organisations"),
    "ownership": word("la détention", "ownership"),
    "activities": word("des activités", "activities"),
    "hosts": word("des hôtes", "hosts"),
    "flows": word("des flux", "flows"),
    "agreements": word("des contrats", "agreements"),
    "notices": word("l'information des personnes", "notices"),
    "claims": word("des affirmations", "claims"),
}
