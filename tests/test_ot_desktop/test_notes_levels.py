"""Levels scored in a note: kept with the signing, in the words the goal has."""

from dataclasses import replace

import pytest

from db.connection import close_database
from ot_desktop.caseload.goals import GoalDraft
from ot_desktop.errors import ClinicError, ValidationError
from ot_desktop.goals.charts import attainment_chart, goal_chart
from ot_desktop.notes.completeness import Part, missing_parts
from ot_desktop.notes.merging import merged
from ot_desktop.notes.session_part import Help
from ot_desktop.notes.soap import note_as_text
from tests.note_builders import (
    PASSWORD,
    a_goal,
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    complete,
    mateo,
    notes_of,
    yesterday_at,
)

TEXTS = ("no button", "1 button", "2 buttons", "3 buttons", "4 buttons")


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def child(services):
    return mateo(services)


@pytest.fixture
def goal(services, child):
    return a_goal(services, child, level_texts=TEXTS, baseline_level=-2)


def leveled(level, text, **more):
    """Return what makes a complete note whose goals have this level."""

    def change(content):
        content = complete(content)
        goals = tuple(
            replace(told, level=level, level_text=text, **more) for told in content.session.goals
        )
        return replace(content, session=replace(content.session, goals=goals))

    return change


def sign(services, session, change):
    return a_signed_note(services, session, change)


def test_a_level_of_a_signed_note_moves_the_t_score(services, child, goal):
    sign(services, a_visit(services, child), leveled(1, "3 buttons"))
    attained = services.goals.page(child).attainment
    assert (attained.baseline, attained.now, attained.scored) == (30.0, 60.0, 1)


def test_a_level_of_a_draft_counts_for_nothing_yet(services, child, goal):
    session = a_visit(services, child)
    notes = notes_of(services)
    page = notes.open_note(session)
    notes.save_draft(session, leveled(1, "3 buttons")(page.content))
    assert services.goals.page(child).attainment.scored == 0


def test_the_goals_chart_and_its_table_tell_the_level_of_a_note(services, child, goal):
    sign(services, a_visit(services, child), leveled(0, "2 buttons"))
    page = services.goals.page(child)
    chart = goal_chart(page.goals[0])
    assert chart.marks[-1].words == "3 of 4 (0)"
    assert chart.rows[-1][2] == "0"
    assert attainment_chart(page).marks[-1].value == 50.0


def test_a_level_alone_is_a_score(services, child, goal):
    change = leveled(0, "2 buttons", score=None)
    session = a_visit(services, child)
    assert missing_parts(change(notes_of(services).open_note(session).content)) == ()
    sign(services, session, change)
    [score] = services.goals.page(child).goals[0].scores
    assert (score.told.level, score.told.successes, score.told.attempts) == (0, None, None)


def test_a_level_still_asks_for_the_help_it_took(services, child, goal):
    content = leveled(0, "2 buttons", score=None, help=None)(
        notes_of(services).open_note(a_visit(services, child)).content
    )
    [missing] = missing_parts(content)
    assert missing.part is Part.GOALS
    assert "the help given" in missing.sentence


def test_a_level_needs_all_five_texts(services, child):
    a_goal(services, child)
    with pytest.raises(ValidationError) as refusal:
        sign(services, a_visit(services, child), leveled(0, ""))
    assert "Choose the level again" in str(refusal.value)


def test_a_level_whose_words_changed_meanwhile_is_chosen_again(services, child, goal):
    session = a_visit(services, child)
    notes = notes_of(services)
    content = leveled(0, "2 buttons")(notes.open_note(session).content)
    saved = notes.save_draft(session, content)
    others = ("none", "one", "two", "three", "four")
    draft = GoalDraft("self-care", "Fastens 4 shirt buttons", 4, 4, level_texts=others,
                      baseline_level=-2)  # fmt: skip
    services.goals.change(goal, draft)
    with pytest.raises(ClinicError):
        notes.sign(saved.note_id, notes.confirm(PASSWORD))
    assert not notes.open_note(session).is_signed


def test_a_level_of_a_signed_note_freezes_the_five_texts(services, child, goal):
    sign(services, a_visit(services, child), leveled(0, "2 buttons"))
    draft = GoalDraft("self-care", "Fastens 4 shirt buttons", 4, 4,
                      level_texts=TEXTS[::-1], baseline_level=-2)  # fmt: skip
    with pytest.raises(ValidationError):
        services.goals.change(goal, draft)
    assert services.goals.page(child).goals[0].goal.level_texts == TEXTS


def test_the_printed_note_says_the_level_in_the_goals_own_words(services, child, goal):
    session = a_visit(services, child)
    sign(services, session, leveled(-1, "1 button", help=Help.HANDS))
    text = note_as_text(notes_of(services).open_note(session))
    assert "3 of 4 tries, with hands on; level −1, less than expected: 1 button" in text


def test_the_next_note_knows_the_level_scored_last(services, child, goal):
    sign(services, a_visit(services, child, yesterday_at(8)), leveled(-1, "1 button"))
    sign(services, a_visit(services, child, yesterday_at(9)), leveled(1, "3 buttons"))
    page = notes_of(services).open_note(a_visit(services, child, yesterday_at(11)))
    assert page.last_levels == {goal: 1}
    assert [told.level for told in page.content.session.goals] == [None]


def test_two_texts_with_other_levels_keep_mine_and_tell_the_difference(services, child, goal):
    content = notes_of(services).open_note(a_visit(services, child)).content
    both = merged(leveled(0, "2 buttons")(content), leveled(1, "3 buttons")(content))
    [told] = both.content.session.goals
    assert (told.level, told.level_text) == (0, "2 buttons")
    assert [(each.kept, each.other) for each in both.differences] == [("0", "1")]
