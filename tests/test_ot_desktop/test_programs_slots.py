"""What fits in a week: the quick look at all starts and the live check of each say the same."""

from datetime import date, timedelta
from random import Random

import pytest

from db.connection import close_database
from ot_desktop.planning.domain import Window
from ot_desktop.programs.domain import (
    Away,
    Dose,
    ProgramDraft,
    ProgramTherapist,
    Rule,
    RuleChoice,
    Weight,
)
from ot_desktop.programs.placement import Place
from ot_desktop.settings.domain import ClinicSettings, Hours
from tests.an_intensive import ALL_WEEK, ENDS_ON, MONDAY, MORNINGS, STARTS_ON, an_intensive
from tests.reference_clinic import mayas_series

SOME_DAYS = tuple(Hours(day, 9 * 60, 15 * 60) for day in (1, 3))
WEIGHTS = tuple(Weight)
HOURS = (8, 9, 10, 11, 13, 14, 15, 16)


def some_wishes(dice, therapists):
    preferred = ((), (Window(540, 720),), (Window(540, 600), Window(600, 720)))
    away = (Away(MONDAY, MONDAY + timedelta(days=1)),)
    return {
        "can_come": dice.choice([ALL_WEEK, MORNINGS, SOME_DAYS]),
        "preferred": dice.choice(preferred),
        "away": dice.choice([(), (), away]),
        "therapist_id": dice.choice(therapists),
        "therapist_weight": dice.choice(WEIGHTS),
        "caregivers": dice.choice([1, 2]),
        "most_a_day": dice.choice([1, 2]),
    }


def some_limits(dice):
    return {
        "writing_minutes": dice.choice([0, 15]),
        "most_minutes_a_day": dice.choice([60, 120, 360]),
        "lunch": dice.choice([None, Window(12 * 60, 14 * 60)]),
    }


def a_situation(dice):
    """Set up wishes, limits, time off, and a plan in which anything may clash."""
    summer = an_intensive()
    clinic = summer.clinic
    therapists, rooms = (clinic.ana, clinic.ben, clinic.cam), (clinic.gym, clinic.fine_motor)
    choices = tuple(RuleChoice(rule, dice.choice(WEIGHTS)) for rule in Rule)
    draft = ProgramDraft("Summer", STARTS_ON, ENDS_ON, Dose(sessions=4), choices)
    summer.programs.change(summer.id, draft)
    settings = ClinicSettings(name="Clinic", cleanup_minutes=dice.choice([0, 10]))
    summer.as_owner().settings.describe(settings)
    for each in therapists:
        summer.programs.put_therapist(summer.id, ProgramTherapist(each, **some_limits(dice)))
    scheduling = summer.services.scheduling
    scheduling.book(scheduling.preview(mayas_series(clinic, count=3)))
    for number in dice.sample(range(3), dice.choice([0, 1, 2])):
        day, window = MONDAY + timedelta(days=number), dice.choice([None, Window(540, 630)])
        summer.services.time_off.therapist_away(therapists[number], (day, day), window)
        summer.services.time_off.room_closed(clinic.fine_motor, (day, day), window)
    everybody = (clinic.maya, clinic.leo, clinic.noa, clinic.owen)
    kids = [summer.child(each, **some_wishes(dice, therapists)) for each in everybody]
    placed = [
        (
            dice.choice(kids),
            summer.at(
                dice.randrange(5), dice.choice(HOURS), dice.choice(therapists),
                dice.choice(rooms), dice.choice([0, 15, 30]),
            ),
        )
        for _ in range(dice.randrange(9))
    ]  # fmt: skip
    return summer, kids, summer.a_plan(*placed)


@pytest.fixture(autouse=True)
def _closed():
    yield
    close_database()


@pytest.mark.parametrize("seed", range(15))
def test_a_start_is_open_exactly_where_the_live_check_fits(seed):
    dice = Random(seed)  # noqa: S311  (a test, not a secret)
    summer, kids, plan_id = a_situation(dice)
    board, rooms = summer.board, (summer.clinic.gym, summer.clinic.fine_motor)
    wanted_id = summer.service(dice.choice(kids))
    moving = [each for each, of in planned(summer, plan_id) if of == wanted_id]
    planned_id = dice.choice([None, *moving])
    for slot in board.slots(plan_id, wanted_id, MONDAY, planned_id):
        places = {room: Place(slot.starts, slot.therapist_id, room) for room in rooms}
        fits = {
            room
            for room, place in places.items()
            if board.check(plan_id, wanted_id, place, planned_id).fits
        }
        assert set(slot.room_ids) == fits, slot
        assert bool(slot.word) != bool(slot.room_ids)


def planned(summer, plan_id):
    return [
        (block.planned_id, block.wanted_id)
        for lane in summer.board.week(plan_id, MONDAY).lanes
        for block in lane.blocks
        if block.planned_id
    ]


@pytest.fixture
def summer():
    return an_intensive()


def test_every_start_of_the_open_days_is_there_for_every_therapist(summer):
    maya = summer.child(summer.clinic.maya)
    slots = summer.board.slots(summer.a_plan(), summer.service(maya), MONDAY)
    days = {slot.starts.date() for slot in slots}
    assert days == {MONDAY + timedelta(days=number) for number in range(5)}
    starts = [slot for slot in slots if slot.starts.date() == MONDAY]
    assert len(starts) == 3 * len(range(8 * 60, 16 * 60 + 1, 15))


@pytest.mark.parametrize(
    ("hour", "therapist", "word"), [(14, "ana", "family"), (9, "ben", "off"), (9, "cam", "busy")]
)
def test_a_slot_says_in_a_word_why_not(summer, hour, therapist, word):
    clinic = summer.clinic
    maya, owen = summer.child(clinic.maya, can_come=MORNINGS), summer.child(clinic.owen)
    plan_id = summer.a_plan((owen, summer.at(0, 9, clinic.cam)))
    slots = summer.board.slots(plan_id, summer.service(maya), MONDAY)
    wanted = summer.at(0, hour, getattr(clinic, therapist))
    [slot] = [
        each
        for each in slots
        if (each.starts, each.therapist_id) == (wanted.starts, wanted.therapist_id)
    ]
    assert (slot.room_ids, slot.word) == ((), word)


def test_a_closed_day_is_not_in_the_week(summer):
    maya = summer.child(summer.clinic.maya)
    slots = summer.board.slots(summer.a_plan(), summer.service(maya), date(2027, 6, 15))
    assert date(2027, 6, 18) not in {slot.starts.date() for slot in slots}


def test_tab_goes_through_the_places_in_order_own_therapist_first(summer):
    clinic = summer.clinic
    maya = summer.child(clinic.maya, therapist_id=clinic.cam)
    plan_id, wanted_id = summer.a_plan(), summer.service(maya)
    first = summer.board.next_place(plan_id, wanted_id, None)
    second = summer.board.next_place(plan_id, wanted_id, first)
    third = summer.board.next_place(plan_id, wanted_id, second)
    assert [(each.starts, each.therapist_id) for each in (first, second, third)] == [
        (summer.at(0, 8).starts, clinic.cam),
        (summer.at(0, 8).starts, clinic.ana),
        (summer.at(0, 8, minute=15).starts, clinic.cam),
    ]


def test_after_the_last_place_there_is_none(summer):
    maya = summer.child(summer.clinic.maya)
    plan_id, wanted_id = summer.a_plan(), summer.service(maya)
    last = summer.at(ENDS_ON, 16, summer.clinic.cam)
    assert summer.board.next_place(plan_id, wanted_id, last) is None


def test_every_place_tab_offers_fits(summer):
    maya, owen = summer.child(summer.clinic.maya), summer.child(summer.clinic.owen)
    plan_id = summer.a_plan((owen, summer.at(0, 8)), (owen, summer.at(1, 9)))
    wanted_id, place = summer.service(maya), None
    for _ in range(40):
        place = summer.board.next_place(plan_id, wanted_id, place)
        assert summer.board.check(plan_id, wanted_id, place).fits
