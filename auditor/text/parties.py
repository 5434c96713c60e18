"""What is said of organisations and hosts, where something of them is not known."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual

OPERATOR_UNKNOWN: Final = Bilingual("exploitant inconnu", "operator not known")
COUNTRY_UNKNOWN: Final = Bilingual("pays inconnu", "country not known")
ROLE_UNKNOWN: Final = Bilingual("rôle inconnu", "role not known")
SINCE: Final = Bilingual("{date:depuis}", "since {date}")
