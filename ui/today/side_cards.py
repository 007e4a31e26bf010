"""Beside the board: who is late, who comes next, and what needs somebody."""

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ot_desktop.day.domain import DayVisit, Need, NeedKind
from ot_desktop.day_words import clock_text
from ui.today.shown_day import ShownDay
from ui.visits.day_block import alert_words
from ui.widgets.badge import Badge
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.label import label, set_tone
from ui.widgets.leaving import empty
from ui.widgets.scrolling import scroller
from ui.widgets.symbol import Symbol

_BAR = 12  # room for the scroll bar
_MOST_LATE = _NEXT = 4
_ICONS = {
    NeedKind.OFFER: "calendar-plus",
    NeedKind.APPROVAL: "certificate",
    NeedKind.CALL: "phone",
    NeedKind.PROMISE: "message-2",
    NeedKind.INTAKE: "clipboard-text",
    NeedKind.PRINT: "printer",
    NeedKind.BACKUP: "database",
    NeedKind.EXPIRY: "file-text",
    NeedKind.CLASH: "alert-triangle",
}


class _Rows(Card):
    """A card of rows that are made anew; its count stands in the head.

    ``left_empty`` when the keyboard was in it and it has no button any more.
    """

    left_empty = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._rows: dict[Hashable, QWidget] = {}
        self.count_label = label("", "small", "text-2")
        self.head.addWidget(self.count_label)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(8)
        self.body.addLayout(self.rows)

    def _fill(self, made: dict[Hashable, QWidget], count: str, if_none: str = "") -> None:
        """Put other rows there; the keyboard stays in its row, or goes to the one in its place."""
        held = self._held()
        empty(self.rows)
        self._rows = made
        for each in made.values():
            self.rows.addWidget(each)
            each.show()
        if not made and if_none:
            self.rows.addWidget(label(if_none, "small", "text-2", wrap=True))
        self.count_label.setText(count)
        if held is not None:
            self._hold(*held)

    def _held(self) -> tuple[Hashable, int, int] | None:
        """Return the row the keyboard is in, its place, and which of its buttons has it."""
        focused = self.focusWidget()
        for place, (key, row) in enumerate(self._rows.items()):
            if isinstance(focused, Button) and focused.hasFocus() and row.isAncestorOf(focused):
                return key, place, row.findChildren(Button).index(focused)
        return None

    def _hold(self, key: Hashable, place: int, number: int) -> None:
        rows = list(self._rows.values())
        row = self._rows.get(key) or (rows[min(place, len(rows) - 1)] if rows else None)
        buttons = row.findChildren(Button) if row is not None else []
        if buttons:
            buttons[min(number, len(buttons) - 1)].setFocus()
        else:
            self.left_empty.emit()


class LateCard(_Rows):
    """Hidden while nobody is late; ``arrived`` and ``missed`` carry a visit.

    ``call_wanted`` carries a child. A no-show can only be said once the visit is over.
    """

    arrived = Signal(int)
    missed = Signal(int)
    call_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(_tr("Late"))
        self.setProperty("card", "warn")
        self.head.insertWidget(0, Symbol("clock", "warn-text"))
        set_tone(self.title, "warn-text")

    def show_late(
        self, late: Sequence[DayVisit], now: datetime, *, may_act: bool, may_log: bool
    ) -> None:
        """Show who should be here by now."""
        shown = late[:_MOST_LATE]
        rows: dict[Hashable, QWidget] = {
            each.session.id: self._row(each, now, may_act=may_act, may_log=may_log)
            for each in shown
        }
        self.setVisible(bool(late))
        self._fill(rows, str(len(late)))

    def _row(self, visit: DayVisit, now: datetime, *, may_act: bool, may_log: bool) -> QWidget:
        session, name = visit.session, visit.session.child_name
        made, column = _stacked()
        column.addWidget(label(name, "body-strong", wrap=True))
        is_over = session.ends <= now
        words = (
            self.tr("{0}, with {1}, over, not checked in")
            if is_over
            else self.tr("{0}, with {1}, {2} min late")
        ).format(
            clock_text(session.starts),
            session.therapist_name.split()[0],
            visit.minutes_late(now),
        )
        column.addWidget(label(words, "small", "text-2", wrap=True))
        column.addWidget(
            label(visit.call_first or self.tr("No phone is known."), "small", wrap=True)
        )
        row = QHBoxLayout()
        if may_act:
            here = _button(self.tr("Arrived"), name, lambda: self.arrived.emit(session.id))
            here.set_kind("primary")
            row.addWidget(here)
        if may_log:
            child = session.child_id
            row.addWidget(
                _button(self.tr("Log a call"), name, lambda: self.call_wanted.emit(child))
            )
        if may_act and is_over:
            row.addWidget(_button(self.tr("No-show"), name, lambda: self.missed.emit(session.id)))
        row.addStretch(1)
        column.addLayout(row)
        return made


class NextCard(_Rows):
    """The next four to arrive; ``check_in_wanted`` carries a visit."""

    check_in_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(_tr("Arriving next"))

    def show_next(self, visits: Sequence[DayVisit], words: str) -> None:
        """Show who comes next; ``words`` is what the one button does, none shows no button."""
        rows: dict[Hashable, QWidget] = {each.session.id: self._row(each, words) for each in visits}
        none = self.tr("Nobody else is expected.")
        self._fill(rows, str(len(visits)) if visits else "", none)

    def _row(self, visit: DayVisit, words: str) -> QWidget:
        session = visit.session
        made, outer = _stacked()
        row = QHBoxLayout()
        row.setSpacing(8)
        at = label(clock_text(session.starts), "small", "text-2")
        at.setFixedWidth(at.fontMetrics().horizontalAdvance("00:00") + 2)
        row.addWidget(at)
        column = QVBoxLayout()
        column.setSpacing(2)
        name = ElidedLabel("body-strong", "text")
        name.show_text(session.child_name)
        column.addWidget(name)
        where = ", ".join(filter(None, (session.therapist_name.split()[0], session.room_name)))
        beside = ElidedLabel("small", "text-2")
        beside.show_text(where)
        column.addWidget(beside)
        row.addLayout(column, 1)
        outer.addLayout(row)
        if visit.alerts or visit.is_not_asked:
            badge = Badge(
                alert_words(visit), "danger" if visit.alerts else "warn", "alert-triangle"
            )
            outer.addWidget(badge, alignment=Qt.AlignmentFlag.AlignLeft)
        if words:
            wanted = _button(
                words, session.child_name, lambda: self.check_in_wanted.emit(session.id)
            )
            row.addWidget(wanted)
        return made


class NeedsCard(_Rows):
    """What waits for somebody; ``wanted`` carries the ``Need`` whose button was pressed."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(_tr("Needs you"))

    def show_needs(self, needs: Sequence[Need]) -> None:
        """Show each with its one button."""
        rows: dict[Hashable, QWidget] = {each: self._row(each) for each in needs}
        none = self.tr("Nothing waits for you.")
        self._fill(rows, str(len(needs)) if needs else "", none)

    def _row(self, need: Need) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        tone = "danger-text" if need.kind is NeedKind.CLASH else "text"
        row.addWidget(Symbol(_ICONS[need.kind], tone))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(label(need.lead, "body-strong", wrap=True))
        column.addWidget(label(need.words, "small", "text-2", wrap=True))
        row.addLayout(column, 1)
        words = {NeedKind.OFFER: self.tr("Offer slot"), NeedKind.CALL: self.tr("Log")}
        does = words.get(need.kind, self.tr("Open"))
        row.addWidget(_button(does, need.lead, lambda: self.wanted.emit(need)))
        return made


class SideCards(QWidget):
    """The three under one another; they scroll together where the window is low.

    ``left_empty`` when the keyboard has nowhere to go in them.
    """

    left_empty = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.late, self.next, self.needs = LateCard(), NextCard(), NeedsCard()
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, _BAR, 0)
        cards.setSpacing(12)
        for each in (self.late, self.next, self.needs):
            cards.addWidget(each)
            each.left_empty.connect(self.left_empty)
        cards.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroller(inside))

    def show_day(self, shown: ShownDay, now: datetime, *, may_act: bool, may_log: bool) -> None:
        """Show who is late and who comes next; of a later day, who did not confirm yet."""
        stands, is_today = shown.stands(now), shown.day == now.date()
        late = shown.missing(now, stands)
        self.late.show_late(late, now, may_act=may_act, may_log=may_log)
        words = self.tr("Check in") if is_today else self.tr("Confirm")
        self.next.title.setText(self.tr("Arriving next") if is_today else self.tr("To confirm"))
        self.next.setVisible(shown.day >= now.date())
        self.next.show_next(shown.coming(now, stands)[:_NEXT], words if may_act else "")


def _stacked() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    return made, column


def _button(words: str, about: str, do: Callable[[], object]) -> Button:
    made = Button(words, size="small")
    made.setAccessibleName(f"{words}: {about}")
    made.clicked.connect(do)
    return made


def _tr(words: str) -> str:
    return QCoreApplication.translate("side_cards", words)
