"""Whether data is anonymous: what the case says of it, of whom it is about, and of finding people again in it.

A key kept apart leaves data personal (GDPR art. 4(5), recital 26), and so does a hash.
"""

from __future__ import annotations

from msgspec import UNSET

from auditor.graph.claims.part import Agreement, Part, Weighing, open_part
from auditor.graph.claims.places import within
from auditor.graph.estate import Estate
from auditor.model.case.claim_meaning import AboutData
from auditor.model.case.data import Data
from auditor.model.evidence import YES, Routes
from auditor.model.materials import plain, several
from auditor.model.vocabulary import PERSONAL, UNSETTLED


class AnonymityClaims:
    """Claims that data is anonymous."""

    def __init__(self, weighing: Weighing, estate: Estate) -> None:
        self.weighing = weighing
        self.estate = estate

    def anonymous(self, meaning: AboutData) -> list[Part]:
        """Judge that data is about nobody who can be found: category by category, as far as the case uses them."""
        wanted = several(meaning.data)
        agreement = Agreement(self.weighing)
        found: list[Part] = []
        for category in self._used(wanted):
            entry = self.estate.case.data.get(category)
            found.extend(self._judged(category, entry, agreement))
        return agreement.parts(found, "people-not-found", data=wanted)

    def _used(self, wanted: tuple[str, ...]) -> list[str]:
        """Give the categories meant: those of the case, and those its activities and hosts name."""
        named = {name for sheet in self.estate.sheets.values() for name in sheet.categories}
        named |= {name for host in self.estate.case.hosts for name in self.estate.kept(host)}
        broad = {
            name for name in wanted if any(name != other and self.estate.is_a(other, name) for other in named)
        }
        own = {name for name in self.estate.case.data if name not in broad}
        return sorted(within(self.estate, tuple((named | own | set(wanted)) - broad), wanted))

    def _judged(self, category: str, entry: Data | None, agreement: Agreement) -> list[Part]:
        found_again = UNSET if entry is None else entry.re_identifiable
        route = f"data.{category}.re_identifiable"
        about: dict[str, object] = {"data": (category,)}
        if found_again is not UNSET:
            word = str(plain(found_again))
            if word in UNSETTLED:
                return [open_part("people-unsaid", (route,), **about)]
            if word == YES:
                return [self.weighing.against("people-found", (route,), **about)]
            agreement.add(route)
            return []
        if (
            entry is not None
            and plain(entry.aggregated) not in ("false", "unknown")
            and entry.aggregated is not UNSET
        ):
            return [open_part("aggregated-only", (route,), **about)]
        kind, people = self._typed(category, entry), self._people(category, entry)
        masked = self._masked(category, entry)
        if masked and (people or kind):
            because = "only-pseudonymised" if masked[0].endswith("pseudonymised") else "only-hashed"
            return [self.weighing.against(because, (*masked, *people), **about)]
        if kind and people:
            return [self.weighing.against("about-people", (*kind, *people), **about)]
        return [open_part("people-unsaid", (route,) if entry is not None else (), **about)]

    def _masked(self, category: str, entry: Data | None) -> Routes:
        for name in ("pseudonymised", "hashed"):
            if entry is not None and plain(getattr(entry, name)) == YES:
                return (f"data.{category}.{name}",)
        return ()

    def _typed(self, category: str, entry: Data | None) -> Routes:
        """Give the facts by which the case places data below the personal; a built-in kind of data is placed there by its name."""
        if not self.estate.is_a(category, PERSONAL):
            return ()
        if entry is None:
            return self._named(category)
        return () if entry.broader == (PERSONAL,) else (f"data.{category}.is",)

    def _named(self, category: str) -> Routes:
        if category == PERSONAL:
            return ()
        for name, sheet in self.estate.sheets.items():
            if category in several(sheet.processing.data):
                return (f"activities.{name}.data",)
        hosts = (host for host in sorted(self.estate.case.hosts) if category in self.estate.kept(host))
        return next(((f"hosts.{host}.keeps",) for host in hosts), ())

    def _people(self, category: str, entry: Data | None) -> Routes:
        """Give the facts by which the data is about people: said of the data, or of an activity that uses it."""
        if entry is not None and entry.about:
            return (f"data.{category}.about",)
        for name, sheet in self.estate.sheets.items():
            if category in sheet.categories and sheet.processing.people:
                return (f"activities.{name}.people",)
        return ()
