"""A code to scan with a phone."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ot_desktop.paper.sheet import Place, Sheet

_QUIET = 2  # modules left white on each side; the box around it gives the rest


@dataclass(frozen=True, slots=True)
class ScanCode:
    """A link as squares; a screen reader says the link."""

    link: str
    size: float = 96

    def height(self, width: float) -> float:  # noqa: ARG002  (the same at any width)
        """Return the code's height."""
        return self.size

    def draw(self, sheet: Sheet, place: Place) -> None:
        """Draw the dark squares, those beside one another in one stroke."""
        modules = _modules(self.link)
        unit = self.size / (len(modules) + 2 * _QUIET)
        with sheet.within("Figure", alt=self.link):
            for row, line in enumerate(modules):
                y = place.y + (row + _QUIET) * unit
                for start, length in _dark(line):
                    x = place.x + (start + _QUIET) * unit
                    sheet.box(Place(x, y, length * unit, unit), fill=sheet.ink.text)


@lru_cache(maxsize=8)
def _modules(link: str) -> tuple[tuple[bool, ...], ...]:
    from reportlab.graphics.barcode.qr import QrCodeWidget  # noqa: PLC0415  (only with a link)

    widget: Any = QrCodeWidget(link, barLevel="M")
    code = widget.qr
    code.make()
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)


def _dark(line: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return where dark stretches of a row begin, and how long they are."""
    found: list[tuple[int, int]] = []
    for index, dark in enumerate(line):
        if not dark:
            continue
        if found and sum(found[-1]) == index:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((index, 1))
    return found
