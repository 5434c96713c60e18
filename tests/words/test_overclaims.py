"""Nothing that readers see claims more than facts and law carry: texts of rules, knowledge, cases, guides, and all output."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor.api.ask import asking
from auditor.api.assess import assess
from auditor.api.explain import told, words_of
from auditor.api.gate import Judged
from auditor.api.publish import publish, questions
from auditor.api.read import all_policies, knowledge_base
from auditor.loading.files.document import read
from auditor.loading.files.folder import yaml_files
from auditor.model.materials import Materials
from auditor.model.result.document import Result
from auditor.rendering.explanation import render_rule
from auditor.rules.language.wording_lint import TABLE, overclaims, suspects
from auditor.text.days import in_words
from auditor.text.fields.table import questions as questions_of_fields
from tests.conftest import CASES, ROOT, materials

pytestmark = pytest.mark.slow

#: What each row of the table is there to stop.
TRAPS = [
    "AWS must hand over the data",
    "Amazon doit remettre les données",
    "hosting there is illegal",
    "un hébergement illégal, voire illicite",
    "this is a GDPR breach",
    "it infringes article 32",
    "cela enfreint l'article 32",
    "the site violates the law",
    "a violation of the GDPR",
    "le site viole la loi",
    "une violation du RGPD",
    "the firm is guilty",
    "la société est coupable",
    "the firm spies on patients",
    "la société espionne ses usagers",
    "this proves the access",
    "cela prouve l'accès",
    "the founder lies",
    "le fondateur ment",
    "the firm hides its hosts",
    "la société dissimule ses hébergeurs",
    "an offer immune to US law",
    "une offre immunisée",
    "a GDPR-compliant service",
    "un service conforme au RGPD",
    "the judge validated the hosting",
    "le Conseil d'État a validé l'hébergement",
    "data are transferred to the US",
    "des données transférées aux États-Unis",
    "no transfer, since the widget is on our page",
    "pas de transfert, puisque l'élément est sur notre page",
    "a fund that gives the US access",
    "ce qui donne aux États-Unis un accès",
    "the CLOUD Act is mass surveillance",
    "une surveillance de masse",
    "access without a judge",
    "un accès sans juge",
    "FISA 702 is in force",
    "le 702 est en vigueur",
    "article 48 forbids it",
    "l'article 48 interdit d'y répondre",
    "encrypted, therefore safe",
    "chiffrées, donc sûres",
    "not encrypted, therefore a breach",
    "the EDPB bans US clouds",
    "le CEPD interdit les nuages américains",
    "the network is controller of everything",
    "il est responsable de tout",
    "appointments are health data",
    "un rendez-vous est une donnée de santé",
    "HDS = sovereign",
    "HDS vaut souveraineté",
    "SecNumCloud is required for Doctolib",
    "a SecNumCloud company",
    "une société SecNumCloud",
    "the Data Act protects patients",
    "E0 means no State access",
    "E0 signifie aucun accès",
    "there is no DPIA",
    "no contract binds them",
    "no legal basis",
    "aucune AIPD",
    "pas de contrat entre eux",
    "aucune base légale",
    "it refused to answer, hence hiding",
    "la société a refusé de répondre",
    "a fine of 4 %",
    "une amende de 4 %",
    "it seems that X reads",
    "il semble que X lise",
    "which suggests that X reads",
    "ce qui laisse penser que X lit",
]
ACCEPTABLE = [
    "US authorities may compel it under 18 U.S.C. § 2713",
    "peut faire l'objet d'une injonction",
    "did not find it manifestly insufficient, on these facts, on 12 March 2021",
    "no transfer identified; risk of a future disclosure",
    "no contract on file",
    "a processor of which it is stated that no contract is signed",
    "un sous-traitant dont il est dit qu'aucun contrat n'est signé",
    "no DPIA was found in the documents listed",
    "aucun contrat n'est au dossier",
    "non trouvé dans les pièces listées",
    "n'a pas répondu à la date du 2019-11-01",
    "did not answer our question of July 2019",
    "from F5 and F8 follows that it reads; we could not check it",
    "la violation de données à caractère personnel (art. 4, 12)",
    "a personal data breach",
    "un certificat de conformité",
    "la charge de la preuve",
    "le traitement, évidemment, suppose un document",
    'the founder says: "we are GDPR-compliant" (reflets-2019#F8)',
    "le fondateur dit : « nous sommes conformes au RGPD » (reflets-2019#F8)",
    "data relies on, applies to, underlies",
    "https://example.org/unlawful-sharing",
]


@pytest.mark.parametrize("text", TRAPS)
def test_a_trap_is_seen_and_a_wording_is_offered(text: str) -> None:
    found = list(overclaims(text))
    assert found
    assert all(instead for _, instead in found)
    assert list(overclaims(text, suspects([text]))) == found


def test_every_row_of_the_table_has_its_trap() -> None:
    unseen = [entry.pattern for entry in TABLE if not any(list(overclaims(text, [entry])) for text in TRAPS)]
    assert unseen == []


@pytest.mark.parametrize("text", ACCEPTABLE)
def test_what_may_be_said(text: str) -> None:
    assert list(overclaims(text)) == []


def test_a_quotation_without_a_source_is_ours() -> None:
    assert list(overclaims('they are "GDPR-compliant", we find'))


def test_a_transfer_may_be_called_one() -> None:
    assert list(overclaims("data is transferred to the United States", transfer=True)) == []


# sources ------------------------------------------------------------------------------------------------------------------


def texts(node: Any, at: str = "", *, sourced: bool = False) -> Iterator[tuple[str, str]]:
    """Every text below `node` with its address, quotations that name their source and titles of documents aside."""
    if isinstance(node, dict):
        here = sourced or "source" in node
        for key, value in node.items():
            if not (key == "quote" and here) and not (at == ".sources" or at.startswith(".sources.")):
                yield from texts(value, f"{at}.{key}", sourced=here)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from texts(value, f"{at}.{index}", sourced=sourced)
    elif isinstance(node, str):
        yield at, node


@pytest.mark.parametrize("folder", ["policies", "flows", "auditor/knowledge"])
def test_no_yaml_overclaims(folder: str) -> None:
    found = []
    for path, data in yaml_files([ROOT / folder]):
        value = read(path, data).value
        head = isinstance(value, dict) and "source" in value
        for at, text in texts(value, sourced=head):
            decided = at.startswith(
                ".law."
            )  # titles of decisions, which are about transfers that authorities found
            found.extend((path, at, said) for said, _ in overclaims(text, transfer=decided))
    assert found == []


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda path: path.name)
def test_no_guide_overclaims(page: Path) -> None:
    assert [
        said for line in page.read_text(encoding="utf-8").splitlines() for said, _ in overclaims(line)
    ] == []


def test_no_question_overclaims() -> None:
    said = [t for q in questions_of_fields().values() for t in (q.fr, q.en)]
    assert [word for text in said for word, _ in overclaims(text)] == []


# output -------------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module", params=CASES, ids=lambda p: p.name)
def audited(request: pytest.FixtureRequest) -> tuple[Materials, Result]:
    made = materials([request.param])
    return made, assess(made)


def own(text: str, made: Materials, result: Result) -> str:
    """The text without what others said (claims and replies with their source, titles of documents) and without transfers."""
    text = (
        re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))
        .replace("\u202f", " ")
        .replace("\u00a0", " ")
    )
    others = [claim.quote for claim in result.claims if claim.source]
    others += [source.title for source in result.sources] + [reply.text for reply in result.replies]
    said = {part for both in others for part in (both.fr, both.en) if part}
    said |= {
        m
        for f in result.findings
        if f.kind == "transfer"
        for m in (f.message.fr, f.message.en, f.title.fr, f.title.en)
    }
    for part in sorted(said, key=len, reverse=True):
        text = text.replace(re.sub(r"\s+", " ", part).replace("\u202f", " "), " ")
    return text


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("form", ["text", "html", "letters"])
def test_no_output_overclaims(audited: tuple[Materials, Result], form: str, lang: str) -> None:
    made, result = audited
    asked = questions(asking(Judged(made, result), dormant=True, tried=0), "text", lang)
    said = asked if form == "letters" else publish(result, form, lang)
    assert list(overclaims(own(said.decode(), made, result))) == []


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_story_overclaims(audited: tuple[Materials, Result], lang: str) -> None:
    made, result = audited
    for finding in result.findings:
        story = own(told(made, result, finding, lang).decode(), made, result)
        assert list(overclaims(story, transfer=finding.kind == "transfer")) == [], finding.rule


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("policy", all_policies(), ids=lambda p: p.policy)
def test_no_explanation_of_a_rule_overclaims(policy: Any, lang: str) -> None:
    for rule in policy.rules:
        said = render_rule(rule, policy, words_of(rule, policy, knowledge_base()), lang).decode()
        assert list(overclaims(said, transfer=rule.kind == "transfer")) == [], rule.id


FOOTER = {
    "fr": "Ce n'est pas une consultation juridique. Seuls une autorité ou un tribunal constatent un manquement.",
    "en": "They are not legal advice. Only an authority or a court finds an infringement.",
}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_reports_end_with_what_they_are_not(audited: tuple[Materials, Result], lang: str) -> None:
    _, result = audited
    text = publish(result, "text", lang).decode().rstrip().splitlines()[-2]
    page = re.sub(r"<[^>]+>", "", publish(result, "html", lang).decode()).rstrip()
    for said in (text, page):
        assert html.unescape(said).endswith(FOOTER[lang])
        assert getattr(in_words(result.as_of), lang) in said[-400:]


def test_a_pack_that_overclaims_is_refused_with_the_place_and_what_to_say(tmp_path: Path) -> None:
    from auditor.errors import Refused

    pack = (ROOT / "policies" / "third-parties.yaml").read_text(encoding="utf-8")
    turned = pack.replace(
        "Whoever embeds an element of a third party makes", "Whoever embeds an element illegally makes"
    )
    assert turned != pack
    (tmp_path / "own.yaml").write_text(
        turned.replace("policy: third-parties", "policy: own"), encoding="utf-8"
    )
    with pytest.raises(Refused) as refused:
        all_policies([tmp_path])
    (problem,) = [p for p in refused.value.problems if "illegally" in p.message.en]
    assert "illegally" in turned.splitlines()[problem.line - 1]
    assert "exposure" in str(problem.hint)
