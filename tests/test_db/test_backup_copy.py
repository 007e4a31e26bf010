import re
import subprocess
import sys
import textwrap
import threading

import pytest

from db import key_file
from db.backup import copy_database, damage_in_database
from db.connection import close_database, create_database, database, open_database
from db.faults import Fault, StorageFault
from db.key_file import Cost, Person
from db.transaction import transaction
from db.verified_copy import check_copy, copy_verified

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSWORD = "a long sentence about rain"


@pytest.fixture
def made(tmp_path):
    return key_file.create_keys(
        tmp_path / "clinic.keys", "Bright Steps", Person("Rosa", "owner"), PASSWORD, CHEAP
    )


@pytest.fixture
def clinic(file, made):
    create_database(file, made.data_key)
    with transaction():
        for number in range(300):
            save(number)
    return file


@pytest.fixture
def target(tmp_path):
    return tmp_path / "stick" / "clinic 2026-11-21.db"


def save(number):
    row = (f"setting {number}", f'"{"x" * 300}"')
    database.execute_sql("INSERT INTO setting VALUES (?, ?)", row)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def refused(fault):
    return pytest.raises(StorageFault, match=f"^{re.escape(fault.value)}$")


def test_a_copy_is_one_data_file_and_one_key_file(clinic, target):
    copy = copy_database(target)
    assert names(target.parent) == ["clinic 2026-11-21.db", "clinic 2026-11-21.keys"]
    assert (copy.file, copy.size) == (target, target.stat().st_size)
    assert copy.rows["setting"] == 300


def test_a_copy_opens_with_the_same_password_alone(clinic, target, made):
    copy_database(target)
    close_database()
    data_key = key_file.unlock(target.with_suffix(".keys"), made.slot_id, PASSWORD)
    open_database(target, data_key)
    assert database.execute_sql("SELECT count(*) FROM setting").fetchone() == (300,)


def test_a_copy_is_encrypted_and_private(clinic, target):
    copy_database(target)
    assert b"setting" not in target.read_bytes()
    assert {path.stat().st_mode & 0o077 for path in target.parent.iterdir()} == {0}


def test_saving_goes_on_while_another_thread_copies(clinic, target):
    copies = []
    thread = threading.Thread(target=lambda: copies.append(copy_database(target)))
    thread.start()
    for number in range(1000, 1100):
        with transaction():
            save(number)
    thread.join()
    assert 300 <= copies[0].rows["setting"] <= 400


def test_a_copy_never_replaces_an_older_one(clinic, target, digest):
    copy_database(target)
    before = digest(target)
    with pytest.raises(StorageFault, match=r"clinic 2026-11-21\.db\. Choose another name"):
        copy_database(target)
    assert digest(target) == before


def test_a_copy_without_an_open_clinic_is_refused(target):
    with refused(Fault.MISSING):
        copy_database(target)


def test_a_damaged_file_is_never_passed_off_as_a_copy(clinic, target, made):
    close_database()
    content = bytearray(clinic.read_bytes())
    content[-2000] ^= 1
    clinic.write_bytes(content)
    with pytest.raises(StorageFault) as refusal:
        copy_verified(clinic, made.data_key, target)
    assert refusal.value.fault is Fault.DAMAGED
    assert names(target.parent) == []


def test_a_copy_with_a_flipped_bit_is_noticed(clinic, target, made):
    copy = copy_database(target)
    whole = target.read_bytes()
    for at in range(20, len(whole), 4099):
        target.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        with pytest.raises(StorageFault) as refusal:
            check_copy(target, made.data_key, copy.rows)
        assert refusal.value.fault is Fault.DAMAGED


def test_a_copy_that_lacks_rows_is_noticed(clinic, target, made):
    copy = copy_database(target)
    with pytest.raises(StorageFault, match="did not read back"):
        check_copy(target, made.data_key, copy.rows | {"setting": 301})


def test_a_folder_that_cannot_be_written_gets_no_half_copy(clinic, read_only):
    with read_only.whole_folder(), refused(Fault.READ_ONLY):
        copy_database(read_only.folder / "copy.db")
    assert names(read_only.folder) == []


def test_a_sound_clinic_has_no_damage(clinic):
    assert damage_in_database() == []


def test_a_damaged_page_is_found_in_the_open_clinic(clinic, made):
    close_database()
    content = bytearray(clinic.read_bytes())
    content[-2000] ^= 1
    clinic.write_bytes(content)
    open_database(clinic, made.data_key)
    (damage,) = damage_in_database()
    assert damage == f"HMAC verification failed for page {len(content) // 4096}"


# The file system refuses to let any file grow beyond 64 KiB, for root as well.
COPY_TO_A_FULL_DISK = textwrap.dedent(
    """
    import resource, signal, sys
    from pathlib import Path
    from db.faults import StorageFault
    from db.verified_copy import copy_verified
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65536, resource.RLIM_INFINITY))
    try:
        copy_verified(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), Path(sys.argv[3]))
    except StorageFault as fault:
        print(fault.fault.name)
    """
)


def test_a_disk_that_fills_up_gets_no_half_copy(clinic, target, made):
    close_database()
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            COPY_TO_A_FULL_DISK,
            str(clinic),
            made.data_key.hex(),
            str(target),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() in {"DISK_FULL", "IO_ERROR"}  # this limit is an I/O error to SQLite
    assert names(target.parent) == []
