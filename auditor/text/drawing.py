"""The drawing of the data flows, and the network in other notations."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

TITLE: Final = Bilingual("Dessin des flux de données : {title}", "Drawing of the data flows: {title}")
UNKNOWN_END: Final = Bilingual("extrémité inconnue", "end not known")
NO_COUNTRY: Final = Bilingual("Droit applicable inconnu", "Governing law not known")
LINES: Final = {
    "tls": Bilingual("flux chiffré en transit", "flow encrypted in transit"),
    "sealed": Bilingual("flux au contenu chiffré", "flow with encrypted content"),
    "weak": Bilingual("flux faiblement protégé", "flow weakly protected"),
    "clear": Bilingual("flux en clair", "flow in clear"),
    "unknown": Bilingual("flux de protection inconnue", "flow of unknown protection"),
    "control": Bilingual("contrôle (du détenteur vers le détenu)", "control (from owner to owned)"),
    "possible": Bilingual("contrôle possible, non montré", "possible control, not shown"),
}
BADGE: Final = Bilingual("numéro du flux dans la table", "number of the flow in the table")
COUNTED: Final = Bilingual("nombre de flux", "number of flows")
FINDING: Final = Bilingual("flux visé par un point établi", "flow with an established finding")
LINKS: Final = {
    "operates": Bilingual("exploite", "operates"),
    "runs-on": Bilingual("tourne sur", "runs on"),
    "control": Bilingual("contrôle", "controls"),
    "possible-control": Bilingual("contrôle peut-être", "may control"),
}
PATH: Final = Bilingual("Chemin : {ends}", "Path: {ends}")
UNLINKED: Final = Bilingual("Liens non dessinés : {count}.", "Links not drawn: {count}.")
LEFT_OUT: Final = Bilingual("Organisations non dessinées : {count}.", "Organisations not drawn: {count}.")
