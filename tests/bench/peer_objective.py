"""The objective of the planner as linear terms of a CP-SAT model."""

from collections import defaultdict
from datetime import timedelta

from ot_desktop.planning.check_score import care_points


class Objective:
    """Care minus every penalty of the format's description."""

    def __init__(self, summer):
        self.summer, self.model, self.instance = summer, summer.model, summer.instance
        self.weights = summer.instance.weights
        self.terms = []

    def points(self):
        """Return what is to be as large as possible."""
        for child, service in self.instance.service_of.values():
            visits = self.summer.visits[service.id]
            if visits:
                self._care(child, service, visits)
                self._team(child, service, visits)
                self._usual_time(visits)
                if service.spread:
                    self._adjacent_days(visits)
        for family in self.instance.families:
            self._trips(family)
        return sum(self.terms)

    def _care(self, child, service, visits):
        care = care_points(self.instance, child) * (service.duration_min // self.summer.grid)
        for visit in visits:
            self.terms.append(care * visit.is_held)
            if child.preferred:
                self._wish(visit)

    def _wish(self, visit):
        """Charge a session that is not wholly inside a preferred window."""
        grid, minutes = self.summer.grid, visit.service.duration_min
        wished = self._literal()
        allowed = [
            slot
            for slot in range(24 * 60 // grid)
            if any(each.holds(slot * grid, slot * grid + minutes) for each in visit.child.preferred)
        ]
        if allowed:
            from ortools.sat.python import cp_model  # noqa: PLC0415  (an optional tool)

            domain = cp_model.Domain.from_values(allowed)
            self.model.add_linear_expression_in_domain(visit.start, domain).only_enforce_if(wished)
        else:
            self.model.add(wished == 0)
        unwished = self._literal()
        self.model.add_bool_or([wished, unwished, visit.is_held.negated()])
        self.terms.append(-self.weights.not_preferred * unwished)

    def _team(self, child, service, visits):
        team = self.summer.team[service.id]
        extra = sum(team.values()) - self.summer.is_in[child.id]
        self.terms.append(-self.weights.extra_therapist * extra)
        able = [
            each.id
            for each in self.instance.therapists
            if service.skill in each.skills and each.id not in child.excluded_therapists
        ]
        if child.primary_therapist in able:
            self.terms += [
                -self.weights.not_primary * literal
                for visit in visits
                for therapist, literal in visit.therapists.items()
                if therapist != child.primary_therapist
            ]

    def _usual_time(self, visits):
        """Charge the first session of a day for being off the best usual start."""
        weights, model = self.weights, self.model
        latest = 24 * 60 // self.summer.grid
        usual = model.new_int_var(0, latest, "")
        most = weights.off_time_base + weights.off_time_per_slot * weights.off_time_cap_slots
        for visit in visits:
            if visit.order:
                continue
            is_usual, is_far = self._literal(), self._literal()
            off = model.new_int_var(0, weights.off_time_cap_slots, "")
            cost = model.new_int_var(0, most, "")
            model.add(visit.start == usual).only_enforce_if(is_usual)
            model.add(off >= weights.off_time_cap_slots).only_enforce_if(is_far)
            for distance in (visit.start - usual, usual - visit.start):
                model.add(off >= distance).only_enforce_if(is_far.negated())
            model.add(
                cost >= weights.off_time_base + weights.off_time_per_slot * off
            ).only_enforce_if(visit.is_held, is_usual.negated())
            self.terms.append(-cost)

    def _adjacent_days(self, visits):
        held = {visit.day: visit.is_held for visit in visits if not visit.order}
        for day, literal in held.items():
            after = held.get(day + timedelta(days=1))
            if after is not None:
                both = self._literal()
                self.model.add(both >= literal + after - 1)
                self.terms.append(-self.weights.adjacent_days * both)

    def _trips(self, family):
        """Charge every trip, and waiting between the sessions of one."""
        days = defaultdict(list)
        for child in self.instance.children:
            if child.family == family.id:
                for service in child.services:
                    for visit in self.summer.visits[service.id]:
                        days[visit.day].append(visit)
        cost = family.travel_min // 10 * self.weights.trip_per_10_min
        for visits in days.values():
            if (
                len({visit.child.id for visit in visits}) * visits[0].child.max_sessions_per_day
                == 1
            ):
                self.terms += [-cost * visit.is_held for visit in visits]
            else:
                self._chain(visits, cost)

    def _chain(self, visits, cost):
        """Follow the family through the day: in session, waiting, or away."""
        there = self._in_session(visits)
        waits = {slot: self._literal() for slot in there}
        gap = self.instance.trip_gap_min // self.summer.grid
        for slot, busy in there.items():
            wait = waits[slot]
            self.terms.append(-self.weights.wait_per_slot * wait)
            self.model.add_implication(wait, busy.negated())
            for beside in (slot - 1, slot + 1):  # nobody waits before the first or after the last
                near = [each[beside] for each in (there, waits) if beside in each]
                self.model.add_bool_or([*near, wait.negated()])
            comes = self._literal()
            self.terms.append(-cost * comes)
            before = [each[slot - 1] for each in (there, waits) if slot - 1 in each]
            self.model.add_bool_or([comes, busy.negated(), *before])
            self._pauses(there, waits, slot, gap)

    def _pauses(self, there, waits, slot, gap):
        """A pause of at most the gap is spent waiting, a longer one is not."""
        run = [waits[each].negated() for each in range(slot, slot + gap + 1) if each in waits]
        if len(run) == gap + 1:
            self.model.add_bool_or(run)
        for length in range(1, gap + 1):
            back = slot + length + 1
            if back not in there:
                break
            pause = range(slot + 1, back)
            ends = [there[slot].negated(), there[back].negated(), *(there[each] for each in pause)]
            for each in pause:
                self.model.add_bool_or([*ends, waits[each]])

    def _in_session(self, visits):
        """Return for every slot of the family's day whether anybody of it is in session."""
        covering = defaultdict(list)
        for visit in visits:
            length = visit.service.duration_min // self.summer.grid
            starts = {slot: self._literal() for slot in _values(visit.start)}
            self.model.add(sum(starts.values()) == visit.is_held)
            for slot, literal in starts.items():
                self.model.add(visit.start == slot).only_enforce_if(literal)
                for each in range(slot, slot + length):
                    covering[each].append(literal)
        there = {slot: self._literal() for slot in range(min(covering), max(covering) + 1)}
        for slot, busy in there.items():
            literals = covering.get(slot, [])
            for literal in literals:
                self.model.add_implication(literal, busy)
            self.model.add_bool_or([*literals, busy.negated()])
        return there

    def _literal(self):
        return self.model.new_bool_var("")


def _values(variable):
    """Return the values a variable may have."""
    ends = list(variable.proto.domain)
    pairs = zip(ends[::2], ends[1::2], strict=True)
    return [value for first, last in pairs for value in range(first, last + 1)]
