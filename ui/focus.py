"""Where the keyboard goes when a page is shown: back where it was, or to the page's main list."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@runtime_checkable
class TakesFocus(Protocol):
    """A page that knows best where the keyboard goes."""

    def take_focus(self) -> None:
        """Put the keyboard where the person goes on."""


def hand_over(page: QWidget, kept: QWidget | None = None) -> None:
    """Let ``page`` take the keyboard, or give it back to ``kept``, or to the page's first field.

    A focus proxy instead of ``take_focus`` would hide the rest of the page from Tab. Ask for
    ``page.focusWidget()`` before the stack shows the page: the stack gives the keyboard to
    whatever comes first, which may be a button that acts.
    """
    if isinstance(page, TakesFocus):
        page.take_focus()
    elif kept is not None and kept.isVisible() and kept.isEnabled():
        kept.setFocus()
    else:
        next(tab_stops(page), page).setFocus()


def tab_stops(page: QWidget) -> Iterator[QWidget]:
    """Return what Tab stops at, in the order of the page."""
    part = page.nextInFocusChain()
    while part is not None and part is not page:
        if page.isAncestorOf(part) and _takes_tab(part):
            yield part
        part = part.nextInFocusChain()


def _takes_tab(part: QWidget) -> bool:
    return (
        bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and part.isEnabled()
        and part.isVisible()
        and part.focusProxy() is None
    )
