"""A session in somebody's hand: where it is held, what the live check says, putting it down."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.programs.board import Block, View
from ot_desktop.programs.placement import Level, Place, PlaceCheck
from ot_desktop.programs.placement import Slot as Start
from ui.visits.carry_signs import CheckTip, Ghost
from ui.visits.grid_rows import Cell, minute_of
from ui.visits.targets import Carried, Target, Targets
from ui.visits.week_grid import WeekGrid
from ui.widgets.announcing import announce


class Desk(Protocol):
    """What knows where a session may go, and puts it there."""

    def slots(self, carried: Carried, day: date) -> Sequence[Start]:
        """Return every start of the week of a day."""

    def check(self, carried: Carried, place: Place) -> PlaceCheck:
        """Say everything about one place."""

    def next_place(self, carried: Carried, after: Place | None) -> Place | None:
        """Return the next place that fits."""

    def put(self, carried: Carried, place: Place, *, anyway: bool = False) -> bool:
        """Put it there; say whether it is there now."""


class Hand(QObject):
    """Empty, or holding one session over the week; ``MouseHand`` and ``KeyHand`` move it.

    ``week_wanted`` asks for another week by a day of it; ``ended`` says whether it was put down.
    ``is_forced``: what does not fit can be put down anyway, with Alt.
    """

    taken_up = Signal()
    week_wanted = Signal(object)
    ended = Signal(bool)

    def __init__(
        self, grid: WeekGrid, desk: Desk, over: QWidget, *, is_forced: bool = True
    ) -> None:
        super().__init__(over)
        self.grid = grid
        self.over = over
        self._desk = desk
        self.carried: Carried | None = None
        self.place: Place | None = None
        self.check: PlaceCheck | None = None
        self.by_mouse = False
        self.cell: Cell | None = None
        self._checks: dict[Place, PlaceCheck] = {}
        self.ghost = Ghost(over)
        self.tip = CheckTip(over, is_forced=is_forced)
        # Looking closely waits until the mouse has been followed.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look)
        for bar in (grid.verticalScrollBar(), grid.horizontalScrollBar()):
            bar.valueChanged.connect(self._follow_grid)
        # Where the cells are is known once everything has its new size.
        self._resized = QTimer(self, singleShot=True, interval=0)
        self._resized.timeout.connect(self._stay_in_sight)
        grid.viewport().installEventFilter(self)
        grid.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the grid moves or gets another size."""
        if self.carried is not None and event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._resized.start()
        return super().eventFilter(watched, event)

    def take_up(self, carried: Carried, *, by_mouse: bool) -> None:
        """Take a session into the hand; the week shows where it fits."""
        self.put_back()
        self.carried = carried
        self.by_mouse = by_mouse
        self._checks.clear()
        self.grid.carrying = True
        self.grid.fade(() if carried.planned_id is None else (carried.planned_id,))
        number = "" if carried.number is None else str(carried.number)
        self.ghost.show_session(carried.child_name, number)
        self.show_week()
        if not by_mouse:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.taken_up.emit()

    def show_week(self) -> None:
        """Show where the session fits in the week the grid shows now."""
        board, carried = self.grid.board, self.carried
        if board is None or carried is None:
            return
        targets = Targets(board, carried, self._desk.slots(carried, board.first_day))
        self.grid.add_rows(targets.extra, carried.planned_id)
        self.grid.light((carried.child_id,))
        self.grid.show_targets(targets.laid_out(self.grid.geometry_.lanes))

    def next_place(self, after: Place | None) -> Place | None:
        """Return the next place that fits, in whatever week it is."""
        return self._desk.next_place(self.carried, after) if self.carried is not None else None

    # Where it is held.

    def stand_at(self, place: Place) -> None:
        """Hold the session over a place, in whatever week it is."""
        if self._cell_of(place) is None:
            self.week_wanted.emit(place.day)
        cell = self._cell_of(place)
        if cell is None:
            return
        shown = self.grid.over.targets.get(cell)
        if shown is None or shown.place != place:
            shown = Target(place, fits=True, is_row_time=False)
        self.hold(cell, shown)

    def point(self, cell: Cell | None) -> None:
        """Hold the session over a cell of the week that is shown."""
        self.hold(cell, self.grid.over.targets.get(cell) if cell is not None else None)

    def hold(self, cell: Cell | None, target: Target | None) -> None:
        """Hold the session over a place, and look what stands in its way."""
        self.cell = cell
        self.place = target.place if target is not None else None
        self.check = None
        self.grid.point_at(cell, target)
        if not self.by_mouse and cell is not None:
            self.grid.go_to(cell)
            self._place_ghost_at(cell)
        if target is None:
            self.tip.hide()
        elif self.by_mouse:
            self._soon.start()
        else:
            self._look()

    def place_tip(self) -> None:
        """Let the check stand beside the ghost."""
        corner = self.grid.mapTo(self.over, QPoint(0, 0))
        self.tip.place_beside(self.ghost.geometry(), self.grid.rect().translated(corner))

    def _cell_of(self, place: Place) -> Cell | None:
        board = self.grid.board
        if board is None or self.carried is None:
            return None
        for cell, target in self.grid.over.targets.items():
            if target.place == place:
                return cell
        lane = {
            View.THERAPIST: place.therapist_id,
            View.ROOM: place.room_id,
            View.CHILD: self.carried.child_id,
        }[board.view]
        return self.grid.first_cell_of(place.day, minute_of(place.starts), lane)

    def _place_ghost_at(self, cell: Cell) -> None:
        area = self.grid.on_screen(cell)
        self.ghost.move(self.grid.viewport().mapTo(self.over, area.topLeft()) + QPoint(0, -2))
        self.ghost.setVisible(self.grid.viewport().rect().intersects(area))
        self.ghost.raise_()

    @Slot()
    def _stay_in_sight(self) -> None:
        if self.carried is not None and not self.by_mouse and self.cell is not None:
            self.grid.show_cell(self.cell)
            self._follow_grid()

    @Slot()
    def _follow_grid(self) -> None:
        """Keep what the keyboard holds on its cell."""
        if self.carried is not None and not self.by_mouse and self.cell is not None:
            self._place_ghost_at(self.cell)
            self.place_tip()

    @Slot()
    def _look(self) -> None:
        """Check the place closely; each one only once."""
        if self.carried is None or self.place is None:
            return
        if self.place not in self._checks:
            self._checks[self.place] = self._desk.check(self.carried, self.place)
        self.check = self._checks[self.place]
        shown = self.grid.over.pointed
        if shown is not None and shown.fits != self.check.fits:
            self.grid.point_at(self.cell, replace(shown, fits=self.check.fits))
        self.tip.show_check(self.check)
        self.tip.show()
        self.tip.raise_()
        self.place_tip()
        if not self.by_mouse:
            self._say(self.check)

    def _say(self, check: PlaceCheck) -> None:
        verdict = self.tr("fits") if check.fits else self.tr("does not fit")
        words = [f"{check.title}, {verdict}"]
        words += [each.text for each in check.remarks if each.level is not Level.FITS]
        sentence = ". ".join(words)
        self.grid.setAccessibleDescription(sentence)
        announce(self.grid, sentence, urgent=not check.fits)

    # Putting down.

    def put_down(self, *, anyway: bool = False) -> None:
        """Put the session where it is held; a refusal leaves it in the hand of the keyboard."""
        if self.carried is None or self.place is None:
            return
        carried, place = self.carried, self.place
        if place == carried.origin:
            self.put_back()
            return
        if self.by_mouse:
            self._empty()
            self.ended.emit(self._desk.put(carried, place, anyway=anyway))
        elif self._desk.put(carried, place, anyway=anyway):
            self._empty()
            self.ended.emit(True)  # noqa: FBT003  (a signal's argument has no name)

    def put_back(self) -> None:
        """Leave everything as it was."""
        if self.carried is None:
            return
        origin = self.carried.planned_id
        self._empty()
        if origin is not None:
            self.grid.go_to_session(origin)
        self.ended.emit(False)  # noqa: FBT003  (a signal)

    def _empty(self) -> None:
        self._soon.stop()
        anchor = self.carried.planned_id if self.carried is not None else None
        self.carried = self.place = self.check = self.cell = None
        self.ghost.hide()
        self.tip.hide()
        self.grid.carrying = False
        self.grid.fade(())
        self.grid.light(())
        self.grid.show_targets({})
        self.grid.add_rows({}, anchor)


def carried_block(plan_id: int, block: Block) -> Carried | None:
    """Return a block of the plan as something to carry; None for a visit that stays put."""
    if block.planned_id is None or block.wanted_id is None:
        return None
    return Carried(
        plan_id,
        block.wanted_id,
        block.planned_id,
        block.child_id,
        block.child_name,
        block.number,
        Place(block.starts, block.therapist_id, block.room_id or 0),
        block.therapist_id,
    )
