"""The children of an intensive: added, asked, agreed on, taken out, and nothing destroyed."""

from dataclasses import replace
from datetime import date

import pytest

from db.connection import close_database, database
from db.queries import caseload as queries
from ot_desktop.caseload.domain import CaregiverDraft, ChildDraft, Phone, Status
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, NotAllowed, NotFound, ValidationError
from ot_desktop.permissions import Role
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import (
    Away,
    ChildWishes,
    ProgramDraft,
    Readiness,
    Wanted,
    Weight,
)
from ot_desktop.settings.domain import Hours
from tests.an_intensive import MORNINGS, an_intensive
from tests.builders import a_child
from tests.note_builders import a_goal


@pytest.fixture
def summer():
    yield an_intensive()
    close_database()


def the(summer, place_id):
    return summer.programs.children.child(place_id)


def planned(summer):
    return database.execute_sql("SELECT count(*) FROM planned_session").fetchone()[0]


def test_all_wishes_are_kept(summer):
    clinic = summer.clinic
    goal_id = a_goal(summer.as_owner(), clinic.maya, "Ties one shoe")
    wishes = ChildWishes(
        wanted=(Wanted(summer.play, 8, 6, 3, 2, is_spread=False),),
        priority=1,
        waiting_since=date(2027, 1, 4),
        therapist_id=clinic.ben,
        therapist_weight=Weight.MUST,
        excluded_therapist_ids=(clinic.cam,),
        can_come=MORNINGS,
        preferred=(Window(540, 660),),
        away=(Away(date(2027, 6, 21), date(2027, 6, 25), "camp"),),
        most_a_day=2,
        caregivers=2,
        travel_minutes=35,
        goal_ids=(goal_id,),
    )
    place_id = summer.programs.children.add(summer.id, clinic.maya, wishes)
    kept = the(summer, place_id).wishes
    assert replace(kept, wanted=()) == replace(wishes, wanted=())
    assert [replace(each, id=None) for each in kept.wanted] == list(wishes.wanted)


def test_children_come_by_priority_then_by_waiting(summer):
    clinic = summer.clinic
    summer.child(clinic.maya, priority=2, waiting_since=date(2027, 3, 1))
    summer.child(clinic.owen, priority=2, waiting_since=date(2027, 1, 1))
    summer.child(clinic.iris, priority=2)
    summer.child(clinic.leo, priority=1)
    names = [each.given_name for each in summer.programs.children.of(summer.id)]
    assert names == ["Leo", "Owen", "Maya", "Iris"]


def test_siblings_in_the_same_program_are_named(summer):
    leo = summer.child(summer.clinic.leo)
    assert the(summer, leo).siblings == ()
    noa = summer.child(summer.clinic.noa)
    assert (the(summer, leo).siblings, the(summer, leo).sibling_ids) == (("Noa",), (noa,))


def test_visits_left_are_those_of_the_payer_and_unknown_is_not_none(summer):
    maya, owen = summer.child(summer.clinic.maya), summer.child(summer.clinic.owen)
    assert (the(summer, maya).visits_left, the(summer, maya).approved_until) == (
        20, date(2027, 7, 31),
    )  # fmt: skip
    assert the(summer, owen).visits_left is None


def test_an_unknown_drive_is_not_a_drive_of_no_minutes(summer):
    maya = summer.child(summer.clinic.maya)
    assert the(summer, maya).wishes.travel_minutes is None
    summer.change(maya, travel_minutes=0)
    assert the(summer, maya).wishes.travel_minutes == 0


def test_a_drive_belongs_to_the_household(summer):
    leo, noa = summer.child(summer.clinic.leo), summer.child(summer.clinic.noa)
    house = the(summer, leo).household_id
    queries.change_child(summer.clinic.noa, {"household": house})
    summer.change(leo, travel_minutes=40)
    assert the(summer, noa).wishes.travel_minutes == 40


def test_a_child_is_ready_once_times_are_known_and_the_team_agrees(summer):
    maya = summer.child(summer.clinic.maya, can_come=())
    assert the(summer, maya).readiness is Readiness.MISSING_TIMES
    summer.programs.children.type_times(maya, "mon-thu am")
    assert the(summer, maya).readiness is Readiness.NOT_CONFIRMED
    summer.programs.children.agree(maya)
    child = the(summer, maya)
    assert (child.readiness, child.agreement.by) == (Readiness.READY, "Dana Whitfield")
    summer.programs.children.agree(maya, agreed=False)
    assert the(summer, maya).agreement is None


def test_a_therapist_agrees_too_and_a_reader_does_not(summer):
    maya = summer.child(summer.clinic.maya)
    summer.as_(Role.THERAPIST).programs.children.agree(maya)
    assert the(summer, maya).agreement is not None
    with pytest.raises(NotAllowed):
        summer.as_(Role.ASSISTANT).programs.children.agree(maya, agreed=False)


def test_typed_times_are_kept(summer):
    maya = summer.child(summer.clinic.maya)
    wishes = summer.programs.children.type_times(maya, "tue 14-17")
    assert wishes.can_come == (Hours(1, 14 * 60, 17 * 60),) == the(summer, maya).wishes.can_come
    wishes = summer.programs.children.type_first_choice(maya, "mornings")
    assert wishes.preferred == (Window(480, 720),) == the(summer, maya).wishes.preferred


def test_nothing_typed_means_nobody_asked(summer):
    maya = summer.child(summer.clinic.maya)
    assert summer.programs.children.type_times(maya, " ").can_come == ()
    assert summer.programs.children.type_first_choice(maya, "").preferred == ()


def test_times_that_mean_nothing_are_refused_and_nothing_is_lost(summer):
    maya = summer.child(summer.clinic.maya)
    before = the(summer, maya).wishes
    for verb, field in (
        (summer.programs.children.type_times, "can_come"),
        (summer.programs.children.type_first_choice, "preferred"),
    ):
        with pytest.raises(ValidationError) as refusal:
            verb(maya, "sometimes")
        assert list(refusal.value.fields) == [field]
    assert the(summer, maya).wishes == before


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"wanted": ()}, "wanted"),
        ({"wanted": (Wanted(1, 0, 1, 3),)}, "sessions_0"),
        ({"wanted": (Wanted(1, 4, 5, 3),)}, "least_0"),
        ({"wanted": (Wanted(1, 4, 2, 0),)}, "most_a_week_0"),
        ({"wanted": (Wanted(1, 4, 2, 3, 0),)}, "most_therapists_0"),
        ({"priority": 4}, "priority"),
        ({"most_a_day": 3}, "most_a_day"),
        ({"caregivers": 0}, "caregivers"),
        ({"therapist_id": 1, "excluded_therapist_ids": (1,)}, "therapist_id"),
        ({"travel_minutes": -1}, "travel_minutes"),
        ({"away": (Away(date(2027, 6, 9), date(2027, 6, 8)),)}, "away"),
    ],
)
def test_wishes_that_cannot_be_are_refused_beside_their_field(summer, changes, field):
    maya = summer.child(summer.clinic.maya)
    with pytest.raises(ValidationError) as refusal:
        summer.change(maya, **changes)
    assert list(refusal.value.fields) == [field]


def test_usual_wishes_are_the_programs_dose_with_the_childs_therapist(summer):
    ada = a_child(summer.as_owner(), "Ada", therapist_id=summer.clinic.ana, status=Status.WAITING)
    wishes = summer.programs.children.usual_wishes(summer.id, ada)
    assert wishes.wanted == (Wanted(summer.play, 4, 4, 5, 2),)
    assert (wishes.therapist_id, wishes.therapist_weight) == (summer.clinic.ana, Weight.PREFER)
    assert wishes.waiting_since == today()
    assert wishes.can_come == ()


def test_times_of_the_last_intensive_are_known_in_the_next(summer):
    clinic = summer.clinic
    away = (Away(date(2027, 6, 21), date(2027, 6, 25)),)
    summer.child(clinic.maya, can_come=MORNINGS, caregivers=2, away=away)
    draft = ProgramDraft("Fall", date(2027, 10, 4), date(2027, 10, 29))
    fall = summer.programs.begin(draft, like=summer.id)
    wishes = summer.programs.children.usual_wishes(fall, clinic.maya)
    assert (wishes.can_come, wishes.caregivers, wishes.away) == (MORNINGS, 2, ())


def test_a_new_child_is_added_to_the_file_and_the_program_at_once(summer):
    mother = CaregiverDraft("Elin Berg", "mother", (Phone("555-0190"),))
    draft = ChildDraft("Ada", "Berg", date(2021, 5, 1), caregivers=(mother,))
    place_id = summer.programs.children.add_new(summer.id, draft)
    child = the(summer, place_id)
    assert child.full_name == "Ada Berg"
    assert summer.services.caseload.banner(child.child_id).caregivers[0].full_name == "Elin Berg"


def test_a_new_child_without_a_name_is_refused_and_not_half_saved(summer):
    with pytest.raises(ValidationError) as refusal:
        summer.programs.children.add_new(summer.id, ChildDraft(" "))
    assert list(refusal.value.fields) == ["given_name"]
    assert summer.programs.children.of(summer.id) == ()


def test_a_child_is_in_a_program_once(summer):
    summer.child(summer.clinic.maya)
    with pytest.raises(ClinicError, match="in the intensive already"):
        summer.child(summer.clinic.maya)


def test_a_child_taken_out_leaves_its_plans_and_stays_in_the_file(summer):
    maya, owen = summer.child(summer.clinic.maya), summer.child(summer.clinic.owen)
    summer.a_plan((maya, summer.at(0, 9)), (owen, summer.at(0, 10)))
    summer.programs.children.take_out([maya], "moving away")
    assert [each.id for each in summer.programs.children.of(summer.id)] == [owen]
    assert planned(summer) == 1
    [left] = [
        each
        for each in summer.programs.children.of(summer.id, with_left=True)
        if each.left_on is not None
    ]
    assert (left.id, left.left_reason) == (maya, "moving away")


def test_a_child_who_left_comes_back_with_what_was_known(summer):
    maya = summer.child(summer.clinic.maya, can_come=MORNINGS)
    summer.programs.children.take_out([maya])
    assert summer.programs.children.add(summer.id, summer.clinic.maya) == maya
    assert the(summer, maya).wishes.can_come == MORNINGS
    assert the(summer, maya).left_on is None


def test_a_service_no_longer_wanted_leaves_the_plans(summer):
    both = (summer.wanted(), summer.wanted(kind=summer.sensory))
    maya = summer.child(summer.clinic.maya, wanted=both, most_a_day=2)
    plan_id = summer.a_plan((maya, summer.at(0, 9)))
    summer.board.place(plan_id, summer.service(maya, 1), summer.at(1, 9))
    summer.change(maya, wanted=(the(summer, maya).wishes.wanted[1],))
    assert planned(summer) == 1
    kept = database.execute_sql("SELECT count(*) FROM wanted_service").fetchone()
    assert kept == (2,)


def test_a_program_without_kinds_says_so_before_a_child_is_added(summer):
    program_id = summer.programs.begin(ProgramDraft("Fall", date(2027, 10, 4), date(2027, 10, 29)))
    with pytest.raises(ClinicError, match="Add a kind of session"):
        summer.programs.children.add(program_id, summer.clinic.maya)


def test_a_child_that_is_gone_is_not_found(summer):
    with pytest.raises(NotFound):
        summer.programs.children.child(4711)
    with pytest.raises(NotFound):
        summer.programs.children.usual_wishes(summer.id, 4711)


@pytest.mark.parametrize("role", [Role.THERAPIST, Role.ASSISTANT])
def test_only_those_who_plan_change_wishes(summer, role):
    maya = summer.child(summer.clinic.maya)
    reader = summer.as_(role).programs.children
    assert reader.of(summer.id)[0].id == maya
    with pytest.raises(NotAllowed):
        reader.type_times(maya, "mornings")
    with pytest.raises(NotAllowed):
        reader.take_out([maya])
