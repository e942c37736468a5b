"""From the public archive to pages: one small module per page kind, all of them pure functions."""

from paragraf.pages.files import ChangedFileError, write_files
from paragraf.pages.page import Page, Site, SiteFile
from paragraf.pages.site import KINDS, site

__all__ = ["KINDS", "ChangedFileError", "Page", "Site", "SiteFile", "site", "write_files"]
