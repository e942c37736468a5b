"""Agendas, minutes and extracts as PDF, for paper and archives.

From the public archive by the same views as the pages: contents -> layout (HTML) -> engine (pages) -> archival (what
PDF/A and PDF/UA ask for).
"""

from paragraf.printing.document import Kind, Printed
from paragraf.printing.engine import MissingLibraryError
from paragraf.printing.make import make_pdf
from paragraf.printing.on_demand import Order, OrderError, on_demand
from paragraf.printing.whole_site import with_pdf

__all__ = ["Kind", "MissingLibraryError", "Order", "OrderError", "Printed", "make_pdf", "on_demand", "with_pdf"]
