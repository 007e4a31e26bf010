"""What every test of a screen shares: the program's own look, and no widget left from before."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from ui.theme import Scheme, install_theme


@pytest.fixture(autouse=True)
def _look(qapp):
    """Install the theme before anything paints; installing it while painting would crash Qt."""
    install_theme(qapp, Scheme.LIGHT)
    yield
    # No event loop runs between tests: thousands of closed widgets would be styled each time.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
