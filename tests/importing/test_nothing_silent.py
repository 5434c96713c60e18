"""Nothing of a document goes without a word: each value, changed, changes a fact, a question, words that are told, or a count."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from auditor.api.import_formats import FORMATS
from auditor.api.read import knowledge_base
from auditor.errors import AuditorError
from auditor.loading.importing.format import Asked, Document
from auditor.model.imports import SaidOfSource
from tests.importing import lists, models
from tests.importing.bits import consent_string
from tests.importing.whole import WHOLE

Way = tuple[str | int, ...]
#: A word that stands in no closed list.
ODD = "zz odd qq"
READERS = {"components": "tm-bom", "sellers": "ads-txt", "served": "gtm"}
OF_A_SITE = frozenset({"gtm", "cookies", "tcf", "sellers", "exodus", "served", "subprocessors"})
BESIDE = Document(name="string.txt", data=consent_string(disclosed=[11, 12, 15]).encode())
ADS = """adfoo.example, 1, DIRECT, f08
bar.example, 2, RESELLER
OWNERDOMAIN=quai.example
MANAGERDOMAIN=managing.example
CONTACT=ada@quai.example
SUBDOMAIN=sub.quai.example
"""


def made(form: str, data: bytes, name: str = "m.json") -> Any:
    """Give what an import writes of a document, its digests aside; nothing where it is refused."""
    asked = Asked(
        name="m",
        keeper="",
        said=SaidOfSource(by="shop") if form in OF_A_SITE else SaidOfSource(),
        own=yaml.safe_load(lists.CASE if form in OF_A_SITE else models.CASE),
        others={},
        earlier={},
        knowledge=knowledge_base(),
        beside=BESIDE if form == "tcf" else None,
    )
    try:
        tree = FORMATS.load(READERS.get(form, form)).read(Document(name=name, data=data), asked).tree
    except AuditorError:
        return None
    for each in (*tree["sources"].values(), *tree["imports"].values()):
        each.pop("sha256", None)
    return tree


def of(form: str, value: Any) -> Any:
    text = json.dumps(value)
    return made(form, f"var data = {text};".encode() if form == "served" else text.encode())


def counted(tree: Any) -> set[str]:
    """Give the keys under which values are counted as beside the point."""
    told = [each for each in tree["imports"]["m"].get("left_out", []) if each["at"] == "m"]
    listed = ", ".join(each["words"] for each in told if each["what"] == "not-of-the-case")
    return {word.rpartition(" (")[0].removesuffix(": true") for word in listed.split(", ")}


def leaves(value: Any, way: Way = ()) -> Iterator[Way]:
    below = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    )
    if below is not None:
        for key, each in below:
            yield from leaves(each, (*way, key))
    elif value not in (None, ""):
        yield way


def mappings(value: Any, way: Way = ()) -> Iterator[Way]:
    if isinstance(value, dict):
        yield way
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in below:
        yield from mappings(each, (*way, key))


def changed(value: Any, way: Way, new: Any) -> Any:
    """Give a value with another one at a place."""
    there = holder = copy.deepcopy(value)
    for step in way[:-1]:
        holder = holder[step]
    holder[way[-1]] = new
    return there


@pytest.mark.parametrize("form", WHOLE)
def test_each_value_that_changes_or_goes_changes_what_the_import_says(form: str) -> None:
    """A value that is known to be of no use is counted under its key: it may say anything, but not go without changing the count."""
    source = WHOLE[form]
    before = of(form, source)
    assert before is not None
    silent = [
        way
        for way in leaves(source)
        if all(of(form, changed(source, way, new)) == before for new in (ODD, None))
    ]
    assert not silent


@pytest.mark.parametrize("form", WHOLE)
def test_a_value_that_is_not_counted_as_beside_the_point_is_read(form: str) -> None:
    source = WHOLE[form]
    before = of(form, source)
    aside = counted(before)
    assert aside
    persons = {
        each["at"].partition("#/")[2]
        for each in before["imports"]["m"]["left_out"]
        if each["what"] == "persons"
    }
    for way in leaves(source):
        if "/".join(map(str, way)) in persons:
            continue  # that somebody is named is told, not who
        names = {step for step in way if isinstance(step, str)}
        if not names & aside and "properties" not in way:
            assert of(form, changed(source, way, ODD)) != before, way


@pytest.mark.parametrize("form", WHOLE)
def test_a_key_that_nobody_knows_is_told_at_every_level(form: str) -> None:
    source = WHOLE[form]
    before = of(form, source)
    silent = [way for way in mappings(source) if of(form, changed(source, (*way, "zzz_new"), "x")) == before]
    assert not silent


def cells(text: str, pattern: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(pattern, text) if not set(found[0]) <= set("-: ,")]


@pytest.mark.parametrize(
    ("form", "name", "text", "pattern"),
    [
        ("subprocessors", "a.csv", lists.CSV, r'"[^"]*"|[^;\n"\ufeff]+'),
        ("subprocessors", "a.md", lists.MARKDOWN, r"(?<=\| )[^|\n]+(?= \|)"),
        ("subprocessors", "a.html", lists.HTML.partition("</script>")[2], r"(?<=>)[^<>\n]+(?=</t[dh]>)"),
        ("cookies", "a.csv", lists.COOKIES, r"[^;\n]+"),
        ("cookies", "a.js", lists.COOKIEBOT, r'(?<=[\[,"]")[^",\n]+(?=")'),
        ("cookies", "a.html", lists.TARTEAUCITRON, r"(?<=['\"])[^'\"\n]+(?=['\"])"),
        ("sellers", "ads.txt", ADS, r"[^\s,=]+"),
    ],
)
def test_each_cell_of_a_table_that_changes_or_goes_changes_what_the_import_says(
    form: str, name: str, text: str, pattern: str
) -> None:
    before = made(form, text.encode(), name)
    assert before is not None
    found = cells(text, pattern)
    assert len(found) > 5
    silent = []
    for start, end in found:
        others = (f"{text[:start]}{word}{text[end:]}" for word in (ODD, ""))
        if all(made(form, other.encode(), name) == before for other in others):
            silent.append(text[start:end])
    assert not silent


def asked(form: str) -> set[tuple[str, str]]:
    """Give the facts that an import asks for, and why."""
    tree = of(form, WHOLE[form])
    return {(each["fact"], each["why"]) for each in tree["imports"]["m"]["to_ask"]}


def told(form: str) -> set[tuple[str, str]]:
    record = of(form, WHOLE[form])["imports"]["m"]
    return {
        (each["what"], each.get("words", ""))
        for part in ("left_out", "not_understood")
        for each in record[part]
    }


def test_what_a_drawn_thing_is_said_to_hold_is_asked() -> None:
    assert ("hosts.m-front-desk.keeps", "is-it-processed") in asked("threat-dragon")
    assert ("hosts.m-files.keeps", "credentials-or-personal") in asked("threat-dragon")
    assert ("hosts.m-files.keeps", "is-it-processed") in asked("threat-dragon")


def test_a_flow_of_sensitive_data_is_asked_about_and_carries_nothing_more() -> None:
    assert ("flows.m-put.data", "is-it-personal") in asked("tm-bom")
    assert ("flows.m-text.data", "is-it-personal") not in asked("tm-bom")
    assert of("tm-bom", WHOLE["tm-bom"])["flows"]["m-put"]["data"] == "unknown"


def test_elements_that_belong_together_without_data_between_them_are_told() -> None:
    assert {("no-direction", "text → idle"), ("no-direction", "pad → idle")} <= told("cyclonedx")
    assert ("no-direction", "text → nowhere") in told("cyclonedx")
    assert not {("no-direction", "app → api"), ("no-direction", "text → bit")} & told("cyclonedx")
    assert ("no-direction", "site → members_db") not in told("fides")
    assert {("no-such-element", "elsewhere_db"), ("no-such-element", "third_db")} <= told("fides")


def test_data_words_that_nothing_carries_are_told() -> None:
    assert ("never-carried", "idle: Idle") in told("otm")
    assert ("never-carried", "build: Build") not in told("threagile")
    assert ("data-word", "member-file: Member File") in told("threagile")


def test_many_keys_of_no_use_are_counted_and_the_first_named() -> None:
    model = changed(WHOLE["otm"], ("project",), {f"key{number}": "x" for number in range(60)})
    said = next(each["words"] for each in of("otm", model)["imports"]["m"]["left_out"] if each["at"] == "m")
    assert "key0 (1)" in said
    assert "key59" not in said
    assert re.search(r"\+ \d+\Z", said)


@pytest.mark.parametrize("form", WHOLE)
def test_what_is_counted_or_told_names_no_person_and_no_address_of_theirs(form: str) -> None:
    tree = of(form, WHOLE[form])
    for source in tree["sources"].values():
        source.pop("author", None)
    kept = json.dumps(tree)
    assert "Ada" not in kept
    assert "B. Fictive" not in kept
    assert not re.search(r"\w@\w+\.example", kept)
