"""Names of organisations whose people take part in meetings: unions, associations, municipalities, authorities."""

ORGANISATIONS = (
    r"Vision|Kommunal|Ledarna|Saco(?:-\w+)?|SACO|TCO|LO|OFR|DIK|SSR|SKTF|Akademikeralliansen|Akavia|Naturvetarna"
    r"|Fysioterapeuterna|Psykologförbundet|Officersförbundet|Läraralliansen|Lärarfacket|Facket|Skolledarna"
    r"|Sveriges (?:Lärare|Skolledare|Ingenjörer|Arkitekter|Läkarförbund|Arbetsterapeuter|Psykologförbund|Farmaceuter)"
    r"|Funktionsrätt|PRO|SPF|RPG|SKPF|DHR|HRF|SRF|FUB|HSO|LRF|NTF|RFSL|Neuroförbundet|Reumatikerförbundet|Demensförbundet"
    r"|Pensionärernas Riksorganisation|Röda [Kk]orset|Rädda [Bb]arnen|Svenska [Kk]yrkan|Svenskt [Nn]äringsliv|Attention"
    r"|Visita|Almi|Företagarna|Coompanion|Handelskammaren|Astma- och [Aa]llergi\w*|Hjärt- (?:och|&) [Ll]ung\w*"
    r"|(?:Lärarnas|Brandmännens|Skolledarnas|Journalist\w*|Sveriges|Tandläkar\w*) [Rr]iksförbund"
)
"""Unions, and associations that are heard in councils and joint boards, by name."""

OWNERS = (
    r"Region|Landstinget|Länsstyrelsen|Sveriges|Svenska|Svensk|Föreningen|Stiftelsen|Högskolan|Polisen|Försvarsmakten"
)
"""Words with which an organisation's name begins."""

ENDINGS = (
    r"(?:[Ff]örbund|[Ff]örening|alliansen?|[Ff]ederation|[Rr]iksorganisation|[Oo]rganisation|[Ss]tiftelse|[Uu]niversitet"
    r"|[Mm]yndighet|[Kk]ooperativ|[Dd]istrikt)(?:et|en)?|\s(?:AB|HB|[Kk]ommun|[Ss]tad|[Ll]andsting|[Rr]egion|län)"
)
"""With which it ends; after it only where: "i Kvarnby"."""
