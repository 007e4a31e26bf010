"""Whatever visits the Calendar moves in whatever order: undone, every row is as it was."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.connection import close_database
from ot_desktop.scheduling.rearranging import visit_of
from tests.answering import Answering
from tests.builders import an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic
from ui.visits.undoing import Undoing
from ui.visits.visit_desk import VisitDesk

FIRST, LAST = date(2027, 6, 1), date(2027, 7, 31)
MOVES = st.lists(
    st.tuples(
        st.integers(0, 7),  # which visit
        st.integers(0, 2),  # which therapist
        st.integers(-1, 2),  # which room
        st.integers(0, 4),  # how many days on
        st.integers(32, 66),  # which quarter of an hour
        st.sampled_from((30, 60, 75)),
    ),
    min_size=1,
    max_size=12,
)


class MovingDesk:
    """The Calendar's desk on a real file, its deeds on the window's stack."""

    def __init__(self):
        self.services = an_empty_clinic()
        clinic = reference_clinic(self.services)
        scheduling = self.services.scheduling
        for series in (mayas_series(clinic), mayas_series(clinic, child_id=clinic.leo)):
            seen = scheduling.preview(series)
            scheduling.book(scheduling.first_alternatives(seen), "Agreed by phone.")
        self.undoing = Undoing()
        self.refused = []
        self.desk = VisitDesk(self.services, Answering(text="Agreed by phone."))
        self.desk.done.connect(lambda _words, deed: self.undoing.add(deed))
        self.desk.refused.connect(self.refused.append)

    def rows(self):
        return self.services.scheduling.schedule(FIRST, LAST)

    def move(self, which, therapist, room, days, quarter, minutes):
        known = self.rows()[which]
        clinic = self.services.settings.clinic()
        day = known.starts.date() + timedelta(days=days)
        starts = datetime.combine(day, time()) + timedelta(minutes=15 * quarter)
        to = visit_of(
            known,
            therapist_id=clinic.therapists[therapist].id,
            room_id=None if room < 0 else clinic.rooms[room].id,
            starts=starts,
            ends=starts + timedelta(minutes=minutes),
        )
        return self.desk.put(known, to)


@pytest.fixture(scope="module")
def desk(qapp):
    yield MovingDesk()
    close_database()


@settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(moves=MOVES)
def test_undoing_every_move_brings_every_row_back(desk, moves):
    desk.undoing = Undoing()
    before = desk.rows()
    moved = [desk.move(*move) for move in moves]
    after = desk.rows()
    undone = 0
    while desk.undoing.undo() is not None:
        undone += 1

    assert undone == sum(moved)
    assert desk.rows() == before
    again = 0
    while desk.undoing.redo() is not None:
        again += 1
    assert (again, desk.rows()) == (undone, after)
    while desk.undoing.undo() is not None:
        pass
    assert desk.rows() == before
