"""WeasyPrint makes the pages. It gets our own style sheet, fonts and pictures, and nothing from anywhere else.

WeasyPrint is imported when the first PDF is made, not before: it loads Pango, which a machine that only builds pages
does not need.
"""

import io
import logging
import os
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any

import segno

from paragraf.printing.document import Printed
from paragraf.theme import THEME

_OURS = "paragraf:"
"""Scheme of the addresses of what a document may use."""
_FONTS = THEME / "assets" / "paragraf" / "fonts"
_VARIANT = "pdf/a-3a"


class MissingLibraryError(Exception):
    """Pango is not there; says in Swedish what to install."""


def pages(document: Printed, markup: str, arms: bytes | None) -> bytes:
    """The PDF of a document's HTML, tagged and marked as PDF/A; `arms` is the PNG of the coat of arms.

    The same bytes for the same document. Raises MissingLibraryError.
    """
    weasyprint = engine()
    assets = {f"fonts/{font.name}": font.read_bytes() for font in sorted(_FONTS.glob("*.woff2"))}
    if arms is not None:
        assets["vapen.png"] = arms
    if document.qr:
        assets["qr.svg"] = qr(document.qr)
    fetcher = _fetcher(weasyprint, assets)
    fonts = weasyprint.text.fonts.FontConfiguration()
    sheets = [weasyprint.CSS(string=text, url_fetcher=fetcher, font_config=fonts) for text in _styles(document)]
    whole = weasyprint.HTML(string=markup, url_fetcher=fetcher, base_url=_OURS)
    with _day_of_fonts(document.day), warnings.catch_warnings():
        # WeasyPrint leaves its colour profile to be closed by the interpreter.
        warnings.simplefilter("ignore", ResourceWarning)
        found: bytes = whole.write_pdf(
            stylesheets=sheets, font_config=fonts, pdf_variant=_VARIANT, pdf_identifier=b"paragraf"
        )
    return found


@contextmanager
def _day_of_fonts(day: date) -> Iterator[None]:
    """The subsets of fonts tell when they were made, which must not depend on the clock."""
    name = "SOURCE_DATE_EPOCH"
    before = os.environ.get(name)
    os.environ[name] = str(int(datetime.combine(day, time(), tzinfo=UTC).timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


def qr(address: str) -> bytes:
    """A QR code of an address as SVG."""
    target = io.BytesIO()
    segno.make(address, error="m", micro=False).save(target, kind="svg", border=0, omitsize=True, xmldecl=False)
    return target.getvalue()


def _styles(document: Printed) -> list[str]:
    own = document.context["colour"]
    sheet = (THEME / "pdf" / "pdf.css").read_text("utf-8")
    return [sheet, f":root {{ --own: {own}; }}"] if own else [sheet]


def _fetcher(weasyprint: Any, assets: Mapping[str, bytes]) -> Any:
    """What gives WeasyPrint our own things by name, and refuses all else: no network, no file of the machine."""

    class Ours(weasyprint.urls.URLFetcher):  # type: ignore[misc] # has no types
        def fetch(self, url: str, headers: object = None) -> Any:
            name = url.removeprefix(_OURS)
            if not url.startswith(_OURS) or name not in assets:
                raise weasyprint.urls.FatalURLFetchingError(f"{url} får inte hämtas.")
            return weasyprint.urls.URLFetcherResponse(url, assets[name])

    return Ours()


@cache
def engine() -> Any:
    """WeasyPrint, silent. Raises MissingLibraryError where it cannot load Pango."""
    try:
        import weasyprint
    except OSError as error:
        raise MissingLibraryError(
            "För PDF behövs Pango, som inte finns på den här datorn. Installera det (Debian och Ubuntu: apt install "
            "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango) och kör om."
        ) from error
    for name in ("weasyprint", "fontTools"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return weasyprint
