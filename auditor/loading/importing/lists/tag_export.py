"""Containers as their owner exports them, and as the API answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from auditor.loading.files.json_text import anything
from auditor.loading.importing.lists.scripts import Address
from auditor.loading.importing.lists.tag_values import (
    paired,
    permitted,
    take,
    take_html,
    take_kind,
    take_url,
    texts_in,
)
from auditor.loading.importing.lists.tags import LIST, Container, Tag, Trigger, word_of
from auditor.loading.importing.lists.words import listed
from auditor.loading.importing.nodes import Node
from auditor.model.numbers import whole

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SECTION: Final = re.compile(r"^___([A-Z_]+)___\s*$", re.MULTILINE)
#: What a container runs on.
CONTEXTS: Final = frozenset({"WEB", "SERVER", "ANDROID", "IOS", "AMP", "ANDROIDSDK5", "IOSSDK5"})
#: A constant, among the kinds of variables.
CONSTANT: Final = "c"


def is_export(value: Any) -> bool:
    """Tell whether a value is an export of a container, or an answer of the API."""
    if not isinstance(value, dict):
        return False
    version = value.get("containerVersion", value)
    tags = version.get("tag") if isinstance(version, dict) else None
    return isinstance(tags, list) and all(
        isinstance(each, dict) and "tagId" in each and "type" in each for each in tags
    )


def read_export(value: Any) -> tuple[Container, Node]:
    """Give a container of an export, and its root, of which all that was looked at is known."""
    root = Node(value)
    root.knows("exportFormatVersion")
    version = root.get("containerVersion") if "containerVersion" in value else root
    return _Export(root, version).container(), root


class _Export:
    def __init__(self, root: Node, version: Node) -> None:
        self.version = version
        self.time = root.glance("exportTime")
        self.triggers = {each.glance("triggerId"): each.whole() for each in version.get("trigger").items()}
        self.templates = [each.whole() for each in version.get("customTemplate").items()]
        self.constants = dict(self._constants())
        self._set_off: dict[str, list[str]] = {}

    def container(self) -> Container:
        """Give the container."""
        version = self.version
        head = version.get("container").whole()
        contexts = [each.glance().upper() for each in head.get("usageContext").items()]
        number = head.glance("publicId")
        title = ", ".join(filter(None, [number, head.glance("name")]))
        day = _DAY.match(self.time)
        nodes = [each.whole() for each in version.get("tag").items()]
        self._find_set_off(nodes)
        tags = [self._tag(node) for node in nodes]
        version.knows(
            *("path", "accountId", "containerId", "containerVersionId", "name", "description", "fingerprint"),
            *(
                "builtInVariable",
                "folder",
                "tagManagerUrl",
                "gtagConfig",
                "transformation",
                "client",
                "deleted",
            ),
        )
        return Container(
            number=number,
            title=title,
            at=head.at if head.value is not None else version.at,
            day=day[0] if day else "",
            server="SERVER" in contexts,
            odd=[each for each in contexts if each not in CONTEXTS],
            tags=tags,
            zones=list(self._zones()),
        )

    def _constants(self) -> Iterator[tuple[str, str]]:
        for each in self.version.get("variable").items():
            each.whole()
            if each.glance("type") == CONSTANT:
                for parameter in each.get("parameter").items():
                    if parameter.glance("key") == "value":
                        yield each.glance("name"), parameter.glance("value")

    def _zones(self) -> Iterator[str]:
        for zone in self.version.get("zone").items():
            for child in zone.whole().get("childContainer").items():
                yield child.glance("publicId")

    def _find_set_off(self, nodes: list[Node]) -> None:
        """Note which tags others set off before or after themselves, by their names."""
        for node in nodes:
            if node.get("paused").is_true:
                continue
            for kind in ("setupTag", "teardownTag"):
                for each in node.get(kind).items():
                    self._set_off.setdefault(each.glance("tagName"), []).extend(
                        _numbers(node.get("firingTriggerId"))
                    )

    def _tag(self, node: Node) -> Tag:
        tag = Tag(number=node.glance("tagId"), at=node.at, title=node.glance("name"))
        kind = node.glance("type")
        settings = list(_settings(node.get("parameter")))
        self._calls(tag, kind, settings)
        if kind != "html":
            take(tag, settings, self.constants)
        fired = _numbers(node.get("firingTriggerId")) or self._set_off.get(tag.title, [])
        tag.triggers = [self._trigger(each) for each in fired]
        tag.missing = [
            each
            for each in fired
            if each not in self.triggers and each not in listed(LIST)["reserved_triggers"]
        ]
        tag.held_back = [self._name(each) for each in _numbers(node.get("blockingTriggerId"))]
        consent = node.get("consentSettings")
        if consent.glance("consentStatus").replace("_", "").lower() == "needed":
            tag.consents = [
                each
                for each in texts_in(consent.get("consentType").value)
                if each not in ("LIST", "TEMPLATE", "list", "template")
            ]
            tag.consents = tag.consents or ["?"]
        if node.get("paused").is_true or not fired or self._is_over(node):
            hosts = dict.fromkeys(each.host for each in tag.addresses if each.host)
            tag.left = ("switched-off", ", ".join(hosts))
        return tag

    def _calls(self, tag: Tag, kind: str, settings: list[tuple[str, str, bool]]) -> None:
        values = {name: text for name, text, _ in settings}
        if kind == "html":
            take_html(tag, values.get("html", ""), self.constants)
        elif kind == "img":
            take_url(tag, values.get("url", ""), self.constants)
        elif kind.startswith("cvt_"):
            tag.by_permission = True
            tag.addresses = list(self._permitted(kind))
            if not tag.addresses:
                tag.left = ("no-permission", kind)
        else:
            take_kind(tag, kind)

    def _permitted(self, kind: str) -> Iterator[Address]:
        for template in self.templates:
            data = template.glance("templateData")
            ids = {
                f"cvt_{template.glance('containerId')}_{template.glance('templateId')}",
                _id_in(data),
            }
            if kind in ids or kind.rpartition("_")[2] == template.glance("templateId"):
                yield from permissions_in(data)
                return
        yield Address("", variable=kind)

    def _trigger(self, number: str) -> Trigger:
        if number in listed(LIST)["reserved_triggers"]:
            return Trigger("load")
        found = self.triggers.get(number)
        if found is None:
            return Trigger(kind=number)
        kind = found.glance("type")
        events = [text for text in texts_in(found.get("customEventFilter").value) if text not in _OF_A_FILTER]
        events = [text for text in events if "{{" not in text]
        return Trigger(word_of("triggers", kind), ", ".join(events), kind)

    def _name(self, number: str) -> str:
        found = self.triggers.get(number)
        return found.glance("name") if found is not None else number

    def _is_over(self, node: Node) -> bool:
        end = whole(node.glance("scheduleEndMs"))
        if end is None or not _DAY.match(self.time):
            return False
        try:
            day = datetime.fromtimestamp(end / 1000, UTC).date().isoformat()
        except (ValueError, OverflowError, OSError):  # later than any calendar tells
            return False
        return day < self.time[:10]


def _numbers(listed: Node) -> list[str]:
    """Give the numbers of triggers that a tag lists."""
    return [each.glance() for each in listed.items()] or list(filter(None, [listed.glance()]))


#: What stands in the filter of an event beside the event itself.
_OF_A_FILTER: Final = frozenset(
    {"EQUALS", "equals", "MATCH_REGEX", "matchRegex", "CONTAINS", "contains", "STARTS_WITH", "ENDS_WITH", "TEMPLATE", "template",
     "BOOLEAN", "boolean", "arg0", "arg1", "ignore_case", "negate", "true", "false"}
)  # fmt: skip


def _settings(parameters: Node) -> Iterator[tuple[str, str, bool]]:
    """Give the settings of a tag: name, value, whether the site gave the name; those of tables too."""
    stack = list(parameters.items())[::-1]
    while stack:
        each = stack.pop()
        if isinstance(each.get("map").value, list):
            rows: Mapping[str, str] = {e.glance("key"): e.glance("value") for e in each.get("map").items()}
            yield from paired(rows)
            stack.extend(e for e in each.get("map").items() if isinstance(e.get("list").value, list))
        elif isinstance(each.get("list").value, list):
            stack.extend(list(each.get("list").items())[::-1])
        else:
            yield each.glance("key"), each.glance("value"), False


def _section(data: str, name: str) -> str:
    """Give a section of the text of a template."""
    parts = _SECTION.split(data)
    return next((parts[at + 1] for at in range(1, len(parts) - 1, 2) if parts[at] == name), "")


def _id_in(data: str) -> str:
    info = anything(_section(data, "INFO").strip())
    return str(info.get("id", "")) if isinstance(info, dict) else ""


def permissions_in(data: str) -> Iterator[Address]:
    """Give the addresses that the text of a template lets it call."""
    stated = anything(_section(data, "WEB_PERMISSIONS").strip())
    for each in stated if isinstance(stated, list) else []:
        instance = each.get("instance", {}) if isinstance(each, dict) else {}
        key = instance.get("key", {}) if isinstance(instance, dict) else {}
        if isinstance(key, dict) and key.get("publicId") in listed(LIST)["permissions"]:
            named = [text for text in texts_in(instance.get("param")) if "//" in text]
            yield from map(permitted, named or [str(key["publicId"])])
