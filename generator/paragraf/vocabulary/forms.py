"""Forms of headings: what the wordings of the table look like when more, or less, is said.

A form is of the head word of a heading with what commonly stands before and after it. Source: headings of published
minutes of some ninety municipalities, regions and federations, 2002–2024.
"""

import re

BODIES = r"(?:nämnd|styrelse|utskott|fullmäktige|beredning|direktion|råd|presidi|kommitté|delegation|förbundsmöte)"
"""What the name of a body ends with, without its own ending."""
_NO_NAME = r"(?:bifall\w*|avsl\w+|enligt|till|från|av|att|med|mot|som|har|är)\b"
_LETTERS = r"(?:[bcdfghjklmnpqrstvxz]{2,5}|[bcdfghjklmnpqrstvxz]{0,4}au|san|bun|von|mbn)(?::s|s)?"
BODY = rf"(?:(?:(?!förvaltning|{_NO_NAME})[\w&,:/-]+ ){{0,7}}?[\w-]*{BODIES}(?:et|en|n|erna|um)?s?|{_LETTERS})"
"""The name of a body, in lower case."""
_DATED = r"(?:,? ?(?:den )?\d{1,4}[-/ ].{1,30}|,? ?§§? ?\d.{0,20}|,? daterat .{1,30})"
EARLIER = re.compile(
    rf"(?P<body>{BODY}) (?:tidigare )?(?:beslut|förslag|behandling){_DATED}"
    rf"|(?:[\w-]+s )?[\w-]*{BODIES}(?:et|en|n)?s?{_DATED}|{_LETTERS},? ?(?:\d{{4}}-\d\d-\d\d)?,? ?§ ?\d.{{0,12}}"
)
"""An earlier occasion, by its day or §."""

_WHERE = r"(?:på|under|vid|från)"
AT_MEETING = rf"{_WHERE} (?:(?:dagens )?(?:sammanträdet|sammanträde|mötet|möte))"
_BEFORE = r"(?:[\w().,:/&-]+ ){0,6}?"
_MATTER = r"(?: (?:av|i|om|till|för) (?:ärendet|ärende|frågan|saken|ansökan|beslutet|förslaget))?"
_ALSO = r"(?: (?:och|samt) .{1,40})?"
_MORE = r"(?: .{1,60})?"
_OFFICE = (
    r"(?:[\w-]+s )?(?:[\w-]*(?:förvaltning|kontor|enhet|avdelning|sektor|verksamhet|ordförande|chef|direktör"
    r"|sekreterare|tjänste(?:man|person)|handläggare)(?:en|et|n)?|presidiet|rektorn?)"
)
"""Who prepares for a body, in lower case."""
_TO_DECIDE = r"(?: (?:att )?(?:besluta|föreslå.{0,40}))?(?: följande)?(?: att)?"
PROPOSED = (
    re.compile(rf"{_OFFICE} föreslår(?: att)?(?: {BODY})?{_TO_DECIDE}"),
    re.compile(rf"(?:{BODY} )?föreslås{_TO_DECIDE}"),
)
"""What somebody proposes to a body; in a decision or a proposal the words are its beginning."""
_PARTY = (
    r"(?:\(?(?:s|m|sd|c|v|kd|mp|l|fp)\)?|[\w-]*(?:demokraterna|partiet|partierna|gruppen)|moderaterna|liberalerna"
    r"|ledam.{0,40})"
)
_ASPECT = (
    r"(?:ekonomi|finans|kostnad|budget|miljö|klimat|ekolog|jämställ|jämlik|likabehandl|mångfald|integration|personal"
    r"|personell|organisator|juridi|rättslig|social|landsbygd|folkhäls|hållbar|tillgänglig|trygg|brottsföreb|närings"
    r"|digital|säkerhet|arbetsmiljö|funktionshinder|minoritet|kommunikation|resurs|verksamhet|konsekvens)[\w-]*"
)
"""What consequences are told of: its beginning, and the rest of that word."""
_DELEGATED = r"(?:(?:ordförande\w*s? )?deleg(?:ations|erings)(?:beslut|ärenden)|delegerade beslut|ordförandebeslut)"
_EXTRACT = r"(?:detta )?(?:protokolls)?(?:beslut|utdrag|paragraf|protokoll)(?:et|en)?(?: ur protokollet)?"
_SENT = (
    r"(?:expedieras|expedierat|expedierad|skickas|sänds|sändes|sänt|skickat|översänds|delges|delgives|meddelas"
    r"|tillställs|kommuniceras|mejlas|mailas|lämnas|kopia|kopior|utdrag|exp\.?|besked|underrättelse"
    r"|delgivning(?: sker)?)"
)
_USE = r"för (?:kännedom|åtgärd|verkställighet)"

_FORMS: tuple[tuple[str, *tuple[str, ...]], ...] = (
    (
        "sarskilt_yttrande",
        rf"särskil(?:t|da) (?:yttranden?|uttalanden?){_MORE}",
        rf"(?:skriftliga? )?(?:yttranden?|uttalanden?)(?: (?:från|av))? {_PARTY}",
        r"skriftligt yttrande|ersättar(?:e|es|nas)?\s?yttranden?|röstförklaring(?:ar)?",
    ),
    (
        "reservation",
        rf"(?:{_BEFORE})?[\w-]*reservation(?:er|/er)?(?: (?:från|av|mot|till|i|och|\() ?.{{1,50}})?",
        r"avvikande (?:mening(?:ar)?|åsikt(?:er)?)",
    ),
    (
        "anteckning",
        r"(?:(?:särskild|skriftlig)a? )?(?:protokolls)?(?:anteckning|notering)(?:ar)?"
        r"(?: (?:från|av|till|för) .{1,50}| \(.{1,8}\))?",
        r"(?:det )?(?:noteras|antecknas)(?: (?:till|i) protokollet)?",
        r"(?:tillägg|anmälan|information) till protokollet",
    ),
    (
        "jav",
        r"(?:(?:anmälan (?:om|av)|anmält|anmälda) )?jäv(?:s(?:situation|anmälan|anmälningar))?(?: .{1,40})?",
    ),
    (
        "deltar_ej",
        r"(?:(?:ej|icke|inte) deltagande|delt(?:ar|og) (?:ej|inte)|deltagande i beslut(?:et)?)(?: .{1,40})?",
        r"avst(?:år|od|ående) från(?: att)? (?:delta(?:gande)?|beslut(?:et)?)(?: .{1,40})?",
    ),
    (
        "omrostning",
        rf"{_BEFORE}(?:omröstning|votering)(?:en|ens|ar|arna)?"
        r"(?: (?:utfall|resultat|begärs|genomförs))?(?: (?:nr )?\d{1,2})?(?: (?:i|om|av|mellan|avseende).{0,60})?",
        r"(?:godkänd )?(?:omröstnings|voterings|röst)(?:proposition|ordning|resultat|protokoll|lista|utfall)(?:en|et)?"
        r"(?:[,:]? (?:nr\.? ?)?\d{1,2})?",
    ),
    (
        "proposition",
        rf"(?:[\w-]+s |ställande av )?proposition(?:s\w+|er)?{_MORE}",
        rf"beslut(?:s|ets )(?:gång|ordning|process|förfarande)(?:en|et)?{_MORE}",
    ),
    (
        "arendebeskrivning",
        r"(?:motion(?:en|är)s|motionärernas|(?:medborgar|e-)förslagets|förslagsställarens|interpellationens"
        r"|skrivelsens|initiativets) (?:innehåll|förslag|yrkanden?)",
    ),
    (
        "yrkanden",
        r"ledam(?:ot|ots|öters|öternas)s?[- ]?(?:förslag|yrkanden?)(?: till beslut)?",
        rf"{_BEFORE}[\w-]*yrkanden?(?:(?:,| |/).{{1,60}})?",
        rf"(?:nya |framlagda |ställda )?förslag(?: till beslut)? {AT_MEETING}",
        rf"lämnade förslag|förslag (?:från|av) {_PARTY}",
    ),
    (
        "barnkonsekvens",
        rf"{_BEFORE}barn(?:konsekvens|perspektiv|rätt|checklist|konvention)[\w ]{{0,30}}",
        rf"{_BEFORE}barn(?:et|en)?s (?:bästa|rätt|perspektiv)[\w ]{{0,30}}",
        r"barn-? och (?:ungdoms?|unga)[\w-]*perspektiv(?:et)?|påverkan på barn.{0,20}",
    ),
    ("bedomning", r"(?:rättslig|juridisk) bedömning"),
    (
        "konsekvenser",
        r"perspektiv på .{1,60}|(?:bedömning|konsekvenser|analys) (?:ur|utifrån) .{1,50}",
        rf"(?:{_BEFORE}och )?{_ASPECT}(?: [\w-]+)? ?(?:konsekvenser|påverkan|aspekter|perspektiv(?:et)?|effekter"
        r"|överväganden?|förutsättningar|bedömning(?:ar)?|analys|utveckling)",
        rf"{_BEFORE}[\w-]*konsekvens(?:er|analys|beskrivning)?(?: (?:för|av|och|om) .{{1,50}})?",
        r"(?:klimat|miljö)(?:påverkan|aspekter|perspektiv)|landsbygds(?:säkring|perspektiv)|hållbarhet|jämställdhet",
        r"jämlikhet|folkhälsa|tillgänglighet|mångfald|måluppfyllelse|agenda 2030|kostnad(?:er)?",
        r"koppling till (?:\w+ )?(?:mål|styrdokument)\w*",
    ),
    (
        "sammanfattning",
        rf"(?:kort |bakgrund och )?sammanfattning(?: (?:av|och) .{{1,60}})?|sammanfattande beskrivning{_MORE}",
        r"ärendet i (?:korthet|sammandrag)",
    ),
    (
        "beredning",
        rf"(?:inkomna |remiss)(?:yttranden|synpunkter|svar|remissvar){_MORE}",
        rf"tidigare (?:beslut|ställningstaganden?){_MORE}",
    ),
    (
        "bedomning",
        rf"{_BEFORE}[\w-]*(?:bedömning(?:ar)?|överväganden?|ställningstaganden?|synpunkter){_ALSO}",
        r"(?:[\w-]+s )?(?:kommentar(?:er)?|ståndpunkt|motivering|slutsats(?:er)?|analys|riskanalys)(?:en|na|arna)?"
        rf"{_ALSO}",
        r"(?:motivering|motiv|skäl)(?:en|et)? (?:av|för|till) .{1,50}|(?:besluts)?skäl(?:en)?|motiv(?:et)?",
        rf"{_OFFICE}s (?:yttranden?|utredning)",
        r"(?:tillämpliga|gällande|aktuella|rättsliga) (?:bestämmelser|lagrum|regler|föreskrifter)",
        r"lagstöd|lagrum|lagstiftning(?:en)?|rättslig (?:reglering|grund)|regelverk",
    ),
    (
        "forslag",
        r"(?:tjänste(?:mannens?|mäns|persons?|personens|manna)?-? ?)?förslag",
        rf"{_BEFORE}förslag till (?:beslut|ställningstagande)(?: (?:från|av|enligt|för) .{{1,50}})?",
        rf"(?:besluts)?förslag(?: till beslut)?(?: (?:från|av|enligt) {_OFFICE})?",
        rf"[\w-]+s förslag(?: till (?:beslut (?:i|till|för) )?{BODY})?",
    ),
    (
        "arendebeskrivning",
        r"(?:kort |kortfattad )?(?:bakgrund(?:en)?|ärendebeskrivning|ärendebakgrund|beskrivning|historik|redogörelse)"
        rf"{_MATTER}(?: (?:och|av|till) .{{1,50}})?",
        r"(?:interpellation|motion|medborgarförslag|fråga|initiativ|e-förslag|ansökan|anmälan)(?:e?n|et| avser)?",
        r"(?:nuläge(?:t|sbeskrivning)?|nuvarande (?:situation|ordning|förhållanden)|syfte(?:t)?|utredning(?:en)?"
        r"|fakta(?:redovisning)?|frågeställning(?:ar)?|(?:plan)?förutsättningar(?:na)?|uppgifter)"
        rf"{_MATTER}{_ALSO}",
        r"inledning|saken|ärendet avser|muntlig information|gällande planer|planläge",
    ),
    (
        "delegationsbeslut",
        rf"(?:(?:redovisning|anmälan|förteckning|lista|rapport\w*) (?:av|över|om) )?{_DELEGATED}{_MORE}",
        rf"beslut (?:fattade )?(?:på|med stöd av|enligt|genom) delegation\w*{_MORE}",
    ),
    (
        "meddelanden",
        rf"(?:anmälnings|delgivnings|meddelande)ärenden{_MORE}|meddelanden (?:och|till|från) .{{1,40}}",
        r"(?:protokoll|ärenden|skrivelser|delgivningar|rapporter|meddelanden) för kännedom",
        r"(?:inkomna|inkommande|anmälda)(?: och utgående)? (?:skrivelser|protokoll|handlingar för kännedom)",
        r"anmälda (?:ärenden|handlingar)",
    ),
    (
        "underlag",
        r"(?:besluts)?underlag(?:et)?(?: .{1,40})?",
        r"(?:(?:följande|aktuella|föreliggande|bifogade|utsända|utskickade|ingående) )?handlingar(?:na)?"
        r"(?: (?:i|till|som) .{1,60})?",
        r"(?:i|till) ärendet (?:föreligger|finns|hör|hörande|redovisas|bifogas)(?: följande)?"
        r"(?: (?:handlingar|dokument|underlag))?",
        r"följande handlingar (?:ligger|låg|har legat) till grund.{0,40}",
        r"(?:ärendets|förteckning över|sammanställning över) (?:dokument|handlingar)|dokument (?:i|till) ärendet",
        r"dokumentförteckning|aktbilagor",
    ),
    (
        "bilagor",
        r"bilag(?:or|a)(?:na|n)? (?:till|i) .{1,40}|bilagda (?:handlingar|dokument)|bilageförteckning",
    ),
    (
        "expedieras",
        rf"(?:{_EXTRACT} )?(?:ska |skall )?{_SENT}(?: (?:av|om) beslut(?:et)?)?(?: (?:med|för|via|per) [\w-]+)?"
        rf"(?: \(.{{1,20}}\))?(?: till)?(?: {_USE})?(?: till)?",
        rf"{_EXTRACT} (?:till|{_USE})(?: till)?",
        r"(?:expedierings|expeditions|sänd)lista|expediering av .{1,20}|mottagare|underrättas",
    ),
    (
        "dagens",
        r"(?:(?:ärendets|dagens) )?(?:behandling|handläggning|överläggning(?:ar)?|diskussion)(?:en)?(?: av ärendet)?"
        rf" (?:{AT_MEETING}|idag)",
        rf"(?:(?:information|frågor|redovisning|föredragning) )?{AT_MEETING}|sammanträdet|sammanträdesbehandling",
        r"dagens (?:överläggning(?:ar)?|diskussion|möte)|behandling(?:en)?(?: av ärendet)?",
    ),
    (
        "beredning",
        rf"(?:ärendets |tidigare |föregående |{_OFFICE}s |[\w-]*{BODIES}\w*s ){{0,3}}"
        rf"(?:beredning(?:en|sprocess)?|handläggning(?:en)?|behandling){_MATTER}",
        rf"remiss(?:er|en|behandling|förfarande|yttranden?)?{_ALSO}|mbl(?:-?\s?förhandling(?:ar)?)?",
        r"grann(?:e|ar|ars|es)?-?\s?(?:hörande|yttranden?|hörda)|(?:facklig )?(?:förhandling|samverkan)(?: .{1,20})?",
        rf"yttranden? från .{{1,50}}|(?:{BODY}|[\w-]*revisor\w*s|[\w-]*revisionens) (?:yttranden?|remissvar)",
    ),
    (
        "talare",
        rf"{_WHERE} [\w-]+s behandling av ärendet yttra(?:r|de) sig(?: .{{1,30}})?",
        r"(?:i|under|vid) (?:ärendet|debatten|överläggningen|diskussionen|behandlingen av ärendet|denna punkt"
        r"|detta ärende) (?:yttra(?:r|de) sig|delt(?:ar|og))(?: .{1,30})?",
        r"följande(?: ledamöter)? (?:yttra(?:r|de) sig|delt(?:ar|og) i debatten)",
        r"(?:yttranden|inlägg|anföranden?|talare|debatt(?:en)?|deltagare|deltagande|överläggning(?:ar|en)?|diskussion)"
        r" (?:i|under) (?:ärendet|debatten|frågan)",
        r"anförande|överläggningar|debatten|talarlista",
    ),
    ("ajournering", r"ajournering(?:ar)?(?: .{1,40})?|(?:mötet|sammanträdet) ajourneras(?: .{1,40})?"),
    (
        "justering",
        r"(?:(?:paragrafen|ärendet|beslutet|punkten) (?:är |har )?)?(?:omedelbart? ?juster(?:ing|ad|at|as|ats)"
        r"|direktjuster(?:ing|ad|as|at)|justera[ds] omedelbart)(?: .{1,40})?",
    ),
    ("foredragande", r"föredras av|föredragare|föredragande (?:i ärendet|tjänste\w+)"),
    (
        "overklagande",
        r"(?:hur|så)(?: här)? (?:(?:du|man) )?(?:kan )?överklaga[rs]?s?(?: .{1,40})?",
        r"(?:information|upplysning(?:ar)?|underrättelse|anvisning(?:ar)?) (?:om|för) (?:.{1,30} )?överklag\w+"
        r"(?: .{1,30})?",
        r"(?:överklag(?:ande|nings?)|besvärs)-?(?:hän|an)visning(?:ar)?|beslutet kan överklagas(?: .{1,40})?",
        r"överklaga(?:n|nde)?(?: .{1,40})?|laglighetsprövning",
    ),
    (
        "beslut",
        r"(?:slutligt |slutliga )?beslut(?:et)?"
        rf"(?: i (?:huvudfrågan|ärendet|sak)| för egen del| {AT_MEETING}|,? (?:del )?\d)",
        r"slutligt beslut|beslut om (?:återremiss|bordläggning|avgift|ajournering)",
        r"besluts(?:punkter|satser|sats|formulering)|(?:det )?besluta[rs](?: (?:följande|således))?(?: att)?",
    ),
)
FORMS = tuple((kind, re.compile("|".join(forms))) for kind, *forms in _FORMS)
"""(kind, form): the first form that fits the whole heading in lower case holds."""

CALL_FOR_VOTE = re.compile(
    r"(?:begäran om )?(?:omröstning|votering)(?:en)?(?: begärs)?"
    r"|(?:godkänd )?(?:omröstnings|voterings)(?:proposition|ordning)(?:en)?"
)
"""Heading over what yes and no mean."""
RESULT_OF_VOTE = re.compile(
    r"(?:omröstnings|voterings|röst)(?:resultat|lista|utfall|protokoll)(?:en|et)?|(?:resultat|utfall)(?:et)? av .{1,20}"
    r"|omröstningens (?:resultat|utfall)|voteringens (?:resultat|utfall)"
)
"""Heading over how the vote ended, which may stand after the first one."""
