"""The children who still miss sessions, with reasons and fixes; U leads here."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ot_desktop.programs.placement import Fix, NotPlaced
from ui.programs.not_placed_item import NotPlacedItem
from ui.programs.words import children_words, sessions_words
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import label
from ui.widgets.leaving import take_away
from ui.widgets.scrolling import scroller

MOST_SHOWN = 30
_LEAST_HIGH = 110


class NotPlacedCard(Card):
    """``picked_up`` carries who is missing what, and whether the mouse holds it."""

    picked_up = Signal(object, bool)
    dragged = Signal(QPoint)
    let_go = Signal(QPoint, bool)
    fix_wanted = Signal(object)
    try_wanted = Signal(object)
    kept = Signal()
    put_away = Signal()

    def __init__(self) -> None:
        super().__init__("-")
        self.title.setText(self.tr("Not placed"))
        self.count_label = label("", "small", "text-2")
        self.head.addWidget(self.count_label)
        self.items: list[NotPlacedItem] = []
        self._missing: tuple[NotPlaced, ...] = ()
        self._current: int | None = None
        self._shows_all = self._may_change = False
        inside = QWidget()
        inside.setProperty("ground", "surface")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.area = scroller(inside)
        self.area.setMinimumHeight(theme().px(_LEAST_HIGH))
        self.nothing = EmptyState("circle-check", self.tr("Every session is placed."))
        self.more_button = Button("", "link", size="small")
        self.more_button.clicked.connect(self._show_all)
        self.body.setContentsMargins(0, 0, 0, 8)
        self.body.setSpacing(0)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.nothing, 1)
        self.body.addWidget(self.more_button, alignment=Qt.AlignmentFlag.AlignHCenter)

    def show_missing(self, missing: Sequence[NotPlaced], *, may_change: bool) -> None:
        """Show who is missing what; entries that did not change stay as they are."""
        self._may_change = may_change
        place, had_focus = self._place(), self.area.isAncestorOf(self._focused())
        self._missing = tuple(missing)
        shown = self._missing if self._shows_all else self._missing[:MOST_SHOWN]
        kept = {item.missing: item for item in self.items}
        self.items = [self._item(each, kept, may_change=may_change) for each in shown]
        for number, item in enumerate(self.items):
            self._column.insertWidget(number, item)
            item.show()
        for item in kept.values():
            take_away(item, self._column)
        self._show_count(len(self._missing) - len(shown))
        self._choose_near(place, take_focus=had_focus)

    def _item(
        self, missing: NotPlaced, kept: dict[NotPlaced, NotPlacedItem], *, may_change: bool
    ) -> NotPlacedItem:
        item = kept.pop(missing, None)
        if item is None:
            item = NotPlacedItem(missing, may_change=may_change)
            self._connect(item)
        return item

    def _connect(self, item: NotPlacedItem) -> None:
        item.chosen.connect(lambda: self.choose(item))
        item.moved.connect(lambda by: self._move(item, by))
        item.picked_up.connect(lambda by_mouse: self.picked_up.emit(item.missing, by_mouse))
        item.dragged.connect(self.dragged)
        item.let_go.connect(self.let_go)
        item.fix_wanted.connect(self.fix_wanted)
        item.try_wanted.connect(self.try_wanted)
        item.kept.connect(self.kept)
        item.put_away.connect(self.put_away)

    def _show_count(self, left: int) -> None:
        sessions = sum(each.missing for each in self._missing)
        children = len({each.child_id for each in self._missing})
        words = f"{sessions_words(sessions)}, {children_words(children)}"
        self.count_label.setText(words if self._missing else "")
        self.area.setVisible(bool(self._missing))
        self.nothing.setVisible(not self._missing)
        self.more_button.setText(self.tr("Show {0} more").format(left))
        self.more_button.setVisible(left > 0)

    def _show_all(self) -> None:
        self._shows_all = True
        self.show_missing(self._missing, may_change=self._may_change)

    # Which one is being worked on.

    def current(self) -> NotPlacedItem | None:
        """Return the entry being worked on."""
        return next((i for i in self.items if i.missing.wanted_id == self._current), None)

    def choose(self, item: NotPlacedItem) -> None:
        """Work on an entry."""
        self._current = item.missing.wanted_id
        for each in self.items:
            each.set_current(each is item)
        self.area.ensureWidgetVisible(item, 0, 0)

    def go_to_list(self) -> bool:
        """Put the keyboard on the entry being worked on; False when nothing is missing."""
        item = self.current() or next(iter(self.items), None)
        if item is not None:
            item.setFocus(Qt.FocusReason.OtherFocusReason)
        return item is not None

    def show_tried(self, fix: Fix | None) -> None:
        """Show Keep and Back beside the fix that is tried."""
        for item in self.items:
            item.show_tried(fix)

    def _place(self) -> int:
        item = self.current()
        return self.items.index(item) if item is not None else 0

    def _choose_near(self, place: int, *, take_focus: bool) -> None:
        item = self.current()
        if item is None and self.items:
            item = self.items[min(place, len(self.items) - 1)]
        if item is None:
            return
        self._current = item.missing.wanted_id
        for each in self.items:
            each.set_current(each is item)
        if take_focus:
            item.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, item: NotPlacedItem, by: int) -> None:
        there = self.items.index(item) + by
        if 0 <= there < len(self.items):
            self.items[there].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self
