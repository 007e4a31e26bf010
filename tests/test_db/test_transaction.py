import os
import re
import subprocess
import sys
import textwrap
from contextlib import closing

import pytest

from db.connection import close_database, create_database, database, open_database, open_in_memory
from db.encrypted import connect, file_uri
from db.faults import Fault, StorageFault, database_faults
from db.rows import fetch
from db.transaction import Refused, transaction
from db.verified_copy import find_damage

CYCLES = 20


@pytest.fixture
def clinic(file, key):
    create_database(file, key)
    return file


def save(name, value="1"):
    database.execute_sql("INSERT INTO setting VALUES (?, ?)", (name, value))


def save_then_fail(name):
    save(name)
    raise ZeroDivisionError


def save_inside_then_fail(name):
    with transaction():
        save(name)
    raise ZeroDivisionError


def saved():
    return [row[0] for row in database.execute_sql("SELECT name FROM setting ORDER BY name")]


def refused(fault):
    return pytest.raises(StorageFault, match=f"^{re.escape(fault.value)}$")


def test_what_the_block_wrote_stays(clinic, key):
    with transaction():
        save("a")
    open_database(clinic, key)
    assert saved() == ["a"]


def test_a_block_that_raises_leaves_nothing():
    open_in_memory()
    with pytest.raises(ZeroDivisionError), transaction():
        save_then_fail("a")
    assert saved() == []


def test_an_inner_block_can_be_undone_alone():
    open_in_memory()
    with transaction():
        save("outer")
        with pytest.raises(ZeroDivisionError), transaction():
            save_then_fail("inner")
    assert saved() == ["outer"]


def test_an_inner_block_is_undone_with_the_outer_one():
    open_in_memory()
    with pytest.raises(ZeroDivisionError), transaction():
        save_inside_then_fail("inner")
    assert saved() == []


def test_a_refusal_of_the_database_keeps_its_words():
    open_in_memory()
    with transaction():
        database.execute_sql("CREATE TABLE rule (id INTEGER) STRICT")
        database.execute_sql(
            "CREATE TRIGGER no BEFORE INSERT ON rule BEGIN SELECT RAISE(ABORT, 'room is full'); END"
        )
    with pytest.raises(Refused, match=r"^room is full$"), transaction():
        database.execute_sql("INSERT INTO rule VALUES (1)")


def test_a_refusal_that_ends_the_transaction_keeps_its_words():
    open_in_memory()
    save("a")
    with pytest.raises(Refused, match="UNIQUE"), transaction():
        database.execute_sql("INSERT OR ROLLBACK INTO setting VALUES ('a', '2')")
    assert database.transaction_depth() == 0


def test_a_bug_stays_a_bug():
    open_in_memory()
    with pytest.raises(Exception, match="no such table"), transaction():
        database.execute_sql("INSERT INTO nowhere VALUES (1)")


def test_an_earlier_fault_is_not_blamed_for_a_later_bug():
    open_in_memory()
    try:
        limit_pages()
        with transaction():
            fill()
    except StorageFault:
        with pytest.raises(Exception, match="no such table"), transaction():
            database.execute_sql("INSERT INTO nowhere VALUES (1)")


def limit_pages():
    database.pragma("max_page_count", database.pragma("page_count") + 4)


def fill():
    for number in range(1000):
        save(f"filler {number}", f'"{"x" * 500}"')


@pytest.mark.parametrize("nested", [False, True])
def test_a_full_file_says_that_the_disk_is_full(clinic, key, nested):
    with transaction():
        save("a")
    limit_pages()
    with refused(Fault.DISK_FULL), transaction():
        if nested:
            with transaction():
                fill()
        else:
            fill()
    assert saved() == ["a"]
    database.pragma("max_page_count", 1_000_000)
    with transaction():  # there is room again
        save("b")
    open_database(clinic, key)
    assert saved() == ["a", "b"]


# The file system refuses to let any file grow: as a full disk does, and for root as well.
FULL_DISK = textwrap.dedent(
    """
    import resource, signal, sys
    from pathlib import Path
    from db.connection import open_database, database, close_database
    from db.faults import StorageFault
    from db.transaction import transaction
    file, key, room = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3])
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    open_database(file, key)
    largest = max(path.stat().st_size for path in file.parent.iterdir())
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest + room, resource.RLIM_INFINITY))
    try:
        for number in range(10_000):
            with transaction():
                for part in range(20):
                    row = (f"{number} {part}", '"' + "x" * 500 + '"')
                    database.execute_sql("INSERT INTO setting VALUES (?, ?)", row)
            print(number, flush=True)
    except StorageFault as fault:
        print(fault.fault.name, flush=True)
    """
)


@pytest.mark.parametrize("room", [0, 1000, 20_000, 100_001, 500_000])
def test_a_disk_that_takes_no_more_is_named_and_nothing_saved_is_lost(clinic, key, room):
    close_database()
    done = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(clinic), key.hex(), str(room)],
        capture_output=True,
        text=True,
        check=True,
    )
    *acknowledged, fault = done.stdout.split()
    assert fault in {"DISK_FULL", "IO_ERROR"}  # this limit is an I/O error to SQLite
    open_database(clinic, key)
    numbers = {name.split()[0] for name in saved()}
    assert numbers == set(acknowledged)
    assert len(saved()) == 20 * len(acknowledged)


def test_another_writer_is_waited_for_and_then_named(clinic, key):
    with closing(connect(file_uri(clinic, "rw"), key)) as other:
        other.execute("BEGIN IMMEDIATE")
        database.pragma("busy_timeout", 50)
        with refused(Fault.BUSY), transaction():
            save("a")
        other.execute("ROLLBACK")
    with transaction():
        save("a")


def test_damage_met_while_reading_rows_is_named(clinic, key):
    with transaction():
        fill()
    close_database()
    content = bytearray(clinic.read_bytes())
    for at in range(len(content) // 4096 * 3 // 4, len(content) // 4096):  # past the tables
        content[at * 4096 + 99] ^= 1
    clinic.write_bytes(content)
    open_database(clinic, key)
    with refused(Fault.DAMAGED), database_faults():
        database.execute_sql("SELECT name, value FROM setting").fetchall()


def test_rows_are_built_by_column_name():
    open_in_memory()
    save("a")

    class Rows:
        def objects(self, build):
            return [build(name=name) for name in saved()]

    assert fetch(Rows(), lambda name: name.upper()) == ["A"]


WRITE_FOR_EVER = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from db.connection import open_database, database
    from db.transaction import transaction
    open_database(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))
    number = int(sys.argv[3])
    while True:
        number += 1
        with transaction():
            for half in "ab":
                row = (f"{number}{half}", '"' + "x" * 2000 + '"')
                database.execute_sql("INSERT INTO setting VALUES (?, ?)", row)
        print(number, flush=True)
    """
)


def test_a_killed_program_loses_nothing_it_acknowledged(clinic, key):
    close_database()
    acknowledged = set()
    for cycle in range(CYCLES):
        acknowledged |= killed_in_mid_transaction(clinic, key, cycle)
    open_database(clinic, key)
    names = set(saved())
    assert {f"{number}{half}" for number in acknowledged for half in "ab"} <= names
    assert {name[:-1] for name in names if name.endswith("a")} == {
        name[:-1] for name in names if name.endswith("b")
    }
    assert find_damage(database.connection()) == []


def killed_in_mid_transaction(clinic, key, cycle):
    with subprocess.Popen(
        [sys.executable, "-c", WRITE_FOR_EVER, str(clinic), key.hex(), str(cycle * 1_000_000)],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        lines = [process.stdout.readline() for _ in range(1 + cycle % 7)]
        process.kill()
        rest = process.stdout.read()
    whole = "".join(lines) + rest[: rest.rfind("\n") + 1]
    assert whole, os.strerror(process.returncode)
    return set(whole.split())
