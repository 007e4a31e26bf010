"""Use cases that change a running series: what has happened is never touched, ids stay."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from db.queries import scheduling as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_local
from ot_desktop.errors import ClinicError, NotFound
from ot_desktop.permissions import Permission
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.domain import (
    MAX_SESSIONS,
    ScheduledSession,
    SeriesRequest,
    SessionStatus,
)
from ot_desktop.scheduling.facts import ClinicFacts
from ot_desktop.scheduling.rearranging import (
    Rearrangement,
    Rearranging,
    Step,
    can_change,
    ways_back,
)
from ot_desktop.scheduling.series_changes import (
    Progress,
    Scope,
    SeriesChange,
    changed,
    following_request,
    in_scope,
    paused,
    progress,
)
from ot_desktop.scheduling.service import SchedulingService
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Work


@dataclass(frozen=True, slots=True)
class RunningSeries:
    """A series with all its sessions by time and how far it is."""

    id: int
    sessions: tuple[ScheduledSession, ...]
    progress: Progress
    every_weeks: int = 1

    @property
    def to_come(self) -> tuple[ScheduledSession, ...]:
        """The sessions that can still be changed."""
        return tuple(each for each in self.sessions if can_change(each))


class SeriesChanges:
    """Change, pause, extend and shorten series; previews are saved by ``Rearranging``."""

    def __init__(self, work: Work, scheduling: SchedulingService, rearranging: Rearranging) -> None:
        self._work = work
        self._scheduling = scheduling
        self._rearranging = rearranging
        self._settings = SettingsService(work)

    def series(self, series_id: int) -> RunningSeries:
        """Return one series; raises ``NotFound``."""
        self._work.require(Permission.SEE_SCHEDULE)
        found = queries.sessions_of_series(series_id, reading.scheduled_session)
        if not found:
            raise NotFound("This series is no longer in the file.")
        weeks = queries.weeks_between(series_id)
        return RunningSeries(series_id, tuple(found), progress(found), weeks)

    def preview(self, session_id: int, scope: Scope, change: SeriesChange) -> Rearrangement:
        """Return every session the change is about, with what is in its way."""
        chosen = self._session(session_id)
        every_weeks, all_sessions = self._series_of(chosen)
        sessions = in_scope(all_sessions, chosen, scope, now_local())
        steps = changed(sessions, chosen, change, self._closed(), every_weeks)
        return self._rearranging.preview(steps)

    def preview_pause(self, series_id: int, first: date, last: date) -> Rearrangement:
        """Return the sessions of a pause, put after the end of the series."""
        running = self.series(series_id)
        steps = paused(running.to_come, (first, last), self._closed(), running.every_weeks)
        return self._rearranging.preview(steps)

    def extension(self, series_id: int, count: int) -> SeriesRequest:
        """Return the request for more sessions at the end, in the rhythm of those to come.

        It is previewed like any other and booked with ``SchedulingService.book(into=…)``.
        """
        running = self.series(series_id)
        if not running.to_come:
            raise ClinicError("This series is over. Book a new one.")
        room = MAX_SESSIONS - running.progress.total
        if count > room:
            raise ClinicError(f"A series holds {MAX_SESSIONS} sessions; {room} more fit.")
        last = running.to_come[-1].starts.date()
        return following_request(running.to_come, last, count, running.every_weeks)

    def shorten(self, series_id: int, count: int) -> tuple[Step, ...]:
        """Take back the last ``count`` sessions still to come, and return the steps back."""
        running = self.series(series_id)
        last = running.to_come[-count:] if count > 0 else ()
        if len(last) < count or count < 1:
            left = len(running.to_come)
            raise ClinicError(f"{left} sessions are still to come. Choose 1 to {left}.")
        return self.take_off(series_id, [each.id for each in last])

    def take_off(self, series_id: int, session_ids: Collection[int]) -> tuple[Step, ...]:
        """Take back sessions of a series that are still to come, and return the steps back.

        The others keep their numbers. One stays: a whole booking is taken back with ``withdraw``.
        """
        with self._work.saving(Permission.BOOK, Topic.SCHEDULE, Action.WITHDREW_BOOKING) as entry:
            running = self.series(series_id)
            entry.child_id = running.sessions[0].child_id
            gone = [each for each in running.to_come if each.id in session_ids]
            if len(gone) < len(session_ids):
                raise ClinicError("Some of these sessions have happened or have a note. They stay.")
            if len(gone) == running.progress.total:
                raise ClinicError("Nothing would be left. Take the whole booking back instead.")
            left_as = dict.fromkeys(gone, SessionStatus.WITHDRAWN)
            clinic = ClinicFacts.of(self._settings.clinic())
            back = ways_back(left_as, clinic, reading.WholeDays())
            queries.set_aside(session_ids)
            queries.extend_series(series_id, -len(gone))
            entry.subject = f"series {series_id}: {_listed(session_ids)} taken off"
            return back

    def take_off_one(self, session_id: int) -> tuple[Step, ...]:
        """Take one session back, the booking with it when it is the only one left."""
        series_id = self._session(session_id).series_id
        if series_id is None:
            raise ClinicError("This visit is of no booking. Cancel it instead.")
        if self.series(series_id).progress.total == 1:
            return self._scheduling.withdraw(series_id)
        return self.take_off(series_id, [session_id])

    def _session(self, session_id: int) -> ScheduledSession:
        self._work.require(Permission.SEE_SCHEDULE)
        found = queries.session(session_id, reading.scheduled_session)
        if found is None:
            raise NotFound("This session is no longer in the file.")
        return found

    def _series_of(self, chosen: ScheduledSession) -> tuple[int, tuple[ScheduledSession, ...]]:
        if chosen.series_id is None:
            return 1, (chosen,)
        running = self.series(chosen.series_id)
        return running.every_weeks, running.sessions

    def _closed(self) -> dict[date, str]:
        return {each.day: each.reason for each in self._settings.clinic().closed_days}


def _listed(session_ids: Collection[int]) -> str:
    return f"sessions {', '.join(map(str, sorted(session_ids)))}"
