"""Feeds and calendars, read by programs that are not ours: feedparser and icalendar."""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

import feedparser
import pytest
from icalendar import Calendar
from lxml import etree

from paragraf.compiling import compile_site

SITE = "https://moten.exempelby.example/"
ORGANISATION = f"""\
namn: Exempelby kommun
adress: {SITE}
registrator: registrator@exempelby.example
nummerserier:
  - mall: ÅÅ/ENHET/NR
organ:
  - kod: SAN
    namn: Socialnämnden
  - kod: SANAU
    namn: Socialnämndens arbetsutskott
    slag: utskott
    hör till: SAN
"""
CALLED = """\
organ: SAN
datum: 2023-04-26
kallelse:
  publicerad: 2023-04-19
  tid: 13.00–16.10
  plats: Gäddan, kommunhuset
"""
HELD = f"""{CALLED}justering:
  - paragrafer: 46
    justerat: 2023-04-26
    anslaget: 2023-04-27
  - paragrafer: övriga
    justerat: 2023-05-03
    anslaget: 2023-05-04
"""
AGENDA = {
    "kallelse/01-a.md": "# Punkt 1 Avgifter & <taxor>\n\nDiarienummer: 23/SAN/1\nTid: 13.10\n",
    "kallelse/02-b.md": "# Punkt 2 Yttrande\n\nDiarienummer: 23/SAN/2\nTillagd: 2023-04-24\n",
}
MINUTES = {
    "protokoll/045-a.md": "# § 45 Avgifter & <taxor>\n\nDiarienummer: 23/SAN/1\nRättelse: 2023-05-10, Kim: 15 -> 10\n\n"
    "## Beslut\nNämnden antar avgifterna.\n",
    "protokoll/046-b.md": "# § 46 Yttrande\n\nDiarienummer: 23/SAN/2\n\n## Beslut\nNämnden antar yttrandet.\n",
}
Files = Callable[..., dict[str, bytes]]


@pytest.fixture
def made(tmp_path: Path) -> Files:
    """A function: facts and items of meetings (folder -> facts, items) become the files of a day's site."""

    def files(
        meetings: dict[str, tuple[str, dict[str, str]]],
        day: date = date(2023, 6, 1),
        organisation: str = ORGANISATION,
        draft: bool = False,
    ) -> dict[str, bytes]:
        written = {"organisation.yml": organisation}
        for folder, (facts, items) in meetings.items():
            written[f"{folder}/mote.yml"] = facts
            written |= {f"{folder}/{path}": text for path, text in items.items()}
        for path, text in written.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        compiled = compile_site(tmp_path, day, draft=draft)
        assert [str(problem) for problem in compiled.errors] == []
        return {file.path: file.content for file in compiled.site.files if isinstance(file.content, bytes)}

    return files


def parsed(data: bytes) -> Any:
    """A feed as feedparser understands it."""
    feed = feedparser.parse(data)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def told(data: bytes) -> list[tuple[str, str]]:
    """Day and title of each entry of a feed."""
    return [(one.updated[:10], one.title.replace("\N{NO-BREAK SPACE}", " ")) for one in parsed(data).entries]


def events(data: bytes) -> list[Any]:
    """The events of a calendar as icalendar understands them."""
    calendar = Calendar.from_ical(data)
    assert calendar.errors == []
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/Stockholm"]
    return calendar.walk("VEVENT")


def test_a_feed_tells_everything_that_has_a_date(made: Files) -> None:
    files = made({"san/2023-04-26": (HELD, AGENDA | MINUTES)})
    assert told(files["nytt.xml"]) == [
        ("2023-05-10", "Rättelse: § 45 Avgifter & <taxor>"),
        ("2023-05-04", "Protokoll: Socialnämnden 26 april 2023, § 45"),
        ("2023-04-27", "Protokoll: Socialnämnden 26 april 2023, § 46"),
        ("2023-04-24", "Ny punkt: Yttrande"),
        ("2023-04-19", "Kallelse: Socialnämnden 26 april 2023"),
    ]
    assert told(files["san/nytt.xml"]) == told(files["nytt.xml"])
    assert told(files["sanau/nytt.xml"]) == []
    assert told(files["anslag/nytt.xml"]) == [
        ("2023-05-04", "Anslag: Socialnämnden 26 april 2023, § 45"),
        ("2023-04-27", "Anslag: Socialnämnden 26 april 2023, § 46"),
    ]
    assert told(files["arenden/23-san-1/nytt.xml"]) == [
        ("2023-05-10", "Rättelse: § 45 Avgifter & <taxor>"),
        ("2023-05-04", "Protokoll: § 45 Avgifter & <taxor>"),
        ("2023-04-19", "På dagordningen: Punkt 1 Avgifter & <taxor>"),
    ]


def test_an_entry_says_where_and_what(made: Files) -> None:
    feed = parsed(made({"san/2023-04-26": (HELD, AGENDA | MINUTES)})["nytt.xml"])
    assert feed.feed.title == "Nytt från Exempelby kommun"
    assert feed.feed.updated == "2023-05-10T00:00:00Z"
    assert {link.rel: link.href for link in feed.feed.links} == {"alternate": SITE, "self": f"{SITE}nytt.xml"}
    minutes = feed.entries[1]
    assert minutes.link == f"{SITE}san/2023-04-26/"
    assert minutes.author == "Socialnämnden"
    assert [tag.term for tag in minutes.tags] == ["protokoll"]
    assert minutes.summary == (
        "1 paragraf är publik. Anslaget 4 maj 2023. Tiden för laglighetsprövning går ut 25 maj 2023."
    )
    (content,) = minutes.content
    assert f'<a href="{SITE}san/2023-04-26/p45/">§ 45 Avgifter &amp; &lt;taxor&gt;</a> – Bifall' in content.value
    assert feed.entries[0].link == f"{SITE}san/2023-04-26/p45/"
    assert feed.entries[0].summary == "”15” är rättat till ”10”."


def test_feeds_hold_no_name_twice_and_keep_it_when_the_site_moves(made: Files) -> None:
    meetings = {"san/2023-04-26": (HELD, AGENDA | MINUTES)}
    here = made(meetings)
    there = made(meetings, organisation=ORGANISATION.replace(f"adress: {SITE}\n", ""))
    feeds = [path for path in here if path.endswith(".xml")]
    assert len(feeds) == 6
    for path in feeds:
        names = [parsed(files[path]).feed.id for files in (here, there)]
        names += [one.id for one in parsed(here[path]).entries]
        assert len(names) == len(set(names)) + 1
        assert all(name.startswith("urn:uuid:") for name in names)
        assert [one.id for one in parsed(here[path]).entries] == [one.id for one in parsed(there[path]).entries]


def test_without_an_address_links_count_from_the_feed(made: Files) -> None:
    files = made(
        {"san/2023-04-26": (HELD, AGENDA | MINUTES)}, organisation=ORGANISATION.replace(f"adress: {SITE}\n", "")
    )
    for path in [path for path in files if path.endswith(".xml")]:
        tree = etree.fromstring(files[path])
        links = [str(href) for href in tree.xpath("//@href")]
        assert not [href for href in links if "://" in href or href.startswith("/")]
        base = f"https://nagon.example/kommun/{path}"
        assert {urljoin(base, href).split("kommun/")[0] for href in links} <= {"https://nagon.example/"}
    case = parsed(files["arenden/23-san-1/nytt.xml"])
    assert case.entries[1].links[0].href == "../../san/2023-04-26/p45/"


def test_the_bytes_follow_no_clock(made: Files) -> None:
    meetings = {"san/2023-04-26": (HELD, AGENDA | MINUTES)}
    today, tomorrow = made(meetings), made(meetings, day=date(2023, 6, 2))
    same = [path for path in today if path.endswith((".xml", ".ics")) and path != "sanau/nytt.xml"]
    assert {path for path in same if today[path] != tomorrow[path]} == set()


def test_what_is_withdrawn_leaves_every_feed_and_calendar(made: Files) -> None:
    withdrawn = MINUTES["protokoll/045-a.md"].replace("Rättelse:", "Återkallad: 2023-05-20, fel\nRättelse:")
    files = made({"san/2023-04-26": (HELD, MINUTES | {"protokoll/045-a.md": withdrawn})})
    assert [path for path, data in files.items() if b"Avgifter" in data] == []
    assert "arenden/23-san-1/nytt.xml" not in files


def test_only_what_is_public_on_the_day_is_told(made: Files) -> None:
    files = made({"san/2023-04-26": (HELD, AGENDA | MINUTES)}, day=date(2023, 4, 20))
    assert told(files["nytt.xml"]) == [("2023-04-19", "Kallelse: Socialnämnden 26 april 2023")]
    assert [path for path, data in files.items() if b"Yttrande" in data] == []


def test_a_draft_says_so(made: Files) -> None:
    files = made({"san/2023-04-26": (HELD, AGENDA | MINUTES)}, draft=True)
    assert parsed(files["nytt.xml"]).feed.title == "Utkast – Nytt från Exempelby kommun"
    assert events(files["san/2023-04-26/mote.ics"])[0]["SUMMARY"] == "Utkast – Socialnämnden"


def test_a_meeting_in_the_calendar(made: Files) -> None:
    files = made({"san/2023-04-26": (CALLED, AGENDA)}, day=date(2023, 4, 25))
    (event,) = events(files["moten.ics"])
    stockholm = ZoneInfo("Europe/Stockholm")
    assert event.decoded("DTSTART") == datetime(2023, 4, 26, 13, tzinfo=stockholm)
    assert event.decoded("DTEND") == datetime(2023, 4, 26, 16, 10, tzinfo=stockholm)
    assert event.decoded("DTSTAMP").isoformat() == "2023-04-24T00:00:00+00:00"
    assert event["SEQUENCE"] == 5
    assert (event["STATUS"], event["SUMMARY"]) == ("CONFIRMED", "Socialnämnden")
    assert event["LOCATION"] == "Gäddan, kommunhuset"
    assert event["URL"] == f"{SITE}san/2023-04-26/"
    assert event["DESCRIPTION"].split("\n") == [
        "13.10 1. Avgifter & <taxor>",
        "2. Yttrande (tillagd 2023-04-24)",
        f"{SITE}san/2023-04-26/",
    ]
    assert [one["UID"] for path in ("san/moten.ics", "san/2023-04-26/mote.ics") for one in events(files[path])] == [
        event["UID"]
    ] * 2
    assert events(files["sanau/moten.ics"]) == []
    assert b"\nDTSTART;TZID=Europe/Stockholm:20230426T130000\r" in files["moten.ics"]


def test_a_meeting_without_hours_takes_the_whole_day(made: Files) -> None:
    facts = CALLED.replace("  tid: 13.00–16.10\n", "")
    (event,) = events(made({"san/2023-04-26": (facts, {})})["moten.ics"])
    assert event.decoded("DTSTART") == date(2023, 4, 26)
    assert "DTEND" not in event


def test_a_meeting_past_midnight_ends_the_next_day(made: Files) -> None:
    facts = CALLED.replace("13.00–16.10", "18.00–19.00, 23.30–00.20")
    (event,) = events(made({"san/2023-04-26": (facts, {})})["moten.ics"])
    assert event.decoded("DTEND").isoformat() == "2023-04-27T00:20:00+02:00"


def test_a_cancelled_meeting_is_told_as_cancelled(made: Files) -> None:
    before = events(made({"san/2023-04-26": (CALLED, {})}, day=date(2023, 4, 19))["moten.ics"])[0]
    facts = f"{CALLED}inställt:\n  datum: 2023-04-20\n  skäl: för få ärenden\n"
    files = made({"san/2023-04-26": (facts, {})})
    (after,) = events(files["moten.ics"])
    assert after["UID"] == before["UID"]
    assert (after["STATUS"], after["SUMMARY"]) == ("CANCELLED", "Inställt: Socialnämnden")
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["DESCRIPTION"].startswith("Sammanträdet är inställt: för få ärenden.")
    assert told(files["nytt.xml"])[0] == ("2023-04-20", "Inställt: Socialnämnden 26 april 2023")


def test_a_moved_meeting_is_the_same_event_on_its_new_day(made: Files) -> None:
    (first,) = events(made({"san/2023-04-26": (CALLED, {})})["moten.ics"])
    moved = {"san/2023-04-26": (f"{CALLED}flyttat till: 2023-05-10\n", {})}
    files = made(moved)
    (waiting,) = events(files["moten.ics"])
    new = CALLED.replace("2023-04-26", "2023-05-10").replace("2023-04-19", "2023-05-02")
    both = made(moved | {"san/2023-05-10": (new, {})})
    (called,) = events(both["moten.ics"])
    assert first["UID"] == waiting["UID"] == called["UID"]
    assert first["SEQUENCE"] < waiting["SEQUENCE"] < called["SEQUENCE"]
    assert waiting.decoded("DTSTART") == date(2023, 5, 10)
    assert called.decoded("DTSTART").isoformat() == "2023-05-10T13:00:00+02:00"
    assert called["DESCRIPTION"].startswith("Flyttat från 26 april 2023.")
    assert called["URL"] == f"{SITE}san/2023-05-10/"
    assert both["san/2023-04-26/mote.ics"] == both["san/2023-05-10/mote.ics"]
    assert ("2023-04-19", "Flyttat: Socialnämnden 26 april 2023") in told(files["nytt.xml"])


def test_meetings_that_were_moved_to_and_fro_are_one_event(made: Files) -> None:
    there = CALLED.replace("2023-04-26", "2023-05-10").replace("2023-04-19", "2023-04-21")
    files = made(
        {
            "san/2023-04-26": (f"{CALLED}flyttat till: 2023-05-10\n", {}),
            "san/2023-05-10": (f"{there}flyttat till: 2023-04-26\n", {}),
        }
    )
    (event,) = events(files["moten.ics"])
    assert event.decoded("DTSTART") == date(2023, 4, 26)


def test_old_meetings_leave_the_calendars_but_not_their_own_file(made: Files) -> None:
    files = made({"san/2023-04-26": (HELD, MINUTES)}, day=date(2024, 5, 1))
    assert events(files["moten.ics"]) == []
    assert len(events(files["san/2023-04-26/mote.ics"])) == 1


def test_the_index_of_what_is_new(made: Files) -> None:
    found = json.loads(made({"san/2023-04-26": (HELD, AGENDA | MINUTES)})["nytt.json"])
    assert found["day"] == "2023-06-01"
    assert len(found["news"]) == 5
    assert found["news"][3] == {
        "id": "san/2023-04-26/late_item/punkt-2",
        "day": "2023-04-24",
        "text": "Ny punkt: Yttrande",
        "body": "Socialnämnden",
        "href": "san/2023-04-26/punkt-2/",
        "keys": ["san", "arenden/23-san-2"],
    }
