"""Turns PDF bytes into pictures of their pages, and counts them."""

import threading
from dataclasses import dataclass
from typing import Any

# PDFium must not be called from two threads at once.
_pdfium = threading.Lock()
POINTS_PER_INCH = 72
# A page somebody sent may claim to be as large as a house.
MOST_DOTS = 40_000_000


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as rows of blue, green, red, unused bytes; its true size is in points."""

    width: int
    height: int
    stride: int
    pixels: bytes
    width_pt: float
    height_pt: float


def page_pictures(pdf: bytes, scale: float, most: int | None = None) -> tuple[PagePicture, ...]:
    """Draw every page, or the first ones, ``scale`` pixels to the point; safe on any thread."""
    import pypdfium2  # noqa: PLC0415  (a native library, only when a page is looked at)

    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        shown = range(len(document))[:most]
        found = tuple(_picture(document[number], scale) for number in shown)
        document.close()
    return found


def count_pages(pdf: bytes) -> int:
    """Return how many pages a file has."""
    import pypdfium2  # noqa: PLC0415  (a native library, only when papers are given)

    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        count = len(document)
        document.close()
    return count


def first_pages(pdf: bytes) -> tuple[int, ...]:
    """Return where each part of the table of contents begins, counted from 0."""
    import pypdfium2  # noqa: PLC0415  (a native library, only when a page is looked at)

    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        targets = [entry.get_dest() for entry in document.get_toc()]
        found = tuple(target.get_index() for target in targets if target is not None)
        document.close()
    return found


def _picture(page: Any, scale: float) -> PagePicture:
    width_pt, height_pt = page.get_size()
    scale = min(scale, (MOST_DOTS / (width_pt * height_pt)) ** 0.5)
    bitmap = page.render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
    picture = PagePicture(
        bitmap.width,
        bitmap.height,
        bitmap.stride,
        bytes(bitmap.buffer),
        width_pt,
        height_pt,
    )
    bitmap.close()
    page.close()
    return picture
