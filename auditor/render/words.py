"""Every word of the interface, in French and in English, by key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from auditor.model.result import Bilingual

NB: Final = "\u202f"

WORDS: Final[dict[str, tuple[str, str]]] = {
    # severities, outcomes, ways of knowing, verdicts
    "critical": ("critique", "critical"),
    "high": ("élevé", "high"),
    "medium": ("moyen", "medium"),
    "low": ("faible", "low"),
    "info": ("info", "info"),
    "established": ("établi", "established"),
    "cannot-be-shown": ("non établi", "cannot be shown"),
    "hypothetical": ("hypothétique", "hypothetical"),
    "documented": ("documenté", "documented"),
    "observed": ("observé", "observed"),
    "declared": ("déclaré", "declared"),
    "alleged": ("allégué", "alleged"),
    "inferred": ("déduit", "inferred"),
    "assumed": ("supposé", "assumed"),
    "contradicted": ("contredite", "contradicted"),
    "inconsistent": ("non cohérente", "inconsistent"),
    "unproven": ("non démontrée", "unproven"),
    "supported": ("étayée", "supported"),
    "not-checkable": ("non vérifiable", "not checkable"),
    "gap": ("écart", "gap"),
    "transfer": ("transfert", "transfer"),
    "exposure": ("exposition", "exposure"),
    "contradiction": ("contradiction", "contradiction"),
    "fact": ("fait", "fact"),
    "question": ("question", "question"),
    "what-if": ("hypothèse", "what-if"),
    "yes": ("oui", "yes"),
    "no": ("non", "no"),
    "possible": ("possible", "possible"),
    "unknown": ("inconnu", "unknown"),
    "not-produced": ("non produit", "not produced"),
    "none": ("aucun", "none"),
    "silent": ("rien à dire", "nothing to say"),
    "stated": ("énoncé", "stated"),
    "large": ("grande", "large"),
    "small": ("petite", "small"),
    "true": ("oui", "true"),
    "false": ("non", "false"),
    "pre-ticked": ("coché d'avance", "pre-ticked"),
    "opt-in": ("acte positif", "opt-in"),
    "at-once": ("d'emblée", "at once"),
    "click": ("au clic", "on a click"),
    "plain": ("en clair", "plain"),
    "public": ("public", "public"),
    "hosting": ("hébergement", "hosting"),
    "processing": ("sous-traitance", "processing"),
    "consent": ("consentement", "consent"),
    "never": ("jamais", "never"),
    "encrypted": ("chiffré", "encrypted"),
    "end-to-end": ("de bout en bout", "end to end"),
    "direct": ("directe", "direct"),
    "control": ("par contrôle", "by control"),
    "presence": ("par présence", "by presence"),
    "dependency": ("par dépendance", "by dependency"),
    "unnamed": ("propriétaire inconnu", "owner not known"),
    "operator": ("exploitant", "operator"),
    "machine": ("machine sous-jacente", "machine below"),
    "customer": ("client", "customer"),
    "provider": ("à portée", "within reach"),
    "controller": ("responsable du traitement", "controller"),
    "processor": ("sous-traitant", "processor"),
    "third-party": ("tiers", "third party"),
    "parent": ("société mère", "parent"),
    "consolidated": ("consolidé", "consolidated"),
    "shares": ("parts", "shares"),
    "votes": ("votes", "votes"),
    "minority": ("minoritaire", "minority"),
    "majority": ("majorité", "majority"),
    "board": ("conseil", "board"),
    "contract": ("contrat", "contract"),
    "veto": ("veto", "veto"),
    "licence": ("licence", "licence"),
    "keys": ("clés", "keys"),
    "officers": ("dirigeants", "officers"),
    "operations": ("exploitation", "operations"),
    # findings
    "path": ("chemin", "path"),
    "why": ("pourquoi", "why"),
    "law": ("droit", "law"),
    "remedy": ("que faire", "remedy"),
    "mistaken": ("peut se tromper si", "may be mistaken when"),
    "id": ("identifiant", "id"),
    "confidence": ("su comme", "known as"),
    "if_shown": ("{severity} une fois les faits montrés", "{severity} once the facts are shown"),
    "missing": ("manque", "missing"),
    "level": ("niveau", "level"),
    "reads_yes": ("lit en clair", "reads in clear"),
    "reads_possible": ("lit peut-être", "may read"),
    "transport": ("transport", "transport"),
    "content": ("contenu", "content"),
    "open": ("À demander ({count})", "To ask ({count})"),
    "ask": ("à {who}", "to {who}"),
    "asked_before": ("déjà demandé le {date}, sans réponse", "asked on {date}, unanswered"),
    "asked_answered": ("déjà demandé le {date}", "asked on {date}"),
    "hangs": ("en dépend", "what hangs on it"),
    "unstated": ("Non renseigné, champ par champ ({count} faits)", "Not stated, field by field ({count} facts)"),
    "unstated_line": ("{field} : {count}", "{field}: {count}"),
    "claims": ("Affirmations", "Claims"),
    "findings": ("Constats", "Findings"),
    "hypotheses": ("Hypothèses", "What if"),
    "gate_passed": ("Seuil « {bar} » : passé.", 'Gate "{bar}": passed.'),
    "gate_failed": (
        "Seuil « {bar} » : non passé, constats en cause : {count}.",
        'Gate "{bar}": not passed, findings at stake: {count}.',
    ),
    "counts": (
        "Établis : {established} ({severities}) ; hypothétiques : {hypothetical} ; questions ouvertes : {questions} ; faits non renseignés : {unstated}.",
        "Established: {established} ({severities}); hypothetical: {hypothetical}; open questions: {questions}; facts not stated: {unstated}.",
    ),
    "nothing_found": ("aucun", "none"),
    "more_findings": ("Autres constats, non montrés ici : {count}.", "More findings, not shown here: {count}."),
    "accepted_count": ("Constats acceptés : {count}.", "Accepted findings: {count}."),
    "footer": (
        "Indicateurs calculés à partir des faits et sources listés, à la date du {as_of}. Ils ne constituent ni une consultation "
        "juridique ni le constat d'un manquement, qui relève des autorités et des tribunaux.",
        "Indicators computed from the facts and sources listed, as of {as_of}. They are not legal advice nor a finding of "
        "infringement; only an authority or court can make one.",
    ),
    # letters
    "letter_head": ("Questions à : {who}", "Questions to: {who}"),
    "letter_open": (
        "Madame, Monsieur,\n\nNous étudions les flux de données décrits sous le titre « {title} », à la date du {as_of}. "
        "Les faits suivants ne sont pas établis par les pièces dont nous disposons. Vos réponses, et toute pièce à l'appui, "
        "seront reprises fidèlement.",
        'Dear Sir or Madam,\n\nWe are studying the data flows described under the title "{title}", as of {as_of}. The following '
        "facts are not shown by the documents we have. Your answers, and any document in support, will be reported faithfully.",
    ),
    "letter_close": (
        "Nous publierons votre réponse à côté de nos constats. Sans réponse, nous indiquerons que la question était posée à cette date.",
        "We will print your reply beside our findings. Without one, we will say that the question had been asked on that date.",
    ),
    "letter_none": ("Aucune question ouverte.", "No open question."),
    # comparison
    "cmp_head": ("Hypothèse : {title}", "Hypothesis: {title}"),
    "cmp_note": ("Rien de ce qui suit n'est arrivé.", "Nothing of what follows has happened."),
    "cmp_appears": ("Apparaîtraient ({count})", "Would appear ({count})"),
    "cmp_disappears": ("Disparaîtraient ({count})", "Would disappear ({count})"),
    "cmp_changed": ("Changeraient ({count})", "Would change ({count})"),
    "cmp_unchanged": ("Inchangés : {count}", "Unchanged: {count}"),
    "cmp_settled": ("Questions qui ne se poseraient plus", "Questions that would be settled"),
    "cmp_opened": ("Questions nouvelles", "Questions that would arise"),
    # explanation
    "story_rests": ("Ce constat repose sur :", "This finding rests on:"),
    "story_missing": ("Il manque, pour conclure :", "Missing, to conclude:"),
    "story_no_source": ("sans source", "no source"),
    "rule_sentence": ("En une phrase", "In one sentence"),
    "rule_examples": ("Exemples, tirés de ses tests", "Examples, from its tests"),
    "rule_severity": ("Gravité", "Severity"),
    "rule_gate": ("Peut faire échouer un contrôle", "May fail a build"),
    # page
    "title": ("Audit des flux de données : {title}", "Data-flow audit: {title}"),
    "scope": ("Faits tels que décrits, à la date du {as_of}.", "Facts as described, as of {as_of}."),
    "other_lang": ("English", "Français"),
    "skip": ("Aller au résultat", "Skip to the result"),
    "result": ("Résultat", "Result"),
    "verdict": (
        "Constats établis : {established}. Affirmations contredites : {contradicted}. Questions ouvertes : {questions}.",
        "Findings established: {established}. Claims contradicted: {contradicted}. Questions open: {questions}.",
    ),
    "severity": ("Gravité", "Severity"),
    "kind": ("Nature", "Kind"),
    "rule_col": ("Règle", "Rule"),
    "pack_col": ("Jeu", "Pack"),
    "title_col": ("Intitulé", "Title"),
    "reading": ("Ce que cela veut dire, et ne veut pas dire", "What this means, and does not mean"),
    "reading_1": (
        "Un fait déclaré n'est pas un fait mesuré : chaque constat dit comment ses prémisses sont connues.",
        "A fact declared is not a fact measured: each finding says how its premises are known.",
    ),
    "reading_2": (
        "Une exposition au droit d'un État n'est pas un transfert, et un accès possible n'est pas un accès qui a eu lieu.",
        "Exposure to the law of a State is not a transfer, and possible access is not access that took place.",
    ),
    "reading_3": (
        "Ce qui n'est pas trouvé dans les pièces listées n'est pas pour autant absent : c'est une question.",
        "What is not found in the documents listed is not thereby absent: it is a question.",
    ),
    "reading_4": (
        "Le nombre de constats ne mesure pas la gravité d'une situation ; aucune appréciation de légalité n'est faite.",
        "The number of findings does not measure how grave a situation is; no view on lawfulness is taken.",
    ),
    "premises": ("Preuve", "Proof"),
    "fact_col": ("Fait", "Fact"),
    "value_col": ("Valeur", "Value"),
    "known_col": ("Connu comme", "Known as"),
    "source_col": ("Source", "Source"),
    "place_col": ("Où", "Where"),
    "questions": ("Questions ouvertes", "Open questions"),
    "flows": ("Table des flux", "Flow table"),
    "from_col": ("De", "From"),
    "to_col": ("Vers", "To"),
    "data_col": ("Données", "Data"),
    "control_title": ("Qui contrôle quoi", "Who controls what"),
    "organisation_col": ("Organisation", "Organisation"),
    "country_col": ("Pays", "Country"),
    "controllers_col": ("Contrôlée par", "Controlled by"),
    "holders_col": ("Autres porteurs (sans contrôle établi)", "Other holders (no control shown)"),
    "owners_open": ("contrôle non établi", "control not shown"),
    "no_controller": ("personne de connu", "nobody known"),
    "since": ("depuis {date}", "since {date}"),
    "exposures": ("Exposition au droit d'États tiers", "Exposure to the law of third States"),
    "exposures_note": (
        "Ce tableau ne dit rien d'un transfert : il dit quel droit atteint qui garde les données.",
        "This table says nothing of a transfer: it says which law reaches whoever keeps the data.",
    ),
    "host_col": ("Hôte", "Host"),
    "custodian_col": ("Dépositaire", "Custodian"),
    "state_col": ("État", "State"),
    "instrument_col": ("Texte", "Instrument"),
    "reach_col": ("Atteinte", "Reach"),
    "recipients": ("Destinataires", "Recipients"),
    "activity_col": ("Activité", "Activity"),
    "role_col": ("Rôle", "Role"),
    "declared_col": ("Déclaré", "Declared"),
    "method": ("Méthode et limites", "Method and limits"),
    "method_packs": ("Jeux de règles appliqués : {packs}.", "Packs of rules applied: {packs}."),
    "method_knowledge": ("Base de connaissances au {date}.", "Knowledge base as of {date}."),
    "method_twice": (
        "Tout est déduit deux fois, de ce qui est certain et de ce qui est possible ; là où les deux diffèrent, il y a une question.",
        "Everything is derived twice, from what is certain and from what is possible; where the two differ, there is a question.",
    ),
    "overrides": (
        "Faits du dossier qui remplacent ceux de la base de connaissances",
        "Facts of the case that replace those of the knowledge base",
    ),
    "assumptions": ("Suppositions", "Assumptions"),
    "not_analysed": ("Non analysé", "Not analysed"),
    "replies": ("Droit de réponse", "Right of reply"),
    "no_replies": ("Aucune réponse au dossier.", "No reply on file."),
    "inputs": ("Fichiers lus", "Inputs"),
    "file_col": ("Fichier", "File"),
    "sources": ("Sources", "Sources"),
    "reproduce": ("Refaire cet audit", "Reproduce this audit"),
    "reproduce_text": (
        "Avec la version {version} du programme et les fichiers ci-dessous, ces commandes rendent les mêmes octets.",
        "With version {version} of the program and the files below, these commands give the same bytes.",
    ),
    "glossary": ("Glossaire", "Glossary"),
    "glossary_exposure": (
        "Exposition : le droit d'un État tiers atteint qui garde les données. E0 aucune atteinte, E1 résiduelle, E2 conditionnelle, "
        "E3 par contrôle, E4 directe.",
        "Exposure: the law of a third State reaches whoever keeps the data. E0 none identified, E1 residual, E2 conditional, "
        "E3 through control, E4 direct.",
    ),
    "glossary_transfer": (
        "Transfert : un exportateur soumis au RGPD envoie ou met à disposition des données à un importateur d'un pays tiers.",
        "Transfer: an exporter under the GDPR sends or makes available data to an importer in a third country.",
    ),
    "glossary_control": (
        "Contrôle : la majorité des votes, seul ou par ceux que l'on contrôle. Un investisseur minoritaire ne contrôle pas.",
        "Control: the majority of votes, alone or through those one controls. A minority investor does not control.",
    ),
    "glossary_known": (
        "Connu comme : documenté, observé, déclaré par l'intéressé, allégué par autrui, déduit, supposé ; du plus fort au plus faible.",
        "Known as: documented, observed, declared by the party itself, alleged by another, inferred, assumed; from strong to weak.",
    ),
    "about_flow": ("flux", "flow"),
    "about_document": ("document", "document"),
    "about_ownership": ("détention", "ownership"),
    "established_none": ("Aucun constat établi.", "No finding established."),
}

Say = Callable[..., str]


def speaker(lang: str) -> Say:
    """Give the function that says a key in `lang`, with values put in; French takes narrow no-break spaces."""
    index = 0 if lang == "fr" else 1

    def say(key: str, **values: object) -> str:
        entry = WORDS.get(key)
        text = entry[index] if entry is not None else key
        text = text.format(**values) if values else text
        return spaced(text) if lang == "fr" else text

    return say


def label(say: Say, key: str, lang: str) -> str:
    """Give the words of `key` as a label before a value."""
    return f"{say(key)}{NB}:" if lang == "fr" else f"{say(key)}:"


def spaced(text: str) -> str:
    """Put narrow no-break spaces where French typography wants them."""
    for mark in (":", ";", "!", "?", "»"):
        text = text.replace(f" {mark}", f"{NB}{mark}")
    return text.replace("« ", f"«{NB}")


def pick(text: Bilingual, lang: str) -> str:
    """Give a text in `lang`, typeset."""
    return spaced(text.fr) if lang == "fr" else text.en
