"""The papers of an intensive: as published, for the right eyes, and with nothing about a court."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.connection import close_database, database
from ot_desktop.errors import ClinicError
from ot_desktop.paper.page import Paper
from ot_desktop.programs.telling import How
from ot_desktop.scheduling.paper import print_listings
from ot_desktop.scheduling.paper.domain import Group, ToBring
from tests.an_intensive import MONDAY, an_intensive
from tests.paper_text import pages_of


class Published:
    """Maya, the twins and Owen each have a session on the first Monday, published."""

    def __init__(self):
        self.intensive = an_intensive()
        here = self.intensive.clinic
        self.plan = None
        self.children = {}
        for hour, name in ((9, "maya"), (10, "leo"), (11, "noa"), (13, "owen")):
            therapist = here.cam if name == "noa" else here.ana
            self.children[name] = self.intensive.child(getattr(here, name))
            self.place(name, therapist, hour)

    def place(self, name, therapist, hour, day=MONDAY):
        child, place = self.children[name], self.intensive.at(day, hour, therapist)
        if self.plan is None:
            self.plan = self.intensive.a_plan((child, place))
        else:
            board, wanted = self.intensive.board, self.intensive.service(child)
            board.place(self.plan, wanted, place, anyway=True)

    def publish(self):
        self.intensive.programs.publishing.publish(self.intensive.id, "Approvals are on their way.")

    def families(self):
        return self.intensive.programs.publishing.families(self.intensive.id)

    @property
    def papers(self):
        return self.intensive.programs.papers

    def calendars(self):
        found = self.papers.families(self.intensive.id, self.families())
        return {"and".join(each.children): each for each in found}


@pytest.fixture
def summer():
    yield Published()
    close_database()


def test_nothing_is_printed_before_it_is_published(summer):
    with pytest.raises(ClinicError, match="Nothing is published yet"):
        summer.papers.everybody(summer.intensive.id)


def test_a_family_gets_its_own_visits_only(summer):
    summer.publish()
    maya = summer.calendars()["Maya"]
    [visit] = maya.visits
    assert (visit.starts.hour, visit.therapist, visit.room) == (9, "Ana", "Sensory Gym")
    assert maya.title == "summer visits"
    assert date(2027, 6, 18) in dict(maya.closed)


def test_siblings_share_one_calendar(summer):
    summer.publish()
    twins = summer.calendars()["LeoandNoa"]
    assert sorted((visit.child, visit.therapist) for visit in twins.visits) == [
        ("Leo", "Ana"),
        ("Noa", "Cam"),
    ]


def test_allergies_say_what_not_to_bring_and_what_to_bring(summer):
    summer.publish()
    assert summer.calendars()["Maya"].bring == (
        ToBring("socks", "Socks"),
        ToBring("bottle", "Water"),
        ToBring("snack", "Snack, no peanut"),
        ToBring("bag", "EpiPen"),
    )


def test_a_father_who_may_not_collect_and_the_court_are_on_no_familys_page(summer):
    summer.publish()
    page = str(summer.calendars()["Owen"])
    owen = summer.intensive.services.caseload.banner(summer.intensive.clinic.owen)
    [father] = [each for each in owen.caregivers if each.may_collect is False]
    assert father.full_name not in page
    assert "order" not in page.lower()


def test_a_time_the_family_was_told_otherwise_is_marked(summer):
    summer.publish()
    publishing = summer.intensive.programs.publishing
    publishing.mark_told(summer.intensive.id, [summer.children["maya"]], How.PAPER)
    summer.place("maya", summer.intensive.clinic.ana, 11, MONDAY + timedelta(days=2))
    summer.publish()
    changed = [visit.is_changed for visit in summer.calendars()["Maya"].visits]
    assert changed == [False, True]


def test_a_therapist_gets_each_week_by_day_with_alerts_and_no_surname(summer):
    summer.publish()
    week = next(
        each for each in summer.papers.therapists(summer.intensive.id) if "Ana" in each.title
    )
    [monday] = week.groups
    assert monday.heading == "Mon, Jun 7"
    assert monday.rows[0][:4] == ("9:00-10:00", "Maya O.", "Peanut, Latex", "Sensory Gym")
    assert [row[1] for row in monday.rows] == ["Maya O.", "Leo M.", "Owen P."]
    assert "collect" not in str(week)


def test_a_room_gets_each_week_too(summer):
    summer.publish()
    [gym] = summer.papers.rooms(summer.intensive.id)
    assert gym.title == "Sensory Gym"
    assert len(gym.groups[0].rows) == 4


def test_the_master_list_has_every_session_of_every_child(summer):
    summer.publish()
    [everybody] = summer.papers.everybody(summer.intensive.id)
    assert sum(len(group.rows) for group in everybody.groups) == 4
    assert everybody.groups[0].heading == "Leo Meyer, 1 session"


def test_a_line_of_the_master_list_has_room_for_long_names(summer):
    summer.publish()
    [everybody] = summer.papers.everybody(summer.intensive.id)
    long = ("30", "Wed, Jun 30", "10:45-11:45", "Priya Raman-Castellano", "Sensory room")
    thirty = replace(everybody, groups=(Group("Leo Meyer, 30 sessions", (long,) * 30),))
    assert len(pages_of(print_listings([thirty], Paper()))) == 1


def test_the_log_keeps_whose_schedule_was_printed(summer):
    summer.publish()
    summer.papers.families(summer.intensive.id, [summer.families()[0]])
    rows = database.execute_sql(
        "SELECT child_id FROM audit WHERE action = 'printed a schedule'"
    ).fetchall()
    assert rows
    assert None not in {row[0] for row in rows}


def test_a_form_asks_a_family_for_its_times_before_anything_is_published(summer):
    intensive = summer.intensive
    iris = intensive.child(intensive.clinic.iris, can_come=())
    [form] = intensive.programs.papers.forms(intensive.id)
    assert intensive.programs.children.child(iris).given_name in form.title
    assert form.second_line == (
        "Summer 2027, June 7, 2027 to July 9, 2027. Tick each time that works for you."
    )
    [monday, *_] = form.groups[0].rows
    assert monday == ("Monday", "8:00 AM to 12:00 PM", "☐", "12:00 PM to 5:00 PM", "☐")


def test_forms_for_everybody_when_no_times_are_missing(summer):
    forms = summer.intensive.programs.papers.forms(summer.intensive.id)
    named = {form.title for form in forms}
    assert named == {f"When can {name} come?" for name in ("Maya", "Leo", "Noa", "Owen")}


def test_no_form_without_a_child():
    intensive = an_intensive()
    with pytest.raises(ClinicError, match="No child is in this intensive yet"):
        intensive.programs.papers.forms(intensive.id)
    close_database()
