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
    "tls": "TLS",
    "tls-1.0": "TLS 1.0",
    "tls-1.1": "TLS 1.1",
    "tls-1.2": "TLS 1.2",
    "tls-1.3": "TLS 1.3",
    "ssl": "SSL",
    "mtls": "mutual TLS",
    "vpn": "encrypted tunnel",
    "self-signed": "TLS, self-signed certificate",
    "opportunistic": "TLS if the other end offers it",
    "post": "by post",
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
    "owners_open": "control not shown",
    "no_controller": "nobody known",
    "since": "since {date}",
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
    for mark in (";", "!", "?", "»"):
        text = text.replace(f" {mark}", f"{NARROW}{mark}")
    return (
        text.replace(" %", f"{NARROW}%").replace(f"{NARROW}%(", " %(").replace(" :", f"{NO_BREAK}:").replace("« ", f"«{NARROW}")
    )


def printable(text: str) -> str:
    """Give `text` without characters that cannot be seen."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in "\u202f\u00a0\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def pick(text: Bilingual, lang: str) -> str:
    """Give a text in `lang`, typeset."""
    return spaced(text.fr) if lang == "fr" else text.en
