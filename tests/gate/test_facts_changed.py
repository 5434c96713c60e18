"""Changes that take facts away, weaken them or state them otherwise: what fails, and what the reviewer is told.

Facts are believed, as the change may be true; so most of these pass. None passes without a word: each is told in the result,
and in the comment on the change.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest

from tests.gate.test_attacks import DAY, Repository, made
from tests.running import run_here

pytestmark = pytest.mark.slow

HOP: Final = "plaintext-hop"
HOST: Final = "eu-host-us-parent"
BOX: Final = "opt-out-box"
LARGE: Final = ("legal_basis: public-task, scale: small", "legal_basis: public-task, scale: large")
PLAIN: Final = ("at_rest: encrypted, keys: lab-b", "at_rest: plain")


@dataclass(frozen=True, slots=True)
class FactChange:
    """What a change does to the facts: the case, what stands there before and after, the exit code, the fact told and how."""

    name: str
    case: str
    edits: tuple[tuple[str, str], ...]
    code: int
    fact: str
    fate: str
    base: tuple[tuple[str, str], ...] = ()


def on_the_hop(name: str, before: str, after: str, code: int, told: str, **more: Any) -> FactChange:
    fact, _, fate = told.partition(" ")
    return FactChange(name, HOP, ((before, after),), code, fact, fate, **more)


def on_the_host(name: str, code: int, told: str, *edits: tuple[str, str]) -> FactChange:
    fact, _, fate = told.partition(" ")
    return FactChange(name, HOST, edits, code, fact, fate)


def forged(name: str, called: str, identity: str = "hosting-fr", country: str = "FR") -> FactChange:
    """Put the host under an organisation that looks like the known one and is of another country, without a parent."""
    new = f"  {identity}: {{name: {called}, country: {country}, parent: none, is: cloud}}\nactivities:"
    return on_the_host(
        name,
        0,
        f"organisations.{identity} look-alike",
        ("activities:", new),
        ("operator: cloud-d-ie", f"operator: {identity}"),
    )


FLOW: Final = "network: public"
CHANGES: Final = (
    on_the_hop("deletes the transport", "transport: none, ", "", 1, "flows.results.transport removed"),
    on_the_hop(
        "writes it as unknown", "transport: none", "transport: unknown", 1, "flows.results.transport removed"
    ),
    on_the_hop(
        "writes it as not produced",
        "transport: none",
        "transport: not-produced",
        1,
        "flows.results.transport removed",
    ),
    on_the_hop(
        "states a protection", "transport: none", "transport: tls-1.3", 0, "flows.results.transport otherwise"
    ),
    on_the_hop(
        "begins the flow the day after",
        FLOW,
        f"{FLOW}, since: 2024-03-02",
        1,
        "flows.results.since begins-later",
    ),
    on_the_hop(
        "begins it in a month of later",
        FLOW,
        f"{FLOW}, since: 2024-04",
        1,
        "flows.results.since begins-later",
    ),
    on_the_hop(
        "protects it until the day after",
        "transport: none",
        "transport: [{value: tls, until: 2024-03-31}, {value: none, since: 2024-04-01}]",
        1,
        "flows.results.transport begins-later",
    ),
    on_the_hop(
        "calls it an attempt until the day after",
        FLOW,
        f'{FLOW}, attempted: {{value: "true", until: 2024-03-31}}',
        1,
        "flows.results.attempted begins-later",
    ),
    on_the_hop(
        "takes the protection of what begins later away",
        "transport: tls",
        "transport: none",
        1,
        "flows.results.since begins-later",
        base=((FLOW, f"{FLOW}, since: 2024-04-01"), ("transport: none", "transport: tls")),
    ),
    on_the_hop(
        "begins it after the day of the check",
        FLOW,
        f"{FLOW}, since: 2031",
        0,
        "flows.results.since otherwise",
    ),
    on_the_hop(
        "ends the flow before", FLOW, f"{FLOW}, until: 2024-02-01", 0, "flows.results.until otherwise"
    ),
    on_the_hop(
        "dates the case after the end of the flow",
        "as_of: 2024-03-01",
        "as_of: 2024-07-01",
        0,
        "case.as_of moved-on",
        base=((FLOW, f"{FLOW}, until: 2024-06-01"),),
    ),
    on_the_hop(
        "keeps the flow within one machine",
        FLOW,
        "network: same-machine",
        0,
        "flows.results.network otherwise",
    ),
    on_the_hop(
        "calls it an attempt", FLOW, f"{FLOW}, attempted: true", 0, "flows.results.attempted otherwise"
    ),
    on_the_hop("sends it elsewhere", "to: archive", "to: ward", 0, "flows.results.to otherwise"),
    on_the_hop(
        "takes the data out of the activity",
        "data: [identity, test-result]",
        "data: none",
        0,
        "activities.analysis.data otherwise",
    ),
    on_the_hop(
        "takes the data out of the flow",
        "transport: none",
        "data: none, transport: none",
        0,
        "flows.results.data otherwise",
    ),
    on_the_hop(
        "makes the activity small",
        LARGE[1],
        LARGE[0],
        0,
        "activities.analysis.scale otherwise",
        base=(LARGE, PLAIN),
    ),
    on_the_hop(
        "leaves the scale out",
        LARGE[1],
        "legal_basis: public-task",
        0,
        "activities.analysis.scale removed",
        base=(LARGE, PLAIN),
    ),
    on_the_hop(
        "assumes the fact",
        "transport: none",
        "transport: {value: none, known: assumed}",
        1,
        "flows.results.transport less-known",
    ),
    on_the_hop(
        "infers the fact",
        "transport: none",
        "transport: {value: none, known: inferred}",
        1,
        "flows.results.transport less-known",
    ),
    on_the_hop(
        "assumes every fact", "known: documented", "known: assumed", 1, "flows.results.transport less-known"
    ),
    on_the_hop("takes the source away", "source: network-plan\n", "", 0, "flows.results.transport unsourced"),
    FactChange(
        "gives another legal basis",
        BOX,
        (("legal_basis: consent", "legal_basis: contract"),),
        0,
        "activities.newsletter.legal_basis",
        "otherwise",
    ),
    on_the_host(
        "keeps nothing",
        0,
        "hosts.store.keeps otherwise",
        ("location: IE, keeps: [contact, identity]", "location: IE, keeps: none"),
    ),
    on_the_host(
        "takes the parent away",
        0,
        "organisations.cloud-d-ie.parent removed",
        ("country: IE, parent: cloud-d-inc", "country: IE"),
    ),
    on_the_host(
        "states no parent",
        0,
        "organisations.cloud-d-ie.parent otherwise",
        ("country: IE, parent: cloud-d-inc", "country: IE, parent: none"),
    ),
    on_the_host(
        "moves the parent",
        0,
        "organisations.cloud-d-inc.country otherwise",
        ('"Cloud D, Inc.", country: US', '"Cloud D, Inc.", country: FR'),
    ),
    on_the_host(
        "takes the keys",
        0,
        "hosts.store.keys otherwise",
        ("at_rest: encrypted, keys: cloud-d-ie", "at_rest: encrypted, keys: shop-c"),
    ),
    on_the_host(
        "runs it itself", 0, "hosts.store.operator otherwise", ("operator: cloud-d-ie", "operator: shop-c")
    ),
    on_the_hop(
        "deletes a fact that no finding rests on",
        ", network: public",
        "",
        0,
        "flows.results.network removed",
    ),
    on_the_hop(
        "writes one as unknown", "network: public", "network: unknown", 0, "flows.results.network removed"
    ),
    on_the_hop("deletes who holds the keys", ", keys: lab-b", "", 0, "hosts.archive.keys removed"),
    on_the_hop(
        "deletes the agreement",
        "agreements: [{between: [clinic-a, lab-b], is: processing}]\n",
        "",
        0,
        "agreements.clinic-a>lab-b removed",
    ),
    on_the_hop(
        "ends the agreement",
        "is: processing}]",
        "is: processing, until: 2024-02-01}]",
        0,
        "agreements.clinic-a>lab-b.until otherwise",
    ),
    on_the_hop(
        "names fewer recipients",
        "for: analysis, recipients: lab-b",
        "for: analysis, recipients: none",
        1,
        "notices.leaflet.recipients otherwise",
    ),
    on_the_hop(
        "assumes where it is sent",
        "network: public",
        "network: {value: public, known: assumed}",
        1,
        "flows.results.network less-known",
    ),
    on_the_hop(
        "leaves open whether the flow has ended",
        FLOW,
        f"{FLOW}, until: unknown",
        1,
        "flows.results.until left-open",
    ),
    on_the_hop(
        "leaves open whether it was an attempt",
        FLOW,
        f"{FLOW}, attempted: unknown",
        1,
        "flows.results.attempted left-open",
    ),
    on_the_hop("leaves its data open", FLOW, f"{FLOW}, data: unknown", 1, "flows.results.data left-open"),
    on_the_hop(
        "leaves open whether the activity has ended",
        "scale: small}",
        "scale: small, until: unknown}",
        1,
        "activities.analysis.until left-open",
    ),
    on_the_host(
        "lets a known organisation be succeeded",
        0,
        "organisations.aws-emea.succeeded_by overridden",
        ("organisations:", "organisations:\n  aws-emea: {ends: 2020-01-01, succeeded_by: shop-c}"),
    ),
    on_the_host(
        "makes a known organisation a branch",
        0,
        "organisations.aws-emea.branch_of overridden",
        ("organisations:", "organisations:\n  aws-emea: {branch_of: shop-c}"),
    ),
    on_the_host(
        "moves a known parent",
        0,
        "organisations.amazon.country overridden",
        ("organisations:", "organisations:\n  amazon: {country: FR}"),
    ),
    on_the_hop(
        "takes health data out of special categories",
        "data: {test-result",
        "data: {health: {is: anonymous}, test-result",
        1,
        "data.health overridden",
    ),
    on_the_hop(
        "says that health data finds nobody",
        "data: {test-result",
        'data: {health: {re_identifiable: "false"}, test-result',
        1,
        "data.health overridden",
    ),
    forged("forges an id", "Hosting", "cloud-d-ireland"),
    forged("forges a name", "Cloud D Ireland SARL"),
    forged("forges a name with an accent", "Clöud D Irelànd"),
    forged("forges a name with a Cyrillic letter", "Cloud D Irelаnd"),
    forged("forges a name with letters of another script alone", "Сlоud D Іrеlаnd"),
    forged("forges a name with figures", "C1oud D 1reland"),
    forged("forges a name in wide letters", "Ｃｌｏｕｄ Ｄ"),
    forged("forges a name of the knowledge base", "Amazon Web Services EMEA", "aws-emea-sarl"),
    *(
        forged(f"forges {name}", name)
        for name in (
            *("SaIesforce", "MlCR0SOFT", "Rnicrosoft", "IVIicrosoft", "\N{MATHEMATICAL BOLD CAPITAL G}oogle"),
            *(
                "\N{CHEROKEE LETTER NAH}oogle",
                "Goo\N{ARMENIAN SMALL LETTER CO}le",
                "G-o-o-g-l-e",
            ),
        )
    ),
    forged(
        "forges a name under an id of common words",
        "Microsoft",
        "cloud-group-data-international-services-holding-technologies-software-france",
    ),
    on_the_hop(
        "renames one as a known one",
        "name: Laboratory B",
        "name: Amazon Web Services EMEA SARL",
        1,
        "organisations.lab-b look-alike",
    ),
    forged("forges one with a Cyrillic first letter", "Аmazon Web Services"),
    forged("forges a name without a country", "Cloud D Ireland", country="unknown"),
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_fact_that_is_taken_away_weakened_or_stated_otherwise_is_told(
    change: FactChange, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    repository: Repository = made(tmp_path, change.case, *change.base)
    for before, after in change.edits:
        repository.change(before, after)
    auditor: Callable[..., Any] = partial(run_here, capfd, cwd=repository.root)
    done = auditor(
        *("check", "flows/x", "--no-config", "--fail-on", "high", *DAY),
        *(f"--since={repository.base}", f"--exceptions-from={repository.base}"),
        *("--format", "markdown", "--output", "json:out.json"),
    )
    assert done.returncode == change.code, f"{done.stdout}\n{done.stderr}"
    result = json.loads((repository.root / "out.json").read_bytes())
    told = {line["fact"]: line for line in result["weakened_facts"]}
    assert change.fact in told, list(told)
    line = told[change.fact]
    assert line["fate"] == change.fate
    shown = done.stdout.replace("\\", "")
    clauses = [line[side]["en"] for side in ("said_before", "said_after") if line[side]]
    assert clauses or change.fate == "moved-on"
    assert all(clause in shown for clause in clauses or DATED_ON), shown


#: How a case that is moved to another day is told: by both days.
DATED_ON = ("1 March 2024", "1 July 2024")


def test_every_change_is_another() -> None:
    assert len({change.name for change in CHANGES}) == len(CHANGES)
