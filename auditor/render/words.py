"""Every word of the interface, by key, and how a language says it.

Texts are written in English; French comes from the catalogue, which `make locales` keeps. Nothing is read for English.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from auditor.model.result import Bilingual

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
    "counts": "Established: {established} ({severities}); hypothetical: {hypothetical}; open questions: {questions}; facts not stated: {unstated}.",
    "nothing_found": "none",
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
    "story_rests": "This finding rests on:",
    "story_missing": "Missing, to conclude:",
    "story_no_source": "no source",
    "rule_sentence": "In one sentence",
    "rule_examples": "Examples, from its tests",
    "rule_severity": "Severity",
    "rule_gate": "May fail a build",
    # drawing
    "drawing_title": "Drawing of the data flows: {title}",
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
    "drawing_left_out": "Organisations not drawn: {count}.",
    # page
    "title": "Data-flow audit: {title}",
    "scope": "Facts as described, as of {as_of}.",
    "other_lang": "Français",
    "skip": "Skip to the result",
    "result": "Result",
    "verdict": "Findings established: {established}. Claims contradicted: {contradicted}. Questions open: {questions}.",
    "severity": "Severity",
    "kind": "Kind",
    "rule_col": "Rule",
    "pack_col": "Pack",
    "title_col": "Title",
    "reading": "What this means, and does not mean",
    "reading_1": "A fact declared is not a fact measured: each finding says how its premises are known.",
    "reading_2": "Exposure to the law of a State is not a transfer, and possible access is not access that took place.",
    "reading_3": "What is not found in the documents listed is not thereby absent: it is a question.",
    "reading_4": "The number of findings does not measure how grave a situation is; no view on lawfulness is taken.",
    "premises": "Proof",
    "fact_col": "Fact",
    "value_col": "Value",
    "known_col": "Known as",
    "source_col": "Source",
    "place_col": "Where",
    "questions": "Open questions",
    "flows": "Flow table",
    "from_col": "From",
    "to_col": "To",
    "data_col": "Data",
    "control_title": "Who controls what",
    "organisation_col": "Organisation",
    "country_col": "Country",
    "controllers_col": "Controlled by",
    "holders_col": "Other holders (no control shown)",
    "owners_open": "control not shown",
    "no_controller": "nobody known",
    "since": "since {date}",
    "exposures": "Exposure to the law of third States",
    "exposures_note": "This table says nothing of a transfer: it says which law reaches whoever keeps the data.",
    "host_col": "Host",
    "custodian_col": "Custodian",
    "state_col": "State",
    "instrument_col": "Instrument",
    "reach_col": "Reach",
    "recipients": "Recipients",
    "activity_col": "Activity",
    "role_col": "Role",
    "declared_col": "Declared",
    "method": "Method and limits",
    "method_packs": "Packs of rules applied: {packs}.",
    "method_knowledge": "Knowledge base as of {date}.",
    "method_twice": "Everything is derived twice, from what is certain and from what is possible; where the two differ, there is a question.",
    "overrides": "Facts of the case that replace those of the knowledge base",
    "assumptions": "Assumptions",
    "not_analysed": "Not analysed",
    "replies": "Right of reply",
    "no_replies": "No reply on file.",
    "inputs": "Inputs",
    "file_col": "File",
    "sources": "Sources",
    "reproduce": "Reproduce this audit",
    "reproduce_text": "With version {version} of the program and the files below, these commands give the same bytes.",
    "glossary": "Glossary",
    "glossary_exposure": "Exposure: the law of a third State reaches whoever keeps the data. E0 none identified, E1 residual, E2 conditional, E3 through control, E4 direct.",
    "glossary_transfer": "Transfer: an exporter under the GDPR sends or makes available data to an importer in a third country.",
    "glossary_control": "Control: the majority of votes, alone or through those one controls. A minority investor does not control.",
    "glossary_known": "Known as: documented, observed, declared by the party itself, alleged by another, inferred, assumed; from strong to weak.",
    "about_flow": "flow",
    "about_document": "document",
    "about_ownership": "ownership",
    "established_none": "No finding established.",
}

Say = Callable[..., str]


@cache
def translator(lang: str) -> Callable[[str], str]:
    """Give the function that turns an English text of the interface into `lang`, typeset."""
    if lang != "fr":
        return str
    from gettext import GNUTranslations

    with (CATALOGUES / lang / "LC_MESSAGES" / "auditor.mo").open("rb") as file:
        translated = GNUTranslations(file).gettext
    return lambda text: spaced(translated(text))


def speaker(lang: str) -> Say:
    """Give the function that says a key in `lang`, with values put in; a word that is no key is said as it is."""
    translate = translator(lang)

    def say(key: str, **values: object) -> str:
        text = translate(WORDS[key]) if key in WORDS else key
        return text.format(**values) if values else text

    return say


def label(say: Say, key: str, lang: str) -> str:
    """Give the words of `key` as a label before a value."""
    return f"{say(key)}{NO_BREAK}:" if lang == "fr" else f"{say(key)}:"


def spaced(text: str) -> str:
    """Put no-break spaces where French typography wants them: a full one before a colon, narrow ones elsewhere."""
    for mark in (";", "!", "?", "»", "%"):
        text = text.replace(f" {mark}", f"{NARROW}{mark}")
    return text.replace(" :", f"{NO_BREAK}:").replace("« ", f"«{NARROW}")


def printable(text: str) -> str:
    """Give `text` without characters that cannot be seen."""
    return "".join(c if c.isprintable() or c in "\u202f\u00a0\n" else "\N{REPLACEMENT CHARACTER}" for c in str(text))


def pick(text: Bilingual, lang: str) -> str:
    """Give a text in `lang`, typeset."""
    return spaced(text.fr) if lang == "fr" else text.en
