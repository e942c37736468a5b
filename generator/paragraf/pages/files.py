"""Put the site's files in place."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from paragraf.pages.page import SiteFile


def write_files(files: Iterable[SiteFile], folder: Path) -> None:
    """Write or copy each file below `folder`; raises OSError when one cannot be read or written."""
    for file in files:
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(file.content, bytes):
            target.write_bytes(file.content)
        else:
            shutil.copyfile(file.content, target)
