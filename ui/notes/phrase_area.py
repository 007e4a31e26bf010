"""A text area in which ``;`` offers saved phrases, and Tab goes from one blank to the next."""

import re

from PySide6.QtCore import QEvent, QPoint, QTimer, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt, QTextCursor
from PySide6.QtWidgets import QWidget

from ot_desktop.notes.blanks import BLANK
from ot_desktop.notes.phrases import Phrase, fitting
from ui.notes.phrase_book import PhraseBook
from ui.notes.phrase_popup import PhrasePopup
from ui.widgets.text_area import TextArea

# At the start of a line or after a space, so that a semicolon in a sentence offers nothing.
_ASKED = re.compile(r"(?:^|(?<=\s));([\w-]*)$")
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_TABS = {Qt.Key.Key_Tab: False, Qt.Key.Key_Backtab: True}
_MOST_OFFERED = 8


class PhraseArea(TextArea):
    """``book`` holds the phrases; without one it is a plain text area."""

    def __init__(self, name: str, placeholder: str = "", *, lines: int = 2) -> None:
        super().__init__(name, placeholder, lines=lines)
        self.book: PhraseBook | None = None
        self.popup: PhrasePopup | None = None
        self._look = QTimer(self, singleShot=True, interval=0)
        self._look.timeout.connect(self._offer)
        self.textChanged.connect(self._look.start)

    def event(self, event: QEvent) -> bool:
        """Take Tab and Esc while phrases are offered, before the page or the form does."""
        if isinstance(event, QKeyEvent) and event.type() in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            is_ours = self._is_offering and event.key() in (*_TAKING, Qt.Key.Key_Escape, *_STEPS)
            if is_ours and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if is_ours and event.type() == QEvent.Type.KeyPress:
                self._answer(event.key())
                return True
            if event.type() == QEvent.Type.KeyPress and event.key() in _TABS:
                return self._go_to_blank(back=_TABS[Qt.Key(event.key())]) or super().event(event)
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing any more."""
        super().focusOutEvent(event)
        self._hide()

    @property
    def _is_offering(self) -> bool:
        return self.popup is not None and self.popup.isVisible()

    def _asked(self) -> str | None:
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        found = _ASKED.search(before)
        return found[1] if found and not cursor.hasSelection() else None

    @Slot()
    def _offer(self) -> None:
        asked = self._asked() if self.hasFocus() else None
        if self.book is None or asked is None:
            self._hide()
            return
        found = fitting(self.book.phrases(), asked)[:_MOST_OFFERED]
        if self.popup is None:
            self.popup = PhrasePopup(_page_of(self))
            self.popup.chosen.connect(self._take)
            self.popup.edit_wanted.connect(self._edit)
        self.popup.offer(found, self.book.child)
        below = self.cursorRect().bottomLeft() + QPoint(0, 4)
        self.popup.stand_at(self.viewport().mapTo(_page_of(self), below))

    def _hide(self) -> None:
        if self.popup is not None:
            self.popup.hide()

    def _answer(self, key: int) -> None:
        if self.popup is None:
            return
        if key in _STEPS:
            self.popup.step(_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self._hide()
        else:
            self.popup.take()

    @Slot(object)
    def _take(self, phrase: Phrase) -> None:
        if self.book is None:
            return
        self._drop_asked()
        start = self.textCursor().position()
        self.insert(phrase.filled(self.book.child))
        self._hide()
        self._go_to_blank(start=start)

    @Slot()
    def _edit(self) -> None:
        if self.book is not None:
            typed = self._asked() or ""
            self._hide()
            self.book.edit(typed)
            self.setFocus()

    def _drop_asked(self) -> None:
        cursor = self.textCursor()
        count = len(self._asked() or "") + 1
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, count)
        self.setTextCursor(cursor)

    def go_to_first_blank(self) -> bool:
        """Take the keyboard and select the first blank; say whether there is one."""
        if not self._go_to_blank(start=0):
            return False
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _go_to_blank(self, *, back: bool = False, start: int | None = None) -> bool:
        """Select the next blank; say whether there is one."""
        text, cursor = self.toPlainText(), self.textCursor()
        if back:
            place = text.rfind(BLANK, 0, cursor.selectionStart())
        else:
            place = text.find(BLANK, cursor.selectionEnd() if start is None else start)
        if place < 0:
            return False
        cursor.setPosition(place)
        cursor.setPosition(place + len(BLANK), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True


def _page_of(area: QWidget) -> QWidget:
    return area.window()
