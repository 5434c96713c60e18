"""What is wrong with consent strings of IAB Europe's framework."""

from __future__ import annotations

from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.text.problems.template import Template

NOT_BASE64: Final = Template(
    "ce n'est pas une chaîne de consentement : ce n'est pas du base64url",
    "this is no consent string: it is no base64url",
)
VERSION_1: Final = Template(
    "cette chaîne de consentement est de la version 1, abandonnée en 2020",
    "this consent string is of version 1, no longer in use since 2020",
)
OTHER_VERSION: Final = Template(
    "cette chaîne de consentement dit être de la version {version} ; la version 2 est lue",
    "this consent string says that it is of version {version}; version 2 is read",
)
CUT: Final = Template(
    "cette chaîne de consentement s'arrête au milieu : {where}",
    "this consent string ends in the middle of: {where}",
)
BAD_RANGE: Final = Template(
    "cette chaîne de consentement a un intervalle impossible : {where}",
    "this consent string has an impossible range: {where}",
)
NO_PLATFORM: Final = Template(
    "cette chaîne de consentement nomme la plateforme numéro {number}, qui n'existe pas",
    "this consent string names consent platform number {number}, which does not exist",
)
CORE: Final = Bilingual("son début", "its beginning")
BY_CONSENT: Final = Bilingual("les partenaires par consentement", "the vendors by consent")
BY_INTEREST: Final = Bilingual("les partenaires par intérêt légitime", "the vendors by legitimate interest")
RESTRICTIONS: Final = Bilingual("les restrictions de l'éditeur", "the restrictions of the publisher")
DISCLOSED: Final = Bilingual("les partenaires montrés", "the vendors disclosed")
STRING_ALONE: Final = Template(
    "une chaîne de consentement seule ne nomme personne : c'est la liste des partenaires (vendor-list.json) qui se donne",
    "a consent string alone names nobody: the list of vendors (vendor-list.json) is what to give",
)
NO_STRING: Final = Template(
    "sans chaîne de consentement, cette liste ne dit rien d'un site",
    "without a consent string this list says nothing of a site",
)
SAY_STRING: Final = Template(
    "donner le fichier de la chaîne par tc_string dans imports.yaml",
    "give the file of the string by tc_string in imports.yaml",
)
