"""What a bundle says of itself: what was asked, which files were read as what, and what came out."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from auditor.model.materials import Input


class Packed(Struct, frozen=True):
    """A file that was read: its path as results cite it, its path in the bundle (empty if withheld), its SHA-256."""

    path: str
    sha256: str
    at: str = ""


class Rerun(Struct, frozen=True, forbid_unknown_fields=True):
    """All that is needed to give the result again.

    `files` are those of the case, of own packs, of layers of own knowledge and of exceptions; `program` those that come with
    the program, which must be the same for the result to be the same. `result` is the SHA-256 of the result. `captures` are files that
    facts of the case were read from: the result does not need them, and a public bundle has only their SHA-256.
    """

    version: str
    as_of: str
    knowledge_date: str
    today: str
    case: list[Packed]
    policies: list[Packed]
    knowledge: list[list[Packed]]
    exceptions: list[Packed]
    earlier: bool
    program: list[Input]
    result: str
    rerun: Literal["1"] = "1"
    captures: list[Packed] = []

    def withheld(self) -> list[Packed]:
        """Give the files that the bundle names without holding them."""
        every = (
            *self.case,
            *self.policies,
            *(file for layer in self.knowledge for file in layer),
            *self.exceptions,
        )
        return [file for file in every if not file.at]


class Bundle(Struct, frozen=True):
    """A bundle: the id of its case, its bytes, the number of files, the SHA-256 of its manifest, the paths left out."""

    name: str
    data: bytes
    files: int
    manifest: str
    withheld: list[str]


class Verified(Struct, frozen=True):
    """What came of checking a bundle whose bytes are as its manifests say.

    `same` tells whether the result given again is the one in the bundle, `reports` whether the pages are; None where that
    could not be tried: files are `missing`, or those of the program are `other`.
    """

    files: int
    manifest: str
    version: str
    same: bool | None
    reports: bool | None
    missing: list[str]
    other: list[str]
