"""Every drawing of the library as small as it is ever printed, to judge them beside each other."""

from dataclasses import dataclass

from ot_desktop.home_programs import library
from ot_desktop.paper.page import Paper
from ot_desktop.paper.pdf import Part, pdf_file
from ot_desktop.paper.sheet import Place, Sheet
from ot_desktop.paper.text import Style, rich

TITLE = "The drawings of the activities"
PX_PER_MM = 96 / 25.4
WIDE, GAP, ROW = 40 * PX_PER_MM, 30.0, 154.0
COLUMNS, ROWS = 4, 6
_KEY = Style(size=12, leading=16)


@dataclass(frozen=True, slots=True)
class _Sheets:
    keys: tuple[str, ...]

    def draw(self, sheet: Sheet) -> None:
        left = (sheet.width - COLUMNS * WIDE - (COLUMNS - 1) * GAP) / 2
        for first in range(0, len(self.keys), COLUMNS * ROWS):
            with sheet.page():
                for index, key in enumerate(self.keys[first : first + COLUMNS * ROWS]):
                    row, column = divmod(index, COLUMNS)
                    x, y = left + column * (WIDE + GAP), sheet.margin + row * ROW
                    high = sheet.picture(f"{key}.svg", x, y, WIDE)
                    sheet.words(rich(key, style=_KEY), Place(x, y + high, WIDE, 16), align=0.5)


def contact_sheet(paper: Paper) -> bytes:
    """Return a PDF of all drawings, 40 mm wide, each with its activity's key."""
    keys = tuple(sorted(one.key for one in library.all_activities()))
    sheets = _Sheets(keys)
    part = Part(TITLE, sheets.draw)
    return pdf_file((part,), paper, author="OT Desktop", language="en", printed=sheets)
