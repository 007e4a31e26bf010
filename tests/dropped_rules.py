"""What dropping one rule for one child means, written apart from the code that claims it."""

from dataclasses import replace

from ot_desktop.planning.beside import Beside
from ot_desktop.planning.check import check
from ot_desktop.planning.child_openings import Openings
from ot_desktop.planning.domain import WHOLE_DAY, Plan
from ot_desktop.planning.exact_place import ExactPlace
from ot_desktop.planning.problem import Problem
from ot_desktop.planning.relaxing import relaxed
from ot_desktop.planning.start import state_of

ALWAYS = dict.fromkeys(range(7), (WHOLE_DAY,))
THERAPISTS = ("THERAPIST_CAPACITY", "CAPACITY")
ROOMS = ("ROOM_CAPACITY", "CAPACITY")


def without_rule(instance, child_id, code):
    """Return the instance with one rule dropped for a child; capacity is not part of it."""
    child = next(each for each in instance.children if each.id == child_id)
    skills = frozenset(service.skill for service in child.services)
    kinds = tuple({room.kind for room in instance.rooms})
    dates = {"first_day": instance.first_day, "last_day": instance.last_day}
    of_child = {
        "AUTH_VISITS": {"authorization": replace(child.authorization, visits=999)},
        "AUTH_DATES": {"authorization": replace(child.authorization, **dates)},
        "FAMILY_WINDOW": {"availability": ALWAYS, "unavailable": ()},
        "EXCLUDED": {"excluded_therapists": frozenset()},
        "DAY_MAX": {"max_sessions_per_day": 2},
    }
    of_services = {
        "NO_ROOM_KIND": {"room_kinds": kinds},
        "CONTINUITY": {"max_therapists": 99},
        "WEEK_MAX": {"max_per_week": 99},
    }
    if code in of_services:
        services = tuple(replace(each, **of_services[code]) for each in child.services)
        of_child[code] = {"services": services}
    changed = replace(child, **of_child.get(code, {}))
    instance = replace(
        instance,
        children=tuple(changed if each is child else each for each in instance.children),
    )
    if code == "THERAPIST_HOURS":
        return _with_therapists(instance, lambda _: {"hours": ALWAYS, "absences": ()})
    if code == "NO_SKILL":
        return _with_therapists(instance, lambda each: {"skills": each.skills | skills})
    if code == "CAREGIVER":
        families = tuple(replace(each, caregivers=2) for each in instance.families)
        return replace(instance, families=families)
    return instance


def _with_therapists(instance, changes):
    therapists = tuple(replace(each, **changes(each)) for each in instance.therapists)
    return replace(instance, therapists=therapists)


def place_in(instance, sessions, child, code=""):
    """Return the exact search for a child beside the sessions, a capacity rule dropped."""
    problem = Problem(instance)
    state = state_of(problem, Plan(instance.name, tuple(sessions)))
    beside, nothing = Beside.fixed(problem).and_sessions(state.sessions), Beside.nothing(problem)
    taken = beside.taken
    if code in THERAPISTS:
        taken = taken._replace(therapists=nothing.therapists, contact=nothing.contact)
    if code in ROOMS:
        taken = taken._replace(rooms=nothing.rooms)
    return ExactPlace(Openings(Beside(problem, taken), instance, child))


def is_true(instance, plan, child, code):
    """Say whether the child fits when the rule is dropped: in the plan, or in an empty program.

    The latter where the child does not even fit in the empty program.
    """
    dropped = without_rule(instance, child, code)
    if place_in(dropped, plan.sessions, child, code).fits():
        return True
    alone = place_in(instance, (), child)
    return not alone.fits() and place_in(dropped, (), child, code).fits()


def helps(instance, plan, child, relax):
    """Say whether the fix gives the child a place that the checker finds nothing wrong with."""
    loosened = relaxed(instance, child, relax)
    out = relax.get("instead_of", ())
    kept = tuple(session for session in plan.sessions if session.child not in out)
    place = place_in(loosened, kept, child)
    found = Plan(instance.name, (*kept, *place.sessions(place.full)))
    return place.fits() and check(loosened, found) == []
