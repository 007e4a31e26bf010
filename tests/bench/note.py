"""A note on the generated clinic: the longest slot of its first opening and of the next, 50 ms.

Counted in this process's own time: nothing waits, and whoever else uses the computer is left out.
"""

import os
from collections.abc import Callable, Iterator
from statistics import median
from time import process_time

from ot_desktop.screen import has_screen

if not has_screen():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QSize
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from ot_desktop.services import Services
from tests.bench.calendar_week import measured_case
from tests.bench.cases import MS, Case
from ui.asking import Asker
from ui.notes.page import SessionNotePage
from ui.tasks import TaskRunner
from ui.theme import Scheme, install_theme

PAGE = QSize(1310, 640)
SLOT_MS = 50.0
ROUNDS = 7
PAINTING = 3  # turns of the loop after the last slot, in which the note is painted


def cases(services: Services) -> Iterator[Case]:
    """Open notes of visits that have none yet, each in a new page, and one after the other."""
    app = QApplication.instance() or QApplication([])
    install_theme(app, Scheme.LIGHT)
    stack = QStackedWidget()
    stack.resize(PAGE)
    stack.addWidget(QWidget())
    stack.show()
    asker = Asker(stack, TaskRunner(stack))
    waiting = [note.session_id for note in services.notes.unfinished() if note.note_id is None]
    ring = iter(waiting * ROUNDS)

    def first() -> SessionNotePage:
        page = SessionNotePage(services.notes, asker, stack)
        page.beside.serve(services, None)
        page.open_note(next(ring), in_parts=True)
        stack.setCurrentIndex(stack.addWidget(page))
        return page

    page, longest = None, []
    for _ in range(ROUNDS + 1):
        page, slot = _opened(first)
        longest.append(slot)
    yield measured_case("note_first_slot", longest[0], SLOT_MS)
    yield measured_case("note_new_page_slot", median(longest[1:]), SLOT_MS)
    again = [_timed(lambda: page.open_note(next(ring))) for _ in range(ROUNDS)]
    yield measured_case("note_next_slot", median(again), SLOT_MS)
    stack.close()


def _opened(open_it: Callable[[], SessionNotePage]) -> tuple[SessionNotePage, float]:
    """Open a note to its end; return its page, and how long the window answered nothing at most."""
    started = process_time()
    page = open_it()
    longest = (process_time() - started) * MS
    events = QAbstractEventDispatcher.instance()
    painting = PAINTING
    while painting:
        painting -= page.is_ready
        slot = _timed(lambda: events.processEvents(QEventLoop.ProcessEventsFlag.AllEvents))
        longest = max(longest, slot)
    return page, longest


def _timed(work: Callable[[], object]) -> float:
    started = process_time()
    work()
    return (process_time() - started) * MS
