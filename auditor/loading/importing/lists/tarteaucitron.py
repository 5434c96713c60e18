"""Pages and scripts that switch on services by tarteaucitron: which of them, and whether it holds them back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct, field

from auditor.errors import UsageRefused
from auditor.loading.captures.hosts import host_like
from auditor.loading.importing.elements import Elements
from auditor.loading.importing.lists.cookies import notice
from auditor.loading.importing.lists.markup import pieces
from auditor.loading.importing.lists.scripts import address_of, read_script, scripts_in
from auditor.loading.importing.lists.web import Web
from auditor.loading.importing.lists.words import listed
from auditor.model.vocabulary import UNKNOWN
from auditor.text import lists as words
from auditor.text.problems import importing as problems

TITLE: Final = "tarteaucitron"
_JOB: Final = re.compile(r"tarteaucitron\.job\b[^;\n]{0,120}?\.push\(\s*\"(\d+)\"\s*\)")
_WRITTEN: Final = re.compile(r"tarteaucitron\.job\b[^;\n]{0,120}?\.push\(\s*[\"'`]([\w$-]{1,100})[\"'`]\s*\)")
_USER: Final = re.compile(r"tarteaucitron\.user\.([\w$]+)\s*=\s*\"(\d+)\"")
#: How a setting is called that says where a service is.
_PLACE: Final = re.compile(r"_?(?:Host|Url|URL|Domain|Server|Endpoint)\Z")
_SETTING: Final = re.compile(r"(?:\"(\d+)\"|(?<![\w$])([\w$]+))\s*:\s*(true|false|!0|!1)\b")


class Services(Struct, kw_only=True):
    """What a page switches on: services, and hosts of the site's own by what their setting begins with, each with its line.

    `aside` is what is commented out.
    """

    jobs: list[tuple[str, int]] = field(default_factory=list)
    hosts: dict[str, tuple[str, int]] = field(default_factory=dict)
    high_privacy: bool = False
    aside: list[tuple[str, int]] = field(default_factory=list)


def read_services(text: str) -> Services:
    """Give the services that the scripts of a page, or a script, switch on."""
    found = Services()
    for first, script in _scripts(text):
        read = read_script(script)
        for job in _JOB.finditer(read.code):
            literal = read.literals[int(job[1])]
            found.jobs.append((literal.text, first + literal.line))
        for user in _USER.finditer(read.code):
            literal = read.literals[int(user[2])]
            address = address_of(literal.text)
            host = host_like(literal.text) if address is None else address.host
            stem = _PLACE.sub("", user[1]).lower()
            if host and stem != user[1].lower():
                found.hosts[stem] = (host, first + literal.line)
        for setting in _SETTING.finditer(read.code):
            name = setting[2] or read.literals[int(setting[1])].text
            if name == "highPrivacy":
                found.high_privacy = setting[3] in ("true", "!0")
        live = set(found.jobs)
        for written in _WRITTEN.finditer(script):
            line = first + script.count("\n", 0, written.start(1)) + 1
            if (written[1], line) not in live:
                found.aside.append((written[1], line))
    return found


def _scripts(text: str) -> Iterator[tuple[int, str]]:
    """Give the scripts of a page, each with the number of lines before it."""
    if not text.lstrip("\ufeff \t\r\n").startswith("<"):
        yield 0, text
        return
    for piece in scripts_in(pieces(text)):
        if piece.name == "script#":
            yield text.count("\n", 0, piece.start), piece.text


def write(elements: Elements, services: Services) -> None:
    """Write a flow for each service, and the notice. Raises UsageRefused where nobody says whose page it is."""
    if not elements.asked.said.by:
        raise UsageRefused(problems.WHOSE_LIST(), problems.SAY_BY())
    web = Web(elements)
    for key, line in services.aside:
        elements.leave(f"L{line}", "switched-off", key)
    recipients = [
        to for key, line in dict(services.jobs).items() if (to := _service(web, services, key, f"L{line}"))
    ]
    notice(elements, recipients, title=TITLE)


def _service(web: Web, services: Services, key: str, at: str) -> str:
    """Write the flow of a service, and give who is called: unknown where nobody says; empty where the service calls nobody."""
    known, elements = listed("tarteaucitron"), web.elements
    if elements.left_out(at, key):
        return ""
    if key in known["signals"]:
        elements.leave(at, "nobody-called", key)
        return ""
    fields: dict[str, Any] = {"title": elements.words(key, at)}
    to, is_host = _called(web, services, key, at)
    if key not in known["services"]:
        elements.leave(at, "no-such-word", key)
        fields["note"] = words.OWN_SERVICE
    elif key in known["without_consent"]:
        fields["note"] = words.NOT_HELD_BACK
    elif services.high_privacy:
        fields["consent_first"] = "true"
    web.flow(key, to, at, **fields)
    return UNKNOWN if is_host else to


def _called(web: Web, services: Services, key: str, at: str) -> tuple[str, bool]:
    """Give whom a service calls, and whether that is a host whose operator is not known."""
    same = web.elements.same(key)
    if same:
        return same, False
    host, line = listed("tarteaucitron")["services"].get(key, ""), 0
    if not host:
        host, line = next(
            (each for stem, each in services.hosts.items() if key.lower().startswith(stem)), ("", 0)
        )
    if not host:
        return UNKNOWN, False
    to = web.party(host, f"L{line}" if line else at)
    return to, to in web.elements.sections["hosts"]
