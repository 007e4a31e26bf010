"""The calendar's left drawer: a small month, and a box for every column to show."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ot_desktop.day_words import month_title
from ot_desktop.permissions import Permission
from ot_desktop.scheduling.domain import SeriesKind
from ot_desktop.services import Services
from ui.calendar.slot_finder import SlotFinder
from ui.theme import theme
from ui.visits.board_facts import BoardColumn
from ui.widgets.button import Button, IconButton
from ui.widgets.choice import CheckBox
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.month_view import MonthView
from ui.widgets.scrolling import scroller


class Drawer(QWidget):
    """``day_picked`` goes to a day; the others carry what is not to be shown."""

    day_picked = Signal(object)
    hidden_changed = Signal(object)
    left_out_changed = Signal(object)
    finder_closed = Signal()

    def __init__(self, services: Services, today: date) -> None:
        super().__init__()
        self._boxes: dict[int, CheckBox] = {}
        self._named: tuple[tuple[int, str], ...] = ()
        self.month = MonthView(today)
        self.month.setAccessibleName(self.tr("Month"))
        self.month.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._title = label("", "body-strong")
        self._back = IconButton("chevron-left", self.tr("Month before"))
        self._on = IconButton("chevron-right", self.tr("Month after"))
        self.kind_boxes = {
            SeriesKind.INTENSIVE: CheckBox(self.tr("Intensive"), checked=True),
            SeriesKind.WEEKLY: CheckBox(self.tr("Weekly"), checked=True),
            SeriesKind.VISIT: CheckBox(self.tr("Single"), checked=True),
        }
        self.find_button = Button(self.tr("Find free slot"), icon="search", keys="F")
        self.finder = SlotFinder(services)
        self._may_book = services.user.may(Permission.BOOK)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self._build()
        theme().changed.connect(self._fit)
        self._fit()
        self._back.clicked.connect(partial(self.month.turn, -1))
        self._on.clicked.connect(partial(self.month.turn, 1))
        self.month.picked.connect(self.day_picked)
        self.find_button.clicked.connect(self.find_slot)
        self.finder.closed.connect(self._close_finder)
        self.month.moved.connect(self._name)
        for box in self.kind_boxes.values():
            box.toggled.connect(self._tell_kinds)
        self._name(today)

    def show_day(self, day: date) -> None:
        """Mark the day that is shown."""
        self.month.show_day(day)
        self._name(day)

    def show_columns(self, columns: Sequence[BoardColumn], hidden: frozenset[int]) -> None:
        """Offer a box for each column."""
        named = tuple((each.key, each.title) for each in columns)
        if named == self._named:
            return
        self._named = named
        self._shown_label.setVisible(bool(named))
        empty(self._list)
        self._boxes = {}
        for key, title in named:
            box = CheckBox(title, checked=key not in hidden)
            box.toggled.connect(self._tell)
            self._boxes[key] = box
            self._list.addWidget(box)
        self._list.addStretch(1)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        head.addWidget(self._on)
        column.addLayout(head)
        column.addWidget(self.month, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.find_button)
        column.addWidget(self.finder, 1)
        inside = QWidget()
        self._lay_out_choices(inside)
        self._choices = scroller(inside)
        column.addWidget(self._choices, 1)
        self.finder.hide()

    def _lay_out_choices(self, inside: QWidget) -> None:
        """Put what is to be shown under one another; it scrolls where the month needs the room."""
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Visit types"), "label"))
        kinds = QVBoxLayout()
        kinds.setContentsMargins(2, 0, 2, 4)
        kinds.setSpacing(6)
        for box in self.kind_boxes.values():
            kinds.addWidget(box)
        column.addLayout(kinds)
        self._shown_label = label(self.tr("Shown"), "label")
        column.addWidget(self._shown_label)
        self._list.setContentsMargins(2, 4, 2, 4)
        column.addLayout(self._list, 1)

    @Slot()
    def find_slot(self) -> None:
        """Look for a free slot from the day that is shown on, for somebody who may book."""
        if not self._may_book:
            return
        self._choices.hide()
        self.find_button.hide()
        self.finder.show()
        self.finder.start(self.month.day())

    @Slot()
    def _close_finder(self) -> None:
        self.finder.hide()
        self._choices.show()
        self.find_button.show()
        self.finder_closed.emit()

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(self.month.sizeHint().width() + 2)

    @Slot(object)
    def _name(self, day: date) -> None:
        self._title.setText(month_title(day))

    @Slot()
    def _tell(self) -> None:
        hidden = {key for key, box in self._boxes.items() if not box.isChecked()}
        self.hidden_changed.emit(frozenset(hidden))

    @Slot()
    def _tell_kinds(self) -> None:
        left_out = {kind for kind, box in self.kind_boxes.items() if not box.isChecked()}
        self.left_out_changed.emit(frozenset(left_out))
