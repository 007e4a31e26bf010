"""Any allergies? Asked once where a family is first met; it stops the first check-in only."""

import pytest

from db.connection import close_database
from db.models.scheduling import Session
from ot_desktop.caseload.domain import Alert, AlertKind, Asked
from ot_desktop.errors import ClinicError, NotAllowed, ValidationError
from ot_desktop.permissions import Role
from ot_desktop.scheduling.domain import SessionStatus
from ot_desktop.scheduling.first_check_in import AllergiesNotAsked, refuse_unasked
from tests.an_intensive import an_intensive

PEANUT = Alert(AlertKind.ALLERGY, "Peanut", "EpiPen in blue bag")


@pytest.fixture
def summer():
    yield an_intensive()
    close_database()


@pytest.fixture
def iris(summer):
    """A child nobody has asked about."""
    return summer.clinic.iris


def allergies(summer, child_id):
    return summer.services.caseload.banner(child_id).alerts.allergies


def visits(summer, child_id):
    place = summer.child(child_id)
    summer.a_plan((place, summer.at(0, 9)), (place, summer.at(2, 9)))
    summer.programs.publishing.publish(summer.id)
    return [each.id for each in summer.services.scheduling.sessions_of(child_id)]


def status(summer, session_id):
    return summer.services.attendance.visit(session_id).now.status


def test_the_front_desk_may_note_the_first_answer(summer, iris):
    summer.services.first_answers.answer(iris, Asked.NONE_KNOWN)
    review = allergies(summer, iris)
    assert (review.asked, review.reviewed_by) == (Asked.NONE_KNOWN, "Dana Whitfield")


def test_what_the_family_lists_is_an_alert(summer, iris):
    summer.services.first_answers.answer(iris, Asked.LISTED, (PEANUT,))
    [alert] = summer.services.caseload.banner(iris).alerts.of(AlertKind.ALLERGY)
    assert (alert.title, alert.details) == ("Peanut", "EpiPen in blue bag")


def test_listed_without_a_word_is_refused(summer, iris):
    with pytest.raises(ValidationError, match="List what was said"):
        summer.services.first_answers.answer(iris, Asked.LISTED)


def test_a_second_answer_is_a_review(summer, iris):
    summer.services.first_answers.answer(iris, Asked.NONE_KNOWN)
    with pytest.raises(ClinicError, match="has asked this family meanwhile"):
        summer.services.first_answers.answer(iris, Asked.NONE_KNOWN)


def test_who_only_reads_answers_nothing(summer, iris):
    with pytest.raises(NotAllowed):
        summer.as_(Role.READ_ONLY).first_answers.answer(iris, Asked.NONE_KNOWN)


def test_an_answer_can_be_taken_back(summer, iris):
    summer.services.first_answers.answer(iris, Asked.LISTED, (PEANUT,))
    summer.services.first_answers.take_back(iris)
    assert allergies(summer, iris).asked is Asked.NOT_ASKED
    assert summer.services.caseload.banner(iris).alerts.of(AlertKind.ALLERGY) == ()


def test_nobody_takes_back_what_somebody_else_asked(summer, iris):
    summer.services.first_answers.answer(iris, Asked.NONE_KNOWN)
    with pytest.raises(ClinicError, match="Somebody else reviewed"):
        summer.as_owner().first_answers.take_back(iris)


def test_booking_waits_for_no_answer(summer, iris):
    assert len(visits(summer, iris)) == 2


def test_the_first_check_in_waits_for_the_answer(summer, iris):
    first, _ = visits(summer, iris)
    with pytest.raises(AllergiesNotAsked):
        summer.services.attendance.check_in(first)
    assert status(summer, first) is SessionStatus.PLANNED
    summer.services.first_answers.answer(iris, Asked.NONE_KNOWN)
    refuse_unasked(first)


def test_a_child_who_was_here_before_is_not_stopped(summer, iris):
    first, second = visits(summer, iris)
    Session.update(arrived_at="2027-06-07T13:00:00.000Z", status="held").where(
        Session.id == first
    ).execute()
    refuse_unasked(second)
