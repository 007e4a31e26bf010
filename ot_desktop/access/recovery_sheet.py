"""The recovery sheet: one printed page with the key that opens the clinic's file."""

from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import resources
from ot_desktop.day_words import full_day
from ot_desktop.paper.page import PageSize

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_FONTS = {"Sheet": "Regular", "SheetBold": "Bold"}
_MARGIN = 54  # points; three quarters of an inch
_PER_LINE = 3

_WHAT_FOR = (
    "This key opens the clinic’s file when nobody can sign in any more:"
    " a forgotten password, or an owner who has left."
)
_HOW = (
    "On the sign-in page choose “I can’t sign in”, then type the key.",
    "Capital or small letters, spaces and dashes do not matter.",
    "Choose a new password. Everything in the file is as it was.",
)
_WHERE = (
    "Sealed in an envelope, locked away, in a different place than the computer and the backups.",
    "Not photographed, not typed into another program, not sent by e-mail.",
    "Whoever holds this page and the clinic’s files can read everything in them.",
    "If this page is lost, make a new recovery key at once: this one then opens nothing any more.",
)


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What is printed; the key is in no other file."""

    clinic: str
    key: str = field(repr=False)
    made_on: date
    paper: PageSize = PageSize.LETTER


def recovery_sheet(sheet: RecoverySheet) -> bytes:
    """Return the sheet as PDF bytes."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  (heavy)

    target = BytesIO()
    page = Canvas(target, pagesize=_page_size(sheet.paper), pageCompression=1, invariant=True)
    page.setTitle("Recovery sheet")
    page.setAuthor("OT Desktop")
    _load_fonts()
    _Pen(page, sheet).draw()
    page.showPage()
    page.save()
    return target.getvalue()


def _page_size(paper: PageSize) -> tuple[float, float]:
    from reportlab.lib.pagesizes import A4, LETTER  # noqa: PLC0415  (heavy)

    return A4 if paper is PageSize.A4 else LETTER


def _load_fonts() -> None:
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415  (heavy)
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415  (heavy)

    for name, weight in _FONTS.items():
        file = resources.path(f"fonts/AtkinsonHyperlegibleNext-{weight}.ttf")
        pdfmetrics.registerFont(TTFont(name, str(file)))


class _Pen:
    """Writes from the top of the page downwards."""

    def __init__(self, page: "Canvas", sheet: RecoverySheet) -> None:
        self._page = page
        self._sheet = sheet
        self._width, height = _page_size(sheet.paper)
        self._y = height - _MARGIN

    def draw(self) -> None:
        """Write the whole page."""
        self._line("Recovery sheet", 26, 32, bold=True)
        self._line(self._sheet.clinic or "OT Desktop", 15, 24)
        self._y -= 8
        self._text(_WHAT_FOR, 12.5, 17)
        self._key_box()
        self._line("How to use it", 14, 22, bold=True)
        self._list(_HOW)
        self._line("Where to keep it", 14, 22, bold=True)
        self._list(_WHERE)
        self._signature()

    def _line(self, text: str, size: float, leading: float, *, bold: bool = False) -> None:
        self._page.setFont("SheetBold" if bold else "Sheet", size)
        self._y -= leading
        self._page.drawString(_MARGIN, self._y, text)

    def _text(self, text: str, size: float, leading: float, indent: float = 0) -> None:
        from reportlab.lib.utils import simpleSplit  # noqa: PLC0415  (heavy)

        room = self._width - 2 * _MARGIN - indent
        self._page.setFont("Sheet", size)
        for line in simpleSplit(text, "Sheet", size, room):
            self._y -= leading
            self._page.drawString(_MARGIN + indent, self._y, line)

    def _list(self, sentences: tuple[str, ...]) -> None:
        for number, sentence in enumerate(sentences, start=1):
            self._page.setFont("SheetBold", 12.5)
            self._page.drawString(_MARGIN, self._y - 18, f"{number}.")
            self._y -= 1
            self._text(sentence, 12.5, 17, indent=20)
            self._y -= 4
        self._y -= 12

    def _key_box(self) -> None:
        groups = self._sheet.key.split("-")
        lines = [groups[at : at + _PER_LINE] for at in range(0, len(groups), _PER_LINE)]
        leading, padding = 44, 18
        height = len(lines) * leading + 2 * padding - 8
        self._y -= 20 + height
        room = self._width - 2 * _MARGIN
        self._page.setLineWidth(1.5)
        self._page.roundRect(_MARGIN, self._y, room, height, 8)
        for row, line in enumerate(lines):
            y = self._y + height - padding - 26 - row * leading
            for place, group in enumerate(line):
                middle = _MARGIN + room * (place + 0.5) / _PER_LINE
                self._group(middle, y, row * _PER_LINE + place + 1, group)
        self._y -= 14

    def _group(self, middle: float, y: float, number: int, group: str) -> None:
        self._page.setFont("Sheet", 9)
        self._page.drawRightString(middle - 62, y + 1, str(number))
        self._page.setFont("SheetBold", 30)
        spacing = 27
        for at, letter in enumerate(group):  # one by one: every letter stands clear
            self._page.drawCentredString(middle + (at - 1.5) * spacing, y, letter)

    def _signature(self) -> None:
        self._y -= 26
        half = (self._width - 2 * _MARGIN - 24) / 2
        made = f"Made on {full_day(self._sheet.made_on)}"
        self._page.setFont("Sheet", 12.5)
        self._page.drawString(_MARGIN, self._y, made)
        self._y -= 40
        self._page.setLineWidth(0.8)
        for left, words in ((_MARGIN, "Put away by (name)"), (_MARGIN + half + 24, "Signature")):
            self._page.line(left, self._y, left + half, self._y)
            self._page.setFont("Sheet", 10)
            self._page.drawString(left, self._y - 13, words)
