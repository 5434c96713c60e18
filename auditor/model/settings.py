"""What a file of settings may say: a few choices, all of which a command line can make, and none that runs or writes anything."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from auditor.model.profile import ProfileName
from auditor.model.vocabulary import Known, Severity


class Settings(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, rename="kebab"):
    """The settings of a repository. Paths are relative to the file and stay inside its repository."""

    auditor: Literal["1"] = "1"
    fail_on: Severity | Literal["never"] | UnsetType = UNSET
    min_confidence: Known | UnsetType = UNSET
    fail_on_open: Severity | Literal["never"] | UnsetType = UNSET
    min_decided: (
        Annotated[str, Meta(pattern=r"^([0-9]|[1-9][0-9]|100)$", extra={"scalar": "number"})] | UnsetType
    ) = UNSET
    lang: Literal["fr", "en"] | UnsetType = UNSET
    profile: ProfileName | UnsetType = UNSET
    policies: list[str] = []
    knowledge: list[str] = []
    exceptions: str = ""
    baseline: str = ""
    format: str = ""
