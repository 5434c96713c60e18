"""How sentences call the documents that facts were read in."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

#: By the kind of a source; the publisher is named, the title stands in the list of sources.
BY_KIND: Final = {
    "press": Bilingual("un article {publisher:de}", "an article by {publisher}"),
    "own-document": Bilingual("un document publié par {publisher}", "a document published by {publisher}"),
    "filing": Bilingual("un dépôt officiel ({publisher})", "an official filing ({publisher})"),
    "decision": Bilingual("une décision {publisher:de}", "a decision of {publisher}"),
    "judgment": Bilingual("un jugement {publisher:de}", "a judgment of {publisher}"),
    "encyclopaedia": Bilingual("l'encyclopédie {publisher}", "the encyclopaedia {publisher}"),
    "catalogue": Bilingual("un catalogue {publisher:de}", "a catalogue of {publisher}"),
    "notice": Bilingual("une notice de tiers {publisher:de}", "a third party's notice, {publisher}"),
    "dataset": Bilingual("un jeu de données {publisher:de}", "a data set of {publisher}"),
    "note": Bilingual("un compte rendu {publisher:de}", "an account in {publisher}"),
    "capture": Bilingual("une capture du trafic {publisher:de}", "a capture of traffic by {publisher}"),
    "contract": Bilingual("un contrat {publisher:de}", "a contract of {publisher}"),
    "register": Bilingual("un registre {publisher:de}", "a register of {publisher}"),
    "letter": Bilingual("une lettre {publisher:de}", "a letter from {publisher}"),
}
#: A capture beside others of the same publisher: which of them is meant.
CAPTURE_NAMED: Final = Bilingual(
    "la capture « {name} » du trafic {publisher:de}", "the capture “{name}” of traffic by {publisher}"
)
TITLED: Final = Bilingual("« {title} »", "“{title}”")
UNNAMED: Final = Bilingual("le dossier", "the case file")
AT_FRAGMENT: Final = Bilingual("{document}, {fragment}", "{document}, {fragment}")

#: A claim and a hop, by what readers see of them.
CLAIM: Final = Bilingual("« {quote} »", "“{quote}”")
HOP: Final = Bilingual("{flow}, {start:de} vers {end}", "{flow}, from {start} to {end}")
