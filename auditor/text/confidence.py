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
