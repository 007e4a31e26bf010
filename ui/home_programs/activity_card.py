"""One activity of the program: order, minutes, when, the words to say, and taking it out."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ot_desktop.home_programs.domain import PlannedActivity, Routine
from ot_desktop.home_programs.minutes import MOST_MINUTES
from ui.home_programs.card_parts import CardPicture, Grip
from ui.home_programs.say_edit import SayEdit
from ui.home_programs.words import MOMENTS
from ui.widgets.button import IconButton
from ui.widgets.choice import ComboBox
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.file_drops import FileDrops
from ui.widgets.label import label, restyle
from ui.widgets.stepper import Stepper

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ActivityCard(QFrame):
    """Every signal begins with the activity's key."""

    selected = Signal(str)
    minutes_changed = Signal(str, int)
    moment_chosen = Signal(str, str, str)
    say_typed = Signal(str, str)
    removed = Signal(str)
    swap_wanted = Signal(str)
    photo_dropped = Signal(str, object)
    photo_taken_off = Signal(str)
    moved = Signal(str, int)
    dragged = Signal(str, QPointF)

    def __init__(self, planned: PlannedActivity, title: str) -> None:
        super().__init__()
        self.key = planned.activity.key
        self._has_clash = False
        self.setProperty("planned", "true")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._build(planned, title)
        self._connect()

    def show_planned(self, number: int, planned: PlannedActivity, title: str, say: str) -> None:
        """Show the activity as it is planned now; what is being typed is left alone."""
        self.number_label.setText(str(number))
        self.title_label.show_text(title)
        self.setAccessibleName(self.tr("Activity {0}: {1}").format(number, title))
        self.minutes_stepper.blockSignals(True)  # noqa: FBT003 -- Qt's own name for it
        self.minutes_stepper.set_value(planned.minutes)
        self.minutes_stepper.blockSignals(False)  # noqa: FBT003  (a signal)
        self._show_moment(planned)
        self.picture.show_activity(planned.activity, own=planned.photo is not None)
        if self.say_edit.text() != say and not self.say_edit.hasFocus():
            self.say_edit.setText(say)
            self.say_edit.setCursorPosition(0)

    def show_clash(self, sentence: str) -> None:
        """Say what an alert forbids in it, or nothing."""
        self.clash_label.setText(sentence)
        self.clash_label.setVisible(bool(sentence))
        self._has_clash = bool(sentence)
        self.setAccessibleDescription(sentence)

    def show_purpose(self, goal: str, cue_words: tuple[str, ...]) -> None:
        """Say which goal it works toward, and offer the words that worked for it."""
        self.purpose_label.show_text(self.tr("For: {0}").format(goal) if goal else "")
        completer = QCompleter(list(cue_words), self.say_edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.say_edit.setCompleter(completer)

    def set_selected(self, *, selected: bool) -> None:
        """Frame the card whose texts are shown below."""
        usual = "clash" if self._has_clash else "true"
        look = "selected" if selected and not self._has_clash else usual
        if self.property("planned") != look:
            self.setProperty("planned", look)
            restyle(self)

    def tab_stops(self) -> tuple[QWidget, ...]:
        """Return what Tab stops at, in the order it is read."""
        return (
            self,
            self.minutes_stepper.edit,
            self.remove_button,
            self.swap_button,
            self.moment_combo,
            self.say_edit,
        )

    def _build(self, planned: PlannedActivity, title: str) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 9, 8, 9)
        row.setSpacing(8)
        self.grip = Grip(self.tr("Drag to another place, or Alt Up and Alt Down"))
        order = QVBoxLayout()
        order.setSpacing(6)
        self.number_label = label("", "h3")
        self.number_label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        order.addWidget(self.number_label)
        order.addWidget(self.grip, alignment=Qt.AlignmentFlag.AlignHCenter)
        order.addStretch(1)
        row.addLayout(order)
        self.picture = CardPicture(planned.activity)
        row.addWidget(self.picture, alignment=Qt.AlignmentFlag.AlignTop)
        right = QVBoxLayout()
        right.setSpacing(1)
        right.addLayout(self._head(title))
        self.purpose_label = ElidedLabel("caption", "text-2")
        purpose = QHBoxLayout()
        purpose.setSpacing(3)
        purpose.addWidget(self.purpose_label, 1)
        self.swap_button = IconButton("refresh", self.tr("Swap {0}").format(title), size="small")
        purpose.addWidget(self.swap_button)
        right.addLayout(purpose)
        self.clash_label = label("", "small", "danger-text", wrap=True)
        self.clash_label.hide()
        right.addWidget(self.clash_label)
        right.addSpacing(2)
        right.addLayout(self._fields(title))
        row.addLayout(right, 1)

    def _head(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(3)
        self.title_label = ElidedLabel("body-strong", "text")
        row.addWidget(self.title_label, 1)
        self.minutes_stepper = Stepper(
            self.tr("Minutes, {0}").format(title),
            (1, MOST_MINUTES),
            1,
            suffix=self.tr("min"),
            small=True,
        )
        row.addWidget(self.minutes_stepper)
        self.remove_button = IconButton("x", self.tr("Take out {0}").format(title), size="small")
        row.addWidget(self.remove_button)
        return row

    def _fields(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.moment_combo = ComboBox(self.tr("When, {0}").format(title))
        self.moment_combo.setProperty("compact", "true")
        self.moment_combo.setSizeAdjustPolicy(
            ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.moment_combo.setMinimumContentsLength(7)
        row.addWidget(self.moment_combo, 2)
        self.say_edit = SayEdit(self.tr("Say"))
        self.say_edit.setAccessibleName(self.tr("Words to say, {0}").format(title))
        row.addWidget(self.say_edit, 3)
        return row

    def _show_moment(self, planned: PlannedActivity) -> None:
        combo = self.moment_combo
        if combo.currentText() == planned.when and combo.count():
            return
        combo.blockSignals(True)  # noqa: FBT003  (a signal)
        combo.clear()
        listed = list(MOMENTS)
        if (planned.routine, planned.when) not in listed:
            listed.insert(0, (planned.routine, planned.when))
        for routine, when in listed:
            combo.addItem(when, routine.value)
        combo.setCurrentIndex(listed.index((planned.routine, planned.when)))
        combo.blockSignals(False)  # noqa: FBT003  (a signal)

    def _connect(self) -> None:
        self.minutes_stepper.changed.connect(self._tell_minutes)
        self.moment_combo.currentIndexChanged.connect(self._tell_moment)
        self.say_edit.textEdited.connect(self._tell_say)
        self.remove_button.clicked.connect(self._tell_removed)
        self.picture.off_wanted.connect(self._tell_photo_off)
        FileDrops(self).dropped.connect(self._tell_photo)
        self.swap_button.clicked.connect(self._tell_swap)
        self.grip.dragged.connect(self._tell_dragged)
        for part in (self.say_edit, self.minutes_stepper.edit, self.moment_combo):
            part.installEventFilter(self)

    @Slot(int)
    def _tell_minutes(self, minutes: int) -> None:
        self.minutes_changed.emit(self.key, minutes)

    @Slot(int)
    def _tell_moment(self, place: int) -> None:
        routine = Routine(self.moment_combo.itemData(place))
        self.moment_chosen.emit(self.key, self.moment_combo.itemText(place), routine.value)

    @Slot(str)
    def _tell_say(self, text: str) -> None:
        self.say_typed.emit(self.key, text)

    @Slot()
    def _tell_removed(self) -> None:
        self.removed.emit(self.key)

    @Slot(list)
    def _tell_photo(self, paths: list[Path]) -> None:
        self.photo_dropped.emit(self.key, paths[0])

    @Slot()
    def _tell_photo_off(self) -> None:
        self.photo_taken_off.emit(self.key)

    @Slot()
    def _tell_swap(self) -> None:
        self.swap_wanted.emit(self.key)

    @Slot(QPointF)
    def _tell_dragged(self, where: QPointF) -> None:
        self.dragged.emit(self.key, where)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select the card whose field gets the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self.selected.emit(self.key)
        return super().eventFilter(watched, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the card."""
        super().focusInEvent(event)
        self.selected.emit(self.key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the card."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt Up and Alt Down, change minutes with + and −, take out with Delete."""
        is_here = self.window().focusWidget() is self  # not in one of the card's fields
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _MOVES:
            self.moved.emit(self.key, _MOVES[Qt.Key(event.key())])
        elif event.text() in {"+", "=", "-"} and is_here:
            by = -1 if event.text() == "-" else 1
            self.minutes_stepper.set_value(self.minutes_stepper.value() + by)
        elif event.key() == Qt.Key.Key_Delete and is_here:
            self.removed.emit(self.key)
        else:
            super().keyPressEvent(event)
