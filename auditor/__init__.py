"""Data-flow privacy audit: who sends which personal data where, held against dated law, with proof.

The library: `read` a case, `assess` it, `render` the result; `graph_of` gives its network. docs/python.md shows how.
Each name is imported when it is first used, so `import auditor` alone loads nothing else.
"""

from __future__ import annotations

from auditor.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from auditor.api.library import assess, graph_of, read, render
    from auditor.api.request import Request
    from auditor.errors import AuditorError
    from auditor.model.result.document import Result
    from auditor.model.result.findings import Finding

__all__ = [
    "AuditorError",
    "Finding",
    "Request",
    "Result",
    "__version__",
    "assess",
    "graph_of",
    "read",
    "render",
]

#: The module that holds each name.
_MODULES = {
    "AuditorError": "auditor.errors",
    "Finding": "auditor.model.result.findings",
    "Request": "auditor.api.request",
    "Result": "auditor.model.result.document",
    "assess": "auditor.api.library",
    "graph_of": "auditor.api.library",
    "read": "auditor.api.library",
    "render": "auditor.api.library",
}


def __getattr__(name: str) -> object:
    """Import the module that holds `name` and return what it names there. Raises AttributeError."""
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = globals()[name] = getattr(import_module(module), name)
    return found


def __dir__() -> list[str]:
    """Return the names of the library, whether imported yet or not."""
    return sorted({*globals(), *__all__})
