"""The texts of the HTML pages, by the key that a template asks for: `t("who_controls_what")`."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text import across_dates as across_dates_texts
from auditor.text import asking as asking_texts
from auditor.text import comparison as comparison_texts
from auditor.text import console as console_texts
from auditor.text import findings as finding_texts
from auditor.text import gate as gate_texts
from auditor.text import parties as party_texts
from auditor.text import questions as question_texts
from auditor.text import result as result_texts

TEXTS: Final = {
    # of result.html.j2: several dates side by side
    "across_dates": across_dates_texts.TITLE,
    "who_or_what": across_dates_texts.WHO,
    "gate_on_date": across_dates_texts.GATE,
    "dates_unchanged": across_dates_texts.SAME,
    # of annex.html.j2: the annex for the data protection officer
    "annex": Bilingual(
        "Annexe pour le délégué à la protection des données", "Annex for the data protection officer"
    ),
    "annex_intro": Bilingual(
        "Ce que disent les faits décrits, présenté comme le demandent registres et analyses. Ce qui est « non déclaré » reste à compléter ; les appréciations juridiques sont laissées à qui doit les porter.",
        "What the facts described say, laid out as registers and assessments ask for it. What says “not stated” is to be completed; legal assessments are left to whoever must make them.",
    ),
    "register_of_processing": Bilingual(
        "Registre des traitements (RGPD, art. 30)", "Register of processing (GDPR art. 30)"
    ),
    "no_activity_is_described": Bilingual("Aucune activité n'est décrite.", "No activity is described."),
    "impact_assessment": Bilingual(
        "Analyse d'impact : réponses à coller", "Impact assessment: answers to paste"
    ),
    "transfers_to_assess": Bilingual(
        "Transferts à évaluer (AITD), une fiche par exportateur et importateur",
        "Transfers to assess, one sheet per exporter and importer",
    ),
    "transfers_to_assess_intro": Bilingual(
        "Un destinataire relevant du droit d'un pays tiers est décrit. Vérifier d'abord s'il s'agit d'un transfert : un exportateur soumis au RGPD, une communication, un importateur dans un pays tiers.",
        "A recipient under the law of a third country is described. Whether this is a transfer is to be checked first: an exporter under the GDPR, a disclosure, an importer in a third country.",
    ),
    "no_recipient_in_third_country": Bilingual(
        "Aucun destinataire dans un pays tiers n'est décrit.", "No recipient in a third country is described."
    ),
    # of base.html.j2: every page
    "skip_to_the_result": Bilingual("Aller au résultat", "Skip to the result"),
    # of control.html.j2: who controls what, exposure, hypotheses
    "until": Bilingual("jusqu'au {day}", "until {day}"),
    "who_controls_what": Bilingual("Qui contrôle quoi", "Who controls what"),
    "who_controls_what_intro": Bilingual(
        "Le contrôle suit les votes et les nominations, lien par lien ; un détenteur minoritaire ne contrôle pas. Chaque lien dit combien, depuis quand, comment il est connu et par quelle source.",
        "Control follows votes and appointments, link by link; a minority holder does not control. Each link says how much, since when, how it is known and by which source.",
    ),
    "organisation": Bilingual("Organisation", "Organisation"),
    "country": Bilingual("Pays", "Country"),
    "operates": Bilingual("Exploite", "Operates"),
    "controlled_by": Bilingual("Contrôlée par", "Controlled by"),
    "other_holders": Bilingual("Autres porteurs (sans contrôle établi)", "Other holders (no control shown)"),
    "exposure_to_third_states": Bilingual(
        "Exposition au droit d'États tiers", "Exposure to the law of third States"
    ),
    "exposure_intro": Bilingual(
        "Ce tableau ne dit rien d'un transfert : il dit quel droit atteint qui garde les données.",
        "This table says nothing of a transfer: it says which law reaches whoever keeps the data.",
    ),
    "host": Bilingual("Hôte", "Host"),
    "custodian": Bilingual("Dépositaire", "Custodian"),
    "state": Bilingual("État", "State"),
    "instrument": Bilingual("Texte", "Instrument"),
    "reach": Bilingual("Atteinte", "Reach"),
    "level": Bilingual("Niveau", "Level"),
    "missing_or_conditions": Bilingual("Manque, ou conditions", "Missing, or conditions"),
    "no_exposure": Bilingual("Aucune dans les faits décrits.", "None in the facts described."),
    "what_if": Bilingual(
        "Et si : hypothétique, rien de ceci n'est arrivé",
        "What if: hypothetical, nothing of this has happened",
    ),
    "if_scenario": Bilingual("Si : {title}", "If: {title}"),
    "resting_on_other_facts": Bilingual(
        "{state}, mais reposant sur d'autres faits", "{state}, but resting on other facts"
    ),
    "no_finding_would_change": Bilingual("Aucun constat ne changerait.", "No finding would change."),
    # of findings.html.j2: findings and claims
    "findings": Bilingual("Constats", "Findings"),
    "filter_the_findings": Bilingual("Filtrer les constats", "Filter the findings"),
    "severity": Bilingual("Gravité", "Severity"),
    "all": Bilingual("tous", "all"),
    "outcome": Bilingual("Issue", "Outcome"),
    "text": Bilingual("Texte", "Text"),
    "severity_heading": Bilingual("Gravité : {severity} ({count})", "Severity: {severity} ({count})"),
    "no_finding_established": Bilingual("Aucun constat établi.", "No finding established."),
    "only_the_gravest": Bilingual(
        "Cette page montre les {shown} constats les plus graves. {count} autres sont établis ; le résultat en JSON les contient tous. Par règle :",
        "This page shows the {shown} gravest findings. {count} more are established; the result as JSON holds them all. By rule:",
    ),
    "what_is_claimed": Bilingual("Ce qui est affirmé, face aux faits", "What is claimed, against the facts"),
    # of flows.html.j2: the drawing, the flows, the transfers
    "drawing": Bilingual("Dessin", "Drawing"),
    "drawing_intro": Bilingual(
        "Les bandes sont des juridictions, les boîtes des organisations, avec leurs hôtes à l'intérieur ; les numéros sont ceux de la table des flux, qui dit la même chose en mots.",
        "Bands are jurisdictions, boxes organisations, with their hosts inside; numbers are those of the flow table, which says the same in words.",
    ),
    "drawing_of_the_flows": Bilingual("Dessin des flux", "Drawing of the flows"),
    "nothing_to_draw": Bilingual("Rien à dessiner.", "Nothing to draw."),
    "flow_table": Bilingual("Table des flux", "Flow table"),
    "number": Bilingual("Nº", "No."),
    "activity": Bilingual("Activité", "Activity"),
    "from": Bilingual("De", "From"),
    "to": Bilingual("Vers", "To"),
    "countries": Bilingual("Pays", "Countries"),
    "data": Bilingual("Données", "Data"),
    "transport": Bilingual("Transport", "Transport"),
    "content": Bilingual("Contenu", "Content"),
    "keys": Bilingual("Clés", "Keys"),
    "known_as": Bilingual("Connu comme", "Known as"),
    "source": finding_texts.SOURCE,
    "recipients": Bilingual("Destinataires", "Recipients"),
    "recipient": Bilingual("Destinataire", "Recipient"),
    "role": Bilingual("Rôle", "Role"),
    "declared": Bilingual("Déclaré", "Declared"),
    "observed": Bilingual("Observé", "Observed"),
    "whose_law_reaches_it": Bilingual(
        "Pays tiers dont le droit l'atteint", "Third countries whose law reaches it"
    ),
    "transfers_to_third_countries": Bilingual(
        "Transferts vers des pays tiers", "Transfers to third countries"
    ),
    "transfers_intro": Bilingual(
        "Qui envoie quoi à qui, et sur quel fondement, autant qu'il est indiqué. L'atteinte d'un droit étranger est un autre tableau.",
        "Who sends what to whom, and on which ground, as far as it is stated. The reach of a foreign law is another table.",
    ),
    "flow": Bilingual("Flux", "Flow"),
    "exporter": Bilingual("Exportateur", "Exporter"),
    "importer": Bilingual("Importateur", "Importer"),
    "ground": Bilingual("Fondement", "Ground"),
    "onward_transfer_by": Bilingual("transfert ultérieur par {who}", "onward transfer by {who}"),
    "international_organisation": Bilingual("organisation internationale", "international organisation"),
    # of index.html.j2: the page that ranks cases
    "index_title": Bilingual(
        "Audits des flux de données, les plus graves d'abord", "Data-flow audits, the gravest first"
    ),
    "cases": Bilingual("Dossiers", "Cases"),
    "case": Bilingual("Dossier", "Case"),
    "as_of": Bilingual("À la date du", "As of"),
    "claims_contradicted": Bilingual("Affirmations contredites", "Claims contradicted"),
    "open_questions": Bilingual("Questions ouvertes", "Open questions"),
    "gate": Bilingual("Seuil", "Gate"),
    "gate_passed": Bilingual("rien ne fait échouer", "nothing fails"),
    "gate_undecided": Bilingual(
        "rien d'établi ne fait échouer ; non tranchés : {count}",
        "nothing established fails; not decided: {count}",
    ),
    "gate_not_passed": Bilingual("ÉCHEC", "FAILS"),
    "index_note": Bilingual(
        "Classés par nombre de constats établis, par gravité. Le nombre de constats ne mesure pas la gravité d'une situation.",
        "Ranked by the number of established findings, by severity. The number of findings does not measure how grave a situation is.",
    ),
    # of method.html.j2: method, how to reproduce, glossary
    "method_and_limits": Bilingual("Méthode et limites", "Method and limits"),
    "derived_twice": Bilingual(
        "Tout est déduit deux fois, de ce qui est certain et de ce qui est possible ; là où les deux diffèrent, il y a une question.",
        "Everything is derived twice, from what is certain and from what is possible; where the two differ, there is a question.",
    ),
    "knowledge_base_as_of": Bilingual("Base de connaissances au {day}.", "Knowledge base as of {day}."),
    "gate_and_confidence": Bilingual(
        "Seuil : {bar} ; un constat y compte s'il est su au moins comme : {known}.",
        "Gate: {bar}; a finding counts there if it is known at least as: {known}.",
    ),
    "packs_of_rules": Bilingual("Jeux de règles", "Packs of rules"),
    "pack_not_applied": Bilingual(
        "non appliqué : le dossier ne le nomme pas", "not applied: the case does not name it"
    ),
    "rules_without_a_line": Bilingual(
        "Une règle qui n'a pas de ligne ici n'a rien rencontré ; « auditor rules » donne toutes les règles de la version {version}.",
        "A rule that has no line here met nothing; “auditor rules” lists every rule of version {version}.",
    ),
    "rules_met_count": Bilingual(
        "Règles qui ont rencontré quelque chose ({count})", "Rules that met something ({count})"
    ),
    "rules_met": Bilingual("Règles qui ont rencontré quelque chose", "Rules that met something"),
    "rule": Bilingual("Règle", "Rule"),
    "pack": Bilingual("Jeu", "Pack"),
    "title": Bilingual("Intitulé", "Title"),
    "assumptions": Bilingual("Suppositions", "Assumptions"),
    "not_analysed": Bilingual("Non analysé", "Not analysed"),
    "right_of_reply": finding_texts.REPLIES,
    "no_reply_on_file": finding_texts.NO_REPLIES,
    "changes_since_an_earlier_result": Bilingual(
        "Changements depuis un résultat antérieur", "Changes since an earlier result"
    ),
    "compared_with_earlier": Bilingual(
        "Comparé au résultat à la date du {day}, par la version {version} du programme. Nouveaux : {new} ; disparus : {gone} ; changés : {changed} ; inchangés : {same}.",
        "Compared with the result as of {day}, by version {version} of the program. New: {new}; gone: {gone}; changed: {changed}; unchanged: {same}.",
    ),
    "new": Bilingual("Nouveaux", "New"),
    "gone": Bilingual("Disparus", "Gone"),
    "changed": Bilingual("Changés", "Changed"),
    "no_earlier_result_was_given": Bilingual(
        "Aucun résultat antérieur n'a été fourni.", "No earlier result was given."
    ),
    "reproduce_this_audit": Bilingual("Refaire cet audit", "Reproduce this audit"),
    "how_to_reproduce": Bilingual(
        "Avec la version {version} du programme (Python 3.11 ou plus récent, indifféremment) et les fichiers ci-dessous, ces commandes rendent les mêmes octets, et le SHA-256 du résultat est celui qui suit.",
        "With version {version} of the program (Python 3.11 or later, whichever) and the files below, these commands give the same bytes, and the SHA-256 of the result is the one below.",
    ),
    "hash_of_result": Bilingual("SHA-256 de result.json", "SHA-256 of result.json"),
    "hash_of_manifest": Bilingual("SHA-256 du manifeste", "SHA-256 of the manifest"),
    "files_read": Bilingual("Fichiers lus", "Files read"),
    "file": Bilingual("Fichier", "File"),
    "sources": Bilingual("Sources", "Sources"),
    "glossary": Bilingual("Glossaire", "Glossary"),
    "control": Bilingual("Contrôle", "Control"),
    "control_means": Bilingual(
        "La majorité des votes, seul ou par ceux que l'on contrôle, ou une nomination ou un contrat qui le donne. Un investisseur minoritaire ne contrôle pas.",
        "The majority of votes, alone or through those one controls, or an appointment or contract that gives it. A minority investor does not control.",
    ),
    "exposure": Bilingual("Exposition", "Exposure"),
    "exposure_means": Bilingual(
        "Le droit d'un État tiers atteint qui garde les données. E0 aucune identifiée, E1 résiduelle, E2 conditionnelle, E3 par contrôle, E4 directe. Un intervalle signifie qu'un fait manque.",
        "The law of a third State reaches whoever keeps the data. E0 none identified, E1 residual, E2 conditional, E3 through control, E4 direct. A range means that a fact is missing.",
    ),
    "transfer": Bilingual("Transfert", "Transfer"),
    "transfer_means": Bilingual(
        "Un exportateur soumis au RGPD envoie ou met à disposition des données à un importateur d'un pays tiers.",
        "An exporter under the GDPR sends or makes available data to an importer in a third country.",
    ),
    "established": Bilingual("Établi", "Established"),
    "established_means": Bilingual(
        "Les prémisses de la règle sont réunies avec certitude dans les faits décrits.",
        "The premises of the rule hold for certain in the facts described.",
    ),
    "cannot_be_shown": Bilingual("Non établi", "Cannot be shown"),
    "cannot_be_shown_means": Bilingual(
        "Il manque un fait qui déciderait ; il est demandé, et rien n'est retenu contre personne.",
        "A fact is missing that would decide; it is asked for, and nothing is held against anyone.",
    ),
    "hypothetical": Bilingual("Hypothétique", "Hypothetical"),
    "hypothetical_means": Bilingual(
        "Cela découlerait d'un scénario s'il se réalisait.", "It would follow if a scenario came true."
    ),
    "known_as_means": Bilingual(
        "Documenté, observé, déclaré par l'intéressé, allégué par autrui, déduit, supposé ; du plus fort au plus faible.",
        "Documented, observed, declared by the party itself, alleged by another, inferred, assumed; from strong to weak.",
    ),
    "gate_means": Bilingual(
        "La gravité à partir de laquelle un constat établi fait échouer un contrôle.",
        "The severity from which on an established finding makes a build fail.",
    ),
    "third_country": Bilingual("Pays tiers", "Third country"),
    "third_country_means": Bilingual(
        "Un pays hors de l'Espace économique européen.", "A country outside the European Economic Area."
    ),
    # of page.html.j2: head, contents and foot
    "page_title": Bilingual("Audit des flux de données : {title}", "Data-flow audit: {title}"),
    "facts_as_of": Bilingual(
        "Faits tels que décrits, à la date du {day}.", "Facts as described, as of {day}."
    ),
    "about": Bilingual("Sur : {who}.", "About: {who}."),
    "nothing_has_happened": Bilingual(
        "Hypothétique : rien de ceci n'est arrivé.", "Hypothetical: nothing of this has happened."
    ),
    "contents": Bilingual("Sommaire", "Contents"),
    "result": Bilingual("Résultat", "Result"),
    "how_to_read_it": Bilingual("Comment lire", "How to read it"),
    "register_annex": Bilingual("Annexe DPD", "Register annex"),
    "reproduce": Bilingual("Refaire", "Reproduce"),
    "footer": console_texts.FOOTER,
    # of parts.html.j2: parts that several sections use
    "official_text": Bilingual("texte officiel", "official text"),
    "more_in_json": Bilingual(
        "{count} de plus ne sont pas montrés sur cette page ; le résultat en JSON les contient tous.",
        "{count} more are not shown on this page; the result as JSON holds them all.",
    ),
    "evidence": Bilingual("Éléments de preuve", "Evidence"),
    "fact": Bilingual("Fait", "Fact"),
    "value": Bilingual("Valeur", "Value"),
    "written_in": Bilingual("Écrit dans", "Written in"),
    "flow_with_number": Bilingual("flux {number}", "flow {number}"),
    "known_as_inline": Bilingual("su comme", "known as"),
    "severity_up_to": Bilingual(
        "Ce niveau tient quelles que soient les réponses ; il pourrait aller {upto}.",
        "This level holds whatever the answers; it could go {upto}.",
    ),
    "path": Bilingual("Chemin", "Path"),
    "why": Bilingual("Pourquoi", "Why"),
    "missing": Bilingual("Manque", "Missing"),
    "law": Bilingual("Droit", "Law"),
    "why_law_and_remedy": Bilingual(
        "Pourquoi, droit, que demander ou corriger, peut se tromper si",
        "Why, law, what to ask or fix, may be mistaken when",
    ),
    "as_for": Bilingual("comme pour", "as for"),
    "what_to_ask_or_fix": Bilingual("Que demander ou corriger", "What to ask or fix"),
    "may_be_mistaken_when": Bilingual("Peut se tromper si", "May be mistaken when"),
    "status": Bilingual("Statut", "Status"),
    "new_since_the_earlier_result": Bilingual(
        "nouveau depuis le résultat antérieur", "new since the earlier result"
    ),
    "changed_since_the_earlier_result": Bilingual(
        "changé depuis le résultat antérieur", "changed since the earlier result"
    ),
    "as_in_the_earlier_result": Bilingual("comme dans le résultat antérieur", "as in the earlier result"),
    "may_fail_a_build": Bilingual("peut faire échouer un contrôle", "may fail a build"),
    "subjects": Bilingual("Objets :", "Subjects:"),
    "none_in_the_facts_described": Bilingual("aucun dans les faits décrits", "none in the facts described"),
    "not_stated": Bilingual("non déclaré", "not stated"),
    # of questions.html.j2: open questions
    "what_hangs_on_it": Bilingual("en dépend : {rules}", "what hangs on it: {rules}"),
    "questions_put_before": Bilingual("Questions déjà posées", "Questions put before"),
    "put_to": Bilingual("Posée à", "Put to"),
    "date": Bilingual("Date", "Date"),
    "question": Bilingual("Question", "Question"),
    "answer": Bilingual("Réponse", "Answer"),
    "answered": Bilingual("répondu", "answered"),
    "no_answer": Bilingual("sans réponse", "no answer"),
    "not_known": Bilingual("non su", "not known"),
    "what_cannot_be_shown": Bilingual(
        "Ce qui n'est pas établi, et dépend de ces questions ({count})",
        "What cannot be shown, and hangs on these questions ({count})",
    ),
    "facts_missing_to_each": Bilingual(
        "À la fin de chaque ligne, les faits qui manquent.",
        "At the end of each line, the facts that are missing.",
    ),
    # of result.html.j2: the result, and how to read it
    "findings_established": Bilingual(
        "Constats établis : {count} ({severities}).", "Findings established: {count} ({severities})."
    ),
    "claims_contradicted_count": Bilingual(
        "Affirmations contredites : {count}.", "Claims contradicted: {count}."
    ),
    "open_questions_count": Bilingual("Questions ouvertes : {count}.", "Open questions: {count}."),
    "by_severity_and_kind": Bilingual("Constats par gravité et nature", "Findings by severity and kind"),
    "known_at_least_as": Bilingual("su au moins comme : {known}", "known at least as: {known}"),
    "findings_at_stake": Bilingual("constats en cause : {count}", "findings at stake: {count}"),
    "exit_code": Bilingual("code de sortie {code}", "exit code {code}"),
    "what_this_means": Bilingual(
        "Ce que cela veut dire, et ne veut pas dire", "What this means, and does not mean"
    ),
    "declared_is_not_measured": Bilingual(
        "Un fait déclaré n'est pas un fait mesuré : chaque constat dit comment ses prémisses sont connues, et par quelle source.",
        "A fact declared is not a fact measured: each finding says how its premises are known, and by which source.",
    ),
    "premises_known_as": Bilingual(
        "Les prémisses des constats établis sont connues comme : {counts}.",
        "The premises of the findings established are known as: {counts}.",
    ),
    "exposure_is_not_transfer": Bilingual(
        "Une exposition au droit d'un État n'est pas un transfert, et un accès possible n'est pas un accès qui a eu lieu.",
        "Exposure to the law of a State is not a transfer, and possible access is not access that took place.",
    ),
    "not_found_is_a_question": Bilingual(
        "Ce qui n'est pas trouvé dans les pièces listées n'est pas pour autant absent : c'est une question.",
        "What is not found in the documents listed is not thereby absent: it is a question.",
    ),
    "number_measures_nothing": Bilingual(
        "Le nombre de constats ne mesure pas la gravité d'une situation ; aucune appréciation de légalité n'est faite.",
        "The number of findings does not measure how grave a situation is; no view on lawfulness is taken.",
    ),
    # said on other surfaces too
    "since": party_texts.SINCE,
    "no_controller": party_texts.NO_CONTROLLER,
    "owners_open": party_texts.OWNERS_OPEN,
    "would_change": comparison_texts.CHANGED,
    "method_known_by": result_texts.KNOWN_UP_TO,
    "overrides": console_texts.OVERRIDES,
    "exceptions": gate_texts.EXCEPTIONS,
    "exceptions_day": gate_texts.EXCEPTIONS_DAY,
    "left_out": console_texts.LEFT_OUT,
    "transport_inline": finding_texts.TRANSPORT,
    "content_inline": finding_texts.CONTENT,
    "reads_yes": finding_texts.READS["yes"],
    "reads_possible": finding_texts.READS["possible"],
    "level_inline": finding_texts.LEVEL,
    "accepted_before": gate_texts.ACCEPTED_BEFORE,
    "standing": finding_texts.STANDING,
    "no_open_question": asking_texts.NONE,
    "to_whom": question_texts.TO_WHOM,
    "whom_it_may_concern": question_texts.WHOM,
    "asked_answered": question_texts.ASKED_ANSWERED,
    "asked_before": question_texts.ASKED_BEFORE,
    "more_questions": Bilingual("Autres questions ({count})", "More questions ({count})"),
    "dormant_questions": question_texts.DORMANT_HEAD,
    "withheld": question_texts.WITHHELD,
    "would_appear": comparison_texts.APPEARS,
    "would_disappear": comparison_texts.DISAPPEARS,
    "would_be_settled": comparison_texts.SETTLED,
    "would_arise": comparison_texts.OPENED,
    **{f"standing_{standing}": text for standing, text in finding_texts.STANDINGS.items()},
    **{f"by_{by}": text for by, text in console_texts.OVERRIDDEN_BY.items()},
}
