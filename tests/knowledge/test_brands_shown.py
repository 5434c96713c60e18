"""`auditor knowledge show HOST`: our own knowledge, else a brand, and which of the two it is."""

from __future__ import annotations

import pytest

from auditor.loading.knowledge.brands import load_brands
from tests.knowledge.test_command import shown


def test_the_answer_says_its_layer() -> None:
    layers = {
        host: [entry["layer"] for entry in shown("show", host)]
        for host in ("px.ads.linkedin.com", "unpkg.com")
    }
    assert layers == {"px.ads.linkedin.com": ["organisations"], "unpkg.com": ["brands"]}
    assert [entry["layer"] for entry in shown("show", "linkedin.com")] == [""], "an id was asked for, no host"


def test_a_brand_is_shown_without_a_country_a_holder_or_who_answers() -> None:
    (entry,) = shown("show", "https://I.SCDN.co/image?x=1")
    assert (entry["section"], entry["id"], entry["related"]) == (
        "brands",
        "scdn.co",
        {"organisations": ["spotify"]},
    )
    assert (entry["country"], entry["above"], entry["below"], entry["answers"]) == ("", [], [], "")
    assert entry["facts"] == {
        "source": load_brands().cited,
        "as_of": load_brands().as_of,
        "status": "secondary",
    }


def test_a_carrier_and_its_customer_are_both_shown() -> None:
    carrier, customer = shown("show", "d31qbv1cthcecs.cloudfront.net")
    assert (carrier["layer"], carrier["facts"]["organisation"]) == ("organisations", "aws-emea")
    assert (customer["layer"], customer["id"]) == ("brands", "d31qbv1cthcecs.cloudfront.net")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "fr",
            f"connu sous le nom d'Unpkg (liste {load_brands().cited}), société non identifiée · unpkg.com · marque",
        ),
        ("en", f"known as Unpkg (list {load_brands().cited}), company not identified · unpkg.com · brand"),
    ],
)
def test_what_is_not_known_of_a_brand_is_said(lang: str, said: str) -> None:
    assert shown("show", "unpkg.com", form="text", lang=lang).startswith(said)
