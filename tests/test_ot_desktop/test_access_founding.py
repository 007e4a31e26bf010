import pytest

from db import connection
from db.models.access import User
from db.models.settings import Room
from ot_desktop.access.domain import ClinicClosed, ColleagueDraft
from ot_desktop.access.door import Door
from ot_desktop.access.first_clinic import FirstClinic
from ot_desktop.access.founding import (
    Ground,
    cut_first_keys,
    found_clinic,
    look_at,
    move_in,
    withdraw,
)
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.clinics import (
    CHEAP,
    OWNERS_PASSWORD,
    PASSWORD,
    ROSALIND,
    WEEK,
    a_clinic_in,
    a_first_clinic,
)


@pytest.fixture(autouse=True)
def closed_afterwards():
    yield
    connection.close_database()


def left_in(folder):
    return sorted(path.name for path in folder.rglob("*"))


def test_a_founded_clinic_has_all_it_was_described_with(tmp_path):
    _, owner, _ = a_clinic_in(tmp_path)
    clinic = services_for(owner).settings.clinic()
    assert clinic.settings.name == "Juniper Lane Pediatric OT"
    assert clinic.hours == WEEK
    assert [room.name for room in clinic.rooms] == ["Sensory gym"]
    assert [therapist.name for therapist in clinic.therapists] == ["Amara Okafor"]


def test_a_founded_clinic_can_be_reopened(tmp_path):
    folder, owner, _ = a_clinic_in(tmp_path)
    connection.close_database()
    door = Door(folder)
    slot = door.look().people[0].slot_id
    assert door.enter(door.unlock(slot, OWNERS_PASSWORD)) == owner


def test_an_owner_who_treats_has_a_column_and_a_color(tmp_path):
    rosalind = ColleagueDraft("Rosalind Achebe", Role.OWNER, OWNERS_PASSWORD, "OTR/L", treats=True)
    folder, owner, _ = a_clinic_in(tmp_path, owner=rosalind)
    assert owner.therapist_id is not None
    assert owner.credentials == "OTR/L"
    assert Door(folder).look().people[0].color_slot == 1


def test_only_the_owner_is_needed(tmp_path):
    folder = ClinicFolder(tmp_path / "clinic")
    owner, _ = found_clinic(folder, FirstClinic(ROSALIND), CHEAP)
    assert owner.role is Role.OWNER


def test_a_colleague_can_sign_in_with_the_first_password(tmp_path):
    folder, _, _ = a_clinic_in(tmp_path)
    connection.close_database()
    door = Door(folder)
    assert door.enter(door.unlock(door.look().people[2].slot_id, PASSWORD)).role is Role.FRONT_DESK


def test_a_weak_password_founds_nothing(tmp_path):
    weak = ColleagueDraft("Rosalind Achebe", Role.OWNER, "short")
    with pytest.raises(ValidationError, match="has 5 characters"):
        a_clinic_in(tmp_path, owner=weak)
    assert left_in(tmp_path) == []


def test_a_clinic_that_fails_half_way_leaves_nothing(tmp_path):
    twice = a_first_clinic().rooms * 2
    with pytest.raises(ClinicError, match="a room with this name"):
        a_clinic_in(tmp_path, rooms=twice)
    assert left_in(tmp_path) == []


def test_what_was_in_the_folder_before_stays(tmp_path):
    root = tmp_path / "clinic"
    root.mkdir()
    (root / "letter.txt").write_text("ours")
    with pytest.raises(ClinicError):
        a_clinic_in(tmp_path, rooms=a_first_clinic().rooms * 2)
    assert left_in(tmp_path) == ["clinic", "letter.txt"]


def test_a_clinic_is_never_founded_over_another(tmp_path):
    folder, _, _ = a_clinic_in(tmp_path)
    connection.close_database()
    before = folder.key_file.read_bytes()
    with pytest.raises(ClinicClosed, match="already a clinic"):
        a_clinic_in(tmp_path)
    assert folder.key_file.read_bytes() == before
    assert folder.data_file.exists()


@pytest.mark.parametrize("lost", ["key_file", "data_file"])
def test_a_clinic_is_never_founded_beside_half_of_another(tmp_path, lost):
    folder, _, _ = a_clinic_in(tmp_path)
    connection.close_database()
    getattr(folder, lost).unlink()
    before = left_in(tmp_path)
    with pytest.raises(ClinicClosed, match="already a clinic"):
        a_clinic_in(tmp_path)
    assert left_in(tmp_path) == before


def test_keys_that_nobody_moved_in_with_can_be_withdrawn(tmp_path):
    folder = ClinicFolder(tmp_path / "new" / "clinic")
    keys = cut_first_keys(folder, a_first_clinic(), CHEAP)
    withdraw(folder, keys)
    assert left_in(tmp_path) == []


def test_moving_in_after_the_keys_were_cut_opens_the_clinic(tmp_path):
    folder = ClinicFolder(tmp_path / "clinic")
    first = a_first_clinic()
    move_in(folder, first, cut_first_keys(folder, first, CHEAP))
    assert User.select().count() == 3
    assert Room.select().count() == 1


def test_an_empty_folder_is_free_ground(tmp_path):
    assert look_at(ClinicFolder(tmp_path / "not" / "yet")) is Ground.FREE
    assert left_in(tmp_path) == []


def test_a_folder_with_a_clinic_is_recognised(tmp_path):
    folder, _, _ = a_clinic_in(tmp_path)
    assert look_at(folder) is Ground.HAS_CLINIC


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    assert look_at(ClinicFolder(tmp_path / "file" / "clinic")) is Ground.NOT_WRITABLE
