"""Rules as data: what a policy file says."""

from typing import Any, Literal

from msgspec import UNSET, Struct, UnsetType, field

from auditor.model.scalars import Text
from auditor.model.vocabulary import Known, Severity

SubjectName = Literal[
    "hop",
    "host",
    "dataset",
    "reading",
    "exposure",
    "transfer",
    "recipient",
    "activity",
    "processor",
    "joint",
    "copy",
    "notice",
    "organisation",
    "claim",
    "question",
    "scenario",
]
FindingKind = Literal["gap", "transfer", "exposure", "contradiction", "fact", "question", "what-if"]
About = Literal["flow", "document", "ownership"]


class FormerKey(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What told the findings of a rule apart before it changed: the values of `group`, of the rule and kind of subject named.

    An exception, a baseline or a link that names a finding by what it was then still finds it.
    """

    group: str | list[str] = []
    rule: str = ""
    for_: SubjectName | UnsetType = field(name="for", default=UNSET)


class Action(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What to do about what a rule finds: what, who can do it where that is not the culprit, and the evidence that settles it."""

    what: Text
    evidence: Text
    who: Text = ""


class Rule(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One rule: for a subject, when a condition holds, something is forbidden (or required), unless.

    Conditions are mappings read as *and*; see `rules.condition`. `severity` is one word or a ladder from the worst rung
    to `else`. `culprit` names the field of those who bear the duty: one finding for each of them, and for each of the values
    of the fields of `group`; where it is left out, those values are the culprit. `formerly` is what told findings apart in
    earlier versions of the rule. `gate` is a yes, a no, or the condition under which a finding may fail a build, and `gate_confidence` how its weakest premise must at least be known.
    The severity of a `weighed` rule is one step higher for data of art. 9 and one for a large scale, save where it is for
    information, and one lower where a premise is only alleged or inferred; then it is capped at high. `joins` names rules with
    whose finding on the same store or path this one is told as one. `law` is always cited, a text of `law_when` only in what is
    established, where its condition holds too. `headline` tells what is found as one sentence about the case, `proof_sentence`
    what shows it, `action` what to do; they hold the slots of `message`, and the last two `{sources}` too.
    """

    id: str
    title: Text
    kind: FindingKind
    about: About
    for_: SubjectName = field(name="for")
    severity: Severity | dict[str, Any]
    message: Text
    why: Text
    law: list[str]
    law_when: dict[str, dict[str, Any]] = {}
    when: dict[str, Any] = {}
    forbid: dict[str, Any] | UnsetType = UNSET
    require: dict[str, Any] | UnsetType = UNSET
    unless: dict[str, Any] = {}
    culprit: str = ""
    group: str | list[str] = []
    formerly: list[FormerKey] = []
    gate: Literal["true", "false"] | dict[str, Any] = "false"
    gate_confidence: Known | UnsetType = UNSET
    weighed: Literal["true", "false"] = "false"
    joins: list[str] = []
    remedy: Text = ""
    mistaken_when: Text = ""
    headline: Text = ""
    proof_sentence: Text = ""
    action: Action | UnsetType = UNSET


class Example(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An inline test: a small case, and what each rule named must say of it.

    `expect` maps a rule to the subjects (or culprits) it must establish, `unknown` to those that cannot be shown, and
    `silent` lists rules that must say nothing.
    """

    name: Text
    given: dict[str, Any]
    expect: dict[str, list[str]] = {}
    unknown: dict[str, list[str]] = {}
    silent: list[str] = []


class Policy(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A pack of rules, its named lists and its tests."""

    policy: str
    title: Text
    auditor: Literal["1"] = "1"
    lists: dict[str, list[str]] = {}
    rules: list[Rule] = []
    tests: list[Example] = []
