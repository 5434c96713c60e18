"""The drawing of the report: bands are jurisdictions, boxes organisations, with their hosts inside."""

from __future__ import annotations

from auditor.model.result.document import Result
from auditor.rendering.drawing.layout import plan
from auditor.rendering.drawing.notation import Notation
from auditor.rendering.drawing.scene import scene
from auditor.rendering.drawing.svg import svg as drawing
from auditor.rendering.words import speaker


def svg(result: Result, lang: str) -> bytes:
    """Return the drawing as one self-contained SVG."""
    return (drawing(plan(scene(result, lang)), speaker(lang)) + "\n").encode()


NOTATION = Notation(render=svg, media_type="image/svg+xml", suffix=".svg")
