"""What the settings of a tag say, in either form of a container: whom they name, which data, by texts with `{{variables}}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from auditor.loading.importing.lists.scripts import Address, address_of, called_in, keys_in, page_addresses
from auditor.loading.importing.lists.tags import LIST, Tag
from auditor.loading.importing.lists.words import listed

#: How a setting is called that names another in a table of settings, and how its value is.
PAIRS: Final = (("parameter", "parameterValue"), ("fieldName", "value"), ("name", "value"), ("key", "value"))
VARIABLE: Final = re.compile(r"\{\{([^{}]*)\}\}")
_ANYWHERE: Final = re.compile(r"(?:(https?|wss?):)?//\*\.")


def paired(entry: Mapping[str, str]) -> Iterator[tuple[str, str, bool]]:
    """Give the settings of a row of a table: name, value, whether the site gave the name."""
    for name, value in PAIRS:
        if name in entry and value in entry:
            yield entry[name], entry[value], True
            return
    for name, text in entry.items():
        yield name, text, False


def take(tag: Tag, settings: Iterable[tuple[str, str, bool]], constants: Mapping[str, str]) -> None:
    """Note what the settings of a tag say; `constants` are variables that always hold the same."""
    words = listed(LIST)
    for name, stated, own in settings:
        text = VARIABLE.sub(lambda found: constants.get(found[1].strip(), found[0]), stated)
        variables = {each.strip() for each in VARIABLE.findall(text)}
        tag.page = tag.page or not variables.isdisjoint(words["page_variables"])
        if name in words["server"]:
            found = address_of(text) or address_of(f"//{text}")
            tag.servers.append(found or Address("", variable=", ".join(sorted(variables))))
        elif name in words["parameters"]:
            _add(tag.parameters, [name])
        elif own:
            _add(tag.own_parameters, [name])


def take_html(tag: Tag, text: str, constants: Mapping[str, str]) -> None:
    """Note whom a piece of a page calls, and which data its scripts name."""
    resolved = VARIABLE.sub(lambda found: constants.get(found[1].strip(), found[0]), text)
    tag.addresses += page_addresses(resolved)
    functions: Mapping[str, str] = listed(LIST)["functions"]
    tag.functions = {name: functions[name] for name in called_in(resolved, functions)}
    _add(tag.parameters, [name for name in keys_in(resolved) if name in listed(LIST)["parameters"]])
    variables = {each.strip() for each in VARIABLE.findall(resolved)}
    tag.page = tag.page or not variables.isdisjoint(listed(LIST)["page_variables"])


def take_url(tag: Tag, text: str, constants: Mapping[str, str]) -> None:
    """Note whom an address calls, and whether that of the page goes along."""
    resolved = VARIABLE.sub(lambda found: constants.get(found[1].strip(), found[0]), text)
    variables = [each.strip() for each in VARIABLE.findall(resolved)]
    tag.addresses.append(address_of(resolved) or Address("", variable=variables[0] if variables else ""))
    tag.page = tag.page or not set(variables).isdisjoint(listed(LIST)["page_variables"])


def take_kind(tag: Tag, kind: str) -> None:
    """Note what a tag of a kind that comes with the container is: one of Google's own or of another vendor's, one that calls nobody, or none that is known."""
    words = listed(LIST)
    if kind in words["google"]:
        tag.google = True
    elif kind in words["calls_nobody"] or kind.startswith(tuple(words["settings_of_google"])):
        tag.left = ("nobody-called", kind)
    elif (vendor := words["vendors"].get(kind)) is not None:
        tag.vendor = f"{vendor['name']} ({kind}, {words['vendors_as_of']})"
        if "host" in vendor:
            tag.addresses.append(Address(vendor["host"]))
        else:
            tag.named = vendor.get("vendor", vendor["name"])
    else:
        tag.unknown_type = kind


def permitted(pattern: str) -> Address:
    """Give the address that a template may call, of a pattern such as `https://*.example.org/*`."""
    found = address_of(_ANYWHERE.sub(lambda each: f"{each[1]}://" if each[1] else "//", pattern))
    return found or Address("", variable=pattern[:100])


def _add(there: list[str], names: Iterable[str]) -> None:
    there += [name for name in dict.fromkeys(names) if name and name not in there]


def texts_in(value: Any) -> Iterator[str]:
    """Give every text in a value of JSON."""
    stack = [value]
    while stack:
        each = stack.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, dict):
            stack.extend(reversed(list(each.values())))
        elif isinstance(each, list):
            stack.extend(reversed(each))
