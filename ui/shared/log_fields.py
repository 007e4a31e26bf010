"""The fields of a logged message; what does not apply to the chosen way is not there."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ot_desktop.caseload.domain import Caregiver
from ot_desktop.caseload.table import ChildHit
from ot_desktop.messages.domain import (
    LONGEST_CALL_MINUTES,
    MOST_TRIES,
    CallOutcome,
    Direction,
    Way,
)
from ot_desktop.messages.service import Colleague
from ui.shared.child_picker import ChildPicker
from ui.shared.message_words import ICONS, outcome_words, way_words
from ui.theme import theme
from ui.widgets.chip import ChipGroup
from ui.widgets.choice import CheckBox, ComboBox
from ui.widgets.date_edit import DateEdit
from ui.widgets.field import Field
from ui.widgets.segmented import SegmentedControl
from ui.widgets.stepper import Stepper
from ui.widgets.text_area import TextArea

DUE_AFTER_DAYS = 2
OUTCOMES = (CallOutcome.REACHED, CallOutcome.LEFT_MESSAGE, CallOutcome.NOT_REACHED)


class LogFields(QWidget):
    """``by_name`` are the fields whose sentences ``ValidationError`` may carry."""

    def __init__(self, search: Callable[[str, int], list[ChildHit]], day: date) -> None:
        super().__init__()
        self._day = day
        self._make(search)
        self.by_name: dict[str, Field] = {
            "child": Field(self.tr("Child"), self.child_picker),
            "person": Field(self.tr("Person"), self.person_combo),
            "way": Field(self.tr("How"), self.way_chips),
            "said": Field(self.tr("What was said"), self.said_edit),
            "outcome": Field(self.tr("What came of the call"), self.outcome_chips),
            "tries": Field(self.tr("Tries"), self.tries_stepper),
            "minutes": Field(self.tr("Minutes"), self.minutes_edit, optional=True),
            "promise": Field(self.tr("What you promise"), self.promise_edit, optional=True),
            "due_on": Field(self.tr("By when"), self.due_edit),
            "who": Field(self.tr("Who will do it"), self.who_combo),
        }
        self._lay_out()
        self.way_chips.changed.connect(self._show_parts)
        self.direction_control.changed.connect(self._show_parts)
        self.promise_edit.textChanged.connect(self._show_parts)
        self.clear()

    def way(self) -> str:
        """Return the chosen way."""
        return self.way_chips.chosen()[0]

    def outcome(self) -> str:
        """Return what came of the call, or nothing when nobody has said."""
        return next(iter(self.outcome_chips.chosen()), "")

    def show_people(self, caregivers: Sequence[Caregiver]) -> None:
        """Offer the family in call order; the first is called first."""
        self.person_combo.clear()
        for one in caregivers:
            phone = f", {one.phones[0].number}" if one.phones else ""
            relation = f", {one.relation}" if one.relation else ""
            self.person_combo.addItem(f"{one.full_name}{relation}{phone}", one.id)
        self.person_combo.addItem(self.tr("Nobody named"), None)

    def choose_person(self, caregiver_id: int | None) -> None:
        """Choose who it was."""
        self.person_combo.setCurrentIndex(max(0, self.person_combo.findData(caregiver_id)))

    def show_colleagues(self, colleagues: Sequence[Colleague], me: int) -> None:
        """Offer who may promise; it is mostly oneself."""
        self.who_combo.clear()
        for each in colleagues:
            self.who_combo.addItem(each.name, each.id)
        self.who_combo.setCurrentIndex(max(0, self.who_combo.findData(me)))

    def clear(self) -> None:
        """Begin anew: a call to the family."""
        self.said_edit.clear()
        self.promise_edit.clear()
        self.way_chips.choose((Way.CALL.value,))
        self.direction_control.choose(Direction.TO_FAMILY.value)
        self.outcome_chips.choose(())
        self.tries_stepper.set_value(1)
        self.minutes_edit.clear()
        self.question_box.setChecked(False)
        self.due_edit.set_value(self._day + timedelta(days=DUE_AFTER_DAYS))
        self._show_parts()

    def _make(self, search: Callable[[str, int], list[ChildHit]]) -> None:
        self.child_picker = ChildPicker(self.tr("Child"), search)
        self.person_combo = ComboBox(self.tr("Person"))
        self.way_chips = ChipGroup(self.tr("How"), one=True)
        for way in Way:
            self.way_chips.add(way.value, way_words(way), icon=ICONS[way])
        self.direction_control = SegmentedControl(self.tr("Who spoke first"), small=True)
        self.direction_control.add(Direction.TO_FAMILY.value, self.tr("We to the family"))
        self.direction_control.add(Direction.FROM_FAMILY.value, self.tr("The family to us"))
        self.said_edit = TextArea(self.tr("What was said"), lines=3, most_lines=8)
        self.outcome_chips = ChipGroup(self.tr("What came of the call"), one=True)
        for outcome in OUTCOMES:
            self.outcome_chips.add(outcome.value, outcome_words(outcome))
        self.tries_stepper = Stepper(self.tr("Tries"), (1, MOST_TRIES), 1, small=True)
        self.minutes_edit = QLineEdit()
        self.minutes_edit.setValidator(QIntValidator(1, LONGEST_CALL_MINUTES, self.minutes_edit))
        self.minutes_edit.setFixedWidth(theme().px(84))
        self.question_box = CheckBox("")
        self.promise_edit = QLineEdit()
        self.promise_edit.setPlaceholderText(self.tr("Send the new times"))
        self.due_edit = DateEdit(self.tr("By when"), self._day)
        self.who_combo = ComboBox(self.tr("Who will do it"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for name in ("child", "person", "way"):
            column.addWidget(self.by_name[name])
        column.addWidget(self.direction_control)
        column.addWidget(self.by_name["said"])
        column.addWidget(self.by_name["outcome"])
        counts = QHBoxLayout()
        top = Qt.AlignmentFlag.AlignTop
        counts.addWidget(self.by_name["tries"], alignment=top)
        counts.addWidget(self.by_name["minutes"], alignment=top)
        counts.addStretch(1)
        column.addLayout(counts)
        column.addWidget(self.question_box)
        for name in ("promise", "due_on", "who"):
            column.addWidget(self.by_name[name])

    @Slot()
    def _show_parts(self) -> None:
        is_call = self.way() == Way.CALL.value
        for name in ("outcome", "tries", "minutes"):
            self.by_name[name].setVisible(is_call)
        promises = bool(self.promise_edit.text().strip())
        for name in ("due_on", "who"):
            self.by_name[name].setVisible(promises)
        asks_us = self.direction_control.chosen() == Direction.FROM_FAMILY.value
        words = self.tr("They ask something") if asks_us else self.tr("We wait for an answer")
        self.question_box.setText(words)
