"""A new allergy lists the programs families have now that clash with it."""

from datetime import timedelta

import pytest

from db.connection import close_database
from ot_desktop.caseload.domain import Alert, AlertKind, Asked
from ot_desktop.clock import now_local, today
from ot_desktop.day.domain import NeedKind
from ot_desktop.home_programs.domain import Reward, RewardKind
from ot_desktop.permissions import Role
from tests.builders import a_child
from tests.home_programs_given import given
from tests.note_builders import a_therapists_clinic, a_visit, signed_in


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


def allergic(services, child_id, to="Peanut"):
    alerts = (Alert(AlertKind.ALLERGY, to),)
    services.caseload.review_alerts(child_id, AlertKind.ALLERGY, Asked.LISTED, alerts)


def a_treated_child(services, name="Nina"):
    return a_child(services, name, therapist_id=services.user.therapist_id)


def test_a_new_allergy_names_what_in_the_current_program_clashes(services):
    child = a_treated_child(services)
    given(services, child, "peanut-butter-tongue-walk", "bear-walk")
    assert services.home_programs.clashing(child) is None
    allergic(services, child)
    assert services.home_programs.clashing(child).sentences == (
        "Peanut butter tongue walk clashes with “Peanut”.",
    )


def test_the_reward_of_the_current_program_clashes_too(services):
    child = a_treated_child(services)
    reward = Reward(RewardKind.SAVE_UP, "Peanut butter cups")
    given(services, child, "bear-walk", reward=reward)
    allergic(services, child)
    [sentence] = services.home_programs.clashing(child).sentences
    assert sentence == "The reward “Peanut butter cups” clashes with “Peanut”."


def test_what_the_program_before_had_in_it_is_over(services):
    child = a_treated_child(services)
    given(services, child, "peanut-butter-tongue-walk", starts_on=today() - timedelta(days=9))
    given(services, child, "bear-walk")
    allergic(services, child)
    assert services.home_programs.clashing(child) is None


def test_a_clash_is_among_what_needs_somebody_first(services):
    child = a_treated_child(services)
    given(services, child, "peanut-butter-tongue-walk")
    allergic(services, child)
    need = services.day.needs()[0]
    assert (need.kind, need.child_id) == (NeedKind.CLASH, child)
    assert "clashes with “Peanut”" in need.words


def test_a_clash_is_first_on_the_day_of_whoever_treats(services):
    child = a_treated_child(services)
    given(services, child, "peanut-butter-tongue-walk")
    allergic(services, child)
    [due] = services.therapist_desk.programs_due()
    assert "clashes with “Peanut”" in due.clash


def test_a_clash_of_another_therapists_child_is_not_on_my_day(services):
    child = a_treated_child(services)
    given(services, child, "peanut-butter-tongue-walk")
    allergic(services, child)
    other = signed_in(Role.THERAPIST, "Ben Cole")
    assert other.therapist_desk.programs_due() == ()


def test_a_program_over_three_weeks_old_is_due_when_the_child_comes(services):
    child = a_treated_child(services)
    a_visit(services, child, now_local() + timedelta(days=2), status="planned")
    begun = today() - timedelta(days=22)
    given(services, child, "bear-walk", starts_on=begun, ends_on=today() + timedelta(days=20))
    [due] = services.therapist_desk.programs_due()
    assert due.starts_on == begun


def test_a_program_of_three_weeks_is_not_due_yet(services):
    child = a_treated_child(services)
    a_visit(services, child, now_local() + timedelta(days=2), status="planned")
    begun = today() - timedelta(days=21)
    given(services, child, "bear-walk", starts_on=begun, ends_on=today() + timedelta(days=20))
    assert services.therapist_desk.programs_due() == ()
