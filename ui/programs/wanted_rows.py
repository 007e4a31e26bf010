"""How many sessions of each kind a child is to have."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QWidget

from ot_desktop.programs.domain import MOST_SESSIONS, Program, Rule, SessionKind, Wanted, Weight
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.stepper import Stepper

_LEAST_SHARE = 0.8  # of the dose, as the planner takes it when nobody says otherwise


class WantedRows(QWidget):
    """``changed`` comes with every step."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._program: Program | None = None
        self._known: dict[int, Wanted] = {}
        self.steppers: dict[int, Stepper] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)

    def show_wanted(self, program: Program, wanted: tuple[Wanted, ...]) -> None:
        """Show a stepper for each kind of session the program offers."""
        kinds = {kind.id for kind in program.kinds}
        if self._program is None or kinds != set(self.steppers):
            self._make(program)
        self._program = program
        self._known = {each.kind_id: each for each in wanted}
        for kind_id, stepper in self.steppers.items():
            known = self._known.get(kind_id)
            stepper.blockSignals(True)  # noqa: FBT003  (Qt's signature)
            stepper.set_value(known.sessions if known else 0)
            stepper.blockSignals(False)  # noqa: FBT003  (Qt's signature)

    def wanted(self) -> tuple[Wanted, ...]:
        """Return what is chosen; kinds at 0 are not wanted."""
        return tuple(
            self._wanted(kind_id, stepper.value())
            for kind_id, stepper in self.steppers.items()
            if stepper.value()
        )

    def _wanted(self, kind_id: int, sessions: int) -> Wanted:
        least = max(1, round(sessions * _LEAST_SHARE))
        known = self._known.get(kind_id)
        if known is not None and known.sessions == sessions:
            return known
        if known is not None:
            return replace(known, sessions=sessions, least=least)
        wanted = Wanted(kind_id, sessions, least, sessions)
        return wanted if self._program is None else _by_rules(wanted, self._program)

    def _make(self, program: Program) -> None:
        empty(self._grid)
        self.steppers.clear()
        for row, kind in enumerate(program.kinds):
            stepper = self._stepper(kind)
            self._grid.addWidget(label(kind.name, wrap=True), row, 0)
            self._grid.addWidget(stepper, row, 1)
            self.steppers[kind.id] = stepper

    def _stepper(self, kind: SessionKind) -> Stepper:
        name = self.tr("Sessions of {0}").format(kind.name)
        stepper = Stepper(name, (0, MOST_SESSIONS), 0, small=True)
        stepper.changed.connect(self._tell)
        return stepper

    @Slot(int)
    def _tell(self, _sessions: int) -> None:
        self.changed.emit()


def _by_rules(wanted: Wanted, program: Program) -> Wanted:
    """Return a service as the program's dose and rules have it."""
    return replace(
        wanted,
        most_a_week=program.dose.most_a_week,
        most_therapists=program.rule(Rule.MOST_THERAPISTS).number or wanted.most_therapists,
        is_spread=program.rule(Rule.EVEN_SPREAD).weight is not Weight.IGNORE,
    )
