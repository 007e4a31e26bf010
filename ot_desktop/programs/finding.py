"""Finds times for one child beside everybody else's: a few proposals, best first."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ot_desktop.day_words import WEEKDAYS, clock_text, short_day
from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Permission
from ot_desktop.planning.domain import Instance, Option, Plan, Session
from ot_desktop.programs import planner_words as words
from ot_desktop.programs.adjusting import Adjusting
from ot_desktop.programs.desk import Desk
from ot_desktop.programs.facts import ProgramFacts
from ot_desktop.programs.instance import InstanceBuilder, keepable
from ot_desktop.programs.placement import Change, Fix, FixKind, Place, Step
from ot_desktop.programs.plans import Plans
from ot_desktop.programs.situation import Situation
from ot_desktop.work import Work

_PLACE_IN_FILE = re.compile(r"sessions\[(\d+)\]")
_SHORT = 3


@dataclass(frozen=True, slots=True)
class PlaceSearch:
    """What has to be searched; plain values, so that it may run beside the window."""

    instance: Instance
    current: Plan
    child: str

    def run(self, count: int = 3) -> tuple[Option, ...]:
        """Return up to ``count`` different places for the child, best first; slow."""
        from ot_desktop.planning.open_places import find_place  # noqa: PLC0415  (heavy)

        return tuple(find_place(self.instance, self.current, self.child, count))


class Finding:
    """Proposes whole sets of times for one child, and takes the one that was chosen."""

    def __init__(self, work: Work, desk: Desk, plans: Plans, board: Adjusting) -> None:
        self._work = work
        self._desk = desk
        self._plans = plans
        self._board = board

    def search(self, program_id: int, program_child_id: int) -> PlaceSearch:
        """Return the search for a child's times in the plan in use.

        Raises ``ClinicError`` while nobody knows when the family can come.
        """
        self._work.require(Permission.SEE_SCHEDULE)
        situation = self._situation(program_id)
        child = situation.facts.children[program_child_id]
        if not child.wishes.can_come:
            raise ClinicError(f"Ask first when {child.given_name}’s family can come.")
        if not child.wishes.wanted:
            raise ClinicError(f"Say first how many sessions {child.given_name} is to have.")
        built = InstanceBuilder(
            situation, keepable(situation, situation.placements.values())
        ).build()
        sessions = built.published.sessions if built.published is not None else ()
        instance = replace(built, published=None)
        current = _without_clashes(instance, sessions)
        return PlaceSearch(instance, current, words.child_word(program_child_id))

    def proposals(
        self, program_id: int, program_child_id: int, options: Sequence[Option]
    ) -> tuple[Fix, ...]:
        """Return what was found as fixes: "12 of 12 sessions, 11 at 10:15, Mon Tue Thu, …"."""
        situation = self._situation(program_id)
        old = situation.by_child.get(program_child_id, ())
        taken_out = tuple(Step(each.wanted_id, None, each.id) for each in old)
        return tuple(_proposal(situation.facts, option, taken_out) for option in options)

    def take(self, program_id: int, proposal: Fix) -> Change:
        """Put a child's sessions where a proposal says; the first plan begins with them.

        Raises ``ClinicError`` where the plan has changed since.
        """
        plan_id = self._desk.facts(program_id).program.chosen_plan_id
        if plan_id is None:
            plan_id = self._plans.keep(program_id, Plan("by hand", ()))
        return self._board.apply(plan_id, proposal)

    def _situation(self, program_id: int) -> Situation:
        facts = self._desk.facts(program_id)
        plan_id = facts.program.chosen_plan_id
        return Situation(0, facts, {}) if plan_id is None else self._desk.situation(plan_id)


def _without_clashes(instance: Instance, sessions: tuple[Session, ...]) -> Plan:
    """Return the plan without what breaks a rule: the search only begins with a valid one."""
    from ot_desktop.planning.check import check  # noqa: PLC0415  (only to search)

    plan = Plan(instance.name, sessions)
    while broken := {
        int(found[1])
        for violation in check(instance, plan)
        if (found := _PLACE_IN_FILE.search(violation.path))
    }:
        kept = (each for place, each in enumerate(plan.sessions) if place not in broken)
        plan = Plan(instance.name, tuple(kept))
    return plan


def _proposal(facts: ProgramFacts, option: Option, taken_out: tuple[Step, ...]) -> Fix:
    steps = tuple(
        Step(wanted_id, place)
        for wanted_id, place in map(words.wanted_and_place, sorted(option.sessions))
    )
    services = dict.fromkeys(step.wanted_id for step in steps)
    text = "; ".join(
        _text(facts, each, [step.place for step in steps if step.wanted_id == each and step.place])
        for each in services
    )
    return Fix(FixKind.PLACE, text, (*taken_out, *steps))


def _text(facts: ProgramFacts, wanted_id: int, places: Sequence[Place]) -> str:
    """Say in one sentence how many, when, with whom and where."""
    service = facts.services[wanted_id]
    usual, often = Counter(clock_text(each.starts) for each in places).most_common(1)[0]
    when = f"{often} at {usual}" if often < len(places) else f"all at {usual}"
    days = " ".join(WEEKDAYS[day][:_SHORT] for day in sorted({p.day.weekday() for p in places}))
    people = " and ".join(_most(facts.first_name(each.therapist_id) for each in places))
    rooms = " and ".join(_most(facts.clinic.room_name(each.room_id) for each in places))
    wanted = service.wanted.sessions
    first, last = min(places).day, max(places).day
    dates = f"{short_day(first)} to {short_day(last)}" if last > first else short_day(first)
    return f"{len(places)} of {wanted} sessions, {when}, {days}, {dates}, {people}, {rooms}"


def _most(names: Iterable[str]) -> list[str]:
    """Return each name once, the most frequent first."""
    return [name for name, _ in Counter(names).most_common()]
