"""The settings that hold for a case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import UNSET

from auditor.loading.files.repository import find_settings


def settings(case: Path, chosen: Path | None) -> tuple[Path | None, dict[str, Any]]:
    """Give the file of settings, the one `chosen` or the nearest to the case, and what it sets, by name. Raises Refused."""
    path = chosen or find_settings(case)
    if path is None:
        return None, {}
    from auditor.loading.settings_files import load_settings, named

    found = named(path) if chosen is not None else load_settings(path)
    values = {name: getattr(found, name) for name in found.__struct_fields__ if name != "auditor"}
    return path, {name: value for name, value in values.items() if value not in (UNSET, "", [])}
