"""`auditor version`: program and state of knowledge."""

from __future__ import annotations


def run() -> None:
    """Print the version of the program and the state of its knowledge."""
    from auditor.api.read import knowledge_base
    from auditor.version import __version__

    print(f"auditor {__version__}, knowledge as of {knowledge_base().as_of}")
