"""Rows of what an importer read: nobody is asked for it, and the facts made of it stand beside."""

from __future__ import annotations

from typing import Final

from auditor.text.fields.base import Rows, aside

_READ: Final = "it is what a program read in a document; the facts made of it stand beside"
SECTIONS: Final[dict[str, Rows]] = {
    "imports": {
        "kind": aside("le genre de document", "the kind of document", _READ),
        "format": aside("sa forme", "its form", _READ),
        "file": aside("le nom du fichier", "the name of the file", _READ),
        "sha256": aside("l'empreinte SHA-256 du fichier", "the SHA-256 of the file", _READ),
        "keeper": aside("qui tient le registre", "who keeps the record", _READ),
        "version": aside("sa version", "its version", _READ),
        "cells": aside("le nombre de cellules remplies", "how many cells are filled", _READ),
        "labels": aside("celles qui sont des libellés", "those that are labels", _READ),
        "facts": aside("celles qui sont devenues des faits", "those that became facts", _READ),
        "questions": aside("celles qui ont amené une question", "those that brought a question", _READ),
        "kept_words": aside("celles dont les mots sont gardés", "those whose words are kept", _READ),
        "left_words": aside("celles laissées de côté", "those left aside", _READ),
        "ids": aside("l'identifiant de chaque numéro", "the id of each number", _READ),
        "places": aside(
            "l'endroit des faits qui n'ont pas de source propre",
            "where facts stand that have no source of their own",
            _READ,
        ),
        "kept": aside("les mots gardés", "the words kept", _READ),
        "to_ask": aside("ce qui doit être demandé", "what must be asked", _READ),
        "left": aside("ce qui est laissé de côté", "what is left aside", _READ),
        "aside": aside("les autres mots du document", "the other words of the document", _READ),
        "said": aside(
            "l'empreinte de ce qu'en dit imports.yaml", "the SHA-256 of what imports.yaml says of it", _READ
        ),
        "elements": aside("le nombre d'éléments lus", "how many elements were read", _READ),
        "left_out": aside("les éléments laissés de côté", "the elements left out", _READ),
        "not_understood": aside("ce qui n'est pas compris", "what is not understood", _READ),
        "to_say": aside("ce que dirait imports.yaml", "what imports.yaml would say", _READ),
        "beside": aside(
            "ce que la source dit de ce qui est décrit à la main",
            "what the source says of what is described by hand",
            _READ,
        ),
        "leaves_open": aside(
            "les questions que la source pose elle-même", "the questions that the source asks itself", _READ
        ),
        "decisions": aside("les décisions de ses auteurs", "the decisions of its authors", _READ),
    },
    "imports.left_out": {
        "at": aside("l'endroit", "the place", _READ),
        "what": aside("la raison", "the reason", _READ),
        "words": aside("les mots", "the words", _READ),
    },
    "imports.to_say": {
        "what": aside("la clé d'imports.yaml", "the key of imports.yaml", _READ),
        "words": aside("les mots de la source", "the words of the source", _READ),
    },
    "imports.beside": {
        "fact": aside("le fait", "the fact", _READ),
        "at": aside("l'endroit", "the place", _READ),
        "words": aside("ce que dit la source", "what the source says", _READ),
    },
    "imports.kept": {
        "at": aside("l'endroit", "the place", _READ),
        "label": aside("le libellé", "the label", _READ),
        "words": aside("les mots", "the words", _READ),
    },
    "imports.to_ask": {
        "fact": aside("le fait demandé", "the fact asked for", _READ),
        "at": aside("l'endroit", "the place", _READ),
        "why": aside("la raison", "the reason", _READ),
        "words": aside("les mots", "the words", _READ),
        "suggest": aside("ce que cela veut peut-être dire", "what it perhaps means", _READ),
    },
    "imports.left": {
        "at": aside("l'endroit", "the place", _READ),
        "what": aside("ce que c'est", "what it is", _READ),
        "words": aside("les mots", "the words", _READ),
    },
}
