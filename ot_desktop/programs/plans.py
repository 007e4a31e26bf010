"""Use cases around the plans of an intensive: from and to the planner, side by side."""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager
from itertools import count
from string import ascii_uppercase
from typing import Any

from db.queries import plans as queries
from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc
from ot_desktop.errors import ClinicError, NotFound
from ot_desktop.permissions import Permission
from ot_desktop.planning.domain import Instance, Plan
from ot_desktop.programs import measuring
from ot_desktop.programs.clashes import clashes, judge
from ot_desktop.programs.desk import Desk
from ot_desktop.programs.editing import Editing
from ot_desktop.programs.facts import ProgramFacts
from ot_desktop.programs.instance import InstanceBuilder, keepable
from ot_desktop.programs.instance_children import in_plan
from ot_desktop.programs.measures import Comparison, Measures, PlanSummary
from ot_desktop.programs.mending import Mended, Price, price_of
from ot_desktop.programs.missing import not_placed, why_missing
from ot_desktop.programs.placement import Clash, NotPlaced
from ot_desktop.programs.plan_reading import summary
from ot_desktop.programs.plan_rows import copied, placements_of, reasons_of, rewritten
from ot_desktop.programs.situation import Situation
from ot_desktop.work import Entry, Work

JUDGED_A_TURN = 200


class Plans:
    """Hand an intensive to the planner, keep what comes back, and say how good it is."""

    def __init__(self, work: Work, desk: Desk, editing: Editing) -> None:
        self._work = work
        self._desk = desk
        self._editing = editing

    def of(self, program_id: int) -> tuple[PlanSummary, ...]:
        """Return the plans by name, Plan A first."""
        self._work.require(Permission.SEE_SCHEDULE)
        return tuple(queries.plans(program_id, summary))

    def instance(self, program_id: int, plan_id: int | None = None) -> Instance:
        """Return what the planner needs, plain values only, safe to hand to another process.

        With ``plan_id`` the plan's sessions are handed over as the ones families have, those
        locked, moved by hand or held to be kept where they are: the planner fills the holes.
        Without one everything is planned anew, except that a published program hands over its
        chosen plan. Raises ``ClinicError`` naming what is missing.
        """
        self._work.require(Permission.SEE_SCHEDULE)
        facts = self._desk.facts(program_id)
        _refuse_incomplete(facts)
        if plan_id is None and facts.own:
            plan_id = facts.program.chosen_plan_id
        if plan_id is None:
            return InstanceBuilder(Situation(0, facts, {})).build()
        situation = self._desk.situation(plan_id)
        kept = keepable(situation, situation.placements.values())
        return InstanceBuilder(situation, kept).build()

    def keep(self, program_id: int, plan: Plan, into: int | None = None) -> int:
        """Keep what the planner found as a new plan, or ``into`` an existing one; return its id.

        Locks, hand marks and visits of sessions that stayed are kept; what has happened always
        is. The first plan is chosen.
        """
        facts = self._desk.facts(program_id)
        if into is not None:
            self._editing.refuse_other(program_id)
        source = into if into is not None else facts.program.chosen_plan_id
        situation = self._desk.situation(source) if source is not None else Situation(0, facts, {})
        placements = placements_of(situation, plan)
        claims = {
            "score": plan.score,
            "bound": plan.bound,
            "seconds": plan.seconds,
            "seed": plan.seed,
            "solver": plan.solver or "",
            "reasons": reasons_of(plan),
        }
        with self._saving() as entry:
            if into is None:
                plan_id = self._insert(program_id, claims)
                rewritten(plan_id, (), copied(placements))
            else:
                plan_id = into
                queries.change_plan(plan_id, claims | {"made_at": now_utc()})
                rewritten(plan_id, tuple(situation.placements.values()), placements)
            entry.subject = f"plan {plan_id} kept"
            return plan_id

    def price(self, program_id: int, mended: Mended) -> Price:
        """Say what taking a mended plan would cost the families; saves nothing."""
        self._work.require(Permission.SEE_SCHEDULE)
        plan_id = self._desk.facts(program_id).program.chosen_plan_id
        if plan_id is None:
            raise ClinicError("There is no plan in use to be mended. Solve first.")
        return price_of(self._desk.situation(plan_id), mended)

    def copy(self, plan_id: int) -> int:
        """Copy a plan under the next letter, for trying things; return the new id."""
        situation, plan = self._desk.situation(plan_id), self._desk.plan(plan_id)
        with self._saving() as entry:
            claims = {"score": plan.score, "bound": plan.bound, "solver": plan.solver}
            new_id = self._insert(plan.program_id, claims | {"reasons": queries.reasons(plan_id)})
            rewritten(new_id, (), copied(situation.placements.values()))
            entry.subject = f"plan {plan_id} copied to {new_id}"
            return new_id

    def choose(self, plan_id: int) -> None:
        """Use this plan: what publishing publishes."""
        plan = self._desk.plan(plan_id)
        self._editing.refuse_other(plan.program_id)
        with self._saving() as entry:
            queries.choose_plan(plan.program_id, plan_id)
            entry.subject = f"plan {plan_id} chosen"

    def discard(self, plan_id: int) -> None:
        """Throw a plan away; refused for the chosen one and for one families have seen."""
        plan = self._desk.plan(plan_id)
        if plan.is_chosen:
            raise ClinicError(f"{plan.name} is the plan in use. Use another plan first.")
        if queries.is_published(plan_id):
            raise ClinicError(f"Families were given {plan.name}. It stays.")
        self._editing.refuse_other(plan.program_id)
        with self._saving() as entry:
            queries.delete_plan(plan_id)
            entry.subject = f"plan {plan_id} discarded"

    def measures(self, plan_id: int) -> Measures:
        """Return placed of needed and the quality of a plan as it is now, moves included."""
        self._work.require(Permission.SEE_SCHEDULE)
        return measuring.measures(self._desk.situation(plan_id))

    def compare(self, one: int, other: int) -> Comparison:
        """Return two plans' measures and every session that differs."""
        self._work.require(Permission.SEE_SCHEDULE)
        mine, theirs = self._desk.situation(one), self._desk.situation(other)
        return Comparison(
            self._desk.plan(one),
            self._desk.plan(other),
            measuring.measures(mine),
            measuring.measures(theirs),
            measuring.differences(mine, theirs),
        )

    def judge_some(self, plan_id: int) -> bool:
        """Look whether a few more sessions can stay where they are; say whether any are left."""
        self._work.require(Permission.SEE_SCHEDULE)
        situation = self._desk.situation(plan_id)
        return judge(situation, situation.placements.values(), JUDGED_A_TURN) > 0

    def clashes(self, plan_id: int) -> tuple[Clash, ...]:
        """Return everything in a plan that cannot stay, by day; the first ones with fixes."""
        self._work.require(Permission.SEE_SCHEDULE)
        return clashes(self._desk.situation(plan_id))

    def not_placed(self, plan_id: int) -> tuple[NotPlaced, ...]:
        """Return what children are still missing; the first three with reasons and fixes."""
        self._work.require(Permission.SEE_SCHEDULE)
        return not_placed(self._desk.situation(plan_id), self._said(plan_id))

    def why_not_placed(self, plan_id: int, wanted_id: int) -> NotPlaced:
        """Return what is missing of one service, with reasons and fixes; for the one chosen.

        Raises ``NotFound`` when nothing of it is missing any more.
        """
        self._work.require(Permission.SEE_SCHEDULE)
        found = why_missing(self._desk.situation(plan_id), wanted_id, self._said(plan_id))
        if found is None:
            raise NotFound("All sessions of this child are placed by now.")
        return found

    def _said(self, plan_id: int) -> dict[int, list[str]]:
        """Return why the planner left children out, by program child."""
        reasons = json.loads(queries.reasons(plan_id))
        return {int(child): [each["text"] for each in why] for child, why in reasons.items()}

    def _insert(self, program_id: int, claims: dict[str, Any]) -> int:
        taken = {each.name for each in queries.plans(program_id, summary)}
        plan_id = queries.insert_plan(
            claims
            | {
                "program": program_id,
                "name": next(name for name in _names() if name not in taken),
                "made_at": now_utc(),
                "made_by": self._work.user.id,
            }
        )
        if not taken:
            queries.choose_plan(program_id, plan_id)
        return plan_id

    def _saving(self) -> AbstractContextManager[Entry]:
        return self._work.saving(Permission.PLAN_PROGRAM, Topic.PROGRAMS, Action.CHANGED_PLAN)


def _names() -> Iterator[str]:
    for letter in ascii_uppercase:
        yield f"Plan {letter}"
    yield from (f"Plan {number}" for number in count(27))


def _refuse_incomplete(facts: ProgramFacts) -> None:
    program = facts.program
    if not program.days:
        raise ClinicError("Nobody is seen on any day of this intensive. Change its dates.")
    if not program.therapists:
        raise ClinicError("No therapist takes part. Add one in the set-up.")
    if not in_plan(facts):
        raise ClinicError("No child is ready. Add children and the times their families can come.")
