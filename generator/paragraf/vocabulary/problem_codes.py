"""Every code a problem can have: how grave it is, what it means, what to do. docs/problem.md is made from this table.

fel stops the publication of what it concerns: something would be disclosed, or the text cannot be trusted to say what
its author meant. varning: a breach of form, which in signed minutes is a fact. upplysning: good to know.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """What a code stands for."""

    severity: str
    """fel, varning or upplysning."""
    means: str
    """One Swedish sentence."""
    remedy: str
    """What to do, in Swedish."""

    @property
    def can_be_waived(self) -> bool:
        """Whether the fact Undantag can turn the problem into an upplysning: never what would disclose or corrupt."""
        return self.severity == "varning"


FEL, VARNING, UPPLYSNING = "fel", "varning", "upplysning"

_FILES = {
    "går-inte-att-läsa": Code(
        FEL,
        "En fil eller mapp gick inte att läsa, eller försvann medan den lästes.",
        "Kontrollera filens rättigheter, vänta tills den är färdigkopierad och kör om.",
    ),
    "symbolisk-länk": Code(
        FEL,
        "En fil eller mapp är en symbolisk länk, som kan leda ut ur innehållet.",
        "Lägg själva filen där i stället för länken.",
    ),
    "inte-utf-8": Code(FEL, "Texten, eller filens namn, är inte kodad som UTF-8.", "Spara filen med kodningen UTF-8."),
    "för-stor-fil": Code(
        FEL, "En textfil är orimligt stor.", "Kontrollera att rätt fil ligger där, eller dela upp den."
    ),
    "för-många": Code(
        FEL,
        "En fil har så många rader eller fel av ett slag att resten inte läses.",
        "Rätta de första, eller kontrollera att rätt fil ligger där.",
    ),
    "styrtecken": Code(
        FEL,
        "Texten innehåller ett osynligt tecken som inte hör hemma i text.",
        "Ta bort tecknet; det följer ofta med från ordbehandlare.",
    ),
    "samma-namn": Code(
        FEL, "Två filer har namn som bara skiljer sig i hur å, ä och ö är kodade.", "Ta bort eller döp om den ena."
    ),
    "saknad-fil": Code(
        FEL,
        "En fil som texten hänvisar till, eller som måste finnas, finns inte.",
        "Lägg filen på plats eller rätta namnet.",
    ),
    "utanför-mappen": Code(
        FEL, "En länk leder ut ur sammanträdets mapp.", "Lägg filen i sammanträdets bilagor/ och länka till den där."
    ),
    "körbar-fil": Code(
        FEL,
        "En fil är av ett slag som kan köra program i läsarens webbläsare (HTML, SVG, skript), eller på servern.",
        "Spara den som PDF eller bild, eller packa den i en zip-fil.",
    ),
    "sidnamn": Code(
        FEL,
        "En fil i sidor/ har ett namn som inte kan bli en adress, eller som webbplatsen själv använder.",
        "Döp om den, med bokstäverna a–z, siffror och bindestreck.",
    ),
    "synlig-kommentar": Code(
        FEL, "Texten har en kommentar i HTML (<!-- … -->). Den döljs inte, utan syns för alla.", "Ta bort kommentaren."
    ),
    "tom-mapp": Code(FEL, "Mappen är tom.", "Lägg dit det som ska finnas där, eller ta bort mappen."),
    "tom-fil": Code(FEL, "Filen är tom.", "Skriv det som saknas, eller ta bort filen."),
    "utan-punkter": Code(VARNING, "Mappen kallelse/ eller protokoll/ har inga punkter.", "Ta bort den tomma mappen."),
    "okänd-fil": Code(
        VARNING, "En fil eller mapp ligger där ingen läser den.", "Flytta den till bilagor/ eller ta bort den."
    ),
    "filnamn": Code(
        VARNING,
        "Filnamnet säger inte i vilken ordning filen kommer.",
        "Börja namnet med lika många siffror som de andra: 045-rubrik.md.",
    ),
    "utan-organisation": Code(
        UPPLYSNING,
        "Innehållet har ingen organisation.yml, så organ och diarienummer kontrolleras inte.",
        "Skriv organisation.yml.",
    ),
}

_YAML = {
    "yaml-form": Code(
        FEL,
        "En rad i en YAML-fil är trasig.",
        "Skriv ”nyckel: värde” eller ”- värde” på en rad, indragen som raderna omkring.",
    ),
    "avhugget-värde": Code(
        FEL,
        "Efter ett värde står ” #”, som börjar en kommentar: resten av raden läses inte.",
        "Sätt citattecken om värdet, eller skriv kommentaren på en egen rad.",
    ),
    "flödesform": Code(
        FEL,
        "Ett värde är skrivet inom [ ] eller { }.",
        "Skriv uppräkningen på flera rader, eller sätt citattecken om värdet.",
    ),
    "ankare": Code(
        FEL,
        "Ett värde börjar med &, * eller !, som i YAML är ankare, hänvisningar och typer.",
        "Sätt citattecken om värdet.",
    ),
    "dubbel-nyckel": Code(FEL, "Samma nyckel står två gånger.", "Ta bort den ena."),
    "flera-dokument": Code(FEL, "Filen har flera dokument, skilda av ”---”.", "Ta bort raden ”---”."),
    "okänd-nyckel": Code(FEL, "Nyckeln finns inte i formatet.", "Rätta stavningen; nycklarna står i docs/format.md."),
    "saknad-nyckel": Code(FEL, "En nyckel som måste finnas saknas.", "Skriv nyckeln och dess värde."),
    "fel-typ": Code(
        FEL, "Där en text ska stå finns en lista, eller tvärtom.", "Skriv värdet i den form som meddelandet visar."
    ),
    "tomt-värde": Code(FEL, "Nyckeln eller faktumet har inget värde.", "Skriv värdet, eller ta bort raden."),
    "fel-form": Code(
        FEL, "Ett värde har inte den form som det ska ha.", "Skriv värdet i den form som meddelandet visar."
    ),
    "fel-bild": Code(
        FEL,
        "Kommunvapnet är inte en bild som kan visas på varje sida.",
        "Spara det som PNG, högst 200 kB och 2 000 bildpunkter på varje ledd.",
    ),
    "svag-färg": Code(
        UPPLYSNING,
        "Text i kommunens färg går inte att läsa på vitt för alla (WCAG 2.2, 1.4.3), så en mörkare ton används.",
        "Välj den tonen, eller låt det vara som det är.",
    ),
    "datum-finns-inte": Code(FEL, "Dagen finns inte i kalendern.", "Rätta datumet."),
    "okänt-värde": Code(FEL, "Värdet är inte ett av dem som kan väljas.", "Välj ett av värdena i meddelandet."),
}

_MEETING = {
    "okänt-organ": Code(
        FEL, "Organet finns inte i organisation.yml.", "Rätta stavningen, eller lägg till organet i organisation.yml."
    ),
    "fel-mapp": Code(
        FEL,
        "Sammanträdet ligger inte i mappen för sitt organ och sin dag.",
        "Flytta mappen, eller rätta organ och datum i mote.yml.",
    ),
    "mappnamn": Code(
        FEL,
        "Mappens namn är inte ett datum.",
        "Döp mappen efter dagen, 2023-04-26, och dagens andra sammanträde 2023-04-26-2.",
    ),
    "justerat-före-mötet": Code(VARNING, "Protokollet är justerat före sammanträdet.", "Rätta datumet i mote.yml."),
    "anslaget-före-justering": Code(VARNING, "Justeringen är anslagen innan den gjordes.", "Rätta datumen i mote.yml."),
    "nedtaget-före-anslag": Code(VARNING, "Anslaget är nedtaget innan det sattes upp.", "Rätta datumen i mote.yml."),
    "dubbel-justering": Code(
        VARNING, "En paragraf är justerad två gånger.", "Ange i justering: vilka paragrafer som justerades när."
    ),
    "okänd-paragraf": Code(
        VARNING,
        "mote.yml nämner en paragraf som inte finns i protokollet.",
        "Rätta numret, eller lägg till paragrafen.",
    ),
    "kallad-efter-mötet": Code(VARNING, "Kallelsen är daterad efter sammanträdet.", "Rätta publicerad i mote.yml."),
}

_ITEMS = {
    "punkt-utan-rubrik": Code(
        FEL,
        "Filen börjar inte med en rubrik.",
        "Skriv ”# § 45 Titel”, ”# Punkt 5 Titel” eller ”# Titel” på första raden.",
    ),
    "extra-rubrik": Code(
        FEL,
        "En rubrik på högsta nivån står inne i texten.",
        "Skriv ”## ” för ett avsnitt, eller flytta det andra ärendet till en egen fil.",
    ),
    "rubrikform": Code(
        FEL,
        "En rad ser ut som en rubrik men läses inte som en.",
        "Skriv ”## ” med ett blanksteg efter, först på raden.",
    ),
    "understruken-rubrik": Code(
        VARNING,
        "En rad med ”---” direkt under text gör texten till en rubrik.",
        "Skriv ”## Rubrik”, eller lägg en tom rad före strecken.",
    ),
    "öppet-kodblock": Code(
        VARNING, "Ett kodblock avslutas inte, så resten av filen hör till det.", "Avsluta kodblocket."
    ),
    "fel-nummerform": Code(
        FEL,
        "Rubrikens nummer är inte skrivet som i den sortens dokument.",
        "I kallelsen ”# Punkt 5 Titel”, i protokollet ”# § 45 Titel”.",
    ),
    "dubbel-punkt": Code(FEL, "Två punkter i kallelsen har samma nummer.", "Rätta numret i den ena."),
    "dubbel-paragraf": Code(FEL, "Två paragrafer av samma organ och år har samma nummer.", "Rätta numret i den ena."),
    "nummer-och-filnamn": Code(
        VARNING, "Filnamnet och rubriken har olika nummer.", "Döp om filen, eller rätta rubriken."
    ),
    "nummerordning": Code(VARNING, "Numren kommer inte i stigande ordning.", "Döp om filerna så att de sorteras rätt."),
    "lucka": Code(
        VARNING,
        "Ett nummer saknas i protokollets följd av paragrafer.",
        "Lägg till paragrafen, eller skriv den under ”ej på webben” i mote.yml.",
    ),
    "okänt-faktum": Code(
        FEL,
        "En rad bland faktauppgifterna har ett namn som inte finns.",
        "Rätta stavningen, eller lägg en tom rad före texten.",
    ),
    "upprepat-faktum": Code(FEL, "Ett faktum som bara kan stå en gång står flera gånger.", "Ta bort det ena."),
    "faktum-i-text": Code(
        FEL,
        "Ett faktum som styr vad som publiceras står i texten, där det inte gäller.",
        "Flytta raden till faktauppgifterna direkt under rubriken.",
    ),
    "okänd-rubrik": Code(
        VARNING,
        "Avsnittets rubrik finns inte i tabellen över rubriker, så avsnittet visas som vanlig text.",
        "Använd en av rubrikerna i docs/format.md om avsnittet betyder det.",
    ),
    "ensam-text": Code(
        UPPLYSNING,
        "Avsnittet ska räkna upp handlingar men har ingen lista.",
        "Skriv varje handling på en egen rad som börjar med ”- ”.",
    ),
    "länkad-och-dold": Code(
        FEL,
        "En handling är länkad och samtidigt märkt som inte publicerad: då ligger den öppet.",
        "Ta bort länken och filen, eller märkningen.",
    ),
    "utan-skäl": Code(
        VARNING, "Något hålls tillbaka utan att skälet står där.", "Skriv skälet: ”rubrik (26 kap. 1 § OSL)”."
    ),
    "okänt-diarienummer": Code(
        VARNING,
        "Diarienumret följer ingen av nummerserierna i organisation.yml.",
        "Rätta numret, eller lägg till serien.",
    ),
    "okänd-röst": Code(VARNING, "En röst är inte ja, nej, avstår, frånvarande eller jäv.", "Rätta rösten i tabellen."),
    "rösttabell": Code(
        VARNING,
        "En omröstning saknar vad ja och nej betyder, eller så har dess tabell fel form.",
        "Skriv ”Ja: …”, ”Nej: …” och en tabell ”| Ledamot | Röst |”.",
    ),
}

_WHOLE = {
    "personnummer": Code(FEL, "Texten innehåller ett personnummer eller samordningsnummer.", "Ta bort numret."),
    "troligt-personnummer": Code(
        VARNING,
        "Texten innehåller något som ser ut som ett personnummer, men kontrollsiffran stämmer inte.",
        "Ta bort numret om det är ett felskrivet personnummer.",
    ),
    "skyddat-namn": Code(FEL, "Texten nämner en skyddad person vid namn.", "Skriv personens alias i stället."),
    "delad-hemlig-fil": Code(
        VARNING,
        "En fil är länkad både där den publiceras och där den inte gör det.",
        "Kontrollera att filen får publiceras.",
    ),
    "öppen-punkt": Code(
        VARNING,
        "En punkt i kallelsen visas, fast paragrafen som behandlar den inte publiceras i sin helhet.",
        "Skriv Publicering i punkten också, eller ett Undantag om den kan visas.",
    ),
    "bilaga-utan-hänvisning": Code(
        UPPLYSNING,
        "Ingen punkt eller paragraf hänvisar till filen, så den publiceras inte.",
        "Länka till den, eller ta bort den.",
    ),
    "olöst-hänvisning": Code(
        UPPLYSNING,
        "En hänvisning i texten läses som en paragraf, ett ärende eller en bilaga som inte finns.",
        "Rätta numret, året eller organet; annars står hänvisningen kvar som vanlig text.",
    ),
    "okänt-parti": Code(
        VARNING,
        "Partiet finns inte i organisation.yml, eller fanns inte den dagen.",
        "Rätta beteckningen, eller lägg till partiet.",
    ),
    "röst-utan-tjänst": Code(
        VARNING,
        "Någon röstade utan att ha tjänstgjort på paragrafen (KL 5:67).",
        "Rätta närvaron i mote.yml, eller tabellen.",
    ),
    "dubbel-röst": Code(VARNING, "Någon står två gånger i samma omröstning.", "Ta bort den ena raden."),
    "rösträkning": Code(VARNING, "Antalet röster i texten stämmer inte med tabellen.", "Rätta antalet eller tabellen."),
    "sen-justering": Code(
        VARNING,
        "Protokollet är justerat senare än 14 dagar efter sammanträdet, eller än organets egen regel (KL 5:69).",
        "Kontrollera datumet.",
    ),
    "sent-anslag": Code(
        VARNING,
        "Justeringen är anslagen senare än andra dagen efter att den gjordes (KL 8:12).",
        "Kontrollera datumet.",
    ),
    "tidigt-nedtaget": Code(
        VARNING, "Anslaget är nedtaget innan tre veckor gått (KL 8:12, 13:5).", "Kontrollera datumet."
    ),
    "kallelse-utan-dag": Code(
        VARNING,
        "Kallelsen har ingen dag då den publicerades. Då blir den aldrig publik.",
        "Skriv `publicerad` med dagen under `kallelse` i mote.yml, eller `utkast: ja` om den inte ska ut än.",
    ),
    "sen-kallelse": Code(
        VARNING,
        "Kallelsen är publicerad senare än organets regler säger (fullmäktige: KL 5:13).",
        "Kontrollera datumet.",
    ),
    "okänt-möte": Code(
        VARNING,
        "Sammanträdet är flyttat till en dag då organet inte har något sammanträde.",
        "Rätta datumet, eller lägg upp det nya sammanträdet.",
    ),
    "okänt-ärende": Code(UPPLYSNING, "Ärendet som hör ihop finns inte på webbplatsen.", "Kontrollera diarienumret."),
}

_PROGRAM = {
    "adresser": Code(
        FEL,
        "En rad i adresser.yml, som programmet för, går inte att förstå.",
        "Hämta tillbaka filens förra version: där står vilka adresser som har varit publika.",
    ),
    "död-länk": Code(FEL, "En länk på den färdiga webbplatsen leder ingenstans.", "Rätta länken i texten."),
    "okänt-filformat": Code(
        FEL, "Filen som ska importeras är av ett slag som inte läses.", "Spara den som PDF, Word (.docx) eller text."
    ),
    "skadad-fil": Code(FEL, "Filen går inte att öppna eller läsa.", "Hämta eller spara den på nytt."),
    "skyddad-fil": Code(FEL, "Filen är skyddad med lösenord.", "Spara den utan lösenord."),
    "inskannad-fil": Code(
        FEL,
        "PDF-filen är bilder av papper och har ingen text att läsa.",
        "Kör den genom ett program för teckenigenkänning (OCR), eller be om originalfilen.",
    ),
    "för-tung-fil": Code(
        FEL,
        "Filen går inte att läsa inom rimlig tid och rimligt minne: den är skadad eller mycket ovanlig.",
        "Öppna den, skriv ut den som PDF på nytt och importera den.",
    ),
    "filen-saknas": Code(FEL, "Filen som ska importeras går inte att läsa.", "Kontrollera namn och rättigheter."),
    "fel-teckenkodning": Code(FEL, "Filen som ska importeras är inte UTF-8.", "Spara om den som UTF-8."),
    "okänt-dokument": Code(
        FEL,
        "Det går inte att se om dokumentet är en kallelse eller ett protokoll.",
        "Kontrollera att första sidan är med.",
    ),
    "datum-saknas": Code(
        FEL, "Sammanträdets datum syns inte på första sidan.", "Lägg till raden ”Sammanträdesdatum 2023-05-24”."
    ),
    "organ-saknas": Code(
        FEL, "Organets namn syns varken på första sidan eller i texten.", "Välj organet med --organ: --organ SN."
    ),
    "inga-ärenden": Code(FEL, "Dokumentet har inga punkter eller paragrafer.", "Kontrollera att hela texten är med."),
    "ingen-mapp": Code(FEL, "Målet för importen är en fil.", "Ange en mapp med --till."),
    "finns-redan": Code(
        FEL,
        "En fil har ändrats för hand sedan den importerades, och dokumentet säger nu något annat.",
        "Jämför texterna. ”paragraf import --ersätt” låter dokumentets text ersätta det som är ändrat.",
    ),
    "redan-importerad": Code(UPPLYSNING, "Filens innehåll är redan importerat: ingenting är ändrat.", "Inget behövs."),
    "rad-saknas": Code(
        FEL,
        "En rad av källan kom inte med någonstans: importen skriver då ingenting.",
        "Anmäl felet med raden som exempel.",
    ),
    "går-inte-att-skriva": Code(FEL, "Mappen gick inte att skriva.", "Kontrollera rättigheter och diskutrymme."),
    "granska-import": Code(UPPLYSNING, "Importen var osäker på något.", "Jämför med källan; rapporten säger var."),
}

PARTS: dict[str, dict[str, Code]] = {
    "Filer och mappar": _FILES,
    "YAML": _YAML,
    "Sammanträden": _MEETING,
    "Punkter och paragrafer": _ITEMS,
    "Innehållet som helhet": _WHOLE,
    "Bygge och import": _PROGRAM,
}
"""The headings of docs/problem.md, and the codes under each."""

CODES: dict[str, Code] = {code: meaning for part in PARTS.values() for code, meaning in part.items()}
"""Code -> what it stands for."""
