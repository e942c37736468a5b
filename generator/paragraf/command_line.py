"""What the commands are made of: values, help and errors of a command line, in Swedish."""

import errno
import socket
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import IO, Any

import click

from paragraf.ids import ParagraphNumber
from paragraf.problems import did_you_mean
from paragraf.reading import scalars

_YEARS = range(1970, 2101)
"""Of --date: archives of the time hold no others."""
_PORTS = range(1, 65536)
_WORDS = {
    "Usage: ": "Användning: ",
    "Options": "Flaggor",
    "Commands": "Kommandon",
    "[OPTIONS]": "[FLAGGOR]",
    "COMMAND [ARGS]...": "KOMMANDO …",
    "Show the version and exit.": "Visa versionen.",
    "Show this message and exit.": "Visa den här hjälpen.",
    "[default: ": "[annars: ",
    "[required]": "[måste anges]",
}
"""What click says by itself -> the same in Swedish."""


class Formatter(click.HelpFormatter):
    """Help in Swedish, also what click says by itself."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How a command is written."""
        super().write_usage(prog, _in_swedish(args), _in_swedish(prefix or "Usage: "))

    def write_heading(self, heading: str) -> None:
        """The heading of a list of commands or options."""
        super().write_heading(_in_swedish(heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Commands or options with what each does."""
        super().write_dl([(name, _in_swedish(about)) for name, about in rows], col_max, col_spacing)


def _in_swedish(text: str) -> str:
    for english, swedish in _WORDS.items():
        text = text.replace(english, swedish)
    return text


class Context(click.Context):
    """What a command runs in: its help is in Swedish."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help is in Swedish."""

    context_class = Context


class Day(click.ParamType[date]):
    """A day on the command line, as 2026-05-31."""

    name = "datum"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day; what cannot be one is told in Swedish."""
        try:
            day = scalars.day(value)
        except ValueError:
            self.fail(f"”{value}” är inget datum. Skriv som 2026-05-31.", param, ctx)
        if day.year not in _YEARS:
            self.fail(f"Året i ”{value}” ska ligga mellan {_YEARS[0]} och {_YEARS[-1]}.", param, ctx)
        return day


class Number(click.ParamType[ParagraphNumber]):
    """The number of a § on the command line, as 45 or 12a."""

    name = "nummer"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> ParagraphNumber:
        """Read the number; what cannot be one is told in Swedish."""
        try:
            return ParagraphNumber.parse(str(value).removeprefix("§"))
        except ValueError:
            self.fail(f"”{value}” är inget paragrafnummer. Skriv som 45 eller 12a.", param, ctx)


class Folder(click.ParamType[Path]):
    """A folder on the command line, there or not."""

    name = "mapp"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; a file is refused."""
        path = Path(value)
        if path.exists() and not path.is_dir():
            self.fail(f"{path} är en fil. Ange en mapp.", param, ctx)
        return path


class Content(Folder):
    """A folder of content on the command line. A body's or a meeting's folder within one is refused."""

    def __init__(self, *, may_be_new: bool = False) -> None:
        self._may_be_new = may_be_new

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; what is no folder of content is told, with the one that was meant where it is near."""
        path = super().convert(value, param, ctx)
        if not path.is_dir() and not self._may_be_new:
            where = f" i {Path.cwd()}" if not path.is_absolute() else ""
            self.fail(f"Mappen {path} finns inte{where}. Ange mappen som organisation.yml ligger i.", param, ctx)
        if whose := _part_of_content(path):
            near = next((one for one in path.absolute().parents if (one / "organisation.yml").is_file()), None)
            advice = f"Menade du ”{_shown(near)}”?" if near else "Ange mappen som organisation.yml ligger i."
            self.fail(f"{path} är mappen för ett {whose}, inte för hela innehållet. {advice}", param, ctx)
        return path


def _part_of_content(path: Path) -> str:
    """What a folder is the folder of, when it is a meeting's or a body's; else nothing."""
    if (path / "organisation.yml").is_file():
        return ""
    if (path / "mote.yml").is_file():
        return "sammanträde"
    return "organ" if path.is_dir() and any(path.glob("*/mote.yml")) else ""


def _shown(path: Path) -> Path:
    """A path as short as it can be said from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


class Address(click.ParamType[str]):
    """Host and port on the command line, as 127.0.0.1:8000."""

    name = "adress"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The address as it was written; what cannot be one is told in Swedish."""
        host, _, port = str(value).rpartition(":")
        if not host or not port.isdecimal() or int(port) not in _PORTS:
            self.fail(f"”{value}” är ingen adress. Skriv värd och port, som 127.0.0.1:8000.", param, ctx)
        return str(value)


def refuse_taken(address: str) -> None:
    """Raise Stop when nothing can be served at an address (host:port)."""
    host, _, port = address.rpartition(":")
    try:
        socket.create_server((host, int(port))).close()
    except OSError as error:
        free = f"{host}:{int(port) + 1}"
        why = "används redan, kanske av en annan förhandsvisning. Stäng den"
        if error.errno != errno.EADDRINUSE:
            why, free = "går inte att använda på den här datorn. Rätta den", "127.0.0.1:8000"
        raise Stop(f"Adressen {address} {why}, eller ange en annan: --adress {free}") from error


class Stop(click.ClickException):
    """Ends the command with status 1 and a message in Swedish."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message to standard error, as click does, without its English word."""
        click.echo(f"Fel: {self.format_message()}", file=file, err=True)


class Swedish(click.Group):
    """The command, with what is wrong on its line told in Swedish."""

    context_class = Context
    command_class = Command

    def main(self, *args: Any, **options: Any) -> Any:
        """Run the command as click does, errors apart."""
        try:
            status = super().main(*args, **{**options, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            sys.exit(1)
        except click.UsageError as error:
            advice = f" Se ”{error.ctx.command_path} --help”." if error.ctx else ""
            click.echo(f"Fel: {self.in_swedish(error)}{advice}", err=True)
            sys.exit(1)
        except click.ClickException as error:
            error.show()
            sys.exit(1)
        except click.Abort:
            sys.exit(130)
        sys.exit(status if isinstance(status, int) else 0)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names; an unknown one is told."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            known = f"Kommandon: {', '.join(self.commands)}."
            raise click.BadParameter(
                f"Kommandot ”{args[0]}” finns inte. {did_you_mean(args[0], self.commands) or known}"
            )
        return super().resolve_command(ctx, args)

    def in_swedish(self, error: click.UsageError) -> str:
        """What is wrong with the command line."""
        match error:
            case click.NoSuchOption():
                advice = did_you_mean(error.option_name, error.possibilities or ())
                return f"{error.option_name} finns inte. {advice}".strip()
            case click.MissingParameter(param=click.Parameter() as param):
                return f"{param.opts[0] if isinstance(param, click.Option) else param.human_readable_name} saknas."
            case click.BadParameter():
                return error.message
            case click.BadOptionUsage():
                return f"{error.option_name} saknar ett värde, eller har ett som inte ska stå där."
        return f"Raden går inte att förstå ({error.message.rstrip('.')})."
