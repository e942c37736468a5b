"""Folders as a model: strict reading that collects every problem and never raises."""

from paragraf.reading.content import Content, read_content
from paragraf.reading.meeting import read_meeting
from paragraf.reading.organisation import read_organisation

__all__ = ["Content", "read_content", "read_meeting", "read_organisation"]
