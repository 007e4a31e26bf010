"""A day as it is shown: how each visit stands, the columns and blocks, and words where none are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from ot_desktop.day.domain import DayVisit, Stands
from ot_desktop.day_words import long_day, weekday
from ot_desktop.programs.board import View
from ot_desktop.scheduling.attendance import Policy
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus, minute_of
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.scheduling.shading import day_hours
from ui.visits.board_facts import Action, Block, BoardColumn
from ui.visits.columns import beside_of, columns_of, key_of
from ui.visits.day_block import day_block

LOOK_AHEAD = 14


@dataclass(frozen=True, slots=True)
class ShownDay:
    """What was read of a day; nothing here reads again."""

    day: date
    visits: tuple[DayVisit, ...]
    clinic: ClinicFacts
    policy: Policy

    @property
    def sessions(self) -> list[ScheduledSession]:
        """The visits as the schedule knows them."""
        return [each.session for each in self.visits]

    def visit(self, session_id: int) -> DayVisit | None:
        """Return one of the visits."""
        return next((e for e in self.visits if e.session.id == session_id), None)

    def stands(self, now: datetime) -> dict[int, Stands]:
        """Say of each visit how it stands."""
        return {each.session.id: each.stands(self.policy, now) for each in self.visits}

    def hours(self) -> tuple[int, int]:
        """Return the minutes of the day the board begins and ends with."""
        spans = [(minute_of(each.starts), minute_of(each.ends)) for each in self.sessions]
        return day_hours(self.clinic, self.day, spans)

    def columns(self, view: View, stands: Mapping[int, Stands]) -> list[BoardColumn]:
        """Return the columns; under each name how many of its visits are done."""
        done, all_ = Counter[int](), Counter[int]()
        for each in self.sessions:
            if each.status.takes_time:
                key = key_of(each, view)
                all_[key] += 1
                done[key] += stands[each.id] is Stands.DONE
        words = _tr("{0} of {1} done")
        found = columns_of(self.clinic, self.sessions, view, self.day, self.hours())
        return [
            replace(each, sub=words.format(done[each.key], all_[each.key]))
            if done[each.key]
            else each
            for each in found
        ]

    def block(self, visit: DayVisit, view: View, now: datetime, action: Action | None) -> Block:
        """Return the block of a visit."""
        key, beside = key_of(visit.session, view), beside_of(visit.session, view)
        return day_block(visit, key, beside, self.policy, now, action)

    def missing(self, now: datetime, stands: Mapping[int, Stands]) -> Sequence[DayVisit]:
        """Return who is late, and whose visit is over without anybody saying what became of it."""
        return [
            each
            for each in self.visits
            if stands[each.session.id] is Stands.LATE
            or (stands[each.session.id] is Stands.BOOKED and each.session.ends <= now)
        ]

    def coming(self, now: datetime, stands: Mapping[int, Stands]) -> Sequence[DayVisit]:
        """Return who is still to come; of a later day, who did not confirm yet."""
        coming = [
            each
            for each in self.visits
            if stands[each.session.id] is Stands.BOOKED and each.session.starts > now
        ]
        if self.day == now.date():
            return coming
        return [each for each in coming if each.session.status is SessionStatus.PLANNED]

    # Words where there is nothing to show.

    def closed_words(self) -> str:
        """Return why the clinic is closed; nothing when it is open."""
        closed = self.clinic.closed.get(self.day)
        return "" if closed is None else closed or _tr("Closed")

    def empty_words(self, now: datetime) -> str:
        """Return what stands in place of the board of a day without visits and opening hours."""
        if self.visits or self.clinic.hours.get(self.day.weekday()):
            return ""
        words = _tr("No visits on {0}.").format(long_day(self.day, now.date()))
        working = self._next_working_day()
        if working is None:
            return words
        return _tr("{0} Next working day is {1}.").format(words, weekday(working))

    def _next_working_day(self) -> date | None:
        days = (self.day + timedelta(days=ahead) for ahead in range(1, LOOK_AHEAD))
        return next(
            (e for e in days if self.clinic.hours.get(e.weekday()) and e not in self.clinic.closed),
            None,
        )


def _tr(words: str) -> str:
    return QCoreApplication.translate("shown_day", words)
