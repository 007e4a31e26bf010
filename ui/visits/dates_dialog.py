"""Every date of a series with what is in the way; other places are chosen row by row."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.scheduling.preview import Choice, Choices, PreviewRow, SeriesPreview
from ot_desktop.scheduling.service import SchedulingService
from ui.theme import theme
from ui.visits.preview_panel import PreviewPanel
from ui.widgets.dialog import Dialog

WIDTH, HEIGHT = 760, 480


class DatesDialog(Dialog):
    """``choices`` are what was chosen, for whoever asked to keep."""

    def __init__(
        self, scheduling: SchedulingService, preview: SeriesPreview, parent: QWidget | None
    ) -> None:
        super().__init__("", parent=parent)
        self._scheduling = scheduling
        self._preview = preview
        self.question.setText(self.tr("Every date for {0}").format(preview.child_name))
        self.setAccessibleName(self.question.text())
        self.setMaximumWidth(theme().px(WIDTH) + 40)
        self.setMinimumWidth(theme().px(WIDTH) + 40)
        self.panel = PreviewPanel()
        self.panel.setMinimumSize(theme().px(WIDTH), theme().px(HEIGHT))
        self.body.addWidget(self.panel)
        self.add_choice("no", self.tr("Cancel"), safe=True)
        self.add_choice("yes", self.tr("Keep these dates"), "primary")
        self.panel.chosen.connect(self._choose)
        self.panel.first_wanted.connect(self._choose_first)
        self._show(preview)

    @property
    def choices(self) -> Choices:
        """What was chosen for single dates."""
        return self._preview.choices

    @Slot(object, object)
    def _choose(self, row: PreviewRow, choice: Choice | None) -> None:
        if row.asked is None:
            return
        kept = {asked: each for asked, each in self.choices.items() if asked != row.asked}
        choices = kept if choice is None else {**kept, row.asked: choice}
        self._show(self._scheduling.preview(self._preview.request, choices))

    @Slot()
    def _choose_first(self) -> None:
        self._show(self._scheduling.first_alternatives(self._preview))

    def _show(self, preview: SeriesPreview) -> None:
        self._preview = preview
        self.panel.show_preview(preview)
        self.panel.reason_field.hide()  # the reason is asked once, where it is booked
