"""What is said of an import before and after it is written."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

WOULD: Final = Bilingual("À écrire : {path}", "To be written: {path}")
WRITTEN: Final = Bilingual("Écrit : {path}", "Written: {path}")
UNCHANGED: Final = Bilingual("Déjà là, inchangé : {path}", "There already, unchanged: {path}")
NOT_WRITTEN: Final = Bilingual("Rien n'est écrit ; --write écrit.", "Nothing was written; --write writes.")
ASSUMED_DATE: Final = Bilingual(
    "La capture n'est pas datée : le dossier est supposé au {day}, date de la base de connaissances ; --as-of le dit.",
    "The capture bears no date: the case is assumed as of {day}, the date of the knowledge base; --as-of tells it.",
)
OF: Final = Bilingual("{place}, {state}", "{place}, {state}")
FOR: Final = Bilingual("activité {activity}, de {people}", "activity {activity}, from {people}")
CUT: Final = Bilingual(
    "La capture est incomplète : le fichier s'arrête après {count} entrées.",
    "The capture is incomplete: the file ends after {count} entries.",
)
SKIPPED: Final = Bilingual("{count} entrées laissées de côté.", "{count} entries left aside.")
ELSEWHERE: Final = Bilingual(
    "{count} {count:requête/requêtes} de pages d'autres sites ({sites}), {count:laissée/laissées} de côté : rien ne dit que {place} {count:l'a/les a} fait envoyer.",
    "{count} {count:request/requests} of pages of other sites ({sites}), left aside: nothing says that {place} had {count:it/them} sent.",
)
COUNTS: Final = Bilingual(
    "{hosts} {hosts:destinataire/destinataires}, {flows} flux :",
    "{hosts} {hosts:recipient/recipients}, {flows} {flows:flow/flows}:",
)
IN_CLEAR: Final = Bilingual(
    "Parti sans chiffrement vers le site lui-même : {count} flux.",
    "Sent unencrypted to the site itself: {count} {count:flow/flows}.",
)
NOBODY_KNOWN: Final = Bilingual("exploitant inconnu", "operator unknown")
WRITTEN_BY_HAND: Final = Bilingual("tel que le dossier le décrit", "as the case describes it")
ATTEMPTED: Final = Bilingual("seulement tenté", "attempted only")
UNATTRIBUTED: Final = Bilingual(
    "{count} {count:hôte/hôtes} dont l'exploitant est inconnu : une seule question {count:le/les} demandera.",
    "{count} {count:host/hosts} whose operator is unknown: a single question will ask for {count:it/them}.",
)
OWN: Final = Bilingual(
    "{domain} est déjà l'hôte {host} du dossier, qui passe avant.",
    "{domain} is the host {host} of the case already, which goes first.",
)
OVERRIDDEN: Final = Bilingual(
    "{route} est énoncé autrement par le dossier, qui passe avant.",
    "{route} is stated otherwise by the case, which goes first.",
)
RELATED: Final = Bilingual(
    "Peut-être du même exploitant : {sites}. Si oui, --site les ajoute.",
    "Perhaps of the same operator: {sites}. If so, --site adds them.",
)
STATE_UNKNOWN: Final = Bilingual(
    "L'état du consentement n'est pas dit : il en naîtra une question. --state le dit.",
    "The state of consent is not told: a question will arise of it. --state tells it.",
)

HOLDS: Final = Bilingual(
    "{name} : empreinte exacte ({sha}) ; {count} pointeurs, tous mènent quelque part.",
    "{name}: hash as stated ({sha}); {count} pointers, all lead somewhere.",
)
FILE_MISSING: Final = Bilingual(
    "{name} : aucun fichier n'a l'empreinte {sha} ; le donner après le dossier.",
    "{name}: no file has the hash {sha}; give it after the case.",
)
BROKEN: Final = Bilingual("{name} : ne mène à rien : {pointer}", "{name}: leads nowhere: {pointer}")
