"""What two organisations signed."""

from typing import Annotated, Final, Literal, get_args

from msgspec import UNSET, Meta, Struct, UnsetType, field

from auditor.model.scalars import Answer, Date, MaybeStated, PartyRef, SourceRef, Stated, Text
from auditor.model.vocabulary import Known

#: A contract on the processing (GDPR art. 26 and 28), or a tool of transfer (art. 46).
AgreementKind = Literal[
    "processing", "hosting", "joint", "scc", "bcr", "code-of-conduct", "certification", "ad-hoc"
]

#: On what a transfer rests, by GDPR art. 45 and 46; `none` is a fact, an absent word is not.
#: `dpf-onward` is the contract that the Data Privacy Framework asks of its participants for passing data on.
Tool = Literal[
    "adequacy",
    "scc",
    "bcr",
    "code-of-conduct",
    "certification",
    "ad-hoc",
    "dpf-onward",
    "none",
    "unknown",
    "not-produced",
]


#: The decision whose set of standard contractual clauses was signed; contracts on the three older ones ended on 2022-12-27.
Clauses = Literal["2001/497", "2004/915", "2010/87", "2021/914", "unknown", "not-produced"]


#: Whether the law of the importer's country was assessed (SCC cl. 14, EDPB 01/2020), and to what end.
Assessment = Literal["done", "law-not-applied", "insufficient", "none", "unknown", "not-produced"]


#: What an assessment concluded on the law and practice of the country: enough protection, or a problem.
Finds = Literal["sufficient", "problematic", "unknown", "not-produced"]


#: Whether measures supplement the tool (EDPB 01/2020), and whether they are effective.
Measures = Literal["effective", "insufficient", "none", "unknown", "not-produced"]


#: Whether people of the processor read what is sent to it (quality, moderation, abuse): nobody, or on whose decision.
HumanReview = Literal["none", "on-instruction", "without-instruction", "unknown", "not-produced"]


#: A point that GDPR art. 28 asks of a contract with a processor, or of the processor (`guarantees`).
Point = Literal[
    "guarantees",
    "authorised",
    "subject",
    "duration",
    "nature",
    "purpose",
    "data",
    "people",
    "rights-and-duties",
    "documented-instructions",
    "confidentiality",
    "security",
    "sub-processors",
    "assistance-rights",
    "assistance-security",
    "end",
    "audits",
    "instruction-warning",
]
#: The points of art. 28(3), all of which a contract has.
MANDATORY: Final[tuple[Point, ...]] = get_args(Point)[2:]


class Agreement(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What two organisations signed: first who entrusts or sends the data, then who processes or receives it.

    Listed means signed, unless `signed: false` states that the data is entrusted without a contract. `complete` tells whether
    the mandatory points of GDPR art. 28(3) are there; a contract listed as `processing` counts as one that has them.
    `points` tells of each point of art. 28 whether the contract has it; with all of paragraph 3 it is complete, without one it is not.
    `document` tells where the paper is: its reference, file or page. `clauses` names the decision of the standard clauses signed.
    `switching` tells whether the contract has the terms of Data Act art. 25 on changing provider, `essence` whether the essence of an
    arrangement of joint controllers is made available to people (GDPR art. 26(2)).
    `needs_clear`: the service needs the data in clear. `allows_own_use`: the controller allows in writing a compatible use by
    the processor for itself. `human_review` tells whether people of the processor read what is sent to it, and whether on the
    controller's documented instruction. `assessment` tells whether the law of the importer's country was assessed, `finds` what the assessment
    concluded, `assessed_on` when: one that was done has not cleared the transfer by that alone.
    """

    between: Annotated[list[PartyRef], Meta(min_length=2, max_length=2)]
    is_: AgreementKind = field(name="is")
    signed: MaybeStated[Answer] = UNSET
    complete: MaybeStated[Answer] = UNSET
    needs_clear: MaybeStated[Answer] = UNSET
    allows_own_use: MaybeStated[Answer] = UNSET
    human_review: MaybeStated[HumanReview] = UNSET
    module: MaybeStated[str] = UNSET
    clauses: MaybeStated[Clauses] = UNSET
    assessment: MaybeStated[Assessment] = UNSET
    finds: MaybeStated[Finds] = UNSET
    assessed_on: Date = ""
    measures: MaybeStated[Measures] = UNSET
    authorised: MaybeStated[Answer] = UNSET
    exit_clause: MaybeStated[Answer] = UNSET
    switching: MaybeStated[Answer] = UNSET
    essence: MaybeStated[Answer] = UNSET
    contests_requests: MaybeStated[Answer] = UNSET
    document: MaybeStated[str] = UNSET
    points: dict[Point, Stated[Answer]] = {}
    since: Date = ""
    until: Date = ""
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    note: Text = ""
