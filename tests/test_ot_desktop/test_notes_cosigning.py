"""An assistant's note is locked when signed and counts when a therapist has co-signed it."""

from datetime import timedelta

import pytest
from peewee import IntegrityError

from db.connection import database
from db.models.notes import Note
from db.models.staff import Therapist, TherapistHours
from ot_desktop.caseload.table import View
from ot_desktop.clock import today
from ot_desktop.errors import ClinicError, NotAllowed
from ot_desktop.notes.note_page import Queue
from ot_desktop.permissions import Role
from tests.note_builders import (
    PASSWORD,
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    mateo,
    notes_of,
    signed_in,
    yesterday_at,
)


@pytest.fixture
def ana():
    return a_therapists_clinic(name="Ana Ruiz")


@pytest.fixture
def cam(ana):
    services = signed_in(role=Role.ASSISTANT, name="Cam Lee", credentials="COTA/L")
    supervised = Therapist.update(supervisor=ana.user.therapist_id)
    supervised.where(Therapist.id == services.user.therapist_id).execute()
    return services


@pytest.fixture
def ben(ana):
    return signed_in(name="Ben Cole")


@pytest.fixture
def session(ana, cam):
    return a_visit(cam, mateo(ana), yesterday_at(9))


@pytest.fixture
def note_id(cam, session):
    return a_signed_note(cam, session)


def works_every_day(services):
    for weekday in range(7):
        TherapistHours.insert(
            therapist=services.user.therapist_id, weekday=weekday, starts_min=480, ends_min=1020
        ).execute()


def cosign(services, note_id):
    notes = notes_of(services)
    notes.cosign(note_id, notes.confirm(PASSWORD))


def queue_of(services):
    return [(each.queue, each.is_mine, each.waits_for) for each in notes_of(services).unfinished()]


def test_an_assistants_note_waits_for_the_supervisor(ana, cam, note_id):
    assert queue_of(ana) == [(Queue.TO_COSIGN, True, "Ana Ruiz")]
    assert queue_of(cam) == [(Queue.TO_COSIGN, False, "Ana Ruiz")]
    assert notes_of(ana).signed() == []


def test_a_co_signed_note_is_done_and_names_both(ana, session, note_id):
    cosign(ana, note_id)
    assert queue_of(ana) == []
    [done] = notes_of(ana).signed()
    assert (done.signed_as, done.cosigned_as) == ("C. Lee, COTA/L", "A. Ruiz, OTR/L")
    text = notes_of(ana).signed_note_text(note_id)
    assert text.index("Signed by C. Lee, COTA/L") < text.index("Co-signed by A. Ruiz, OTR/L")


def test_a_note_is_due_until_it_is_co_signed(ana, cam, session, note_id):
    assert ana.caseload.count(View.NOTE_DUE) == 1
    cosign(ana, note_id)
    assert ana.caseload.count(View.NOTE_DUE) == 0


def test_the_text_is_locked_before_the_co_signature_and_stays_as_it_was(ana, cam, note_id):
    before = Note.get_by_id(note_id)
    with pytest.raises(IntegrityError, match="note is signed"):
        database.execute_sql("UPDATE note SET content = '{}'")
    cosign(ana, note_id)
    after = Note.get_by_id(note_id)
    assert (after.content, after.signed_at) == (before.content, before.signed_at)
    assert notes_of(ana).is_untouched(note_id)


@pytest.mark.parametrize(
    "statement",
    [
        (
            "UPDATE note SET cosigned_at = '2027-06-07T10:00:00Z', cosigned_by = 1,"
            " cosigned_as = 'X', content = '{}'"
        ),
        (
            "UPDATE note SET cosigned_at = '2027-06-07T10:00:00Z', cosigned_by = signed_by,"
            " cosigned_as = 'C. Lee'"
        ),
        "UPDATE note SET needs_cosign = 0",
        "UPDATE note SET cosigned_as = 'A. Ruiz, OTR/L'",
        "INSERT OR REPLACE INTO note SELECT * FROM note",
    ],
)
def test_past_the_program_only_a_whole_co_signature_by_somebody_else_is_taken(note_id, statement):
    with pytest.raises(IntegrityError, match=r"is signed|never deleted"):
        database.execute_sql(statement)


def test_a_co_signature_cannot_be_changed(ana, note_id):
    cosign(ana, note_id)
    with pytest.raises(IntegrityError, match="note is signed"):
        database.execute_sql("UPDATE note SET cosigned_as = 'Somebody else'")


def test_a_note_is_co_signed_once(ana, note_id):
    cosign(ana, note_id)
    with pytest.raises(ClinicError, match="does not wait"):
        cosign(ana, note_id)


def test_an_assistant_co_signs_nothing(cam, note_id):
    with pytest.raises(NotAllowed, match="waits for Ana Ruiz"):
        cosign(cam, note_id)


def test_another_therapist_co_signs_when_the_supervisor_is_away(ana, ben, note_id):
    works_every_day(ana)
    assert queue_of(ben) == [(Queue.TO_COSIGN, False, "Ana Ruiz")]
    with pytest.raises(NotAllowed, match="when Ana Ruiz is away"):
        cosign(ben, note_id)
    database.execute_sql(
        "INSERT INTO therapist_absence (therapist_id, day, noted_at) VALUES (?, ?, ?)",
        (ana.user.therapist_id, today().isoformat(), "2027-06-07T10:00:00Z"),
    )
    cosign(ben, note_id)
    assert notes_of(ben).signed()[0].cosigned_as == "B. Cole, OTR/L"


def test_a_therapists_note_needs_nobody_else(ana):
    note_id = a_signed_note(ana, a_visit(ana, mateo(ana)))
    assert [each.note_id for each in notes_of(ana).signed()] == [note_id]
    with pytest.raises(ClinicError, match="does not wait"):
        cosign(ana, note_id)


def test_an_assistants_addendum_stands_under_the_note(cam, session, note_id):
    notes = notes_of(cam)
    notes.add_addendum(note_id, "Mother called.", notes.confirm(PASSWORD))
    [addendum] = notes.open_note(session).addenda
    assert addendum.signed_as == "C. Lee, COTA/L"


def test_a_waiting_note_is_late_like_any_other(ana, cam):
    old = a_visit(cam, mateo(ana), yesterday_at(9) - timedelta(days=4))
    a_signed_note(cam, old)
    assert [each.is_late for each in notes_of(ana).unfinished()] == [True]
