"""Problems: what is wrong, where, and what to do. Data that is returned, never printed or raised here."""

import errno
import os
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum

from paragraf.vocabulary.problem_codes import CODES

_REFUSALS = {
    errno.ENOENT: "mappen finns inte",
    errno.EEXIST: "där ligger redan något annat",
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "utrymmet som du har fått är slut",
    errno.EACCES: "rättigheterna tillåter det inte",
    errno.EPERM: "rättigheterna tillåter det inte",
    errno.EROFS: "disken är skrivskyddad",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.ENOTDIR: "en del av sökvägen är en fil",
    errno.EISDIR: "det är en mapp",
    errno.EIO: "disken svarade med fel",
    errno.ELOOP: "sökvägen är en länk som leder tillbaka till sig själv",
    errno.EBUSY: "den används av något annat",
    errno.EXDEV: "mapparna ligger på olika diskar",
    errno.ENOSYS: "det stöds inte",
    errno.EINVAL: "det stöds inte",
}


class Severity(StrEnum):
    """How grave a problem is. Only errors stop a publication."""

    ERROR = "fel"
    WARNING = "varning"
    INFO = "upplysning"


@dataclass(frozen=True, order=True, kw_only=True, slots=True)
class Problem:
    """One thing that an author has to know. Sorts by file, line and code."""

    path: str
    """File, relative to the content folder, with forward slashes."""
    line: int
    """Line in the file, from 1; 0 when the problem is the file or folder as a whole."""
    code: str
    """Stable word that a waiver (Undantag) can name: okänt-faktum."""
    message: str
    """Swedish: what was found and what was expected."""
    severity: Severity = Severity.ERROR
    suggestion: str = ""
    """Swedish: what to write instead, or nothing."""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        hint = f" {self.suggestion}" if self.suggestion else ""
        return f"{place}: {self.severity} [{self.code}] {self.message}{hint}"

    def as_json(self) -> dict[str, str | int]:
        """The form that `paragraf check --json` prints."""
        return {
            "code": self.code,
            "severity": str(self.severity),
            "path": self.path,
            "line": self.line,
            "message": self.message,
            "suggestion": self.suggestion,
        }


def problem(code: str, path: str, line: int, message: str, suggestion: str = "") -> Problem:
    """A problem as grave as its code says; raises KeyError for a code that vocabulary.problem_codes does not have."""
    severity = Severity(CODES[code].severity)
    return Problem(path=path, line=line, code=code, message=message, severity=severity, suggestion=suggestion)


def did_you_mean(found: str, known: Iterable[str]) -> str:
    """A Swedish suggestion of the nearest known word, or an empty string when none is near."""
    by_lower = {word.lower(): word for word in known}
    near = get_close_matches(found.lower(), by_lower, n=1, cutoff=0.6)
    return f"Menade du ”{by_lower[near[0]]}”?" if near else ""


def why_not_written(error: OSError) -> str:
    """Why something could not be written, in Swedish where the words are known; to follow a colon."""
    return _REFUSALS.get(error.errno or 0) or os.strerror(error.errno or 0)
