"""Turns PDF bytes into pictures of their pages, and counts them."""

import threading
from dataclasses import dataclass
from typing import Any

# PDFium must not be called from two threads at once.
_pdfium = threading.Lock()
POINTS_PER_INCH = 72


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page as rows of blue, green, red, unused bytes; its true size is in points."""

    width: int
    height: int
    stride: int
    pixels: bytes
    width_pt: float
    height_pt: float


def page_pictures(pdf: bytes, scale: float) -> tuple[PagePicture, ...]:
    """Draw every page, ``scale`` pixels to the point; safe on any thread."""
    import pypdfium2  # noqa: PLC0415  (a native library, only when a page is looked at)

    with _pdfium:
        document = pypdfium2.PdfDocument(pdf)
        found = tuple(_picture(document[number], scale) for number in range(len(document)))
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
