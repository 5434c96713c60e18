"""What code scanning on GitHub asks of a SARIF file, beyond the schema (its documentation on SARIF support)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

LIMITS = {"rules": 25_000, "results": 25_000, "tags": 20, "locations": 1_000, "steps": 10_000}


def problems(log: dict[str, Any]) -> Iterator[str]:
    if log.get("version") != "2.1.0" or "$schema" not in log:
        yield "version or $schema"
    for run in log["runs"]:
        driver = run["tool"]["driver"]
        if not driver.get("name") or not driver.get("semanticVersion"):
            yield "driver without name or version"
        if not run.get("automationDetails", {}).get("id", "").endswith("/"):
            yield "automationDetails.id is no category"
        yield from (f"rule {r.get('id')}: {what}" for r in driver["rules"] for what in rule(r))
        if len(run["results"]) > LIMITS["results"]:
            yield "too many results"
        prints = [r["partialFingerprints"]["primaryLocationLineHash"] for r in run["results"]]
        if len(set(prints)) != len(prints):
            yield "fingerprints are not unique"
        for number, result in enumerate(run["results"]):
            yield from (f"result {number}: {what}" for what in one_result(result, driver["rules"]))


def rule(entry: dict[str, Any]) -> Iterator[str]:
    for name in ("shortDescription", "fullDescription", "help"):
        if not entry.get(name, {}).get("text"):
            yield f"no {name}.text"
    if len(entry["fullDescription"]["text"]) > 1024:
        yield "fullDescription too long"
    if not entry["help"].get("markdown"):
        yield "no help.markdown"
    if len(entry.get("name", "")) > 255:
        yield "name too long"
    properties = entry["properties"]
    if len(properties["tags"]) > LIMITS["tags"]:
        yield "too many tags"
    if properties["precision"] not in ("very-high", "high", "medium", "low"):
        yield "precision"
    if not 0 < float(properties["security-severity"]) <= 10:
        yield "security-severity"
    if not isinstance(properties["security-severity"], str):
        yield "security-severity is no string"
    if entry["defaultConfiguration"]["level"] not in ("error", "warning", "note", "none"):
        yield "level"


def one_result(result: dict[str, Any], rules: list[dict[str, Any]]) -> Iterator[str]:
    if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
        yield "ruleIndex"
    if not result["message"].get("text"):
        yield "no message"
    if not result.get("locations") or len(result["locations"]) > LIMITS["locations"]:
        yield "locations"
    flows = [
        step["location"]
        for flow in result.get("codeFlows", [])
        for t in flow["threadFlows"]
        for step in t["locations"]
    ]
    if len(flows) > LIMITS["steps"]:
        yield "too many steps"
    for location in (*result["locations"], *flows, *result.get("relatedLocations", [])):
        physical = location["physicalLocation"]
        uri = physical["artifactLocation"]["uri"]
        if not uri or uri.startswith("/") or "://" in uri or ".." in uri.split("/") or "\\" in uri:
            yield f"uri {uri}"
        region = physical["region"]
        if not all(region.get(name, 0) >= 1 for name in ("startLine", "startColumn", "endLine", "endColumn")):
            yield "region"
        elif (region["endLine"], region["endColumn"]) <= (region["startLine"], region["startColumn"]):
            yield "empty region"
