"""A line of words for families: hard words are underlined, long sentences tinted, while typing."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QLineEdit

from ot_desktop.home_programs.readability import Mark, marks
from ui.home_programs.words import mark_words
from ui.theme import theme


class MarkedEdit(QLineEdit):
    """Marks are a hint and change nothing; ``reads`` says whether the language has a measure."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.reads = True
        self.found: tuple[Mark, ...] = ()
        self.setAccessibleName(name)
        self.setProperty("compact", "true")
        self.textChanged.connect(self._look)
        theme().changed.connect(self._paint_marks)

    def put(self, text: str) -> None:
        """Show other words from their beginning."""
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def look_again(self, *, reads: bool) -> None:
        """Mark what is hard to read, or nothing in a language without a measure."""
        self.reads = reads
        self._look()

    @Slot()
    def _look(self) -> None:
        self.found = marks(self.text()) if self.reads else ()
        told = mark_words(self.found)
        self.setToolTip(told)
        self.setAccessibleDescription(told)
        self._paint_marks()

    @Slot()
    def _paint_marks(self) -> None:
        """Put formats on places of the text, which a line edit only takes from an input method."""
        places = [_attribute(mark, self.cursorPosition()) for mark in _outer_first(self.found)]
        QCoreApplication.sendEvent(self, QInputMethodEvent("", places))


def _outer_first(found: Sequence[Mark]) -> list[Mark]:
    return sorted(found, key=lambda mark: mark.is_word)


def _attribute(mark: Mark, cursor: int) -> QInputMethodEvent.Attribute:
    look = QTextCharFormat()
    if mark.is_word:
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(theme().color("warn"))
    else:
        look.setBackground(theme().color("warn-soft"))
    kind = QInputMethodEvent.AttributeType.TextFormat
    return QInputMethodEvent.Attribute(kind, mark.start - cursor, mark.length, look)
