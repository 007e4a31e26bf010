"""Fixes as files hold them: each loosens what it says for one child, and nothing is tightened."""

from datetime import date

import pytest

from ot_desktop.errors import ClinicError
from ot_desktop.planning.concessions import Concession, needed, relax_of
from ot_desktop.planning.domain import Plan, Window
from ot_desktop.planning.explain import explain
from ot_desktop.planning.format import instance_from
from ot_desktop.planning.relaxing import relaxed
from tests.planning_cases import a_child, a_service, a_small_clinic, a_therapist

AWAY = [{"day": "2026-06-01"}, {"day": "2026-06-02"}]
INSTANCE = instance_from(
    a_small_clinic(
        therapists=[a_therapist(1, absences=AWAY), a_therapist(2)],
        children=[
            a_child("c1", "f1", unavailable=AWAY, excluded_therapists=["t1", "t2"]),
            a_child("c2", "f1"),
        ],
    )
)
CHILD = INSTANCE.children[0]
SERVICE = CHILD.services[0]
THERAPIST = INSTANCE.therapists[1]


def of_child(instance):
    return instance.children[0]


@pytest.mark.parametrize(
    ("relax", "path", "value"),
    [
        ({"visits": 9}, lambda it: of_child(it).authorization.visits, 9),
        ({"authorization": {"to": "2026-08-01"}},
         lambda it: of_child(it).authorization.last_day, date(2026, 8, 1)),
        ({"authorization": {"from": "2026-05-01"}},
         lambda it: of_child(it).authorization.first_day, date(2026, 5, 1)),
        ({"family_window": {"mon": [["16:00", "17:00"]]}},
         lambda it: of_child(it).availability[0], (Window(480, 1020),)),
        ({"family_window": {"fri": [["16:00", "17:00"]]}},
         lambda it: of_child(it).availability[4], (Window(960, 1020),)),
        ({"family_days": ["2026-06-02"]},
         lambda it: [off.day.day for off in of_child(it).unavailable], [1]),
        ({"therapist_hours": {"t2": {"mon": [["16:00", "17:00"]]}}},
         lambda it: it.therapists[1].hours[0], (Window(480, 960), Window(960, 1020))),
        ({"therapist_days": {"t1": ["2026-06-01"]}},
         lambda it: [off.day.day for off in it.therapists[0].absences], [2]),
        ({"allow_therapists": ["t2"]}, lambda it: of_child(it).excluded_therapists, {"t1"}),
        ({"skills": {"t2": ["feeding"]}}, lambda it: it.therapists[1].skills,
         {"sensory", "feeding"}),
        ({"room_kinds": {"c1-a": ["table", "gym"]}},
         lambda it: of_child(it).services[0].room_kinds, ("gym", "table")),
        ({"max_therapists": {"c1-a": 3}}, lambda it: of_child(it).services[0].max_therapists, 3),
        ({"max_per_week": {"c1-a": 4}}, lambda it: of_child(it).services[0].max_per_week, 4),
        ({"max_sessions_per_day": 2}, lambda it: of_child(it).max_sessions_per_day, 2),
        ({"caregivers": 2}, lambda it: it.families[0].caregivers, 2),
        ({"min_sessions": {"c1-a": 1}}, lambda it: of_child(it).services[0].min_sessions, 1),
        ({"instead_of": ["c2"]}, lambda it: [child.id for child in it.children], ["c1"]),
        ({"instead_of": ["c2"]}, lambda it: it.families[0].children, ("c1",)),
    ],
)  # fmt: skip
def test_a_fix_loosens_what_it_says(relax, path, value):
    assert path(relaxed(INSTANCE, "c1", relax)) == value


@pytest.mark.parametrize(
    "relax",
    [
        {"visits": 1},
        {"authorization": {"from": "2026-06-20", "to": "2026-06-21"}},
        {"max_therapists": {"c1-a": 1}},
        {"max_per_week": {"c1-a": 1}},
        {"max_sessions_per_day": 1},
        {"caregivers": 1},
        {"min_sessions": {"c1-a": 5}},
        {"allow_therapists": []},
        {"room_kinds": {"c1-a": ["gym"]}},
    ],
)
def test_a_fix_that_asks_for_less_than_there_is_changes_nothing(relax):
    assert relaxed(INSTANCE, "c1", relax) == INSTANCE


def test_a_fix_of_several_things_does_all_of_them():
    loosened = relaxed(INSTANCE, "c1", {"visits": 9, "max_sessions_per_day": 2})
    assert (of_child(loosened).authorization.visits, of_child(loosened).max_sessions_per_day) == (
        9,
        2,
    )


def test_a_fix_for_one_child_leaves_the_others_as_they_are():
    loosened = relaxed(
        INSTANCE, "c1", {"visits": 9, "family_window": {"fri": [["08:00", "09:00"]]}}
    )
    assert loosened.children[1] == INSTANCE.children[1]


@pytest.mark.parametrize(
    ("relax", "said"),
    [
        ({"color": 1}, "relax.color: nothing that can be loosened"),
        ({"visits": "many"}, "relax.visits: not a whole number"),
        ({"family_window": {"someday": []}}, "relax.family_window.someday: not a weekday"),
        ({"family_days": ["tomorrow"]}, r"relax.family_days\[0\]: not a day"),
        ({"max_therapists": {"c2-a": 3}}, "relax.max_therapists.c2-a: nothing of this file"),
        ({"skills": {"t9": ["x"]}}, "relax.skills.t9: nothing of this file"),
        ({"max_sessions_per_day": 3}, "relax.max_sessions_per_day"),
        ({"min_sessions": {"c1-a": 0}}, "relax.min_sessions.c1-a"),
        ({"instead_of": ["c1"]}, "relax.instead_of: the child itself"),
    ],
)
def test_a_bad_fix_is_refused_with_its_path(relax, said):
    with pytest.raises(ClinicError, match=said):
        relaxed(INSTANCE, "c1", relax)


def test_a_fix_for_nobody_of_the_file_is_refused():
    with pytest.raises(ClinicError, match="No child of this file has the id c9"):
        relaxed(INSTANCE, "c9", {"visits": 3})


def test_concessions_become_one_fix():
    wish = (
        Concession(("family_window", "mon"), Window(480, 540)),
        Concession(("family_window", "mon"), Window(600, 660)),
        Concession(("authorization", "to"), date(2026, 7, 1)),
        Concession(("family_days",), date(2026, 6, 2)),
        Concession(("max_therapists", "c1-a"), 3),
    )
    assert relax_of(wish) == {
        "family_window": {"mon": [["08:00", "09:00"], ["10:00", "11:00"]]},
        "authorization": {"to": "2026-07-01"},
        "family_days": ["2026-06-02"],
        "max_therapists": {"c1-a": 3},
    }


def test_of_a_wish_only_what_is_needed_is_kept_and_the_first_things_first():
    wanted = "abcdefg"
    assert needed(wanted, lambda part: {"b", "e"} <= set(part)) == ("b", "e")
    assert needed(wanted, lambda part: len(part) >= 2) == ("a", "b")
    assert needed(wanted, lambda _: True) == ()


def words(**changes):
    """Return what is said first about a child of a clinic bent so that it has no place."""
    service = changes.pop("service", {})
    child = a_child("c1", "f1", services=[a_service("c1", **service)], **changes)
    instance = instance_from(a_small_clinic(children=[child, a_child("c2", "f1")]))
    return explain(instance, Plan("small", ()), "c1")[0].text


@pytest.mark.parametrize(
    ("changes", "fact", "gift"),
    [
        ({"authorization": {"visits": 0, "from": "2026-06-01", "to": "2026-06-30"}},
         "Only 0 visits authorized.", "with 1 visit"),
        ({"authorization": {"visits": 9, "from": "2026-05-01", "to": "2026-05-29"}},
         "The authorization is for Fri, May 1 to Fri, May 29.",
         "with dates to Mon, Jun 1"),
        ({"excluded_therapists": ["t1", "t2"]},
         "Child c1 is not to see Therapist 1.", "with Therapist 1"),
        ({"availability": {"mon": [["08:00", "08:30"]], "tue": [["08:00", "08:30"]]}},
         "The family can come Mon and Tue 8 to 8:30 only.", "with Mon 8:30 to 9 too"),
        ({"availability": {}},
         "The family has no times yet.", "with Mon 8 to 9 too"),
        ({"unavailable": AWAY},
         "The family is away Mon, Jun 1.", "with the family here Mon, Jun 1"),
        ({"service": {"skill": "fine_motor"}},
         "No therapist here gives fine motor.", "with Therapist 1 giving fine motor"),
        ({"service": {"room_kinds": ["swimming_pool"]}},
         "There is no swimming pool here.", "with gym too"),
        ({"service": {"min_sessions": 2, "max_per_week": 1}},
         "At most 1 session a week.", "with 2 a week"),
        ({"service": {"min_sessions": 3, "sessions": 3, "max_per_week": 3}},
         "The child can come once a day.", "with 2 a day"),
    ],
)  # fmt: skip
def test_reasons_are_said_in_plain_words(changes, fact, gift):
    said, would_be = words(**changes).split("; ")
    assert said.startswith(f"{fact} Even without other children ")
    assert would_be.startswith(f"{gift} it would be ")
