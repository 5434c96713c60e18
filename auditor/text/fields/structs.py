"""Which rows are those of which type of a case."""

from __future__ import annotations

from typing import Any, Final

from auditor.model.case import imported
from auditor.model.case.activities import Activity, Consent
from auditor.model.case.agreements import Agreement
from auditor.model.case.answered import AnswerRecord
from auditor.model.case.captures import CaptureRecord, SeenKind, SeenRecipient
from auditor.model.case.certificates import Certificate
from auditor.model.case.claim_meaning import (
    AboutData,
    CannotRead,
    Certified,
    ControlledFrom,
    ExposedTo,
    HostedIn,
    NeverTo,
    NotExposedTo,
    NoTransfer,
    OnlyRecipients,
    ProcessedIn,
    Says,
)
from auditor.model.case.claims import Claim
from auditor.model.case.contacts import Contact
from auditor.model.case.data import Data
from auditor.model.case.expected import Expected
from auditor.model.case.flows import Flow
from auditor.model.case.head import CaseHead
from auditor.model.case.hosts import Host
from auditor.model.case.imported import (
    AsideElement,
    AskedWords,
    ImportRecord,
    LeftWords,
    SaidBeside,
    ToSay,
)
from auditor.model.case.notices import Notice
from auditor.model.case.organisations import Former, Organisation
from auditor.model.case.ownership import Ownership
from auditor.model.case.people import People
from auditor.model.case.questions import Question, Reply
from auditor.model.case.record import Entry, Purpose, Retention
from auditor.model.case.scenarios import Scenario
from auditor.model.case.sources import Source
from auditor.model.scalars import Share, Value, Version, Words

#: Type of an entry, or of a part of one → the section under which its rows are found.
SECTION_OF: Final[dict[Any, str]] = {
    CaseHead: "case",
    Source: "sources",
    People: "people",
    Data: "data",
    Organisation: "organisations",
    Former: "organisations.former",
    Certificate: "certified",
    Ownership: "ownership",
    Activity: "activities",
    Consent: "activities.consent",
    Host: "hosts",
    Flow: "flows",
    Agreement: "agreements",
    Notice: "notices",
    Claim: "claims",
    Says: "says",
    CannotRead: "says.cannot-read",
    AboutData: "says.about-data",
    HostedIn: "says.hosted-in",
    ProcessedIn: "says.processed-in",
    NoTransfer: "says.no-transfer",
    NotExposedTo: "says.not-exposed-to",
    ExposedTo: "says.exposed-to",
    OnlyRecipients: "says.only-recipients",
    NeverTo: "says.never-to",
    Certified: "says.certified",
    ControlledFrom: "says.controlled-from",
    Question: "questions",
    Reply: "replies",
    Scenario: "scenarios",
    CaptureRecord: "captures",
    SeenRecipient: "captures.recipients",
    SeenKind: "captures.recipients.kinds",
    ImportRecord: "imports",
    AnswerRecord: "answers",
    imported.Words: "imports.kept",
    AskedWords: "imports.to_ask",
    LeftWords: "imports.left",
    AsideElement: "imports.left_out",
    ToSay: "imports.to_say",
    SaidBeside: "imports.beside",
    Purpose: "activities.purposes",
    Retention: "activities.retentions",
    Entry: "activities.entry",
    Contact: "organisations.contact",
    Expected: "expected",
    Value: "value",
    Version: "version",
    Share: "share",
    Words: "words",
}
