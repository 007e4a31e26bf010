"""The same summer for a general solver: CP-SAT with optional intervals, where OR-Tools is there.

A service has an optional interval for each session it may have on a day, one more for each
therapist who could give it, and one for each room it could be in. All rules and the whole objective
are in the model, so that its optimum is the planner's too. Times are slots of the grid.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import Any

from ot_desktop.planning.domain import Child, Plan, Service, Session
from tests.bench.diary import hours_of, open_days
from tests.bench.peer_objective import Objective


def is_installed():
    """Say whether OR-Tools is there; nothing ever requires it."""
    return find_spec("ortools") is not None


def solve(instance, seconds, hint=None):
    """Return the best plan found, and a bound on any plan's points; None where there is no time."""
    from ortools.sat.python import cp_model  # noqa: PLC0415  (an optional tool)

    summer = Summer(instance, cp_model.CpModel())
    summer.model.maximize(Objective(summer).points())
    if hint is not None:
        summer.hint(hint)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2  # as many as the planner has
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(summer.model)
    most = int(solver.best_objective_bound)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None, most
    return Plan(instance.name, tuple(sorted(summer.sessions(solver)))), most


@dataclass
class Visit:
    """A session that may take place: the first of its service that day, or the second."""

    child: Child
    service: Service
    day: Any
    order: int
    start: Any = None  # a variable, in slots
    is_held: Any = None  # a literal, like those of who may give it and where it may be
    therapists: dict[str, Any] = field(default_factory=dict)
    rooms: dict[str, Any] = field(default_factory=dict)


class Summer:
    """The rules as a model; ``visits`` by service."""

    def __init__(self, instance, model):
        self.instance, self.model, self.grid = instance, model, instance.grid_min
        self.days = open_days(instance)
        self.visits = {service: [] for service in instance.service_of}
        self.is_in = {child.id: model.new_bool_var("") for child in instance.children}
        self.team = defaultdict(dict)  # service -> therapist -> literal
        self._one_at_a_time = defaultdict(list)  # whose day -> intervals
        self._alone = {family.id for family in instance.families if family.caregivers == 1}
        self._add_fixed()
        for child, service in instance.service_of.values():
            for day in self._days_of(child):
                self._add_day(child, service, day)
        for child in instance.children:
            self._limit_child(child)
        for therapist in instance.therapists:
            for day in self.days:
                self._limit_therapist(therapist, day)
        for intervals in self._one_at_a_time.values():
            model.add_no_overlap(intervals)

    def sessions(self, solver):
        """Give the sessions of a solution."""
        for visit in self.all_visits():
            if solver.value(visit.is_held):
                therapist, room = (
                    next(each for each, literal in who.items() if solver.value(literal))
                    for who in (visit.therapists, visit.rooms)
                )
                start = solver.value(visit.start) * self.grid
                yield Session(visit.child.id, visit.service.id, visit.day, start, therapist, room)

    def hint(self, plan):
        """Begin with a plan that somebody made."""
        booked = defaultdict(list)
        for session in plan.sessions:
            booked[session.service, session.day].append(session)
        for visit in self.all_visits():
            those = sorted(booked[visit.service.id, visit.day], key=lambda each: each.start)
            mine = those[visit.order] if visit.order < len(those) else None
            self.model.add_hint(visit.is_held, mine is not None)
            if mine is not None:
                self.model.add_hint(visit.start, mine.start // self.grid)
            for therapist, literal in visit.therapists.items():
                self.model.add_hint(literal, mine is not None and mine.therapist == therapist)
            for room, literal in visit.rooms.items():
                self.model.add_hint(literal, mine is not None and mine.room == room)

    def all_visits(self):
        return (visit for visits in self.visits.values() for visit in visits)

    def visits_on(self, service, day):
        return [visit for visit in self.visits[service] if visit.day == day]

    def _days_of(self, child):
        dates = child.authorization
        return [day for day in self.days if dates.first_day <= day <= dates.last_day]

    def _add_fixed(self):
        """Block what is taken; entries of one person may overlap, so each slot is taken once."""
        taken = defaultdict(set)
        for fixed in self.instance.fixed:
            slots = range(fixed.window.start // self.grid, -(-fixed.window.end // self.grid))
            taken["therapist", fixed.therapist, fixed.day].update(slots)
            taken["room", fixed.room, fixed.day].update(slots)
        for key, slots in taken.items():
            for slot in slots:
                block = self.model.new_fixed_size_interval_var(slot, 1, "")
                self._one_at_a_time[key].append(block)

    def _add_day(self, child, service, day):
        """Add the visits of one service on one day, where somebody could give them."""
        starts = {
            therapist.id: found
            for therapist in self.instance.therapists
            if service.skill in therapist.skills and therapist.id not in child.excluded_therapists
            if (found := self._starts(child, service, therapist, day))
        }
        rooms = [room.id for room in self.instance.rooms if room.kind in service.room_kinds]
        before = None
        for order in range(child.max_sessions_per_day if starts and rooms else 0):
            visit = Visit(child, service, day, order)
            self._add_visit(visit, starts, rooms)
            if before is not None:
                self.model.add_implication(visit.is_held, before.is_held)
                self.model.add(
                    visit.start >= before.start + service.duration_min // self.grid
                ).only_enforce_if(visit.is_held)
            before = visit

    def _starts(self, child, service, therapist, day):
        """Return the slots in which it could start if nobody else had a session."""
        opens = self.instance.open_hours[day.weekday()]
        family = hours_of(child.availability, child.unavailable, day)
        works = hours_of(therapist.hours, therapist.absences, day)
        first = -(-opens.start // self.grid)
        last = (opens.end - service.duration_min) // self.grid
        return [
            slot
            for slot in range(first, last + 1)
            if _holds(family, slot * self.grid, service.duration_min)
            and _holds(works, slot * self.grid, service.duration_min + therapist.doc_gap_min)
        ]

    def _add_visit(self, visit, starts, rooms):
        model, service = self.model, visit.service
        length = service.duration_min // self.grid
        gaps = {each.id: each.doc_gap_min // self.grid for each in self.instance.therapists}
        visit.is_held = model.new_bool_var("")
        visit.start = model.new_int_var_from_domain(_domain(set().union(*starts.values())), "")
        for therapist, slots in starts.items():
            gives = visit.therapists[therapist] = model.new_bool_var("")
            model.add_linear_expression_in_domain(visit.start, _domain(slots)).only_enforce_if(
                gives
            )
            key = "therapist", therapist, visit.day
            self._take(key, visit.start, length + gaps[therapist], gives)
            if therapist not in self.team[service.id]:
                self.team[service.id][therapist] = model.new_bool_var("")
            model.add_implication(gives, self.team[service.id][therapist])
        for room in rooms:
            visit.rooms[room] = model.new_bool_var("")
            self._take(("room", room, visit.day), visit.start, length, visit.rooms[room])
        alone = visit.child.family in self._alone
        whose = ("family", visit.child.family) if alone else ("child", visit.child.id)
        self._take((*whose, visit.day), visit.start, length, visit.is_held)
        for chosen in (visit.therapists, visit.rooms):
            model.add(sum(chosen.values()) == visit.is_held)
        self.visits[service.id].append(visit)

    def _take(self, key, start, length, literal):
        taken = self.model.new_optional_fixed_size_interval_var(start, length, literal, "")
        self._one_at_a_time[key].append(taken)

    def _limit_child(self, child):
        """Limit doses, weeks, teams, visits and days."""
        is_in, by_day, count = self.is_in[child.id], defaultdict(list), 0
        for service in child.services:
            weeks, held = defaultdict(list), 0
            for visit in self.visits[service.id]:
                weeks[week(visit.day)].append(visit.is_held)
                by_day[visit.day].append(visit.is_held)
                held += visit.is_held
            for in_week in weeks.values():
                self.model.add(sum(in_week) <= service.max_per_week)
            self.model.add(held <= service.sessions * is_in)
            self.model.add(held >= service.min_sessions * is_in)
            team = sum(self.team[service.id].values())
            self.model.add(team <= service.max_therapists)
            self.model.add(team >= is_in)
            count += held
        self.model.add(count <= child.authorization.visits)
        for day in by_day.values():
            self.model.add(sum(day) <= child.max_sessions_per_day)

    def _limit_therapist(self, therapist, day):
        """Keep contact minutes within the limit, and a lunch free on a day with sessions."""
        given = [
            (visit.service.duration_min, visit.therapists[therapist.id])
            for visit in self.all_visits()
            if visit.day == day and therapist.id in visit.therapists
        ]
        contact = sum(
            fixed.window.end - fixed.window.start
            for fixed in self.instance.fixed
            if fixed.contact and fixed.therapist == therapist.id and fixed.day == day
        )
        minutes = sum(minutes * literal for minutes, literal in given)
        self.model.add(minutes + contact <= max(contact, therapist.max_contact_min_per_day))
        lunch = therapist.lunch
        windows = hours_of(therapist.hours, therapist.absences, day)
        if given and lunch and any(each.holds(*_ends(lunch.window)) for each in windows):
            first, last = lunch.window.start, lunch.window.end - lunch.minutes
            eats = self.model.new_int_var(-(-first // self.grid), last // self.grid, "")
            works = self.model.new_bool_var("")
            for _, literal in given:
                self.model.add_implication(literal, works)
            key = "therapist", therapist.id, day
            self._take(key, eats, -(-lunch.minutes // self.grid), works)


def week(day):
    """Return the ISO week a day is in."""
    return day.isocalendar()[:2]


def _holds(windows, start, minutes):
    return any(window.holds(start, start + minutes) for window in windows)


def _ends(window):
    return window.start, window.end


def _domain(values):
    from ortools.sat.python import cp_model  # noqa: PLC0415  (an optional tool)

    return cp_model.Domain.from_values(sorted(values))
