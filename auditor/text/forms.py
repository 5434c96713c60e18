"""What a form says: its sheets, heads, states, how it is filled in, in the tone of a letter that accuses nobody."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.forms import State, Theme

#: The sheets of questions. No name is longer than 31 characters, nor holds `[]:*?/\`.
THEMES: Final[dict[Theme, Bilingual]] = {
    "register": Bilingual("Registre", "Record"),
    "contracts": Bilingual("Contrats", "Contracts"),
    "hosting": Bilingual("Hébergement", "Hosting"),
    "transfers": Bilingual("Transferts", "Transfers"),
    "flows": Bilingual("Flux", "Flows"),
    "companies": Bilingual("Sociétés", "Companies"),
    "notices": Bilingual("Information des personnes", "Notices"),
    "claims": Bilingual("Affirmations", "Statements"),
}
#: The sheet of a section of a case, and of the kinds of fact that another expert knows.
THEME_OF_SECTION: Final[dict[str, Theme]] = {
    "activities": "register",
    "agreements": "contracts",
    "hosts": "hosting",
    "flows": "flows",
    "organisations": "companies",
    "ownership": "companies",
    "notices": "notices",
    "claims": "claims",
}
THEME_OF_KIND: Final[dict[str, Theme]] = {
    "activities.transfers": "transfers",
    "activities.tool": "transfers",
    "agreements.assessment": "transfers",
    "agreements.clauses": "transfers",
    "agreements.finds": "transfers",
    "agreements.measures": "transfers",
    "flows.derogation": "transfers",
    "flows.tool": "transfers",
    "organisations.access_from": "transfers",
    "organisations.dpf": "transfers",
    "organisations.dpf_covers": "transfers",
    "organisations.in_scope": "transfers",
    "organisations.privacy_shield": "transfers",
}
READ_ME: Final = Bilingual("À lire", "Read me")
PAPERS: Final = Bilingual("Pièces", "Papers")
REPLY: Final = Bilingual("Votre réponse", "Your reply")
#: The sheets that nobody sees.
LISTS: Final = "_listes"
FORM: Final = "_formulaire"

TITLE: Final = Bilingual("Questions {who:à}", "Questions to {who}")
NUMBERED: Final = Bilingual("Formulaire {form}", "Form {form}")
QUESTION_NUMBER: Final = Bilingual("Question {number}", "Question {number}")
PASS_ON: Final = Bilingual("qui peut répondre (à transmettre)", "whoever can answer (to be passed on)")
BEFORE: Final = Bilingual("Merci de répondre avant {day:le}.", "Please reply by {day}.")
WHY: Final = Bilingual(
    "Nous documentons les flux de données décrits sous le titre « {title} », dans leur situation {as_of:au}. Aucune pièce ne répond encore à ces questions ; une question n'est pas un reproche.",
    "We are documenting the data flows described under the title “{title}”, as they were {as_of:on}. No document answers these questions yet; a question is no reproach.",
)
HOW_SHEETS: Final = Bilingual(
    "Chaque feuille s'adresse à qui connaît son sujet : vous pouvez en confier une à quelqu'un d'autre et rendre le même fichier.",
    "Each sheet is for whoever knows its subject: you may hand one to somebody else and return the same file.",
)
HOW_ANSWER: Final = Bilingual(
    "Répondre dans les cellules claires : choisir dans la liste, ou écrire. Plusieurs réponses : une par cellule. « {none} » veut dire qu'il n'y en a aucun ; une cellule vide ne veut rien dire et la question reste posée.",
    "Answer in the light cells: choose from the list, or write. Several answers: one per cell. “{none}” means that there is none; an empty cell means nothing and the question stays.",
)
HOW_STATE: Final = Bilingual(
    "« État » dit le reste : répondu en partie, vous ne savez pas, vous ne souhaitez pas répondre, la pièce n'est pas produite, la question est sans objet. Une question laissée vide reste posée ; rien n'en est retenu contre quiconque.",
    "“State” says the rest: answered in part, you do not know, you would rather not answer, the document is not handed over, the question does not apply. A question left empty stays open; nothing is held against anyone for it.",
)
HOW_PAPERS: Final = Bilingual(
    "Si une pièce montre la réponse, l'inscrire sous « {papers} », puis donner son numéro et la page à côté de la réponse. La joindre à l'envoi : ce fichier ne la contient pas.",
    "Where a document shows the answer, enter it under “{papers}”, then give its number and the page beside the answer. Send it along: this file does not hold it.",
)
HOW_LOCKED: Final = Bilingual(
    "Les autres cellules sont verrouillées, sans mot de passe, contre les erreurs de frappe seulement. Trier ou supprimer des lignes ne gêne pas ; modifier une question l'écarte de la lecture.",
    "The other cells are locked, without a password, against slips only. Sorting or deleting rows does no harm; a question that is changed is not read.",
)
FOOTER: Final = Bilingual("{form} · {case} · {checksum}", "{form} · {case} · {checksum}")

NUMBER: Final = Bilingual("N°", "No.")
SUBJECT: Final = Bilingual("Sujet", "Subject")
QUESTION: Final = Bilingual("Question", "Question")
READ: Final = Bilingual("Ce que nous avons lu", "What we read")
SUGGESTED: Final = Bilingual("Proposition", "Suggestion")
ANSWER: Final = Bilingual("Réponse {number}", "Answer {number}")
ANSWER_OF: Final = Bilingual("Réponse", "Answer")
OTHER: Final = Bilingual("En toutes lettres", "In your words")
STATE: Final = Bilingual("État", "State")
PAPER: Final = Bilingual("Pièce n°", "Paper no.")
PAGE: Final = Bilingual("Page", "Page")
STATES: Final[dict[State, Bilingual]] = {
    "answered": Bilingual("répondu", "answered"),
    "partly": Bilingual("répondu en partie", "answered in part"),
    "not-known": Bilingual("ne sait pas", "not known to us"),
    "refused": Bilingual("ne souhaite pas répondre", "would rather not answer"),
    "not-produced": Bilingual("document non produit", "document not handed over"),
    "not-applicable": Bilingual("sans objet (dire pourquoi)", "does not apply (say why)"),
}
NOBODY: Final = Bilingual("— aucun", "— none")
AND_OTHERS: Final = Bilingual("et d'autres", "and others")
#: How `oui` and `non` read in a list of answers, and the words that have no name of their own elsewhere.
OPTIONS: Final[dict[str, Bilingual]] = {
    "true": Bilingual("oui", "yes"),
    "false": Bilingual("non", "no"),
    "none": NOBODY,
}
OPTIONS_OF_FIELD: Final[dict[str, dict[str, Bilingual]]] = {
    "derogation": {
        "a": Bilingual("art. 49, § 1, a) : consentement explicite", "art. 49(1)(a): explicit consent"),
        "b": Bilingual(
            "art. 49, § 1, b) : contrat avec la personne", "art. 49(1)(b): contract with the data subject"
        ),
        "c": Bilingual(
            "art. 49, § 1, c) : contrat dans l'intérêt de la personne",
            "art. 49(1)(c): contract in the interest of the data subject",
        ),
        "d": Bilingual("art. 49, § 1, d) : intérêt public important", "art. 49(1)(d): public interest"),
        "e": Bilingual("art. 49, § 1, e) : droits en justice", "art. 49(1)(e): legal claims"),
        "f": Bilingual("art. 49, § 1, f) : intérêts vitaux", "art. 49(1)(f): vital interests"),
        "g": Bilingual("art. 49, § 1, g) : registre public", "art. 49(1)(g): public register"),
    },
    "hosting": {
        "1": Bilingual("1° : sites physiques", "1°: physical sites"),
        "2": Bilingual("2° : infrastructure matérielle", "2°: physical infrastructure"),
        "3": Bilingual("3° : infrastructure virtuelle", "3°: virtual infrastructure"),
        "4": Bilingual("4° : plateforme d'applications", "4°: application platform"),
        "5": Bilingual("5° : administration et exploitation", "5°: administration and operation"),
        "6": Bilingual("6° : sauvegarde", "6°: backup"),
    },
}
#: A word behind its label, where two labels would read alike; the two parties of a link.
APART: Final = Bilingual("{label} ({word})", "{label} ({word})")
ASPECT: Final = Bilingual("{question} Ici : {aspect}.", "{question} Here: {aspect}.")
PAIR: Final = Bilingual("{first} → {second}", "{first} → {second}")
ONE_OF: Final = Bilingual("Choisir dans la liste.", "Choose from the list.")
OR_OTHER: Final = Bilingual(
    "Choisir dans la liste, ou écrire un nom qui n'y est pas.",
    "Choose from the list, or write a name that is not in it.",
)
SEVERAL: Final = Bilingual("Une réponse par cellule.", "One answer per cell.")
WRITE: Final = Bilingual("Écrire la réponse.", "Write the answer.")
VOTES: Final = Bilingual(
    "Un pourcentage des voix, ou un mot de la liste.", "A percentage of the votes, or a word of the list."
)
IN_WORDS: Final = Bilingual(
    "Répondre en toutes lettres, dans la colonne prévue.", "Answer in words, in the column for it."
)
HELD: Final = Bilingual("nous tenons : {value}", "we hold: {value}")
CORRECT: Final = Bilingual("À corriger", "To correct")
TO_CORRECT: Final = Bilingual(
    "N'écrire ici que ce qui est faux : ce qui est juste se laisse tel quel.",
    "Write here only what is wrong: leave what is right as it is.",
)
ALSO_HELD: Final = Bilingual(
    "Nous tenons aussi ce qui suit ; merci de corriger ce qui est faux.",
    "We also hold what follows; please correct what is wrong.",
)
AS_FOUND: Final = Bilingual("trouvé : « {words} » ({where})", "as found: “{words}” ({where})")
SAID: Final = Bilingual("{source} : {value}", "{source}: {value}")
STATED: Final = Bilingual("connu : {value}", "known: {value}")
ONE_SOURCE: Final = Bilingual("une source", "one source")

PAPER_NUMBER: Final = Bilingual("N° de la pièce", "No. of the paper")
PAPER_TITLE: Final = Bilingual("Titre", "Title")
PAPER_DATE: Final = Bilingual("Date", "Date")
PAPER_PAGES: Final = Bilingual("Nombre de pages", "Number of pages")
BY_NAME: Final = Bilingual("Nom de qui répond", "Name of who replies")
BY_FUNCTION: Final = Bilingual("Fonction", "Function")
BY_FOR: Final = Bilingual("Organisation", "Organisation")
ON: Final = Bilingual("Date de la réponse", "Date of the reply")
PRINTED: Final = Bilingual(
    "Texte à imprimer à côté de ce qui a été trouvé (facultatif)",
    "Text to be printed beside what was found (optional)",
)
CONSENT: Final = Bilingual("Ce texte peut être publié (oui ou non)", "This text may be published (yes or no)")
YES: Final = Bilingual("oui", "yes")
NO: Final = Bilingual("non", "no")

# the page
PAGE_NO_SCRIPT: Final = Bilingual(
    "Sans script, cette page se remplit, s'imprime et s'envoie sur papier ; elle ne peut pas enregistrer de fichier.",
    "Without a script, this page can be filled in, printed and sent on paper; it cannot save a file.",
)
PAGE_HOW: Final = Bilingual(
    "Cette page n'envoie rien : elle enregistre un fichier, à nous rendre. Pour continuer plus tard, enregistrer, puis ouvrir ce fichier ici.",
    "This page sends nothing: it saves a file, which you return to us. To go on later, save, then open that file here.",
)
PAGE_SAVE: Final = Bilingual("Enregistrer le fichier de réponses", "Save the file of answers")
PAGE_LOAD: Final = Bilingual("Reprendre un fichier enregistré", "Go on with a saved file")
PAGE_LOADED: Final = Bilingual("Fichier repris.", "File taken up.")
PAGE_SAVED: Final = Bilingual(
    "Fichier {name} enregistré : {count} réponses.", "File {name} saved: {count} answers."
)
PAGE_NOT_OURS: Final = Bilingual(
    "Ce fichier n'est pas celui de ce formulaire.", "This file is not one of this form."
)
PAGE_CHOOSE: Final = Bilingual("— choisir —", "— choose —")
PAGE_SKIP: Final = Bilingual("Aller aux questions", "Go to the questions")
PAGE_QUESTIONS: Final = Bilingual("{count} {count:question/questions}", "{count} {count:question/questions}")
PAGE_PAPERS: Final = Bilingual("Pièce {number}", "Paper {number}")

# the letter
LETTER: Final = Bilingual("Formulaire {form} : questions à {who}", "Form {form}: questions to {who}")
LETTER_NUMBERS: Final = Bilingual(
    "Merci de rappeler le numéro du formulaire et celui de chaque question.",
    "Please quote the number of the form and of each question.",
)
# the reply skeleton
SKELETON: Final = Bilingual(
    "Réponses au formulaire {form} reçues par écrit. `says` : la réponse ; `state` : {states} ; `paper`, `page` : la pièce.",
    "Answers to form {form} received in writing. `says`: the answer; `state`: {states}; `paper`, `page`: the document.",
)
# what the record of asking says of a form as a document
RECORDED: Final = Bilingual("Formulaire {form}, adressé {who:à}", "Form {form}, sent to {who}")
MADE_BY: Final = (
    "Made by `auditor ask --record`; do not edit. / Fait par `auditor ask --record` ; ne pas modifier."
)
