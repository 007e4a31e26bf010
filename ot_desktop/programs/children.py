"""Use cases around the children of an intensive: who is in it, and what each is to have."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime

from db.queries import program_children as queries
from ot_desktop.audit import Action
from ot_desktop.caseload import intake
from ot_desktop.caseload.domain import ChildDraft, Status
from ot_desktop.changes import Topic
from ot_desktop.clock import now_utc, today
from ot_desktop.errors import ClinicError, NotFound, ValidationError
from ot_desktop.permissions import Permission
from ot_desktop.programs import wishes_writing
from ot_desktop.programs.child_reading import everybody
from ot_desktop.programs.desk import Desk
from ot_desktop.programs.domain import ChildWishes, Program, ProgramChild, Rule, Wanted, Weight
from ot_desktop.programs.draft_checks import check_wishes
from ot_desktop.programs.facts import ProgramFacts, open_windows
from ot_desktop.programs.typed_times import parse_times, parse_windows
from ot_desktop.work import Entry, Work

LEAST_OF_TEN = 8  # fewer than eight of ten sessions are no intensive


class ProgramChildren:
    """Add children to an intensive, keep their families' wishes, take them out again."""

    def __init__(self, work: Work, desk: Desk) -> None:
        self._work = work
        self._desk = desk

    def of(self, program_id: int, *, with_left: bool = False) -> tuple[ProgramChild, ...]:
        """Return the children by priority, then waiting; those who left only ``with_left``."""
        self._work.require(Permission.SEE_SCHEDULE)
        children = self._desk.facts(program_id).children.values()
        return tuple(each for each in children if with_left or each.left_on is None)

    def child(self, program_child_id: int) -> ProgramChild:
        """Return one; raises ``NotFound``."""
        self._work.require(Permission.SEE_SCHEDULE)
        return self._facts_of(program_child_id).children[program_child_id]

    def usual_wishes(self, program_id: int, child_id: int) -> ChildWishes:
        """Return what a child would get when nobody says otherwise.

        The program's dose in its first kind of session, the child's therapist, times and travel
        from the child's last intensive, waiting since the child was put on the waitlist. Raises
        ``ClinicError`` while the program has no kind of session.
        """
        self._work.require(Permission.SEE_SCHEDULE)
        found = queries.child_facts(child_id)
        if found is None:
            raise NotFound("This child is no longer in the file.")
        therapist_id, status, created_at, travel_minutes = found
        last = self._last_wishes(program_id, child_id)
        program = self._desk.facts(program_id).program
        takes_part = {each.therapist_id for each in program.therapists}
        is_waiting = status == Status.WAITING.value
        return replace(
            last,
            wanted=(_usual_service(program),),
            waiting_since=datetime.fromisoformat(created_at).date() if is_waiting else None,
            therapist_id=therapist_id if therapist_id in takes_part else None,
            therapist_weight=Weight.PREFER if therapist_id in takes_part else Weight.IGNORE,
            travel_minutes=travel_minutes,
            most_a_day=program.dose.most_a_day,
        )

    def add(self, program_id: int, child_id: int, wishes: ChildWishes | None = None) -> int:
        """Put a child in an intensive and return the place's id; usual wishes when none are given.

        A child who left comes back with what was known.
        """
        place = queries.place_of(program_id, child_id)
        if place is not None:
            return self._bring_back(place, child_id)
        wishes = wishes or self.usual_wishes(program_id, child_id)
        check_wishes(wishes)
        with self._saving(child_id) as entry:
            entry.subject = f"program {program_id}: added"
            return _insert(program_id, child_id, wishes)

    def add_new(self, program_id: int, draft: ChildDraft) -> int:
        """Add a child who is not in the file yet, with caregiver and phone; return the place's id.

        Needs ``EDIT_CHILD`` too. Raises ``ValidationError`` with the fields of the draft.
        """
        self._work.require(Permission.EDIT_CHILD)
        draft.check(today())
        _usual_service(self._desk.facts(program_id).program)
        with self._saving() as entry:
            child_id = intake.write_child(draft, self._work.user.id)
            entry.child_id = child_id
            entry.subject = f"program {program_id}: added, new in the file"
            return _insert(program_id, child_id, self.usual_wishes(program_id, child_id))

    def change(self, program_child_id: int, wishes: ChildWishes) -> None:
        """Keep a child's wishes; planned sessions of a service no longer wanted are taken out."""
        check_wishes(wishes)
        facts = self._facts_of(program_child_id)
        child = facts.children[program_child_id]
        with self._saving(child.child_id) as entry:
            entry.subject = f"program {facts.program.id}: wishes"
            _write(facts, child, wishes)

    def change_together(self, program_id: int, changes: Mapping[int, ChildWishes]) -> None:
        """Keep the wishes of several children by their places, of all of them or of none."""
        for wishes in changes.values():
            check_wishes(wishes)
        with self._saving() as all_of_them:
            all_of_them.subject = f"program {program_id}: wishes of {len(changes)} children"
            facts = self._desk.facts(program_id)
            for place, wishes in changes.items():
                child = facts.children[place]
                # Without news: the screens hear of all children once, at the end.
                with self._work.viewing(
                    Permission.PLAN_PROGRAM, Action.CHANGED_PROGRAM_CHILD, child.child_id
                ) as entry:
                    entry.subject = f"program {program_id}: wishes"
                    _write(facts, child, wishes)

    def type_times(self, program_child_id: int, typed: str) -> ChildWishes:
        """Keep times as typed ("mon-thu am", "tue 14-17") and return the wishes as they are now.

        Nothing typed means that nobody asked. Raises ``ValidationError`` under ``can_come``.
        """
        facts = self._facts_of(program_child_id)
        can_come = parse_times(typed, open_windows(facts.clinic)) if typed.strip() else ()
        if can_come is None:
            raise ValidationError({"can_come": "Write times like mon-thu am, tue 14-17, mornings."})
        return self._changed(facts, program_child_id, can_come=can_come)

    def type_first_choice(self, program_child_id: int, typed: str) -> ChildWishes:
        """Keep the family's first-choice times of day as typed ("mornings", "9-11").

        Raises ``ValidationError`` under ``preferred``.
        """
        facts = self._facts_of(program_child_id)
        preferred = parse_windows(typed, open_windows(facts.clinic)) if typed.strip() else ()
        if preferred is None:
            raise ValidationError({"preferred": "Write times of day like mornings or 9-11."})
        return self._changed(facts, program_child_id, preferred=preferred)

    def agree(self, program_child_id: int, *, agreed: bool = True) -> None:
        """Keep that the signed-in person says the team agrees to the block, or no longer."""
        facts = self._facts_of(program_child_id)
        child = facts.children[program_child_id]
        with self._work.saving(
            Permission.AGREE_TO_BLOCK,
            Topic.PROGRAMS,
            Action.CHANGED_PROGRAM_CHILD,
            child.child_id,
        ) as entry:
            entry.subject = f"program {facts.program.id}: {'agreed' if agreed else 'not agreed'}"
            columns = {"agreed_by": self._work.user.id, "agreed_at": now_utc()}
            queries.change_place(program_child_id, columns if agreed else dict.fromkeys(columns))

    def take_out(self, program_child_ids: Sequence[int], reason: str = "") -> None:
        """Take children out of an intensive; plans lose their sessions that have not begun.

        Visits families already have stay in the calendar until the program is published again.
        """
        for program_child_id in program_child_ids:
            facts = self._facts_of(program_child_id)
            child = facts.children[program_child_id]
            with self._saving(child.child_id) as entry:
                entry.subject = f"program {facts.program.id}: taken out"
                wishes_writing.leave(program_child_id, today(), reason)
                services = [each for each in facts.services.values() if each.child.id == child.id]
                ids = tuple(each.id for each in services)
                wishes_writing.take_out_of_plans(ids, history_of(facts))

    def _changed(self, facts: ProgramFacts, program_child_id: int, **wishes: object) -> ChildWishes:
        now = replace(facts.children[program_child_id].wishes, **wishes)  # type: ignore[arg-type]  # fields by name
        self.change(program_child_id, now)
        return now

    def _facts_of(self, program_child_id: int) -> ProgramFacts:
        found = queries.program_and_child(program_child_id)
        if found is None:
            raise NotFound("This child is no longer in the intensive.")
        return self._desk.facts(found[0])

    def _last_wishes(self, program_id: int, child_id: int) -> ChildWishes:
        last = queries.last_place(child_id, program_id)
        if last is None:
            return ChildWishes()
        place_id, last_program = last
        wishes = next(each for each in everybody(last_program) if each.id == place_id).wishes
        return replace(wishes, away=(), goal_ids=(), waiting_since=None, wanted=())

    def _bring_back(self, place: tuple[int, bool], child_id: int) -> int:
        program_child_id, has_left = place
        if not has_left:
            raise ClinicError("This child is in the intensive already.")
        with self._saving(child_id) as entry:
            entry.subject = "brought back"
            queries.change_place(program_child_id, {"left_on": None, "left_reason": ""})
        return program_child_id

    def _saving(self, child_id: int | None = None) -> AbstractContextManager[Entry]:
        return self._work.saving(
            Permission.PLAN_PROGRAM, Topic.PROGRAMS, Action.CHANGED_PROGRAM_CHILD, child_id
        )


def history_of(facts: ProgramFacts) -> frozenset[int]:
    """Return the program's visits that nothing moves any more."""
    return frozenset(each.id for each in facts.own.values() if each.is_history(facts.now))


def _write(facts: ProgramFacts, child: ProgramChild, wishes: ChildWishes) -> None:
    wishes_writing.write_wishes(child.id, child.child_id, wishes)
    dropped = wishes_writing.write_wanted(child.id, child.wishes.wanted, wishes.wanted, now_utc())
    wishes_writing.take_out_of_plans(dropped, history_of(facts))


def _insert(program_id: int, child_id: int, wishes: ChildWishes) -> int:
    place_id = queries.insert_place(
        {"program": program_id, "child": child_id, "added_at": now_utc()}
    )
    wishes_writing.write_wishes(place_id, child_id, wishes)
    new = tuple(replace(each, id=None) for each in wishes.wanted)
    wishes_writing.write_wanted(place_id, (), new, now_utc())
    return place_id


def _usual_service(program: Program) -> Wanted:
    if not program.kinds:
        raise ClinicError("Add a kind of session in the set-up first.")
    dose = program.dose
    least = max(1, -(-dose.sessions * LEAST_OF_TEN // 10))
    most_therapists = program.rule(Rule.MOST_THERAPISTS).number or 1
    return Wanted(program.kinds[0].id, dose.sessions, least, dose.most_a_week, most_therapists)
