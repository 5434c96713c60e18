"""What is told of forms that came back: what each question became, what was not taken and why."""

from __future__ import annotations

from typing import Final

from auditor.model.answers_taken import Became
from auditor.model.bilingual import Bilingual
from auditor.model.forms import ToldOf

MADE_BY: Final = "Made by `auditor answers` from a form that came back; do not edit. / Fait par `auditor answers` d'un formulaire rendu ; ne pas modifier."
SOMEBODY: Final = Bilingual("qui a répondu", "whoever replied")
REPLY_OF: Final = Bilingual("Réponse {who:de} au formulaire {form}", "Reply of {who} to form {form}")
REPLY_SHORT: Final = Bilingual("la réponse {who:de}", "the reply of {who}")
HEAD: Final = Bilingual(
    "{file} : formulaire {form}, {count} questions, reçu de {by}",
    "{file}: form {form}, {count} questions, received from {by}",
)
BECAME: Final[dict[Became, Bilingual]] = {
    "answered": Bilingual("répondu", "answered"),
    "partly": Bilingual("répondu en partie", "answered in part"),
    "same": Bilingual("déjà connu, ou déjà lu", "known already, or read already"),
    "contradictory": Bilingual(
        "contredit ce qui est connu : les deux sont gardés", "contradicts what is known: both are kept"
    ),
    "not-known": Bilingual("ne sait pas", "not known to them"),
    "refused": Bilingual("ne souhaite pas répondre", "would rather not answer"),
    "not-produced": Bilingual("document non produit", "document not handed over"),
    "not-applicable": Bilingual("sans objet, à trancher", "does not apply, to be settled"),
    "in-words": Bilingual("en toutes lettres, à trancher", "in words, to be settled"),
    "stale": Bilingual("périmé : le dossier a changé depuis", "stale: the case has changed since"),
    "not-taken": Bilingual("non pris", "not taken"),
    "empty": Bilingual("laissé vide", "left empty"),
}
TOLD: Final[dict[ToldOf, Bilingual]] = {
    "altered": Bilingual("une question ou un en-tête a été modifié", "a question or a head was altered"),
    "twice": Bilingual("la même question figure deux fois", "the same question stands there twice"),
    "not-of-the-form": Bilingual(
        "ce n'est pas une question de ce formulaire", "this is no question of this form"
    ),
    "not-asked-of-them": Bilingual("cela ne leur est pas demandé", "this is not asked of them"),
    "gone": Bilingual("le dossier ne contient plus ce sujet", "the case no longer has this subject"),
    "added": Bilingual("une ligne ajoutée, sans question", "an added row without a question"),
    "formula": Bilingual("une formule : son résultat affiché est lu", "a formula: its shown result is read"),
    "cut": Bilingual(
        "texte coupé, ou signes invisibles retirés", "text cut, or signs that cannot be seen taken out"
    ),
    "at-odds": Bilingual(
        "la ligne se contredit, ou ne dit rien", "the row contradicts itself, or says nothing"
    ),
    "not-read": Bilingual("ce n'est pas une réponse de la liste", "this is no answer of the list"),
    "senseless": Bilingual(
        "le dossier n'aurait pas de sens avec elle", "the case would make no sense with it"
    ),
    "other-author": Bilingual("le formulaire nomme quelqu'un d'autre", "the form names somebody else"),
    "many-rows": Bilingual("trop de lignes : la suite n'est pas lue", "too many rows: the rest is not read"),
    "not-a-state": Bilingual("ce n'est pas un état de la liste", "this is no state of the list"),
    "newcomer": Bilingual("une organisation nouvelle au dossier", "an organisation new to the case"),
    "in-words": Bilingual("mots gardés, à trancher", "words kept, to be settled"),
    "not-applicable": Bilingual("dit sans objet : à trancher", "said not to apply: to be settled"),
    "stale": Bilingual("réponse / état actuel", "answer / as it is now"),
    "contradicts": Bilingual("contredit ce qui est connu", "contradicts what is known"),
}
FACT: Final = Bilingual("{route} : {value} ({became})", "{route}: {value} ({became})")
REVIEWED: Final = Bilingual(
    "{file} : formulaire {form}, {count} questions ; rien n'est écrit",
    "{file}: form {form}, {count} questions; nothing is written",
)
REVIEW_HEADS: Final = (
    Bilingual("N°", "No."),
    Bilingual("Question", "Question"),
    Bilingual("Réponse", "Answer"),
    Bilingual("Devenir", "What becomes of it"),
    Bilingual("Fait énoncé", "Fact stated"),
    Bilingual("À savoir", "To be known"),
)
HELD: Final = Bilingual("le dossier dit : {value}", "the case says: {value}")
KEPT: Final = Bilingual("mots gardés : « {words} »", "words kept: “{words}”")
REVIEW_EMPTY: Final = Bilingual("Laissées vides : {count}.", "Left empty: {count}.")
TO_SETTLE: Final = Bilingual("{question} ({route})", "{question} ({route})")
SAID: Final = Bilingual("« {words} », par {who}, {day:le}", "“{words}”, by {who}, {day:on}")
NOTHING_TO_SETTLE: Final = Bilingual(
    "Aucune réponse en toutes lettres n'est à trancher.", "No answer in words is to be settled."
)
WRITTEN: Final = Bilingual("écrit : {path}", "written: {path}")
UNCHANGED: Final = Bilingual("inchangé : {path}", "unchanged: {path}")
STATUS: Final = Bilingual(
    "{form} · {to} · {asked} · {questions} {questions:question/questions} : {answered} {answered:répondue/répondues} (dont {to_settle} en toutes lettres, à trancher, et {refused} {refused:non produite/non produites}), {unanswered} sans réponse ; {open} {open:fait encore ouvert/faits encore ouverts}",
    "{form} · {to} · {asked} · {questions} {questions:question/questions}: {answered} answered (of which {to_settle} in words, to be settled, and {refused} not handed over), {unanswered} without an answer; {open} {open:fact/facts} still open",
)
STATUS_ASKED: Final = Bilingual("posé le {day}", "asked on {day}")
STATUS_NOT_DATED: Final = Bilingual("posé à une date inconnue", "asked on an unknown date")
STATUS_DUE: Final = Bilingual("attendu {day:le}", "due on {day}")
STATUS_LATE: Final = Bilingual("EN RETARD : attendu {day:le}", "LATE: due on {day}")
NO_FORM: Final = Bilingual(
    "Aucun formulaire envoyé n'est noté dans ce dossier.", "No form that was sent is noted in this case."
)
