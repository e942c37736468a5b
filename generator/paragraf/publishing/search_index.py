"""The search index over a finished site: Pagefind's, brought into an order that is the same in every run.

Pagefind writes filters, their values and the sort keys in random order and names its files by content, so that a new
index differs from the last one though nothing has changed. Its files are gzip of a signature and CBOR. Layout (1.5):

    filter/*.pf_filter   [name, [[value, [page, …]], …]]
    *.pf_meta            [version, pages, words, [[filter name, file], …], [[sort key, pages], …], fields]
    pagefind-entry.json  names the pf_meta file of each language
"""

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import zlib
from pathlib import Path
from typing import Any

import cbor2
import pagefind_bin

FOLDER = "pagefind"
_LANGUAGE = "sv"
_GZIP = b"\x1f\x8b"
_SIGNATURE = b"pagefind_dcd"


class SearchIndexError(Exception):
    """The index could not be made; the message says in Swedish what Pagefind answered."""


def index(site: Path) -> None:
    """Index the pages of a finished site into its folder `pagefind`; raises SearchIndexError."""
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    _run(site)
    _ensure_whole(folder)
    _put_in_order(folder)


def _run(site: Path) -> None:
    # Pagefind also obeys variables and a pagefind.yml where it stands: neither may change what we publish.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    program = str(pagefind_bin.get_executable())
    options = ["--site", ".", "--output-subdir", FOLDER, "--force-language", _LANGUAGE, "--silent"]
    done = subprocess.run([program, *options], cwd=site, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0 or not (site / FOLDER / "pagefind-entry.json").is_file():
        answer = (done.stderr or done.stdout).strip() or f"status {done.returncode}"
        raise SearchIndexError(f"Sökregistret gick inte att göra. Pagefind svarade: {answer}")


def _ensure_whole(folder: Path) -> None:
    """Pagefind says that all is well also when the disk is full: its files are then empty, or cut."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = file.read_bytes()
        try:
            whole = bool(gzip.decompress(data) if data.startswith(_GZIP) else data)
        except (OSError, EOFError, zlib.error):
            whole = False
        if not whole:
            raise SearchIndexError(f"Sökregistret blev inte helt: {file.name} är avhuggen. Är disken full?")
    if not shutil.disk_usage(folder).free:
        raise SearchIndexError("Sökregistret blev kanske inte helt: disken är full.")


def _put_in_order(folder: Path) -> None:
    """Sort what comes in random order and name the files by their new content, from the leaves up."""
    renamed: dict[str, str] = {}
    for file in sorted(folder.glob("filter/*.pf_filter")):
        name, values = _decode(file)
        data = cbor2.dumps([name, sorted(values)])
        renamed[file.stem] = f"{_LANGUAGE}_{_digest(data)[:7]}"
        file.unlink()
        _encode(file.with_stem(renamed[file.stem]), data)
    entry = folder / "pagefind-entry.json"
    languages = json.loads(entry.read_text("utf-8"))
    for language in languages["languages"].values():
        file = folder / f"pagefind.{language['hash']}.pf_meta"
        version, pages, words, filters, sorts, *fields = _decode(file)
        filters = sorted([name, renamed[hashed]] for name, hashed in filters)
        data = cbor2.dumps([version, pages, words, filters, sorted(sorts), *fields])
        language["hash"] = f"{_LANGUAGE}_{_digest(data)[:10]}"
        file.unlink()
        _encode(folder / f"pagefind.{language['hash']}.pf_meta", data)
    entry.write_text(json.dumps(languages, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _decode(file: Path) -> Any:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise SearchIndexError(f"{file.name} har en form som är okänd för den här versionen av Paragraf.")
    return cbor2.loads(data.removeprefix(_SIGNATURE))


def _encode(file: Path, data: bytes) -> None:
    file.write_bytes(gzip.compress(_SIGNATURE + data, mtime=0))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
