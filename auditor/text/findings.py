"""What stands around a finding on every surface: its labels, its path, where it came from."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

PATH: Final = Bilingual("Chemin des données", "Path of the data")
WHY: Final = Bilingual("Pourquoi c'est important", "Why it matters")
LAW: Final = Bilingual("Textes", "Texts")
REMEDY: Final = Bilingual("Que faire", "What to do")
MISTAKEN: Final = Bilingual("Ce point tomberait si", "This would be wrong if")
CITE: Final = Bilingual("Pour citer", "To cite")
PROOF: Final = Bilingual("La preuve en une phrase", "Proof in a sentence")
WAITS_FOR: Final = Bilingual("Dépend de", "Depends on")
TOLD_WITH: Final = Bilingual("Dit avec ce point", "Told with it")
EVIDENCE: Final = Bilingual("Ce qui trancherait", "Evidence that settles it")
LATER: Final = Bilingual("{year}, après les faits", "{year}, later than the facts")
ALIKE: Final = Bilingual(
    "{count} {count:autre point/autres points} de cette sorte", "{count} more of this kind"
)
READS: Final = {
    "yes": Bilingual("données lisibles en clair", "data readable in clear"),
    "possible": Bilingual("données peut-être lisibles en clair", "data perhaps readable in clear"),
}
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
FINDING: Final = Bilingual("Point établi", "Finding")
HOW_KNOWN: Final = Bilingual("Comment on le sait", "How it is known")
PLACE: Final = Bilingual("Où", "Where")
STANDINGS: Final = {
    "new": Bilingual("nouveau", "new"),
    "worse": Bilingual("aggravé", "worse"),
    "known": Bilingual("déjà connu", "known before"),
}
STANDING: Final = Bilingual("Depuis la référence", "Since the baseline")
MORE: Final = Bilingual(
    "{count} {count:autre point n'est pas montré/autres points ne sont pas montrés} ici.",
    "{count} more {count:finding is/findings are} not shown here.",
)
