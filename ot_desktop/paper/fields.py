"""Boxes a family can tick on a tablet; printed, they are the same boxes."""

from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from ot_desktop.paper.structure import Structure

_PRINTED = 4
_TICK = ((0.2, 0.5), (0.42, 0.26), (0.8, 0.76))  # of the box, from its lower left corner


class Fields:
    """The boxes of one file; each has a name of its own and words a screen reader says."""

    def __init__(self, canvas: Canvas, structure: Structure) -> None:
        self._canvas, self._structure = canvas, structure
        self._document: Any = canvas._doc  # type: ignore[attr-defined]  # noqa: SLF001  (no API)
        self._boxes: list[PDFObjectReference] = []

    def add(self, corners: tuple[float, float, float, float], words: str) -> None:
        """Put a box on the page, its corners in points from the lower left."""
        left, low, right, high = corners
        wide, tall = right - left, high - low
        name = f"box{len(self._boxes) + 1}"
        field = PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Widget"),
                "FT": PDFName("Btn"),
                "T": PDFString(name),
                "TU": PDFString(words),
                "F": _PRINTED,
                "Rect": PDFArray([round(edge, 2) for edge in corners]),
                "P": self._document.thisPageRef(),
                "V": PDFName("Off"),
                "AS": PDFName("Off"),
                "AP": PDFDictionary({"N": self._looks(wide, tall)}),
            }
        )
        reference = self._document.Reference(field, name)
        self._boxes.append(reference)
        self._canvas._annotationrefs.append(reference)  # type: ignore[attr-defined]  # noqa: SLF001  (as above)
        self._structure.add_field(field, reference)

    def finish(self) -> None:
        """Tell the file that it has boxes to tick."""
        if self._boxes:
            form = PDFDictionary({"Fields": PDFArray(self._boxes)})
            self._document.Catalog.AcroForm = form

    def _looks(self, wide: float, tall: float) -> PDFDictionary:
        points = [f"{x * wide:.2f} {y * tall:.2f}" for x, y in _TICK]
        line = max(1.5, wide / 10)
        tick = f"q {line:.2f} w 1 J 1 j {points[0]} m {points[1]} l {points[2]} l S Q"
        looks = {"Yes": tick, "Off": ""}
        return PDFDictionary(
            {state: self._picture(drawn, wide, tall) for state, drawn in looks.items()}
        )

    def _picture(self, drawn: str, wide: float, tall: float) -> PDFObjectReference:
        """Return the look of a state; boxes of one size share it."""
        size = PDFArray([0, 0, round(wide, 2), round(tall, 2)])
        name = f"tick-{wide:.2f}-{tall:.2f}-{bool(drawn)}"
        if name in self._document.idToObject:
            return PDFObjectReference(name)
        form = {"Type": PDFName("XObject"), "Subtype": PDFName("Form"), "BBox": size}
        stream = PDFStream(PDFDictionary(form), f"{drawn}\n")
        found: PDFObjectReference = self._document.Reference(stream, name)
        return found
