"""A signed note as paper: named on every page, whoever signed with both dates, addenda below."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pypdfium2
import pytest

from db.models.access import Audit
from ot_desktop.audit import Action
from ot_desktop.errors import ClinicError
from ot_desktop.notes.soap_pages import note_pages
from ot_desktop.paper.page import PageSize, Paper
from ot_desktop.permissions import Role
from tests.note_builders import (
    PASSWORD,
    a_goal,
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    complete,
    mateo,
    notes_of,
    signed_in,
    yesterday_at,
)


@pytest.fixture
def ana():
    return a_therapists_clinic(name="Ana Ruiz")


@pytest.fixture
def child(ana):
    child = mateo(ana, record_number="A-1042", born_on=date(2020, 5, 31))
    a_goal(ana, child)
    return child


def pages(services, note_id, size=PageSize.LETTER):
    """Return what stands on each page."""
    pdf = note_pages(notes_of(services).paper(note_id), Paper(size))
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(BytesIO(pdf))]


def long_note(content):
    done = complete(content)
    text = "\n".join(f"Line {number} of a long session." for number in range(80))
    return replace(done, session=replace(done.session, did=replace(done.session.did, text=text)))


def test_the_four_parts_come_in_order_with_goal_and_signature(ana, child):
    [page] = pages(ana, a_signed_note(ana, a_visit(ana, child)))
    order = ["Subjective", "Objective", "Assessment", "Plan", "Signed by A. Ruiz, OTR/L"]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert "Fastens 4 shirt buttons: 3 of 4 tries, with words" in page


@pytest.mark.parametrize("size", PageSize)
def test_each_page_names_the_child_the_record_and_its_number(ana, child, size):
    found = pages(ana, a_signed_note(ana, a_visit(ana, child), long_note), size)
    assert len(found) > 1
    for number, page in enumerate(found, start=1):
        assert "Mateo Alvarez, record A-1042, born May 31, 2020" in page
        assert f"Page {number} of {len(found)}" in page
    assert "Line 79 of a long session." in "".join(found)


def test_the_co_signer_and_a_late_entry_are_named_with_their_days(ana, child):
    cam = signed_in(role=Role.ASSISTANT, name="Cam Lee", credentials="COTA/L")
    note_id = a_signed_note(cam, a_visit(cam, child, yesterday_at(9) - timedelta(days=2)))
    notes = notes_of(ana)
    assert "Not co-signed yet" in pages(ana, note_id)[0]
    notes.cosign(note_id, notes.confirm(PASSWORD))
    notes.add_addendum(note_id, "Mother called.", notes.confirm(PASSWORD))
    [page] = pages(ana, note_id)
    order = [
        "Late entry: visit of",
        "Signed by C. Lee, COTA/L",
        "Co-signed by A. Ruiz, OTR/L",
        "Addendum by A. Ruiz, OTR/L",
        "Mother called.",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)


def test_printing_is_in_the_log_and_a_draft_is_not_printed(ana, child):
    pages(ana, a_signed_note(ana, a_visit(ana, child)))
    assert Audit.select().where(Audit.action == Action.PRINTED_NOTE.value).count() == 1
    session = a_visit(ana, child, yesterday_at(14))
    notes = notes_of(ana)
    saved = notes.save_draft(session, notes.open_note(session).content)
    with pytest.raises(ClinicError, match="not signed yet"):
        notes.paper(saved.note_id)
