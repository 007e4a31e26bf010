"""A week of 300 planned sessions in a large clinic: how long the planner's questions take.

``week``: the whole week ready to be painted, at most 50 ms; ``moved_week``: the same after a
session was moved by hand and put back, both moves included, at most 100 ms. ``live_check``:
everything about one place, at most 5 ms. ``all_places``: every start of the week with every
therapist, at most 50 ms. The floor of all of them is reading the week's planned sessions from the
file. All of it is processor time.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import process_time

from db import connection
from db.connection import database
from ot_desktop.access.door import Door
from ot_desktop.paths import ClinicFolder
from ot_desktop.programs.board import Block
from ot_desktop.programs.placement import Place
from ot_desktop.services import services_for
from tests.a_full_week import MONDAY, FullWeek, full_weeks
from tests.bench.big_clinic import PASSWORD, Size, big_clinic
from tests.bench.cases import MS, Case

ROUNDS = 15
WEEK_MS, CHECK_MS = 50.0, 5.0


def cases(size: Size) -> Iterator[Case]:
    """Ask in a copy of the generated clinic, so that the next run finds it as it was."""
    with tempfile.TemporaryDirectory(prefix="ot-desktop-bench-") as place:
        folder = ClinicFolder(Path(place) / "clinic")
        shutil.copytree(big_clinic(size).root, folder.root)
        door = Door(folder)
        owner = door.look().people[0]
        services = services_for(door.enter(door.unlock(owner.slot_id, PASSWORD)), folder)
        try:
            yield from _measured(full_weeks(services, services))
        finally:
            connection.close_database()


def _measured(week: FullWeek) -> Iterator[Case]:
    board, plan_id = week.services.programs.board, week.plan_id
    block = _blocks(week)[0]
    wanted_id, planned_id = block.wanted_id or 0, block.planned_id or 0
    here = Place(block.starts, block.therapist_id, block.room_id or 0)
    later = Place(block.starts + timedelta(minutes=15), here.therapist_id, here.room_id)

    def moved_week() -> object:
        board.undo(board.move(planned_id, later, anyway=True))
        return board.week(plan_id, MONDAY)

    asked: tuple[tuple[str, Callable[[], object], float], ...] = (
        ("week", lambda: board.week(plan_id, MONDAY), WEEK_MS),
        ("moved_week", moved_week, 2 * WEEK_MS),
        ("live_check", lambda: board.check(plan_id, wanted_id, later, planned_id), CHECK_MS),
        ("all_places", lambda: board.slots(plan_id, wanted_id, MONDAY, planned_id), WEEK_MS),
    )
    for name, ours, limit in asked:
        yield _case(name, ours, lambda: _planned(plan_id), limit)


def _case(name: str, ours: Callable[[], object], floor: Callable[[], object], limit: float) -> Case:
    ours(), floor()
    ours_ms, floor_ms = (median(_taken(work) for _ in range(ROUNDS)) for work in (ours, floor))
    ratio = ours_ms / floor_ms
    return Case("programs", name, ours_ms, floor_ms, ratio, "ms", limit, ours_ms <= limit)


def _taken(work: Callable[[], object]) -> float:
    started = process_time()
    work()
    return (process_time() - started) * MS


def _planned(plan_id: int) -> object:
    sql = "SELECT * FROM planned_session WHERE plan_id = ? AND starts < ?"
    after = (MONDAY + timedelta(weeks=1)).isoformat()
    return database.execute_sql(sql, (plan_id, after)).fetchall()


def _blocks(week: FullWeek) -> list[Block]:
    lanes = week.services.programs.board.week(week.plan_id, MONDAY).lanes
    return [block for lane in lanes for block in lane.blocks if block.planned_id]
