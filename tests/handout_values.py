"""A home program as values whose words and drawing do not change with the library."""

from dataclasses import replace
from datetime import date, datetime

from ot_desktop.home_programs import practice
from ot_desktop.home_programs.domain import (
    Activity,
    ActivityWords,
    ChildOnPaper,
    HomeProgram,
    PlannedActivity,
    Reward,
    RewardKind,
    Routine,
    Skill,
    Visit,
)
from ot_desktop.home_programs.wording import Pronouns
from ot_desktop.paper.people import ClinicOnPaper

ENGLISH = ActivityWords(
    title="Walk like an elephant",
    short_title="Elephant walk",
    when="Before dinner",
    why="Slow heavy steps make {his} legs strong.",
    need="A clear path, 10 big steps long.",
    steps=("Stand tall.", "Swing one arm like a trunk.", "Take 5 slow steps.", "Turn around."),
    say="Big slow steps.",
    too_hard="Walk half the way.",
    too_easy="Carry a small cushion.",
    safety=("Clear the floor first.",),
    picture="A child walks with one arm swinging like a trunk.",
)
SPANISH = ActivityWords(
    title="Caminar como elefante",
    short_title="Elefante",
    when="Antes de la cena",
    why="Los pasos lentos y pesados fortalecen las piernas.",
    need="Un camino libre de 10 pasos.",
    steps=("Que se pare derecho.", "Mueva un brazo.", "Dé 5 pasos lentos.", "Dé la vuelta."),
    say="Pasos grandes y lentos.",
    too_hard="Camine la mitad.",
    too_easy="Lleve un cojín.",
    safety=("Despeje el piso antes.",),
    picture="Camina y mueve un brazo como una trompa.",
)
ELEPHANT = Activity(
    key="elephant",
    skills=(Skill.GROSS_MOTOR,),
    routines=(Routine.MEALTIME,),
    age_from=3,
    age_to=8,
    minutes=3,
    times_per_week=7,
    is_embedded=False,
    hazards=frozenset(),
    drawing="elephant.svg",
    tint="#FFFFFF",
    words={"en": ENGLISH, "es": SPANISH},
)


def an_activity(number=1, routine=Routine.MEALTIME, words=None, **fields):
    """Return a planned activity that differs from the others by its number only."""
    named = {
        language: replace(each, title=f"{each.title} {number}", short_title=f"{number}. {each.say}")
        for language, each in (words or ELEPHANT.words).items()
    }
    activity = replace(ELEPHANT, key=f"elephant-{number}", words=named, **fields)
    return replace(PlannedActivity.from_library(activity), routine=routine)


def a_program(*activities, **different):
    """Return Mateo's program; ``different`` are fields of ``HomeProgram``."""
    values = {
        "child": ChildOnPaper("Mateo", "A", Pronouns.HE),
        "therapist": "Amara",
        "clinic": ClinicOnPaper("Juniper Lane", "555-0100", "214 Juniper Lane", "Weekdays, 8 to 5"),
        "starts_on": date(2026, 6, 9),
        "ends_on": date(2026, 6, 23),
        "printed_on": date(2026, 6, 9),
        "activities": activities
        or (an_activity(1), an_activity(2, Routine.BATH), an_activity(3, Routine.BATH)),
        "practice_days": practice.practice_days(
            date(2026, 6, 9), date(2026, 6, 15), [date(2026, 6, 12)]
        ),
        "closed": (date(2026, 6, 12), date(2026, 7, 3)),
        "visits": (
            Visit(datetime.fromisoformat("2026-06-10T10:00"), "Amara"),
            Visit(datetime.fromisoformat("2026-06-15T14:30"), "Priya"),
        ),
        "safety": ("No treats with peanuts.",),
        "reward": Reward(RewardKind.SAVE_UP, "zoo", 10),
        "name": "Summer plan",
    }
    return HomeProgram(**values | different)
