"""What lets people follow without an account: Atom feeds, calendars, and the index of what is new."""

from paragraf.feeds.files import feed_files

__all__ = ["feed_files"]
