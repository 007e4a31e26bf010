"""No family goes home with nothing: missed visits, and visits without a parent (story 19)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db.models.scheduling import Session
from ot_desktop.clock import today
from ot_desktop.day.domain import NeedKind
from ot_desktop.errors import ValidationError
from ot_desktop.messages.domain import CallOutcome, MessageDraft
from ot_desktop.notes.parent_part import PersonHere, Presence, WhoIsHere, WhyNotInRoom
from tests.note_builders import (
    PASSWORD,
    a_goal,
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    complete,
    mateo,
    notes_of,
)

TOMORROW = today() + timedelta(days=1)
GONE = PersonHere("Lucía", how=Presence.NOT_HERE, reason=WhyNotInRoom.WORK)


@pytest.fixture
def services():
    return a_therapists_clinic()


@pytest.fixture
def child(services):
    return mateo(services)


@pytest.fixture
def notes(services):
    return notes_of(services)


def without_parent(plan="Call at 6", day=TOMORROW):
    """Return a change that completes a note in which no parent took part."""

    def change(content):
        done = complete(content)
        who = WhoIsHere((GONE,), plan, day)
        return replace(done, parent=replace(done.parent, who=who))

    return change


def missed(why="Ill", plan="Call at 6", day=TOMORROW, said=""):
    """Return a change that completes the note of a missed visit."""

    def change(content):
        told = replace(content.missed, why=why, said=said, contact_plan=plan, contact_on=day)
        return replace(content, missed=told)

    return change


@pytest.mark.parametrize(("plan", "day"), [("", TOMORROW), ("Call at 6", None)])
def test_a_note_without_a_parent_needs_how_and_when_to_reach_them(
    services, child, notes, plan, day
):
    session = a_visit(services, child)
    content = without_parent(plan, day)(notes.open_note(session).content)
    saved = notes.save_draft(session, content)
    with pytest.raises(ValidationError, match="on which day you will reach the family"):
        notes.sign(saved.note_id, notes.confirm(PASSWORD))


def test_a_note_without_a_parent_needs_a_reason(services, child, notes):
    session = a_visit(services, child)
    content = without_parent()(notes.open_note(session).content)
    nameless = WhoIsHere((replace(GONE, reason=None),), "Call at 6", TOMORROW)
    content = replace(content, parent=replace(content.parent, who=nameless))
    saved = notes.save_draft(session, content)
    with pytest.raises(ValidationError, match="Say why Lucía was not in the room"):
        notes.sign(saved.note_id, notes.confirm(PASSWORD))


def test_signing_without_a_parent_leaves_a_call_to_make(services, child):
    a_signed_note(services, a_visit(services, child), without_parent())
    [message] = services.messages.open_ones()
    [promise] = message.open_promises
    assert message.said.startswith("No parent took part in the visit of")
    assert (promise.what, promise.due_on, promise.who) == ("Call at 6", TOMORROW, "Amara Okafor")


def test_the_call_stands_on_today_until_somebody_has_made_it(services, child):
    a_signed_note(services, a_visit(services, child), without_parent())
    [need] = services.day.needs()
    assert (need.kind, need.child_id) == (NeedKind.CALL, child)
    assert need.words == "Call at 6 (due in 1 day)"
    [message] = services.messages.open_ones()
    reached = MessageDraft(child, "All is well.", outcome=CallOutcome.REACHED, tries=3, minutes=6)
    services.messages.log(reached)
    services.messages.settle(message.id)
    assert services.day.needs() == ()


def test_an_overdue_call_is_told_once(services, child):
    yesterday = today() - timedelta(days=1)
    a_signed_note(services, a_visit(services, child), without_parent(day=yesterday))
    assert [need.words for need in services.day.needs()] == ["Call at 6 (1 day overdue)"]


def test_a_note_with_a_parent_leaves_no_call(services, child):
    a_signed_note(services, a_visit(services, child))
    assert services.messages.open_ones() == ()


@pytest.mark.parametrize("status", ["no_show", "cancelled_late", "cancelled_by_clinic"])
def test_a_missed_visit_offers_a_short_note_that_knows_the_reason(services, child, notes, status):
    a_goal(services, child)
    session = a_visit(services, child, status=status, reason="ill")
    content = notes.open_note(session).content
    assert content.missed.why == "Ill"


@pytest.mark.parametrize(
    ("change", "field"),
    [(missed(why=" "), "why_missed"), (missed(plan=""), "contact"), (missed(day=None), "contact")],
)
def test_a_missed_visits_note_needs_reason_and_planned_contact(
    services, child, notes, change, field
):
    session = a_visit(services, child, status="no_show")
    saved = notes.save_draft(session, change(notes.open_note(session).content))
    with pytest.raises(ValidationError) as refused:
        notes.sign(saved.note_id, notes.confirm(PASSWORD))
    assert list(refused.value.fields) == [field]


def test_signing_it_leaves_the_visit_missed_and_a_call_to_make(services, child, notes):
    session = a_visit(services, child, status="no_show")
    note_id = a_signed_note(services, session, missed(said="Mother called at 8:10."))
    assert Session.get_by_id(session).status == "no_show"
    [need] = services.day.needs()
    assert need.kind is NeedKind.CALL
    text = notes.signed_note_text(note_id)
    assert "Mother called at 8:10." in text
    assert "Reach the family: Call at 6" in text


def test_what_was_written_before_the_visit_was_cancelled_is_kept(services, child, notes):
    session = a_visit(services, child)
    before = complete(notes.open_note(session).content)
    notes.save_draft(session, before)
    Session.update(status="cancelled_late").where(Session.id == session).execute()
    content = notes.open_note(session).content
    assert content.missed is not None
    assert content.session.plan == before.session.plan


def test_a_short_note_becomes_a_long_one_when_the_visit_took_place_after_all(
    services, child, notes
):
    session = a_visit(services, child, status="no_show")
    notes.save_draft(session, missed(why="Overslept")(notes.open_note(session).content))
    Session.update(status="arrived").where(Session.id == session).execute()
    content = notes.open_note(session).content
    assert content.missed is None
    assert content.session.did.text == "Overslept\nCall at 6"


def test_a_draft_of_a_visit_that_was_called_off_says_so_in_the_list(services, child, notes):
    session = a_visit(services, child)
    notes.save_draft(session, notes.open_note(session).content)
    Session.update(status="cancelled_late").where(Session.id == session).execute()
    assert [each.status for each in notes.unfinished()] == ["cancelled_late"]


def test_a_contact_note_waits_for_a_correction_only_when_its_visit_comes_back(
    services, child, notes
):
    session = a_visit(services, child, status="no_show")
    a_signed_note(services, session, missed())
    assert notes.without_visit() == []
    Session.update(status="planned").where(Session.id == session).execute()
    assert [note.session_id for note in notes.without_visit()] == [session]
