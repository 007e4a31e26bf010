"""Adds a child in one line: somebody from the caseload, or a new one with name and phone."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import CaregiverDraft, ChildDraft, Phone
from ot_desktop.caseload.table import ChildHit
from ot_desktop.clock import today
from ot_desktop.errors import ValidationError
from ot_desktop.typed_dates import Lean
from ui.shared.child_picker import ChildPicker
from ui.widgets.button import Button, IconButton
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field, FormProblems
from ui.widgets.label import label

_AS_WRITTEN = "2/3/2020"
_NAME_WIDTH = 200


class AddChildRow(QFrame):
    """``known_wanted`` carries a child's id; ``new_wanted`` a ``ChildDraft``."""

    known_wanted = Signal(int)
    new_wanted = Signal(object)
    closed = Signal()

    def __init__(self, search: Callable[[str, int], list[ChildHit]]) -> None:
        super().__init__()
        self.setProperty("card", "true")
        self.name_edit = ChildPicker(self.tr("Child"), search)
        self.name_edit.setPlaceholderText(self.tr("First and last name"))
        self.born_edit = DateEdit(self.tr("Birth date"), today(), lean=Lean.PAST)
        self.born_edit.edit.setPlaceholderText(_AS_WRITTEN)
        self.phone_edit, self.parent_edit = QLineEdit(), QLineEdit()
        self.phone_edit.setPlaceholderText(self.tr("555-0142"))
        self.add_button = Button(self.tr("Add"), "primary", keys=self.tr("Enter"))
        self.close_button = IconButton("x", self.tr("Close this line"), size="small")
        self._fields = {
            "given_name": Field(self.tr("Child"), self.name_edit),
            "born_on": Field(self.tr("Birth date"), self.born_edit),
            "phone": Field(self.tr("Phone"), self.phone_edit),
            "caregiver_0": Field(self.tr("Parent"), self.parent_edit),
        }
        self.problems = FormProblems(self._fields)
        self._build()
        self.add_button.clicked.connect(self._add)
        self.close_button.clicked.connect(self.closed)
        self.name_edit.picked.connect(self._show_kind)

    def begin(self) -> None:
        """Empty the line and put the keyboard into it."""
        self.name_edit.show_child(None, "")
        self.born_edit.set_value(None)
        self.phone_edit.clear()
        self.parent_edit.clear()
        self.problems.clear()
        self._show_kind(None)
        self.name_edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add with Enter, close with Esc."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._add()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 10)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Add a child"), "h3"))
        self.hint_label = label("", "small", "text-2")
        head.addSpacing(8)
        head.addWidget(self.hint_label)
        head.addStretch(1)
        head.addWidget(self.close_button)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(12)
        for field, stretch in zip(self._fields.values(), (3, 3, 2, 2), strict=True):
            row.addWidget(field, stretch, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        below = QVBoxLayout(holder)
        below.setContentsMargins(0, 22, 0, 0)
        below.addWidget(self.add_button)
        row.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self.name_edit.setMinimumWidth(_NAME_WIDTH)

    @Slot(object)
    def _show_kind(self, child_id: int | None) -> None:
        """Ask for birth date, phone and parent only of a child who is not in the file."""
        is_new = child_id is None
        for part in (self.born_edit, self.phone_edit, self.parent_edit):
            part.setEnabled(is_new)
        words = self.tr("Somebody new is added to the caseload too.")
        self.hint_label.setText(words if is_new else self.tr("Already in the caseload."))

    @Slot()
    def _add(self) -> None:
        self.problems.clear()
        child_id = self.name_edit.child_id()
        if child_id is not None:
            self.known_wanted.emit(child_id)
            return
        try:
            draft = self._draft()
        except ValidationError as error:
            self.problems.show(error.fields)
        else:
            self.new_wanted.emit(draft)

    def _draft(self) -> ChildDraft:
        name, parent = self.name_edit.text().strip(), self.parent_edit.text().strip()
        phone = self.phone_edit.text().strip()
        problems = {}
        if not name:
            problems["given_name"] = self.tr("Enter the child’s name.")
        if self.born_edit.value() is None and self.born_edit.text().strip():
            problems["born_on"] = self.tr("Write the date like {0}.").format(_AS_WRITTEN)
        if phone and not Phone(phone).digits:
            problems["phone"] = self.tr("Write the number like 555-0142.")
        if problems:
            raise ValidationError(problems)
        given, _, family = name.partition(" ")
        phones = (Phone(phone),) if phone else ()
        caregivers: tuple[CaregiverDraft, ...] = ()
        if parent or phone:
            caregivers = (CaregiverDraft(parent or self.tr("Parent"), phones=phones),)
        return ChildDraft(given, family.strip(), self.born_edit.value(), caregivers=caregivers)
