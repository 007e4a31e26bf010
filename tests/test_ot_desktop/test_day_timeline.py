"""What a child's timeline tells, to whom, and in what order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.connection import close_database, database
from ot_desktop.clock import now_local, today
from ot_desktop.day.timeline import (
    MOST_ENTRIES,
    GoalMetEntry,
    MessageEntry,
    VisitEntry,
)
from ot_desktop.messages.domain import Direction, MessageDraft, Way
from ot_desktop.notes.domain import NoteContent
from ot_desktop.notes.parent_part import AtHome, HomeReport
from ot_desktop.notes.session_part import DoneActivity, WhatWeDid
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.builders import a_user
from tests.note_builders import (
    a_goal,
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    complete,
    mateo,
    yesterday_at,
)

QUESTION = "Are socks with seams OK for the bear walk?"
WORDS = "He asked to do buttons after bath."
DONE = WhatWeDid((DoneActivity("Coin bank"), DoneActivity("Bear walk")), "2 of 4 buttons.")


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def child(services):
    return mateo(services)


def timeline_of(services, child_id):
    return services.timelines.of_child(
        services.caseload.banner(child_id),
        services.scheduling.sessions_of(child_id),
        services.home_programs.of_child(child_id),
    )


def told(content: NoteContent) -> NoteContent:
    whole = complete(content)
    at_home = AtHome((HomeReport("Lucía Alvarez", words=WORDS),))
    return replace(
        whole,
        session=replace(whole.session, did=DONE),
        parent=replace(whole.parent, at_home=at_home),
    )


def asked(services, child_id, words=QUESTION, **more):
    draft = MessageDraft(child_id, words, Way.TEXT, Direction.FROM_FAMILY, is_question=True, **more)
    return services.messages.log(draft)


def test_a_signed_note_tells_what_was_done_said_and_shown(services, child):
    a_signed_note(services, a_visit(services, child), told)
    [visit] = timeline_of(services, child).entries
    assert visit.told.did == "Coin bank, Bear walk. 2 of 4 buttons."
    assert (visit.told.said.words, visit.told.said.said_by) == (WORDS, "Lucía Alvarez")
    assert visit.told.taught_back.did == "Held the shirt flat"


def test_a_note_that_is_not_signed_tells_nothing_yet(services, child):
    visit = a_visit(services, child)
    page = services.notes.open_note(visit)
    services.notes.save_draft(visit, told(page.content))
    [entry] = timeline_of(services, child).entries
    assert entry.told is None


def test_the_plan_of_the_last_signed_note_is_for_the_visit_of_today(services, child):
    a_signed_note(services, a_visit(services, child))
    a_visit(services, child, now_local().replace(hour=0, minute=0, second=0, microsecond=0))
    timeline = timeline_of(services, child)
    assert timeline.plan == ("Button 4, shirt on a pillow first",)
    assert timeline.plan_from == today() - timedelta(days=1)
    assert timeline.is_for_today


def test_without_a_visit_today_the_plan_is_for_the_next_one(services, child):
    a_signed_note(services, a_visit(services, child))
    assert not timeline_of(services, child).is_for_today


def test_what_happened_stands_newest_first(services, child):
    a_visit(services, child, yesterday_at(9) - timedelta(days=7))
    a_visit(services, child, yesterday_at(9))
    asked(services, child)
    message, later, earlier = timeline_of(services, child).entries
    assert isinstance(message, MessageEntry)
    assert later.at > earlier.at


def test_a_goal_met_is_told_on_its_day(services, child):
    goal = a_goal(services, child)
    database.execute_sql("UPDATE goal SET met_on = '2026-05-20' WHERE id = ?", (goal,))
    [met] = timeline_of(services, child).entries
    assert isinstance(met, GoalMetEntry)
    assert met.at.date() == date(2026, 5, 20)


def test_visits_to_come_wait_until_their_day(services, child):
    a_visit(services, child, now_local() + timedelta(days=1))
    assert timeline_of(services, child).entries == ()


def test_the_parents_part_leaves_out_visits_that_tell_nothing_of_the_family(services, child):
    a_visit(services, child, yesterday_at(9))
    a_signed_note(services, a_visit(services, child, yesterday_at(11)), told)
    asked(services, child)
    message, visit = timeline_of(services, child).of_parent
    assert (message.words, visit.told.said.words) == (QUESTION, WORDS)


def test_the_notes_part_leaves_messages_out(services, child):
    a_visit(services, child)
    asked(services, child)
    assert [type(each) for each in timeline_of(services, child).of_notes] == [VisitEntry]


def test_only_the_latest_of_many_are_shown(services, child):
    for number in range(MOST_ENTRIES + 3):
        a_visit(services, child, yesterday_at(9) - timedelta(days=number))
        asked(services, child, f"Question {number}")
    timeline = timeline_of(services, child)
    assert len(timeline.latest) == len(timeline.of_notes) == MOST_ENTRIES
    assert timeline.of_parent[0].words == f"Question {MOST_ENTRIES + 2}"


def test_the_front_desk_sees_visits_and_nothing_of_notes_or_messages(services, child):
    a_signed_note(services, a_visit(services, child), told)
    asked(services, child)
    desk = services_for(a_user(Role.FRONT_DESK, "Dana Whitfield"))
    timeline = timeline_of(desk, child)
    [visit] = timeline.entries
    assert (visit.session.note_signed, visit.told, timeline.plan) == (True, None, ())


def test_who_only_reads_sees_notes_and_no_messages(services, child):
    a_signed_note(services, a_visit(services, child), told)
    asked(services, child)
    reader = services_for(a_user(Role.READ_ONLY, "Ben Ito"))
    [visit] = timeline_of(reader, child).entries
    assert visit.told.did.startswith("Coin bank")


def test_a_long_message_is_cut_between_two_words(services, child):
    asked(services, child, "bears " * 60)
    [message] = timeline_of(services, child).entries
    assert message.words.endswith("bears …")
