"""Every word of the interface, by key, and how a language says it.

Texts are written in English; French comes from the catalogue, which `make locales` keeps. Nothing is read for English.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.grammar import French
from auditor.text.vocabulary import VALUES

NARROW: Final = "\u202f"
NO_BREAK: Final = "\u00a0"
CATALOGUES: Final = Path(__file__).resolve().parent.parent / "locales"

#: What each key says in English; French is in the catalogue, `locales/fr/LC_MESSAGES/auditor.po`.
WORDS: Final[dict[str, str]] = {
    # severities, outcomes, ways of knowing, verdicts
    "critical": "critical",
    "high": "high",
    "medium": "medium",
    "low": "low",
    "info": "info",
    "established": "established",
    "cannot-be-shown": "cannot be shown",
    "hypothetical": "hypothetical",
    "documented": "documented",
    "observed": "observed",
    "declared": "declared",
    "alleged": "alleged",
    "inferred": "inferred",
    "assumed": "assumed",
    "undeclared": "observed, not declared",
    "declared-observed": "declared and observed",
    "declared-not-observed": "declared, not observed",
    "attempted": "attempted",
    "unattributed": "not attributed",
    "contradicted": "contradicted",
    "inconsistent": "inconsistent",
    "unproven": "unproven",
    "supported": "supported",
    "not-checkable": "not checkable",
    "gap": "gap",
    "transfer": "transfer",
    "exposure": "exposure",
    "contradiction": "contradiction",
    "fact": "fact",
    "question": "question",
    "what-if": "what-if",
    "yes": "yes",
    "no": "no",
    "possible": "possible",
    "unknown": "unknown",
    "not-produced": "not produced",
    "none": "none",
    "silent": "nothing to say",
    "stated": "stated",
    "large": "large",
    "small": "small",
    "true": "true",
    "false": "false",
    "pre-ticked": "pre-ticked",
    "opt-in": "opt-in",
    "at-once": "at once",
    "click": "on a click",
    "plain": "plain",
    "public": "public",
    "hosting": "hosting",
    "processing": "processing",
    "consent": "consent",
    "never": "never",
    "encrypted": "encrypted",
    "end-to-end": "end to end",
    "direct": "direct",
    "control": "by control",
    "presence": "by presence",
    "dependency": "by dependency",
    "unnamed": "owner not known",
    "operator": "operator",
    "machine": "machine below",
    "customer": "customer",
    "provider": "within reach",
    "controller": "controller",
    "processor": "processor",
    "third-party": "third party",
    "parent": "parent",
    "consolidated": "consolidated",
    "shares": "shares",
    "votes": "votes",
    "minority": "minority",
    "majority": "majority",
    "board": "board",
    "contract": "contract",
    "veto": "veto",
    "licence": "licence",
    "keys": "keys",
    "officers": "officers",
    "operations": "operations",
    # findings
    "path": "path",
    "why": "why",
    "law": "law",
    "remedy": "remedy",
    "mistaken": "may be mistaken when",
    "id": "id",
    "confidence": "known as",
    "if_shown": "{severity} once the facts are shown",
    "missing": "missing",
    "level": "level",
    "reads_yes": "reads in clear",
    "reads_possible": "may read",
    "transport": "transport",
    "content": "content",
    "open": "To ask ({count})",
    "ask": "to {who}",
    "to_whom": "To {who} ({count})",
    "whom": "whom it may concern",
    "asked_before": "asked on {date}, unanswered",
    "asked_answered": "asked on {date}",
    "hangs": "what hangs on it",
    "unstated": "Not stated, field by field ({count} facts)",
    "unstated_line": "{field}: {count}",
    "claims": "Claims",
    "findings": "Findings",
    "hypotheses": "What if",
    "gate_passed": 'Gate "{bar}": passed.',
    "gate_failed": 'Gate "{bar}": not passed, findings at stake: {count}.',
    "counts": "Established: {established} ({severities}); accepted: {accepted}; cannot be shown: {unshown}; hypothetical: {hypothetical}; open questions: {questions}; facts not stated: {unstated}.",
    "nothing_found": "none",
    "quoted": "“{text}”",
    "footer": "Indicators computed from the facts and sources listed, as of {as_of}. They are not legal advice nor a finding of infringement; only an authority or court can make one.",
    # letters
    "letter_head": "Questions to: {who}",
    "letter_open": 'Dear Sir or Madam,\n\nWe are studying the data flows described under the title "{title}", as of {as_of}. The following facts are not shown by the documents we have. Your answers, and any document in support, will be reported faithfully.',
    "letter_close": "We will print your reply beside our findings. Without one, we will say that the question had been asked on that date.",
    "letter_none": "No open question.",
    # comparison
    "cmp_head": "Hypothesis: {title}",
    "cmp_note": "Nothing of what follows has happened.",
    "cmp_appears": "Would appear ({count})",
    "cmp_disappears": "Would disappear ({count})",
    "cmp_changed": "Would change ({count})",
    "cmp_unchanged": "Unchanged: {count}",
    "cmp_settled": "Questions that would be settled",
    "cmp_opened": "Questions that would arise",
    # explanation
    "replies": "Right of reply",
    "no_replies": "No reply on file.",
    "source_col": "Source",
    "story_no_source": "no source",
    "rule_sentence": "In one sentence",
    "rule_examples": "Examples, from its tests",
    # drawing
    "drawing_title": "Drawing of the data flows: {title}",
    "drawing_unknown_end": "end not known",
    "drawing_nobody": "operator not known",
    "drawing_no_country": "Governing law not known",
    "drawing_tls": "flow encrypted in transit",
    "drawing_sealed": "flow with encrypted content",
    "drawing_weak": "flow weakly protected",
    "drawing_clear": "flow in clear",
    "drawing_unknown": "flow of unknown protection",
    "drawing_control": "control (from owner to owned)",
    "drawing_possible": "possible control, not shown",
    "drawing_badge": "number of the flow in the table",
    "drawing_counted": "number of flows",
    "drawing_finding": "flow with an established finding",
    "graph_operates": "operates",
    "graph_runs-on": "runs on",
    "graph_control": "controls",
    "graph_possible-control": "may control",
    "drawing_path": "Path: {ends}",
    "drawing_unlinked": "Links not drawn: {count}.",
    "drawing_left_out": "Organisations not drawn: {count}.",
    # knowledge
    "overrides": "Facts that replace those of the knowledge base",
    "by_case": "by the case",
    "by_knowledge": "by an addition to the base",
    "method_known_by": "Knowledge up to {date}: what the base recorded later is taken as not known.",
    # annex
    "country_unknown": "country not known",
    "role_unknown": "role not known",
    "not_declared": "not declared",
    "none_described": "none in the facts described",
    "reg_title": "Record of processing",
    "reg_row": "Row",
    "reg_activity": "activity",
    "reg_id": "Reference",
    "reg_name": "Name of the activity",
    "reg_dpo": "Data protection officer",
    "reg_contracts": "Contracts with processors",
    "reg_country": "Country",
    "tia_title": "Transfers to assess",
    "pia_encryption": "Encryption",
    "signature_open": "whether it is signed is not stated",
    "open_country": "not established: {who}, country not stated",
    "open_location": "not established: {host}, location not stated",
    "open_recipients": "not established: recipients whom nobody names",
    "open_control": "not established: {who}, owners not all stated",
    "reg_purpose": "Purpose",
    "reg_controller": "Controller",
    "reg_people": "Categories of people",
    "reg_data": "Categories of data",
    "reg_special": "Data of arts 9 and 10",
    "reg_recipients": "Recipients",
    "reg_transfers": "Recipients in third countries",
    "reg_reach": "Recipients within reach of a third country's law (not a transfer)",
    "reg_retention": "Retention",
    "reg_security": "Security measures stated",
    "reg_location": "Location of data",
    "reg_basis": "Legal basis",
    "reg_assessment": "Impact assessment",
    "sec_transport": "transport: {value}",
    "sec_content": "content: {value}",
    "sec_at_rest": "{host}, at rest: {value}",
    "pia_answer": "Answer to paste",
    "pia_121": "121 · Which data are processed?",
    "pia_122": "122 · What is the life cycle of the data and of the processes?",
    "pia_123": "123 · Which are the supporting assets?",
    "pia_226": "226 · Are the duties of processors set out in a contract?",
    "pia_227": "227 · Are data protected where they are transferred outside the European Union?",
    "pia_special": "art. 9 or 10",
    "pia_no_paper": "no contract found in the documents listed",
    "pia_paper": "{kind}, with {who} ({source})",
    "flow_number": "flow {number}",
    "pia_third": "Flow {number}: recipient {who}, {where}. {ground}",
    "pia_exposed": "{host}, kept by {who}: reached by the law of a third State ({where}, {reach}), {instrument}, level {level}. This is exposure, not a transfer.",
    "tia_exporter": "Exporter",
    "tia_importer": "Importer",
    "tia_role": "Role of the importer",
    "tia_data": "Data",
    "tia_format": "Format and protection",
    "tia_purpose": "Purpose",
    "tia_flows": "Flows (number in the table)",
    "tia_tool": "Transfer tool",
    "tia_law": "Law that reaches the importer",
    "tia_frequency": "Frequency",
    "tia_onward": "Onward recipients",
    "tia_measures": "Supplementary measures",
    "tia_review": "Next review",
    "international": "international organisation",
    # tables
    "severity": "Severity",
    "kind": "Kind",
    "rule_col": "Rule",
    "pack_col": "Pack",
    "title_col": "Title",
    "place_col": "Where",
    "owners_open": "control not shown",
    "no_controller": "nobody known",
    "since": "since {date}",
    "diff_head": "{base} → {head}",
    "diff_parts": "What differs: {parts}.",
    "diff_same": "Nothing differs.",
    "part_facts": "the facts",
    "part_policies": "the policies",
    "part_knowledge": "the knowledge base",
    "part_exceptions": "the exceptions",
    "part_date": "the date",
    "part_program": "the version of the program",
    "diff_new": "New ({count})",
    "diff_changed": "Changed ({count})",
    "diff_unshown": "No longer shown, which does not settle them ({count})",
    "diff_fixed": "No longer found ({count})",
    "diff_settled": "Questions no longer open",
    "diff_opened": "New questions",
    "diff_unchanged": "Unchanged: {count}.",
    "cause_alone": "because of: {parts}",
    "cause_each": "because of each of these by itself: {parts}",
    "cause_together": "only together: {parts}",
    "cause_untold": "the cause needs the sources; what differs: {parts}",
    "diff_nothing_known": "nothing known",
    "diff_fails": "fails",
    "diff_loosened": "Rules that may find less ({count})",
    "diff_gate_passed": 'Nothing new at or above "{bar}", and no rule loosened.',
    "diff_gate_failed": 'Gate "{bar}": findings new or worse: {failing}; rules loosened: {loosened}.',
    "diff_new_none": 'Nothing new at or above "{bar}".',
    "diff_rules_unseen": "Two results do not hold the rules: whether one was loosened cannot be told.",
    "diff_never": 'Gate "{bar}": nothing fails.',
    "accepted": "Accepted ({count})",
    "accepted_by": "accepted by {by} on {on}, until {until}: {reason}",
    "accepted_before": "exception",
    "was_accepted": "was accepted by {by} until {until}",
    "was_undated": "accepted by {by} until {until}; without a day (--today) this cannot be told, and does not exempt",
    "accept": "accept",
    "exceptions": "Exceptions",
    "exceptions_stale": "Exceptions to look at ({count})",
    "exceptions_day": "Looked at as of {day}.",
    "state_in-force": "in force",
    "state_expired": "expired",
    "state_unmatched": "matches nothing",
    "state_outgrown": "the finding is graver or wider than what was accepted, or rests on other facts",
    "state_not-yet": "approved after the day of the check",
    "state_undated": "the day of the check is not given (--today)",
    "state_not-checked": "its rule was not run here",
    "exceptions_fail": "Exceptions expired or matching nothing: {count}.",
    "loosened_fail": "Rules loosened: {count}.",
    "unsure": "Not counted, known less well than asked: {count}.",
    "compared": "Against {against}: findings already known: {known}.",
    "compared_gone": "No longer found, to be removed from the baseline: {gone}.",
    "left_out": 'View "{profile}"; not shown: findings {findings}, questions {questions}, claims {claims}.',
    "standing_new": "new",
    "standing_worse": "worse",
    "standing_known": "known before",
    "standing": "since then",
    "bundle_made": "{file}: {files} files; SHA-256 of the manifest: {digest}",
    "bundle_left_out": "left out as confidential: {paths}",
    "bundle_still_told": "What follows from them is still in the result and in the reports: read these before you publish.",
    "bundle_whole": "{files} files, each as the manifests say; SHA-256 of the manifest: {digest}",
    "bundle_same": "The result, given again, is the same byte for byte.",
    "bundle_differs": "The result, given again from these files, is NOT the one in the bundle.",
    "bundle_pages_same": "The reports, made again, are the same byte for byte.",
    "bundle_pages_differ": "The reports, made again, are NOT those in the bundle.",
    "bundle_pages_untried": "The reports are of version {version} and are not compared by version {mine}.",
    "bundle_missing": "Not given again: files were left out of the bundle: {paths}",
    "bundle_ask": "Ask whoever made it for these files, and name their folder: --withheld FOLDER",
    "bundle_other": "Not given again: rules or knowledge that come with this version are others: {paths}",
    "bundle_version": "The bundle was made by version {version}; this is version {mine}.",
    "more_findings": "More findings, not shown here: {count}.",
    "story_several": "Findings of this rule: {count}. Choose by id.",
    "story_date": "as of {as_of}",
    "story_found": "What was found",
    "story_rule": "By which rule",
    "story_path": "The path of the data, step by step",
    "story_control": "Who controls, share by share",
    "story_facts": "The facts, and how each is known",
    "story_law": "The law",
    "story_change": "What is missing, and what would change the finding",
    "story_remedy": "What to do",
    "story_step": 'From {start} to {end} (flow "{flow}")',
    "story_transport_none": "not protected",
    "story_content_none": "not protected beyond the transport",
    "story_reads_yes": "There, the data can be read in clear.",
    "story_reads_possible": "Whether the data can be read there in clear is not shown.",
    "story_whose": "{who}, country: {country} ({known})",
    "story_controls": "{who} ({country}) controls it, through:",
    "story_may_control": "{who} ({country}) may control it, which is not shown, through:",
    "story_holder": "other holder, no control shown",
    "story_owners_open": "Not all of its holders are known.",
    "story_nobody_controls": "Nobody known controls it.",
    "story_until": ", until {date}",
    "story_since_assumed": ", first day not known and assumed to be earlier",
    "story_documented": "{clause}.",
    "story_observed": "it was observed{date} that {clause}.",
    "story_declared": "the party concerned states that {clause}.",
    "story_alleged": "according to {who}, {clause}.",
    "story_inferred": "from {ref} follows that {clause}; we could not check it.",
    "story_assumed": "it is assumed, with nobody to vouch for it, that {clause}.",
    "story_if_shown": "If these facts were shown to be favourable, level of severity: {severity}.",
    "story_if_so": "If these facts were shown to be so, level of severity: {severity}.",
    "story_weak": "Neither documented nor observed, facts number {numbers}: a document to the contrary would change the finding.",
    "rule_questions": "Questions asked where a fact is missing",
}

Say = Callable[..., str]


@cache
def translator(lang: str) -> Callable[..., str]:
    """Give the function that turns an English text of the interface, and its context if any, into `lang`, typeset."""
    if lang != "fr":
        return lambda text, context="": text
    from gettext import GNUTranslations

    with (CATALOGUES / lang / "LC_MESSAGES" / "auditor.mo").open("rb") as file:
        catalogue = GNUTranslations(file)

    def translate(text: str, context: str = "") -> str:
        return spaced(catalogue.pgettext(context, text) if context else catalogue.gettext(text))

    return translate


def speaker(lang: str) -> Say:
    """Give the function that says a key in `lang`, with values put in; a word that is no key is said as it is."""
    translate = translator(lang)
    side = 0 if lang == "fr" else 1

    def say(key: str, **values: object) -> str:
        text = translate(WORDS[key]) if key in WORDS else VALUES[key][side] if key in VALUES else key
        if values and side == 0:
            values = {
                name: French(value) if isinstance(value, str) else value for name, value in values.items()
            }
        return text.format(**values) if values else text

    return say


def label(say: Say, key: str, lang: str) -> str:
    """Give the words of `key` as a label before a value."""
    return f"{say(key)}{NO_BREAK}:" if lang == "fr" else f"{say(key)}:"


def spaced(text: str) -> str:
    """Put no-break spaces where French typography wants them: a full one before a colon, narrow ones elsewhere."""
    for mark in (";", "!", "?", "»"):
        text = text.replace(f" {mark}", f"{NARROW}{mark}")
    return (
        text.replace(" %", f"{NARROW}%")
        .replace(f"{NARROW}%(", " %(")
        .replace(" :", f"{NO_BREAK}:")
        .replace("« ", f"«{NARROW}")
    )


def printable(text: str) -> str:
    """Give `text` without characters that cannot be seen."""
    if text.isprintable():
        return text
    return "".join(
        c if c.isprintable() or c in "\u202f\u00a0\n" else "\N{REPLACEMENT CHARACTER}" for c in text
    )


def pick(text: Bilingual, lang: str) -> str:
    """Give a text in `lang`, typeset."""
    return spaced(text.fr) if lang == "fr" else text.en
