"""Labels of the first page of agendas and minutes, of notices of adjustment and of signatures, by what they tell."""

import re

_MEETING = r"(?:sammanträdet|mötet|sammanträde|möte)"
_AND = r",? ?(?:och|/|&) ?"
_OF_BODY = r"[\w-]*(?:direktion|nämnd|styrelse|utskott|råd|fullmäktige|beredning|kommitté)(?:e?n|et)?s"
_NOT = r"(?:ej|icke|inte)"
_SERVING = r"(?:tjänstgörande|tjg\.?|tjänstg\.)"
_NO_FOOT = r"(?!.*\b(?:just|sekr|utdrag|sign))"
"""Not the foot of a page: "Ordf. Just. Sekr."."""
_UP = (
    r"(?:(?:anslags-?)?upps(?:ättande|ättning|ättes|ätts|att|atts|attes)|sätts upp|sattes upp|satts upp"
    r"|publicera(?:s|t|ts|des)|publicering|anslås|anslogs)"
)
_DOWN = (
    r"(?:(?:anslags-?)?ne(?:d|r)t(?:agande|agning|ages|as|aget|agen|ogs)|ta(?:s|gits) ne(?:d|r)|togs ne(?:d|r)|tas bort"
    r"|togs bort|borttagande|avpublicera(?:s|t|ts|des)|avpublicering)"
)
_ITS = r"(?:anslag(?:et|ets|s)?|protokollet)"
_DAY = r"(?:datum|dag) (?:för|då|när)"
_ON = r"(?: den| datum| tidigast| från| fr\.?o\.?m\.?)?"
_LAST = r"sista (?:dag|dagen|datum)(?:et)? (?:för|att)"

ANNEX = re.compile(r"(?:protokolls)?bilaga(?: nr\.?)?(?: ?[\dA-Z]{1,3})?[.:]?", re.IGNORECASE)
"""The line above the name of an annex."""

LABELS: dict[str, tuple[str, ...]] = {
    "when where": (
        rf"plats{_AND}(?:sammanträdes)?(?:tid|datum)(?: för {_MEETING})?",
        rf"(?:tid|datum|dag){_AND}plats(?: för {_MEETING})?",
        rf"(?:datum|dag),? (?:tid{_AND}plats|plats{_AND}tid)",
        r"tid plats",
        r"plats tid",
        r"tid,? plats",
        r"plats, tid",
        r"plats/tid",
        r"tid/plats",
        rf"mötesplats{_AND}tid",
        rf"(?:sammanträdets|mötets) (?:plats{_AND}tid|tid{_AND}plats)",
    ),
    "where": (
        rf"plats(?: för {_MEETING})?",
        r"(?:sammanträdes|mötes)(?:plats|lokal)",
        r"lokal",
    ),
    "when": (
        rf"(?:start)?tid(?: för {_MEETING})?",
        rf"(?:datum|dag){_AND}tid(?: för {_MEETING})?",
        rf"tid{_AND}(?:datum|dag)",
        r"(?:sammanträdes|mötes)tid",
        r"klockan",
        r"tidpunkt",
    ),
    "date": (
        r"(?:sammanträdes|mötes)(?:datum|dag)",
        rf"datum för {_MEETING}",
        r"sammanträdets datum",
        r"datum",
    ),
    "people": (
        r"beslutande",
        r"beslutande ledamöter(?: och ersättare)?",
        r"ledamöter(?: och ersättare)?",
        r"ordinarie(?: ledamöter)?(?: och tjänstgörande ersättare)?",
        rf"{_OF_BODY} (?:ordinarie )?(?:ledamöter|ersättare)",
        r"närvarande(?: ledamöter)?(?:/beslutande)?",
        r"närvarande beslutande",
        r"närvaro",
        r"(?:särskild )?(?:närvaro|tjänstgörings?|upprops?|roll|deltagar)(?:- och \w+)?lista",
        rf"{_SERVING}(?: ledamöter)?(?: och ersättare)?",
        rf"{_SERVING} ersättare",
        r"beslutande ersättare",
        rf"(?:övriga )?(?:närvarande,? )?{_NOT} (?:{_SERVING}|beslutande)(?: ersättare| ledamöter)?",
        rf"ersättare,? \(?(?:{_NOT}|som|som {_NOT}) (?:{_SERVING}|tjänstgör|beslutande)\)?",
        r"(?:övriga )?närvarande ersättare",
        r"ersättare",
        r"frånvarande(?: ledamöter)?",
        r"(?:anmält förhinder|anmälda förhinder|anmäld frånvaro|frånvaro anmäld|frånvaro|frånvarande med förhinder)",
        r"övriga",
        r"övrig närvaro|(?:även|dessutom|därutöver) närvarande|närvarande (?:förutom|utöver) beslutande",
        r"övriga (?:deltagande|deltagare|närvarande|kallade|inbjudna)",
        r"övriga (?!paragraf)(?-i:[a-zåäö]+(?: och [a-zåäö]+)?)",
        r"deltagare",
        r"deltagande",
        r"adjungerade?",
        r"inbjudna(?: gäster| deltagare)?|inbjuden|gäster",
        r"kallade(?: ledamöter| ersättare| tjänstepersoner)?",
        r"kallas(?: för kännedom)?|(?:ersättare )?för kännedom",
        r"(?:kommunala |närvarande )?tjänste(?:män|man|personer|person)",
        r"föredragande(?: tjänstepersoner| tjänstemän)?",
        r"(?:personal|fackliga?)(?: ?företrädare)",
        r"fackliga (?:representanter|organisationer)",
        r"personalrepresentanter",
        r"politiska sekreterare",
        r"insyns(?:plats(?:er)?|ledamöter)",
        r"(?:med )?insyn(?:srätt)?",
        r"(?:närvarande |ledamöter )?(?:med )?närvarorätt(?: enl(?:igt|\.) (?:särskilt )?beslut)?",
        r"revisorer",
        r"observatörer|sakkunniga",
        r"gruppledare",
        r"åhörare",
        r"distansdelta(?:gare|gande)",
        r"(?:närvarande |deltagande )?på distans",
        r"deltar på distans",
    ),
    "chair": (
        rf"(?:mötes)?ordförande|ordf\.?{_NO_FOOT}",
        r"(?:sammanträdets|mötets) ordförande",
    ),
    "vice": (r"(?:[12]|1:[ae]|2:[ae]|första|förste|andra|andre) vice ordförande", r"v(?:ice|\.)? ?ordf(?:örande|\.)?"),
    "secretary": (
        r"(?:nämnd|mötes|sammanträdes|kommun|region|utskotts|fullmäktige|förvaltnings|direktions|förbunds|styrelse"
        r"|protokolls?)?sekreterare",
        r"vid (?:protokollet|pennan)",
        rf"protokolls?förare|sekr\.?{_NO_FOOT}",
    ),
    "adjusters": (
        r"att justera(?: protokollet)?",
        rf"justerare|just\.?{_NO_FOOT}",
        r"justerande(?: ledam(?:ot|öter))?",
        r"justeringsperson(?:er)?",
        r"justeringsm(?:an|än)",
        r"protokolls?justerare",
        r"utses(?:,)? att justera(?: protokollet)?",
        r"(?:utsedd|vald)(?:a)? att justera(?: protokollet)?",
        r"(?:utsedd|vald)a? justerare",
        r"val av justerare",
        r"(?:utses |utsedda? )?att (?:jämte|tillsammans med|utöver) ordföranden? justera(?: protokollet)?",
        r"(?:utses|utsedda?) (?:jämte|tillsammans med|utöver) ordföranden? att justera(?: protokollet)?",
        r"till (?:att justera|protokolls?justerare|justerare) (?:utses|utsågs|väljs|valdes)",
        r"(?:protokollet )?justeras(?: av)?",
    ),
    "adjuster substitutes": (r"ersättare för justerare", r"ersättare för justerande", r"justerares? ersättare"),
    "adjusting": (
        rf"(?:protokolls?)?justering(?:en)?s (?:plats{_AND}tid|tid{_AND}plats|plats, tid|plats|tid|datum|dag)",
        rf"(?:plats{_AND}tid|tid{_AND}plats|plats|tid|datum|dag) för (?:protokolls?)?justering(?:en)?"
        r"(?: av protokollet)?",
        r"justering(?:sdag|sdatum|stid|splats)",
        rf"justerings(?:plats{_AND}tid|tid{_AND}plats)",
        r"(?:digital )?justering(?:en)?(?: sker| äger rum)?",
        r"protokolls?justering",
        r"justering(?: och|,) (?:sekreterare|protokoll\w*)",
    ),
    "paragraphs": (
        r"(?:avser |justerade |omfattar |gäller )?paragraf(?:er|erna)?(?: nr)?",
        r"protokollet (?:omfattar|avser|gäller)(?: paragraferna| §§)?",
        r"omfattning|paragrafnummer",
        r"(?:gäller|avser|omfattar) (?:paragraf(?:er|erna)?|§§)",
        r"§§(?=\s*:?\s*\d)",
    ),
    "signatures": (
        r"(?:protokollet (?:har|är) )?(?:elektroniskt |digitalt )?(?:under(?:tecknat|tecknats|skrivet)|signerat)"
        r"(?: (?:elektroniskt|digitalt))?(?: av)?",
        r"(?:elektroniska|digitala) underskrifter",
        r"underskrift(?:er)?(?: ?/ ?anslaget av| av (?:justera(?:nde|re)|sekreterare|ordförande))?",
        r"(?:digitala? )?signatur(?:er)?",
        r"namnförtydligande",
        r"namnteckning(?:ar)?",
        r"(?:protokollet )?(?:undertecknas|underskrivs|skrivs under|signeras)(?: (?:elektroniskt|digitalt))?(?: av)?",
    ),
    "notice": (
        r"anslag ?/ ?bevis",
        r"bevis ?/ ?anslag|anslag och bevis|anslags?bevis ?/ ?bevis",
        r"(?:digitalt )?anslags?bevis",
        r"(?:digitalt )?anslag(?: om justering| (?:om|av|för) (?:justerat )?protokoll\w*| på .{0,30}anslagstavla)?",
        r"bevis(?: (?:om|på|för) (?:anslag|anslående|justering|tillkännagivande)\w*)?",
        r"tillkännagivande(?: av (?:justering|justerat protokoll)\w*| om justering\w*)?",
        r"justerings(?:bevis|anslag)|kungörelse om justering",
        r"protokollet (?:är justerat|har justerats)\b.*",
        r"justeringen (?:har|är) (?:tillkännagivits|tillkännagiven|anslagen|anslagits|offentliggjorts|publicerats"
        r"|kungjorts)\b.*",
        r"justerat protokoll",
        r"justering(?:en)?(?: av protokollet)? (?:har|är|tillkänna)\b.*",
    ),
    "of": (
        r"organ",
        r"instans",
        r"forum",
        r"beslutsinstans",
        r"(?:beslutande|sammanträdande) organ",
        r"nämnd(?: ?/ ?(?:styrelse|utskott)| e\.? ?d\.?)?",
        r"styrelse/nämnd",
        r"myndighet",
    ),
    "adjusted": (
        r"(?:protokollet )?justerat(?: den| datum)?",
        r"protokoll justerat(?: den)?",
        r"(?:protokollet (?:är |har )?)?(?:digitalt|elektroniskt) justerat?s?(?: den)?",
        r"datum för justering(?:en)?",
        r"justeringsdatum",
        r"justera(?:d|de|des)(?: den| datum)?",
    ),
    "announced": (
        rf"{_DAY} {_ITS} (?:är |har )?{_UP}{_ON}",
        rf"{_DAY} {_UP}(?: av {_ITS})?",
        rf"{_ITS} (?:är )?{_UP}{_ON}",
        rf"(?:protokollet|justeringen) (?:är|har) (?:anslag(?:et|en|its)|uppsatt){_ON}",
        r"(?:anslaget|anslagsdatum|anslagsdag|anslagen|uppsatt|uppsättande|uppsätts|publicerat|publicerades|publiceras"
        rf"|anslås){_ON}",
        r"(?:uppsättnings|publicerings)(?:datum|dag)",
        r"datum för (?:anslag|tillkännagivande)|tillkännages från",
        r"anslags(?:tid|period)(?: från)?|anslaget under tiden",
    ),
    "removed": (
        rf"{_DAY} {_ITS} {_DOWN}{_ON}",
        rf"{_DAY} {_DOWN}(?: av {_ITS})?",
        rf"{_ITS} {_DOWN}{_ON}",
        rf"{_DOWN}{_ON}",
        r"(?:nedtagnings|avpublicerings)(?:datum|dag)|sista anslagsdag",
        r"(?:anslaget|anslås) (?:till och med|t\.?o\.?m\.?|till)(?: den)?",
        r"får (?:tidigast )?tas ne[dr](?: tidigast)?",
    ),
    "appeal": (
        rf"{_LAST} överklaga(?:nde|n|s)?",
        r"sista (?:överklagande|överklagnings|besvärs)dag(?:en)?",
        r"(?:överklagande|överklagnings|besvärs)tid(?:en)?(?: går ut| utgår)?",
        r"(?:överklagas|överklagan) senast|kan överklagas (?:till och med|t\.?o\.?m\.?|senast)",
        r"tid för överklagande|laga kraft",
    ),
    "kept": (
        r"förvaringsplats(?: (?:för |av )?(?:det justerade )?protokoll(?:et)?)?",
        r"(?:det justerade )?(?:original)?protokoll(?:et)? förvaras(?: (?:på|hos|i|vid))?",
        r"protokollet finns (?:tillgängligt |att läsa )?(?:på|hos|i|vid)",
        r"protokollets (?:förvaringsplats|förvaringsställe|förvaring)|förvaringsställe|arkivplats",
        r"förvaring(?: (?:av|för) \w*protokoll\w*)?|plats för (?:protokollets )?förvaring",
        r"förvaras(?: (?:på|hos|i|vid))?",
    ),
    "numbered": (r"(?:dnr|diarienummer|diarienr|ärendenummer)",),
    "from": (
        r"kallelsedatum|kallelse utsänd|handlingar utsända",
        r"utsänd(?:es)?|utskickad",
        r"publicerad",
        r"upplysningar(?: lämnas av)?",
        r"kontakt(?:person)?",
        r"handläggare",
        r"(?:anmälan om |anmäl |meddela |vid )?(?:förhinder|förfall)(?: anmäls| meddelas)?(?: till)?",
    ),
}
"""What a label is about -> patterns of its words (in lower case; the longest one that fits holds)."""

PARTY_ENDINGS = (
    r"parti(?:et)?|lista(?:n)?|alternativ(?:et)?|demokrater(?:na)?|moderaterna|liberalerna|pensionärerna|humanisterna"
    r"|allians(?:en)?|samling(?:en)?|initiativ(?:et)?|viljan|väl|bästa|framtid|oberoende|unionen"
)
"""How the name of a party ends, where it is written out: "Bygdens bästa", "Dalpartiet"."""
PARTIES: frozenset[str] = frozenset(
    (
        *("S", "M", "SD", "C", "V", "KD", "MP", "L", "FP", "NYD", "FI", "Fi", "PP", "SPI", "NYANS", "AfS"),
        *(
            "LP",
            "VL",
            "KP",
            "HEL",
            "BP",
            "NP",
            "SP",
            "VI",
            "KL",
            "OP",
            "SiV",
            "HiV",
            "SjvP",
            "SJVP",
            "FiA",
            "SfS",
            "NE",
        ),
        *(
            "SRD",
            "KIM",
            "MBP",
            "PF",
            "ÖP",
            "LB",
            "FB",
            "BPo",
            "TP",
            "VäP",
            "DP",
            "D",
            "FNL",
            "RP",
            "SVP",
            "KA",
            "UP",
            "FL",
        ),
        *("s", "m", "sd", "c", "v", "kd", "mp", "l", "fp"),
    )
)
"""Party codes that are also understood without parentheses, "Bo Ek, M". In parentheses any short code is one."""
