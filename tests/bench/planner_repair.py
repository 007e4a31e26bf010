"""T8: a therapist is sick for a day, and what she had finds another place that week or is lost."""

from dataclasses import replace
from datetime import datetime, time

from ot_desktop.planning.check import check
from ot_desktop.planning.check_score import score
from ot_desktop.planning.domain import Plan, Published, TimeOff
from ot_desktop.planning.repair import repair
from tests.bench import peer, peer_repair
from tests.bench.cases import MS
from tests.bench.planner_targets import at_least, at_most, must_be_none

SLOWEST_MS = 100
SHARE = 0.995  # of the points the best choice brings
SOLVER_EFFORT = 10  # for each sick day


def sick_days(run, effort):
    """Give how long repairs take, what else they touched, and their share of the best choice."""
    times, faults, gained, possible = [], 0, 0, 0
    for therapist, day in _events(run.plan, 2 * effort.sample):
        sick = SickDay(run.instance, run.plan, therapist, day)
        began = effort.clock()
        mended, _ = repair(sick.instance, run.plan, sick.now, keep=sick.locked)
        times.append((effort.clock() - began) * MS)
        faults += sick.faults(mended)
        if peer.is_installed() and effort.is_full:
            best = peer_repair.best_repair(sick, SOLVER_EFFORT)
            if best is not None:
                gained, possible = gained + sick.gain(mended), possible + sick.gain(best)
    yield at_most(f"{run.name} T8 repair, slowest", max(times, default=0.0), SLOWEST_MS, "ms")
    yield must_be_none(f"{run.name} T8 moved or broken", faults)
    if possible:
        yield at_least(f"{run.name} T8 points/CP-SAT's", (gained, possible), SHARE, "points")


def _events(plan, count):
    """Return therapists' days with sessions, from all over the program."""
    days = sorted({(session.therapist, session.day) for session in plan.sessions})
    return days[:: max(1, len(days) // count)]


class SickDay:
    """What happened, told in the morning of the day; every fifth session is locked."""

    def __init__(self, instance, plan, therapist, day):
        self.day, self.sessions = day, plan.sessions
        self.now = datetime.combine(day, time())
        self.broken = [
            each for each in plan.sessions if (each.therapist, each.day) == (therapist, day)
        ]
        self.standing = [each for each in plan.sessions if each not in self.broken]
        self.locked = frozenset(self.standing[::5])
        staff = tuple(
            replace(each, absences=(*each.absences, TimeOff(day))) if each.id == therapist else each
            for each in instance.therapists
        )
        self.instance = replace(instance, therapists=staff)

    def faults(self, mended):
        """Count broken rules, and standing sessions that are gone."""
        moved = len(set(self.standing) - set(mended.sessions))
        return len(check(self._repair(), mended)) + moved + (mended.score != self.points(mended))

    def gain(self, mended):
        """Return the points it brings beside giving up every broken session."""
        return self.points(mended) - self.points(Plan(mended.instance, tuple(self.standing)))

    def points(self, mended):
        return score(self._repair(), mended)

    def _repair(self):
        return replace(
            self.instance, published=Published(self.now, self.sessions, frozenset(self.locked))
        )
