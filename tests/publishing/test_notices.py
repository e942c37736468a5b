"""Notices: one per adjustment that was announced."""

from paragraf.publishing.notices import Notice
from publishing.meetings import adjustment, day, meeting, paragraph, public

ROWS = tuple(paragraph(number) for number in (44, 45, 46, 47))
SPLIT = (
    adjustment("övriga", "2023-05-03", "2023-05-04", place="Stadshuset"),
    adjustment("45", "2023-04-26", "2023-04-27"),
)


def told(*rows: Notice) -> list[str]:
    return [f"{row.paragraphs} {row.announced} {row.last_appeal_day} {row.earliest_removal}" for row in rows]


def test_each_adjustment_has_its_own_notice() -> None:
    one = meeting(*ROWS, adjustments=SPLIT)
    assert told(*public(one, on="2023-04-27").notices[one.id]) == ["45 2023-04-27 2023-05-19 2023-05-20"]
    both = public(one).notices[one.id]
    assert told(*both) == ["45 2023-04-27 2023-05-19 2023-05-20", "44, 46–47 2023-05-04 2023-05-25 2023-05-26"]
    assert [(row.place, row.adjusted) for row in both] == [("", day("2023-04-26")), ("Stadshuset", day("2023-05-03"))]


def test_an_adjustment_that_was_not_announced_has_none() -> None:
    assert public(meeting(*ROWS, adjustments=(adjustment(None, "2023-05-03"),))).notices == {}


def test_part_of_a_paragraph_keeps_its_words() -> None:
    one = meeting(*ROWS, adjustments=(adjustment("del av 45", "2023-04-26", "2023-04-27"), SPLIT[0]))
    assert told(*public(one).notices[one.id]) == [
        "del av 45 2023-04-27 2023-05-19 2023-05-20",
        "44–47 2023-05-04 2023-05-25 2023-05-26",
    ]


def test_a_notice_without_known_numbers_says_what_was_written() -> None:
    one = meeting(adjustments=(adjustment("48–50", "2023-04-26", "2023-04-27"), adjustment(None, None, "2023-04-28")))
    assert told(*public(one).notices[one.id]) == [
        "48–50 2023-04-27 2023-05-19 2023-05-20",
        "None 2023-04-28 2023-05-19 2023-05-20",
    ]


def test_when_a_notice_is_up_and_when_the_time_is_over() -> None:
    one = meeting(*ROWS, adjustments=(adjustment(None, "2023-05-03", "2023-05-04"),))
    notice = public(one).notices[one.id][0]
    assert [notice.is_posted(day(f"2023-05-{number:02}")) for number in (3, 4, 25, 26)] == [False, True, True, False]
    assert [notice.appeal_is_over(day(f"2023-05-{number}")) for number in (25, 26)] == [False, True]
    early = meeting(*ROWS, adjustments=(adjustment(None, "2023-05-03", "2023-05-04", removed=day("2023-05-20")),))
    assert public(early, on="2023-05-10").notices[early.id][0].removed is None
    removed = public(early, on="2023-05-20").notices[early.id][0]
    assert (removed.removed, removed.is_posted(day("2023-05-20"))) == (day("2023-05-20"), False)
