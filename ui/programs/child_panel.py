"""One child of an intensive beside the table: what is changed is kept after a short quiet."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import initials
from ot_desktop.caseload.goals import Goal
from ot_desktop.day_words import long_day
from ot_desktop.errors import ValidationError
from ot_desktop.programs.domain import Program, ProgramChild
from ui.programs.child_form import ChildForm
from ui.programs.proposals_panel import ProposalsPanel
from ui.shared.allergy_question import AllergyQuestion
from ui.theme import theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import Button, IconButton
from ui.widgets.choice import CheckBox
from ui.widgets.label import label, rule
from ui.widgets.notice import Notice
from ui.widgets.scrolling import scroller, smooth

WIDTH = 348
QUIET_MS = 800


class ChildPanel(QFrame):
    """``changed`` carries new wishes; ``agreed`` whether the team agrees."""

    changed = Signal(object)
    agreed = Signal(bool)
    open_wanted = Signal(int)
    find_wanted = Signal()
    allergies_told = Signal(object, object)
    out_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        form: ChildForm,
        proposals: ProposalsPanel,
        parent: QWidget,
        *,
        may_plan: bool,
        may_agree: bool,
    ) -> None:
        super().__init__(parent)
        self.hide()
        self.proposals = proposals
        self.child: ProgramChild | None = None
        self._may_plan = may_plan
        self._may_agree = may_agree
        self.setProperty("card", "true")
        self.form = form
        self._build()
        self._connect()
        theme().changed.connect(self._fit)
        self._fit()

    def show_child(self, program: Program, child: ProgramChild, goals: Sequence[Goal]) -> None:
        """Show one child; what is being typed for the same child is left alone."""
        is_another = self.child is None or self.child.id != child.id
        waits = self._soon.isActive()
        self.child = child
        self.avatar.show_person(initials(child.given_name, child.family_name))
        self.name_label.setText(child.full_name)
        self.sub_label.setText(self._sub_words(child))
        self.sub_label.setVisible(bool(self.sub_label.text()))
        self.visits_notice.say(self._visits_words(child))
        self._show_agreement(child)
        self.find_button.setText(self.tr("Find {0} times").format(child.sessions_wanted))
        self.find_button.setEnabled(bool(child.wishes.can_come and child.sessions_wanted))
        if is_another or not waits:
            self.form.show_child(program, child, goals)
        if is_another:
            self.show_wishes()
            self.form.problems.clear()
            self._scroll.verticalScrollBar().setValue(0)

    @Slot()
    def show_wishes(self) -> None:
        """Show the wishes, not the proposals."""
        self.proposals.run.cancel()
        self.stack.setCurrentIndex(0)

    def show_proposals(self, program_id: int) -> None:
        """Look for times of the child that is shown."""
        if self.child is not None:
            self.stack.setCurrentIndex(1)
            self.proposals.look(program_id, self.child.id)

    def say_problems(self, error: ValidationError) -> None:
        """Say beside its field what cannot be kept; the keyboard stays where it is."""
        typing = self.form.focusWidget()
        elsewhere = self.form.problems.show(error.fields)
        if typing is not None:
            typing.setFocus()
        self.refusal.say(" ".join(elsewhere))

    def flush(self) -> bool:
        """Keep what was typed; say whether it could be."""
        if not self._soon.isActive():
            return True
        return self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the wishes with Esc, then close."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentIndex():
            self.show_wishes()
            self.form.times.edit.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # Building.

    def _build(self) -> None:
        self.visits_notice = Notice("warn", "certificate")
        self.refusal = Notice("danger", "alert-circle")
        self.allergy_question = AllergyQuestion()
        self.allergy_question.hide()
        self.agree_box = CheckBox(self.tr("The team agrees to this block"))
        self.agreed_label = label("", "small", "text-2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(rule())
        self._scroll = QScrollArea()
        smooth(self._scroll)
        self._scroll.setWidget(self.form)
        self.form.setAutoFillBackground(False)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._scroll)
        self.stack.addWidget(scroller(self.proposals))
        column.addWidget(self.stack, 1)
        column.addWidget(rule())
        column.addLayout(self._foot())

    def _head(self) -> QVBoxLayout:
        self.avatar = Avatar("", None, size=28)
        self.name_label = label("", "h3", wrap=True)
        self.sub_label = label("", "small", "text-2", wrap=True)
        self.open_button = IconButton(
            "external-link", self.tr("Open the child’s page"), size="small"
        )
        self.close_button = IconButton("x", self.tr("Close"), size="small")
        row = QHBoxLayout()
        row.setSpacing(9)
        row.addWidget(self.avatar)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name_label)
        words.addWidget(self.sub_label)
        row.addLayout(words, 1)
        row.addWidget(self.open_button)
        row.addWidget(self.close_button)
        column = QVBoxLayout()
        column.setContentsMargins(14, 10, 8, 10)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.visits_notice)
        column.addWidget(self.allergy_question)
        column.addWidget(self.refusal)
        return column

    def _foot(self) -> QVBoxLayout:
        self.find_button = Button(self.tr("Find times"), keys=self.tr("Ctrl Enter"))
        self.out_button = Button(self.tr("Take out"), icon="user-x")
        column = QVBoxLayout()
        column.setContentsMargins(14, 8, 14, 10)
        column.setSpacing(6)
        column.addWidget(self.agree_box)
        column.addWidget(self.agreed_label)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.find_button)
        row.addWidget(self.out_button)
        row.addStretch(1)
        column.addLayout(row)
        self.agree_box.setEnabled(self._may_agree)
        self.form.setEnabled(self._may_plan)
        for button in (self.find_button, self.out_button):
            if not self._may_plan:
                button.hide()
        return column

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._soon.timeout.connect(self._tell)
        self.form.changed.connect(self._soon.start)
        self.agree_box.clicked.connect(self.agreed)
        self.find_button.clicked.connect(self.find_wanted)
        self.out_button.clicked.connect(self.out_wanted)
        self.close_button.clicked.connect(self.closed)
        self.allergy_question.answered.connect(self.allergies_told)
        self.open_button.clicked.connect(self._open)
        self.proposals.closed.connect(self.show_wishes)

    # Words.

    def _sub_words(self, child: ProgramChild) -> str:
        if child.siblings:
            return self.tr("Comes with {0}").format(", ".join(child.siblings))
        return ""

    def _visits_words(self, child: ProgramChild) -> str:
        if child.visits_left is None or child.visits_left >= child.sessions_wanted:
            return ""
        words = self.tr("{0} of {1} visits approved.")
        told = words.format(child.visits_left, child.sessions_wanted)
        if child.approved_until is not None:
            told = self.tr("{0} Approved until {1}.").format(told, long_day(child.approved_until))
        return told

    def _show_agreement(self, child: ProgramChild) -> None:
        self.agree_box.setChecked(child.agreement is not None)
        words = ""
        if child.agreement is not None:
            at = long_day(child.agreement.at.date())
            words = self.tr("{0}, {1}").format(child.agreement.by, at)
        self.agreed_label.setText(words)
        self.agreed_label.setVisible(bool(words))

    @Slot()
    def _tell(self) -> bool:
        self._soon.stop()
        try:
            wishes = self.form.wishes()
        except ValidationError as error:
            self.say_problems(error)
            return False
        self.form.problems.clear()
        self.refusal.say("")
        if self.child is not None and wishes != self.child.wishes:
            self.changed.emit(wishes)
            self.child = replace(self.child, wishes=wishes)  # until the news brings it back
        return True

    @Slot()
    def _open(self) -> None:
        if self.child is not None:
            self.open_wanted.emit(self.child.child_id)

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))
