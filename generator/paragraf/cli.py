"""The command `paragraf`: build, serve, check, show, pdf, import, new."""

import json
import sys
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from paragraf import __version__, building, importing, writing
from paragraf.adapters import mkdocs
from paragraf.archive import build as build_archive
from paragraf.checks import run as run_checks
from paragraf.command_line import Address, Content, Day, Folder, Number, Stop, Swedish, refuse_taken
from paragraf.ids import ParagraphNumber
from paragraf.importing.command import import_command
from paragraf.pages import ChangedFileError
from paragraf.printing import Kind, MissingLibraryError, Order, OrderError, on_demand
from paragraf.problems import Problem, Severity, did_you_mean, why_not_written
from paragraf.publishing import addresses
from paragraf.publishing.search_index import SearchIndexError
from paragraf.publishing.staging import StagingError
from paragraf.reading import read_content, read_meeting
from paragraf.show import meeting_as_json

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_UNTOUCHED = "Ingenting är ändrat: den gamla webbplatsen ligger kvar."


_FOLDER = Folder()
_CONTENT = Content()

content_option = click.option(
    "--content", type=_CONTENT, default=Path("content"), show_default=True, help="Mappen med organisation.yml."
)
date_option = click.option(
    "--date",
    "day",
    type=Day(),
    help="Bygg som det såg ut den dagen (ÅÅÅÅ-MM-DD); annars i dag.",
)
draft_option = click.option("--utkast", "draft", is_flag=True, help="Visa allt, märkt som utkast.")


@click.group(cls=Swedish, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="paragraf")
def main() -> None:
    """Publicera kallelser, protokoll, beslut och ärenden som en webbplats."""


@main.command(short_help="Bygg webbplatsen och byt ut den gamla i ett steg.")
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
        raise Stop(f"Det gick inte att skriva{place}: {why_not_written(error)}. {_UNTOUCHED}") from error
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
@click.option("--adress", "address", type=Address(), default="127.0.0.1:8000", show_default=True, help="Värd och port.")
def serve(content: Path, day: date | None, draft: bool, address: str) -> None:
    """Förhandsvisa och bygg om när en fil ändras."""
    refuse_taken(address)
    click.echo("Läser innehållet och gör sidorna. Det tar en stund.", err=True)
    mkdocs.serve(content, day=day, draft=draft, address=address)


@main.command()
@click.argument("folder", type=_CONTENT, default=Path("content"), metavar="[MAPP]")
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


@main.command(short_help="Gör en kallelse, ett protokoll eller ett utdrag till PDF.")
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
        raise Stop(f"Det gick inte att skriva {error.filename}: {why_not_written(error)}.") from error
    click.echo(f"Skrev {target}.")


@main.command("import", short_help="Läs kallelser och protokoll (PDF, Word, text).")
@click.argument("files", type=click.Path(path_type=Path), metavar="FIL…", nargs=-1, required=True)
@click.option("--till", "target", type=Content(may_be_new=True), required=True, help="Innehållsmappen; får vara tom.")
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
    bodies = read.organisation.bodies
    found = read.organisation.find_body(body, day)
    if found is None:
        codes = ", ".join(one.code for one in bodies) or "inga"
        near = did_you_mean(body, [name for one in bodies for name in (one.code, one.name)])
        advice = f" {near}" if near else ""
        raise Stop(f"Organet ”{body}” finns inte i {content}/organisation.yml. Där finns: {codes}.{advice}")
    try:
        folder = writing.new_meeting(found, day, content)
    except FileExistsError as error:
        raise Stop(f"{error.filename} finns redan.") from error
    except OSError as error:
        raise Stop(f"Det gick inte att skriva i {content}: {why_not_written(error)}. Ingenting är skrivet.") from error
    click.echo(f"Skrev {folder}. Börja i mote.yml; ”utkast: ja” håller allt privat tills du tar bort raden.")
    if not found.members_on(day):
        click.echo(f"Ingen står som kallad: organisation.yml har ingen med mandat i {found.code} den {day}.")


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
