"""Random small estates, the same on every run: who owns whom, who runs what, and what goes where."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any, TypeVar

from auditor.model.case.sources import Source
from auditor.model.law import Adequacy, Instrument, Knowledge

T = TypeVar("T")
Tree = dict[str, Any]

EEA = ("FR", "IE")
FOREIGN = ("US", "CN", "CH", "JP", "BR", "GB", "IN")
LAWS = {
    "US-ONE": Instrument("US", "one", "one", "access", addressees=["provider"], status="secondary"),
    "CN-ONE": Instrument("CN", "one", "one", "access"),
    "CH-ONE": Instrument("CH", "one", "one", "cooperation", status="secondary"),
    "JP-ONE": Instrument("JP", "one", "one", "access", status="secondary"),
    "GB-ONE": Instrument("GB", "one", "one", "agreement"),
    "IN-ONE": Instrument("IN", "one", "one", "access", since="2030"),
}
KNOWLEDGE = Knowledge(
    instruments=LAWS,
    adequacy={
        "ch": Adequacy(decision="one", since="2000-08-25", country="CH"),
        "jp": Adequacy(decision="one", since="2019-01-23", country="JP", whole="false"),
        "us-dpf": Adequacy(decision="one", since="2023-07-10", country="US", whole="false"),
        "br": Adequacy(decision="one", since="2019-01-23", country="BR", until="2023-06-30"),
    },
    sources={"paper": Source()},
    eu=dict.fromkeys(EEA, "1958-01-01"),
    eea=dict.fromkeys(EEA, "1994-01-01"),
    countries={code: code for code in (*EEA, *FOREIGN)},
)
CATEGORIES = ("contact", "financial", "image", "location")
PROVIDERS = {"cloud", "hosting", "crm"}
HOSTING = {"cloud", "hosting"}


class Dice:
    """Choices that depend on a seed alone."""

    def __init__(self, seed: str) -> None:
        self.seed, self.count = seed, 0

    def below(self, limit: int) -> int:
        self.count += 1
        return int.from_bytes(sha256(f"{self.seed}:{self.count}".encode()).digest()[:6], "big") % limit

    def chance(self, percent: int) -> bool:
        return self.below(100) < percent

    def one(self, among: Sequence[T]) -> T:
        return among[self.below(len(among))]

    def some(self, among: Sequence[T], least: int = 1, most: int = 3) -> list[T]:
        wanted = min(len(among), least + self.below(most - least + 1))
        left = list(among)
        return [left.pop(self.below(len(left))) for _ in range(wanted)]

    def known(self, value: Any) -> Any:
        """The value, now and then known by declaration or inference only."""
        return (
            {"value": value, "known": self.one(["declared", "inferred", "observed"])}
            if self.chance(30)
            else value
        )

    def told(self, value: Any) -> Any:
        """The value, now and then with nobody to vouch for it."""
        return {"value": bare(value), "known": "assumed"} if self.chance(8) else value


def estate(number: int) -> Tree:
    """The estate of that number, as a case people might write."""
    dice = Dice(f"estate {number}")
    organisations = [f"org{n}" for n in range(3 + dice.below(3))]
    hosts = [f"host{n}" for n in range(2 + dice.below(3))]
    tree: Tree = {
        "case": {"id": "estate", "as_of": "2024-01-01"},
        "people": {"people": {}},
        "organisations": {name: _organisation(dice, name, organisations) for name in organisations},
        "ownership": _ownership(dice, organisations),
        "activities": {
            name: _activity(dice, organisations) for name in ("act0", "act1")[: 1 + dice.below(2)]
        },
        "hosts": {name: _host(dice, place, hosts, organisations) for place, name in enumerate(hosts)},
        "flows": {},
        "agreements": _agreements(dice, organisations),
    }
    for number_of_flow in range(2 + dice.below(5)):
        tree["flows"][f"flow{number_of_flow}"] = _flow(dice, tree, hosts, organisations)
    return tree


def _organisation(dice: Dice, name: str, others: list[str]) -> Tree:
    made: Tree = {"known": "documented"}
    if dice.chance(88):
        made["country"] = dice.told(dice.one([*EEA, *EEA, *EEA, *EEA, *FOREIGN, "US", "CN"]))
    if dice.chance(85):
        made["is"] = dice.one(["cloud", "hosting", "crm", "holding", "investor", "care-provider"])
    if dice.chance(70):
        made["parent"] = "none"
    elif dice.chance(25):
        made["parent"] = dice.one([other for other in others if other != name])
    if dice.chance(10):
        made["presence"] = dice.told(dice.one([*EEA, *FOREIGN]))
    if dice.chance(20):
        where = dice.one([["none"], ["FR"], ["US"], ["IE", "JP"], ["CH", "unknown"], ["FR", "BR"]])
        made["access_from"] = dice.told(dice.known(where))
    if dice.chance(30):
        made["in_scope"] = dice.known(dice.one(["true", "true", "false"]))
    return made


def _ownership(dice: Dice, organisations: list[str]) -> list[Tree]:
    links = []
    for of in organisations:
        room = 100
        for owner in dice.some([o for o in organisations if o != of], 0, 3):
            link: Tree = {
                "owner": owner,
                "of": of,
                "known": dice.one(["documented", "alleged", "documented", "assumed"]),
            }
            if dice.chance(12):
                links.append({**link, "kind": dice.one(["licence", "keys", "operations"])})
                continue
            share = dice.one([5, 15, 20, 26, 30, 34, 40, 50, 51, 60, 80])
            how = dice.below(10)
            if how < 6 and share <= room:
                room -= share
                link["votes"] = str(share)
            elif how == 6 and room > 50:
                room = 49
                link["votes"] = "majority"
            elif how == 7:
                link["votes"] = "unknown"
            elif how == 8 and dice.chance(50):
                link["votes"] = "minority"
            elif how == 8:
                link["kind"] = "minority"
                link["shares"] = dice.one(
                    ["unknown", {"min": "0", "max": "90"}, {"value": "20", "known": "assumed"}]
                )
            else:
                link["votes"] = {"min": "10" if room >= 10 else "0", "max": str(dice.one([20, 45, 60, 90]))}
                room -= 10 if room >= 10 else 0
            if dice.chance(20):
                link["decides"] = dice.one(["true", "false", "false", "unknown"])
            links.append(link)
    return links


def _activity(dice: Dice, organisations: list[str]) -> Tree:
    controller = dice.one([*([o] for o in organisations), organisations[:2], ["unknown"]])
    made: Tree = {
        "people": "people",
        "data": dice.some(CATEGORIES, 1, 3),
        "controller": controller,
        "known": "documented",
    }
    if dice.chance(50):
        made["processors"] = dice.some(organisations, 1, 2)
    return made


def _host(dice: Dice, place: int, hosts: list[str], organisations: list[str]) -> Tree:
    made: Tree = {"known": "documented"}
    if dice.chance(92):
        made["operator"] = dice.one(organisations)
    machines = [*hosts[place + 1 :], "none", "none", "none", "unknown"]
    made["runs_on"] = dice.known(dice.one(machines))
    if dice.chance(70):
        made["keeps"] = dice.some([*CATEGORIES, "unknown"], 1, 3)
    if dice.chance(70):
        made["at_rest"] = dice.one(["plain", "none", "encrypted", "encrypted", "encrypted"])
    if dice.chance(60):
        made["keys"] = dice.known(dice.some([*organisations, "unknown"], 1, 2))
    return made


def _agreements(dice: Dice, organisations: list[str]) -> list[Tree]:
    found = {}
    for _ in range(dice.below(3)):
        first, second = dice.some(organisations, 2, 2)
        found[first, second] = {
            "between": [first, second],
            "is": dice.one(["hosting", "processing", "joint"]),
        }
    return list(found.values())


def _flow(dice: Dice, tree: Tree, hosts: list[str], organisations: list[str]) -> Tree:
    """A flow that goes forward in the order people, hosts, organisations, or back to the people."""
    activity = dice.one(sorted(tree["activities"]))
    order = ["people", *hosts, *organisations[:2]]
    start = dice.below(len(order) - 1)
    after = order[start + 1 :]
    made: Tree = {"for": activity, "from": order[start], "known": "documented"}
    relays = [host for host in hosts if host in after]
    if relays and len(after) > 1 and dice.chance(25):
        relay = dice.one(relays)
        beyond = order[order.index(relay) + 1 :]
        if beyond:
            made["through"], after = relay, beyond
    made["to"] = dice.some(after, 1, 2)
    if start and dice.chance(10):
        made["to"] = "people"
    made["data"] = dice.some(tree["activities"][activity]["data"], 1, 2)
    made["transport"] = "tls"
    content = dice.one(["none", "none", "encrypted", "encrypted", "end-to-end", "unknown"])
    made["content"] = dice.known(content)
    if content == "encrypted" or (content == "end-to-end" and dice.chance(20)):
        made["keys"] = dice.known(dice.some([*organisations, "unknown"], 1, 2))
    return made


def bare(value: Any) -> Any:
    return value["value"] if isinstance(value, dict) and "value" in value else value


def listed(value: Any) -> list[str]:
    found = bare(value)
    return found if isinstance(found, list) else [found]
