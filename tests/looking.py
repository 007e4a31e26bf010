"""Looks at what is on screen as somebody would who sees little, or uses no mouse."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QWidget,
)

from ui.widgets.elided_label import ElidedLabel

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)
LEAST_SIDE = 24
MOST_STOPS = 400


def nameless(root: QWidget) -> list[str]:
    """Return the controls a screen reader has no words for."""
    return [_told(each) for each in controls(root) if not _name(each)]


def named_alike(root: QWidget) -> list[str]:
    """Return buttons beside one another that a screen reader cannot tell apart."""
    buttons = [each for each in controls(root) if isinstance(each, QAbstractButton)]
    names = Counter((id(each.parentWidget()), _name(each)) for each in buttons)
    return [f"{name}: {count} times" for (_parent, name), count in names.items() if count > 1]


def too_small(root: QWidget) -> list[str]:
    """Return what is hard to hit: under 24 px in a direction (WCAG 2.5.8)."""
    return [
        f"{_told(each)} is {each.width()} × {each.height()}"
        for each in controls(root)
        if min(each.width(), each.height()) < LEAST_SIDE and not _is_part(each)
    ]


def cut_off(root: QWidget) -> list[str]:
    """Return words and controls that are not shown whole."""
    told = []
    for each in _visible(root):
        if isinstance(each, QLabel) and each.text() and not isinstance(each, ElidedLabel):
            told += _cut_label(each)
        elif isinstance(each, QAbstractButton) and each.width() < each.minimumSizeHint().width():
            told.append(f"{_told(each)} has {each.width()} of {each.minimumSizeHint().width()} px")
        if isinstance(each, CONTROLS) or (isinstance(each, QLabel) and each.text()):
            told += _outside(each, root)
    return told


def not_painted(root: QWidget) -> list[str]:
    """Say when nothing at all can be painted."""
    return ["is not painted"] * root.grab().isNull()


def out_of_reach(root: QWidget) -> list[str]:
    """Press Tab until it comes round; return what it never stopped at, or where it got stuck.

    Chips and segments of one group are one stop; the arrow keys move inside.
    """
    wanted = {each for each in controls(root) if _takes_tab(each)}
    if not wanted:
        return []
    seen: list[QWidget] = []
    for _ in range(MOST_STOPS):
        at = QApplication.focusWidget() or root
        if at in seen and at is seen[0]:
            break
        if seen and at is seen[-1]:
            return [f"Tab does not leave {_told(at)}"]
        seen.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    groups = {(each.parentWidget(), type(each)) for each in seen}
    missed = [each for each in wanted if (each.parentWidget(), type(each)) not in groups]
    return [f"Tab never reaches {_told(each)}" for each in missed]


def controls(root: QWidget) -> Iterator[QWidget]:
    """Return what can be used, as far as it is visible; not the parts controls are made of."""
    for each in _visible(root):
        if isinstance(each, CONTROLS) and not isinstance(each, QScrollBar | QHeaderView):
            yield each


def _visible(root: QWidget) -> Iterator[QWidget]:
    for each in root.findChildren(QWidget):
        if each.isVisible() and each.window() is root.window():
            yield each


def _takes_tab(each: QWidget) -> bool:
    policy = bool(each.focusPolicy() & Qt.FocusPolicy.TabFocus)
    group = each.group() if isinstance(each, QAbstractButton) else None
    is_one_of = isinstance(each, QAbstractButton) and (
        each.autoExclusive() or (group is not None and group.exclusive())
    )
    checked = isinstance(each, QAbstractButton) and each.isChecked()
    return policy and each.isEnabled() and each.focusProxy() is None and (checked or not is_one_of)


def _name(each: QWidget) -> str:
    face = QAccessible.queryAccessibleInterface(each)
    return face.text(QAccessible.Text.Name).strip() if face is not None else ""


def _told(each: QWidget) -> str:
    return f"{type(each).__name__} “{_name(each) or _where(each)}”"


def _where(each: QWidget) -> str:
    names = []
    part: QWidget | None = each
    while part is not None:
        names.append(type(part).__name__)
        part = part.parentWidget()
    return " < ".join(names[:4])


def _is_part(each: QWidget) -> bool:
    """Say whether Qt sizes it: the eye in a password field is 22 × 18 in a field of 32."""
    return isinstance(each.parentWidget(), QComboBox | QAbstractSpinBox | QTabBar | QLineEdit)


def _cut_label(shown: QLabel) -> list[str]:
    if shown.wordWrap():
        needed = shown.heightForWidth(shown.width())
        if shown.height() < needed - 1:
            return [f"“{shown.text()}” has {shown.height()} of {needed} px in height"]
    elif shown.width() < shown.sizeHint().width() - 1:
        return [f"“{shown.text()}” has {shown.width()} of {shown.sizeHint().width()} px"]
    return []


def _outside(each: QWidget, root: QWidget) -> list[str]:
    """Say when a part sticks out of what holds it; scrolling down is how the rest is reached."""
    part = each.parentWidget()
    while part is not None and part is not root:
        holder = part.parentWidget()
        area = QRect(each.mapTo(part, each.rect().topLeft()), each.size())
        across = area.left() < -1 or area.right() > part.width() + 1
        down = area.top() < -1 or area.bottom() > part.height() + 1
        if isinstance(holder, QAbstractScrollArea):
            sideways = holder.horizontalScrollBar().maximum() > 0
            if across and not (sideways and not isinstance(holder, QScrollArea)):
                return [f"{_told(each)} sticks out of {type(holder).__name__} to the side"]
            return []
        if across or down:
            return [f"{_told(each)} sticks out of {type(part).__name__}"]
        part = holder
    return []
