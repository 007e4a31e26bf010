"""The visits of the day as board or as list, or words where there are none."""

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from ot_desktop.day.domain import DayVisit, Need, Stands
from ot_desktop.permissions import Permission
from ot_desktop.programs.board import View
from ot_desktop.scheduling.domain import SessionStatus, minute_of
from ot_desktop.services import Services
from ui.asking import Asker
from ui.today.day_table import DayTable
from ui.today.day_table_model import DayRow
from ui.today.shown_day import ShownDay
from ui.visits.board import Board
from ui.visits.board_facts import Action, Moved
from ui.visits.visit_desk import VisitDesk
from ui.widgets.label import label

Offers = Mapping[tuple[int, datetime], Need]


def offer_of(visit: DayVisit, offers: Offers) -> Need | None:
    """Return the open time a visit that was called off leaves, while it can be offered."""
    session = visit.session
    return None if session.status.takes_time else offers.get((session.therapist_id, session.starts))


class DayStack(QStackedWidget):
    """``action_wanted`` and ``visit_opened`` carry a visit, ``slot_opened`` an empty ``Slot``.

    ``done`` carries what was moved and the ``Deed``; ``refused`` why it was not, or nothing.
    """

    action_wanted = Signal(int)
    visit_opened = Signal(int)
    slot_opened = Signal(object)
    done = Signal(str, object)
    refused = Signal(str)

    def __init__(self, services: Services, asker: Asker) -> None:
        super().__init__()
        self._may_act = services.user.may(Permission.RUN_DAY)
        self.desk = VisitDesk(services, asker, self)
        self.board = Board()
        self._table: DayTable | None = None
        self._day: date | None = None
        self.empty_label = label("", "h3", "text-2", wrap=True)
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for each in (self.board, self.empty_label):
            self.addWidget(each)
        self._tell_of(self.board)
        self.board.refused.connect(self.refused)
        self.desk.done.connect(self.done)
        self.desk.refused.connect(self.refused)
        if services.user.may(Permission.BOOK):
            self.board.let_move(self.desk.judge, self.desk.survey)
            self.board.slot_opened.connect(self.slot_opened)
            self.board.moved.connect(self._move)

    @property
    def table(self) -> DayTable:
        """The list, made when it is first looked at."""
        if self._table is None:
            self._table = DayTable()
            self.addWidget(self._table)
            self._tell_of(self._table)
        return self._table

    def _tell_of(self, shown: Board | DayTable) -> None:
        shown.action_wanted.connect(self.action_wanted)
        shown.visit_opened.connect(self.visit_opened)

    @property
    def is_carrying(self) -> bool:
        """Whether a visit is being carried about."""
        return self.board.hand.is_full

    def current_visit(self) -> int | None:
        """Return the visit the ring is on."""
        if self._table is not None and self.currentWidget() is self._table:
            key = self._table.current_key()
            return key if isinstance(key, int) else None
        block = self.board.current_block()
        return block.session_id if block is not None else None

    def main_part(self) -> QWidget | None:
        """Return what takes the keyboard; None where there is nothing."""
        return None if self.currentWidget() is self.empty_label else self.currentWidget()

    def show_board(
        self, shown: ShownDay, now: datetime, view: View, chosen: Stands | None, offers: Offers
    ) -> None:
        """Show the visits that stand as ``chosen``, or all of them, in columns."""
        stands, hours = shown.stands(now), shown.hours()
        columns = shown.columns(view, stands)
        blocks = [row.block for row in self._rows(shown, now, view, chosen, offers)]
        minute = minute_of(now) if shown.day == now.date() else None
        self.desk.show_day(shown.sessions, view, [each.key for each in columns], hours)
        self.board.show_board(columns, blocks, hours, minute, shown.closed_words())
        if shown.day != self._day:
            self._day = shown.day
            self.board.show_start()
        self._turn_to(self.board, shown.empty_words(now))

    def show_list(
        self, shown: ShownDay, now: datetime, view: View, chosen: Stands | None, offers: Offers
    ) -> None:
        """Show the visits that stand as ``chosen``, or all of them, as a list."""
        self.table.show_rows(self._rows(shown, now, view, chosen, offers))
        self._turn_to(self.table, shown.empty_words(now))

    def _turn_to(self, part: QWidget, empty_words: str) -> None:
        before = self.currentWidget()
        had_focus = before is not part and before is not None and before.hasFocus()
        self.empty_label.setText(empty_words)
        self.setCurrentWidget(self.empty_label if empty_words else part)
        if had_focus and not empty_words:
            part.setFocus()

    def _rows(
        self, shown: ShownDay, now: datetime, view: View, chosen: Stands | None, offers: Offers
    ) -> list[DayRow]:
        stands = shown.stands(now)
        return [
            DayRow(each, shown.block(each, view, now, self._action(each, now, offers)))
            for each in shown.visits
            if chosen in {None, stands[each.session.id]}
        ]

    def _action(self, visit: DayVisit, now: datetime, offers: Offers) -> Action | None:
        session = visit.session
        if offer_of(visit, offers) is not None:
            return Action("", self.tr("Offer"))
        if not self._may_act or session.starts.date() != now.date() or visit.left_at is not None:
            return None
        if session.status is SessionStatus.ARRIVED:
            return Action("check", self.tr("Take back the check-in"), is_on=True)
        return Action("user-check", self.tr("Check in")) if session.status.is_open else None

    @Slot(object)
    def _move(self, to: Moved) -> None:
        self.refused.emit("")
        self.desk.move(to)
        self.board.choose(to.session_id)
