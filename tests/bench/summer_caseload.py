"""The regular caseload of an invented summer: weekly appointments that fill the day."""

from collections import defaultdict
from datetime import date

from tests.bench.summer_people import WEEKDAYS

SLOT = 15
TRIES = 20_000
MEETING_DAY, MEETING = 2, ("12:30", "13:00")  # Wednesday
SMALLEST_TEAM_THAT_MEETS = 3
MINUTES = {45: 35, 60: 65}


def regular_caseload(data, days, tightness, dice):
    """Return meetings, and weekly appointments until what is prescribed is ``tightness`` of the
    minutes the therapists can still give."""
    diary = _Diary(data, days)
    if len(data["therapists"]) >= SMALLEST_TEAM_THAT_MEETS:
        diary.staff_meetings()
    prescribed = sum(
        service["sessions"] * service["duration_min"]
        for child in data["children"]
        for service in child["services"]
    )
    for _ in range(TRIES):
        if prescribed >= tightness * diary.minutes_left():
            break
        diary.try_weekly(dice)
    diary.fixed.sort(key=lambda entry: (entry["day"], entry["start"], entry["therapist"]))
    return [{"id": f"x{at:04}", **entry} for at, entry in enumerate(diary.fixed, start=1)]


class _Diary:
    """The free slots of everybody's days, counted from midnight, and the contact minutes left."""

    def __init__(self, data, days):
        self.data, self.days = data, days
        self.fixed = []
        self.free = {}
        self.contact = {}
        for therapist in data["therapists"]:
            for day in days:
                key = therapist["id"], day
                self.free[key] = _working_slots(therapist, day)
                self.contact[key] = therapist["max_contact_min_per_day"]
        self.taken_rooms = defaultdict(set)
        self.lunch = {each["id"]: each["lunch"] for each in data["therapists"]}

    def minutes_left(self):
        """Return how many minutes of sessions the therapists could still give at most."""
        return sum(
            max(
                0,
                min(
                    len(slots) * SLOT - self._lunch_minutes(therapist), self.contact[therapist, day]
                ),
            )
            for (therapist, day), slots in self.free.items()
        )

    def _lunch_minutes(self, therapist):
        lunch = self.lunch[therapist]
        return lunch["minutes"] if lunch else 0

    def staff_meetings(self):
        start, end = (_slot(time) for time in MEETING)
        for day in self.days:
            for therapist in self.data["therapists"]:
                slots = self.free[therapist["id"], day]
                if day.weekday() == MEETING_DAY and slots.issuperset(range(start, end)):
                    slots.difference_update(range(start, end))
                    self._note(day, (start, end), therapist["id"], None)

    def try_weekly(self, dice):
        """Book one child of the regular caseload once a week, on the days when that is possible."""
        therapist, room = (
            dice.pick(self.data["therapists"])["id"],
            dice.pick(self.data["rooms"])["id"],
        )
        weekday, start = dice.between(0, 4), dice.between(8 * 4, 17 * 4)
        end = start + dice.weighted(MINUTES) // SLOT
        days = [day for day in self.days if day.weekday() == weekday and self.free[therapist, day]]
        if days and all(self._is_free(therapist, room, day, (start, end)) for day in days):
            for day in days:
                self.free[therapist, day].difference_update(range(start, end))
                self.taken_rooms[room, day].update(range(start, end))
                self.contact[therapist, day] -= (end - start) * SLOT
                self._note(day, (start, end), therapist, room)

    def _is_free(self, therapist, room, day, time):
        slots = set(range(*time))
        left = self.free[therapist, day]
        return (
            slots <= left
            and not slots & self.taken_rooms[room, day]
            and self.contact[therapist, day] >= len(slots) * SLOT
            and self._can_eat(therapist, left - slots)
        )

    def _can_eat(self, therapist, slots):
        lunch = self.lunch[therapist]
        if not lunch:
            return True
        length = lunch["minutes"] // SLOT
        last = _slot(lunch["latest"]) - length
        return any(
            slots.issuperset(range(start, start + length))
            for start in range(_slot(lunch["earliest"]), last + 1)
        )

    def _note(self, day, time, therapist, room):
        self.fixed.append(
            {
                "day": day.isoformat(),
                "start": _clock(time[0]),
                "end": _clock(time[1]),
                "therapist": therapist,
                "room": room,
                "contact": room is not None,
                "label": "regular caseload" if room else "staff meeting",
            }
        )


def _working_slots(therapist, day):
    windows = therapist["hours"].get(WEEKDAYS[day.weekday()], [])
    slots = {slot for start, end in windows for slot in range(_slot(start), _slot(end))}
    for off in therapist["absences"]:
        if date.fromisoformat(off["day"]) == day:
            slots -= set(range(_slot(off.get("start", "00:00")), _slot(off.get("end", "24:00"))))
    return slots


def _slot(time):
    hours, minutes = time.split(":")
    return (int(hours) * 60 + int(minutes)) // SLOT


def _clock(slot):
    return f"{slot * SLOT // 60:02}:{slot * SLOT % 60:02}"
