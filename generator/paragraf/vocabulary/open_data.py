"""What the fields of the open data mean: the one table from which schemas, headers of CSV files and the page are made.

Names are English where Popolo or schema.org have them; the columns of CSV files are Swedish, for those who count.
"""

from dataclasses import dataclass

TYPES = ("text", "heltal", "datum", "klockslag", "ja/nej", "adress")
"""Types of single values; others are names of OBJECTS. `?` after it: null where nothing is said; `*`: a list of it."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an object."""

    name: str
    type: str
    """One of TYPES or OBJECTS, with ? or * after it."""
    about: str
    """What it means, without a full stop."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One kind of object."""

    title: str
    about: str
    fields: tuple[Field, ...]


_SCHEMA = Field("$schema", "adress", "adressen till det JSON Schema som filen följer")
_ID = Field("id", "text", "sidans adress räknad från webbplatsens rot; ändras inte")
_URL = Field("url", "adress", "sidans adress")
_BODY = Field("body", "organref", "organet")

OBJECTS: dict[str, Thing] = {
    "index": Thing(
        "Innehållet",
        "ingången till alla data",
        (
            _SCHEMA,
            Field("organisation", "text", "kommunens namn"),
            Field("day", "datum", "dagen som uppgifterna gäller"),
            Field("draft", "ja/nej", "ja: ett utkast, som inte är offentligt"),
            Field("license", "adress", "villkoren"),
            Field("bodies", "organref*", "organen"),
            Field("years", "arref*", "åren, det senaste först"),
            Field("people", "adress", "de förtroendevalda (Popolo)"),
            Field("decisions_csv", "adress", "alla beslut som CSV"),
            Field("votes_csv", "adress", "alla röster som CSV"),
            Field("schemas", "adress*", "scheman för alla filer"),
        ),
    ),
    "arref": Thing("Ett år", "", (Field("year", "heltal", "året"), Field("data", "adress", "årets innehåll"))),
    "ar": Thing(
        "Ett års innehåll",
        "sammanträdena ett år och ärendena som då behandlades",
        (
            _SCHEMA,
            Field("year", "heltal", "året"),
            Field("meetings", "motesref*", "sammanträdena"),
            Field("cases", "arenderef*", "ärendena"),
        ),
    ),
    "organref": Thing(
        "Ett organ i korthet",
        "",
        (
            _ID,
            Field("code", "text", "kortnamnet"),
            Field("name", "text", "namnet"),
            Field("data", "adress", "organets data"),
        ),
    ),
    "motesref": Thing(
        "Ett sammanträde i korthet",
        "",
        (
            _ID,
            Field("body", "text", "organets kod"),
            Field("date", "datum", "dagen"),
            Field("status", "text", "inställt, flyttat, planerat, kallat, ojusterat, delvis justerat eller justerat"),
            Field("data", "adress", "sammanträdets data"),
        ),
    ),
    "arenderef": Thing(
        "Ett ärende i korthet",
        "",
        (
            _ID,
            Field("number", "text", "diarienumret"),
            Field("title", "text", "rubriken"),
            Field("data", "adress", "ärendets data"),
        ),
    ),
    "organ": Thing(
        "Ett organ",
        "ett organ med ledamöter och sammanträden",
        (
            _SCHEMA,
            _ID,
            _URL,
            Field("code", "text", "kortnamnet"),
            Field("name", "text", "namnet"),
            Field("classification", "text", "fullmäktige, styrelse, nämnd eller utskott"),
            Field("parent", "organref?", "organet som det bereder åt eller lyder under"),
            Field("founding_date", "datum?", "första dagen"),
            Field("dissolution_date", "datum?", "sista dagen"),
            Field("feed", "adress", "det som är nytt (Atom)"),
            Field("calendar", "adress", "sammanträdena (iCalendar)"),
            Field("members", "uppdrag*", "uppdragen, de senaste först"),
            Field("meetings", "motesref*", "sammanträdena, det senaste först"),
        ),
    ),
    "sammantrade": Thing(
        "Ett sammanträde",
        "ett sammanträde med kallelse, protokoll och omröstningar",
        (
            _SCHEMA,
            _ID,
            _URL,
            _BODY,
            Field("date", "datum", "dagen"),
            Field("kind", "text", "ordinarie eller extra"),
            Field("status", "text", "inställt, flyttat, planerat, kallat, ojusterat, delvis justerat eller justerat"),
            Field("times", "tid*", "från och till; flera efter ajournering"),
            Field("place", "text", "platsen"),
            Field("agenda_published", "datum?", "dagen då kallelsen blev publik"),
            Field("cancelled", "installt?", "att sammanträdet inte hålls"),
            Field("moved_to", "datum?", "dagen som det har flyttats till"),
            Field("adjustments", "justering*", "justeringarna"),
            Field("attendance", "narvaro*", "de förtroendevalda som deltog, så som protokollet säger"),
            Field("agenda", "punkt*", "kallelsens punkter"),
            Field("minutes", "paragraf*", "protokollets paragrafer"),
            Field("not_shown", "lucka*", "nummer som inte visas"),
            Field("attachments", "bilaga*", "bilagorna"),
        ),
    ),
    "tid": Thing("En tid", "", (Field("start", "klockslag", "från"), Field("end", "klockslag?", "till"))),
    "installt": Thing("Inställt", "", (Field("date", "datum", "då det bestämdes"), Field("reason", "text", "skälet"))),
    "justering": Thing(
        "En justering",
        "",
        (
            Field("paragraphs", "text", "paragraferna; tomt betyder alla"),
            Field("adjusted", "datum?", "när; null: protokollet säger inte dagen"),
            Field("announced", "datum?", "när anslaget sattes upp"),
            Field(
                "last_appeal_day",
                "datum?",
                "sista dagen att begära laglighetsprövning; null: inget som anslaget gäller överklagas så",
            ),
            Field("removed", "datum?", "när anslaget togs ned"),
        ),
    ),
    "narvaro": Thing(
        "En närvarande förtroendevald",
        "",
        (
            Field("person_id", "text", "personens id"),
            Field("name", "text", "namnet"),
            Field("party", "text", "partiets kod"),
            Field("group", "text", "protokollets egen rubrik"),
            Field("role", "text", "uppdraget"),
            Field("serves_for", "text", "den som ersätts"),
            Field("paragraphs", "text", "vid vilka paragrafer; tomt betyder alla"),
            Field("remote", "ja/nej", "på distans"),
        ),
    ),
    "punkt": Thing(
        "En punkt i kallelsen",
        "",
        (
            _ID,
            _URL,
            Field("number", "heltal?", "numret"),
            Field("title", "text", "rubriken"),
            Field("type", "text", "ärende, motion, val …"),
            Field("time", "klockslag?", "när punkten är planerad"),
            Field("added", "datum?", "en sen punkt: dagen då den lades till"),
            Field("cases", "text*", "ärendenas id"),
            Field("proposal", "text", "förslaget till beslut"),
            Field("handled_in", "text?", "id för paragrafen där punkten behandlades"),
            Field("attachments", "text*", "bilagornas id"),
        ),
    ),
    "paragraf": Thing(
        "En paragraf",
        "",
        (
            _ID,
            _URL,
            Field("number", "text?", "paragrafens nummer"),
            Field("title", "text", "rubriken"),
            Field("type", "text", "ärende, motion, val …"),
            Field(
                "outcome",
                "text?",
                "bifall, avslag, återremiss …; uttolkat ur beslutets ord om protokollet inte säger det",
            ),
            Field("is_proposal", "ja/nej", "beslutet är ett förslag till nästa organ"),
            Field("cases", "text*", "ärendenas id"),
            Field("decision", "text", "beslutet, som ren text"),
            Field("adjusted", "datum?", "dagen för justeringen"),
            Field("announced", "datum?", "dagen för anslaget"),
            Field("publication", "text", "offentlig, maskad eller rubrik (bara rubriken visas)"),
            Field("reason", "text", "varför inte allt visas"),
            Field("corrections", "rattelse*", "rättelserna"),
            Field("vote_events", "omrostning*", "omröstningarna (Popolo)"),
            Field("attachments", "text*", "bilagornas id"),
        ),
    ),
    "rattelse": Thing(
        "En rättelse",
        "",
        (Field("date", "datum", "när"), Field("was", "text", "vad som stod"), Field("now", "text", "vad som ska stå")),
    ),
    "lucka": Thing(
        "Nummer som inte visas",
        "",
        (
            Field("document", "text", "kallelse eller protokoll"),
            Field("first", "text?", "första numret"),
            Field("last", "text?", "sista numret"),
            Field("state", "text", "ej på webben, återkallad, publiceras senare eller saknas"),
            Field("reason", "text", "skälet"),
        ),
    ),
    "bilaga": Thing(
        "En bilaga",
        "",
        (
            _ID,
            _URL,
            Field("title", "text", "titeln"),
            Field("file", "adress?", "filen, om den finns här"),
            Field("size", "heltal?", "filens storlek i byte"),
            Field("sha256", "text?", "filens kontrollsumma"),
            Field("withheld", "text?", "varför den inte publiceras"),
        ),
    ),
    "omrostning": Thing(
        "En omröstning (Popolo VoteEvent)",
        "",
        (
            Field("id", "text", "paragrafens id och omröstningens nummer"),
            Field("yes_means", "text", "vad ja betydde"),
            Field("no_means", "text", "vad nej betydde"),
            Field("start_date", "datum", "dagen"),
            Field("organization_id", "text", "organets id"),
            Field("result", "text?", "pass: fler ja än nej; fail: fler nej; null: lika, eller sluten omröstning"),
            Field("counts", "antal*", "röstetalen"),
            Field("group_results", "gruppresultat*", "röstetalen per parti"),
            Field("votes", "rost*", "vem som röstade hur"),
        ),
    ),
    "antal": Thing(
        "Ett röstetal",
        "",
        (
            Field("option", "text", "yes, no, abstain, absent eller not voting (jäv)"),
            Field("value", "heltal", "antalet"),
        ),
    ),
    "gruppresultat": Thing(
        "Ett partis röster",
        "",
        (Field("group_id", "text", "partiets id"), Field("counts", "antal*", "röstetalen")),
    ),
    "rost": Thing(
        "En röst",
        "",
        (
            Field("voter_id", "text?", "personens id; null när det är osäkert vem som menas"),
            Field("voter", "text", "namnet så som protokollet skriver det"),
            Field("group_id", "text?", "partiets id"),
            Field("option", "text", "yes, no, abstain, absent eller not voting (jäv)"),
        ),
    ),
    "arende": Thing(
        "Ett ärende",
        "ett ärende med sin gång genom organen",
        (
            _SCHEMA,
            _ID,
            _URL,
            Field("number", "text", "diarienumret"),
            Field("title", "text", "rubriken"),
            Field("feed", "adress", "det som är nytt (Atom)"),
            Field("handlings", "behandling*", "behandlingarna i tidsordning, planerade också"),
            Field("related", "arenderef*", "ärenden som hör ihop med detta"),
        ),
    ),
    "behandling": Thing(
        "En behandling",
        "",
        (
            Field("id", "text", "paragrafens eller punktens id"),
            _URL,
            _BODY,
            Field("date", "datum", "dagen"),
            Field("document", "text", "kallelse eller protokoll"),
            Field("number", "text?", "paragrafens eller punktens nummer"),
            Field("title", "text", "rubriken"),
            Field("outcome", "text?", "bifall, avslag, återremiss …"),
            Field("is_proposal", "ja/nej", "beslutet är ett förslag till nästa organ"),
            Field("decision", "text", "beslutet, som ren text"),
            Field("meeting", "adress", "sammanträdets data"),
        ),
    ),
    "personer": Thing(
        "De förtroendevalda (Popolo)",
        "personer, organisationer och uppdrag; bara den som är vald, aldrig tjänstepersoner",
        (
            _SCHEMA,
            Field("persons", "person*", "personerna"),
            Field("organizations", "organisation*", "kommunen, organen och partierna"),
            Field("memberships", "uppdrag*", "uppdragen"),
        ),
    ),
    "person": Thing(
        "En person (Popolo Person)",
        "",
        (
            Field("id", "text", "personens id"),
            _URL,
            Field("name", "text", "namnet"),
            Field("parties", "text*", "partiernas id"),
        ),
    ),
    "organisation": Thing(
        "En organisation (Popolo Organization)",
        "",
        (
            Field("id", "text", "organets, partiets eller kommunens id"),
            Field("name", "text", "namnet"),
            Field(
                "classification",
                "text",
                "kommun, region, kommunalförbund, fullmäktige, styrelse, nämnd, utskott eller parti",
            ),
            Field("parent_id", "text?", "organisationen som den hör till"),
        ),
    ),
    "uppdrag": Thing(
        "Ett uppdrag (Popolo Membership)",
        "",
        (
            Field("person_id", "text", "personens id"),
            Field("name", "text", "namnet"),
            Field("organization_id", "text", "organets id"),
            Field("on_behalf_of_id", "text?", "partiets id"),
            Field("role", "text", "ordförande, ledamot, ersättare …"),
            Field("start_date", "datum?", "första dagen"),
            Field("end_date", "datum?", "sista dagen"),
        ),
    ),
}
"""Every kind of object, by the name that types and schemas use."""

FILES = ("index", "ar", "organ", "sammantrade", "arende", "personer")
"""The objects that are files of their own, each with a schema."""

DECISIONS: tuple[Field, ...] = (
    Field("id", "text", "paragrafens id"),
    Field("organ", "text", "organets namn"),
    Field("organkod", "text", "organets kod"),
    Field("datum", "datum", "dagen för sammanträdet"),
    Field("paragraf", "text", "paragrafens nummer"),
    Field("rubrik", "text", "rubriken"),
    Field("diarienummer", "text", "ärendenas nummer, åtskilda av semikolon"),
    Field("typ", "text", "ärende, motion, val …"),
    Field("utfall", "text", "bifall, avslag, återremiss …"),
    Field("forslag", "ja/nej", "ja: beslutet är ett förslag till nästa organ"),
    Field("beslut", "text", "beslutet på en rad"),
    Field("justerat", "datum", "dagen för justeringen"),
    Field("anslaget", "datum", "dagen för anslaget"),
    Field("adress", "adress", "paragrafens sida"),
)
"""Columns of beslut.csv."""
VOTES: tuple[Field, ...] = (
    Field("id", "text", "omröstningens id"),
    Field("organkod", "text", "organets kod"),
    Field("datum", "datum", "dagen för sammanträdet"),
    Field("paragraf", "text", "paragrafens nummer"),
    Field("rubrik", "text", "paragrafens rubrik"),
    Field("ja_betyder", "text", "vad ja betydde"),
    Field("nej_betyder", "text", "vad nej betydde"),
    Field("person_id", "text", "personens id"),
    Field("namn", "text", "namnet så som protokollet skriver det"),
    Field("parti", "text", "partiets kod"),
    Field("rost", "text", "ja, nej, avstår, frånvarande eller jäv"),
    Field("adress", "adress", "paragrafens sida"),
)
"""Columns of omrostningar.csv."""
OPTIONS = {"ja": "yes", "nej": "no", "avstår": "abstain", "frånvarande": "absent", "jäv": "not voting"}
"""A vote of ours -> Popolo's word."""
