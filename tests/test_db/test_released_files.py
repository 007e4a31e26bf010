"""A clinic's file of every release opens today, and says what it said then."""

import json
import shutil
from pathlib import Path

import pytest

from db import connection
from db.connection import database
from db.migrations import STEPS
from ot_desktop.paths import ClinicFolder
from tests.note_builders import a_goal
from tests.released_facts import facts_of
from tests.working_clinic import services_as

RELEASED = sorted((Path(__file__).parents[1] / "data").glob("clinic-*"))


@pytest.fixture(params=RELEASED, ids=[folder.name for folder in RELEASED])
def released(request, tmp_path):
    """A copy of the folder: opening may change the file."""
    return Path(shutil.copytree(request.param, tmp_path / "clinic"))


@pytest.fixture
def services(released):
    yield services_as(ClinicFolder(released), "Amara Okafor")
    connection.close_database()


def test_there_is_a_file_of_a_release():
    assert RELEASED


def test_a_released_file_is_brought_up_to_date(services):
    assert database.pragma("user_version") == len(STEPS)


def test_a_released_file_ends_with_the_tables_of_a_new_one(services):
    upgraded = layout()
    connection.open_in_memory()
    assert upgraded == layout()


def test_a_released_file_says_what_it_said(services, released):
    told = json.loads((released / "facts.json").read_text(encoding="utf-8"))
    now = json.loads(json.dumps(facts_of(services)))
    assert set(told.pop("audit")) <= set(now.pop("audit"))
    assert now == told


def test_a_released_file_can_be_worked_with(services):
    [maya] = [row for row in services.caseload.rows() if row.full_name == "Maya Ortega"]
    a_goal(services, maya.id, "Ties one shoe")
    assert services.caseload.banner(maya.id).goals[-1].statement == "Ties one shoe"


def test_a_released_file_is_small(released):
    assert (released / "clinic.db").stat().st_size < 3_000_000


def layout() -> dict[str, object]:
    """Return tables with their columns, and the words of indexes and triggers."""
    things = database.execute_sql(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: columns_of(name) if kind == "table" else " ".join((sql or "").split())
        for kind, name, sql in things
    }


def columns_of(table: str) -> set[tuple[object, ...]]:
    rows = database.execute_sql(f'PRAGMA table_xinfo("{table}")').fetchall()
    return {tuple(row[1:]) for row in rows}
