"""Keep the catalogue: gather the texts of templates and words, merge them into fr.po, compile fr.mo.

    python docs/locales.py

Nothing in the files depends on the day or the machine. What has no translation yet is listed, and the command fails.
"""

from __future__ import annotations

import io
import struct
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from auditor.rendering.knowledge_words import CONTEXT, ENTRY_WORDS
from auditor.rendering.words import WORDS

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = ROOT / "auditor" / "rendering" / "html"
FOLDER = ROOT / "auditor" / "locales" / "fr" / "LC_MESSAGES"
CHARSET = "Content-Type: text/plain; charset=utf-8\n"
HEAD = "# French catalogue of auditor. English texts are the keys; `make locales` gathers them.\n"


def template() -> Catalog:
    """Give every text in use, in order of file and place."""
    found = Catalog(charset="utf-8", fuzzy=False)
    for key, text in WORDS.items():
        found.add(text, locations=[(f"words:{key}", 0)])
    for key, text in ENTRY_WORDS.items():
        found.add(text, locations=[(f"knowledge:{key}", 0)], context=CONTEXT)
    for file in sorted(TEMPLATES.glob("*.j2")):
        with file.open("rb") as stream:
            for _, function, message, _ in babel_extract(stream, ("_", "gettext"), (), {"silent": "false"}):
                del function
                found.add(
                    message if isinstance(message, str) else str(message[0]), locations=[(file.name, 0)]
                )
    return found


def merged() -> Catalog:
    """Give the French catalogue brought up to date; texts no longer in use are dropped."""
    with (FOLDER / "auditor.po").open("rb") as stream:
        catalogue = read_po(stream, locale="fr")
    catalogue.update(template(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    for message in catalogue:
        message.flags.discard("python-format")
        message.flags.discard("python-brace-format")
    return catalogue


def po(catalogue: Catalog) -> bytes:
    """Give the catalogue as text without dates."""
    stream = io.BytesIO()
    write_po(stream, catalogue, width=120, omit_header=True, include_lineno=False, sort_output=False)
    entries = stream.getvalue().decode()
    head = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    return (
        HEAD + head + '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n' + entries.strip() + "\n"
    ).encode()


def mo(text: bytes) -> bytes:
    """Give the compiled catalogue of `text`, in GNU's format, without the dates and versions that Babel would put in."""
    pairs = {
        f"{message.context}\4{message.id}" if message.context else message.id: message.string
        for message in read_po(io.BytesIO(text), locale="fr")
        if message.id and message.string
    }
    pairs[""] = CHARSET
    entries = [(key.encode(), value.encode()) for key, value in sorted(pairs.items())]
    count = len(entries)
    at = 28 + 16 * count
    tables: list[list[int]] = [[], []]
    data = b""
    for side in (0, 1):
        for entry in entries:
            tables[side] += [len(entry[side]), at + len(data)]
            data += entry[side] + b"\0"
    header = (0x950412DE, 0, count, 28, 28 + 8 * count, 0, at)
    return struct.pack(f"<{7 + 4 * count}I", *header, *tables[0], *tables[1]) + data


def main() -> int:
    """Write both files; give 1 where a text has no translation."""
    text = po(merged())
    (FOLDER / "auditor.po").write_bytes(text)
    (FOLDER / "auditor.mo").write_bytes(mo(text))
    missing = [message.id for message in read_po(io.BytesIO(text)) if message.id and not message.string]
    for wanted in missing:
        print(f"not translated: {wanted!r}", file=sys.stderr)
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main())
