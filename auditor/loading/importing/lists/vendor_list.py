"""A list of vendors of IAB Europe's framework with a consent string: whom a banner shows to visitors, and what those told IAB Europe."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Final

from auditor.errors import Refused, UsageRefused, at_file
from auditor.loading.importing.elements import Elements
from auditor.loading.importing.format import Document, Tree
from auditor.loading.importing.lists.tc_string import BadString, ConsentString, read_consent_string
from auditor.loading.importing.nodes import Node
from auditor.loading.importing.organisations import BRAND, has_form
from auditor.loading.importing.values import text_of
from auditor.model.numbers import whole
from auditor.model.vocabulary import UNKNOWN
from auditor.text import lists as words
from auditor.text.problems import consent_strings as problems
from auditor.text.problems import importing as said

PUBLISHER: Final = "IAB Europe"
#: How many vendors that are no facts are told one by one.
SHOWN: Final = 20
STRING: Final = "consent-string"
#: Words in a name that tell two of them.
_OTHER_NAME: Final = ("d/b/a", "dba ", "(", "[", " aka ", "trading as")


def consent_of(beside: Document | None) -> ConsentString:
    """Give the consent string that goes with a list. Raises UsageRefused where there is none, Refused where it is broken."""
    if beside is None:
        raise UsageRefused(problems.NO_STRING(), problems.SAY_STRING())
    try:
        return read_consent_string(text_of(beside))
    except BadString as bad:
        raise Refused([at_file(beside.name, bad.why)]) from None


class Vendors:
    """Makes the facts of a list."""

    def __init__(self, elements: Elements, root: Node, consent: ConsentString, beside: Document) -> None:
        self.elements = elements
        self.root = root
        self.consent = consent
        self.version = root.get("vendorListVersion").text()
        elements.source(
            title=f"Global Vendor List, version {self.version}",
            date=root.get("lastUpdated").text()[:10],
            publisher=PUBLISHER,
            number=f"gvl {self.version}",
        )
        self.string = elements.another(
            "string",
            {
                "kind": STRING,
                "title": words.consent_string(consent.created, consent.cmp),
                "author": elements.companies.called(elements.asked.said.by),
                "date": consent.created,
                "sha256": sha256(beside.data).hexdigest(),
            },
        )

    def write(self) -> None:
        """Write the vendors that are shown, and the notice that shows them. Raises UsageRefused where nobody says whose banner it is."""
        elements = self.elements
        if not elements.asked.said.by:
            raise UsageRefused(said.WHOSE_LIST(), said.SAY_BY())
        shown = self.consent.shown()
        recipients: list[str] = []
        purposes: dict[str, None] = {}
        missing, other = set(shown), []
        for number, vendor in self.root.get("vendors").entries():
            vendor.whole()
            if _number(number) not in shown:
                other.append(vendor)
                continue
            missing.discard(_number(number))
            if elements.left_out(vendor, number, vendor.get("name").text()):
                continue
            recipients.append(self._vendor(number, vendor))
            purposes.update(
                dict.fromkeys(
                    each for key in ("purposes", "legIntPurposes") for each in vendor.get(key).texts()
                )
            )
        self._tell(other, sorted(missing))
        entry = {
            "title": words.tcf_banner(self.consent.cmp),
            "by": elements.asked.said.by,
            "for": elements.activity(),
            "recipients": [*recipients, *([UNKNOWN] if missing or not recipients else [])],
            "purposes": self._named("purposes", sorted(purposes, key=_number)),
        }
        elements.add("notices", elements.name, {**entry, "source": self.string})
        self.root.whole()
        elements.unknown_keys(self.root)

    def _tell(self, other: Sequence[Node], missing: Sequence[int]) -> None:
        """Tell what of the string and of the list is no fact: one by one, or how many they are."""
        consent, elements = self.consent, self.elements
        for vendor in other[:SHOWN]:
            elements.leave(vendor, "not-disclosed", f"{vendor.at.rpartition('/')[2]} {vendor.glance('name')}")
        if len(other) > SHOWN:
            elements.leave("/vendors", "not-disclosed", f"+ {len(other) - SHOWN}")
        for absent in missing[:SHOWN]:
            elements.leave("/vendors", "no-such-element", str(absent))
        if len(missing) > SHOWN:
            elements.leave("/vendors", "no-such-element", f"+ {len(missing) - SHOWN}")
        if str(consent.list_version) != self.version:
            elements.leave("/vendorListVersion", "older-word", f"{consent.list_version} · {self.version}")
        if not consent.service_specific:
            elements.leave(f"{self.string}#L1", "believed", "isServiceSpecific: 0")
        purposes = ", ".join(map(str, consent.purposes_consent)) or "–"
        vendors = ", ".join(map(str, sorted(consent.vendors_consent)[:SHOWN])) or "–"
        elements.leave(f"{self.string}#L1", "one-visitor", f"purposes {purposes}; vendors {vendors}")

    # a vendor

    def _vendor(self, number: str, vendor: Node) -> str:
        elements = self.elements
        same = elements.same(number, vendor.get("name").text())
        if same:
            return same
        name = elements.own("organisations", number, vendor)
        called = elements.words(vendor.get("name").text(), vendor)
        deleted = vendor.get("deletedDate").text()[:10]
        entry: Tree = {"ids": {"iab-gvl": number}, "note": self._told(vendor, deleted)}
        if _is_one_name(called):
            entry = {"name": called, "country": UNKNOWN, **entry}
        elif has_form(called) or _several_names(called):
            entry = {"title": called, "name": {"value": UNKNOWN, "note": called}, "country": UNKNOWN, **entry}
        else:
            entry = {"title": called, **BRAND, **entry}
        elements.add("organisations", name, {**entry, "source": elements.at(vendor)})
        if not _is_one_name(called):
            elements.ask(f"organisations.{name}.name", vendor, "which-company", called)
        if deleted and deleted <= self.consent.created:
            elements.leave(vendor, "deleted", f"{number} {called}: {deleted} · {self.consent.created}")
        if (
            vendor.get("dataRetention").value is not None
            and not vendor.get("dataRetention").get("stdRetention").text()
        ):
            elements.leave(vendor, "no-category", f"{number} {called}: stdRetention")
        return name

    def _told(self, vendor: Node, deleted: str) -> Any:
        """Say what a vendor told IAB Europe; of one that was deleted, when."""
        if deleted and deleted <= self.consent.created:
            return words.deleted(deleted)
        retention = vendor.get("dataRetention")
        periods = [
            *words.kept(retention.get("stdRetention").text(), "", ""),
            *(
                each
                for key, days in retention.get("purposes").entries()
                for each in words.kept(days.text(), "purpose", key)
            ),
            *(
                each
                for key, days in retention.get("specialPurposes").entries()
                for each in words.kept(days.text(), "special", key)
            ),
        ]
        data = self._named("dataCategories", vendor.get("dataDeclaration").texts())
        return words.told_iab(periods, data) if periods or data else None

    def _named(self, section: str, numbers: list[str]) -> list[str]:
        """Give what the list calls its purposes or categories, the number where it does not say."""
        known = self.root.get(section)
        return [
            self.elements.words(known.get(number).get("name").text() or number, known) for number in numbers
        ]


def _is_one_name(called: str) -> bool:
    return has_form(called) and not _several_names(called)


def _several_names(called: str) -> bool:
    return any(sign in called.lower() for sign in _OTHER_NAME)


def _number(text: str) -> int:
    return whole(text) or 0
