"""What was said with families: calls with tries, open questions, promises and their day."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pypdfium2 import PdfDocument

from db.connection import close_database, database
from ot_desktop.clock import today
from ot_desktop.errors import NotAllowed, ValidationError
from ot_desktop.messages.domain import CallOutcome, Direction, MessageDraft, PromiseDraft, Way
from ot_desktop.messages.letter_pages import letter_pages
from ot_desktop.messages.service import due_words
from ot_desktop.paper.page import PageSize, Paper
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


def a_question(clinic, said="May Carmen come?", **changes):
    return MessageDraft(
        clinic.maya, said, Way.TEXT, Direction.FROM_FAMILY, is_question=True, **changes
    )


def test_settling_closes_a_question_and_keeps_its_promises_until_taken_back(desk):
    services, clinic = desk
    promise = PromiseDraft("Call back", today(), services.user.id)
    question = services.messages.log(a_question(clinic, promise=promise))
    before = services.messages.open_ones()
    settled = services.messages.settle(question)
    assert services.messages.open_ones() == ()
    assert services.messages.count_open() == 0
    services.messages.unsettle(settled)
    assert services.messages.open_ones() == before


def test_what_was_promised_is_open_beside_the_questions(desk):
    services, clinic = desk
    services.messages.log(a_question(clinic))
    promise = PromiseDraft("Call back", today(), services.user.id)
    services.messages.log(a_call(clinic, promise=promise))
    services.messages.log(a_call(clinic))
    assert services.messages.count_open() == len(services.messages.open_ones()) == 2


def test_a_family_is_waited_for_until_a_word_comes_back(desk):
    services, clinic = desk
    ask = MessageDraft(clinic.maya, "Is 8:00 fine?", Way.TEXT, is_question=True)
    services.messages.log(ask)
    database.execute_sql("UPDATE message SET at = '2026-01-05T08:00:00.000Z'")
    assert [each.said for each in services.messages.waiting_for_family()] == ["Is 8:00 fine?"]
    services.messages.log(MessageDraft(clinic.maya, "Yes.", Way.TEXT, Direction.FROM_FAMILY))
    assert services.messages.waiting_for_family() == ()


def test_our_own_question_is_not_one_a_family_waits_with(desk):
    services, clinic = desk
    services.messages.log(MessageDraft(clinic.maya, "Is 8:00 fine?", Way.TEXT, is_question=True))
    assert services.messages.open_ones() == ()


def test_a_letter_names_the_child_as_paper_may(desk):
    services, clinic = desk
    letter = services.messages.letter(clinic.maya, None, " See you on Monday. ")
    assert (letter.to, letter.about) == ("To the family of Maya", "Maya O.")
    assert (letter.said, letter.clinic.name) == ("See you on Monday.", "Juniper Lane Pediatric OT")


def test_a_letter_is_refused_to_whom_the_court_keeps_away(desk):
    services, clinic = desk
    father = next(
        each
        for each in services.caseload.banner(clinic.owen).caregivers
        if each.may_receive_papers is False
    )
    with pytest.raises(ValidationError, match="may not receive papers"):
        services.messages.letter(clinic.owen, father.id, "Hello.")


@pytest.mark.parametrize("size", list(PageSize))
def test_a_long_letter_goes_on_on_the_next_page_and_loses_no_line(desk, size):
    services, clinic = desk
    said = "\n".join(f"Line {number} of the letter." for number in range(1, 91))
    pdf = letter_pages(services.messages.letter(clinic.maya, None, said), Paper(size))
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(pdf)]
    assert len(pages) > 1
    text = " ".join(" ".join(pages).split())
    assert all(f"Line {number} of the letter." in text for number in range(1, 91))
    assert f"Page 2 of {len(pages)}" in text


def test_the_same_letter_is_the_same_file(desk):
    services, clinic = desk
    letter = services.messages.letter(clinic.maya, None, "See you on Monday.")
    assert letter_pages(letter, Paper()) == letter_pages(letter, Paper())
