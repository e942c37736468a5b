"""manifest.json: what a finished site consists of, so that anyone can see that it is whole and unchanged."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"


@dataclass(frozen=True, kw_only=True, slots=True)
class FileSum:
    """Checksum and size of one file."""

    sha256: str
    size: int
    """Bytes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Manifest:
    """What a site was built with, and every file of it."""

    version: str
    """Version of Paragraf."""
    date: str
    """The day that the site shows, YYYY-MM-DD: what is public follows from it."""
    draft: bool
    """Built with --utkast: shows what is not public."""
    files: Mapping[str, FileSum] = field(default_factory=dict)
    """Path relative to the site folder -> checksum; the manifest itself is not listed."""


def write(site: Path, *, version: str, date: str, draft: bool) -> Manifest:
    """Sum every file of a finished site and write its manifest. The same files give the same bytes.

    Raises ValueError on a symbolic link: a site consists of plain files.
    """
    files = {path.relative_to(site).as_posix(): path for path in _files(site)}
    sums = {name: _sum(files[name]) for name in sorted(files)}
    manifest = Manifest(version=version, date=date, draft=draft, files=sums)
    data = {
        "version": version,
        "date": date,
        "draft": draft,
        "files": {name: {"sha256": file.sha256, "size": file.size} for name, file in sums.items()},
    }
    (site / MANIFEST).write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return manifest


def read(site: Path) -> Manifest | None:
    """The manifest of a site folder; None when there is none, or one that is not ours."""
    try:
        data: Any = json.loads((site / MANIFEST).read_text("utf-8"))
        sums = {name: FileSum(sha256=file["sha256"], size=file["size"]) for name, file in data["files"].items()}
        return Manifest(version=data["version"], date=data["date"], draft=data["draft"], files=sums)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def verify(site: Path) -> tuple[str, ...]:
    """What differs between a site folder and its manifest, as Swedish sentences; empty when the site is whole."""
    manifest = read(site)
    if manifest is None:
        return (f"{MANIFEST} saknas eller går inte att läsa",)
    found = {path.relative_to(site).as_posix(): path for path in _files(site)}
    missing = [f"{name} saknas" for name in manifest.files.keys() - found.keys()]
    unknown = [f"{name} står inte i {MANIFEST}" for name in found.keys() - manifest.files.keys()]
    both = manifest.files.keys() & found.keys()
    changed = [f"{name} har ändrats" for name in both if _sum(found[name]) != manifest.files[name]]
    return tuple(sorted(missing + unknown + changed))


def _files(site: Path) -> Iterator[Path]:
    for path in site.rglob("*"):
        if path.is_symlink():
            raise ValueError(f"{path} är en länk; en webbplats består av vanliga filer")
        if path.is_file() and path != site / MANIFEST:
            yield path


def _sum(path: Path) -> FileSum:
    with path.open("rb") as file:
        return FileSum(sha256=hashlib.file_digest(file, "sha256").hexdigest(), size=path.stat().st_size)
