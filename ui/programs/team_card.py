"""Who gives sessions in an intensive: hours, most a day, lunch, and when each is away."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ot_desktop.caseload.domain import initials
from ot_desktop.permissions import Permission, SignedIn
from ot_desktop.programs.domain import Program, ProgramTherapist
from ot_desktop.scheduling.facts import TimeOff
from ot_desktop.settings.domain import Clinic, Therapist
from ui.programs.set_up_row import SetUpRow
from ui.programs.time_off_words import time_off_words
from ui.programs.words import HOUR, hours_words, outer_hours, stretch_text
from ui.widgets.avatar import Avatar
from ui.widgets.card import Card
from ui.widgets.label import label
from ui.widgets.leaving import empty


class TeamCard(Card):
    """Signals carry a therapist's id; ``limits_wanted`` a ``ProgramTherapist``."""

    limits_wanted = Signal(object)
    time_off_wanted = Signal(int)
    join_wanted = Signal(int)
    leave_wanted = Signal(int)

    def __init__(self, user: SignedIn) -> None:
        super().__init__(self.tr("Therapists"))
        self._user = user
        self.rows: dict[int, SetUpRow] = {}
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_team(self, program: Program, clinic: Clinic, time_off: Sequence[TimeOff]) -> None:
        """Show everybody who treats: those who take part first."""
        empty(self._rows)
        self.rows.clear()
        taking_part = {each.therapist_id: each for each in program.therapists}
        in_order = sorted(clinic.therapists, key=lambda one: one.id not in taking_part)
        for therapist in in_order:
            mine = [each for each in time_off if each.therapist_id == therapist.id]
            row = self._row(therapist, taking_part.get(therapist.id), mine)
            self.rows[therapist.id] = row
            self._rows.addWidget(row)
        if not in_order:
            words = self.tr("The clinic has no therapist yet.")
            self._rows.addWidget(label(words, "body", "text-2"))

    def _row(
        self, therapist: Therapist, limits: ProgramTherapist | None, away: Sequence[TimeOff]
    ) -> SetUpRow:
        given, _, family = therapist.name.rpartition(" ")
        mark = Avatar(initials(given, family), therapist.color_slot)
        if limits is None:
            row = SetUpRow(mark, therapist.name, self.tr("Takes no part."))
        else:
            row = SetUpRow(mark, therapist.name, self._details(therapist, limits), self._away(away))
        self._add_buttons(row, therapist, limits)
        return row

    def _add_buttons(
        self, row: SetUpRow, therapist: Therapist, limits: ProgramTherapist | None
    ) -> None:
        name, plans = therapist.first_name, self._user.may(Permission.PLAN_PROGRAM)
        if limits is None:
            if plans:
                join = row.add_button("plus", self.tr("Let {0} take part").format(name))
                join.clicked.connect(partial(self.join_wanted.emit, therapist.id))
            return
        if plans:
            change = row.add_button("adjustments", self.tr("Limits of {0}").format(name))
            change.clicked.connect(partial(self.limits_wanted.emit, limits))
        if self._may_set_time_off(therapist.id):
            away = row.add_button("calendar-off", self.tr("Time off of {0}").format(name))
            away.clicked.connect(partial(self.time_off_wanted.emit, therapist.id))
        if plans:
            leave = row.add_button("x", self.tr("Leave {0} out").format(name))
            leave.clicked.connect(partial(self.leave_wanted.emit, therapist.id))

    def _may_set_time_off(self, therapist_id: int) -> bool:
        if self._user.may(Permission.SET_TIME_OFF):
            return True
        own = self._user.therapist_id == therapist_id
        return own and self._user.may(Permission.SET_OWN_TIME_OFF)

    def _details(self, therapist: Therapist, limits: ProgramTherapist) -> str:
        hours = hours_words(outer_hours(therapist.hours)) or self.tr("no hours yet")
        most = self.tr("up to {0} h a day").format(_hours(limits.most_minutes_a_day))
        lines = [f"{hours}, {most}"]
        if limits.lunch is not None:
            window = stretch_text(limits.lunch.start, limits.lunch.end)
            lines.append(self.tr("{0} min lunch in {1}").format(limits.lunch_minutes, window))
        if limits.writing_minutes:
            words = self.tr("{0} min to write after each visit")
            lines.append(words.format(limits.writing_minutes))
        return "\n".join(lines)

    def _away(self, away: Sequence[TimeOff]) -> str:
        if not away:
            return ""
        return self.tr("Off {0}").format(time_off_words(away))


def _hours(minutes: int) -> str:
    """Return 6 or 6.5."""
    return f"{minutes / HOUR:g}"
