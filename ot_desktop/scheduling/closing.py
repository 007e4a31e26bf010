"""Use cases of a therapist away, a room or a day closed: who is affected, and all of it at once."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, timedelta

from db.queries import scheduling as queries
from db.queries import settings as settings_queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Permission
from ot_desktop.scheduling import reading
from ot_desktop.scheduling.affected import DAYS_AHEAD, Affected, Closing, look_at, meets
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus, Visit
from ot_desktop.scheduling.facts import ClinicFacts, TimeOff
from ot_desktop.scheduling.rearranging import (
    Rearrangement,
    Rearranging,
    Step,
    visit_of,
)
from ot_desktop.scheduling.time_off import TimeOffService
from ot_desktop.settings.domain import Clinic
from ot_desktop.settings.service import SettingsService
from ot_desktop.work import Entry, Work


@dataclass(frozen=True, slots=True)
class Closed:
    """What was kept, so that it can be taken back as one."""

    closing: Closing
    time_off: tuple[TimeOff, ...]
    closed_days: tuple[date, ...]
    steps_back: tuple[Step, ...]


class ListChanged(ClinicError):
    """Visits were booked, moved or called off since the list was looked at."""


class ClosingService:
    """Nothing booked is touched before it is confirmed, and then all of it or nothing."""

    def __init__(self, work: Work, rearranging: Rearranging) -> None:
        self._work = work
        self._rearranging = rearranging
        self._settings = SettingsService(work)
        self._time_off = TimeOffService(work)
        self._days = reading.WholeDays()

    def affected(self, closing: Closing, only: date | None = None) -> tuple[Affected, ...]:
        """Return every session in the way, by time, of all days or ``only`` one; saves nothing."""
        self._work.require(Permission.SEE_SCHEDULE)
        first, last = (only, only) if only else closing.days
        sessions = self._sessions(replace(closing, days=(first, last)))
        clinic = self._settings.clinic()
        ahead = replace(closing, days=(first, last + timedelta(days=DAYS_AHEAD)))
        days = [*ahead.each_day()] if sessions else []
        children = {each.child_id for each in sessions}
        facts = reading.everything_on(days, children, _closed(closing, clinic), self._days)
        return tuple(look_at(each, closing, facts, clinic) for each in sessions)

    def keep_times(self, affected: Sequence[Affected]) -> tuple[Step, ...]:
        """Return steps that keep every time: another room, or another therapist, where one is."""
        rooms = {room.id: room.capacity for room in self._settings.clinic().rooms}
        taken: list[Visit] = []
        steps = []
        for each in affected:
            same = [p.visit for p in each.places if p.visit.starts == each.session.starts]
            free = next((visit for visit in same if not meets(visit, taken, rooms)), None)
            taken += [free] if free else []
            steps.append(Step(each.session.id, free if each.can_change else None))
        return tuple(steps)

    def preview(self, closing: Closing, steps: Sequence[Step]) -> Rearrangement:
        """Return what was decided, each checked beside all others; saves nothing."""
        clinic = self._settings.clinic()
        return self._rearranging.preview(steps, _closed(closing, clinic))

    def confirm(
        self,
        closing: Closing,
        listed: Sequence[Affected],
        seen: Rearrangement,
        reason: str = "",
    ) -> Closed:
        """Keep the closing and everything decided; undecided rows stay, to be called later.

        Raises ``ListChanged`` unless the visits in the way are those that were ``listed``.
        """
        with self._saving(closing) as entry:
            _refuse_changed(listed, self._sessions(closing))
            time_off, closed_days = self._close(closing)
            steps_back: tuple[Step, ...] = ()
            if any(step.is_decided for step in seen.steps):
                steps_back = self._rearranging.save(seen, reason)
            entry.subject = f"{_which(closing)}: {len(steps_back)} of {len(seen.steps)} changed"
        return Closed(closing, time_off, closed_days, steps_back)

    def undo(self, closed: Closed) -> None:
        """Open again, and put every session back where it was."""
        with self._saving(closed.closing) as entry:
            entry.subject = f"taken back: {_which(closed.closing)}"
            for each in closed.time_off:
                self._time_off.take_back(each)
            for day in closed.closed_days:
                settings_queries.remove_closed_day(day)
            if closed.steps_back:
                back = self._rearranging.preview(closed.steps_back)
                self._rearranging.save(back, "Taken back")

    def back_early(self, closing: Closing) -> tuple[ScheduledSession, ...]:
        """End time off, bring back what is still free, and return what is not.

        ``closing`` names who or what is back, and the days that are no longer off.
        """
        with self._saving(closing) as entry:
            for each in self._time_off.between(*closing.days):
                mine = (each.therapist_id, each.room_id) == (closing.therapist_id, closing.room_id)
                if mine:
                    self._time_off.take_back(each)
            called_off = [each for each in self._on(closing) if _was_called_off(each, closing)]
            restored: list[Step] = []
            lost: list[ScheduledSession] = []
            for session in called_off:
                step = Step(session.id, visit_of(session), brought_back=SessionStatus.PLANNED)
                seen = self._rearranging.preview([*restored, step])
                if any(row.findings for row in seen.rows if row.session.id == session.id):
                    lost.append(session)
                else:
                    restored.append(step)
            if restored:
                self._rearranging.save(self._rearranging.preview(restored))
            entry.subject = f"back early: {_which(closing)}: {len(restored)} of {len(called_off)}"
        return tuple(lost)

    def is_off(self, closing: Closing) -> bool:
        """Say whether the therapist or the room is away on any of the days."""
        return any(
            (each.therapist_id, each.room_id) == (closing.therapist_id, closing.room_id)
            for each in self._time_off.between(*closing.days)
        )

    def swap_rooms(self, one: int, other: int) -> Rearrangement:
        """Return the preview of two sessions that change rooms, neither in the other's way."""
        found = [queries.session(each, reading.scheduled_session) for each in (one, other)]
        first, second = (each for each in found if each is not None)
        to_first = Step(one, visit_of(first, room_id=second.room_id))
        return self._rearranging.preview(
            [to_first, Step(other, visit_of(second, room_id=first.room_id))]
        )

    def _saving(self, closing: Closing) -> AbstractContextManager[Entry]:
        return self._work.saving(_permission(closing), Topic.SETTINGS, Action.CHANGED_TIME_OFF)

    def _close(self, closing: Closing) -> tuple[tuple[TimeOff, ...], tuple[date, ...]]:
        days, window, why = closing.days, closing.window, closing.reason
        ids: list[int] = []
        if closing.therapist_id is not None:
            ids += self._time_off.therapist_away(closing.therapist_id, days, window, why)
        elif closing.room_id is not None:
            ids += self._time_off.room_closed(closing.room_id, days, window, why)
        elif window is None:
            known = {each.day for each in self._settings.clinic().closed_days}
            new = tuple(day for day in closing.each_day() if day not in known)
            for day in new:
                settings_queries.put_closed_day(day, why.strip())
            return (), new
        else:  # part of a day: nobody is there
            for therapist in self._settings.clinic().therapists:
                ids += self._time_off.therapist_away(therapist.id, days, window, why)
        of_rooms = closing.room_id is not None
        kept = self._time_off.between(*days)
        return tuple(
            each for each in kept if each.id in ids and (each.room_id is not None) == of_rooms
        ), ()

    def _sessions(self, closing: Closing) -> list[ScheduledSession]:
        return [each for each in self._on(closing) if closing.affects(each)]

    def _on(self, closing: Closing) -> list[ScheduledSession]:
        return [
            session
            for day in closing.each_day()
            for session in queries.schedule(day, day, reading.scheduled_session)
        ]


def _refuse_changed(listed: Sequence[Affected], now: Sequence[ScheduledSession]) -> None:
    was = {visit_of(each.session): each.session.child_name for each in listed}
    found = {visit_of(each): each.child_name for each in now}
    if changed := was.keys() ^ found.keys():
        names = " and ".join(sorted({(was | found)[visit] for visit in changed}))
        raise ListChanged(
            f"The list has changed since you looked: {names}. Nothing was changed. "
            "Look at it again, then confirm."
        )


def _permission(closing: Closing) -> Permission:
    """Return what is needed; a therapist may say of themselves that they are away."""
    own = closing.therapist_id is not None
    return Permission.BOOK if own else Permission.SET_TIME_OFF


def _which(closing: Closing) -> str:
    """Name a closing by ids and days; the log holds no names."""
    whole = "clinic" if closing.room_id is None else f"room {closing.room_id}"
    which = whole if closing.therapist_id is None else f"therapist {closing.therapist_id}"
    return f"{which}, {' to '.join(sorted({day.isoformat() for day in closing.days}))}"


def _was_called_off(session: ScheduledSession, closing: Closing) -> bool:
    held = replace(session, status=SessionStatus.PLANNED)
    return (
        session.status is SessionStatus.CANCELLED_BY_CLINIC
        and session.note_id is None
        and closing.affects(held)
    )


def _closed(closing: Closing, clinic: Clinic) -> ClinicFacts:
    """Return the clinic as it will be once the closing is kept."""
    facts = ClinicFacts.of(clinic)
    is_clinic = closing.therapist_id is None and closing.room_id is None
    if is_clinic and closing.window is None:
        return replace(facts, closed={**facts.closed, **dict.fromkeys(closing.each_day(), "")})
    people = [each.id for each in clinic.therapists] if is_clinic else [closing.therapist_id]
    return facts.with_time_off(
        TimeOff(0, day, closing.window, closing.reason, therapist_id, closing.room_id)
        for day in closing.each_day()
        for therapist_id in people
    )
