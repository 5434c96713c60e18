"""The output formats, a file each. The name of a format is that of its file, which assigns its `Format` to `FORMAT`."""

from __future__ import annotations

from auditor.rendering.registry import Registry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from auditor.rendering.format import Format

FORMATS: Registry[Format] = Registry(__name__, __file__, "FORMAT", "NO_FORMAT")
