"""What was done, and how to take it back and do it again: one stack for the whole window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

MOST = 100


class Then(NamedTuple):
    """What is often done next, offered beside the way back: "Print slip"."""

    words: str
    act: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing somebody did, in words; without ``redo`` it can only be taken back."""

    words: str
    undo: Callable[[], object]
    redo: Callable[[], object] | None = None
    then: Then | None = None


class Undoing:
    """The deeds of this window, the latest on top; a new one ends what could be done again."""

    def __init__(self) -> None:
        self._done: list[Deed] = []
        self._undone: list[Deed] = []

    def add(self, deed: Deed) -> None:
        """Remember what was done."""
        self._done.append(deed)
        del self._done[:-MOST]
        self._undone.clear()

    def undo(self) -> Deed | None:
        """Take the latest deed back and return it; one that is refused is forgotten."""
        if not self._done:
            return None
        deed = self._done.pop()
        deed.undo()
        if deed.redo is not None:
            self._undone.append(deed)
        else:
            self._undone.clear()
        return deed

    def redo(self) -> Deed | None:
        """Do again what was taken back last and return it."""
        if not self._undone:
            return None
        deed = self._undone.pop()
        if deed.redo is not None:
            deed.redo()
        self._done.append(deed)
        return deed
