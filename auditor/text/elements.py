"""What is said of a source made of elements (a model, a list, a container): what was read, why an element became no fact, what to say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.vocabulary.word import Word, word

ASIDE: Final[dict[str, Word]] = {
    "by-hand": word("laissé de côté à la main", "left out by hand"),
    "not-personal": word("dit sans données personnelles", "said not to be personal"),
    "not-personal-by-label": word("pas personnel d'après son libellé", "not personal by its label"),
    "carries-nothing": word("ne porte rien : aucun flux", "carries nothing: no flow"),
    "never-carried": word(
        "un mot pour des données, que rien ne porte ni ne garde",
        "a word for data, which nothing carries or keeps",
    ),
    "data-word": word(
        "un mot pour des données, et comment il est appelé", "a word for data, and what it is called"
    ),
    "no-direction": word(
        "dit qu'ils vont ensemble, pas ce qui va de l'un à l'autre",
        "says that they belong together, not what goes from one to the other",
    ),
    "same-flow": word("le même flux que", "the same flow as"),
    "default": word("une valeur par défaut, que personne n'a dite", "a default, which nobody stated"),
    "nobody-called": word("n'appelle personne", "calls nobody"),
    "switched-off": word("arrêté, ou jamais déclenché", "switched off, or never set off"),
    "struck-out": word("barré", "struck out"),
    "not-shown": word("caché au lecteur", "not shown to a reader"),
    "title-is-no-place": word("un titre n'est pas un lieu", "a title is no place"),
    "says-nothing": word("ne dit rien", "says nothing"),
    "persons": word("des coordonnées de personnes", "contact details of persons"),
    "unconfirmed": word("non confirmé, dit la source", "unconfirmed, says the source"),
    "not-of-the-case": word("hors de propos", "beside the point"),
    "no-such-key": word("clé inconnue", "unknown key"),
    "no-such-word": word("mot inconnu", "unknown word"),
    "no-such-element": word("aucun élément de ce nom", "no such element"),
    "older-word": word("un mot ancien", "an older word"),
    "prose": word("de la prose, à lire", "prose, for a reader"),
    "no-category": word("aucune catégorie n'est donnée", "no category given"),
    "nearest": word("hors de la taxonomie ; au plus près", "not in the taxonomy; nearest"),
    "believed": word("deux champs se contredisent ; retenu", "two fields differ; believed"),
    "same-id": word(
        "deux éléments donneraient le même identifiant ; celui-ci devient",
        "two elements would give the same id; this one becomes",
    ),
    "hidden-signs": word("des signes invisibles, ôtés", "signs that cannot be seen, taken out"),
    "cut": word("un nom coupé", "a name cut short"),
    "several": word("plusieurs sociétés dans un même champ", "several companies in one field"),
    "unnamed": word("aucune société n'est nommée", "no company is named"),
    "no-company": word("aucune société de ce nom exact", "no company of exactly this name"),
    "out-of-reach": word("hors du fichier", "out of the file"),
    "formula": word(
        "une formule, dont seul le texte montré est lu", "a formula, of which the text shown is read"
    ),
    "own-pages": word("du site lui-même", "of the site itself"),
    "program": word("nomme un programme, pas une société", "names a program, not a company"),
    "no-permission": word("son modèle ne lui permet d'appeler personne", "its template lets it call nobody"),
    "mixed-scripts": word(
        "un nom qui mêle des écritures, et peut en imiter un autre",
        "a name of mixed scripts, which may imitate another",
    ),
    "not-disclosed": word("non montré par la chaîne de consentement", "not disclosed by the consent string"),
    "deleted": word("retiré de la liste, et montré", "deleted from the list, and disclosed"),
    "one-visitor": word("le choix d'une personne, un jour", "the choice of one visitor, on one day"),
}
TO_SAY: Final[dict[str, Bilingual]] = {
    "data": Bilingual(
        "Lesquels de ces mots sont des données personnelles (`data`) : {words}",
        "Which of these words are personal data (`data`): {words}",
    ),
    "people": Bilingual(
        "Quelles personnes se servent de (`people`) : {words}", "Which people use (`people`): {words}"
    ),
    "by": Bilingual("Qui déclare cela (`by`)", "Who declares this (`by`)"),
    "for": Bilingual(
        "Pour quelle activité (`for`) ; à défaut, {words}", "For which activity (`for`); until then, {words}"
    ),
    "site": Bilingual("Sur les pages de quel hôte (`site`)", "On the pages of which host (`site`)"),
    "same": Bilingual(
        "Peut-être déjà décrit dans le dossier (`same`) : {words}",
        "Perhaps described in the case already (`same`): {words}",
    ),
    "location_means": Bilingual(
        "Ce que veut dire {words} : un siège ou un lieu de traitement (`location_means`)",
        "What {words} means: a seat, or a place of processing (`location_means`)",
    ),
    "bid-requests": Bilingual(
        "Si une demande d'enchère part vers ceux-ci : {words}", "Whether a bid request goes to these: {words}"
    ),
    "called-when": Bilingual(
        "Si l'application appelle ceux-ci, et quand : {words}",
        "Whether the application calls these, and when: {words}",
    ),
    "another-source": Bilingual("À importer aussi : {words}", "To be imported too: {words}"),
}
#: What stands in `imports.yaml` for what is to be said there; the first of them by words of the source.
TO_FILL_IN: Final[dict[str, str]] = {
    "data": "[CATEGORY]",
    "people": "ID",
    "by": "ORG",
    "for": "ACTIVITY",
    "site": "HOST",
    "location_means": "SEAT-OR-PROCESSING",
}
OF_WORDS: Final = frozenset({"data", "people"})
HEAD: Final = Bilingual(
    "{kind} « {title} » ({file}, {form}){date} · sha256 {sha}",
    '{kind} "{title}" ({file}, {form}){date} · sha256 {sha}',
)
DATED: Final = Bilingual(", {day}", ", {day}")
READ: Final = Bilingual("Lu : {what}", "Read: {what}")
PARENTHESIS: Final = Bilingual("{counted} ({what})", "{counted} ({what})")
#: How many entries of each section were read, one and several.
COUNTED: Final[dict[str, tuple[Bilingual, Bilingual]]] = {
    "activities": (
        Bilingual("1 activité", "1 activity"),
        Bilingual("{count} activités", "{count} activities"),
    ),
    "people": (
        Bilingual("1 catégorie de personnes", "1 category of people"),
        Bilingual("{count} catégories de personnes", "{count} categories of people"),
    ),
    "data": (
        Bilingual("1 catégorie de données", "1 category of data"),
        Bilingual("{count} catégories de données", "{count} categories of data"),
    ),
    "organisations": (
        Bilingual("1 organisation nouvelle", "1 new organisation"),
        Bilingual("{count} organisations nouvelles", "{count} new organisations"),
    ),
    "hosts": (Bilingual("1 hôte", "1 host"), Bilingual("{count} hôtes", "{count} hosts")),
    "flows": (Bilingual("1 flux", "1 flow"), Bilingual("{count} flux", "{count} flows")),
    "agreements": (
        Bilingual("1 contrat", "1 agreement"),
        Bilingual("{count} contrats", "{count} agreements"),
    ),
    "notices": (Bilingual("1 information", "1 notice"), Bilingual("{count} informations", "{count} notices")),
}
#: How flows are protected on the way, from what is said to what is not.
ON_THE_WAY: Final[dict[str, Bilingual]] = {
    "same-machine": Bilingual("{count} sur la même machine", "{count} on the same machine"),
    "tls": Bilingual("{count} en TLS", "{count} over TLS"),
    "vpn": Bilingual("{count} par un tunnel", "{count} through a tunnel"),
    "none": Bilingual("{count} en clair", "{count} in clear"),
    "unknown": Bilingual("{count} non dit", "{count} not told"),
}
LEFT_OUT: Final = Bilingual("Laissé de côté ({count}) :", "Left out ({count}):")
LEFT_OUT_NOTHING: Final = Bilingual("Laissé de côté : rien", "Left out: nothing")
NOT_UNDERSTOOD: Final = Bilingual("Non compris ({count}) :", "Not understood ({count}):")
NOT_UNDERSTOOD_NOTHING: Final = Bilingual("Non compris : rien", "Not understood: nothing")
IMPORTER: Final = Bilingual(
    "À dire dans imports.yaml par qui importe ({count}) :",
    "To say in imports.yaml, by the person who imports ({count}):",
)
IMPORTER_NOTHING: Final = Bilingual(
    "À dire dans imports.yaml par qui importe : plus rien",
    "To say in imports.yaml, by the person who imports: nothing left",
)
OPEN: Final = Bilingual("À demander ({count}) :", "To ask ({count}):")
OF_SOMEBODY: Final = Bilingual("{name} : {questions}", "{name}: {questions}")
NOBODY_KNOWN: Final = Bilingual("à personne de connu", "nobody known")
ASK_TELLS: Final = Bilingual(
    "À demander : auditor ask le dit, une fois l'import écrit",
    "To ask: auditor ask tells, once the import is written",
)
OPEN_NOTHING: Final = Bilingual("À demander : rien", "To ask: nothing")
BESIDE: Final = Bilingual(
    "Dit de ce que le dossier décrit à la main ({count}) :",
    "Said of what the case describes by hand ({count}):",
)
LEAVES_OPEN: Final = Bilingual(
    "La source laisse elle-même ouvert ({count}) :", "The source itself leaves open ({count}):"
)
DECISIONS: Final = Bilingual(
    "Décisions de ses auteurs, non reprises ({count}) :",
    "Decisions of its authors, not taken over ({count}):",
)
FORMATS: Final[dict[str, str]] = {
    "threagile": "Threagile",
    "tm-bom": "TM-BOM",
    "threat-dragon": "Threat Dragon",
    "cyclonedx": "CycloneDX",
    "fides": "fides",
    "otm": "OTM",
    "pytm": "pytm",
}
