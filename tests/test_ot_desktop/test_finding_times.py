"""All times of an intensive at once: few changes, never on top of anybody, taken back whole."""

import time as clock
from datetime import date, time

import pytest

from db.connection import close_database
from ot_desktop.errors import ValidationError
from ot_desktop.scheduling.domain import SeriesKind
from ot_desktop.scheduling.proposing import Wish
from tests.builders import an_empty_clinic
from tests.reference_clinic import mayas_series, reference_clinic

JUNE = (date(2027, 6, 7), date(2027, 7, 30))


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def clinic(services):
    return reference_clinic(services)


def wish(child_id, **changes):
    wanted = {"count": 12, "first": JUNE[0], "last": JUNE[1], "length_minutes": 60}
    return Wish(child_id, **(wanted | changes))


def proposals(services, wanted):
    return services.finding_times.proposals(wanted, services.finding_times.search(wanted).run())


def test_three_sets_of_twelve_are_proposed_at_one_time_with_one_therapist(services, clinic):
    found = proposals(services, wish(clinic.iris))
    measures = [
        (each.placed, each.at_same_time, each.with_same_therapist, each.in_same_room)
        for each in found
    ]
    assert measures == [(12, 12, 12, 12)] * 3


def test_families_who_can_come_on_two_mornings_get_those_only(services, clinic):
    for each in proposals(services, wish(clinic.iris, weekdays=frozenset({1, 3}), mornings=True)):
        assert {visit.starts.weekday() for visit in each.preview.visits} == {1, 3}
        assert all(visit.starts.time() < time(12) for visit in each.preview.visits)


def test_a_chosen_therapist_is_the_only_one(services, clinic):
    found = proposals(services, wish(clinic.iris, therapist_id=clinic.cam))
    assert {v.therapist_id for each in found for v in each.preview.visits} == {clinic.cam}


def test_nobody_is_booked_on_top_of_anybody(services, clinic):
    services.scheduling.book(services.scheduling.preview(mayas_series(clinic)))
    for each in proposals(services, wish(clinic.owen)):
        assert each.preview.can_book
        assert not each.preview.conflicts


def test_a_day_that_is_taken_is_the_only_one_that_differs(services, clinic):
    week = {"first": date(2027, 6, 7), "last": date(2027, 6, 11), "count": 5}
    only_ana = wish(clinic.iris, therapist_id=clinic.ana, mornings=True, **week)
    for hour in (8, 9, 10, 11):
        day = date(2027, 6, 7 + hour - 8)
        one = mayas_series(
            clinic, child_id=clinic.owen, count=1, starts_on=day, times=(time(hour),)
        )
        services.scheduling.book(services.scheduling.preview(one))
    [first, *_] = proposals(services, only_ana)
    assert (first.placed, first.at_same_time, first.with_same_therapist) == (5, 4, 5)


def test_what_has_no_place_in_the_window_is_told(services, clinic):
    [first, *_] = proposals(services, wish(clinic.iris, last=date(2027, 6, 11)))
    assert (first.placed, first.wanted) == (5, 12)


def test_closed_days_and_the_day_the_family_leaves_are_kept(services, clinic):
    for each in proposals(services, wish(clinic.iris)):
        days = {visit.day for visit in each.preview.visits}
        assert date(2027, 6, 18) not in days
        assert max(days) <= JUNE[1]


def test_taking_one_books_all_and_can_be_taken_back_whole(services, clinic):
    [first, *_] = proposals(services, wish(clinic.iris))
    series = services.scheduling.book(first.preview)
    booked = services.scheduling.sessions_of(clinic.iris)
    assert [each.number for each in booked] == list(range(1, 13))
    assert {each.kind for each in booked} == {SeriesKind.INTENSIVE.value}
    services.scheduling.withdraw(series)
    assert services.scheduling.sessions_of(clinic.iris) == []


def test_every_missing_answer_is_named(services, clinic):
    with pytest.raises(ValidationError) as refused:
        services.finding_times.search(wish(None, first=None, last=None))
    assert set(refused.value.fields) == {"child_id", "first", "last"}


def test_the_search_is_over_in_two_seconds(services, clinic):
    services.scheduling.book(services.scheduling.preview(mayas_series(clinic)))
    began = clock.perf_counter()
    proposals(services, wish(clinic.owen))
    assert clock.perf_counter() - began < 2
