"""The model as text files: the inverse of reading."""

from paragraf.writing.folder import write_folder, write_meeting
from paragraf.writing.meeting import attachment_text, facts_text, meeting_files
from paragraf.writing.new import new_meeting
from paragraf.writing.organisation import organisation_text

__all__ = [
    "attachment_text",
    "facts_text",
    "meeting_files",
    "new_meeting",
    "organisation_text",
    "write_folder",
    "write_meeting",
]
