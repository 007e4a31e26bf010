"""Papers of one visit for the family: seen first, for whoever may have them, in their language."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import time, timedelta

import pytest
import shiboken6
from PySide6.QtCore import QObject

from db.connection import close_database
from db.models.access import Audit
from ot_desktop.audit import Action
from ot_desktop.clock import today
from ot_desktop.home_programs import library
from tests.builders import an_empty_clinic
from tests.note_builders import (
    a_signed_note,
    a_therapists_clinic,
    a_visit,
    complete,
    mateo,
)
from tests.paper_text import text_of
from tests.paper_tray import PaperTray
from tests.reference_clinic import mayas_series, reference_clinic
from ui.tasks import TaskRunner
from ui.visits.paper_rules_dialog import PaperRulesDialog
from ui.visits.print_handout import MissedSheetDialog, SummaryDialog

PATIENCE = 20_000


@contextmanager
def shown(dialog_class, services, session_id, folder, qtbot):
    owner = QObject()
    tasks = TaskRunner(owner)
    dialog = dialog_class(services, tasks, session_id)
    dialog.run.output = PaperTray(folder)
    with qtbot.waitExposed(dialog):
        dialog.show()
    yield dialog
    tasks.stop()
    shiboken6.delete(dialog)
    shiboken6.delete(owner)
    close_database()


@pytest.fixture
def missed(qtbot, tmp_path):
    """A visit of Maya, whose mother speaks Spanish."""
    yield from a_missed_visit("maya", qtbot, tmp_path)


@pytest.fixture
def missed_by_owen(qtbot, tmp_path):
    """A visit of Owen, whose father may not receive papers."""
    yield from a_missed_visit("owen", qtbot, tmp_path)


def a_missed_visit(child, qtbot, folder):
    services = an_empty_clinic()
    clinic = reference_clinic(services)
    child_id = getattr(clinic, child)
    wanted = mayas_series(clinic, count=2, child_id=child_id, times=(time(9),))
    services.scheduling.book(services.scheduling.preview(wanted), "agreed")
    page = services.home_programs.start(child_id)
    draft = page.added(page.draft, library.activity("bear-walk"))
    services.home_programs.issue(draft, reason="as agreed")
    session = services.scheduling.sessions_of(child_id)[0]
    with shown(MissedSheetDialog, services, session.id, folder, qtbot) as dialog:
        yield dialog


@pytest.fixture
def summary(qtbot, tmp_path):
    services = a_therapists_clinic()
    session_id = a_visit(services, mateo(services))
    a_signed_note(services, session_id, with_win)
    with shown(SummaryDialog, services, session_id, tmp_path, qtbot) as dialog:
        yield dialog


def with_win(content):
    written = complete(content)
    parent = replace(written.parent, win_of_the_day="Four buttons, all alone.")
    return replace(written, parent=parent)


def kept(dialog, qtbot):
    dialog.print_button.click()
    tray = dialog.run.output
    qtbot.waitUntil(lambda: bool(tray.opened), timeout=PATIENCE)
    return text_of(tray.opened[-1].read_bytes())


def the_log():
    rows = Audit.select().where(Audit.action == Action.PRINTED_HANDOUT.value)
    return [row.subject for row in rows]


def test_a_missed_visit_gets_one_activity_in_the_language_of_whoever_takes_it(missed, qtbot):
    assert missed.language == "es"
    assert library.activity("bear-walk").words["es"].title in kept(missed, qtbot)


def test_another_language_can_be_chosen(missed, qtbot):
    missed.language_combo.choose("en")
    assert library.activity("bear-walk").words["en"].title in kept(missed, qtbot)


def test_who_may_not_receive_papers_cannot_be_chosen(missed_by_owen):
    combo = missed_by_owen.recipient_combo
    rows = range(combo.count())
    barred = [row for row in rows if combo.itemText(row).startswith("Not allowed")]
    assert barred
    assert not any(combo.model().item(row).isEnabled() for row in barred)


def test_papers_for_somebody_a_court_named_are_refused(missed_by_owen):
    missed, combo = missed_by_owen, missed_by_owen.recipient_combo
    rows = range(combo.count())
    [barred] = [row for row in rows if combo.itemText(row).startswith("Not allowed")]
    combo.setCurrentIndex(barred)
    missed.print_button.click()
    assert "may not receive papers" in missed.refusal.text()
    assert (missed.run.output.opened, the_log()) == ([], [])


def test_the_log_keeps_who_was_given_the_sheet(missed, qtbot):
    kept(missed, qtbot)
    assert the_log() == [f"missed, es, caregiver {missed.recipient_combo.currentData()}"]


def test_the_family_takes_home_the_win_of_the_day(summary, qtbot):
    assert "Four buttons, all alone." in kept(summary, qtbot)
    assert the_log()[0].startswith("summary, en")


def test_a_summary_is_of_the_visit_it_was_asked_for(qtbot, tmp_path):
    services = a_therapists_clinic()
    child_id = mateo(services)
    first = a_visit(services, child_id)
    a_signed_note(services, first, with_win)
    earlier = services.scheduling.session(first).starts - timedelta(days=7)
    second = a_visit(services, child_id, earlier)
    a_signed_note(services, second)
    with shown(SummaryDialog, services, second, tmp_path, qtbot) as dialog:
        assert "Four buttons" not in kept(dialog, qtbot)
        assert earlier.date() < today()


@pytest.mark.parametrize("link", ["clinic.example", "https://", "https://a b.example", "https://x"])
def test_a_link_no_phone_opens_is_refused_beside_its_field(qtbot, link):
    services = an_empty_clinic()
    reference_clinic(services)
    dialog = PaperRulesDialog(services.settings)
    qtbot.addWidget(dialog)
    dialog.link_edit.setText(link)
    dialog.take("yes")
    assert dialog.fields["handout_link"].problem
    assert services.settings.clinic().settings.handout_link == ""
    close_database()


def test_the_clinics_link_is_kept(qtbot):
    services = an_empty_clinic()
    reference_clinic(services)
    dialog = PaperRulesDialog(services.settings)
    qtbot.addWidget(dialog)
    dialog.link_edit.setText(" https://juniperlane.example/home ")
    dialog.take("yes")
    kept_link = services.settings.clinic().settings.handout_link
    assert kept_link == "https://juniperlane.example/home"
    close_database()
