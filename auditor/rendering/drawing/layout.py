"""Where everything goes: columns of boxes, lines in the gutters between them, bands around what is in one country.

A line leaves a box sideways, changes its height only in a gutter, and passes a column on a height where no box is. So no line
passes through a box, and by their tracks and ports no two lines lie on one another.
"""

from __future__ import annotations

from auditor.rendering.drawing.columns import columns
from auditor.rendering.drawing.gutters import Gutters
from auditor.rendering.drawing.nets import nets
from auditor.rendering.drawing.order import ordered
from auditor.rendering.drawing.placed import Plan
from auditor.rendering.drawing.placing import placed
from auditor.rendering.drawing.scene import Scene
from auditor.rendering.drawing.sizes import Sizes
from auditor.rendering.drawing.stack import Stack


def plan(scene: Scene) -> Plan:
    """Give `scene` with positions, in four steps: columns and order, sizes of texts, heights, and across."""
    column = columns(scene)
    lines = nets(scene, column)
    order = ordered(scene, lines, column)
    sizes = Sizes(lines, order)
    heights = Stack(lines, order, column=column, sizes=sizes).heights()
    return placed(scene, order, sizes, Gutters(lines, order, column=column, sizes=sizes, heights=heights))
