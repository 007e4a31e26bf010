"""Which rows a lane has, where a session that is moved may go, and how rooms are called."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.programs.board import Block, BoardDay, Lane, Off, View, WeekBoard
from ot_desktop.programs.placement import Place, Slot
from ui.visits.grid_rows import Cell, lane_rows, minute_of, off_at
from ui.visits.room_names import short_rooms
from ui.visits.targets import Carried, Targets

MONDAY = date(2027, 6, 7)
DAYS = tuple(MONDAY + timedelta(days=number) for number in range(5))
ANA, BEN, GYM, MAYA = 1, 2, 10, 100
KEPT = {"planned_id": 1, "wanted_id": 1}


def at(day, hour, minute=0):
    return datetime.combine(DAYS[day], time(hour, minute))


def a_block(starts, minutes=60, **more):
    values = {
        "planned_id": 1,
        "session_id": None,
        "child_id": MAYA,
        "wanted_id": 1,
        "child_name": "Maya Ortega",
        "short_name": "Maya O.",
        "therapist_id": ANA,
        "therapist_name": "Ana Ruiz",
        "color_slot": 1,
        "room_id": GYM,
        "room_name": "Gym",
        "starts": starts,
        "ends": starts + timedelta(minutes=minutes),
    }
    return Block(**(values | more))


def a_lane(*blocks, id_=ANA, **more):
    return Lane(id_, "Ana", "Ana Ruiz", 1, 0, 0, tuple(blocks), **more)


def a_board(*lanes, view=View.THERAPIST):
    days = tuple(BoardDay(day, in_program=True) for day in DAYS)
    return WeekBoard(1, view, (), MONDAY, days, lanes, 8 * 60, 17 * 60)


def times(lane):
    return [row.minute for row in lane.rows]


def test_a_lane_has_a_row_for_each_time_in_use():
    lane = a_lane(a_block(at(0, 9)), a_block(at(1, 10, 45)), a_block(at(2, 9)))
    assert times(lane_rows(a_board(lane), lane)) == [9 * 60, 10 * 60 + 45]


def test_a_lane_without_a_session_has_one_row():
    lane = a_lane()
    assert times(lane_rows(a_board(lane), lane)) == [8 * 60]


def test_sessions_that_start_together_stand_under_one_another():
    lane = a_lane(a_block(at(0, 9)), a_block(at(0, 9), planned_id=2), a_block(at(1, 9)))
    rows = lane_rows(a_board(lane), lane)
    assert times(rows) == [9 * 60, 9 * 60]
    assert [row.shows_time for row in rows.rows] == [True, False]
    assert sorted(rows.blocks) == [(0, 0), (0, 1), (1, 0)]


def test_a_child_s_row_lists_sessions_by_turn_not_by_time():
    lane = a_lane(a_block(at(0, 9)), a_block(at(1, 14)), id_=MAYA)
    rows = lane_rows(a_board(lane, view=View.CHILD), lane)
    assert len(rows.rows) == 1
    assert sorted(rows.blocks) == [(0, 0), (0, 1)]


STARTS = st.lists(
    st.tuples(st.integers(0, 4), st.integers(32, 64)).map(
        lambda drawn: at(drawn[0], 0) + timedelta(minutes=15 * drawn[1])
    ),
    max_size=25,
)


@given(STARTS)
def test_every_session_stands_in_a_cell_of_its_own_time_and_day(starts):
    blocks = [a_block(start, planned_id=number) for number, start in enumerate(starts, 1)]
    lane = a_lane(*blocks)
    rows = lane_rows(a_board(lane), lane)
    assert len(rows.blocks) == len(blocks)
    for (row, column), block in rows.blocks.items():
        assert rows.rows[row].minute == minute_of(block.starts)
        assert DAYS[column] == block.starts.date()


@given(STARTS)
def test_a_time_belongs_to_the_row_that_begins_before_it(starts):
    lane = a_lane(*(a_block(start) for start in starts))
    rows = lane_rows(a_board(lane), lane)
    for row in rows.rows:
        assert rows.rows[rows.row_at(row.minute)].minute == row.minute
        assert rows.rows[rows.row_at(row.until - 1)].minute == row.minute


def test_an_absence_covers_its_minutes_only():
    off = Off(DAYS[0], 9 * 60, 11 * 60, "Ana is off", is_whole_day=False)
    lane = a_lane(off=(off,))
    covered = [off_at(lane, DAYS[0], hour * 60) is not None for hour in (8, 9, 10, 11)]
    assert covered == [False, True, True, False]


# Where a session may go.


def a_session(**more):
    values = {"origin": Place(at(0, 9), ANA, GYM), "therapist_id": ANA, "planned_id": 1}
    return Carried(1, 1, child_id=MAYA, child_name="Maya Ortega", **(values | more))


def fitting(*starts, therapist=ANA, rooms=(GYM,)):
    return [Slot(start, therapist, rooms) for start in starts]


def laid_out(board, carried, slots):
    targets = Targets(board, carried, slots)
    lanes = [lane_rows(board, lane, targets.extra) for lane in board.lanes]
    return lanes, targets.laid_out(lanes)


def places(found):
    return sorted(target.place.starts for target in found.values() if target.fits)


def test_a_start_without_a_free_row_gets_one():
    """10:00 on Monday is free, but the row before it is taken by Owen that day."""
    owen = a_block(at(0, 9), planned_id=2, child_id=101)
    lane = a_lane(owen)
    lanes, found = laid_out(a_board(lane), a_session(), fitting(at(0, 10)))
    assert times(lanes[0]) == [9 * 60, 10 * 60]
    assert places(found) == [at(0, 10)]


def test_a_free_row_soon_after_is_enough():
    """10:30 needs no row of its own when the session also fits at 10:45."""
    lane = a_lane(a_block(at(0, 9, 30), planned_id=2), a_block(at(1, 10, 45), planned_id=3))
    slots = fitting(at(0, 10, 30), at(0, 10, 45))
    lanes, found = laid_out(a_board(lane), a_session(planned_id=9), slots)
    assert times(lanes[0]) == [9 * 60 + 30, 10 * 60 + 45]
    assert places(found) == [at(0, 10, 45)]


def test_a_row_offers_another_start_when_its_own_does_not_fit():
    lane = a_lane(a_block(at(1, 9), planned_id=2))
    slots = [Slot(at(0, 9), ANA, (), "family"), *fitting(at(0, 9, 30))]
    _lanes, found = laid_out(a_board(lane), a_session(planned_id=9), slots)
    [target] = [each for each in found.values() if each.fits]
    assert (target.place.starts, target.is_row_time) == (at(0, 9, 30), False)


def test_a_start_that_does_not_fit_says_why():
    lane = a_lane(a_block(at(1, 9), planned_id=2))
    slots = [Slot(at(0, 9), ANA, (), "family")]
    _lanes, found = laid_out(a_board(lane), a_session(planned_id=9), slots)
    assert [target.word for target in found.values()] == ["family"]


def test_an_empty_lane_offers_every_hour():
    slots = fitting(*(at(0, 8) + timedelta(minutes=15 * number) for number in range(17)))
    _lanes, found = laid_out(a_board(a_lane()), a_session(planned_id=9), slots)
    assert places(found) == [at(0, hour) for hour in (8, 9, 10, 11, 12)]


def test_a_room_s_lane_offers_the_child_s_own_therapist_first():
    slots = [*fitting(at(0, 9), therapist=BEN), *fitting(at(0, 9))]
    board = a_board(a_lane(id_=GYM), view=View.ROOM)
    _lanes, found = laid_out(board, a_session(planned_id=9), slots)
    assert [target.place.therapist_id for target in found.values() if target.fits] == [ANA]


def test_a_room_that_does_not_fit_says_room():
    board = a_board(a_lane(a_block(at(1, 9)), id_=GYM + 1), view=View.ROOM)
    _lanes, found = laid_out(board, a_session(planned_id=9), fitting(at(0, 9)))
    assert [target.word for target in found.values()] == ["room"]


def test_a_room_for_two_offers_a_row_beside_who_is_there():
    lane = a_lane(a_block(at(0, 9), planned_id=2), id_=GYM)
    lanes, found = laid_out(
        a_board(lane, view=View.ROOM), a_session(planned_id=9), fitting(at(0, 9))
    )
    assert times(lanes[0]) == [9 * 60, 9 * 60]
    assert found[Cell(0, 1, 0)].fits


def test_a_child_s_lane_offers_one_place_a_day_near_the_usual_time():
    lane = a_lane(a_block(at(0, 9)), id_=MAYA)
    slots = fitting(at(1, 8), at(1, 9, 15), at(1, 14), at(2, 16))
    _lanes, found = laid_out(a_board(lane, view=View.CHILD), a_session(), slots)
    assert places(found) == [at(1, 9, 15), at(2, 16)]


def test_nothing_is_offered_on_a_closed_day():
    board = a_board(a_lane())
    days = (replace(board.days[0], closed_for="Juneteenth"), *board.days[1:])
    _lanes, found = laid_out(replace(board, days=days), a_session(), fitting(at(0, 9), at(1, 9)))
    assert places(found) == [at(1, 9)]


@given(taken=STARTS, free=STARTS)
def test_whatever_fits_has_a_green_cell_within_the_hour(taken, free):
    others = [a_block(start, planned_id=each, child_id=2) for each, start in enumerate(taken, 2)]
    free = sorted(set(free) - set(taken))
    _lanes, found = laid_out(a_board(a_lane(*others)), a_session(planned_id=None), fitting(*free))
    offered = places(found)
    for start in free:
        assert any(abs(each - start) < timedelta(hours=1) for each in offered)


# Rooms.


@pytest.mark.parametrize(
    ("name", "short"),
    [("Gym", "Gym"), ("Kitchen", "Kitch"), ("Sensory room", "Sens"), ("Fine motor 1", "Fine 1")],
)
def test_rooms_are_called_briefly(name, short):
    assert short_rooms([name]) == {name: short}


def test_two_rooms_are_never_called_alike():
    assert short_rooms(["Sensory gym", "Sensory room"]) == {
        "Sensory gym": "Sensory gym",
        "Sensory room": "Sensory room",
    }
