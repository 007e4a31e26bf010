"""What was said with families: calls with tries, open questions, promises and their day."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db.connection import close_database, database
from ot_desktop.clock import today
from ot_desktop.errors import NotAllowed, ValidationError
from ot_desktop.messages.domain import CallOutcome, Direction, MessageDraft, PromiseDraft, Way
from ot_desktop.messages.service import due_words
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.builders import a_user, an_empty_clinic
from tests.reference_clinic import reference_clinic


@pytest.fixture
def desk():
    services = an_empty_clinic()
    yield services, reference_clinic(services)
    close_database()


def a_call(clinic, said="Asked about Thursday.", **changes):
    return MessageDraft(clinic.maya, said, outcome=CallOutcome.REACHED, **changes)


def test_a_call_keeps_tries_minutes_and_outcome(desk):
    services, clinic = desk
    services.messages.log(a_call(clinic, tries=3, minutes=6))
    [message] = services.messages.of_child(clinic.maya)
    assert (message.tries, message.minutes, message.outcome) == (3, 6, CallOutcome.REACHED)
    assert (message.child_name, message.logged_by) == ("Maya Ortega", "Rosalind Achebe")


def test_what_cannot_be_is_named_by_field(desk):
    services, clinic = desk
    yesterday = today() - timedelta(days=1)
    draft = MessageDraft(
        clinic.maya, " ", tries=0, minutes=0, promise=PromiseDraft("", yesterday, 1)
    )
    with pytest.raises(ValidationError) as refused:
        services.messages.log(draft)
    fields = {"said", "tries", "minutes", "outcome", "promise", "due_on"}
    assert refused.value.fields.keys() == fields
    assert services.messages.of_child(clinic.maya) == ()


def test_a_question_is_open_until_it_is_answered(desk):
    services, clinic = desk
    question = services.messages.log(
        MessageDraft(
            clinic.maya,
            "May Carmen come instead of me?",
            Way.TEXT,
            Direction.FROM_FAMILY,
            is_question=True,
        )
    )
    assert [each.id for each in services.messages.open_questions()] == [question]
    services.messages.log(a_call(clinic, "Yes, told her.", answers_id=question))
    assert services.messages.open_questions() == ()
    answered = services.messages.of_child(clinic.maya)[-1]
    assert answered.is_question
    assert not answered.waits_for_answer


def test_a_promise_waits_until_somebody_keeps_it(desk):
    services, clinic = desk
    me = services.user.id
    promise = PromiseDraft("Send the schedule", today() + timedelta(days=2), me)
    services.messages.log(a_call(clinic, promise=promise))
    [waiting] = services.messages.promises(me)
    assert (waiting.what, waiting.who, waiting.kept_at) == (
        "Send the schedule",
        "Rosalind Achebe",
        None,
    )
    services.messages.keep_promise(waiting.id)
    assert services.messages.promises() == ()
    [message] = services.messages.of_child(clinic.maya)
    assert message.promises[0].kept_at is not None


def test_a_promise_is_overdue_from_the_day_after(desk):
    services, clinic = desk
    services.messages.log(
        a_call(clinic, promise=PromiseDraft("Call back", today(), services.user.id))
    )
    [promise] = services.messages.promises()
    assert services.messages.overdue() == ()
    assert not promise.is_overdue(today())
    assert promise.is_overdue(today() + timedelta(days=1))


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "due today"), (1, "due in 1 day"), (3, "due in 3 days"), (-1, "1 day overdue")],
)
def test_a_promise_says_when_it_is_due(desk, days, words):
    services, clinic = desk
    me = services.user.id
    services.messages.log(a_call(clinic, promise=PromiseDraft("Call back", today(), me)))
    [promise] = services.messages.promises()
    assert due_words(replace(promise, due_on=today() + timedelta(days=days)), today()) == words


def held_visit(clinic, days_ago):
    day = (today() - timedelta(days=days_ago)).isoformat()
    database.execute_sql(
        """INSERT INTO session (child_id, therapist_id, starts, ends, zone, status)
            VALUES (?, ?, ?, ?, 'UTC', 'held')""",
        (clinic.maya, clinic.ana, f"{day}T09:00", f"{day}T10:00"),
    )


def test_a_parent_out_of_touch_for_thirty_days_is_flagged(desk):
    services, clinic = desk
    held_visit(clinic, 10)
    assert services.messages.not_in_touch() == {clinic.maya}
    missed = replace(a_call(clinic), outcome=CallOutcome.NOT_REACHED)
    services.messages.log(missed)
    assert services.messages.not_in_touch() == {clinic.maya}
    services.messages.log(a_call(clinic))
    assert services.messages.not_in_touch() == frozenset()


def test_nobody_is_flagged_who_had_no_visit(desk):
    services, clinic = desk
    held_visit(clinic, 40)
    assert services.messages.not_in_touch() == frozenset()


def test_what_was_said_is_never_deleted(desk):
    services, clinic = desk
    services.messages.log(a_call(clinic))
    with pytest.raises(Exception, match="never deleted"):
        database.execute_sql("DELETE FROM message")


def test_somebody_who_only_reads_sees_no_messages(desk):
    reader = services_for(a_user(Role.READ_ONLY, "Ilse Brandt"))
    with pytest.raises(NotAllowed):
        reader.messages.latest()
