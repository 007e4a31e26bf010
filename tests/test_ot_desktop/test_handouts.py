"""Papers about the program a family has now: which activities, who may, and what is recorded."""

from dataclasses import replace

import pytest

from db.models.access import Audit
from ot_desktop.audit import Action
from ot_desktop.caseload.domain import Alert, AlertKind, Asked
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, NotAllowed, ValidationError
from ot_desktop.home_programs import library
from ot_desktop.home_programs.draft import PaperChoice
from ot_desktop.home_programs.handouts import HandoutKind
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.builders import a_user
from tests.note_builders import a_goal, a_signed_note, a_therapists_clinic, a_visit, complete, mateo
from tests.paper_text import text_of

BEAR_WALK = library.activity("bear-walk")
LONG = replace(library.activity("sponge-squeeze"), minutes=9, is_embedded=False)
CHOICE = PaperChoice()
SPANISH = PaperChoice(language="es")


@pytest.fixture
def services():
    return a_therapists_clinic()


@pytest.fixture
def child_id(services):
    return mateo(services)


def give(services, child_id, *activities):
    """Give a program of these activities to the family."""
    page = services.home_programs.start(child_id)
    draft = page.draft
    for activity in activities:
        draft = page.added(draft, activity)
    services.home_programs.issue(draft, reason="as agreed")


def made(services, child_id, kind, choice=CHOICE):
    return text_of(services.handouts.make(kind, child_id, choice).pdf)


def test_a_paper_is_made_of_the_program_the_family_has(services, child_id):
    give(services, child_id, BEAR_WALK)
    handout = services.handouts.make(HandoutKind.HOME_PROGRAM, child_id, CHOICE)
    assert BEAR_WALK.words["en"].title in text_of(handout.pdf)
    assert not handout.is_suggested
    assert handout.name.startswith("Mateo-A_home-program_")


def test_the_program_a_family_has_replaces_nothing_when_it_is_printed_again(services, child_id):
    give(services, child_id, BEAR_WALK)
    give(services, child_id, LONG)
    assert "Replaces" not in made(services, child_id, HandoutKind.HOME_PROGRAM)


def test_without_a_program_suggestions_are_printed_and_said_to_be_some(services, child_id):
    a_goal(services, child_id)
    assert services.handouts.make(HandoutKind.HOME_PROGRAM, child_id, CHOICE).is_suggested


def test_suggestions_are_in_the_familys_language(services, child_id):
    a_goal(services, child_id)
    assert "minutos" in made(services, child_id, HandoutKind.HOME_PROGRAM, SPANISH)


def test_without_a_program_or_anything_to_suggest_it_says_what_to_do(services, child_id):
    with pytest.raises(ClinicError, match="Make one first"):
        services.handouts.make(HandoutKind.HOME_PROGRAM, child_id, CHOICE)


def test_a_missed_visit_gets_an_activity_of_five_minutes_at_most(services, child_id):
    give(services, child_id, LONG, BEAR_WALK)
    text = made(services, child_id, HandoutKind.MISSED)
    assert BEAR_WALK.words["en"].title in text
    assert LONG.words["en"].title not in text


def test_the_missed_visit_is_named_by_its_day(services, child_id):
    give(services, child_id, BEAR_WALK)
    starts = a_visit_day(services, child_id, status="no_show")
    day = starts.strftime("%B ") + str(starts.day)
    assert f"We missed you on {day}." in made(services, child_id, HandoutKind.MISSED)


def a_visit_day(services, child_id, **more):
    session_id = a_visit(services, child_id, **more)
    return services.scheduling.session(session_id).starts


def test_the_chart_begins_today_however_old_the_program(services, child_id):
    give(services, child_id, BEAR_WALK)
    assert f"{today():%a} {today().day}" in made(services, child_id, HandoutKind.CHART)


def test_what_clashes_with_a_new_allergy_is_not_printed(services, child_id):
    give(services, child_id, library.activity("peanut-butter-tongue-walk"))
    allergy = (Alert(AlertKind.ALLERGY, "Peanut"),)
    services.caseload.review_alerts(child_id, AlertKind.ALLERGY, Asked.LISTED, allergy)
    with pytest.raises(ValidationError, match="clashes"):
        services.handouts.make(HandoutKind.HOME_PROGRAM, child_id, CHOICE)


def test_the_activity_log_keeps_who_printed_what(services, child_id):
    give(services, child_id, BEAR_WALK)
    services.handouts.make(HandoutKind.CHART, child_id, SPANISH)
    rows = [row for row in Audit.select() if row.action == Action.PRINTED_HANDOUT.value]
    assert [(row.child_id, row.subject) for row in rows] == [(child_id, "chart, es, pages: 1")]


def test_who_may_only_read_prints_nothing(child_id):
    reader = services_for(a_user(Role.READ_ONLY, "Rita Reader"))
    with pytest.raises(NotAllowed):
        reader.handouts.make(HandoutKind.HOME_PROGRAM, child_id, CHOICE)


def test_a_visit_is_summed_up_in_the_notes_words(services, child_id):
    def with_win(content):
        parent = replace(complete(content).parent, win_of_the_day="Four buttons, all alone.")
        return replace(complete(content), parent=parent)

    a_signed_note(services, a_visit(services, child_id), with_win)
    english = text_of(services.family_summaries.make(child_id, CHOICE).pdf)
    assert "Win of the day “Four buttons, all alone.”" in english
    spanish = text_of(services.family_summaries.make(child_id, SPANISH).pdf)
    assert "El logro del día" in spanish
    assert "buttons" not in spanish


def test_without_a_note_there_is_nothing_to_sum_up(services, child_id):
    with pytest.raises(ClinicError, match="Write the note first"):
        services.family_summaries.make(child_id, CHOICE)


def test_front_desk_sums_no_visit_up(services, child_id):
    front = services_for(a_user(Role.FRONT_DESK, "Dana Front"))
    with pytest.raises(NotAllowed):
        front.family_summaries.make(child_id, CHOICE)
