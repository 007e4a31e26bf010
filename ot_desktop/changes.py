"""Tells whoever listens what has just been saved, without knowing who listens."""

from collections.abc import Callable
from enum import Enum

Listener = Callable[["Topic"], None]


class Topic(Enum):
    """What a listener may need to reload."""

    CASELOAD = "caseload"
    SCHEDULE = "schedule"
    PROGRAMS = "programs"
    MESSAGES = "messages"
    WAITLIST = "waitlist"
    NOTES = "notes"
    HOME_PROGRAMS = "home_programs"
    LIBRARY = "library"
    SETTINGS = "settings"
    ACCESS = "access"
    BACKUP = "backup"


class ChangeFeed:
    """Calls every listener once after each saved change."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` after every later change, until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish(self, topic: Topic) -> None:
        """Announce that data under ``topic`` was saved."""
        for listener in tuple(self._listeners):
            listener(topic)
