"""fides: a data map in YAML, with its systems, what each is used for, and its data sets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, Final

from auditor.errors import Refused, at_file
from auditor.loading.importing.alpha_3 import ALPHA_2
from auditor.loading.importing.elements import Elements, of
from auditor.loading.importing.format import BY_ITS_KEYS, Asked, Document, Imported, ImportFormat, Tree
from auditor.loading.importing.ids import kebab
from auditor.loading.importing.models import Model, Sent, noted
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.values import looks_like_text, value_of
from auditor.model.vocabulary import UNKNOWN
from auditor.text import models as words
from auditor.text.model_formats import FIDES_BY, FIDES_TITLE
from auditor.text.problems import importing as problems

SECTIONS: Final = ("system", "dataset", "organization")
_HEAD: Final = re.compile(
    r"""^["']?(?:system|dataset|organization)["']?\s*:|"(?:system|dataset|organization)"\s*:""", re.MULTILINE
)
#: Keys of the taxonomy of data, and the categories they stand for; the longest beginning wins.
DATA: Final[dict[str, tuple[str, ...]]] = {
    "user": ("personal",), "user.account": ("personal",), "user.authorization": ("personal",),
    "user.authorization.biometric": ("biometric",), "user.behavior": ("personal",), "user.biometric": ("biometric",),
    "user.biometric.health": ("biometric", "health"), "user.childrens": ("personal",), "user.contact": ("contact",),
    "user.content": ("personal",), "user.content.self_image": ("image",), "user.criminal_history": ("criminal",),
    "user.demographic": ("personal",), "user.demographic.political_opinion": ("political-opinion",),
    "user.demographic.race_ethnicity": ("ethnic-origin",), "user.demographic.religious_belief": ("religious-belief",),
    "user.demographic.sexual_orientation": ("sex-life",), "user.device": ("device",), "user.financial": ("financial",),
    "user.government_id": ("national-id",), "user.health_and_medical": ("health",),
    "user.health_and_medical.genetic": ("genetic",), "user.job_title": ("employment",), "user.location": ("location",),
    "user.name": ("identity",), "user.payment": ("financial",), "user.privacy_preferences": ("personal",),
    "user.sensor": ("personal",), "user.social": ("personal",), "user.telemetry": ("device",),
    "user.unique_id": ("personal",), "user.user_sensor": ("personal",), "user.workplace": ("employment",),
}  # fmt: skip
LEGAL_BASES: Final = {
    "Consent": "consent",
    "Contract": "contract",
    "Legal obligations": "legal-obligation",
    "Vital interests": "vital-interest",
    "Public interest": "public-task",
    "Legitimate interests": "legitimate-interest",
}
SPECIAL_BASES: Final = {
    "Explicit consent": "explicit-consent",
    "Employment, social security and social protection": "employment",
    "Vital interests": "vital-interest",
    "Not-for-profit bodies": "non-profit",
    "Made public by the data subject": "made-public",
    "Legal claims or judicial acts": "legal-claims",
    "Reasons of substantial public interest (with a basis in law)": "substantial-public-interest",
    "Health or social care (with a basis in law)": "health-care",
    "Public health (with a basis in law)": "public-health",
    "Archiving, research and statistics (with a basis in law)": "research",
}
#: Values that an export writes when nobody said anything.
DEFAULTS: Final[dict[str, str]] = {
    "processes_personal_data": "true", "exempt_from_privacy_regulations": "false", "uses_profiling": "false",
    "does_international_transfers": "false", "requires_data_protection_assessments": "false", "uses_cookies": "false",
    "cookie_refresh": "false", "uses_non_cookie_access": "false", "flexible_legal_basis_for_processing": "true",
    "processes_special_category_data": "false", "data_shared_with_third_parties": "false",
    "administrating_department": "Not defined",
}  # fmt: skip
OF_A_SYSTEM: Final = (
    *(
        "fides_key",
        "organization_fides_key",
        "name",
        "tags",
        "meta",
        "fidesctl_meta",
        "system_type",
        "privacy_policy",
    ),
    *(
        "administrating_department",
        "dataset_references",
        "processes_personal_data",
        "data_stewards",
        "hidden",
    ),
    *(
        "legal_address",
        "legal_basis_for_transfers",
        "responsibility",
        "vendor_id",
        "previous_vendor_id",
        "created_at",
    ),
)
OF_A_DECLARATION: Final = (
    *(
        "fides_key",
        "id",
        "egress",
        "ingress",
        "dataset_references",
        "cookies",
        "features",
        "shared_categories",
    ),
    *("third_parties", "processes_special_category_data", "data_qualifier"),
)
OF_A_DATASET: Final = (
    *(
        "fides_key",
        "organization_fides_key",
        "name",
        "description",
        "tags",
        "meta",
        "fides_meta",
        "fidesctl_meta",
    ),
    *("data_qualifier", "retention", "namespace", "after"),
)


def recognises(document: Document) -> int:
    """Tell whether a document is a manifest. Raises Refused where it is broken."""
    if not _HEAD.search(looks_like_text(document)):
        return 0
    value = value_of(document)
    listed = [value.get(section) for section in SECTIONS] if isinstance(value, dict) else []
    return BY_ITS_KEYS * (
        any(
            isinstance(item, dict) and "fides_key" in item
            for part in listed
            if isinstance(part, list)
            for item in part
        )
    )


def read(document: Document, asked: Asked) -> Imported:
    """Give what a manifest says. Raises Refused, UsageRefused, NothingToCheck."""
    return _Fides(document, asked).made()


class _Fides:
    """Makes the facts of one manifest."""

    def __init__(self, document: Document, asked: Asked) -> None:
        self.document = document
        self.elements = Elements(document, asked, "data-map", "fides")
        self.model = Model(self.elements)
        self.root = Node(value_of(document))
        self._declared: set[str] = set()
        self._people: dict[str, str] = {}
        self._used: dict[tuple[str, str, str], list[str]] = {}
        self._flows: dict[tuple[str, str], list[tuple[Node, list[str]]]] = {}
        self._defaults = 0

    def made(self) -> Imported:
        """Give the trees."""
        elements = self.elements
        elements.source(number="fideslang")
        self._no_key_twice()
        for node in self.root.get("organization").items():
            self._organisation(node)
        systems = list(self.root.get("system").items())
        for node in self.root.get("dataset").items():
            self._dataset(node)
        for node in systems:
            self._system(node)
        for node in systems:
            self._flows_of(node)
        for (from_, to), said in self._flows.items():
            self._flow(from_, to, said)
        for node in self.root.get("policy").items():
            elements.decision(node, node.get("name", "fides_key").text())
            node.whole()
        for node in systems:
            self._references(node)
        self.root.knows("data_category", "data_use", "data_subject")
        if self._defaults:
            elements.leave("", "default", str(self._defaults))
        elements.unknown_keys(self.root)
        return elements.made(FIDES_TITLE)

    def _no_key_twice(self) -> None:
        wrong = []
        for section in SECTIONS:
            keys = [node.glance("fides_key") for node in self.root.get(section).items()]
            twice = dict.fromkeys(key for key in keys if key and keys.count(key) > 1)
            wrong += [
                at_file(self.document.name, problems.TOLD_TWICE(key=f"{section}.{key}")) for key in twice
            ]
        if wrong:
            raise Refused(wrong)

    def _organisation(self, node: Node) -> None:
        for key in ("controller", "data_protection_officer", "representative"):
            if node.get(key).value:
                self.elements.leave(node.get(key), "persons", key)
                node.get(key).whole()
        node.knows(
            "fides_key", "name", "description", "organization_parent_key", "tags", "fidesctl_meta", "meta"
        )
        node.knows("security_policy")

    # data

    def _categories(self, listed: Node, whole: str) -> list[str]:
        """Give the data that a list of keys stands for; keys that are not of persons by their label are told."""
        found: list[str] = []
        aside: dict[str, int] = {}
        for node in listed.items():
            key = node.text()
            if key.split(".")[0] == "system":
                aside[key] = aside.get(key, 0) + 1
                continue
            self._declare(key, node)
            found += self.model.data.carried(node, whole)
        for key, count in aside.items():
            self.elements.leave(listed, "not-personal-by-label", f"{key} ({count})" if count > 1 else key)
        return list(dict.fromkeys(found))

    def _declare(self, key: str, node: Node) -> None:
        if key in self._declared:
            return
        self._declared.add(key)
        parts = key.split(".")
        starts = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
        start = next((each for each in starts if each in DATA), "")
        outside = start in ("", "user") and key != "user"
        if outside:
            near = get_close_matches(key, DATA, 1)
            self.elements.leave(node, "nearest", ": ".join([key, *near]))
        note = words.NOT_OF_THE_TAXONOMY if outside else None
        self.model.data.declare(key, node, own=DATA.get(start, ()), note=note)

    def _dataset(self, node: Node) -> None:
        key = node.get("fides_key").text()
        title = self.elements.words(node.get("name").text() or key, node)
        listed: list[str] = []
        is_open, aside = False, {}  # type: ignore[var-annotated]
        for leaf in self._leaves(node):
            categories = leaf.get("data_categories")
            if not categories.value and not leaf.get("fields", "collections").value:
                self.elements.leave(leaf, "no-category", leaf.get("name").text())
                is_open = True
            personal = [each for each in categories.items() if each.text().split(".")[0] != "system"]
            for each in personal:
                self._declare(each.text(), each)
                listed += self.model.data.carried(each, title)
            for each in categories.items():
                if each.text().split(".")[0] == "system":
                    aside[each.text()] = aside.get(each.text(), 0) + 1
        for word, count in aside.items():
            self.elements.leave(node, "not-personal-by-label", f"{word} ({count})")
        keeps = of([*listed, *([UNKNOWN] if is_open else [])]) if listed or is_open else []
        self.model.host(f"dataset {key}", node, title, {"operator": UNKNOWN, "keeps": keeps}, own=key)

    def _leaves(self, node: Node) -> Iterator[Node]:
        """Give a data set, its collections and all their fields, to any depth."""
        node.knows(*OF_A_DATASET)
        yield node
        for each in [*node.get("collections").items(), *node.get("fields").items()]:
            yield from self._leaves(each)

    # systems

    def _system(self, node: Node) -> None:
        elements = self.elements
        key = node.get("fides_key").text()
        title = elements.words(node.get("name").text() or key, node)
        self._count_defaults(node)
        if node.get("description").text():
            elements.leave(node.get("description"), "prose", node.get("description").text())
        operator = self._operator(node)
        entry: Tree = {"kind": "application"} if node.get("system_type").text() == "Application" else {}
        notes = [words.vendor_id(node.get("vendor_id").text())] if node.get("vendor_id").text() else []
        if node.get("uses_cookies").is_true:
            notes.append(words.USES_COOKIES)
        entry |= {"operator": operator or UNKNOWN, "note": words.together(notes)}
        self.model.host(f"system {key}", node, title, entry, own=key)
        role = self._role(node, operator)
        self._assessed(node, title)
        transfers = self._transfers(node)
        for each in node.get("privacy_declarations").items():
            self._declaration(each, key, title, role=role, operator=operator, transfers=transfers)
        node.knows(*OF_A_SYSTEM)

    def _operator(self, node: Node) -> str:
        legal = node.get("legal_name")
        found = self.elements.company(legal.text(), node)
        address = node.get("legal_address").text()
        entry = self.elements.sections["organisations"].get(found)
        if address and entry is not None:
            entry["note"] = words.address(self.elements.words(address, node.get("legal_address")))
        elif address:
            self.elements.leave(node.get("legal_address"), "prose", address)
        return found

    def _references(self, node: Node) -> None:
        """Tell which data sets a system and its uses are said to draw on: that says neither what goes there nor which way."""
        key = node.glance("fides_key")
        for part in (node, *node.get("privacy_declarations").items()):
            for each in part.get("dataset_references").items():
                ends = (f"system {key}", f"dataset {each.text()}")
                if not self.model.has(ends[1]) and not self.elements.same(each.text()):
                    self.elements.leave(each, "no-such-element", each.text())
                elif ends not in self._flows and ends[::-1] not in self._flows:
                    self.elements.leave(each, "no-direction", f"{key} → {each.text()}")

    def _assessed(self, node: Node, title: str) -> None:
        """Tell that an impact assessment is said to be required, of which the file does not say for which use."""
        assessment = node.get("data_protection_impact_assessment")
        if assessment.get("is_required").is_true:
            said = ["data_protection_impact_assessment", title, assessment.get("progress").text()]
            self.elements.leave(assessment, "prose", ": ".join(filter(None, said)))
        assessment.knows("is_required", "progress", "link")

    def _role(self, node: Node, operator: str) -> str:
        said = node.get("responsibility").texts()
        older = node.get("data_responsibility_title")
        if not said and older.text():
            said = [older.text()]
            if operator:
                self.elements.leave(older, "older-word", f"responsibility: {older.text()}")
        if said and not (operator and len(said) == 1):
            place = older if older.text() else node.get("responsibility")
            self.elements.leave(place, "no-company", f"responsibility: {', '.join(said)}")
        return said[0] if operator and len(said) == 1 else ""

    def _transfers(self, node: Node) -> Any:
        stated, older = node.get("does_international_transfers").is_true, node.get("third_country_transfers")
        codes = []
        for each in older.items():
            code = ALPHA_2.get(each.text(), each.text())
            if code in self.elements.asked.knowledge.countries:
                codes.append(code)
            else:
                self.elements.leave(each, "no-such-word", each.text())
                codes.append(UNKNOWN)
        if codes:
            return list(dict.fromkeys(codes))
        if stated:
            return noted(UNKNOWN, words.transfers(", ".join(node.get("legal_basis_for_transfers").texts())))
        return None

    def _count_defaults(self, node: Node) -> None:
        for key, default in DEFAULTS.items():
            said = node.value.get(key) if isinstance(node.value, dict) else None
            if said is not None and Node(said).text() == default:
                node.get(key).read()
                self._defaults += 1

    # uses

    def _declaration(
        self, node: Node, system: str, title: str, *, role: str, operator: str, transfers: Any
    ) -> None:
        elements = self.elements
        called = node.get("name").text() or node.get("data_use").text()
        whole = elements.words(f"{title}: {called}", node)
        self._count_defaults(node)
        if node.get("description").text():
            elements.leave(node.get("description"), "prose", node.get("description").text())
        node.knows(*OF_A_DECLARATION)
        if elements.left_out(node, called, whole):
            node.whole()
            return
        name = elements.same(called, whole) or elements.own(
            "activities", f"{system}-{called}", node, title=whole
        )
        for way in ("egress", "ingress"):
            for each in node.get(way).texts():
                self._used.setdefault((system, way, each), []).append(name)
        entry: Tree = {
            "title": whole,
            "purpose": node.get("data_use").text(),
            "people": self._subjects(node.get("data_subjects")),
            "data": of(self._categories(node.get("data_categories"), whole) or [UNKNOWN]),
            "controller": operator if role == "Controller" else UNKNOWN,
            "processors": [operator, UNKNOWN] if role in ("Processor", "Sub-Processor") else [UNKNOWN],
            "recipients": self._recipients(node),
            "legal_basis": self._word(node.get("legal_basis_for_processing"), LEGAL_BASES),
            "special_basis": self._word(node.get("special_category_legal_basis"), SPECIAL_BASES),
            "retention": node.get("retention_period").text(),
            "transfers": transfers,
            "source": elements.at(node),
        }
        if name not in elements.asked.said.same.values():
            elements.add("activities", name, entry)

    def _recipients(self, node: Node) -> Any:
        if not node.get("data_shared_with_third_parties").is_true:
            return [UNKNOWN]
        parties = node.get("third_parties")
        return noted(UNKNOWN, words.shared(self.elements.words(parties.text(), parties)))

    def _word(self, node: Node, table: dict[str, str]) -> str:
        said = node.text()
        if said and said not in table:
            self.elements.leave(node, "no-such-word", said)
        return table.get(said, "")

    def _subjects(self, listed: Node) -> Any:
        found = [self._person(each.text(), each) for each in listed.items()]
        return of(filter(None, found)) if any(found) else []

    def _person(self, key: str, node: Node) -> str:
        """Give the people that a data subject is: those of the case with exactly this id, where nobody says otherwise."""
        if key not in self._people:
            own = self.elements.asked.own.get("people", {})
            of_the_case = key in own and not self.model.is_said_to_be_people(key)
            self._people[key] = key if of_the_case else self.model.people(key, node, key)
        return self._people[key]

    # flows

    def _flows_of(self, node: Node) -> None:
        """Gather what systems say they send and receive: what one sends to another and what that receives from it are one."""
        key = node.get("fides_key").text()
        for way in ("egress", "ingress"):
            for each in node.get(way).items():
                other = each.get("fides_key").text()
                kind = each.get("type").text() or "system"
                ends = (f"system {key}", f"{kind} {other}")
                ends = ends if way == "egress" else ends[::-1]
                data = each.get("data_categories")
                said = self._flows.setdefault(ends, [])
                if said:
                    self.elements.leave(each, "same-flow", said[0][0].at)
                said.append(
                    (each, self._categories(data, f"{key} {way} {other}") if data.value else [UNKNOWN])
                )
                for activity in self._used.get((key, way, other), []):
                    listed = self._used.setdefault(("", *ends), [])
                    listed += [activity] if activity not in listed else []

    def _flow(self, from_: str, to: str, said: list[tuple[Node, list[str]]]) -> None:
        node = said[0][0]
        stated = [word for _, data in said for word in data if word != UNKNOWN]
        own = "-".join(kebab(end.partition(" ")[2]) for end in (from_, to))
        ends = [self._end(end, node) for end in (from_, to)]
        listed = self._used.get(("", from_, to), [])
        for activity in listed or [self.elements.activity(title=words.no_declared_use(self.document.name))]:
            apart = own if activity == (listed or [activity])[0] else f"{own}-{activity}"
            each = Sent(own=apart, node=node, title="", from_=ends[0], to=ends[1], activity=activity)
            self.model.flow(each, stated or said[0][1])

    def _end(self, end: str, node: Node) -> str:
        kind, _, key = end.partition(" ")
        return self._person(key, node) if kind == "user" else self.model.end(end, node)


FORMAT = ImportFormat(title=FIDES_TITLE, looked_for=FIDES_BY, recognises=recognises, read=read)
