"""A file of a capture, recognised by its content and read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from auditor.errors import Refused, at_file
from auditor.loading.captures import collected, har, listed
from auditor.loading.captures.attributed import Known, no_brands
from auditor.loading.captures.gathered import Gathered
from auditor.loading.captures.hosts import site_of
from auditor.loading.captures.made import EMPTY, About, made
from auditor.loading.captures.moments import seconds, told
from auditor.loading.captures.opened import CHUNK, Opened
from auditor.loading.captures.pages import Pages, har_pages
from auditor.loading.captures.streamed import Cut, Streamed
from auditor.loading.files.json_text import anything
from auditor.model.bilingual import Bilingual
from auditor.model.brands import BrandList
from auditor.model.capture import Capture, CaptureFile, CapturePage
from auditor.model.case.captures import Blind, FileKind
from auditor.model.web import Domain
from auditor.text.problems import capture as words

ENTRIES: Final = ("log", "entries")
#: How much of a file is looked at to recognise it, and how long a line may be.
LOOKED_AT: Final = 1024 * 1024
MOST_LINE: Final = 16 * 1024 * 1024
MITMPROXY: Final = re.compile(rb"\d{1,12}:\d{1,4}:[a-z_]{1,40}[;,]")
ALWAYS: Final[tuple[Blind, ...]] = ("server-side", "aliases")
HOSTS_ONLY: Final[tuple[Blind, ...]] = (
    *ALWAYS, "requests", "parameters", "bodies", "transport", "initiators", "addresses",
)  # fmt: skip


class NotACapture(Refused):
    """A file that is something else, and not a broken capture."""


class OnlyCookies(Refused):
    """A file of cookies without any request: no capture alone, and part of the visit whose folder it lies in."""

    def __init__(self, refused: Refused, file: CaptureFile, cookies: Any) -> None:
        super().__init__(refused.problems)
        self.file = file
        self.cookies = cookies


class Context(Struct, frozen=True, kw_only=True):
    """What a capture is read with: the sites visited where they are given, who answers for domains, a DNS file."""

    sites: tuple[str, ...] = ()
    domains: Mapping[str, Domain] = {}
    names: Mapping[str, str] = {}
    brands: Callable[[], BrandList] = no_brands
    aliases: Mapping[str, str] = EMPTY

    @property
    def known(self) -> Known:
        """Who answers for a host."""
        return Known(self.domains, self.names, self.brands)

    @property
    def given(self) -> tuple[str, ...]:
        """The sites given, each as the public suffix list has it."""
        return tuple(dict.fromkeys(site_of(site) for site in self.sites))


def read_file(path: Path, context: Context) -> Capture:
    """Give the capture that a file is. Raises Refused."""
    opened = Opened(path, path.as_posix())
    return Reading(opened, context).capture()


class Reading:
    """One file on its way to a capture."""

    def __init__(self, opened: Opened, context: Context) -> None:
        self.opened = opened
        self.context = context
        self.name = opened.name
        self.gathered = Gathered(opened.name)
        self.cut: int | None = None
        self.slow = False

    def capture(self) -> Capture:
        """Recognise the file and read it. Raises Refused."""
        chunks = self.opened.chunks()
        head = b""
        for chunk in chunks:
            head += chunk
            if len(head) >= LOOKED_AT or b"\n" in head.strip():
                break
        chunks = chain((head[at : at + CHUNK] for at in range(0, len(head), CHUNK)), chunks)
        start = head.lstrip()
        if not start:
            raise self.refused(self.opened.broken or words.EMPTY())
        if start.startswith(b"{"):
            first = start.partition(b"\n")[0] if b"\n" in start.strip() else b""
            event = anything(first) if first else None
            return (
                self._lines(chunks) if isinstance(event, dict) and _is_line(event) else self._object(chunks)
            )
        if MITMPROXY.match(start):
            raise self.refused(words.MITMPROXY(), words.EXPORT_HAR())
        if start.startswith(b"["):
            if b'"cards"' in head or b'"cardType"' in head:
                raise self.other(words.A_PRESENTATION(), words.GIVE_INSPECTION())
            raise self.other(words.NOT_A_CAPTURE(), words.READABLE())
        return self._text(head, chunks)

    def refused(self, message: Bilingual, hint: Bilingual | None = None) -> Refused:
        """Give the refusal of this file."""
        return Refused([at_file(self.name, message, hint)])

    def other(self, message: Bilingual, hint: Bilingual) -> NotACapture:
        """Give the refusal of this file as something else than a capture."""
        return NotACapture(self.refused(message, hint).problems)

    def file(self, kind: FileKind) -> CaptureFile:
        """Give what is told of the file, once it was read to its end."""
        opened = self.opened
        return CaptureFile(
            name=Path(opened.name).name,
            sha256=opened.sha256,
            bytes=opened.bytes,
            kind=kind,
            packed=opened.packed,
            member=opened.member,
            encoding=opened.encoding,
            replaced=opened.replaced,
        )

    def made(self, pages: Pages, kind: FileKind, blind: Sequence[Blind], **about: Any) -> Capture:
        """Give the capture of what was gathered."""
        about_it = About(files=[self.file(kind)], cannot_show=blind, cut=self.cut, slow=self.slow, **about)
        return made(self.gathered, pages, about_it, self.context.known, aliases=self.context.aliases)

    def _object(self, chunks: Iterable[bytes]) -> Capture:
        streamed = Streamed(self.name, ENTRIES)
        self.slow = streamed.slow
        broken = False
        try:
            again = Opened(self.opened.path, self.name).chunks
            for number, entry in streamed.items(chunks, again, har.Entry):
                har.add(self.gathered, number, entry)
                # the next entry is read while this one would still be held
                del entry
        except Cut:
            broken = True
            self.cut = streamed.taken
        for _ in chunks:
            pass  # the hash is of the whole file
        if self.opened.broken is not None:
            broken, self.cut = True, streamed.taken
        root = streamed.root
        log = root.get("log")
        if isinstance(log, dict) and (not broken or streamed.taken):
            return self._har(log)
        if broken:
            raise self.refused(words.BROKEN_JSON(), words.READABLE())
        if collected.is_inspection(root):
            return self._inspection(root)
        if root.get("type") in listed.IOS:
            return self._ios([(0, root)])
        if "browser_cookies" in root:
            refused = self.refused(words.COOKIES_ALONE(), words.GIVE_INSPECTION())
            raise OnlyCookies(refused, self.file("blacklight-cookies"), root["browser_cookies"])
        if _is_line(root):
            return self._log([(0, root)])
        raise self.other(words.NO_LOG(), words.READABLE())

    def _har(self, log: dict[str, Any]) -> Capture:
        gathered, given = self.gathered, self.context.given
        tweasel = log.get("_tweasel")
        tweasel = tweasel if isinstance(tweasel, dict) else None
        application = tweasel is not None and bool(tweasel.get("apps"))
        pages = (
            _applications(tweasel) if tweasel is not None and application else har_pages(log, gathered, given)
        )
        creator = log.get("creator")
        blind: list[Blind] = [*ALWAYS]
        found = list(gathered.called.values())
        blind += [] if gathered.cookies_recorded else ["cookies"]
        blind += [] if any(each.addresses for each in found) else ["addresses"]
        blind += [] if any(each.initiators for each in found) else ["initiators"]
        blind += ["values"] if isinstance(log.get("_redacted"), dict) else []
        return self.made(
            pages,
            "har" if tweasel is None else "tweasel-har",
            blind,
            producer=_text(creator, "name"),
            version=_text(creator, "version"),
            application=application,
        )

    def _inspection(self, root: dict[str, Any]) -> Capture:
        collected.add_hosts(self.gathered, root)
        evidence = collected.is_evidence(root)
        script = root.get("script")
        blind: list[Blind] = [*HOSTS_ONLY, "times"]
        return self.made(
            collected.inspection_pages(root, self.context.given),
            "website-evidence-collector" if evidence else "blacklight",
            blind if self.gathered.cookies_recorded else [*blind, "cookies"],
            producer="website-evidence-collector" if evidence else "Blacklight",
            version=_text(script.get("version") if isinstance(script, dict) else None, "npm"),
            started=told(seconds(root.get("start_time"))),
            ended=told(seconds(root.get("end_time"))),
        )

    def _lines(self, chunks: Iterable[bytes]) -> Capture:
        events = self._events(chunks)
        first = next(events)
        events = chain([first], events)
        if first[1].get("type") in listed.IOS:
            return self._ios(events)
        return self._log(events)

    def _log(self, events: Iterable[tuple[int, dict[str, Any]]]) -> Capture:
        log = collected.Log(self.gathered)
        for number, event in events:
            log.add(number, event)
        blind: list[Blind] = [*ALWAYS, "filtered", "cookies", "addresses", "bodies"]
        return self.made(log.pages(self.context.given), "blacklight-log", blind, producer="Blacklight")

    def _ios(self, events: Iterable[tuple[int, dict[str, Any]]]) -> Capture:
        applications = listed.Applications()
        for number, event in events:
            listed.add_ios(self.gathered, applications, number, event)
        blind: list[Blind] = [*HOSTS_ONLY, "cookies"]
        return self.made(applications.pages(), "ios-privacy-report", blind, producer="iOS", application=True)

    def _events(self, chunks: Iterable[bytes]) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the object of each line with its position; a line that is none is counted."""
        for number, line in enumerate(split(chunks, self)):
            if line.strip():
                event = anything(line)
                if isinstance(event, dict):
                    yield number, event
                else:
                    self.gathered.entries += 1
                    self.gathered.skipped["not-an-object"] += 1

    def _text(self, head: bytes, chunks: Iterable[bytes]) -> Capture:
        lines = head.decode("utf-8", "replace").splitlines()
        whole = lines if len(head) < LOOKED_AT else lines[:-1]
        blind: list[Blind] = [*HOSTS_ONLY, "cookies"]
        if whole and listed.is_tracker_control(whole[0]):
            applications = listed.Applications()
            texts = (line.decode("utf-8", "replace") for line in split(chunks, self))
            listed.add_rows(self.gathered, applications, texts)
            return self.made(
                applications.pages(), "tracker-control", blind, producer="TrackerControl", application=True
            )
        if not listed.is_host_list(whole):
            if self.opened.broken is not None:
                raise self.refused(self.opened.broken)
            raise self.other(words.NOT_A_CAPTURE(), words.READABLE())
        texts = (line.decode("utf-8", "replace") for line in split(chunks, self))
        listed.add_listed(self.gathered, texts)
        given = self.context.given
        page = [CapturePage(number=1, sites=list(given), by="given")] if given else []
        return self.made(Pages(page, {}, given), "hosts", [*blind, "times"])


def _is_line(event: dict[str, Any]) -> bool:
    """Tell whether an object is a line of a log that is known."""
    return event.get("type") in listed.IOS or ("message" in event and "log" not in event)


def split(chunks: Iterable[bytes], reading: Reading) -> Iterator[bytes]:
    """Yield lines, none longer than may be. Raises Refused."""
    rest = b""
    number = 0
    for chunk in chunks:
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            number += 1
            yield line
        if len(rest) > MOST_LINE:
            said = words.LONG_STRING(limit=MOST_LINE // 1024**2, pointer=f"/{number}")
            raise reading.refused(said)
    if rest:
        yield rest


def _text(value: Any, name: str) -> str:
    found = value.get(name) if isinstance(value, dict) else None
    return found[:80] if isinstance(found, str) else ""


def _applications(tweasel: dict[str, Any]) -> Pages:
    """Give the applications that a capture of tweasel is of; requests name none."""
    apps = tweasel.get("apps")
    names = sorted(
        {each["id"] for each in apps if isinstance(each, dict) and isinstance(each.get("id"), str)}
        if isinstance(apps, list)
        else ()
    )
    pages = [CapturePage(number=n, application=name[:200]) for n, name in enumerate(names, 1)]
    return Pages(pages, {})
