"""Kinds of data subjects."""

from msgspec import UNSET, Struct

from auditor.model.scalars import Age, Country, Date, MaybeStated, Text


class People(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A kind of data subject, and the country they live in: some ages and rights are set by its law.

    `consent_age` is the age from which its law lets a child consent alone to an online service (GDPR art. 8(1)), for whoever
    read it.
    """

    title: Text = ""
    country: MaybeStated[Country] = UNSET
    consent_age: MaybeStated[Age] = UNSET
    since: Date = ""
    until: Date = ""
    note: Text = ""
