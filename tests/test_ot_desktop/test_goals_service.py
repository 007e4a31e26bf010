"""Goals: wordings that freeze, scores and help, and what belongs to which version."""

from dataclasses import replace
from datetime import timedelta

import pytest
from peewee import IntegrityError

from db.connection import close_database, database
from db.models.programs import BlockGoal, ProgramChild
from db.models.scheduling import Program
from ot_desktop.caseload.goals import Coast, GoalDraft, Setting
from ot_desktop.clock import now_utc, today
from ot_desktop.errors import ClinicError, NotAllowed, ValidationError
from ot_desktop.goals.domain import Pace, even_pace, goals_hint, pace_of
from ot_desktop.goals.scales import STEPS, Assist, Prompt, assist_for_share
from ot_desktop.goals.scoring import Scoring
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.builders import a_child, a_user, an_empty_clinic
from tests.note_builders import a_goal, a_signed_note, a_visit, signed_in

LEVELS = ("No button", "One button", "Two buttons", "Three buttons", "Four buttons")
DRAFT = GoalDraft(
    "self-care", "Fastens 4 shirt buttons", 4, 2, 0, level_texts=LEVELS, baseline_level=-2,
    importance=3, difficulty=2,
)  # fmt: skip


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


def story(services, goal_id):
    child_id = database.execute_sql("SELECT child_id FROM goal WHERE id = ?", (goal_id,))
    return services.goals.page(child_id.fetchone()[0]).story(goal_id)


def refused(run):
    with pytest.raises(ValidationError) as error:
        run()
    return set(error.value.fields)


def test_a_goal_is_kept_with_all_its_parts(services, child):
    draft = replace(
        DRAFT,
        coast=Coast("Maya", "fasten 4 buttons", "alone", "on her shirt", "by July 17"),
        routine="Getting dressed",
        setting=Setting.HOME,
        target_on=today() + timedelta(days=40),
        cue_words=("Pinch, push, pull.",),
    )
    kept = story(services, services.goals.add(child, draft)).goal
    for name in ("statement", "coast", "routine", "setting", "target_on", "cue_words",
                 "level_texts", "baseline_level", "importance", "difficulty"):  # fmt: skip
        assert getattr(kept, name) == getattr(draft, name), name
    assert kept.weight == 6


def test_the_parts_make_the_sentence():
    coast = Coast("Maya", "fasten 4 buttons", "with one reminder", "on her shirt", "by July 17")
    assert coast.sentence() == (
        "Maya will fasten 4 buttons, with one reminder, on her shirt, by July 17"
    )


def test_without_an_occupation_there_is_no_sentence():
    assert Coast("Maya", assistance="alone").sentence() == ""


@pytest.mark.parametrize("missing", range(5))
def test_levels_are_written_all_or_none(missing):
    texts = tuple("" if n == missing else text for n, text in enumerate(LEVELS))
    assert refused(replace(DRAFT, level_texts=texts).check) == {"level_texts"}


def test_with_levels_somebody_says_where_the_child_starts():
    assert refused(replace(DRAFT, baseline_level=None).check) == {"baseline_level"}
    assert refused(replace(DRAFT, baseline_level=0).check) == {"baseline_level"}


def test_a_level_is_scored_only_where_the_five_are_written(services, child):
    goal_id = services.goals.add(child, replace(DRAFT, level_texts=(), baseline_level=None))
    assert refused(lambda: services.goals.score(goal_id, Scoring(level=1))) == {"level"}


def test_the_file_itself_takes_no_level_without_texts(services, child):
    goal_id = services.goals.add(child, replace(DRAFT, level_texts=(), baseline_level=None))
    with pytest.raises(IntegrityError, match="no level texts"):
        database.execute_sql(
            "INSERT INTO goal_score (goal_id, scored_on, level, scored_at, scored_by) "
            "VALUES (?, '2027-06-07', 1, '2027-06-07T14:00:00Z', ?)",
            (goal_id, services.user.id),
        )


def test_a_score_keeps_trials_level_help_prompts_and_place(services, goal):
    told = Scoring(4, 5, 1, Assist.MINIMAL, (Prompt.VISUAL, Prompt.MODEL), Setting.SCHOOL)
    services.goals.score(goal, told)
    [kept] = story(services, goal).scores
    assert kept.told == told
    assert (kept.on, kept.by, kept.session_id) == (today(), services.user.name, None)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (Scoring(), "score"),
        (Scoring(assist=Assist.MINIMAL), "score"),
        (Scoring(5, 4), "score"),
        (Scoring(3), "attempts"),
        (Scoring(0, 0), "attempts"),
        (Scoring(level=3), "level"),
        (Scoring(2, 4, prompts=(Prompt.NONE, Prompt.MODEL)), "prompts"),
    ],
)
def test_a_score_that_cannot_be_is_refused_at_its_field(services, goal, told, field):
    assert refused(lambda: services.goals.score(goal, told)) == {field}


def test_no_score_is_given_for_a_day_to_come(services, goal):
    day = today() + timedelta(days=1)
    assert refused(lambda: services.goals.score(goal, Scoring(2, 4), day)) == {"scored_on"}


def test_trials_stay_as_counted_and_compare_as_a_share(services, goal):
    services.goals.score(goal, Scoring(4, 8))
    [kept] = story(services, goal).scores
    assert (kept.told.successes, kept.told.attempts, kept.share) == (4, 8, 0.5)
    [shown] = services.caseload.banner(a_childs_id(goal)).goals
    assert shown.now == 2


def a_childs_id(goal_id):
    return database.execute_sql("SELECT child_id FROM goal WHERE id = ?", (goal_id,)).fetchone()[0]


def test_before_the_first_score_a_goal_changes_in_place(services, goal):
    assert services.goals.change(goal, replace(DRAFT, statement="Fastens 3 buttons")) == goal
    assert len(story(services, goal).wordings) == 1


def test_after_the_first_score_a_change_asks_why(services, goal):
    services.goals.score(goal, Scoring(1, 4))
    changed = replace(DRAFT, statement="Fastens 3 buttons")
    assert refused(lambda: services.goals.change(goal, changed)) == {"reason"}


@pytest.mark.parametrize(
    "change",
    [
        {"statement": "Fastens 3 buttons"},
        {"level_texts": ("0", "1", "2", "3", "4")},
        {"baseline_level": -1},
        {"importance": 1},
        {"target": 3},
        {"out_of": 5},
        {"baseline": 1},
    ],
    ids=lambda change: next(iter(change)),
)
def test_what_a_score_means_is_frozen_and_a_change_is_a_new_version(services, goal, change):
    services.goals.score(goal, Scoring(1, 4, -1))
    new = services.goals.change(goal, replace(DRAFT, **change), "The family wants it so")
    told = story(services, new)
    assert new != goal
    assert [wording.goal.version for wording in told.wordings] == [1, 2]
    assert told.wordings[0].goal.statement == DRAFT.statement
    assert told.wordings[1].reason == "The family wants it so"


def test_scores_belong_to_the_version_they_were_given_for(services, goal):
    services.goals.score(goal, Scoring(1, 4, -1))
    new = services.goals.change(goal, replace(DRAFT, statement="Fastens 3 buttons"), "Smaller")
    services.goals.score(new, Scoring(2, 4, 0))
    told = story(services, new)
    assert [score.version for score in told.scores] == [1, 2]
    assert [score.told.level for score in told.own_scores] == [0]


def test_a_new_version_begins_without_a_level(services, goal, child):
    services.goals.score(goal, Scoring(level=1))
    services.goals.change(goal, replace(DRAFT, statement="Fastens 3 buttons"), "Smaller")
    told = services.goals.page(child).attainment
    assert (told.scored, told.goals, told.now) == (0, 1, None)


def test_what_does_not_change_a_scores_meaning_changes_in_place(services, goal):
    services.goals.score(goal, Scoring(1, 4))
    later = replace(DRAFT, target_on=today() + timedelta(days=90), routine="Mornings")
    assert services.goals.change(goal, later) == goal
    assert story(services, goal).goal.routine == "Mornings"


def test_the_file_itself_keeps_a_scored_wording(services, goal):
    services.goals.score(goal, Scoring(1, 4))
    with pytest.raises(IntegrityError, match="goal is scored"):
        database.execute_sql("UPDATE goal SET level_texts = '[]' WHERE id = ?", (goal,))


def test_a_score_taken_back_thaws_the_wording(services, goal):
    score = services.goals.score(goal, Scoring(1, 4))
    services.goals.withdraw_score(score)
    assert story(services, goal).scores == ()
    assert services.goals.change(goal, replace(DRAFT, statement="Fastens 3 buttons")) == goal


def test_a_score_of_a_signed_note_is_not_taken_back():
    an_empty_clinic()
    services = signed_in()
    child = a_child(services)
    a_goal(services, child)
    a_signed_note(services, a_visit(services, child))
    [told] = services.goals.page(child).goals
    with pytest.raises(ClinicError, match="addendum"):
        services.goals.withdraw_score(told.scores[0].id)
    close_database()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE goal_score SET score = 3",
        "UPDATE goal_score SET level = 2",
        "UPDATE goal_score SET scored_on = '2027-01-01'",
    ],
)
def test_the_file_itself_never_changes_a_score(services, goal, statement):
    services.goals.score(goal, Scoring(1, 4))
    with pytest.raises(IntegrityError, match="score is kept"):
        database.execute_sql(statement)


def test_a_reworded_goal_cannot_be_scored_in_its_old_words(services, goal):
    services.goals.score(goal, Scoring(1, 4))
    services.goals.change(goal, replace(DRAFT, statement="Fastens 3 buttons"), "Smaller")
    with pytest.raises(ClinicError, match="newer wording"):
        services.goals.score(goal, Scoring(2, 4))
    with pytest.raises(ClinicError, match="newer wording"):
        services.goals.take_up_again(goal)


def test_a_goal_reached_stays_among_the_goals_until_work_goes_on(services, child, goal):
    services.goals.reach(goal)
    [met] = services.caseload.banner(child).goals
    assert met.met_on == today()
    services.goals.take_up_again(goal)
    assert services.goals.page(child).open_goals[0].goal.id == goal


def test_a_goal_given_up_keeps_reason_and_scores(services, child, goal):
    services.goals.score(goal, Scoring(1, 4))
    services.goals.give_up(goal, "The family moves away")
    page = services.goals.page(child)
    assert page.goals == ()
    [ended] = page.ended
    assert (ended.end_reason, len(ended.scores)) == ("The family moves away", 1)


def test_giving_a_goal_up_asks_why(services, goal):
    assert refused(lambda: services.goals.give_up(goal, " ")) == {"reason"}


def test_the_log_tells_what_happened_to_a_goal(services, child, goal):
    services.goals.score(goal, Scoring(1, 4))
    new = services.goals.change(goal, replace(DRAFT, statement="Fastens 3 buttons"), "Smaller")
    services.goals.reach(new)
    told = [each.what for each in services.goals.page(child).log()]
    assert sorted(told) == ["Goal written", "Reached", "Version 2 written"]


def test_where_it_works_is_told_by_setting(services, goal):
    services.goals.score(goal, Scoring(3, 4, setting=Setting.CLINIC))
    services.goals.score(goal, Scoring(1, 4, setting=Setting.HOME))
    told = story(services, goal)
    assert told.last_in(Setting.CLINIC).told.successes == 3
    assert told.last_in(Setting.HOME).told.successes == 1
    assert told.last_in(Setting.SCHOOL) is None


def test_a_clinic_keeps_its_own_order_of_prompts(services):
    services.goals.order_prompts([Prompt.MODEL, Prompt.NONE])
    kept = services.goals.prompts()
    assert kept[:2] == (Prompt.MODEL, Prompt.NONE)
    assert sorted(kept) == sorted(Prompt)


def test_until_somebody_orders_them_prompts_go_from_least_to_most(services):
    assert services.goals.prompts() == tuple(Prompt)


@pytest.mark.parametrize(
    ("percent", "assist"),
    [
        (0, Assist.DEPENDENT), (24, Assist.DEPENDENT), (25, Assist.MAXIMAL),
        (49, Assist.MAXIMAL), (50, Assist.MODERATE), (74, Assist.MODERATE),
        (75, Assist.MINIMAL), (99, Assist.MINIMAL), (100, None),
    ],
)  # fmt: skip
def test_the_childs_share_of_the_effort_names_the_step(percent, assist):
    assert assist_for_share(percent) is assist


def test_there_are_seven_steps_and_contact_guard():
    assert [step.key for step in STEPS.values()] == ["7", "6", "5", "c", "4", "3", "2", "1"]


def test_the_front_desk_neither_reads_nor_scores_goals(services, child, goal):
    desk = services_for(a_user(Role.FRONT_DESK, "Dana Wu"))
    with pytest.raises(NotAllowed):
        desk.goals.page(child)
    with pytest.raises(NotAllowed):
        desk.goals.score(goal, Scoring(1, 4))


def test_more_than_three_goals_get_a_hint():
    assert goals_hint(3) == ""
    assert "4 goals" in goals_hint(4)


@pytest.mark.parametrize(("now", "pace"), [(2, Pace.ON_TRACK), (1, Pace.SLOW)])
def test_a_goal_is_on_track_while_it_keeps_up_with_its_date(services, child, now, pace):
    """After 92 of 129 days an even pace to 4 has come to 2.9, of which 2 tries are whole."""
    goal_id = services.goals.add(
        child, replace(DRAFT, target=4, target_on=today() + timedelta(days=129))
    )
    services.goals.score(goal_id, Scoring(now, 4))
    [goal] = services.caseload.banner(child).goals
    assert pace_of(goal, today() + timedelta(days=92)) is pace


def test_an_even_pace_is_the_goals_own_line_in_whole_tries(services, child):
    ends = today() + timedelta(days=40)
    services.goals.add(child, replace(DRAFT, baseline=0, target=4, target_on=ends))
    [goal] = services.caseload.banner(child).goals
    days = (-1, 0, 9, 10, 39, 40, 90)
    expected = [even_pace(goal, today() + timedelta(days=day)) for day in days]
    assert expected == [0, 0, 0, 1, 3, 4, 4]


def test_without_a_date_or_a_score_nobody_can_say_how_it_is_going(services, child, goal):
    [unscored] = services.caseload.banner(child).goals
    assert pace_of(unscored, today()) is None
    services.goals.score(goal, Scoring(1, 4))
    [undated] = services.caseload.banner(child).goals
    assert pace_of(undated, today()) is None


def a_block(services, child_id, goal_id, ends_on):
    program = Program.insert(
        name="Summer", starts_on=ends_on - timedelta(days=30), ends_on=ends_on, sessions=12,
        length_minutes=60,
    ).execute()  # fmt: skip
    place = ProgramChild.insert(program=program, child=child_id, added_at=now_utc()).execute()
    BlockGoal.insert(program_child=place, goal=goal_id).execute()
    return place


@pytest.mark.parametrize(("ends_in", "follows"), [(10, True), (-10, False)])
def test_a_program_that_goes_on_works_on_the_new_wording(services, child, goal, ends_in, follows):
    place = a_block(services, child, goal, today() + timedelta(days=ends_in))
    services.goals.score(goal, Scoring(1, 4))
    new = services.goals.change(goal, replace(DRAFT, statement="Fastens 3 buttons"), "Smaller")
    kept = BlockGoal.get(BlockGoal.program_child == place).goal_id
    assert kept == (new if follows else goal)
