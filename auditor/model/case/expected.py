"""What a case must say when it is judged; tests compare."""

from typing import Literal

from msgspec import Struct

from auditor.model.scalars import Date, Text


class Expected(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What the case must say when it is judged as of a day. No verdict depends on it: tests compare.

    `expect`, `unknown` and `hypothetical` map a rule to all culprits or subjects it must name with that outcome; `silent`
    lists rules that must say nothing. `complete` tells that no other rule is established.
    """

    as_of: Date
    expect: dict[str, list[str]] = {}
    unknown: dict[str, list[str]] = {}
    hypothetical: dict[str, list[str]] = {}
    silent: list[str] = []
    complete: Literal["true", "false"] = "false"
    note: Text = ""
