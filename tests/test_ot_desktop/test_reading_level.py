"""Each language is measured by its own formula; a language without one is not measured."""

from dataclasses import replace
from datetime import date

from ot_desktop.home_programs import library
from ot_desktop.home_programs.domain import ChildOnPaper, HomeProgram, PlannedActivity
from ot_desktop.home_programs.printing import reading_level
from ot_desktop.home_programs.spanish_readability import Ease
from ot_desktop.paper.people import ClinicOnPaper

BEAR_WALK = library.activity("bear-walk")
SPANISH_BEAR_WALK = replace(
    BEAR_WALK.words["en"],
    why="Da fuerza a los brazos y las manos.",
    need="Un camino libre de 10 pasos.",
    steps=("Manos y pies en el piso.", "Camine como un oso."),
    say="Manos fuertes, pies lentos.",
    too_hard="Camine la mitad.",
    too_easy="Ponga un peluche en la espalda.",
)


def program_in(language, words):
    activity = replace(BEAR_WALK, words={**BEAR_WALK.words, language: words})
    day = date(2026, 6, 9)
    return HomeProgram(
        child=ChildOnPaper("Mateo", "A"),
        therapist="Amara",
        clinic=ClinicOnPaper("Juniper Lane Pediatric OT", "555-0100", "", ""),
        starts_on=day,
        ends_on=day,
        printed_on=day,
        activities=(PlannedActivity.from_library(activity, language),),
        practice_days=(day,),
        language=language,
    )


def test_an_english_program_has_a_school_grade():
    assert reading_level(program_in("en", BEAR_WALK.words["en"])) < 2


def test_a_spanish_program_has_a_step_of_the_spanish_scale():
    assert reading_level(program_in("es", SPANISH_BEAR_WALK)) is Ease.VERY_EASY


def test_a_language_without_its_own_formula_is_not_measured():
    assert reading_level(program_in("fr", SPANISH_BEAR_WALK)) is None
