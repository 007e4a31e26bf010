"""Story 11: the authorization runs out in mid-series, and nobody is treated without it unseen."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from db.connection import close_database, database
from db.queries.approvals import TAKES
from ot_desktop.caseload.domain import AuthorizationDraft, ChildDraft
from ot_desktop.caseload.table import View
from ot_desktop.caseload.units import Rounding, units
from ot_desktop.clock import now_local, today
from ot_desktop.day.domain import NeedKind
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.paper.page import Paper
from ot_desktop.permissions import Role
from ot_desktop.scheduling.attendance import Outcome
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from ot_desktop.scheduling.paper import print_listings
from ot_desktop.scheduling.preview import RowState
from ot_desktop.scheduling.wording import left_hint, sentence
from ot_desktop.services import services_for
from tests.builders import a_user, an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic

WHY = "Approval asked for by phone."
# Medicare Claims Processing Manual, chapter 5, 20.2, C: the table of timed units.
TABLE = {1: (8, 22), 2: (23, 37), 3: (38, 52), 4: (53, 67), 5: (68, 82), 6: (83, 97), 7: (98, 112)}


class Desk:
    def __init__(self):
        self.owner = an_empty_clinic()
        self.clinic = reference_clinic(self.owner)
        self.front = services_for(a_user(Role.FRONT_DESK, "Dana Front"))

    def book(self, why="", child="maya", **changes):
        request = replace(
            mayas_series(self.clinic, **changes), child_id=getattr(self.clinic, child)
        )
        return self.front.scheduling.book(self.front.scheduling.preview(request), why)

    def preview(self, **changes):
        return self.front.scheduling.preview(mayas_series(self.clinic, **changes))

    def visits(self, child="maya"):
        return self.front.scheduling.sessions_of(getattr(self.clinic, child))

    def use(self, child="maya"):
        return self.front.scheduling.authorizations(getattr(self.clinic, child))

    def approve(self, child="iris", **more):
        """Add an authorization; return how many visits it covers at once, and its id."""
        draft = AuthorizationDraft(**{"visits": 24} | more)
        before = {each.id for each in self.use(child)}
        covered = self.front.approvals.authorize(getattr(self.clinic, child), draft)
        [new] = [each.id for each in self.use(child) if each.id not in before]
        return covered, new

    def past(self, child, days_ago=7, minutes=60, status=SessionStatus.HELD):
        """Book a visit of the past and say what became of it."""
        day = today() - timedelta(days=days_ago)
        while day.weekday() > 3 or day.isoformat() in {"2027-06-18", "2027-07-05"}:
            day -= timedelta(days=1)
        return self.on(datetime.combine(day, time(9)), child, minutes, status)

    def on(self, starts, child, minutes=60, status=None):
        request = SeriesRequest.single(
            getattr(self.clinic, child), starts, minutes, self.clinic.ana, self.clinic.gym
        )
        scheduling = self.front.scheduling
        series = scheduling.book(scheduling.preview(request), WHY)
        [visit] = [each for each in self.visits(child) if each.series_id == series]
        if status is not None:
            self.front.attendance.record(visit.id, Outcome(status))
        return visit.id

    def row(self, child):
        found = self.front.caseload.rows(View.EVERYONE)
        return next(each for each in found if each.id == getattr(self.clinic, child))


@pytest.fixture
def desk():
    yield Desk()
    close_database()


# Maya: 24 approved, 4 used, 20 booked.


def test_twenty_booked_visits_leave_none_after_the_sixth_of_july(desk):
    preview = desk.preview()
    assert left_hint(preview.visits_left, preview.last_day) == "0 visits left after Jul 6"


def test_the_twenty_first_is_visit_25_of_24_and_a_warning(desk):
    desk.book()
    preview = desk.preview(starts_on=date(2027, 7, 7), count=1)
    [row] = preview.rows
    assert row.state is RowState.WARNING
    assert [sentence(each) for each in row.findings] == ["Visit 25 of 24: not authorized yet."]


def test_front_desk_books_it_as_unconfirmed_with_a_reason(desk):
    desk.book()
    with pytest.raises(ValidationError):
        desk.book(starts_on=date(2027, 7, 7), count=1)
    desk.book(WHY, starts_on=date(2027, 7, 7), count=1)
    last = desk.visits()[-1]
    assert (last.is_unconfirmed, last.override_reason) == (True, WHY)
    assert not any(each.is_unconfirmed for each in desk.visits()[:-1])


def test_the_owner_may_forbid_it(desk):
    kept = desk.owner.settings.clinic().settings
    desk.owner.settings.describe(replace(kept, may_book_unconfirmed=False))
    desk.book()
    preview = desk.preview(starts_on=date(2027, 7, 7), count=1)
    assert [row.state for row in preview.rows] == [RowState.CONFLICT]


def test_sessions_after_the_last_day_of_july_name_it(desk):
    preview = desk.preview(starts_on=date(2027, 7, 29), count=4)
    told = {row.day: [sentence(each) for each in row.findings] for row in preview.rows}
    assert told == {
        date(2027, 7, 29): [],
        date(2027, 7, 30): [],
        date(2027, 8, 2): ["The authorization ended Jul 31."],
        date(2027, 8, 3): ["The authorization ended Jul 31."],
    }


# Two at once.


def test_what_expires_first_is_used_first(desk):
    _covered, sooner = desk.approve("maya", visits=2, ends_on=date(2027, 6, 30))
    desk.book(count=4)
    used = [each.authorization_id for each in desk.visits()]
    assert used[:2] == [sooner, sooner]
    assert sooner not in used[2:]


def test_the_desk_may_choose_otherwise(desk):
    desk.book(count=2)
    _covered, later = desk.approve("maya", visits=2, ends_on=date(2027, 12, 31))
    first = desk.visits()[0]
    desk.front.approvals.use(first.id, later)
    assert desk.visits()[0].authorization_id == later


def test_a_late_approval_covers_unconfirmed_visits_where_they_stand(desk):
    desk.book()
    desk.book(WHY, starts_on=date(2027, 7, 7), count=2)
    before = [(each.id, each.starts) for each in desk.visits()]
    assert desk.approve("maya", visits=10)[0] == 2
    assert [(each.id, each.starts) for each in desk.visits()] == before
    assert not any(each.is_unconfirmed for each in desk.visits())


# What was added wrongly is put right.


def corrected(desk, **more):
    [use] = desk.use()
    unconfirmed = desk.front.approvals.correct(desk.clinic.maya, use.id, replace(use.draft, **more))
    return unconfirmed, [each.is_unconfirmed for each in desk.visits()]


def test_fewer_visits_than_booked_leave_the_latest_unconfirmed(desk):
    desk.book()
    count, unconfirmed = corrected(desk, visits=21)
    assert (count, unconfirmed) == (3, [False] * 17 + [True] * 3)


def test_an_earlier_end_leaves_those_after_it_unconfirmed(desk):
    desk.book()
    count, unconfirmed = corrected(desk, ends_on=date(2027, 7, 1))
    assert (count, unconfirmed) == (2, [False] * 18 + [True] * 2)


def test_putting_it_back_confirms_them_again_without_booking(desk):
    desk.book()
    before = [(each.id, each.starts) for each in desk.visits()]
    corrected(desk, visits=21)
    assert corrected(desk, visits=24) == (0, [False] * 20)
    assert [(each.id, each.starts) for each in desk.visits()] == before


def test_visits_that_lose_theirs_use_another_authorization(desk):
    desk.book()
    _covered, other = desk.approve("maya", visits=5, ends_on=date(2027, 12, 31))
    mine = next(each for each in desk.use() if each.id != other)
    desk.front.approvals.correct(desk.clinic.maya, mine.id, replace(mine.draft, visits=21))
    assert [each.authorization_id for each in desk.visits()][-3:] == [other] * 3


def test_an_authorization_is_corrected_to_nothing_that_cannot_be(desk):
    [use] = desk.use()
    wrong = replace(use.draft, visits=0, ends_on=date(2027, 5, 1))
    with pytest.raises(ValidationError) as refused:
        desk.front.approvals.correct(desk.clinic.maya, use.id, wrong)
    assert set(refused.value.fields) == {"visits", "ends_on"}


# Units.


@pytest.mark.parametrize(("number", "minutes"), TABLE.items())
def test_units_by_the_eight_minute_rule_are_those_of_the_table(number, minutes):
    first, last = minutes
    counted = {units(each, Rounding.EIGHT_MINUTES) for each in range(first, last + 1)}
    assert counted == {number}


def test_under_eight_minutes_is_no_unit_by_that_rule():
    assert {units(each, Rounding.EIGHT_MINUTES) for each in range(8)} == {0}


def test_the_mid_point_rule_takes_the_nearest_quarter_and_never_none():
    nearest = {1: 1, 7: 1, 8: 1, 15: 1, 22: 1, 23: 2, 30: 2, 37: 2, 38: 3, 45: 3, 60: 4, 68: 5}
    assert {each: units(each, Rounding.MID_POINT) for each in nearest} == nearest


@pytest.mark.parametrize("rounding", Rounding)
def test_the_file_counts_as_the_rules_do_for_every_length_of_a_visit(desk, rounding):
    question = f"""
        WITH RECURSIVE lasting(minutes) AS
            (SELECT 1 UNION ALL SELECT minutes + 1 FROM lasting WHERE minutes < 480),
        authorization(measure, rounding) AS (SELECT 'units', ?),
        session AS (SELECT minutes, NULL AS held_minutes, '2027-06-07T08:00' AS starts,
            strftime('%Y-%m-%dT%H:%M', '2027-06-07T08:00', '+' || minutes || ' minutes') AS ends
            FROM lasting)
        SELECT minutes, {TAKES} FROM session, authorization"""  # noqa: S608  (a constant of ours)
    counted = database.execute_sql(question, (rounding.value,)).fetchall()
    assert len(counted) == 480
    assert counted == [(minutes, units(minutes, rounding)) for minutes, _ in counted]


def test_an_hour_takes_four_units_and_twenty_four_hours_ninety_six(desk):
    desk.approve(visits=96, rounding=Rounding.EIGHT_MINUTES)
    desk.book(child="iris")
    [use] = desk.use("iris")
    assert (use.booked, use.left) == (80, 16)
    preview = desk.front.scheduling.preview(
        replace(mayas_series(desk.clinic, starts_on=date(2027, 7, 7), count=5),
                child_id=desk.clinic.iris)
    )  # fmt: skip
    told = [sentence(each) for row in preview.rows for each in row.findings]
    assert told == ["Unit 100 of 96: not authorized yet."]


def test_units_left_are_told_as_whole_visits_of_that_length(desk):
    desk.approve(visits=90, rounding=Rounding.EIGHT_MINUTES)
    preview = desk.front.scheduling.preview(
        replace(mayas_series(desk.clinic), child_id=desk.clinic.iris)
    )
    assert preview.visits_left == 2  # 10 units: two hours, and a half nobody is treated on


def test_a_visit_cut_short_takes_the_units_of_its_minutes(desk):
    desk.approve(visits=40, rounding=Rounding.EIGHT_MINUTES)
    visit = desk.past("iris")
    short = Outcome(SessionStatus.CUT_SHORT, held_minutes=20, why="He was tired")
    desk.front.attendance.record(visit, short)
    [use] = desk.use("iris")
    assert (use.used, use.left) == (1, 39)


def test_an_authorization_with_too_few_units_cannot_be_chosen(desk):
    desk.approve(visits=40, rounding=Rounding.EIGHT_MINUTES)
    desk.book(child="iris", count=1)
    _covered, few = desk.approve(visits=3, rounding=Rounding.MID_POINT)
    with pytest.raises(ValidationError, match="Nothing is left"):
        desk.front.approvals.use(desk.visits("iris")[0].id, few)


# No-shows.


def test_a_no_show_takes_no_visit(desk):
    desk.approve()
    desk.past("iris", status=SessionStatus.NO_SHOW)
    [use] = desk.use("iris")
    assert (use.used, use.left) == (0, 24)


def test_a_no_show_takes_one_where_the_payer_counts_it(desk):
    desk.approve(counts_no_shows=True)
    desk.past("iris", status=SessionStatus.NO_SHOW)
    [use] = desk.use("iris")
    assert (use.used, use.left) == (1, 23)


def test_a_counted_no_show_that_was_held_after_all_keeps_its_approval(desk):
    desk.approve(visits=1, counts_no_shows=True)
    visit = desk.past("iris", status=SessionStatus.NO_SHOW)
    desk.front.attendance.record(visit, Outcome(SessionStatus.HELD, why="They were in the gym"))
    [use] = desk.use("iris")
    assert (use.used, use.left) == (1, 0)
    assert not desk.visits("iris")[0].is_unconfirmed


# Who has to ask the payer.


@pytest.mark.parametrize(
    ("visits", "days", "is_due"), [(3, 90, True), (4, 90, False), (20, 14, True), (20, 15, False)]
)
def test_the_caseload_marks_three_visits_or_fourteen_days(desk, visits, days, is_due):
    desk.approve(visits=visits, ends_on=today() + timedelta(days=days))
    left = desk.row("iris").approved
    assert (left.visits, left.is_due(today())) == (visits, is_due)


def test_the_caseload_says_nothing_where_nobody_has_to_approve(desk):
    assert desk.row("owen").approved is None


def test_the_caseload_says_that_the_last_authorization_ended(desk):
    desk.approve(starts_on=date(2026, 1, 1), ends_on=today() - timedelta(days=1))
    assert desk.row("iris").approved.has_ended(today())


def test_two_authorizations_count_together(desk):
    desk.approve(visits=2, ends_on=today() + timedelta(days=5))
    desk.approve(visits=20, ends_on=today() + timedelta(days=100))
    left = desk.row("iris").approved
    assert (left.visits, left.is_due(today())) == (22, False)


def test_today_counts_units_as_whole_visits(desk):
    desk.approve(visits=12, rounding=Rounding.EIGHT_MINUTES)
    late = now_local().replace(hour=16, minute=0, second=0, microsecond=0)
    desk.on(late, "iris")
    [need] = [each for each in desk.front.day.needs() if each.kind is NeedKind.APPROVAL]
    assert need.words == "3 approved visits left, 1 more booked"


def test_the_report_names_used_booked_and_left_of_each(desk):
    desk.book()
    desk.approve(visits=96, rounding=Rounding.EIGHT_MINUTES, payer="Oak Plan", number="PA-1")
    [listing] = desk.front.approvals.report(date(2027, 6, 1))
    [group] = listing.groups
    assert group.rows == (
        ("Iris Nordin", "Oak Plan", "PA-1", "", "96 units", "0", "0", "96"),
        ("Maya Ortega", "Cedar Health", "", "Jul 31, 2027", "24", "4", "20", "0"),
    )
    assert print_listings((listing,), Paper()).startswith(b"%PDF")


def test_what_is_over_is_not_in_the_report(desk):
    with pytest.raises(ClinicError, match="nothing to print"):
        desk.front.approvals.report(date(2027, 8, 1))


def test_a_child_who_left_is_not_in_the_report(desk):
    gone = desk.owner.caseload.admit(
        ChildDraft("Ada", "Gone", authorizations=(AuthorizationDraft(visits=3),))
    )
    database.execute_sql("UPDATE child SET status = 'discharged' WHERE id = ?", (gone,))
    [listing] = desk.front.approvals.report(date(2027, 6, 1))
    assert [row[0] for row in listing.groups[0].rows] == ["Maya Ortega"]
