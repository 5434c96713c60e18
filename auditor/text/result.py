"""What a result itself says, whatever shows it: outcomes, exposure, transfers, assumptions, what was not analysed."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

NOTHING: Final = Bilingual("", "")

# before and after the message of a finding
WOULD_READ: Final = Bilingual("Il serait établi que :", "It would be established that:")
BY_HYPOTHESIS: Final = Bilingual("Par hypothèse :", "By hypothesis:")
ONE_MORE: Final = Bilingual("Il y en a {count} autre de même.", "There is {count} more of the same.")
MORE: Final = Bilingual("Il y en a {count} autres de même.", "There are {count} more of the same.")

# a question on which documents differ
SAME_FOR: Final = Bilingual("Même question pour {others}.", "The same for {others}.")
AND_MORE: Final = Bilingual("{count} de plus", "{count} more")
DOCUMENTS_DIFFER: Final = Bilingual("Les pièces diffèrent : {versions}.", "The documents differ: {versions}.")
VERSION: Final = Bilingual("{value} ({source})", "{value} ({source})")
VERSION_QUOTED: Final = Bilingual("{value} ({source}, « {quote} »)", "{value} ({source}, “{quote}”)")

# what an exposure level stands on
PRESENCE_SHUT: Final = Bilingual(
    "Résiduelle tant que les établissements dans cet État n'atteignent pas les données.",
    "Residual as long as the establishments in that State do not reach the data.",
)
NO_TECHNICAL_ACCESS: Final = Bilingual(
    "Résiduelle tant que le fournisseur du logiciel n'a pas d'accès technique.",
    "Residual as long as the supplier of the software has no technical access.",
)
KEY_OUT_OF_REACH: Final = Bilingual(
    "Résiduelle tant que la clé est créée et détenue hors d'atteinte, que rien n'est traité en clair et que le code livré est sûr.",
    "Residual as long as the key is made and held out of reach, nothing is processed in clear and the code delivered is sound.",
)
INTERVAL: Final = Bilingual(
    "Intervalle sur ce que les faits manquants peuvent être.", "Interval over what the missing facts may be."
)

# what a transfer rests on
DEROGATION: Final = Bilingual(
    "dérogation de l'article 49, § 1, {point})", "derogation of art. 49(1)({point})"
)
NO_GROUND: Final = Bilingual("aucun fondement indiqué", "no ground stated")
GROUND_TO_SHOW: Final = Bilingual("à établir", "to be shown")

# what was not analysed
CLAIM_UNCHECKABLE: Final = Bilingual("affirmation sans sens vérifiable", "claim without a checkable meaning")
NO_REGIME: Final = Bilingual(
    "aucun régime ne s'applique à cette activité d'après les faits (ni le RGPD, art. 3, ni le règlement (UE) 2018/1725) : rien n'y est jugé, les faits sont montrés ; le droit d'un autre État (RGPD britannique, loi suisse, etc.) peut s'appliquer et n'est pas jugé ici (si le RGPD s'applique, écrire regime: gdpr)",
    "no regime applies to this activity by the facts (neither the GDPR, art. 3, nor Regulation (EU) 2018/1725): nothing is judged in it, the facts are shown; the law of another State (UK GDPR, Swiss data protection act and so on) may apply and is not judged here (if the GDPR applies, write regime: gdpr)",
)
PERIOD_UNREAD: Final = Bilingual(
    "durée que l'on ne sait pas lire, donc non comparée (à écrire comme « 3 mois » ou « 5 ans après le départ »)",
    "period that could not be read, hence not compared (write it as 3 months or 5 years after leaving)",
)
OUT_OF_DATE: Final = Bilingual(
    "hors de sa période de validité ({since} – {until})", "outside its validity ({since} – {until})"
)

# what had to be assumed
CERTIFICATE_DAY: Final = {
    "since": Bilingual(
        "Certificat {who:de} : premier jour non connu, supposé compatible avec la date du cas.",
        "Certificate of {who}: first day not known, assumed to fit the date of the case.",
    ),
    "until": Bilingual(
        "Certificat {who:de} : dernier jour non connu, supposé compatible avec la date du cas.",
        "Certificate of {who}: last day not known, assumed to fit the date of the case.",
    ),
}
KNOWN_UP_TO: Final = Bilingual(
    "Connaissances arrêtées au {date} : ce que la base a enregistré ensuite est tenu pour inconnu.",
    "Knowledge up to {date}: what the base recorded later is taken as not known.",
)
HOLDING_UNCHECKED: Final = Bilingual(
    "{owner} → {owned} : début {since} non vérifié, supposé antérieur au {day}.",
    "{owner} → {owned}: first day {since} not checked, assumed earlier than {day}.",
)
HOLDING_UNDATED: Final = Bilingual(
    "{owner} → {owned} : début non connu, supposé antérieur au {day}.",
    "{owner} → {owned}: first day not known, assumed earlier than {day}.",
)
