"""Telling a screen reader what changed somewhere else than at the focus."""

from PySide6.QtWidgets import QWidget


def announce(source: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Tell a screen reader; ``urgent`` interrupts it (clashes and lock warnings only)."""
    from PySide6.QtGui import (  # noqa: PLC0415  (a start announces nothing)
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    event = QAccessibleAnnouncementEvent(source, sentence)
    manner = QAccessible.AnnouncementPoliteness
    event.setPoliteness(manner.Assertive if urgent else manner.Polite)
    QAccessible.updateAccessibility(event)
