"""Certificates in their time: which of them cover a host on the date of the case, and for which activities.

A host is covered by its own certificates and by those of its operator; by those of a machine below only for the activities
that machine performs (French Public Health Code art. R.1111-9). Accreditations of before 1 April 2018 are valid to their
own term. A first or last day that nobody states is assumed, and the result says so; it is in doubt where the scheme changed,
and before the day on which the certificate was seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, Literal

from msgspec import Struct

from auditor.graph.estate import Estate
from auditor.graph.limits import refuse_covering
from auditor.model.case.certificates import Certificate
from auditor.model.dates import first_day, last_day
from auditor.model.evidence import Answer, Selection, distinct
from auditor.model.materials import certificates, plain, several
from auditor.model.vocabulary import NONE, OF_KNOWLEDGE, UNKNOWN, UNSETTLED

#: What stands, in the address of a list of the knowledge base, for the certificates it does not name.
OTHERS: Final = "others"
HDS: Final = "hds"
#: The accreditation that certification replaced.
HADS: Final = "hads"
SECNUMCLOUD: Final = "secnumcloud"
#: How a version of a report that is its type begins.
TYPED: Final = "type-"
HADS_ENDED: Final = "2018-04-01"
#: First day on which a host could be certified under version 2 of the HDS scheme, last day of certificates under version 1.
V2_FIRST: Final = "2024-11-16"
V1_LAST: Final = "2026-05-16"
ACTIVITIES: Final = ("1", "2", "3", "4", "5", "6")

Layer = Literal["own", "operator", "machine"]


class HeldCertificate(Struct, frozen=True, kw_only=True):
    """A certificate held: its address, whom or what it is of, and whether it is valid on the day (None: in doubt).

    `scope` are the activities, hosts and offers that it names, `offers` those of them that are no activities; `of_hosts` are these where
    they are all hosts of the case.
    """

    route: str
    of: str
    certificate: Certificate
    scope: frozenset[str]
    offers: frozenset[str]
    of_hosts: frozenset[str]
    valid: bool | None
    missing: tuple[str, ...]
    assumed: tuple[str, ...]

    def names(self, scope: str) -> bool | None:
        """Tell whether its scope names an activity, a host or an offer; None where it tells no scope."""
        if scope in self.scope:
            return True
        return False if UNSETTLED.isdisjoint(self.scope) else None

    def is_of(self, *services: str) -> bool | None:
        """Tell whether it was granted for one of `services`, where it was granted for one offer; None where nobody ties the two."""
        return not self.scope.isdisjoint(services) or not self.certificate.offer or None

    @property
    def kind(self) -> str:
        """The type of a report (`1` or `2`), also where it stands as its version (`type-2`); `unknown` where nobody says it."""
        stated, version = str(plain(self.certificate.type)), str(plain(self.certificate.version))
        if stated in UNSETTLED and version.startswith(TYPED):
            return version.removeprefix(TYPED)
        return UNKNOWN if stated in UNSETTLED else stated

    @property
    def shared(self) -> bool:
        """Tell whether it is of the knowledge base, which lists what was read of and never all that is held."""
        return self.certificate.source.startswith(OF_KNOWLEDGE)

    @property
    def scope_route(self) -> str:
        """The address of its scope."""
        return f"{self.route}.scope"


#: The layer a certificate is of, the place of that layer, and the certificate.
Covering = tuple[Layer, str, HeldCertificate]


class CertificatesOnDate:
    """The certificates of an estate, on the date of its case."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.day = estate.as_of
        self._lists: dict[tuple[str, str], tuple[list[HeldCertificate], tuple[str, ...]]] = {}
        self._covering: dict[str, tuple[Covering, ...]] = {}
        self._covered = 0
        self._unsaid: dict[str, tuple[str, ...]] = {}
        self._health_hosting: dict[str, Answer] = {}

    def of_organisation(
        self, organisation: str, day: str = ""
    ) -> tuple[list[HeldCertificate], tuple[str, ...]]:
        """Give what `organisation` holds, and the address of its list where that is not known or open."""
        entry = self.estate.case.organisations.get(organisation)
        return self._listed(
            f"organisations.{organisation}.certified", organisation, getattr(entry, "certified", UNKNOWN), day
        )

    def of_place(self, host: str, day: str = "") -> tuple[list[HeldCertificate], tuple[str, ...]]:
        """Give the certificates stated of `host` itself, and the address of their list where it is not known or open."""
        return self._listed(f"hosts.{host}.certified", host, self.estate.case.hosts[host].certified, day)

    def _listed(
        self, route: str, of: str, value: Any, day: str
    ) -> tuple[list[HeldCertificate], tuple[str, ...]]:
        bare = plain(value)
        if isinstance(bare, str):
            return [], (route,) if bare in UNSETTLED else ()
        key = (route, day)
        listed = self._lists.get(key)
        if listed is None:
            listed = self._lists[key] = self._read(route, of, bare, day)
        return listed

    def _read(
        self, route: str, of: str, bare: Any, day: str
    ) -> tuple[list[HeldCertificate], tuple[str, ...]]:
        found = [
            self._held(f"{route}.{name}", of, entry, day or self.day)
            for name, entry in certificates(bare).items()
        ]
        return found, (f"{route}.{OTHERS}",) if any(one.shared for one in found) else ()

    def _held(self, route: str, of: str, certificate: Certificate, day: str) -> HeldCertificate:
        version = str(plain(certificate.version))
        since, until = _stated(certificate.since), _stated(certificate.until)
        assumed = tuple(name for name, date in (("since", since), ("until", until)) if not date)
        doubts: list[str] = []
        first, last = first_day(day), last_day(day)
        if certificate.is_ == HADS and not until and last >= HADS_ENDED:
            doubts.append("until")
        if certificate.is_ == HDS:
            if version == "1" and (not until or last_day(until) > V1_LAST):
                until = V1_LAST
            if version == "2" and (not since or first_day(since) < V2_FIRST):
                since = V2_FIRST
            if version in UNSETTLED and last > V1_LAST and not (since and first_day(since) > V1_LAST):
                doubts.append("version")
        if not since and certificate.as_of and first_day(certificate.as_of) > last:
            doubts.append("since")
        over = (since and first_day(since) > last) or (until and last_day(until) < first)
        if since and last_day(since) > first:
            doubts.append("since")
        if until and first_day(until) < last:
            doubts.append("until")
        scope = frozenset(several(certificate.scope))
        offers = scope - {*ACTIVITIES, *UNSETTLED}
        return HeldCertificate(
            route=route,
            of=of,
            certificate=certificate,
            scope=scope,
            offers=offers,
            of_hosts=offers if offers <= self.estate.case.hosts.keys() else frozenset(),
            valid=False if over else None if doubts else True,
            missing=() if over else tuple(f"{route}.{name}" for name in doubts),
            assumed=assumed,
        )

    def covering(self, host: str) -> tuple[Covering, ...]:
        """Give every certificate that may cover `host`, with the layer it is of and the place of that layer."""
        found = self._covering.get(host)
        if found is None:
            found = self._covering[host] = tuple(self._cover(host))
            self._covered += len(found)
            refuse_covering(self._covered)
        return found

    def _cover(self, host: str) -> Iterator[Covering]:
        for place in (host, *self.estate.machines(host)):
            own: Layer = "own" if place == host else "machine"
            yield from ((own, place, held) for held in self.of_place(place)[0])
            layer: Layer = "operator" if place == host else "machine"
            yield from ((layer, place, held) for held in self.of_organisation(self.estate.operator(place))[0])

    def unsaid(self, host: str, *, below: bool = True) -> tuple[str, ...]:
        """Give the facts that would name further certificates for `host`."""
        if not below:
            return self._open(host, below=False)
        found = self._unsaid.get(host)
        if found is None:
            found = self._unsaid[host] = self._open(host, below=True)
        return found

    def _open(self, host: str, *, below: bool) -> tuple[str, ...]:
        routes: list[str] = []
        for place in (host, *(self.estate.machines(host) if below else ())):
            operator = self.estate.operator(place)
            nobody = operator == UNKNOWN
            routes.extend((*self.of_place(place)[1], *((f"hosts.{place}.operator",) if nobody else ())))
            routes.extend(() if nobody else self.of_organisation(operator)[1])
        unsettled = self.estate.unsettled_machine(host) if below else ""
        return (*routes, *((f"hosts.{unsettled}.runs_on",) if unsettled else ()))

    def lists(self, host: str) -> tuple[str, ...]:
        """Give the addresses of the lists in which a certificate for `host` would stand."""
        places = (host, *self.estate.machines(host))
        return distinct(
            (*(f"hosts.{place}.certified" for place in places), *map(self._list_of_operator, places))
        )

    def _list_of_operator(self, host: str) -> str:
        operator = self.estate.operator(host)
        return f"hosts.{host}.operator" if operator == UNKNOWN else f"organisations.{operator}.certified"

    def health_hosting(self, host: str) -> Answer:
        """Tell whether each activity of hosting health data performed at `host` is covered by a certificate or accreditation.

        Where nobody says which activities are performed, all six must be covered; none can be where no certificate is held
        and nothing runs below.
        """
        found = self._health_hosting.get(host)
        if found is None:
            found = self._health_hosting[host] = self._hosts_health(host)
        return found

    def _hosts_health(self, host: str) -> Answer:
        route = f"hosts.{host}.hosting"
        performed = several(self.estate.case.hosts[host].hosting)
        stated = tuple(activity for activity in performed if activity not in UNSETTLED)
        is_open = len(stated) < len(performed)
        certain = self._activities(host, stated) if stated else []
        answers = self._activities(host, ACTIVITIES) if is_open else certain
        told = () if is_open else (route,)
        denied = [answer for answer in certain if answer.value is False]
        if denied:
            return Answer(value=False, proof=(*told, *(r for answer in denied for r in answer.proof)))
        proof = distinct(r for answer in answers for r in answer.proof) or (route,)
        missing = distinct(r for answer in answers for r in answer.missing)
        if all(answer.value is True for answer in answers):
            return Answer(value=True, proof=(*told, *proof))
        if (
            is_open
            and not missing
            and not self.estate.machines(host)
            and all(a.value is False for a in answers)
        ):
            return Answer(value=False, proof=proof)
        return Answer(value=None, proof=(), missing=(*((route,) if is_open else ()), *missing))

    def _activities(self, host: str, activities: Sequence[str]) -> list[Answer]:
        """Tell of each activity whether it is covered; the same of all where no certificate in question is for hosting health data."""
        covering = [each for each in self.covering(host) if each[2].certificate.is_ in (HDS, HADS)]
        if not covering:
            return [self._uncovered(host, (), ())] * len(activities)
        return [self._activity(host, activity, covering) for activity in activities]

    def _activity(self, host: str, activity: str, covering: list[Covering]) -> Answer:
        missing: list[str] = []
        for layer, place, held in covering:
            if held.valid is False:
                continue
            fits, doubt = self._fits(layer, place=place, held=held, host=host, activity=activity)
            if fits and held.valid:
                below = (f"hosts.{host}.runs_on", f"hosts.{place}.hosting") if layer == "machine" else ()
                return Answer(value=True, proof=(*below, held.route))
            if fits is not False:
                missing.extend((*held.missing, *doubt))
        return self._uncovered(host, [held.route for _, _, held in covering], missing)

    def _uncovered(self, host: str, certificates: Sequence[str], missing: Sequence[str]) -> Answer:
        """Give that no certificate covers an activity, none of those listed either; unless facts are `missing` that would tell."""
        asked = distinct((*missing, *self.unsaid(host)))
        if asked:
            return Answer(value=None, missing=asked)
        return Answer(value=False, proof=distinct((*certificates, *self.lists(host))))

    def _fits(
        self, layer: Layer, place: str, held: HeldCertificate, host: str, activity: str
    ) -> tuple[bool | None, tuple[str, ...]]:
        """Tell whether a certificate is about `activity` at `host`, and the facts that would tell."""
        answers: list[bool | None] = []
        missing: list[str] = []
        if layer != "own" and held.of_hosts and held.of != place and place not in held.of_hosts:
            return False, ()
        if held.certificate.is_ == HDS and (
            held.scope.isdisjoint((host, place)) or not held.scope.isdisjoint(ACTIVITIES)
        ):
            answers.append(held.names(activity))
            missing.append(held.scope_route)
        if layer != "own" and held.of != place:
            answers.append(held.is_of(host, place))
            missing.append(held.scope_route)
        if held.offers and layer != "own" and held.of != place and place not in held.offers:
            answers.append(None)
            missing.append(held.scope_route)
        if layer == "machine":
            performed = several(self.estate.case.hosts[place].hosting)
            unsettled = any(item in UNSETTLED for item in performed)
            answers.append(True if activity in performed else None if unsettled else False)
            missing.append(f"hosts.{place}.hosting")
        if False in answers:
            return False, ()
        return (None, tuple(missing)) if None in answers else (True, ())

    def qualified(self, host: str) -> Answer:
        """Tell whether `host` is a service with a SecNumCloud qualification: per service, never per company."""
        return self._certified(host, SECNUMCLOUD)

    def attested(self, host: str, scheme: str, kind: str) -> Answer:
        """Tell whether a report of `scheme` and of type `kind` is valid for the service at `host`."""
        return self._certified(host, scheme, kind)

    def _certified(self, host: str, scheme: str, kind: str = "") -> Answer:
        """Tell whether a certificate of `scheme`, of type `kind` where one is asked for, is valid for the service at `host`."""
        missing: list[str] = []
        for layer, _, held in self.covering(host):
            if layer == "machine" or held.certificate.is_ != scheme or held.valid is False:
                continue
            fits = True if layer == "own" else held.names(host)
            fits = None if fits is False and held.certificate.offer else fits
            told = held.kind if kind else ""
            if fits is False or told not in (kind, UNKNOWN):
                continue
            if told == kind and fits and held.valid:
                return Answer(value=True, proof=(held.route,))
            untold = () if told == kind else (f"{held.route}.type",)
            missing.extend((*held.missing, *untold, *(() if fits else (held.scope_route,))))
        missing.extend(self.unsaid(host, below=False))
        if missing:
            return Answer(value=None, missing=distinct(missing))
        operator = self.estate.operator(host)
        return Answer(value=False, proof=(f"hosts.{host}.certified", f"organisations.{operator}.certified"))

    def hds_versions(self, host: str) -> Selection:
        """Give the versions of the HDS scheme under which `host` is certified."""
        sure: dict[str, None] = {}
        maybe: dict[str, None] = {}
        missing: dict[str, None] = {}
        performed = [
            item for item in several(self.estate.case.hosts[host].hosting) if item not in UNSETTLED
        ] or ACTIVITIES
        for layer, place, held in self.covering(host):
            fits = {
                self._fits(layer, place=place, held=held, host=host, activity=activity)[0]
                for activity in performed
            }
            if held.certificate.is_ != HDS or held.valid is False or fits == {False}:
                continue
            version = str(plain(held.certificate.version))
            possible = (version,) if version not in UNSETTLED else self._possible_versions(held)
            if held.valid and True in fits and len(possible) == 1:
                sure[possible[0]] = None
            else:
                maybe.update(dict.fromkeys(possible))
                untold = () if True in fits else (held.scope_route,)
                missing.update(dict.fromkeys((*held.missing, *untold) or (f"{held.route}.version",)))
        unsaid = self.unsaid(host)
        if unsaid and not sure:
            maybe.update(dict.fromkeys(self._versions_in_use()))
            missing.update(dict.fromkeys(unsaid))
        return Selection(
            sure=tuple(sure),
            maybe=tuple(version for version in maybe if version not in sure),
            proof=self.lists(host),
            missing=tuple(missing),
        )

    def _possible_versions(self, held: HeldCertificate) -> tuple[str, ...]:
        since = _stated(held.certificate.since)
        if since and first_day(since) > V1_LAST:
            return ("2",)
        return ("1",) if since and last_day(since) < V2_FIRST else self._versions_in_use()

    def _versions_in_use(self) -> tuple[str, ...]:
        if last_day(self.day) < V2_FIRST:
            return ("1",)
        return ("2",) if first_day(self.day) > V1_LAST else ("1", "2")

    def assumed(self) -> list[tuple[str, str, str]]:
        """Give the days that had to be assumed of certificates that count: whom or what it is of, its address, which day."""
        found: dict[tuple[str, str, str], None] = {}
        for host in sorted(self.estate.case.hosts):
            for _, _, held in self.covering(host):
                if held.valid:
                    found.update({(held.of, held.route, name): None for name in held.assumed})
        return sorted(found)


def _stated(date: str) -> str:
    return "" if date in UNSETTLED or date == NONE else date
