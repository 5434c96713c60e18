"""The style sheet of the drawing, and the colours it takes where no page gives it its own."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

PALETTE: Final = (
    "svg{--paper:#fefefd;--ink:#161a20;--soft:#4b535e;--edge:#6b737e;--bad:#991b1b;--warn:#724500;--control:#58298a;"
    "--box:#fefefd;--host:#e9eff6;--band:#f3f5f6;--tls:#0b4f7c;--sealed:#1b6340;--unsure:#4b535e}"
    "@media (prefers-color-scheme:dark){svg{--paper:#14171b;--ink:#eceef0;--soft:#b5bcc6;--edge:#8d95a0;--bad:#ffa49b;"
    "--warn:#f2c570;--control:#d3b1f7;--box:#1a1e23;--host:#26303b;--band:#1d2228;--tls:#91c9f1;--sealed:#86d3a9;"
    "--unsure:#b5bcc6}}\n"
)


def style_sheet() -> str:
    """Return the rules of the classes that the drawing uses; their colours are variables of the page."""
    return files(__package__).joinpath("drawing.css").read_text(encoding="utf-8")
