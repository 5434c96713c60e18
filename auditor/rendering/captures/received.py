"""Who got what in captures, as words: one row for each recipient, page and state, for the page, spreadsheets and other renderings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from auditor.model.result.captures import ReceivedLine
from auditor.model.result.document import Result
from auditor.rendering.words import Say, pick, printable
from auditor.text import captures as capture_texts
from auditor.text import received as words


class Received(Struct, frozen=True, kw_only=True):
    """One row: who got what, from which page, in which state, how it travelled, how it stands to what is declared, where it is seen."""

    organisation: str
    domain: str
    page: str
    capture: str
    state: str
    requests: str
    first: str
    data: str
    inferred: str
    cookies: str
    transport: str
    standing: str
    controlled_by: str
    known: str
    pointer: str

    @property
    def cells(self) -> list[str]:
        """The row as the cells below `heads`."""
        return [getattr(self, name) for name in self.__struct_fields__]


def rows(result: Result, say: Say) -> list[Received]:
    """Give who got what in the captures of a result, and then whom a notice declares and no capture shows."""
    if result.captures is None:
        return []
    return [*(row(result, line, say) for line in result.captures.received), *_unseen(result, say)]


def row(result: Result, line: ReceivedLine, say: Say) -> Received:
    """Give what one recipient got, in words."""
    return Received(
        organisation=who(result, line, say),
        domain=line.domain,
        page=named(result, line.page, say),
        capture=line.capture,
        state=say(words.STATES[line.state]),
        requests=count(line, say),
        first=first(line, say),
        data=", ".join(named(result, f"data.{each}", say) for each in line.data) or "—",
        inferred=", ".join(say(capture_texts.KINDS[kind]) for kind in line.inferred) or "—",
        cookies=cookies(line, say),
        transport=say(words.TRAVELLED[line.transport]),
        standing=say(words.STANDINGS[line.standing]),
        controlled_by=", ".join(named(result, each, say) for each in line.controlled_by) or "—",
        known=say.word(line.operator_known) if line.organisation else "—",
        pointer=line.pointer,
    )


def who(result: Result, line: ReceivedLine, say: Say) -> str:
    """Name who operates a host; where nobody says, that it is unknown, and the brand where a list gives one."""
    if line.organisation:
        return named(result, line.organisation, say)
    if line.brand:
        return say(words.BRAND, name=printable(line.brand))
    return say(words.CLOAKED if line.cloaking else words.NOBODY)


def named(result: Result, identity: str, say: Say) -> str:
    """Give the name of an id."""
    known = result.names.get(identity)
    return printable(identity if known is None else pick(known, say.lang))


def count(line: ReceivedLine, say: Say) -> str:
    """Give how many requests were sent, and how many attempted only."""
    if line.attempted:
        return say(words.SENT_AND_ATTEMPTED, sent=line.sent, attempted=line.attempted)
    return str(line.sent)


def first(line: ReceivedLine, say: Say) -> str:
    """Give when a recipient was first called: seconds from the start, else the position of the entry."""
    if line.offset is None:
        return say(words.ENTRY, number=line.first)
    return seconds(line.offset, say)


def cookies(line: ReceivedLine, say: Say) -> str:
    """Give how many cookies were sent and set; what is not seen is not said to be absent."""
    if not line.cookies_sent and not line.cookies_set:
        return "—"
    return say(words.COOKIES, sent=len(line.cookies_sent), set=len(line.cookies_set))


def seconds(milliseconds: int, say: Say) -> str:
    """Give a span of time in seconds, to a tenth."""
    text = f"{milliseconds / 1000:.1f}"
    return say(words.SECONDS, count=text.replace(".", ",") if say.lang == "fr" else text)


def _unseen(result: Result, say: Say) -> Iterator[Received]:
    for line in result.recipients:
        if line.observed == "declared-not-observed":
            blank = dict.fromkeys(Received.__struct_fields__, "—")
            told = {
                "organisation": named(result, line.recipient, say),
                "standing": say(words.STANDINGS["declared-not-observed"]),
            }
            yield Received(**{**blank, **told})


def heads(say: Say) -> Sequence[str]:
    """Give the names of the columns."""
    return [say(words.HEADS[name]) for name in Received.__struct_fields__]
