"""Says why a child has no place, and what would help, in plain words."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby

from ot_desktop.day_words import long_day
from ot_desktop.planning.concessions import Value, Wish
from ot_desktop.planning.day_choice import Counts
from ot_desktop.planning.domain import WEEKDAYS, Child, Hours, Instance, Service, Window

FEW = 3  # names a sentence can hold
NOON = 12


class Words:
    """What is said about one child of an instance: a fact, and a gift that would help."""

    def __init__(self, instance: Instance, child: Child) -> None:
        self.instance, self.child = instance, child
        self.names = {each.id: each.name.partition(",")[0] for each in instance.therapists}
        self.services = {each.id: each for each in child.services}

    def said(self, wish: Wish) -> tuple[list[str], list[str]]:
        """Return the facts and the gifts of the wish."""
        pairs = [
            self._pair(key, tuple(group)) for key, group in groupby(wish, lambda each: each.path[0])
        ]
        return [fact for fact, _ in pairs], [gift for _, gift in pairs]

    def _pair(self, key: str, wish: Wish) -> tuple[str, str]:
        facts = {
            "visits": f"Only {_some(self.child.authorization.visits, 'visit')} authorized.",
            "max_sessions_per_day": "The child can come once a day.",
            "caregivers": "The parent is with a brother or sister then.",
        }
        gifts = {
            "visits": f"with {_some(wish[0].value, 'visit')}",
            "max_sessions_per_day": f"with {wish[0].value} a day",
            "caregivers": f"with {wish[0].value} adults",
        }
        if key in facts:
            return facts[key], gifts[key]
        by_key = {
            "authorization": self._dates,
            "family_window": self._family,
            "family_days": self._family_days,
            "therapist_hours": self._hours,
            "therapist_days": self._days_off,
            "allow_therapists": self._excluded,
            "skills": self._skills,
            "room_kinds": self._rooms,
            "max_therapists": self._team,
            "max_per_week": self._week,
        }
        return by_key[key](wish)

    def _dates(self, wish: Wish) -> tuple[str, str]:
        agreed = self.child.authorization
        held = (
            f"The authorization is for {long_day(agreed.first_day)} to {long_day(agreed.last_day)}."
        )
        ends = {each.path[-1]: str(long_day(_day(each.value))) for each in wish}
        return held, f"with dates {' '.join(f'{end} {day}' for end, day in ends.items())}"

    def _family(self, wish: Wish) -> tuple[str, str]:
        hours = hours_text(self.child.availability)
        fact = f"The family can come {hours} only." if hours else "The family has no times yet."
        return fact, f"with {_stretches(wish)} too"

    def _family_days(self, wish: Wish) -> tuple[str, str]:
        days = _days_text(wish)
        return f"The family is away {days}.", f"with the family here {days}"

    def _hours(self, wish: Wish) -> tuple[str, str]:
        people = _by_second(wish)
        facts = [f"{self.names[who]} does not work {_stretches(part)}" for who, part in people]
        gifts = [f"{self.names[who]} there {_stretches(part)}" for who, part in people]
        return f"{'; '.join(facts)}.", f"with {_listed(gifts)}"

    def _days_off(self, wish: Wish) -> tuple[str, str]:
        people = _by_second(wish)
        facts = [f"{self.names[who]} is off {_days_text(part)}" for who, part in people]
        gifts = [f"{self.names[who]} there {_days_text(part)}" for who, part in people]
        return f"{'; '.join(facts)}.", f"with {_listed(gifts)}"

    def _excluded(self, wish: Wish) -> tuple[str, str]:
        names = _listed(self.names[str(each.value)] for each in wish)
        return f"{self.child.name} is not to see {names}.", f"with {names}"

    def _skills(self, wish: Wish) -> tuple[str, str]:
        skills = _listed(sorted({spoken(str(each.value)) for each in wish}))
        names = _listed(sorted({self.names[each.path[-1]] for each in wish}))
        return f"No therapist here gives {skills}.", f"with {names} giving {skills}"

    def _rooms(self, wish: Wish) -> tuple[str, str]:
        services = [self.services[each.path[-1]] for each in wish]
        kinds = _listed(dict.fromkeys(spoken(str(each.value)) for each in wish))
        return self.rooms_fact(services), f"with {kinds} too"

    def rooms_fact(self, services: Iterable[Service]) -> str:
        """Return that there are no rooms of the services' kinds, or that they are taken."""
        kinds = {room.kind for room in self.instance.rooms}
        wanted = dict.fromkeys(kind for service in services for kind in service.room_kinds)
        missing = not any(kind in kinds for kind in wanted)
        names = _listed([spoken(kind) for kind in wanted], "or") or "room for it"
        if missing:
            return f"There is no {names} here."
        return f"No {names} is free often enough when the child can come."

    def _team(self, wish: Wish) -> tuple[str, str]:
        return self._limits(wish, "max_therapists", "therapist", "for")

    def _week(self, wish: Wish) -> tuple[str, str]:
        return self._limits(wish, "max_per_week", "session a week", "of")

    def _limits(self, wish: Wish, limit: str, unit: str, of: str) -> tuple[str, str]:
        noun, _, rest = unit.partition(" ")
        facts, gifts = [], []
        for each in wish:
            service = self.services[each.path[-1]]
            now = service.max_therapists if limit == "max_therapists" else service.max_per_week
            told = f" {of} {spoken(service.skill)}" if len(self.services) > 1 else ""
            facts.append(f"at most {_some(now, noun)}{' ' * bool(rest)}{rest}{told}")
            gifts.append(f"{each.value}{' ' * bool(rest)}{rest}{told}")
        text = _listed(facts)
        return f"{text[0].upper()}{text[1:]}.", f"with {_listed(gifts)}"

    def counts(self, counts: Counts) -> str:
        """Return "9 of at least 10 sessions fit"."""
        services = self.child.services
        fit = "fits" if sum(counts) == 1 else "fit"
        if len(counts) == 1:
            return f"{counts[0]} of at least {_some(services[0].min_sessions, 'session')} {fit}"
        parts = [
            f"{count} of at least {service.min_sessions} for {spoken(service.skill)}"
            for count, service in zip(counts, services, strict=True)
        ]
        return f"{_listed(parts)} {fit}"

    def numbers(self, counts: Counts) -> str:
        """Return "12", or "8 and 4" where the child has two services."""
        return _listed(map(str, counts))

    def taken(self, code: str, able: Sequence[Sequence[int]]) -> str:
        """Return that other children have the therapists' time, or the rooms, or both."""
        people = sorted({each for by_service in able for each in by_service})
        names = [self.names[self.instance.therapists[each].id] for each in people]
        who = _listed(names)
        if len(names) > FEW:
            who = f"The {len(names)} therapists who could see the child"
        busy = f"{who} {'has' if len(names) == 1 else 'have'} too little time left"
        rooms = self.rooms_fact(self.child.services)
        by_code = {"THERAPIST_CAPACITY": f"{busy}.", "ROOM_CAPACITY": rooms}
        return by_code.get(code, f"{busy}. {rooms}")

    def regular_visits(self, code: str) -> str:
        """Return what regular visits, meetings and closures have taken."""
        by_code = {"THERAPIST_CAPACITY": "therapists' time", "ROOM_CAPACITY": "rooms"}
        return f"Regular visits take the {by_code.get(code, 'time and rooms')} this would need."


def stay_out_text(children: Sequence[tuple[str, int]]) -> str:
    """Return the children with their points, a few by name."""
    named = [f"{name} ({points} points)" for name, points in children[:FEW]]
    more = len(children) - len(named)
    return _listed([*named, f"{more} more"] if more else named)


def spoken(word: str) -> str:
    """Return a word of the file as people write it."""
    return word.replace("_", " ")


def hour_text(minutes: int) -> str:
    """Return 8, 12:30 or 3, as clinics say times of the day."""
    hour, minute = divmod(minutes, 60)
    return f"{hour % NOON or NOON}" + (f":{minute:02}" if minute else "")


def window_text(window: Window) -> str:
    """Return "8 to 12:30"."""
    return f"{hour_text(window.start)} to {hour_text(window.end)}"


def hours_text(hours: Hours) -> str:
    """Return "Mon to Thu 8 to 12, Fri 1 to 5"."""
    days: dict[tuple[Window, ...], list[int]] = {}
    for weekday, windows in sorted(hours.items()):
        if windows:
            days.setdefault(windows, []).append(weekday)
    return ", ".join(
        f"{_weekdays(same)} {' and '.join(map(window_text, windows))}"
        for windows, same in days.items()
    )


def _weekdays(numbers: list[int]) -> str:
    """Return "Mon to Thu", or "Mon, Wed and Fri"."""
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:  # noqa: PLR2004  (a row)
        return f"{_weekday(numbers[0])} to {_weekday(numbers[-1])}"
    return _listed(map(_weekday, numbers))


def _weekday(number: int) -> str:
    return WEEKDAYS[number].capitalize()


def _stretches(wish: Wish) -> str:
    by_day: Hours = {}
    for each in wish:
        if isinstance(each.value, Window):
            day = WEEKDAYS.index(each.path[-1])
            by_day[day] = (*by_day.get(day, ()), each.value)
    return hours_text(by_day)


def _day(value: object) -> date:
    assert isinstance(value, date)  # noqa: S101  (only asked for dates)
    return value


def _days_text(wish: Wish) -> str:
    days = sorted(_day(each.value) for each in wish)
    parts = []
    for _, group in groupby(enumerate(days), lambda each: each[1] - timedelta(days=each[0])):
        same = [day for _, day in group]
        first, last = long_day(same[0]), long_day(same[-1])
        parts.append(first if len(same) == 1 else f"{first} to {last}")
    return _listed(parts)


def _by_second(wish: Wish) -> list[tuple[str, Wish]]:
    return [(who, tuple(part)) for who, part in groupby(wish, lambda each: each.path[1])]


def _some(count: Value, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _listed(parts: Iterable[str], last: str = "and") -> str:
    """Return "a", "a and b" or "a, b and c"."""
    names = list(parts)
    if len(names) < 2:  # noqa: PLR2004  (nothing to join)
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"
