"""What a finding says as one sentence, what shows it and what to do: filled from its subject, named as readers know it."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.errors import Refused
from auditor.model.bilingual import Bilingual
from tests.own_rules import Tree, one, rule

CLEAR = {"transport": "none"}


def case(**changed: Any) -> Tree:
    return {
        "known": "observed",
        "source": "visit#2",
        "sources": {"visit": {"kind": "capture", "publisher": "A. Reader", "date": "2024-05-01"}},
        "people": {"buyer": {"title": "Buyers"}},
        "organisations": {"shop": {"name": "Shop SARL", "country": "FR"}},
        "hosts": {"site": {"title": {"fr": "le site", "en": "the site"}, "operator": "shop"}},
        "activities": {"sales": {"controller": "shop", "data": "contact", "people": "buyer"}},
        "flows": {
            "order": {"for": "sales", "from": "buyer", "to": "site", "data": "contact", "transport": "none"}
        },
    } | changed


def test_a_headline_names_the_subject() -> None:
    headline = {"fr": "Tout va {to:à} sans chiffrement", "en": "all goes to {to} unencrypted"}
    finding = one(case(), rule(forbid=CLEAR, headline=headline))
    assert finding.headline == Bilingual(
        "Tout va au site sans chiffrement", "All goes to the site unencrypted"
    )


def test_a_rule_without_a_headline_is_headed_by_its_title() -> None:
    finding = one(case(), rule(forbid=CLEAR))
    assert finding.headline == finding.title
    assert finding.proof_sentence == Bilingual("", "")
    assert finding.action is None


def test_what_shows_a_finding_names_its_documents_and_no_id() -> None:
    shown = {"fr": "{sources} le {sources:montre/montrent}.", "en": "{sources} {sources:shows/show} it."}
    finding = one(case(), rule(forbid=CLEAR, proof_sentence=shown))
    assert finding.proof_sentence.en == "A capture of traffic by A. Reader shows it."
    assert finding.proof_sentence.fr == "Une capture du trafic d'A. Reader le montre."


def test_what_a_capture_shows_is_not_said_to_come_from_a_witness() -> None:
    message = one(case(), rule(forbid=CLEAR)).message
    assert message.en == "Told. Shown by a capture (a capture of traffic by A. Reader, 2)."
    article = {"visit": {"kind": "press", "short": {"fr": "l'article", "en": "the article"}}}
    seen = one(case(sources=article), rule(forbid=CLEAR)).message
    assert seen == Bilingual(
        "Told. Constaté par un témoin (l'article, 2).", "Told. Seen by a witness (the article, 2)."
    )


@pytest.mark.parametrize(("who", "expected"), [({}, "Shop"), ({"who": "Whoever writes"}, "Whoever writes")])
def test_what_to_do_says_who_can_do_it(who: Tree, expected: str) -> None:
    action = {"what": {"fr": "Chiffrer {to:à}", "en": "Encrypt at {to}"}, "evidence": "a trial", **who}
    done = one(case(), rule(forbid=CLEAR, action=action)).action
    assert done is not None
    assert (done.what.en, done.who.en, done.evidence.en) == ("Encrypt at the site", expected, "A trial")


def test_two_companies_of_one_short_name_keep_their_legal_forms() -> None:
    twins = {"shop": {"name": "Shop SARL", "country": "FR"}, "other": {"name": "Shop Ltd", "country": "IE"}}
    named = rule(forbid=CLEAR, headline={"fr": "{receiver}", "en": "{receiver}"})
    assert one(case(organisations=twins), named).headline.en == "Shop SARL"
    assert one(case(), named).headline.en == "Shop"


@pytest.mark.parametrize("field", ["headline", "message"])
def test_the_documents_are_named_only_where_they_are_told(field: str) -> None:
    with pytest.raises(Refused, match="sources"):
        one(case(), rule(forbid=CLEAR, **{field: "{sources}"}))
