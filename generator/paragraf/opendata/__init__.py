"""The same facts as the pages show, for programs: JSON with schemas, CSV, Popolo and a catalogue (DCAT-AP-SE)."""

from paragraf.opendata.files import data_files

__all__ = ["data_files"]
