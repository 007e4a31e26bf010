"""The sidebar: brand, find box, the screens a role may open, who is signed in, lock."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.avatar import Avatar
from ui.widgets.button import IconButton
from ui.widgets.key_hints import paint_key_cap
from ui.widgets.label import label
from ui.widgets.painting import RING, paint_box

WIDE, NARROW = 212, 56


class NavButton(QAbstractButton):
    """One screen of the sidebar: icon and word, or the icon alone when the sidebar is narrow."""

    def __init__(self, text: str, icon: str) -> None:
        super().__init__()
        self._icon = icon
        self._count = ""
        self.is_narrow = False
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_count(self, count: int) -> None:
        """Show a number at the right; 0 shows nothing."""
        self._count = str(count) if count else ""
        self.update()

    def sizeHint(self) -> QSize:
        """Return 32 px of height; the width is the sidebar's."""
        return QSize(theme().px(40), theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint pill, icon, word and count."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current, area = theme(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            paint_box(painter, area, 6, current.color("sidebar-active"), current.color("border"))
        elif self.underMouse():
            paint_box(painter, area, 6, current.color("sunken"))
        if self.hasFocus():
            paint_box(painter, area.adjusted(1, 1, -1, -1), 6, None, current.color("focus"), RING)
        self._paint_words(painter, area)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        current = theme()
        tint = "sidebar-on" if self.isChecked() else "sidebar-text"
        side = current.px(18)
        left = (area.width() - side) / 2 if self.is_narrow else 9
        top = (area.height() - side) / 2
        paint_icon(painter, self._icon, tint, QRectF(round(left), round(top) + 1, side, side))
        if self.is_narrow:
            return
        painter.setFont(current.font(14, 700 if self.isChecked() else 500))
        painter.setPen(current.color(tint))
        words = area.adjusted(9 + side + 10, 0, -9, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            painter.setFont(current.font(13, 500, tabular=True))
            painter.setPen(current.color("sidebar-dim"))
            side_by = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(words, side_by, self._count)


class FindButton(QAbstractButton):
    """Looks like a search field and opens the palette."""

    def __init__(self, text: str, keys: str) -> None:
        super().__init__()
        self.setText(text)
        self._keys = keys
        self.is_narrow = False
        self.setAccessibleName(f"{text}, {keys}")
        self.setToolTip(f"{text} ({keys})")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Return 32 px of height; the width is the sidebar's."""
        return QSize(theme().px(40), theme().px(32))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint the field, its words and the shortcut."""
        painter = QPainter(self)
        current, area = theme(), QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge, width = ("focus", RING) if self.hasFocus() else ("border-strong", 1)
        paint_box(painter, area, 6, current.color("surface"), current.color(edge), width)
        side = current.px(16)
        left = (area.width() - side) / 2 if self.is_narrow else 9
        top = (area.height() - side) / 2
        paint_icon(painter, "search", "text-2", QRectF(round(left), round(top) + 1, side, side))
        if self.is_narrow:
            return
        painter.setFont(current.font(14))
        painter.setPen(current.color("text-3"))
        painter.drawText(
            area.adjusted(side + 17, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text()
        )
        paint_key_cap(painter, QPointF(area.right() - 6, area.center().y()), self._keys)


class Logo(QWidget):
    """The program's mark, 30 px."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(30, 30)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- always whole
        """Paint four squares of a clinic's shelf on the accent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = theme()
        paint_box(painter, QRectF(0, 0, 30, 30), 7, current.color("accent"))
        inks = ("on-accent", "warn-border", "ok-border", "on-accent")
        for place, ink in enumerate(inks):
            box = QRectF(7 + 9 * (place % 2), 7 + 9 * (place // 2), 7, 7)
            paint_box(painter, box, 3.5 if place == len(inks) - 1 else 2, current.color(ink))


class Sidebar(QFrame):
    """Emits ``chosen`` with the name of a screen."""

    chosen = Signal(str)
    find_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, clinic: str, person: str, role: str, slot: int | None) -> None:
        super().__init__()
        self.setProperty("ground", "sidebar")
        self._group = QButtonGroup(self)
        self._screens: dict[str, NavButton] = {}
        self._wide_only: list[QWidget] = []
        self._is_narrow = False
        self._build(clinic, person, role, slot)
        self._group.buttonClicked.connect(self._choose)
        self.find_button.clicked.connect(self.find_wanted)
        self.lock_button.clicked.connect(self.lock_wanted)
        theme().changed.connect(self._fit)

    def _build(self, clinic: str, person: str, role: str, slot: int | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 14, 10, 12)
        column.setSpacing(2)
        self._column = column
        column.addLayout(self._brand(clinic))
        column.addSpacing(10)
        self.find_button = FindButton(self.tr("Find or do"), "Ctrl K")
        column.addWidget(self.find_button)
        column.addSpacing(10)
        self._place = column.count()
        column.addStretch(1)
        column.addLayout(self._me(person, role, slot))

    def _brand(self, clinic: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Logo())
        words = QVBoxLayout()
        words.setSpacing(0)
        self.clinic_label = label(clinic, "caption", "sidebar-dim")
        for shown in (label(self.tr("OT Desktop"), "h3"), self.clinic_label):
            words.addWidget(shown)
            self._wide_only.append(shown)
        row.addLayout(words, 1)
        return row

    def _me(self, person: str, role: str, slot: int | None) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(9)
        initials = "".join(part[0] for part in person.split()[:2]).upper()
        row.addWidget(Avatar(initials, slot or "accent", name=person))
        words = QVBoxLayout()
        words.setSpacing(0)
        for shown in (label(person, "body-strong"), label(role, "caption", "sidebar-dim")):
            words.addWidget(shown)
            self._wide_only.append(shown)
        row.addLayout(words, 1)
        self.lock_button = IconButton("lock", self.tr("Lock now"), size="small")
        row.addWidget(self.lock_button)
        self._wide_only.append(self.lock_button)
        return row

    def add_screen(self, name: str, text: str, icon: str) -> None:
        """Add a screen at the end of the list."""
        button = NavButton(text, icon)
        self._group.addButton(button)
        self._column.insertWidget(self._place + len(self._screens), button)
        self._screens[name] = button

    def show_current(self, name: str) -> None:
        """Raise the pill of the screen that is shown; a screen without a pill lowers all."""
        self._group.setExclusive(False)
        for each, button in self._screens.items():
            button.setChecked(each == name)
        self._group.setExclusive(True)

    def set_count(self, name: str, count: int) -> None:
        """Show how many wait behind a screen."""
        if name in self._screens:
            self._screens[name].set_count(count)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001  (a state, read as one)
        """Show icons only, as on a 1366 px screen."""
        self._is_narrow = narrow
        self._fit()
        buttons: list[NavButton | FindButton] = [*self._screens.values(), self.find_button]
        for button in buttons:
            button.is_narrow = narrow
            button.update()
        for shown in self._wide_only:
            shown.setVisible(not narrow)

    @Slot()
    def _fit(self) -> None:
        self.setFixedWidth(theme().px(NARROW if self._is_narrow else WIDE))

    @Slot(QAbstractButton)
    def _choose(self, button: QAbstractButton) -> None:
        for name, each in self._screens.items():
            if each is button:
                self.chosen.emit(name)
