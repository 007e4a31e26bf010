"""Asks what belongs to an outcome: why, when they called, how long, why it is corrected."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ot_desktop.errors import ValidationError
from ot_desktop.scheduling.attendance import (
    OF_THE_CLINIC,
    OF_THE_FAMILY,
    Outcome,
    Policy,
    Reason,
    VisitNow,
    needs_why,
)
from ot_desktop.scheduling.domain import MAX_MINUTES, SessionStatus
from ot_desktop.typed_dates import Lean
from ui.visits.visit_moment import MEANS, Say, say_words
from ui.visits.visit_words import reason_words
from ui.widgets.button import Button
from ui.widgets.choice import ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field, FormProblems
from ui.widgets.label import label
from ui.widgets.time_edit import TimeEdit


class OutcomeForm(QWidget):
    """``given`` when somebody saves; read ``outcome`` then. ``left`` when they think again."""

    given = Signal()
    left = Signal()

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self.say = Say.HELD
        self._visit: VisitNow | None = None
        self._policy = Policy()
        self._make(now)
        self._place()
        self.reason_combo.currentIndexChanged.connect(self._follow)
        self.day_edit.changed.connect(self._follow)
        self.time_edit.changed.connect(self._follow)
        self.save_button.clicked.connect(self.given)
        self.back_button.clicked.connect(self.left)
        for edit in (self.minutes_edit, self.words_edit, self.why_edit):
            edit.returnPressed.connect(self.given)
        self.hide()

    @staticmethod
    def is_needed(say: Say, visit: VisitNow, now: datetime) -> bool:
        """Say whether there is anything to ask before it is kept."""
        if say in (Say.CUT_SHORT, Say.FAMILY_CALLED, Say.BY_CLINIC):
            return True
        return say in MEANS and needs_why(visit, Outcome(MEANS[say]), now)

    def start(self, say: Say, visit: VisitNow, policy: Policy, now: datetime) -> None:
        """Ask what belongs to ``say``."""
        self.say, self._visit, self._policy, self._now = say, visit, policy, now
        self.problems.clear()
        for edit in (self.minutes_edit, self.words_edit, self.why_edit):
            edit.clear()
        reasons = OF_THE_CLINIC if say is Say.BY_CLINIC else OF_THE_FAMILY
        self.reason_combo.clear()
        for reason in reasons:
            self.reason_combo.addItem(reason_words(reason), reason)
        self.reason_combo.setCurrentIndex(-1)
        self.day_edit.set_value(now.date())
        self.time_edit.set_value(now.time().replace(second=0, microsecond=0))
        called = say is Say.FAMILY_CALLED
        self.minutes_field.setVisible(say is Say.CUT_SHORT)
        self.reason_field.setVisible(called or say is Say.BY_CLINIC)
        for part in (self.day_field, self.called_field, self.meaning):
            part.setVisible(called)
        self.title.setText(say_words(say))
        self.save_button.setAccessibleName(self.tr("Save: {0}").format(say_words(say)))
        self._follow()
        self.show()
        first = {Say.CUT_SHORT: self.minutes_edit, Say.BY_CLINIC: self.reason_combo}
        usual = self.reason_combo if called else self.why_edit
        first.get(say, usual).setFocus()

    def outcome(self) -> Outcome:
        """Return what was said; raises ``ValidationError`` while no call time can be read."""
        why, words = self.why_edit.text(), self.words_edit.text()
        if self.say is not Say.FAMILY_CALLED:
            minutes = int(self.minutes_edit.text() or 0) or None
            status = MEANS[self.say]
            return Outcome(status, self._reason(), words, held_minutes=minutes, why=why)
        day, at = self.day_edit.value(), self.time_edit.value()
        if day is None or at is None or self._visit is None:
            raise ValidationError({"called_at": self.tr("Enter when they called, like 8:15.")})
        called = datetime.combine(day, at)
        if called > self._now:
            raise ValidationError({"called_at": self.tr("This is in the future. Check it.")})
        off = Outcome.called_off(self._visit.starts, called, self._policy, self._reason())
        return replace(off, reason_words=words, why=why)

    def _reason(self) -> Reason | None:
        chosen = self.reason_combo.currentData()
        return chosen if isinstance(chosen, Reason) else None

    @Slot()
    def _follow(self) -> None:
        """Say what a call at that time means; ask for words only where a reason needs them."""
        self.words_field.setVisible(self._reason() is Reason.OTHER)
        try:
            outcome = self.outcome()
        except ValidationError:
            self.meaning.setText("")
            return
        hours = self._policy.notice_hours
        late = self.tr("Late: less than {0} hours before the visit.").format(hours)
        in_time = self.tr("In time: {0} hours or more before the visit.").format(hours)
        is_late = outcome.status is SessionStatus.CANCELLED_LATE
        self.meaning.setText(late if is_late else in_time)
        asks_why = self._visit is not None and needs_why(self._visit, outcome, self._now)
        self.why_field.setVisible(asks_why)

    def _make(self, now: datetime) -> None:
        self._now = now
        self.minutes_edit = QLineEdit()
        self.minutes_edit.setValidator(QIntValidator(0, MAX_MINUTES, self.minutes_edit))
        self.reason_combo = ComboBox(self.tr("Reason"))
        self.reason_combo.setPlaceholderText(self.tr("Choose"))
        self.words_edit = QLineEdit()
        self.day_edit = DateEdit(self.tr("Day of the call"), now.date(), lean=Lean.PAST)
        self.time_edit = TimeEdit(self.tr("Time of the call"))
        self.meaning = label("", "small", "text-2", wrap=True)
        self.extra_note = label(
            self.tr("Its make-up stays booked, as an extra visit."), "small", "text-2", wrap=True
        )
        self.why_edit = QLineEdit()
        self.title = label("", "h3")
        self.save_button = Button(self.tr("Save"), "primary", size="small")
        self.back_button = Button(self.tr("Leave as it is"), "link", size="small")
        self.minutes_field = Field(self.tr("Minutes it took"), self.minutes_edit)
        self.reason_field = Field(self.tr("Reason"), self.reason_combo)
        self.words_field = Field(self.tr("What was it?"), self.words_edit)
        self.day_field = Field(self.tr("Day of the call"), self.day_edit)
        self.called_field = Field(self.tr("Time of the call"), self.time_edit)
        self.why_field = Field(self.tr("Why is it corrected?"), self.why_edit)
        self.problems = FormProblems(
            {
                "held_minutes": self.minutes_field,
                "reason": self.reason_field,
                "reason_words": self.words_field,
                "called_at": self.called_field,
                "why": self.why_field,
            }
        )

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (
            *(self.title, self.minutes_field, self.reason_field, self.words_field),
            *(self.day_field, self.called_field, self.meaning, self.extra_note, self.why_field),
        ):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.save_button)
        row.addWidget(self.back_button)
        row.addStretch(1)
        column.addLayout(row)
