"""Story 18: a canceled hour is offered to whom it suits, fairly, and held while they decide."""

from datetime import datetime, time, timedelta

import pytest

from db.connection import close_database, database
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.clock import now_utc, today, wall_time
from ot_desktop.day_words import clock_text
from ot_desktop.errors import ClinicError, NotAllowed, ValidationError
from ot_desktop.messages.domain import MessageDraft, Way
from ot_desktop.permissions import Role
from ot_desktop.scheduling.domain import SeriesRequest
from ot_desktop.scheduling.rules import Kind
from ot_desktop.scheduling.wording import sentence
from ot_desktop.services import services_for
from ot_desktop.settings.domain import Hours
from ot_desktop.waitlist.domain import EntryDraft, OfferOutcome, OpenTime, Wants
from tests.builders import a_child, a_user, an_empty_clinic
from tests.reference_clinic import reference_clinic


class Waiting:
    """The reference clinic with an open hour, Tuesday at 14:00 two weeks ahead, with Ana."""

    def __init__(self):
        self.services = an_empty_clinic()
        self.clinic = reference_clinic(self.services)
        ahead = today() + timedelta(days=14)
        self.tuesday = ahead + timedelta(days=(1 - ahead.weekday()) % 7)
        self.open = self.at(14)

    def at(self, hour, minutes=60, weeks=0):
        starts = datetime.combine(self.tuesday, time(hour)) + timedelta(weeks=weeks)
        ends = starts + timedelta(minutes=minutes)
        return OpenTime(self.clinic.ana, self.clinic.feeding, starts, ends)

    def wait(self, name, **changes):
        child = a_child(self.services, name)
        self.services.waitlist.add(EntryDraft(child, **changes))
        return child

    def book(self, child, open_time, therapist=None):
        request = SeriesRequest(
            child,
            open_time.starts.date(),
            frozenset({open_time.starts.weekday()}),
            (open_time.starts.time(),),
            open_time.minutes,
            therapist or open_time.therapist_id,
            None,
            1,
        )
        scheduling = self.services.scheduling
        scheduling.book(scheduling.preview(request), "Agreed.")

    def called(self, open_time=None):
        found = self.services.waitlist.matches(open_time or self.open)
        return [match.entry.child_name.split()[0] for match in found]


@pytest.fixture
def desk():
    yield Waiting()
    close_database()


def test_the_longest_wait_is_called_first_and_urgent_ones_before(desk):
    for name, urgency in (("Ada", 2), ("Bo", 1), ("Cy", 2)):
        desk.wait(name, urgency=urgency)
    assert desk.called() == ["Bo", "Ada", "Cy"]


@pytest.mark.parametrize(
    "changes",
    [
        {"length_minutes": 90},
        {"can_come": (Hours(1, 8 * 60, 12 * 60),)},
        {"can_come": (Hours(2, 13 * 60, 17 * 60),)},
        {"until_day": today() + timedelta(days=1)},
        {"from_day": today() + timedelta(days=90)},
        {"notice_minutes": 60 * 24 * 60},
    ],
)
def test_a_time_that_does_not_suit_is_not_offered(desk, changes):
    desk.wait("Ada", **changes)
    assert desk.called() == []


def test_a_family_that_wants_one_therapist_is_not_offered_another(desk):
    desk.wait("Ada", therapist_id=desk.clinic.cam)
    desk.wait("Bo", therapist_id=desk.clinic.ana)
    assert desk.called() == ["Bo"]


def test_an_entry_waits_until_its_last_day_is_over(desk):
    desk.wait("Ada", expires_on=today())
    assert desk.called() == ["Ada"]
    yesterday = (today() - timedelta(days=1)).isoformat()
    database.execute_sql("UPDATE waitlist_entry SET expires_on = ?", (yesterday,))
    assert desk.called() == []


def test_who_is_taken_at_that_time_is_left_out_and_who_comes_that_day_is_last(desk):
    taken, comes = desk.wait("Ada"), desk.wait("Bo")
    desk.wait("Cy")
    desk.book(taken, desk.open, therapist=desk.clinic.cam)
    desk.book(comes, desk.at(9))
    assert desk.called() == ["Cy", "Bo"]


def test_the_reasons_say_what_fits_and_how_long_they_wait(desk):
    desk.wait("Ada")
    [match] = desk.services.waitlist.matches(desk.open)
    assert match.reasons == ("fits Tue 2:00", "waiting 0 days", "times not asked")


def test_a_time_free_in_some_weeks_is_offered_as_partial(desk):
    desk.wait("Ada", wants=Wants.WEEKLY, weeks=4)
    other = a_child(desk.services, "Bo")
    for week in (1, 3):
        desk.book(other, desk.at(14, weeks=week))
    [match] = desk.services.waitlist.matches(desk.open)
    assert match.is_partial
    assert "2 of 4 weeks free" in match.reasons
    assert [each.date() for each in match.starts] == [
        desk.tuesday,
        desk.tuesday + timedelta(weeks=2),
    ]


def test_an_offered_time_is_held_for_one_family(desk):
    desk.wait("Ada"), desk.wait("Bo")
    ada, bo = desk.services.waitlist.waiting()
    desk.services.waitlist.offer(ada.id, desk.open)
    with pytest.raises(ClinicError, match="held for another family until"):
        desk.services.waitlist.offer(bo.id, desk.open)


@pytest.mark.parametrize("outcome", [OfferOutcome.NO, OfferOutcome.NO_ANSWER])
def test_a_no_frees_the_time_at_once(desk, outcome):
    desk.wait("Ada"), desk.wait("Bo")
    ada, bo = desk.services.waitlist.waiting()
    desk.services.waitlist.answer(desk.services.waitlist.offer(ada.id, desk.open), outcome)
    desk.services.waitlist.offer(bo.id, desk.open)


def test_a_hold_expires_by_itself(desk):
    desk.wait("Ada"), desk.wait("Bo")
    ada, bo = desk.services.waitlist.waiting()
    desk.services.waitlist.offer(ada.id, desk.open, hold_minutes=0)
    assert desk.services.waitlist.held() == ()
    desk.services.waitlist.offer(bo.id, desk.open)


def test_a_yes_books_the_time_and_ends_the_wait(desk):
    child = desk.wait("Ada")
    [entry] = desk.services.waitlist.waiting()
    desk.services.waitlist.accept(desk.services.waitlist.offer(entry.id, desk.open))
    [session] = desk.services.scheduling.sessions_of(child)
    assert session.starts == desk.open.starts
    assert desk.services.waitlist.waiting() == ()


def test_a_yes_that_cannot_be_booked_leaves_the_offer_open(desk):
    child = desk.wait("Ada")
    desk.services.caseload.authorize(child, AuthorizationDraft(visits=1, used_before=1))
    [entry] = desk.services.waitlist.waiting()
    offer = desk.services.waitlist.offer(entry.id, desk.open)
    with pytest.raises(ValidationError):
        desk.services.waitlist.accept(offer)
    assert [each.id for each in desk.services.waitlist.held()] == [offer]
    assert desk.services.waitlist.waiting()[0].id == entry.id
    desk.services.waitlist.accept(offer, "The payer has it in writing.")
    assert len(desk.services.scheduling.sessions_of(child)) == 1


def test_a_partial_yes_books_the_free_weeks_and_the_child_waits_on(desk):
    child = desk.wait("Ada", wants=Wants.WEEKLY, weeks=3)
    desk.book(a_child(desk.services, "Bo"), desk.at(14, weeks=1))
    [entry] = desk.services.waitlist.waiting()
    desk.services.waitlist.accept(desk.services.waitlist.offer(entry.id, desk.open))
    days = [each.starts.date() for each in desk.services.scheduling.sessions_of(child)]
    assert days == [desk.tuesday, desk.tuesday + timedelta(weeks=2)]
    assert [each.id for each in desk.services.waitlist.waiting()] == [entry.id]


def test_a_family_that_was_called_is_known_as_such(desk):
    desk.wait("Ada")
    [entry] = desk.services.waitlist.waiting()
    for _ in range(2):
        offer = desk.services.waitlist.offer(entry.id, desk.open)
        desk.services.waitlist.answer(offer, OfferOutcome.NO_ANSWER)
    [match] = desk.services.waitlist.matches(desk.open)
    assert match.reasons[2:4] == ("called twice", "no answer last time")


def test_an_entry_taken_off_by_mistake_is_put_back_with_its_day(desk):
    desk.wait("Ada")
    [entry] = desk.services.waitlist.waiting()
    desk.services.waitlist.take_off(entry.id, "moved away")
    assert desk.services.waitlist.waiting() == ()
    desk.services.waitlist.put_back(entry.id)
    assert desk.services.waitlist.waiting() == (entry,)


def test_what_cannot_be_is_named_by_field(desk):
    child = a_child(desk.services, "Ada")
    draft = EntryDraft(
        child,
        length_minutes=1,
        weeks=0,
        from_day=today(),
        until_day=today() - timedelta(days=1),
        expires_on=today() - timedelta(days=1),
    )
    with pytest.raises(ValidationError) as refused:
        desk.services.waitlist.add(draft)
    assert refused.value.fields.keys() == {"length_minutes", "weeks", "until_day", "expires_on"}


def test_a_therapist_sees_the_waitlist_and_does_not_change_it(desk):
    child = a_child(desk.services, "Ada")
    therapist = services_for(a_user(Role.THERAPIST, "Ana Ruiz"))
    assert therapist.waitlist.waiting() == ()
    with pytest.raises(NotAllowed):
        therapist.waitlist.add(EntryDraft(child))


def called_off(desk, open_time, name="Theo"):
    """Book a child at an open time, and let the family call it off."""
    child = a_child(desk.services, name)
    desk.book(child, open_time)
    [session] = desk.services.scheduling.sessions_of(child)
    desk.services.attendance.family_called(session.id)


def soon(desk, days=1, hour=14):
    """Return an hour with Ana on the next working day."""
    day = today() + timedelta(days=days)
    while day.weekday() > 4:
        day += timedelta(days=1)
    starts = datetime.combine(day, time(hour))
    return OpenTime(desk.clinic.ana, desk.clinic.feeding, starts, starts + timedelta(hours=1))


def test_a_visit_that_was_called_off_is_an_open_time_with_its_names(desk):
    called_off(desk, soon(desk))
    [opened] = desk.services.waitlist.opened()
    assert (opened.time.starts, opened.time.minutes) == (soon(desk).starts, 60)
    assert opened.therapist_name == "Ana Ruiz"
    assert opened.called_off == "Theo Ortega"


def test_what_was_filled_again_or_lies_weeks_ahead_is_not_open(desk):
    called_off(desk, soon(desk))
    called_off(desk, desk.open, "Uma")
    desk.book(a_child(desk.services, "Bo"), soon(desk))
    assert desk.services.waitlist.opened() == ()


def test_a_time_that_was_called_off_twice_is_open_once(desk):
    called_off(desk, soon(desk))
    called_off(desk, soon(desk), "Uma")
    assert len(desk.services.waitlist.opened()) == 1


def test_nothing_is_open_while_the_therapist_is_away(desk):
    called_off(desk, soon(desk))
    day = soon(desk).starts.date()
    desk.services.time_off.therapist_away(desk.clinic.ana, (day, day), reason="ill")
    assert desk.services.waitlist.opened() == ()


def test_nothing_is_open_on_a_closed_day(desk):
    called_off(desk, soon(desk))
    desk.services.settings.close_day(soon(desk).starts.date(), "Snow")
    assert desk.services.waitlist.opened() == ()


def test_a_family_that_calls_back_keeps_the_time_until_the_hold_ends(desk):
    desk.wait("Ada"), desk.wait("Bo")
    ada, bo = desk.services.waitlist.waiting()
    offer = desk.services.waitlist.offer(ada.id, desk.open)
    desk.services.waitlist.answer(offer, OfferOutcome.CALL_BACK)
    with pytest.raises(ClinicError, match="held for another family"):
        desk.services.waitlist.offer(bo.id, desk.open)


def test_a_time_let_go_is_free_and_nobody_counts_as_called(desk):
    desk.wait("Ada"), desk.wait("Bo")
    ada, bo = desk.services.waitlist.waiting()
    desk.services.waitlist.release(desk.services.waitlist.offer(ada.id, desk.open))
    desk.services.waitlist.offer(bo.id, desk.open)
    assert desk.services.waitlist.waiting()[0].offers == 0


def test_a_yes_taken_back_leaves_everything_as_before(desk):
    child = desk.wait("Ada")
    before = desk.services.waitlist.waiting()
    offer = desk.services.waitlist.offer(before[0].id, desk.open)
    series = desk.services.waitlist.accept(offer)
    desk.services.waitlist.take_back(offer, series)
    assert desk.services.scheduling.sessions_of(child) == []
    assert desk.services.waitlist.waiting() == before
    assert [each.id for each in desk.services.waitlist.held()] == [offer]


def test_the_call_log_says_what_was_offered_by_whom_and_the_answer(desk):
    desk.wait("Ada")
    [entry] = desk.services.waitlist.waiting()
    offer = desk.services.waitlist.offer(entry.id, desk.open)
    desk.services.waitlist.answer(offer, OfferOutcome.NO)
    [call] = desk.services.waitlist.calls(entry.id)
    assert (call.time, call.therapist_name) == (desk.open, "Ana Ruiz")
    assert (call.outcome, call.made_by) == (OfferOutcome.NO, "Rosalind Achebe")


def test_the_clinic_chooses_how_long_an_offer_is_held(desk):
    waitlist = desk.services.waitlist
    assert waitlist.hold_minutes() == 20
    waitlist.set_hold_minutes(45)
    desk.wait("Ada")
    waitlist.offer(waitlist.waiting()[0].id, desk.open)
    assert waitlist.held()[0].minutes_left(now_utc()) == 45
    with pytest.raises(ValidationError):
        waitlist.set_hold_minutes(0)


def test_who_was_taken_off_is_remembered_with_the_reason(desk):
    desk.wait("Ada")
    desk.services.waitlist.take_off(desk.services.waitlist.waiting()[0].id, "moved away")
    [gone] = desk.services.waitlist.taken_off()
    assert (gone.ended_on, gone.ended_because) == (today(), "moved away")


def test_a_message_is_a_contact_too(desk):
    child = desk.wait("Ada")
    desk.services.messages.log(MessageDraft(child, "Asked for times.", Way.TEXT))
    [entry] = desk.services.waitlist.waiting()
    assert entry.last_contact_at == entry.last_message_at is not None


def test_four_of_twelve_weeks_are_offered_as_such_and_booked(desk):
    child = desk.wait("Ada", wants=Wants.WEEKLY, weeks=12)
    other = a_child(desk.services, "Bo")
    for week in (1, 2, 4, 5, 6, 8, 9, 11):
        desk.book(other, desk.at(14, weeks=week))
    [match] = desk.services.waitlist.matches(desk.open)
    assert (match.weeks_free, match.entry.weeks, match.is_partial) == (4, 12, True)
    assert "4 of 12 weeks free" in match.reasons
    desk.services.waitlist.accept(desk.services.waitlist.offer(match.entry.id, desk.open))
    booked = [each.starts.date() for each in desk.services.scheduling.sessions_of(child)]
    assert booked == [desk.tuesday + timedelta(weeks=week) for week in (0, 3, 7, 10)]


# A time that is offered is held, whoever else would book it.


def offered(desk, name="Ada", **more):
    """Offer the open hour to a family that waits."""
    desk.wait(name)
    entry = desk.services.waitlist.waiting()[-1]
    return desk.services.waitlist.offer(entry.id, desk.open, **more)


def request(desk, child, therapist=None, room=None):
    who = therapist or desk.clinic.ana, room or desk.clinic.gym
    return SeriesRequest.single(child, desk.open.starts, 60, *who)


def in_the_way(desk, child, **more):
    preview = desk.services.scheduling.preview(request(desk, child, **more))
    return [sentence(each) for each in preview.rows[0].findings]


def test_booking_a_held_time_names_the_family_and_until_when(desk):
    offered(desk)
    [held] = desk.services.waitlist.held()
    until = clock_text(wall_time(held.held_until))
    child = a_child(desk.services, "Bo")
    assert in_the_way(desk, child) == [f"Offered to Ada Ortega’s family, held until {until}."]
    assert held.minutes_left(now_utc()) == 20


def test_a_held_time_is_booked_with_a_reason_only(desk):
    offered(desk)
    child, scheduling = a_child(desk.services, "Bo"), desk.services.scheduling
    preview = scheduling.preview(request(desk, child))
    with pytest.raises(ValidationError, match="Say why"):
        scheduling.book(preview)
    scheduling.book(preview, "Ada’s mother let it go.")
    [session] = scheduling.sessions_of(child)
    assert session.override_reason == "Ada’s mother let it go."


def test_the_warning_ends_with_the_hold(desk):
    offered(desk, hold_minutes=0)
    assert in_the_way(desk, a_child(desk.services, "Bo")) == []


def test_a_hold_that_ends_while_somebody_looks_warns_no_more(desk):
    offered(desk)
    check = desk.services.scheduling.visit_check()
    visit = request(desk, a_child(desk.services, "Bo")).visit_at(desk.open.starts)
    assert [each.kind for each in check(visit)] == [Kind.HELD_FOR_FAMILY]
    database.execute_sql("UPDATE offer SET held_until = ?", (now_utc().isoformat(),))
    assert check(visit) == ()


@pytest.mark.parametrize("outcome", [OfferOutcome.NO, OfferOutcome.NO_ANSWER])
def test_the_warning_ends_with_a_no(desk, outcome):
    desk.services.waitlist.answer(offered(desk), outcome)
    assert in_the_way(desk, a_child(desk.services, "Bo")) == []


def test_a_family_that_calls_back_still_has_the_time(desk):
    desk.services.waitlist.answer(offered(desk), OfferOutcome.CALL_BACK)
    assert len(in_the_way(desk, a_child(desk.services, "Bo"))) == 1


def test_the_room_is_held_with_the_time(desk):
    offered(desk)
    child, feeding = a_child(desk.services, "Bo"), desk.clinic.feeding
    assert len(in_the_way(desk, child, therapist=desk.clinic.cam, room=feeding)) == 1
    assert in_the_way(desk, child, therapist=desk.clinic.cam) == []


def test_a_held_time_is_the_last_to_be_suggested(desk):
    offered(desk)
    check = desk.services.scheduling.visit_check()
    visit = request(desk, a_child(desk.services, "Bo")).visit_at(desk.at(13).starts)
    desk.book(a_child(desk.services, "Cy"), desk.at(13))
    suggested = [each.visit for each in check.alternatives(visit)]
    assert suggested
    held = (desk.open.starts, desk.clinic.ana)
    assert held not in [(each.starts, each.therapist_id) for each in suggested]


def test_who_is_next_is_seen_while_a_time_is_held(desk):
    offered(desk)
    desk.wait("Bo")
    assert desk.called() == ["Ada", "Bo"]
