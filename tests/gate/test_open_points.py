"""Silence at the gate: facts taken away, weakened or put off by a change are told in every format, and fail where asked."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from auditor import assess, read
from auditor.judging.baseline_status import known
from auditor.judging.gate import Threshold, open_failing
from tests.conftest import ROOT
from tests.gate.test_history import change, commit, git

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]
GATE = ("check", "flows/x", "--no-config", "--today", "2026-11-24", "--since", "base")
BARE = "F-83eca787569355c9"
FORMATS = ("text", "concise", "json", "sarif", "junit", "github", "gitlab", "markdown", "html")
UNTOLD = """\
  copy: {title: {fr: copie, en: copy}, for: analysis, from: ward, to: archive}
agreements:"""


@pytest.fixture
def auditor(auditor: Run, tmp_path: Path) -> Run:
    return partial(auditor, cwd=tmp_path)


def repository(root: Path, name: str) -> Path:
    """Make a repository whose revision `base` has a teaching case, and give the file of the case."""
    shutil.copytree(ROOT / "flows" / name, root / "flows" / "x")
    git(root, "init", "-q")
    commit(root, "base")
    return root / "flows" / "x" / "case.yaml"


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A case with one known finding: a hop in clear."""
    return repository(tmp_path, "plaintext-hop")


@pytest.fixture
def hosted(tmp_path: Path) -> Path:
    """A case with known findings on a host whose operator has an American parent."""
    return repository(tmp_path, "eu-host-us-parent")


def checked(auditor: Run, *arguments: str) -> tuple[int, dict[str, Any]]:
    done = auditor(*GATE, "--format", "json", *arguments)
    assert done.returncode in (0, 1), done.stderr
    return done.returncode, json.loads(done.stdout)


def weakened(result: dict[str, Any]) -> dict[str, tuple[str, list[str]]]:
    return {line["fact"]: (line["fate"], line["findings"]) for line in result["weakened_facts"]}


def in_every_format(auditor: Run, *arguments: str) -> tuple[int, dict[str, str]]:
    """Give the exit code of a check, and what each format shows, without the escapes of Markdown."""
    root = auditor.keywords["cwd"] if isinstance(auditor, partial) else Path()
    outputs = (word for name in FORMATS for word in ("--output", f"{name}:out/{name}"))
    done = auditor(*arguments, *outputs)
    assert done.returncode in (0, 1), done.stderr
    shown = {name: (root / "out" / name).read_text(encoding="utf-8") for name in FORMATS}
    return done.returncode, {**shown, "markdown": shown["markdown"].replace("\\", "")}


def plain(text: str) -> str:
    """Give a text in one line, without the quotes that formats escape each in its own way, and without such escapes."""
    return " ".join(re.sub(r'[\\"`]', "", text.replace("\\n", " ")).split())


def said(auditor: Run, fact: str, lang: str) -> list[str]:
    """Give what the JSON result says of a fact that changed, before and after."""
    (line,) = (line for line in checked(auditor)[1]["weakened_facts"] if line["fact"] == fact)
    return [plain(line[side][lang]) for side in ("said_before", "said_after") if line[side]]


def without(shown: dict[str, str], words: str) -> list[str]:
    """Give the formats that do not hold `words`."""
    return [name for name, text in shown.items() if words not in text and words not in plain(unescape(text))]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_format_tells_a_finding_that_is_no_longer_shown_and_the_fact_that_is_gone(
    auditor: Run, bare: Path, lang: str
) -> None:
    change(bare, "transport: none, ", "")
    code, shown = in_every_format(auditor, *GATE, "--lang", lang)
    clauses = said(auditor, "flows.results.transport", lang)
    assert (code, without(shown, BARE)) == (1, [])
    assert clauses
    assert not [name for clause in clauses for name in without(shown, clause)]


def test_a_change_that_deletes_the_transport_of_a_known_plaintext_flow_fails(
    auditor: Run, bare: Path
) -> None:
    change(bare, "transport: none, ", "")
    code, result = checked(auditor)
    gate = result["summary"]["gate"]
    assert (code, gate["failing"], gate["unshown"]) == (1, 0, [BARE])
    (lost,) = result["no_longer_shown"]
    assert (lost["rule"], lost["facts"], lost["fails"]) == ("TRN-001", ["flows.results.transport"], True)
    assert lost["place"]["file"].endswith("case.yaml")
    (run,) = json.loads(auditor(*GATE, "--format", "sarif").stdout)["runs"]
    first = run["invocations"][0]["toolConfigurationNotifications"][0]
    assert (first["level"], BARE in first["message"]["text"]) == ("error", True)


@pytest.mark.parametrize("written", ["unknown", "not-produced"])
def test_writing_that_a_fact_is_unknown_is_no_better_than_deleting_it(
    auditor: Run, bare: Path, written: str
) -> None:
    change(bare, "transport: none", f"transport: {written}")
    code, result = checked(auditor)
    assert (code, result["summary"]["gate"]["unshown"]) == (1, [BARE])


#: Facts that take the known finding away without a fact that is missing: of each, what it changes and where that is told.
QUIET = {
    "a flow that begins the day after": (
        "network: public",
        "network: public, since: 2024-03-02",
        "flows.results.since",
    ),
    "a flow that ended": ("network: public", "network: public, until: 2024-02-01", "flows.results.until"),
    "a flow within one machine": ("network: public", "network: same-machine", "flows.results.network"),
    "a request that was only attempted": (
        "network: public",
        "network: public, attempted: true",
        "flows.results.attempted",
    ),
    "an activity without data": ("data: [identity, test-result]", "data: none", "activities.analysis.data"),
    "a flow without personal data": (
        "transport: none",
        "data: none, transport: none",
        "flows.results.data",
    ),
    "a flow that is protected": ("transport: none", "transport: tls-1.3", "flows.results.transport"),
    "a flow to another place": ("to: archive", "to: ward", "flows.results.to"),
}


@pytest.mark.parametrize("kind", QUIET)
def test_a_fact_that_takes_a_known_finding_away_is_told(auditor: Run, bare: Path, kind: str) -> None:
    before, after, fact = QUIET[kind]
    change(bare, before, after)
    _, result = checked(auditor)
    assert not any(f["rule"] == "TRN-001" and f["outcome"] == "established" for f in result["findings"])
    fate, findings = weakened(result)[fact]
    assert (fate, findings) == ("begins-later" if "begins" in kind else "otherwise", findings)
    assert BARE in findings or "begins" in kind


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_format_tells_a_fact_that_takes_a_known_finding_away(
    auditor: Run, bare: Path, lang: str
) -> None:
    change(bare, "network: public", "network: same-machine")
    code, shown = in_every_format(auditor, *GATE, "--lang", lang)
    clauses = said(auditor, "flows.results.network", lang)
    assert (code, without(shown, BARE)) == (0, [])
    assert clauses
    assert not [name for clause in clauses for name in without(shown, clause)]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_format_tells_a_fact_that_was_taken_away_and_touches_no_finding(
    auditor: Run, bare: Path, lang: str
) -> None:
    change(bare, ", network: public", "")
    code, shown = in_every_format(auditor, *GATE, "--lang", lang)
    (clause,) = said(auditor, "flows.results.network", lang)
    assert (code, without(shown, clause)) == (0, [])
    assert weakened(checked(auditor)[1]) == {"flows.results.network": ("removed", [])}
    first_screen = shown["text"].partition("\n\n")[2].partition("\n\n")[0]
    assert {"fr": "Depuis base : 1 fait retiré", "en": "Since base: 1 fact taken away"}[lang] in plain(
        first_screen
    )


def test_facts_that_touch_a_known_finding_are_told_before_the_others(auditor: Run, bare: Path) -> None:
    change(bare, "transport: none", "transport: tls-1.3")
    change(bare, "is: care-provider}\nactivities", "is: telecom}\nactivities")
    change(bare, "at_rest: encrypted, keys: clinic-a", "at_rest: encrypted")
    _, result = checked(auditor)
    assert [line["fact"] for line in result["weakened_facts"]] == [
        "flows.results.transport",
        "hosts.ward.keys",
        "organisations.lab-b.is",
    ]


@pytest.mark.parametrize("field", ["until", "attempted"])
def test_what_is_open_only_for_whether_the_flow_goes_on_is_live_and_fails_where_asked(
    auditor: Run, bare: Path, field: str
) -> None:
    change(bare, "network: public", f"network: public, {field}: unknown")
    result = json.loads(auditor("check", "flows/x", "--no-config", "--format", "json").stdout)
    (point,) = (finding for finding in result["findings"] if f"F-{finding['fingerprint']}" == BARE)
    assert (point["outcome"], point["live"], point["missing"]) == (
        "cannot-be-shown",
        True,
        [f"flows.results.{field}"],
    )
    assert auditor("check", "flows/x", "--no-config", "--fail-on-open", "high").returncode == 1
    assert auditor("check", "flows/x", "--no-config").returncode == 0


MANY = 45


def test_a_change_of_very_many_facts_is_told_in_part_with_how_many_more_there_are(
    auditor: Run, bare: Path
) -> None:
    hosts = "".join(f"\n  store-{n}: {{operator: clinic-a, keeps: none}}" for n in range(MANY))
    change(bare, "hosts:", f"hosts:{hosts}")
    commit(bare.parents[2], "many")
    git(bare.parents[2], "tag", "-f", "base")
    change(bare, hosts, "")
    _, shown = in_every_format(auditor, *GATE)
    assert len(json.loads(shown["json"])["weakened_facts"]) == MANY
    told = {name: shown[name].count("store-") for name in ("text", "markdown", "github", "concise")}
    assert told == {"text": 40, "markdown": MANY, "github": 20, "concise": MANY}
    assert "5 more changes are in the JSON." in shown["text"]
    assert "25 more changes are in the JSON." in shown["github"]


def put_off(path: Path) -> None:
    change(path, "network: public", "network: public, since: 2024-03-02")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_known_flow_put_off_until_after_the_date_of_the_case_fails_and_every_format_says_so(
    auditor: Run, bare: Path, lang: str
) -> None:
    put_off(bare)
    code, shown = in_every_format(auditor, *GATE, "--lang", lang)
    clauses = said(auditor, "flows.results.since", lang)
    assert (code, without(shown, BARE)) == (1, [])
    assert clauses
    assert not [name for clause in clauses for name in without(shown, clause)]


def test_what_begins_by_the_day_of_the_check_fails_as_it_will_then(auditor: Run, bare: Path) -> None:
    put_off(bare)
    code, result = checked(auditor)
    (line,) = result["weakened_facts"]
    assert (line["fate"], line["before"], line["after"]) == ("begins-later", "", "2024-03-02")
    assert (code, line["beginning"], result["summary"]["gate"]["beginning"]) == (1, [BARE], [BARE])
    code, result = checked(auditor, "--today", "2024-03-01")
    assert (code, weakened(result)["flows.results.since"][0]) == (0, "otherwise"), "it begins after that day"
    code, result = checked(auditor, "--fail-on", "never")
    assert (code, result["summary"]["gate"]["beginning"]) == (0, [])


def test_a_new_flow_that_begins_by_the_day_of_the_check_fails_where_it_would_then(
    auditor: Run, bare: Path
) -> None:
    late = UNTOLD.replace(
        "archive}", "archive, transport: none, content: none, network: public, since: 2026}"
    )
    change(bare, "agreements:", late)
    code, result = checked(auditor)
    assert (code, len(result["summary"]["gate"]["beginning"])) == (1, 1)
    commit(bare.parent, "late")
    code, result = checked(auditor, "--since", "late")
    assert (code, result["weakened_facts"]) == (0, []), "it begins on that day in the base too"


def test_a_case_dated_later_is_told_with_the_findings_that_are_gone(auditor: Run, bare: Path) -> None:
    change(bare, "network: public", "network: public, until: 2024-06-01")
    commit(bare.parent, "ends")
    change(bare, "as_of: 2024-03-01", "as_of: 2024-07-01")
    _, result = checked(auditor, "--since", "ends")
    assert weakened(result)["case.as_of"] == ("moved-on", [BARE])


@pytest.mark.parametrize("after", ["assumed", "inferred"])
def test_a_fact_known_less_well_is_told_with_how_it_was_known(auditor: Run, bare: Path, after: str) -> None:
    change(bare, "transport: none", f"transport: {{value: none, known: {after}}}")
    code, result = checked(auditor)
    (line,) = (line for line in result["weakened_facts"] if line["fact"] == "flows.results.transport")
    assert (line["fate"], line["before"], line["after"]) == ("less-known", "documented", after)
    assert (line["findings"], code) == ([BARE], 1)


def test_a_fact_that_lost_its_source_is_told(auditor: Run, bare: Path) -> None:
    change(bare, "source: network-plan\n", "")
    code, result = checked(auditor)
    (line,) = (line for line in result["weakened_facts"] if line["fact"] == "flows.results.transport")
    assert (code, line["fate"], line["before"], line["findings"]) == (0, "unsourced", "network-plan", [BARE])


LOOK_ALIKE = """\
  cloud-d-ireland: {name: Cloud D Ireland SARL, country: FR, parent: none, is: cloud}
activities:"""


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_format_tells_an_organisation_replaced_by_a_look_alike_of_another_country(
    auditor: Run, hosted: Path, lang: str
) -> None:
    change(hosted, "activities:", LOOK_ALIKE)
    change(hosted, "operator: cloud-d-ie", "operator: cloud-d-ireland")
    _, shown = in_every_format(auditor, *GATE, "--lang", lang)
    clauses = said(auditor, "organisations.cloud-d-ireland", lang)
    assert len(clauses) == 2
    for words in (*clauses, "cloud-d-ie (IE)", "cloud-d-ireland (FR)"):
        assert without(shown, words) == []
    _, result = checked(auditor)
    assert weakened(result)["organisations.cloud-d-ireland"] == ("look-alike", [])
    fate, findings = weakened(result)["hosts.store.operator"]
    assert (fate, bool(findings)) == ("otherwise", True)


def test_look_alikes_of_the_knowledge_base_are_told_and_other_new_organisations_are_not(
    auditor: Run, hosted: Path
) -> None:
    new = """\
  aws-emea-sarl: {name: AWS EMEA SARL, country: FR, parent: none, is: cloud}
  bakery: {name: The Corner Bakery, country: US, parent: none}
activities:"""
    change(hosted, "activities:", new)
    _, result = checked(auditor)
    assert [line["fact"] for line in result["weakened_facts"]] == ["organisations.aws-emea-sarl"]


def test_a_host_that_keeps_nothing_any_more_is_told(auditor: Run, hosted: Path) -> None:
    change(hosted, "location: IE, keeps: [contact, identity]", "location: IE, keeps: none")
    _, result = checked(auditor)
    fate, findings = weakened(result)["hosts.store.keeps"]
    assert (fate, bool(findings)) == ("otherwise", True)


def test_an_owner_that_is_no_longer_stated_is_told(auditor: Run, hosted: Path) -> None:
    change(hosted, "country: IE, parent: cloud-d-inc", "country: IE")
    _, result = checked(auditor)
    assert {line["rule"] for line in result["no_longer_shown"]} | {
        rule for rule in ("KEY-002",) if weakened(result)
    }
    fate, findings = weakened(result)["organisations.cloud-d-ie.parent"]
    assert (fate, bool(findings)) == ("removed", True)


def test_what_says_nothing_of_known_findings_is_not_told(auditor: Run, bare: Path) -> None:
    change(bare, "fr: envoi des résultats", "fr: envoi de résultats")
    change(bare, "scale: small", "scale: small, note: nothing else")
    code, result = checked(auditor)
    assert (code, result["weakened_facts"], result["no_longer_shown"]) == (0, [], [])


def add_untold(path: Path) -> None:
    change(path, "agreements:", UNTOLD)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_flow_nobody_describes_fails_where_asked_and_every_format_says_which_facts_are_missing(
    auditor: Run, bare: Path, lang: str
) -> None:
    add_untold(bare)
    assert auditor(*GATE).returncode == 0
    code, shown = in_every_format(auditor, *GATE, "--fail-on-open", "high", "--lang", lang)
    asked = {"en": "How is the transport of the flow", "fr": "Comment le transport du flux"}[lang]
    assert (code, without(shown, asked)) == (1, [])
    assert "flows.copy.transport" in shown["json"]


def test_an_old_estate_with_the_same_gaps_is_left_alone(auditor: Run, bare: Path) -> None:
    add_untold(bare)
    commit(bare.parent, "old")
    code, result = checked(auditor, "--fail-on-open", "high")
    assert (code, len(result["summary"]["gate"]["opened"])) == (1, result["summary"]["gate"]["open_failing"])
    code, result = checked(auditor, "--fail-on-open", "high", "--since", "old")
    assert (code, result["summary"]["gate"]["opened"]) == (0, [])
    assert auditor(
        "check", "flows/x", "--no-config", "--fail-on", "never", "--fail-on-open", "high"
    ).returncode


def test_what_was_not_produced_counts_one_step_higher(auditor: Run, bare: Path) -> None:
    change(bare, "data: [identity, test-result]", "data: [identity]")
    change(
        bare,
        "keeps: test-result, at_rest: encrypted, keys: lab-b",
        "keeps: identity, at_rest: encrypted, keys: lab-b",
    )
    change(
        bare,
        "keeps: test-result, at_rest: encrypted, keys: clinic-a",
        "keeps: identity, at_rest: encrypted, keys: clinic-a",
    )
    commit(bare.parent, "plain")
    add_untold(bare)
    _, result = checked(auditor, "--since", "plain")
    (point,) = (
        f for f in result["findings"] if f["rule"] == "TRN-001" and "flows.copy.transport" in f["missing"]
    )
    ceiling = point["severity_if_open"]
    above = {"low": "medium", "medium": "high", "high": "critical"}[ceiling]
    asked = ("--since", "plain", "--rule", "TRN-001", "--fail-on-open", above)
    assert checked(auditor, *asked)[0] == 0
    change(
        bare,
        "for: analysis, from: ward, to: archive}",
        "for: analysis, from: ward, to: archive, transport: not-produced}",
    )
    assert checked(auditor, *asked)[0] == 1


def test_the_share_that_must_be_decided_is_that_of_what_is_new(auditor: Run, bare: Path) -> None:
    whole = ("check", "flows/x", "--no-config", "--fail-on", "never", "--format", "json")
    share = json.loads(auditor(*whole).stdout)["summary"]["gate"]["decided"]
    assert 0 < share < 100
    assert auditor(*whole, "--min-decided", str(share)).returncode == 0
    assert auditor(*whole, "--min-decided", str(share + 1)).returncode == 1
    assert checked(auditor, "--min-decided", "100")[0] == 0, "nothing is new"
    add_untold(bare)
    code, result = checked(auditor, "--min-decided", "100")
    assert (code, result["summary"]["gate"]["decided"] < 100) == (1, True)


def test_every_format_says_that_too_little_is_decided(auditor: Run, bare: Path) -> None:
    add_untold(bare)
    code, shown = in_every_format(auditor, *GATE, "--min-decided", "100")
    assert (code, without(shown, "where 100 % are asked for")) == (1, ["json"])


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_format_says_passed_over_an_open_point_that_would_fail(
    auditor: Run, bare: Path, lang: str
) -> None:
    change(bare, "transport: none, ", "")
    code, shown = in_every_format(auditor, "check", "flows/x", "--no-config", "--lang", lang)
    said = {"fr": "l'atteindre", "en": "One open point could reach it"}[lang]
    assert (code, without(shown, said)) == (0, ["json"])
    for name, words in shown.items():
        if name != "json":
            assert not re.search(r"\b(passed|passé)\b", words, re.IGNORECASE), name


def test_every_format_says_how_far_the_case_was_judged(auditor: Run, bare: Path) -> None:
    change(bare, "transport: none, ", "")
    _, shown = in_every_format(auditor, "check", "flows/x", "--no-config")
    judged = json.loads(shown["json"])["summary"]["judged"]
    words = f"The rules apply {judged['applicable']} times. {judged['decided']} are decided"
    assert without(shown, words) == ["json"]
    (run,) = json.loads(shown["sarif"])["runs"]
    assert run["properties"]["judged"]["applicable"] == judged["applicable"]
    assert f'name="judged.applicable" value="{judged["applicable"]}"' in shown["junit"]


def test_a_known_finding_that_could_be_graver_with_a_fact_that_was_removed_fails(
    auditor: Run, hosted: Path
) -> None:
    change(hosted, "policies: [gdpr, sovereignty]", "policies: [gdpr, sovereignty]\n  gate: [KEY-002]")
    change(hosted, "scale: small", "scale: large")
    commit(hosted.parent, "gated")
    change(hosted, "country: IE, parent: cloud-d-inc", "country: IE")
    code, result = checked(auditor, "--since", "gated")
    (finding,) = (f for f in result["findings"] if f["rule"] == "KEY-002")
    assert (finding["outcome"], finding["standing"]) == ("established", "known")
    assert (finding["severity"], finding["severity_if_open"]) == ("info", "high")
    (line,) = (line for line in result["no_longer_shown"] if line["rule"] == "KEY-002")
    assert (line["facts"], line["fails"], code) == (["organisations.cloud-d-ie.parent"], True, 1)
    assert checked(auditor, "--since", "gated", "--fail-on", "critical")[0] == 0


@pytest.mark.parametrize(("setting", "code"), [("fail-on-open: high", 1), ("min-decided: 100", 1), ("", 0)])
def test_settings_and_the_environment_ask_for_open_points_too(
    auditor: Run, bare: Path, setting: str, code: int
) -> None:
    add_untold(bare)
    check = ("check", "flows/x", "--since", "base")
    (bare.parent.parent.parent / "auditor.yaml").write_text(f"auditor: 1\n{setting}\n", encoding="utf-8")
    assert auditor(*check).returncode == code
    name, _, value = setting.partition(": ")
    set_in = {f"AUDITOR_{name.upper().replace('-', '_')}": value} if name else {}
    assert auditor(*check, "--no-config", **set_in).returncode == code
    assert auditor(*check, "--fail-on-open", "never", "--min-decided", "0").returncode == 0


def test_an_impossible_share_is_refused(auditor: Run, bare: Path) -> None:
    assert auditor(*GATE, "--min-decided", "101").returncode == 2
    (bare.parent.parent.parent / "auditor.yaml").write_text(
        "auditor: 1\nmin-decided: 101\n", encoding="utf-8"
    )
    done = auditor("check", "flows/x")
    assert (done.returncode, "auditor.yaml:2:14" in done.stderr) == (2, True), done.stderr


def test_an_open_point_that_is_wider_graver_or_withheld_since_fails_too(bare: Path) -> None:
    change(bare, "transport: none, ", "")
    point = next(f for f in assess(read(bare)).findings if f.live and f.severity_if_open == "high")
    threshold = Threshold(fail_on_open="high", before=known("base", [point]))
    assert open_failing([point], Threshold(fail_on_open="high")) == [point]
    assert open_failing([point], threshold) == []
    for worse in (
        replace(point, subjects=[*point.subjects, "another"]),
        replace(point, severity_if_open="critical"),
        replace(point, withheld=True),
    ):
        assert open_failing([worse], threshold) == [worse]
    assert open_failing([replace(point, live=False)], Threshold(fail_on_open="high")) == []
