"""Readers of a result: which findings each is shown, and in which order; what fails a build depends on none of it."""

from typing import Final, Literal

from msgspec import Struct

ProfileName = Literal["dpo", "gate", "newsroom"]
Section = Literal["findings", "hypotheses", "claims", "questions"]


class Profile(Struct, frozen=True):
    """The sections a reader is shown, in order; `gating` leaves only established findings that may fail a build."""

    sections: tuple[Section, ...]
    gating: bool = False


PROFILES: Final[dict[ProfileName, Profile]] = {
    "dpo": Profile(("findings", "hypotheses", "claims", "questions")),
    "gate": Profile(("findings",), gating=True),
    "newsroom": Profile(("claims", "questions", "hypotheses", "findings")),
}
