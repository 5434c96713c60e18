"""Legal forms at the end of company names, which a sentence leaves out where the name stays clear without them."""

from __future__ import annotations

from typing import Final

#: As companies write them; words that are part of what a company is called (Group, Holding, Corporation) are none.
FORMS: Final = (
    *("SAS", "SASU", "SA", "S.A.", "SARL", "S.A.R.L.", "S.à r.l.", "SCA", "SE", "SCS", "SNC"),
    *("Inc.", "Inc", "LLC", "L.L.C.", "LLP", "L.P.", "LP", "PBC", "Corp."),
    *(
        "Limited",
        "Ltd",
        "Ltd.",
        "plc",
        "PLC",
        "DAC",
        "Unlimited Company",
        "Pty Ltd",
        "Pty. Ltd.",
        "Co., Ltd.",
    ),
    *("Pte. Ltd", "Pte. Ltd.", "Pte Ltd", "GmbH & Co. KG", "GmbH", "AG", "KG", "UG", "eG", "e.V."),
    *("B.V.", "BV", "N.V.", "NV", "S.p.A.", "S.r.l.", "S.L.", "S.L.U.", "Lda", "Lda."),
    *("Oy", "AB", "ApS", "A/S", "ASA", "AS", "Sp. z o.o.", "s.r.o.", "a.s.", "Kft.", "OÜ"),
)
_AT_THE_END: Final = tuple(f" {form}" for form in sorted(FORMS, key=len, reverse=True))


def without_form(name: str) -> str:
    """Give the name of a company without the legal form at its end."""
    if not name.endswith(_AT_THE_END):
        return name
    form = next(form for form in _AT_THE_END if name.endswith(form))
    return name.removesuffix(form).removesuffix(",")
