"""The library as one file: it comes back the same; what is hostile or wrong is named, not read."""

import contextlib
import json
import zipfile
from dataclasses import replace
from random import Random

import pytest

from db.models.home_programs import ActivityVersion
from ot_desktop.errors import ClinicError
from ot_desktop.home_programs import library
from ot_desktop.home_programs.activities import package
from ot_desktop.home_programs.activities.package import packed, read_package
from ot_desktop.home_programs.activities.pictures import photo_of
from tests.activity_files import a_file, a_photo, a_zip, as_json, reworded, sock_toss
from tests.builders import an_empty_clinic

SOCKS = replace(sock_toss(), key="sock-toss")
BEAR_WALK = library.activity("bear-walk")


@pytest.fixture
def activities():
    found = an_empty_clinic().activities
    found.entries()
    return found


def faults(file):
    return [str(fault) for fault in read_package(file).faults]


def test_the_whole_library_comes_back_as_it_was(tmp_path):
    everything = library.all_activities()
    found = read_package(a_file(tmp_path, *everything))
    assert {one.key: one for one in found.activities} == {one.key: one for one in everything}
    assert found.faults == ()


def test_a_photo_comes_back_with_license_and_credit(tmp_path):
    photo = photo_of("socks.jpg", a_photo((1600, 900)), "CC BY 4.0", "Ana Ruiz")
    with_photo = replace(SOCKS, photo=photo)
    assert read_package(a_file(tmp_path, with_photo)).activities == (with_photo,)


def test_the_same_activities_make_the_same_file():
    assert packed([SOCKS, BEAR_WALK]) == packed([BEAR_WALK, SOCKS])


def test_taken_in_activities_are_drafts(activities, tmp_path):
    found = read_package(a_file(tmp_path, SOCKS)).activities
    activities.take_in(found)
    entry = activities.entry("sock-toss")
    assert (entry.in_force, entry.draft.activity) == (None, SOCKS)


def test_the_preview_tells_new_changed_and_same_apart(activities):
    other = reworded("bear-walk", say="Slow paws.")
    sponge = library.activity("sponge-squeeze")
    assert activities.compared([SOCKS, other, sponge]) == {
        "sock-toss": "new",
        "bear-walk": "changed",
        "sponge-squeeze": "same",
    }


def test_a_changed_built_in_activity_comes_in_as_a_draft_beside_it(activities, tmp_path):
    other = reworded("bear-walk", say="Slow paws.")
    activities.take_in(read_package(a_file(tmp_path, other)).activities)
    entry = activities.entry("bear-walk")
    assert entry.in_force == BEAR_WALK
    assert entry.draft.activity.words["en"].say == "Slow paws."


def test_all_or_none_are_taken_in(activities):
    activities.save_draft(reworded("bear-walk", say="Slow paws."))
    with pytest.raises(ClinicError, match="Bear walk” has a draft"):
        activities.take_in([SOCKS, BEAR_WALK])
    assert ActivityVersion.select().count() == 1


def test_a_file_is_written_and_read_again(activities, tmp_path):
    file = tmp_path / "ours.zip"
    assert activities.export(file, ["bear-walk", "sponge-squeeze"]) == 2
    assert {one.key for one in read_package(file).activities} == {"bear-walk", "sponge-squeeze"}


# What is wrong is named with its file and field.


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"minutes": "five"}, "minutes: Write a whole number."),
        ({"minutes": True}, "minutes: Write a whole number."),
        ({"minutes": 600}, "minutes: Choose 1 to 60 minutes."),
        ({"skills": ["running"]}, "skills[0]: Choose one of: fine-motor"),
        ({"skills": []}, "skills: Choose at least one skill area."),
        ({"ages": [3]}, "ages: Write two whole numbers"),
        ({"drawing": "../../secret.svg"}, "drawing: Name one of our drawings"),
        ({"drawing": "moon-walk.svg"}, "drawing: There is no drawing moon-walk.svg"),
        ({"tint": "red"}, "tint: Write a color"),
        ({"color": "red"}, "color: There is no such field"),
        ({"words": {"es": {}}}, "words: The English words are missing"),
        ({"key": "../x"}, "key: Use small letters"),
        ({"embedded": 1}, "embedded: Write true or false."),
        ({"photo": {"file": "x.jpg"}}, "photo: Write file, license and credit"),
    ],
)
def test_a_fault_is_named_with_file_and_field(tmp_path, changes, where):
    file = a_zip(tmp_path, {"activities/sock-toss.json": as_json(SOCKS, **changes)})
    assert any(each.startswith(f"activities/sock-toss.json, {where}") for each in faults(file))


def test_each_faulty_text_is_named_by_its_place(tmp_path):
    values = json.loads(as_json(SOCKS))
    values["words"]["en"]["steps"][1] = 7
    values["words"]["en"]["why"] = "x" * 5000
    file = a_zip(tmp_path, {"activities/sock-toss.json": json.dumps(values)})
    assert faults(file) == [
        "activities/sock-toss.json, words.en.why: 5000 letters: keep 400 at most.",
        "activities/sock-toss.json, words.en.steps[1]: Write a text in quotes.",
    ]


def test_one_bad_activity_does_not_keep_the_good_ones_out(tmp_path):
    files = {"activities/bad.json": "{", "activities/sock-toss.json": as_json(SOCKS)}
    found = read_package(a_zip(tmp_path, files))
    assert [one.key for one in found.activities] == ["sock-toss"]
    assert [str(one) for one in found.faults] == [
        "activities/bad.json: The file is not JSON in UTF-8."
    ]


def test_a_key_that_is_there_twice_is_named(tmp_path):
    files = {"activities/a.json": as_json(SOCKS), "activities/b.json": as_json(SOCKS)}
    assert faults(a_zip(tmp_path, files)) == ["activities/b.json, key: “sock-toss” is there twice."]


@pytest.mark.parametrize("text", ["[" * 100_000, "[1]", "\xff", "NaN", '{"key": 1e999}'])
def test_strange_json_is_refused_quietly(tmp_path, text):
    file = a_zip(tmp_path, {"activities/sock-toss.json": text})
    assert read_package(file).activities == ()
    assert faults(file)


# Hostile files.


@pytest.mark.parametrize(
    "name",
    [
        "../evil.json",
        "/etc/passwd",
        "activities/../../evil.json",
        "activities\\evil.json",
        "C:/evil.json",
        "activities/run.exe",
        "pictures/x.svg",
        "activities/.json",
    ],
)
def test_a_zip_with_a_strange_path_is_refused(tmp_path, name):
    with pytest.raises(ClinicError, match="does not belong"):
        read_package(a_zip(tmp_path, {name: "{}"}))


def test_a_link_in_a_zip_is_refused(tmp_path):
    file = a_zip(tmp_path, {})
    link = zipfile.ZipInfo("activities/link.json")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(file, "a") as zipped:
        zipped.writestr(link, "/etc/passwd")
    with pytest.raises(ClinicError, match="does not belong"):
        read_package(file)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    file = a_zip(tmp_path, {"activities/bomb.json": b" " * 210_000_000})
    assert file.stat().st_size < 1_000_000
    with pytest.raises(ClinicError, match="more than is safe"):
        read_package(file)


def test_a_size_the_zip_lies_about_is_not_believed(tmp_path):
    file = a_zip(tmp_path, {"activities/bomb.json": b" " * 5_000_000})
    data = bytearray(file.read_bytes())
    real, small = (5_000_000).to_bytes(4, "little"), (9).to_bytes(4, "little")
    file.write_bytes(bytes(data.replace(real, small)))
    with pytest.raises(ClinicError):
        read_package(file)


def test_too_many_files_are_refused(tmp_path, monkeypatch):
    files = {f"activities/a{number}.json": "{}" for number in range(package.MOST_FILES)}
    with pytest.raises(ClinicError, match="more than 2000 files"):
        read_package(a_zip(tmp_path, files))


def test_a_huge_picture_is_refused_before_it_is_opened(tmp_path):
    values = as_json(SOCKS, photo={"file": "big.png", "license": "", "credit": ""})
    wide = bytearray(a_photo(kind="PNG"))
    wide[16:24] = (60_000).to_bytes(4, "big") * 2
    files = {"activities/sock-toss.json": values, "pictures/big.png": bytes(wide)}
    [fault] = faults(a_zip(tmp_path, files))
    assert fault.startswith("activities/sock-toss.json, photo.file: This picture is too large")


def test_a_picture_that_is_none_is_refused(tmp_path):
    values = as_json(SOCKS, photo={"file": "x.jpg", "license": "", "credit": ""})
    files = {"activities/sock-toss.json": values, "pictures/x.jpg": b"<svg onload='x'/>"}
    assert "Only PDF, JPG and PNG" in faults(a_zip(tmp_path, files))[0]


def test_a_picture_that_is_not_there_is_named(tmp_path):
    values = as_json(SOCKS, photo={"file": "../x.jpg", "license": "", "credit": ""})
    file = a_zip(tmp_path, {"activities/sock-toss.json": values})
    assert "There is no pictures/../x.jpg" in faults(file)[0]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"hello", b"%PDF-1.4"])
def test_what_is_no_zip_is_refused_in_one_sentence(tmp_path, data):
    file = tmp_path / "x.zip"
    file.write_bytes(data)
    with pytest.raises(ClinicError, match="damaged, or not a library file"):
        read_package(file)


def test_a_file_with_any_bytes_turned_over_is_read_or_refused_never_a_crash(tmp_path):
    dice = Random(25)  # noqa: S311  (a dice, not a secret)
    whole = a_file(tmp_path, SOCKS).read_bytes()
    file = tmp_path / "turned.zip"
    for _ in range(150):
        turned = bytearray(whole)
        for _ in range(dice.choice((1, 2, 8))):
            turned[dice.randrange(len(turned))] = dice.randrange(256)
        file.write_bytes(bytes(turned))
        with contextlib.suppress(ClinicError):
            read_package(file)


@pytest.mark.parametrize("offset", [16, 12])
def test_a_zip_that_points_outside_itself_is_refused(tmp_path, offset):
    file = a_file(tmp_path, SOCKS)
    data = bytearray(file.read_bytes())
    end = data.rindex(b"PK\x05\x06")
    data[end + offset : end + offset + 4] = b"\xff\xff\xff\x7f"
    file.write_bytes(bytes(data))
    with pytest.raises(ClinicError, match="damaged"):
        read_package(file)


def test_another_zip_is_refused(tmp_path):
    file = tmp_path / "x.zip"
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr("about.json", "{}")
    with pytest.raises(ClinicError, match="not a file of the activity library"):
        read_package(file)
