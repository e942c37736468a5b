"""Nothing that is not public can be reached from the public archive, and everything that is public can."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings

from paragraf.archive import build
from paragraf.compiling import compile_site
from paragraf.publishing.public import PublicArchive, publish
from strategies.archives import Drawn, archives
from strategies.dealer import DAY


def strings(value: Any, seen: set[int]) -> Iterator[str]:
    """Every text that can be reached from a value: fields, properties, keys, values and what repr tells."""
    if isinstance(value, str):
        yield value
        return
    if id(value) in seen or value is None or isinstance(value, bool | int | float):
        return
    seen.add(id(value))
    if is_dataclass(value):
        for one in fields(value):
            yield from strings(getattr(value, one.name), seen)
        properties = [name for name, kind in vars(type(value)).items() if isinstance(kind, property)]
        for name in properties:
            try:
                yield from strings(getattr(value, name), seen)
            except TypeError:  # Located.paragraph of an item of an agenda
                continue
    elif isinstance(value, Mapping):
        for key, held in value.items():
            yield from strings(key, seen)
            yield from strings(held, seen)
    elif isinstance(value, tuple | list | set | frozenset):
        for held in value:
            yield from strings(held, seen)
    else:
        yield repr(value)


def readable(public: PublicArchive) -> str:
    return "\n".join((*strings(public, set()), repr(public))).casefold()


def published(drawn: Drawn, *, draft: bool = False) -> str:
    return readable(publish(build(drawn.organisation, drawn.meetings), DAY, draft=draft))


@settings(max_examples=150)
@given(archives(faulty=True))
def test_readers_see_what_is_public_and_nothing_else(drawn: Drawn) -> None:
    text = published(drawn)
    assert [word for word in sorted(drawn.hidden | drawn.never) if word in text] == []
    assert [word for word in sorted(drawn.seen) if word not in text] == []


@settings(max_examples=40)
@given(archives())
def test_a_draft_shows_all_but_what_is_for_authors_alone(drawn: Drawn) -> None:
    text = published(drawn, draft=True)
    assert [word for word in sorted(drawn.never) if word in text] == []
    assert [word for word in sorted(drawn.seen | drawn.hidden) if word not in text] == []


@settings(max_examples=60)
@given(archives(faulty=True))
def test_the_public_part_keeps_addresses_and_pairs(drawn: Drawn) -> None:
    whole = build(drawn.organisation, drawn.meetings)
    public = publish(whole, DAY).archive
    for ref, one in public.item_by_ref.items():
        assert whole.item_by_ref[ref].item.title == one.item.title
    assert public.attachments.keys() <= whole.attachments.keys()
    assert {key: case.slug for key, case in public.cases.items()}.items() <= {
        key: case.slug for key, case in whole.cases.items()
    }.items()
    for id, index in public.index_by_id.items():
        assert index.pairs.items() <= whole.index_by_id[id].pairs.items()
        for one in (*index.agenda, *index.minutes):
            assert one.meeting is index.meeting
            assert public.located(index.meeting, one.item) is one
            for entry, document in public.attachments_of(one):
                assert entry in [use.entry for use in document.uses if use.ref == one.ref]


@given(archives())
def test_nothing_is_public_before_the_first_date(drawn: Drawn) -> None:
    whole = build(drawn.organisation, drawn.meetings)
    assert publish(whole, DAY.replace(year=2023, month=1)).archive.meetings == ()


@settings(max_examples=25)
@given(archives())
def test_the_same_holds_of_folders_and_of_every_page_made_of_them(drawn: Drawn) -> None:
    with TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        drawn.write(content)
        compiled = compile_site(content, DAY)
        pages = [
            f"{page.path} {page.title} {page.description} {page.html} {page.context}" for page in compiled.site.pages
        ]
        files = [f"{file.path} {file_text(file.content)}" for file in compiled.site.files]
        text = "\n".join((*pages, *files, *strings(compiled.public, set()))).casefold()
    assert [word for word in sorted(drawn.hidden | drawn.never) if word in text] == []
    assert [word for word in sorted(drawn.seen) if word not in text] == []
    assert [str(problem) for problem in compiled.errors] == []


def file_text(content: bytes | Path) -> str:
    return (content.read_bytes() if isinstance(content, Path) else content).decode("utf-8", "replace")
