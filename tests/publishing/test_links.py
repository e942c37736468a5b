"""Dead links, dead anchors and what is fetched from others: found, told, and nothing else is."""

from pathlib import Path

import pytest

from paragraf.publishing.links import dead_links

PAGES = {
    "index.html": '<h1 id="start">Start</h1>',
    "san/index.html": '<h1 id="ledamöter">Nämnden</h1>',
    "san/2026-05-04/index.html": '<h1>Mötet</h1><ol><li id="sats-1">Att</ol>',
    "san/2026-05-04/p45/index.html": "<h1>§ 45</h1>",
    "san/2026-05-04/bilagor/karta över ån.pdf": "%PDF",
    "assets/stil.css": "",
    "404.html": "<h1>Sidan finns inte</h1>",
}
PAGE = "san/2026-05-04/p45/index.html"


def write(site: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def faults(site: Path, page: str, text: str, address: str = "") -> list[str]:
    write(site, PAGES | {page: text})
    return [str(bad) for bad in dead_links(site, address)]


RIGHT = [
    '<a href="">',
    '<a href="#">',
    '<a href="..">',
    '<a href="../">',
    '<a href="../../..">',
    '<a href="../../../">',
    '<a href="../../../index.html">',
    '<a href="../#sats-1">',
    '<a href="../?utskrift=ja#sats-1">',
    '<a href="../#sats-1:~:text=Att">',
    '<a href="../../#ledam%C3%B6ter">',
    '<a href="../bilagor/karta%20%C3%B6ver%20%C3%A5n.pdf#page=3">',
    '<a href="https://tredje.example/">',
    '<a href="mailto:namnden@example.se">',
    '<a href="tel:+46701740605">',
    '<link rel="canonical" href="https://moten.example.se/san/2026-05-04/p45/">',
    '<link rel="stylesheet" href="../../../assets/stil.css">',
    '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    '<meta http-equiv="refresh" content="0; url=../">',
    '<form action="../../../"></form>',
]


@pytest.mark.parametrize("text", RIGHT)
def test_right_links_are_left_alone(tmp_path: Path, text: str) -> None:
    assert faults(tmp_path, PAGE, text) == []


WRONG = [
    ('<a href="../p46/">', "”../p46/” leder till något som inte finns"),
    ('<a href="../index.htm">', "”../index.htm” leder till något som inte finns"),
    ('<a href="../../../index.html/">', "”../../../index.html/” leder till något som inte finns"),
    ('<a href="#sats-1">', "”#sats-1” leder till ett ställe som inte finns på sidan"),
    ('<a href="../#sats-2">', "”../#sats-2” leder till ett ställe som inte finns på sidan"),
    ('<area href="../p46/">', "”../p46/” leder till något som inte finns"),
    ('<a href="../../../../">', "”../../../../” leder ut ur webbplatsens mapp"),
    ('<a href="/san/">', "”/san/” börjar med / och fungerar inte under en annan sökväg"),
    ('<a href="../../2026-05-04">', "”../../2026-05-04” leder till en mapp men slutar inte med /"),
    ('<a href="javascript:alert(1)">', "”javascript:alert(1)” är av ett slag som inte får förekomma"),
    ('<a href="file:///etc/passwd">', "”file:///etc/passwd” är av ett slag som inte får förekomma"),
    ('<a href="https://[trasig/">', "”https://[trasig/” är av ett slag som inte får förekomma"),
    ('<img alt="" src="bild.png">', "”bild.png” leder till något som inte finns"),
    ('<img alt="" src="https://tredje.example/bild.png">', "”https://tredje.example/bild.png” hämtas från någon annan"),
    ('<script src="//tredje.example/x.js"></script>', "”//tredje.example/x.js” hämtas från någon annan"),
    ('<link rel="preconnect" href="https://tredje.example">', "”https://tredje.example” hämtas från någon annan"),
    ('<img alt="" srcset="liten.png 1x">', "”liten.png” leder till något som inte finns"),
    ('<form action="https://tredje.example/"></form>', "”https://tredje.example/” hämtas från någon annan"),
    ('<meta http-equiv="refresh" content="0; url=../p46/">', "”../p46/” leder till något som inte finns"),
    ('<svg><use href="#ikon"/></svg>', "”#ikon” leder till ett ställe som inte finns på sidan"),
    ('<noscript><img alt="" src="bild.png"></noscript>', "”bild.png” leder till något som inte finns"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_wrong_links_are_told_with_page_and_line(tmp_path: Path, text: str, message: str) -> None:
    assert faults(tmp_path, PAGE, f"<p>Rad ett</p>\n{text}") == [f"{PAGE}:2: {message}"]


def test_each_link_of_a_set_is_followed(tmp_path: Path) -> None:
    text = '<img alt="" srcset="../../../assets/stil.css 1x, a.png 2x,b.png 3x">'
    assert faults(tmp_path, PAGE, text) == [
        f"{PAGE}:1: ”a.png” leder till något som inte finns",
        f"{PAGE}:1: ”b.png” leder till något som inte finns",
    ]


def test_style_sheets_are_read(tmp_path: Path) -> None:
    css = """@import 'mer.css';
        b { background: url( "https://tredje.example/b.png" ) }
        i { background: url(data:image/png;base64,AA) }"""
    assert faults(tmp_path, "assets/stil.css", css) == [
        "assets/stil.css:1: ”mer.css” leder till något som inte finns",
        "assets/stil.css:2: ”https://tredje.example/b.png” hämtas från någon annan",
    ]


def test_full_links_to_the_site_itself_are_followed(tmp_path: Path) -> None:
    text = (
        '<link rel="canonical" href="https://kommunen.example.se/moten/san/2026-05-04/p45/">\n'
        '<a href="https://kommunen.example.se/moten/">Start</a>\n'
        '<a href="https://kommunen.example.se/moten/san/2026-05-05/">Dött</a>\n'
        '<a href="https://kommunen.example.se/annat/">Inte vårt</a>'
    )
    assert faults(tmp_path, PAGE, text, "https://kommunen.example.se/moten/") == [
        f"{PAGE}:3: ”https://kommunen.example.se/moten/san/2026-05-05/” leder till något som inte finns"
    ]


def test_the_page_for_what_is_missing_counts_from_the_root(tmp_path: Path) -> None:
    text = '<a href="/moten/san/">SAN</a><a href="/moten/ks/">KS</a><a href="/san/">SAN</a>'
    assert faults(tmp_path, "404.html", text, "https://kommunen.example.se/moten/") == [
        "404.html:1: ”/moten/ks/” leder till något som inte finns",
        "404.html:1: ”/san/” börjar med / och fungerar inte under en annan sökväg",
    ]
    assert faults(tmp_path, "404.html", '<a href="/san/">SAN</a>') == []
