"""Which families a talk is due with, and why; asked after the page is painted."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from ot_desktop.caseload.documents import DocumentService
from ot_desktop.changes import Topic
from ot_desktop.clock import today
from ot_desktop.messages.service import NOT_SEEN_DAYS, MessageService
from ot_desktop.scheduling.attending import AttendanceService
from ui.change_bridge import ChangeBridge

OURS = {Topic.SCHEDULE, Topic.MESSAGES, Topic.NOTES, Topic.CASELOAD, Topic.SETTINGS}
AFTER_MS = 150


class TalkFlags(QObject):
    """``reasons`` of each such child; ``changed`` when they were read anew.

    ``messages`` is None for a role that may not read them.
    """

    changed = Signal()

    def __init__(
        self,
        attendance: AttendanceService,
        messages: MessageService | None,
        documents: DocumentService,
        changes: ChangeBridge,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.reasons: dict[int, tuple[str, ...]] = {}
        self._attendance = attendance
        self._messages = messages
        self._documents = documents
        self._missed: dict[int, tuple[str, ...]] = {}
        self._is_awake = False
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self._read_missed)
        self._then = QTimer(self, singleShot=True, interval=0)
        self._then.timeout.connect(self._read_silent)
        changes.saved.connect(self._read_if_ours)

    def wake(self) -> None:
        """Read soon, and again after each change while the page is seen."""
        self._is_awake = True
        self._soon.start()

    def rest(self) -> None:
        """Ask nothing of a file that may be closed next."""
        self._is_awake = False
        self._soon.stop()
        self._then.stop()

    @Slot()
    def _read_missed(self) -> None:
        """Read who missed too often; who was not in touch is another question, a moment later."""
        words = self._attendance.policy().flag_words
        talks = self._attendance.talks()
        self._missed = {
            child: (*reasons, words) if words else reasons for child, reasons in talks.items()
        }
        self._then.start()

    @Slot()
    def _read_silent(self) -> None:
        silent: Iterable[int] = self._messages.not_in_touch() if self._messages else ()
        found = dict(self._missed)
        words = _tr("No parent in the room or on the phone for {0} days").format(NOT_SEEN_DAYS)
        for child in silent:
            found[child] = (words, *found.get(child, ()))
        for each in self._documents.expiring():
            found[each.child_id] = (each.words(today()), *found.get(each.child_id, ()))
        if found != self.reasons:
            self.reasons = found
            self.changed.emit()

    @Slot(object)
    def _read_if_ours(self, topic: Topic) -> None:
        if topic in OURS and self._is_awake:
            self._soon.start()


def talk_words(reasons: Iterable[str]) -> str:
    """Return the reasons as sentences."""
    return " ".join(f"{each.rstrip('.')}." for each in reasons)


def _tr(words: str) -> str:
    return QCoreApplication.translate("caseload", words)
