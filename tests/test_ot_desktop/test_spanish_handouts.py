"""Papers in Spanish: every fixed word, date and time, and nothing of another language."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ot_desktop.home_programs import library, safety
from ot_desktop.home_programs.domain import Changes, Routine
from ot_desktop.home_programs.handout import papers
from ot_desktop.home_programs.handout.english_words import EnglishWords
from ot_desktop.home_programs.handout.spanish_lines import MOMENTS as MOMENTS_IN_SPANISH
from ot_desktop.home_programs.handout.spanish_lines import SAFETY_LINES
from ot_desktop.home_programs.handout.spanish_words import SpanishWords
from ot_desktop.home_programs.summary import SessionSummary
from ot_desktop.home_programs.translating import NotTranslated, language_of
from ot_desktop.paper.page import Paper
from ot_desktop.paper.people import ClinicOnPaper
from ot_desktop.scheduling.paper import print_family_calendars
from ot_desktop.scheduling.paper.domain import CalendarVisit, FamilyCalendar, ToBring
from tests.handout_values import a_program, an_activity
from tests.paper_text import text_of
from ui.home_programs.words import MOMENTS

PAPER = Paper()
ENGLISH_ONLY = ("the", "and", "you", "your", "with", "June", "visit", "page", "Tue", "AM", "PM")
KINDS = {
    "plan": papers.home_plan,
    "chart": papers.practice_charts,
    "routines": papers.routine_sheets,
    "missed": papers.missed_sheet,
    "summary": lambda program, paper: papers.session_summary(
        SessionSummary(program, date(2026, 6, 9)), paper
    ),
}


def spanish(**different):
    return a_program(**{"language": "es", "reward": None} | different)


@pytest.mark.parametrize("kind", KINDS)
def test_no_english_word_stands_on_a_spanish_paper(kind):
    words = text_of(KINDS[kind](spanish(), PAPER)).replace("Juniper Lane", "").split()
    assert [word for word in words if word.strip(".,:?") in ENGLISH_ONLY] == []


def test_a_spanish_plan_says_all_a_parent_needs():
    text = text_of(papers.home_plan(spanish(), PAPER))
    for words in (
        "Plan para la casa de Mateo",
        "Del 9 al 23 de junio",
        "9 minutos al día",
        "Hagan estas 3 cosas cada día.",
        "Necesita: Un camino libre de 10 pasos.",
        "“Pasos grandes y lentos.”",
        "Nada de premios con cacahuate (maní).",
        "Mié 10 de junio, 10:00 a. m., Amara",
        "Lun 15 de junio, 2:30 p. m., Priya",
        "En una emergencia, llame al 911.",
        "Impreso: 9 de junio de 2026",
    ):
        assert words in text


def test_a_spanish_chart_names_days_visits_and_closed_days():
    text = text_of(papers.practice_charts(spanish(), PAPER))
    assert "Mar 9 Mié 10 Jue 11 Sáb 13 Dom 14 Lun 15" in text
    assert "Su cita 10:00 a. m. 2:30 p. m." in text
    assert "La clínica cierra el viernes 12 de junio." in text
    assert "Traiga esta hoja el lunes 15 de junio, 2:30 p. m." in text
    assert "Plan de verano, semana 1 de 1" in text


def test_months_and_years_are_said_where_they_change():
    words = SpanishWords()
    assert (
        words.span_of_days(date(2026, 6, 28), date(2026, 7, 2)) == "Del 28 de junio al 2 de julio"
    )
    across = words.span_of_days(date(2026, 12, 28), date(2027, 1, 2))
    assert across == "Del 28 de diciembre de 2026 al 2 de enero de 2027"


def test_both_languages_know_the_same_words():
    assert set(dir(EnglishWords)) == set(dir(SpanishWords))


def test_every_line_that_an_alert_adds_is_in_spanish():
    assert {danger.line for danger in safety._DANGERS} == set(SAFETY_LINES)


def test_every_moment_the_builder_offers_is_in_spanish():
    assert {when for _, when in MOMENTS} == set(MOMENTS_IN_SPANISH)


def test_a_moment_somebody_typed_becomes_the_routine():
    planned = replace(an_activity(1, Routine.BATH), when="With grandma")
    text = text_of(papers.home_plan(spanish(activities=(planned,)), PAPER))
    assert "La hora del baño" in text
    assert "grandma" not in text


def test_all_of_the_library_prints_in_spanish():
    words = [each.key for each in library.all_activities() if "es" not in each.words]
    assert words == []


def test_a_missing_translation_offers_english_or_blank_lines():
    english = {"en": an_activity(4).activity.words["en"]}
    program = spanish(activities=(an_activity(1), an_activity(4, words=english)))
    with pytest.raises(NotTranslated, match=r"elephant 4 4” has .*English, or with blank lines"):
        papers.home_plan(program, PAPER)


def test_blank_lines_stand_in_for_what_is_missing_only():
    english = {"en": an_activity(4).activity.words["en"]}
    activities = (an_activity(1), an_activity(4, words=english))
    program = spanish(activities=activities, blank_lines=True)
    text = text_of(papers.home_plan(program, PAPER))
    assert "Caminar como elefante 1" in text
    assert text.count("Un camino libre de 10 pasos.") == 1
    assert "Walk" not in text


def test_words_changed_in_english_are_not_mixed_in():
    changed = replace(an_activity(1), changes=Changes(steps=("Only two steps.",)))
    with pytest.raises(NotTranslated):
        papers.home_plan(spanish(activities=(changed,)), PAPER)


def test_words_changed_in_spanish_are_printed():
    changes = Changes(steps=("Solo dos pasos.",))
    changed = replace(an_activity(1), changes=changes, worded_in="es")
    assert "Solo dos pasos." in text_of(papers.home_plan(spanish(activities=(changed,)), PAPER))


def test_a_goals_english_cue_words_give_way_to_the_librarys():
    cued = replace(an_activity(1), changes=Changes(say="Heavy hands."))
    text = text_of(papers.home_plan(spanish(activities=(cued,)), PAPER))
    assert "Heavy hands." not in text
    assert "Pasos grandes y lentos." in text


@pytest.mark.parametrize("spoken", ["Spanish", " español ", "ESPAÑOL"])
def test_spanish_is_known_by_its_names(spoken):
    assert language_of(spoken) == "es"


def test_a_family_calendar_is_in_spanish():
    starts = datetime.fromisoformat("2027-06-30T09:00")
    visits = tuple(
        CalendarVisit(at, at + timedelta(minutes=45), "Ana", "Gym", label)
        for at, label in ((starts, "Visit 3"), (starts + timedelta(days=1), "Make-up"))
    )
    calendar = FamilyCalendar(
        children=("Leo", "Noa"),
        title="summer visits",
        visits=visits,
        closed=((date(2027, 7, 2), "Staff day"),),
        bring=(ToBring("socks", "Socks"), ToBring("snack", "Snack, no peanut or milk")),
        pick_up=("Rosa Ortiz",),
        clinic=ClinicOnPaper("Juniper Lane", "555-0100"),
        printed_on=date(2027, 6, 7),
        language="es",
    )
    text = text_of(print_family_calendars((calendar,), PAPER))
    for words in (
        "Citas de verano de Leo y Noa",
        "Junio y julio de 2027",
        "Lunes Martes Miércoles Jueves Viernes",
        "Cita 3 9:00 a. m.",
        "Reposición",
        "Clínica cerrada",
        "Calcetines",
        "Merienda sin cacahuate (maní) ni leche",
        "Puede recoger: Rosa Ortiz.",
    ):
        assert words in text
    assert "Staff day" not in text
