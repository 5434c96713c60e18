"""How a finding says what it rests on, by how its weakest premise is known."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.vocabulary import Known

#: Nothing is said of a finding that documents show; `{sources}` are those of its weakest premises.
SENTENCES: Final[dict[Known, Bilingual]] = {
    "documented": Bilingual("", ""),
    "observed": Bilingual("Constaté par un témoin ({sources}).", "Seen by a witness ({sources})."),
    "declared": Bilingual(
        "C'est ce que dit {sources} ; personne ne l'a vérifié.", "So says {sources}; nobody has checked it."
    ),
    "alleged": Bilingual("Selon {sources}.", "According to {sources}."),
    "inferred": Bilingual(
        "C'est déduit ({sources}) ; nous n'avons pas pu le vérifier.",
        "This is inferred ({sources}); we could not check it.",
    ),
    "assumed": Bilingual(
        "Cela repose sur une supposition que personne n'atteste.",
        "This rests on an assumption that nobody vouches for.",
    ),
}
#: What a capture of traffic shows, which no witness has to be believed for.
CAPTURED: Final = Bilingual("Montré par une capture ({sources}).", "Shown by a capture ({sources}).")
#: The same where no document is named.
UNSOURCED: Final[dict[Known, Bilingual]] = {
    **SENTENCES,
    "observed": Bilingual("Constaté par un témoin.", "Seen by a witness."),
    "declared": Bilingual(
        "C'est ce que dit l'intéressé ; personne ne l'a vérifié.", "So says the party; nobody has checked it."
    ),
    "alleged": Bilingual("C'est rapporté par un tiers.", "A third party reports it."),
    "inferred": Bilingual(
        "C'est déduit ; nous n'avons pas pu le vérifier.", "This is inferred; we could not check it."
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
