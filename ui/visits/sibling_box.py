"""Offers to book a sibling with the same drive: at the same time, or right after."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.caseload.domain import Sibling, first_name
from ot_desktop.scheduling.preview import SeriesPreview
from ot_desktop.scheduling.together import Beside, How
from ot_desktop.settings.domain import Clinic
from ui.visits.check_lines import CheckLines
from ui.widgets.choice import CheckBox, ComboBox
from ui.widgets.field import Field
from ui.widgets.segmented import SegmentedControl


class SiblingBox(QWidget):
    """``changed`` comes with every choice; hidden for a child who comes alone.

    What is in it is made for the first child who does not.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._clinic: Clinic | None = None
        self._is_made = False
        self.hide()

    def _make(self) -> None:
        self._is_made = True
        self.also_check = CheckBox("")
        self.sibling_combo = ComboBox(self.tr("Sibling"))
        self.how_control = SegmentedControl(self.tr("How"), small=True)
        self.how_control.add(How.SAME_TIME.value, self.tr("Same time"))
        self.how_control.add(How.ONE_AFTER_OTHER.value, self.tr("One after the other"))
        self.therapist_combo = ComboBox(self.tr("Therapist of the sibling"))
        self.room_combo = ComboBox(self.tr("Room of the sibling"))
        for combo in (self.therapist_combo, self.room_combo):
            combo.setPlaceholderText(self.tr("Choose"))
        self.check_lines = CheckLines()
        self.therapist_field = Field(self.tr("Therapist of the sibling"), self.therapist_combo)
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        for widget in (self.sibling_combo, self.how_control, self.therapist_field):
            inside.addWidget(widget)
        inside.addWidget(Field(self.tr("Room of the sibling"), self.room_combo))
        inside.addWidget(self.check_lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.also_check)
        column.addWidget(self._inside)
        self._inside.hide()
        self.also_check.toggled.connect(self._open)
        self.how_control.changed.connect(self.changed)
        for combo in (self.sibling_combo, self.therapist_combo, self.room_combo):
            combo.currentIndexChanged.connect(self.changed)
        if self._clinic is not None:
            self.show_clinic(self._clinic)

    def show_clinic(self, clinic: Clinic) -> None:
        """Offer the clinic's therapists and rooms."""
        self._clinic = clinic
        if not self._is_made:
            return
        self.therapist_combo.refill([(each.name, each.id) for each in clinic.therapists])
        self.room_combo.refill([(each.name, each.id) for each in clinic.rooms])

    def show_siblings(self, siblings: Sequence[Sibling]) -> None:
        """Offer other siblings; none hides the box."""
        if not self._is_made:
            if not siblings:
                return
            self._make()
        self.also_check.setChecked(False)
        self.sibling_combo.refill([(each.full_name, each.id) for each in siblings])
        self.sibling_combo.setCurrentIndex(0 if siblings else -1)
        self.sibling_combo.setVisible(len(siblings) > 1)
        if siblings:
            name = first_name(siblings[0].full_name)
            words = self.tr("Book {0} too").format(name)
            self.also_check.setText(words if len(siblings) == 1 else self.tr("Book a sibling too"))
        self.setVisible(bool(siblings))

    def beside(self) -> Beside | None:
        """Return whom to book beside the child and how; None when the child is booked alone."""
        if not self._is_made:
            return None
        child_id = self.sibling_combo.currentData()
        if not self.also_check.isChecked() or child_id is None:
            return None
        return Beside(
            child_id,
            How(self.how_control.chosen()),
            self.therapist_combo.currentData(),
            self.room_combo.currentData(),
        )

    def show_preview(self, preview: SeriesPreview | None) -> None:
        """Show how the sibling's visits stand."""
        if not self._is_made:
            return
        if preview is None:
            self.check_lines.show_nothing()
        else:
            self.check_lines.show_preview(preview)

    def show_problem(self, words: str | None) -> None:
        """Say beside the therapist what is wrong; None takes it away."""
        if self._is_made:
            self.therapist_field.set_problem(words)

    @Slot(bool)
    def _open(self, on: bool) -> None:  # noqa: FBT001  (Qt's signal)
        self._inside.setVisible(on)
        self.changed.emit()
