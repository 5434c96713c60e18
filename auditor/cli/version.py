"""`auditor version`: program and state of knowledge."""

from __future__ import annotations

from auditor.cli.options import Lang, LangOption


def run(*, lang: LangOption = Lang.en) -> None:
    """Print the version of the program and the state of its knowledge."""
    from auditor.api.read import knowledge_base
    from auditor.text.command_line import VERSION
    from auditor.version import __version__

    print(VERSION.said(lang.value, version=__version__, date=knowledge_base().as_of))
