"""What a family takes home of a series: read back by another library, and on paper."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pypdfium2
import pytest
import vobject

from db.connection import close_database
from db.queries import attendance as attendance_queries
from db.queries import audit as audit_queries
from ot_desktop.audit import Action
from ot_desktop.caseload.domain import CaregiverDraft, ChildDraft
from ot_desktop.errors import ClinicError
from ot_desktop.paper.page import PageSize, Paper
from ot_desktop.paper.people import ClinicOnPaper
from ot_desktop.scheduling.attendance import Reason
from ot_desktop.scheduling.ics import CalendarEntry, calendar_file
from ot_desktop.scheduling.paper import print_family_calendars
from ot_desktop.scheduling.rearranging import Step, visit_of
from ot_desktop.scheduling.series_changes import Scope, SeriesChange
from tests.builders import an_empty_clinic
from tests.paper_text import text_of
from tests.reference_clinic import mayas_series, reference_clinic

AN_HOUR = timedelta(hours=1)
WEEK = frozenset(range(7))
NINE = datetime.fromisoformat("2027-06-07T09:00")
LONG_NAME = "Ñandú Pediatric OT; " * 8 + "South"


@pytest.fixture
def owner():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(owner):
    return reference_clinic(owner)


def book(owner, clinic, **changes):
    preview = owner.scheduling.preview(mayas_series(clinic, **changes))
    owner.scheduling.book(preview, "agreed with the family")
    return owner.scheduling.sessions_of(changes.get("child_id", clinic.maya))[-1].series_id


def read(saved):
    """Return the events as a second library reads them."""
    return vobject.readOne(saved.content.decode()).vevent_list


def events(owner, series_id):
    return read(owner.family_papers.calendar_file(series_id))


def called_off(owner, session):
    steps = [Step(session.id, called_off=Reason.THERAPIST_ILL)]
    owner.rearranging.save(owner.rearranging.preview(steps), "ill")


def test_every_visit_of_a_series_is_an_hour_at_its_time(owner, clinic):
    found = events(owner, book(owner, clinic))
    assert len(found) == 20
    assert {each.dtend.value - each.dtstart.value for each in found} == {AN_HOUR}
    assert found[0].dtstart.value.replace(tzinfo=None) == datetime.fromisoformat("2027-06-07T09:00")


def test_a_visit_stays_at_nine_when_the_clocks_change(owner, clinic):
    series_id = book(
        owner, clinic, starts_on=date(2027, 11, 4), weekdays=frozenset({0, 4}), count=2
    )
    starts = [each.dtstart.value for each in events(owner, series_id)]
    assert [each.hour for each in starts] == [9, 9]
    assert [each.utcoffset() for each in starts] == [timedelta(hours=-4), timedelta(hours=-5)]


def test_a_visit_stays_at_nine_when_the_clocks_go_forward_too(owner, clinic):
    series_id = book(owner, clinic, starts_on=date(2027, 3, 11), weekdays=WEEK, count=4)
    starts = [each.dtstart.value for each in events(owner, series_id)]
    assert [each.hour for each in starts] == [9, 9, 9, 9]
    assert [each.utcoffset() for each in starts] == [timedelta(hours=-5)] * 3 + [
        timedelta(hours=-4)
    ]


def moved_to_denver(owner):
    settings = owner.settings.clinic().settings
    owner.settings.describe(replace(settings, zone="America/Denver"))


def at_ten(owner, session):
    starts = session.starts.replace(hour=10)
    step = Step(session.id, visit_of(session, starts=starts, ends=starts + AN_HOUR))
    return owner.rearranging.save(owner.rearranging.preview([step]), "The family asked for it.")


def test_visits_keep_the_zone_they_were_booked_in(owner, clinic):
    series_id = book(
        owner, clinic, starts_on=date(2027, 11, 4), weekdays=frozenset({0, 4}), count=2
    )
    moved_to_denver(owner)
    starts = [each.dtstart.value for each in events(owner, series_id)]
    assert [each.hour for each in starts] == [9, 9]
    assert [each.utcoffset() for each in starts] == [timedelta(hours=-4), timedelta(hours=-5)]


def test_a_visit_given_another_time_is_in_the_zone_the_clinic_has_then(owner, clinic):
    series_id = book(owner, clinic, count=2)
    moved_to_denver(owner)
    back = at_ten(owner, owner.scheduling.sessions_of(clinic.maya)[0])
    moved, stayed = [each.dtstart.value for each in events(owner, series_id)]
    assert (moved.hour, moved.utcoffset()) == (10, timedelta(hours=-6))
    assert (stayed.hour, stayed.utcoffset()) == (9, timedelta(hours=-4))
    owner.rearranging.save(owner.rearranging.preview(back))
    again, _ = [each.dtstart.value for each in events(owner, series_id)]
    assert (again.hour, again.utcoffset()) == (9, timedelta(hours=-4))


def test_every_zone_of_the_visits_is_in_the_file_once(owner, clinic):
    series_id = book(owner, clinic, count=3)
    moved_to_denver(owner)
    at_ten(owner, owner.scheduling.sessions_of(clinic.maya)[0])
    lines = owner.family_papers.calendar_file(series_id).content.decode().split("\r\n")
    zones = sorted(line for line in lines if line.startswith("TZID:"))
    assert zones == ["TZID:America/Denver", "TZID:America/New_York"]


def test_an_event_says_first_name_and_clinic_and_nothing_of_health(owner, clinic):
    saved = owner.family_papers.calendar_file(book(owner, clinic))
    assert {each.summary.value for each in read(saved)} == {"Maya at Juniper Lane Pediatric OT"}
    for secret in (b"Ortega", b"Peanut", b"Latex", b"Ana", b"Gym", b"Cedar"):
        assert secret not in saved.content


def test_a_moved_visit_keeps_its_key_and_has_a_later_sequence(owner, clinic):
    series_id = book(owner, clinic, count=3)
    before = events(owner, series_id)
    first = owner.scheduling.sessions_of(clinic.maya)[0]
    looked = owner.series_desk.move(
        first.id, Scope.ONLY_THIS, SeriesChange(at=time(10)), choices={}
    )
    owner.series_desk.save(looked, "asked")
    after = events(owner, series_id)
    assert {each.uid.value for each in after} == {each.uid.value for each in before}
    assert int(after[0].sequence.value) >= int(before[0].sequence.value)
    assert after[0].dtstart.value.hour == 10


def test_a_later_file_has_a_higher_sequence_and_its_own_stamp():
    entry = CalendarEntry("visit-1@here", "Maya", NINE, NINE + AN_HOUR, "America/New_York")
    found = []
    for second in (0, 1):
        made_at = datetime(2027, 6, 2, 12, 0, second, tzinfo=UTC)
        content = calendar_file([entry], ClinicOnPaper("Juniper Lane", "555-0100"), made_at)
        found += vobject.readOne(content.decode()).vevent_list
    first, second = found
    assert first.uid.value == second.uid.value
    assert int(second.sequence.value) == int(first.sequence.value) + 1 < 2**31
    assert second.dtstamp.value - first.dtstamp.value == timedelta(seconds=1)
    assert second.dtstamp.value.utcoffset() == timedelta()


def test_calendar_apps_find_all_they_need_in_each_event(owner, clinic):
    saved = owner.family_papers.calendar_file(book(owner, clinic, count=2))
    lines = saved.content.decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert {"VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"} <= set(lines)
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert any(line.startswith("PRODID:") for line in lines)
    for name in ("UID:", "DTSTAMP:", "SEQUENCE:", "DTSTART;TZID=America/New_York:20270"):
        assert sum(line.startswith(name) for line in lines) == 2


def test_a_visit_that_was_called_off_leaves_the_familys_calendar(owner, clinic):
    series_id = book(owner, clinic, count=3)
    called_off(owner, owner.scheduling.sessions_of(clinic.maya)[1])
    assert [each.status.value for each in events(owner, series_id)] == [
        "CONFIRMED",
        "CANCELLED",
        "CONFIRMED",
    ]


def test_two_clinics_never_share_a_key(owner, clinic):
    [here, *_] = events(owner, book(owner, clinic, count=1))
    close_database()
    other = an_empty_clinic()
    [there, *_] = events(other, book(other, reference_clinic(other), count=1))
    assert here.uid.value != there.uid.value


def test_no_line_is_longer_than_the_standard_allows(owner, clinic):
    settings = owner.settings.clinic().settings
    owner.settings.describe(replace(settings, name=LONG_NAME))
    saved = owner.family_papers.calendar_file(book(owner, clinic, count=1))
    assert max(len(line) for line in saved.content.split(b"\r\n")) <= 75
    [event] = read(saved)
    assert event.summary.value == f"Maya at {LONG_NAME}"


def test_the_name_is_safe_and_the_log_keeps_who_saved_it(owner, clinic):
    saved = owner.family_papers.calendar_file(book(owner, clinic, count=1))
    assert saved.name.startswith("Maya-O_visits_")
    assert saved.name.endswith(".ics")
    said = audit_queries.about_child(clinic.maya, lambda **row: (row["action"], row["subject"]))
    assert (Action.SAVED_SCHEDULE.value, "series 1, 1 visits") in said


def printed(owner, series_id, size=PageSize.LETTER):
    pdf = print_family_calendars(owner.family_papers.calendars(series_id), Paper(size))
    return text_of(pdf)


def test_the_calendar_of_a_series_says_when_who_where_and_what_is_closed(owner, clinic):
    text = printed(owner, book(owner, clinic))
    assert "Maya’s visits" in text
    assert "20 visits, 60 minutes each." in text
    for words in ("Visit 20", "Ana", "Sensory Gym", "Staff training", "Snack, no peanut"):
        assert words in text


def test_a_make_up_is_marked_and_what_it_makes_up_is_gone(owner, clinic):
    series_id = book(owner, clinic, count=3)
    book(owner, clinic, count=1, starts_on=date(2027, 6, 14))
    sessions = owner.scheduling.sessions_of(clinic.maya)
    called_off(owner, sessions[1])
    attendance_queries.change(sessions[3].id, {"makes_up": sessions[1].id})
    [calendar] = owner.family_papers.calendars(series_id)
    labels = [(each.starts.day, each.label) for each in calendar.visits]
    assert labels == [(7, "Visit 1"), (9, "Visit 3"), (14, "Make-up")]
    assert len(events(owner, series_id)) == 4


def test_siblings_of_one_household_share_a_calendar(owner, clinic):
    series_id = book(owner, clinic, child_id=clinic.leo, count=3)
    book(owner, clinic, child_id=clinic.noa, count=3, times=(time(10),))
    [calendar] = owner.family_papers.calendars(series_id)
    assert calendar.children == ("Leo", "Noa")
    assert len(calendar.visits) == 6
    assert "Leo and Noa’s visits" in printed(owner, series_id)


def test_what_a_court_wrote_is_on_no_familys_calendar(owner, clinic):
    text = printed(owner, book(owner, clinic, child_id=clinic.owen, count=3))
    assert "Daniel" not in text
    assert "order" not in text


def test_a_series_that_was_called_off_whole_is_not_printed(owner, clinic):
    series_id = book(owner, clinic, count=1)
    called_off(owner, owner.scheduling.sessions_of(clinic.maya)[0])
    with pytest.raises(ClinicError, match="nothing to print"):
        owner.family_papers.calendars(series_id)


def test_two_households_get_the_same_copy_without_each_others_address(owner):
    child_id = owner.caseload.admit(
        ChildDraft(
            "Tess",
            "Lind",
            date(2020, 3, 4),
            address="17 Hidden Lane",
            caregivers=(
                CaregiverDraft("Mona Lind", "mother", may_receive_papers=True),
                CaregiverDraft("Erik Lind", "father", may_receive_papers=True),
            ),
        )
    )
    service = owner.home_programs
    page = service.start(child_id)
    offer = next(each for each in page.offers if not each.clashes)
    draft = replace(page.added(page.draft, offer.activity), starts_on=page.facts.today)
    copies = []
    for one in owner.caseload.banner(child_id).caregivers:
        paper = service.issue(draft, one.id, "agreed with both")
        draft = replace(draft, id=paper.home_program_id)
        text = pypdfium2.PdfDocument(paper.pdf)[0].get_textpage().get_text_range()
        copies.append((text, one.full_name))
    assert copies[0][0] == copies[1][0]
    assert all("Hidden Lane" not in text for text, _name in copies)
    given = [each for program in service.of_child(child_id) for each in program.papers]
    assert sorted(each.recipient for each in given) == ["Erik Lind", "Mona Lind"]
