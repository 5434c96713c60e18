"""Lists with any value in any place, and texts torn anywhere: read into a case that holds, or refused."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.api.import_formats import FORMATS
from auditor.api.read import knowledge_base
from auditor.errors import AuditorError
from auditor.loading.case.load import load_case
from auditor.loading.importing.format import Asked, Document
from auditor.loading.importing.written import imported_file
from auditor.model.imports import SaidOfSource
from tests.importing import lists
from tests.importing.bits import consent_string
from tests.importing.test_models import ODD, places_of

SAID = SaidOfSource(by="shop", for_="site", site="pages")
JSON: dict[str, tuple[str, Any]] = {
    "gtm": ("gtm", lists.CONTAINER),
    "onetrust": ("cookies", lists.ONETRUST),
    "tcf": ("tcf", lists.VENDORS),
    "sellers": (
        "ads-txt",
        {"sellers": [{"seller_id": "1", "seller_type": "BOTH", "name": "Adfoo Ltd", "domain": "a.example"}]},
    ),
    "exodus": (
        "exodus",
        {
            "application": {"handle": "q", "version_name": "2", "permissions": ["a"]},
            "trackers": [{"name": "Fern"}],
        },
    ),
}
TEXT: dict[str, tuple[str, str]] = {
    "csv": ("subprocessors", lists.CSV),
    "markdown": ("subprocessors", lists.MARKDOWN),
    "html": ("subprocessors", lists.HTML),
    "served": ("gtm", lists.SERVED),
    "cookiebot": ("cookies", lists.COOKIEBOT),
    "tarteaucitron": ("cookies", lists.TARTEAUCITRON),
    "cookies": ("cookies", lists.COOKIES),
    "ads": ("ads-txt", "a.example, 1, DIRECT\nb.example, 2, RESELLER\nOWNERDOMAIN=c.example\n"),
}


def held(form: str, text: str) -> None:
    """Read a list, and the case with what became of it; a refusal is as good."""
    asked = Asked(
        name="m",
        keeper="",
        said=SAID,
        own=yaml.safe_load(lists.CASE),
        others={},
        earlier={},
        knowledge=knowledge_base(),
        beside=Document(name="string.txt", data=consent_string(disclosed=[11, 12, 15]).encode()),
    )
    document = Document(name="m", data=text.encode("utf-8", "surrogatepass"))
    format_ = FORMATS.load(form)
    try:
        made = format_.read(document, asked) if format_.recognises(document) else None
    except AuditorError:
        return
    if made is not None:
        written = imported_file(made.tree, "m", "x", "declared")
        load_case([("c/case.yaml", lists.CASE.encode()), ("c/imports/m.yaml", written)], knowledge_base())


@pytest.mark.parametrize("name", JSON)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_any_value_in_any_place_is_read_into_a_case_or_refused(name: str, data: st.DataObject) -> None:
    form, whole = JSON[name]
    source = copy.deepcopy(whole)
    for way in data.draw(st.lists(st.sampled_from(places_of(source)), min_size=1, max_size=3)):
        holder = source
        for step in way[:-1]:
            there = isinstance(holder, dict) and step in holder
            there = there or (isinstance(holder, list) and isinstance(step, int) and step < len(holder))
            holder = holder[step] if there else None
        last = way[-1]
        if isinstance(holder, dict) or (
            isinstance(holder, list) and isinstance(last, int) and last < len(holder)
        ):
            holder[way[-1]] = copy.deepcopy(data.draw(st.sampled_from(ODD)))
    held(form, json.dumps(source))


@pytest.mark.parametrize("name", TEXT)
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_a_text_with_anything_in_it_anywhere_is_read_into_a_case_or_refused(
    name: str, data: st.DataObject
) -> None:
    form, text = TEXT[name]
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        end = min(len(text), at + data.draw(st.integers(0, 12)))
        odd = data.draw(
            st.sampled_from(
                [
                    "",
                    "\u202e",
                    "\u200d",
                    "\x1b[31m",
                    "unknown",
                    "none",
                    "=1+1",
                    "'",
                    '"',
                    "]]",
                    "|",
                    ";",
                    "\n",
                    "<td",
                    "a" * 400,
                    "\x85",
                    "é",
                    "{{x}}",
                    "//",
                ]
            )
        )
        text = text[:at] + odd + text[end:]
    held(form, text)
