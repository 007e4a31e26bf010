"""One person at a time changes a plan; a plan nobody is seen at is free again."""

from datetime import timedelta

import pytest

from db.connection import close_database
from db.models.programs import PlanEditor
from ot_desktop.clock import now_utc
from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Role
from tests.an_intensive import an_intensive


@pytest.fixture
def summer():
    yield an_intensive()
    close_database()


@pytest.fixture
def rosalind(summer):
    return summer.as_(Role.OWNER)


@pytest.fixture
def plan_id(summer):
    maya = summer.child(summer.clinic.maya)
    return summer.a_plan((maya, summer.at(0, 9)))


def minutes_ago(minutes):
    at = now_utc() - timedelta(minutes=minutes)
    PlanEditor.update(since=at, seen_at=at).execute()


def test_the_first_has_the_plan(summer):
    assert summer.programs.editing.take(summer.id) is None


def test_the_second_is_told_who_has_it(summer, rosalind):
    summer.programs.editing.take(summer.id)
    other = rosalind.programs.editing.take(summer.id)
    assert other.name == "Dana Whitfield"
    assert other.words.startswith("Dana Whitfield has had this plan open since ")


def test_somebody_else_cannot_move_a_session(summer, rosalind, plan_id):
    summer.programs.editing.take(summer.id)
    week = rosalind.programs.board.week(plan_id, summer.at(0, 9).day)
    [block] = [each for lane in week.lanes for each in lane.blocks]
    with pytest.raises(ClinicError, match="Dana Whitfield has been changing this plan since"):
        rosalind.programs.board.lock(block.planned_id)


def test_somebody_else_cannot_publish_the_plan(summer, rosalind, plan_id):
    summer.programs.editing.take(summer.id)
    with pytest.raises(ClinicError, match="Dana Whitfield has been changing this plan since"):
        rosalind.programs.publishing.publish(summer.id)
    assert rosalind.scheduling.sessions_of(summer.clinic.maya) == []


@pytest.mark.parametrize("verb", ["choose", "discard"])
def test_somebody_else_cannot_take_another_plan_or_throw_it_away(summer, rosalind, plan_id, verb):
    other = summer.programs.plans.copy(plan_id)
    summer.programs.editing.take(summer.id)
    with pytest.raises(ClinicError, match="Dana Whitfield has been changing this plan since"):
        getattr(rosalind.programs.plans, verb)(other)
    assert [each.is_chosen for each in summer.programs.plans.of(summer.id)] == [True, False]


def test_a_plan_that_was_let_go_is_free(summer, rosalind):
    summer.programs.editing.take(summer.id)
    summer.programs.editing.release(summer.id)
    assert rosalind.programs.editing.take(summer.id) is None


def test_nobody_lets_go_for_somebody_else(summer, rosalind):
    summer.programs.editing.take(summer.id)
    rosalind.programs.editing.release(summer.id)
    assert rosalind.programs.editing.take(summer.id) is not None


def test_a_plan_nobody_was_seen_at_for_two_minutes_is_free(summer, rosalind):
    summer.programs.editing.take(summer.id)
    minutes_ago(3)
    assert rosalind.programs.editing.take(summer.id) is None
    assert summer.programs.editing.take(summer.id).name == rosalind.user.name


def test_a_beat_keeps_the_plan(summer, rosalind):
    summer.programs.editing.take(summer.id)
    minutes_ago(1.5)
    summer.programs.editing.take(summer.id)
    since, seen = next(iter(PlanEditor.select(PlanEditor.since, PlanEditor.seen_at).tuples()))
    assert seen - since > timedelta(minutes=1)
    assert rosalind.programs.editing.take(summer.id) is not None


def test_a_beat_does_not_make_the_plan_be_read_anew(summer, plan_id):
    desk = summer.programs._desk
    before = desk.situation(plan_id)
    summer.programs.editing.take(summer.id)
    assert desk.situation(plan_id) is before
