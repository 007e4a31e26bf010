"""Qt's Python side counts references rightly; 6.12.0 did not and ended Python after a while."""

import sys

from PySide6.QtCore import QObject

CALLS = 2_000


def test_calls_that_return_nothing_leave_none_alone(qapp):
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.blockSignals(False)
        thing.setObjectName("again")
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
