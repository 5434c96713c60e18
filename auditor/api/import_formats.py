"""The formats that are imported, and which of them a document is, by its content."""

from __future__ import annotations

from typing import Final

from auditor.errors import Refused, UsageRefused, at_file
from auditor.loading.importing import formats
from auditor.loading.importing.format import Document, ImportFormat
from auditor.rendering.registry import Registry
from auditor.text.grammar import listed
from auditor.text.problems import importing as words

FORMATS: Final[Registry[ImportFormat]] = Registry(
    formats.__name__, str(formats.__file__), "FORMAT", "NO_FORMAT"
)
#: What stands for whichever format the content is of.
AUTO: Final = "auto"
#: What stands for a capture, which another door reads.
CAPTURE: Final = "capture"


class NotRecognised(Refused):
    """A document that is of no format."""


def recognised(document: Document, name: str) -> ImportFormat:
    """Give the format called `name`, which the content must not contradict, or the one that the content is most surely of.

    Raises NotRecognised where it is of none, Refused where it is of another, UsageRefused where it may as well be of several.
    """
    if name != AUTO:
        form = FORMATS.load(name)
        if not form.recognises(document):
            message = words.CONTRADICTED(title=form.title, looked=form.looked_for)
            others = [FORMATS.load(each) for each in FORMATS.names() if each != name]
            alike = [other for other in others if other.recognises(document)]
            hint = (
                words.IS_ONE_OF(titles=listed(other.title for other in alike))
                if alike
                else form.helps(document)
            )
            raise Refused([at_file(document.name, message, hint)])
        return form
    loaded = {each: FORMATS.load(each) for each in FORMATS.names()}
    sure = {each: form.recognises(document) for each, form in loaded.items()}
    found = {each: form for each, form in loaded.items() if 0 < sure[each] == max(sure.values())}
    if len(found) > 1:
        raise UsageRefused(words.SEVERAL_FORMATS(names=", ".join(found)), words.NAME_FORMAT())
    if not found:
        looked = listed(form.looked_for for form in loaded.values())
        hint = next((hint for form in loaded.values() if (hint := form.helps(document))), None)
        raise NotRecognised([at_file(document.name, words.NOT_RECOGNISED(looked=looked), hint)])
    return next(iter(found.values()))
