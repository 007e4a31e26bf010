"""The calendar on the generated clinic: a week from key to painted, the live check of a drag.

``week``: from the key that turns the week until it is painted, at most 100 ms. ``drag_slot``: the
live check of one place, at most 5 ms. ``drag_week``: every start of the week with every therapist,
checked and laid out when a drag begins, at most 50 ms.
"""

import os
from collections.abc import Callable, Iterator
from statistics import median
from time import perf_counter

from ot_desktop.screen import has_screen

if not has_screen():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from ot_desktop.clock import today
from ot_desktop.programs.placement import Place
from ot_desktop.services import Services
from tests.bench.cases import MS, Case
from ui.asking import Asker
from ui.calendar.page import CalendarPage
from ui.change_bridge import ChangeBridge
from ui.tasks import TaskRunner
from ui.theme import Scheme, install_theme
from ui.visits.hand import carried_block
from ui.visits.targets import Targets

PAGE = QSize(1310, 640)
ROUNDS = 12
WEEK_MS, SLOT_MS, ALL_MS = 100.0, 5.0, 50.0


def cases(services: Services) -> Iterator[Case]:
    """Turn weeks and carry a visit about on an open clinic."""
    app = QApplication.instance() or QApplication([])
    install_theme(app, Scheme.LIGHT)
    page = _page(services)
    page.resize(PAGE)
    page.show()
    page.head.span_control.choose("week")
    app.processEvents()

    def turn() -> None:
        page._step(1 if page.day <= today() else -1)
        app.processEvents()

    yield measured_case("week", milliseconds(turn), WEEK_MS)
    yield from _drag(page)
    page.close()


def _page(services: Services) -> CalendarPage:
    window = QWidget()
    bridge = ChangeBridge(services.changes, window)
    page = CalendarPage(services, Asker(window, TaskRunner(window)), bridge)
    page.kept = (window, bridge)
    return page


def _drag(page: CalendarPage) -> Iterator[Case]:
    grid, desk = page.grid, page.week_desk
    blocks = (block for lane in grid.board.lanes for block in lane.blocks)
    carried = carried_block(0, next(block for block in blocks if not block.is_history))
    places = [
        Place(slot.starts, slot.therapist_id, slot.room_ids[0])
        for slot in desk.slots(carried, page.day)
        if slot.room_ids
    ]
    ring = iter(places * 100)
    yield measured_case("drag_slot", milliseconds(lambda: desk.check(carried, next(ring))), SLOT_MS)

    def every_start() -> None:
        slots = desk.slots(carried, page.day)
        Targets(grid.board, carried, slots).laid_out(grid.geometry_.lanes)

    yield measured_case("drag_week", milliseconds(every_start), ALL_MS)


def measured_case(case: str, ours: float, limit: float) -> Case:
    """Return a case of the calendar that may take so many milliseconds."""
    return Case("calendar", case, ours, None, None, "ms", limit, ours <= limit)


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long ``work`` usually takes once it is warm."""
    work()
    taken = []
    for _ in range(ROUNDS):
        started = perf_counter()
        work()
        taken.append((perf_counter() - started) * MS)
    return median(taken)
