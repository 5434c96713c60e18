"""Kinds of data subjects."""

from msgspec import UNSET, Struct, UnsetType

from auditor.model.scalars import Country, Date, Stated, Text


class People(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A kind of data subject, and the country they live in: some ages and rights are set by its law."""

    title: Text = ""
    country: Stated[Country] | UnsetType = UNSET
    since: Date = ""
    until: Date = ""
    note: Text = ""
