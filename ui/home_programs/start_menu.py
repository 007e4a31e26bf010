"""What a program can begin with: suggestions, the last program, or nothing."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from ot_desktop.home_programs.program_page import ProgramPage


class StartMenu(QMenu):
    """``chosen`` carries the draft to go on with."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page: ProgramPage | None = None
        self.suggestions = self.addAction("")
        self.last = self.addAction(self.tr("The last program"))
        self.nothing = self.addAction(self.tr("Nothing"))
        self.suggestions.triggered.connect(self.take_suggestions)
        self.last.triggered.connect(self._take_last)
        self.nothing.triggered.connect(self._take_nothing)

    def open_below(self, button: QWidget) -> None:
        """Show the menu under a button."""
        self.popup(button.mapToGlobal(QPoint(0, button.height())))

    def show_page(self, page: ProgramPage) -> None:
        """Offer what there is for this child."""
        self._page = page
        words = self.tr("What fits {0}’s goals").format(page.child.first_name)
        self.suggestions.setText(words.replace("&", "&&"))
        self.suggestions.setEnabled(bool(page.suggested))
        self.last.setEnabled(page.last is not None)

    @Slot()
    def take_suggestions(self) -> None:
        """Begin with what fits the goals and the family's minutes."""
        if self._page is not None:
            empty = replace(self._page.draft, activities=())
            self.chosen.emit(self._page.with_suggestions(empty))

    @Slot()
    def _take_last(self) -> None:
        if self._page is not None:
            self.chosen.emit(self._page.from_last(self._page.draft))

    @Slot()
    def _take_nothing(self) -> None:
        if self._page is not None:
            self.chosen.emit(replace(self._page.draft, activities=()))
