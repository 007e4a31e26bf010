"""An intensive as values, for tests of what needs no clinic."""

from dataclasses import replace
from datetime import date, datetime

from ot_desktop.programs.domain import (
    Agreement,
    Away,
    ChildWishes,
    ProgramChild,
    Wanted,
    Weight,
)
from ot_desktop.programs.measures import Comparison, Difference, Measures, PlanSummary
from ot_desktop.programs.placement import Place
from ot_desktop.programs.telling import FamilyToTell, How, Told
from ot_desktop.settings.domain import Hours

MORNING, NOON, EVENING = 8 * 60, 12 * 60, 17 * 60
WEEK = tuple(Hours(day, MORNING, EVENING) for day in range(5))
MORNINGS = tuple(Hours(day, MORNING, NOON) for day in range(4))
A_MOMENT = datetime.fromisoformat("2027-05-03T15:00:00+00:00")


def a_program_child(number=1, given="Talia", family="Begay", **wishes):
    """Return a child with times and an agreement; ``wishes`` change what is wanted."""
    usual = ChildWishes(wanted=(Wanted(1, 12, 10, 5),), can_come=MORNINGS)
    return ProgramChild(
        id=number,
        child_id=100 + number,
        given_name=given,
        family_name=family,
        wishes=replace(usual, **wishes),
        therapist_name="Mei-Lin Zhao",
        agreement=Agreement("Amara Okafor", A_MOMENT),
    )


def three_children():
    """Return one child who is ready, one without times, one who is away and may have anybody."""
    return (
        a_program_child(1),
        a_program_child(2, "Omar", "Siddiqui", can_come=()),
        a_program_child(
            3,
            "Ines",
            "Duarte",
            therapist_weight=Weight.IGNORE,
            away=(Away(date(2027, 6, 21), date(2027, 6, 25)),),
        ),
    )


def a_family(number=1, told=None, changes=()):
    """Return a family with twelve sessions."""
    return FamilyToTell(
        (number,), (100 + number,), f"Child {number}", "555-0142", "", 12, told, changes
    )


def told_on_paper():
    """Return how a family was told last."""
    return Told(A_MOMENT, How.PAPER, "Dana Whitfield")


def a_plan(number=1, **changes):
    """Return a plan; the first is the chosen one."""
    usual = PlanSummary(
        id=number,
        program_id=1,
        name=f"Plan {chr(ord('A') + number - 1)}",
        made_by="Dana Whitfield",
        made_at=A_MOMENT,
        is_chosen=number == 1,
        sessions=280,
    )
    return replace(usual, **changes)


def some_measures(**changes):
    """Return the measures of a plan that misses 3 of 288 sessions."""
    return replace(Measures(285, 288, 23, 24, 96, 91, 3), **changes)


def a_comparison():
    """Return two plans that differ in two sessions."""
    at = Place(datetime.fromisoformat("2027-06-08T09:00"), 1, 1)
    moved = Place(datetime.fromisoformat("2027-06-09T09:00"), 1, 1)
    return Comparison(
        a_plan(1),
        a_plan(2),
        some_measures(placed=281),
        some_measures(),
        (
            Difference(1, "Talia Begay", "Fine motor", at, moved, 5, 6, "Tue 9:00", "Wed 9:00"),
            Difference(2, "Omar Siddiqui", "Gym", None, at, None, 7, "not placed", "Tue 9:00"),
        ),
    )
