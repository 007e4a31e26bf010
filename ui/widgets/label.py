"""Text on screen, always plain: a name typed as HTML shows as typed, it never runs as markup."""

from collections.abc import Iterable
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

TextStyle = Literal[
    "body",
    "body-strong",
    "small",
    "caption",
    "label",
    "h3",
    "h2",
    "h1",
    "name",
    "display",
    "number",
    "brand",
]


def label(
    text: str = "", style: TextStyle = "body", tone: str = "", *, wrap: bool = False
) -> QLabel:
    """Return a label in a type style of the design; ``tone`` is a text token such as ``text-2``."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", style)
    if tone:
        made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def set_tone(shown: QLabel, tone: str) -> None:
    """Change a label's colour to another text token."""
    if shown.property("tone") != tone:
        shown.setProperty("tone", tone)
        restyle(shown)


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a dynamic property changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def rule() -> QFrame:
    """Return the thin line between sections of a card."""
    line = QFrame()
    line.setProperty("rule", "true")
    return line


class KeyCap(QLabel):
    """A key drawn as on a keyboard: ``Ctrl K``. A hint for the eyes, never a control."""

    def __init__(self, keys: str) -> None:
        super().__init__(keys)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("keycap", "true")
        self.setSizePolicy(self.sizePolicy().Policy.Fixed, self.sizePolicy().Policy.Fixed)


def lead_label(lead: str = "", text: str = "") -> QLabel:
    """Return ``lead`` in bold followed by ``text``, wrapping as one."""
    made = QLabel()
    made.setProperty("type", "body")
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    made.setWordWrap(True)
    show_leads(made, [(lead, text)])
    return made


def show_leads(shown: QLabel, parts: Iterable[tuple[str, str]]) -> None:
    """Show other words in a ``lead_label``; all of them are escaped."""
    from html import escape  # noqa: PLC0415  (the sign-in page has none)

    shown.setText(" ".join(f"<b>{escape(lead)}</b> {escape(text)}" for lead, text in parts))
