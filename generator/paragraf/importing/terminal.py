"""An import as it is seen in a terminal: progress, differences, questions, what came of each file."""

import difflib
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from paragraf.importing.document import Conflict
from paragraf.importing.outcomes import Outcome, Status
from paragraf.model import DRAFT_WORDS
from paragraf.problems import Problem, Severity

_PLAIN_WIDTH = 200
"""Columns where nobody looks at it in a window: a log, a file."""
_COLOURS = {
    Status.IMPORTED: "green",
    Status.UNCHANGED: "dim",
    Status.ATTACHED: "green",
    Status.TRAY: "yellow",
    Status.CONFLICT: "yellow",
    Status.FAILED: "red",
}
_COUNTED = {
    Status.IMPORTED: ("importerad", "importerade"),
    Status.UNCHANGED: ("redan importerad", "redan importerade"),
    Status.ATTACHED: ("lagd som bilaga", "lagda som bilagor"),
    Status.TRAY: ("oplacerad", "oplacerade"),
    Status.CONFLICT: ("ändrad för hand och inte importerad", "ändrade för hand och inte importerade"),
    Status.FAILED: ("inte importerad", "inte importerade"),
}
"""Of one file, and of several."""
_GRAVITY = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}
_ANSWERS = {
    **dict.fromkeys(("j", "ja", "y"), "j"),
    **dict.fromkeys(("n", "nej"), "n"),
    **dict.fromkeys(("a", "alla"), "a"),
    **dict.fromkeys(("i", "inga"), "i"),
}
_QUESTION = "Ska dokumentets text ersätta filen? ja, nej, alla, inga"
_CONTEXT = 2
_MANY = 15
"""Notes of one kind that are shown when there are several files."""


class Bar:
    """A bar of progress on standard error, while that is a terminal and there are several files."""

    def __init__(self, files: int) -> None:
        console = Console(stderr=True)
        columns = (TextColumn("Importerar"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        shown = console.is_terminal and files > 1
        self._progress = Progress(
            *columns, TextColumn("{task.fields[name]}"), console=console, transient=True, disable=not shown
        )
        self._task = self._progress.add_task("", total=files, name="")

    def __enter__(self) -> "Bar":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def done(self, name: str) -> None:
        """A file is done."""
        self._progress.update(self._task, advance=1, name=escape(name))

    def stop(self) -> None:
        """Take the bar away, since something else is to be read."""
        self._progress.stop()


def print_difference(console: Console, conflict: Conflict) -> None:
    """What an edited file says and what the document says, line by line."""
    console.print(f"\n[bold]{escape(conflict.path)}[/] är ändrad för hand, och dokumentet säger nu något annat.")
    if conflict.now is None or conflict.new is None:
        what = "Filen är borttagen i mappen." if conflict.now is None and conflict.new else "Filen är inte text."
        console.print(f"  {what}")
        return
    console.print("  [red]- som filen är nu[/]   [green]+ som dokumentet har det[/]")
    rows = difflib.unified_diff(conflict.now.split("\n"), conflict.new.split("\n"), lineterm="", n=_CONTEXT)
    for row in list(rows)[2:]:
        if row.startswith("@@"):
            first = row.split()[1].lstrip("-").partition(",")[0]
            console.print(f"  [dim]rad {first}[/]")
        else:
            colour = {"-": "red", "+": "green"}.get(row[:1], "dim")
            console.print(f"  [{colour}]{escape(row[:1])} {escape(row[1:])}[/]")


def asker(console: Console, read: Callable[[str], str]) -> Callable[[Conflict], bool]:
    """Asks of each file; "alla" and "inga" are the answer to those that follow too. `read` reads an answer."""
    settled: list[bool] = []

    def ask(conflict: Conflict) -> bool:
        if settled:
            return settled[0]
        print_difference(console, conflict)
        while (answer := _ANSWERS.get(read(_QUESTION).strip().casefold())) is None:
            console.print("Svara j, n, a eller i.")
        if answer in "ai":
            settled.append(answer == "a")
        return answer in "ja"

    return ask


def print_problem(console: Console, problem: Problem) -> None:
    """A problem on a line: place, gravity, code, words."""
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    hint = f" [dim]{escape(problem.suggestion)}[/]" if problem.suggestion else ""
    console.print(
        f"[bold]{escape(printable(place))}[/]: [{_GRAVITY[problem.severity]}]{problem.severity}[/] "
        f"\\[{escape(problem.code)}] {escape(printable(problem.message))}{hint}"
    )


def printable(text: str) -> str:
    """Text on one line: a file's name may hold line ends and signs that steer a terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def print_outcome(console: Console, one: Outcome) -> None:
    """What came of one file, for its secretary."""
    if one.status is Status.IMPORTED:
        _print_imported(console, one)
    elif one.status is Status.UNCHANGED and not one.problems:
        console.print(
            f"{escape(printable(one.source.name))} är redan importerad till {escape(str(one.folder))}. Inget är ändrat."
        )
    elif one.status in (Status.ATTACHED, Status.TRAY):
        console.print(f"{escape(printable(one.source.name))}: {escape(one.problems[0].message)}")


def _print_imported(console: Console, one: Outcome) -> None:
    words = ("punkt", "punkter") if one.kind in ("kallelse", "tillägg") else ("paragraf", "paragrafer")
    items = _many(one.items, *words)
    tray = f", {_many(one.tray, 'oplacerat', 'oplacerade')} dokument" if one.tray else ""
    console.print(
        f"[bold]{escape(str(one.folder))}[/]: {one.kind} för {escape(one.body)} {one.date}, "
        f"{items}, {_many(one.attachments, 'bilaga', 'bilagor')}{tray}."
    )
    shares = ", ".join(f"{place} {share} %" for place, (_, share) in one.shares.items())
    console.print(f"{one.lines} rader, {one.accounted} % redovisade: {shares}.")
    for found, page in one.leftovers:
        place = f"sida {page}, rad {found.line}" if page else f"rad {found.line}"
        console.print(f"[red]Får inte bli offentligt[/]: {found.kind} på {place}: {escape(found.text)}")
    for path in one.kept:
        console.print(f"Står kvar som den är ändrad för hand: {escape(path)}")
    doubts = f"{_many(len(one.problems), 'ställe', 'ställen')} att granska, se ovan."
    told = doubts if one.problems else "Inget var osäkert."
    console.print(f"{told} Läs import-rapport.md där innan du tar bort ”utkast: {DRAFT_WORDS[one.draft]}”.")


def _many(count: int, one: str, several: str) -> str:
    return f"{count} {one if count == 1 else several}"


def print_table(console: Console, outcomes: Sequence[Outcome]) -> None:
    """All files of a batch, a row each, and how many went how."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name, right in (("Fil", 0), ("Slag", 0), ("Organ", 0), ("Datum", 0), ("Ärenden", 1), ("Redovisat", 1)):
        table.add_column(name, justify="right" if right else "left", no_wrap=name == "Datum", overflow="fold")
    table.add_column("Att granska", justify="right")
    table.add_column("Får ej publiceras", justify="right")
    table.add_column("Utfall")
    for one in outcomes:
        done = one.status is Status.IMPORTED
        table.add_row(
            escape(printable(one.source.name)),
            one.kind,
            escape(one.body),
            one.date,
            str(one.items) if done else "",
            f"{one.accounted} %" if done else "",
            str(len(one.problems)) if done else "",
            str(len(one.leftovers)) if done and one.leftovers else "",
            f"[{_COLOURS[one.status]}]{one.status}[/]",
        )
    console.print(table)
    counts = {status: sum(one.status is status for one in outcomes) for status in Status}
    told = ", ".join(_many(count, *_COUNTED[status]) for status, count in counts.items() if count)
    console.print(f"\n{_many(len(outcomes), 'fil', 'filer')}: {told}.")
    folders = sorted({str(one.folder) for one in outcomes if one.status is Status.IMPORTED and one.folder})
    if folders:
        shown, more = folders[:_MANY], len(folders) - _MANY
        rest = f" och {more} till" if more > 0 else ""
        console.print(f"Läs import-rapport.md innan du tar bort ”utkast” i {escape(', '.join(shown))}{rest}.")


def standard_output() -> Console:
    """Where outcomes are printed: as wide as the window, or wide enough for a table where there is none."""
    console = Console(soft_wrap=False, highlight=False)
    if not console.is_terminal:
        console = Console(soft_wrap=False, highlight=False, width=_PLAIN_WIDTH)
    return console


def described(paths: Sequence[Path]) -> str:
    """Names of some files, the first ones of many."""
    names = ", ".join(printable(path.name) for path in paths[:_MANY])
    return names if len(paths) <= _MANY else f"{names} och {len(paths) - _MANY} till"
