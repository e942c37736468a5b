"""What bad input gets: for each kind a clear message with file, line, what was found, what was expected."""

from pathlib import Path

import pytest

from reading.good import HEAD, ITEM, MEETING, MOTE, messages, write

HIDDEN = "är en kommentar i HTML. Den döljs inte: varje läsare skulle se den. Ta bort den."

CASES: dict[str, tuple[dict[str, str | bytes], list[str]]] = {
    "nothing wrong": ({}, []),
    "unknown key": (
        {MOTE: HEAD + "platts: Rådhuset\n"},
        [f"{MOTE}:3: fel [okänd-nyckel] Nyckeln ”platts” finns inte här. Menade du ”plats”?"],
    ),
    "unknown fact": (
        {ITEM: "# § 45 Avgifter\n\nDiarienumer: 23/SAN/115\n"},
        [f"{ITEM}:3: fel [okänt-faktum] ”Diarienumer” är inget faktum. Menade du ”Diarienummer”?"],
    ),
    "wrong type": (
        {MOTE: HEAD + "närvaro:\n  - Siv Exempel (S)\n"},
        [f"{MOTE}:4: fel [fel-typ] ”närvaro” är en lista men ska vara indragna rader ”beslutande: …”."],
    ),
    "duplicate key": (
        {MOTE: HEAD + "organ: KS\n"},
        [f"{MOTE}:3: fel [dubbel-nyckel] Nyckeln ”organ” finns redan på rad 1. Ta bort den ena."],
    ),
    "cut value": (
        {MOTE: HEAD + "plats: Lokal 3 #2\n"},
        [
            f"{MOTE}:3: fel [avhugget-värde] I ”plats: Lokal 3 #2” börjar en kommentar vid ” #”, så bara ”Lokal 3” "
            'läses. Skriv ”plats: "Lokal 3 #2"” om # hör till värdet, annars kommentaren på en egen rad.'
        ],
    ),
    "flow style": (
        {MOTE: HEAD + "närvaro: {beslutande: [Siv]}\n"},
        [
            f"{MOTE}:3: fel [flödesform] Värdet börjar med ”{{”, som i YAML betyder en uppräkning inom parentes. "
            "Skriv indragna rader ”nyckel: värde”, eller sätt citattecken om tecknet hör till värdet."
        ],
    ),
    "missing file": (
        {ITEM: "# § 45 Avgifter\n\n## Beslutsunderlag\n\n- [Taxa](bilagor/taxa.pdf)\n"},
        [f"{ITEM}:5: fel [saknad-fil] Filen ”bilagor/taxa.pdf” finns inte. Mappen bilagor/ är tom."],
    ),
    "parent folder": (
        {ITEM: "# § 45 Avgifter\n\nBilaga: [Taxa](../2023-05-24/bilagor/taxa.pdf)\n"},
        [
            f"{ITEM}:3: fel [utanför-mappen] ”../2023-05-24/bilagor/taxa.pdf” leder ut ur sammanträdets mapp. "
            "Lägg filen i bilagor/ och skriv ”bilagor/filnamn”."
        ],
    ),
    "absolute path": (
        {MOTE: HEAD + "original: /etc/passwd\n"},
        [
            f"{MOTE}:3: fel [fel-form] ”original: /etc/passwd” går inte att läsa: "
            "det ska vara en fil som bilagor/protokoll.pdf."
        ],
    ),
    "duplicate §": (
        {f"{MEETING}/protokoll/046-igen.md": "# § 45 Igen\n"},
        [
            f"{MEETING}/protokoll/046-igen.md:1: fel [dubbel-paragraf] § 45 finns redan i {ITEM}. "
            "Rätta numret i den ena filen.",
            f"{MEETING}/protokoll/046-igen.md:1: varning [nummer-och-filnamn] Filen börjar med 46 men rubriken säger "
            "§ 45. Rubriken gäller. Döp om filen till 045-igen.md.",
        ],
    ),
    "duplicate punkt": (
        {f"{MEETING}/kallelse/01-ett.md": "# Punkt 1 Ett\n", f"{MEETING}/kallelse/02-tva.md": "# Punkt 1 Två\n"},
        [
            f"{MEETING}/kallelse/02-tva.md:1: fel [dubbel-punkt] Punkt 1 finns redan i {MEETING}/kallelse/01-ett.md. "
            "Rätta numret i den ena filen."
        ],
    ),
    "the same § in another meeting of the year": (
        {
            "san/2023-05-24/mote.yml": "organ: SAN\ndatum: 2023-05-24\n",
            "san/2023-05-24/protokoll/045-igen.md": "# § 45 Igen\n",
        },
        [
            "san/2023-05-24/protokoll/045-igen.md:1: fel [dubbel-paragraf] SAN § 45/2023 finns redan i san/2023-04-26. "
            "Numren löper genom hela året. Rätta numret i det ena protokollet."
        ],
    ),
    "unknown body": (
        {MOTE: "organ: SNA\ndatum: 2023-04-26\n"},
        [f"{MOTE}:1: fel [okänt-organ] Organet ”SNA” finns inte i organisation.yml den dagen. Menade du ”SAN”?"],
    ),
    "day that does not exist": (
        {MOTE: HEAD + "kallelse:\n  publicerad: 2023-02-30\n"},
        [f"{MOTE}:4: fel [datum-finns-inte] Dagen 2023-02-30 finns inte i kalendern."],
    ),
    "another day than the folder's": (
        {MOTE: "organ: SAN\ndatum: 2023-04-27\n"},
        [
            f"{MOTE}:2: fel [fel-mapp] datum är 2023-04-27 men mappen heter 2023-04-26. "
            "Rätta datumet, eller döp om mappen."
        ],
    ),
    "item without title": (
        {ITEM: "## Beslut\nNämnden antar taxan.\n"},
        [
            f"{ITEM}:1: fel [punkt-utan-rubrik] Filen ska börja med en rubrik, men här står ”## Beslut”. "
            "Skriv ”# § 45 Titel”, ”# Punkt 5 Titel” eller ”# Titel”."
        ],
    ),
    "§ without title": (
        {ITEM: "# § 45\n"},
        [f"{ITEM}:1: fel [punkt-utan-rubrik] Rubriken ”§ 45” saknar titel. Skriv ”# § 45 Titel”."],
    ),
    "not UTF-8": (
        {ITEM: "# Avgifter\r\n\r\nH\xf6gst tio.\r\n".encode("latin-1")},
        [
            f"{ITEM}:3: fel [inte-utf-8] Texten är inte UTF-8: här står byte 0xF6, som i Windows-1252 är ”ö”. "
            "Spara filen med kodningen UTF-8."
        ],
    ),
    "UTF-16": (
        {MOTE: HEAD.encode("utf-16")},
        [f"{MOTE}:1: fel [inte-utf-8] Texten är inte UTF-8: här står UTF-16. Spara filen med kodningen UTF-8."],
    ),
    "half-written text": (
        {ITEM: "# § 45 Avgifter\n\nHögst tio för".encode()[:-2]},
        [
            f"{ITEM}:3: fel [inte-utf-8] Filen slutar mitt i ett tecken: den kan vara halvskriven. "
            "Vänta tills filen är färdigskriven och kör om."
        ],
    ),
    "half-written facts": (
        {MOTE: 'organ: SAN\ndatum: 2023-04-26\nplats: "Rådhu'},
        [
            f'{MOTE}:3: fel [yaml-form] Citattecknet i ”plats: "Rådhu” avslutas aldrig. '
            "Sätt ett likadant citattecken sist i värdet."
        ],
    ),
    "empty facts": (
        {MOTE: ""},
        [f"{MOTE}: fel [tom-fil] Filen är tom; den ska ha rader som ”nyckel: värde”."],
    ),
    "no facts": (
        {"san/2023-05-24/protokoll/046-x.md": "# § 46 X\n"},
        ["san/2023-05-24/mote.yml: fel [saknad-fil] mote.yml saknas; den säger organ och datum."],
    ),
    "names of pages": (
        {
            f"sidor/{name}": "# Sida\n"
            for name in (
                "README.md",
                "san.md",
                "arenden/om.md",
                "sok.md",
                "å ä.md",
                "_dold.md",
                "stod.md",
                "stod/index.md",
                "manifest.json",
                "pagefind/x.bin",
                "assets/paragraf/x.png",
                "assets/logga.png",
                "sida.html",
                "robots.txt",
            )
        },
        [
            "sidor/README.md: fel [sidnamn] Filen läses inte som en sida. Startsidan heter index.md.",
            "sidor/_dold.md: fel [sidnamn] ”_dold.md” kan inte bli en adress. Döp den till ”dold.md”.",
            "sidor/arenden/om.md: fel [sidnamn] Adressen ”arenden/” är webbplatsens egen. Döp om filen.",
            "sidor/assets/paragraf/x.png: fel [sidnamn] Adressen ”assets/paragraf/x.png” är webbplatsens egen. "
            "Döp om filen.",
            "sidor/manifest.json: fel [sidnamn] Adressen ”manifest.json” är webbplatsens egen. Döp om filen.",
            "sidor/pagefind/x.bin: fel [sidnamn] Adressen ”pagefind/x.bin” är webbplatsens egen. Döp om filen.",
            "sidor/san.md: fel [sidnamn] Adressen ”san/” är webbplatsens egen. Döp om filen.",
            "sidor/sida.html: fel [körbar-fil] ”sida.html” är av ett slag som kan köra program hos den som öppnar det, "
            "och publiceras inte. Spara den som PDF eller bild.",
            "sidor/sok.md: fel [sidnamn] Adressen ”sok/” är webbplatsens egen. Döp om filen.",
            "sidor/stod/index.md: fel [sidnamn] Sidan får samma adress som sidor/stod.md. Döp om den ena, "
            "eller ta bort den.",
            "sidor/å ä.md: fel [sidnamn] ”å ä.md” kan inte bli en adress. Döp den till ”a-a.md”.",
        ],
    ),
    "comments that are not hidden": (
        {
            ITEM: "# § 45 Avgifter\n\n## Beslut\nJa. <!-- Hedda -->\n\n```\n<!-- kod -->\n```\n`<!--` är kod.\n",
            f"{MEETING}/bilagor/text.md": "# Text\n<!--\nHedda\n-->\n",
            "sidor/om.md": "---\ntitel: Om\n---\n\n<!-- Hedda -->\n",
        },
        [
            f"{MEETING}/bilagor/text.md:2: fel [synlig-kommentar] ”<!--” {HIDDEN}",
            f"{ITEM}:4: fel [synlig-kommentar] ”Ja. <!-- Hedda -->” {HIDDEN}",
            f"sidor/om.md:5: fel [synlig-kommentar] ”<!-- Hedda -->” {HIDDEN}",
        ],
    ),
    "a year that cannot be": (
        {
            MOTE: HEAD + "justering:\n  - justerat: 9999-12-31\n    anslaget: 0001-01-01\n",
            "san/9999-12-31/mote.yml": "organ: SAN\ndatum: 2023-05-24\n",
        },
        [
            f"{MOTE}:4: fel [datum-finns-inte] Året i 9999-12-31 kan inte stämma.",
            f"{MOTE}:5: fel [datum-finns-inte] Året i 0001-01-01 kan inte stämma.",
            "san/9999-12-31: fel [mappnamn] ”9999-12-31” är inte ett datum i kalendern. Mappen ska heta som "
            "2023-04-26, och dagens andra sammanträde som 2023-04-26-2.",
        ],
    ),
    "keys without number": (
        {MOTE: HEAD + "".join(f"x{number}: y\n" for number in range(60_000))},
        [
            f"{MOTE}:1: fel [för-många] Här finns 60000 okända nycklar; bara de första 20 visas.",
            *(
                f"{MOTE}:{line}: fel [okänd-nyckel] Nyckeln ”x{line - 3}” finns inte här. Här kan stå: organ, datum, "
                "typ, tid, plats, utkast, inställt, flyttat till, original, kallelse, justering, närvaro, ej på webben."
                for line in range(3, 23)
            ),
        ],
    ),
    "a list without end": (
        {MOTE: HEAD + "närvaro:\n  Beslutande:\n" + "    - Siv Exempel (S)\n" * 20_000},
        [f"{MOTE}:5: fel [för-många] Listan ”Beslutande” har 20000 rader; bara de första 1000 läses."],
    ),
    "a person in a sea of blanks": (
        {MOTE: HEAD + f"närvaro:\n  Beslutande:\n    - Siv{' ' * 100_000}Exempel (S\n"},
        [
            f"{MOTE}:5: fel [fel-form] ”Beslutande: Siv{' ' * 64}…” går inte att läsa: det ska vara en person per rad, "
            "”namn (parti), roll ersätter namn (parti), distans, § 44–49”."
        ],
    ),
    "§§ without number": (
        {MOTE: HEAD + f"ej på webben:\n  - paragrafer: {'1–9999, ' * 5000}1\n    skäl: x\n"},
        [
            f"{MOTE}:4: fel [fel-form] ”paragrafer: {'1–9999, ' * 8}1–9…” går inte att läsa: det ska vara "
            "paragrafer som 48, eller 44–47, 49, eller övriga."
        ],
    ),
    "facts without number": (
        {ITEM: "# § 45 Avgifter\n\n" + "Hör ihop: 23/SAN/1\n" * 30_000},
        [
            f"{ITEM}:203: fel [för-många] Stycket med faktauppgifter har 30000 rader; bara de första 200 läses. "
            "Lägg en tom rad före texten, om det är där den börjar."
        ],
    ),
    "10 MB of YAML aliases": (
        {MOTE: b"a: &a [x]\n" + b"b: [*a,*a,*a,*a,*a,*a,*a,*a]\n" * 360_000},
        [f"{MOTE}: fel [för-stor-fil] Filen är större än 1 MB, som är det mesta som läses av en sådan fil."],
    ),
    "YAML aliases": (
        {MOTE: HEAD + "plats: &plats Rådhuset\n" + "tid: *plats\n" * 1000},
        [
            f"{MOTE}:3: fel [ankare] Värdet börjar med ”&”, ”*” eller ”!”, som i YAML är ankare, hänvisningar och "
            "typer. De används inte. Sätt citattecken om tecknet hör till värdet."
        ],
    ),
    "linked and hidden": (
        {
            ITEM: "# § 45 Avgifter\n\n## Handlingar\n- [Utredning](bilagor/u.pdf) (publiceras inte: 26 kap. 1 § OSL)\n",
            f"{MEETING}/bilagor/u.pdf": "pdf",
        },
        [
            f"{ITEM}:4: fel [länkad-och-dold] ”Utredning” är länkad och ändå märkt som inte publicerad. "
            "Filen skulle ligga öppet. Ta bort länken och filen, eller märkningen."
        ],
    ),
}


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES.keys())
def test_bad_input(tmp_path: Path, files: dict[str, str | bytes], expected: list[str]) -> None:
    assert messages(write(tmp_path, files)) == expected


def test_several_documents_and_yaml_of_other_kinds_are_in_the_bad_folder() -> None:
    listed = (Path(__file__).parent.parent / "bad" / "problems.txt").read_text("utf-8")
    assert {"[flera-dokument]", "[yaml-form]", "[styrtecken]"} <= {word for word in listed.split() if word[0] == "["}
