"""A program without activities: what fits the goals in one click, or one of four templates."""

from functools import partial
from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.home_programs.minutes import minutes_a_day
from ot_desktop.home_programs.program_page import ProgramPage
from ot_desktop.home_programs.templates import ProgramTemplate
from ui.home_programs.words import tr
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import label
from ui.widgets.leaving import empty


class EmptyProgram(QWidget):
    """``template_chosen`` carries the template to begin with."""

    suggestions_wanted = Signal()
    template_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        state = EmptyState(
            "home-heart",
            self.tr("No activities yet."),
            self.tr("Pick from the library, or start with what fits the child’s goals."),
            action=self.tr("Use suggestions"),
            action_icon="wand",
        )
        column.addWidget(state)
        self.button = state.button
        if self.button is not None:
            self.button.clicked.connect(self.suggestions_wanted)
        self.heading = label(self.tr("Or start from a template that fits"), "small", "text-2")
        self.heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.heading)
        self._templates = QVBoxLayout()
        self._templates.setSpacing(6)
        column.addLayout(self._templates)
        self._shown: tuple[ProgramTemplate, ...] | None = None
        self.template_buttons: list[Button] = []

    def show_page(self, page: ProgramPage) -> None:
        """Offer what fits this child."""
        if self.button is not None:
            self.button.setVisible(bool(page.suggested))
        if page.templates == self._shown:
            return
        self._shown = page.templates
        empty(self._templates)
        self.template_buttons = [
            self._button(template, page.draft.limit.days_per_week) for template in page.templates
        ]
        self.heading.setVisible(bool(self.template_buttons))

    def _button(self, template: ProgramTemplate, days: int) -> Button:
        minutes = minutes_a_day(template.activities, days)
        words = tr("{0}, {1} min a day").format(template.name, ceil(minutes))
        button = Button(words.replace("&", "&&"), icon="template", size="small")
        titles = (each.activity.words["en"].title for each in template.activities)
        button.setToolTip(", ".join(titles))
        button.clicked.connect(partial(self.template_chosen.emit, template))
        self._templates.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        return button
