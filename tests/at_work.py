"""Somebody at the keyboard of the whole program: its window, a real clinic folder, real keys."""

import gc
import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from db import connection
from ot_desktop.paths import ClinicFolder
from ot_desktop.services import Services
from tests.answering import Answering
from ui.look import Look
from ui.program import Program
from ui.workspace import Workspace

Page = TypeVar("Page", bound=QWidget)
SCREEN = QSize(1366, 700)
PATIENCE_MS = 15_000
STEP_MS = 10


@contextmanager
def a_program(folder: ClinicFolder, **answers: object) -> Iterator["AtWork"]:
    """Start the program on ``folder``; it is closed as by a person at the end."""
    hook, log = sys.excepthook, logging.getLogger()
    before = list(log.handlers)
    program = Program(folder, Look(folder))
    sys.excepthook = hook  # nobody is there to read a dialog
    program.asker = Answering(program.window, **answers)
    program.start()
    try:
        yield AtWork(program)
    finally:
        program.window.close()
        program.end()
        for handler in [each for each in log.handlers if each not in before]:
            log.removeHandler(handler)
            handler.close()
        connection.close_database()
        shiboken6.delete(program)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()  # here, not on whatever thread the next test begins


class AtWork:
    """What a person does, in a person's words; every wait has an end."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.window = program.window
        self.come_back()
        self.resize(SCREEN)

    def come_back(self) -> None:
        """Come back to the window, as a desktop does when a dialog goes."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)
        QTest.qWait(STEP_MS)  # what is still told of the change closes a popup opened before

    def resize(self, size: QSize) -> None:
        """Give the window a size, whatever the screen of the test is."""
        self.window.showNormal()
        self.window.resize(size)
        self.until(lambda: self.window.size() == size)

    @property
    def asker(self) -> Answering:
        """Whoever answers the program's dialogs."""
        return self.program.asker

    @property
    def work(self) -> Workspace:
        """The workspace of whoever is signed in."""
        assert self.program.workspace is not None
        return self.program.workspace

    @property
    def services(self) -> Services:
        """The services of whoever is signed in, to look behind the screens."""
        assert self.program.services is not None
        return self.program.services

    def focused(self) -> QWidget:
        """Return where a key goes."""
        return QApplication.focusWidget() or self.window

    def press(self, keys: str, times: int = 1) -> None:
        """Press keys as they are written in the menus, such as ``Ctrl+K`` or ``G, C``."""
        for _ in range(times):
            sequence = QKeySequence(keys)
            for number in range(sequence.count()):
                combination = sequence[number]
                QTest.keyClick(self.focused(), combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    def write(self, words: str, into: QWidget | None = None) -> None:
        """Type words where the keyboard is, or into a field that is clicked first."""
        if into is not None:
            into.setFocus(Qt.FocusReason.MouseFocusReason)
        QTest.keyClicks(self.focused(), words)
        QApplication.processEvents()

    def retype(self, words: str, into: QLineEdit) -> None:
        """Type words in place of what a field holds."""
        into.setFocus(Qt.FocusReason.MouseFocusReason)
        self.press("Ctrl+A")
        self.write(words)

    def click(self, widget: QWidget) -> None:
        """Click the middle of a widget that can be clicked."""
        assert widget.isVisible(), f"{widget.accessibleName()} is not to be seen"
        assert widget.isEnabled(), f"{widget.accessibleName()} cannot be clicked"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def until(self, happened: Callable[[], object]) -> None:
        """Wait until something happened; fail when it does not."""
        for _ in range(PATIENCE_MS // STEP_MS):
            if happened():
                return
            QTest.qWait(STEP_MS)
        raise TimeoutError("the program did not get there")

    def page(self, kind: type[Page]) -> Page:
        """Return the page of this kind that can be seen."""
        self.until(lambda: any(each.isVisible() for each in self.window.findChildren(kind)))
        found = next(each for each in self.window.findChildren(kind) if each.isVisible())
        self.until(lambda: getattr(found, "is_ready", True))
        return found

    def button(self, words: str, inside: QWidget | None = None) -> QAbstractButton:
        """Return the visible button that reads or is called ``words``."""
        buttons = [
            each
            for each in (inside or self.window).findChildren(QAbstractButton)
            if each.isVisible() and words in f"{each.text()} {each.accessibleName()}"
        ]
        assert buttons, f"no button “{words}”"
        return buttons[0]

    def words(self, inside: QWidget | None = None) -> list[str]:
        """Return everything that can be read or heard in what is visible."""
        told = []
        for widget in (inside or self.window).findChildren(QWidget):
            if widget.isVisible():
                told += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
                told += _own_words(widget)
        return [each for each in told if each]

    def sign_in(self, first_letters: str, password: str) -> None:
        """Choose oneself by the first letters and type the password, by keyboard alone."""
        self.write(first_letters)
        self.press("Return")
        self._give(password)

    def take_over(self, name: str, password: str) -> None:
        """Sign in at a program that somebody else has locked."""
        self.click(self.button(name))
        self._give(password)

    def _give(self, password: str) -> None:
        before = self.program.workspace
        self.write(password)
        self.press("Return")
        self.until(lambda: self.program.workspace not in (None, before))
        QApplication.processEvents()


def _own_words(widget: QWidget) -> list[str]:
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        return [widget.text()]
    if isinstance(widget, QPlainTextEdit):
        return [widget.toPlainText()]
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return [
            str(model.index(row, column).data(role) or "")
            for row in range(model.rowCount())
            for column in range(model.columnCount())
            for role in roles
        ]
    return []
