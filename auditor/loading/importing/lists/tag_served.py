"""Containers as they are served to visitors: a literal of data in `gtm.js`, read as JSON and never run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from auditor.loading.importing.format import Document
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
from auditor.loading.importing.values import text_of, value_of
from auditor.model.numbers import whole

_LITERAL: Final = re.compile(r"\bvar\s+data\s*=\s*(?=\{)")
_TOKEN: Final = re.compile(r"\"(?:[^\"\\]|\\.)*(?:\"|\\?\Z)|[{}\[\]]", re.DOTALL)
#: How deep values of variables within others are followed.
MOST_NESTED: Final = 12


def is_served(text: str) -> bool:
    """Tell whether a text is a container as served."""
    found = _LITERAL.search(text)
    head = text[found.end() : found.end() + 2_000] if found else ""
    return '"resource"' in head and ('"macros"' in text[found.end() :] if found else False)


def literal_of(document: Document) -> Any:
    """Give the data of a container. Raises Refused where it is no JSON, or where it ends early."""
    text = text_of(document)
    found = _LITERAL.search(text)
    start = found.end() if found else 0
    depth, end = 0, len(text)
    for token in _TOKEN.finditer(text, start):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(token[0], 0)
        if not depth:
            end = token.end()
            break
    blank = "\n" * text.count("\n", 0, start)
    return value_of(Document(name=document.name, data=f"{blank}{text[start:end]}".encode()))


def read_served(value: Any) -> tuple[Container, Node]:
    """Give a container as served, and its root."""
    root = Node(value)
    root.knows("runtime", "entities", "permissions", "security_groups", "sandboxed_scripts", "blob", "infra")
    return _Served(root).container(), root


class _Served:
    def __init__(self, root: Node) -> None:
        resource = root.get("resource")
        self.resource = resource
        self.macros = resource.get("macros").whole().value or []
        self.predicates = resource.get("predicates").whole().value or []
        self.permissions = root.get("permissions").value or {}
        self.rules: dict[int, list[list[Any]]] = {}
        for rule in resource.get("rules").whole().value or []:
            for part in rule if isinstance(rule, list) else []:
                if isinstance(part, list) and part[:1] == ["add"]:
                    for number in part[1:]:
                        self.rules.setdefault(_index(number), []).append(rule)

    def container(self) -> Container:
        """Give the container."""
        version = self.resource.get("version").text()
        tags = [
            self._tag(number, node.whole()) for number, node in enumerate(self.resource.get("tags").items())
        ]
        title = f"gtm.js, version {version}"
        return Container(number="", title=title, at=self.resource.at, tags=tags, zones=list(self._zones()))

    def _zones(self) -> Iterator[str]:
        """Give the numbers of the containers that zones load."""
        for node in self.resource.get("tags").items():
            if node.glance("function") == "__zone":
                for name, text, _ in self._rows(node.get("vtp_childContainers").value):
                    if name == "publicId":
                        yield text

    def _tag(self, number: int, node: Node) -> Tag:
        kind = node.get("function").text().removeprefix("__")
        tag = Tag(number=node.get("tag_id").text() or str(number), at=node.at, title=kind)
        self._calls(tag, kind, node)
        if kind != "html":
            take(tag, self._settings(node), {})
        consent = node.get("consent").value
        tag.consents = [text for text in texts_in(consent) if text not in ("list", "map")]
        rules = self.rules.get(number, [])
        for rule in rules:
            self._rule(tag, rule)
        if not rules and tag.left is None:
            tag.left = ("switched-off", "")
        return tag

    def _calls(self, tag: Tag, kind: str, node: Node) -> None:
        if kind == "html":
            take_html(tag, self._text(node.get("vtp_html").value), {})
        elif kind == "img":
            take_url(tag, self._text(node.get("vtp_url").value), {})
        elif kind.startswith("cvt_"):
            tag.by_permission = True
            allowed = self.permissions.get(f"__{kind}") if isinstance(self.permissions, dict) else None
            for name, stated in allowed.items() if isinstance(allowed, dict) else ():
                if name in listed(LIST)["permissions"]:
                    named = [text for text in texts_in(stated) if "//" in text]
                    tag.addresses += map(permitted, named or [name])
            if not tag.addresses:
                tag.left = ("no-permission", kind)
        elif kind == "zone":
            tag.left = ("nobody-called", kind)
        elif kind == "paused":
            tag.left = ("switched-off", self._text(node.get("vtp_originalTagType").value))
        else:
            take_kind(tag, kind)
        called = next((each.host for each in tag.addresses if each.host), "")
        tag.title = called or tag.title

    # rules

    def _rule(self, tag: Tag, rule: list[Any]) -> None:
        for part in rule:
            if not isinstance(part, list) or not part:
                continue
            events = [event for number in part[1:] if (event := self._event(number))]
            if part[0] == "if":
                tag.triggers += [Trigger(word_of("events", event), event) for event in events]
            elif part[0] == "unless":
                tag.not_after += [event for event in events if event not in tag.not_after]
                if len(events) < len(part) - 1 and "?" not in tag.held_back:
                    tag.held_back.append("?")

    def _event(self, number: Any) -> str:
        """Give the event that a condition asks for; empty where it asks for something else."""
        index = _index(number)
        predicate = self.predicates[index] if 0 <= index < len(self.predicates) else None
        if not isinstance(predicate, dict):
            return ""
        asked = predicate.get("arg0")
        macro = (
            self._macro(asked[1])
            if isinstance(asked, list) and asked[:1] == ["macro"] and len(asked) > 1
            else {}
        )
        return self._text(predicate.get("arg1")) if macro.get("function") == "__e" else ""

    # values

    def _macro(self, number: Any) -> dict[str, Any]:
        index = _index(number)
        found = self.macros[index] if 0 <= index < len(self.macros) else None
        return found if isinstance(found, dict) else {}

    def _text(self, value: Any, depth: int = 0) -> str:
        """Give a value as a text with the variables in it."""
        if not isinstance(value, list) or not value:
            return value if isinstance(value, str) else ""
        if depth > MOST_NESTED:
            return ""
        kind, *parts = value
        if kind == "macro":
            return self._variable(parts[0] if parts else "", depth)
        if kind == "escape":
            return self._text(parts[0] if parts else "", depth + 1)
        if kind == "template":
            return "".join(self._text(each, depth + 1) for each in parts)
        return ""

    def _variable(self, number: Any, depth: int) -> str:
        macro = self._macro(number)
        function = macro.get("function")
        if function == "__c":
            return self._text(macro.get("vtp_value"), depth + 1)
        if function == "__f" or (
            function == "__u" and macro.get("vtp_component", "URL") in listed(LIST)["page_parts"]
        ):
            return "{{Page URL}}"
        return f"{{{{{number}}}}}"

    def _settings(self, node: Node) -> Iterator[tuple[str, str, bool]]:
        for name, each in node.entries():
            if name.startswith("vtp_"):
                yield name.removeprefix("vtp_"), self._text(each.value), False
                yield from self._rows(each.value)

    def _rows(self, value: Any) -> Iterator[tuple[str, str, bool]]:
        stack = [value]
        while stack:
            each = stack.pop()
            if not isinstance(each, list) or not each:
                continue
            if each[0] == "map":
                pairs = zip(each[1::2], each[2::2], strict=False)
                yield from paired({self._text(key): self._text(text) for key, text in pairs})
            if each[0] in ("map", "list"):
                stack.extend(reversed(each[1:]))


def _index(number: Any) -> int:
    found = whole(number) if isinstance(number, str) else None
    return -1 if found is None else found
