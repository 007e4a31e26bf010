"""The program's days, weeks and slots, and from when on sessions may be put there."""

from datetime import date, timedelta

from ot_desktop.errors import ClinicError
from ot_desktop.planning.domain import WHOLE_DAY, Instance, Session, Window
from ot_desktop.planning.words import MOST_SLOTS

ONE_DAY = timedelta(days=1)


def history(instance: Instance) -> list[Session]:
    """Return the published sessions that began before now; a repair never changes them."""
    published = instance.published
    if published is None:
        return []
    now = published.now
    today, minutes = now.date(), now.hour * 60 + now.minute + now.second / 60
    return [
        session
        for session in published.sessions
        if session.day < today or (session.day == today and session.start < minutes)
    ]


def is_open(instance: Instance, day: date) -> bool:
    """Say whether the program has sessions on the day."""
    inside = instance.first_day <= day <= instance.last_day
    return inside and day.weekday() in instance.open_hours and day not in instance.closed_days


def open_window(instance: Instance, day: date) -> Window:
    """Return when sessions may still be put on the day; in a repair nothing before now."""
    if not is_open(instance, day):
        return Window(0, 0)
    hours, published = instance.open_hours[day.weekday()], instance.published
    if published is None or day > published.now.date():
        return hours
    if day < published.now.date():
        return Window(0, 0)
    minutes = published.now.hour * 60 + published.now.minute + bool(published.now.second)
    now = -(-minutes // instance.grid_min) * instance.grid_min
    return Window(max(hours.start, min(now, WHOLE_DAY.end)), hours.end)


def program_days(instance: Instance) -> list[date]:
    """Return the days with sessions: the open ones, and any on which a session was held."""
    count = (instance.last_day - instance.first_day).days + 1
    days = [instance.first_day + number * ONE_DAY for number in range(count)]
    held = {session.day for session in history(instance)}
    return sorted(held | {day for day in days if is_open(instance, day)})


def slot_range(instance: Instance) -> tuple[int, int]:
    """Return the first slot and how many, so that hours, notes, lunches and history fit."""
    windows = [*instance.open_hours.values()]
    windows += [each.lunch.window for each in instance.therapists if each.lunch]
    for session in history(instance):
        length = instance.service_of[session.service][1].duration_min
        windows.append(Window(session.start, session.start + length))
    notes = max((each.doc_gap_min for each in instance.therapists), default=0)
    start = min((window.start for window in windows), default=0) // instance.grid_min
    end = -(-(max((window.end for window in windows), default=0) + notes) // instance.grid_min)
    if end - start > MOST_SLOTS:
        raise ClinicError(f"grid_min: a day has more than {MOST_SLOTS} steps of so few minutes.")
    return start, end - start


def weeks(days: list[date]) -> list[list[int]]:
    """Return the days' numbers, one list a week."""
    found: dict[tuple[int, int], list[int]] = {}
    for number, day in enumerate(days):
        year, week, _ = day.isocalendar()
        found.setdefault((year, week), []).append(number)
    return list(found.values())


def follows(days: list[date]) -> list[bool]:
    """Say for every day whether the one before it in the list is the day before."""
    return [number > 0 and day - days[number - 1] == ONE_DAY for number, day in enumerate(days)]
