import pytest

from db import connection
from db.key_file import read_keys
from db.models.access import Audit, User
from ot_desktop.access.domain import ColleagueDraft, MustWait, WrongPassword
from ot_desktop.access.door import Door
from ot_desktop.errors import ClinicError, NotAllowed, ValidationError
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.builders import an_empty_clinic
from tests.clinics import OWNERS_PASSWORD, PASSWORD, a_clinic_in

PIN = "740218"
BEN = ColleagueDraft("Ben Castellano", Role.THERAPIST, "tea with two sugars", "COTA/L")


@pytest.fixture(autouse=True)
def closed_afterwards():
    yield
    connection.close_database()


@pytest.fixture
def founded(tmp_path):
    return a_clinic_in(tmp_path)


@pytest.fixture
def access(founded):
    return services_for(founded[1]).access


def last_entry():
    row = Audit.select().order_by(Audit.id.desc()).get()
    return row.action, row.subject


def wrong_pins(access, times):
    for _ in range(times):
        with pytest.raises((WrongPassword, MustWait)):
            access.unlock_with_pin("111222")


def test_an_added_colleague_can_sign_in(founded, access):
    access.colleagues.add(BEN)
    connection.close_database()
    door = Door(founded[0])
    ben = door.look().people[-1]
    assert (ben.name, ben.color_slot) == ("Ben Castellano", 2)
    assert door.enter(door.unlock(ben.slot_id, BEN.password)).credentials == "COTA/L"


def test_adding_a_colleague_is_in_the_log(access):
    access.colleagues.add(BEN)
    assert last_entry() == ("added a user", "Ben Castellano")


def test_an_added_colleagues_key_costs_what_the_clinics_keys_cost(founded, access):
    access.colleagues.add(BEN)
    costs = {slot.cost for slot in read_keys(founded[0].key_file).slots}
    assert len(costs) == 1


def test_a_colleague_who_cannot_be_added_gets_no_key(founded, access):
    slot = access.colleagues.cut_key(BEN)
    blank = ColleagueDraft(" ", Role.FRONT_DESK, BEN.password)
    with pytest.raises(ClinicError):
        access.colleagues.add(blank)
    with pytest.raises(Exception, match="CHECK constraint"):
        access.colleagues.admit(blank, slot)
    assert slot not in [each.slot_id for each in Door(founded[0]).look().people]


def test_only_an_owner_adds_colleagues(founded):
    door = Door(founded[0])
    amara = door.look().people[1]
    user = door.enter(door.unlock(amara.slot_id, PASSWORD))
    with pytest.raises(NotAllowed):
        services_for(user).access.colleagues.add(BEN)


def test_a_removed_colleague_is_kept_in_the_list_as_former(access):
    dana = User.get(User.name == "Dana Whitfield").id
    access.colleagues.remove(dana)
    assert [each.name for each in access.colleagues.users() if not each.is_active] == [
        "Dana Whitfield"
    ]


def test_the_last_owner_cannot_be_removed(founded, access):
    with pytest.raises(ClinicError, match="can’t remove yourself"):
        access.colleagues.remove(founded[1].id)


def test_of_two_owners_one_may_be_removed(access):
    second = access.colleagues.add(ColleagueDraft("Ida Falk", Role.OWNER, "tea with two sugars"))
    access.colleagues.remove(second)
    assert last_entry() == ("removed a user", "Ida Falk")


def test_a_forgotten_password_is_replaced_by_the_owner(founded, access):
    dana = User.get(User.name == "Dana Whitfield").id
    access.colleagues.reset_password(dana, "tea with two sugars")
    door = Door(founded[0])
    assert door.unlock(door.look().people[2].slot_id, "tea with two sugars")


def test_a_new_recovery_key_makes_the_old_sheet_worthless(founded, access):
    new = access.colleagues.renew_recovery_key()
    door = Door(founded[0])
    assert door.unlock_with_recovery(new)
    with pytest.raises(ClinicError, match="older sheet"):
        door.unlock_with_recovery(founded[2])


def test_the_own_password_is_confirmed(access):
    assert access.confirm_password(OWNERS_PASSWORD)
    assert not access.confirm_password(PASSWORD)


def test_guessing_the_own_password_is_slowed_down(access):
    for _ in range(4):
        assert not access.confirm_password(PASSWORD)
    with pytest.raises(MustWait):
        access.confirm_password(PASSWORD)
    with pytest.raises(MustWait):
        access.confirm_password(OWNERS_PASSWORD)


def test_a_changed_password_counts_at_the_door(founded, access):
    access.change_own_password(OWNERS_PASSWORD, "tea with two sugars")
    door = Door(founded[0])
    assert door.unlock(door.look().people[0].slot_id, "tea with two sugars")


def test_a_password_is_changed_only_by_who_knows_it(access):
    with pytest.raises(ValidationError) as refused:
        access.change_own_password(PASSWORD, "tea with two sugars")
    assert set(refused.value.fields) == {"current"}


def test_a_pin_unlocks_the_running_program(access):
    access.set_pin(PIN)
    access.say_locked()
    access.unlock_with_pin(PIN)
    assert last_entry()[0] == "unlocked the program"


def test_a_wrong_pin_says_how_many_tries_are_left(access):
    access.set_pin(PIN)
    with pytest.raises(WrongPassword, match=r"^That PIN is not right\. 4 tries left\.$"):
        access.unlock_with_pin("740219")


def test_after_five_wrong_pins_only_the_password_counts(access):
    access.set_pin(PIN)
    wrong_pins(access, 5)
    assert not access.has_pin()
    with pytest.raises(ClinicError, match="Use your password"):
        access.unlock_with_pin(PIN)


def test_the_password_makes_the_pin_count_again(access):
    access.set_pin(PIN)
    wrong_pins(access, 5)
    access.say_unlocked()
    access.unlock_with_pin(PIN)


def test_a_pin_never_opens_a_closed_file(founded, access):
    access.set_pin(PIN)
    door = Door(founded[0])
    door.leave()
    with pytest.raises(WrongPassword):
        door.unlock(door.look().people[0].slot_id, PIN)
    assert PIN.encode() not in founded[0].key_file.read_bytes()


def test_the_pin_is_not_kept_in_the_clear(access):
    access.set_pin(PIN)
    assert PIN not in User.get(User.name == "Rosalind Achebe").pin_hash


def test_a_pin_with_a_pattern_is_refused_beside_its_field(access):
    with pytest.raises(ValidationError) as refused:
        access.set_pin("123456")
    assert set(refused.value.fields) == {"pin"}


def test_without_a_file_nobody_can_be_added():
    services = an_empty_clinic()
    with pytest.raises(ClinicError, match="Sign in first"):
        services.access.colleagues.add(BEN)
