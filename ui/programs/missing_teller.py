"""Says who is missing at once, then explains one child after the other while nothing else waits."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from ot_desktop.errors import ClinicError
from ot_desktop.programs.placement import NotPlaced
from ot_desktop.programs.plans import Plans

TELL_EVERY_MS = 250


class MissingTeller(QObject):
    """``told`` carries everybody who is missing, again while explanations come."""

    told = Signal(object)

    def __init__(self, plans: Plans, parent: QObject) -> None:
        super().__init__(parent)
        self._plans = plans
        self._plan_id = 0
        self._missing: tuple[NotPlaced, ...] = ()
        self._waiting: list[int] = []
        self._quiet = QElapsedTimer()
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._explain)

    def tell(self, plan_id: int) -> None:
        """Begin with a plan, or again after it changed; what was said of the same gap stays."""
        known = {_gap(each): each for each in self._missing} if plan_id == self._plan_id else {}
        self._plan_id = plan_id
        now = self._plans.not_placed(plan_id)
        self._missing = tuple(each if each.reasons else known.get(_gap(each), each) for each in now)
        self._waiting = [each.wanted_id for each in now if not each.reasons]
        self._tell()
        self._next.start()

    @Slot()
    def _explain(self) -> None:
        if not self._waiting:
            return
        wanted_id = self._waiting.pop(0)
        try:
            explained = self._plans.why_not_placed(self._plan_id, wanted_id)
        except ClinicError:  # taken out meanwhile; the news brings a new list
            self._waiting.clear()
            return
        before = self._missing
        self._missing = tuple(explained if e.wanted_id == wanted_id else e for e in before)
        if not self._waiting or self._quiet.elapsed() > TELL_EVERY_MS:
            self._tell()
        self._next.start()

    def _tell(self) -> None:
        self._quiet.start()
        self.told.emit(self._missing)


def _gap(missing: NotPlaced) -> tuple[int, tuple[int, ...]]:
    return missing.wanted_id, missing.numbers
