"""`paragraf import`: what is asked for, what came of it, and the status that the command ends with."""

import dataclasses
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from paragraf.importing import terminal
from paragraf.importing.batch import import_all
from paragraf.importing.outcomes import Outcome, Status
from paragraf.importing.sources import Sources, find_sources


def import_command(arguments: Sequence[Path], target: Path, *, replace: bool, body: str = "", as_json: bool) -> int:
    """Import files and folders; print what came of them. 0: all is well; 1: something was not imported."""
    sources = find_sources(arguments)
    errors = Console(stderr=True, soft_wrap=True, highlight=False)
    _tell_sources(errors, sources)
    if not sources.files:
        errors.print("[red]Fel[/]: Där finns ingen fil att importera.")
        return 1
    ask = not (replace or as_json) and is_interactive()
    with terminal.Bar(len(sources.files)) as bar:

        def read(question: str) -> str:
            bar.stop()
            return str(click.prompt(question, err=True))

        choose = terminal.asker(errors, read) if ask else None
        found = import_all(sources.files, target, replace_edited=replace, body=body, accounts=as_json, choose=choose)
        outcomes = list(_told(found, bar, as_json=as_json))
    if not as_json:
        _print(outcomes, errors)
    return int(any(one.failed for one in outcomes))


def is_interactive() -> bool:
    """Whether somebody sits at the terminal who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _told(found: Iterable[Outcome], bar: terminal.Bar, *, as_json: bool) -> Iterator[Outcome]:
    """The outcomes as they come, without their accounts: those have been printed, and are as long as the files."""
    counts = dict.fromkeys(Status, 0)
    if as_json:
        click.echo('{"files": [')
    for place, one in enumerate(found):
        counts[one.status] += 1
        bar.done(one.source.name)
        if as_json:
            comma = ",\n" if place else ""
            click.echo(comma + json.dumps(one.as_json(), ensure_ascii=False, indent=1), nl=False)
        yield dataclasses.replace(one, rows=())
    if as_json:
        summary = {str(status): count for status, count in counts.items() if count}
        click.echo(f'\n], "summary": {json.dumps(summary, ensure_ascii=False)}}}')


def _tell_sources(errors: Console, sources: Sources) -> None:
    if sources.repeated:
        errors.print(f"Nämnda mer än en gång, läses en gång: {escape(terminal.described(sources.repeated))}.")
    if sources.passed_by:
        what = "fil" if sources.passed_by == 1 else "filer"
        errors.print(f"{sources.passed_by} {what} av andra slag i mapparna hoppas över.")


def _print(outcomes: Sequence[Outcome], errors: Console) -> None:
    several = len(outcomes) > 1
    for one in outcomes:
        for conflict in one.conflicts:
            terminal.print_difference(errors, conflict)
        # What is to be looked at in each of many files stands in its report.
        for problem in one.problems if one.failed or not several else ():
            terminal.print_problem(errors, problem)
        if not several:
            terminal.print_outcome(Console(soft_wrap=True, highlight=False), one)
    if several:
        terminal.print_table(terminal.standard_output(), outcomes)
