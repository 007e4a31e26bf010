"""Keeps the note that is written in this window open for nobody else, while somebody writes."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ot_desktop.errors import ClinicError
from ot_desktop.notes.drafts import Drafts
from ot_desktop.notes.open_notes import BEAT_EVERY

# After so long without a key others may write: a screen can be left on over night.
_BEATS_WITHOUT_A_KEY = 30


class Holding(QObject):
    """``lost`` says who has the note now."""

    lost = Signal(str)

    def __init__(self, drafts: Drafts, parent: QObject) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self._session_id: int | None = None
        self._left = 0
        self._beat = QTimer(self, interval=round(BEAT_EVERY.total_seconds() * 1000))
        self._beat.timeout.connect(self.beat)

    def hold(self, session_id: int) -> None:
        """Keep a note that was just opened."""
        if self._session_id not in (None, session_id):
            self.let_go()
        self._session_id = session_id
        self.touch()
        self._beat.start()

    def touch(self) -> None:
        """Count as somebody writing."""
        self._left = _BEATS_WITHOUT_A_KEY
        if self._session_id is not None and not self._beat.isActive():
            self._beat.start()

    def let_go(self) -> None:
        """Let others write; ``take_again`` goes on with the same note."""
        if self._beat.isActive():
            self._beat.stop()
            self._drafts.close()

    def release(self) -> None:
        """Let others write; no note is written in here."""
        self.let_go()
        self._session_id = None

    def take_again(self) -> None:
        """Go on with the note that was let go."""
        if self._session_id is not None and not self._beat.isActive():
            self._beat.start()
            self.beat()

    @Slot()
    def beat(self) -> None:
        """Say that the note is still open here."""
        self._left -= 1
        if self._session_id is None:
            return
        if self._left < 0:
            self.let_go()
            return
        try:
            other = self._drafts.still_open(self._session_id)
        except ClinicError:
            return  # a full disk is told when the next words are saved
        if other is not None:
            self._beat.stop()
            self.lost.emit(other.sentence())
