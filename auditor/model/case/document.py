"""The case as a whole, and one file of it."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Final, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from auditor.model.case.activities import Activity
from auditor.model.case.agreements import Agreement
from auditor.model.case.answered import AnswerRecord
from auditor.model.case.captures import CaptureRecord, Sha256
from auditor.model.case.claims import Claim
from auditor.model.case.data import Data
from auditor.model.case.expected import Expected
from auditor.model.case.flows import Flow
from auditor.model.case.head import CaseHead
from auditor.model.case.hosts import Host
from auditor.model.case.imported import ImportRecord
from auditor.model.case.notices import Notice
from auditor.model.case.organisations import Organisation
from auditor.model.case.ownership import Ownership
from auditor.model.case.people import People
from auditor.model.case.questions import Question, Reply
from auditor.model.case.scenarios import Scenario
from auditor.model.case.sources import Source
from auditor.model.columns import Columns, ColumnsOfSections
from auditor.model.scalars import Id, SourceRef
from auditor.model.vocabulary import Known


class Case(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One audit. Entries of lists are keyed by their ends (`amazon>aws-emea`), so that every fact has an address."""

    case: CaseHead
    sources: dict[str, Source] = {}
    people: dict[str, People] = {}
    data: dict[str, Data] = {}
    organisations: dict[str, Organisation] = {}
    ownership: dict[str, Ownership] = {}
    activities: dict[str, Activity] = {}
    hosts: dict[str, Host] = {}
    flows: dict[str, Flow] = {}
    agreements: dict[str, Agreement] = {}
    notices: dict[str, Notice] = {}
    claims: dict[str, Claim] = {}
    questions: dict[str, Question] = {}
    replies: dict[str, Reply] = {}
    scenarios: dict[str, Scenario] = {}
    captures: dict[str, CaptureRecord] = {}
    imports: dict[str, ImportRecord] = {}
    answers: dict[str, AnswerRecord] = {}

    def entries(self) -> int:
        """Give how many organisations, shares, activities, hosts and flows there are: what judging the case goes over."""
        return (
            len(self.organisations)
            + len(self.ownership)
            + len(self.activities)
            + len(self.hosts)
            + len(self.flows)
        )

    @cached_property
    def columns(self) -> Mapping[str, Columns]:
        """The words by which the entries of each section refer to others, and their dates, and which entries hold more than words.

        Those of a section are told when they are first asked for.
        """
        return ColumnsOfSections({name: getattr(self, name) for name in self.__struct_fields__[1:]})


#: What an entry that is named by its two ends is, where the case does not list it yet.
OF_ENDS: Final[dict[str, type[Struct]]] = {"agreements": Agreement, "ownership": Ownership}
Confidential = Annotated[Literal["true", "false"], Meta(extra={"scalar": "boolean"})]


class CaseFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of a case: any part of it. `known` and `source` at its head hold for all its facts that say nothing else.

    A bundle for the public leaves out a file that is `confidential`. A file that a program made holds in `imported` the SHA-256 of all
    that follows it: what is edited is refused, and what other files state goes before it.

    `expected` is no part of the facts: by custom it stands in a file of its own, `expected.yaml`.
    """

    auditor: Literal["1"] = "1"
    confidential: Confidential = "false"
    imported: Sha256 | UnsetType = UNSET
    known: Known | UnsetType = UNSET
    source: SourceRef = ""
    case: CaseHead | UnsetType = UNSET
    sources: dict[Id, Source] = {}
    people: dict[Id, People] = {}
    data: dict[Id, Data] = {}
    organisations: dict[Id, Organisation] = {}
    ownership: list[Ownership] = []
    activities: dict[Id, Activity] = {}
    hosts: dict[Id, Host] = {}
    flows: dict[Id, Flow] = {}
    agreements: list[Agreement] = []
    notices: dict[Id, Notice] = {}
    claims: dict[Id, Claim] = {}
    questions: dict[Id, Question] = {}
    replies: list[Reply] = []
    scenarios: dict[Id, Scenario] = {}
    captures: dict[Id, CaptureRecord] = {}
    imports: dict[Id, ImportRecord] = {}
    answers: dict[Id, AnswerRecord] = {}
    expected: list[Expected] = []
