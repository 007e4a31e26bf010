"""Goals and progress of a child on screen: charts, tables, versions, what the family rates."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from db.connection import close_database
from ot_desktop.caseload.goals import GoalDraft
from ot_desktop.clock import today
from ot_desktop.goals.charts import FamilyProgress, PracticeWindow, SupportOn
from ot_desktop.goals.copm import NOTABLE_LABEL, AssessmentDraft, Rater, Rating
from ot_desktop.goals.scales import Assist, Prompt
from ot_desktop.goals.scoring import Scoring
from tests.builders import a_child, an_empty_clinic
from ui.goals.copm_dialogs import ProblemDialog, RatingDialog
from ui.goals.deeds import GoalDeeds
from ui.goals.goal_dialog import GiveUpDialog, GoalDialog
from ui.goals.page import GoalsTab
from ui.goals.prompt_order_dialog import PromptOrderDialog
from ui.goals.score_dialog import ScoreDialog
from ui.shared.chart_view import ChartView
from ui.theme import theme

LEVELS = ("None", "One", "Two", "Three", "Four")
DRAFT = GoalDraft(
    "self-care", "Fastens 4 shirt buttons", 4, 4, 0, level_texts=LEVELS, baseline_level=-2
)
NOTHING = FamilyProgress()


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def child(services):
    return a_child(services)


@pytest.fixture
def goal(services, child):
    return services.goals.add(child, DRAFT)


def test_where_there_is_no_room_for_two_columns_the_goal_stands_below_the_list(
    services, child, goal, show, qtbot
):
    tab = show(child)
    theme().set_text_size(150)
    tab.show_child(child)
    tab.resize(1000, 700)
    QApplication.processEvents()
    assert tab._left_holder.isAncestorOf(tab.detail)
    qtbot.waitUntil(lambda: tab._left_holder.width() >= tab._left_holder.minimumSizeHint().width())
    theme().set_text_size(100)
    tab.show_child(child)
    tab.resize(1310, 700)
    QApplication.processEvents()
    assert not tab._left_holder.isAncestorOf(tab.detail)
    assert tab.detail.isVisible()


@pytest.fixture
def show(services, qtbot):
    def show(child_id, home=NOTHING, *, may_write=True):
        over = QWidget()
        deeds = GoalDeeds(services.goals, services.copm, over)
        tab = GoalsTab(services.goals, deeds, lambda _child: home, may_write=may_write)
        tab.setParent(over)
        tab.deeds = deeds
        qtbot.addWidget(over)
        over.resize(1100, 700)
        tab.resize(1100, 700)
        over.show()
        tab.show_child(child_id)
        tab.show()
        qtbot.waitUntil(lambda: tab.copm is not None)
        return tab

    return show


@pytest.fixture
def opened(qtbot):
    def opened(dialog):
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return opened


def words(widget):
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)]


def said(widget, part):
    return any(part in each for each in words(widget))


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_child_without_goals_is_told_what_a_goal_is(show, child):
    assert said(show(child), "A goal says what the child will do")


def test_a_goal_tells_area_measure_start_now_help_and_date(show, services, child):
    until = today() + timedelta(days=60)
    goal = services.goals.add(child, replace(DRAFT, target_on=until))
    services.goals.score(goal, Scoring(2, 4, -1, Assist.MODERATE))
    [line] = show(child).lines
    told = line.accessibleDescription()
    for part in ("Self-care", "0 to 4", "start 0", "now 2 of 4", "level −1", "moderate (Mod)"):
        assert part in told


def test_a_goal_nobody_scored_has_no_number(show, child, goal):
    [line] = show(child).lines
    assert "not scored yet" in line.accessibleDescription()


def test_attainment_counts_the_goals_that_are_scored(show, services, child, goal):
    services.goals.add(child, replace(DRAFT, statement="Ties a shoe"))
    services.goals.score(goal, Scoring(level=0))
    tab = show(child)
    assert tab.attainment.scored_label.text().startswith("1 of 2 goals scored.")
    assert said(tab.attainment, "GAS T-score 50.0")
    assert said(tab.attainment, "30.0 at the start, change +20.0")


def test_attainment_without_a_score_is_a_dash(show, child, goal):
    assert said(show(child).attainment, "GAS T-score —")


def test_v_turns_charts_into_tables_and_back(show, services, child, goal, qtbot):
    services.goals.score(goal, Scoring(2, 4, assist=Assist.MINIMAL))
    tab = show(child)
    qtbot.keyClick(tab, Qt.Key.Key_V)
    assert tab.detail.chart.shows_table
    assert said(tab.detail, "Minimal (Min)")
    qtbot.keyClick(tab, Qt.Key.Key_V)
    assert not tab.detail.chart.shows_table


def test_another_goal_is_shown_large_when_it_is_chosen(show, services, child, goal, qtbot):
    other = services.goals.add(child, replace(DRAFT, statement="Ties a shoe"))
    tab = show(child)
    tab.lines[1].setFocus()
    qtbot.keyClick(tab.lines[1], Qt.Key.Key_Space)
    assert tab.chosen == other
    assert tab.detail.title.text() == "Ties a shoe"


def test_the_levels_say_where_the_child_started_and_is(show, services, child, goal):
    services.goals.score(goal, Scoring(level=1))
    assert {"Start", "Now"} <= set(words(show(child).detail))


def test_an_earlier_wording_stays_readable(show, services, child, goal):
    services.goals.score(goal, Scoring(1, 4))
    services.goals.change(goal, replace(DRAFT, statement="Fastens 3 buttons"), "Smaller steps")
    tab = show(child)
    assert said(tab.detail, "Fastens 4 shirt buttons. Smaller steps")


def test_practice_and_the_parents_help_are_drawn_when_notes_know_them(show, child, goal, qtbot):
    day = date(2027, 6, 1)
    home = FamilyProgress(
        (PracticeWindow(day, day, 7, None), PracticeWindow(day, day, 7, 5)),
        ("Alone", "Words"),
        (SupportOn(day, 1, "Coin bank"),),
        "1 of 2 windows reported",
    )
    tab = show(child, home)
    qtbot.waitUntil(lambda: said(tab, "1 of 2 windows reported"))
    drawn = {each.chart.name for each in tab.findChildren(ChartView)}
    assert {"Practice at home, as the family reports it", "Help the parent needs"} <= drawn


def test_more_than_three_goals_get_a_hint(show, services, child):
    for number in range(4):
        services.goals.add(child, replace(DRAFT, statement=f"Goal {number}"))
    assert said(show(child), "4 goals are a lot")


def test_whoever_may_only_read_gets_no_buttons(show, child, goal):
    tab = show(child, may_write=False)
    assert tab.detail.buttons == {}


def test_a_problem_stands_with_its_own_change_and_the_commonly_used_label(show, services, child):
    shirt = services.copm.name(child, "He cannot get into his shirt")
    for numbers, back in (((3, 2), 30), ((6, 3), 0)):
        day = today() - timedelta(days=back)
        draft = AssessmentDraft(day, Rater.PARENT, "Lucía", ((shirt, Rating(*numbers)),))
        services.copm.rate(child, draft)
    tab = show(child)
    assert said(tab.copm, "Performance 3 to 6, change +3. Satisfaction 2 to 3, change +1.")
    assert said(tab.copm, "Mean change: performance +3.0, satisfaction +1.0.")
    assert NOTABLE_LABEL in words(tab.copm)


def test_a_goal_is_added_with_levels_and_cue_words(opened, services, child, qtbot):
    dialog = opened(GoalDialog(services.goals, (child, "Maya"), today()))
    dialog.statement_edit.setText("Fastens 4 shirt buttons")
    dialog.cues_edit.setText("Pinch, push, pull. / Slow hands.")
    for edit, text in zip(dialog.level_edits, LEVELS, strict=True):
        edit.setText(text)
    press(qtbot, dialog.save_button)
    [goal] = services.caseload.child(child).goals
    assert goal.cue_words == ("Pinch, push, pull.", "Slow hands.")
    assert (goal.level_texts, goal.baseline_level) == (LEVELS, -2)


def test_the_sentence_is_built_of_its_parts(opened, services, child, qtbot):
    dialog = opened(GoalDialog(services.goals, (child, "Maya"), today()))
    for part, text in (
        ("occupation", "fasten 4 buttons"), ("assistance", "alone"), ("conditions", "at home"),
    ):  # fmt: skip
        qtbot.keyClicks(dialog.builder.edit(part), text)
    assert dialog.statement_edit.text() == "Maya will fasten 4 buttons, alone, at home"
    press(qtbot, dialog.save_button)
    [goal] = services.caseload.child(child).goals
    assert goal.coast.occupation == "fasten 4 buttons"


def test_four_levels_of_five_are_pointed_out_at_the_field(opened, services, child, qtbot):
    dialog = opened(GoalDialog(services.goals, (child, "Maya"), today()))
    dialog.statement_edit.setText("Fastens 4 shirt buttons")
    for edit in dialog.level_edits[:4]:
        edit.setText("Something")
    press(qtbot, dialog.save_button)
    assert "all five" in dialog.fields["level_texts"].problem


def test_changing_a_scored_goal_asks_why_and_makes_a_version(opened, services, child, goal, qtbot):
    services.goals.score(goal, Scoring(1, 4))
    [story] = services.goals.page(child).goals
    dialog = opened(GoalDialog(services.goals, (child, "Maya"), today(), story))
    dialog.statement_edit.setText("Fastens 3 buttons")
    press(qtbot, dialog.save_button)
    assert "Say why" in dialog.reason_field.problem
    dialog.reason_edit.setText("Smaller steps")
    press(qtbot, dialog.save_button)
    [goal_now] = services.caseload.banner(child).goals
    assert (goal_now.statement, goal_now.version) == ("Fastens 3 buttons", 2)


def test_a_goal_opened_and_saved_untouched_stays_as_it_was(opened, services, child, qtbot):
    unknown = services.goals.add(
        child, GoalDraft("play", "Takes turns", 4, 4, target_on=today() + timedelta(days=30))
    )
    [story] = services.goals.page(child).goals
    dialog = opened(GoalDialog(services.goals, (child, "Maya"), today(), story))
    press(qtbot, dialog.save_button)
    [again] = services.goals.page(child).goals
    assert again.goal == story.goal
    assert (again.goal.id, again.goal.baseline) == (unknown, None)


def test_giving_up_needs_a_reason(opened, services, child, goal, qtbot):
    [story] = services.goals.page(child).goals
    dialog = opened(GiveUpDialog(services.goals, story.goal))
    press(qtbot, dialog.save_button)
    assert dialog.fields["reason"].problem
    dialog.reason_edit.setText("Not asked for any more")
    press(qtbot, dialog.save_button)
    assert services.goals.page(child).goals == ()


def test_a_score_typed_without_a_number_is_pointed_out(opened, services, child, goal, qtbot):
    dialog = opened(ScoreDialog(services.goals, services.goals.page(child).goals, today()))
    press(qtbot, dialog.save_button)
    assert "how it went" in dialog.fields["score"].problem


def test_a_level_shows_the_words_it_stands_for(opened, services, child, goal):
    dialog = opened(ScoreDialog(services.goals, services.goals.page(child).goals, today()))
    dialog.level_chips.chip("1").click()
    assert dialog.level_label.text() == "More than expected: Three"


def test_a_goal_without_levels_offers_none(opened, services, child):
    services.goals.add(child, replace(DRAFT, level_texts=(), baseline_level=None))
    dialog = opened(ScoreDialog(services.goals, services.goals.page(child).goals, today()))
    assert not dialog.level_field.isVisible()


def test_the_score_of_two_digits_waits_for_the_second(opened, services, child, qtbot):
    services.goals.add(child, replace(DRAFT, out_of=10, target=8))
    dialog = opened(ScoreDialog(services.goals, services.goals.page(child).goals, today()))
    qtbot.keyClick(dialog.focusWidget(), "1")
    edit = dialog.tries_edit.score_edit
    qtbot.keyClick(edit, "1")
    assert dialog.focusWidget() is edit
    qtbot.keyClick(edit, "0")
    assert dialog.focusWidget() is not edit


def test_prompts_are_offered_in_the_clinics_order(opened, services, child, goal, qtbot):
    dialog = opened(PromptOrderDialog(services.goals))
    dialog.put(Prompt.MODEL, -9)
    press(qtbot, dialog.save_button)
    assert services.goals.prompts()[0] is Prompt.MODEL


def test_a_problem_is_kept_in_the_familys_words(opened, services, child, qtbot):
    dialog = opened(ProblemDialog(services.copm, child))
    qtbot.keyClicks(dialog.words_edit, "Mornings take an hour")
    press(qtbot, dialog.save_button)
    assert [each.words for each in services.copm.of(child).problems] == ["Mornings take an hour"]


def test_half_a_rating_is_pointed_out_and_an_empty_one_is_left_out(opened, services, child, qtbot):
    shirt, gym = (services.copm.name(child, each) for each in ("Shirt", "Gym"))
    dialog = opened(RatingDialog(services.copm, services.goals.page(child), today()))
    dialog.said_edit.setText("Lucía")
    qtbot.keyClicks(dialog.rows[shirt].performance_edit, "3")
    press(qtbot, dialog.save_button)
    assert dialog.fields[f"rating_{shirt}"].problem == "Enter both numbers, or neither."
    qtbot.keyClicks(dialog.rows[shirt].satisfaction_edit, "2")
    press(qtbot, dialog.save_button)
    [talk] = services.copm.of(child).assessments
    assert talk.ratings == ((shirt, Rating(3, 2)),)
    assert talk.rating(gym) is None
