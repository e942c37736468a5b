"""`python -m paragraf.opendata FOLDER` writes the schemas of the open data."""

import sys
from pathlib import Path

from paragraf.opendata.schemas import schema_files

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for name, data in schema_files().items():
    (folder / name).write_bytes(data)
