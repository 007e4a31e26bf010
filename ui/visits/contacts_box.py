"""Whom to call, in call order, and who may take the child home."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import Caregiver, ChildPage
from ui.visits.visit_words import collecting_words
from ui.widgets.badge import Badge
from ui.widgets.label import label
from ui.widgets.leaving import empty


class ContactsBox(QWidget):
    """Says so when nobody is listed."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._shown: tuple[Caregiver, ...] | None = None

    def show_child(self, child: ChildPage, today: date) -> None:
        """Show the child's caregivers."""
        if child.caregivers == self._shown:
            return
        self._shown = child.caregivers
        empty(self._column)
        for caregiver in child.caregivers:
            self._column.addWidget(self._line(caregiver, today))
        if not child.caregivers:
            words = self.tr("Nobody is listed yet. Ask the family whom to call.")
            self._column.addWidget(label(words, "body", "text-2", wrap=True))

    def _line(self, caregiver: Caregiver, today: date) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        named = ", ".join(filter(None, (caregiver.full_name, caregiver.relation)))
        head.addWidget(label(named, "body-strong", wrap=True), 1)
        badge = Badge(*collecting_words(caregiver, today))
        head.addWidget(badge, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        phones = ", ".join(f"{each.number} ({each.kind})" for each in caregiver.phones)
        number = label(phones or self.tr("No phone number"), "body", wrap=True)
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(number)
        more = [caregiver.language, caregiver.contact_note]
        if caregiver.needs_interpreter:
            more.insert(1, self.tr("interpreter needed"))
        if words := ", ".join(filter(None, more)):
            column.addWidget(label(words, "small", "text-2", wrap=True))
        return line
