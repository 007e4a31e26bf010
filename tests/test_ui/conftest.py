"""What every test of a screen shares: the program's own look."""

import pytest

from ui.theme import Scheme, install_theme


@pytest.fixture(autouse=True)
def _look(qapp):
    """Install the theme before anything paints; installing it while painting would crash Qt."""
    install_theme(qapp, Scheme.LIGHT)
