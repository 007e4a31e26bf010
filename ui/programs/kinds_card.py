"""The kinds of session an intensive offers: skill area, length, rooms, who can give them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ot_desktop.programs.domain import Program, SessionKind
from ot_desktop.settings.domain import Clinic
from ui.programs.set_up_row import SetUpRow
from ui.shared.skills import SKILL_ICONS
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.leaving import empty
from ui.widgets.symbol import Symbol


class KindsCard(Card):
    """``change_wanted`` and ``drop_wanted`` carry a ``SessionKind``."""

    add_wanted = Signal()
    change_wanted = Signal(object)
    drop_wanted = Signal(object)

    def __init__(self, *, may_plan: bool) -> None:
        action = self.tr("Add a kind") if may_plan else ""
        super().__init__(self.tr("Kinds of session"), action=action)
        self._may_plan = may_plan
        self.rows: dict[int, SetUpRow] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)
        if self.action_button is not None:
            self.action_button.clicked.connect(self.add_wanted)

    def show_kinds(self, program: Program, clinic: Clinic) -> None:
        """Show every kind."""
        empty(self._rows)
        self.rows.clear()
        for kind in program.kinds:
            self.rows[kind.id] = self._row(kind, clinic)
            self._rows.addWidget(self.rows[kind.id])
        if not program.kinds:
            words = self.tr("Add one kind of session before children are planned.")
            self._rows.addWidget(label(words, "body", "text-2", wrap=True))

    def _row(self, kind: SessionKind, clinic: Clinic) -> SetUpRow:
        mark = Symbol(SKILL_ICONS.get(kind.skill_area, "puzzle"), f"s-{kind.skill_area}", 20)
        rooms = [room.name for room in clinic.rooms if room.id in kind.room_ids]
        people = [one.first_name for one in clinic.therapists if one.id in kind.therapist_ids]
        minutes = self.tr("{0} min").format(kind.length_minutes)
        first = ": ".join(filter(None, (minutes, ", ".join(people))))
        warnings = []
        if not people:
            warnings.append(self.tr("Nobody can give it yet."))
        if not rooms:
            warnings.append(self.tr("No room is right for it yet."))
        details = "\n".join(filter(None, (first, ", ".join(rooms))))
        row = SetUpRow(mark, kind.name, details, " ".join(warnings))
        if self._may_plan:
            change = row.add_button("adjustments", self.tr("Change {0}").format(kind.name))
            change.clicked.connect(partial(self.change_wanted.emit, kind))
            drop = row.add_button("x", self.tr("Take {0} out").format(kind.name))
            drop.clicked.connect(partial(self.drop_wanted.emit, kind))
        return row
