"""What is said of what had to be assumed."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

HELD_ON: Final = Bilingual(
    "Les faits du cas sont ceux connus au {own} ; ils sont supposés valoir encore au {day}.",
    "The facts of the case are those known on {own}; they are supposed to hold still on {day}.",
)
SUCCESSION: Final = Bilingual(
    "{old} a pris fin ({day}) ; {new}, qui lui succède, est lue à sa place.",
    "{old} ended ({day}); {new}, its successor, is read in its place.",
)
BRIDGE: Final = Bilingual(
    "{where} : {since:du} {until:au}, l'envoi n'est pas tenu pour un transfert ({title}) ; ce n'est pas une décision d'adéquation.",
    "{where}: from {since} to {until}, sending is not considered a transfer ({title}); this is no adequacy decision.",
)
LATER_VOID: Final = Bilingual(
    "Un transfert repose sur la décision {decision}, alors en vigueur, déclarée invalide {day:le}.",
    "A transfer rests on Decision {decision}, then in force, declared invalid {day:on}.",
)
PAIR: Final = Bilingual("{first} – {second}", "{first} – {second}")
#: `{route}` is the address of the fact, for who keeps the files.
UNDATED: Final = Bilingual(
    "{what} : début non connu, supposé antérieur au {day}.",
    "{what}: first day not known, assumed earlier than {day}.",
)
