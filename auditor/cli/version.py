"""`auditor version`: program and state of knowledge."""

from __future__ import annotations


def run() -> None:
    """Print the version of the program and the state of its knowledge."""
    from auditor import __version__
    from auditor.api.read import knowledge_base

    print(f"auditor {__version__}, knowledge as of {knowledge_base().as_of}")
