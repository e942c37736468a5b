"""Labels of front pages that stand over several lines, in columns, in text without columns, and in pairs."""

from pathlib import Path

import pytest

from paragraf import importing
from paragraf.importing.labels import labelled
from paragraf.reading import read_meeting

JOINT = {
    "Beslutande och tjänstgörande ersättare": ("Beslutande och tjänstgörande ersättare", ""),
    "Ledamöter samt ej tjänstgörande ersättare: Bo Ek (S)": ("Ledamöter samt ej tjänstgörande ersättare", "Bo Ek (S)"),
    "Övriga närvarande och tjänstemän Bo Ek": ("Övriga närvarande och tjänstemän", "Bo Ek"),
    "Beslutande och Bo Ek (S)": ("Beslutande", "och Bo Ek (S)"),
    "Närvarorätt enligt särskilt beslut": ("Närvarorätt enligt särskilt beslut", ""),
}


@pytest.mark.parametrize("text", JOINT)
def test_two_labels_of_people_are_one(text: str) -> None:
    found = labelled(text)
    assert found is not None
    assert (found.label, found.value) == JOINT[text]


REST = """

§ 4 Dagordning

Nämnden beslutar
att godkänna dagordningen.
"""
FRONTS = {
    "columns": """TALBY KOMMUN                 PROTOKOLL
Tekniska nämnden             2021-03-04

Plats och tid        Kommunhuset, kl 13.00–15.00

Ordinarie och        Anna Ek (S), ordförande
tjänstgörande        Bo Al (M)
ersättare            Ivar By (C) tjg. för Siv Lo (C) § 4

Närvarande           Eva Al (V)
ersättare

Justerings-          Bo Al
person
""",
    "words": """TALBY KOMMUN
PROTOKOLL
Tekniska nämnden
2021-03-04

Plats och tid Kommunhuset, kl 13.00–15.00

Ordinarie och Anna Ek (S), ordförande
tjänstgörande Bo Al (M)
ersättare Ivar By (C) tjg. för Siv Lo (C) § 4

Närvarande Eva Al (V)
ersättare

Justerings- Bo Al
person
""",
}


@pytest.mark.parametrize("form", FRONTS)
def test_labels_over_two_and_three_lines(form: str, tmp_path: Path) -> None:
    (tmp_path / "protokoll.txt").write_text(FRONTS[form] + REST, "utf-8")
    result = importing.run(tmp_path / "protokoll.txt", tmp_path / "ut")
    assert result.folder is not None
    meeting, _ = read_meeting(result.folder)
    assert meeting is not None
    groups = {group.label: [one.name for one in group.people] for group in meeting.attendance or ()}
    assert groups == {
        "Ordinarie och tjänstgörande ersättare": ["Anna Ek", "Bo Al", "Ivar By"],
        "Närvarande ersättare": ["Eva Al"],
        "Justerare": ["Bo Al"],
    }


DAYS = """TALBY KOMMUN
PROTOKOLL
Tekniska nämnden
2021-03-04

Plats och tid Kommunhuset, kl 13.00–15.00
Beslutande Anna Ek (S), ordförande
Bo Al (M)
Justerare Bo Al

ANSLAG
Justeringsdatum 2021-03-08
Datum då anslaget 2021-03-09 Datum då anslaget 2021-03-31
sätts upp tas ned
"""


def test_two_labels_beside_each_other_go_on_below(tmp_path: Path) -> None:
    (tmp_path / "protokoll.txt").write_text(DAYS + REST, "utf-8")
    result = importing.run(tmp_path / "protokoll.txt", tmp_path / "ut")
    assert result.folder is not None
    meeting, _ = read_meeting(result.folder)
    assert meeting is not None
    [one] = meeting.adjustments
    assert (str(one.adjusted), str(one.announced), str(one.removed)) == ("2021-03-08", "2021-03-09", "2021-03-31")
