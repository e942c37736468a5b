"""Authors' Markdown becomes HTML that is safe and valid, whatever they write."""

import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from paragraf.pages import markdown
from paragraf.pages.markdown import Heading, Rendered, as_it_stands, inline, render

GOLDEN = {
    "raw HTML is text": ("Hej <b onclick=x>du</b>", "<p>Hej &lt;b onclick=x&gt;du&lt;/b&gt;</p>"),
    "a block of HTML too": ("<div style='x'>hej</div>", "<p>&lt;div style='x'&gt;hej&lt;/div&gt;</p>"),
    "an address of another kind": ("[x](javascript:alert(1))", "<p><span>x</span></p>"),
    "hidden by references": ("[x](&#106;avascript&colon;alert(1))", "<p><span>x</span></p>"),
    "hidden by blanks": ("[x](<java\tscript:alert(1)>)", "<p><span>x</span></p>"),
    "hidden by escapes": (r"[x](\\\\ond.example/) [y](javascript\:alert(1))", "<p><span>x</span> <span>y</span></p>"),
    "mail between brackets": (
        "<a@b.se>",
        '<p><a href="&#109;&#97;&#105;&#108;&#116;&#111;&#58;&#97;&#64;&#98;&#46;&#115;&#101;">'
        "&#97;&#64;&#98;&#46;&#115;&#101;</a></p>",
    ),
    "without its scheme": ("[x](//ond.example/)", "<p><span>x</span></p>"),
    "somebody else's": (
        '[lag](https://lagen.nu/2017:725 "titel")',
        '<p><a href="https://lagen.nu/2017:725" rel="external noopener">lag</a></p>',
    ),
    "mail": ("[skriv](mailto:a@b.example)", '<p><a href="mailto:a@b.example">skriv</a></p>'),
    "nowhere": ("[§ 45](../hemlig/)", "<p><span>§ 45</span></p>"),
    "a picture is its text": ("![En karta](http://x.example/k.png)", "<p><span>En karta</span></p>"),
    "numbers as written": (
        "Först:\n\n2. två\n3. tre",
        '<p>Först:</p>\n<ol start="2">\n<li>två</li>\n<li>tre</li>\n</ol>',
    ),
    "code is left alone": ("`<b>` § 45", "<p><code>&lt;b&gt;</code> § 45</p>"),
    "no attribute lists": ("Text {: style='x' }", "<p>Text {: style='x' }</p>"),
}


@pytest.mark.parametrize(("text", "html"), GOLDEN.values(), ids=GOLDEN)
def test_golden(text: str, html: str) -> None:
    assert render(text).html == html


def test_a_table_is_a_region_that_keys_can_scroll() -> None:
    html = render("| Namn | Kronor |\n|:--|--:|\n| A | 1 |", table_label="Tabell under Ekonomi").html
    assert html == (
        '<div aria-label="Tabell under Ekonomi" class="table" role="region" tabindex="0">\n<table class="grid">\n'
        '<thead>\n<tr>\n<th scope="col">Namn</th>\n<th class="right" scope="col">Kronor</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<td>A</td>\n<td class="right">1</td>\n</tr>\n</tbody>\n</table>\n</div>'
    )


def test_several_tables_have_names_of_their_own() -> None:
    table = "| A |\n|--|\n| 1 |\n"
    html = render(f"{table}\noch\n\n{table}").html
    assert 'aria-label="Tabell 1"' in html
    assert 'aria-label="Tabell 2"' in html


def test_headings_fit_the_page_they_stand_on() -> None:
    rendered = render("### Över\n\n#### Under\n\n### Över", level=2, id_prefix="a-")
    assert rendered.html == '<h2 id="a-over">Över</h2>\n<h3 id="a-under">Under</h3>\n<h2 id="a-over-2">Över</h2>'
    assert rendered.headings == (
        Heading(level=2, id="a-over", label="Över"),
        Heading(level=3, id="a-under", label="Under"),
        Heading(level=2, id="a-over-2", label="Över"),
    )


def test_a_word_that_the_author_explains_is_left_alone() -> None:
    glossary = {"TAN": "taxe- och avgiftsnämnden"}
    assert "<abbr" not in render("Taxe- och avgiftsnämnden (TAN) fakturerar. TAN gör det.", glossary=glossary).html
    assert "<abbr" in render("Nämnden (TAN) fakturerar.", glossary=glossary).html


def test_the_first_of_each_abbreviation_is_explained_in_reading_order() -> None:
    html = render("KS och *AMI* i KS, AMI-chef, `KS`", glossary={"AMI": "a & b", "KS": "styrelsen"}).html
    assert html == (
        '<p><abbr title="styrelsen">KS</abbr> och <em><abbr title="a &amp; b">AMI</abbr></em> i KS, AMI-chef, '
        "<code>KS</code></p>"
    )


def test_a_resolver_decides_about_addresses_without_scheme() -> None:
    answers = {"bilagor/x.pdf": "../bilagor/x/", "/san/": "../../"}
    text = "[en](bilagor/x.pdf) [två](/san/) [tre](bilagor/y.pdf)"
    assert render(text, resolve=answers.get).html == (
        '<p><a href="../bilagor/x/">en</a> <a href="../../">två</a> <span>tre</span></p>'
    )


@pytest.mark.parametrize(
    "href", ["javascript:x", "&#106;avascript:x", "java&Tab;script:x", "data:text/html,x", "//ond.example"]
)
def test_no_resolver_can_let_a_script_in(href: str) -> None:
    assert render(f"[x]({href})", resolve=as_it_stands).html == "<p><span>x</span></p>"


def test_one_rendering_leaves_nothing_to_the_next() -> None:
    render("# A", level=4, id_prefix="x-", glossary={"B": "b"})
    assert render("# A\n\nB").html == "<h2>A</h2>\n<p>B</p>"


@pytest.mark.parametrize(
    ("text", "html"), [("*a* b", "<em>a</em> b"), ("- a", "<ul>\n<li>a</li>\n</ul>"), ("a\n\nb", "<p>a</p>\n<p>b</p>")]
)
def test_a_line_stands_without_paragraph(text: str, html: str) -> None:
    assert inline(text) == html


TAGS = {
    "p", "ul", "ol", "li", "em", "strong", "a", "span", "code", "pre", "blockquote", "hr", "br", "h2", "h3", "h4", "h5",
    "h6", "div", "table", "thead", "tbody", "tr", "th", "td", "abbr",
}  # fmt: skip
ATTRIBUTES = {"href", "rel", "start", "class", "scope", "role", "tabindex", "aria-label", "id", "title"}
PIECES = st.sampled_from(
    ["<", ">", "&", '"', "'", "[", "](", ")", "javascript:", "https://", "mailto:", "<script>", "<style>", "onload=",
     " ", "\n", "\n\n", "# ", "- ", "1. ", "|", "--", "`", "```\n", "![", "*", "_", "\\", "&#x6a;", "\x02", "\x03",
     "§ 45", "å", "{: "]
)  # fmt: skip


HOSTED = {
    "raw HTML": ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
    "its own picture": ("![karta](karta.png)", '<p><img alt="karta" src="karta.png"></p>'),
    "a picture from elsewhere": ("![karta](https://x.example/k.png)", "<p><span>karta</span></p>"),
    "a picture from the root": ("![karta](//x.example/k.png)", "<p><span>karta</span></p>"),
    "its own page": ("[om](om.md)", '<p><a href="om.md">om</a></p>'),
    "headings stay": ("# A", "<h1>A</h1>"),
    "a script": ("[x](javascript:x)", "<p><span>x</span></p>"),
}


@pytest.mark.parametrize(("text", "html"), HOSTED.values(), ids=HOSTED)
def test_what_a_host_renders_is_within_the_same_bounds(text: str, html: str) -> None:
    assert Markdown(extensions=["tables", "paragraf.pages.markdown"], output_format="html").convert(text) == html


PLAIN = st.text(st.sampled_from("aåÖ 1.,;:-–()§%/”'=+^~\"\n"), max_size=40)


@given(PLAIN)
def test_plain_text_needs_no_converter(text: str) -> None:
    assert render(text, level=2) == (
        markdown._convert(text, markdown._Task(level=2)) if text.strip() else Rendered(html="")
    )


def test_most_texts_are_plain() -> None:
    plain = ["Nämnden godkänner rapporten.", "Förslaget, på 12 % (enligt § 45), gäller.\nDet är 4–6 kap.\n\nSlut."]
    marked = ["- ett", "1. två", "a*b*", "  indrag", "en\n- två", "slut  \nrad", "<b>", "[x](y)", "rubrik\n---", "A&B"]
    assert [markdown._is_plain(text) for text in (*plain, *marked)] == [True] * len(plain) + [False] * len(marked)


@given(st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join))
def test_nothing_that_an_author_writes_gets_out_of_bounds(text: str) -> None:
    html = render(text, id_prefix="a-", glossary={"å": "ring"}).html
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    for element in tree.iter():
        if element is tree:
            continue
        assert element.tag in TAGS
        assert set(element.attrib) <= ATTRIBUTES
        assert element.get("href", "mailto:").lower().startswith(("https://", "http://", "mailto:", "tel:"))
        assert element.get("class", "table") in ("table", "grid", "right", "center") or element.tag == "code"


def test_a_list_of_contents_leads_to_the_headings_of_the_same_text() -> None:
    text = "[Vad](#vad-händer-nu) [Sedan](#Sedan) [Borta](#borta) [b](#%62)\n\n## Vad händer nu?\n\n## Sedan\n\n## B"
    html = render(text, id_prefix="avsnitt-").html
    assert html.splitlines()[0] == (
        '<p><a href="#avsnitt-vad-hander-nu">Vad</a> <a href="#avsnitt-sedan">Sedan</a> <span>Borta</span> '
        '<a href="#avsnitt-b">b</a></p>'
    )
    assert 'id="avsnitt-vad-hander-nu"' in html
    assert "<a" not in render("[Vad](#vad)\n\n## Vad").html


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("§ 46", True),
        ("KS § 45, 2023-05-10", True),
        ("6 kap. 28 § KL", True),
        ("Tjänsteskrivelse", False),
        ("lag (2010:427) om ändring i 2 § socialtjänstlagen", False),
    ],
)
def test_a_short_reference_stays_on_one_line(text: str, together: bool) -> None:
    html = render(f"Se [{text}](https://example.se/).").html
    assert ("number" in html) == together


def test_a_citation_of_the_law_is_known_from_other_links_out_of_the_site() -> None:
    def marked(text: str, to: str) -> bool:
        return bool(re.search(r'class="[^"]*\blaw\b', render(f"Se [{text}]({to}).", resolve=lambda path: path).html))

    law = "https://example.se/"
    for text in ("2 § lagen (2010:427)", "28 f", "SOU 2018:88", "prop. 2017/18:12"):
        assert marked(text, law)
    assert (marked("kommunens taxa 2024", law), marked("SAN § 45", "/san/2023-04-26/p45/")) == (False, False)


def test_a_percentage_stays_on_one_line() -> None:
    assert render("Från 15 % till 5 %.").html == "<p>Från 15\u00a0% till 5\u00a0%.</p>"
