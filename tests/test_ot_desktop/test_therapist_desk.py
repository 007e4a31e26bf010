"""A therapist's own day: whose turn it is, the brief, what waits, and for how long."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from db.connection import close_database, database
from ot_desktop.clock import now_local, today
from ot_desktop.day.therapist_day import MyVisit, minutes_to_finish, next_up
from ot_desktop.messages.domain import CallOutcome, Direction, MessageDraft, Way
from ot_desktop.notes.note_page import UnfinishedNote
from ot_desktop.notes.parent_part import AtHome, HomeReport, ParentSaid
from ot_desktop.notes.session_part import Help
from ot_desktop.permissions import Role, SignedIn
from tests.builders import a_child
from tests.note_builders import (
    a_goal,
    a_signed_note,
    a_therapist,
    a_therapists_clinic,
    a_visit,
    an_issued_program,
    complete,
    mateo,
    yesterday_at,
)

SILENT = ParentSaid()


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def child(services):
    return mateo(services)


def at(hour, day=None):
    return datetime.combine(day or today(), time(hour))


def planned(*lines, said=SILENT, words=""):
    def change(content):
        whole = complete(content)
        report = HomeReport("Lucía Alvarez", words=words, practiced_on=())
        parent = replace(whole.parent, said=said, at_home=AtHome((report,)))
        return replace(whole, session=replace(whole.session, plan=lines), parent=parent)

    return change


def test_my_day_has_my_visits_and_nobody_elses(services, child):
    mine = a_visit(services, child, at(9))
    other = a_child(services)
    a_visit(services, other, at(10), therapist=a_therapist("Ben Cole"))
    assert [each.session.id for each in services.therapist_desk.visits(today())] == [mine]


def test_a_visit_shows_three_lines_of_the_plan_from_the_last_note(services, child):
    a_signed_note(services, a_visit(services, child), planned("One", " ", "Two", "Three", "Four"))
    a_visit(services, child, at(9))
    [mine] = services.therapist_desk.visits(today())
    assert mine.plan == ("One", "Two", "Three")
    assert mine.plan_from == yesterday_at(10).date()


def test_the_brief_has_goals_with_the_last_score_and_the_help_it_took(services, child):
    a_goal(services, child)
    a_signed_note(services, a_visit(services, child))
    a_visit(services, child, at(9))
    [mine] = services.therapist_desk.visits(today())
    [goal] = services.therapist_desk.brief(mine.session).goals
    assert (goal.goal.now, goal.help, goal.on) == (3, Help.WORDS, yesterday_at(10).date())


def test_the_brief_has_the_parents_last_words(services, child):
    said = ParentSaid(concern="The noise at lunch", success="Two buttons")
    note = planned("Go on", said=said, words="He asked for it")
    a_signed_note(services, a_visit(services, child), note)
    a_visit(services, child, at(9))
    [mine] = services.therapist_desk.visits(today())
    brief = services.therapist_desk.brief(mine.session)
    assert [(one.words, one.said_by, one.about) for one in brief.said] == [
        ("He asked for it", "Lucía Alvarez", ""),
        ("The noise at lunch", "", "worries"),
        ("Two buttons", "", "success"),
    ]


def test_the_brief_has_what_the_family_still_waits_to_hear(services, child):
    question = MessageDraft(
        child, "May we swim?", Way.TEXT, Direction.FROM_FAMILY, is_question=True
    )
    asked = services.messages.log(question)
    a_visit(services, child, at(9))
    [mine] = services.therapist_desk.visits(today())
    assert [one.said for one in services.therapist_desk.brief(mine.session).questions] == [
        "May we swim?"
    ]
    answer = MessageDraft(child, "Yes", Way.CALL, outcome=CallOutcome.REACHED, answers_id=asked)
    services.messages.log(answer)
    assert services.therapist_desk.brief(mine.session).questions == ()


def test_a_first_visit_has_a_brief_too(services, child):
    a_visit(services, child, at(9))
    [mine] = services.therapist_desk.visits(today())
    brief = services.therapist_desk.brief(mine.session)
    assert (brief.last_on, brief.plan, brief.said, brief.program) == (None, (), (), None)


def visits_at(services, child, *hours):
    for hour in hours:
        a_visit(services, child, at(hour))
    return services.therapist_desk.visits(today())


def test_whoever_comes_next_is_looked_at_first(services, child):
    visits = visits_at(services, child, 9, 11, 14)
    assert next_up(visits, at(8)) is visits[0]
    assert next_up(visits, at(9) + timedelta(minutes=30)) is visits[0]
    assert next_up(visits, at(10)) is visits[1]
    assert next_up(visits, at(18)) is visits[2]
    assert next_up((), at(8)) is None


def an_unfinished(missing):
    return UnfinishedNote(1, 1, "Mateo", yesterday_at(9), "Amara", is_mine=True, missing=missing)


@pytest.mark.parametrize(
    ("missing", "minutes"), [(None, 2), (10, 2), (4, 2), (3, 1), (0, 1)]
)  # 90, 90, 75, 60 and 15 seconds
def test_a_note_takes_ninety_seconds_less_for_what_is_there(missing, minutes):
    assert minutes_to_finish(an_unfinished(missing)) == minutes


def test_my_unfinished_notes_come_oldest_first(services, child):
    old = a_visit(services, child, yesterday_at(9) - timedelta(days=2))
    new = a_visit(services, child, yesterday_at(9))
    found = services.therapist_desk.unfinished()
    assert [each.session_id for each in found] == [old, new]


def programs_due(services):
    return [each.child_id for each in services.therapist_desk.programs_due()]


def test_a_child_who_comes_soon_without_a_program_is_due(services):
    child = mateo(services, therapist_id=services.user.therapist_id)
    assert programs_due(services) == []
    a_visit(services, child, now_local().replace(second=0, microsecond=0) + timedelta(days=2))
    [due] = services.therapist_desk.programs_due()
    assert (due.child_id, due.ends_on) == (child, None)


def test_a_program_that_goes_on_is_not_due(services):
    child = mateo(services, therapist_id=services.user.therapist_id)
    a_visit(services, child, now_local().replace(second=0, microsecond=0) + timedelta(days=2))
    an_issued_program(services, child, today() - timedelta(days=19))  # ends tomorrow
    assert programs_due(services) == [child]
    an_issued_program(services, child, today() - timedelta(days=1), titles=("Coin bank",))
    assert programs_due(services) == []


def test_messages_for_me_are_those_of_my_children(services):
    mine = mateo(services, therapist_id=services.user.therapist_id)
    other = a_child(services)
    for child in (mine, other):
        question = MessageDraft(
            child, "May we swim?", Way.TEXT, Direction.FROM_FAMILY, is_question=True
        )
        services.messages.log(question)
    assert [each.child_id for each in services.therapist_desk.messages()] == [mine]


def test_the_week_of_practice_comes_from_the_last_note(services, child):
    a_visit(services, child, at(9, today() - timedelta(days=8)), status="held")
    a_signed_note(services, a_visit(services, child), planned("Go on"))
    a_visit(services, child, at(9))
    [mine] = services.therapist_desk.visits(today())
    assert isinstance(mine, MyVisit)
    assert [done for _, done in mine.week] == [False] * 7


def test_the_second_visit_of_a_day_does_not_hide_what_the_first_was_told(services, child):
    a_signed_note(services, a_visit(services, child, yesterday_at(9)), planned("Go on"))

    def silent(content):
        whole = planned("Then this")(content)
        return replace(whole, parent=replace(whole.parent, at_home=AtHome(not_asked=True)))

    a_signed_note(services, a_visit(services, child, yesterday_at(14)), silent)
    a_visit(services, child, at(9))
    [mine] = services.therapist_desk.visits(today())
    assert mine.plan == ("Then this",)
    assert [done for _, done in mine.week] == [False] * 7


def test_the_log_keeps_once_that_somebody_read_a_brief(services, child):
    a_visit(services, child, at(9))
    [mine] = services.therapist_desk.visits(today())
    services.therapist_desk.brief(mine.session)
    services.therapist_desk.brief(mine.session, again=True)
    opened = database.execute_sql(
        "SELECT count(*) FROM audit WHERE action = 'opened a child''s page'"
    )
    assert opened.fetchone() == (1,)


@pytest.mark.parametrize(
    ("role", "therapist_id", "own"),
    [
        (Role.THERAPIST, 1, True),
        (Role.ASSISTANT, 1, True),
        (Role.THERAPIST, None, False),
        (Role.OWNER, 1, True),
        (Role.OWNER, None, False),
        (Role.FRONT_DESK, None, False),
    ],
)
def test_whoever_treats_has_a_day_of_their_own(role, therapist_id, own):
    assert SignedIn(1, "Somebody", role, therapist_id).has_own_day == own
