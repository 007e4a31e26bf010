"""The week grid with 300 sessions: a session follows the mouse, and all its places are checked.

``drag_move``: what one move of the mouse takes before it returns, at most 5 ms. ``drag_frame``:
the same with everything painted that it changed, at most 16.7 ms: 60 frames a second. Both are
the 95th percentile over a drag across the whole week, beside a blank widget moved over a blank
window. ``week_check``: every start of the week with every therapist, checked and laid out when a
drag begins, at most 50 ms; beside the masks of minutes alone. ``free_check``: the same for a child
who has no session in the week, so that the most starts are open. All of it is processor time.
"""

import os
from collections.abc import Callable, Iterator
from statistics import median, quantiles
from time import process_time

from ot_desktop.screen import has_screen

if not has_screen():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication, QWidget

from db.connection import close_database
from ot_desktop.scheduling.occupancy import is_free
from tests.a_full_week import MONDAY, FullWeek, a_full_week
from tests.bench.big_clinic import Size
from tests.bench.cases import MS, Case
from ui.programs.adjust_page import AdjustPage
from ui.theme import Scheme, install_theme
from ui.visits.hand import carried_block
from ui.visits.targets import Carried, Targets

PAGE = QSize(1310, 618)  # beside the narrow sidebar of a 1366 px screen
MOVES, ROUNDS = 400, 20
MOVE_MS, FRAME_MS, CHECK_MS = 5.0, 1000 / 60, 50.0


def cases(_size: Size) -> Iterator[Case]:
    """Drag a session of a full week about; its size does not follow the other benchmarks'."""
    app = QApplication.instance() or QApplication([])
    install_theme(app, Scheme.LIGHT)
    week = a_full_week()
    page = AdjustPage(week.services)
    try:
        page.resize(PAGE)
        page.show()
        page.show_program(week.services.programs.program(week.program_id))
        app.processEvents()
        carried = _a_session(week, page)
        yield from _drag(app, page, carried)
        yield _check("week_check", week, page, carried)
        yield _check("free_check", week, page, _taken_out(week, page))
    finally:
        page.close()
        close_database()


def _a_session(week: FullWeek, page: AdjustPage) -> Carried:
    block = page.grid.board.lanes[0].blocks[0]
    return carried_block(week.plan_id, block)


def _drag(app: QApplication, page: AdjustPage, carried: Carried) -> Iterator[Case]:
    page.hand.take_up(carried, by_mouse=True)
    app.processEvents()
    blank = QWidget()
    blank.resize(PAGE)
    chip = QWidget(blank)
    chip.setStyleSheet("background: gray")
    chip.resize(page.hand.ghost.size())
    blank.show()
    app.processEvents()
    view = page.grid.viewport()
    ours = _frames(app, lambda at: page.mouse_hand.drag_to(view.mapToGlobal(at)), view.size())
    floor = _frames(app, chip.move, view.size())
    page.hand.put_back()
    blank.close()
    for case, number, limit in (("drag_move", 0, MOVE_MS), ("drag_frame", 1, FRAME_MS)):
        mine, least = ours[number], floor[number]
        yield Case(
            "week_grid", case, mine, least, mine / max(least, 1e-3), "ms", limit, mine <= limit
        )


def _frames(app: QApplication, move: Callable[[QPoint], None], area: QSize) -> tuple[float, float]:
    """Return the 95th percentiles of moving alone, and of moving and painting, in ms."""
    moved, painted = [], []
    for number in range(MOVES):
        x = 160 + number * 7 % (area.width() - 180)
        y = 30 + number * 3 % (area.height() - 60)
        started = process_time()
        move(QPoint(x, y))
        moved.append((process_time() - started) * MS)
        app.processEvents()
        painted.append((process_time() - started) * MS)
    return quantiles(moved, n=20)[-1], quantiles(painted, n=20)[-1]


def _taken_out(week: FullWeek, page: AdjustPage) -> Carried:
    """Take a child out of the week, so that no day is closed to one of its sessions."""
    child_id = page.grid.board.lanes[0].blocks[0].child_id
    blocks = [block for lane in page.grid.board.lanes for block in lane.blocks]
    own = [block for block in blocks if block.child_id == child_id]
    for block in own:
        page.desk.take_out(block)
    return Carried(week.plan_id, own[0].wanted_id, None, child_id, own[0].child_name)


def _check(case: str, week: FullWeek, page: AdjustPage, carried: Carried) -> Case:
    board, grid = week.services.programs.board, page.grid

    def ours() -> list[object]:
        slots = board.slots(week.plan_id, carried.wanted_id, MONDAY, carried.planned_id)
        return [Targets(grid.board, carried, slots).laid_out(grid.geometry_.lanes)]

    count = len(board.slots(week.plan_id, carried.wanted_id, MONDAY, carried.planned_id))

    def floor() -> list[bool]:
        return [is_free(0, 8 * 60, 60) for _ in range(count)]

    ours(), floor()
    ours_ms, floor_ms = (median(_taken(work) for _ in range(ROUNDS)) for work in (ours, floor))
    ratio = ours_ms / floor_ms
    return Case("week_grid", case, ours_ms, floor_ms, ratio, "ms", CHECK_MS, ours_ms <= CHECK_MS)


def _taken(work: Callable[[], object]) -> float:
    started = process_time()
    work()
    return (process_time() - started) * MS
