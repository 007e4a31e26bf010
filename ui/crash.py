"""When the program itself is wrong: a log without anybody's data, and one calm sentence."""

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ot_desktop.errors import places

log = logging.getLogger(__name__)
LOG_BYTES = 500_000
HANDLER = "the clinic's log file"


def write_log_to(file: Path) -> None:
    """Log to ``file`` alone; messages hold ids and places in the code, never names or words."""
    from logging.handlers import RotatingFileHandler  # noqa: PLC0415  (slow; after sign-in)

    root = logging.getLogger()
    for earlier in [each for each in root.handlers if each.name == HANDLER]:
        root.removeHandler(earlier)
        earlier.close()
    file.parent.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8")
    handler.set_name(HANDLER)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)


class CrashGuard(QObject):
    """Catches what nobody else did, on any thread, and tells about it on the window's."""

    _crashed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_open = False
        self._crashed.connect(self._tell)
        sys.excepthook = self._catch

    def _catch(
        self,
        _kind: type[BaseException],
        error: BaseException,
        _trace: TracebackType | None,
    ) -> None:
        where = places(error)
        log.critical("unexpected %s", where)
        self._crashed.emit(where)

    @Slot(str)
    def _tell(self, where: str) -> None:
        if self._is_open:
            return
        from ui.widgets.dialog import Dialog  # noqa: PLC0415  (needed for a crash only)
        from ui.widgets.text_area import TextArea  # noqa: PLC0415  (needed for a crash only)

        self._is_open = True
        dialog = Dialog(
            self.tr("Something in the program went wrong."),
            self.tr("What was saved is safe, and drafts are kept. You can go on working. Send the"
                    " lines below to whoever looks after the program; they name no child."),
            self._window,
        )  # fmt: skip
        details = TextArea(self.tr("Details"), lines=6)
        details.setPlainText(where)
        details.setReadOnly(True)
        dialog.body.addWidget(details)
        dialog.add_choice("go on", self.tr("Go on"), "primary", safe=True)
        dialog.exec()
        self._is_open = False
