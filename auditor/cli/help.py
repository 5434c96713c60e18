"""Help in the language asked for: what a command is, its arguments and its options, from the texts of the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from typer.core import TyperCommand, TyperGroup

from auditor.cli.language import language_of
from auditor.text import command_line as words
from auditor.text import commands
from auditor.text.parameters import PARAMETERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer._click import Context, HelpFormatter
    from typer._click.core import Parameter

    from auditor.text.problems.template import Template

#: How the reader of arguments begins what it tells of an option after its help.
BY_VARIABLE: Final = "env var: "
BY_DEFAULT: Final = "default: "
REQUIRED: Final = "required"


class Command(TyperCommand):
    """A command whose help is in the language asked for."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help of the command."""
        help_ = _Help(str(ctx.info_name), ctx, formatter)
        help_.head(self.collect_usage_pieces(ctx), commands.COMMANDS[help_.command])
        help_.parameters(self.get_params(ctx))


class Group(TyperGroup):
    """The program, whose help lists the commands in the language asked for."""

    def format_help(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the help of the program."""
        help_ = _Help("", ctx, formatter)
        help_.head(self.collect_usage_pieces(ctx), words.PROGRAM)
        help_.parameters(self.get_params(ctx))
        rows = [(name, text.said(help_.lang)) for name, text in commands.COMMANDS.items()]
        help_.section(words.COMMANDS_HEADING, rows)


def text_of(command: str, parameter: str) -> Template:
    """Give the help of a parameter of a command. Raises KeyError where it has none."""
    own = f"{command}.{parameter}"
    return PARAMETERS[own if own in PARAMETERS else parameter]


def tell_shell(group: TyperGroup, lang: str) -> None:
    """Put the texts in `lang` on commands and parameters, where completion takes them from."""
    for name, command in group.commands.items():
        command.short_help = commands.COMMANDS[name].said(lang)
        for parameter in command.params:
            parameter.help = text_of(name, str(parameter.name)).said(lang)  # type: ignore[attr-defined]


class _Help:
    """The help of one command (of the program, where `command` is empty) as it is written."""

    def __init__(self, command: str, ctx: Context, formatter: HelpFormatter) -> None:
        self.command = command
        self.ctx = ctx
        self.formatter = formatter
        self.lang = language_of(ctx)

    def head(self, pieces: Sequence[str], text: Template) -> None:
        usage = " ".join(self._placeholders(piece) for piece in pieces)
        self.formatter.write_usage(self.ctx.command_path, usage, words.USAGE.said(self.lang))
        self.formatter.write_paragraph()
        with self.formatter.indentation():
            self.formatter.write_text(text.said(self.lang))

    def parameters(self, parameters: Sequence[Parameter]) -> None:
        for kind, title in (("argument", words.ARGUMENTS), ("option", words.OPTIONS)):
            rows = [self._row(each) for each in parameters if each.param_type_name == kind]
            self.section(title, rows)

    def section(self, title: Template, rows: Sequence[tuple[str, str]]) -> None:
        if rows:
            self.formatter.write_paragraph()
            self.formatter.write(f"{words.HEADING.said(self.lang, title=title.said(self.lang))}\n")
            with self.formatter.indentation():
                self.formatter.write_dl(rows)

    def _row(self, parameter: Parameter) -> tuple[str, str]:
        names, told = parameter.get_help_record(self.ctx) or ("", "")
        text = text_of(self.command, str(parameter.name)).said(self.lang)
        return self._placeholders(names), f"{text}{self._further(told)}"

    def _placeholders(self, names: str) -> str:
        """Give names as the reader of arguments writes them, with what stands for a value in the language asked for."""
        before, space, last = names.rpartition(" ")
        if names in words.PLACEHOLDERS:
            return words.PLACEHOLDERS[names].said(self.lang)
        return (
            f"{before}{space}{words.PLACEHOLDERS[last].said(self.lang)}"
            if last in words.PLACEHOLDERS
            else names
        )

    def _further(self, told: str) -> str:
        """Give what the reader of arguments tells of an option after its help: its variable, its default, whether it is required."""
        found: list[str] = []
        for part in filter(None, told.strip().removeprefix("[").removesuffix("]").split("; ")):
            if part.startswith(BY_VARIABLE):
                found.append(words.BY_VARIABLE.said(self.lang, name=part.removeprefix(BY_VARIABLE)))
            elif part.startswith(BY_DEFAULT):
                found.append(words.BY_DEFAULT.said(self.lang, value=part.removeprefix(BY_DEFAULT)))
            elif part == REQUIRED:
                found.append(words.REQUIRED.said(self.lang))
        return f"  [{words.PARTED.said(self.lang).join(found)}]" if found else ""
