"""The words of printed agendas and minutes: headings by their forms, labels of front pages, what members state."""

import re

import pytest

from importing.test_sections import body_of
from paragraf.ids import ParagraphNumber
from paragraf.importing.casenumbers import case_numbers_in, split_case
from paragraf.importing.document import LaidLine, Line
from paragraf.importing.headers import read_head
from paragraf.importing.labels import labelled
from paragraf.importing.statements import says_adjusted_at_once, statement_in
from paragraf.vocabulary.attendance import decides, only_listens
from paragraf.vocabulary.documents import DOCUMENT_WORDS
from paragraf.vocabulary.headings import UNKNOWN, is_decision_of_a_body, kind_of
from paragraf.vocabulary.voting import meanings, stated

OWN = ("Kommunstyrelsen",)

HEADINGS: dict[str, tuple[str, ...]] = {
    "beslut": (
        *("Slutligt beslut", "Beslut för egen del", "Beslut, del 2", "Beslut i huvudfrågan", "Beslut om återremiss"),
        *("Beslut på sammanträdet", "Beslutspunkter", "Det beslutas", "Beslut i kommunstyrelsen"),
        *("Beslut – Kommunstyrelsen", "Kommunstyrelsens beslut och förslag", "Kommunstyrelsen föreslår"),
        *(
            "Kommunstyrelsen beslutar, för egen del,",
            "Kommunstyrelsen beslutar enhälligt",
            "Kommunstyrelsen tillstyrker",
        ),
        *("Kommunstyrelsen beslutar således att", "Kommunstyrelsen beslutar och föreslår kommunfullmäktige"),
    ),
    "forslag": (
        *("Tjänstepersonsförslag", "Förslag från förvaltningen", "Förslag till beslut enligt tjänsteskrivelse"),
        *("Socialförvaltningen föreslår", "Kommunledningskontoret föreslår kommunstyrelsen", "Ordföranden föreslår"),
        *("Kommunfullmäktige föreslås besluta", "Föreslås besluta att"),
    ),
    "sammanfattning": ("Bakgrund och sammanfattning", "Sammanfattning och bedömning", "Ärendet i sammandrag"),
    "arendebeskrivning": (
        *("Kort bakgrund", "Historik", "Nulägesbeskrivning", "Syfte och bakgrund", "Utredning i ärendet", "Ansökan"),
        *("Anmälan avser", "Saken", "Planförutsättningar", "Muntlig information", "Motionens förslag"),
    ),
    "beredning": (
        *("Ärendets tidigare handläggning", "Utskottets beredning", "Förvaltningens handläggning", "Remissbehandling"),
        *("Inkomna synpunkter", "Grannehörande", "MBL-förhandling", "Tidigare ställningstaganden"),
        *("Yttrande från socialnämnden", "Revisorernas yttrande", "Behandling i arbetsutskottet"),
        *("Beslut i arbetsutskottet", "Arbetsutskottets överläggning"),
    ),
    "bedomning": (
        *(
            "Skälen för beslutet",
            "Beslutsskäl",
            "Analys och slutsats",
            "Förvaltningens kommentar",
            "Rättslig bedömning",
        ),
        *("Lagstöd", "Tillämpliga bestämmelser", "Kontorets yttrande"),
    ),
    "barnkonsekvens": ("Barnkonventionen", "Barnens bästa", "Barn- och ungdomsperspektiv", "Påverkan på barn och unga"),
    "konsekvenser": (
        *("Ekonomiska överväganden", "Ekonomisk bedömning", "Miljöpåverkan", "Hållbarhetsperspektiv", "Klimatpåverkan"),
        *(
            "Landsbygdssäkring",
            "Juridiska konsekvenser",
            "Koppling till kommunens mål",
            "Agenda 2030",
            "Måluppfyllelse",
        ),
        *("Konsekvenser om förslaget inte antas", "Bedömning ur social dimension"),
    ),
    "yrkanden": (
        *("Förslag till beslut vid sammanträdet", "Förslag från ledamöter", "Ledamots förslag till beslut"),
        *("Yrkanden/förslag till beslut på sammanträdet", "Ledamotsförslag"),
    ),
    "proposition": ("Proposition på yrkanden", "Beslutsprocess", "Ordförandens proposition"),
    "omrostning": (
        *("Omröstning begärs", "Godkänd voteringsproposition", "Voteringsordning", "Omröstningslista nr 2"),
        *("Omröstning 1 om motförslag", "Röstlista", "Omröstningens resultat"),
    ),
    "reservation": ("Reservation/er", "Avvikande mening", "Reservationer och särskilda yttranden"),
    "deltar_ej": ("Deltagande i beslut", "Avstår från beslut", "Icke deltagande i beslut", "Deltog ej i beslutet"),
    "anteckning": ("Noteringar", "Protokollsnotering", "Antecknas till protokollet", "Skriftlig protokollsanteckning"),
    "sarskilt_yttrande": ("Yttrande SD", "Yttrande från Vänsterpartiet", "Ersättares yttrande", "Röstförklaringar"),
    "talare": ("I ärendet yttrar sig", "Inlägg i debatten", "Talarlista", "Under överläggningen yttrade sig"),
    "jav": ("Jävssituation", "Anmält jäv"),
    "ajournering": ("Ajournering för överläggning", "Sammanträdet ajourneras"),
    "justering": ("Direktjustering av paragrafen", "Omedelbar justering av § 45"),
    "underlag": (
        *("Aktuella handlingar", "I ärendet redovisas följande dokument", "Ärendets dokument"),
        *("Följande handlingar har legat till grund för beslutet", "Till ärendet hörande handlingar"),
    ),
    "bilagor": ("Bilagor till beslutet", "Bilagda handlingar"),
    "delegationsbeslut": (
        "Delegerade beslut",
        "Beslut fattade med stöd av delegation",
        "Ordförandens delegationsbeslut",
    ),
    "meddelanden": ("Anmälda handlingar", "Ärenden för kännedom", "Meddelanden och delgivningar"),
    "expedieras": (
        *("Exp. till", "Kopior till", "Besked till", "Beslut till", "Beslut för kännedom", "Underrättelse till"),
        *("Delgivning till", "Detta protokollsutdrag skickas till", "Delges (delgivningskvitto)", "Expedieringslista"),
        *("Beslutet kommuniceras till", "Utdrag ur protokollet till"),
    ),
    "overklagande": ("Hur du överklagar beslutet", "Information om överklagande", "Besvärsanvisning", "Överklagan"),
    "dagens": (
        *("På dagens sammanträde", "Behandling i kommunstyrelsen", "Information under sammanträdet", "Under mötet"),
        *("Kommunstyrelsens överläggning", "Handläggning på sammanträdet"),
    ),
}


@pytest.mark.parametrize("kind", HEADINGS)
def test_headings_by_their_forms(kind: str) -> None:
    assert {heading: kind_of(heading, OWN) for heading in HEADINGS[kind]} == dict.fromkeys(HEADINGS[kind], kind)


NO_HEADINGS = (
    *("Kommunstyrelsen", "Tjänsteskrivelse", "Förslag till yttrande", "Bilaga 1", "Budget", "Resultat", "Akten"),
    *("Nämnden godkänner redovisningen", "Ordföranden öppnar mötet", "Skolskjuts till Norra Ängen"),
)


@pytest.mark.parametrize("text", NO_HEADINGS)
def test_words_of_lists_and_running_text_are_no_headings(text: str) -> None:
    assert kind_of(text, OWN) == UNKNOWN


@pytest.mark.parametrize("text", ("Kommunfullmäktige föreslås besluta", "Kulturkontoret föreslår att kulturnämnden"))
def test_what_is_proposed_to_a_body_begins_a_proposal(text: str) -> None:
    """Within a decision or a proposal these are its first words and not the next heading."""
    assert is_decision_of_a_body(text)


LABELS: dict[str, tuple[str, ...]] = {
    "when where": ("Plats, tid", "Plats och tid för möte", "Datum, tid och plats", "Mötesplats och tid"),
    "people": (
        *("Tjg. ersättare", "Ersättare inte tjänstgörande", "Ersättare (ej tjänstgörande)", "Direktionens ledamöter"),
        *("Övriga närvarande ej tjänstgörande ersättare", "Nämndens ersättare", "Anmäld frånvaro", "Inbjudna gäster"),
        *("Fackliga organisationer", "Tjänsteman", "Även närvarande", "Deltagande på distans", "Kallas för kännedom"),
    ),
    "chair": ("Ordf.", "Mötesordförande"),
    "secretary": ("Sekr.", "Protokollssekreterare", "Utskottssekreterare"),
    "adjusters": (
        *("Justeringsperson", "Protokollsjusterare", "Utses att jämte ordföranden justera", "Till justerare utses"),
        *("Justerande ledamot", "Vald justerare"),
    ),
    "adjusting": ("Justeringens plats, tid", "Tid för protokollsjustering", "Justering äger rum"),
    "paragraphs": ("Omfattning", "Gäller paragraferna"),
    "notice": ("Bevis/Anslag", "Anslag och bevis", "Justeringsbevis", "Anslag om justerat protokoll"),
    "of": ("Nämnd e.d.", "Nämnd/utskott"),
    "announced": (
        *("Anslaget uppsättes", "Datum för uppsättande", "Datum för uppsättning av anslag", "Protokollet anslås"),
        *("Publiceringsdatum", "Dag för uppsättande", "Anslagsperiod"),
    ),
    "removed": (
        *("Anslaget nedtages", "Datum för nedtagning", "Datum för anslags nedtagning", "Anslaget till och med"),
        *("Avpubliceringsdatum", "Får tidigast tas ned"),
    ),
    "appeal": ("Sista överklagandedag", "Överklagas senast", "Besvärstiden går ut", "Laga kraft"),
    "kept": ("Protokollet finns hos", "Protokollets förvaring", "Originalprotokollet förvaras", "Plats för förvaring"),
    "from": ("Anmälan om förhinder", "Förfall anmäls till", "Handlingar utsända"),
}


@pytest.mark.parametrize("name", LABELS)
def test_labels_of_front_pages(name: str) -> None:
    found = {text: labelled(text) for text in LABELS[name]}
    assert {text: (one.name, one.label) for text, one in found.items() if one} == {
        text: (name, text) for text in LABELS[name]
    }


def test_who_decides_by_the_label() -> None:
    listening = (
        "Ersättare ej tjänstgörande",
        "Närvarande, ej tjänstgörande ersättare",
        "Ersättare (inte tjänstgörande)",
    )
    assert [only_listens(label) for label in listening] == [True, True, True]
    assert [decides(label) for label in (*listening, "Kallade ledamöter", "Frånvarande ledamöter")] == [False] * 5
    assert [decides(label) for label in ("Tjg. ersättare", "Direktionens ledamöter", "Beslutande")] == [True] * 3


STATEMENTS: dict[str, tuple[str, ...]] = {
    "Reservation": (
        *(
            "Mot beslutet anmäler Bo Ek (S) reservation.",
            "Bo Ek (S) anmäler blank reservation.",
            "M, KD och L reserverar sig.",
        ),
        *("Reservation lämnas av Bo Ek (S).", "Skriftlig reservation har lämnats av Moderaterna."),
    ),
    "Jäv": (
        *("På grund av jäv deltar inte Bo Ek (S) i beslutet.", "Bo Ek (S) deltar inte i handläggningen av ärendet."),
        *("Det antecknas att Bo Ek (S) inte deltar i överläggningen.", "Jäv: Bo Ek (S)."),
    ),
    "Särskilt yttrande": ("Särskilt yttrande lämnas av Bo Ek (S).",),
    "Röstförklaring": ("Bo Ek (S) lämnar röstförklaring.",),
    "Deltar ej i beslutet": (
        *("Det antecknas till protokollet att Bo Ek (S) inte deltar i beslutet.", "(SD) deltar inte i beslutet."),
    ),
    "Protokollsanteckning": ("Protokollsanteckning lämnas av Bo Ek (S).",),
    "": (
        "Reservationer i hotellet bokas av kansliet.",
        "Patienten deltar inte i behandlingen.",
        "Jävsnämnden granskas.",
    ),
}


@pytest.mark.parametrize("heading", STATEMENTS)
def test_statements_without_a_heading(heading: str) -> None:
    assert {text: statement_in(text) for text in STATEMENTS[heading]} == dict.fromkeys(STATEMENTS[heading], heading)


AT_ONCE = (
    *("Denna paragraf förklaras omedelbart justerad.", "Paragrafen direktjusteras.", "Omedelbar justering."),
    *("att justera § 45 omedelbart", "att omedelbart justera paragrafen", "Styrelsen beslutar om omedelbar justering"),
    "Paragrafen justerades omedelbart vid sammanträdet",
)


@pytest.mark.parametrize("text", AT_ONCE)
def test_adjusted_at_once(text: str) -> None:
    assert says_adjusted_at_once(text)


def test_result_of_a_vote_under_its_own_heading_is_one_vote() -> None:
    text = (
        "Omröstning begärs\nJa-röst för bifall till förslaget.\nNej-röst för avslag.\n\n"
        "Omröstningsresultat\nMed 2 ja-röster mot 1 nej-röst bifalls förslaget.\n\n"
        "Beslut\nFörslaget antas."
    )
    assert [(one.heading, one.kind, one.text) for one in body_of(text).sections] == [
        (
            "Omröstning begärs",
            "omrostning",
            "Ja-röst för bifall till förslaget.\n\nNej-röst för avslag.\n\n"
            "### Omröstningsresultat\n\nMed 2 ja-röster mot 1 nej-röst bifalls förslaget.",
        ),
        ("Beslut", "beslut", "Förslaget antas."),
    ]


TITLES_WITH_YEARS = (
    *("Budget 2024-2026 för nämnden", "BUDGET 2024-2026", "Plan 2023-2025 för biblioteken", "Mål 2024-2027"),
    *("Motion 2024:14 av Bo Ek (S) om cykelvägar", "Taxa 2024-01-01", "Skolråd 2024-03-05", "SFS 2010:900"),
)


@pytest.mark.parametrize("title", TITLES_WITH_YEARS)
def test_words_before_years_are_no_case_numbers(title: str) -> None:
    assert split_case(title) == ((), title)
    assert case_numbers_in(title) == ()


def test_numbers_of_the_old_county_councils() -> None:
    assert [one.written for one in case_numbers_in("LS 0612-2041")] == ["LS 0612-2041"]


@pytest.mark.parametrize("title", ("Inledning", "Ajournering", "Budget 2024-2026", "Beslut från länsstyrelsen"))
def test_titles_below_their_number(title: str) -> None:
    """A § whose first words could head a section has them as its title."""
    lines = [
        LaidLine(line=Line(number=number, text=text)) for number, text in enumerate(("§ 4", title, "", "Text."), 1)
    ]
    head, end = read_head(lines, ParagraphNumber.parse("4"), "", agenda=False, width=80)
    assert (head.title, end) == (title, 2)


def test_words_before_a_proposal_are_no_name_of_a_body() -> None:
    assert kind_of("Bifall till landstingsstyrelsens förslag", ("Landstingsfullmäktige",)) == UNKNOWN


COUNTS: dict[str, dict[str, int]] = {
    "Ja: 7 Nej: 6 Avstår: 2": {"ja": 7, "nej": 6, "avstår": 2},
    "Bo Ek (S) röstar Ja (7).\nEva Al (M) röstar Nej (6).\nUlla Ro (L) avstår från att rösta (2).": {
        "ja": 7,
        "nej": 6,
        "avstår": 2,
    },
    "Ja-röst 7\nNej-röst 4": {"ja": 7, "nej": 4},
    "7 ja-röster, 4 nej-röster och 2 nedlagda röster": {"ja": 7, "nej": 4, "avstår": 2},
    "Ja-röst avges av 6 ledamöter, nej-röst avges av fem ledamöter": {"ja": 6, "nej": 5},
}


@pytest.mark.parametrize("text", COUNTS)
def test_counts_of_votes(text: str) -> None:
    assert stated(text) == COUNTS[text]


MEANINGS: dict[str, tuple[str, str]] = {
    "Ja-röst avser bifall. Nej-röst avser avslag.": ("bifall", "avslag"),
    "Ja till nämndens förslag, nej till Bo Eks förslag": ("nämndens förslag", "Bo Eks förslag"),
    "Den som röstar ja röstar för bifall. Den som röstar nej röstar för avslag.": ("bifall", "avslag"),
    "Ja-röst ges för bifall. Nej-röst ges för Bo Eks yrkande.": ("bifall", "Bo Eks yrkande"),
}


@pytest.mark.parametrize("text", MEANINGS)
def test_what_yes_and_no_mean(text: str) -> None:
    assert (meanings(text)["ja"], meanings(text)["nej"]) == MEANINGS[text]


DOCUMENTS = {
    "PROTOKOLL UTDRAG": "utdrag",
    "Kompletterad kallelse": "tillägg",
    "Extraärenden": "tillägg",
    "Mötesanteckningar": "protokoll",
    "Underrättelse om sammanträde": "kallelse",
    "Lista över ärenden": "kallelse",
    "Mötesbok": "kallelse",
}


@pytest.mark.parametrize("title", DOCUMENTS)
def test_what_documents_call_themselves(title: str) -> None:
    found = (what for words, what in DOCUMENT_WORDS.items() if re.fullmatch(words, title, re.IGNORECASE))
    assert next(found, "") == DOCUMENTS[title]


def test_a_heading_over_running_text_ends_a_list_of_documents() -> None:
    text = (
        "Aktuella handlingar\nTjänsteskrivelse 2023-09-19\nFörslag till yttrande\n\n"
        "Behandling i arbetsutskottet\nArbetsutskottet behandlade ärendet den 26 september 2023."
    )
    assert [(one.heading, one.kind, one.text) for one in body_of(text).sections] == [
        ("Aktuella handlingar", "underlag", "- Tjänsteskrivelse 2023-09-19\n- Förslag till yttrande"),
        ("Behandling i arbetsutskottet", "beredning", "Arbetsutskottet behandlade ärendet den 26 september 2023."),
    ]
