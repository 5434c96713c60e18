"""What a record says of the organisation that keeps it, of its officer and its representative; persons are confidential."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from auditor.loading.importing.register.cells import company, email, is_phone, is_placeholder
from auditor.loading.importing.register.labels import compared, vocabulary
from auditor.loading.importing.register.ledger import Ledger
from auditor.loading.importing.register.parties_named import Detail, Named
from auditor.loading.importing.register.said import Party, PartyKind, Said
from auditor.model.vocabulary import NONE

#: Where the contact details of a party stand.
WHOSE: Final[dict[PartyKind, str]] = {
    "about": "contact",
    "joint": "contact",
    "dpo": "dpo_contact",
    "representative": "representative_contact",
}
Details = dict[str, Detail]
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

    def sole(self, controllers: set[str]) -> None:
        """Take for the organisation of the record, where no party names one, the one controller of every entry."""
        if not self.name and len(controllers) == 1:
            self.name = next(iter(controllers))

    def controllers(self, parties: Iterable[Party]) -> list[tuple[str, Said]]:
        """Give the controllers that the parties of one sheet name, each with its cell."""
        found = []
        for party in parties:
            said = next((each for each in party.said if each.field == "name"), None)
            if party.who in ("about", "joint") and said is not None and not self._nothing(said):
                found.append((self.named.organisation(said, controller=True), said))
        return found

    def take(self, party: Party, subject: str = "") -> None:
        """Take the details of a party, of the organisation of the record unless they are of `subject`."""
        subject = subject or self.name
        name = next((each for each in party.said if each.field == "name"), None)
        if party.who in ("about", "joint") and name is not None and not self._nothing(name):
            self.ledger.fact(name)
            subject = self.named.organisation(name, controller=True)
        if not subject:
            for each in party.said:
                self.ledger.leave(each, "title", secret=True)
            return
        details: Details = {}
        for said in party.said:
            if said is not name or party.who not in ("about", "joint"):
                self._detail(party.who, subject, said, details)
        first = details.pop("first", None)
        if first is not None:
            last = details.get("person")
            details["person"] = Detail(f"{first.words} {last.words}" if last else first.words, first.at)
        self.named.contact(subject, WHOSE[party.who], details)
        reached = details.get("email") or details.get("phone")
        if party.who == "dpo" and reached is not None:
            stated = {"value": reached.words, "source": self.ledger.source(reached.at)}
            self.named.confidential[subject].setdefault("dpo", stated)

    def _nothing(self, said: Said) -> bool:
        words = vocabulary()
        return is_placeholder(said.words) or any(
            words.is_(each, said.words) for each in ("none", "pending", "refers", "ambiguous")
        )

    def _detail(self, who: PartyKind, subject: str, said: Said, details: Details) -> None:
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

    def _stated(self, who: PartyKind, subject: str, said: Said, details: Details) -> None:
        field = said.field.partition(".")[2] or "person"
        if said.field == "dpo.organisation":
            details["organisation"] = Detail(self.named.organisation(said, controller=True), said.at)
        elif said.field == "ids.siret":
            self.named.detail(subject, "ids", {"siret": "".join(said.words.split())})
        elif field == "country":
            code = self.named.countries.code(said.words)
            if code:
                details.setdefault("country", Detail(code, said.at))
                if who != "dpo":
                    self.ledger.ask(f"organisations.{subject}.country", said, "which-country", suggest=code)
            else:
                details.setdefault("note", Detail(said.words, said.at))
        elif compared(said.label).startswith(FIRST_NAMES):
            details.setdefault("first", Detail(said.words, said.at))
        elif field in ("person", "email", "phone", "address", "postcode", "city"):
            self._address(who, subject, said, details)
        else:
            details.setdefault("note", Detail(said.words, said.at))

    def _address(self, who: PartyKind, subject: str, said: Said, details: Details) -> None:
        field = said.field.partition(".")[2] or "person"
        found = email(said.words)
        if field == "person" and found:
            details.setdefault("email", Detail(found, said.at))
            rest = said.words.replace(found, "").strip(" ,;()<>")
            if rest:
                details.setdefault("person", Detail(rest, said.at))
        elif field == "person" and company(said.words).formed:
            details.setdefault(
                "organisation", Detail(self.named.organisation(said, controller=True), said.at)
            )
        else:
            told = found if field == "email" and found else said.words
            details.setdefault(field, Detail(told, said.at))
            if field == "address" and who in ("about", "joint"):
                for code in self.named.countries.within(said.words)[:1]:
                    self.ledger.ask(
                        f"organisations.{subject}.country", said, "which-country", suggest=code, secret=True
                    )

    def client(self, name: str, said: Said) -> None:
        """Take a cell of contact details of a client."""
        whose: str = "contact"
        details: Details = {}
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
            details["email"] = Detail(found, said.at)
        if rest:
            key = "phone" if is_phone(rest) else "person" if whose == "dpo_contact" else "address"
            details[key] = Detail(rest, said.at)
        self.ledger.fact(said)
        self.named.contact(name, whose, details)
