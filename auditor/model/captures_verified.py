"""Whether the captures of a case are what it says of them."""

from __future__ import annotations

from msgspec import Struct


class CaptureVerified(Struct, frozen=True):
    """One capture: the SHA-256 of its files, those of which no file was found, how many pointers there are, those that lead nowhere."""

    name: str
    sha256: list[str]
    missing: list[str]
    pointers: int
    broken: list[str]


class CapturesVerified(Struct, frozen=True):
    """All captures of a case."""

    captures: list[CaptureVerified]

    @property
    def missing(self) -> bool:
        """Whether files are missing, so that nothing can be said of their pointers."""
        return any(each.missing for each in self.captures)

    @property
    def holds(self) -> bool:
        """Whether every pointer that could be followed leads somewhere."""
        return not any(each.broken for each in self.captures)
