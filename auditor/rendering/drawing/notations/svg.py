"""The drawing of the report: bands are jurisdictions, boxes organisations and hosts, frames who controls them."""

from __future__ import annotations

from auditor.model.result.document import Result
from auditor.rendering.drawing.layout import plan
from auditor.rendering.drawing.notation import Notation
from auditor.rendering.drawing.scene import scene
from auditor.rendering.drawing.style import PALETTE, style_sheet
from auditor.rendering.drawing.svg import alone
from auditor.rendering.words import speaker


def svg(result: Result, lang: str) -> bytes:
    """Return the drawing as one self-contained SVG, which follows the colour scheme of the reader."""
    return (alone(plan(scene(result, lang)), speaker(lang), PALETTE + style_sheet()) + "\n").encode()


NOTATION = Notation(render=svg, media_type="image/svg+xml", suffix=".svg")
