"""Today on the generated clinic: from the key that opens it until it is painted, at most 100 ms."""

import os
from collections.abc import Iterator

from ot_desktop.screen import has_screen

if not has_screen():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from ot_desktop.services import Services
from tests.bench.calendar_week import measured_case, milliseconds
from tests.bench.cases import Case
from ui.asking import Asker
from ui.change_bridge import ChangeBridge
from ui.tasks import TaskRunner
from ui.theme import Scheme, install_theme
from ui.today.page import TodayPage

PAGE = QSize(1310, 640)
LIMIT_MS = 100.0
WORKDAYS = 5


def cases(services: Services) -> Iterator[Case]:
    """Open the page again and again; on a Sunday it is Monday's."""
    app = QApplication.instance() or QApplication([])
    install_theme(app, Scheme.LIGHT)
    window = QWidget()
    bridge = ChangeBridge(services.changes, window)
    asker = Asker(window, TaskRunner(window))
    opened: list[TodayPage] = []

    def open_it() -> None:
        for each in opened:
            each.close()
        page = TodayPage(services, asker, bridge)
        if page.day.weekday() >= WORKDAYS:
            page._step(7 - page.day.weekday())
        page.resize(PAGE)
        page.show()
        app.processEvents()
        opened[:] = [page]

    yield measured_case("today", milliseconds(open_it), LIMIT_MS)
    opened[0].close()
