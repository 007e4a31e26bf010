"""What the calendar shows of some days: the visits, the clinic, and what clashes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from ot_desktop.day.domain import DayVisit
from ot_desktop.programs.board import View
from ot_desktop.scheduling.attendance import Policy
from ot_desktop.scheduling.clashes import clashes
from ot_desktop.scheduling.domain import ScheduledSession, SeriesKind, minute_of
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.scheduling.wording import sentence
from ot_desktop.services import Services
from ui.visits.board_facts import Block
from ui.visits.columns import beside_of, key_of
from ui.visits.day_block import alert_words, clash_block, day_block


@dataclass(frozen=True, slots=True)
class Shown:
    """``visits`` are those somebody wants to see; ``clashes`` say what is in their way, by id.

    ``spans`` are the minutes of all visits, so that the board keeps its hours.
    """

    visits: tuple[DayVisit, ...]
    spans: Sequence[tuple[int, int]]
    clinic: ClinicFacts
    policy: Policy
    clashes: Mapping[int, tuple[str, ...]]

    @property
    def sessions(self) -> list[ScheduledSession]:
        """The visits that are shown, by time."""
        return [each.session for each in self.visits]

    def blocks(self, view: View, now: datetime) -> list[Block]:
        """Return a block of the day's board for each visit."""
        return [self._block(each, view, now) for each in self.visits]

    def _block(self, visit: DayVisit, view: View, now: datetime) -> Block:
        session = visit.session
        where = (key_of(session, view), beside_of(session, view))
        block = day_block(visit, *where, self.policy, now)
        words = self.clashes.get(session.id)
        return clash_block(block, words) if words else block

    def words_about(self, session_id: int | None) -> str:
        """Return what clashes and the alerts of a visit, a line each."""
        visit = next((each for each in self.visits if each.session.id == session_id), None)
        if visit is None:
            return ""
        return "\n".join((*self.clashes.get(visit.session.id, ()), alert_words(visit)))

    def clashing(self, view: View, hidden: Collection[int]) -> list[int]:
        """Return the visits that clash and can be seen, by time."""
        return [
            each.id
            for each in self.sessions
            if each.id in self.clashes and key_of(each, view) not in hidden
        ]


def read_shown(
    services: Services, first: date, last: date, left_out: Collection[SeriesKind]
) -> Shown:
    """Read some days; visits of the kinds ``left_out`` are not shown."""
    everyone = services.day.visits(first, last)
    sessions = [each.session for each in everyone]
    clinic = services.scheduling.clinic_facts(first, last)
    found = clashes(sessions, clinic)
    return Shown(
        visits=tuple(each for each in everyone if kind_of(each.session) not in left_out),
        spans=[(minute_of(s.starts), minute_of(s.ends)) for s in sessions],
        clinic=clinic,
        policy=services.attendance.policy(),
        clashes={key: tuple(map(sentence, each)) for key, each in found.items()},
    )


def kind_of(session: ScheduledSession) -> SeriesKind:
    """Return what a visit is booked as; one without a series stands alone."""
    return SeriesKind(session.kind) if session.kind is not None else SeriesKind.VISIT


def clash_words(count: int) -> str:
    """Return "1 clash" or "3 clashes"."""
    one = QCoreApplication.translate("calendar", "1 clash")
    many = QCoreApplication.translate("calendar", "{0} clashes")
    return one if count == 1 else many.format(count)
