"""Asks who takes the child home; refuses whoever may not, unless the owner says why."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import ChildPage
from ot_desktop.scheduling.who_collects import Adult
from ui.widgets.button import Button
from ui.widgets.choice import ComboBox
from ui.widgets.field import Field


class CheckOutBox(QWidget):
    """``given`` when somebody checks out; read ``adult`` and ``why`` then."""

    given = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._child_id: int | None = None
        self._adults: tuple[Adult, ...] = ()
        self.adult_combo = ComboBox(self.tr("Collected by"))
        self.adult_combo.setPlaceholderText(self.tr("Choose"))
        self.adult_field = Field(self.tr("Collected by"), self.adult_combo)
        self.why_edit = QLineEdit()
        self.why_field = Field(self.tr("Why all the same?"), self.why_edit)
        self.button = Button(self.tr("Check out"), icon="logout", size="small")
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.adult_field)
        column.addWidget(self.why_field)
        column.addLayout(row)
        self.why_field.hide()
        self.button.clicked.connect(self.given)
        self.why_edit.returnPressed.connect(self.given)
        self.adult_combo.currentIndexChanged.connect(self._forgive)

    def show_child(self, child: ChildPage) -> None:
        """Offer everybody on the family's list, whoever may not collect among them."""
        adults = tuple(
            Adult(each.id, each.full_name, each.may_collect, each.may_collect_until)
            for each in child.caregivers
        )
        if (child.id, adults) == (self._child_id, self._adults):
            return
        self._child_id, self._adults = child.id, adults
        self.adult_combo.clear()
        for each in adults:
            self.adult_combo.addItem(each.name)
        self.adult_combo.setCurrentIndex(-1)
        self._forgive()

    def adult(self) -> Adult | None:
        """Return who was chosen."""
        chosen = self.adult_combo.currentIndex()
        return self._adults[chosen] if chosen >= 0 else None

    def why(self) -> str:
        """Return why the owner decides otherwise."""
        return self.why_edit.text()

    def refuse(self, sentence: str, *, may_override: bool) -> None:
        """Say why not; the owner may then say why all the same."""
        self.adult_field.set_problem(sentence)
        self.why_field.setVisible(may_override)
        if may_override:
            self.why_edit.setFocus()

    @Slot()
    def _forgive(self) -> None:
        self.adult_field.set_problem(None)
        self.why_edit.clear()
        self.why_field.hide()
