"""Use cases of the week grid: look at a week, ask what fits, move, lock, take back."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from ot_desktop.audit import Action
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc
from ot_desktop.errors import ClinicError, NotFound
from ot_desktop.permissions import Permission
from ot_desktop.programs.board import View, WeekBoard
from ot_desktop.programs.desk import Desk
from ot_desktop.programs.domain import ChildWishes
from ot_desktop.programs.editing import Editing
from ot_desktop.programs.open_slots import OpenSlots, week_days
from ot_desktop.programs.place_check import PlaceChecker
from ot_desktop.programs.placement import (
    Change,
    Fix,
    Place,
    PlaceCheck,
    Placement,
    Slot,
    Step,
)
from ot_desktop.programs.plan_rows import NEW, replaced
from ot_desktop.programs.situation import Situation
from ot_desktop.programs.week import Week
from ot_desktop.programs.wishes_writing import write_wanted, write_wishes
from ot_desktop.work import Entry, Work


@dataclass(frozen=True, slots=True)
class Relaxed:
    """A child's other wishes, and the sessions that stand with them."""

    program_child_id: int
    wishes: ChildWishes
    sessions: tuple[Placement, ...]


class Adjusting:
    """Change a plan by hand; every verb returns a ``Change`` that ``undo`` takes back.

    A session is named by ``planned_id``; one that is not placed yet by its ``wanted_id``.
    """

    def __init__(self, work: Work, desk: Desk, editing: Editing) -> None:
        self._work = work
        self._desk = desk
        self._editing = editing

    def week(self, plan_id: int, day: date, view: View = View.THERAPIST) -> WeekBoard:
        """Return the week of ``day``, ready to be painted."""
        self._work.require(Permission.SEE_SCHEDULE)
        return Week(self._desk.situation(plan_id), day, view).board()

    def check(
        self, plan_id: int, wanted_id: int, place: Place, planned_id: int | None = None
    ) -> PlaceCheck:
        """Say everything about one place for a session (the one ``planned_id`` names moves)."""
        self._work.require(Permission.SEE_SCHEDULE)
        situation = self._situation(plan_id, wanted_id)
        return PlaceChecker(situation, wanted_id, planned_id).check(place)

    def slots(
        self, plan_id: int, wanted_id: int, day: date, planned_id: int | None = None
    ) -> tuple[Slot, ...]:
        """Return every start of the week of ``day`` with every therapist of the program.

        Asked for once when a drag starts: what fits, and a word for what does not.
        """
        self._work.require(Permission.SEE_SCHEDULE)
        situation = self._situation(plan_id, wanted_id)
        days = [each for each in week_days(day) if each in situation.facts.days]
        return tuple(OpenSlots(situation, wanted_id, planned_id).of_days(days))

    def next_place(
        self, plan_id: int, wanted_id: int, after: Place | None, planned_id: int | None = None
    ) -> Place | None:
        """Return the next place that fits after one, in order of time; None after the last.

        At equal times the child's own therapist comes first.
        """
        self._work.require(Permission.SEE_SCHEDULE)
        situation = self._situation(plan_id, wanted_id)
        slots = OpenSlots(situation, wanted_id, planned_id)
        for day in situation.facts.program.days:
            if after is None or day >= after.day:
                for place in slots.in_order(day, after):
                    if slots.fits(place):
                        return place
        return None

    def place(self, plan_id: int, wanted_id: int, place: Place, *, anyway: bool = False) -> Change:
        """Put a missing session somewhere; ``anyway`` allows a clash.

        Raises ``ClinicError`` with the first reason where it does not fit.
        """
        situation, step = self._situation(plan_id, wanted_id), Step(wanted_id, place)
        if not anyway:
            _refuse_stop(situation, step)
        return self._replace(plan_id, (), _all_after(situation, [step]), "Placed")

    def move(self, planned_id: int, place: Place, *, anyway: bool = False) -> Change:
        """Move a session by hand; it is marked and the planner leaves it there.

        Raises ``ClinicError`` where it does not fit, is locked or has happened.
        """
        situation, now = self._movable(planned_id)
        step = Step(now.wanted_id, place, planned_id)
        if not anyway:
            _refuse_stop(situation, step)
        return self._replace(situation.plan_id, (now,), _all_after(situation, [step]), "Moved")

    def take_out(self, planned_id: int) -> Change:
        """Take a session out of the plan; it is then among the ones not placed."""
        situation, now = self._movable(planned_id)
        return self._replace(situation.plan_id, (now,), (), "Taken out")

    def lock(self, planned_id: int, *, locked: bool = True) -> Change:
        """Pin a session where it is, or let it go."""
        situation, now = self._planned(planned_id)
        text = "Locked" if locked else "Unlocked"
        return self._replace(situation.plan_id, (now,), (replace(now, is_locked=locked),), text)

    def apply(self, plan_id: int, fix: Fix) -> Change:
        """Do what a fix says, whole or not at all."""
        situation = self._desk.situation(plan_id)
        moving = [each.planned_id for each in fix.steps if each.planned_id is not None]
        before = [situation.placements[each] for each in moving if each in situation.placements]
        if len(before) != len(moving) or any(each.is_locked for each in before):
            raise ClinicError("The plan has changed since. Look at the reasons again.")
        after = _all_after(situation, fix.steps)
        if fix.wishes is None or fix.program_child_id is None:
            _refuse_steps(situation, fix)
            return self._replace(plan_id, before, after, fix.text)
        relaxed = Relaxed(fix.program_child_id, fix.wishes, after)
        return self._relax(situation, relaxed, before, fix.text)

    def undo(self, change: Change) -> Change:
        """Take a change back and return the change that does it again.

        Raises ``ClinicError`` when one of its sessions was changed since.
        """
        situation = self._desk.situation(change.plan_id)
        now = [situation.placements.get(each.id) for each in change.after]
        if [_core(each) for each in now] != [_core(each) for each in change.after]:
            raise ClinicError("These sessions were changed since. Move them by hand.")
        there = tuple(each for each in now if each is not None)
        ids = {each.id: each for each in there}
        before = tuple(
            replace(each, session_id=ids[each.id].session_id if each.id in ids else each.session_id)
            for each in change.before
        )
        if change.wishes is None:
            return self._replace(change.plan_id, there, before, change.text)
        child_id, old, new = change.wishes
        if situation.facts.children[child_id].wishes != new:
            raise ClinicError("The family’s wishes were changed since. Change them by hand.")
        return self._relax(situation, Relaxed(child_id, old, before), there, change.text)

    def _replace(
        self, plan_id: int, before: Sequence[Placement], after: Sequence[Placement], text: str
    ) -> Change:
        child_id = next((each.child_id for each in (*after, *before)), None)
        self._editing.refuse_other(self._desk.plan(plan_id).program_id)
        try:
            with self._saving(child_id) as entry:
                entry.subject = f"plan {plan_id}: {text.lower()}"
                written = replaced(plan_id, before, after)
                self._desk.moved(plan_id, before, written)
        except BaseException:
            self._desk.forget()
            raise
        return Change(plan_id, text, tuple(before), written)

    def _relax(
        self, situation: Situation, relaxed: Relaxed, before: Sequence[Placement], text: str
    ) -> Change:
        """Change a child's wishes and the sessions of a plan together."""
        child = situation.facts.children[relaxed.program_child_id]
        self._editing.refuse_other(situation.facts.program.id)
        with self._saving(child.child_id) as entry:
            entry.subject = f"plan {situation.plan_id}: {text.lower()}"
            write_wishes(child.id, child.child_id, relaxed.wishes)
            write_wanted(child.id, child.wishes.wanted, relaxed.wishes.wanted, now_utc())
            written = replaced(situation.plan_id, before, relaxed.sessions)
        changed = (child.id, child.wishes, relaxed.wishes)
        return Change(situation.plan_id, text, tuple(before), written, changed)

    def _planned(self, planned_id: int) -> tuple[Situation, Placement]:
        situation = self._desk.situation(self._desk.plan_of(planned_id))
        placement = situation.placements.get(planned_id)
        if placement is None:
            raise NotFound("This session is no longer in the plan.")
        return situation, placement

    def _movable(self, planned_id: int) -> tuple[Situation, Placement]:
        situation, placement = self._planned(planned_id)
        if placement.is_history:
            raise ClinicError("This visit has happened or has a note. It stays where it is.")
        if placement.is_locked:
            raise ClinicError("This session is locked. Unlock it first.")
        return situation, placement

    def _situation(self, plan_id: int, wanted_id: int) -> Situation:
        situation = self._desk.situation(plan_id)
        if wanted_id not in situation.facts.services:
            raise NotFound("Nobody wants this service any more.")
        return situation

    def _saving(self, child_id: int | None) -> AbstractContextManager[Entry]:
        return self._work.saving(
            Permission.PLAN_PROGRAM, Topic.PROGRAMS, Action.CHANGED_PLAN, child_id
        )


def _all_after(situation: Situation, steps: Iterable[Step]) -> tuple[Placement, ...]:
    found = (_after(situation, each) for each in steps)
    return tuple(each for each in found if each is not None)


def _after(situation: Situation, step: Step) -> Placement | None:
    if step.place is None:
        return None
    if step.planned_id is None:
        service = situation.facts.services[step.wanted_id]
        child = service.child
        return Placement(
            NEW,
            child.id,
            child.child_id,
            service.id,
            step.place,
            service.minutes,
            is_moved=True,
        )
    now = situation.placements[step.planned_id]
    return replace(now, place=step.place, is_moved=True)


def _refuse_steps(situation: Situation, fix: Fix) -> None:
    """Raise ``ClinicError`` unless every step fits once the steps before it are done."""
    ids = count(max(situation.placements, default=0) + 1)
    moving = [each.planned_id for each in fix.steps if each.planned_id is not None]
    lifted = situation.after([situation.placements[each] for each in moving], [])
    for step in fix.steps:
        after = _after(situation, step)
        if after is not None:
            _refuse_stop(lifted, step)
            lifted = lifted.after([], [replace(after, id=after.id or next(ids))])


def _refuse_stop(situation: Situation, step: Step) -> None:
    if step.place is None:
        return
    planned_id = step.planned_id if step.planned_id in situation.placements else None
    stops = PlaceChecker(situation, step.wanted_id, planned_id).stops(step.place)
    if stops:
        raise ClinicError(stops[0].text)


def _core(placement: Placement | None) -> tuple[object, ...] | None:
    """Return what a person sees of a session, whatever visit it stands for."""
    if placement is None:
        return None
    return placement.id, placement.place, placement.is_locked, placement.is_moved
