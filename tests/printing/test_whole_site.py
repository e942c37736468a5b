"""`pdf:` in organisation.yml: the files lie on the site, and its pages link them."""

from pathlib import Path

import pytest

from paragraf.compiling import compile_site
from paragraf.pages import SiteFile
from printing.small import DAY, FILES, ORGANISATION, index_of

FOLDER = "san/2023-04-26"
WHOLE = {f"{FOLDER}/kallelse/kallelse-san-2023-04-26.pdf", f"{FOLDER}/protokoll/protokoll-san-2023-04-26.pdf"}
EXTRACTS = {f"{FOLDER}/{slug}/protokollsutdrag-san-2023-04-26-{slug}.pdf" for slug in ("p45", "p46")}


def files_and_links(folder: Path, setting: str, *, pdf: bool = True) -> tuple[dict[str, SiteFile], dict[str, object]]:
    index_of(folder, FILES | {"organisation.yml": ORGANISATION + setting})
    site = compile_site(folder, DAY, pdf=pdf).site
    return (
        {one.path: one for one in site.files if one.path.endswith(".pdf")},
        {page.path: page.context["pdf"] for page in site.pages if "pdf" in page.context},
    )


@pytest.mark.parametrize(
    ("setting", "wanted"),
    [("", set()), ("pdf: nej\n", set()), ("pdf: dokument\n", WHOLE), ("pdf: allt\n", WHOLE | EXTRACTS)],
)
def test_the_site_has_what_its_organisation_wants(tmp_path: Path, setting: str, wanted: set[str]) -> None:
    files, links = files_and_links(tmp_path, setting)
    assert set(files) == wanted
    assert bool(links) == bool(wanted)


def test_previews_make_none(tmp_path: Path) -> None:
    assert files_and_links(tmp_path, "pdf: allt\n", pdf=False) == ({}, {})


def test_pages_link_their_documents_with_size(tmp_path: Path) -> None:
    files, links = files_and_links(tmp_path, "pdf: allt\n")
    assert set(links) == {f"{FOLDER}/{part}" for part in ("", "kallelse/", "protokoll/", "p45/", "p46/")}
    for path, shown in links.items():
        for one in shown:
            file = files[f"{path}{one['href']}"]
            assert one["size"] == f"{round(len(file.content) / 1000)} kB"
    assert [one["label"] for one in links[f"{FOLDER}/"]] == ["Kallelsen som PDF", "Protokollet som PDF"]
    assert [one["label"] for one in links[f"{FOLDER}/p45/"]] == ["Protokollsutdrag som PDF"]


def test_tomorrow_the_files_are_the_same(tmp_path: Path) -> None:
    today, _ = files_and_links(tmp_path, "pdf: dokument\n")
    later = compile_site(tmp_path, DAY.replace(year=2026), pdf=True).site
    assert {one.path: one.content for one in later.files if one.path in today} == {
        path: one.content for path, one in today.items()
    }
