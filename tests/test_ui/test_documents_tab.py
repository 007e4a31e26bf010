"""The documents of a child: dropped, asked about, looked at, saved, taken out."""

from datetime import timedelta

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from db.connection import close_database
from db.queries import audit as audit_queries
from ot_desktop.audit import Action
from ot_desktop.caseload.document import DocumentDraft, DocumentKind
from ot_desktop.caseload.domain import CaregiverDraft
from ot_desktop.caseload.new_child import FirstStep
from ot_desktop.caseload.scans import scan_of
from ot_desktop.clock import today
from ot_desktop.permissions import Role
from ot_desktop.services import services_for
from tests.answering import Answering
from tests.builders import a_child, a_user, an_empty_clinic
from tests.scans import a_jpeg, a_pdf, a_png_bomb
from ui.caseload.child_page import DOCUMENTS, FAMILY, ChildPageView
from ui.caseload.document_deeds import DocumentDeeds
from ui.caseload.document_dialog import DocumentDialog
from ui.caseload.document_list import EXPIRES
from ui.caseload.documents_tab import DocumentsTab
from ui.change_bridge import ChangeBridge
from ui.tasks import TaskRunner
from ui.widgets.file_drops import files_of

MOTHER = CaregiverDraft("Grace Park", "mother")
FATHER = CaregiverDraft("Daniel Park", "father")


@pytest.fixture
def services():
    yield an_empty_clinic()
    close_database()


@pytest.fixture
def owen(services):
    return a_child(services, "Owen", family_name="Park", caregivers=(MOTHER, FATHER))


@pytest.fixture
def at(services, qtbot):
    """Return the documents of a child as somebody sees them, and what was told."""
    owner, made = QObject(), []
    tasks = TaskRunner(owner)

    def at(child_id, using=services, **answers):
        deeds = DocumentDeeds(using.documents, using.caseload, Answering(**answers), tasks)
        tab = DocumentsTab(using.documents, deeds, using.user, ChangeBridge(using.changes, owner))
        made.append(tab)
        qtbot.addWidget(tab)
        tab.told_words = []
        tab.told.connect(lambda words, back: tab.told_words.append((words, back)))
        tab.resize(1200, 600)
        tab.show_child(child_id)
        tab.show()
        return tab

    yield at
    tasks.stop()
    shiboken6.delete(owner)


@pytest.fixture
def answer():
    """Fill each dialog as soon as it is there."""
    watch = QTimer(interval=10)

    def answer(fill):
        def look():
            for dialog in QApplication.topLevelWidgets():
                if isinstance(dialog, DocumentDialog) and dialog.isVisible():
                    fill(dialog)
                    dialog.take("yes")

        watch.timeout.connect(look)
        watch.start()

    yield answer
    watch.stop()


def keep(services, child_id, kind=DocumentKind.CONSENT, content=None, **more):
    draft = DocumentDraft(kind, more.pop("title", "Photo consent"), **more)
    return services.documents.add(child_id, scan_of("a.pdf", content or a_pdf()), draft)


def titles(tab):
    return [tab.list.model_.row(row).title for row in range(tab.list.model_.rowCount())]


def log(child_id):
    return [row["action"] for row in audit_queries.about_child(child_id, dict)]


def drop(widget, *paths):
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(widget.rect().center(), copy, carried, button, none)
    QApplication.sendEvent(widget, enter)
    event = QDropEvent(QPointF(widget.rect().center()), copy, carried, button, none)
    QApplication.sendEvent(widget, event)
    return enter.isAccepted()


def test_a_child_without_documents_says_what_belongs_here(at, owen):
    tab = at(owen)
    assert tab.stack.currentIndex() == 1
    assert not tab.save_button.isEnabled()


def test_a_dropped_scan_is_asked_about_and_kept(at, owen, answer, qtbot, tmp_path):
    path = tmp_path / "Order of the court.pdf"
    path.write_bytes(a_pdf(2))
    seen = []

    def fill(dialog):
        seen.append(dialog.title_edit.text())
        dialog.kind_combo.setCurrentIndex(dialog.kind_combo.findData(DocumentKind.COURT_ORDER))
        dialog.whose_combo.setCurrentIndex(dialog.whose_combo.findText("Daniel Park"))

    answer(fill)
    tab = at(owen)
    assert drop(tab, path)
    qtbot.waitUntil(lambda: titles(tab) == ["Order of the court"])
    assert seen == ["Order of the court"]
    assert tab.list.current().caregiver_name == "Daniel Park"


def test_two_files_dropped_are_asked_about_one_after_the_other(at, owen, answer, qtbot, tmp_path):
    for number in (1, 2):
        (tmp_path / f"Scan {number}.pdf").write_bytes(a_pdf(number))
    answer(lambda dialog: dialog.kind_combo.setCurrentIndex(0))
    tab = at(owen)
    drop(tab, *sorted(tmp_path.iterdir()))
    qtbot.waitUntil(lambda: sorted(titles(tab)) == ["Scan 1", "Scan 2"])


def test_an_unfit_file_is_named_and_the_others_go_on(at, owen, answer, qtbot, tmp_path):
    bomb, good = tmp_path / "a.png", tmp_path / "b.jpg"
    bomb.write_bytes(a_png_bomb())
    good.write_bytes(a_jpeg())
    answer(lambda dialog: dialog.kind_combo.setCurrentIndex(0))
    tab = at(owen)
    drop(tab, bomb, good)
    qtbot.waitUntil(lambda: titles(tab) == ["b"])
    assert tab.notice.words.text().startswith("a.png: This picture is too large")


def test_folders_and_links_are_not_taken(tmp_path):
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl("https://example.test/a.pdf")])
    assert files_of(carried) == []


def test_what_is_missing_is_said_at_its_field_and_nothing_is_kept(services, owen, qtbot):
    child = services.caseload.banner(owen)
    dialog = DocumentDialog(services.documents, child, scan_of("a.pdf", a_pdf()), today())
    qtbot.addWidget(dialog)
    dialog.take("yes")
    assert dialog.fields["kind"].problem == "Choose what it is."
    assert services.documents.of_child(owen) == ()


def test_front_desk_is_told_who_can_open_a_plan(services, owen, qtbot):
    front = services_for(a_user(Role.FRONT_DESK, "Dana Whitfield"))
    child = front.caseload.banner(owen)
    dialog = DocumentDialog(front.documents, child, scan_of("a.pdf", a_pdf()), today())
    qtbot.addWidget(dialog)
    dialog.kind_combo.setCurrentIndex(dialog.kind_combo.findData(DocumentKind.PLAN))
    assert "may read notes" in dialog.kind_field._message.text()


def test_a_document_is_looked_at_once_somebody_stops_there(services, at, owen, qtbot):
    keep(services, owen, content=a_pdf(3))
    tab = at(owen)
    tab.list.selectRow(0)
    qtbot.waitUntil(lambda: len(tab.preview.view.pages) == 3)
    assert log(owen)[0] == Action.OPENED_DOCUMENT.value
    tab.reload()
    assert log(owen).count(Action.OPENED_DOCUMENT.value) == 1


def test_a_photo_is_looked_at_as_one_page(services, at, owen, qtbot):
    keep(services, owen, content=a_jpeg((300, 200)))
    tab = at(owen)
    tab.list.selectRow(0)
    qtbot.waitUntil(lambda: len(tab.preview.view.pages) == 1)


def test_a_long_document_shows_its_beginning_and_says_so(services, at, owen, qtbot):
    keep(services, owen, content=a_pdf(14))
    tab = at(owen)
    tab.list.selectRow(0)
    qtbot.waitUntil(lambda: len(tab.preview.view.pages) == 12, timeout=20_000)
    assert tab.preview.words.text() == "The first 12 of 14 pages."


def test_a_page_as_large_as_a_house_is_drawn_small(services, at, owen, qtbot):
    keep(services, owen, content=a_pdf(1, size=(14_400, 14_400)))
    tab = at(owen)
    tab.list.selectRow(0)
    qtbot.waitUntil(lambda: len(tab.preview.view.pages) == 1, timeout=20_000)


def test_a_document_is_saved_where_somebody_says(services, at, owen, tmp_path):
    content = a_pdf(2)
    keep(services, owen, content=content)
    target = tmp_path / "out.pdf"
    tab = at(owen, save=target)
    tab.list.selectRow(0)
    tab.save_button.click()
    assert target.read_bytes() == content
    assert Action.SAVED_DOCUMENT.value in log(owen)


def test_backing_out_saves_nothing_and_logs_nothing(services, at, owen):
    keep(services, owen)
    tab = at(owen)
    tab.list.selectRow(0)
    tab.save_button.click()
    assert Action.SAVED_DOCUMENT.value not in log(owen)
    assert tab.told_words == []


def test_a_document_is_taken_out_and_the_toast_takes_it_back(services, at, owen):
    keep(services, owen)
    tab = at(owen)
    tab.list.selectRow(0)
    tab.remove_button.click()
    assert titles(tab) == []
    [(words, back)] = tab.told_words
    assert words == "Photo consent was taken out."
    back()
    assert titles(tab) == ["Photo consent"]


def test_the_list_says_what_expired(services, at, owen):
    keep(services, owen, expires_on=today() - timedelta(days=2))
    tab = at(owen)
    words = tab.list.model_.index(0, EXPIRES).data()
    assert words.startswith("expired ")


def test_somebody_who_only_reads_adds_nothing(services, at, owen):
    keep(services, owen)
    reader = services_for(a_user(Role.READ_ONLY, "Hollis Avery"))
    tab = at(owen, reader)
    for button in (tab.add_button, tab.change_button, tab.remove_button, tab.rules_button):
        assert not button.isVisible()
    assert not tab.acceptDrops()


# On the child's page.


@pytest.fixture
def page(services, owen, at, qtbot):
    def page():
        made = ChildPageView(services, Answering())
        qtbot.addWidget(made)
        tab = at(owen)
        made.add_documents(lambda: tab)
        made.resize(1300, 800)
        made.show_child(owen)
        made.show()
        return made

    return page


def test_the_page_warns_of_what_expires(services, owen, page):
    keep(services, owen, expires_on=today() + timedelta(days=3))
    shown = page()
    assert shown.expiry_notice.isVisible()
    assert shown.expiry_notice.words.text().startswith("Photo consent expires ")


def test_a_page_without_anything_that_expires_says_nothing(services, owen, page):
    keep(services, owen)
    assert not page().expiry_notice.isVisible()


def test_a_court_order_stands_with_the_contact_and_opens_its_scan(services, owen, page, qtbot):
    father = services.caseload.banner(owen).caregivers[1]
    keep(services, owen, DocumentKind.COURT_ORDER, title="Order", caregiver_id=father.id)
    shown = page()
    shown.tabs.setCurrentIndex(FAMILY)
    [link] = [
        each
        for each in shown.family.findChildren(object)
        if hasattr(each, "text") and callable(each.text) and "open the scan" in str(each.text())
    ]
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert shown.tabs.currentIndex() == DOCUMENTS
    assert shown._documents_tab().list.current().title == "Order"


def test_a_new_child_has_a_list_of_what_to_ask(services, owen, page):
    shown = page()
    card = shown.overview.findChild(object, "new child")
    assert card is not None
    assert set(card.buttons) == set(FirstStep) - {FirstStep.CONTACTS}
    card.buttons[FirstStep.CONSENT].click()
    assert shown.tabs.currentIndex() == DOCUMENTS
