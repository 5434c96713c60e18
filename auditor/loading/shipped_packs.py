"""The packs of rules that come with the program, from the form made beforehand where that is still of the same YAML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from auditor.loading.files.folder import File, aside, inputs
from auditor.loading.made_form import hashes, lines
from auditor.loading.policy_files import load_policies, without_tests
from auditor.model.policy import Policy

MADE: Final = "knowledge/packs.json"


class _Made(msgspec.Struct, frozen=True):
    """The made form: of which files, and each pack without its tests, by the path of its file."""

    files: dict[str, str]
    packs: dict[str, msgspec.Raw]


def load_shipped(files: Sequence[File]) -> tuple[Policy, ...]:
    """Give the packs in `files` that come with the program, without their tests, in order of name. Raises Refused."""
    found = _made(files)
    return load_policies([without_tests(file) for file in files], None, None) if found is None else found


def _made(files: Sequence[File]) -> tuple[Policy, ...] | None:
    data = aside(MADE)
    try:
        made = msgspec.json.decode(data, type=_Made) if data else None
        if made is None or not hashes(inputs(files)).items() <= made.files.items():
            return None
        packs = [msgspec.json.decode(made.packs[path], type=Policy) for path, _ in files]
    except (KeyError, msgspec.MsgspecError):
        return None
    return tuple(sorted(packs, key=lambda pack: pack.policy))


def make(files: Sequence[File]) -> bytes:
    """Give the made form of `files`, a pack a line. Raises Refused."""
    packs = {path: load_policies([without_tests((path, data))], None, None)[0] for path, data in files}
    return f'{{"files":{lines(hashes(inputs(files)))},"packs":{lines(packs)}}}\n'.encode()
