"""What a program can begin with: suggestions, the last program, a template, or nothing."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ot_desktop.home_programs.program_page import ProgramPage
from ot_desktop.home_programs.templates import ProgramTemplate


class StartMenu(QMenu):
    """``chosen`` carries the draft to go on with; templates are only carried."""

    chosen = Signal(object)
    last_wanted = Signal()
    template_chosen = Signal(object)
    template_removed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page: ProgramPage | None = None
        self.suggestions = self.addAction("")
        self.last = self.addAction(self.tr("The last program"))
        self.nothing = self.addAction(self.tr("Nothing"))
        self.heading = self.addSection(self.tr("Templates"))
        self.remove_menu = QMenu(self.tr("Remove a template"), self)
        self.remove_action = self.addMenu(self.remove_menu)
        self.suggestions.triggered.connect(self.take_suggestions)
        self.last.triggered.connect(self.last_wanted)
        self.nothing.triggered.connect(self._take_nothing)
        self._offered: tuple[ProgramTemplate, ...] = ()
        self.template_actions: list[QAction] = []

    def open_below(self, button: QWidget) -> None:
        """Show the menu under a button."""
        self.popup(button.mapToGlobal(QPoint(0, button.height())))

    def show_page(self, page: ProgramPage) -> None:
        """Offer what there is for this child."""
        self._page = page
        self.suggestions.setText(_plain(self.tr("What fits {0}").format(page.child.first_name)))
        self.suggestions.setEnabled(bool(page.suggested))
        self.last.setEnabled(page.last is not None)
        self._show_templates(page.templates)

    def _show_templates(self, templates: tuple[ProgramTemplate, ...]) -> None:
        if templates == self._offered:
            return
        self._offered = templates
        for action in self.template_actions:
            self.removeAction(action)
            action.deleteLater()
        self.remove_menu.clear()
        self.template_actions = []
        for template in templates:
            action = self.addAction(_plain(template.name))
            action.triggered.connect(partial(self.template_chosen.emit, template))
            self.template_actions.append(action)
            if template.id is not None:
                taken = self.remove_menu.addAction(_plain(template.name))
                taken.triggered.connect(partial(self.template_removed.emit, template))
        self.heading.setVisible(bool(templates))
        self.remove_action.setVisible(not self.remove_menu.isEmpty())
        self.removeAction(self.remove_action)
        self.addAction(self.remove_action)

    @Slot()
    def take_suggestions(self) -> None:
        """Begin with what fits the goals and the family's minutes."""
        if self._page is not None:
            empty = replace(self._page.draft, activities=())
            self.chosen.emit(self._page.with_suggestions(empty))

    @Slot()
    def _take_nothing(self) -> None:
        if self._page is not None:
            self.chosen.emit(replace(self._page.draft, activities=()))


def _plain(words: str) -> str:
    return words.replace("&", "&&")
