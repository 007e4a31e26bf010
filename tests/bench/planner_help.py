"""What surrounds a plan: a place for one more child, reasons for who is left out, and fairness."""

from dataclasses import replace

from ot_desktop.planning import COMPILED, audit
from ot_desktop.planning.explain import explain
from ot_desktop.planning.open_places import OpenPlaces
from tests.bench.cases import MS
from tests.bench.planner_targets import at_least, at_most, must_be_none
from tests.bench.summers import stored_file, summer
from tests.dropped_rules import helps, is_true

PLACE_MS = {"XS": 10, "S": 10, "M": 10, "L": 10}
SET_UP_MS = {"XS": 50, "S": 50, "M": 50, "L": 100}  # what the search itself does not need again
PLACE_UNCOMPILED_MS = {"XS": 50, "S": 50, "M": 50, "L": 100}
REASON_MS = {"XS": 50, "S": 50, "M": 50, "L": 250}


def places(run, effort):
    """T7: a placed child is taken out, and five places are looked for."""
    times, kept, simple = [], [], []
    open_places, took = _timed(effort, OpenPlaces, run.instance, run.plan)
    yield at_most(f"{run.name} T7 set the plan up, once", took, SET_UP_MS[run.size], "ms")
    for child in _sample(_placed(run), effort.sample):
        others = tuple(each for each in run.plan.sessions if each.child != child.id)
        without = replace(run.plan, sessions=others)
        options, took = _timed(effort, open_places.of, child.id)
        held = run.plan.score - run.points(without)
        is_kept = bool(options) and options[0].points >= held
        times.append(took)
        kept.append(is_kept)
        if len(child.services) == child.max_sessions_per_day == 1:
            simple.append(is_kept)
    limits = PLACE_MS if COMPILED else PLACE_UNCOMPILED_MS
    yield at_most(f"{run.name} T7 find a place, p95", _p95(times), limits[run.size], "ms")
    yield at_least(f"{run.name} T7 as good as held", (sum(kept), len(kept)), 0.98, "children")
    simply = sum(simple), len(simple)
    yield at_least(f"{run.name} T7 the same, one service", simply, 1, "children")


def reasons(run, effort):
    """T9: every child left out has a reason, and dropping the rule it names gives a place."""
    said = {}
    times = []
    for child in _sample(sorted(run.plan.unplaced), effort.sample):
        said[child], took = _timed(effort, explain, run.instance, run.plan, child)
        times.append(took)
    truths = [[_is_true(run, child, each) for each in said[child]] for child in said]
    first = [each[0] for each in truths if each]
    claims = [claim for each in truths for claim in each]
    yield at_least(f"{run.name} T9 has a reason", (len(first), len(said)), 1, "children")
    yield at_least(f"{run.name} T9 first reason true", (sum(first), len(first)), 0.98, "children")
    yield at_least(f"{run.name} T9 all reasons true", (sum(claims), len(claims)), 0.95, "reasons")
    slowest = max(times, default=0.0)
    yield at_most(f"{run.name} T9 explain, slowest", slowest, REASON_MS[run.size], "ms")
    if stored_file(run.name) is None:
        planted = summer(run.name)["planted"].items()
        found = [code in {each.code for each in said.get(child, ())} for child, code in planted]
        yield at_least(f"{run.name} T9 planted found", (sum(found), len(found)), 1, "children")


def fairness(run):
    """T10: nobody is left out who fits, or who would in place of ONE of lower priority."""
    yield must_be_none(f"{run.name} T10 left out but fit", len(audit.fits(run.instance, run.plan)))
    yield must_be_none(f"{run.name} T10 envy", len(audit.envy(run.instance, run.plan)))


def _is_true(run, child, reason):
    """Say whether the one rule dropped gives a place, or what the fix needs together does."""
    if len(set(reason.relax or ()) - {"instead_of"}) > 1:
        return helps(run.instance, run.plan, child, reason.relax)
    return is_true(run.instance, run.plan, child, reason.code)


def _placed(run):
    return [child for child in run.instance.children if child.id not in run.plan.unplaced]


def _sample(children, count):
    """Return so many of the children, from all over the list."""
    step = max(1, len(children) // count)
    return children[::step]


def _timed(effort, work, *arguments):
    began = effort.clock()
    found = work(*arguments)
    return found, (effort.clock() - began) * MS


def _p95(times):
    """Return the 95th percentile; 0 of nothing."""
    return sorted(times)[int(0.95 * (len(times) - 1))] if times else 0.0
