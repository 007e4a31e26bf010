"""The two faces of the calendar: the board of a day and the grid of a week, one at a time."""

from collections.abc import Collection
from datetime import date

from PySide6.QtWidgets import QStackedWidget

from ot_desktop.clock import now_local, today
from ot_desktop.programs.board import Block, View
from ot_desktop.scheduling.domain import minute_of
from ot_desktop.scheduling.shading import day_hours
from ui.calendar.shown import Shown
from ui.calendar.week import week_board
from ui.calendar.week_desk import WeekDesk
from ui.visits.board import Board
from ui.visits.board_facts import BoardColumn
from ui.visits.columns import columns_of, shown_columns
from ui.visits.visit_desk import VisitDesk
from ui.visits.week_grid import WeekGrid


class Panes(QStackedWidget):
    """Shows what was read; both return the columns somebody can choose from."""

    def __init__(self, desk: VisitDesk, week_desk: WeekDesk) -> None:
        super().__init__()
        self._desk = desk
        self._week_desk = week_desk
        self._shown: Shown | None = None
        self._day = today()
        self._view = View.THERAPIST
        self._hidden: Collection[int] = ()
        self.board = Board()
        self.grid = WeekGrid()
        self.grid.setAccessibleName(self.tr("Week"))
        self.grid.about_child = self._about
        self.addWidget(self.board)
        self.addWidget(self.grid)

    @property
    def is_week(self) -> bool:
        """Whether the week is to be seen."""
        return self.currentWidget() is self.grid

    def show_week(
        self, shown: Shown, view: View, monday: date, hidden: Collection[int]
    ) -> tuple[BoardColumn, ...]:
        """Show the week that begins on ``monday``."""
        self._shown, self._view, self._hidden = shown, view, hidden
        clinic, visits = shown.clinic, shown.sessions
        self._week_desk.show_week(visits, clinic)
        self.grid.show_board(week_board(shown, view, monday, hidden))
        self.grid.show_now(now_local())
        self.setCurrentWidget(self.grid)
        hours = day_hours(clinic, monday, ())
        return columns_of(clinic, visits, view, monday, hours)

    def show_day(
        self, shown: Shown, view: View, day: date, hidden: Collection[int]
    ) -> tuple[BoardColumn, ...]:
        """Show one day."""
        is_another, self._day = day != self._day, day
        self._shown, self._view, self._hidden = shown, view, hidden
        columns = self._show_board()
        if is_another:
            self.board.show_start()
        self.setCurrentWidget(self.board)
        return columns

    def show_now(self) -> None:
        """Show how the visits stand by now, and the line of now; nothing is read."""
        if not self.is_week and not self.board.hand.is_full:
            self._show_board()
        self.grid.show_now(now_local())

    def _show_board(self) -> tuple[BoardColumn, ...]:
        shown, day, now = self._shown, self._day, now_local()
        if shown is None:
            return ()
        hours = day_hours(shown.clinic, day, shown.spans)
        columns = columns_of(shown.clinic, shown.sessions, self._view, day, hours)
        chosen = shown_columns(columns, self._hidden)
        self._desk.show_day(shown.sessions, self._view, [each.key for each in chosen], hours)
        closed = shown.clinic.closed.get(day)
        words = "" if closed is None else closed or self.tr("Closed")
        minute = minute_of(now) if day == now.date() else None
        self.board.show_board(chosen, shown.blocks(self._view, now), hours, minute, words)
        return columns

    # Clashes.

    @property
    def clash_count(self) -> int:
        """How many of the visits that can be seen clash."""
        return len(self._clashing())

    def go_to_next_clash(self) -> None:
        """Put the ring on the next visit that clashes, round and round."""
        clashing = self._clashing()
        if not clashing:
            return
        here = self.current_id()
        after = clashing.index(here) + 1 if here in clashing else 0
        self.go_to(clashing[after % len(clashing)])

    def go_to(self, session_id: int) -> None:
        """Put the ring on a visit and the keyboard there."""
        if self.is_week:
            self.grid.go_to_session(session_id)
        else:
            self.board.choose(session_id)
        self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard on what is to be seen."""
        (self.grid if self.is_week else self.board).setFocus()

    def take_up(self, session_id: int) -> None:
        """Pick a visit up with the keyboard."""
        self.go_to(session_id)
        week, day = self.grid.current_block(), self.board.current_block()
        if self.is_week and week is not None:
            self.grid.picked_up.emit(week, False)  # noqa: FBT003  (a signal)
        elif day is not None and day.session_id == session_id:
            self.board.hand.take_up(day)

    def current_id(self) -> int | None:
        """Return the visit the ring is on."""
        block = self.grid.current_block() if self.is_week else self.board.current_block()
        return block.session_id if block is not None else None

    def _clashing(self) -> list[int]:
        return self._shown.clashing(self._view, self._hidden) if self._shown is not None else []

    def _about(self, block: Block) -> str:
        return self._shown.words_about(block.session_id) if self._shown is not None else ""
