"""The real program as it is started, up to the sign-in page and on to the painted Caseload.

Tells the parent process ``painted``, then the milliseconds of the password check alone, those
from the password to the painted Caseload, and the peak memory in MiB.
"""

import gc
import sys
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from ot_desktop.setting_up import enter

if TYPE_CHECKING:
    from pathlib import Path

TYPING_MS = 1500  # nobody types a password faster
CHECKS = 3
MS = 1000


def main() -> None:
    """Start like ``python3 -m ot_desktop --clinic DIR``."""
    enter()
    gc.disable()
    from ot_desktop.start_options import start_options  # noqa: PLC0415  (after the set-up)

    options = start_options(sys.argv[1:])
    from ot_desktop.paths import ClinicFolder  # noqa: PLC0415
    from ui.app import new_application  # noqa: PLC0415
    from ui.look import Look  # noqa: PLC0415
    from ui.program import Program  # noqa: PLC0415

    folder: Path = options.clinic
    look = Look(ClinicFolder(folder))
    app = new_application(look)
    program = Program(ClinicFolder(folder), look)
    program.start()

    from tests.bench.painted import Painted  # noqa: PLC0415

    drive = _Drive(app, program)
    _watch = Painted(program.front, drive.sign_in_painted)
    app.exec()
    program.end()


class _Drive:
    """Types the password, and waits for the Caseload."""

    def __init__(self, app, program) -> None:
        self._app, self._program = app, program
        self._page = program.front

    def sign_in_painted(self) -> None:
        from PySide6.QtCore import QTimer  # noqa: PLC0415

        say("painted")
        QTimer.singleShot(TYPING_MS, self.type_password)

    def type_password(self) -> None:
        from tests.bench.big_clinic import OWNER, PASSWORD  # noqa: PLC0415

        door = self._program.door
        person = next(each for each in door.look().people if each.name == OWNER)
        times = []
        for _ in range(CHECKS):
            started = perf_counter()
            door.unlock(person.slot_id, PASSWORD)
            times.append((perf_counter() - started) * MS)
        say(median(times))
        self._app.focusWidget()
        self._page.people.tiles.choose(person.slot_id)
        self._app.processEvents()
        self._page.signed_in.connect(self.watch_caseload)
        self._started = perf_counter()
        self._page.people.password_given.emit(PASSWORD)

    def watch_caseload(self) -> None:
        from tests.bench.painted import Painted  # noqa: PLC0415
        from ui.places import CASELOAD, Place  # noqa: PLC0415

        workspace = self._program.workspace
        workspace.go(Place(CASELOAD))  # an owner begins on Today
        page = workspace.stack.currentWidget()
        self._watch = Painted(page.children_view.viewport(), self.caseload_painted)

    def caseload_painted(self) -> None:
        from tests.bench.peak import peak_mib  # noqa: PLC0415

        page = self._program.workspace.stack.currentWidget()
        rows = page.children_view.model().rowCount()
        if not rows:
            raise RuntimeError("the Caseload was painted empty")
        say((perf_counter() - self._started) * MS)
        say(peak_mib())
        self._app.exit()


def say(what: object) -> None:
    """Tell the parent process at once."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
