"""Use cases that change a running series: what has happened is never touched, ids stay."""

from dataclasses import dataclass
from datetime import date

from db.queries import scheduling as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_local
from ot_desktop.errors import ClinicError, NotFound
from ot_desktop.permissions import Permission
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.domain import ScheduledSession, SeriesRequest, SessionStatus
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

    def __init__(self, work: Work, rearranging: Rearranging) -> None:
        self._work = work
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
        last = running.to_come[-1].starts.date()
        return following_request(running.to_come, last, count, running.every_weeks)

    def shorten(self, series_id: int, count: int) -> tuple[Step, ...]:
        """Take back the last ``count`` sessions still to come, and return the steps back.

        One session at least stays: a whole booking is taken back with ``withdraw``.
        """
        with self._work.saving(Permission.BOOK, Topic.SCHEDULE, Action.WITHDREW_BOOKING) as entry:
            running = self.series(series_id)
            entry.child_id = running.sessions[0].child_id
            most = min(len(running.to_come), running.progress.total - 1)
            if not 1 <= count <= most:
                raise ClinicError(
                    f"{len(running.to_come)} sessions are still to come, and one has to stay. "
                    f"Choose 1 to {most}, or take back the whole booking."
                )
            last = running.to_come[-count:]
            left_as = dict.fromkeys(last, SessionStatus.WITHDRAWN)
            clinic = ClinicFacts.of(self._settings.clinic())
            back = ways_back(left_as, clinic, reading.WholeDays())
            queries.set_aside([each.id for each in last])
            queries.extend_series(series_id, -count)
            numbers = ", ".join(str(each.id) for each in last)
            entry.subject = f"series {series_id}: {count} fewer, sessions {numbers}"
            return back

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
