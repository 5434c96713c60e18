"""What stands around a finding on every surface: its labels, its path, where it came from."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

PATH: Final = Bilingual("chemin", "path")
WHY: Final = Bilingual("pourquoi", "why")
LAW: Final = Bilingual("droit", "law")
REMEDY: Final = Bilingual("que faire", "remedy")
MISTAKEN: Final = Bilingual("peut se tromper si", "may be mistaken when")
ID: Final = Bilingual("identifiant", "id")
CONFIDENCE: Final = Bilingual("su comme", "known as")
MISSING: Final = Bilingual("manque", "missing")
LEVEL: Final = Bilingual("niveau", "level")
READS: Final = {
    "yes": Bilingual("lit en clair", "reads in clear"),
    "possible": Bilingual("lit peut-être", "may read"),
}
TRANSPORT: Final = Bilingual("transport", "transport")
CONTENT: Final = Bilingual("contenu", "content")
QUOTED: Final = Bilingual("« {text} »", "“{text}”")
REPLIES: Final = Bilingual("Droit de réponse", "Right of reply")
NO_REPLIES: Final = Bilingual("Aucune réponse au dossier.", "No reply on file.")
SOURCE: Final = Bilingual("Source", "Source")
NO_SOURCE: Final = Bilingual("sans source", "no source")
SEVERITY: Final = Bilingual("Gravité", "Severity")
KIND: Final = Bilingual("Nature", "Kind")
RULE: Final = Bilingual("Règle", "Rule")
PACK: Final = Bilingual("Jeu", "Pack")
TITLE: Final = Bilingual("Intitulé", "Title")
PLACE: Final = Bilingual("Où", "Where")
STANDINGS: Final = {
    "new": Bilingual("nouveau", "new"),
    "worse": Bilingual("aggravé", "worse"),
    "known": Bilingual("déjà connu", "known before"),
}
STANDING: Final = Bilingual("depuis la référence", "since then")
MORE: Final = Bilingual(
    "Autres constats, non montrés ici : {count}.", "More findings, not shown here: {count}."
)
