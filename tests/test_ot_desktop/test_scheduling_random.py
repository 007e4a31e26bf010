"""Whatever is booked, moved aside, called off and taken back: nobody is ever booked twice."""

from collections import Counter
from datetime import date, time, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from db.connection import close_database
from db.models.scheduling import Session
from ot_desktop.errors import ClinicError
from ot_desktop.scheduling.preview import RowState
from tests.builders import an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic

LIVE = ("planned", "confirmed", "arrived", "held", "cut_short", "no_show")
CALLED_OFF = ("cancelled_in_time", "cancelled_late", "cancelled_by_clinic")


class Clinic(RuleBasedStateMachine):
    @initialize()
    def open(self):
        self.services = an_empty_clinic()
        self.scheduling = self.services.scheduling
        self.clinic = reference_clinic(self.services)
        self.booked = []

    @rule(
        child=st.sampled_from(["maya", "leo", "noa", "owen", "iris"]),
        therapist=st.sampled_from(["ana", "ben", "cam"]),
        room=st.sampled_from(["gym", "fine_motor", "feeding"]),
        start=st.integers(0, 14),
        hours=st.sampled_from([(9,), (10,), (9, 14), (11,)]),
        count=st.integers(1, 12),
    )
    def book_with_the_first_alternatives(self, child, therapist, room, start, hours, count):
        before = self.sessions()
        preview = self.scheduling.preview(
            mayas_series(
                self.clinic,
                child_id=getattr(self.clinic, child),
                therapist_id=getattr(self.clinic, therapist),
                room_id=getattr(self.clinic, room),
                starts_on=date(2027, 6, 7) + timedelta(start),
                times=tuple(time(hour) for hour in hours),
                count=count,
            )
        )
        if preview.conflicts:
            preview = self.scheduling.first_alternatives(preview)
        if not preview.can_book:
            assert all(row.state is RowState.CONFLICT for row in preview.conflicts)
            return
        series_id = self.scheduling.book(preview, "Agreed by phone.")
        assert len(self.sessions()) == len(before) + count
        self.booked.append((series_id, before))

    @rule()
    def take_the_last_booking_back(self):
        if not self.booked:
            return
        series_id, before = self.booked.pop()
        try:
            self.scheduling.withdraw(series_id)
        except ClinicError:
            assert self.happened(series_id)
        else:
            assert self.sessions() == before

    @rule(which=st.integers(0, 40), status=st.sampled_from(CALLED_OFF))
    def call_one_off(self, which, status):
        live = sorted(self.sessions())
        if live:
            session_id = live[which % len(live)][0]
            Session.update(status=status).where(Session.id == session_id).execute()
            self.booked = [(series_id, self.without(before, session_id))
                           for series_id, before in self.booked]  # fmt: skip

    @invariant()
    def nobody_is_booked_twice(self):
        capacity = {self.clinic.gym: 2, self.clinic.fine_motor: 1, self.clinic.feeding: 1}
        children, therapists, rooms = Counter(), Counter(), Counter()
        for _id, child, therapist, room, starts, ends in self.sessions():
            minute = starts
            while minute < ends:
                children[child, minute] += 1
                therapists[therapist, minute] += 1
                rooms[room, minute] += 1
                minute += timedelta(minutes=15)
        assert set(children.values()) <= {1}
        assert set(therapists.values()) <= {1}
        assert all(count <= capacity[room] for (room, _minute), count in rooms.items())

    @invariant()
    def counters_are_right(self):
        [use] = self.scheduling.authorizations(self.clinic.maya)
        approved = Session.select().where(
            Session.child == self.clinic.maya,
            Session.status.in_(LIVE),
            Session.authorization.is_null(False),
        )
        assert use.booked == approved.count() <= use.visits - use.used

    def teardown(self):
        close_database()

    def sessions(self):
        columns = (Session.id, Session.child, Session.therapist, Session.room)
        query = Session.select(*columns, Session.starts, Session.ends)
        return set(query.where(Session.status.in_(LIVE)).tuples())

    def happened(self, series_id):
        query = Session.select().where(Session.series == series_id, Session.status != "planned")
        return query.count() > 0

    @staticmethod
    def without(sessions, session_id):
        return {each for each in sessions if each[0] != session_id}


TestRandomBookings = Clinic.TestCase
TestRandomBookings.settings = settings(deadline=None, max_examples=25, stateful_step_count=12)
