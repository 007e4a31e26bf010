"""A booking typed in one line: every order, every short form, nothing made up."""

from datetime import date, time
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ot_desktop.scheduling.typed_booking import Names, readings

MONDAY = date(2027, 6, 7)
NAMES = Names(
    {1: "Ana Ruiz", 2: "Ben Cole", 3: "Amara Okafor"}, {7: "Sensory Gym", 8: "Fine-Motor"}
)


def read(text):
    return readings(text, MONDAY, NAMES)[0]


@pytest.mark.parametrize(
    ("text", "day", "at", "minutes"),
    [
        ("book noor tue 10", date(2027, 6, 8), time(10), None),
        ("book noor today 10:15", MONDAY, time(10, 15), None),
        ("book noor tomorrow 2pm", date(2027, 6, 8), time(14), None),
        ("book noor tomorrow 2 pm", date(2027, 6, 8), time(14), None),
        ("book noor 6/9 9:30 60", date(2027, 6, 9), time(9, 30), 60),
        ("book noor 9 6/9 45min", date(2027, 6, 9), time(9), 45),
        ("book noor jun 9 9", date(2027, 6, 9), time(9), None),
        ("book noor 9 jun 930", date(2027, 6, 9), time(9, 30), None),
        ("book noor next tue 10", date(2027, 6, 15), time(10), None),
        ("book noor +2w 10 1h", date(2027, 6, 21), time(10), 60),
        ("book noor 60 tue 9:30", date(2027, 6, 8), time(9, 30), 60),
        ("book noor tue", date(2027, 6, 8), None, None),
        ("Book NOOR, Tue, 10", date(2027, 6, 8), time(10), None),
    ],
)
def test_days_times_and_lengths_as_people_type_them(text, day, at, minutes):
    found = read(text)
    assert (found.child, found.day, found.at, found.minutes) == (("noor",), day, at, minutes)


def test_therapist_and_room_are_named_by_their_beginnings():
    found = read("book maya 6/7 9:30 60 ana gym")
    assert (found.child, found.therapist_id, found.room_id) == (("maya",), 1, 7)


def test_the_order_is_free():
    words = ("maya", "6/7", "9:30", "60", "ana", "gym")
    wanted = read("book maya 6/7 9:30 60 ana gym")
    assert {read(f"book {' '.join(order)}") for order in permutations(words)} == {wanted}


def test_accents_do_not_matter():
    assert read("book Núñez tue 10").child == ("nunez",)


def test_a_child_called_like_a_therapist_can_be_booked():
    assert read("book ana tue 10").child == ("ana",)
    found = readings("book ana ortega tue 10", MONDAY, NAMES)
    assert (("ana", "ortega"), None) in [(each.child, each.therapist_id) for each in found]


def test_two_therapists_with_one_beginning_are_not_guessed():
    assert read("book maya tue 10 a").therapist_id is None
    assert read("book maya tue 10 am").therapist_id is None


def test_anything_else_is_no_booking():
    assert readings("notes", MONDAY, NAMES) == ()
    assert readings("", MONDAY, NAMES) == ()
    assert readings("book", MONDAY, NAMES) == ()
    assert readings("book tue 10", MONDAY, NAMES) == ()


@given(st.text(max_size=80))
def test_no_line_is_too_strange(text):
    for found in readings(f"book {text}", MONDAY, NAMES):
        assert found.child
        assert found.minutes is None or 5 <= found.minutes <= 480


WORDS = st.lists(
    st.sampled_from(
        ["maya", "noor", "tue", "6/9", "10", "2pm", "60", "ana", "gym", "45min", "ben"]
    ),
    min_size=1,
    max_size=6,
    unique=True,
)


@given(WORDS)
def test_every_word_of_a_name_is_in_every_reading_of_the_child_or_means_somebody(words):
    for found in readings(f"book {' '.join(words)}", MONDAY, NAMES):
        left = {"maya", "noor", "ana", "gym", "ben"} & set(words) - set(found.child)
        assert len(left) == (found.therapist_id is not None) + (found.room_id is not None)


@given(
    st.sampled_from(["mon", "tue", "wed", "thu", "fri", "today", "6/9", "+1w"]),
    st.times().map(lambda at: at.replace(minute=at.minute // 15 * 15, second=0, microsecond=0)),
    st.sampled_from([30, 45, 60, 90]),
)
def test_what_is_written_out_is_read_back(day, at, minutes):
    found = read(f"book maya {day} {at:%I:%M%p} {minutes}min")
    assert (found.at, found.minutes, found.child) == (at, minutes, ("maya",))
