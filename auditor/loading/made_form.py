"""Forms of the YAML that comes with the program, made beforehand: what reading YAML costs, reading JSON costs a tenth of.

The YAML is what people write and what results cite; a made form holds the SHA-256 of each file it was made from, and is left
aside as soon as one of them differs.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from auditor.model.materials import Input


def hashes(files: Sequence[Input]) -> dict[str, str]:
    """Give the SHA-256 of each file by its path."""
    return {file.path: file.sha256 for file in files}


def lines(part: object) -> str:
    """Give a value as JSON, an entry of a mapping a line, so that changes of it can be read."""
    if not isinstance(part, dict):
        return msgspec.json.encode(part).decode()
    rows = [
        f"{msgspec.json.encode(key).decode()}:{msgspec.json.encode(value).decode()}"
        for key, value in part.items()
    ]
    return "{\n" + ",\n".join(rows) + "\n}"
