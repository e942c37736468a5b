"""Where the theme lies: in the installed package, or beside it in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
THEME = next(folder for folder in (_PACKAGE / "theme", _PACKAGE.parent.parent / "theme") if folder.is_dir())
"""Folder of the templates; assets/paragraf/ in it holds what pages fetch."""
