"""What is wrong with files that were imported, and with what is to be imported."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

EDITED: Final = Template(
    "ce fichier a été importé, puis modifié : il n'est plus tel que le programme l'a fait",
    "this file was imported, then edited: it is no longer as the program made it",
)
WRITE_BESIDE: Final = Template(
    "écrire ses propres faits dans un autre fichier, où ils passent avant ; puis importer de nouveau",
    "write own facts in another file, where they go before it; then import again",
)
NO_FOLDER: Final = Template("{path} n'est pas le répertoire d'un dossier", "{path} is no folder of a case")
MAKE_CASE: Final = Template(
    "y mettre d'abord un fichier case.yaml ; auditor init en écrit un",
    "put a file case.yaml there first; auditor init writes one",
)
NOTHING_SHOWN: Final = Template("cette capture ne montre rien", "this capture shows nothing")
NO_SITE: Final = Template(
    "cette capture ne dit pas quel site fut visité ; peut-être : {candidates}",
    "this capture does not say which site was visited; perhaps: {candidates}",
)
SEVERAL_SITES: Final = Template(
    "cette capture a des pages de plusieurs sites, et ne dit pas lequel fut visité (pages) : {candidates}",
    "this capture has pages of several sites, and does not say which one was visited (pages): {candidates}",
)
CHOOSE_SITE: Final = Template(
    "nommer celui qui fut visité, ou plusieurs séparés par une virgule : {command}",
    "name the one that was visited, or several with a comma between: {command}",
)
GIVE_SITE: Final = Template("le dire avec --site", "tell it with --site")
NO_ACTIVITY: Final = Template(
    "--for doit nommer une activité du dossier : {name}", "--for must name an activity of the case: {name}"
)
NO_PEOPLE: Final = Template(
    "--people doit nommer des personnes du dossier : {name}", "--people must name people of the case: {name}"
)
INTO_NEEDED: Final = Template("dire dans quel dossier avec --into", "say into which case with --into")
NO_CAPTURES: Final = Template("ce dossier n'a pas de captures", "this case has no captures")
NO_SUCH_POINTER: Final = Template(
    "ce n'est pas un endroit dans une capture de ce dossier : {pointer}",
    "no place in a capture of this case: {pointer}",
)
