"""Small pictures of every paper, kept to be compared: ``python3 -m tests.paper_pictures``.

Write them anew only after looking at the pages and liking what changed.
"""

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

from ot_desktop.paper.page import PageSize, Paper
from tests.every_paper import PAPERS

KEPT = Path(__file__).parent / "data" / "papers"
_DPI = 40
LOOKS = {
    "en-letter": ("en", Paper()),
    "es-a4-gray-large": ("es", Paper(PageSize.A4, is_gray=True, body_pt=18.0)),
}
NAMES = [f"{kind}-{look}" for kind in PAPERS for look in LOOKS]


def picture_of(name):
    """Return the pages of a paper side by side, in gray."""
    kind, look = next((kind, look) for kind in PAPERS for look in LOOKS if name == f"{kind}-{look}")
    pages = [
        page.render(scale=_DPI / 72).to_pil().convert("L")
        for page in pypdfium2.PdfDocument(PAPERS[kind](*LOOKS[look]))
    ]
    whole = Image.new("L", (sum(page.width for page in pages), pages[0].height), 255)
    left = 0
    for page in pages:
        whole.paste(page, (left, 0))
        left += page.width
    return whole


def main():
    """Write all of them."""
    KEPT.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        picture_of(name).quantize(16).save(KEPT / f"{name}.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
