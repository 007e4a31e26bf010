"""Two people who plan a summer by hand: the yardsticks of the bench.

Both take the children in turn, most urgent first, then longest wait. Whoever cannot be given the
fewest sessions of every service goes on the waiting list, and nobody is moved again. ``first_fit``
takes the first free time of each day. ``careful_person`` looks for one therapist at one time, the
primary therapist first, then times near it, then a second therapist; keeps the family's wishes in
mind and the family's sessions together; and tries the next therapist before giving up.
"""

from collections import Counter

from tests.bench.diary import Diary, Wish


def first_fit(instance):
    """Book every child at the first times that are free."""
    return _all_in_turn(instance, _first_times)


def careful_person(instance):
    """Book every child as a careful person would."""
    return _all_in_turn(instance, _regular_times)


def _all_in_turn(instance, book_service):
    diary = Diary(instance)
    for child in sorted(instance.children, key=lambda each: (each.priority, -each.waiting_weeks)):
        _book_child(diary, child, book_service)
    return diary.plan()


def _book_child(diary, child, book_service):
    """Book every service, or nothing; visits are kept for the services still to come."""
    spare = child.authorization.visits - sum(each.min_sessions for each in child.services)
    bookings = [_Booking(diary, child, service) for service in child.services]
    for booking in bookings:
        fewest = booking.service.min_sessions
        booking.most = min(booking.service.sessions, fewest + spare)
        book_service(booking)
        spare -= len(booking.sessions) - fewest
        if not booking.is_enough():
            for each in bookings:
                each.take_back()
            break


class _Booking:
    """One service of a child: who can give it, and what is booked so far."""

    def __init__(self, diary, child, service):
        self.diary, self.child, self.service = diary, child, service
        self.most = 0
        self.sessions = []
        dates = child.authorization
        self.days = [day for day in diary.days if dates.first_day <= day <= dates.last_day]
        able = [
            each
            for each in diary.instance.therapists
            if service.skill in each.skills and each.id not in child.excluded_therapists
        ]
        able.sort(key=lambda each: each.id != child.primary_therapist)
        self.wishes = {each.id: Wish(child, service, each) for each in able}

    def starts(self, therapist, day):
        """Return where one more session with this therapist fits."""
        in_week = sum(_week(each.day) == _week(day) for each in self.sessions)
        team = {each.therapist for each in self.sessions} | {therapist}
        too_many = len(team) > self.service.max_therapists or in_week >= self.service.max_per_week
        return [] if too_many else self.diary.starts(self.wishes[therapist], day)

    def book(self, therapist, day, start):
        self.sessions.append(self.diary.book(self.wishes[therapist], day, start))

    def take_back(self):
        for each in self.sessions:
            self.diary.cancel(self.wishes[each.therapist], each)
        self.sessions = []

    def is_enough(self):
        return len(self.sessions) >= self.service.min_sessions

    def is_full(self):
        return len(self.sessions) >= self.most

    def is_next_to(self, day):
        """Say whether there is a session the day before or after."""
        return any(abs((each.day - day).days) == 1 for each in self.sessions)


def _first_times(booking):
    """Book the earliest time of each day, whoever has it."""
    for day in booking.days:
        while not booking.is_full():
            free = [
                (start, number, therapist)
                for number, therapist in enumerate(booking.wishes)
                for start in booking.starts(therapist, day)[:1]
            ]
            if not free:
                break
            start, _, therapist = min(free)
            booking.book(therapist, day, start)


def _regular_times(booking):
    """Book around the first therapist with whom, and with whose colleagues, it is enough."""
    for therapist in booking.wishes:
        _around(booking, therapist)
        if booking.is_enough():
            break
        booking.take_back()


def _around(booking, main):
    """Book one therapist's usual time, then near it, then the same with others."""
    usual = _usual_start(booking, main)
    if usual is None:
        return
    _fill(booking, main, usual)
    others = [each for each in booking.wishes if each != main]
    for therapist in sorted(others, key=lambda each: -_often(booking, each, usual)):
        if booking.is_full():
            break
        _fill(booking, therapist, usual)


def _usual_start(booking, therapist):
    """Return the start that can be kept most often; in a tie a wished one, or near siblings."""
    days = {}
    for day in booking.days:
        for start in booking.starts(therapist, day):
            days.setdefault(start, []).append(day)

    def merits(start):
        joining = sum(_joins_family(booking, day, start) for day in days[start])
        return _in_weeks(booking, days[start]), _is_wished(booking, start), joining

    return max(days, key=merits, default=None)


def _often(booking, therapist, usual):
    days = [day for day in booking.days if usual in booking.starts(therapist, day)]
    return _in_weeks(booking, days)


def _in_weeks(booking, days):
    """Return how many of the days can be used without too many in a week."""
    weeks = Counter(_week(day) for day in days)
    return sum(min(booking.service.max_per_week, count) for count in weeks.values())


def _is_wished(booking, start):
    end = start + booking.service.duration_min
    return any(window.holds(start, end) for window in booking.child.preferred or ())


def _joins_family(booking, day, start):
    """Say whether the session would directly follow or precede another one of the family."""
    end = start + booking.service.duration_min
    times = booking.diary.family_times(booking.child, day)
    return any(time.start == end or time.end == start for _, time in times)


def _fill(booking, therapist, usual):
    """Add sessions at the usual start, then as near as can be; days apart where that helps."""
    for is_exact in (True, False):
        for apart in (booking.service.spread, False):
            for day in booking.days:
                while not booking.is_full() and not (apart and booking.is_next_to(day)):
                    start = _nearest(booking, therapist, day, usual)
                    if start is None or (is_exact and start != usual):
                        break
                    booking.book(therapist, day, start)


def _nearest(booking, therapist, day, usual):
    """Return the start nearest to the usual one; a second session joins the first."""
    starts = booking.starts(therapist, day)
    if any(each.day == day for each in booking.sessions):
        starts = [start for start in starts if _joins_family(booking, day, start)] or starts
    return min(starts, key=lambda start: (abs(start - usual), start), default=None)


def _week(day):
    return day.isocalendar()[:2]
