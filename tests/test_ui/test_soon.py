"""What waits for its moment rests while nobody looks."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.widgets.soon import Soon

MS = 20


@pytest.fixture
def widget(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def soon(widget):
    return Soon(widget, MS, widget.update)


def test_it_goes_off_after_its_time(soon, qtbot):
    with qtbot.waitSignal(soon.timeout):
        soon.start()


def test_it_rests_while_its_widget_is_hidden(soon, widget):
    heard = []
    soon.timeout.connect(lambda: heard.append(1))
    soon.start()
    widget.hide()
    QTest.qWait(MS * 4)
    assert heard == []


def test_it_goes_on_once_its_widget_is_shown_again(soon, widget, qtbot):
    soon.start()
    widget.hide()
    with qtbot.waitSignal(soon.timeout):
        widget.show()
