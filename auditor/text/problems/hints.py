"""What may help, whatever is wrong: a near name, the words allowed, the other place."""

from __future__ import annotations

from typing import Final

from auditor.text.problems.template import Template

DID_YOU_MEAN: Final = Template("vouliez-vous dire {word} ?", "did you mean {word}?")
DID_YOU_MEAN_NAMED: Final = Template("vouliez-vous dire {word} ({name}) ?", "did you mean {word} ({name})?")
ONE_OF: Final = Template("l'un de : {words}", "one of: {words}")
NEAREST: Final = Template("les plus proches : {words}", "the nearest: {words}")
TOGETHER: Final = Template("{first} {second}", "{first} {second}")
FIRST_IN: Final = Template("d'abord dans {place}", "first in {place}")
FIRST_IN_LINE: Final = Template("d'abord à la ligne {line}", "first in line {line}")
OTHER_IN: Final = Template("l'autre est dans {place}", "the other is in {place}")
READER_SAYS: Final = Template("le lecteur dit « {words} »", "{words}")
SCHEMA_LISTS: Final = Template(
    "auditor schema case liste les mots admis", "auditor schema case lists the words allowed"
)
TOO_DEEP: Final = Template("imbriqué trop profondément", "nested too deeply")
