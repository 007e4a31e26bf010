"""What tests of the intensives' screens share: the page on real services, and its dialogs."""

from collections.abc import Iterator
from contextlib import contextmanager

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from tests.answering import Answering
from ui.change_bridge import ChangeBridge
from ui.programs.page import IntensivesPage
from ui.tasks import TaskRunner


class Screen:
    """The page somebody works at, and what it has told."""

    def __init__(self, page: IntensivesPage) -> None:
        self.page = page
        self.frame = page.frame
        self.told: list[tuple[str, object]] = []
        self.states: list[str] = []
        page.told.connect(self._hear)
        page.state_changed.connect(self.states.append)

    def _hear(self, sentence: str, undo: object) -> None:
        self.told.append((sentence, undo))

    @property
    def sentence(self) -> str:
        """What the toast said last."""
        return self.told[-1][0]

    def undo(self) -> None:
        """Take back what was done last."""
        back = self.told[-1][1]
        assert callable(back)
        back()


@contextmanager
def a_screen(services, qtbot, program_id: int | None, **answers: object) -> Iterator[Screen]:
    """Show the intensives of ``services`` until the end; slow work is waited for.

    The page is deleted here: one that waits for the collector would go in the middle of a slot.
    """
    owner = QObject()
    tasks = TaskRunner(owner)
    asker = Answering(**answers)
    page = IntensivesPage(services, tasks, asker, ChangeBridge(services.changes, owner))
    page.resize(1310, 674)
    page.show_intensive(program_id)
    with qtbot.waitExposed(page):
        page.show()
    try:
        yield Screen(page)
    finally:
        page.stop()
        tasks.stop()
        shiboken6.delete(page)
        shiboken6.delete(owner)


def the_dialog() -> QDialog:
    """Return the dialog that is open."""
    [dialog] = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible()
    ]
    return dialog
