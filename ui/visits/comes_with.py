"""Who brings the child, and who interprets for them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.caseload.domain import Caregiver, ChildPage
from ot_desktop.settings.domain import Clinic
from ot_desktop.settings.service import SettingsService
from ui.visits.interpreter_dialog import InterpreterDialog
from ui.visits.visit_words import interpreter_need
from ui.widgets.button import Button
from ui.widgets.choice import ComboBox
from ui.widgets.field import Field
from ui.widgets.notice import Notice

NOBODY = 0


class ComesWith(QWidget):
    """``changed`` comes with every choice; the interpreter is asked only where one is needed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.caregiver_combo = ComboBox(self.tr("Who comes"))
        self.interpreter_notice = Notice("info", "language")
        self.interpreter_combo = ComboBox(self.tr("Interpreter"))
        self.add_button = Button(self.tr("Add an interpreter"), "link", size="small")
        self._caregiver_field = Field(self.tr("Who comes"), self.caregiver_combo, optional=True)
        self._interpreter_field = Field(self.tr("Interpreter"), self.interpreter_combo)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (
            self._caregiver_field,
            self.interpreter_notice,
            self._interpreter_field,
            self.add_button,
        ):
            column.addWidget(widget)
            widget.hide()
        self.caregiver_combo.currentIndexChanged.connect(self.changed)
        self.interpreter_combo.currentIndexChanged.connect(self.changed)

    def caregiver_id(self) -> int | None:
        """Return who brings the child; None while nobody said."""
        return self.caregiver_combo.currentData() or None

    def interpreter_id(self) -> int | None:
        """Return who interprets, if anybody is booked to."""
        return self.interpreter_combo.currentData() or None

    def add_interpreter(self, settings: SettingsService) -> None:
        """Ask for an interpreter, and choose the one that was added."""
        dialog = InterpreterDialog(settings, self.window())
        if dialog.exec() and dialog.interpreter_id is not None:
            self.show_clinic(settings.clinic())
            place = self.interpreter_combo.findData(dialog.interpreter_id)
            self.interpreter_combo.setCurrentIndex(place)
        dialog.deleteLater()

    def show_clinic(self, clinic: Clinic) -> None:
        """Offer the clinic's interpreters."""
        chosen = self.interpreter_combo.currentData()
        lines = [(f"{each.name} ({each.languages})", each.id) for each in clinic.interpreters]
        self._fill(self.interpreter_combo, [(self.tr("Not booked here"), NOBODY), *lines], chosen)

    def show_child(self, child: ChildPage | None) -> None:
        """Offer the child's caregivers; say which language the family needs."""
        caregivers = child.caregivers if child is not None else ()
        lines = [(_named(each), each.id) for each in caregivers]
        self._fill(self.caregiver_combo, [(self.tr("Not said"), NOBODY), *lines], None)
        self._caregiver_field.setVisible(bool(lines))
        words = interpreter_need(child) if child is not None else ""
        self.interpreter_notice.say(words)
        self._interpreter_field.setVisible(bool(words))
        self.add_button.setVisible(bool(words))
        if not words:
            self.interpreter_combo.setCurrentIndex(0)

    def _fill(self, combo: ComboBox, lines: list[tuple[str, int]], chosen: int | None) -> None:
        combo.blockSignals(True)  # noqa: FBT003  (Qt's signature)
        combo.clear()
        for words, key in lines:
            combo.addItem(words, key)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.blockSignals(False)  # noqa: FBT003  (Qt's signature)


def _named(caregiver: Caregiver) -> str:
    return (
        f"{caregiver.full_name} ({caregiver.relation})"
        if caregiver.relation
        else (caregiver.full_name)
    )
