"""The texts of the HTML page of a case, by the key that a template asks for: `t("who_controls_whom")`."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text import across_dates as across_dates_texts
from auditor.text import cases as case_texts
from auditor.text import console as console_texts
from auditor.text import findings as finding_texts
from auditor.text import gate as gate_texts
from auditor.text import received as received_texts
from auditor.text import result as result_texts
from auditor.text import survey as survey_texts
from auditor.text import telling as telling_texts
from auditor.text.annexes import ANNEXES

# said by what the sections are made of
ANSWERED: Final = {
    "true": Bilingual("répondu", "answered"),
    "false": Bilingual("sans réponse", "no answer"),
}
ANSWER_NOT_KNOWN: Final = Bilingual("non su", "not known")
OWNERS_OPEN: Final = Bilingual("ses détenteurs ne sont pas connus", "its owners are not known")
NO_CONTROLLER: Final = Bilingual("aucun détenteur ne la contrôle", "no owner controls it")
IF_SCENARIO: Final = Bilingual("Si : {title}", "If: {title}")
WOULD_APPEAR: Final = Bilingual(
    "{count} {count:point apparaîtrait/points apparaîtraient} : {which}.",
    "{count} {count:finding/findings} would appear: {which}.",
)
WOULD_GO: Final = Bilingual(
    "{count} {count:point disparaîtrait/points disparaîtraient} : {which}.",
    "{count} {count:finding/findings} would go away: {which}.",
)
WOULD_CHANGE: Final = Bilingual(
    "{count} {count:point changerait/points changeraient} de gravité ou de preuve : {which}.",
    "{count} {count:finding/findings} would change in severity or proof: {which}.",
)
WOULD_SETTLE: Final = Bilingual(
    "{count} {count:question serait tranchée/questions seraient tranchées}.",
    "{count} {count:question/questions} would be settled.",
)
WOULD_ASK: Final = Bilingual(
    "{count} {count:question se poserait/questions se poseraient} en plus.",
    "{count} more {count:question/questions} would arise.",
)
NO_FINDING_WOULD_CHANGE: Final = Bilingual("Aucun point ne changerait.", "No finding would change.")
TO_PREPARE: Final = Bilingual("Que faire : {what}", "What to do: {what}")
MORE: Final = Bilingual("{count} {count:autre sorte/autres sortes}", "{count} more {count:kind/kinds}")
NO_DOCUMENT: Final = Bilingual("le dossier", "the case file")
MAY_RISE: Final = Bilingual(
    "Pourrait aller jusqu'à la gravité « {ceiling} ».", "It could rise to severity “{ceiling}”."
)
STANDING_SINCE: Final = {
    "new": Bilingual("Nouveau depuis la référence.", "New since the baseline."),
    "worse": Bilingual("Aggravé depuis la référence.", "Worse than in the baseline."),
    "known": Bilingual("Déjà dans la référence.", "Already in the baseline."),
}
CHANGED_SINCE: Final = {
    "new": Bilingual("Nouveau depuis le résultat antérieur.", "New since the earlier result."),
    "changed": Bilingual("Changé depuis le résultat antérieur.", "Changed since the earlier result."),
}
ONWARD_BY: Final = Bilingual("transfert ultérieur par {who}", "onward transfer by {who}")
BODY: Final = Bilingual("organisation internationale", "international organisation")
PERCENT: Final = Bilingual(" %", " %")
UNTIL: Final = Bilingual("jusqu'{day:au}", "until {day}")
LEVELS: Final = Bilingual("{low} à {high}", "{low} to {high}")

#: How many claims have each verdict, as parts of one sentence.
CLAIMS_COUNTED: Final = {
    "contradicted": Bilingual(
        "{count} {count:est démentie/sont démenties}", "{count} {count:is/are} contradicted by them"
    ),
    "inconsistent": Bilingual(
        "{count} {count:est/sont} en désaccord avec ce que l'intéressé déclare",
        "{count} {count:is/are} at odds with what the party declares",
    ),
    "unproven": Bilingual(
        "{count} {count:n'est pas prouvée/ne sont pas prouvées}", "{count} {count:is/are} not proven"
    ),
    "supported": Bilingual(
        "{count} {count:est confirmée/sont confirmées}", "{count} {count:is/are} borne out by them"
    ),
    "not-checkable": Bilingual(
        "{count} {count:est trop générale/sont trop générales} pour y être {count:confrontée/confrontées}",
        "{count} {count:is/are} too general to hold against a fact",
    ),
}

TEXTS: Final = {
    # of base.html.j2: every page
    "skip_to_the_result": Bilingual("Aller au résultat", "Skip to the result"),
    # of page.html.j2: head, contents and foot
    "kind_of_page": Bilingual("Audit des flux de données", "Data-flow audit"),
    "nothing_has_happened": Bilingual(
        "Hypothèse : rien de ceci n'est arrivé.", "Hypothesis: nothing of this has happened."
    ),
    "contents": Bilingual("Sur cette page", "On this page"),
    "footer": console_texts.FOOTER,
    # of index.html.j2: the page that lists cases
    "index_title": Bilingual("Audits des flux de données", "Data-flow audits"),
    "show": Bilingual("Montrer", "Show"),
    "all_cases": Bilingual("tous les dossiers", "all cases"),
    "ask_whom": Bilingual("à qui demander :", "ask:"),
    "see_also": Bilingual("aussi :", "also:"),
    "cases_of_group": Bilingual(
        "{count:Le dossier/Les {count} dossiers} de cette sorte",
        "The {count} {count:case/cases} of this kind",
    ),
    **{f"cases_{group}": text for group, text in case_texts.TITLES.items()},
    "index_note": Bilingual(
        "La barre dit combien de points sont établis, sur ceux qui sont établis ou en suspens. Ce n'est pas un classement : le nombre de points ne mesure pas la gravité d'une situation.",
        "The bar tells how many points are established, of those that are established or open. This is no ranking: the number of findings does not measure how grave a situation is.",
    ),
    # of survey.html.j2: the page of a survey
    **survey_texts.PAGE,
    # of first.html.j2: the result in short, who keeps the data
    "in_short": Bilingual("En bref", "In short"),
    "what_was_found": Bilingual("Ce qui a été trouvé", "What was found"),
    "how_sure": Bilingual("Avec quelle certitude", "How sure we are"),
    "what_first": Bilingual("Par quoi commencer", "What to do first"),
    "whom_to_ask": Bilingual("À qui s'adresser", "Whom to ask"),
    "and_more_below": Bilingual(
        "{count} {count:autre sorte de points/autres sortes de points} plus bas.",
        "{count} more {count:kind/kinds} of findings below.",
    ),
    "nothing_found": Bilingual(
        "Rien n'est établi par les règles appliquées.", "Nothing is established by the rules applied."
    ),
    "nothing_first": Bilingual("Rien, d'après les règles appliquées.", "Nothing, by the rules applied."),
    "nobody_to_ask": Bilingual("Personne : aucune question n'est ouverte.", "Nobody: no question is open."),
    "by_whom": Bilingual("{what} ({who}).", "{what} ({who})."),
    "who_keeps": Bilingual(
        "Qui garde les données, et quel droit l'atteint", "Who keeps the data, and whose law reaches it"
    ),
    "keeper": Bilingual("Qui garde", "Who keeps the data"),
    "under_control_of": Bilingual("Sous le contrôle de", "Under whose control"),
    "reach_of_law": Bilingual("Portée d'un droit hors EEE", "Reach of a non-EEA law"),
    "and_places": Bilingual(
        "et {count} {count:autre lieu/autres lieux} de même", "and {count} more {count:place/places} alike"
    ),
    "all_places": Bilingual(
        "{count} {count:autre lieu est/autres lieux sont} dans la table des contrôles.",
        "{count} more {count:place is/places are} in the table of control.",
    ),
    "scale_of_exposure": Bilingual(
        "Échelle d'exposition : 0 aucune trouvée · 1 résiduelle : le droit atteint qui garde, mais ne peut lire · 2 conditionnelle · 3 par la société mère, données lisibles · 4 directe. Hachuré : tout ce que les faits manquants permettent encore.",
        "Scale of exposure: 0 none found · 1 residual: the law reaches the holder, who cannot read the data · 2 conditional · 3 through the parent company, data readable · 4 direct. Hatched: all that the missing facts still allow.",
    ),
    "nobody_keeps": Bilingual(
        "Aucun lieu de conservation n'est décrit.", "No place that keeps data is described."
    ),
    "across_dates": across_dates_texts.TITLE,
    "who_or_what": across_dates_texts.WHO,
    "gate_on_date": across_dates_texts.GATE,
    "dates_unchanged": across_dates_texts.SAME,
    # of known.html.j2: where the edge of knowledge runs
    "edge_of_knowledge": Bilingual(
        "Ce qu'on sait, ce qu'on ignore, ce qui changerait tout",
        "What we know, what we do not, what would change it",
    ),
    "nav_captures": received_texts.TITLE,
    "nav_known": Bilingual("Ce qu'on sait", "What we know"),
    "we_know": Bilingual("On sait", "We know"),
    "we_do_not_know": Bilingual("On ignore", "We do not know"),
    "would_change_if": Bilingual("Cela changerait", "It would change"),
    "nothing_known": Bilingual(
        "Aucun document ni témoin ne porte les points établis.",
        "No document or observation carries the findings.",
    ),
    "no_open_question": Bilingual("Aucune question n'est ouverte.", "No question is open."),
    "nothing_would_change": Bilingual("Rien d'indiqué.", "Nothing stated."),
    # of claims.html.j2: what is said against what the facts say
    "nav_claims": Bilingual("Affirmations", "Claims"),
    "claims_of": Bilingual(
        "Ce que dit {who}, ce que disent les faits", "What {who} says, and what the facts say"
    ),
    "claims_of_all": Bilingual(
        "Ce qui est affirmé, ce que disent les faits", "What is said, and what the facts say"
    ),
    "claims_compared": Bilingual(
        "{count} {count:affirmation a été comparée/affirmations ont été comparées} aux faits décrits : {counts}.",
        "{count} {count:statement was/statements were} compared with the facts described: {counts}.",
    ),
    "says": Bilingual("Dit", "Says"),
    "against_the_facts": Bilingual("Face aux faits", "Against the facts"),
    "why_so": Bilingual("Pourquoi", "Why"),
    "data": Bilingual("Données", "Data"),
    "how_it_is_known": Bilingual(
        "Données que {who} lit ou dit traiter, et comment on le sait",
        "Data that {who} reads or says it processes, and how that is known",
    ),
    "way_witness": Bilingual("vu par un témoin", "seen by a witness"),
    "way_capture": Bilingual("montré par une capture", "shown by a capture"),
    "way_document": Bilingual("attesté par un document", "a document shows it"),
    "way_notice": Bilingual("sur sa propre page", "on its own page"),
    "way_record": Bilingual("dans son registre", "in its own record"),
    "way_inferred": Bilingual("déduit, non vérifié", "deduced, not checked"),
    "way_open": Bilingual("non connu", "not known"),
    "finding_and_source": Bilingual("Point {letter} · source :", "Finding {letter} · source:"),
    # of flows.html.j2: the drawing, the flows, the transfers
    "nav_drawing": Bilingual("Dessin", "Drawing"),
    "how_data_moves": Bilingual("Comment les données circulent", "How the data moves"),
    "drawing_intro": Bilingual(
        "Les numéros sont ceux de la table des flux, qui dit la même chose en mots.",
        "Numbers are those of the table of flows, which says the same in words.",
    ),
    "drawing_of_the_flows": Bilingual("Dessin des flux", "Drawing of the flows"),
    "too_much_to_draw": Bilingual(
        "Trop de points pour un dessin : la table des flux dit ce qu'il montrerait.",
        "Too many findings for a drawing: the table of flows says what it would show.",
    ),
    "nothing_to_draw": Bilingual(
        "Rien à dessiner : aucun flux n'est décrit.", "Nothing to draw: no flow is described."
    ),
    "people": Bilingual("Personnes", "People"),
    "gets": Bilingual("reçoit", "gets"),
    "sends": Bilingual("envoie", "sends"),
    "flow_number": Bilingual("flux", "flow"),
    "nav_flows": Bilingual("Flux", "Flows"),
    "flow_table": Bilingual("Les flux", "The flows"),
    "flow": Bilingual("Flux", "Flow"),
    "from_to": Bilingual("De → à", "From → to"),
    "protection": Bilingual("Protection", "Protection"),
    "known_from": Bilingual("Connu par", "Known from"),
    "findings": Bilingual("Points établis", "Findings"),
    "recipients": Bilingual("Qui reçoit quoi", "Who receives what"),
    "activity": Bilingual("Activité", "Activity"),
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
        "Qui envoie quoi à qui, et sur quel fondement, autant qu'il est indiqué. La portée d'un droit étranger est une autre table.",
        "Who sends what to whom, and on which ground, as far as it is stated. The reach of a foreign law is another table.",
    ),
    "exporter": Bilingual("Exportateur", "Exporter"),
    "importer": Bilingual("Importateur", "Importer"),
    "country": Bilingual("Pays", "Country"),
    "ground": Bilingual("Fondement", "Ground"),
    # of findings.html.j2: what is established
    "nav_findings": Bilingual("Points établis", "Findings"),
    "what_is_established": Bilingual("Ce qui est établi", "What is established"),
    "established_count": Bilingual(
        "{count} {count:point est établi/points sont établis} ({severities}).",
        "{count} {count:finding is/findings are} established ({severities}).",
    ),
    "open_count": Bilingual(
        "{count} {count:autre point reste/autres points restent} en suspens : un fait manque, rien n'est retenu contre personne, et chacun attend",
        "{count} more {count:point is/points are} open: a fact is missing, nothing is held against anyone, and each waits under",
    ),
    "question_that_settles": Bilingual("la question qui le tranche", "the question that settles it"),
    "severity_says": Bilingual(
        "La gravité dit l'enjeu si les faits sont tels que décrits ; elle n'est pas une appréciation de légalité.",
        "Severity tells what is at stake if the facts are as described; it is no view on lawfulness.",
    ),
    "severity": Bilingual("Gravité", "Severity"),
    "of_whom": Bilingual("De qui", "Of whom"),
    "severity_tag": Bilingual("Gravité : {severity}", "Severity: {severity}"),
    "told_with": Bilingual("Dit en même temps.", "Told together with it."),
    "proof_in_a_sentence": Bilingual("La preuve en une phrase.", "Proof in a sentence."),
    "read_the_premises": Bilingual(
        "Lire {count:la prémisse/les {count} prémisses}", "Read {count:the premise/the {count} premises}"
    ),
    "would_be_wrong_if": Bilingual("Ce point tomberait si :", "This would be wrong if:"),
    "to_cite": Bilingual("Pour citer :", "To cite:"),
    "why_it_matters": Bilingual("Pourquoi c'est important", "Why it matters"),
    "what_to_do": Bilingual("Que faire", "What to do"),
    "texts": Bilingual("Textes", "Texts"),
    "later_than_facts": Bilingual("({year}, après les faits)", "({year}, later than the facts)"),
    "notes_on_texts": Bilingual("Notes sur ces textes", "Notes on these texts"),
    "of_one_kind": Bilingual("{count} de cette sorte", "{count} of one kind"),
    "more_in_json": Bilingual(
        "{count} de plus {count:n'est pas montré/ne sont pas montrés} sur cette page. Tout est dans le résultat en JSON :",
        "{count} more {count:is/are} not shown on this page. The result as JSON holds everything:",
    ),
    "filter_the_findings": Bilingual("Filtrer les points", "Filter the findings"),
    "all": Bilingual("toutes", "all"),
    "text": Bilingual("Mots", "Words"),
    "shown_of": Bilingual("{shown} points établis sur {all} montrés", "{shown} of {all} findings shown"),
    "what_if": Bilingual("Et si ?", "What if?"),
    "hypothesis_tag": Bilingual(
        "Hypothèse : rien de cela n'est arrivé", "Hypothesis: nothing of this has happened"
    ),
    "rules_that_looked": Bilingual(
        "{count} {count:règle a/règles ont} examiné quelque chose :",
        "{count} {count:rule/rules} looked at something:",
    ),
    "told_in_lines": Bilingual(
        "Les plus graves ont une fiche entière, les autres une ligne ; cette commande raconte chacun :",
        "The gravest have a card in full, the others a line; this command tells any of them:",
    ),
    "by_severity": Bilingual("Par gravité :", "By severity:"),
    "by_culprit": Bilingual("De qui, le plus souvent :", "Of whom, most often:"),
    "right_of_reply": finding_texts.REPLIES,
    "no_reply_on_file": finding_texts.NO_REPLIES,
    # of actions.html.j2: what to do
    "nav_actions": Bilingual("Que faire", "What to do"),
    "what_to_do_in_order": Bilingual("Que faire, dans l'ordre", "What to do, in order"),
    "actions_intro": Bilingual(
        "D'abord : un point critique ou élevé en dépend. Ensuite : un point moindre. Puis : cela réduit un risque à venir. Ce qui n'a qu'un numéro de question n'est à faire que si la réponse est défavorable.",
        "First: a critical or high point depends on it. Next: a lesser one. Then: it lowers a risk still to come. What has the number of a question alone is to be done only if the answer is unfavourable.",
    ),
    "what": Bilingual("Quoi", "What"),
    "who_can": Bilingual("Qui peut le faire", "Who can do it"),
    "evidence_that_settles": Bilingual("Preuve qui tranche", "Evidence that settles it"),
    "for_what": Bilingual("Pour", "For"),
    "when_first": Bilingual("D'abord", "First"),
    "when_next": Bilingual("Ensuite", "Next"),
    "when_then": Bilingual("Puis", "Then"),
    "and_alike": Bilingual("et {count} {count:autre/autres} de même", "and {count} more alike"),
    "more_actions": Bilingual(
        "{count} {count:autre action/autres actions} dans le tableau complet :",
        "{count} more {count:action/actions} in the full table:",
    ),
    # of questions.html.j2: what to ask
    "nav_questions": Bilingual("Questions", "Questions"),
    "what_to_ask": Bilingual("Que demander, et à qui", "What to ask, and of whom"),
    "questions_intro": Bilingual(
        "{count} {count:question/questions}, la plus lourde d'abord. L'étiquette dit jusqu'où un point pourrait aller une fois la réponse connue.",
        "{count} {count:question/questions}, the weightiest first. The label tells how grave a point could become once the answer is known.",
    ),
    "to_addressee": Bilingual("{who:À}", "To {who}"),
    "could_be": Bilingual("peut être : {severity}", "could be {severity}"),
    "folded_questions": Bilingual(
        "{count} {count:autre question/autres questions}", "{count} more {count:question/questions}"
    ),
    "points_that_wait": Bilingual(
        "{count:Le point qui attend/Les {count} points qui attendent} ces réponses",
        "The {count} {count:point that waits/points that wait} for these answers",
    ),
    "none_established": Bilingual(
        "Rien de cela n'est établi. Si la réponse est favorable, le point disparaît.",
        "None of this is established. Where the answer is favourable, the point goes away.",
    ),
    "it_would_be_established": Bilingual("Il serait établi", "It would be established"),
    "points": Bilingual("Points", "Points"),
    "severity_then": Bilingual("Gravité alors", "Severity then"),
    "waits_for": Bilingual("Attend", "Waits for"),
    "questions_put_before": Bilingual("Questions déjà posées", "Questions put before"),
    "put_to": Bilingual("Posée à", "Put to"),
    "date": Bilingual("Date", "Date"),
    "question": Bilingual("Question", "Question"),
    "answer": Bilingual("Réponse", "Answer"),
    "source": finding_texts.SOURCE,
    # of control.html.j2: who controls whom
    "nav_control": Bilingual("Qui contrôle qui", "Who controls whom"),
    "who_controls_whom": Bilingual("Qui contrôle qui", "Who controls whom"),
    "control_intro": Bilingual(
        "Le contrôle suit les votes et les nominations, lien par lien ; un porteur minoritaire ne contrôle pas.",
        "Control follows votes and appointments, link by link; a minority holder does not control.",
    ),
    "colon": Bilingual(" :", ":"),
    "runs": Bilingual("exploite {places}", "runs {places}"),
    "controlled_by": Bilingual("contrôlée par", "controlled by"),
    "other_holders": Bilingual(
        "détiennent une part, sans contrôle établi :", "hold a part, no control shown:"
    ),
    "owners_unknown": Bilingual("Détenteurs inconnus :", "Owners not known:"),
    "controlled_by_nobody": Bilingual(
        "Sans détenteur qui contrôle, d'après le dossier :", "No controlling owner, as far as the file goes:"
    ),
    "exposure_to_third_states": Bilingual(
        "Portée des droits étrangers, texte par texte", "Reach of foreign laws, text by text"
    ),
    "exposure_intro": Bilingual(
        "Cette table ne dit rien d'un transfert : elle dit quel droit atteint qui garde les données.",
        "This table says nothing of a transfer: it says which law reaches whoever keeps the data.",
    ),
    "host": Bilingual("Lieu", "Place"),
    "custodian": Bilingual("Qui garde", "Keeper"),
    "instrument": Bilingual("Texte", "Text"),
    "reach": Bilingual("Comment", "How"),
    "level": Bilingual("Niveau", "Level"),
    "missing_or_conditions": Bilingual("Dépend de", "Depends on"),
    "no_exposure": Bilingual("Aucune dans les faits décrits.", "None in the facts described."),
    # of since.html.j2: changes
    "nav_since": Bilingual("Changements", "Changes"),
    "changes_since_an_earlier_result": Bilingual(
        "Ce qui a changé depuis un résultat antérieur", "What changed since an earlier result"
    ),
    "compared_with_earlier": Bilingual(
        "Par rapport au résultat du {day} (version {version}) : nouveaux {new}, disparus {gone}, changés {changed}, inchangés {same}.",
        "Against the result of {day} (version {version}): new {new}, gone {gone}, changed {changed}, unchanged {same}.",
    ),
    "new": Bilingual("Nouveaux", "New"),
    "gone": Bilingual("Disparus", "Gone"),
    "changed": Bilingual("Changés", "Changed"),
    # of method.html.j2: method and limits
    "nav_method": Bilingual("Méthode et limites", "Method and limits"),
    "method_and_limits": Bilingual("Méthode et limites", "Method and limits"),
    "what_was_done": Bilingual("Ce qui a été fait.", "What was done."),
    "what_was_done_means": Bilingual(
        "Les faits ont été consignés un par un, chacun avec la manière dont il est connu ; un programme qui n'a besoin d'aucun réseau leur a appliqué des règles. Tout est déduit deux fois, de ce qui est certain et de ce qui est possible ; là où les deux diffèrent, il y a une question. Les mêmes fichiers donnent le même résultat.",
        "The facts were written down one by one, each with how it is known; a program that needs no network applied rules to them. Everything is derived twice, from what is certain and from what is possible; where the two differ, there is a question. The same files give the same result.",
    ),
    "how_facts_are_known": Bilingual("Comment un fait est connu,", "How a fact is known,"),
    "how_facts_are_known_means": Bilingual(
        "du plus fort au plus faible : un document l'atteste ; un témoin l'a vu ou une capture le montre ; l'intéressé le dit ; un autre le dit ; il est déduit ; il est supposé. Un point ne vaut que sa prémisse la plus faible.",
        "from strong to weak: a document shows it; a witness saw it or a capture holds it; the party concerned says so; someone else says so; it is deduced; it is assumed. A finding is only as strong as its weakest premise.",
    ),
    "what_it_does_not_say": Bilingual("Ce que cela ne dit pas.", "What it does not say."),
    "what_it_does_not_say_means": Bilingual(
        "Une exposition au droit d'un État n'est pas un transfert, et un accès possible n'est pas un accès qui a eu lieu. Ce qu'aucune pièce ne montre n'est pas pour autant absent : c'est une question. Le nombre de points ne mesure pas la gravité d'une situation. Aucune appréciation de légalité n'est faite.",
        "Exposure to the law of a State is not a transfer, and access that is possible is not access that took place. What no document shows is not thereby absent: it is a question. The number of findings does not measure how grave a situation is. No view on lawfulness is taken.",
    ),
    "what_limits_it": Bilingual("Ce qui limite ici.", "What limits it here."),
    "facts_nobody_stated": Bilingual(
        "{count} {count:fait n'est énoncé/faits ne sont énoncés} par personne (annexe 2).",
        "{count} {count:fact is/facts are} stated by nobody (annex 2).",
    ),
    "knowledge_base_as_of": Bilingual("Base de connaissances au {day}.", "Knowledge base as of {day}."),
    "known_by": result_texts.KNOWN_UP_TO,
    "for_automatic_checks": Bilingual("Pour les contrôles automatiques.", "For automatic checks."),
    "exit_code": Bilingual("Code de sortie : {code}.", "Exit code: {code}."),
    "exceptions": gate_texts.EXCEPTIONS,
    "exceptions_day": gate_texts.EXCEPTIONS_DAY,
    "left_out": console_texts.LEFT_OUT,
    "not_analysed": Bilingual("Non analysé", "Not analysed"),
    **ANNEXES,
    **{f"tag_{known}": text for known, text in telling_texts.TAGS.items()},
    **{f"by_{by}": text for by, text in console_texts.OVERRIDDEN_BY.items()},
}
