"""What an importer read in a document, as it is kept in a case: where each fact stands, which words are kept, what is asked or left."""

from typing import Literal

from msgspec import Struct

from auditor.model.case.captures import Sha256
from auditor.model.scalars import Count, SourceRef

#: What a document is.
DocumentKind = Literal[
    "register",
    "threat-model",
    "data-map",
    "bill-of-materials",
    "subprocessor-list",
    "tag-container",
    "cookie-list",
    "vendor-list",
    "sellers-list",
    "application-report",
]
#: Who keeps a record of processing: a controller (GDPR art. 30(1)) or a processor (art. 30(2)).
Keeper = Literal["controller", "processor"]
#: Why words settle nothing, and what is asked.
Why = Literal[
    "pending",
    "refers",
    "ambiguous",
    "reserve",
    "no-object",
    "initials",
    "several",
    "contradicts",
    "not-a-word",
    "no-period",
    "not-a-date",
    "which-company",
    "which-country",
    "annulled",
    "is-it-processed",
    "is-it-personal",
    "who-is-it",
    "differs",
    "no-entry",
    "no-guarantee",
    "which-role",
    "paper",
    "whose-machines",
    "credentials-or-personal",
    "another-end",
    "what-else",
    "which-others",
    "when",
]
#: What became of words that are neither a fact nor a question.
Left = Literal[
    "note",
    "negative-row",
    "not-a-row",
    "title",
    "hidden-sheet",
    "hidden-row",
    "struck-out",
    "no-register",
    "example",
    "repeated",
    "untouched",
    "heading-unknown",
    "other-record",
    "not-applicable",
    "number-as-text",
    "formula",
    "merged",
    "encoding",
    "cut",
    "comments",
]
#: Why an element of a source became no fact.
WhyAside = Literal[
    "by-hand",
    "not-personal",
    "not-personal-by-label",
    "carries-nothing",
    "never-carried",
    "data-word",
    "no-direction",
    "same-flow",
    "default",
    "nobody-called",
    "switched-off",
    "struck-out",
    "not-shown",
    "title-is-no-place",
    "says-nothing",
    "persons",
    "unconfirmed",
    "not-of-the-case",
    "no-such-key",
    "no-such-word",
    "no-such-element",
    "older-word",
    "prose",
    "no-category",
    "nearest",
    "believed",
    "same-id",
    "hidden-signs",
    "cut",
    "several",
    "unnamed",
    "no-company",
    "out-of-reach",
    "formula",
    "own-pages",
    "program",
    "no-permission",
    "mixed-scripts",
    "not-disclosed",
    "deleted",
    "one-visitor",
]
#: What the person who imports can say of a source in `imports.yaml`.
Sayable = Literal[
    "data",
    "people",
    "by",
    "for",
    "site",
    "same",
    "location_means",
    "another-source",
    "bid-requests",
    "called-when",
]


class Words(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Words of the document at a place, under the label that stands there."""

    at: SourceRef
    label: str = ""
    words: str = ""


class AskedWords(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A fact that the words at a place do not settle, and why; `suggest` is what they may mean and nobody stated."""

    fact: str
    at: SourceRef
    why: Why
    words: str = ""
    suggest: str = ""


class LeftWords(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What was met and not taken in, and what it is."""

    at: SourceRef
    what: Left
    words: str = ""


class AsideElement(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An element or a word of a source that became no fact, and why; of one left out by hand, `words` are the reason."""

    at: SourceRef
    what: WhyAside
    words: str = ""


class ToSay(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What `imports.yaml` may say of a source and does not, with the words of the source it would be said of."""

    what: Sayable
    words: list[str] = []


class SaidBeside(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a source says of something the case describes by hand, where the case says nothing or otherwise."""

    fact: str
    at: SourceRef
    words: str


class ImportRecord(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One document: what it is, its SHA-256, and what became of each of its filled cells.

    `cells` are as many as `labels`, `facts`, `questions`, `kept_words` and `left_words` together. `places` give where a fact stands
    that has no source of its own. `ids` give the id that each number of the document's own (`RH-01`) has in the case.
    `said` is the SHA-256 of what people say of the document. `aside` are words of cells that nothing else of the import repeats, so that a
    paper made of it can: in a confidential file, as nobody looked at what they are.

    Of a source that is made of elements, no cells are counted: `elements` are those that became facts, `left_out` and `not_understood` those
    that did not, `to_say` is what only the person who imports can say, `beside` what the source says of what people described by hand,
    `leaves_open` are questions that the source asks itself, `decisions` those it took, which are no facts.
    """

    kind: DocumentKind
    format: str
    file: str
    sha256: Sha256
    keeper: Keeper = "controller"
    version: str = ""
    cells: Count = "0"
    labels: Count = "0"
    facts: Count = "0"
    questions: Count = "0"
    kept_words: Count = "0"
    left_words: Count = "0"
    ids: dict[str, str] = {}
    places: dict[str, SourceRef] = {}
    kept: list[Words] = []
    to_ask: list[AskedWords] = []
    left: list[LeftWords] = []
    aside: list[Words] = []
    said: str = ""
    elements: Count = "0"
    left_out: list[AsideElement] = []
    not_understood: list[AsideElement] = []
    to_say: list[ToSay] = []
    beside: list[SaidBeside] = []
    leaves_open: list[Words] = []
    decisions: list[Words] = []
