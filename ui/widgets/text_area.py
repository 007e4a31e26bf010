"""A text area that grows with its text, between a fewest and a most number of lines."""

from PySide6.QtCore import QMimeData, QSize, Qt, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from ui.theme import theme


class TextArea(QPlainTextEdit):
    """Plain text only; Tab leaves it, as everywhere in a form; Ctrl Z takes back a word."""

    def __init__(
        self, name: str, placeholder: str = "", *, lines: int = 2, most_lines: int = 12
    ) -> None:
        super().__init__()
        self._lines = lines
        self._most_lines = most_lines
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self._grow)
        theme().changed.connect(self._grow)
        self._grow()

    def sizeHint(self) -> QSize:
        """Return the height of the text, within the limits."""
        return QSize(super().sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """Return the same height; the width may shrink."""
        return QSize(theme().px(80), self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines again: a narrower box needs more."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._grow()
        if self._fits():
            self.verticalScrollBar().setValue(0)  # it had scrolled while it was too small

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a new step of undo at each space: Qt would take back the whole text at once."""
        is_plain = event.modifiers() in (_NONE, Qt.KeyboardModifier.ShiftModifier)
        if event.text() == " " and is_plain and not self.isReadOnly():
            self.insert(" ")
        else:
            super().keyPressEvent(event)

    def insert(self, words: str) -> None:
        """Type words at the cursor, in place of what is selected; one step of undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(words)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def replace_all(self, words: str) -> None:
        """Show other words so that Ctrl Z brings the present ones back."""
        if words != self.toPlainText():
            cursor = self.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            self.setTextCursor(cursor)
            self.insert(words)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, without tabs and other control characters."""
        kept = "".join(sign for sign in source.text() if sign in "\n" or sign.isprintable())
        self.insertPlainText(kept)

    def _wanted_height(self) -> int:
        self.ensurePolished()
        line = QFontMetricsF(self.font()).lineSpacing()
        shown = round(self.document().size().height())  # lines, in a plain text document
        lines = max(self._lines, min(self._most_lines, shown))
        return round(lines * line) + 2 * round(self.document().documentMargin()) + 10

    def _fits(self) -> bool:
        return bool(self.document().size().height() <= self._most_lines)

    @Slot()
    def _grow(self) -> None:
        policy = _NEVER if self._fits() else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()


_NONE = Qt.KeyboardModifier.NoModifier
_NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
