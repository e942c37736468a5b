"""What the public archive amounts to, in figures: activity, delays, attendance, and what is missing.

Pure functions of the public archive, so nothing private is counted. Each says exactly what it counts.
"""

from paragraf.figures.activity import Activity, activity, held, outcomes, total
from paragraf.figures.coverage import (
    Documents,
    Hole,
    Shelf,
    documents,
    holes,
    past,
    shelves,
    without_agenda,
    without_minutes,
)
from paragraf.figures.delays import Delay, Spread, delays, spread
from paragraf.figures.presence import Presence, presence

__all__ = [
    "Activity",
    "Delay",
    "Documents",
    "Hole",
    "Presence",
    "Shelf",
    "Spread",
    "activity",
    "delays",
    "documents",
    "held",
    "holes",
    "outcomes",
    "past",
    "presence",
    "shelves",
    "spread",
    "total",
    "without_agenda",
    "without_minutes",
]
