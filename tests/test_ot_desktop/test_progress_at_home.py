"""What signed notes tell of the help a parent needs; and the page a family takes home."""

from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest

from db.connection import close_database, database
from ot_desktop.audit import Action
from ot_desktop.caseload.goals import GoalDraft, Setting
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, NotAllowed
from ot_desktop.goals.charts import FamilyProgress, PracticeWindow
from ot_desktop.goals.copm import AssessmentDraft, Rater, Rating
from ot_desktop.goals.progress_pages import progress_pages
from ot_desktop.goals.scales import Assist, Prompt
from ot_desktop.goals.scoring import Scoring
from ot_desktop.notes.parent_part import ParentHelp, ShownHow, ShownToday, StrategyShown
from ot_desktop.paper.page import PageSize, Paper
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.builders import a_user
from tests.note_builders import (
    a_room,
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    an_issued_program,
    complete,
    mateo,
    yesterday_at,
)
from tests.paper_text import text_of

LEVELS = ("No button", "One button", "Two buttons", "Three buttons", "Four buttons")
DRAFT = GoalDraft(
    "self-care", "Fastens 4 shirt buttons", 4, 4, 0, level_texts=LEVELS, baseline_level=-2
)
JARGON = ("GAS", "T-score", "COPM", "baseline", "Mod ", "Min,", "CGA", "adherence", "−1")


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def child(services):
    return mateo(services)


def shown(services, child, days_ago, *helps):
    """Sign a note in which strategies were shown and the parent needed this help with each."""

    def write(content):
        strategies = tuple(
            StrategyShown(f"Strategy {n}", (ShownHow.TRIED if each else ShownHow.EXPLAINED,), each)
            for n, each in enumerate(helps)
        )
        told = complete(content)
        return replace(
            told, parent=replace(told.parent, shown=ShownToday(strategies, nothing=not helps))
        )

    visit = a_visit(services, child, yesterday_at(10) - timedelta(days=days_ago))
    return a_signed_note(services, visit, write)


def paper(services, child, home=None, size=PageSize.LETTER):
    return progress_pages(services.progress_papers.progress(child, home), Paper(size))


def test_the_most_help_of_a_day_is_what_counts(services, child):
    shown(services, child, 7, ParentHelp.WORDS, ParentHelp.HANDS_ON)
    shown(services, child, 0, ParentHelp.ALONE)
    told = services.progress_at_home.of(child)
    assert [told.scale[each.step] for each in told.support] == ["Hands on", "Alone"]
    assert told.support[0].what == "Strategy 1"


def test_a_strategy_nobody_tried_leaves_a_gap(services, child):
    shown(services, child, 0, None)
    [day] = services.progress_at_home.of(child).support
    assert day.step is None


def test_a_day_on_which_nothing_was_shown_is_left_out(services, child):
    shown(services, child, 0)
    assert services.progress_at_home.of(child).support == ()


def helped(content):
    told = complete(content)
    goals = tuple(
        replace(goal, assist=Assist.MODERATE, prompts=(Prompt.VISUAL,))
        for goal in told.session.goals
    )
    return replace(told, session=replace(told.session, goals=goals))


def test_a_signed_note_keeps_help_prompts_and_place_with_its_goal(services, child):
    services.goals.add(child, DRAFT)
    a_signed_note(services, a_visit(services, child, room=a_room()), helped)
    [story] = services.goals.page(child).goals
    told = story.scores[0].told
    assert (told.successes, told.attempts, told.assist) == (3, 4, Assist.MODERATE)
    assert (told.prompts, told.setting) == ((Prompt.VISUAL,), Setting.CLINIC)


def test_where_a_visit_without_a_room_was_nobody_knows(services, child):
    services.goals.add(child, DRAFT)
    a_signed_note(services, a_visit(services, child), helped)
    [story] = services.goals.page(child).goals
    assert story.scores[0].told.setting is None


def test_practice_is_told_by_window_and_only_while_there_was_a_program(services, child):
    first = yesterday_at(10) - timedelta(days=14)
    an_issued_program(services, child, first.date())
    for back in (14, 7, 0):
        a_signed_note(services, a_visit(services, child, yesterday_at(10) - timedelta(days=back)))
    told = services.progress_at_home.of(child)
    assert [window.practiced for window in told.windows] == [None, None]
    assert told.told == "0 of 2 windows reported."


def test_the_page_tells_start_now_goal_and_steps_in_plain_words(services, child):
    goal = services.goals.add(child, replace(DRAFT, target_on=today() + timedelta(days=30)))
    services.goals.score(goal, Scoring(3, 4, -1, Assist.MINIMAL))
    told = text_of(paper(services, child))
    for part in ("Mateo’s progress", "Fastens 4 shirt buttons", "At the start: 0 of 4.",
                 "Now: 3 of 4, with a little help.", "Our goal: 4 of 4", "Less than we hope for",
                 "One button", "Goal 4"):  # fmt: skip
        assert part in told
    assert [word for word in JARGON if word in told] == []


def test_the_page_names_the_child_by_first_name_and_initial(services, child):
    services.goals.add(child, DRAFT)
    told = text_of(paper(services, child))
    assert "Mateo A." in told
    assert "Alvarez" not in told


def test_the_familys_own_problems_and_practice_are_on_the_page(services, child):
    services.goals.add(child, DRAFT)
    shirt = services.copm.name(child, "He cannot get into his shirt")
    for back, numbers in ((30, (3, 2)), (0, (6, 7))):
        draft = AssessmentDraft(
            today() - timedelta(days=back), Rater.PARENT, "Lucía", ((shirt, Rating(*numbers)),)
        )
        services.copm.rate(child, draft)
    windows = (PracticeWindow(today(), today(), 7, 5), PracticeWindow(today(), today(), 7, None))
    told = text_of(paper(services, child, FamilyProgress(windows)))
    assert "“He cannot get into his shirt”: how it goes, from 3 to 6 of 10." in told
    assert "5 of 7 days" in told
    assert "not asked" in told


def test_the_page_is_drawn_as_lines_and_letters_alone(services, child):
    goal = services.goals.add(child, DRAFT)
    services.goals.score(goal, Scoring(3, 4))
    pdf = paper(services, child, size=PageSize.A4)
    assert b"/Subtype /Image" not in pdf
    assert pdf == paper(services, child, size=PageSize.A4)


def test_five_goals_break_between_pages_and_never_inside_one(services, child):
    for number in range(5):
        services.goals.add(child, replace(DRAFT, statement=f"Goal number {number}"))
    document = pypdfium2.PdfDocument(paper(services, child))
    assert len(document) > 1
    for page in document:
        told = " ".join(page.get_textpage().get_text_range().split())
        assert told.count("Goal number") == told.count("Much less than we hope for")


def test_without_a_goal_there_is_nothing_to_print(services, child):
    with pytest.raises(ClinicError, match="no goal"):
        services.progress_papers.progress(child)


def test_the_log_keeps_who_made_the_page(services, child):
    services.goals.add(child, DRAFT)
    services.progress_papers.progress(child)
    last = database.execute_sql("SELECT action, child_id FROM audit ORDER BY id DESC LIMIT 1")
    assert last.fetchone() == (Action.MADE_PROGRESS_PAGE.value, child)


def test_the_front_desk_prints_no_progress(services, child):
    services.goals.add(child, DRAFT)
    desk = services_for(a_user(Role.FRONT_DESK, "Dana Wu"))
    with pytest.raises(NotAllowed):
        desk.progress_papers.progress(child)
    with pytest.raises(NotAllowed):
        desk.progress_at_home.of(child)
