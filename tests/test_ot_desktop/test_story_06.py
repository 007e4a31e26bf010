"""Story 6 on the reference clinic: Maya's series is changed in the middle of the summer."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from db.connection import close_database, database
from ot_desktop.errors import ClinicError, NotAllowed, ValidationError
from ot_desktop.permissions import Role
from ot_desktop.scheduling.attendance import Outcome, Reason
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from ot_desktop.scheduling.preview import RowState
from ot_desktop.scheduling.rearranging import Step, visit_of
from ot_desktop.scheduling.series_changes import Scope, SeriesChange, in_scope
from ot_desktop.scheduling.wording import sentence
from ot_desktop.services import services_for
from tests.builders import a_user, an_empty_clinic
from tests.reference_clinic import WEEK, mayas_series, reference_clinic


class Summer:
    """Maya's twenty sessions, the first nine held, seen from Fri 18 Jun 2027."""

    def __init__(self):
        self.services = an_empty_clinic()
        self.clinic = reference_clinic(self.services)
        self.series_id = self.book(mayas_series(self.clinic))
        database.execute_sql(
            "UPDATE session SET status = 'held' WHERE starts < '2027-06-18' AND series_id = ?",
            (self.series_id,),
        )

    def book(self, request):
        scheduling = self.services.scheduling
        return scheduling.book(scheduling.preview(request), "Agreed with the therapist.")

    def session(self, day):
        return next(each for each in self.series.sessions if each.starts.date() == day)

    @property
    def series(self):
        return self.services.series.series(self.series_id)

    def change(self, day, scope=Scope.THIS_AND_LATER, **changes):
        return self.services.series.preview(self.session(day).id, scope, SeriesChange(**changes))


@pytest.fixture
def summer():
    yield Summer()
    close_database()


MONDAY = date(2027, 6, 21)


def in_the_way(summer, *days):
    """Give Ana another child at 10:30 on these days."""
    for day in days:
        weekday = frozenset({day.weekday()})
        request = SeriesRequest(
            summer.clinic.iris, day, weekday, (time(10, 30),), 60, summer.clinic.ana, None, 1
        )
        summer.book(request)


def test_the_rest_moves_to_half_past_ten_and_the_clashes_are_named(summer):
    in_the_way(summer, date(2027, 6, 22), date(2027, 6, 29))
    found = summer.change(MONDAY, at=time(10, 30))
    assert len(found.rows) == 11
    assert [row.session.starts.date() for row in found.conflicts] == [
        date(2027, 6, 22),
        date(2027, 6, 29),
    ]
    assert all(row.alternatives for row in found.conflicts)


def test_nothing_is_saved_while_something_clashes(summer):
    in_the_way(summer, date(2027, 6, 22))
    found = summer.change(MONDAY, at=time(10, 30))
    with pytest.raises(ClinicError, match="Ana Ruiz sees Iris Nordin"):
        summer.services.rearranging.save(found)
    assert {each.starts.time() for each in summer.series.sessions} == {time(9)}


def test_held_sessions_ids_and_the_total_stay(summer):
    before = summer.series
    summer.services.rearranging.save(summer.change(MONDAY, at=time(10, 30)))
    after = summer.series
    assert [each.id for each in after.sessions] == [each.id for each in before.sessions]
    assert after.sessions[:9] == before.sessions[:9]
    assert (after.progress.held, after.progress.to_come, after.progress.total) == (9, 11, 20)
    assert {each.starts.time() for each in after.sessions[9:]} == {time(10, 30)}


def test_only_this_one_moves(summer):
    summer.services.rearranging.save(summer.change(MONDAY, Scope.ONLY_THIS, at=time(11)))
    moved = [each for each in summer.series.sessions if each.starts.time() != time(9)]
    assert [each.starts for each in moved] == [datetime.combine(MONDAY, time(11))]


def test_a_change_can_be_taken_back_as_a_whole(summer):
    before = summer.series
    rearranging = summer.services.rearranging
    back = rearranging.save(summer.change(MONDAY, at=time(10, 30)))
    rearranging.save(rearranging.preview(back))
    assert summer.series == before


def test_two_sessions_change_places_without_a_false_clash(summer):
    in_the_way(summer, MONDAY)
    [iris] = summer.services.scheduling.sessions_of(summer.clinic.iris)
    maya = summer.session(MONDAY)
    swap = [
        Step(maya.id, visit_of(maya, starts=iris.starts, ends=iris.ends)),
        Step(iris.id, visit_of(iris, starts=maya.starts, ends=maya.ends)),
    ]
    rearranging = summer.services.rearranging
    rearranging.save(rearranging.preview(swap))
    assert summer.session(MONDAY).starts.time() == time(10, 30)


def test_a_held_session_stays_where_it_was(summer):
    held = summer.session(date(2027, 6, 7))
    with pytest.raises(ClinicError, match="has happened or has a note"):
        summer.services.rearranging.preview([Step(held.id, called_off=Reason.ROOM)])


def test_other_weekdays_date_the_rest_anew(summer):
    found = summer.change(MONDAY, weekdays=frozenset({0, 2, 4}))
    days = [row.step.to.day for row in found.rows]
    assert days[:4] == [MONDAY, date(2027, 6, 23), date(2027, 6, 25), date(2027, 6, 28)]
    assert date(2027, 7, 5) not in days  # closed
    assert len(days) == 11
    assert days[-1] == date(2027, 7, 16)


def test_another_therapist_off_on_some_days_is_named(summer):
    found = summer.change(MONDAY, therapist_id=summer.clinic.ben)
    off = {row.session.starts.weekday() for row in found.rows if row.needs_reason}
    assert off == {0, 4}  # Ben works Tuesday to Thursday


def test_a_pause_moves_its_sessions_to_the_end(summer):
    first, last = date(2027, 6, 28), date(2027, 7, 2)
    found = summer.services.series.preview_pause(summer.series_id, first, last)
    summer.services.rearranging.save(found)
    days = [each.starts.date() for each in summer.series.sessions]
    assert not [day for day in days if first <= day <= last]
    assert sorted(days)[-6:] == [date(2027, 7, day) for day in (6, 7, 8, 9, 12, 13)]
    assert summer.series.progress.total == 20


def test_a_pause_that_ends_after_the_authorization_names_its_last_day(summer):
    found = summer.services.series.preview_pause(
        summer.series_id, date(2027, 6, 21), date(2027, 7, 30)
    )
    named = {sentence(each) for row in found.rows for each in row.findings if each.day}
    assert named == {"The authorization ended Jul 31."}
    assert found.needs_reason


def test_a_pause_without_sessions_says_so(summer):
    with pytest.raises(ClinicError, match="No session lies in these days"):
        summer.services.series.preview_pause(summer.series_id, date(2027, 8, 2), date(2027, 8, 6))


def test_three_more_sessions_join_the_series(summer):
    request = summer.services.series.extension(summer.series_id, 3)
    scheduling = summer.services.scheduling
    preview = scheduling.preview(request)
    assert {row.findings[0].visit_of for row in preview.booked} == {(25, 24), (26, 24), (27, 24)}
    scheduling.book(preview, "Approval is under way.", into=summer.series_id)
    added = sorted(summer.series.sessions, key=lambda each: each.starts)[-3:]
    assert [each.starts.date().day for each in added] == [7, 8, 9]
    assert [each.number for each in added] == [21, 22, 23]
    assert summer.series.progress.total == 23


def test_a_shortened_series_keeps_what_happened(summer):
    summer.services.series.shorten(summer.series_id, 11)
    assert (summer.series.progress.held, summer.series.progress.to_come) == (9, 0)
    with pytest.raises(ClinicError, match="0 sessions are still to come"):
        summer.services.series.shorten(summer.series_id, 1)


def test_the_log_tells_before_and_after_without_a_name(summer):
    maya = summer.session(MONDAY)
    summer.services.rearranging.save(summer.change(MONDAY, Scope.ONLY_THIS, at=time(11)))
    [(subject,)] = database.execute_sql("SELECT subject FROM audit ORDER BY id DESC LIMIT 1")
    assert subject == f"session {maya.id}: at 2027-06-21T09:00 → 2027-06-21T11:00"


def test_a_sick_day_is_called_off_and_brought_back(summer):
    maya = summer.session(MONDAY)
    rearranging = summer.services.rearranging
    back = rearranging.save(rearranging.preview([Step(maya.id, called_off=Reason.THERAPIST_ILL)]))
    assert summer.session(MONDAY).status is SessionStatus.CANCELLED_BY_CLINIC
    assert summer.series.progress.to_come == 10
    rearranging.save(rearranging.preview(back))
    assert summer.session(MONDAY) == maya


def test_a_place_taken_meanwhile_is_not_given_back(summer):
    maya = summer.session(MONDAY)
    rearranging = summer.services.rearranging
    back = rearranging.save(rearranging.preview([Step(maya.id, called_off=Reason.THERAPIST_ILL)]))
    day = frozenset({MONDAY.weekday()})
    summer.book(
        SeriesRequest(summer.clinic.iris, MONDAY, day, (time(9),), 60, summer.clinic.ana, None, 1)
    )
    found = rearranging.preview(back)
    assert found.conflicts
    with pytest.raises(ClinicError, match="Nothing was changed"):
        rearranging.save(found)


def test_a_warning_needs_a_reason_that_stays_on_the_visit(summer):
    found = summer.change(MONDAY, Scope.ONLY_THIS, therapist_id=summer.clinic.ben)
    with pytest.raises(ValidationError) as refused:
        summer.services.rearranging.save(found)
    assert refused.value.fields.keys() == {"override_reason"}
    summer.services.rearranging.save(found, "Ben comes in for Maya")
    assert summer.session(MONDAY).override_reason == "Ben comes in for Maya"


def test_every_weekday_of_the_reference_series_is_in_use(summer):
    assert {each.starts.weekday() for each in summer.series.sessions} == WEEK


def test_of_eleven_to_come_nine_are_free_and_two_clash_then_all_twenty_stand(summer):
    in_the_way(summer, date(2027, 6, 22), date(2027, 6, 29))
    desk, first = summer.services.series_desk, summer.session(MONDAY)
    half_past = SeriesChange(at=time(10, 30))
    looked = desk.move(first.id, Scope.THIS_AND_LATER, half_past, {})
    states = Counter(row.state for row in looked.preview.rows)
    assert states == {RowState.FREE: 9, RowState.CONFLICT: 2}
    chosen = desk.first_alternatives(looked)
    desk.save(desk.move(first.id, Scope.THIS_AND_LATER, half_past, chosen), "")
    progress = summer.series.progress
    assert (progress.held, progress.to_come, progress.total) == (9, 11, 20)
    times = Counter(each.starts.time() for each in summer.series.to_come)
    assert times[time(10, 30)] == 9


def test_all_not_yet_held_are_those_ahead_of_now(summer):
    on_friday = datetime.fromisoformat("2027-06-25T08:00")
    sessions, chosen = summer.series.sessions, summer.session(date(2027, 7, 1))
    found = in_scope(sessions, chosen, Scope.ALL_TO_COME, on_friday)
    assert found[0].starts.date() == date(2027, 6, 25)
    assert len(found) == 7


def test_called_off_and_noted_sessions_are_never_touched(summer):
    called_off, noted = summer.session(date(2027, 6, 22)), summer.session(date(2027, 6, 23))
    summer.services.attendance.family_called(called_off.id, Reason.ILL)
    a_note_of(summer, noted)
    summer.services.rearranging.save(summer.change(MONDAY, at=time(10, 30)))
    stayed = [each for each in summer.series.sessions[9:] if each.starts.time() == time(9)]
    assert [each.id for each in stayed] == [called_off.id, noted.id]


@pytest.mark.parametrize("wrong", [SessionStatus.HELD, SessionStatus.NO_SHOW])
def test_a_wrong_outcome_is_set_back_to_planned_and_the_log_keeps_both(summer, wrong):
    attendance, day = summer.services.attendance, date(2020, 6, 8)
    past = mayas_series(summer.clinic, child_id=summer.clinic.owen, starts_on=day, count=1)
    summer.book(past)
    [visit] = summer.services.scheduling.sessions_of(summer.clinic.owen)
    attendance.record(visit.id, Outcome(wrong))
    attendance.record(visit.id, Outcome(SessionStatus.PLANNED, why="Wrong child"))
    assert attendance.visit(visit.id).now.status is SessionStatus.PLANNED
    assert log()[-2:] == [
        f"session {visit.id}: planned → {wrong.value}",
        f"session {visit.id}: {wrong.value} → planned (Wrong child)",
    ]


def test_who_only_reads_sets_nothing_back(summer):
    reader = services_for(a_user(Role.READ_ONLY, "Ilse Brandt"))
    with pytest.raises(NotAllowed):
        reader.attendance.record(
            summer.session(date(2027, 6, 7)).id, Outcome(SessionStatus.PLANNED, why="?")
        )


def test_taking_one_off_leaves_the_other_nineteen_and_no_ghost(summer):
    scheduling, gone = summer.services.scheduling, summer.session(MONDAY)
    others = [each for each in scheduling.sessions_of(summer.clinic.maya) if each.id != gone.id]
    summer.services.series.take_off(summer.series_id, [gone.id])
    left = scheduling.sessions_of(summer.clinic.maya)
    assert left == [replace(each, planned=19) for each in others]
    assert summer.series.progress.total == 19
    assert scheduling.day_schedule(MONDAY) == []
    assert log()[-1] == f"series {summer.series_id}: sessions {gone.id} taken off"


def test_one_with_a_note_is_not_taken_off(summer):
    noted = summer.session(MONDAY)
    a_note_of(summer, noted)
    with pytest.raises(ClinicError, match="have happened or have a note"):
        summer.services.series.take_off(summer.series_id, [noted.id])
    summer.services.attendance.family_called(noted.id, Reason.ILL)
    assert summer.session(MONDAY).status is SessionStatus.CANCELLED_IN_TIME


def test_the_log_says_who_and_when(summer):
    maya = summer.session(MONDAY)
    summer.services.rearranging.save(summer.change(MONDAY, Scope.ONLY_THIS, at=time(11)))
    [(who, at, about)] = database.execute_sql(
        "SELECT user_name, at, child_id FROM audit ORDER BY id DESC LIMIT 1"
    )
    assert (who, about) == ("Rosalind Achebe", maya.child_id)
    assert datetime.fromisoformat(at).tzinfo is not None


def log():
    return [subject for (subject,) in database.execute_sql("SELECT subject FROM audit ORDER BY id")]


def a_note_of(summer, session):
    """Let somebody have begun the note of a session."""
    database.execute_sql(
        "INSERT INTO note (session_id, child_id, author_id, content, started_at, saved_at) "
        "VALUES (?, ?, 1, '{}', '2027-06-21T14:00:00Z', '2027-06-21T14:00:00Z')",
        (session.id, summer.clinic.maya),
    )
