import json
import os
import re
import socket
import sqlite3
import subprocess
import sys
import textwrap
import time

import pytest

from db import connection
from db.connection import close_database, create_database, database, open_database
from db.faults import Fault, StorageFault
from db.migrations import STEPS
from db.transaction import transaction

PAGE = 4096


@pytest.fixture
def clinic(file, key):
    """A closed clinic's file of some size, with one setting saved in it."""
    create_database(file, key)
    with transaction():
        save_setting("hours", '"Mon to Fri"')
        for number in range(200):
            save_setting(f"filler {number}", f'"{"x" * 500}"')
    close_database()
    return file


def save_setting(name, value):
    database.execute_sql("INSERT INTO setting VALUES (?, ?)", (name, value))


def settings():
    return dict(database.execute_sql("SELECT name, value FROM setting").fetchall())


def refused(fault):
    return pytest.raises(StorageFault, match=f"^{re.escape(fault.value)}$")


def flip(file, at):
    content = bytearray(file.read_bytes())
    content[at] ^= 1
    file.write_bytes(content)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_what_was_saved_is_there_when_opened_again(clinic, key):
    open_database(clinic, key)
    assert settings()["hours"] == '"Mon to Fri"'


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("cache_size", -64_000),
        ("busy_timeout", 3000),
        ("user_version", len(STEPS)),
    ],
)
def test_the_file_is_opened_safely(clinic, key, pragma, value):
    open_database(clinic, key)
    assert database.pragma(pragma) == value


def test_the_file_is_encrypted_and_private(clinic):
    content = clinic.read_bytes()
    assert b"setting" not in content
    assert b"Mon to Fri" not in content
    assert clinic.stat().st_mode & 0o077 == 0


def test_the_files_beside_it_are_private_too(clinic, key):
    open_database(clinic, key)
    with transaction():
        save_setting("a", "1")
    assert {path.stat().st_mode & 0o077 for path in clinic.parent.iterdir()} == {0}


def test_a_closed_clinic_leaves_one_file(clinic):
    assert names(clinic.parent) == ["clinic.db"]


def test_nothing_can_be_read_after_closing(clinic, key):
    open_database(clinic, key)
    close_database()
    with pytest.raises(Exception, match="not opened"):
        settings()


def test_a_clinic_in_memory_has_the_same_tables(clinic, key):
    open_database(clinic, key)
    on_disk = database.get_tables()
    connection.open_in_memory()
    assert database.get_tables() == on_disk
    assert database.pragma("foreign_keys") == 1


def test_creating_over_a_clinic_is_refused(clinic, key, digest):
    before = digest(clinic)
    with refused(Fault.EXISTS):
        create_database(clinic, key)
    assert digest(clinic) == before


def test_a_missing_file_is_not_made_anew(file, key):
    with refused(Fault.MISSING):
        open_database(file, key)
    assert names(file.parent) == []


def test_another_clinics_key_is_told_from_damage(clinic, digest, capfd):
    before = digest(clinic)
    with refused(Fault.WRONG_KEY):
        open_database(clinic, bytes(32))
    assert digest(clinic) == before
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("content", [b"", b"Dear diary\n", b"Dear diary\n" * 1000, bytes(8192)])
def test_another_kind_of_file_is_refused(file, key, content, digest):
    file.write_bytes(content)
    before = digest(file)
    with refused(Fault.NOT_A_CLINIC_FILE):
        open_database(file, key)
    assert digest(file) == before


def test_a_plain_database_is_refused(file, key, digest):
    plain = sqlite3.connect(file)
    plain.execute("CREATE TABLE recipe (id INTEGER)")
    plain.close()
    before = digest(file)
    with refused(Fault.NOT_A_CLINIC_FILE):
        open_database(file, key)
    assert digest(file) == before


@pytest.mark.parametrize("at", [16, 100, 1000, PAGE - 1])
def test_a_damaged_first_page_is_told_from_a_wrong_key(clinic, key, at, digest):
    flip(clinic, at)
    before = digest(clinic)
    with refused(Fault.DAMAGED):
        open_database(clinic, key)
    assert digest(clinic) == before


def test_damage_to_the_salt_hurts_nothing(clinic, key):
    flip(clinic, 3)
    open_database(clinic, key)
    assert settings()["hours"] == '"Mon to Fri"'


def test_damage_further_on_is_noticed_when_it_is_read(clinic, key, digest):
    for page in range(2, clinic.stat().st_size // PAGE):
        flip(clinic, page * PAGE + 50)
    before = digest(clinic)
    with refused(Fault.DAMAGED):
        open_database(clinic, key)
        with transaction():
            settings()
    close_database()
    assert digest(clinic) == before


def test_a_truncated_file_is_refused(clinic, key, digest):
    os.truncate(clinic, 3 * PAGE)
    before = digest(clinic)
    with refused(Fault.DAMAGED):
        open_database(clinic, key)
    assert digest(clinic) == before


def test_a_newer_file_is_refused_without_changing_a_byte(clinic, key, digest):
    open_database(clinic, key)
    database.pragma("user_version", len(STEPS) + 1)
    close_database()
    before = digest(clinic)
    with refused(Fault.NEWER_FILE):
        open_database(clinic, key)
    assert digest(clinic) == before
    assert not (clinic.parent / "backups").exists()


def test_a_read_only_folder_is_refused(read_only, key, digest):
    file = read_only.folder / "clinic.db"
    create_database(file, key)
    close_database()
    before = digest(file)
    with read_only.whole_folder(), refused(Fault.READ_ONLY):
        open_database(file, key)
    assert digest(file) == before


def test_a_read_only_file_is_refused_at_opening_not_at_saving(read_only, key, digest):
    file = read_only.folder / "clinic.db"
    create_database(file, key)
    close_database()
    before = digest(file)
    with read_only.files(), refused(Fault.READ_ONLY):
        open_database(file, key)
    assert digest(file) == before


def test_a_clinic_that_cannot_be_made_leaves_nothing_behind(read_only, key):
    with read_only.whole_folder(), refused(Fault.READ_ONLY):
        create_database(read_only.folder / "clinic.db", key)
    assert names(read_only.folder) == []


HOLD_OPEN = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from db.connection import open_database
    open_database(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
    print("open", flush=True)
    sys.stdin.read()
    """
)


@pytest.fixture
def second_copy(clinic, key):
    """The program, having the clinic open in another process."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_OPEN, str(clinic), key.hex()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_a_second_copy_of_the_program_is_refused(clinic, key, second_copy, digest):
    before = digest(clinic)
    with pytest.raises(StorageFault, match=r"another window .* since \d+:\d\d [AP]M\.") as refusal:
        open_database(clinic, key)
    assert refusal.value.fault is Fault.LOCKED_BY_OTHER
    assert digest(clinic) == before


def test_a_copy_that_was_killed_does_not_keep_the_clinic_locked(clinic, key, second_copy):
    second_copy.kill()
    second_copy.wait()
    open_database(clinic, key)
    assert settings()["hours"] == '"Mon to Fri"'


def test_a_copy_that_closes_lets_the_next_one_in(clinic, key, second_copy):
    second_copy.communicate("")
    open_database(clinic, key)


def lock_from(clinic, host, age_seconds):
    lock = clinic.with_suffix(".lock")
    holder = {"host": host, "pid": 1, "started": "2026-11-21T19:00:00+00:00", "token": "f00d"}
    lock.write_text(json.dumps(holder), encoding="utf-8")
    os.utime(lock, (time.time() - age_seconds,) * 2)
    return lock


def test_another_computer_that_has_the_clinic_open_is_named(clinic, key):
    lock_from(clinic, "front-desk-pc", age_seconds=30)
    with pytest.raises(StorageFault, match="front-desk-pc"):
        open_database(clinic, key)


@pytest.mark.parametrize("host", ["front-desk-pc", socket.gethostname()])
def test_a_lock_without_a_heartbeat_is_taken_over(clinic, key, host):
    lock = lock_from(clinic, host, age_seconds=61)
    open_database(clinic, key)
    assert json.loads(lock.read_text())["pid"] == os.getpid()


def test_a_lock_file_that_says_nothing_holds_for_a_minute(clinic, key):
    lock = clinic.with_suffix(".lock")
    lock.touch()
    with refused(Fault.LOCKED_BY_OTHER):
        open_database(clinic, key)
    os.utime(lock, (0, 0))
    open_database(clinic, key)


def test_nothing_is_saved_after_another_computer_took_over(clinic, key):
    open_database(clinic, key)
    lock_from(clinic, "front-desk-pc", age_seconds=0)
    connection.open_clinic().lock._beaten -= 3600  # this computer slept for an hour
    with pytest.raises(StorageFault, match="front-desk-pc"), transaction():
        save_setting("late", "1")
    assert "late" not in settings()


def test_closing_leaves_another_computers_lock_alone(clinic, key):
    open_database(clinic, key)
    lock = lock_from(clinic, "front-desk-pc", age_seconds=0)
    close_database()
    assert lock.exists()


def test_a_refused_opening_leaves_no_lock(clinic, key):
    with pytest.raises(StorageFault):
        open_database(clinic, bytes(32))
    assert not clinic.with_suffix(".lock").exists()


def test_opening_loads_nothing_slow():
    slow = "argon2 cryptography reportlab PySide6 psycopg openpyxl"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys, db.connection; print(sorted(set('{slow}'.split()) & set(sys.modules)))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
