"""Rows of the fields that many sections share: they say where a fact comes from and what it is called."""

from __future__ import annotations

from typing import Final

from auditor.text.fields.base import aside

_ORIGIN: Final = "it says where other facts come from"
CHECKED: Final = "it says how far an entry of the knowledge base was checked"

TITLE: Final = aside("le nom que lisent les lecteurs", "the name that readers see", "it names the entry")
KNOWN: Final = aside("la manière dont cela est connu", "how it is known", _ORIGIN)
SOURCE: Final = aside("la pièce d'où cela vient", "the document it comes from", _ORIGIN)
ALSO: Final = aside("les autres pièces qui le disent", "other documents that say it", _ORIGIN)
NOTE: Final = aside("une remarque", "a remark", "it is a remark for readers of the file")
STATUS: Final = aside("l'état de la vérification", "how far it was checked", CHECKED)
UNCHECKED: Final = aside("ce qui n'a pas été vérifié", "what was not checked", CHECKED)
AS_OF: Final = aside("le jour auquel cela est connu", "the day on which it is known", _ORIGIN)
