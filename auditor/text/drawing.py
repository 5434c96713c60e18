"""The drawing of the data flows, and the network in other notations."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

TITLE: Final = Bilingual("Dessin des flux de données : {title}", "Drawing of the data flows: {title}")
UNKNOWN_END: Final = Bilingual("extrémité inconnue", "end not known")
NO_COUNTRY: Final = Bilingual("Droit inconnu", "Law not known")
LINES: Final = {
    "tls": Bilingual("chiffré en transit", "encrypted in transit"),
    "sealed": Bilingual("contenu chiffré", "content encrypted"),
    "weak": Bilingual("faiblement protégé en transit", "weakly protected in transit"),
    "clear": Bilingual("en clair", "in clear"),
    "unknown": Bilingual("protection inconnue", "protection not known"),
}
GRAVE: Final = Bilingual(
    "en rouge : contenu lisible, avec un point établi de gravité moyenne au moins",
    "in red: content readable, with a finding of medium severity or more",
)
NUMBER: Final = Bilingual("numéro dans la table des flux", "number in the table of flows")
COUNTED: Final = Bilingual("une ligne réunit plusieurs flux", "one line stands for several flows")
LETTER: Final = Bilingual("lettre d'un point", "letter of a finding")
FRAME: Final = Bilingual(
    "cadre tireté : qui y est nommé contrôle ce qui est dedans",
    "dashed frame: whoever it names controls what is inside",
)
#: How control is known, after the name of who controls, where no document shows it.
CONTROLS: Final = {
    "observed": Bilingual("(constaté)", "(seen)"),
    "declared": Bilingual("(déclaré)", "(declared)"),
    "alleged": Bilingual("(rapporté)", "(reported)"),
    "inferred": Bilingual("(déduit)", "(deduced)"),
    "assumed": Bilingual("(supposé)", "(assumed)"),
}
MAY_CONTROL: Final = Bilingual("le contrôle peut-être", "may control it")
MORE: Final = Bilingual("… {count} de plus", "… {count} more")
READS: Final = Bilingual("{who} lit ici ({how}) :", "{who} reads here ({how}):")
OWNERS: Final = Bilingual("détenteurs : inconnus", "owners: not known")
KEYS: Final = Bilingual("clés : inconnues", "keys: not known")
LOCATION: Final = Bilingual("lieu : inconnu", "location: not known")
MACHINES: Final = Bilingual("hébergé par : inconnu", "hosted by: not known")
RUNS_ON: Final = Bilingual("tourne sur : {name}", "runs on: {name}")
OPERATOR: Final = Bilingual("exploitant : inconnu", "operator: not known")
LINKS: Final = {
    "operates": Bilingual("exploite", "operates"),
    "runs-on": Bilingual("tourne sur", "runs on"),
    "control": Bilingual("contrôle", "controls"),
    "possible-control": Bilingual("contrôle peut-être", "may control"),
}
UNLINKED: Final = Bilingual("Liens non dessinés : {count}.", "Links not drawn: {count}.")
LEFT_OUT: Final = Bilingual("Organisations non dessinées : {count}.", "Organisations not drawn: {count}.")
