"""Attached documents: where each begins, and which entry of which item's list it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from paragraf.importing.dividers import letters
from paragraf.importing.document import Break, LaidLine, LaidOut, Region
from paragraf.importing.furniture import kind_of_head
from paragraf.importing.likeness import ENOUGH, SURE, kind_of_document, likeness, same_words
from paragraf.vocabulary.documents import DOCUMENT_KINDS, HEAD_KINDS

_CHAPTER_ONE = re.compile(r"1\.?\s+(?P<title>[A-ZÅÄÖ].*)")
_HEAD_LINES = 14
"""Lines with text at the top of a page in which its document's title is looked for."""
_LETTERHEAD_LINES = 4
"""Lines with text at the top of a page that are the head of a letter."""
_PAGE_LABEL_WITHIN = 25
"""Lines from the top of a page within which a label such as 1(6) is that page's own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page, or what may be one, of attached documents."""

    start: int
    end: int
    heads: tuple[str, ...]
    """Its first lines."""
    kind: str
    """Kind of document that its head names."""
    number: int
    """Of its own document; 0: unknown."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A document and what it was found to be."""

    start: int
    end: int
    item: int | None
    title: str
    listed: bool
    how: str
    sure: bool = True
    kind: str = ""
    """Kind of document that its head names."""


def find_documents(laid: LaidOut, region: Region, titles: Mapping[int, Sequence[str]]) -> tuple[Found, ...]:
    """The documents of a region; `titles`: index of item -> what its list names and no document yet is."""
    pages = _pages(laid, region)
    if not pages:
        return ()
    own = list(titles.get(region.item, ()))
    aligned = _align(own, pages)
    if not region.divided:
        # Behind the last item stand those of all the others too.
        others = [title for item, names in titles.items() if item != region.item for title in names]
        aligned = {title: page for title, page in aligned.items() if _is_best(own[title], others, pages[page])}
    starts = _starts(laid, pages, set(aligned.values()))
    by_start = {pages[page].start: title for title, page in aligned.items()}
    ends = [*starts[1:], region.end]
    found = [
        Found(
            start=start,
            end=end,
            item=region.item,
            title=own[by_start[start]] if start in by_start else "",
            listed=start in by_start,
            how="rubriken motsvarar underlagets namn" if start in by_start else "",
            kind=next((page.kind for page in pages if page.start == start), ""),
        )
        for start, end in zip(starts, ends, strict=True)
    ]
    if region.divided:
        found = _by_line(laid, found, own)
        found = _by_order(found, own, closed=region.closed)
    return tuple(
        _owned(laid, one, region, titles, bool(own) and region.divided, place == 0) for place, one in enumerate(found)
    )


def _pages(laid: LaidOut, region: Region) -> list[Page]:
    lines = laid.lines
    starts = [
        index
        for index in range(region.start, region.end)
        if lines[index].page is not Break.NONE and (lines[index].line.text or lines[index].line.new_page)
    ]
    first = next((index for index in range(region.start, region.end) if lines[index].line.text), None)
    if first is None:
        return []
    if not starts or starts[0] > first:
        starts.insert(0, first)
    pages: list[Page] = []
    for start, end in zip(starts, [*starts[1:], region.end], strict=True):
        texts = [line.line.text for line in lines[start:end] if not line.blank][:_HEAD_LINES]
        top = [line for line in lines[start : min(end, start + _PAGE_LABEL_WITHIN)] if line.line.text]
        numbers = [line.page_number for line in top if line.page_number]
        named = next((kind_of_head(line.line.text) for line in top if line.furniture and line.page_number), "")
        alone = kind_of_document(texts[0]) if texts and texts[0].casefold() in DOCUMENT_KINDS else ""
        alone = alone or _kind_beside([line for line in lines[start:end] if not line.blank][:_LETTERHEAD_LINES])
        page = Page(start=start, end=end, heads=tuple(texts), kind=named or alone, number=numbers[0] if numbers else 0)
        if pages and not pages[-1].heads and page.heads:
            # Only furniture stood there: it is the head of this page.
            above = pages.pop()
            page = replace(page, start=above.start, kind=above.kind or page.kind, number=above.number or page.number)
        pages.append(page)
    return pages


def _kind_beside(lines: Sequence[LaidLine]) -> str:
    """The kind of document that the head of a letter names beside the sender: "Kontoret     TJÄNSTESKRIVELSE"."""
    named = (cell for line in lines for cell in (line.line.cells or (line.line.text.rpartition(" ")[2],)))
    return next((kind_of_document(cell) for cell in named if cell.casefold() in HEAD_KINDS and cell.isupper()), "")


def _align(titles: Sequence[str], pages: Sequence[Page]) -> dict[int, int]:
    """Index of title -> index of the page where that document begins, in the order of the list, the best way."""
    scores = [
        [likeness(title, page.heads, page.kind) if page.number <= 1 else 0.0 for page in pages] for title in titles
    ]
    best: list[list[tuple[float, tuple[tuple[int, int], ...]]]] = [[(0.0, ())] * (len(pages) + 1)]
    for title in range(len(titles)):
        row: list[tuple[float, tuple[tuple[int, int], ...]]] = [(best[title][0])]
        for page in range(len(pages)):
            choices = [row[page], best[title][page + 1]]
            if scores[title][page] >= ENOUGH:
                total, pairs = best[title][page]
                choices.append((total + scores[title][page], (*pairs, (title, page))))
            row.append(max(choices, key=lambda choice: (round(choice[0], 6), [-pair[1] for pair in choice[1]])))
        best.append(row)
    return dict(best[-1][-1][1])


def _is_best(title: str, others: Sequence[str], page: Page) -> bool:
    """Whether a page is headed as one item's list has it, more than as any other item's has it."""
    mine = likeness(title, page.heads, page.kind)
    return all(likeness(other, page.heads, page.kind) < mine for other in others)


def _starts(laid: LaidOut, pages: Sequence[Page], aligned: set[int]) -> list[int]:
    """Where documents begin: the first page, pages that match a list, and pages that say so themselves."""
    starts = [pages[0].start]
    current = pages[0]
    for index, page in enumerate(pages[1:], 1):
        if index in aligned or _begins(laid, page, current):
            starts.append(page.start)
            current = page
    return starts


def _begins(laid: LaidOut, page: Page, current: Page) -> bool:
    """Whether a page is the first one of a document by what it says: page 1, chapter 1, "Protokoll" alone."""
    if page.number > 1 or not page.heads:
        return False
    if page.number == 1 and laid.lines[page.start].page is not Break.NONE:
        return True
    chapter = _CHAPTER_ONE.fullmatch(page.heads[0])
    if chapter:
        # A table of contents before it names the chapter: then it is the same document.
        wanted = letters(f"1{chapter['title']}")
        before = laid.lines[current.start : page.start]
        return not any(letters(line.line.text).startswith(wanted) for line in before if line.line.text)
    return page.heads[0].casefold() in DOCUMENT_KINDS and page.heads[:1] != current.heads[:1]


def _by_line(laid: LaidOut, found: Sequence[Found], titles: Sequence[str]) -> list[Found]:
    """A document without match that holds a line of just the title's words is that document."""
    taken = {one.title for one in found if one.listed}
    result = []
    for one in found:
        texts = [line.line.text for line in laid.lines[one.start : one.end] if not line.blank]
        named = (title for title in titles if title not in taken and any(same_words(title, text) for text in texts))
        title = None if one.listed else next(named, None)
        if title is None:
            result.append(one)
            continue
        taken.add(title)
        how = "en rad i dokumentet är underlagets namn"
        result.append(replace(one, title=title, listed=True, how=how, sure=False))
    return result


def _by_order(found: Sequence[Found], titles: Sequence[str], *, closed: bool) -> list[Found]:
    """Between two known documents as many unknown ones as names are left: they come in the order of the list."""
    result = list(found)
    known = [place for place, one in enumerate(result) if one.listed]
    edges = [-1, *known, len(result)]
    for before, after in pairwise(edges):
        unknown = list(range(before + 1, after))
        first = titles.index(result[before].title) + 1 if before >= 0 else 0
        last = titles.index(result[after].title) if after < len(result) else len(titles)
        left = list(titles[first:last])
        if not unknown or not left or first > last:
            continue
        open_end = after == len(result) and not closed
        if len(unknown) == len(left) or (open_end and len(left) == 1):
            for place, title in zip(unknown, left, strict=False):
                if result[place].kind and result[place].kind != kind_of_document(title):
                    continue
                result[place] = replace(
                    result[place],
                    title=title,
                    listed=True,
                    how="kommer i den ordning som underlaget räknas upp",
                    sure=False,
                )
    return result


def _owned(
    laid: LaidOut, one: Found, region: Region, titles: Mapping[int, Sequence[str]], has_list: bool, first: bool
) -> Found:
    """Give a document that no list of its own item names to the right item, or to the tray."""
    if one.listed:
        return one
    title = _own_title(laid, one)
    certain = region.divided and (laid.kind == "protokoll" or (not has_list and (region.closed or first)))
    if certain:
        how = "följer efter ärendets skiljesida" if laid.kind == "kallelse" else "följer efter paragrafen"
        return replace(one, title=title, how=f"{how}; ärendet räknar inte upp det", sure=False)
    heads = _pages(laid, replace(region, start=one.start, end=one.end))[0]
    scores = [
        (likeness(listed, heads.heads, heads.kind), item, listed)
        for item, names in titles.items()
        if item != region.item or not region.divided
        for listed in names
    ]
    best = max(scores, default=(0.0, 0, ""))
    if best[0] >= SURE and sum(score[0] == best[0] for score in scores) == 1:
        how = "har ingen skiljesida, men rubriken är underlagets namn"
        return replace(one, item=best[1], title=best[2], listed=True, how=how, sure=False)
    return replace(one, item=None, title=title, how="har ingen skiljesida och står inte i någon lista", sure=False)


def _own_title(laid: LaidOut, one: Found) -> str:
    """What a document calls itself: the first lines of its first page."""
    lines = laid.lines[one.start : one.end]
    kind = next((kind_of_head(line.line.text) for line in lines[:10] if line.furniture and line.page_number), "")
    words: list[str] = [kind.capitalize()] if kind else []
    taken = False
    for line in lines:
        if line.blank:
            if taken and not (len(words) == 1 and words[0].casefold() in DOCUMENT_KINDS):
                break
            continue
        if taken and line.page is not Break.NONE:
            break
        if len(" ".join([*words, line.line.text])) > 100:
            break
        words.append(line.line.text)
        taken = True
    plain = " ".join(words).replace("[", "(").replace("]", ")")
    title = re.sub(r"^\d+(?:\.\d+)*\.?\s+(?=[A-ZÅÄÖ])", "", " ".join(plain.split())).strip(" .:")
    return title or f"Dokument på rad {lines[0].line.number}"
