"""Until when the program lasts, and how far its practice chart reaches."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout

from ot_desktop.clock import today
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.printing import PrintFacts
from ui.widgets.date_edit import DateEdit
from ui.widgets.label import label


class DatesPanel(QFrame):
    """``changed`` carries the draft with other dates; a day before the first is not taken."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._draft: ProgramDraft | None = None
        self._is_showing = False
        self.setProperty("planned", "true")
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 9, 12, 9)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self.ends_edit = DateEdit(self.tr("Program until"), today())
        self.chart_edit = DateEdit(self.tr("Practice chart until"), today())
        for number, (words, editor) in enumerate(
            ((self.tr("Program until"), self.ends_edit), (self.tr("Chart until"), self.chart_edit))
        ):
            grid.addWidget(label(words, "small", "text-2"), number, 0)
            grid.addWidget(editor, number, 1)
        self.problem_label = label("", "small", "danger-text", wrap=True)
        self.problem_label.hide()
        grid.addWidget(self.problem_label, 2, 0, 1, 2)
        self.ends_edit.changed.connect(self._take)
        self.chart_edit.changed.connect(self._take)

    def show_draft(self, draft: ProgramDraft, facts: PrintFacts) -> None:
        """Show the dates; what is being typed is left alone."""
        self._draft = draft
        self._is_showing = True
        visits = frozenset(visit.starts_at.date() for visit in facts.visits)
        for editor, day in ((self.ends_edit, draft.ends_on), (self.chart_edit, draft.chart_until)):
            editor.set_days(closed=facts.closed, marked=visits)
            if editor.value() != day and not editor.edit.hasFocus():
                editor.set_value(day)
        self._is_showing = False

    @Slot(object)
    def _take(self, _day: date | None) -> None:
        ends_on, chart_until = self.ends_edit.value(), self.chart_edit.value()
        if self._draft is None or self._is_showing or ends_on is None or chart_until is None:
            return
        starts_on = self._draft.starts_on
        too_early = min(ends_on, chart_until) < starts_on
        self.problem_label.setVisible(too_early)
        if too_early:
            self.problem_label.setText(self.tr("Choose a day from the first day on."))
            return
        chart_until = min(chart_until, ends_on)
        self.changed.emit(replace(self._draft, ends_on=ends_on, chart_until=chart_until))
