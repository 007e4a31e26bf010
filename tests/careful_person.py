"""Books as a careful person would: by priority, one therapist and one time where that is possible.

The yardstick of the bench. It uses the engine's state to see what is free, and nothing else of it.
"""

from ot_desktop.planning.masks import bits
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.state import State


def careful_plan(instance):
    """Return a state with every child booked in turn, once, and never moved again."""
    problem = Problem(instance)
    state = State(problem)
    for child in sorted(range(len(problem.kids)), key=lambda each: _turn(problem.kids[each])):
        kid = problem.kids[child]
        left = kid.visits
        for number in kid.requests:
            request = problem.requests[number]
            sessions = _book(state, number, min(request.most, left))
            if len(sessions) < request.least:
                state.take_out(child)
                break
            left -= len(sessions)
    return state


def _turn(kid):
    return kid.priority, -kid.waiting_weeks


def _book(state, number, most):
    """Book at the time and with the therapist that fit most often; then fill up as near by."""
    request = state.problem.requests[number]
    times = {}
    for position in _by_acquaintance(request):
        for day in range(state.days):
            for start in bits(_starts(state, number, position, day)):
                times.setdefault((position, start), []).append(day)
    if not times:
        return []
    position, usual = max(times, key=lambda at: _often(state, request, times[at]))
    kept = []
    anywhen = (usual, state.problem.slots)
    _fill(state, number, [position], (usual, 0), most, kept)
    _fill(state, number, [position], anywhen, most, kept)
    others = [each for each in _by_acquaintance(request) if each != position]
    for size in range(1, request.max_team):
        _fill(state, number, others[:size], anywhen, most, kept)
    return kept


def _often(state, request, days):
    weeks = state.problem.week_days
    return sum(min(request.per_week, len(set(week) & set(days))) for week in weeks)


def _by_acquaintance(request):
    positions = range(len(request.therapists))
    return sorted(positions, key=lambda position: request.strangers[position])


def _fill(state, number, positions, wish, most, kept):
    """Add sessions, week by week; the wish is the usual start and how far from it they may be."""
    usual, near = wish
    request = state.problem.requests[number]
    for week in state.problem.week_days:
        for day in week:
            in_week = sum(session[0] in week for session in kept)
            if len(kept) == most or in_week == request.per_week:
                break
            found = _nearest(state, number, positions, day, usual)
            if found is not None and abs(found[1] - usual) <= near:
                state.clear(number)
                kept.append(found)
                state.place(number, sorted(kept))


def _nearest(state, number, positions, day, usual):
    free = [
        (abs(start - usual), start, position)
        for position in positions
        for start in bits(_starts(state, number, position, day))
    ]
    if not free:
        return None
    _, start, position = min(free)
    room = state.room_for(number, day, start)
    return day, start, state.problem.requests[number].therapists[position], room


def _starts(state, number, position, day):
    starts = state.child_starts(number, day) & state.room_starts(number, day)
    return starts and starts & state.therapist_starts(number, position, day)
