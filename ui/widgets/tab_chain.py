"""Walks the Tab key through fields that come and go; Qt puts what is added later at the end."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def chain(stops: Iterable[QWidget]) -> None:
    """Let the Tab key walk ``stops`` in this order."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)
