"""What makes an estate a case of a real day: dates, places, notices, records, tools of transfers, and claims."""

from __future__ import annotations

from typing import Any

from tests.oracle.estates import CATEGORIES, EEA, FOREIGN, Dice, Tree, bare

#: Days before, on and after the day of the case, as exact as people write them.
BEFORE = ("2019", "2021-06", "2022-12-31", "2023-12-31", "2024-01-01", "2023")
AFTER = ("2024-01-02", "2024-02", "2025", "2030-06-30", "2024")
PLACES = (*EEA, "US", "CH", "JP")
TERMS = ("crm", "provider", "hosting-provider", "care-provider")


def completed(number: int, tree: Tree) -> Tree:
    """Give the estate of that number with all that the derivations about time, transfers and claims look at."""
    dice = Dice(f"additions {number}")
    organisations = list(tree["organisations"])
    for entry in tree["organisations"].values():
        _organisation(dice, entry)
    for entry in (*tree["organisations"].values(), *tree["hosts"].values()):
        _certified(dice, entry)
    for entry in tree["activities"].values():
        _activity(dice, entry, organisations)
    for entry in tree["hosts"].values():
        _host(dice, entry, organisations)
    for entry in tree["flows"].values():
        _flow(dice, entry, tree)
    for entry in tree["agreements"]:
        _dated(dice, entry, 15)
    _tools(dice, tree, organisations)
    tree["notices"] = {f"notice{n}": _notice(dice, tree, organisations) for n in range(dice.below(3))}
    tree["claims"] = {f"claim{n}": _claim(dice, tree, n) for n in range(3 + dice.below(3))}
    return tree


def _dated(dice: Dice, entry: Tree, percent: int) -> None:
    """Give an entity a first day, a last one, or an end that nobody knows."""
    if not dice.chance(percent):
        return
    how = dice.below(6)
    if how == 0:
        entry["until"] = "unknown"
    elif how < 3:
        entry["until"] = dice.one(dice.one((BEFORE, AFTER)))
    elif how < 5:
        entry["since"] = dice.one(dice.one((BEFORE, AFTER)))
    else:
        entry["since"], entry["until"] = dice.one(BEFORE), dice.one(AFTER)


def _period(dice: Dice, value: Any, other: Any) -> Any:
    """Give what a value was in one or two periods, one after the other."""
    turn = dice.one((*BEFORE, *AFTER))
    if dice.chance(40):
        return {"value": value, dice.one(("since", "until")): turn}
    if dice.chance(20):
        return {"value": value, "until": "unknown"}
    return [{"value": value, "until": turn}, {"value": other, "since": turn}]


def _organisation(dice: Dice, entry: Tree) -> None:
    if dice.chance(25):
        entry["run_from"] = dice.one([*EEA, *FOREIGN])
        if dice.chance(30):
            entry["run_from"] = _period(dice, entry["run_from"], dice.one(EEA))
    if dice.chance(10):
        entry["regime"] = dice.one(["gdpr", "none"])
    if dice.chance(40):
        entry["dpf"] = dice.one(["true", "false", "unknown"])
        entry["dpf_covers"] = dice.one([["non-hr"], ["hr"], ["hr", "non-hr"], ["unknown"]])


def _certified(dice: Dice, entry: Tree) -> None:
    """Tell which certificates are held, that none is, or nothing."""
    if dice.chance(75):
        held: list[Tree] = [{"is": kind} for kind in dice.some(("iso-27001", "secnumcloud"), 1, 2)]
        for one in held:
            if dice.chance(50):
                one.update(
                    dice.one([{"until": "2023-06-30"}, {"since": "2024-06-30"}, {"since": "2020-01-01"}])
                )
        entry["certified"] = dice.one([held, "none"])


def _activity(dice: Dice, entry: Tree, organisations: list[str]) -> None:
    if dice.chance(60):
        who = [*dice.some(organisations, 1, 2), *dice.some(TERMS, 0, 1)]
        entry["recipients"] = dice.one([who, who, ["none"], [*who, "unknown"]])
    if "processors" not in entry and dice.chance(40):
        entry["processors"] = dice.one(["none", ["unknown"]])
    if dice.chance(20):
        entry["transfers"] = dice.one([["US"], ["CH", "JP"], ["none"], ["unknown"]])
    if dice.chance(12) and isinstance(entry.get("recipients"), list):
        first = entry["recipients"][0]
        if first not in ("none", "unknown"):
            entry["recipients"] = [_ended(dice, first), *entry["recipients"][1:]]
    _dated(dice, entry, 8)


def _ended(dice: Dice, word: str) -> Tree:
    return {"value": word, "until": dice.one((*BEFORE, *AFTER, "unknown"))}


def _host(dice: Dice, entry: Tree, organisations: list[str]) -> None:
    if dice.chance(75):
        where = dice.some([*PLACES, "unknown", *EEA], 1, 2)
        entry["location"] = dice.known(list(dict.fromkeys(where)))
    if dice.chance(20):
        entry["isolation"] = dice.one(["attested", "none", "unknown"])
    if "operator" in entry and dice.chance(12):
        entry["operator"] = _period(dice, entry["operator"], dice.one(organisations))
    if "at_rest" in entry and dice.chance(12):
        entry["at_rest"] = {"value": entry["at_rest"], "known": "declared"}
    _dated(dice, entry, 10)


def _flow(dice: Dice, entry: Tree, tree: Tree) -> None:
    organisations, hosts = list(tree["organisations"]), list(tree["hosts"])
    entry["transport"] = dice.known(
        dice.one(["tls", "tls", "tls", "none", "opportunistic", "unknown", "vpn", "post"])
    )
    if dice.chance(8):
        del entry["transport"]
    if dice.chance(10):
        entry["network"] = dice.one(["same-machine", "public"])
    if dice.chance(10):
        entry["known"] = dice.one(["declared", "alleged", "observed"])
    if dice.chance(7):
        entry["data"] = [*entry["data"], "unknown"]
    if dice.chance(12):
        entry["content"] = _period(dice, bare(entry["content"]), "none")
    if dice.chance(8):
        entry["access"] = "remote"
    if entry["from"] == "people":
        _sent_by_people(dice, entry, organisations, hosts)
    if dice.chance(25):
        entry["tool"] = dice.one(["scc", "bcr", "none", "adequacy", "unknown"])
    if dice.chance(20):
        entry["derogation"] = dice.one(["a", "b", "none", "unknown"])
    if dice.chance(5):
        entry["attempted"] = dice.one(["true", "false", "unknown"])
    _dated(dice, entry, 15)


def _sent_by_people(dice: Dice, entry: Tree, organisations: list[str], hosts: list[str]) -> None:
    if dice.chance(30):
        entry["arranged_by"] = dice.one([*organisations, "none", "unknown"])
    if dice.chance(35):
        entry["embedded_in"] = dice.one(hosts)
        if dice.chance(60):
            entry["loads"] = dice.one(["at-once", "click", "never", "unknown", "consent"])
        if dice.chance(60):
            entry["trigger"] = dice.one(["load", "click", "submit", "unknown", "schedule"])


def _tools(dice: Dice, tree: Tree, organisations: list[str]) -> None:
    """Add tools of art. 46 that two organisations signed, one at most for each two."""
    pairs: dict[tuple[str, ...], Tree] = {}
    for _ in range(dice.below(4)):
        first, second = dice.some(organisations, 2, 2)
        made: Tree = {"between": [first, second], "is": dice.one(["scc", "bcr", "ad-hoc"])}
        if dice.chance(50):
            made["assessment"] = dice.one(["done", "insufficient", "none", "unknown"])
        if dice.chance(50):
            made["measures"] = dice.one(["effective", "insufficient", "none", "unknown"])
        _dated(dice, made, 20)
        pairs[tuple(sorted((first, second)))] = made
    tree["agreements"] = [*tree["agreements"], *pairs.values()]


def _notice(dice: Dice, tree: Tree, organisations: list[str]) -> Tree:
    made: Tree = {
        "by": dice.one(organisations),
        "for": dice.some(list(tree["activities"]), 1, 2),
        "known": "documented",
    }
    if dice.chance(75):
        who = [*dice.some(organisations, 1, 2), *dice.some(TERMS, 0, 1)]
        made["recipients"] = dice.one([who, who, ["none"], [*who, "unknown"]])
    if dice.chance(50):
        made["transfers"] = dice.one(["true", "false", "unknown"])
    if dice.chance(50):
        made["data"] = dice.some(CATEGORIES, 1, 2)
    _dated(dice, made, 20)
    return made


KINDS = (
    "cannot-read",
    "end-to-end",
    "encrypted-in-transit",
    "encrypted-at-rest",
    "anonymous",
    "hosted-in",
    "processed-in",
    "no-transfer",
    "not-exposed-to",
    "exposed-to",
    "only-recipients",
    "never-to",
    "certified",
    "controlled-from",
)


def _claim(dice: Dice, tree: Tree, place: int) -> Tree:
    organisations = list(tree["organisations"])
    kind = KINDS[(dice.below(len(KINDS)) + place) % len(KINDS)]
    made: Tree = {
        "by": dice.one(organisations),
        "quote": "so they say",
        "says": {kind: _meaning(dice, kind, organisations)},
        "known": "declared",
    }
    _dated(dice, made, 10)
    return made


def _meaning(dice: Dice, kind: str, organisations: list[str]) -> Tree:
    meaning: Tree = {}
    if kind not in ("certified", "controlled-from"):
        meaning["data"] = dice.one(["personal", *CATEGORIES])
    if kind in ("cannot-read", "certified", "controlled-from"):
        meaning["who"] = dice.one(organisations)
    if kind in ("only-recipients", "never-to"):
        meaning["who"] = [*dice.some(organisations, 1, 2), *dice.some(TERMS, 0, 1)]
    if kind == "certified":
        meaning["is"] = dice.one(["iso-27001", "secnumcloud"])
    if kind in ("hosted-in", "processed-in", "controlled-from"):
        inside = dice.one([["EEA"], ["EU"], ["adequate"], ["FR"], ["FR", "IE"], ["EEA", "CH"]])
        meaning.update(
            {"only": inside} if dice.chance(80) else {"outside": dice.one([["US"], ["JP"], ["FR"]])}
        )
    if kind == "no-transfer":
        meaning.update(dice.one([{}, {"to": ["US"]}, {"outside": ["adequate"]}, {"to": ["CH", "JP"]}]))
    if kind in ("not-exposed-to", "exposed-to"):
        meaning["country"] = dice.some(FOREIGN, 1, 2)
    return meaning
