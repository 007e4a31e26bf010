"""Moving sessions by hand: every verb, what it refuses, and the way back."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from db.connection import close_database, database
from ot_desktop.errors import ClinicError, NotAllowed, NotFound
from ot_desktop.permissions import Role
from ot_desktop.programs.domain import Away, Weight
from ot_desktop.programs.placement import FixKind
from ot_desktop.settings.domain import Hours
from tests.an_intensive import MONDAY, MORNINGS, an_intensive


@pytest.fixture
def summer():
    yield an_intensive()
    close_database()


def rows(plan_id):
    return database.execute_sql(
        "SELECT id, wanted_id, starts, therapist_id, room_id, is_locked, is_moved "
        "FROM planned_session WHERE plan_id = ? ORDER BY id",
        (plan_id,),
    ).fetchall()


def blocks(summer, plan_id):
    return [
        each
        for week in range(5)
        for lane in summer.board.week(plan_id, MONDAY + timedelta(weeks=week)).lanes
        for each in lane.blocks
        if each.planned_id
    ]


def test_a_placed_session_is_in_the_grid_and_marked_as_moved(summer):
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan()
    summer.board.place(plan_id, summer.service(maya), summer.at(0, 9))
    [block] = blocks(summer, plan_id)
    assert (block.starts, block.is_moved, block.number, block.of) == (
        summer.at(0, 9).starts, True, 1, 4,
    )  # fmt: skip


def test_placing_where_it_does_not_fit_is_refused_with_the_reason(summer):
    maya = summer.child(summer.clinic.maya, can_come=MORNINGS)
    plan_id = summer.a_plan()
    with pytest.raises(ClinicError, match="Outside the times the family can come"):
        summer.board.place(plan_id, summer.service(maya), summer.at(0, 14))
    assert rows(plan_id) == []


def test_placing_anyway_makes_a_clash(summer):
    maya = summer.child(summer.clinic.maya, can_come=MORNINGS)
    plan_id = summer.a_plan()
    summer.board.place(plan_id, summer.service(maya), summer.at(0, 14), anyway=True)
    assert [block.is_clash for block in blocks(summer, plan_id)] == [True]


def test_a_moved_session_keeps_its_id_and_undo_puts_it_back(summer):
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    [before] = rows(plan_id)
    change = summer.board.move(before[0], summer.at(1, 10))
    assert rows(plan_id)[0][:3] == (*before[:2], "2027-06-08T10:00")
    summer.board.undo(change)
    assert rows(plan_id) == [before]


def test_undo_of_undo_does_it_again(summer):
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    change = summer.board.take_out(rows(plan_id)[0][0])
    back = summer.board.undo(change)
    assert len(rows(plan_id)) == 1
    summer.board.undo(back)
    assert rows(plan_id) == []


def test_undo_is_refused_when_the_session_was_changed_since(summer):
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    planned_id = rows(plan_id)[0][0]
    change = summer.board.move(planned_id, summer.at(1, 10))
    summer.board.move(planned_id, summer.at(2, 10))
    with pytest.raises(ClinicError, match="changed since"):
        summer.board.undo(change)


def test_a_locked_session_stays_until_it_is_unlocked(summer):
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    planned_id = rows(plan_id)[0][0]
    summer.board.lock(planned_id)
    for verb in (
        lambda: summer.board.move(planned_id, summer.at(1, 10)),
        lambda: summer.board.take_out(planned_id),
    ):
        with pytest.raises(ClinicError, match="locked"):
            verb()
    summer.board.lock(planned_id, locked=False)
    summer.board.take_out(planned_id)
    assert rows(plan_id) == []


def test_a_session_that_is_gone_is_not_found(summer):
    summer.a_plan()
    with pytest.raises(NotFound):
        summer.board.lock(4711)


@pytest.mark.parametrize("role", [Role.THERAPIST, Role.ASSISTANT, Role.READ_ONLY])
def test_only_front_desk_and_owner_move_sessions(summer, role):
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    reader = summer.as_(role).programs.board
    assert reader.week(plan_id, MONDAY).lanes
    with pytest.raises(NotAllowed):
        reader.move(rows(plan_id)[0][0], summer.at(1, 10))


def test_a_move_is_in_the_activity_log(summer):
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    summer.board.move(rows(plan_id)[0][0], summer.at(1, 10))
    logged = database.execute_sql(
        "SELECT action, child_id, subject FROM audit ORDER BY id DESC LIMIT 1"
    ).fetchone()
    assert logged == ("changed a plan", summer.clinic.maya, f"plan {plan_id}: moved")


def test_a_fix_places_a_missing_session(summer):
    maya = summer.child(summer.clinic.maya)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    [missing] = summer.programs.plans.not_placed(plan_id)
    summer.board.apply(plan_id, missing.fixes[0])
    assert len(rows(plan_id)) == 2
    assert summer.programs.plans.clashes(plan_id) == ()


def swap(summer):
    """Ana's only morning is Owen's; Maya can come on Mondays at 8 only, and only to Ana."""
    clinic = summer.clinic
    maya = summer.child(
        clinic.maya,
        can_come=(Hours(0, 8 * 60, 9 * 60),),
        therapist_id=clinic.ana,
        therapist_weight=Weight.MUST,
    )
    owen = summer.child(clinic.owen)
    mondays = [summer.at(date(2027, 6, day), 8) for day in (7, 14, 21, 28)]
    return maya, owen, summer.a_plan(*((owen, each) for each in mondays))


def test_a_swap_moves_the_other_session_within_its_week(summer):
    maya, owen, plan_id = swap(summer)
    [missing] = summer.programs.plans.not_placed(plan_id)
    fix = missing.fixes[0]
    assert (fix.kind, fix.text) == (FixKind.SWAP, "Swap with Owen, Mon, Jun 7, 8:00")
    change = summer.board.apply(plan_id, fix)
    assert summer.programs.plans.clashes(plan_id) == ()
    wanted = {row[1] for row in rows(plan_id)}
    assert wanted == {summer.service(maya), summer.service(owen)}
    summer.board.undo(change)
    assert {row[1] for row in rows(plan_id)} == {summer.service(owen)}


def test_a_fix_that_no_longer_fits_changes_nothing(summer):
    _maya, owen, plan_id = swap(summer)
    [missing] = summer.programs.plans.not_placed(plan_id)
    summer.change(owen, away=(Away(date(2027, 6, 7), date(2027, 6, 11)),))
    before = rows(plan_id)
    with pytest.raises(ClinicError, match="The family is away"):
        summer.board.apply(plan_id, missing.fixes[0])
    assert rows(plan_id) == before


def test_a_relaxing_fix_changes_wish_and_plan_together_and_back(summer):
    clinic = summer.clinic
    maya = summer.child(clinic.maya, wanted=(summer.wanted(4, most_a_week=1, least=1),))
    days = (date(2027, 6, day) for day in (7, 14, 21))
    plan_id = summer.a_plan(
        *((maya, summer.at(day, 9)) for day in days),
        (maya, summer.at(date(2027, 6, 28), 9)),
    )
    summer.change(maya, wanted=(replaced(summer, maya, sessions=6),))
    summer.board.place(plan_id, summer.service(maya), summer.at(date(2027, 7, 6), 9))
    [missing] = summer.programs.plans.not_placed(plan_id)
    assert missing.reasons == ("Maya has 1 in every other week, the most.",)
    [fix] = [each for each in missing.fixes if each.kind is FixKind.RELAX]
    assert fix.text == "Allow 2 a week"
    change = summer.board.apply(plan_id, fix)
    assert summer.programs.children.child(maya).wishes.wanted[0].most_a_week == 2
    assert (len(rows(plan_id)), summer.programs.plans.clashes(plan_id)) == (6, ())
    summer.board.undo(change)
    assert summer.programs.children.child(maya).wishes.wanted[0].most_a_week == 1
    assert len(rows(plan_id)) == 5


def replaced(summer, place_id, **changes):
    return replace(summer.programs.children.child(place_id).wishes.wanted[0], **changes)


PLACES = {
    "day": st.integers(0, 4),
    "hour": st.sampled_from([8, 9, 10, 13]),
    "therapist": st.sampled_from(["ana", "ben", "cam"]),
    "room": st.sampled_from(["gym", "fine_motor"]),
}


class Planner(RuleBasedStateMachine):
    """Whatever is moved, locked, taken out and undone: the way back ends where it began."""

    @initialize()
    def open(self):
        self.summer = an_intensive()
        clinic = self.summer.clinic
        self.kids = [self.summer.child(each) for each in (clinic.maya, clinic.leo, clinic.noa)]
        self.plan_id = self.summer.a_plan((self.kids[0], self.summer.at(0, 9)))
        self.first = rows(self.plan_id)
        self.done = []

    def _do(self, verb):
        with suppress(ClinicError):
            self.done.append(verb())

    def _place(self, day, hour, therapist, room):
        clinic = self.summer.clinic
        return self.summer.at(day, hour, getattr(clinic, therapist), getattr(clinic, room))

    @rule(kid=st.integers(0, 2), anyway=st.booleans(), **PLACES)
    def place(self, kid, anyway, **where):
        wanted_id, place = self.summer.service(self.kids[kid]), self._place(**where)
        self._do(lambda: self.summer.board.place(self.plan_id, wanted_id, place, anyway=anyway))

    @rule(which=st.integers(0, 9), anyway=st.booleans(), **PLACES)
    def move(self, which, anyway, **where):
        self._with(which, lambda id_: self.summer.board.move(
            id_, self._place(**where), anyway=anyway))  # fmt: skip

    @rule(which=st.integers(0, 9))
    def take_out(self, which):
        self._with(which, self.summer.board.take_out)

    @rule(which=st.integers(0, 9), locked=st.booleans())
    def lock(self, which, locked):
        self._with(which, lambda id_: self.summer.board.lock(id_, locked=locked))

    def _with(self, which, verb):
        here = rows(self.plan_id)
        if here:
            self._do(lambda: verb(here[which % len(here)][0]))

    @rule()
    def undo(self):
        if self.done:
            self.summer.board.undo(self.done.pop())

    @invariant()
    def the_screen_shows_what_is_in_the_file(self):
        shown = sorted(
            (each.planned_id, each.wanted_id, each.starts.isoformat(timespec="minutes"),
             each.therapist_id, each.room_id, int(each.is_locked), int(each.is_moved))
            for each in blocks(self.summer, self.plan_id)
        )  # fmt: skip
        assert shown == rows(self.plan_id)

    @invariant()
    def clashes_are_those_of_a_fresh_look(self):
        fresh = self.summer.fresh().programs.plans
        assert fresh.clashes(self.plan_id) == self.summer.programs.plans.clashes(self.plan_id)

    def teardown(self):
        while self.done:
            self.summer.board.undo(self.done.pop())
        assert rows(self.plan_id) == self.first
        close_database()


TestMovingAround = Planner.TestCase
TestMovingAround.settings = settings(max_examples=10, stateful_step_count=10)
