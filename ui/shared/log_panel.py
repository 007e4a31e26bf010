"""Logs what was said with a family: who, which way, the words, what came of it, a promise."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import Caregiver
from ot_desktop.caseload.service import CaseloadService
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.messages.domain import (
    CallOutcome,
    Direction,
    Message,
    MessageDraft,
    PromiseDraft,
    Way,
)
from ot_desktop.messages.service import MessageService
from ui.shared.log_fields import LogFields
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.field import FormProblems
from ui.widgets.label import label, rule
from ui.widgets.notice import Notice
from ui.widgets.scrolling import scroller
from ui.widgets.shortcut import FINISH, bind

WIDTH = 348


class LogPanel(QFrame):
    """Stays hidden, and empty, until somebody starts.

    ``logged`` carries a sentence for the toast, and nothing that takes it back: what was said is
    never deleted.
    """

    logged = Signal(str, object)
    closed = Signal()

    def __init__(self, messages: MessageService, caseload: CaseloadService) -> None:
        super().__init__()
        self._messages = messages
        self._caseload = caseload
        self._question: Message | None = None
        self._is_built = False
        self.setProperty("card", "true")
        self.hide()

    def start(self, child_id: int | None) -> None:
        """Begin a message about a child; words not saved yet stay with the same child."""
        self._make()
        if self._question is not None or child_id != self.fields.child_picker.child_id():
            self._begin(child_id)
        self._open()

    def answer(self, question: Message) -> None:
        """Begin the answer to a question."""
        self._make()
        if self._question is None or self._question.id != question.id:
            self._begin(question.child_id)
            if question.way in (Way.TEXT, Way.EMAIL):  # written ones are answered in writing
                self.fields.way_chips.choose((question.way.value,))
        self._question = question if question.waits_for_answer else None
        self.title.setText(self.tr("Answer"))
        self.quoted.setText(f"“{question.said}”")
        self.quoted.show()
        self.fields.choose_person(question.caregiver_id)
        self._open()

    def _make(self) -> None:
        if not self._is_built:
            self._is_built = True
            self._build()
            self._connect()
            self._fit()

    def _begin(self, child_id: int | None) -> None:
        self._question = None
        self.title.setText(self.tr("Log a message"))
        self.quoted.hide()
        self.notice.say("")
        self._problems.clear()
        name = ""
        caregivers: tuple[Caregiver, ...] = ()
        if child_id is not None:
            child = self._caseload.banner(child_id)
            name, caregivers = child.full_name, child.caregivers
        self.fields.clear()
        self.fields.child_picker.show_child(child_id, name)
        self.fields.show_people(caregivers)

    def _open(self) -> None:
        self.fields.show_colleagues(self._messages.colleagues(), self._messages.me)
        self.show()
        has_child = self.fields.child_picker.child_id() is not None
        (self.fields.said_edit if has_child else self.fields.child_picker).setFocus()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 10, 8)
        self.title = label(self.tr("Log a message"), "h3")
        head.addWidget(self.title, 1)
        self.close_button = IconButton("x", self.tr("Close the log"))
        head.addWidget(self.close_button)
        outer.addLayout(head)
        inside = QWidget()
        inside.setProperty("ground", "surface")
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 2, 14, 10)
        column.setSpacing(10)
        self.quoted = label("", "body", "text-2", wrap=True)
        self.quoted.hide()
        self.notice = Notice("danger", "alert-circle")
        self.fields = LogFields(self._caseload.search, today())
        outer.addWidget(scroller(inside), 1)
        for part in (self.quoted, self.notice, self.fields):
            column.addWidget(part)
        column.addStretch(1)
        outer.addWidget(rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(14, 10, 14, 10)
        self.log_button = Button(
            self.tr("Log"), "primary", icon="check", keys=self.tr("Ctrl Enter")
        )
        foot.addWidget(self.log_button)
        foot.addStretch(1)
        outer.addLayout(foot)
        self._problems = FormProblems(self.fields.by_name)

    def _connect(self) -> None:
        self.fields.child_picker.picked.connect(self._show_child)
        self.close_button.clicked.connect(self._close)
        self.log_button.clicked.connect(self._log)
        bind(self, FINISH, self._log)
        theme().changed.connect(self._fit)
        bind(self, "Escape", self._close)

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(WIDTH))

    @Slot(object)
    def _show_child(self, child_id: int | None) -> None:
        known = self._caseload.banner(child_id).caregivers if child_id is not None else ()
        self.fields.show_people(known)

    @Slot()
    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    @Slot()
    def _log(self) -> None:
        self._problems.clear()
        self.notice.say("")
        try:
            draft = self._draft()
            self._messages.log(draft)
        except ValidationError as error:
            self.notice.say(" ".join(self._problems.show(error.fields)))
        except ClinicError as error:
            self.notice.say(str(error))
        else:
            name = self.fields.child_picker.text()
            self._begin(None)
            self._close()
            self.logged.emit(self.tr("Logged for {0}").format(name), None)

    def _draft(self) -> MessageDraft:
        fields = self.fields
        child_id = fields.child_picker.child_id()
        if child_id is None:
            raise ValidationError({"child": self.tr("Choose a child.")})
        way = Way(fields.way())
        is_call = way is Way.CALL
        return MessageDraft(
            child_id,
            fields.said_edit.toPlainText(),
            way,
            Direction(fields.direction_control.chosen()),
            fields.person_combo.currentData(),
            outcome=CallOutcome(fields.outcome()) if is_call else CallOutcome.NONE,
            tries=fields.tries_stepper.value() if is_call else 1,
            minutes=int(fields.minutes_edit.text() or 0) or None if is_call else None,
            is_question=fields.question_box.isChecked(),
            answers_id=self._question.id if self._question is not None else None,
            promise=self._promise(),
        )

    def _promise(self) -> PromiseDraft | None:
        what = self.fields.promise_edit.text().strip()
        if not what:
            return None
        due_on: date | None = self.fields.due_edit.value()
        if due_on is None:
            raise ValidationError({"due_on": self.tr("Say by which day, like fri or +2d.")})
        return PromiseDraft(what, due_on, self.fields.who_combo.currentData())
