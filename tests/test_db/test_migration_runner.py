import re

import pytest

from db.connection import close_database, create_database, database, open_database, open_in_memory
from db.encrypted import connect, file_uri
from db.faults import Fault, StorageFault
from db.migrations import STEPS, BrokenReferencesError, migrate
from db.transaction import transaction
from db.verified_copy import find_damage


def step(*statements):
    class Step:
        @staticmethod
        def up(target):
            for statement in statements:
                if isinstance(statement, Exception):
                    raise statement
                target.execute_sql(statement)

    return Step


DOORS = step("CREATE TABLE door (id INTEGER PRIMARY KEY) STRICT")
KEYS = step(
    "CREATE TABLE door_key (id INTEGER PRIMARY KEY,"
    " door_id INTEGER REFERENCES door (id) ON DELETE CASCADE) STRICT",
    "INSERT INTO door VALUES (1)",
    "INSERT INTO door_key VALUES (1, 1)",
)
PAINT = step(
    "CREATE TABLE door_new (id INTEGER PRIMARY KEY, color TEXT) STRICT",
    "INSERT INTO door_new (id) SELECT id FROM door",
    "DROP TABLE door",
    "ALTER TABLE door_new RENAME TO door",
)
POWER_CUT = step("CREATE TABLE half_done (id INTEGER)", RuntimeError("power cut"))


@pytest.fixture(autouse=True)
def empty():
    open_in_memory()


def test_a_new_clinic_is_at_the_newest_step():
    assert database.pragma("user_version") == len(STEPS)


def test_migrating_again_changes_nothing():
    before = database.execute_sql("SELECT sql FROM sqlite_master").fetchall()
    migrate(database)
    assert database.execute_sql("SELECT sql FROM sqlite_master").fetchall() == before


def test_each_step_is_numbered_as_it_is_done():
    migrate(database, (*STEPS, DOORS, KEYS))
    assert database.pragma("user_version") == len(STEPS) + 2


def test_a_step_that_fails_leaves_the_file_at_the_step_before():
    with pytest.raises(RuntimeError, match="power cut"):
        migrate(database, (*STEPS, DOORS, POWER_CUT))
    assert "door" in database.get_tables()
    assert "half_done" not in database.get_tables()
    assert database.pragma("user_version") == len(STEPS) + 1


def test_rebuilding_a_table_keeps_what_points_at_it():
    migrate(database, (*STEPS, DOORS, KEYS, PAINT))
    assert database.execute_sql("SELECT count(*) FROM door_key").fetchone() == (1,)


def test_a_step_that_leaves_broken_references_is_undone():
    burglar = step("DELETE FROM door")
    with pytest.raises(BrokenReferencesError):
        migrate(database, (*STEPS, DOORS, KEYS, burglar))
    assert database.execute_sql("SELECT count(*) FROM door").fetchone() == (1,)


@pytest.mark.parametrize("last", [DOORS, POWER_CUT])
def test_references_are_checked_again_afterwards(last):
    try:
        migrate(database, (*STEPS, last))
    except RuntimeError:
        assert last is POWER_CUT
    assert database.pragma("foreign_keys") == 1


def test_a_file_from_the_future_is_refused():
    database.pragma("user_version", len(STEPS) + 1)
    with pytest.raises(StorageFault, match=f"^{re.escape(Fault.NEWER_FILE.value)}$"):
        migrate(database)


@pytest.fixture
def old_clinic(file, key):
    """A clinic's file of this version, with a row and a key file beside it."""
    create_database(file, key)
    with transaction():
        database.execute_sql("INSERT INTO setting VALUES ('a', '1')")
    close_database()
    file.with_suffix(".keys").write_bytes(b"the keys")
    return file


def test_an_old_file_is_copied_whole_before_it_is_changed(old_clinic, key, digest):
    open_database(old_clinic, key, (*STEPS, DOORS))
    (copy,) = (old_clinic.parent / "backups").glob(f"before-step-{len(STEPS) + 1}-*.db")
    assert copy.with_suffix(".keys").read_bytes() == b"the keys"
    raw = connect(file_uri(copy, "ro"), key)
    assert raw.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    assert raw.execute("SELECT * FROM setting").fetchall() == [("a", "1")]
    assert find_damage(raw) == []
    raw.close()


def test_an_up_to_date_file_is_not_copied(old_clinic, key):
    open_database(old_clinic, key)
    assert not (old_clinic.parent / "backups").exists()


def test_a_failed_upgrade_leaves_a_file_the_old_version_opens(old_clinic, key):
    with pytest.raises(RuntimeError, match="power cut"):
        open_database(old_clinic, key, (*STEPS, POWER_CUT))
    open_database(old_clinic, key)
    assert database.execute_sql("SELECT * FROM setting").fetchall() == [("a", "1")]


def test_a_damaged_file_is_not_upgraded(old_clinic, key, digest):
    content = bytearray(old_clinic.read_bytes())
    content[-2000] ^= 1
    old_clinic.write_bytes(content)
    before = digest(old_clinic)
    with pytest.raises(StorageFault) as refusal:
        open_database(old_clinic, key, (*STEPS, DOORS))
    assert refusal.value.fault is Fault.DAMAGED
    assert digest(old_clinic) == before
