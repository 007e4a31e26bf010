"""The family's limit, the budget bar, and what the minutes rule asks for."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ot_desktop.day_words import short_day
from ot_desktop.home_programs.draft import ProgramDraft
from ot_desktop.home_programs.minutes import (
    DAYS_A_WEEK,
    MOST_MINUTES,
    MinutesCheck,
    Verdict,
)
from ui.home_programs.budget_bar import BudgetBar
from ui.widgets.field import Field
from ui.widgets.label import label, set_tone
from ui.widgets.stepper import Stepper
from ui.widgets.symbol import Symbol


class BudgetPanel(QWidget):
    """``limit_changed`` carries minutes a day; ``reason_changed`` tells that words were typed."""

    limit_changed = Signal(int)
    reason_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 14, 10)
        column.setSpacing(5)
        column.addLayout(self._limit_row())
        self.bar = BudgetBar()
        column.addWidget(self.bar)
        self.notice_label = label("", "caption", "text-3", wrap=True)
        column.addWidget(self.notice_label)
        self.reason_edit = QLineEdit()
        self.reason_field = Field(self.tr("Why print it anyway?"), self.reason_edit)
        self.reason_edit.setPlaceholderText(self.tr("Kept in the file, not printed"))
        self.reason_field.hide()
        column.addWidget(self.reason_field)
        self.limit_stepper.changed.connect(self.limit_changed)
        self.reason_edit.textEdited.connect(self._tell_reason)

    @property
    def reason(self) -> str:
        """What was typed, while a reason is asked for."""
        return self.reason_edit.text().strip() if self.reason_field.isVisibleTo(self) else ""

    def forget_reason(self) -> None:
        """Empty the field: it was about another program."""
        self.reason_edit.clear()

    def show_draft(self, draft: ProgramDraft) -> None:
        """Show the sums and what they mean."""
        budget = draft.budget
        self.limit_stepper.blockSignals(True)  # noqa: FBT003 -- Qt's own name for it
        self.limit_stepper.set_value(draft.limit.most)
        self.limit_stepper.blockSignals(False)  # noqa: FBT003  (a signal)
        self.limit_stepper.setToolTip(_said(draft))
        days = draft.limit.days_per_week
        words = self.tr("on 1 day") if days == 1 else self.tr("on {0} days")
        self.days_label.setText(words.format(days) if days < DAYS_A_WEEK else "")
        self.days_label.setToolTip(self.tr("Days a week the family can practice"))
        self.bar.show_budget(draft)
        self._show_sum(budget)
        self.notice_label.setText(self._notice(draft, budget))
        set_tone(self.notice_label, "warn-text" if budget.notices else "text-3")
        self.reason_field.setVisible(budget.verdict is Verdict.NEEDS_REASON)
        self.reason_field.set_problem(None)

    def ask_reason(self, sentence: str) -> None:
        """Go to the field, with what is missing below it."""
        self.reason_field.set_problem(sentence)
        self.reason_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _limit_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(self.tr("Family’s limit"), "small"))
        self.limit_stepper = Stepper(
            self.tr("Family’s limit, minutes a day"), (1, MOST_MINUTES), 10,
            suffix=self.tr("min a day"), small=True,
        )  # fmt: skip
        row.addWidget(self.limit_stepper)
        self.days_label = label("", "small", "text-2")
        row.addWidget(self.days_label)
        row.addStretch(1)
        self.sum_symbol = Symbol("circle-check", "ok-text", 15)
        self.sum_label = label("", "body-strong", "ok-text")
        row.addWidget(self.sum_symbol)
        row.addWidget(self.sum_label)
        return row

    def _show_sum(self, budget: MinutesCheck) -> None:
        tone = "warn-text" if budget.is_over else "ok-text"
        icon = "alert-triangle" if budget.is_over else "circle-check"
        self.sum_symbol.show_icon(icon, tone)
        self.sum_label.setText(budget.summary)
        set_tone(self.sum_label, tone)

    def _notice(self, draft: ProgramDraft, budget: MinutesCheck) -> str:
        said_above = f"{budget.summary}."
        parts = [notice for notice in budget.notices if notice != said_above]
        if not draft.activities:
            return ""
        if budget.verdict is Verdict.NEEDS_REASON and budget.is_over:
            parts.insert(
                0, self.tr("Shorten an activity, take one out, or type why to print it anyway.")
            )
        if not parts:
            count = len(draft.activities)
            said = self.tr("1 activity.") if count == 1 else self.tr("{0} activities.")
            parts.append(said.format(count))
            parts.append(self.tr("Families follow short plans best: 3 or fewer."))
        if budget.busiest_day > budget.minutes_a_day:
            parts.append(self.tr("Busiest day: {0} min.").format(budget.busiest_day))
        embedded = sum(planned.is_embedded for planned in draft.activities)
        if embedded:
            parts.append(self.tr("{0} inside a routine, no extra time.").format(embedded))
        return " ".join(parts)

    @Slot(str)
    def _tell_reason(self, _text: str) -> None:
        self.reason_field.set_problem(None)
        self.reason_changed.emit()


def _said(draft: ProgramDraft) -> str:
    limit = draft.limit
    if not limit.said_by:
        return ""
    when = f", {short_day(limit.said_on)}" if limit.said_on else ""
    return f"{limit.said_by}{when}"
