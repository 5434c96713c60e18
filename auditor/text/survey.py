"""A survey: the heads of its tables, its page, what is said of its progress."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

#: The heads of the table of cases, by the name that its columns have for programs.
HEADS: Final = {
    "case": Bilingual("Dossier ou capture", "Case or capture"),
    "kind": Bilingual("Nature", "Kind"),
    "state": Bilingual("État", "State"),
    "title": Bilingual("Titre", "Title"),
    "as_of": Bilingual("Date des faits", "As of"),
    "passed": Bilingual("Contrôle passé", "Gate passed"),
    "severity": Bilingual("Gravité la plus haute établie", "Gravest severity established"),
    "critical": Bilingual("Établis, critiques", "Established, critical"),
    "high": Bilingual("Établis, graves", "Established, high"),
    "medium": Bilingual("Établis, moyens", "Established, medium"),
    "low": Bilingual("Établis, faibles", "Established, low"),
    "info": Bilingual("Établis, information", "Established, info"),
    "points": Bilingual("Points en suspens", "Open points"),
    "questions": Bilingual("Questions ouvertes", "Open questions"),
    "decided": Bilingual("Part tranchée (%)", "Share decided (%)"),
    "story": Bilingual("En une phrase", "In a sentence"),
    "recipients": Bilingual("Destinataires", "Recipients"),
    "not_seen": Bilingual(
        "Destinataires déclarés ou tentés, non atteints", "Recipients declared or tried, not reached"
    ),
    "parents": Bilingual("Contrôlés par", "Controlled by"),
    "countries": Bilingual("Pays du contrôle", "Countries of control"),
    "rules": Bilingual("Règles, point établi", "Rules, finding established"),
    "open": Bilingual("Règles, point en suspens", "Rules, point open"),
    "reason": Bilingual("Pourquoi ce n'est pas jugé", "Why it was not judged"),
}
KINDS: Final = {"case": Bilingual("dossier", "case"), "capture": Bilingual("capture", "capture")}
STATES: Final = {
    "judged": Bilingual("jugé", "judged"),
    "refused": Bilingual("refusé", "refused"),
    "nothing": Bilingual("rien à juger", "nothing to check"),
    "failed": Bilingual("échec", "failed"),
}
YES: Final = Bilingual("oui", "yes")
NO: Final = Bilingual("non", "no")
PERHAPS: Final = Bilingual("{what} (peut-être)", "{what} (perhaps)")
NOBODY_SAYS: Final = Bilingual("personne ne le dit", "nobody says")
NOTHING_ESTABLISHED: Final = Bilingual("rien d'établi", "nothing established")

#: Titles of sheets and of the parts of the page, by what cases are counted by.
CASES: Final = Bilingual("Dossiers", "Cases")
RANKS: Final = {
    "recipients": Bilingual("Destinataires", "Recipients"),
    "parents": Bilingual("Qui contrôle", "Who controls"),
    "countries": Bilingual("Pays du contrôle", "Countries of control"),
    "rules": Bilingual("Règles", "Rules"),
}
#: The heads of a rank: what is counted by, its key, cases for certain, their share, cases more perhaps.
RANK_HEADS: Final = (
    Bilingual("Classement", "Rank"),
    Bilingual("Nom", "Name"),
    Bilingual("Identifiant", "Id"),
    Bilingual("Dossiers", "Cases"),
    Bilingual("Part des dossiers jugés (%)", "Share of cases judged (%)"),
    Bilingual("Peut-être", "Perhaps"),
)
#: The heads of the table of changes.
CHANGE_HEADS: Final = (
    Bilingual("Dossier ou capture", "Case or capture"),
    Bilingual("Ce qui a changé", "What changed"),
    Bilingual("Avant", "Before"),
    Bilingual("Maintenant", "Now"),
    Bilingual("Destinataires nouveaux", "New recipients"),
    Bilingual("Destinataires disparus", "Recipients gone"),
    Bilingual("Règles, point nouveau", "Rules, new finding"),
    Bilingual("Règles, point disparu", "Rules, finding gone"),
)
CHANGED: Final = {
    "new": Bilingual("nouveau", "new"),
    "gone": Bilingual("disparu", "gone"),
    "changed": Bilingual("changé", "changed"),
}

#: The page, by the keys that its template has.
PAGE: Final = {
    "survey_title": Bilingual("Relevé des flux de données", "Survey of data flows"),
    "survey_totals": Bilingual(
        "{cases} {cases:dossier ou capture/dossiers et captures}, dont {judged} {judged:jugé/jugés} ; "
        "{failing} {failing:ne passe/ne passent} pas le contrôle.",
        "{cases} {cases:case or capture/cases and captures}, {judged} judged; "
        "{failing} {failing:does/do} not pass the gate.",
    ),
    "survey_not_judged": Bilingual("Ce qui n'a pas pu être jugé", "What could not be judged"),
    "survey_not_judged_count": Bilingual(
        "{count} {count:n'a/n'ont} pas pu être {count:jugé/jugés}, et {count:ne compte/ne comptent} dans aucun classement : "
        "rien n'en est dit, ni en bien ni en mal.",
        "{count} could not be judged and {count:counts/count} in no rank: nothing is said of {count:it/them}, good or bad.",
    ),
    "survey_cases": Bilingual("Dossiers, du plus grave au moins grave", "Cases, the gravest first"),
    "survey_shown": Bilingual(
        "Les {shown} premiers sur {all} jugés ; tous sont dans",
        "The first {shown} of {all} judged; all are in",
    ),
    "survey_all_shown": Bilingual(
        "Les mêmes, avec tous leurs chiffres :", "The same, with all their figures:"
    ),
    "survey_filter": Bilingual("Filtrer les dossiers", "Filter the cases"),
    "survey_filtered": Bilingual("{shown} dossiers sur {all} montrés", "{shown} of {all} cases shown"),
    "survey_none": Bilingual("Aucun.", "None."),
    "survey_nothing": Bilingual("rien d'établi", "nothing established"),
    "survey_order_note": Bilingual(
        "L'ordre est celui de la gravité la plus haute de ce qui est établi, puis du nombre de points de chaque gravité. "
        "Un point en suspens n'est retenu contre personne : ce qu'un fait manquant trancherait est une question.",
        "The order is that of the gravest severity established, then of how many findings there are of each severity. "
        "An open point is held against nobody: what a missing fact would decide is a question.",
    ),
    "survey_ranks_note": Bilingual(
        "Parts des dossiers jugés. « Peut-être » compte les dossiers où les faits connus ne tranchent pas. À qui est un hôte "
        "vient, dans une capture, de la base de connaissances : c'est une inférence.",
        "Shares of cases judged. “Perhaps” counts cases in which the known facts do not decide. In a capture, whose a host is "
        "comes from the knowledge base: it is an inference.",
    ),
    "survey_more_ranked": Bilingual("{count} de plus dans", "{count} more in"),
    "survey_name": Bilingual("Nom", "Name"),
    "survey_count": Bilingual("Dossiers", "Cases"),
    "survey_share": Bilingual("Part", "Share"),
    "survey_perhaps": Bilingual("Peut-être", "Perhaps"),
    "survey_since": Bilingual("Depuis le relevé antérieur", "Since the earlier survey"),
    "survey_since_counts": Bilingual(
        "{new} {new:nouveau/nouveaux}, {gone} {gone:disparu/disparus}, {changed} {changed:changé/changés}, "
        "{same} {same:inchangé/inchangés}.",
        "{new} new, {gone} gone, {changed} changed, {same} as {same:it was/they were}.",
    ),
    "survey_changes_in": Bilingual("{count} de plus dans", "{count} more in"),
    "survey_open": Bilingual("{points} en suspens", "{points} open"),
    "survey_gate_failed": Bilingual("contrôle non passé", "gate not passed"),
    "survey_made_with": Bilingual(
        "auditor {version}, connaissances à la date du {knowledge_as_of}.",
        "auditor {version}, knowledge as of {knowledge_as_of}.",
    ),
    **{f"survey_rank_{kind}": text for kind, text in RANKS.items()},
    **{f"survey_change_{change}": text for change, text in CHANGED.items()},
}
CHANGE_RECIPIENTS_NEW: Final = Bilingual("nouveaux destinataires : {names}", "new recipients: {names}")
CHANGE_RECIPIENTS_GONE: Final = Bilingual("destinataires disparus : {names}", "recipients gone: {names}")
CHANGE_RULES_NEW: Final = Bilingual("nouveaux points : {names}", "new findings: {names}")
CHANGE_RULES_GONE: Final = Bilingual("points disparus : {names}", "findings gone: {names}")
BECAME: Final = Bilingual("{before} → {after}", "{before} → {after}")
