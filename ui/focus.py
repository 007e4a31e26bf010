"""Where the keyboard goes when a page is shown: back where it was, or to the page's main list."""

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
        _first_stop(page).setFocus()


def _first_stop(page: QWidget) -> QWidget:
    part = page.nextInFocusChain()
    while part is not None and part is not page:
        takes_tab = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and page.isAncestorOf(part) and part.isVisible() and part.isEnabled():
            return part
        part = part.nextInFocusChain()
    return page
