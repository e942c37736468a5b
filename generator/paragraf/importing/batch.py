"""Many files at once: in parallel, each on its own, resumed where a killed run stopped."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from pathlib import Path

from paragraf.importing.companions import ATTACHABLE, attach
from paragraf.importing.document import Conflict, Request
from paragraf.importing.outcomes import Outcome, Status
from paragraf.importing.pipeline import import_file
from paragraf.importing.place import IS_SERIAL, held, sweep
from paragraf.importing.records import imported
from paragraf.importing.sources import first_of_each
from paragraf.problems import problem

_FILES_A_PROCESS = 100
"""A process is renewed after so many files, so that memory does not grow with their number."""


class Here(Executor):
    """Runs what it is given at once, in this process."""

    def submit(self, function, /, *arguments, **options):  # type: ignore[no-untyped-def]
        """The result, already there."""
        future: Future[object] = Future()
        try:
            future.set_result(function(*arguments, **options))
        except Exception as error:
            future.set_exception(error)
        return future


def processes(files: int) -> Executor:
    """Processes for so many files: as many as the machine has cores, and none for a single file."""
    workers = min(os.cpu_count() or 1, files)
    if workers < 2 or IS_SERIAL:
        return Here()
    return ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_ignore_interrupts,
        max_tasks_per_child=_FILES_A_PROCESS,
    )


def import_all(
    files: Sequence[Path],
    target: Path,
    *,
    replace_edited: bool = False,
    body: str = "",
    accounts: bool = False,
    executor: Callable[[int], Executor] = processes,
    choose: Callable[[Conflict], bool] | None = None,
) -> Iterator[Outcome]:
    """Import every file; give what came of each as it is known, files that only are attachments last.

    A file whose bytes have been imported is passed by and told, unless `replace_edited`. `body`: the code or name of
    the one that they all are of, whatever they tell. `executor` makes what runs them, given how many there are.
    `choose` is asked in this process about files that have been edited by hand, after all others are done.
    `accounts`: with where every line went.
    """
    _clear(target)
    wanted, done = [], []
    for path, same, is_file in first_of_each(files, {} if replace_edited else imported(target)):
        if same is None:
            wanted.append(path)
        else:
            done.append(_passed_by(path, same, is_file))
    yield from done
    folders = {one.folder for one in done if one.folder}
    waiting: list[Outcome] = []
    requests = [Request(source=path, target=target, replace=replace_edited, body=body) for path in wanted]
    for outcome in _in_parallel(requests, accounts, executor):
        if outcome.folder:
            folders.add(outcome.folder)
        if _is_attachable(outcome) or (outcome.status is Status.CONFLICT and choose):
            waiting.append(outcome)
        else:
            yield outcome
    for outcome in waiting:
        if outcome.status is Status.CONFLICT:
            request = Request(source=outcome.source, target=target, body=body, choose=choose)
            yield (found := import_file(request, accounts))
            folders |= {found.folder} if found.folder else set()
    for outcome in waiting:
        if outcome.status is not Status.CONFLICT:
            yield attach(outcome, sorted(folders), target)


def _in_parallel(requests: Sequence[Request], accounts: bool, executor: Callable[[int], Executor]) -> Iterator[Outcome]:
    """In the order of the requests. When a process dies, what had not come back is run again, one at a time."""
    pool = executor(len(requests))
    try:
        futures = [(request, _submitted(pool, request, accounts)) for request in requests]
        for request, future in futures:
            try:
                outcome = future.result()
            except BrokenExecutor:
                outcome = _alone(request, accounts, executor)
            yield outcome
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submitted(pool: Executor, request: Request, accounts: bool) -> Future[Outcome]:
    """What will come of a request, also when the processes have died before it was asked for."""
    try:
        return pool.submit(import_file, request, accounts)
    except BrokenExecutor as error:
        future: Future[Outcome] = Future()
        future.set_exception(error)
        return future


def _alone(request: Request, accounts: bool, executor: Callable[[int], Executor]) -> Outcome:
    """In a process of its own, whose death is the fault of this file."""
    with executor(2) as pool:
        try:
            return pool.submit(import_file, request, accounts).result()
        except BrokenExecutor:
            message = "Programmet dog när filen lästes: den tar för mycket minne. Inget av den är skrivet."
            found = problem("för-tung-fil", str(request.source), 0, message)
            return Outcome(source=request.source, status=Status.FAILED, problems=(found,))


def _is_attachable(outcome: Outcome) -> bool:
    return outcome.status is Status.FAILED and any(one.code in ATTACHABLE for one in outcome.problems)


def _passed_by(path: Path, same: Path, is_file: bool) -> Outcome:
    what = f"Filen har samma innehåll som {same}." if is_file else f"Filen är redan importerad till {same}."
    note = problem("redan-importerad", str(path), 0, what)
    return Outcome(source=path, status=Status.UNCHANGED, folder=None if is_file else same, problems=(note,))


def _clear(target: Path) -> None:
    """Take away what a killed run left behind."""
    if target.is_dir():
        with held(target):
            for body in sorted(path for path in target.iterdir() if path.is_dir() and not path.is_symlink()):
                sweep(body)


def _ignore_interrupts() -> None:
    """The parent ends its processes: they are not to print each their own interruption."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
