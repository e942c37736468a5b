"""Folders compared by their bytes."""

from pathlib import Path


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder: path from there -> bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
