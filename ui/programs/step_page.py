"""What every step of an intensive has in common: a program to show, and one thing to do next."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.programs.domain import Program
from ui.focus import tab_stops


class StepPage(QWidget):
    """``told`` carries a sentence and what takes it back, or None.

    ``main_words`` name what the big button does here; ``main_changed`` says they are others now.
    """

    told = Signal(str, object)
    next_wanted = Signal()
    main_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "window")

    def show_program(self, program: Program) -> None:
        """Show an intensive as it is saved now."""
        raise NotImplementedError

    def flush(self) -> bool:
        """Keep what was typed; say whether everything could be kept."""
        return True

    def take_focus(self) -> None:
        """Put the keyboard where the step begins."""
        next(tab_stops(self), self).setFocus()

    def main_words(self) -> str:
        """Return the words of the big button; nothing hides it."""
        return self.tr("Next")

    @Slot()
    def do_main(self) -> None:
        """Do what the big button says."""
        self.next_wanted.emit()

    def finish(self) -> None:
        """Do what Ctrl Enter means where the keyboard is; mostly what the big button says."""
        self.do_main()
