"""The public folder is always the old site or the new one, whole: build beside it, then switch in one step.

Whatever happens before the step (a fault, a full disk, a killed process) leaves the old site as it was. What a killed
build left behind is cleared by the next one.
"""

import ctypes
import errno
import fcntl
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from paragraf.problems import why_not_written
from paragraf.publishing import manifest

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_USUAL = 0o777
"""Rights of a folder, before the umask."""


class StagingError(Exception):
    """The site cannot be switched; the message says in Swedish why and what to do. The old site is untouched."""


class Switch(StrEnum):
    """How the new site came in place."""

    CREATED = "ny mapp"
    LINKED = "bytt länk"
    EXCHANGED = "utbytt mapp"


@dataclass(frozen=True, kw_only=True, slots=True)
class SwitchResult:
    """What a switch did."""

    how: Switch
    unused: Path | None = None
    """A folder that the link pointed to before and that we did not make: it is left for its owner to remove."""


@contextmanager
def staging(site: Path, *, draft: bool = False) -> Iterator[Path]:
    """An empty folder beside `site` to build in; one build at a time.

    Everything that would stop the switch later is asked for here, before any work is done. Afterwards the folder is
    gone, unless `switch` made it the site.
    Raises StagingError (another build is running, the folder is not ours, it cannot be switched in one step).
    """
    site = _absolute(site)
    with _lock(site):
        _clear(site)
        check(site, draft=draft)
        new = _beside(site)
        _make(new)
        try:
            yield new
        finally:
            _clear(site)


def check(site: Path, *, draft: bool = False) -> None:
    """Raise StagingError if a new site must not, or cannot, take the place of what lies at `site`."""
    site = _absolute(site)
    if not site.exists():
        return
    if Path.cwd().is_relative_to(site.resolve()):
        raise StagingError(f"Du står i {site}, som ska bytas ut. Gå till en annan mapp och försök igen.")
    if not site.is_dir():
        raise StagingError(f"{site} är en fil. Ange en mapp för webbplatsen.")
    if site.is_mount():
        raise StagingError(f"{site} är en monterad volym och kan inte bytas ut. Ange en mapp i den: {site / 'site'}")
    old = manifest.read(site)
    if old is None and any(site.iterdir()):
        raise StagingError(
            f"{site} är inte en webbplats som Paragraf har byggt ({manifest.MANIFEST} saknas), så den skrivs inte "
            "över. Ange en annan mapp, eller töm den först."
        )
    if draft and old is not None and not old.draft:
        raise StagingError(
            f"{site} är publicerad. Ett utkast visar sådant som inte är offentligt och får inte läggas där. "
            "Ange en annan mapp."
        )
    if old is not None and not site.is_symlink():
        _try_exchange(site)


def switch(new: Path, site: Path) -> SwitchResult:
    """Put the finished tree `new`, made by `staging`, in the place of `site` in one step.

    Raises StagingError when it cannot be done; `site` is then as it was.
    """
    site = _absolute(site)
    if manifest.read(new) is None:
        raise StagingError(f"Den nya webbplatsen är inte hel: {manifest.MANIFEST} saknas. {site} är orörd.")
    new.chmod(site.stat().st_mode if site.exists() else _USUAL & ~_umask())
    if site.is_symlink():
        before = site.resolve()
        link = _beside(site)
        link.symlink_to(new.name, target_is_directory=True)
        link.replace(site)
        ours = before.parent == site.parent and before.name.startswith(_prefix(site))
        return SwitchResult(how=Switch.LINKED, unused=None if ours or not before.exists() else before)
    if not site.exists() or not any(site.iterdir()):
        new.rename(site)
        return SwitchResult(how=Switch.CREATED)
    try:
        _exchange(new, site)
    except OSError as error:
        raise _cannot_exchange(site, error) from error
    return SwitchResult(how=Switch.EXCHANGED)


def _absolute(site: Path) -> Path:
    """The path without `..` and a closing slash; a link stays a link. Raises StagingError where there is no folder."""
    try:
        Path.cwd()
    except FileNotFoundError as error:
        raise StagingError("Mappen som du står i finns inte längre. Gå till en annan mapp och försök igen.") from error
    return Path(os.path.abspath(site))  # noqa: PTH100 - resolve() would follow the link that we want to replace


def _prefix(site: Path) -> str:
    return f".{site.name}.ny-"


def _beside(site: Path) -> Path:
    return site.parent / f"{_prefix(site)}{secrets.token_hex(4)}"


def _clear(site: Path) -> None:
    """Remove what builds have left beside the site: all with our prefix, save what the site's link leads to."""
    in_use = site.resolve()
    for path in site.parent.iterdir():
        if not path.name.startswith(_prefix(site)):
            continue
        if path.is_symlink():
            path.unlink(missing_ok=True)
        elif path.resolve() != in_use:
            shutil.rmtree(path, ignore_errors=True)


@contextmanager
def _lock(site: Path) -> Iterator[None]:
    """Hold the site's lock file; the system lets go of it even when the process is killed."""
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        lock = (site.parent / f".{site.name}.lock").open("a")
    except OSError as error:
        raise _cannot_write(site.parent, error) from error
    with lock as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StagingError(f"Ett annat bygge av {site} pågår. Vänta tills det är klart och försök igen.") from error
        yield


def _make(folder: Path) -> None:
    try:
        # Closed to everybody else: what is not verified may lie in a folder that a web server shows.
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise _cannot_write(folder.parent, error) from error


def _umask() -> int:
    umask = os.umask(0)
    os.umask(umask)
    return umask


def _try_exchange(site: Path) -> None:
    """Exchange two empty folders beside the site, and find out before a long build whether the step can be done."""
    first, second = _beside(site), _beside(site)
    _make(first)
    _make(second)
    try:
        _exchange(first, second)
    except OSError as error:
        raise _cannot_exchange(site, error) from error
    finally:
        first.rmdir()
        second.rmdir()


def _exchange(first: Path, second: Path) -> None:
    """Let two folders change places in one step (Linux renameat2). Raises OSError where that cannot be done."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    if renameat2(_AT_FDCWD, os.fsencode(first), _AT_FDCWD, os.fsencode(second), _RENAME_EXCHANGE) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(second))


def _cannot_write(folder: Path, error: OSError) -> StagingError:
    return StagingError(f"Det går inte att skriva i {folder}: {why_not_written(error)}.")


def _cannot_exchange(site: Path, error: OSError) -> StagingError:
    old = site.with_name(f"{site.name}.gammal")
    return StagingError(
        f"{site} kan inte bytas i ett steg i det här filsystemet ({why_not_written(error)}), så den är orörd. "
        f"Gör mappen till en länk och bygg igen:\n  mv {site} {old}\n  ln -s {old.name} {site}"
    )
