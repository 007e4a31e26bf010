"""A clinic's appointment book: who is free when, and what has been booked.

As plain as the book on a front desk, and independent of the planner: a row of slots for every
person, family and room on every day, 1 where it is taken.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import timedelta

from ot_desktop.planning.domain import (
    WHOLE_DAY,
    Child,
    Plan,
    Service,
    Session,
    Therapist,
    Window,
)


@dataclass(frozen=True)
class Wish:
    """A session somebody wants: for whom, of what, with whom."""

    child: Child
    service: Service
    therapist: Therapist

    def time(self, start):
        return Window(start, start + self.service.duration_min)

    def time_with_notes(self, start):
        return Window(start, start + self.service.duration_min + self.therapist.doc_gap_min)


class Diary:
    """Takes only sessions that break no rule of a day; doses are the booker's business."""

    def __init__(self, instance):
        self.instance = instance
        self.days = open_days(instance)
        self.sessions = []
        self._grid = instance.grid_min
        self._alone = {family.id for family in instance.families if family.caregivers == 1}
        self._taken = defaultdict(lambda: bytearray(WHOLE_DAY.end // self._grid))
        self._family_times = defaultdict(list)
        self._contact = Counter()
        self._windows, self._lunches = {}, {}
        for fixed in instance.fixed:
            self._mark(("therapist", fixed.therapist, fixed.day), fixed.window, 1)
            self._mark(("room", fixed.room, fixed.day), fixed.window, 1)
            if fixed.contact:
                minutes = fixed.window.end - fixed.window.start
                self._contact[fixed.therapist, fixed.day] += minutes

    def starts(self, wish, day):
        """Return the starts at which the session could be booked as things are."""
        child, therapist, minutes = wish.child, wish.therapist, wish.service.duration_min
        visits = sum(each == child.id for each, _ in self.family_times(child, day))
        contact = self._contact[therapist.id, day] + minutes
        if visits >= child.max_sessions_per_day or contact > therapist.max_contact_min_per_day:
            return []
        opens = self.instance.open_hours[day.weekday()]
        found = []
        for window in self._hours(child.id, child.availability, child.unavailable, day):
            first = -(-max(window.start, opens.start) // self._grid) * self._grid
            last = min(window.end, opens.end) - minutes
            found += self._between(wish, day, first, last)
        return found

    def book(self, wish, day, start):
        """Book a session that fits, in the first free room of an allowed kind."""
        room = self._room(wish, day, start)
        session = Session(wish.child.id, wish.service.id, day, start, wish.therapist.id, room)
        self._change(wish, session, 1)
        self.sessions.append(session)
        self._family_times[wish.child.family, day].append((wish.child.id, wish.time(start)))
        return session

    def cancel(self, wish, session):
        """Take a booked session back."""
        self._change(wish, session, 0)
        self.sessions.remove(session)
        family = wish.child.family, session.day
        self._family_times[family].remove((wish.child.id, wish.time(session.start)))

    def family_times(self, child, day):
        """Return what the child's family has that day, as (child id, time)."""
        return self._family_times[child.family, day]

    def plan(self):
        """Return everything booked."""
        return Plan(self.instance.name, tuple(sorted(self.sessions)))

    def _change(self, wish, session, mark):
        day, start = session.day, session.start
        self._mark(("therapist", wish.therapist.id, day), wish.time_with_notes(start), mark)
        self._mark(("room", session.room, day), wish.time(start), mark)
        self._mark((*self._parent(wish.child), day), wish.time(start), mark)
        minutes = wish.service.duration_min
        self._contact[wish.therapist.id, day] += minutes if mark else -minutes

    def _parent(self, child):
        """Return whose time a session takes: the only caregiver's, or the child's alone."""
        is_alone = child.family in self._alone
        return ("family", child.family) if is_alone else ("child", child.id)

    def _mark(self, key, time, mark):
        first, end = self._slots(time)
        self._taken[key][first:end] = bytes([mark]) * (end - first)
        self._lunches.pop(key, None)

    def _slots(self, time):
        return time.start // self._grid, -(-time.end // self._grid)

    def _last_taken(self, key, time):
        """Return the last slot of the time that is taken, -1 where all are free."""
        return self._taken[key].rfind(1, *self._slots(time))

    def _between(self, wish, day, first, last):
        """Find the starts by stepping over what is taken."""
        therapist = wish.therapist
        windows = self._hours(therapist.id, therapist.hours, therapist.absences, day)
        key, parent = ("therapist", therapist.id, day), (*self._parent(wish.child), day)
        start = first
        while start <= last:
            with_notes = wish.time_with_notes(start)
            taken = max(
                self._last_taken(key, with_notes), self._last_taken(parent, wish.time(start))
            )
            if taken >= 0:
                start = (taken + 1) * self._grid
                continue
            if (
                any(window.holds(with_notes.start, with_notes.end) for window in windows)
                and self._leaves_lunch(therapist, windows, day, with_notes)
                and self._room(wish, day, start) is not None
            ):
                yield start
            start += self._grid

    def _room(self, wish, day, start):
        time = wish.time(start)
        for kind in wish.service.room_kinds:
            for room in self.instance.rooms:
                if room.kind == kind and self._last_taken(("room", room.id, day), time) < 0:
                    return room.id
        return None

    def _leaves_lunch(self, therapist, windows, day, time):
        key = "therapist", therapist.id, day
        if key not in self._lunches:
            self._lunches[key] = self._free_lunches(therapist, windows, key)
        lunches = self._lunches[key]
        return lunches is None or any(
            each.end <= time.start or time.end <= each.start for each in lunches
        )

    def _free_lunches(self, therapist, windows, key):
        """Return the blocks still free for lunch; None on a day that needs none."""
        lunch = therapist.lunch
        if lunch is None or not any(
            window.holds(lunch.window.start, lunch.window.end) for window in windows
        ):
            return None
        first = -(-lunch.window.start // self._grid) * self._grid
        last = lunch.window.end - lunch.minutes
        blocks = [Window(at, at + lunch.minutes) for at in range(first, last + 1, self._grid)]
        return [block for block in blocks if self._last_taken(key, block) < 0]

    def _hours(self, who, hours, times_off, day):
        """Return the day's windows with the times off cut out."""
        if (who, day) not in self._windows:
            self._windows[who, day] = hours_of(hours, times_off, day)
        return self._windows[who, day]


def open_days(instance):
    """Return the days of the program on which the clinic is open."""
    count = (instance.last_day - instance.first_day).days + 1
    days = [instance.first_day + timedelta(days=number) for number in range(count)]
    closed = instance.closed_days
    return [day for day in days if day.weekday() in instance.open_hours and day not in closed]


def hours_of(hours, times_off, day):
    """Return the windows of a day with the times off cut out of them."""
    windows = hours.get(day.weekday(), ())
    for off in times_off:
        if off.day == day:
            windows = [
                piece
                for window in windows
                for piece in (
                    Window(window.start, min(window.end, off.window.start)),
                    Window(max(window.start, off.window.end), window.end),
                )
                if piece.start < piece.end
            ]
    return windows
