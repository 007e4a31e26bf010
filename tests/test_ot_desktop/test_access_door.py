import json
from dataclasses import replace

import pytest

from db import connection
from db.models.access import Audit, User
from ot_desktop.access.domain import ClinicClosed, MustWait, Why, WrongPassword
from ot_desktop.access.door import Door
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.paths import ClinicFolder
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.clinics import OWNERS_PASSWORD, PASSWORD, a_clinic_in


@pytest.fixture(autouse=True)
def closed_afterwards():
    yield
    connection.close_database()


@pytest.fixture
def founded(tmp_path):
    return a_clinic_in(tmp_path)


@pytest.fixture
def door(founded):
    connection.close_database()
    return Door(founded[0])


def slot_of(door, name):
    return next(each.slot_id for each in door.look().people if each.name == name)


def actions():
    return [row.action for row in Audit.select().order_by(Audit.id)]


def test_the_door_shows_the_clinic_and_its_people(door):
    entrance = door.look()
    assert entrance.clinic == "Juniper Lane Pediatric OT"
    assert [(each.name, each.role, each.initials) for each in entrance.people] == [
        ("Rosalind Achebe", Role.OWNER, "RA"),
        ("Amara Okafor", Role.THERAPIST, "AO"),
        ("Dana Whitfield", Role.FRONT_DESK, "DW"),
    ]


def test_only_who_treats_has_a_color(door):
    assert [each.color_slot for each in door.look().people] == [None, 1, None]


def test_the_right_password_lets_in_as_that_person(door):
    user = door.enter(door.unlock(slot_of(door, "Amara Okafor"), PASSWORD))
    assert (user.name, user.role, user.credentials) == ("Amara Okafor", Role.THERAPIST, "OTR/L")
    assert user.therapist_id is not None


def test_entering_is_in_the_log(door):
    door.enter(door.unlock(slot_of(door, "Dana Whitfield"), PASSWORD))
    last = Audit.select().order_by(Audit.id.desc()).get()
    assert (last.user_name, last.action) == ("Dana Whitfield", "signed in")


def test_a_wrong_password_says_how_many_tries_are_left(door):
    with pytest.raises(WrongPassword, match=r"^That password is not right\. 4 tries left\.$"):
        door.unlock(slot_of(door, "Amara Okafor"), OWNERS_PASSWORD)


def test_after_five_wrong_passwords_the_right_one_has_to_wait(door):
    slot = slot_of(door, "Amara Okafor")
    for _ in range(5):
        with pytest.raises((WrongPassword, MustWait)):
            door.unlock(slot, "not this one at all")
    with pytest.raises(MustWait):
        door.unlock(slot, PASSWORD)


def test_wrong_tries_of_one_person_do_not_stop_another(door):
    for _ in range(5):
        with pytest.raises((WrongPassword, MustWait)):
            door.unlock(slot_of(door, "Amara Okafor"), "not this one at all")
    assert door.unlock(slot_of(door, "Dana Whitfield"), PASSWORD)


def test_a_removed_colleague_stays_out(founded):
    folder, owner, _ = founded
    door = Door(folder)
    slot = slot_of(door, "Dana Whitfield")
    dana = User.get(User.name == "Dana Whitfield").id
    services_for(owner).access.colleagues.remove(dana)
    connection.close_database()
    assert "Dana Whitfield" not in [each.name for each in door.look().people]
    with pytest.raises(ClinicError, match="cannot sign in here any more"):
        door.unlock(slot, PASSWORD)


def test_a_key_kept_from_before_the_removal_lets_nobody_in(founded):
    folder, owner, _ = founded
    door = Door(folder)
    kept = door.unlock(slot_of(door, "Dana Whitfield"), PASSWORD)
    services_for(owner).access.colleagues.remove(User.get(User.name == "Dana Whitfield").id)
    with pytest.raises(ClinicError, match="cannot sign in here any more"):
        door.enter(kept)
    assert connection.database.is_closed()


def test_the_recovery_key_opens_the_file_as_the_owner(door, founded):
    unlocked = door.unlock_with_recovery(founded[2].lower().replace("-", " "))
    door.renew_password(unlocked, "a quite different roof")
    assert door.enter(unlocked).name == "Rosalind Achebe"
    assert Audit.select().order_by(Audit.id.desc()).get().subject.startswith("with the recovery")


def test_after_recovery_the_new_password_counts_and_the_old_does_not(door, founded):
    door.renew_password(door.unlock_with_recovery(founded[2]), "a quite different roof")
    slot = slot_of(door, "Rosalind Achebe")
    assert door.unlock(slot, "a quite different roof")
    with pytest.raises(WrongPassword):
        door.unlock(slot, OWNERS_PASSWORD)


def test_a_weak_new_password_is_refused_after_recovery(door, founded):
    with pytest.raises(ValidationError, match="easily guessed"):
        door.renew_password(door.unlock_with_recovery(founded[2]), "Rosalind Achebe 1")


def test_a_mistyped_recovery_key_is_said(door, founded):
    with pytest.raises(ClinicError, match="typing mistake"):
        door.unlock_with_recovery(founded[2][:-1])


def test_an_empty_folder_holds_no_clinic(tmp_path):
    with pytest.raises(ClinicClosed) as closed:
        Door(ClinicFolder(tmp_path)).look()
    assert closed.value.why is Why.MISSING


def test_a_lost_data_file_is_said_before_any_password(door, founded):
    founded[0].data_file.unlink()
    with pytest.raises(ClinicClosed, match="data file is not there") as closed:
        door.look()
    assert closed.value.why is Why.MISSING


def test_a_damaged_key_file_is_said(door, founded):
    founded[0].key_file.write_text("{}")
    with pytest.raises(ClinicClosed) as closed:
        door.look()
    assert closed.value.why is Why.DAMAGED


def test_a_newer_key_file_is_said(door, founded):
    content = json.loads(founded[0].key_file.read_text())
    founded[0].key_file.write_text(json.dumps(content | {"format": 99}))
    with pytest.raises(ClinicClosed, match="newer OT Desktop") as closed:
        door.look()
    assert closed.value.why is Why.NEWER


def test_a_renamed_clinic_shows_its_name_at_the_next_sign_in(founded):
    folder, owner, _ = founded
    settings = services_for(owner).settings
    settings.describe(replace(settings.clinic().settings, name="Juniper Lane North"))
    connection.close_database()
    door = Door(folder)
    door.enter(door.unlock(slot_of(door, "Amara Okafor"), PASSWORD))
    assert door.look().clinic == "Juniper Lane North"


def test_leaving_closes_the_file(founded):
    Door(founded[0]).leave()
    assert connection.database.is_closed()
