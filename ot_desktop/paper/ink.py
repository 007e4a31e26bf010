"""The colors of the paper, in color and for gray printers; nothing depends on hue."""

from dataclasses import dataclass

TEXT = "#1D2429"
WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Ink:
    """One set of colors; ``discs`` number the activities in turn, the same on every page."""

    text: str
    outline: str
    soft_text: str
    accent: str
    danger: str
    panel: str
    rule: str
    discs: tuple[str, ...]
    is_gray: bool

    def disc(self, number: int) -> str:
        """Return the color of the activity with this number, from 1."""
        return self.discs[(number - 1) % len(self.discs)]


COLOR = Ink(
    text=TEXT,
    outline="#26343A",
    soft_text="#4B545B",
    accent="#0B6B6B",
    danger="#B42318",
    panel="#F3F1EC",
    rule="#85817A",
    discs=("#2B725B", "#2563B0", "#8A3A0A", "#562465", "#A82760", "#6B5600"),
    is_gray=False,
)
GRAY = Ink(
    text="#000000",
    outline="#000000",
    soft_text="#333333",
    accent="#000000",
    danger="#000000",
    panel=WHITE,
    rule="#777777",
    discs=("#000000",),
    is_gray=True,
)
