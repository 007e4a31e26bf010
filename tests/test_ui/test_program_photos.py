"""A photo dropped onto a card of the builder: printed for this child, safe to open and to keep."""

from io import BytesIO

import pypdfium2
import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from db.connection import close_database
from db.models.home_programs import ActivityPicture, IssuedPaper
from tests.answering import Answering
from tests.note_builders import a_therapists_clinic, mateo
from tests.paper_tray import PaperTray
from tests.scans import a_jpeg, a_jpeg_bomb
from ui.change_bridge import ChangeBridge
from ui.home_programs.page import HomeProgramPage
from ui.tasks import TaskRunner


@pytest.fixture
def services():
    yield a_therapists_clinic()
    close_database()


@pytest.fixture
def page(qtbot, services, tmp_path):
    owner = QObject()
    tasks = TaskRunner(owner)
    changes = ChangeBridge(services.changes, owner)
    asker, tray = Answering(open=tmp_path / "hall.jpg"), PaperTray(tmp_path)
    made = HomeProgramPage(services.home_programs, tasks, asker, changes, tray)
    qtbot.addWidget(made)
    made.resize(1228, 874)
    made.show_child(mateo(services), ("Bear walk",))
    made.show()
    yield made
    tasks.stop()
    shiboken6.delete(owner)


def dropped(page, path):
    """Drop a file onto the card, as from a folder's window."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    card = page.program_panel.card_list.cards["bear-walk"]
    QApplication.sendEvent(card, QDragEnterEvent(QPoint(9, 9), copy, carried, left, none))
    QApplication.sendEvent(card, QDropEvent(QPointF(9, 9), copy, carried, left, none))


def drop_and_wait(page, qtbot, path):
    with qtbot.waitSignal(page.photos.taken, timeout=20_000):
        dropped(page, path)


def a_photo(tmp_path, **more):
    path = tmp_path / "hall.jpg"
    path.write_bytes(a_jpeg(more.pop("size", (4000, 3000)), **more))
    return path


def test_a_dropped_photo_is_printed_instead_of_the_drawing(page, qtbot, tmp_path):
    drop_and_wait(page, qtbot, a_photo(tmp_path))
    page.print_papers()
    pdf = pypdfium2.PdfDocument(bytes(IssuedPaper.get().pdf))
    image = pdf[0].render(scale=1).to_pil().convert("RGB")
    navy = [count for count, (r, g, b) in image.getcolors(1_000_000) if b > 90 and r + g < 60]
    assert sum(navy) > 5_000


def test_a_photo_is_kept_small_upright_and_without_its_place(page, qtbot, tmp_path):
    drop_and_wait(page, qtbot, a_photo(tmp_path, orientation=6))
    kept = bytes(ActivityPicture.get().jpeg)
    with Image.open(BytesIO(kept)) as picture:
        assert picture.height > picture.width
        assert max(picture.size) <= 1200
        assert not picture.getexif()
    assert b"our house" not in kept


def test_a_picture_that_would_unpack_into_gigabytes_is_refused(page, qtbot, tmp_path):
    path = tmp_path / "bomb.jpg"
    path.write_bytes(a_jpeg_bomb())
    dropped(page, path)
    qtbot.waitUntil(page.message_line.isVisible)
    assert "too large to open safely" in page.message_line.words.text()
    assert page.drafting.draft.activities[0].photo is None


def test_what_is_no_picture_is_refused_in_a_sentence(page, qtbot, tmp_path):
    path = tmp_path / "notes.jpg"
    path.write_bytes(b"not a picture")
    dropped(page, path)
    qtbot.waitUntil(page.message_line.isVisible)
    assert page.message_line.words.text()


def test_a_photo_is_chosen_without_dragging(page, qtbot, tmp_path):
    a_photo(tmp_path, size=(640, 480))
    with qtbot.waitSignal(page.photos.taken, timeout=20_000):
        page.program_panel.change_panel.photo_button.click()
    assert page.drafting.draft.activities[0].photo is not None


def test_a_photo_comes_back_with_the_draft_and_is_taken_off(page, qtbot, services, tmp_path):
    drop_and_wait(page, qtbot, a_photo(tmp_path, size=(640, 480)))
    page.flush()
    again = services.home_programs.start(page.drafting.draft.child_id).draft
    assert again.activities[0].photo == page.drafting.draft.activities[0].photo
    page.program_panel.change_panel.photo_off_button.click()
    planned = page.drafting.draft.activities[0]
    assert (planned.photo, planned.activity.photo) == (None, None)
    page.drafting.undo()
    assert page.drafting.draft.activities[0].photo is not None
