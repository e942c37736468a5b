"""Letters that a reader can send to the registrar, already written: for a document, or for a version that can be read.

The reader never has to say who they are or why (TF 2:18), and has a right to a written decision (OSL 6:3).
"""

from collections.abc import Sequence
from urllib.parse import quote

from paragraf.pages.frame import absolute
from paragraf.pages.place import Place


def document_request(place: Place, *, title: str, belongs: str, path: str, reason: str = "") -> str:
    """A mailto address that asks for a document which is not on the web; empty when there is no registrar.

    `belongs` is the citation of what it belongs to, `path` the address of its page, `reason` why it is not published.
    """
    why = f" Som skäl anges: {reason}." if reason else ""
    return _letter(
        place,
        f"Begäran om handling: {title}",
        (
            f"Hej! Jag vill ta del av handlingen ”{title}”.",
            *_where(place, belongs, path),
            f"Handlingen finns inte på webbplatsen.{why}",
            "Kan den inte lämnas ut, eller bara till en del, vill jag ha ett skriftligt beslut som går att överklaga.",
        ),
    )


def accessible_request(place: Place, *, titles: Sequence[str], belongs: str, path: str) -> str:
    """A mailto address that asks for documents in a form that everyone can read; empty when there is no registrar."""
    documents = "\n".join(f"- {title}" for title in titles)
    return _letter(
        place,
        f"Begäran om tillgänglig version: {titles[0] if len(titles) == 1 else belongs}",
        (
            f"Hej! Jag behöver en tillgänglig version av:\n{documents}",
            *_where(place, belongs, path),
            "Så här behöver jag kunna läsa (till exempel uppläst, förstorat, punktskrift, text som går att markera):",
        ),
    )


def _where(place: Place, belongs: str, path: str) -> tuple[str, ...]:
    return (f"Den hör till: {belongs}", *filter(None, (absolute(place, path),)))


def _letter(place: Place, subject: str, lines: Sequence[str]) -> str:
    to = place.index.organisation.registrar
    body = "\n\n".join(lines).replace("\n", "\r\n")
    return f"mailto:{quote(to, safe='@+')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}" if to else ""
