"""What `auditor test` says of an example that a rule does not meet."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

LINE: Final = Template("{pack} : {example} : {line}", "{pack}: {example}: {line}")
REFUSED: Final = Template("le dossier est refusé : {message}", "the case is refused: {message}")
NOT_SILENT: Final = Template(
    "{rule} devrait se taire et dit {subject}", "{rule} should be silent and says {subject}"
)
NOT_ESTABLISHED: Final = Template(
    "{rule} devrait être établie pour {wanted} et l'est pour {met}",
    "{rule} should be established for {wanted} and is for {met}",
)
NOT_IN_DOUBT: Final = Template(
    "{rule} ne devrait pas pouvoir être montrée pour {wanted} et ne le peut pas pour {met}",
    "{rule} should be not to be shown for {wanted} and is for {met}",
)
NOTHING: Final = Template("rien", "nothing")
