"""The real dialogs behind the questions pages ask."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from ot_desktop.errors import ClinicError
from ui.asking import Asker
from ui.tasks import TaskRunner
from ui.widgets.field import Field


@pytest.fixture
def asker(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    runner = TaskRunner(window)
    yield Asker(window, runner)
    runner.stop()


PASSWORD = "rain on a tin roof"


def the_password(typed):
    if typed != PASSWORD:
        raise ClinicError("That password is not right. Type it again.")
    return "confirmed"


def sign(asker, check=the_password):
    return asker.confirm_password("Sign as A. Okafor, OTR/L?", "Sign note", check)


def answer_soon(typed, choice):
    """Type into the dialog that is about to open, and press one of its buttons."""

    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.findChildren(QLineEdit)[0].setText(typed)
        dialog.findChild(QPushButton, choice).click()

    QTimer.singleShot(50, answer)


def test_a_right_password_is_an_answer(asker):
    answer_soon(PASSWORD, "yes")
    assert sign(asker) == "confirmed"


def test_a_wrong_password_is_said_beside_the_field_and_asked_again(asker, qtbot):
    said = []

    def read_then_type():
        dialog = QApplication.activeModalWidget()
        said.append(dialog.findChild(Field).problem)
        if not said[-1]:
            QTimer.singleShot(20, read_then_type)
            return
        dialog.findChildren(QLineEdit)[0].setText(PASSWORD)
        dialog.findChild(QPushButton, "yes").click()

    answer_soon("not this one", "yes")
    QTimer.singleShot(100, read_then_type)
    assert sign(asker) == "confirmed"
    assert said[-1] == "That password is not right. Type it again."


def test_the_password_is_checked_beside_the_window(asker):
    seen, gate = [], threading.Event()

    def slow(typed):
        seen.append(threading.get_ident())
        gate.wait(5)
        return the_password(typed)

    def look():
        go = QApplication.activeModalWidget().findChild(QPushButton, "yes")
        seen.append((go.text(), go.isEnabled()))
        gate.set()

    answer_soon(PASSWORD, "yes")
    QTimer.singleShot(150, look)
    assert sign(asker, slow) == "confirmed"
    assert seen[0] != threading.get_ident()
    assert seen[1] == ("Checking…", False)


def test_backing_out_of_a_check_under_way_signs_nothing(asker):
    gate = threading.Event()

    def slow(typed):
        gate.wait(5)
        return the_password(typed)

    answer_soon(PASSWORD, "yes")
    QTimer.singleShot(150, lambda: QApplication.activeModalWidget().reject())
    assert sign(asker, slow) is None
    gate.set()


def test_a_typed_name_reaches_who_asked(asker):
    answer_soon(" My Tuesdays ", "yes")
    assert asker.ask_text("Name this view", "Name", "Save") == "My Tuesdays"


@pytest.mark.parametrize("typed", ["", "rain on a tin roof"])
def test_backing_out_answers_nothing(asker, typed):
    answer_soon(typed, "no")
    assert sign(asker) is None


def test_a_file_is_saved_among_the_documents(asker, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "Documents").mkdir()
    seen = []

    def back_out():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        seen.append((Path(dialog.directory().path()), dialog.selectedFiles()))
        dialog.reject()

    QTimer.singleShot(50, back_out)
    assert asker.file_to_save("Save the program", "Home program.pdf", "PDF (*.pdf)") is None
    documents = Path(
        QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    )
    assert seen == [(documents, [str(documents / "Home program.pdf")])]
