"""What mending a plan costs the families, before it is taken: who moves, what must be made up."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.programs.mending import FamilyMoved, Owed, Price
from ui.programs.words import families_words, sessions_words
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.stepper import Stepper

_MOST_FAMILIES = 50


class PriceCard(Card):
    """``taken`` keeps the mended plan, ``again_wanted`` carries how many families may move."""

    taken = Signal()
    left = Signal()
    print_wanted = Signal()
    again_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__("-")
        self.title.setText(self.tr("Before you take it"))
        self.words_label = label("", "body", wrap=True)
        self.add(self.words_label)
        self.take_button = Button(self.tr("Take it"), "primary")
        self.leave_button = Button(self.tr("Leave the plan as it is"))
        self.print_button = Button(self.tr("Print the make-up list"), "link", icon="printer")
        self.families_stepper = Stepper(self.tr("May move at most"), (1, _MOST_FAMILIES), 1)
        self.again_button = Button(self.tr("Look again"), icon="refresh")
        self._again = QWidget()
        self._build()
        self.take_button.clicked.connect(self.taken)
        self.leave_button.clicked.connect(self.left)
        self.again_button.clicked.connect(self._look_again)
        self.print_button.clicked.connect(self.print_wanted)

    def show_price(self, price: Price, may_move: int) -> None:
        """Show who would move from where to where, and what cannot be saved."""
        self.words_label.setText(self._words(price))
        empty(self.lines)
        for family in price.moved:
            self.lines.addWidget(self._family(family))
        if price.owed:
            head = self.tr("Make-up list: {0} without a place")
            self.lines.addWidget(label(head.format(sessions_words(len(price.owed))), "h3"))
        for each in price.owed:
            self.lines.addWidget(self._owed(each))
        if may_move:
            self.families_stepper.set_value(may_move)
        self.print_button.setVisible(bool(price.owed))
        self._again.setVisible(bool(price.owed) or bool(may_move))
        self.show()

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.take_button, self.leave_button):
            foot.addWidget(button)
        foot.addStretch(1)
        self.body.addLayout(foot)
        row = QHBoxLayout(self._again)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(label(self.tr("Families that may move")))
        row.addWidget(self.families_stepper)
        row.addWidget(self.again_button)
        row.addStretch(1)
        self.add(self._again)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(8)
        self.body.addLayout(self.lines)
        self.add(self.print_button)

    def _words(self, price: Price) -> str:
        parts = [self._moved_words(price)]
        for number, one, many in (
            (price.kept, self.tr("{0} stays."), self.tr("{0} stay.")),
            (price.new, self.tr("{0} gets a place."), self.tr("{0} get a place.")),
            (
                price.rooms,
                self.tr("{0} only changes the room."),
                self.tr("{0} only change the room."),
            ),
        ):
            if number:
                parts.append((one if number == 1 else many).format(sessions_words(number)))
        return " ".join(parts)

    def _moved_words(self, price: Price) -> str:
        """Return like ``4 families have to move and 3 make room``."""
        room = sum(each.makes_room for each in price.moved)
        forced = len(price.moved) - room
        if not price.moved:
            return self.tr("Nobody moves.")
        one, many = self.tr("{0} has to move"), self.tr("{0} have to move")
        told = (one if forced == 1 else many).format(families_words(forced)) if forced else ""
        if not room:
            return self.tr("{0}, nobody else.").format(told)
        if not forced:
            one, many = self.tr("{0} makes room."), self.tr("{0} make room.")
            return (one if room == 1 else many).format(families_words(room))
        one, many = self.tr("{0} and {1} makes room."), self.tr("{0} and {1} make room.")
        return (one if room == 1 else many).format(told, room)

    def _family(self, family: FamilyMoved) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(family.names, "body-strong"))
        if family.makes_room:
            head.addWidget(Badge(self.tr("makes room"), "warn"))
        head.addStretch(1)
        column.addLayout(head)
        for line in family.lines:
            column.addWidget(label(line, "body", "text-2", wrap=True))
        return holder

    def _owed(self, owed: Owed) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(f"{owed.names}, {owed.when}", "body-strong", wrap=True))
        words = self.tr("Could be made up: {0}").format("; ".join(owed.places))
        if not owed.places:
            words = self.tr("Cannot be made up: {0}").format(owed.why)
        column.addWidget(label(words, "body", "text-2", wrap=True))
        return holder

    @Slot()
    def _look_again(self) -> None:
        self.again_wanted.emit(self.families_stepper.value())
