"""The real dialogs behind the questions pages ask."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

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
