"""What captures show, as text or as json."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from auditor.model.bilingual import Bilingual
from auditor.model.capture import Capture
from auditor.rendering.captures.columns import WIDE, cut
from auditor.rendering.captures.received import seconds
from auditor.rendering.captures.view import Shown, ThirdParty, shown
from auditor.rendering.json import as_json
from auditor.rendering.markup import safe
from auditor.rendering.words import Say, speaker
from auditor.text import captures as words

#: How many hosts are named in a line.
MOST_NAMED: Final = 12


def render_captures(captures: Sequence[Capture], form: str, lang: str) -> bytes:
    """Give captures as text, or as json: one as an object, several under `captures`."""
    views = [shown(capture) for capture in captures]
    if form == "json":
        return as_json(views[0] if len(views) == 1 else {"captures": views})
    say = speaker(lang)
    texts = ("\n".join(map(safe, _lines(view, say))) for view in views)
    return ("\n\n".join(texts) + "\n").encode()


def _lines(view: Shown, say: Say) -> Iterator[str]:
    for file in view.files:
        kind = say(words.KINDS_OF_FILE[file.kind])
        yield say(words.FILE, name=file.name, kind=kind, bytes=file.bytes, sha=file.sha256)
        if file.replaced:
            yield f"  {say(words.REPLACED, count=file.replaced)}"
    producer = f"{view.producer} {view.version}".strip() or say(words.UNNAMED)
    span = say(words.SPAN, start=view.started, end=view.ended or view.started) if view.started else ""
    yield say(words.MADE_BY, producer=producer, span=span or say(words.NO_TIME))
    yield from _place(view, say)
    if view.slow:
        yield say(words.SLOW)
    if view.cut is not None:
        yield say(words.CUT, count=view.cut) if view.cut else say(words.CUT_FIRST)
    third = sum(each.requests for each in view.third_parties)
    yield say(
        words.COUNTS,
        requests=view.requests,
        entries=view.entries,
        first=view.requests_first_party,
        third=third,
        domains=len(view.third_parties),
        attempted=view.attempted,
        failed=view.failed,
        insecure=view.insecure,
    )
    if not view.requests and not view.noise:
        yield say(words.NOTHING_READABLE)
    if view.third_parties:
        yield say(words.ATTRIBUTED, share=view.attributed, known=view.attributed_by_knowledge)
        yield ""
        yield from _table(view, say)
        yield ""
        yield say(words.INFERRED, date=view.parameters_as_of)
    yield from _after(view, say)


def _place(view: Shown, say: Say) -> Iterator[str]:
    if view.place == "application":
        names = [page.application for page in view.pages if page.application]
        yield say(words.APPLICATIONS, names=_few(names)) if names else say(words.APPLICATION_UNNAMED)
        return
    if view.sites:
        by = next((page.by for page in view.pages if page.sites), "given")
        yield say(words.SITE, sites=", ".join(view.sites), by=say(words.BY[by]))
        return
    yield say(words.NO_SITE)
    told = [
        say(words.CANDIDATE, site=each.site, requests=each.requests, referred=each.referred)
        for each in view.candidates
    ]
    if told:
        yield say(words.CANDIDATES, sites=", ".join(told))


def _table(view: Shown, say: Say) -> Iterator[str]:
    heads = (
        words.DOMAIN, words.WHO, words.REQUESTS, words.FIRST_AT, words.TRANSPORT, words.COOKIES, words.CARRIES,
    )  # fmt: skip
    rows = [[say(head) for head in heads], *(_row(view, each, say) for each in view.third_parties)]
    widths = [min(max(len(row[n]) for row in rows), WIDE) for n in range(len(heads))]
    for row in rows:
        cells = [
            cell.rjust(width) if n in (2, 3) else cut(cell, width).ljust(width)
            for n, (cell, width) in enumerate(zip(row[:-1], widths, strict=False))
        ]
        yield "  ".join([*cells, row[-1]]).rstrip()


def _row(view: Shown, third: ThirdParty, say: Say) -> list[str]:
    clear = third.insecure
    transport = say(words.IN_CLEAR, count=clear) if clear else say(words.ENCRYPTED)
    if "transport" in view.cannot_show:
        transport = say(words.NOT_TOLD)
    cookies = say(words.COOKIE_COUNTS, sent=len(third.cookies_sent), set=len(third.cookies_set))
    kinds = [say(words.KINDS[kind]) for kind in third.kinds]
    notes = [say(words.ATTEMPTED)] if not third.sent else []
    notes += [say(words.OWN_DOING)] if third.browser == third.requests else []
    return [
        third.domain,
        _who(third, say),
        str(third.requests),
        "" if third.first_at is None else seconds(third.first_at, say),
        transport,
        cookies
        if third.cookies_sent or third.cookies_set
        else "–"
        if view.cookies_recorded
        else say(words.NOT_TOLD),
        ", ".join([*notes, *kinds]),
    ]


def _who(third: ThirdParty, say: Say) -> str:
    operator = third.operator
    if operator is None:
        return say(words.UNKNOWN)
    name = say(words.BRAND, name=operator.name) if operator.layer == "brands" else operator.name
    if not third.customers:
        return name
    if operator.customer:
        return say(words.CUSTOMER_CALLED, brand=operator.customer, name=name)
    return say(words.CUSTOMER_OF, name=name)


def _few(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMED
    return ", ".join(names[:MOST_NAMED]) + (f", … (+{more})" if more > 0 else "")


def _after(view: Shown, say: Say) -> Iterator[str]:
    unknown = list(
        dict.fromkeys(
            host.host for each in view.third_parties for host in each.hosts if host.operator is None
        )
    )
    if unknown:
        yield say(words.UNATTRIBUTED, count=len(unknown), hosts=_few(unknown))
    cloaked = [(each.host, why) for each in view.first_parties for why in each.cloaking]
    if cloaked:
        yield say(words.CLOAKED)
        for host, why in cloaked:
            yield f"  {say(words.CLOAKED_BY[why.by], host=host, other=why.host)}"
    browser: dict[str, int] = dict(view.noise)
    for third in view.third_parties:
        for each in third.hosts:
            for noise, count in each.noise.items():
                browser[noise] = browser.get(noise, 0) + count
    if browser:
        yield say(words.NOISE, parts=_counted(browser, words.NOISES, say))
    if view.skipped:
        yield say(words.SKIPPED, parts=_counted(view.skipped, words.REASONS, say))
    if view.cannot_show:
        yield say(words.CANNOT_SHOW)
        yield from (f"  {say(words.BLIND[blind])}" for blind in view.cannot_show)


def _counted(counts: Mapping[str, int], names: Mapping[str, Bilingual], say: Say) -> str:
    parts: Iterable[str] = (
        say(words.COUNTED, what=say(names[name]), count=count) for name, count in sorted(counts.items())
    )
    return ", ".join(parts)
