"""Rows of what came back in a form: nobody is asked for it, and its facts are those of the entries that they are on."""

from __future__ import annotations

from typing import Final

from auditor.text.fields.base import Rows, aside

_READ: Final = "it is what a program read in a form that came back"
SECTIONS: Final[dict[str, Rows]] = {
    "answers": {
        "form": aside("le numéro du formulaire", "the number of the form", _READ),
        "to": aside("l'organisation interrogée", "the organisation that was asked", _READ),
        "date": aside("le jour où la réponse fut reçue", "the day on which the reply was received", _READ),
        "file": aside("le nom du fichier", "the name of the file", _READ),
        "sha256": aside("l'empreinte SHA-256 du fichier", "the SHA-256 of the file", _READ),
        "by": aside("qui a répondu", "who replied", _READ),
        "signed": aside("qui le formulaire nomme", "whom the form names", _READ),
        "supersedes": aside("la réponse qu'elle corrige", "the reply that it corrects", _READ),
        "questions": aside("le nombre de questions", "how many questions there are", _READ),
        "answered": aside("celles qui ont une réponse", "those that have an answer", _READ),
        "facts": aside("ce que la réponse établit, par fait", "what the reply states, by fact", _READ),
        "to_settle": aside(
            "les mots qu'une personne doit trancher", "the words that a person must settle", _READ
        ),
    },
}
