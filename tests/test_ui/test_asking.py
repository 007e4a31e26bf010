"""The real dialogs behind the questions pages ask."""

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from ui.asking import Asker


@pytest.fixture
def asker(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Asker(window)


def answer_soon(typed, choice):
    """Type into the dialog that is about to open, and press one of its buttons."""

    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.findChildren(QLineEdit)[0].setText(typed)
        dialog.findChild(QPushButton, choice).click()

    QTimer.singleShot(50, answer)


def test_a_typed_password_reaches_who_asked(asker):
    answer_soon("rain on a tin roof", "yes")
    assert asker.ask_password("Sign as A. Okafor, OTR/L?", "Sign note") == "rain on a tin roof"


def test_a_typed_name_reaches_who_asked(asker):
    answer_soon(" My Tuesdays ", "yes")
    assert asker.ask_text("Name this view", "Name", "Save") == "My Tuesdays"


@pytest.mark.parametrize("typed", ["", "rain on a tin roof"])
def test_backing_out_answers_nothing(asker, typed):
    answer_soon(typed, "no")
    assert asker.ask_password("Sign as A. Okafor, OTR/L?", "Sign note") is None


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
