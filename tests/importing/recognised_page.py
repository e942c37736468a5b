"""The table of docs/importera.md that says what an import recognises, made from what it reads with.

In tests/: `python -m importing.recognised_page` writes it anew, and the PDF file of the worked example.
"""

from pathlib import Path

from importing.papers import Paper, pdf
from paragraf.vocabulary.items import ATTACHMENT_KINDS
from paragraf.vocabulary.wordings import KINDS

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "importera.md"
EXAMPLE = ROOT / "docs" / "exempel" / "protokoll.pdf"
BEGINS, ENDS = "<!-- Tabellen skrivs av tests/importing/recognised_page.py -->\n", "<!-- Slut på tabellen -->\n"
_SHOWN = 6

DOCUMENTS: dict[str, tuple[str, ...]] = {
    "kallelse": ("Kallelse", "Föredragningslista", "Dagordning", "Ärendelista", "Sammanträdeshandlingar", "Kungörelse"),
    "tillägg": ("Kompletterande kallelse", "Tilläggslista", "Extra ärenden", "Tillägg till kallelse"),
    "protokoll": ("Protokoll", "Sammanträdesprotokoll", "Beslutsprotokoll", "Minnesanteckningar"),
    "utdrag": ("Protokollsutdrag", "Utdrag ur protokoll", "Utdrag ur sammanträdesprotokoll"),
}
"""What a document is -> words with which it names itself."""

PARAGRAPHS = (
    *("§ 45 Titel", "§ 45 - Titel", "§45 Titel", "§ 12 a Titel", "§ 41/24 Titel", "KF § 112 Titel"),
    *("KSAU § 33/2024 Titel", "Sn § 49 Titel", "Paragraf 45 Titel", "45 § Titel"),
)
ITEMS = ("1. Titel", "1 – Titel", "1) Titel", "4A. Titel", "Punkt 5 Titel", "Ärende 5 Titel", "5 Titel")

CASES = (
    *("23/SAN/115", "23/SAN/13-5", "KS 2024/00123", "KS/2024:12", "KFN 2024/17", "SN-2024/45", "2024/KS-12"),
    *("KS 2024-00123", "Dnr 2024-123", "Diarienummer: 12/24", "Ärendenummer 2024/45", "Dnr: BUN 2024.115"),
)

FRONT: dict[str, tuple[str, ...]] = {
    "when where": ("Plats och tid", "Tid och plats", "Tid/plats"),
    "date": ("Sammanträdesdatum", "Mötesdatum", "Mötesdag"),
    "people": ("Beslutande", "Ledamöter", "Ordinarie ledamöter"),
    "secretary": ("Sekreterare", "Nämndsekreterare", "Vid protokollet"),
    "adjusters": ("Justerare", "Justerande", "Justeringspersoner"),
    "adjusting": ("Justeringens plats och tid", "Justeringsdag", "Justeringsdatum"),
    "notice": ("Anslag/bevis", "Anslagsbevis", "Bevis om anslag"),
    "announced": ("Anslagets uppsättande", "Anslaget", "Publicerat"),
    "removed": ("Anslagets nedtagande", "Nedtaget", "Tas ned"),
    "kept": ("Förvaringsplats", "Protokollet förvaras"),
}
"""Key of vocabulary.front.LABELS -> labels as they are printed."""
_FRONT_NAMES = {
    "when where": "tid och plats",
    "date": "dag",
    "people": "närvaro",
    "secretary": "sekreterare",
    "adjusters": "justerare",
    "adjusting": "när det justeras",
    "notice": "anslag",
    "announced": "anslaget",
    "removed": "nedtaget",
    "kept": "var protokollet förvaras",
}

OTHERS = (
    (
        "vem som tjänstgör",
        "”Bo Gran (C) ersätter Eva Rask (C), § 26–28”, ”tjg. ers.”, ”ej § 40”, kolumner med kryss",
    ),
    ("beslut", "att-satser, numrerade, med streck eller löpande; de fortsätter över sidbrytningar"),
    ("omröstning", "en tabell eller lista med ja, nej och avstår; summorna jämförs med det som står"),
    ("omedelbar justering", "”Paragrafen är omedelbart justerad”; dagarna blir en egen justering"),
    ("fortsättning", "”forts. § 58” hör till sin paragraf"),
    ("bifogade dokument", "jämförs med namnen under beslutsunderlag och bilagor; ur PDF även som egna sidor"),
    ("sidans ram", "sidhuvud, sidfot, sidnummer och signaturrader, också när de skiljer sig mellan sidorna"),
    (
        "text som ingen ser",
        "osynlig, vit, för liten, bortklippt, övertäckt, struken eller dold text, och text i ett avstängt lager, "
        "är inte med; rapporten säger till",
    ),
)

MINUTES = """\
SAMMANTRÄDESPROTOKOLL
Sammanträdesdatum 2027-01-27
Barn- och utbildningsnämnden

Plats och tid
Gäddan, kommunhuset, kl. 13.00–14.15

Beslutande
Vera Ekdal (S), ordförande
Isak Norling (M)

Sekreterare
Tuva Lindmark
\f§ 4 Sammanträdets öppnande

Beslut
Ordföranden öppnar sammanträdet.

Paragrafen är justerad
\f§ 5 Lokaler för förskolan Ängen

Dnr 26/BUN/41

Sammanfattning
Förskolan Ängen behöver två avdelningar till från hösten 2027.

Beslut
Barn- och utbildningsnämnden beslutar

att hyra lokalerna på Storgatan 4 i tre år.

Beslutsunderlag
- Tjänsteskrivelse lokaler för förskolan Ängen
- Planritning

Beslutet skickas till
- Fastighetsenheten

Paragrafen är justerad
\fTjänsteskrivelse lokaler för förskolan Ängen

Förvaltningen föreslår att nämnden hyr lokalerna på Storgatan 4. Där ryms 36 barn, och gården är stor nog.
"""


def example() -> bytes:
    """The minutes of the worked example."""
    return pdf(MINUTES, Paper(header=("Exempelby kommun\tPROTOKOLL\tSida {page} ({pages})",)))


def table() -> str:
    """The table as Markdown."""
    rows = ["| Vad | Känns igen när det står som |", "|---|---|"]
    rows += [f"| dokument: {kind} | {', '.join(words)} |" for kind, words in DOCUMENTS.items()]
    rows += [f"| framsida: {_FRONT_NAMES[key]} | {', '.join(words)} |" for key, words in FRONT.items()]
    rows += [f"| paragraf | {_code(PARAGRAPHS)} |", f"| punkt | {_code(ITEMS)} |", f"| diarienummer | {_code(CASES)} |"]
    for kind, words in KINDS.items():
        more = f" och {len(words) - _SHOWN} till" if len(words) > _SHOWN else ""
        name = ATTACHMENT_KINDS.get(kind, kind.replace("_", " "))
        rows.append(f"| avsnitt: {name} | {', '.join(words[:_SHOWN])}{more} |")
    rows += [f"| {what} | {how} |" for what, how in OTHERS]
    return "\n".join(rows) + "\n"


def with_table(page: str) -> str:
    """The page with the table as it should be."""
    before, _, rest = page.partition(BEGINS)
    return f"{before}{BEGINS}\n{table()}\n{ENDS}{rest.partition(ENDS)[2]}"


def _code(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)


if __name__ == "__main__":
    PAGE.write_text(with_table(PAGE.read_text("utf-8")), "utf-8")
    EXAMPLE.write_bytes(example())
