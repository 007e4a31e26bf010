"""A repair, scenario by scenario: what broke gets another place, everything else stays."""

import pytest

from ot_desktop.planning.make_up import make_up_list
from tests.repair_cases import (
    EARLY,
    FRI,
    MON,
    MORNINGS,
    NEXT_FRI,
    NEXT_MON,
    NEXT_THU,
    THU,
    TUE,
    WED,
    a_summer,
    at,
    away,
    child,
    every_day,
    mended,
    moment,
    published,
    service,
    therapist,
    told,
)

MAYA = [at("Maya", MON, "09:00"), at("Maya", WED, "09:00"), at("Maya", FRI, "09:00", "cam")]


def kinds(changes):
    return sorted(str(change.kind) for change in changes)


def make_ups(instance, plan, changes):
    return [each.text for each in make_up_list(instance, plan, instance.published.now, changes)]


def test_a_sick_therapists_session_goes_to_a_colleague_at_the_same_time():
    instance = published(away(a_summer(child("Maya")), "ana", MON), *MAYA)
    _, changes = mended(instance)
    assert told(changes) == ["Maya, Mon Jun 21: Cam Lee instead of Ana Ruiz, same time, Gym"]


def test_who_is_off_that_day_is_not_offered():
    clinic = away(away(a_summer(child("Maya")), "ana", MON), "cam", MON)
    _, changes = mended(published(clinic, *MAYA))
    assert told(changes) == ["Maya, Mon Jun 21: 09:00 moved to Tue Jun 22 at 09:00, Ana Ruiz, Gym"]


def test_a_therapist_away_for_hours_loses_only_those():
    clinic = away(a_summer(child("Maya"), child("Owen")), "ana", MON, start="10:00", end="12:00")
    owen = [at("Owen", MON, "10:00"), at("Owen", TUE, "10:00", "cam"), at("Owen", WED, "10:00")]
    _, changes = mended(published(clinic, *MAYA, *owen))
    assert told(changes) == ["Owen, Mon Jun 21: Cam Lee instead of Ana Ruiz, same time, Gym"]


def test_days_of_sickness_are_mended_each_in_its_week():
    clinic = away(a_summer(child("Maya")), "ana", MON, TUE, WED, THU)
    _, changes = mended(published(clinic, *MAYA))
    assert kinds(changes) == ["kept", "therapist", "therapist"]


def test_a_session_of_a_closed_day_moves_within_its_week():
    instance = published(a_summer(child("Maya"), closed_days=[WED]), *MAYA)
    plan, changes = mended(instance)
    assert kinds(changes) == ["kept", "kept", "moved"]
    assert {session.day.isocalendar().week for session in plan.sessions} == {25}


def test_a_room_that_is_gone_keeps_therapist_and_time_and_costs_nothing():
    painted = {
        "id": "x1", "day": MON, "start": "08:00", "end": "17:00",
        "therapist": None, "room": "Gym", "contact": False,
    }  # fmt: skip
    untouched, _ = mended(published(a_summer(child("Maya")), *MAYA))
    plan, changes = mended(published(a_summer(child("Maya"), fixed=[painted]), *MAYA))
    assert told(changes) == ["Maya, Mon Jun 21: Hall instead of Gym, same time, Ana Ruiz"]
    assert plan.score == untouched.score


def test_a_child_who_cancels_a_day_comes_on_another_of_the_week():
    maya = child("Maya", unavailable=[{"day": WED}])
    _, changes = mended(published(a_summer(maya), *MAYA))
    assert kinds(changes) == ["kept", "kept", "moved"]


def test_a_child_who_leaves_loses_what_was_to_come():
    maya = child("Maya", authorization={"visits": 6, "from": "2027-06-01", "to": TUE})
    _, changes = mended(published(a_summer(maya), *MAYA, now=f"{WED}T07:00"))
    assert kinds(changes) == ["kept", "lost", "lost"]


def test_one_more_child_gets_a_place_and_nobody_moves():
    instance = published(a_summer(child("Maya"), child("Noa")), *MAYA)
    plan, changes = mended(instance)
    assert kinds(changes) == ["kept"] * 3 + ["new"] * 3
    assert plan.unplaced == {}


def test_more_visits_become_new_sessions():
    before = published(a_summer(child("Maya")), *MAYA)
    assert kinds(mended(before)[1]) == ["kept"] * 3
    after = published(a_summer(child("Maya", services=[service("maya", sessions=5)])), *MAYA)
    assert kinds(mended(after)[1]) == ["kept"] * 3 + ["new"] * 2


def test_fewer_visits_lose_the_last_sessions():
    maya = child("Maya", authorization={"visits": 2, "from": "2027-06-01", "to": "2027-07-31"})
    _, changes = mended(published(a_summer(maya), *MAYA))
    assert told(changes) == ["Maya, Fri Jun 25: 09:00 with Cam Lee is lost"]


def test_what_began_stays_even_where_it_could_not_be_today():
    clinic = away(a_summer(child("Maya"), closed_days=[MON]), "ana", MON, WED)
    plan, changes = mended(published(clinic, *MAYA, now=f"{WED}T09:15"))
    assert kinds(changes) == ["kept"] * 3
    assert len(plan.sessions) == 3


def test_nothing_is_put_before_now():
    thursday = child("Maya", availability={"thu": [["08:00", "10:00"]]})
    busy = at("Leo", THU, "09:00", "cam", "Hall"), at("Noa", THU, "09:00", "ben", "Hall")
    clinic = away(a_summer(thursday, child("Leo"), child("Noa")), "ana", THU)
    rooms = {**clinic, "rooms": [*clinic["rooms"], {"id": "Hall 2", "kind": "gym"}]}
    sessions = [at("Maya", THU, "09:00"), busy[0], {**busy[1], "room": "Hall 2"}]
    _, at_seven = mended(published(rooms, *sessions, now=f"{THU}T07:00"))
    _, at_half_past_eight = mended(published(rooms, *sessions, now=f"{THU}T08:30"))
    assert kinds(at_seven) == ["kept", "kept", "moved"]
    assert kinds(at_half_past_eight) == ["kept", "kept", "lost"]


def test_a_lunch_that_was_worked_through_is_not_owed_any_more():
    lunch = {"earliest": "12:00", "latest": "13:00", "minutes": 60}
    all_day = every_day(("08:00", "17:00"))
    clinic = a_summer(
        child("Maya", availability=all_day, max_sessions_per_day=2),
        therapists=[therapist("Ana Ruiz", lunch=lunch, hours=all_day)],
    )
    sessions = [at("Maya", MON, "12:00"), at("Maya", MON, "14:00"), at("Maya", WED, "14:00")]
    _, changes = mended(published(clinic, *sessions, now=f"{MON}T13:15"))
    assert kinds(changes) == ["kept"] * 3


def test_a_locked_session_stays_and_the_other_one_moves():
    clinic = a_summer(child("Maya"), child("Noa", "f-maya"))
    sessions = [at("Maya", MON, "09:00"), at("Noa", MON, "09:00", "cam", "Hall", locked=True)]
    _, changes = mended(published(clinic, *sessions))
    assert kinds(changes) == ["kept", "moved"]
    assert told(changes)[0].startswith("Maya, Mon Jun 21: 09:00 moved")


def test_a_locked_session_that_cannot_be_is_mended_too():
    clinic = away(a_summer(child("Maya")), "ana", MON)
    _, changes = mended(published(clinic, *[{**each, "locked": True} for each in MAYA]))
    assert kinds(changes) == ["kept", "kept", "therapist"]


def test_another_therapist_costs_4_and_the_child_5():
    whole, _ = mended(published(a_summer(child("Maya")), *MAYA))
    plan, _ = mended(published(away(a_summer(child("Maya")), "ana", MON), *MAYA))
    assert whole.score - plan.score == 4 + 5


def test_what_a_therapist_held_before_the_family_excluded_her_counts_as_it_did():
    maya = child("Maya", primary_therapist="cam", excluded_therapists=["ana"])
    plan, changes = mended(published(a_summer(maya), *MAYA, now=f"{THU}T08:00"))
    assert kinds(changes) == ["kept"] * 3
    assert plan.score == 3 * 84 - 2 * 2 - 12  # two sessions not with Cam, one more therapist


def test_the_scarcest_session_takes_the_only_place_it_has():
    eight, either = {"mon": [["08:00", "09:00"]]}, {"mon": [["08:00", "10:00"]]}
    clinic = a_summer(
        child("Leo", availability=either),
        child("Maya", availability=eight),
        therapists=[therapist("Ana Ruiz"), therapist("Ben Cole"), therapist("Cam Lee")],
    )
    sessions = [at("Leo", MON, "08:00", room="Hall"), at("Maya", MON, "08:00", "ben")]
    _, changes = mended(published(away(away(clinic, "ana", MON), "ben", MON), *sessions))
    assert kinds(changes) == ["moved", "therapist"]


def test_the_same_repair_twice_is_the_same():
    instance = published(away(a_summer(child("Maya"), child("Leo")), "ana", MON), *MAYA)
    assert mended(instance) == mended(instance)


def only_ana(*children, **changes):
    return a_summer(*children, therapists=[therapist("Ana Ruiz")], **changes)


def test_a_lost_session_is_made_up_the_next_week():
    days = {day: [["08:00", "10:00"]] for day in ("mon", "wed", "fri")}
    clinic = only_ana(child("Maya", availability=days))
    instance = published(away(clinic, "ana", MON), *MAYA[:2], at("Maya", FRI, "09:00"))
    plan, changes = mended(instance)
    assert told(changes) == ["Maya, Mon Jun 21: 09:00 with Ana Ruiz is lost"]
    assert make_ups(instance, plan, changes) == [
        "Maya, Mon Jun 21 at 09:00: next "
        + "; or ".join(
            f"{day} at 09:00 with Ana Ruiz, Gym"
            for day in ("Mon Jun 28", "Wed Jun 30", "Fri Jul 2")
        )
    ]


def test_nothing_is_made_up_beyond_the_weekly_limit():
    six = [service("maya", sessions=6)]
    mondays = child("Maya", availability={**MORNINGS, "tue": [], "wed": []}, services=six)
    full = [at("Maya", day, "09:00") for day in (NEXT_MON, NEXT_THU, NEXT_FRI)]
    kept = [at("Maya", THU, "09:00"), at("Maya", FRI, "09:00")]
    clinic = away(only_ana(mondays), "ana", MON)
    instance = published(clinic, at("Maya", MON, "09:00"), *kept, *full)
    plan, changes = mended(instance)
    assert make_ups(instance, plan, changes) == [
        "Maya, Mon Jun 21 at 09:00: every week to come has its 3 sessions"
    ]


def test_nothing_is_made_up_after_the_authorization_ends():
    maya = child("Maya", availability={"mon": MORNINGS["mon"]})
    maya["authorization"] = {"visits": 6, "from": "2027-06-01", "to": FRI}
    instance = published(away(only_ana(maya), "ana", MON), at("Maya", MON, "09:00"))
    plan, changes = mended(instance)
    assert make_ups(instance, plan, changes) == [
        "Maya, Mon Jun 21 at 09:00: no time is free until the program ends"
    ]


def test_all_first_places_of_a_make_up_list_can_be_taken_together():
    mondays = {"mon": [["08:00", "10:00"]]}
    clinic = only_ana(child("Maya", availability=mondays), child("Leo", availability=mondays))
    sessions = [at("Maya", MON, "08:00"), at("Leo", MON, "09:00")]
    instance = published(away(clinic, "ana", MON), *sessions)
    plan, changes = mended(instance)
    owed = make_up_list(instance, plan, moment(EARLY), changes)
    firsts = {(each.places[0].day, each.places[0].start) for each in owed}
    assert len(firsts) == len(owed) == 2


def crowded(**marks):
    """Return a Monday on which Owen could have Maya's hour only if she came at another time."""
    clinic = a_summer(
        child("Maya", availability={"mon": [["08:00", "12:00"]]}),
        child("Owen", availability={"mon": [["09:00", "10:00"]]}),
        therapists=[therapist("Ana Ruiz"), therapist("Cam Lee")],
    )
    maya = at("Maya", MON, "09:00", "cam", "Hall", **marks)
    return published(away(clinic, "ana", MON), maya, at("Owen", MON, "09:00"))


def test_nobody_else_moves_unless_it_is_allowed():
    _, changes = mended(crowded())
    assert told(changes) == ["Owen, Mon Jun 21: 09:00 with Ana Ruiz is lost"]


def test_one_family_that_moves_saves_another_ones_session():
    lost, _ = mended(crowded())
    plan, changes = mended(crowded(), may_move=1)
    assert [change.asked for change in changes] == [True, False]
    assert told(changes)[0].startswith("Maya, Mon Jun 21: 09:00 moved to ")
    assert told(changes)[0].endswith(", to make room")
    assert told(changes)[1] == "Owen, Mon Jun 21: Cam Lee instead of Ana Ruiz, same time, Gym"
    assert plan.score > lost.score


def test_a_locked_session_does_not_make_room():
    assert kinds(mended(crowded(locked=True), may_move=3)[1]) == ["kept", "lost"]


@pytest.mark.parametrize("families", [0, 1])
def test_one_more_child_fits_where_a_family_moves(families):
    once = {"sessions": 1, "min_sessions": 1}
    noa = child(
        "Noa",
        availability={"mon": [["09:00", "10:00"]]},
        unavailable=[{"day": NEXT_MON}],
        services=[service("noa", **once)],
    )
    maya = child(
        "Maya", availability={"mon": [["08:00", "12:00"]]}, services=[service("maya", **once)]
    )
    instance = published(only_ana(maya, noa), at("Maya", MON, "09:00"))
    plan, changes = mended(instance, may_move=families)
    assert bool(plan.unplaced) == (families == 0)
    assert kinds(changes) == (["moved", "new"] if families else ["kept"])
