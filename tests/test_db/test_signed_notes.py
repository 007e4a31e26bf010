"""The file itself protects signed notes, whatever the program does."""

import pytest
from peewee import IntegrityError

from db.connection import database
from db.models.notes import GoalScore, Note
from db.queries import notes as queries
from ot_desktop.clock import now_utc
from tests.note_builders import (
    PASSWORD,
    a_goal,
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    mateo,
    notes_of,
)


@pytest.fixture
def signed():
    services = a_therapists_clinic()
    child = mateo(services)
    a_goal(services, child)
    note_id = a_signed_note(services, a_visit(services, child))
    notes_of(services).add_addendum(note_id, "Mother called.", notes_of(services).confirm(PASSWORD))
    return note_id


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE note SET content = '{}'",
        "UPDATE note SET signed_at = NULL, signed_by = NULL, content_hash = NULL",
        "UPDATE goal_score SET score = 4",
        "UPDATE addendum SET body = 'Something else'",
        "DELETE FROM note",
        "DELETE FROM goal_score",
        "DELETE FROM addendum",
    ],
)
def test_what_is_signed_cannot_be_changed_even_past_the_program(signed, statement):
    with pytest.raises(IntegrityError, match=r"is signed|never deleted"):
        database.execute_sql(statement)


def test_a_signed_note_takes_no_more_scores(signed):
    score = GoalScore.get()
    another = {"scored_on": score.scored_on, "score": 1, "out_of": 4, "help": "words"}
    with pytest.raises(IntegrityError, match="note is signed"):
        GoalScore.insert(goal=score.goal_id, note=signed, **another).execute()


def test_the_query_passes_over_a_signed_note(signed):
    seen = Note.get_by_id(signed).saved_at
    assert not queries.save_draft(signed, "{}", seen, now_utc())
    assert Note.get_by_id(signed).content != "{}"


def test_the_query_does_not_sign_text_that_changed_meanwhile(signed):
    assert not queries.sign(signed, "{}", {"signed_as": "Somebody else"})
