import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import key_file, recovery_key
from db.faults import Fault, StorageFault
from db.key_file import Cost, Person
from db.key_file_format import render
from db.key_wrap import FLOOR, cost_for

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
ROSA = Person("Rosa Lindqvist", "owner", 3)
SAM = Person("Sam Oduya", "front_desk")
PASSWORD = "a long sentence about rain"


@pytest.fixture
def file(tmp_path):
    return tmp_path / "clinic.keys"


@pytest.fixture
def made(file):
    return key_file.create_keys(file, "Bright Steps", ROSA, PASSWORD, CHEAP)


def refused(fault):
    return pytest.raises(StorageFault, match=f"^{re.escape(fault.value)}$")


def test_the_password_gives_the_data_key_back(file, made):
    assert len(made.data_key) == 32
    assert key_file.unlock(file, made.slot_id, PASSWORD) == made.data_key


def test_a_wrong_password_is_refused(file, made):
    with refused(Fault.WRONG_PASSWORD):
        key_file.unlock(file, made.slot_id, PASSWORD + " ")


def test_a_password_is_the_same_however_its_accents_are_typed(file):
    made = key_file.create_keys(file, "Bright Steps", ROSA, "cafe\u0301 au lait ﬁn", CHEAP)
    assert key_file.unlock(file, made.slot_id, "caf\u00e9 au lait fin") == made.data_key


def test_the_sign_in_page_reads_names_without_a_password(file, made):
    keys = key_file.read_keys(file)
    assert keys.clinic == "Bright Steps"
    assert [slot.person for slot in keys.slots] == [ROSA]


def test_two_clinics_never_share_a_key(tmp_path):
    made = [
        key_file.create_keys(tmp_path / f"{name}.keys", name, ROSA, PASSWORD, CHEAP)
        for name in ("a", "b")
    ]
    assert made[0].data_key != made[1].data_key


def test_a_second_clinic_is_not_made_over_the_first(file, made):
    before = file.read_bytes()
    with refused(Fault.EXISTS):
        key_file.create_keys(file, "Other", SAM, PASSWORD, CHEAP)
    assert file.read_bytes() == before


def test_neither_key_nor_password_stands_in_the_file(file, made):
    content = file.read_text(encoding="utf-8")
    assert PASSWORD not in content
    assert made.data_key.hex() not in content
    assert made.recovery_key not in content


def test_only_this_user_may_read_the_file(file, made):
    assert file.stat().st_mode & 0o077 == 0


def test_an_added_person_unlocks_with_their_own_password(file, made):
    slot = key_file.add_person(file, made.data_key, SAM, "something else entirely", CHEAP)
    assert key_file.unlock(file, slot, "something else entirely") == made.data_key
    assert key_file.unlock(file, made.slot_id, PASSWORD) == made.data_key


def test_a_removed_persons_password_opens_nothing(file, made):
    slot = key_file.add_person(file, made.data_key, SAM, "something else entirely", CHEAP)
    key_file.remove_person(file, made.data_key, slot)
    with refused(Fault.NO_SUCH_PERSON):
        key_file.unlock(file, slot, "something else entirely")
    assert slot not in file.read_text(encoding="utf-8")


def test_a_new_password_replaces_the_old_one(file, made):
    key_file.change_password(file, made.data_key, made.slot_id, "another sentence", CHEAP)
    assert key_file.unlock(file, made.slot_id, "another sentence") == made.data_key
    with refused(Fault.WRONG_PASSWORD):
        key_file.unlock(file, made.slot_id, PASSWORD)


def test_a_person_can_be_renamed_and_still_sign_in(file, made):
    renamed = Person("Rosa Lindqvist-Oduya", "therapist", 4)
    key_file.change_person(file, made.data_key, made.slot_id, renamed)
    assert key_file.read_keys(file).slot(made.slot_id).person == renamed
    assert key_file.unlock(file, made.slot_id, PASSWORD) == made.data_key


def test_a_clinic_can_be_renamed(file, made):
    key_file.rename_clinic(file, made.data_key, "Brighter Steps")
    assert key_file.read_keys(file).clinic == "Brighter Steps"
    assert key_file.unlock(file, made.slot_id, PASSWORD) == made.data_key


def test_nothing_is_changed_without_the_data_key(file, made):
    before = file.read_bytes()
    with refused(Fault.KEYS_DAMAGED):
        key_file.rename_clinic(file, bytes(32), "Mine now")
    assert file.read_bytes() == before


def test_the_recovery_key_unlocks(file, made):
    assert key_file.unlock_with_recovery(file, made.recovery_key) == made.data_key


def test_the_recovery_key_may_be_typed_carelessly(file, made):
    typed = " " + made.recovery_key.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert key_file.unlock_with_recovery(file, typed) == made.data_key


def test_another_clinics_recovery_key_is_told_from_a_typing_mistake(file, made):
    with refused(Fault.WRONG_RECOVERY_KEY):
        key_file.unlock_with_recovery(file, recovery_key.as_text(bytes(20)))
    with refused(Fault.RECOVERY_KEY_MISTYPED):
        key_file.unlock_with_recovery(file, made.recovery_key[:-1])


def test_a_new_recovery_sheet_makes_the_old_one_worthless(file, made):
    fresh = key_file.renew_recovery_key(file, made.data_key)
    assert key_file.unlock_with_recovery(file, fresh) == made.data_key
    with refused(Fault.WRONG_RECOVERY_KEY):
        key_file.unlock_with_recovery(file, made.recovery_key)


def test_the_recovery_key_is_nine_groups_of_four():
    assert re.fullmatch(
        r"([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}", recovery_key.as_text(bytes(20))
    )


@given(st.binary(min_size=20, max_size=20))
def test_every_recovery_key_reads_back(secret):
    assert recovery_key.from_text(recovery_key.as_text(secret)) == secret


def test_every_single_wrong_letter_of_a_recovery_key_is_noticed():
    text = recovery_key.as_text(bytes(range(20)))
    for at, right in enumerate(text):
        for letter in set("0123456789ABCDEFGHJKMNPQRSTVWXYZ") - {right}:
            if right != "-":
                with refused(Fault.RECOVERY_KEY_MISTYPED):
                    recovery_key.from_text(text[:at] + letter + text[at + 1 :])


def test_every_flipped_bit_in_the_key_file_is_noticed(file, made):
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :])
        with pytest.raises(StorageFault) as refusal:
            key_file.read_keys(file)
        assert refusal.value.fault in {Fault.KEYS_DAMAGED, Fault.NEWER_KEYS}


def test_a_role_raised_by_hand_is_noticed_at_sign_in(file, made):
    slot = key_file.add_person(file, made.data_key, SAM, "something else entirely", CHEAP)
    keys = key_file.read_keys(file)
    forged = [replace(entry, person=Person(entry.person.name, "owner")) for entry in keys.slots]
    file.write_bytes(render(replace(keys, slots=tuple(forged))))
    with refused(Fault.KEYS_DAMAGED):
        key_file.unlock(file, slot, "something else entirely")


@pytest.mark.parametrize(
    "cost",
    [
        Cost(memory_kib=2 * 1024 * 1024 + 1),
        Cost(passes=65),
        Cost(lanes=17),
        Cost(passes=0),
        Cost(memory_kib=8),
    ],
)
def test_a_key_file_cannot_ask_for_unbearable_work(file, made, cost):
    keys = key_file.read_keys(file)
    greedy = replace(keys.slots[0], cost=cost)
    file.write_bytes(render(replace(keys, slots=(greedy,))))
    with refused(Fault.KEYS_DAMAGED):
        key_file.unlock(file, made.slot_id, PASSWORD)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"null", b"hello", b"{}", b"[" * 100_000, b"\xff\xfe", b"9" * 5000]
)
def test_what_is_not_a_key_file_is_refused(file, content):
    file.write_bytes(content)
    with refused(Fault.KEYS_DAMAGED):
        key_file.read_keys(file)


def test_a_newer_key_file_is_refused_as_newer(file, made):
    body = json.loads(file.read_bytes()) | {"format": 2}
    file.write_text(json.dumps(body), encoding="utf-8")
    with refused(Fault.NEWER_KEYS):
        key_file.read_keys(file)


def test_a_missing_key_file_is_said_to_be_missing(file):
    with refused(Fault.KEYS_MISSING):
        key_file.read_keys(file)


def test_a_failed_save_keeps_the_old_key_file(read_only):
    file = read_only.folder / "clinic.keys"
    made = key_file.create_keys(file, "Bright Steps", ROSA, PASSWORD, CHEAP)
    before = file.read_bytes()
    with read_only.whole_folder(), refused(Fault.READ_ONLY):
        key_file.rename_clinic(file, made.data_key, "Other")
    assert file.read_bytes() == before
    assert [path.name for path in file.parent.iterdir()] == ["clinic.keys"]


@given(st.floats(min_value=0, max_value=60))
def test_calibrating_stays_between_the_floor_and_the_bounds(seconds):
    cost = cost_for(seconds)
    assert cost.is_bearable()
    assert cost.memory_kib >= FLOOR.memory_kib
    assert cost.passes >= FLOOR.passes


@pytest.mark.parametrize("seconds", [0.02, 0.1, 0.24, 0.25, 0.4, 0.5, 0.51, 0.6])
def test_calibrating_aims_at_a_quarter_to_half_a_second(seconds):
    cost, usual = cost_for(seconds), Cost()
    expected = seconds * cost.passes / usual.passes * cost.memory_kib / usual.memory_kib
    assert 0.25 <= expected <= 0.5
