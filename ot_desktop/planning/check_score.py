"""The exact points of a plan, computed from the plan alone: what the engine has to agree with."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import timedelta

from ot_desktop.planning.check_visits import Visit, idle_minutes, trips, visits_of
from ot_desktop.planning.domain import Child, Instance, Plan, Session, Weights, Window


def score(instance: Instance, plan: Plan) -> int:
    """Return care minus penalties, and in a repair minus what the changes cost."""
    visits = visits_of(instance, plan)
    by_service: dict[str, list[Visit]] = defaultdict(list)
    for visit in visits:
        by_service[visit.service.id].append(visit)
    points = sum(_service_points(instance, group) for group in by_service.values())
    return points - _trip_points(instance, visits) - change_points(instance, plan)


def change_points(instance: Instance, plan: Plan) -> int:
    """Return what a repair's changes cost; another room at the same time costs nothing."""
    if instance.published is None:
        return 0
    weights, points = instance.weights, 0
    touched: set[str] = set()
    was, now = _by_service(instance.published.sessions), _by_service(plan.sessions)
    for service, sessions in was.items():
        child = sessions[0].child
        gone, came = _but(sessions, now[service]), _but(now[service], sessions)
        for one in list(gone):
            for other in came:
                if (one.day, one.start) == (other.day, other.start):
                    gone.remove(one)
                    came.remove(other)
                    if one.therapist != other.therapist:
                        points += weights.change_therapist
                        touched.add(child)
                    break
        moved = min(len(gone), len(came))
        points += moved * weights.change_move + (len(gone) - moved) * weights.change_drop
        if gone:
            touched.add(child)
    return points + len(touched) * weights.change_child


def _by_service(sessions: Iterable[Session]) -> dict[str, list[Session]]:
    found: dict[str, list[Session]] = defaultdict(list)
    for session in sessions:
        found[session.service].append(session)
    return found


def _but(sessions: list[Session], others: list[Session]) -> list[Session]:
    """Return the sessions that are not among the others."""
    return list((Counter(sessions) - Counter(others)).elements())


def care_points(instance: Instance, child: Child) -> int:
    """Return the points of one slot of care for the child."""
    weights = instance.weights
    waiting = child.waiting_weeks // weights.wait_bonus_weeks_per_point
    return weights.care_per_slot[child.priority] + min(weights.wait_bonus_max, waiting)


def _service_points(instance: Instance, group: list[Visit]) -> int:
    child, service, weights = group[0].child, group[0].service, instance.weights
    slots = service.duration_min // instance.grid_min
    care = len(group) * care_points(instance, child) * slots
    others = len({visit.therapist.id for visit in group}) - 1
    return (
        care
        - others * weights.extra_therapist
        - _strangers(instance, group) * weights.not_primary
        - _off_time(instance, group)
        - sum(not _preferred(visit) for visit in group) * weights.not_preferred
        - (_adjacent_pairs(group) * weights.adjacent_days if service.spread else 0)
    )


def _strangers(instance: Instance, group: list[Visit]) -> int:
    """Count sessions without the primary therapist, where there is one who could."""
    child, service = group[0].child, group[0].service
    could = any(
        therapist.id == child.primary_therapist
        and service.skill in therapist.skills
        and therapist.id not in child.excluded_therapists
        for therapist in instance.therapists
    )
    return sum(visit.therapist.id != child.primary_therapist for visit in group) if could else 0


def _preferred(visit: Visit) -> bool:
    windows = visit.child.preferred
    if not windows:
        return True
    return any(window.holds(visit.time.start, visit.time.end) for window in windows)


def _off_time(instance: Instance, group: list[Visit]) -> int:
    """Return the cost of the day's first sessions being off the best usual start."""
    firsts: dict[object, int] = {}
    for visit in group:
        day, start = visit.session.day, visit.session.start
        firsts[day] = min(start, firsts.get(day, start))
    starts = list(firsts.values())
    usual_starts = range(min(starts), max(starts) + 1, instance.grid_min)
    return min(
        sum(
            _off_usual(instance.weights, abs(start - usual) // instance.grid_min)
            for start in starts
        )
        for usual in usual_starts
    )


def _off_usual(weights: Weights, slots: int) -> int:
    if slots == 0:
        return 0
    return weights.off_time_base + weights.off_time_per_slot * min(
        weights.off_time_cap_slots, slots
    )


def _adjacent_pairs(group: list[Visit]) -> int:
    days = {visit.session.day for visit in group}
    return sum(day + timedelta(days=1) in days for day in days)


def _trip_points(instance: Instance, visits: list[Visit]) -> int:
    weights, points = instance.weights, 0
    travel = {family.id: family.travel_min for family in instance.families}
    days: dict[tuple[str, object], list[Window]] = defaultdict(list)
    for visit in visits:
        days[visit.child.family, visit.session.day].append(visit.time)
    for (family, _), times in days.items():
        for chain in trips(times, instance.trip_gap_min):
            points += travel[family] // 10 * weights.trip_per_10_min
            points += idle_minutes(chain) // instance.grid_min * weights.wait_per_slot
    return points
