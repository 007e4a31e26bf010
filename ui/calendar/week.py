"""A week of the calendar as the week grid shows it: rows of therapists, rooms or children."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from ot_desktop.caseload.domain import first_name
from ot_desktop.programs.board import Block, BoardDay, Lane, Off, View, WeekBoard
from ot_desktop.scheduling.domain import ScheduledSession, SessionStatus
from ot_desktop.scheduling.facts import ClinicFacts, TimeOff
from ot_desktop.scheduling.rearranging import can_change
from ot_desktop.scheduling.shading import day_hours
from ui.calendar.shown import Shown
from ui.visits.columns import NO_ROOM, key_of
from ui.visits.visit_words import status_words

SATURDAY = 5


def monday_of(day: date) -> date:
    """Return the first day of a week."""
    return day - timedelta(days=day.weekday())


def week_board(shown: Shown, view: View, monday: date, hidden: Collection[int] = ()) -> WeekBoard:
    """Return a week without called-off visits; weekends only when somebody comes."""
    clinic = shown.clinic
    coming = [each for each in shown.visits if each.session.status.takes_time]
    visits = [each.session for each in coming]
    days = _days(clinic, visits, monday)
    by_lane: defaultdict[int, list[Block]] = defaultdict(list)
    words = {status: status_words(status).lower() for status in SessionStatus}
    for each in coming:
        session, is_clash = each.session, each.session.id in shown.clashes
        block = _block(session, each.alerts, words[session.status], is_clash=is_clash)
        by_lane[key_of(each.session, view)].append(block)
    lanes = (
        _lane(clinic, view, row, by_lane[row[0]], days)
        for row in _rows(clinic, visits, view)
        if row[0] not in hidden
    )
    hours = day_hours(clinic, monday, ())
    return WeekBoard(0, view, (), monday, days, tuple(lanes), *hours)


def _days(
    clinic: ClinicFacts, visits: Iterable[ScheduledSession], monday: date
) -> tuple[BoardDay, ...]:
    busy = {each.starts.date() for each in visits}
    days = [monday + timedelta(days=n) for n in range(7)]
    return tuple(
        BoardDay(day, in_program=True, closed_for=clinic.closed.get(day))
        for day in days
        if day.weekday() < SATURDAY or day in busy or clinic.hours.get(day.weekday())
    )


def _rows(
    clinic: ClinicFacts, visits: Iterable[ScheduledSession], view: View
) -> list[tuple[int, str, int | None]]:
    rows: dict[int, tuple[str, int | None]]
    if view is View.CHILD:
        rows = {v.child_id: (v.child_name, None) for v in visits}
        return sorted(((key, *row) for key, row in rows.items()), key=lambda row: row[1])
    if view is View.ROOM:
        rows = {room.id: (room.name, None) for room in clinic.rooms.values()}
        rows |= {v.room_id or NO_ROOM: (v.room_name or _tr("No room"), None) for v in visits}
    else:
        rows = {each.id: (each.name, each.color_slot) for each in clinic.therapists.values()}
        rows |= {v.therapist_id: (v.therapist_name, v.therapist_color) for v in visits}
    return [(key, *row) for key, row in rows.items()]


def _lane(
    clinic: ClinicFacts,
    view: View,
    row: tuple[int, str, int | None],
    blocks: Sequence[Block],
    days: Sequence[BoardDay],
) -> Lane:
    key, name, slot = row
    off = tuple(_off(clinic, view, key, days))
    short = first_name(name) if view is View.THERAPIST else name
    used = sum((each.ends - each.starts) // timedelta(minutes=1) for each in blocks)
    open_days = [each.day for each in days if each.closed_for is None]
    available = sum(_open_minutes(clinic, view, key, day) for day in open_days)
    return Lane(key, short, name, slot, used, available, tuple(blocks), off)


def _open_minutes(clinic: ClinicFacts, view: View, key: int, day: date) -> int:
    spans = clinic.hours.get(day.weekday(), ())
    if view is View.THERAPIST and (therapist := clinic.therapists.get(key)) and therapist.hours:
        spans = clinic.therapist_hours.get((key, day.weekday()), ())
    return sum(end - start for start, end in spans)


def _off(clinic: ClinicFacts, view: View, key: int, days: Sequence[BoardDay]) -> Iterator[Off]:
    where = clinic.room_closed if view is View.ROOM else clinic.away
    if view is View.CHILD:
        return
    for each in days:
        absences: tuple[TimeOff, ...] = where.get((key, each.day), ())
        for away in absences:
            words = f"{_tr('Off')} ({away.reason})" if away.reason else _tr("Off")
            yield Off(each.day, *away.minutes, words, away.window is None)
        therapist = clinic.therapists.get(key) if view is View.THERAPIST else None
        works = clinic.therapist_hours.get((key, each.day.weekday()))
        if therapist is not None and therapist.hours and not works and not absences:
            yield Off(each.day, 0, 24 * 60, _tr("Off"), is_whole_day=True)


def _block(
    visit: ScheduledSession, alerts: tuple[str, ...], status: str, *, is_clash: bool
) -> Block:
    is_intensive = visit.kind == "intensive"
    return Block(
        planned_id=visit.id,
        session_id=visit.id,
        child_id=visit.child_id,
        wanted_id=visit.id,
        child_name=visit.child_name,
        short_name=_short(visit.child_name),
        therapist_id=visit.therapist_id,
        therapist_name=visit.therapist_name,
        color_slot=visit.therapist_color,
        room_id=visit.room_id,
        room_name=visit.room_name or "",
        starts=visit.starts,
        ends=visit.ends,
        number=visit.number if is_intensive else None,
        of=visit.planned if is_intensive else None,
        is_clash=is_clash,
        is_history=not can_change(visit),
        alerts=alerts,
        status=status,
    )


def _short(name: str) -> str:
    first, _, last = name.partition(" ")
    return f"{first} {last[:1]}." if last else first


def _tr(words: str) -> str:
    return QCoreApplication.translate("calendar", words)
