"""Whatever is done to a schedule, in any order: a machine that books, moves, calls off, goes back.

What must hold afterwards is looked up in the file itself (``schedule_facts``), not asked of our
rules. Everything is done through the services, on an encrypted file.
"""

import shutil
import tempfile
from datetime import datetime, time, timedelta
from functools import cache, partial
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from db.connection import close_database, create_database, open_database
from ot_desktop.caseload.domain import AuthorizationDraft
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError
from ot_desktop.permissions import Role, SignedIn
from ot_desktop.planning.domain import Window
from ot_desktop.scheduling.affected import Closing
from ot_desktop.scheduling.attendance import Outcome, Reason
from ot_desktop.scheduling.domain import SeriesRequest, SessionStatus
from ot_desktop.scheduling.rearranging import Step, visit_of
from ot_desktop.scheduling.series_changes import Scope, SeriesChange
from ot_desktop.services import services_for
from ot_desktop.waitlist.domain import EntryDraft, OpenTime
from tests import schedule_facts as facts
from tests.builders import a_user
from tests.reference_clinic import reference_clinic

KEY = bytes(32)
WHY = "Agreed by phone."
OPEN = (SessionStatus.PLANNED, SessionStatus.CONFIRMED)

days = st.integers(0, 25)
hours = st.sampled_from([8, 9, 10, 11, 13, 14, 15])
places = st.integers(0, 60)

DRAFTS = {
    "leo": [(6, 0, -7, 9), (4, 0, 0, 40)],
    "owen": [(12, 2, -30, 60)],
    "iris": [(3, 0, -7, 30), (5, 1, 5, 25)],
}
"""Visits approved and used before, and from which day to which, counted from this Monday."""


def monday():
    """Return last week's Monday, so that there is something behind and something ahead."""
    return today() - timedelta(days=today().weekday() + 7)


@cache
def made_once():
    """Return the file every run begins with, its people, and the owner."""
    place = tempfile.TemporaryDirectory(prefix="ot-desktop-schedule-")
    file = Path(place.name) / "clinic.db"
    create_database(file, KEY)
    owner = a_user(Role.OWNER)
    services = services_for(owner)
    clinic = reference_clinic(services)
    for child, drafts in DRAFTS.items():
        for visits, used, first, last in drafts:
            starts, ends = (monday() + timedelta(days=7 + day) for day in (first, last))
            draft = AuthorizationDraft(visits, used_before=used, starts_on=starts, ends_on=ends)
            services.caseload.authorize(getattr(clinic, child), draft)
    hold_some_times(services, clinic)
    close_database()
    return place, file, clinic, owner


def hold_some_times(services, clinic):
    """Offer a time of each of the next two weeks to a family, and hold it."""
    services.waitlist.set_hold_minutes(240)
    services.waitlist.add(EntryDraft(clinic.iris))
    [entry] = services.waitlist.waiting()
    for day, hour in ((8, 9), (9, 14), (15, 10)):
        starts = datetime.combine(monday() + timedelta(days=day), time(hour))
        held = OpenTime(clinic.ana, clinic.gym, starts, starts + timedelta(hours=1))
        services.waitlist.offer(entry.id, held)


something_is_booked = precondition(lambda self: self.seen)


class RandomSchedule(RuleBasedStateMachine):
    """Each rule is one deed of the front desk; what is refused must change nothing."""

    @initialize()
    def open(self):
        _, file, self.clinic, owner = made_once()
        self.place = tempfile.TemporaryDirectory(prefix="ot-desktop-schedule-")
        copy = Path(self.place.name) / "clinic.db"
        shutil.copy(file, copy)
        open_database(copy, KEY)
        self.services = services_for(SignedIn(owner.id, owner.name, owner.role))
        self.done, self.undone, self.seen = [], [], set()

    def teardown(self):
        if hasattr(self, "place"):
            close_database()
            self.place.cleanup()

    # What is done, and what takes it back.

    def do(self, deed, *, goes_back=True):
        """Do one thing; keep the way back, or that there is none."""
        found, before = facts.everything(), facts.live()
        try:
            back = deed()
        except ClinicError:
            assert facts.everything() == found
            return
        facts.assert_told(found, facts.everything())
        self.undone.clear()
        if goes_back:
            self.done.append((back, before))
        else:
            self.done.clear()

    @precondition(lambda self: self.done)
    @rule()
    def undo(self):
        back, before = self.done.pop()
        after = facts.live()
        again = back()
        assert facts.live() == before
        self.undone.append((again, after))

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        again, after = self.undone.pop()
        before = facts.live()
        back = again()
        assert facts.live() == after
        self.done.append((back, before))

    def rearrange(self, steps, why=WHY):
        """Save some steps; going back needs no reason."""
        rearranging = self.services.rearranging
        back = rearranging.save(rearranging.preview(steps), why)
        return partial(self.rearrange, back, why="")

    def withdraw(self, series_id):
        return partial(self.rearrange, self.services.scheduling.withdraw(series_id), why="")

    def put(self, session_id, outcome, before):
        """Say what became of a visit; going back corrects it to what it was."""
        self.services.attendance.record(session_id, outcome)
        return partial(self.put, session_id, before, outcome)

    # Booking.

    @rule(
        child=st.sampled_from(["maya", "leo", "noa", "owen", "iris"]),
        therapist=st.sampled_from(["ana", "ben", "cam"]),
        room=st.sampled_from(["gym", "fine_motor", "feeding", None]),
        start=days,
        when=st.tuples(
            st.frozensets(st.integers(0, 4), min_size=1),
            st.lists(hours, min_size=1, max_size=2, unique=True),
            st.sampled_from([30, 45, 60]),
            st.integers(1, 9),
        ),
    )
    def book(self, child, therapist, room, start, when):
        weekdays, at, minutes, number = when
        request = SeriesRequest(
            child_id=getattr(self.clinic, child),
            starts_on=self.day(start),
            weekdays=weekdays,
            times=tuple(time(hour) for hour in at),
            length_minutes=minutes,
            therapist_id=getattr(self.clinic, therapist),
            room_id=getattr(self.clinic, room) if room else None,
            count=number,
        )
        self.do(partial(self.booked, request))

    def booked(self, request, into=None):
        scheduling = self.services.scheduling
        preview = scheduling.preview(request)
        if preview.conflicts:
            preview = scheduling.first_alternatives(preview)
        series_id = scheduling.book(preview, WHY, into)
        if into is None:
            return partial(self.withdraw, series_id)
        return lambda: partial(
            self.rearrange, self.services.series.shorten(into, len(preview.booked)), why=""
        )

    @something_is_booked
    @rule(which=places)
    def take_a_booking_back(self, which):
        series_id = self.a_series(which)
        if series_id is not None:
            self.do(partial(self.withdraw, series_id))

    @something_is_booked
    @rule(which=places)
    def take_one_off(self, which):
        session = self.a_session(which)
        if session is not None:
            series = self.services.series
            self.do(lambda: partial(self.rearrange, series.take_off_one(session.id), why=""))

    # One visit.

    @something_is_booked
    @rule(
        which=places,
        shift=st.integers(-3, 9),
        at=hours,
        therapist=st.sampled_from(["ana", "ben", "cam"]),
        room=st.sampled_from(["gym", "fine_motor", "feeding"]),
    )
    def move(self, which, shift, at, therapist, room):
        session = self.a_session(which)
        if session is None:
            return
        starts = datetime.combine(session.starts.date() + timedelta(days=shift), time(at))
        to = visit_of(
            session,
            starts=starts,
            ends=starts + (session.ends - session.starts),
            therapist_id=getattr(self.clinic, therapist),
            room_id=getattr(self.clinic, room),
        )
        self.do(partial(self.rearrange, [Step(session.id, to)]))

    @something_is_booked
    @rule(one=places, other=places)
    def change_places(self, one, other):
        first, second = self.a_session(one), self.a_session(other)
        if first is None or first.id == second.id:
            return
        steps = [
            Step(each.id, visit_of(each, starts=to.starts, ends=to.ends, room_id=to.room_id))
            for each, to in ((first, second), (second, first))
        ]
        self.do(partial(self.rearrange, steps))

    @something_is_booked
    @rule(
        which=places, status=st.sampled_from(list(SessionStatus)), hours_before=st.integers(0, 60)
    )
    def say_what_became_of_a_visit(self, which, status, hours_before):
        session = self.a_session(which, *SessionStatus)
        if session is None or status is SessionStatus.WITHDRAWN:
            return
        called = status in facts.CALLED_OFF
        outcome = Outcome(
            status,
            Reason.ILL if called else None,
            called_at=session.starts - timedelta(hours=hours_before) if called else None,
            held_minutes=10 if status is SessionStatus.CUT_SHORT else None,
            why="Corrected.",
        )
        self.do(lambda: self.services.attendance.record(session.id, outcome), goes_back=False)

    @something_is_booked
    @rule(which=places, hours_before=st.integers(0, 60))
    def the_family_calls(self, which, hours_before):
        session = self.a_session(which)
        if session is None:
            return
        policy, called = self.services.attendance.policy(), timedelta(hours=hours_before)
        outcome = Outcome.called_off(session.starts, session.starts - called, policy, Reason.ILL)
        self.do(partial(self.put, session.id, outcome, Outcome(session.status, why="A mistake.")))

    @something_is_booked
    @rule(which=places)
    def check_in(self, which):
        session = self.a_session(which, SessionStatus.PLANNED)
        if session is not None:
            self.do(partial(self.checked_in, session.id))

    def checked_in(self, session_id):
        attendance = self.services.attendance
        attendance.check_in(session_id)

        def back():
            attendance.take_back_check_in(session_id)
            return partial(self.checked_in, session_id)

        return back

    # Days.

    @something_is_booked
    @rule(day=days, therapist=st.sampled_from(["ana", "ben", "cam"]), half=st.booleans())
    def a_therapist_is_ill(self, day, therapist, half):
        therapist_id = getattr(self.clinic, therapist)
        when, window = self.day(day), Window(8 * 60, 12 * 60) if half else None
        self.do(lambda: self.away(therapist_id, when, window))
        steps = [
            Step(each.id, called_off=Reason.THERAPIST_ILL)
            for each in self.on(when)
            if each.therapist_id == therapist_id and each.status in OPEN
        ]
        if steps:
            self.do(partial(self.rearrange, steps))

    @something_is_booked
    @rule(day=days, room=st.sampled_from(["gym", "fine_motor", "feeding"]))
    def a_room_is_closed(self, day, room):
        time_off = self.services.time_off
        room_id, when = getattr(self.clinic, room), self.day(day)

        def close():
            time_off.room_closed(room_id, (when, when), None, "Paint")
            return lambda: self.taken_back(close, when)

        self.do(close)

    @something_is_booked
    @rule(
        day=days,
        therapist=st.sampled_from(["ana", "ben", "cam", None]),
        length=st.integers(0, 2),
        decide=st.lists(st.integers(0, 2), min_size=1, max_size=4),
    )
    def close_and_decide_on_all(self, day, therapist, length, decide):
        """Move, call off or leave for later, in turn, each visit in the way."""
        who = getattr(self.clinic, therapist) if therapist else None
        last = self.day(day) + timedelta(days=length)
        closing = Closing((self.day(day), last), therapist_id=who, reason="Flu")
        found = self.services.closing.affected(closing)
        steps = [
            self.decided(each, closing, decide[place % len(decide)])
            for place, each in enumerate(found)
        ]
        self.do(partial(self.closed, closing, steps))

    def decided(self, affected, closing, how):
        session_id = affected.session.id
        if how == 1 and affected.can_change:
            return Step(session_id, called_off=closing.why)
        if how == 2 and affected.can_change and affected.places:
            return Step(session_id, affected.places[0].visit)
        return Step(session_id)

    def closed(self, closing, steps):
        service = self.services.closing
        seen = service.preview(closing, steps)
        kept = service.confirm(closing, service.affected(closing), seen, WHY)

        def back():
            service.undo(kept)
            return partial(self.closed, closing, steps)

        return back

    def away(self, therapist_id, when, window):
        self.services.time_off.therapist_away(therapist_id, (when, when), window, "Flu")
        return lambda: self.taken_back(lambda: self.away(therapist_id, when, window), when)

    def taken_back(self, again, when):
        latest = max(
            self.services.time_off.between(when, when),
            key=lambda each: (facts.noted(each), each.id),
        )
        self.services.time_off.take_back(latest)
        return again

    @something_is_booked
    @rule(day=days)
    def the_clinic_is_closed(self, day):
        self.do(lambda: self.services.settings.close_day(self.day(day), "Snow"), goes_back=False)

    @something_is_booked
    @rule(day=days)
    def bring_back_what_the_clinic_called_off(self, day):
        steps = [
            Step(each.id, visit_of(each), brought_back=SessionStatus.PLANNED)
            for each in self.on(self.day(day))
            if each.status is SessionStatus.CANCELLED_BY_CLINIC
        ]
        if steps:
            self.do(partial(self.rearrange, steps))

    # Series.

    @something_is_booked
    @rule(
        which=places,
        scope=st.sampled_from(list(Scope)),
        weekdays=st.none() | st.frozensets(st.integers(0, 4), min_size=1),
        at=st.none() | hours.map(time),
        therapist=st.sampled_from(["ana", "ben", "cam", None]),
        length=st.sampled_from([30, 60, None]),
    )
    def change_a_series(self, which, scope, weekdays, at, therapist, length):
        session = self.a_session(which)
        if session is None:
            return
        therapist_id = getattr(self.clinic, therapist) if therapist else None
        change = SeriesChange(weekdays, at, length, therapist_id)
        self.do(lambda: self.saved(self.services.series.preview(session.id, scope, change)))

    def saved(self, seen):
        if seen.conflicts:
            chosen = {row.session.id: row.alternatives[0].visit for row in seen.conflicts
                      if row.alternatives}  # fmt: skip
            seen = self.services.rearranging.preview([
                Step(each.session_id, chosen.get(each.session_id, each.to)) for each in seen.steps
            ])  # fmt: skip
        return partial(self.rearrange, self.services.rearranging.save(seen, WHY), why="")

    @something_is_booked
    @rule(which=places, first=days, length=st.integers(0, 6))
    def pause(self, which, first, length):
        series_id = self.a_series(which)
        if series_id is not None:
            stay = self.day(first), self.day(first) + timedelta(days=length)
            self.do(lambda: self.saved(self.services.series.preview_pause(series_id, *stay)))

    @something_is_booked
    @rule(which=places, number=st.integers(1, 4))
    def extend(self, which, number):
        series_id = self.a_series(which)
        if series_id is not None:
            self.do(
                lambda: self.booked(self.services.series.extension(series_id, number), series_id)
            )

    @something_is_booked
    @rule(which=places, number=st.integers(1, 4))
    def shorten(self, which, number):
        series_id = self.a_series(which)
        if series_id is not None:
            self.do(
                lambda: partial(
                    self.rearrange, self.services.series.shorten(series_id, number), why=""
                )
            )

    # What must hold.

    @invariant()
    def nobody_and_no_room_is_booked_twice(self):
        assert facts.double_bookings() == []

    @invariant()
    def nothing_is_lost(self):
        ids = facts.session_ids()
        assert self.seen <= ids
        self.seen = ids

    @invariant()
    def counters_are_right(self):
        for series_id, (held, to_come, missed, planned) in facts.series_counts().items():
            shown = self.services.series.series(series_id).progress
            assert (shown.held, shown.to_come, shown.missed) == (held, to_come, missed)
            assert planned == shown.total
        for child_id in facts.children():
            shown = {
                use.id: (use.used, use.booked, use.left)
                for use in self.services.scheduling.authorizations(child_id)
            }
            assert shown == facts.authorization_counts(child_id)
        assert facts.overdrawn() == []

    # Picking.

    def day(self, number):
        return monday() + timedelta(days=number)

    def on(self, day):
        return self.services.scheduling.day_schedule(day)

    def a_session(self, which, *statuses):
        wanted = {each.value for each in statuses or OPEN} - {"withdrawn"}
        ids = facts.ids_of(wanted)
        return self.services.scheduling.session(ids[which % len(ids)]) if ids else None

    def a_series(self, which):
        ids = sorted(facts.series_counts())
        return ids[which % len(ids)] if ids else None
