"""Hides all that a window shows and puts something else in its place; what was typed stays."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.widgets.label import label
from ui.widgets.symbol import Symbol


class Cover(QObject):
    """Lies over ``window`` until ``take_away``; screen readers do not find what is beneath."""

    def __init__(self, window: QWidget, content: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._focused = window.focusWidget()
        self._hidden = _hide_children(window)
        self._is_own = content is None
        self._content = content if content is not None else LockedPanel()
        if self._content.parentWidget() is not window:
            self._content.setParent(window)
        self._fit()
        self._content.show()
        self._content.raise_()
        window.installEventFilter(self)

    def take_away(self, *, focus: bool) -> None:
        """Show the window as it was, and with ``focus`` put the keyboard where it was."""
        self._window.removeEventFilter(self)
        for child in filter(isValid, self._hidden):
            child.show()
        if focus and self._focused is not None and isValid(self._focused):
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._content.hide()
        if self._is_own:
            self._content.deleteLater()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self._content.setGeometry(self._window.rect())


class LockedPanel(QWidget):
    """What a dialog shows while the program is locked."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "window")
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(Symbol("lock", "text-2", 28), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label(self.tr("Locked"), "h3"), alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)


def _hide_children(window: QWidget) -> list[QWidget]:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    shown = [
        child
        for child in window.findChildren(QWidget, options=direct)
        if not child.isHidden() and not child.isWindow()
    ]
    for child in shown:
        child.hide()
    return shown
