"""Story 21: an interpreter is booked with the visit; two families cannot have one at once."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from db.connection import close_database, database
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.scheduling.domain import InterpreterUse, SeriesRequest
from ot_desktop.scheduling.rearranging import Step, visit_of
from ot_desktop.settings.domain import InterpreterDraft
from tests.builders import an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic


def at(hour):
    return datetime.combine(date(2027, 6, 8), time(hour))


NINE = at(9)


class Day:
    def __init__(self):
        self.services = an_empty_clinic()
        self.clinic = reference_clinic(self.services)
        draft = InterpreterDraft("Marta Diaz", "Spanish", is_adult=True)
        self.marta = self.services.settings.add_interpreter(draft)

    def request(self, child_id, therapist_id, starts=NINE, **more):
        more = {"interpreter_id": self.marta} | more
        return SeriesRequest.single(child_id, starts, 60, therapist_id, self.clinic.gym, **more)

    def book(self, request):
        scheduling = self.services.scheduling
        return scheduling.book(scheduling.preview(request))


@pytest.fixture
def day():
    yield Day()
    close_database()


def test_a_visit_keeps_its_interpreter(day):
    day.book(day.request(day.clinic.maya, day.clinic.ana))
    [session] = day.services.scheduling.sessions_of(day.clinic.maya)
    assert (session.interpreter_id, session.interpreter_name) == (day.marta, "Marta Diaz")


def test_two_families_at_once_are_named_and_refused(day):
    day.book(day.request(day.clinic.maya, day.clinic.ana))
    preview = day.services.scheduling.preview(day.request(day.clinic.iris, day.clinic.ben))
    [finding] = preview.conflicts[0].findings
    assert finding.names == ("Marta Diaz", "Maya Ortega", "Sensory Gym")
    with pytest.raises(ClinicError, match="Marta Diaz interprets for Maya Ortega"):
        day.services.scheduling.book(preview)


def test_touching_visits_may_share_an_interpreter(day):
    day.book(day.request(day.clinic.maya, day.clinic.ana))
    day.book(day.request(day.clinic.iris, day.clinic.ana, starts=at(10)))


def test_the_file_itself_refuses_an_interpreter_twice(day):
    day.book(day.request(day.clinic.maya, day.clinic.ana))
    day.book(day.request(day.clinic.iris, day.clinic.ben, interpreter_id=None))
    with pytest.raises(Exception, match="interpreter is taken"):
        database.execute_sql("UPDATE session SET interpreter_id = ?", (day.marta,))


def test_an_interpreter_moves_with_the_visit(day):
    day.book(day.request(day.clinic.maya, day.clinic.ana))
    [session] = day.services.scheduling.sessions_of(day.clinic.maya)
    later = visit_of(session, starts=at(11), ends=at(12))
    rearranging = day.services.rearranging
    rearranging.save(rearranging.preview([Step(session.id, later)]))
    [moved] = day.services.scheduling.sessions_of(day.clinic.maya)
    assert moved.interpreter_id == day.marta
    day.book(day.request(day.clinic.iris, day.clinic.ben))


def test_nobody_under_eighteen_can_be_chosen(day):
    with pytest.raises(ValidationError) as refused:
        day.services.settings.add_interpreter(InterpreterDraft("Luis Ortega", "Spanish"))
    assert refused.value.fields["is_adult"].startswith("Nobody under 18")
    assert [each.name for each in day.services.settings.clinic().interpreters] == ["Marta Diaz"]


def test_an_interpreter_is_free_again_once_the_visit_is_taken_back(day):
    series_id = day.book(day.request(day.clinic.maya, day.clinic.ana))
    day.services.scheduling.withdraw(series_id)
    day.book(day.request(day.clinic.iris, day.clinic.ben))


def test_a_whole_series_can_have_one(day):
    request = replace(mayas_series(day.clinic), interpreter_id=day.marta, times=(time(9),))
    day.book(request)
    sessions = day.services.scheduling.sessions_of(day.clinic.maya)
    assert {each.interpreter_id for each in sessions} == {day.marta}
    assert sessions[0].starts.date() == date(2027, 6, 7)


def test_whether_the_family_used_the_interpreter_is_kept(day):
    day.book(day.request(day.clinic.maya, day.clinic.ana))
    [session] = day.services.scheduling.sessions_of(day.clinic.maya)
    assert session.interpreter_use == ""
    for use in InterpreterUse:
        day.services.attendance.note_interpreter(session.id, use)
        [now] = day.services.scheduling.sessions_of(day.clinic.maya)
        assert now.interpreter_use == use.value
