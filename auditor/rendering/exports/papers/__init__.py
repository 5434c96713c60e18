"""The papers, a file each. The name of a paper is that of its file, which assigns its `Paper` to `PAPER`."""

from __future__ import annotations

from auditor.rendering.registry import Registry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from auditor.rendering.exports.paper import Paper

PAPERS: Registry[Paper] = Registry(__name__, __file__, "PAPER", "NO_PAPER")
