"""What messages about `reading` say."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

#: Of whoever operates the place, and of whoever runs the machine of another: the latter may be shut off from what runs there.
CAN_READ: Final = Bilingual("peut lire", "can read")
MAY_READ: Final = Bilingual("est peut-être en mesure de lire", "may be able to read")
