"""How a finding says what it rests on, by how its weakest premise is known."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.vocabulary import Known

#: Nothing is said of a finding that documents show; `{sources}` and `{facts}` are those of its weakest premises.
SENTENCES: Final[dict[Known, Bilingual]] = {
    "documented": Bilingual("", ""),
    "observed": Bilingual("Observé : {sources}.", "Observed: {sources}."),
    "declared": Bilingual("Ainsi déclaré ({sources}), non vérifié.", "So declared ({sources}), not checked."),
    "alleged": Bilingual("Selon {sources}.", "According to {sources}."),
    "inferred": Bilingual(
        "Cela résulte de {sources} ; nous n'avons pas pu le vérifier.",
        "This follows from {sources}; we could not check it.",
    ),
    "assumed": Bilingual(
        "Repose sur une hypothèse que personne n'atteste ({facts}).",
        "Rests on an assumption nobody vouches for ({facts}).",
    ),
}
#: Added where a holding of the knowledge base that decides was read in no document that says who holds whom; `{links}` names it.
WEAK_LINKS: Final[dict[Known, Bilingual]] = {
    "alleged": Bilingual(
        "Qui détient qui n'est connu ici que de seconde main : {links} ({sources}).",
        "Who holds whom is known here at second hand only: {links} ({sources}).",
    ),
    "assumed": Bilingual(
        "Qui détient qui est supposé ici, sans document lu : {links}.",
        "Who holds whom is assumed here, no document having been read: {links}.",
    ),
}
#: A holding, from who holds to what is held.
HOLDING: Final = Bilingual("{owner} → {of}", "{owner} → {of}")
