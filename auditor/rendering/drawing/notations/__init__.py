"""The notations of a network, a file each. The name of a notation is that of its file, which assigns its `Notation` to `NOTATION`."""

from __future__ import annotations

from auditor.rendering.registry import Registry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from auditor.rendering.drawing.notation import Notation

NOTATIONS: Registry[Notation] = Registry(__name__, __file__, "NOTATION", "NO_NOTATION")
