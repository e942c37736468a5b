"""The command `paragraf`: build, serve, check, new, import, show."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import IO, Any

import click
from rich.console import Console
from rich.markup import escape

from paragraf import __version__, building, importing, writing
from paragraf.adapters import mkdocs
from paragraf.archive import build as build_archive
from paragraf.checks import run as run_checks
from paragraf.ids import ParagraphNumber
from paragraf.importing.command import import_command
from paragraf.pages import ChangedFileError
from paragraf.printing import Kind, MissingLibraryError, Order, OrderError, on_demand
from paragraf.problems import Problem, Severity, did_you_mean
from paragraf.publishing import addresses
from paragraf.publishing.search_index import SearchIndexError
from paragraf.publishing.staging import StagingError
from paragraf.reading import read_content, read_meeting, scalars
from paragraf.show import meeting_as_json

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_UNTOUCHED = "Ingenting är ändrat: den gamla webbplatsen ligger kvar."
_YEARS = range(1970, 2101)
"""Of --date: archives of the time hold no others."""


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


_FOLDER = Folder()

content_option = click.option(
    "--content", type=_FOLDER, default=Path("content"), show_default=True, help="Mappen med organisation.yml."
)
date_option = click.option(
    "--date",
    "day",
    type=Day(),
    help="Bygg som det såg ut den dagen (ÅÅÅÅ-MM-DD); annars i dag.",
)
draft_option = click.option("--utkast", "draft", is_flag=True, help="Visa allt, märkt som utkast.")


class Stop(click.ClickException):
    """Ends the command with status 1 and a message in Swedish."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message to standard error, as click does, without its English word."""
        click.echo(f"Fel: {self.format_message()}", file=file, err=True)


class Swedish(click.Group):
    """The command, with what is wrong on its line told in Swedish."""

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


@click.group(cls=Swedish, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="paragraf")
def main() -> None:
    """Publicera kallelser, protokoll, beslut och ärenden som en webbplats."""


@main.command()
@content_option
@click.option("--site", "site", type=_FOLDER, default=Path("site"), show_default=True, help="Den publika mappen.")
@date_option
@draft_option
def build(content: Path, site: Path, day: date | None, draft: bool) -> None:
    """Bygg webbplatsen vid sidan av den gamla, kontrollera den och byt i ett steg."""
    try:
        if day is None:
            building.ensure_clock(site, date.today())
        report = building.build(content, site, day or date.today(), draft=draft)
    except (StagingError, SearchIndexError, ChangedFileError, MissingLibraryError) as error:
        raise Stop(f"{error}\n{_UNTOUCHED}") from error
    except OSError as error:
        place = f" {error.filename}" if error.filename else ""
        raise Stop(f"Det gick inte att skriva{place}: {error.strerror}. {_UNTOUCHED}") from error
    _print_problems(report.problems)
    if not report.published:
        click.echo(_UNTOUCHED, err=True)
        sys.exit(1)
    click.echo(f"{report.pages} sidor ligger i {site}.")
    # What is said of a published site is that its addresses could not be remembered.
    sys.exit(any(problem.severity is Severity.ERROR for problem in report.problems))


@main.command()
@content_option
@date_option
@draft_option
@click.option("--adress", "address", default="127.0.0.1:8000", show_default=True, help="Värd och port.")
def serve(content: Path, day: date | None, draft: bool, address: str) -> None:
    """Förhandsvisa och bygg om när en fil ändras."""
    mkdocs.serve(content, day=day, draft=draft, address=address)


@main.command()
@click.argument("folder", type=_FOLDER, default=Path("content"), metavar="[MAPP]")
@click.option("--json", "as_json", is_flag=True, help="Skriv problemen som JSON.")
def check(folder: Path, as_json: bool) -> None:
    """Läs allt innehåll och berätta vad som är fel, med fil och rad."""
    read = read_content(folder)
    found = run_checks(build_archive(read.organisation, read.meetings), read.pages)
    problems = tuple(sorted({*read.problems, *addresses.read(folder)[1], *found}))
    if as_json:
        click.echo(json.dumps([problem.as_json() for problem in problems], ensure_ascii=False, indent=2))
    else:
        _print_problems(problems)
        paragraphs = sum(len(meeting.minutes.paragraphs) for meeting in read.meetings if meeting.minutes)
        click.echo(f"{len(read.meetings)} sammanträden och {paragraphs} paragrafer lästa. {_summary(problems)}")
    sys.exit(any(problem.severity is Severity.ERROR for problem in problems))


@main.command()
@click.argument("folder", type=_FOLDER, metavar="MAPP")
@click.option("--json", "as_json", is_flag=True, required=True, help="Skriv sammanträdet som JSON.")
def show(folder: Path, as_json: bool) -> None:
    """Visa ett sammanträde som data, också en mapp som ligger ensam."""
    meeting, problems = read_meeting(folder)
    if meeting is None:
        _print_problems(problems)
        sys.exit(1)
    found = (*problems, *importing.to_review(folder))
    click.echo(json.dumps(meeting_as_json(meeting, found), ensure_ascii=False, indent=2))


@main.command()
@click.argument("folder", type=_FOLDER, metavar="MAPP")
@click.option("--kallelse", "kind", flag_value=Kind.AGENDA, type=Kind, help="Kallelsen.")
@click.option("--protokoll", "kind", flag_value=Kind.MINUTES, type=Kind, help="Protokollet; det vanliga om det finns.")
@click.option("--utdrag", "number", type=Number(), help="Ett protokollsutdrag av paragrafen med det numret.")
@click.option("--till", "target", type=click.Path(path_type=Path), metavar="FIL", help="Filen; utan den ges ett namn.")
@date_option
@draft_option
def pdf(
    folder: Path, kind: Kind | None, number: ParagraphNumber | None, target: Path | None, day: date | None, draft: bool
) -> None:
    """Gör en kallelse, ett protokoll eller ett protokollsutdrag till PDF."""
    if number and kind:
        raise Stop(f"--utdrag och --{kind} kan inte användas tillsammans.")
    kind = Kind.EXTRACT if number else kind
    try:
        order = Order(folder=folder, kind=kind, number=number, day=day or date.today(), draft=draft)
        name, data, problems = on_demand(order)
        _print_problems(problems)
        if not data:
            raise Stop("Dokumentet är inte gjort.")
        target = target or Path(name)
        with target.open("xb") as file:
            file.write(data)
    except (OrderError, MissingLibraryError, ChangedFileError) as error:
        raise Stop(str(error)) from error
    except FileExistsError as error:
        raise Stop(f"{error.filename} finns redan. Ange en annan fil med --till.") from error
    except OSError as error:
        raise Stop(f"Det gick inte att skriva {error.filename}: {error.strerror}.") from error
    click.echo(f"Skrev {target}.")


@main.command("import")
@click.argument("files", type=click.Path(path_type=Path), metavar="FIL…", nargs=-1, required=True)
@click.option("--till", "target", type=_FOLDER, required=True, help="Innehållsmappen; får vara tom.")
@click.option("--ersätt", "replace", is_flag=True, help="Låt dokumentens text ersätta det som är ändrat för hand.")
@click.option("--organ", "body", metavar="KOD", default="", help="Organet, när dokumenten inte säger det själva.")
@click.option("--json", "as_json", is_flag=True, help="Skriv vart varje rad tog vägen, som JSON.")
def import_(files: tuple[Path, ...], target: Path, replace: bool, body: str, as_json: bool) -> None:
    """Läs kallelser och protokoll (PDF, Word, text) och skriv en mapp för varje sammanträde.

    FIL är filer eller mappar. En fil som varken är kallelse eller protokoll blir en bilaga till det sammanträde som
    läses in tillsammans med den. Det som är ändrat för hand skrivs inte över.
    """
    sys.exit(import_command(files, target, replace=replace, body=body, as_json=as_json))


@main.command()
@click.argument("body", metavar="ORGAN")
@click.argument("day", type=Day(), metavar="DATUM")
@content_option
def new(body: str, day: date, content: Path) -> None:
    """Lägg upp ett nytt sammanträde att fylla i."""
    read = read_content(content)
    found = read.organisation.find_body(body, day)
    if found is None:
        codes = ", ".join(one.code for one in read.organisation.bodies) or "inga"
        raise Stop(f"Organet ”{body}” finns inte i {content}/organisation.yml. Där finns: {codes}.")
    try:
        folder = writing.new_meeting(found, day, content)
    except FileExistsError as error:
        raise Stop(f"{error.filename} finns redan.") from error
    click.echo(f"Skrev {folder}. Börja i mote.yml; ”utkast: ja” håller allt privat tills du tar bort raden.")


def _print_problems(problems: tuple[Problem, ...]) -> None:
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    for problem in problems:
        place = f"{problem.path}:{problem.line}" if problem.line else problem.path
        colour = _COLOURS[problem.severity]
        hint = f" [dim]{escape(problem.suggestion)}[/]" if problem.suggestion else ""
        console.print(
            f"[bold]{escape(place)}[/]: [{colour}]{problem.severity}[/] \\[{escape(problem.code)}] "
            f"{escape(problem.message)}{hint}"
        )


def _summary(problems: tuple[Problem, ...]) -> str:
    counts = {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
    if not any(counts.values()):
        return "Inga problem."
    plural = {Severity.ERROR: "fel", Severity.WARNING: "varningar", Severity.INFO: "upplysningar"}
    return ", ".join(f"{n} {plural[s] if n != 1 else s}" for s, n in counts.items() if n) + "."
