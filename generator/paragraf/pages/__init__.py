"""From the public archive to pages: one small module per page kind, all of them pure functions."""

from paragraf.pages.page import Page, Site, SiteFile, Unresolved

__all__ = ["Page", "Site", "SiteFile", "Unresolved"]
