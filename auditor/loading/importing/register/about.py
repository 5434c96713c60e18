"""What a record says of the organisation that keeps it, of its officer and its representative; persons are confidential."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from auditor.loading.importing.register.cells import company, email, is_phone, is_placeholder
from auditor.loading.importing.register.labels import compared, vocabulary
from auditor.loading.importing.register.ledger import Ledger
from auditor.loading.importing.register.parties_named import Named
from auditor.loading.importing.register.said import Party, PartyKind, Said
from auditor.model.vocabulary import NONE

#: Where the contact details of a party stand.
WHOSE: Final[dict[PartyKind, str]] = {
    "about": "contact",
    "joint": "contact",
    "dpo": "dpo_contact",
    "representative": "representative_contact",
}
FIRST_NAMES: Final = ("prenom", "first name", "given name")


class About:
    """Takes what is said of parties; `name` is the organisation that the record is of, empty while nobody says."""

    def __init__(self, ledger: Ledger, named: Named) -> None:
        self.ledger = ledger
        self.named = named
        self.name = ""

    def organisation(self, parties: Iterable[Party]) -> None:
        """Find who keeps the record: the first that a party of the organisation names."""
        for party in parties:
            said = next((each for each in party.said if each.field == "name"), None)
            if party.who == "about" and said is not None and not self.name and not self._nothing(said):
                self.ledger.fact(said)
                self.name = self.named.organisation(said, controller=True)

    def controllers(self, parties: Iterable[Party]) -> list[tuple[str, Said]]:
        """Give the controllers that the parties of one sheet name, each with its cell."""
        found = []
        for party in parties:
            said = next((each for each in party.said if each.field == "name"), None)
            if party.who in ("about", "joint") and said is not None and not self._nothing(said):
                found.append((self.named.organisation(said, controller=True), said))
        return found

    def take(self, party: Party) -> None:
        """Take the details of a party."""
        subject = self.name
        name = next((each for each in party.said if each.field == "name"), None)
        if party.who in ("about", "joint") and name is not None and not self._nothing(name):
            self.ledger.fact(name)
            subject = self.named.organisation(name, controller=True)
        if not subject:
            for each in party.said:
                self.ledger.leave(each, "title", secret=True)
            return
        details: dict[str, str] = {}
        places: list[str] = []
        for said in party.said:
            if said is name and party.who in ("about", "joint"):
                continue
            self._detail(party.who, subject, said, details, places)
        person = " ".join(filter(None, [details.pop("first", ""), details.get("person", "")]))
        if person:
            details["person"] = person
        self.named.contact(subject, WHOSE[party.who], details, places)
        if party.who == "dpo" and details.get("email"):
            officer = self.named.confidential[subject]
            officer.setdefault("dpo", {"value": details["email"], "source": places[0]})

    def _nothing(self, said: Said) -> bool:
        words = vocabulary()
        return is_placeholder(said.words) or any(
            words.is_(each, said.words) for each in ("none", "pending", "refers", "ambiguous")
        )

    def _detail(
        self, who: PartyKind, subject: str, said: Said, details: dict[str, str], places: list[str]
    ) -> None:
        words = vocabulary()
        if is_placeholder(said.words):
            self.ledger.leave(said, "untouched")
        elif said.field == "name" and (words.is_("none", said.words) or words.is_("dpo_none", said.words)):
            self._none(who, subject, said)
        elif (why := self._why(said)) is not None:
            self.ledger.ask(f"organisations.{subject}.{WHOSE[who]}", said, why, secret=True)  # type: ignore[arg-type]
        elif words.is_("none", said.words):
            self.ledger.leave(said, "not-applicable", secret=True)
        else:
            self._stated(who, subject, said, details)
            places.append(self.ledger.source(said.at))
            self.ledger.fact(said)

    def _none(self, who: PartyKind, subject: str, said: Said) -> None:
        if who in ("dpo", "representative"):
            self.ledger.fact(said)
            stated = {"value": NONE, "source": self.ledger.source(said.at), "quote": said.words}
            self.named.detail(subject, who, stated)
        else:
            self.ledger.leave(said, "not-applicable", secret=True)

    def _why(self, said: Said) -> str | None:
        return next(
            (why for why in ("pending", "refers", "ambiguous") if vocabulary().is_(why, said.words)), None
        )

    def _stated(self, who: PartyKind, subject: str, said: Said, details: dict[str, str]) -> None:
        field = said.field.partition(".")[2] or "person"
        if said.field == "dpo.organisation":
            details["organisation"] = self.named.organisation(said, controller=True)
        elif said.field == "ids.siret":
            self.named.detail(subject, "ids", {"siret": "".join(said.words.split())})
        elif field == "country":
            code = self.named.countries.code(said.words)
            if code:
                details.setdefault("country", code)
                if who != "dpo":
                    self.ledger.ask(f"organisations.{subject}.country", said, "which-country", suggest=code)
            else:
                details.setdefault("note", said.words)
        elif compared(said.label).startswith(FIRST_NAMES):
            details.setdefault("first", said.words)
        elif field in ("person", "email", "phone", "address", "postcode", "city"):
            self._address(who, subject, field, said, details)
        else:
            details.setdefault("note", said.words)

    def _address(self, who: PartyKind, subject: str, field: str, said: Said, details: dict[str, str]) -> None:
        found = email(said.words)
        if field == "person" and found:
            details.setdefault("email", found)
            rest = said.words.replace(found, "").strip(" ,;()<>")
            if rest:
                details.setdefault("person", rest)
        elif field == "person" and company(said.words).formed:
            details.setdefault("organisation", self.named.organisation(said, controller=True))
        else:
            details.setdefault(field, found if field == "email" and found else said.words)
            if field == "address" and who in ("about", "joint"):
                for code in self.named.countries.within(said.words)[:1]:
                    self.ledger.ask(
                        f"organisations.{subject}.country", said, "which-country", suggest=code, secret=True
                    )

    def client(self, name: str, said: Said) -> None:
        """Take a cell of contact details of a client."""
        whose, details = "contact", dict[str, str]()
        words = vocabulary()
        if said.field == "clients.dpo":
            whose = "dpo_contact"
            if words.is_("none", said.words) or words.is_("dpo_none", said.words):
                self._none("dpo", name, said)
                return
        if self._nothing(said):
            self.ledger.ask(f"organisations.{name}.{whose}", said, self._why(said) or "pending", secret=True)  # type: ignore[arg-type]
            return
        found = email(said.words)
        rest = said.words.replace(found, "").strip(" ,;()<>") if found else said.words
        if found:
            details["email"] = found
        if rest:
            key = "phone" if is_phone(rest) else "person" if whose == "dpo_contact" else "address"
            details[key] = rest
        self.ledger.fact(said)
        self.named.contact(name, whose, details, [self.ledger.source(said.at)])
