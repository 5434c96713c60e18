"""The closed words of a case: how facts are known, what data are, what organisations do."""

from __future__ import annotations

from typing import Final, Literal, get_args

UNKNOWN: Final = "unknown"
NOT_PRODUCED: Final = "not-produced"
NONE: Final = "none"
#: How a source of the shared knowledge base is cited: this, and its name.
OF_KNOWLEDGE: Final = "knowledge:"
#: Sections of a case whose entries may be ends of flows, and so share their ids.
SHARING_IDS: Final = ("people", "organisations", "hosts")
#: Values that stand for a fact nobody gave us. `not-produced` was asked for and withheld.
UNSETTLED: Final = frozenset({UNKNOWN, NOT_PRODUCED})

Known = Literal["documented", "observed", "declared", "alleged", "inferred", "assumed"]
#: From the strongest to the weakest. The confidence of a finding is the weakest among its premises.
KNOWN_ORDER: Final[tuple[Known, ...]] = (
    "documented",
    "observed",
    "declared",
    "alleged",
    "inferred",
    "assumed",
)

Status = Literal["verified", "secondary", "unverified"]
#: How a fact of the knowledge base counts as known. Unverified facts only ever make something possible.
KNOWN_OF_STATUS: Final[dict[Status, Known]] = {
    "verified": "documented",
    "secondary": "alleged",
    "unverified": "assumed",
}

Severity = Literal["info", "low", "medium", "high", "critical"]
SEVERITY_ORDER: Final[tuple[Severity, ...]] = ("info", "low", "medium", "high", "critical")
#: What is established of a finding whatever the missing facts: `none` where nothing is, as for an open point.
Floor = Literal["none", "info", "low", "medium", "high", "critical"]

_GRAVITY: Final[dict[Floor, int]] = {name: at for at, name in enumerate(get_args(Floor))}


def gravity(severity: Floor) -> int:
    """Give a number by which severities compare: 0 for `none`, 1 for `info`, 5 for `critical`."""
    return _GRAVITY[severity]


def bar_of(threshold: str) -> int:
    """Give the gravity from which on a threshold counts: one that no severity reaches for `never`."""
    return len(SEVERITY_ORDER) + 1 if threshold == "never" else SEVERITY_ORDER.index(threshold) + 1


#: Built-in categories of data and the broader category each falls under. A case adds its own below them.
PERSONAL: Final = "personal"
#: Terms follow W3C DPV personal data (pd:) where it has one; `special` is GDPR art. 9(1). `anonymous` is no personal data.
CATEGORIES: Final[dict[str, tuple[str, ...]]] = {
    "anonymous": (),
    "personal": (),
    "contact": ("personal",),
    "identity": ("personal",),
    "national-id": ("identity",),
    "device": ("personal",),
    "page-address": ("personal",),
    "public-profile": ("personal",),
    "opinion": ("personal",),
    "location": ("personal",),
    "financial": ("personal",),
    "employment": ("personal",),
    "image": ("personal",),
    "criminal": ("personal",),
    "special": ("personal",),
    "health": ("special",),
    "genetic": ("special",),
    "biometric": ("special",),
    "ethnic-origin": ("special",),
    "political-opinion": ("special",),
    "religious-belief": ("special",),
    "trade-union": ("special",),
    "sex-life": ("special",),
}

#: What an organisation is or does, and the broader term it falls under.
ACTIVITY_TERMS: Final[dict[str, tuple[str, ...]]] = {
    "provider": (),
    "hosting-provider": ("provider",),
    "cloud": ("hosting-provider",),
    "hosting": ("hosting-provider",),
    "health-hosting": ("hosting-provider",),
    "colocation": ("hosting-provider",),
    "paas": ("hosting-provider",),
    "storage": ("hosting-provider",),
    "cdn": ("provider",),
    "dns": ("provider",),
    "security": ("provider",),
    "e-mail": ("provider",),
    "e-mail-delivery": ("provider",),
    "mailing": ("provider",),
    "sms": ("provider",),
    "push": ("provider",),
    "messaging": ("provider",),
    "telephony": ("provider",),
    "telecom": ("provider",),
    "video-hosting": ("provider",),
    "video-call": ("provider",),
    "teleconsultation": ("provider",),
    "audio": ("provider",),
    "collaboration": ("provider",),
    "code-hosting": ("provider",),
    "website-builder": ("provider",),
    "crm": ("provider",),
    "marketing-automation": ("provider",),
    "customer-data": ("provider",),
    "support": ("provider",),
    "chat": ("provider",),
    "analytics": ("provider",),
    "session-replay": ("provider",),
    "a-b-testing": ("provider",),
    "tag-manager": ("provider",),
    "monitoring": ("provider",),
    "error-tracking": ("provider",),
    "forms": ("provider",),
    "survey": ("provider",),
    "scheduling": ("provider",),
    "appointment-booking": ("provider",),
    "health-software": ("provider",),
    "signature": ("provider",),
    "hr": ("provider",),
    "payroll": ("provider",),
    "accounting": ("provider",),
    "ai": ("provider",),
    "social-network": ("provider",),
    "social": ("social-network",),
    "search": ("provider",),
    "maps": ("provider",),
    "fonts": ("provider",),
    "captcha": ("provider",),
    "consent": ("provider",),
    "comments": ("provider",),
    "reviews": ("provider",),
    "e-commerce": (),
    "ads": (),
    "payments": (),
    "paywall": (),
    "identity-graph": (),
    "data-broker": (),
    "health-devices": (),
    "care-provider": (),
    "encryption": (),
    "bpo": (),
    "it-services": (),
    "group": (),
    "holding": (),
    "investor": (),
    "state-holding": (),
    "holder": (),
    "public-authority": (),
    "accountant": (),
    "bank": (),
    "insurer": (),
    "employer": (),
    "association": (),
    "publisher": (),
    "school": (),
}

#: Conditions of GDPR art. 9(2), by their letter.
SPECIAL_BASES: Final = ("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")

#: Measures of security (GDPR art. 32) and the broader measure each is a kind of. A case may add others in words of its own.
#: Terms follow W3C DPV where it has one.
MEASURES: Final[dict[str, tuple[str, ...]]] = {
    "encryption": (),
    "encryption-at-rest": ("encryption",),
    "encryption-in-transit": ("encryption",),
    "encryption-in-use": ("encryption",),
    "end-to-end-encryption": ("encryption-in-transit",),
    "key-management": ("encryption",),
    "pseudonymisation": (),
    "anonymisation": (),
    "minimisation": (),
    "access-control": (),
    "multi-factor-authentication": ("access-control",),
    "password-policy": ("access-control",),
    "physical-security": (),
    "logging": (),
    "intrusion-detection": (),
    "network-separation": (),
    "malware-protection": (),
    "security-updates": (),
    "backup": (),
    "business-continuity": (),
    "secure-erasure": (),
    "incident-response": (),
    "penetration-testing": (),
    "audit": (),
    "training": (),
    "confidentiality-undertaking": (),
    "processor-oversight": (),
}


def ancestors(term: str, table: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """Give `term` and every broader term above it in `table`; a term the table does not hold has only itself."""
    seen: set[str] = set()
    todo = [term]
    while todo:
        word = todo.pop()
        if word not in seen:
            seen.add(word)
            todo.extend(table.get(word, ()))
    return frozenset(seen)
