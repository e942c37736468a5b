"""How an item is cited, everywhere the same: SAN 2023-04-26 § 45, dnr 23/SAN/115."""

from paragraf.archive import Located, Phase


def citation(located: Located) -> str:
    """SAN 2023-04-26 punkt 9, dnr 23/SAN/115 – with its title where there is no number."""
    item, meeting = located.item, located.meeting_id
    sign = "punkt" if located.phase is Phase.AGENDA else "§"
    what = item.title if item.number is None else f"{sign} {item.number}"
    cases = ", ".join(dict.fromkeys(number.written for number in item.case_numbers))
    day = f"{meeting.body} {meeting.date.isoformat()}"
    return f"{day}{',' if item.number is None else ''} {what}" + (f", dnr {cases}" if cases else "")
