"""What is wrong with a request for forms, and with a form that came back."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

NOT_A_NUMBER: Final = Template(
    "le numéro {text} n'est pas fait de petites lettres, de chiffres et de traits d'union",
    "the number {text} is not made of small letters, digits and hyphens",
)
NOBODY_ASKED: Final = Template(
    "rien n'est demandé à {who} ; il y a des questions pour : {there}",
    "nothing is asked of {who}; there are questions for: {there}",
)
SAY_AS: Final = Template(
    "--to, --number, --on, --before et --record valent pour un formulaire : dire lequel avec --as",
    "--to, --number, --on, --before and --record hold for a form: tell which with --as",
)
SAY_DAY: Final = Template(
    "--record note quand chaque question fut posée : donner le jour avec --on",
    "--record notes when each question was asked: give the day with --on",
)
SAY_FOLDER: Final = Template(
    "un formulaire par destinataire est écrit : nommer leur dossier avec --out",
    "a form per addressee is written: name their folder with --out",
)
NOT_OURS: Final = Template(
    "{path} existe et n'est pas l'œuvre de cette commande", "{path} is there and was not made by this command"
)
ANSWER_ON_NOTHING: Final = Template(
    "cette réponse porte sur {route}, que le dossier ne contient plus",
    "this answer is on {route}, which the case no longer has",
)
READ_AGAIN: Final = Template(
    "relire la réponse avec auditor answers, ou retirer ce fichier",
    "read the reply again with auditor answers, or remove this file",
)
MACROS: Final = Template("ce classeur contient des macros", "this workbook holds macros")
WITHOUT_MACROS: Final = Template(
    "l'enregistrer en .xlsx ou .ods, sans macros", "save it as .xlsx or .ods, without macros"
)
NO_FORM: Final = Template("ce fichier n'est pas un formulaire rendu", "this file is no form that came back")
AS_SENT: Final = Template(
    "rendre le fichier tel qu'il fut envoyé et rempli (.xlsx, .ods ou le .json que la page enregistre)",
    "return the file as it was sent and filled in (.xlsx, .ods or the .json that the page saves)",
)
LIST_CHANGED: Final = Template(
    "la liste des questions de ce formulaire a été modifiée", "the list of questions of this form was altered"
)
NOT_AN_ANSWER: Final = Template("fichier de réponses mal formé : {why}", "ill-formed file of answers: {why}")
TOO_MANY: Final = Template("plus de {count} réponses", "more than {count} answers")
NOT_A_FORM: Final = Template(
    "{form} n'est pas le numéro d'un formulaire", "{form} is not the number of a form"
)
ANSWERED_ALREADY: Final = Template(
    "une autre réponse au formulaire {form} a déjà été lue", "another reply to form {form} was read already"
)
SUPERSEDE: Final = Template(
    "si celle-ci la corrige, le dire avec --supersedes {form}",
    "if this one corrects it, say so with --supersedes {form}",
)
NOTHING_TO_SUPERSEDE: Final = Template(
    "aucune réponse {form} dans ce dossier", "no reply {form} in this case"
)
OTHER_CASE: Final = Template(
    "le formulaire {form} est celui du dossier {theirs}, pas de {ours}",
    "form {form} is one of the case {theirs}, not of {ours}",
)
NEED_CASE: Final = Template("nommer le dossier avec --case", "name the case with --case")
NEED_BY: Final = Template(
    "dire qui répond avec --by et quand avec --on", "say who replies with --by, and when with --on"
)
INTO_OR_OUT: Final = Template("--into ou --out, pas les deux", "--into or --out, not both")
OUTSIDE: Final = Template("{path} n'est pas dans le dossier {case}", "{path} is not in the case {case}")
OTHER_FOLDER: Final = Template("écrire ailleurs avec --out", "write elsewhere with --out")
STATUS_ALONE: Final = Template("--status va seul, avec --case", "--status goes alone, with --case")
NO_FILE: Final = Template("aucun fichier à lire", "no file to read")
SKELETON_OUTSIDE: Final = Template(
    "{path} est dans le dossier : ce fichier y serait lu comme une de ses parties",
    "{path} is in the case: this file would be read as a part of it",
)
PAPERS_OF_ONE: Final = Template(
    "--attach vaut pour une seule réponse à la fois", "--attach holds for one reply at a time"
)
NOT_A_PAPER: Final = Template(
    "{text} n'est pas un numéro de pièce et son fichier (1=contrat.pdf)",
    "{text} is not the number of a paper with its file (1=contract.pdf)",
)
NO_SUCH_PAPER: Final = Template(
    "le formulaire {form} ne nomme aucune pièce {number}", "form {form} names no paper {number}"
)
