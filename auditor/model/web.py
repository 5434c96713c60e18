"""What is known of the web: who answers for a domain, and what the pieces that pages take in send."""

from typing import Literal

from msgspec import Struct

from auditor.model.scalars import Date, Text
from auditor.model.vocabulary import Status

#: What a domain serves when a page or a program calls it.
Role = Literal[
    "a-b-testing", "ads", "ai", "analytics", "api", "audio", "avatar", "captcha", "cdn", "chat", "cloud", "collaboration",
    "comments", "consent", "crm", "customer-data", "e-mail", "error-tracking", "fonts", "forms", "fraud", "hosting", "identity",
    "maps", "marketing", "messaging", "monitoring", "payments", "paywall", "pixel", "push", "redirect", "reviews", "scheduling",
    "search", "session-replay", "signature", "site", "sms", "social", "storage", "support", "survey", "tag-manager", "video",
    "video-call", "widget",
]  # fmt: skip

#: What leaves the browser of a visitor.
Item = Literal[
    "request", "page", "page-title", "account", "cookie", "events", "form", "hashed-contact", "recording", "device", "position",
    "choice", "play", "message",
]  # fmt: skip


class Domain(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A registrable domain: the organisation that answers for it to persons in the EEA, and what it serves.

    `elsewhere` answers to others, `was` answered before. `hosts` narrows the roles for a host or a path below the domain, the
    longest match counts. With `customers`, what is below belongs to customers of the organisation.
    """

    organisation: str
    roles: list[Role]
    elsewhere: str = ""
    was: str = ""
    hosts: dict[str, Role | list[Role]] = {}
    customers: Literal["true", "some", "false"] = "false"
    since: Date = ""
    until: Date = ""
    source: str = ""
    as_of: Date = ""
    status: Status = "unverified"
    also: list[str] = []
    note: Text = ""

    def serves(self, host: str) -> tuple[Role, ...]:
        """Give what `host` serves, with or without a path: what is said of the longest host or path it falls under, else of the domain."""
        place = host.partition("/")[0]
        under = (
            key
            for key in self.hosts
            if (host.startswith(key) if "/" in key else place == key or place.endswith(f".{key}"))
        )
        found = max(under, key=lambda key: (len(key), key), default="")
        roles = self.hosts[found] if found else self.roles
        return (roles,) if isinstance(roles, str) else tuple(roles)


class Widget(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A piece that pages take in: by which hosts or paths it is recognised, and what it sends on load and on use.

    `organisation` may be `own` (the page's own operator) or `unknown`. `quiet` is a way that sends nothing before a click.
    """

    name: Text
    kind: str
    organisation: str
    load: list[Item]
    via: list[str] = []
    click: list[Item] = []
    quiet: Text = ""
    since: Date = ""
    until: Date = ""
    source: str = ""
    as_of: Date = ""
    status: Status = "unverified"
    also: list[str] = []
    unchecked: list[str] = []
    note: Text = ""


class Product(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A service under the names by which people know it; `organisation` answers for it to persons in the EEA, `elsewhere` to others."""

    names: list[str]
    organisation: str
    elsewhere: str = ""
    source: str = ""
    as_of: Date = ""
    status: Status = "unverified"
    also: list[str] = []
    note: Text = ""
