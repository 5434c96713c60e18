"""What premises say: the value of their fact in both polarities, by names and words, never by an address or an id."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from auditor.api.assess import assess
from auditor.judging.premise_text import Teller
from auditor.rules.questions import question
from auditor.text.names import Names
from tests.conftest import ROOT, materials

TREE: dict[str, Any] = {
    "auditor": "1",
    "case": {"id": "told", "as_of": "2024-06-01", "policies": ["gdpr"]},
    "known": "documented",
    "people": {"patient": {"title": {"fr": "les patients", "en": "patients"}, "country": "FR"}},
    "organisations": {
        "clinic": {"title": {"fr": "la clinique", "en": "the clinic"}, "country": "FR"},
        "cloud": {
            "title": {"fr": "le nuage", "en": "the cloud"},
            "parent": "unknown",
            "duties": ["sren-31", "unknown"],
            "dpf": [
                {"value": "false", "until": "2023-09-01"},
                {"value": "true", "since": "2023-09-01", "until": "2024-03"},
                {"value": "unknown", "since": "2024-03"},
            ],
            "certified": [{"is": "hds", "version": "2", "scope": ["1", "2"], "until": "2026-01-01"}],
        },
    },
    "ownership": [{"owner": "clinic", "of": "cloud", "votes": "24", "decides": "false"}],
    "activities": {
        "care": {
            "title": {"fr": "Soins", "en": "Care"},
            "people": "patient",
            "data": "health",
            "controller": "clinic",
            "processors": "none",
            "needs": {"cloud": "health", "bank": "none"},
            "dpia": "incomplete",
        }
    },
    "hosts": {
        "tape": {
            "title": {"fr": "le stockage", "en": "the store"},
            "operator": "cloud",
            "backup": "true",
            "erased": "false",
            "keys": "none",
            "location": ["FR", "DE"],
            "kept_for": "not-produced",
        }
    },
    "agreements": [{"between": ["clinic", "cloud"], "is": "processing", "signed": "false"}],
}


@pytest.fixture
def teller(tmp_path: Path) -> Teller:
    (tmp_path / "case.yaml").write_text(json.dumps(TREE), encoding="utf-8")
    made = materials([tmp_path])
    return Teller(made, Names(made.case, made.as_of))


@pytest.mark.parametrize(
    ("route", "french", "english"),
    [
        ("hosts.tape.backup", "le stockage est une sauvegarde", "the store is a backup"),
        (
            "hosts.tape.erased",
            "ce que garde le stockage n'est pas effacé au terme de la durée",
            "what the store keeps is not erased when the period ends",
        ),
        (
            "organisations.cloud.dpf",
            "le nuage ne figure pas sur la liste du Data Privacy Framework (jusqu'au 1er septembre 2023), le nuage figure "
            "sur la liste du Data Privacy Framework (depuis le 1er septembre 2023 et jusqu'à mars 2024) et pour le nuage, "
            "le dossier laisse ceci inconnu : l'inscription au Data Privacy Framework (depuis mars 2024)",
            "the cloud is not on the Data Privacy Framework list (until 1 September 2023), the cloud is on the Data Privacy "
            "Framework list (since 1 September 2023 and until March 2024) and for the cloud, the case leaves this unknown: "
            "being on the Data Privacy Framework list (since March 2024)",
        ),
        (
            "organisations.cloud.duties",
            "l'article 31 de la loi 2024-449 oblige le nuage et pour le nuage, le dossier laisse ceci inconnu : les obligations "
            "particulières",
            "art. 31 of French Act 2024-449 binds the cloud and for the cloud, the case leaves this unknown: the special duties",
        ),
        (
            "hosts.tape.keys",
            "personne ne détient de clés de ce que garde le stockage",
            "nobody holds keys to what the store keeps",
        ),
        (
            "hosts.tape.location",
            "le lieu du stockage est : France et Allemagne",
            "the location of the store is France and Germany",
        ),
        (
            "hosts.tape.kept_for",
            "pour le stockage, ceci a été demandé et n'a pas été produit : la durée de conservation",
            "for the store, this was asked for and not produced: the period of retention",
        ),
        (
            "organisations.cloud.parent",
            "pour le nuage, le dossier laisse ceci inconnu : la société mère",
            "for the cloud, the case leaves this unknown: the parent",
        ),
        (
            "organisations.cloud.certified",
            "le nuage détient ces certificats ou agréments : HDS (version 2, périmètre : sites physiques (1) et infrastructure matérielle (2), jusqu'au 1er janvier 2026)",
            "the cloud holds these certificates or accreditations: HDS (version 2, scope: physical sites (1) and hardware (2), until 1 January 2026)",
        ),
        (
            "organisations.cloud.certified.hds.version",
            "le certificat HDS du nuage suit cette version du référentiel : 2",
            "the HDS certificate of the cloud follows this version of the scheme: 2",
        ),
        (
            "agreements.clinic>cloud",
            "il n'a pas été signé de contrat entre la clinique et le nuage (sous-traitance)",
            "no agreement was signed between the clinic and the cloud (processing)",
        ),
        (
            "agreements.clinic>cloud.signed",
            "il n'a pas été signé de contrat entre la clinique et le nuage",
            "no agreement was signed between the clinic and the cloud",
        ),
        (
            "ownership.clinic>cloud",
            "la clinique détient 24 % des votes du nuage",
            "the clinic holds 24 % of the votes of the cloud",
        ),
        (
            "ownership.clinic>cloud.decides",
            "la clinique ne décide pas en fait dans les assemblées du nuage",
            "the clinic does not decide in fact at the general meetings of the cloud",
        ),
        ("activities.care.processors", "« Soins » n'a pas de sous-traitant", '"Care" has no processor'),
        (
            "activities.care.needs",
            "les données de « Soins » dont a besoin le nuage sont : données de santé et une banque n'a besoin d'aucune donnée de « Soins »",
            'the data of "Care" that the cloud needs is health data and a bank needs no data of "Care"',
        ),
        (
            "activities.care.dpia",
            "l'analyse d'impact de « Soins » est incomplète",
            'the impact assessment of "Care" is incomplete',
        ),
        ("case.as_of", "le cas se rapporte au : 1er juin 2024", "the case speaks for 1 June 2024"),
    ],
)
def test_a_premise_says_the_value_of_its_fact(teller: Teller, route: str, french: str, english: str) -> None:
    said = teller.tell(route)
    assert said.fr == french
    assert said.en == english


def test_a_text_of_law_is_told_with_the_days_on_which_it_holds(teller: Teller) -> None:
    known = teller.materials.knowledge
    for section in ("adequacy", "problematic", "bridges", "instruments"):
        for name in getattr(known, section):
            for said in (teller.tell(f"{section}.{name}").fr, teller.tell(f"{section}.{name}").en):
                assert f"{section}.{name}" not in said
                assert "()" not in said


@pytest.mark.parametrize(
    ("route", "ends"),
    [
        ("adequacy.gb", ("est en vigueur du 28 juin 2021 au 27", "is in force from 28 June 2021 to 27")),
        (
            "adequacy.us-safe-harbour",
            ("a été en vigueur du 26 juillet 2000", "was in force from 26 July 2000"),
        ),
        ("adequacy.us-safe-harbour", ("au 6 octobre 2015", "to 6 October 2015")),
        ("problematic.us-2020", ("au 10 juillet 2023", "to 10 July 2023")),
        ("bridges.gb-2021", ("au 28 juin 2021", "to 28 June 2021")),
        ("adequacy.ch", None),
        ("instruments.GB-IPA-2016", None),
    ],
)
def test_a_text_is_told_with_the_day_on_which_it_was_annulled_or_will_end(
    teller: Teller, route: str, ends: tuple[str, str] | None
) -> None:
    said = teller.tell(route)
    if ends is None:
        assert " to " not in said.en
    else:
        assert ends[0] in said.fr
        assert ends[1] in said.en


def test_what_nobody_is_asked_for_has_a_question_in_words(teller: Teller) -> None:
    said = question("hosts.tape.note", teller.names)
    assert said.fr == "Qu'en est-il, pour le stockage, de ceci : une remarque ?"
    assert said.en == "What holds, for the store, of this: a remark?"
    assert question("activities.care.content", teller.names).en.startswith("Is the content of the flow")
    assert question("organisations.cloud.certified.hds.scope", teller.names) == question(
        "organisations.cloud.certified", teller.names
    )


CASES = sorted(path.parent for path in (ROOT / "flows").rglob("case.yaml"))


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_no_premise_and_no_question_of_a_published_case_has_an_address(folder: Path) -> None:
    made = materials([folder])
    names = Names(made.case, made.as_of)
    teller = Teller(made, names)
    result = assess(made)
    said = [teller.tell(fact.fact) for finding in result.findings for fact in finding.proof]
    said += [question(route, names) for finding in result.findings for route in finding.missing]
    address = re.compile(
        r"\b(hosts|flows|activities|organisations|ownership|agreements|notices|claims|people)\.[a-z]"
    )
    assert said or not result.findings
    assert [text for one in said for text in (one.fr, one.en) if address.search(text) or "{" in text] == []
