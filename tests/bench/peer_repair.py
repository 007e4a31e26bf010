"""The best choice of new places for broken sessions, by CP-SAT: the same choice a repair has.

Every other session stays; each broken one is given in its week, from the day it broke on, or lost.
"""

from collections import Counter, defaultdict
from dataclasses import replace

from ot_desktop.planning.domain import Fixed, Plan, Window
from tests.bench.peer import Summer, week
from tests.bench.peer_objective import Objective


def best_repair(sick, effort):
    """Return the plan of the best choice for a sick day; None if it takes CP-SAT too long.

    The effort is CP-SAT's own count of its work, about seconds: the same on a busy computer.
    """
    from ortools.sat.python import cp_model  # noqa: PLC0415  (an optional tool)

    touched = _families(sick)
    instance = _of_families(sick, touched)
    summer = Summer(instance, cp_model.CpModel())
    objective = Objective(summer)
    terms = [objective.points(), *_keep_the_others(sick, summer)]
    summer.model.maximize(sum(terms))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_deterministic_time = effort
    if solver.solve(summer.model) != cp_model.OPTIMAL:
        return None
    others = [each for each in sick.standing if _family(sick, each) not in touched]
    return Plan(instance.name, (*others, *summer.sessions(solver)))


def _family(sick, session):
    child, _ = sick.instance.service_of[session.service]
    return child.family


def _families(sick):
    return {_family(sick, session) for session in sick.broken}


def _of_families(sick, touched):
    """Return the instance with these families alone; what all others have is fixed."""
    whole = sick.instance
    fixed = list(whole.fixed)
    notes = {each.id: each.doc_gap_min for each in whole.therapists}
    for number, session in enumerate(sick.standing):
        if _family(sick, session) not in touched:
            end = session.start + whole.service_of[session.service][1].duration_min
            time, gap = Window(session.start, end), Window(end, end + notes[session.therapist])
            day, who = session.day, session.therapist
            fixed.append(Fixed(f"s{number}", day, time, who, session.room, contact=True, label=""))
            fixed.append(Fixed(f"n{number}", day, gap, who, None, contact=False, label=""))
    children = tuple(
        replace(child, services=tuple(replace(each, min_sessions=0) for each in child.services))
        for child in whole.children
        if child.family in touched
    )
    families = tuple(each for each in whole.families if each.id in touched)
    return replace(whole, fixed=tuple(fixed), children=children, families=families)


def _keep_the_others(sick, summer):
    """Hold the standing sessions; return what a session costs less that keeps its time."""
    model, weights = summer.model, summer.instance.weights
    had = Counter((each.service, week(each.day)) for each in sick.sessions)
    for service, visits in summer.visits.items():
        weeks = defaultdict(list)
        for visit in visits:
            weeks[week(visit.day)].append(visit.is_held)
        for number, held in weeks.items():
            model.add(sum(held) <= had[service, number])
    stood = Counter((each.service, each.day) for each in sick.standing)
    for visit in summer.all_visits():
        if visit.day < sick.day and visit.order >= stood[visit.service.id, visit.day]:
            model.add(visit.is_held == 0)
    for session in sick.standing:
        if session.service in summer.visits:
            model.add_exactly_one(
                _is_held(summer, visit, session, session.therapist)
                for visit in summer.visits_on(session.service, session.day)
            )
    cheaper = weights.change_move - weights.change_therapist
    return [
        cheaper * _is_held(summer, visit, session, None)
        for session in sick.broken
        for visit in summer.visits_on(session.service, session.day)
    ]


def _is_held(summer, visit, session, therapist):
    """Return a literal: the visit is this session; with anybody where no therapist is given."""
    model, literal = summer.model, summer.model.new_bool_var("")
    model.add_implication(literal, visit.is_held)
    model.add(visit.start == session.start // summer.grid).only_enforce_if(literal)
    if therapist is not None:
        model.add_implication(literal, visit.therapists[therapist])
        model.add_implication(literal, visit.rooms[session.room])
    return literal
