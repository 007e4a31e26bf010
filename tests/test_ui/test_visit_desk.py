"""What a visit that is dragged takes along: its interpreter and who comes with the child."""

from datetime import date, datetime, time, timedelta

import pytest

from db.connection import close_database
from ot_desktop.clock import now_local, today
from ot_desktop.programs.board import View
from ot_desktop.programs.placement import Level, Place
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.settings.domain import Hours, InterpreterDraft
from ot_desktop.waitlist.domain import EntryDraft, OpenTime
from tests.answering import Answering
from tests.builders import an_empty_clinic
from tests.reference_clinic import reference_clinic
from ui.calendar.week_desk import WeekDesk
from ui.visits.board_facts import Fit, Moved
from ui.visits.targets import Carried
from ui.visits.visit_desk import VisitDesk

MONDAY = date(2027, 6, 7)
NINE, TEN, ELEVEN = 9 * 60, 10 * 60, 11 * 60


class Interpreted:
    """Maya at 9 with Ana, Owen at 11 with Cam, and Marta interprets for both."""

    def __init__(self):
        self.services = an_empty_clinic()
        self.clinic = clinic = reference_clinic(self.services)
        self.marta = self.services.settings.add_interpreter(
            InterpreterDraft("Marta Diaz", "Spanish", is_adult=True)
        )
        [mother] = self.services.caseload.banner(clinic.maya).caregivers
        self.maya = self.book(clinic.maya, 9, clinic.ana, clinic.gym, comes_with_id=mother.id)
        self.book(clinic.owen, 11, clinic.cam, clinic.fine_motor)
        self.desk = VisitDesk(self.services, Answering(text="Agreed by phone."))

    def book(self, child_id, hour, therapist_id, room_id, **more):
        starts = datetime.combine(MONDAY, time(hour))
        request = SeriesRequest.single(
            child_id, starts, 60, therapist_id, room_id, interpreter_id=self.marta, **more
        )
        scheduling = self.services.scheduling
        scheduling.book(scheduling.preview(request))
        [session] = scheduling.sessions_of(child_id)
        return session

    @property
    def visits(self):
        return self.services.scheduling.day_schedule(MONDAY)

    def on_the_board(self):
        self.desk.show_day(self.visits, View.THERAPIST, (self.clinic.ana,), (NINE, ELEVEN))
        return self.desk

    def in_the_week(self):
        week = WeekDesk(self.services, self.desk)
        week.show_week(self.visits, self.services.scheduling.clinic_facts(MONDAY, MONDAY))
        name = self.maya.child_name
        return week, Carried(0, self.maya.id, None, self.clinic.maya, name)

    def place(self, hour):
        return Place(
            datetime.combine(MONDAY, time()) + timedelta(hours=hour),
            self.clinic.ana,
            self.clinic.gym,
        )


@pytest.fixture
def day(qapp):
    yield Interpreted()
    close_database()


def kept(day):
    session = day.services.scheduling.session(day.maya.id)
    return session.starts.hour, session.interpreter_id, session.comes_with_id


def test_a_visit_moved_on_the_board_keeps_its_interpreter(day):
    assert day.on_the_board().move(Moved(day.maya.id, day.clinic.ana, TEN, ELEVEN))
    assert kept(day) == (10, day.marta, day.maya.comes_with_id)


def test_a_visit_moved_in_the_week_keeps_its_interpreter(day):
    week, carried = day.in_the_week()
    assert week.put(carried, day.place(10))
    assert kept(day) == (10, day.marta, day.maya.comes_with_id)


def test_the_live_check_knows_that_the_interpreter_is_taken(day):
    at_eleven = Moved(day.maya.id, day.clinic.ana, ELEVEN, ELEVEN + 60)
    words = "Marta Diaz interprets for Owen Park in Fine-Motor until 12:00."
    verdict = day.on_the_board().judge(at_eleven)
    assert verdict.fit is Fit.STOPS
    assert words in verdict.words
    week, carried = day.in_the_week()
    remarks = week.check(carried, day.place(11)).remarks
    assert (Level.STOP, words) in [(each.level, each.text) for each in remarks]


def test_a_held_time_is_not_green_in_the_week(day):
    waitlist, ten = day.services.waitlist, day.place(10).starts
    waitlist.add(EntryDraft(day.clinic.iris))
    held = OpenTime(day.clinic.ana, day.clinic.gym, ten, ten + timedelta(hours=1))
    waitlist.offer(waitlist.waiting()[0].id, held)
    week, carried = day.in_the_week()
    words = {
        (each.starts.hour, each.starts.minute): each.word
        for each in week.slots(carried, MONDAY)
        if each.therapist_id == day.clinic.ana and each.starts.date() == MONDAY
    }
    assert (words[9, 0], words[9, 15], words[10, 0], words[11, 0]) == (
        "",
        "offered",
        "offered",
        "taken",
    )
    assert week.next_place(carried, None).starts.hour == 13


# What has passed.


@pytest.fixture
def this_day(day):
    """Maya comes at the last hour of today, in a clinic that never closes."""
    always = tuple(Hours(weekday, 0, 23 * 60 + 45) for weekday in range(7))
    day.services.settings.set_hours(always)
    starts = datetime.combine(today(), time(23))
    request = SeriesRequest.single(
        day.clinic.maya, starts, 15, day.clinic.ana, day.clinic.gym, interpreter_id=None
    )
    scheduling = day.services.scheduling
    scheduling.book(scheduling.preview(request), "She asked for it.")
    day.maya = scheduling.sessions_of(day.clinic.maya)[0]
    return day


def test_a_time_of_today_that_has_passed_is_not_green_on_the_board(this_day):
    visits = this_day.services.scheduling.day_schedule(today())
    this_day.desk.show_day(visits, View.THERAPIST, (this_day.clinic.ana,), (0, 24 * 60 - 15))
    first = this_day.desk.survey(this_day.maya.id, 15)[0]
    assert (first.minute, first.fits, first.word) == (0, False, "past")
    verdict = this_day.desk.judge(Moved(this_day.maya.id, this_day.clinic.ana, 0, 15))
    assert verdict.fit is not Fit.FITS


def test_the_week_offers_no_time_that_has_passed(this_day):
    week = WeekDesk(this_day.services, this_day.desk)
    visits = this_day.services.scheduling.day_schedule(today())
    week.show_week(visits, this_day.services.scheduling.clinic_facts(today(), today()))
    carried = Carried(0, this_day.maya.id, None, this_day.clinic.maya, "Maya")
    begun = [each for each in week.slots(carried, today()) if each.starts < now_local()]
    assert begun
    assert not any(each.room_ids for each in begun)
    place = Place(datetime.combine(today(), time()), this_day.clinic.ana, this_day.clinic.gym)
    assert "This time has passed." in [each.text for each in week.check(carried, place).remarks]
