"""Bundles: a case, what it was held against and what came out, in one file that anyone can check and give again.

A bundle is a bag (BagIt, RFC 8493). Its payload is what was read, the result, and `rerun.json`, which says what was asked; the
reports lie beside the payload because they name the SHA-256 of its manifest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from auditor.api.read import Seen, assembled, single_date, unseen
from auditor.api.report import page, report
from auditor.api.request import Request
from auditor.api.sources import Sources, from_folder
from auditor.errors import Refused, UsageRefused, at_file
from auditor.loading.case.load import confidential
from auditor.loading.files.bag import read_bag
from auditor.loading.files.folder import File, one_file, shipped, yaml_files
from auditor.loading.files.json_text import NotRead, decoded
from auditor.loading.knowledge.brands import packed as packed_brands
from auditor.model.bilingual import Bilingual
from auditor.model.bundle import Bundle, Packed, Rerun, Verified
from auditor.model.materials import Input, Materials, Places, Spot
from auditor.model.report import Report
from auditor.model.result.document import Tool
from auditor.rendering.bag import (
    DECLARATION,
    DECLARED,
    INFORMATION,
    MANIFEST,
    TAG_MANIFEST,
    bag,
    informing,
    manifest,
)
from auditor.rendering.json import as_json
from auditor.rendering.whole_result import whole
from auditor.text.problems import bundle as words
from auditor.text.problems.yaml import TOO_LARGE
from auditor.version import __version__

LANGUAGES: Final = ("en", "fr")
PAYLOAD: Final = "data/"
RERUN: Final = "data/rerun.json"
RESULT: Final = "data/result.json"
TAGS: Final = frozenset(
    {DECLARED, INFORMATION, MANIFEST, TAG_MANIFEST, *(f"report.{lang}.html" for lang in LANGUAGES)}
)
#: How large a capture is that a bundle holds.
MOST_CAPTURE: Final = 512 * 1024 * 1024
PROGRAM: Final = ("knowledge", "knowledge/web", "policies")


class _Named(Struct):
    """The part of a result that says of which case it is."""

    id: str


class _Made(Struct):
    """The part of a result that says which version made it, of what."""

    tool: Tool
    case: _Named


def create(
    request: Request, *, public: bool = False, captures: Sequence[Path] = (), seen: Seen = unseen
) -> Bundle:
    """Give the bundle of a case; a `public` one leaves out confidential files. Raises as `api.read.read`.

    `captures` are files that facts of the case were read from; they are confidential. Raises UsageRefused for one that is none of the case.
    `seen` is called with the materials, once they are read.
    """
    sources = from_folder(request)
    kept_back = confidential(sources.case) if public else frozenset[str]()
    materials = _made(sources, request, kept_back)
    seen(materials)
    told = report(materials)
    payload: dict[str, bytes] = {}

    def packed(folder: str, files: Sequence[File]) -> list[Packed]:
        return [
            _pack(payload, folder, file, withheld=folder == "case" and file[0] in kept_back) for file in files
        ]

    rerun = Rerun(
        version=__version__,
        as_of=single_date(request),
        knowledge_date=request.knowledge_date,
        today=request.today,
        case=packed("case", sources.case),
        policies=packed("policies", sources.policies),
        knowledge=[packed(f"knowledge-{number}", layer) for number, layer in enumerate(sources.knowledge, 1)],
        exceptions=packed("exceptions", sources.exceptions),
        earlier=sources.earlier,
        program=_program(payload, materials),
        result=told.digest,
        captures=[
            _pack(payload, "captures", file, withheld=public) for file in _captures(captures, materials)
        ],
    )
    payload[RESULT] = whole(told.result)
    payload[RERUN] = as_json(rerun)
    digest = sha256(manifest(payload)).hexdigest()
    name = _portable(materials.case.case.id)
    about = _about(__version__, materials.case.case.id, request.today)
    data = bag(name, payload, _pages(told, digest), about)
    return Bundle(
        name=name,
        data=data,
        files=len(payload),
        manifest=digest,
        withheld=[file.path for file in rerun.withheld()],
    )


def verify(file: Path, withheld: Sequence[Path] = ()) -> Verified:
    """Check a bundle, give its result again and compare; files it leaves out are looked for in `withheld`.

    Raises Refused with every file that is not as the manifests say.
    """
    files = read_bag(file)
    rerun = _rerun(file.name, files)
    found = {sha256(data).hexdigest(): data for _, data in yaml_files(withheld)} if withheld else {}
    missing = [packed.path for packed in rerun.withheld() if packed.sha256 not in found]
    ours = _ours()
    other = sorted(given.path for given in rerun.program if ours.get(given.path) != given.sha256)
    digest = sha256(files[MANIFEST]).hexdigest()
    count = sum(path.startswith(PAYLOAD) for path in files)
    if missing or other:
        return Verified(
            files=count,
            manifest=digest,
            version=rerun.version,
            same=None,
            reports=None,
            missing=missing,
            other=other,
        )
    request = Request(
        as_of=(rerun.as_of,) if rerun.as_of else (),
        knowledge_date=rerun.knowledge_date,
        today=rerun.today,
    )
    materials = _made(
        _sources(rerun, files, found), request, frozenset(packed.path for packed in rerun.withheld())
    )
    if _shipped(materials) != rerun.program:
        raise Refused([at_file(f"{file.name}:{RERUN}", words.OTHER_PROGRAM())])
    told = report(materials)
    pages = _pages(told, digest) if rerun.version == __version__ else {}
    return Verified(
        files=count,
        manifest=digest,
        version=rerun.version,
        same=whole(told.result) == files[RESULT],
        reports=all(files.get(path) == data for path, data in pages.items()) if pages else None,
        missing=[],
        other=[],
    )


def told(outcome: Bundle | Verified, lang: str, file: str = "") -> bytes:
    """Give in words what was put in the bundle written to `file`, or what came of checking one."""
    from auditor.rendering.bundle import checked, packed

    lines = packed(outcome, file, lang) if isinstance(outcome, Bundle) else checked(outcome, lang)
    return "".join(f"{line}\n" for line in lines).encode()


class _Unquoted(Struct, frozen=True):
    """Places that do not repeat the lines of some files: what is left out of a bundle is not quoted in it."""

    places: Places
    files: frozenset[str]

    def find(self, route: str) -> Spot | None:
        """Give the place of the fact at `route`, without the line where the file is one of those."""
        spot = self.places.find(route)
        return spot if spot is None or spot.file not in self.files else replace(spot, text="")


def _made(sources: Sources, request: Request, unquoted: frozenset[str]) -> Materials:
    materials = assembled(sources, request)
    return replace(materials, places=_Unquoted(materials.places, unquoted)) if unquoted else materials


def _captures(paths: Sequence[Path], materials: Materials) -> list[File]:
    """Give the captures that are to be packed, each of which the case must name by its SHA-256."""
    named = {sha for each in materials.case.captures.values() for sha in each.sha256}
    found = []
    for path in paths:
        _, data = one_file(path, most=MOST_CAPTURE + 1)
        if len(data) > MOST_CAPTURE:
            raise Refused([at_file(path.as_posix(), TOO_LARGE(limit=MOST_CAPTURE // 1024**2))])
        if sha256(data).hexdigest() not in named:
            raise UsageRefused(words.NO_CAPTURE_OF_CASE(path=path.as_posix()))
        found.append((path.name, data))
    return sorted(found)


def _pages(told: Report, digest: str) -> dict[str, bytes]:
    named = replace(told, manifest=digest)
    return {f"report.{lang}.html": page(named, lang) for lang in LANGUAGES}


def _pack(payload: dict[str, bytes], folder: str, file: File, *, withheld: bool) -> Packed:
    """Put a file below `data/`, under a path that every system can hold, and give what says so."""
    path, data = file
    digest = sha256(data).hexdigest()
    if withheld:
        return Packed(path, digest)
    at = plain = f"data/{folder}/{_portable(path)}"
    number = 1
    while at in payload:
        number += 1
        at = f"{plain}-{number}"
    payload[at] = data
    return Packed(path, digest, at)


def _portable(path: str) -> str:
    return "/".join(re.sub(r"[^A-Za-z0-9._-]|^\.+", "_", step) for step in path.split("/"))


def _program(payload: dict[str, bytes], materials: Materials) -> list[Input]:
    """Put the files that come with the program and were read below `data/program/`, and give them."""
    ours = _files()
    read = _shipped(materials)
    payload.update({f"data/program/{given.path}": ours[given.path] for given in read})
    return read


def _shipped(materials: Materials) -> list[Input]:
    """Give the files that come with the program among those that were read."""
    ours = _ours()
    return [given for given in (*materials.inputs, *materials.packs) if ours.get(given.path) == given.sha256]


def _ours() -> Mapping[str, str]:
    return {path: sha256(data).hexdigest() for path, data in _files().items()}


def _files() -> dict[str, bytes]:
    """Give the files that come with the program and that a result may depend on."""
    return dict([*(file for folder in PROGRAM for file in shipped(folder)), packed_brands()])


def _rerun(name: str, files: Mapping[str, bytes]) -> Rerun:
    for path in (RERUN, RESULT):
        if path not in files:
            raise Refused([at_file(f"{name}:{path}", words.NO_BUNDLE())])
    try:
        rerun = decoded(files[RERUN], Rerun)
    except NotRead as error:
        raise Refused([at_file(f"{name}:{RERUN}", words.NOT_WHAT_WAS_ASKED(error=error.why))]) from None
    wrong = list(_mismatches(rerun, files))
    if wrong:
        raise Refused([at_file(f"{name}:{path}", said) for path, said in wrong])
    return rerun


def _mismatches(rerun: Rerun, files: Mapping[str, bytes]) -> Iterator[tuple[str, Bilingual]]:
    """Return where the bundle contradicts its `rerun.json`, and the files in it that `rerun.json` does not name."""
    every = (
        *rerun.case,
        *rerun.policies,
        *(file for layer in rerun.knowledge for file in layer),
        *rerun.exceptions,
        *rerun.captures,
    )
    stated = [*((file.at, file.sha256) for file in every if file.at), (RESULT, rerun.result)]
    stated += [(f"data/program/{given.path}", given.sha256) for given in rerun.program]
    for path, digest in stated:
        if path not in files:
            yield path, words.MISSING_NAMED(listing=RERUN)
        elif sha256(files[path]).hexdigest() != digest:
            yield path, words.OTHER_FILE(listing=RERUN)
    named = {RERUN, *(path for path, _ in stated), *TAGS}
    yield from ((path, words.THERE_UNNAMED(listing=RERUN)) for path in sorted(set(files) - named))
    try:
        made = decoded(files[RESULT], _Made)
    except NotRead:
        yield RERUN, words.OTHER_VERSION()
        return
    if made.tool.version != rerun.version:
        yield RERUN, words.OTHER_VERSION()
    payload = {path: data for path, data in files.items() if path.startswith(PAYLOAD)}
    about = _about(rerun.version, made.case.id, rerun.today)
    for path, data in ((DECLARED, DECLARATION), (INFORMATION, informing(about, payload))):
        if files.get(path) != data:
            yield path, words.NOT_OF_BUNDLE()


def _about(version: str, case: str, today: str) -> dict[str, str]:
    """Give what bag-info.txt tells: the program, the case, and the day on which exceptions had to hold."""
    about = {"Bag-Software-Agent": f"auditor {version}", "External-Identifier": case}
    return {**about, "Bagging-Date": today} if today else about


def _sources(rerun: Rerun, files: Mapping[str, bytes], found: Mapping[str, bytes]) -> Sources:
    def unpacked(packed: Sequence[Packed]) -> list[File]:
        return [(file.path, files[file.at] if file.at else found[file.sha256]) for file in packed]

    return Sources(
        case=unpacked(rerun.case),
        policies=unpacked(rerun.policies),
        knowledge=[unpacked(layer) for layer in rerun.knowledge],
        exceptions=unpacked(rerun.exceptions),
        earlier=rerun.earlier,
    )
